//! What Terraform is to take over and cannot.
//!
//! It imports a thing by its id, some with the id of what they are in, and its
//! block must say what the provider requires. What lacks that is only referred to.

mod filters;

use super::{Form, Hub, Id, Ix, Model, Name, Origin, Placed, Said, Vpc};
use crate::plan::{Field, Object, Place};

/// Something that the plan has Terraform take over, and that it cannot. Its origin
/// in the model is that it exists, and no more.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotAdopted {
    /// What is not taken over.
    pub object: Object,
    /// What is missing.
    pub lack: Lack,
    /// Where, in plan order; never empty.
    pub places: Vec<Place>,
    /// What cannot be taken over and why, a sentence.
    pub sentence: String,
    /// Its VPC, where it is in one.
    pub vpc: Option<Ix<Vpc>>,
}

/// What keeps Terraform from taking something over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lack {
    /// Its id.
    Id,
    /// What its block must say.
    Said,
    /// What it is in is new, or not known by the id that its import needs.
    Within,
    /// A reserved IP is taken over with its gateway, and has none.
    Gateway,
}

/// Finds what cannot be taken over, and has it referred to instead.
pub(super) fn build(model: &mut Model) {
    let mut found = Vec::new();
    vpcs(model, &mut found);
    dns_bindings(model, &mut found);
    prefixes(model, &mut found);
    filters::acls(model, &mut found);
    filters::acl_rules(model, &mut found);
    subnets(model, &mut found);
    reserved_ips(model, &mut found);
    filters::groups(model, &mut found);
    filters::rules(model, &mut found);
    gateways(model, &mut found);
    resource_bindings(model, &mut found);
    policies(model, &mut found);
    model.not_adopted = found;
}

/// What one object lacks.
struct Lacks {
    object: Object,
    /// Its kind and label.
    called: String,
    vpc: Option<Ix<Vpc>>,
    found: Vec<NotAdopted>,
    /// Whether it lacks anything, told here or elsewhere.
    any: bool,
}

impl Lacks {
    fn of(item: &impl Placed, kind: &str, label: &str, vpc: Option<Ix<Vpc>>) -> Self {
        let called = format!("{kind} {label}");
        Self { object: item.object(), called, vpc, found: Vec::new(), any: false }
    }

    /// The field that says that it is to be taken over.
    fn choice(&self) -> Place {
        let field = if matches!(self.object, Object::ReservedIp(_)) { Field::On } else { Field::Origin };
        self.object.clone().at(field)
    }

    fn note(&mut self, lack: Lack, places: Vec<Place>, why: &str) {
        let sentence = format!("Terraform cannot take over {}: {why}.", self.called);
        self.found.push(NotAdopted { object: self.object.clone(), lack, places, sentence, vpc: self.vpc });
        self.any = true;
    }

    /// It needs an id. That something which is found by its name has neither is
    /// told already.
    fn id(&mut self, id: &Said<Id>, found_by: Option<&Said<Name>>) {
        self.any |= id.is_empty();
        if id.is_empty() && !found_by.is_some_and(Said::is_empty) {
            self.note(Lack::Id, vec![self.object.clone().at(Field::Id)], "the plan does not have its ID");
        }
    }

    /// The provider takes names of the older and narrower pattern only.
    fn name(&mut self, name: &Said<Name>, required: bool) {
        let why = match name {
            Said::Value(name) if Name::new(name.as_str()).is_none() => {
                "its provider takes no name that begins with a digit or a hyphen"
            }
            name if required && name.is_empty() => "the plan does not have its name",
            _ => return,
        };
        self.note(Lack::Said, vec![self.object.clone().at(Field::Name)], why);
    }

    fn said(&mut self, empty: bool, field: Field, what: &str) {
        if empty {
            let why = format!("the plan does not have its {what}");
            self.note(Lack::Said, vec![self.object.clone().at(field)], &why);
        }
    }

