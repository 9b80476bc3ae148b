//! A finding: a sentence with a button.

use super::{Go, Kind, Sym, icon};
use crate::app::route::Page;
use crate::app::rules_page::row_id;
use crate::app::state::{Action, Dispatch};
use crate::app::view::Spot;
use crate::app::words;
use crate::rules::{Finding, Rule, Severity};
use yew::prelude::*;

/// A finding in full: severity in words, what is wrong, what follows, the fix,
/// the code, the source with its date.
pub(crate) fn finding_box(finding: &Finding, dispatch: &Dispatch) -> Html {
    let severity = finding.rule.severity;
    let class = match severity {
        Severity::Error => "find err",
        Severity::Warning => "find warn",
        Severity::Advice => "find",
    };
    let source = finding.rule.source;
    html! {
        <div {class}>
            { icon(Sym::of(severity)) }
            <p><b>{ words::severity(severity) }{ ": " }{ &finding.title }</b>{ " " }{ &finding.detail }</p>
            <p class="act">
                { fix_button(finding, dispatch) }
                { rule_link(finding.rule) }
                <a href={source.url} target="_blank" rel="noreferrer">
                    { "Source, " }{ words::date(source.date) }<span class="vh">{ ": " }{ source.title }</span>
                </a>
            </p>
        </div>
    }
}

/// The code of a rule, which leads to it.
pub(crate) fn rule_link(rule: &'static Rule) -> Html {
    html! { <Go to={Page::Rules} at={AttrValue::from(row_id(rule))}><code>{ rule.code }</code></Go> }
}

/// The button that mends a finding, where it can be mended.
pub(crate) fn fix_button(finding: &Finding, dispatch: &Dispatch) -> Html {
    let Some(fix) = &finding.fix else { return Html::default() };
    let (edit, dispatch) = (fix.edit.clone(), dispatch.clone());
    let onclick = Callback::from(move |_: MouseEvent| {
        dispatch.act(Action::Settle);
        dispatch.edit(edit.clone());
    });
    html! { <button type="button" class={classes!(Kind::Third.class(), "s")} {onclick}>{ &fix.title }</button> }
}

/// The findings at a place, described by which its field is.
pub(crate) fn findings_at(spot: &Spot, dispatch: &Dispatch) -> Html {
    if spot.findings.is_empty() {
        return Html::default();
    }
    html! {
        <div class="finds" id={spot.said.clone()}>
            { for spot.findings.iter().map(|f| finding_box(f, dispatch)) }
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
        let html = markup(findings_at(&spot, &Dispatch::new(Callback::noop()))).await;
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
