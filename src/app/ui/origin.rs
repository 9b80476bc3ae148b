//! Whether an object is new, exists, or exists and is taken over.

use super::Opt;
use crate::edit::{Choice, Edit};
use crate::plan::{Object, On, Origin, OriginKind};

/// What follows where Terraform takes something over.
pub(crate) const TAKEN_OVER: &str =
    "Terraform imports it by its ID, and from then on changes and destroys it as what it made itself.";

/// The third choice.
pub(crate) const TAKES_OVER: &str = "Exists, and Terraform takes it over";

/// Help for a resource group: of what is taken over it may stay unknown.
pub(crate) fn resource_group_help(origin: &Origin) -> &'static str {
    if is_adopted(origin) {
        "Name or ID; empty to leave it as it is"
    } else {
        "Name or ID; empty for the account's default group"
    }
}

/// Whether an object exists and is taken over.
pub(crate) fn is_adopted(origin: &Origin) -> bool {
    origin.kind == OriginKind::Existing && origin.on == On::Adopt
}

/// The value of the option that is chosen.
pub(crate) fn origin_word(origin: &Origin) -> &'static str {
    match origin.kind {
        OriginKind::New => "new",
        OriginKind::Existing if origin.on == On::Adopt => "adopt",
        OriginKind::Existing => "existing",
    }
}

/// What choosing each of the three does.
pub(crate) fn origin_edits(object: &Object) -> [Edit; 3] {
    [Choice::Origin(OriginKind::New), Choice::Origin(OriginKind::Existing), Choice::On(On::Adopt)]
        .map(|choice| Edit::choose(object.clone(), choice))
}

/// The three as options of a select.
pub(crate) fn origin_options(object: &Object, new: &'static str, exists: &'static str) -> Vec<Opt> {
    let [to_new, to_existing, adopt] = origin_edits(object);
    vec![
        Opt::new("new", new, to_new),
        Opt::new("existing", exists, to_existing),
        Opt::new("adopt", TAKES_OVER, adopt),
    ]
}
