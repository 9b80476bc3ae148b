//! A finding: a sentence with a button.

use super::field::findings_id;
use super::{Button, Icon, Kind, Sym};
use crate::app::state::{Action, use_dispatch};
use crate::app::view::Spot;
use crate::app::words;
use crate::rules::{Finding, Severity};
use yew::prelude::*;

/// Properties of [`FindingBox`].
#[derive(Properties, PartialEq)]
pub(crate) struct FindingProps {
    /// The finding.
    pub(crate) finding: Finding,
}

/// A finding in full: severity in words, what is wrong, what follows, the fix,
/// the code, the source with its date.
#[component]
pub(crate) fn FindingBox(props: &FindingProps) -> Html {
    let finding = &props.finding;
    let severity = finding.rule.severity;
    let class = match severity {
        Severity::Error => "find err",
        Severity::Warning => "find warn",
        Severity::Advice => "find",
    };
    let source = finding.rule.source;
    html! {
        <div {class}>
            <Icon of={Sym::of(severity)} />
            <p><b>{ words::severity(severity) }{ ": " }{ &finding.title }</b>{ " " }{ &finding.detail }</p>
            <p class="act">
                <FixButton finding={finding.clone()} />
                <code>{ finding.rule.code }</code>
                <a href={source.url} target="_blank" rel="noreferrer">
                    { "Source, " }{ words::date(source.date) }<span class="vh">{ ": " }{ source.title }</span>
                </a>
            </p>
        </div>
    }
}

/// The button that mends a finding, where it can be mended.
#[component]
pub(crate) fn FixButton(props: &FindingProps) -> Html {
    let dispatch = use_dispatch();
    let Some(fix) = &props.finding.fix else { return Html::default() };
    let edit = fix.edit.clone();
    let onclick = Callback::from(move |()| {
        dispatch.act(Action::Settle);
        dispatch.edit(edit.clone());
    });
    html! { <Button kind={Kind::Third} small=true {onclick}>{ &fix.title }</Button> }
}

/// Properties of [`FindingsAt`].
#[derive(Properties, PartialEq)]
pub(crate) struct FindingsAtProps {
    /// The place.
    pub(crate) spot: Spot,
}

/// The findings at a place, where its field does not show them itself.
#[component]
pub(crate) fn FindingsAt(props: &FindingsAtProps) -> Html {
    if props.spot.findings.is_empty() {
        return Html::default();
    }
    html! {
        <div class="finds" id={findings_id(&props.spot.id)}>
            { for props.spot.findings.iter().map(|f| html! { <FindingBox finding={f.clone()} /> }) }
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{clashing, key, markup};
    use crate::app::view::Seen;
    use crate::plan::{Field, Object};
    use std::rc::Rc;

    #[tokio::test(flavor = "current_thread")]
    async fn says_severity_reason_fix_code_and_source() {
        let view = Seen::of(&Rc::new(clashing()));
        let spot = view.spot(Object::Address(key("app-secrets"), 0).at(Field::Address));
        let html = markup(html! { <FindingsAt {spot} /> }).await;
        for part in [
            r#"id="gateways/app-secrets/addresses/us-south-1/address:findings""#,
            "<b>Error: 10.240.8.4 is already planned for app-kms.</b>",
            ">Use 10.240.8.5, the next free</button>",
            "<code>address-taken</code>",
            "Source, 21 Aug 2026",
        ] {
            assert!(html.contains(part), "{part} is not in\n{html}");
        }
    }
}