    /// What it is in must exist, and be known by its id where its import is `by_id`.
    fn within(&mut self, container: &impl Placed, called: String, origin: &Origin, by_id: bool) {
        let (field, why) = match origin {
            Origin::New => (Field::Origin, format!("{called}, which it is in, is new")),
            Origin::Existing(id) | Origin::Adopted(id) if by_id && id.is_empty() => {
                (Field::Id, format!("it is imported with the ID of {called}, which the plan does not have"))
            }
            Origin::Existing(_) | Origin::Adopted(_) => return,
        };
        let mut places = vec![container.at(field), self.choice()];
        // Gateways come last in a plan, and their bindings after them.
        let within = matches!(self.object, Object::ResourceBinding(_));
        if matches!(places[0].object, Object::Gateway(_)) && !within {
            places.reverse();
        }
        self.note(Lack::Within, places, &why);
    }

    /// Hands over what was found, and tells whether it lacks anything.
    fn tell(mut self, found: &mut Vec<NotAdopted>) -> bool {
        found.append(&mut self.found);
        self.any
    }
}

impl Origin {
    fn refer_to(&mut self) {
        if let Self::Adopted(id) = self {
            *self = Self::Existing(std::mem::take(id));
        }
    }
}

fn vpcs(model: &mut Model, found: &mut Vec<NotAdopted>) {
    for ix in model.vpcs.indexes() {
        let vpc = &model.vpcs[ix];
        let Origin::Adopted(id) = &vpc.origin else { continue };
        let mut lacks = Lacks::of(vpc, "VPC", &vpc.label, Some(ix));
        lacks.id(id, Some(&vpc.name));
        lacks.name(&vpc.name, !id.is_empty());
        if lacks.tell(found) {
            model.vpcs.get_mut(ix).origin.refer_to();
        }
    }
}

fn dns_bindings(model: &mut Model, found: &mut Vec<NotAdopted>) {
    for ix in model.dns_bindings.indexes() {
        let binding = &model.dns_bindings[ix];
        let Origin::Adopted(id) = &binding.origin else { continue };
        let mut lacks = Lacks::of(binding, "DNS resolution binding", &binding.label, Some(binding.vpc));
        lacks.id(id, None);
        lacks.name(&binding.name, true);
        let unsaid = match &binding.hub {
            Hub::Vpc(_) => false,
            Hub::Crn(crn) => crn.is_empty(),
            Hub::Nothing => true,
        };
        lacks.said(unsaid, Field::Hub, "hub");
        let vpc = &model.vpcs[binding.vpc];
        lacks.within(vpc, format!("VPC {}", vpc.label), &vpc.origin, true);
        if lacks.tell(found) {
            model.dns_bindings.get_mut(ix).origin.refer_to();
        }
    }
}

fn resource_bindings(model: &mut Model, found: &mut Vec<NotAdopted>) {
    for ix in model.resource_bindings.indexes() {
        let binding = &model.resource_bindings[ix];
        let Origin::Adopted(id) = &binding.origin else { continue };
        let gateway = &model.gateways[binding.gateway];
        let called = format!("{} of {}", binding.label, gateway.label);
        let mut lacks = Lacks::of(binding, "resource binding", &called, gateway.vpc);
        lacks.id(id, None);
        lacks.name(&binding.name, true);
        lacks.said(binding.target.is_empty(), Field::Target, "CRN");
        lacks.within(gateway, format!("gateway {}", gateway.label), &gateway.origin, true);
        if lacks.tell(found) {
            model.resource_bindings.get_mut(ix).origin.refer_to();
        }
    }
}

fn policies(model: &mut Model, found: &mut Vec<NotAdopted>) {
    for ix in model.policies.indexes() {
        let policy = &model.policies[ix];
        let Origin::Adopted(id) = &policy.origin else { continue };
        let mut lacks = Lacks::of(policy, "authorization policy", &policy.label, None);
        lacks.id(id, None);
        if lacks.tell(found) {
            model.policies.get_mut(ix).origin.refer_to();
        }
    }
}

