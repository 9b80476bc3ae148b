//! Network ACLs, security groups and their rules.

use super::{Lacks, NotAdopted};
use crate::model::{Model, Name, Origin};

pub(super) fn acls(model: &mut Model, found: &mut Vec<NotAdopted>) {
    for ix in model.acls.indexes() {
        let acl = &model.acls[ix];
        let Origin::Adopted(id) = &acl.origin else { continue };
        let mut lacks = Lacks::of(acl, "network ACL", &acl.label, Some(acl.vpc));
        lacks.id(id, Some(&acl.name));
        lacks.name(&acl.name, false);
        let vpc = &model.vpcs[acl.vpc];
        lacks.within(vpc, format!("VPC {}", vpc.label), &vpc.origin, false);
        if lacks.tell(found) {
            model.acls.get_mut(ix).origin.refer_to();
        }
    }
}

pub(super) fn acl_rules(model: &mut Model, found: &mut Vec<NotAdopted>) {
    for ix in model.acl_rules.indexes() {
        let rule = &model.acl_rules[ix];
        let Origin::Adopted(id) = &rule.origin else { continue };
        let acl = &model.acls[rule.acl];
        let name = rule.name.value().map_or(rule.key.as_str(), Name::as_str);
        let mut lacks = Lacks::of(rule, "rule", &format!("{name} of {}", acl.label), Some(acl.vpc));
        lacks.id(id, Some(&rule.name));
        lacks.name(&rule.name, !id.is_empty());
        lacks.within(acl, format!("network ACL {}", acl.label), &acl.origin, true);
        if lacks.tell(found) {
            model.acl_rules.get_mut(ix).origin.refer_to();
        }
    }
}

pub(super) fn groups(model: &mut Model, found: &mut Vec<NotAdopted>) {
    for ix in model.groups.indexes() {
        let group = &model.groups[ix];
        let Origin::Adopted(id) = &group.origin else { continue };
        let mut lacks = Lacks::of(group, "security group", &group.label, Some(group.vpc));
        lacks.id(id, Some(&group.name));
        lacks.name(&group.name, false);
        let vpc = &model.vpcs[group.vpc];
        lacks.within(vpc, format!("VPC {}", vpc.label), &vpc.origin, false);
        if lacks.tell(found) {
            model.groups.get_mut(ix).origin.refer_to();
        }
    }
}

pub(super) fn rules(model: &mut Model, found: &mut Vec<NotAdopted>) {
    for ix in model.rules.indexes() {
        let rule = &model.rules[ix];
        let Origin::Adopted(id) = &rule.origin else { continue };
        let group = &model.groups[rule.group];
        let name = rule.name.value().map_or(rule.key.as_str(), Name::as_str);
        let mut lacks = Lacks::of(rule, "rule", &format!("{name} of {}", group.label), Some(group.vpc));
        lacks.id(id, None);
        lacks.within(group, format!("security group {}", group.label), &group.origin, true);
        if lacks.tell(found) {
            model.rules.get_mut(ix).origin.refer_to();
        }
    }
}
