//! The roles that a run takes, for its `README.md`.

use super::text::Text;
use crate::catalog::ACTIONS;
use crate::steps::Run;

/// Who needs the roles of a run.
pub const WHO: &str = "Whoever runs them has these roles in the account, or roles of its own with the actions behind them. Editor includes Operator and Viewer, and what it takes to change and remove what was made.";

/// How far the names of the actions are known.
pub const AS_EVENTS: &str =
    "Actions on gateways, reserved IPs and DNS bindings are called here as IBM's list of events calls them.";

/// Writes the section, where the run needs anything.
pub(super) fn section(out: &mut Text, run: &Run) {
    let rights = run.rights();
    if rights.is_empty() {
        return;
    }
    out.gap();
    out.line("## Who may run it");
    out.gap();
    out.line(WHO);
    out.gap();
    out.line("| role | on | to | actions that IBM's pages name | read in |");
    out.line("|---|---|---|---|---|");
    for right in rights {
        let actions: Vec<String> = right.actions.iter().map(|a| format!("`{a}`")).collect();
        let (title, url, date) = (right.source.title, right.source.url, right.source.date);
        out.line(format!(
            "| {} | {} | {} | {} | [{title}]({url}), {date} |",
            right.role,
            right.on,
            right.to,
            actions.join(", ")
        ));
    }
    out.gap();
    out.line(format!("{AS_EVENTS} All actions of a role: <{ACTIONS}>."));
}
