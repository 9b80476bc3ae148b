//! Which tool versions the exports are for, at the foot of the rail.

use crate::app::route::Page;
use crate::app::ui::Go;
use crate::plan::{CliVersion, Field, Object, Plan, ProviderVersion};
use yew::prelude::*;

/// The versions, and where to change them.
pub(in crate::app) fn rail_foot(plan: &Plan) -> Html {
    let targets = &plan.targets;
    html! {
        <div class="foot">
            { format!("Exports for CLI plug-in {}, API {}, provider {}. ", cli(targets.cli), targets.api, provider(targets.provider)) }
            <Go to={Page::Overview} at={AttrValue::from(Object::Plan.at(Field::Cli).path(plan))}>
                { "Change" }<span class="vh">{ " tool versions" }</span>
            </Go>
        </div>
    }
}

/// Versions of the CLI plug-in, in words.
pub(super) fn cli(version: CliVersion) -> &'static str {
    match version {
        CliVersion::From16 => "16 or later",
        CliVersion::Before16 => "before 16",
    }
}

/// Versions of the provider, in words.
pub(super) fn provider(version: ProviderVersion) -> &'static str {
    match version {
        ProviderVersion::From2_1 => "2.1 or later",
        ProviderVersion::Before1_87 => "before 1.87",
    }
}
