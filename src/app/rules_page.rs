//! All rules: what is checked, why, and on which document it rests.

use super::route::Page;
use super::ui::{Go, MainPart, Sym, icon};
use super::view::Seen;
use super::words;
use crate::rules::{RULES, Rule};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`RulesPage`].
#[derive(Properties, PartialEq)]
pub(super) struct RulesProps {
    /// The plan.
    pub(super) view: Seen,
}

/// A table of all rules, with a search in it.
#[component]
pub(super) fn RulesPage(props: &RulesProps) -> Html {
    let sought = use_state_eq(String::new);
    let oninput = {
        let sought = sought.setter();
        Callback::from(move |event: InputEvent| {
            sought.set(event.target_unchecked_into::<HtmlInputElement>().value());
        })
    };
    let found: Vec<&Rule> = RULES.iter().copied().filter(|rule| fits(rule, &sought)).collect();
    let count = format!("{} of {} are listed.", found.len(), words::count(RULES.len(), "rule", "rules"));
    html! {
        <MainPart title="Rules" class="rules-page">
            <header class="phead">
                <h1 tabindex="-1">{ "Rules" }</h1>
                <p>{ "Every plan is checked for all of these, at each change. An error is what IBM Cloud would refuse, a warning what it accepts and what will hurt, advice is practice. A rule that needs to know what the plan does not say is silent." }</p>
            </header>
            <div class="grid">
                <div class="field">
                    <label for="sought">{ "Search the rules" }</label>
                    <input id="sought" type="search" value={(*sought).clone()} aria-describedby="listed" autocomplete="off" spellcheck="false" {oninput} />
                    <span class="helper" id="listed" role="status">{ count }</span>
                </div>
            </div>
            if !found.is_empty() {
                <table class="stack findings gap">
                    <thead><tr>
                        <th scope="col">{ "Severity" }</th><th scope="col">{ "Rule" }</th>
                        <th scope="col">{ "Why" }</th><th scope="col">{ "Source" }</th>
                    </tr></thead>
                    <tbody>{ for found.into_iter().map(|rule| row(&props.view, rule)) }</tbody>
                </table>
            }
        </MainPart>
    }
}

/// Whether each word that is sought is somewhere in what a rule says, in any case of letters.
fn fits(rule: &Rule, sought: &str) -> bool {
    let text = [rule.code, rule.severity.name(), rule.summary, rule.explanation, rule.source.title].join(" ");
    let text = text.to_lowercase();
    sought.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

/// DOM id of a rule's row, where links to it lead.
pub(super) fn row_id(rule: &Rule) -> String {
    format!("rule:{}", rule.code)
}

fn row(view: &Seen, rule: &Rule) -> Html {
    let source = rule.source;
    let here = view.findings.iter().filter(|f| f.rule.code == rule.code).count();
    html! {
        <tr key={rule.code}>
            <td class="nowrap">{ icon(Sym::of(rule.severity)) }{ " " }{ words::severity(rule.severity) }</td>
            <th scope="row" class="break" id={row_id(rule)} tabindex="-1">
                { rule.summary }<br /><code class="small muted">{ rule.code }</code>
                if here > 0 {
                    <br /><Go to={Page::Overview} at="findings">{ words::count(here, "finding", "findings") }{ " in this plan" }</Go>
                }
            </th>
            <td class="break">{ rule.explanation }</td>
            <td class="small">
                <a href={source.url} target="_blank" rel="noreferrer">{ source.title }</a><br />
                <span class="helper">{ "as of " }{ words::date(source.date) }</span>
            </td>
        </tr>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{clashing, markup};
    use std::rc::Rc;

    #[tokio::test(flavor = "current_thread")]
    async fn each_rule_is_there_with_its_reason_and_source() {
        let view = Seen::of(&Rc::new(clashing()));
        let html = markup(html! { <RulesPage {view} /> }).await;
        for rule in RULES {
            assert!(html.contains(&format!("id=\"{}\"", row_id(rule))), "{}", rule.code);
            assert!(html.contains(rule.source.url), "{}", rule.code);
        }
        assert_eq!(html.matches("<tr>").count() - 1, RULES.len());
        assert!(html.contains("1 finding in this plan"), "{html}");
    }

    #[test]
    fn words_are_found_wherever_a_rule_has_them() {
        let found = |sought: &str| RULES.iter().filter(|r| fits(r, sought)).count();
        assert_eq!(found(""), RULES.len());
        assert_eq!(found("  "), RULES.len());
        assert_eq!(found("address-taken"), 1);
        assert_eq!(found("PRIVATE path REGION"), found("region private path"));
        assert!((1..RULES.len()).contains(&found("private path")));
        assert_eq!(found("no rule has these words"), 0);
    }
}
