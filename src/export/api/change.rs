//! Changing an existing gateway in place, in the script and beside its form.

use super::body::{self, Json};
use super::script::{Script, in_quotes};
use crate::catalog::DNS_MODE;
use crate::export::Tool;
use crate::export::shell::word;
use crate::export::words::{self, dns_mode, dns_shared, has};
use crate::model::Aims;
use crate::plan::DnsMode;
use crate::steps::{Alter, Change, Step};

/// The body of a patch; none where none is sent.
pub(super) fn patch(s: &Change, targets: &Aims) -> Option<Json> {
    match &s.alter {
        Alter::Name(name) => {
            Some(Json::Object(vec![("name", Json::Text(name.clone()), Some(s.place.clone()))]))
        }
        Alter::Dns { from, to } => {
            let mut entries = body::dns(*to, &s.place, targets);
            // The second of two booleans stays unless it is said.
            if *from == DnsMode::PerResourceBinding && !has(targets, Tool::Api, &DNS_MODE) {
                let no = Json::Word("false".to_owned());
                entries.push(("allow_resource_binding", no, Some(s.place.clone())));
            }
            Some(Json::Object(entries))
        }
        Alter::Attach(_) | Alter::Detach(_) | Alter::Unbind(_) => None,
    }
}

impl Script<'_> {
    pub(super) fn change(&mut self, step: &Step, s: &Change) {
        self.w.begin(step);
        let targets = &self.w.heading.targets;
        let is = |mode: DnsMode| match (has(targets, Tool::Api, &DNS_MODE), mode) {
            (true, _) => format!("dns_resolution_binding_mode {}", dns_mode(mode)),
            (false, _) => {
                let resources = mode == DnsMode::PerResourceBinding;
                let shared = dns_shared(mode);
                format!("allow_dns_resolution_binding {shared} allow_resource_binding {resources}")
            }
        };
        let (find, how) = match &s.alter {
            Alter::Name(name) => ("find_set", format!("name {}", word(name))),
            Alter::Dns { to, .. } => ("find_set", is(*to)),
            Alter::Attach(group) => ("find_attached", self.w.vars.id(group)),
            Alter::Detach(_) | Alter::Unbind(_) => ("find_without", words::part(&s.alter)),
        };
        let body = patch(s, targets);
        let id = self.in_path(&s.gateway);
        let gateway = in_quotes(&format!("/endpoint_gateways/{id}"));
        let by = match &s.alter {
            Alter::Name(_) | Alter::Dns { .. } => format!("PATCH {gateway}"),
            Alter::Attach(group) => format!("PUT \"/security_groups/{}/targets/{id}\"", self.in_path(group)),
            Alter::Detach(_) => format!("DELETE \"/security_groups/$(uri \"$PART\")/targets/{id}\""),
            Alter::Unbind(_) => format!("DELETE \"/endpoint_gateways/{id}/ips/$(uri \"$PART\")\""),
        };
        self.w.used.extend(["look", find, "or_change", "wait_gateway", "waiting", "uri"]);
        self.w.out.line(format!("look {gateway}"));
        self.w.out.at(s.place.clone(), format!("{find} {how}"));
        match &body {
            Some(body) => self.body(step, body),
            None => self.w.out.line("BODY=''"),
        }
        self.w.out.at(s.place.clone(), format!("or_change {by}"));
        self.w.out.line(format!("wait_gateway {gateway}"));
    }
}
