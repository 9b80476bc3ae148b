//! Network ACLs and their rules, in the script.

use super::script::Script;
use crate::export::Tool;
use crate::export::shell::{acl_rule_words, arg, word};
use crate::export::words::{action, direction, protocol};
use crate::plan::Field;
use crate::steps::{Acl, AclRule, Step};

impl Script<'_> {
    pub(super) fn acl(&mut self, step: &Step, s: &Acl) {
        self.w.begin(step);
        let (vpc, name) = (self.w.vars.id(&s.vpc), word(&s.thing.name));
        // The list cannot be asked for one VPC.
        self.find(step, ACLS, "find_in_vpc", &format!("'network ACL' {name} {vpc}"));
        let args = vec![self.group(s.resource_group.as_ref(), step)];
        self.create(step, &format!("is network-acl-create {name} {vpc}"), args);
        self.made(step, &s.thing, None);
    }

    pub(super) fn acl_rule(&mut self, step: &Step, s: &AclRule) {
        let at = |field| step.object().at(field);
        self.w.begin(step);
        let (acl, vpc) = (self.w.vars.id(&s.acl), self.w.vars.id(&s.vpc));
        self.find(
            step,
            &format!("is network-acl-rules {acl} --vpc {vpc}"),
            "find_acl_rule",
            &acl_rule_words(s, &self.w, Tool::Cli),
        );
        let mut args = vec![
            arg(word(&s.source.text), at(Field::Source)),
            arg(word(&s.destination.text), at(Field::Destination)),
            arg(format!("--vpc {vpc}"), None),
            arg(format!("--name {}", word(&s.thing.name)), at(Field::Name)),
        ];
        for (side, ports, [first, last]) in [
            ("source", &s.source.ports, [Field::SourcePortMin, Field::SourcePortMax]),
            ("destination", &s.destination.ports, [Field::DestinationPortMin, Field::DestinationPortMax]),
        ] {
            if let Some((min, max)) = ports {
                args.push(arg(format!("--{side}-port-min {}", word(min)), at(first)));
                args.push(arg(format!("--{side}-port-max {}", word(max)), at(last)));
            }
        }
        if let Some(before) = &s.before {
            args.push(arg(format!("--before-rule {}", self.w.vars.id(before)), None));
        }
        let (does, way, traffic) = (
            action(s.action),
            direction(s.direction),
            protocol(s.protocol, &self.w.heading.targets, Tool::Cli),
        );
        self.create(step, &format!("is network-acl-rule-add {acl} {does} {way} {traffic}"), args);
        self.made(step, &s.thing, None);
    }
}

/// The command that lists all network ACLs of a region.
pub(super) const ACLS: &str = "is network-acls --all-resource-groups";
