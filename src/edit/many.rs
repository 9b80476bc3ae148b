//! One thing changed at several gateways.

use super::Edit;
use crate::plan::{Field, Gateway, Key, Plan, Resource};

/// Attaches a security group to those of the gateways that are in its VPC, or detaches it
/// from all. What is so already is left out.
pub fn attach_all(plan: &Plan, gateways: &[Key], group: &Key, on: bool) -> Vec<Edit> {
    let vpc = plan.groups().find(|(_, g)| g.key == *group).map(|(vpc, _)| &vpc.key);
    let differs = |g: &&Resource<Gateway>| {
        g.wanted.security_groups.contains(group) != on && (!on || Some(&g.wanted.vpc) == vpc)
    };
    let found = gateways.iter().filter_map(|key| plan.gateway(key)).filter(differs);
    found.map(|g| Edit::Attach { gateway: g.key.clone(), group: group.clone(), on }).collect()
}

/// Adds a user tag to the gateways, or removes it. What is so already is left out.
pub fn tag_all(plan: &Plan, gateways: &[Key], tag: &str, on: bool) -> Vec<Edit> {
    let differs = |g: &&Resource<Gateway>| !tag.is_empty() && g.wanted.tags.iter().any(|t| t == tag) != on;
    let found = gateways.iter().filter_map(|key| plan.gateway(key)).filter(differs);
    let edit = |g: &Resource<Gateway>| Edit::Tag {
        gateway: g.key.clone(),
        field: Field::Tags,
        tag: tag.to_owned(),
        on,
    };
    found.map(edit).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{History, apply};
    use crate::plan::read;

    fn key(text: &str) -> Key {
        Key::new(text).unwrap()
    }

    fn thirty() -> Plan {
        read(include_str!("../../tests/mistakes/plans/thirty.json")).unwrap()
    }

    fn all(plan: &Plan) -> Vec<Key> {
        plan.gateways.iter().map(|g| g.key.clone()).collect()
    }

    fn after(plan: &Plan, edits: Vec<Edit>) -> Plan {
        apply(plan, &Edit::All { label: "all".into(), edits }).unwrap()
    }

    #[test]
    fn a_group_goes_to_the_gateways_of_its_vpc_only() {
        let plan = thirty();
        let group = key("de-db");
        let edits = attach_all(&plan, &all(&plan), &group, true);
        // One of the ten has it.
        assert_eq!(edits.len(), 9);
        let attached = after(&plan, edits);
        let with = |plan: &Plan| {
            let with = plan.gateways.iter().filter(|g| g.wanted.security_groups.contains(&group));
            with.map(|g| g.wanted.vpc.to_string()).collect::<Vec<_>>()
        };
        assert_eq!(with(&attached), vec!["de".to_owned(); 10]);
        assert_eq!(attach_all(&attached, &all(&plan), &group, true), []);
        let detached = after(&attached, attach_all(&attached, &all(&plan), &group, false));
        assert_eq!(with(&detached), [] as [String; 0]);
        assert_eq!(attach_all(&plan, &all(&plan), &key("nobody"), true), []);
    }

    #[test]
    fn a_tag_is_added_once_and_nothing_else_changes() {
        let plan = thirty();
        let some = [key("us-kms"), key("au-pg"), key("gone")];
        let edits = tag_all(&plan, &some, "team:pay", true);
        let tagged = after(&plan, edits.clone());
        let mut expected = plan.clone();
        for g in expected.gateways.iter_mut().filter(|g| some.contains(&g.key)) {
            g.wanted.tags.push("team:pay".into());
        }
        assert_eq!(tagged, expected);
        assert_eq!(tag_all(&tagged, &some, "team:pay", true), []);
        assert_eq!(tag_all(&plan, &some, "", true), []);
        assert_eq!(after(&tagged, tag_all(&tagged, &some, "team:pay", false)), plan);
        // One step back.
        let mut history = History::new(plan.clone());
        history.edit(&Edit::All { label: "tag".into(), edits }).unwrap();
        assert!(history.undo());
        assert_eq!(**history.plan(), plan);
    }
}
