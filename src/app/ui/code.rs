//! Code: numbered lines outside the selection, with what the last edit changed
//! and what IBM Cloud would refuse.

use super::highlight::pieces;
use crate::export::Language;
use yew::prelude::*;

/// A line to show.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Shown {
    /// Its text.
    pub(crate) text: AttrValue,
    /// Whether the last edit changed it.
    pub(crate) changed: bool,
    /// Whether IBM Cloud would refuse it.
    pub(crate) refused: bool,
}

/// Properties of [`CodeBlock`].
#[derive(Properties, PartialEq)]
pub(crate) struct CodeBlockProps {
    /// What it is, for screen readers.
    pub(crate) label: AttrValue,
    /// What it is written in.
    pub(crate) language: Language,
    /// Its lines.
    pub(crate) lines: Vec<Shown>,
    /// Whether lines are numbered.
    #[prop_or(true)]
    pub(crate) numbered: bool,
}

/// A block of code that can be scrolled by keyboard. HCL scrolls sideways; the
/// others wrap.
#[component]
pub(crate) fn CodeBlock(props: &CodeBlockProps) -> Html {
    let language = props.language;
    let class =
        classes!("code", (language == Language::Hcl).then_some("wide"), (!props.numbered).then_some("plain"));
    html! {
        <pre {class} tabindex="0" role="region" aria-label={props.label.clone()}><code>
            { for props.lines.iter().enumerate().map(|(i, line)| html! {
                <CodeLine key={i} {language} line={line.clone()} />
            }) }
        </code></pre>
    }
}

#[derive(Properties, PartialEq)]
struct CodeLineProps {
    language: Language,
    line: Shown,
}

#[component]
fn CodeLine(props: &CodeLineProps) -> Html {
    let Shown { text, changed, refused } = &props.line;
    let class = classes!("l", changed.then_some("chg"), refused.then_some("bad"));
    let spans = pieces(props.language, text).into_iter().map(|(class, text)| {
        let text = text.to_owned();
        match class.css() {
            Some(class) => html! { <span {class}>{ text }</span> },
            None => html! { { text } },
        }
    });
    html! {
        <span {class}>
            if *refused { <span class="vh">{ "has an error: " }</span> }
            if *changed { <span class="vh">{ "changed: " }</span> }
            { for spans }{ "\n" }
        </span>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::markup;

    #[tokio::test(flavor = "current_thread")]
    async fn marks_lines_in_words_and_escapes_their_text() {
        let lines = vec![
            Shown { text: "# a < b".into(), changed: true, refused: false },
            Shown { text: "--rip x".into(), changed: false, refused: true },
        ];
        let html = markup(html! { <CodeBlock label="CLI" language={Language::Bash} {lines} /> }).await;
        assert!(html.contains(r#"class="l chg""#) && html.contains("changed: "), "{html}");
        assert!(html.contains(r#"class="l bad""#) && html.contains("has an error: "), "{html}");
        assert!(html.contains("# a &lt; b"), "{html}");
    }
}
