//! The functions of the API scripts.

use crate::export::shell::{Function, function, instead};
use crate::steps::{Run, Scope};

/// Those that the API scripts have for themselves.
const FUNCTIONS: [Function; 26] = [
    function!("usage", []),
    function!("log_in", ["stop"]),
    function!("request", ["log_in"]),
    function!("call", ["request", "pause", "stop"]),
    function!("vpc_url", []),
    function!("show", ["vpc_url", "call"]),
    function!("fetch", ["show"]),
    function!("list", ["fetch"]),
    function!("reserved_ips", ["fetch", "uri"]),
    function!("addresses_apart", ["none_reserved"]),
    function!("list_groups", ["call"]),
    function!("account", ["list_groups", "stop", "say"]),
    function!("body", []),
    function!("body_here", []),
    function!("try_create", ["vpc_url", "request"]),
    function!("try_change", ["request", "vpc_url"]),
    function!("tell", ["say"]),
    function!("uri", []),
    function!("bind_ip", ["uri", "look", "find_bound", "or_create", "has_address"]),
    function!("delegate", ["vpc_url", "call", "tell", "say"]),
    function!("attach_tags", ["call", "say", "stop"]),
    function!("list_kind", ["fetch", "list_groups", "uri"]),
    function!("path_of", ["vpc_url", "uri"]),
    function!("try_look", ["path_of", "request", "stop"]),
    function!("try_remove", ["path_of", "vpc_url", "request", "uri"]),
    function!("look_at_tags", ["call", "uri", "matched"]),
];

/// Those that stand in for others, or beside them, where the run is about policies.
const POLICIES: [Function; 6] = [
    function!("usage" in "usage_policy", []),
    function!("policies", ["call", "uri"]),
    function!("try_create" in "try_create_policy", ["request"]),
    function!("tell" in "tell_policy", ["say"]),
    function!("try_look" in "try_look_policy", ["request", "uri", "stop"]),
    function!("try_remove" in "try_remove_policy", ["request", "uri"]),
];

/// The functions for the scripts of a run.
pub(super) fn functions(run: &Run) -> Vec<Function> {
    match run.scope {
        Scope::Region { .. } => FUNCTIONS.to_vec(),
        Scope::Policies => instead(&FUNCTIONS, &POLICIES),
    }
}
