//! Reserved IPs of a gateway, in a script.

use super::script::Script;
use crate::export::shell::{Command, arg, place, word};
use crate::plan::Field;
use crate::steps::{ForGateway, From, Step};

impl Script<'_> {
    pub(super) fn reserve(&mut self, step: &Step, s: &ForGateway) {
        let From::New { name, address, auto_delete } = &s.address.from else { return };
        let at = |field| step.object().at(field);
        self.w.begin(step);
        let (gateway, vpc) = (self.w.vars.id(&s.gateway), self.w.vars.id(&s.vpc));
        let subnet = self.w.vars.id(&s.address.subnet);
        let mut args = vec![
            arg(format!("--name {}", word(name)), at(Field::Zone)),
            arg(format!("--target {gateway}"), None),
            arg(format!("--auto-delete {auto_delete}"), None),
        ];
        let (mut given, mut field) = (String::new(), Field::Zone);
        if let Some(address) = address {
            (given, field) = (format!(" {}", word(address)), Field::Address);
            args.insert(1, arg(format!("--address{given}"), at(Field::Address)));
        }
        self.w.used.extend(["list", "find_address", "or_create"]);
        self.w.out.at(at(Field::Subnet), format!("list is subnet-reserved-ips {subnet} --vpc {vpc}"));
        self.w.out.at(at(field), format!("find_address {}{given}", word(name)));
        let head = format!("or_create is subnet-reserved-ip-create {subnet} --vpc {vpc}");
        let head = arg(head, at(Field::Subnet));
        Command { indent: 0, head, args, tail: "" }.write(&mut self.w.out);
        self.has(step, s);
    }

    /// Makes sure that the reserved IP that was found is the gateway's.
    fn has(&mut self, step: &Step, s: &ForGateway) {
        self.w.used.push("bind_ip");
        let (gateway, vpc) = (self.w.vars.id(&s.gateway), self.w.vars.id(&s.vpc));
        let subnet = self.w.vars.id(&s.address.subnet);
        let line = format!("bind_ip {} {gateway} {vpc} {subnet}", word(&place(step)));
        self.w.out.at(step.object().at(Field::Subnet), line);
    }

    /// A new address is bound where it is reserved; one that exists, here.
    pub(super) fn bind(&mut self, step: &Step, s: &ForGateway) {
        let Some(ip) = s.address.existing() else { return };
        self.w.begin(step);
        let line = format!("FOUND={}", self.w.vars.id(ip));
        self.w.out.at(step.object().at(Field::ReservedIp), line);
        self.has(step, s);
    }
}
