//! What VPCs and gateways share names by, in the script.

use super::body;
use super::script::{Script, in_quotes};
use crate::export::shell::word;
use crate::plan::{Field, Object};
use crate::steps::{Delegation, DnsBinding, Hub, ResourceBinding, Step};

impl Script<'_> {
    pub(super) fn dns_binding(&mut self, step: &Step, s: &DnsBinding) {
        self.w.begin(step);
        let path = format!("/vpcs/{}/dns_resolution_bindings", self.in_path(&s.vpc));
        let what = format!("{} {}", word(&s.name), self.hub(&s.hub));
        self.find(step, &path, "find_dns_binding", &what);
        self.create(step, &body::dns_binding(&step.object(), s), &path);
        self.w.used.push("wait_listed");
        self.w.out.line("wait_listed");
        self.found(step);
    }

    pub(super) fn resolver(&mut self, step: &Step, s: &Delegation) {
        self.w.begin(step);
        let path = in_quotes(&format!("/vpcs/{}", self.in_path(&s.vpc)));
        self.w.used.extend(["find_delegated", "delegate"]);
        let line = format!("find_delegated {} {path}", self.hub(&s.hub));
        self.w.out.line(line);
        self.body(step, &body::resolver(&step.object(), s));
        let place = Object::Vpc(s.vpc.key.clone()).at(Field::Resolver);
        self.w.out.at(place, format!("delegate {path}"));
    }

    pub(super) fn resource_binding(&mut self, step: &Step, s: &ResourceBinding) {
        self.w.begin(step);
        let path = format!("/endpoint_gateways/{}/resource_bindings", self.in_path(&s.gateway));
        let what = format!("{} {}", word(&s.name), word(&s.target));
        self.find(step, &path, "find_resource_binding", &what);
        self.create(step, &body::resource_binding(&step.object(), s), &path);
        self.w.used.push("wait_listed");
        self.w.out.line("wait_listed");
        self.found(step);
    }

    fn hub(&self, hub: &Hub) -> String {
        match hub {
            Hub::Vpc(vpc) => self.w.vars.id(vpc),
            Hub::Crn(crn) => word(crn),
        }
    }
}
