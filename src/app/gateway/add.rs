//! New gateways: from nothing, and from another.

use crate::app::browser;
use crate::app::route::{Page, Route};
use crate::app::state::{Action, Dispatch};
use crate::app::view::View;
use crate::edit::{self, Edit, New, UNNAMED, unused, zones};
use crate::plan::{Gateway, Key, Plan, Resource};

/// Adds a gateway and opens it.
pub(in crate::app) fn add(view: &View, dispatch: &Dispatch, here: &str) {
    let gateway = fresh(&view.plan);
    let key = gateway.key.clone();
    open(&key, Edit::Add(New::Gateway(gateway)), dispatch, here);
}

/// Adds a gateway like this one to a VPC and opens it.
pub(super) fn duplicate(view: &View, of: &Key, into: &Key, dispatch: &Dispatch, here: &str) {
    let Some(edit) = edit::duplicate(&view.plan, std::slice::from_ref(of), into) else { return };
    let Edit::All { edits, .. } = &edit else { return };
    let Some(Edit::Add(New::Gateway(gateway))) = edits.first() else { return };
    let key = gateway.key.clone();
    open(&key, edit, dispatch, here);
}

fn open(gateway: &Key, edit: Edit, dispatch: &Dispatch, here: &str) {
    dispatch.act(Action::Settle);
    dispatch.edit(edit);
    browser::go(&Route::page(here, Page::Gateway(gateway.clone())).href());
}

/// A gateway in the plan's VPC, where there is only one, with an entry for each
/// of its zones.
fn fresh(plan: &Plan) -> Resource<Gateway> {
    let name = unused(UNNAMED, |name| plan.gateways.iter().any(|g| g.wanted.name == name));
    let (vpc, addresses) = match plan.vpcs.as_slice() {
        [only] => (only.key.clone(), zones(&only.wanted)),
        _ => (Key::none(), Vec::new()),
    };
    let wanted = Gateway { name: name.clone(), vpc, addresses, ..Gateway::default() };
    Resource { key: unused_key(plan, &name), wanted, ..Resource::default() }
}

fn unused_key(plan: &Plan, name: &str) -> Key {
    Key::make(name, "gateway", |k| plan.gateways.iter().any(|g| g.key.as_str() == k))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{key, two_gateways};
    use crate::plan::How;

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
    fn without_one_vpc_nothing_is_chosen() {
        let mut plan = two_gateways();
        plan.vpcs.push(Resource { key: key("other"), ..Resource::default() });
        assert!(fresh(&plan).wanted.vpc.is_none());
        assert!(fresh(&Plan::default()).wanted.addresses.is_empty());
    }
}
