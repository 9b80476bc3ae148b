//! The commands of one gateway, for reading and for running by hand.

use super::create::{self, Spell};
use super::{change, sharing};
use crate::export::shell::{self, Command, arg, capital, variable, word};
use crate::export::text::Text;
use crate::export::{Heading, Line};
use crate::plan::{Field, Key};
use crate::steps::{ForGateway, From, Gateway, Known, ResourceBinding, Run, Step, Tags};

pub(in crate::export) fn excerpt(run: &Run, gateway: &Key, heading: &Heading) -> Vec<Line> {
    let mut excerpt = Excerpt { heading, out: Text::default(), number: 0, made: None };
    for step in run.steps.iter().filter(|s| s.gateway().is_some_and(|g| g.key == *gateway)) {
        match step {
            Step::Gateway(s) => excerpt.gateway(step, s),
            Step::ReservedIp(s) => excerpt.reserve(step, s),
            Step::Binding(s) => excerpt.bind(step, s),
            Step::ResourceBinding(s) => excerpt.resource_binding(step, s),
            Step::Tags(s) => excerpt.tags(step, s),
            Step::Change(s) => {
                excerpt.title(step, &capital(&shell::change(s)));
                excerpt.out.at(s.place.clone(), change::command(s, &heading.targets));
            }
            Step::LookUp(_)
            | Step::Vpc(_)
            | Step::Prefix(_)
            | Step::Acl(_)
            | Step::AclRule(_)
            | Step::Subnet(_)
            | Step::Group(_)
            | Step::Rule(_)
            | Step::DnsBinding(_)
            | Step::Resolver(_)
            | Step::Policy(_)
            | Step::Adopt(_) => {}
        }
    }
    excerpt.out.finish()
}

struct Excerpt<'h> {
    heading: &'h Heading,
    out: Text,
    number: usize,
    made: Option<Made>,
}

/// What the command that creates the gateway has taken along.
struct Made {
    existing: bool,
}

impl Excerpt<'_> {
    fn title(&mut self, step: &Step, title: &str) {
        self.number += 1;
        self.out.gap();
        self.out.comment(format!("{}. {title}", self.number));
        self.heading.mark(&mut self.out, &step.object());
    }

    fn gateway(&mut self, step: &Step, s: &Gateway) {
        let new = s.addresses.iter().filter(|a| a.existing().is_none()).count();
        self.title(step, &format!("Create the gateway{}", create::along(s)));
        for address in &s.addresses {
            self.heading.mark(&mut self.out, &address.object);
        }
        let existing: Vec<_> = s.addresses.iter().filter_map(|a| a.existing().map(|ip| (a, ip))).collect();
        if new == 0 && existing.len() > 1 {
            for (address, ip) in existing.into_iter().filter(|(_, ip)| ip.known == Known::Name) {
                let (subnet, vpc) = (Spell::Names.thing(&address.subnet), Spell::Names.thing(&s.vpc));
                let list = format!("ibmcloud is subnet-reserved-ips {subnet} --vpc {vpc} --output json");
                self.out.line(format!("{}=$({list} |", variable(ip)));
                let name = word(&ip.name);
                let pick = format!("  jq -er --arg name {name} '.[] | select(.name == $name).id')");
                self.out.at(address.object.clone().at(Field::ReservedIp), pick);
            }
        }
        let mut args = create::flags(s, Spell::Names, &self.heading.targets);
        args.extend(create::new_ips(s));
        if let Some(group) = &s.resource_group {
            let flag = if group.name.is_empty() { "--resource-group-id" } else { "--resource-group-name" };
            args.push(arg(
                format!("{flag} {}", Spell::Names.thing(group)),
                step.object().at(Field::ResourceGroup),
            ));
        }
        args.push(arg("--output json", None));
        self.made = Some(Made { existing: new == 0 });
        let head = arg("ibmcloud is endpoint-gateway-create", None);
        Command { indent: 0, head, args, tail: "" }.write(&mut self.out);
    }

    /// New addresses come with a new gateway; one that exists gets them singly.
    fn reserve(&mut self, step: &Step, s: &ForGateway) {
        let From::New { name, address, auto_delete } = &s.address.from else { return };
        if self.made.is_some() {
            return;
        }
        self.title(step, &format!("Reserve an address in {} for the gateway", s.address.slot));
        let at = |field| step.object().at(field);
        let mut args = vec![
            arg(Spell::Names.thing(&s.address.subnet), at(Field::Subnet)),
            arg(format!("--vpc {}", Spell::Names.thing(&s.vpc)), None),
            arg(format!("--name {}", word(name)), at(Field::Zone)),
        ];
        if let Some(address) = address {
            args.push(arg(format!("--address {}", word(address)), at(Field::Address)));
        }
        args.push(arg(format!("--target {}", Spell::Names.thing(&s.gateway)), None));
        args.push(arg(format!("--auto-delete {auto_delete} --output json"), None));
        let head = arg("ibmcloud is subnet-reserved-ip-create", None);
        Command { indent: 0, head, args, tail: "" }.write(&mut self.out);
    }

    fn bind(&mut self, step: &Step, s: &ForGateway) {
        let Some(ip) = s.address.existing() else { return };
        if self.made.as_ref().is_some_and(|m| m.existing) {
            return;
        }
        self.title(step, &format!("Bind the address that exists in {}", s.address.slot));
        let thing = |t| Spell::Names.thing(t);
        let args = vec![
            arg(format!("{} --vpc {}", thing(&s.gateway), thing(&s.vpc)), None),
            arg(create::rip_by_name(ip, &s.address.subnet), step.object().at(Field::ReservedIp)),
            arg("--output json", None),
        ];
        let head = arg("ibmcloud is endpoint-gateway-reserved-ip-bind", None);
        Command { indent: 0, head, args, tail: "" }.write(&mut self.out);
    }

    fn resource_binding(&mut self, step: &Step, s: &ResourceBinding) {
        self.title(step, &format!("Bind the resource {}", s.name));
        let mut args = sharing::resource_binding(s, Spell::Names);
        args.push(arg("--output json", None));
        let gateway = Spell::Names.thing(&s.gateway);
        let head = arg(format!("ibmcloud is endpoint-gateway-resource-binding-create {gateway}"), None);
        Command { indent: 0, head, args, tail: "" }.write(&mut self.out);
    }

    fn tags(&mut self, step: &Step, s: &Tags) {
        self.title(step, &format!("Attach the {} tags", s.kind.word()));
        let (gateway, vpc) = (Spell::Names.thing(&s.gateway), Spell::Names.thing(&s.vpc));
        self.out.line("CRN=$(ibmcloud is endpoint-gateway \\");
        self.out.line(format!("  {gateway} --vpc {vpc} --output json |"));
        self.out.line("  jq -r .crn)");
        let args = vec![
            arg(format!("--tag-type {}", s.kind.word()), None),
            arg(format!("--tag-names {}", word(&s.tags.join(","))), step.object().at(s.kind.field())),
            arg("--resource-id \"$CRN\"", None),
        ];
        let head = arg("ibmcloud resource tag-attach", None);
        Command { indent: 0, head, args, tail: "" }.write(&mut self.out);
    }
}
