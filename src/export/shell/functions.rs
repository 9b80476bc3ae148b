//! The functions that scripts define, each only where it is used.

use crate::export::text::Text;

/// A function of the scripts.
#[derive(Debug, Clone, Copy)]
pub(in crate::export) struct Function {
    /// Its name.
    pub(in crate::export) name: &'static str,
    /// Its definition, with the comment above.
    pub(in crate::export) text: &'static str,
    /// What it calls itself.
    pub(in crate::export) needs: &'static [&'static str],
}

/// A function whose definition is in `functions/` beside the file that names it.
///
/// One that stands in for another in some scripts has a file of its own: `"name" in "file"`.
macro_rules! function {
    ($name:literal, $needs:expr) => {
        $crate::export::shell::function!($name in $name, $needs)
    };
    ($name:literal in $file:literal, $needs:expr) => {
        $crate::export::shell::Function {
            name: $name,
            text: include_str!(concat!("functions/", $file, ".sh")),
            needs: &$needs,
        }
    };
}
pub(in crate::export) use function;

/// Those that both kinds of scripts use. `show` and `list`, which look, and `try_create`
/// and `tell`, which create and tell what would be created, are each tool's own.
const SHARED: [Function; 42] = [
    function!("say", []),
    function!("stop", ["say"]),
    function!("on_error", ["stop"]),
    function!("on_exit", ["say"]),
    function!("arguments", ["usage"]),
    function!("need", ["stop"]),
    function!("step", ["say"]),
    function!("look_up", ["say"]),
    function!("pause", []),
    function!("look", ["show"]),
    function!("look_again", []),
    function!("picked", ["stop"]),
    function!("find_named", ["picked"]),
    function!("need_named", ["find_named", "stop"]),
    function!("need_listed", ["stop"]),
    function!("find_in_vpc", ["picked"]),
    function!("need_in_vpc", ["find_in_vpc", "stop"]),
    function!("find_rule", ["picked"]),
    function!("find_acl_rule", ["picked"]),
    function!("find_gateway", ["picked"]),
    function!("find_address", ["picked"]),
    function!("find_bound", ["picked"]),
    function!("none_reserved", ["reserved_ips", "say"]),
    function!("find_dns_binding", ["picked"]),
    function!("find_resource_binding", ["picked"]),
    function!("list_policies", ["policies"]),
    function!("pick_policy", []),
    function!("find_policy", ["pick_policy"]),
    function!("find_crn", ["show"]),
    function!("find_delegated", ["show", "say"]),
    function!("or_create", ["try_create", "tell", "look_again", "pause", "say", "stop"]),
    function!("find_set", []),
    function!("find_attached", []),
    function!("find_without", []),
    function!("or_change", ["try_change", "tell", "look_again", "pause", "say", "stop"]),
    function!("made", []),
    function!("wait_available", ["show", "pause", "say", "stop"]),
    function!("wait_listed", ["pause", "say", "stop"]),
    function!("gateway_state", []),
    function!("wait_gateway", ["show", "gateway_state", "pause", "say", "stop"]),
    function!("has_address", ["show", "pause", "say", "stop"]),
    function!("waiting", ["say"]),
];

/// Functions of which some stand in for others of their names.
pub(in crate::export) fn instead(all: &[Function], own: &[Function]) -> Vec<Function> {
    let replaced = |f: &&Function| own.iter().any(|o| o.name == f.name);
    all.iter().filter(|f| !replaced(f)).chain(own).copied().collect()
}

/// Which functions scripts define that call `used`: of the shared ones and of a tool's
/// own, in the order of the lists. An own one replaces a shared one of its name.
pub(in crate::export) fn needed<'f>(own: &'f [Function], used: &[&str]) -> Vec<&'f Function> {
    let replaced = |shared: &&Function| own.iter().any(|f| f.name == shared.name);
    let all: Vec<&Function> = SHARED.iter().filter(|f| !replaced(f)).chain(own).collect();
    // Each once: a long script calls the same few functions thousands of times.
    let mut wanted: Vec<&str> = Vec::new();
    let mut asked: Vec<&str> = used.to_vec();
    while let Some(name) = asked.pop() {
        if !wanted.contains(&name) {
            wanted.push(name);
            asked.extend(all.iter().filter(|f| f.name == name).flat_map(|f| f.needs));
        }
    }
    all.into_iter().filter(|f| wanted.contains(&f.name)).collect()
}

/// Writes definitions.
pub(in crate::export) fn define(out: &mut Text, functions: &[&Function]) {
    for function in functions {
        out.gap();
        out.line(function.text.trim_end());
    }
}
