//! One kept plan: open it, rename it in place, and the rest.

use super::kept::Act;
use crate::app::browser;
use crate::app::route::{Page, Route};
use crate::app::store::{Content, Kept};
use crate::app::ui::{Button, Kind};
use crate::app::words::{count, plan_name};
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// Properties of [`KeptRow`].
#[derive(Properties, PartialEq)]
pub(super) struct RowProps {
    /// The plan.
    pub(super) kept: Kept,
    /// Told what is to be done.
    pub(super) onact: Callback<Act>,
}

/// DOM id of the link that opens a plan.
pub(super) fn open_id(id: &str) -> String {
    format!("kept/{id}")
}

/// A row of the table of kept plans.
#[component]
pub(super) fn KeptRow(props: &RowProps) -> Html {
    let Kept { id, name, edited, content, held } = &props.kept;
    let renaming = use_state_eq(|| false);
    let back = use_mut_ref(|| false);
    let shown = plan_name(name);
    let act = |act: Act| {
        let onact = props.onact.clone();
        Callback::from(move |()| onact.emit(act.clone()))
    };
    let rename = {
        let renaming = renaming.setter();
        Callback::from(move |()| renaming.set(true))
    };
    let onname = {
        let (renaming, onact) = (renaming.setter(), props.onact.clone());
        let (id, before, back) = (id.clone(), name.clone(), back.clone());
        Callback::from(move |Typed { name, by_key }| {
            renaming.set(false);
            *back.borrow_mut() = by_key;
            if let Some(name) = name.filter(|name| *name != before) {
                onact.emit(Act::Rename(id.clone(), name));
            }
        })
    };
    {
        let id = open_id(id);
        use_effect(move || {
            // The field that had the focus is gone.
            if std::mem::take(&mut *back.borrow_mut()) {
                browser::arrive(Some(&id));
            }
        });
    }
    let of = AttrValue::from(shown.clone());
    let readable = content.is_ok();
    let ghost = |label: &'static str, onclick: Callback<()>| {
        html! { <Button kind={Kind::Ghost} small=true of={of.clone()} {onclick}>{ label }</Button> }
    };
    html! {
        <tr>
            <th scope="row" class="break">
                if *renaming {
                    <NameField name={name.clone()} {onname} />
                } else if readable {
                    <a id={open_id(id)} href={Route::page(id, Page::Overview).href()}>{ &shown }</a>
                } else {
                    <span id={open_id(id)} tabindex="-1">{ &shown }</span>
                }
            </th>
            <td class="small">
                { match content {
                    Ok(content) => html! { { size(*content) } },
                    Err(why) => html! { <span class="bad-plan">{ "Cannot be opened: " }{ why.to_string() }{ "." }</span> },
                } }
                if *edited > 0.0 { <p class="helper nowrap">{ "edited " }{ browser::moment(*edited) }</p> }
                if let Some(refusal) = held {
                    <p class="helper">{ "In this tab only: " }{ refusal.to_string() }{ "." }</p>
                }
            </td>
            <td class="acts">
                if readable {
                    { ghost("Rename", rename) }
                    { ghost("Duplicate", act(Act::Duplicate(id.clone()))) }
                }
                { ghost("Download", act(Act::Download(id.clone(), name.clone()))) }
                <Button kind={Kind::Danger} small=true {of} onclick={act(Act::Delete(id.clone()))}>{ "Delete" }</Button>
            </td>
        </tr>
    }
}

fn size(content: Content) -> String {
    match (content.vpcs, content.gateways) {
        (0, 0) => "empty".to_owned(),
        (vpcs, gateways) => {
            format!("{}, {}", count(vpcs, "VPC", "VPCs"), count(gateways, "gateway", "gateways"))
        }
    }
}

/// The end of renaming.
struct Typed {
    /// The new name; none where it stays as it is.
    name: Option<String>,
    /// Whether a key ended it, so that the focus is still here.
    by_key: bool,
}

