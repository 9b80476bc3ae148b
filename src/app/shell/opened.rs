//! Opening a kept plan.

use super::{Bar, Workspace};
use crate::app::browser;
use crate::app::route::Page;
use crate::app::store::{self, StoreError};
use crate::app::ui::{Button, Kind, MainPart, Sym};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Opened`].
#[derive(Properties, PartialEq)]
pub(crate) struct OpenedProps {
    /// The plan's id in this browser.
    pub(crate) id: AttrValue,
    /// The page.
    pub(crate) page: Page,
    /// DOM id of the element that gets the focus.
    pub(crate) at: Option<AttrValue>,
}

/// A kept plan, or why it cannot be opened.
#[component]
pub(crate) fn Opened(props: &OpenedProps) -> Html {
    // Each time it is read again the workspace begins anew.
    let time = use_state(|| 0u32);
    let plan =
        use_memo((props.id.clone(), *time), |(id, _)| store::with(|store| store.read(id)).map(Rc::new));
    let read_again = {
        let time = time.clone();
        Callback::from(move |()| time.set(*time + 1))
    };
    match &*plan {
        Ok(plan) => html! {
            <Workspace key={*time} id={props.id.clone()} plan={plan.clone()} page={props.page.clone()} at={props.at.clone()}
                {read_again} />
        },
        Err(why) => html! { <Unopened id={props.id.clone()} why={why.clone()} /> },
    }
}

#[derive(Properties, PartialEq)]
struct UnopenedProps {
    id: AttrValue,
    why: StoreError,
}

#[component]
fn Unopened(props: &UnopenedProps) -> Html {
    let refused = use_state(|| None::<String>);
    let onclick = {
        let (id, refused) = (props.id.clone(), refused.setter());
        Callback::from(move |()| refused.set(download(&id).err()))
    };
    html! {
        <>
            <Bar />
            <MainPart title="The plan cannot be opened" class="start">
                <h1 tabindex="-1">{ "The plan cannot be opened" }</h1>
                <p class="gap">{ "The reason: " }{ props.why.to_string() }{ "." }</p>
                if matches!(props.why, StoreError::Damaged(_)) {
                    <p class="gap"><Button kind={Kind::Third} icon={Sym::Save} {onclick}>{ "Download it as it is" }</Button></p>
                }
                if let Some(refused) = &*refused { <p class="gap" role="alert">{ refused }</p> }
                <p class="gap"><a href="#/">{ "Go to the start page" }</a>{ ", which lists the plans that this browser keeps." }</p>
            </MainPart>
        </>
    }
}

/// Gives the user what is kept under this id, whether it is a plan or not.
fn download(id: &str) -> Result<(), String> {
    let text =
        store::with(|store| store.text(id)).map_err(|why| format!("It cannot be downloaded: {why}."))?;
    browser::download("plan.json", "application/json", text.as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::markup;
    use crate::plan::FileError;

    #[tokio::test(flavor = "current_thread")]
    async fn a_plan_that_cannot_be_read_can_be_downloaded_as_it_is() {
        let why = StoreError::Damaged(FileError::Newer { found: 9 });
        let html = markup(html! { <Unopened id="a" {why} /> }).await;
        assert!(
            html.contains(
                "The reason: what this browser keeps cannot be read: the file has format version 9;"
            ),
            "{html}"
        );
        assert!(html.contains("Download it as it is"), "{html}");
        let html = markup(html! { <Unopened id="a" why={StoreError::Missing} /> }).await;
        assert!(html.contains("this browser keeps no such plan") && !html.contains("Download"), "{html}");
    }
}
