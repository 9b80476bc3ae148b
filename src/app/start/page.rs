//! What the start page shows.

use super::drawing::drawing;
use super::kept::{Act, kept_plans};
use super::opening::{Refused, list};
use crate::app::shell::NoticeLine;
use crate::app::state::Notice;
use crate::app::store::Listing;
use crate::app::ui::{Button, Kind, MainPart, Sym, icon};
use crate::plan::{Plan, TEMPLATES, Template, read};
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

/// What the start page shows, and whom it tells.
pub(super) struct StartPage {
    /// The plans that this browser keeps.
    pub(super) listing: Listing,
    /// What was done to one of them.
    pub(super) notice: Option<Notice>,
    /// Why a file was not opened.
    pub(super) refused: Option<Refused>,
    /// Whether a file is being dragged over the page.
    pub(super) dragging: bool,
    /// Told the plan to begin with.
    pub(super) onopen: Callback<Plan>,
    /// Told the files that were chosen.
    pub(super) onfiles: Callback<Vec<File>>,
    /// Told when the reason is read.
    pub(super) onforget: Callback<()>,
    /// Told what is to be done to a kept plan.
    pub(super) onact: Callback<Act>,
    /// Told when that is to be taken back.
    pub(super) onundo: Callback<()>,
    /// Told when the notice is closed.
    pub(super) onclose: Callback<()>,
}

/// The start page.
pub(super) fn start_page(props: &StartPage) -> Html {
    let blank = {
        let onopen = props.onopen.clone();
        Callback::from(move |_: MouseEvent| onopen.emit(Plan::default()))
    };
    html! {
        <>
            <MainPart title="" class="start">
                <div class="hero">
                    <h1 tabindex="-1">{ "Plan IBM Cloud Virtual Private Endpoint gateways and take away the code that builds them." }</h1>
                    <p>
                        { "A gateway gives an IBM Cloud service addresses inside your VPC, your private network there. Mistakes show as you type, \
                           each with its reason and its fix. Everything runs in this tab: no account, nothing is sent. Plans are kept in this \
                           browser; save a file to keep one elsewhere." }
                    </p>
                </div>
                if let Some(refused) = &props.refused { { refusal(refused, &props.onfiles, &props.onforget) } }
                <div class="cols begin">
                    <div>
                        <section aria-labelledby="templates">
                            <div class="sec-h"><h2 id="templates">{ "Start from a template" }</h2><span class="small muted push">{ "opens as a new plan" }</span></div>
                            <ul class="cards two-up">{ for TEMPLATES.iter().map(|t| template(t, &props.onopen)) }</ul>
                        </section>
                        <section aria-labelledby="others">
                            <div class="sec-h"><h2 id="others">{ "Or begin another way" }</h2></div>
                            <ul class="cards two-up">
                                <li><button type="button" class="card" onclick={blank}>
                                    <b>{ icon(Sym::Add) }{ " Blank plan" }</b><span>{ "Name a region and a VPC, then add gateways." }</span>
                                </button></li>
                                <li><label class="card">
                                    <b>{ icon(Sym::File) }{ " Open a plan file" }</b>
                                    <span>{ "A .json file saved here, or the one your pipeline checks. You can also drop it anywhere on this page." }</span>
                                    { file_input(&props.onfiles) }
                                </label></li>
                            </ul>
                        </section>
                    </div>
                    { kept_plans(&props.listing, &props.onact) }
                </div>
            </MainPart>
            if props.dragging { <div class="drop-here" aria-hidden="true"><p>{ "Drop a plan file to open it as a new plan" }</p></div> }
            <div class="feet">
                <NoticeLine notice={props.notice.clone()} onundo={props.onundo.clone()} onclose={props.onclose.clone()} />
            </div>
        </>
    }
}

