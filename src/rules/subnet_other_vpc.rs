//! An address from a subnet of another VPC.

use super::parts::{are, in_other_vpc, list, subnet_in};
use super::{Findings, Fix, Rule, Severity};
use crate::catalog::source;
use crate::edit::{Choice, Edit};
use crate::model::{Address, Form, Gateway, Ix, Model, Placed, Vpc};
use crate::plan::{Field, Place};

/// `subnet-other-vpc`.
pub(super) static RULE: Rule = Rule {
    code: "subnet-other-vpc",
    severity: Severity::Error,
    summary: "A gateway takes an address from a subnet of another VPC",
    explanation: "A gateway's addresses come from subnets of its own VPC. Clients in another VPC reach the gateway \
                  through a Transit Gateway, or have a gateway of their own.",
    source: source::RESERVED_IPS,
    check,
};

fn check(model: &Model, out: &mut Findings) {
    for gateway in model.gateways.iter() {
        let addresses = || gateway.addresses.iter().map(|&a| &model.addresses[a]);
        let (Some(own), true) = (gateway.vpc, addresses().any(|a| in_other_vpc(model, a))) else { continue };
        // One mistaken VPC makes all addresses strange, and is one fault.
        let strange: Vec<&Address> = addresses().filter(|a| in_other_vpc(model, a)).collect();
        let mut subnets: Vec<_> = strange.iter().filter_map(|a| a.subnet).collect();
        subnets.sort_unstable();
        subnets.dedup();
        let mut vpcs: Vec<Ix<Vpc>> = subnets.iter().map(|&s| model.subnets[s].vpc).collect();
        vpcs.dedup();
        let labels: Vec<&str> = subnets.iter().map(|&s| model.subnets[s].label.as_str()).collect();
        let others: Vec<&str> = vpcs.iter().map(|&v| model.vpcs[v].label.as_str()).collect();
        let kind = if subnets.len() == 1 { "a subnet" } else { "subnets" };
        let own_label = &model.vpcs[own].label;
        let mut places: Vec<Place> = vec![gateway.at(Field::Vpc)];
        places.extend(strange.iter().map(|a| a.at(Field::Subnet)));
        out.report_with(
            places,
            format!(
                "{} {} {kind} of {}, and {} is in {own_label}.",
                list(&labels),
                are(subnets.len()),
                list(&others),
                gateway.label
            ),
            "A gateway has addresses of its own VPC; IBM Cloud refuses others.",
            follow(model, gateway, &strange, &vpcs).or_else(|| stay(model, own, &strange)),
        );
    }
}

/// Where everything of the gateway is in one other VPC, the gateway goes there.
fn follow(model: &Model, gateway: &Gateway, strange: &[&Address], vpcs: &[Ix<Vpc>]) -> Option<Fix> {
    let [there] = vpcs else { return None };
    let addresses = gateway.addresses.iter().filter(|&&a| model.addresses[a].subnet.is_some()).count();
    if addresses > strange.len() || gateway.groups.iter().any(|&g| model.groups[g].vpc != *there) {
        return None;
    }
    let vpc = &model.vpcs[*there];
    let edit = Edit::choose(gateway.object(), Choice::Vpc(vpc.key.clone()));
    Some(Fix::choice(format!("Move {} to {}", gateway.label, vpc.label), edit))
}

/// Else the addresses come from subnets of the gateway's own VPC, where these have
/// no address that belongs elsewhere.
fn stay(model: &Model, own: Ix<Vpc>, strange: &[&Address]) -> Option<Fix> {
    let mut edits = Vec::new();
    let mut labels = Vec::new();
    for address in strange {
        if !matches!(address.form, Form::Chosen | Form::None) {
            return None;
        }
        let subnet = subnet_in(model, own, address.zone.get()?, |_| true)?;
        edits.push(Edit::choose(address.object(), Choice::Subnet(subnet.key.clone())));
        labels.push(subnet.label.as_str());
    }
    let title = format!("Take from {} instead", list(&labels));
    Some(Fix::choice(title.clone(), Edit::All { label: title, edits }))
}

#[cfg(test)]
mod tests {
    use super::super::testing::*;
    use super::*;
    use crate::edit::New;

    fn from(k: &str, position: usize, of: &str) -> Edit {
        Edit::choose(address(k, position), Choice::Subnet(key(of)))
    }

    #[test]
    fn a_subnet_of_another_vpc_is_refused() {
        let base = edited(&two_vpcs(), &[Edit::Add(New::Gateway(gateway_to("cos", "payments-cos", COS)))]);
        let finding = relates(
            &base,
            "subnet-other-vpc",
            &[from("cos", 0, "dr-1")],
            &[Edit::Remove(subnet("dr-1")), add_subnet("prod", "dr-1", "us-south-1", "10.240.9.0/26")],
            &[from("cos", 0, "vpe-1")],
        );
        assert_eq!(finding.title, "dr-1 is a subnet of dr, and payments-cos is in prod-vpc.");
        assert_eq!(finding.fix.unwrap().title, "Take from vpe-1 instead");
    }

    #[test]
    fn a_gateway_in_the_wrong_vpc_is_one_finding() {
        let wrong = Edit::choose(gateway("kms"), Choice::Vpc(key("dr")));
        let finding = triggers_on(&two_vpcs(), "subnet-other-vpc", &[wrong]);
        assert_eq!(
            finding.title,
            "vpe-1, vpe-2 and vpe-3 are subnets of prod-vpc, and payments-kms is in dr."
        );
        assert_eq!(finding.places.len(), 4);
        assert_eq!(finding.fix.unwrap().title, "Move payments-kms to prod-vpc");
    }

    #[test]
    fn a_gateway_without_a_vpc_is_another_rule_s() {
        silent("subnet-other-vpc", &[Edit::choose(gateway("kms"), Choice::Vpc(key("nowhere")))]);
    }
}
