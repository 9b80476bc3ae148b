//! What makes one thing of the plan by itself, to copy: its look-ups and its
//! command, its call with the body, or its block.

use super::files::copy_text;
use crate::app::state::use_dispatch;
use crate::app::ui::{Button, CodeBlock, Kind, Shown, Sym};
use crate::app::view::Seen;
use crate::export::{File, Language, Line, Tool};
use crate::handover;
use crate::plan::{Object, Plan};
use crate::steps;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

/// Properties of [`Alone`].
#[derive(Properties, PartialEq)]
pub(super) struct AloneProps {
    /// The plan.
    pub(super) view: Seen,
    /// In whose language.
    pub(super) tool: Tool,
}

/// The section.
#[component]
pub(super) fn Alone(props: &AloneProps) -> Html {
    let dispatch = use_dispatch();
    let chosen = use_state_eq(|| 0usize);
    let things = use_memo(props.view.clone(), things);
    let at = (*chosen).min(things.len().saturating_sub(1));
    let Some(thing) = things.get(at).cloned() else { return Html::default() };
    let view = &props.view;
    let lines = joined(handover::alone(&view.plan, &view.model, &view.findings, props.tool, &thing));
    let onchange = {
        let chosen = chosen.setter();
        Callback::from(move |event: Event| {
            let index = event.target_unchecked_into::<HtmlSelectElement>().selected_index();
            chosen.set(usize::try_from(index).unwrap_or_default());
        })
    };
    let name = name(&thing, &view.plan);
    let text: String = lines.iter().flat_map(|l| [l.text.as_str(), "\n"]).collect();
    let copy = copy_text(name.clone(), text, &dispatch);
    let language = if props.tool == Tool::Terraform { Language::Hcl } else { Language::Bash };
    let option = |(i, of): (usize, &Object)| html! { <option selected={i == at}>{ self::name(of, &view.plan) }</option> };
    let shown = |line: &Line| Shown { text: line.text.clone().into(), changed: false, refused: false };
    html! {
        <section aria-labelledby="alone">
            <h2 id="alone">{ "One thing by itself" }</h2>
            <p class="muted">{ "Complete with its look-ups, so that it can be run without the rest. What the plan makes before it must exist." }</p>
            <p class="row gap">
                <label class="vh" for="alone-of">{ "Thing" }</label>
                <select id="alone-of" {onchange}>{ for things.iter().enumerate().map(option) }</select>
                <Button kind={Kind::Ghost} icon={Sym::Copy} of={name.clone()} onclick={copy}>{ "Copy" }</Button>
            </p>
            <div class="text">
                <CodeBlock label={format!("{name}, {}", props.tool.name())} {language} lines={lines.iter().map(shown).collect::<Vec<_>>()} />
            </div>
        </section>
    }
}

/// What the plan makes, in the order of creation; a gateway with its addresses,
/// bindings and tags is one thing, and so is a new network ACL with its rules.
fn things(view: &Seen) -> Vec<Object> {
    let mut things: Vec<Object> = Vec::new();
    for step in steps::runs(&view.model).iter().flat_map(|run| &run.steps) {
        let object = match (step.gateway(), step) {
            (Some(gateway), _) => Object::Gateway(gateway.key.clone()),
            (None, steps::Step::AclRule(s)) if s.acl.known == steps::Known::Made => {
                Object::Acl(s.acl.key.clone())
            }
            (None, _) if matches!(step, steps::Step::LookUp(_) | steps::Step::Adopt(_)) => continue,
            (None, _) => step.object(),
        };
        // The steps of a thing stand together.
        if things.last() != Some(&object) {
            things.push(object);
        }
    }
    things
}

fn name(object: &Object, plan: &Plan) -> String {
    let kind = match object {
        Object::Vpc(_) => "VPC",
        Object::Prefix(_) => "Address prefix",
        Object::Acl(_) => "Network ACL",
        Object::AclRule(_) => "Network ACL rule",
        Object::Subnet(_) => "Subnet",
        Object::Group(_) => "Security group",
        Object::Rule(_) => "Rule",
        Object::DnsBinding(_) => "DNS resolution binding",
        Object::ResourceBinding(_) => "Resource binding",
        Object::Gateway(_) => "Gateway",
        Object::Policy(_) => "Authorization policy",
        Object::Plan | Object::Taken(..) | Object::ReservedIp(_) | Object::Address(..) => "",
    };
    format!("{kind} {}", plan.label(object))
}

/// The lines of the files, one after the other. Files of Terraform's language are
/// one as well as several; values, which are not of it, stand in comments.
fn joined(files: Vec<File>) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for file in files {
        let values = file.path.ends_with(".tfvars");
        if !lines.is_empty() {
            let path = format!("# {}", file.path);
            lines.extend(["", &path].map(|text| Line { text: text.to_owned(), place: None }));
        }
        lines.extend(file.lines.into_iter().map(|mut line| {
            if values && !line.text.is_empty() && !line.text.starts_with('#') {
                line.text.insert_str(0, "# ");
            }
            line
        }));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{clashing, key, markup};
    use std::rc::Rc;

    #[test]
    fn each_thing_stands_once_in_the_order_of_creation() {
        let view = Seen::of(&Rc::new(clashing()));
        let things = things(&view);
        let names: Vec<_> = things.iter().map(|t| name(t, &view.plan)).collect();
        assert_eq!(things.last(), Some(&Object::Gateway(key("app-secrets"))));
        assert!(names.contains(&"Gateway app-kms".to_owned()), "{names:?}");
        for (i, thing) in things.iter().enumerate() {
            assert!(!things[..i].contains(thing), "{names:?}");
            for tool in Tool::ALL {
                let files = handover::alone(&view.plan, &view.model, &view.findings, tool, thing);
                assert!(!joined(files).is_empty(), "{names:?}");
            }
        }
    }

    #[test]
    fn terraform_is_one_text_that_its_language_takes() {
        let view = Seen::of(&Rc::new(clashing()));
        for thing in things(&view) {
            let files = handover::alone(&view.plan, &view.model, &view.findings, Tool::Terraform, &thing);
            let text: String = joined(files).iter().flat_map(|l| [l.text.as_str(), "\n"]).collect();
            let body: Result<hcl::Body, _> = hcl::from_str(&text);
            assert!(body.is_ok(), "{body:?}\n{text}");
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn one_is_chosen_shown_and_copied() {
        let view = Seen::of(&Rc::new(clashing()));
        let html = markup(html! { <Alone {view} tool={Tool::Cli} /> }).await;
        for part in
            ["One thing by itself", r#"<select id="alone-of">"#, "Gateway app-kms", "#!/usr/bin/env bash"]
        {
            assert!(html.contains(part), "{part} is not in\n{html}");
        }
    }
}
