//! What the tests of the network's pages share.

use super::Of;
use super::focus::Focus;
use crate::app::shell::Frame;
use crate::app::state::{Action, Dispatch};
use crate::app::testing::key;
use crate::app::view::Seen;
use crate::edit::{Edit, apply};
use crate::plan::Plan;
use std::rc::Rc;
use yew::prelude::*;

/// A plan, understood and checked.
pub(super) fn seen(plan: &Plan) -> Seen {
    Seen::of(&Rc::new(plan.clone()))
}

/// The plan after some edits.
pub(super) fn after(plan: &Plan, edits: impl IntoIterator<Item = Edit>) -> Plan {
    edits.into_iter().fold(plan.clone(), |plan, edit| apply(&plan, &edit).unwrap())
}

/// What a function says of a VPC.
pub(super) fn of<T>(view: &Seen, vpc: &str, ask: impl FnOnce(&Of<'_>) -> T) -> T {
    let (dispatch, focus) = (Dispatch::new(Callback::from(|_: Action| ())), Focus::default());
    ask(&Of::new(view, &key(vpc), &dispatch, &focus).unwrap())
}

/// What a page of this plan is given.
pub(super) fn frame(plan: &Plan, at: Option<&str>) -> Frame {
    let view = seen(plan);
    let at = at.map(|at| AttrValue::from(at.to_owned()));
    Frame { before: view.clone(), view, at, onstep: Callback::noop() }
}

/// An existing VPC with everything in it, and a new one that is empty.
pub(super) fn full() -> Plan {
    crate::plan::read(
        r#"{"vpe_planner": 1, "plan": {"name": "full", "vpcs": [
        {"key": "prod", "origin": {"kind": "existing", "id": "r006-1"}, "wanted": {"name": "prod-vpc", "region": "us-south",
          "prefixes": [{"key": "p1", "origin": {"kind": "existing"}, "wanted": {"zone": "us-south-1", "cidr": "10.240.0.0/18"}}],
          "subnets": [
            {"key": "app-1", "origin": {"kind": "existing", "id": "0717-1"}, "wanted": {"name": "app-1", "zone": "us-south-1", "cidr": "10.240.0.0/24"}},
            {"key": "vpe-1", "wanted": {"name": "vpe-1", "zone": "us-south-1", "cidr": "10.240.8.0/26",
              "taken": [{"addresses": "10.240.8.40-10.240.8.41", "holder": "batch"}, {"addresses": "10.240.8.7"}],
              "reserved_ips": [{"key": "spare", "name": "spare", "address": "10.240.8.20"}]}}],
          "security_groups": [
            {"key": "clients", "wanted": {"name": "vpe-clients", "rules": [
              {"key": "https", "wanted": {"name": "https", "port_min": "443", "port_max": "443", "remote": "10.240.0.0/16"}},
              {"key": "ping", "wanted": {"direction": "outbound", "protocol": "icmp"}}]}},
            {"key": "tier", "origin": {"kind": "existing"}, "wanted": {"name": "app-tier", "rules": [
              {"key": "from-clients", "origin": {"kind": "existing"}, "wanted": {"protocol": "udp", "remote_group": "clients"}}]}}]}},
        {"key": "fresh", "wanted": {"name": "fresh", "region": "eu-de"}}],
        "gateways": [
          {"key": "kms", "wanted": {"name": "kms", "vpc": "prod", "addresses": [
            {"zone": "us-south-1", "subnet": "vpe-1", "how": "given", "address": "10.240.8.7"}]}},
          {"key": "cos", "wanted": {"name": "cos", "vpc": "prod", "addresses": [
            {"zone": "us-south-1", "subnet": "vpe-1", "how": "chosen"}]}}]}}"#,
    )
    .unwrap()
}
