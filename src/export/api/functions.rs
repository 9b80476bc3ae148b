//! The functions of the API scripts.

use crate::export::shell::{Function, function};

/// Those that the API scripts have for themselves.
pub(super) const FUNCTIONS: [Function; 26] = [
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
