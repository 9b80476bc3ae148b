//! Network ACLs and their rules, in the script.

use super::body::{self, Entry, Json, id, number, own_word, text};
use super::script::Script;
use crate::export::Tool;
use crate::export::shell::{acl_rule_words, word};
use crate::export::words::{action, direction, protocol};
use crate::model::Aims;
use crate::plan::{Field, Object};
use crate::steps::{Acl, AclRule, Step};

impl Script<'_> {
    pub(super) fn acl(&mut self, step: &Step, s: &Acl) {
        self.w.begin(step);
        let vpc = self.w.vars.id(&s.vpc);
        // The list cannot be asked for one VPC.
        let what = format!("'network ACL' {} {vpc}", word(&s.thing.name));
        self.find(step, "/network_acls", "find_in_vpc", &what);
        let group = s.resource_group.as_ref();
        let body = body::named(&step.object(), &s.thing.name, Some(&s.vpc), group, Vec::new());
        self.create(step, &body, "/network_acls");
        self.made(step, &s.thing, None);
    }

    pub(super) fn acl_rule(&mut self, step: &Step, s: &AclRule) {
        self.w.begin(step);
        let path = format!("/network_acls/{}/rules", self.in_path(&s.acl));
        self.find(step, &path, "find_acl_rule", &acl_rule_words(s, &self.w, Tool::Api));
        self.create(step, &rule(&step.object(), s, &self.w.heading.targets), &path);
        self.made(step, &s.thing, None);
    }
}

fn rule(object: &Object, s: &AclRule, targets: &Aims) -> Json {
    let at = |field| object.clone().at(field);
    let mut entries: Vec<Entry> = vec![
        text("name", &s.thing.name, at(Field::Name)),
        own_word("action", action(s.action), at(Field::Action)),
        own_word("direction", direction(s.direction), at(Field::Direction)),
        own_word("protocol", protocol(s.protocol, targets, Tool::Api), at(Field::Protocol)),
        text("source", &s.source.text, at(Field::Source)),
        text("destination", &s.destination.text, at(Field::Destination)),
    ];
    if let Some((min, max)) = &s.source.ports {
        entries.push(number("source_port_min", min, at(Field::SourcePortMin)));
        entries.push(number("source_port_max", max, at(Field::SourcePortMax)));
    }
    if let Some((min, max)) = &s.destination.ports {
        entries.push(number("destination_port_min", min, at(Field::DestinationPortMin)));
        entries.push(number("destination_port_max", max, at(Field::DestinationPortMax)));
    }
    entries.extend(s.before.as_ref().map(|rule| id("before", rule, None)));
    Json::Object(entries)
}