#[derive(Properties, PartialEq)]
struct NameFieldProps {
    name: AttrValue,
    /// Told once, at the end.
    onname: Callback<Typed>,
}

/// The name while it is changed: Enter or leaving the field keeps it, Escape does
/// not.
#[component]
fn NameField(props: &NameFieldProps) -> Html {
    let field = use_node_ref();
    let ended = use_mut_ref(|| false);
    {
        let field = field.clone();
        use_effect_with((), move |()| {
            if let Some(input) = field.cast::<HtmlInputElement>() {
                // A field that has just been drawn takes the focus.
                let _focused = input.focus();
                input.select();
            }
        });
    }
    let end = {
        let (field, onname) = (field.clone(), props.onname.clone());
        move |keep: bool, by_key: bool| {
            // Some browsers say that a field is left when it is taken away.
            if std::mem::replace(&mut *ended.borrow_mut(), true) {
                return;
            }
            let name = field.cast::<HtmlInputElement>().filter(|_| keep).map(|input| input.value());
            onname.emit(Typed { name, by_key });
        }
    };
    let onkeydown = {
        let end = end.clone();
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => end(true, true),
            "Escape" => end(false, true),
            _ => {}
        })
    };
    let onblur = Callback::from(move |_: FocusEvent| end(true, false));
    html! {
        <input ref={field} value={props.name.clone()} aria-label="Name of the plan" autocomplete="off" spellcheck="false"
            {onkeydown} {onblur} />
    }
}

#[cfg(test)]
mod tests {
    use super::super::kept::kept_plans;
    use super::*;
    use crate::app::store::{Listing, Refusal};
    use crate::app::testing::markup;
    use crate::plan::FileError;

    fn kept(id: &str, content: Result<Content, FileError>, held: Option<Refusal>) -> Kept {
        Kept { id: id.into(), name: format!("plan {id}"), edited: 0.0, content, held }
    }

    async fn table(plans: Vec<Kept>, refusal: Option<Refusal>) -> String {
        let listing = Listing { plans, refusal };
        markup(kept_plans(&listing, &Callback::noop())).await
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_plan_has_its_name_content_and_what_can_be_done() {
        let html = table(vec![kept("a", Ok(Content { vpcs: 1, gateways: 2 }), None)], None).await;
        for part in [
            r##"<a id="kept/a" href="#/p/a/overview">plan a</a>"##,
            "1 VPC, 2 gateways",
            r#"Rename<span class="vh"> plan a</span>"#,
            r#"Duplicate<span class="vh"> plan a</span>"#,
            r#"Download<span class="vh"> plan a</span>"#,
            r#"Delete<span class="vh"> plan a</span>"#,
        ] {
            assert!(html.contains(part), "{part} is not in\n{html}");
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_plan_that_cannot_be_read_keeps_its_place_with_the_reason() {
        let html = table(vec![kept("a", Err(FileError::Newer { found: 9 }), None)], None).await;
        assert!(html.contains("Cannot be opened: the file has format version 9"), "{html}");
        assert!(html.contains("Download<") && html.contains("Delete<"), "{html}");
        assert!(!html.contains("href") && !html.contains("Rename") && !html.contains("Duplicate"), "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn storage_that_refuses_is_told_and_held_plans_are_listed() {
        let empty = Content { vpcs: 0, gateways: 0 };
        let held = kept("a", Ok(empty), Some(Refusal::Forbidden));
        let html = table(vec![held], Some(Refusal::Forbidden)).await;
        assert!(
            html.contains("Plans are not kept: this browser does not let the page store anything. "),
            "{html}"
        );
        assert!(html.contains("In this tab only: this browser"), "{html}");
        assert!(html.contains("empty"), "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn no_plans_is_said() {
        let html = table(vec![], None).await;
        assert!(html.contains("None yet.") && !html.contains("<table"), "{html}");
    }
}
