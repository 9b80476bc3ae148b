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
macro_rules! function {
    ($name:literal, $needs:expr) => {
        $crate::export::shell::Function {
            name: $name,
            text: include_str!(concat!("functions/", $name, ".sh")),
            needs: &$needs,
        }
    };
}
pub(in crate::export) use function;

/// Those that both kinds of scripts use.
const SHARED: [Function; 8] = [
    function!("stop", []),
    function!("say", []),
    function!("find_id", ["stop"]),
    function!("need_id", ["stop", "find_id"]),
    function!("new_id", ["stop"]),
    function!("find_rule", []),
    function!("find_gateway", []),
    function!("gateway_state", []),
];

/// Writes the definitions of the functions that `used` names and of those that
/// they call, of the shared ones and of a tool's own, in the order of the lists.
pub(in crate::export) fn functions(out: &mut Text, own: &[Function], used: &[&str]) {
    let all: Vec<&Function> = SHARED.iter().chain(own).collect();
    // Each once: a long script calls the same few functions thousands of times.
    let mut wanted: Vec<&str> = Vec::new();
    let mut asked: Vec<&str> = used.to_vec();
    while let Some(name) = asked.pop() {
        if !wanted.contains(&name) {
            wanted.push(name);
            asked.extend(all.iter().filter(|f| f.name == name).flat_map(|f| f.needs));
        }
    }
    for function in all.iter().filter(|f| wanted.contains(&f.name)) {
        out.gap();
        out.line(function.text.trim_end());
    }
}