fn template(of: &'static Template, onopen: &Callback<Plan>) -> Html {
    let plan = read(of.text).expect("the templates are plan files, which a test holds");
    let picture = drawing(&plan);
    let onopen = onopen.clone();
    let onclick = Callback::from(move |_: MouseEvent| onopen.emit(plan.clone()));
    html! {
        <li key={of.id}><button type="button" class="card" {onclick}>
            { picture }
            <b>{ of.title }</b><span>{ of.summary }</span><span class="helper">{ of.size }</span>
        </button></li>
    }
}

fn file_input(onfiles: &Callback<Vec<File>>) -> Html {
    let onfiles = onfiles.clone();
    let onchange = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let files = input.files().map(list).unwrap_or_default();
        // So that the same file can be chosen again after it was mended.
        input.set_value("");
        onfiles.emit(files);
    });
    html! { <input class="vh" type="file" accept=".json,application/json" {onchange} /> }
}

fn refusal(refused: &Refused, onfiles: &Callback<Vec<File>>, onforget: &Callback<()>) -> Html {
    html! {
        <div class="find err refusal" role="alert">
            { icon(Sym::Error) }
            <p><b>{ &refused.what }</b>{ " " }{ refused.way_out }{ " No plan was changed." }</p>
            <p class="act">
                <label class="btn third s">{ "Choose another file" }{ file_input(onfiles) }</label>
                <Button kind={Kind::Ghost} small=true onclick={onforget.clone()}>{ "Close" }<span class="vh">{ " this message" }</span></Button>
            </p>
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::markup;

    fn props() -> StartPage {
        StartPage {
            listing: Listing::default(),
            notice: None,
            refused: None,
            dragging: false,
            onopen: Callback::noop(),
            onfiles: Callback::noop(),
            onforget: Callback::noop(),
            onact: Callback::noop(),
            onundo: Callback::noop(),
            onclose: Callback::noop(),
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_first_visit_offers_every_way_to_begin() {
        let html = markup(start_page(&props())).await;
        for template in &TEMPLATES {
            assert!(html.contains(&format!("<b>{}</b>", template.title)), "{html}");
        }
        for part in ["Blank plan", "Open a plan file", r#"type="file""#, "None yet."] {
            assert!(html.contains(part), "{part} is not in\n{html}");
        }
        assert!(!html.contains("role=\"alert\"") && !html.contains("style="), "{html}");
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_drawing_shows_each_gateway_of_its_template() {
        let html = markup(start_page(&props())).await;
        let drawings: Vec<usize> = html
            .split("class=\"drawing\"")
            .skip(1)
            .map(|d| d.split("</svg>").next().unwrap_or(""))
            .map(|d| d.matches("d-wire").count())
            .collect();
        let gateways: Vec<usize> = TEMPLATES.iter().map(|t| read(t.text).unwrap().gateways.len()).collect();
        assert_eq!(drawings, gateways);
    }

    #[tokio::test(flavor = "current_thread")]
    async fn a_file_that_is_not_opened_is_an_alert_with_a_way_out() {
        let refused = Refused { what: "a.json is not opened: cut off.".into(), way_out: "Take it again." };
        let html = markup(start_page(&StartPage { refused: Some(refused), ..props() })).await;
        let alert = html.split("role=\"alert\"").nth(1).expect("an alert");
        for part in [
            "<b>a.json is not opened: cut off.</b> Take it again. No plan was changed.",
            "Choose another file",
        ] {
            assert!(alert.contains(part), "{part} is not in\n{html}");
        }
    }

    #[tokio::test(flavor = "current_thread")]
    async fn what_was_deleted_can_be_brought_back() {
        let notice = Notice { text: "payments is deleted.".into(), undo: true };
        let of = StartPage { notice: Some(notice), dragging: true, ..props() };
        let html = markup(start_page(&of)).await;
        assert!(html.contains("payments is deleted.") && html.contains(r#"id="notice-undo""#), "{html}");
        assert!(html.contains("Drop a plan file"), "{html}");
    }
}