fn prefixes(model: &mut Model, found: &mut Vec<NotAdopted>) {
    for ix in model.prefixes.indexes() {
        let prefix = &model.prefixes[ix];
        let Origin::Adopted(id) = &prefix.origin else { continue };
        let mut lacks = Lacks::of(prefix, "address prefix", &prefix.label, Some(prefix.vpc));
        lacks.id(id, None);
        lacks.name(&prefix.name, true);
        let vpc = &model.vpcs[prefix.vpc];
        lacks.within(vpc, format!("VPC {}", vpc.label), &vpc.origin, true);
        if lacks.tell(found) {
            model.prefixes.get_mut(ix).origin.refer_to();
        }
    }
}

fn subnets(model: &mut Model, found: &mut Vec<NotAdopted>) {
    for ix in model.subnets.indexes() {
        let subnet = &model.subnets[ix];
        let Origin::Adopted(id) = &subnet.origin else { continue };
        let mut lacks = Lacks::of(subnet, "subnet", &subnet.label, Some(subnet.vpc));
        lacks.id(id, Some(&subnet.name));
        lacks.name(&subnet.name, !id.is_empty());
        lacks.said(subnet.zone.is_empty(), Field::Zone, "zone");
        let vpc = &model.vpcs[subnet.vpc];
        lacks.within(vpc, format!("VPC {}", vpc.label), &vpc.origin, false);
        if lacks.tell(found) {
            model.subnets.get_mut(ix).origin.refer_to();
        }
    }
}

fn reserved_ips(model: &mut Model, found: &mut Vec<NotAdopted>) {
    let mut holders = model.reserved_ips.notes();
    if model.reserved_ips.iter().any(|ip| ip.adopted) {
        for address in model.addresses.iter() {
            if let Form::Existing(Some(ip)) = address.form {
                holders.get_or_insert_with(ip, || address.gateway);
            }
        }
    }
    for ix in model.reserved_ips.indexes() {
        let ip = &model.reserved_ips[ix];
        if !ip.adopted {
            continue;
        }
        let subnet = &model.subnets[ip.subnet];
        let mut lacks = Lacks::of(ip, "reserved IP", &ip.label, Some(subnet.vpc));
        lacks.id(&ip.id, Some(&ip.name));
        lacks.name(&ip.name, false);
        lacks.within(subnet, format!("subnet {}", subnet.label), &subnet.origin, true);
        match holders.get(ix).map(|&gateway| &model.gateways[gateway]) {
            None => lacks.note(Lack::Gateway, vec![lacks.choice()], "no gateway of the plan has it"),
            // A new gateway gets it; one that exists is found by its id only.
            Some(gateway) if !gateway.origin.is_new() => {
                lacks.within(gateway, format!("gateway {}", gateway.label), &gateway.origin, true);
            }
            Some(_) => {}
        }
        if lacks.tell(found) {
            model.reserved_ips.get_mut(ix).adopted = false;
        }
    }
}

fn gateways(model: &mut Model, found: &mut Vec<NotAdopted>) {
    for ix in model.gateways.indexes() {
        let gateway = &model.gateways[ix];
        let Origin::Adopted(id) = &gateway.origin else { continue };
        let mut lacks = Lacks::of(gateway, "gateway", &gateway.label, gateway.vpc);
        lacks.id(id, Some(&gateway.name));
        lacks.name(&gateway.name, !id.is_empty());
        let (field, what) = gateway.target.field();
        lacks.said(gateway.target.written().is_empty(), field, what);
        if let Some(vpc) = gateway.vpc {
            let vpc = &model.vpcs[vpc];
            lacks.within(vpc, format!("VPC {}", vpc.label), &vpc.origin, false);
        }
        if lacks.tell(found) {
            model.gateways.get_mut(ix).origin.refer_to();
        }
    }
}
