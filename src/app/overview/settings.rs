//! The plan's own fields: name, notes, account, tool versions.

use super::rail_foot::{cli, provider};
use crate::app::ui::{Opt, Progress, Section, Select, TextArea, TextField, Width};
use crate::app::view::View;
use crate::edit::{Choice, Edit};
use crate::plan::{CliVersion, DEFAULT_API_VERSION, Field, Object, ProviderVersion};
use crate::rules::Counts;
use yew::prelude::*;

/// The section of the plan's own fields.
pub(super) fn settings(view: &View) -> Html {
    let plan = &view.plan;
    let spot = |field| view.spot(Object::Plan.at(field));
    let counts = Counts::of(view.findings_of(&Object::Plan));
    let progress = if counts == Counts::default() { Progress::Silent } else { Progress::Found(counts) };
    let choose = |choice| Edit::choose(Object::Plan, choice);
    let cli_versions = [CliVersion::From16, CliVersion::Before16]
        .map(|v| Opt::new(cli(v), cli(v), choose(Choice::Cli(v))))
        .to_vec();
    let providers = [ProviderVersion::From2_1, ProviderVersion::Before1_87]
        .map(|v| Opt::new(provider(v), provider(v), choose(Choice::Provider(v))))
        .to_vec();
    html! {
        <Section id="settings" title="Plan settings" {progress} open={false}>
            <div class="grid">
                <TextField spot={spot(Field::Name)} label="Name" value={plan.name.clone()}
                    helper="For people, and for the names of files. Nothing in IBM Cloud is called so." />
                <TextField spot={spot(Field::Account)} label="Account id" optional=true mono=true value={plan.account.clone()}
                    helper="32 digits and letters, from Manage, Account in the console. The exports stop when they run in another account." />
                <TextArea spot={spot(Field::Notes)} label="Notes" optional=true value={plan.notes.clone()} width={Width::Full}
                    helper="For readers of the plan. Nothing is exported from them." />
                <Select spot={spot(Field::Cli)} label="CLI plug-in vpc-infrastructure" value={cli(plan.targets.cli)} options={cli_versions}
                    helper="ibmcloud plugin list shows yours." width={Width::Third} />
                <TextField spot={spot(Field::Api)} label="API version" mono=true value={plan.targets.api.clone()} width={Width::Third}
                    helper={format!("The date that each call names, such as {DEFAULT_API_VERSION}.")} />
                <Select spot={spot(Field::Provider)} label="Terraform provider IBM-Cloud/ibm" value={provider(plan.targets.provider)}
                    options={providers} helper="terraform version shows yours." width={Width::Third} />
            </div>
        </Section>
    }
}
