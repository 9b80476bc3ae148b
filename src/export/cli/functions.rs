//! The functions of the CLI scripts.

use crate::export::shell::{Function, function, instead};
use crate::steps::{Run, Scope};

/// Those that the CLI scripts have for themselves.
const FUNCTIONS: [Function; 23] = [
    function!("usage", []),
    function!("need_plug_in", ["stop", "say"]),
    function!("ibm", []),
    function!("run", ["ibm"]),
    function!("show", ["run", "pause", "stop"]),
    function!("fetch", ["show"]),
    function!("list", ["fetch"]),
    function!("reserved_ips", ["fetch"]),
    function!("new_ip", []),
    function!("addresses_apart", ["none_reserved"]),
    function!("target", ["ibm", "show", "stop", "say"]),
    function!("default_group", ["list", "stop"]),
    function!("try_create", ["run"]),
    function!("try_change", ["ibm"]),
    function!("tell", ["say"]),
    function!("bind_ip", ["look", "find_bound", "or_create", "has_address"]),
    function!("delegate", ["show", "tell", "say"]),
    function!("attach_tags", ["ibm", "pause", "say", "stop"]),
    function!("listing", []),
    function!("list_kind", ["listing", "fetch"]),
    function!("try_look", ["listing", "run"]),
    function!("try_remove", ["run", "ibm"]),
    function!("look_at_tags", ["matched", "show", "say"]),
];

/// Those that stand in for others, or beside them, where the run is about policies.
const POLICIES: [Function; 7] = [
    function!("usage" in "usage_policy", []),
    function!("logged_in", ["show", "stop", "say"]),
    function!("policies", ["fetch"]),
    function!("try_create" in "try_create_policy", ["run"]),
    function!("tell" in "tell_policy", ["say"]),
    function!("try_look" in "try_look_policy", ["run"]),
    function!("try_remove" in "try_remove_policy", ["ibm"]),
];

/// The functions for the scripts of a run.
pub(super) fn functions(run: &Run) -> Vec<Function> {
    match run.scope {
        Scope::Region { .. } => FUNCTIONS.to_vec(),
        Scope::Policies => instead(&FUNCTIONS, &POLICIES),
    }
}
