//! New gateways: from nothing, and from another.

use crate::app::browser;
use crate::app::route::{Page, Route};
use crate::app::state::{Action, Dispatch};
use crate::app::view::View;
use crate::catalog;
use crate::edit::{Edit, New};
use crate::plan::{Gateway, How, Key, Plan, Resource, Vpc, ZoneAddress};

/// What a new gateway is called until it is named.
const NAME: &str = "endpoint-gateway";
/// Longest name that leaves room for the number of a copy.
const ROOM: usize = 58;

/// Adds a gateway and opens it.
pub(in crate::app) fn add(view: &View, dispatch: &Dispatch, here: &str) {
    open(fresh(&view.plan), dispatch, here);
}

/// Adds a gateway like this one and opens it.
pub(super) fn duplicate(view: &View, of: &Key, dispatch: &Dispatch, here: &str) {
    if let Some(gateway) = view.plan.gateway(of) {
        open(copy(&view.plan, gateway), dispatch, here);
    }
}

fn open(gateway: Resource<Gateway>, dispatch: &Dispatch, here: &str) {
    let page = Page::Gateway(gateway.key.clone());
    dispatch.act(Action::Settle);
    dispatch.edit(Edit::Add(New::Gateway(gateway)));
    browser::go(&Route::page(here, page).href());
}

/// A gateway in the plan's VPC, where there is only one, with an entry for each
/// of its zones.
fn fresh(plan: &Plan) -> Resource<Gateway> {
    let name = unused_name(plan, NAME);
    let (vpc, addresses) = match plan.vpcs.as_slice() {
        [only] => (only.key.clone(), zones(&only.wanted)),
        _ => (Key::none(), Vec::new()),
    };
    let wanted = Gateway { name: name.clone(), vpc, addresses, ..Gateway::default() };
    Resource { key: unused_key(plan, &name), wanted, ..Resource::default() }
}

/// A planned gateway like another, with another name. Addresses that were given
/// are used by the other, so IBM Cloud chooses.
fn copy(plan: &Plan, of: &Resource<Gateway>) -> Resource<Gateway> {
    let base: String = of.wanted.name.chars().take(ROOM).collect();
    let name = unused_name(plan, if base.is_empty() { NAME } else { &base });
    let mut wanted = Gateway { name: name.clone(), ..of.wanted.clone() };
    wanted.ip_prefix.clear();
    for address in &mut wanted.addresses {
        if matches!(address.how, How::Given | How::Existing) {
            address.how = How::Chosen;
        }
        address.address.clear();
        address.reserved_ip = Key::none();
    }
    Resource { key: unused_key(plan, &name), wanted, ..Resource::default() }
}

/// An entry for each zone of a VPC. Where a zone has one subnet, IBM Cloud
/// chooses an address of it; else nothing is planned yet.
pub(super) fn zones(vpc: &Vpc) -> Vec<ZoneAddress> {
    let Some(region) = catalog::region(&vpc.region) else { return Vec::new() };
    let entry = |zone: catalog::Zone| {
        let zone = zone.to_string();
        let mut subnets = vpc.subnets.iter().filter(|s| s.wanted.zone == zone);
        let (subnet, how) = match (subnets.next(), subnets.next()) {
            (Some(only), None) => (only.key.clone(), How::Chosen),
            _ => (Key::none(), How::None),
        };
        ZoneAddress { zone, subnet, how, ..ZoneAddress::default() }
    };
    region.zones().map(entry).into()
}

fn unused_name(plan: &Plan, base: &str) -> String {
    let taken = |name: &str| plan.gateways.iter().any(|g| g.wanted.name == name);
    let numbered = (2u32..).map(|n| format!("{base}-{n}"));
    std::iter::once(base.to_owned()).chain(numbered).find(|name| !taken(name)).unwrap_or_default()
}

fn unused_key(plan: &Plan, name: &str) -> Key {
    Key::make(name, "gateway", |k| plan.gateways.iter().any(|g| g.key.as_str() == k))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{key, two_gateways};

    #[test]
    fn a_new_gateway_has_an_address_in_each_zone_with_one_subnet() {
        let mut plan = two_gateways();
        plan.vpcs[0].wanted.subnets[2].wanted.zone = "us-south-1".into();
        let gateway = fresh(&plan).wanted;
        assert_eq!(gateway.vpc, key("app-vpc"));
        let shown: Vec<_> =
            gateway.addresses.iter().map(|a| (a.zone.as_str(), a.subnet.as_str(), a.how)).collect();
        assert_eq!(
            shown,
            [
                ("us-south-1", "", How::None),
                ("us-south-2", "vpe-2", How::Chosen),
                ("us-south-3", "", How::None)
            ]
        );
    }

    #[test]
    fn a_copy_takes_no_address_and_no_name_of_the_original() {
        let mut plan = two_gateways();
        let twin = copy(&plan, &plan.gateways[0]);
        assert_eq!((twin.key.as_str(), twin.wanted.name.as_str()), ("app-kms-2", "app-kms-2"));
        assert!(twin.wanted.addresses.iter().all(|a| a.how == How::Chosen && a.address.is_empty()));
        plan.gateways.push(twin);
        assert_eq!(copy(&plan, &plan.gateways[0]).wanted.name, "app-kms-3");
        plan.gateways[0].wanted.name = "a".repeat(63);
        assert!(copy(&plan, &plan.gateways[0]).wanted.name.len() <= 63);
    }

    #[test]
    fn without_one_vpc_nothing_is_chosen() {
        let mut plan = two_gateways();
        plan.vpcs.push(Resource { key: key("other"), ..Resource::default() });
        assert!(fresh(&plan).wanted.vpc.is_none());
        assert!(fresh(&Plan::default()).wanted.addresses.is_empty());
    }
}
