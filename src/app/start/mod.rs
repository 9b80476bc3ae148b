//! The start page: plans to begin with, plans that are kept.

mod drawing;
mod kept;
mod opening;
mod page;
mod row;

use super::browser;
use super::route::{Page, Route};
use super::shell::Bar;
use super::state::Notice;
use super::store::{self, Listing, Removed, StoreError};
use super::words;
use crate::plan::Plan;
use gloo::events::EventListener;
use gloo::utils::window;
use kept::Act;
use opening::use_opening;
use page::{StartPage, start_page};
use yew::prelude::*;

/// The start page, with what the browser keeps.
#[component]
pub(super) fn Start() -> Html {
    let listing = use_state_eq(listed);
    let removed = use_mut_ref(Vec::<Removed>::new);
    let notice = use_state_eq(|| None::<Notice>);
    // DOM id of what gets the focus once it is drawn.
    let arrival = use_mut_ref(|| None::<String>);
    let opening = use_opening();
    {
        let listing = listing.setter();
        use_effect_with((), move |()| {
            // A plan that was left a moment ago is written by now.
            listing.set(listed());
            let told = EventListener::new(&window(), "storage", move |_| listing.set(listed()));
            move || drop(told)
        });
    }
    {
        let arrival = arrival.clone();
        use_effect(move || {
            if let Some(id) = arrival.borrow_mut().take() {
                browser::arrive(Some(&id));
            }
        });
    }
    let onact = {
        let (listing, notice) = (listing.setter(), notice.setter());
        let (removed, arrival) = (removed.clone(), arrival.clone());
        use_callback((), move |act: Act, ()| {
            let said = match act {
                Act::Rename(id, name) => trouble(store::with(|s| s.rename(&id, &name, browser::now()))),
                Act::Duplicate(id) => {
                    let copy = browser::fresh_id();
                    *arrival.borrow_mut() = Some(row::open_id(&copy));
                    trouble(store::with(|s| s.duplicate(&id, &copy, browser::now())))
                }
                Act::Download(id, name) => download(&id, &name).err().map(plain),
                Act::Delete(id) => match store::with(|s| s.remove(&id)) {
                    Ok(gone) => {
                        *arrival.borrow_mut() = Some("notice-undo".to_owned());
                        let said = deleted(&gone);
                        removed.borrow_mut().push(gone);
                        Some(said)
                    }
                    Err(why) => trouble(Err(why)),
                },
            };
            notice.set(said);
            listing.set(listed());
        })
    };
    let onundo = {
        let (listing, notice) = (listing.setter(), notice.setter());
        use_callback((), move |(), ()| {
            let Some(back) = removed.borrow_mut().pop() else { return };
            let said = trouble(store::with(|s| s.restore(&back)).map_err(StoreError::from));
            *arrival.borrow_mut() = Some(row::open_id(back.id()));
            notice.set(said.or_else(|| removed.borrow().last().map(deleted)));
            listing.set(listed());
        })
    };
    let onclose = {
        let notice = notice.setter();
        use_callback((), move |(), ()| notice.set(None))
    };
    let page = StartPage {
        listing: (*listing).clone(),
        notice: (*notice).clone(),
        refused: opening.refused,
        dragging: opening.dragging,
        onopen: Callback::from(|plan: Plan| open(&plan)),
        onfiles: opening.onfiles,
        onforget: opening.onforget,
        onact,
        onundo,
        onclose,
    };
    html! { <><Bar />{ start_page(&page) }</> }
}

fn listed() -> Listing {
    store::with(store::Store::listing)
}

fn plain(text: String) -> Notice {
    Notice { text, undo: false }
}

fn deleted(of: &Removed) -> Notice {
    Notice { text: format!("{} is deleted.", words::plan_name(of.name())), undo: true }
}

/// What is said of something that did not go as asked.
fn trouble(done: Result<(), StoreError>) -> Option<Notice> {
    done.err().map(|why| {
        plain(match why {
            StoreError::Refused(refusal) => format!("The change is in this tab only: {refusal}."),
            why => format!("Nothing was changed: {why}."),
        })
    })
}

/// Gives the user what is kept under this id, whether it is a plan or not.
fn download(id: &str, name: &str) -> Result<(), String> {
    let text = store::with(|s| s.text(id)).map_err(|why| format!("It cannot be downloaded: {why}."))?;
    browser::download(&words::file_name(name, "json"), "application/json", text.as_bytes())
}

/// Keeps a plan as a new one and opens it. A plan that storage refuses is opened
/// all the same; the page of the plan then says so.
pub(super) fn open(plan: &Plan) {
    let id = browser::fresh_id();
    let _told_by_the_plans_page = store::with(|store| store.write(&id, plan, browser::now()));
    browser::go(&Route::page(&id, Page::Overview).href());
}
