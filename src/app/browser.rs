//! The window: what of it the page touches. Only effects and callbacks come
//! here, never rendering.

use gloo::utils::{document, window};
use js_sys::futures::JsFuture;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, Element, HtmlAnchorElement, HtmlDetailsElement, HtmlElement, HtmlInputElement,
};
use yew::platform::spawn_local;
use yew::{BaseComponent, Callback};

/// Puts a component into the element with this id, in place of what is there.
pub(super) fn mount<C>(id: &str)
where
    C: BaseComponent,
    C::Properties: Default,
{
    let root = document().get_element_by_id(id).unwrap_or_else(|| gloo::utils::body().into());
    yew::Renderer::<C>::with_root(root).render();
}

/// Says in place of the page that it has stopped; `static/boot.js` has the words
/// and offers the saved plans.
pub(super) fn tell_panic(info: &std::panic::PanicHookInfo<'_>) {
    let detail = js_sys::Object::new();
    let set = |key: &str, value: &str| js_sys::Reflect::set(&detail, &key.into(), &value.into());
    if set("what", "stopped").is_err() || set("reason", &info.to_string()).is_err() {
        return;
    }
    let init = web_sys::CustomEventInit::new();
    init.set_detail(&detail);
    if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("vpe-planner-failed", &init) {
        // Nobody cancels it; there is nobody left to tell that it failed.
        let _told = window().dispatch_event(&event);
    }
}

/// What stands after the `#` of the address, with it.
pub(super) fn hash() -> String {
    window().location().hash().unwrap_or_default()
}

/// Goes to an address of this page, as a link would.
pub(super) fn go(href: &str) {
    // Only a document that is being torn down refuses.
    let _gone = window().location().set_hash(href);
}

/// Names the document.
pub(super) fn set_title(title: &str) {
    document().set_title(title);
}

/// Moves the focus: to the element with this id, or to the page's heading. What
/// encloses it is opened, and the form is shown where the code hides it.
pub(super) fn arrive(at: Option<&str>) {
    // On narrow screens the rail is a menu, which has done its work.
    if let Some(rail) = document().get_element_by_id("rail").and_then(|e| e.dyn_into::<HtmlElement>().ok()) {
        // One that is not open, or never was a menu, stays as it is.
        let _closed = rail.hide_popover();
    }
    match at.and_then(|id| document().get_element_by_id(id)) {
        Some(element) => reveal(&element),
        None => {
            window().scroll_to_with_x_and_y(0.0, 0.0);
            if let Ok(Some(heading)) = document().query_selector("main h1") {
                focus(&heading);
            }
        }
    }
}

fn reveal(element: &Element) {
    let mut outer = Some(element.clone());
    while let Some(e) = outer {
        if let Some(details) = e.dyn_ref::<HtmlDetailsElement>() {
            details.set_open(true);
        }
        outer = e.parent_element();
    }
    let hidden = element.dyn_ref::<HtmlElement>().is_some_and(|e| e.offset_parent().is_none());
    if let (true, Some(form)) = (hidden, document().get_element_by_id("v-form")) {
        form.unchecked_into::<HtmlInputElement>().set_checked(true);
    }
    let inner = if element.has_attribute("tabindex") || is_control(element) {
        element.clone()
    } else {
        // A section or a group: its summary or first control stands for it.
        let first =
            element.query_selector("summary, input:not([disabled]), select, button:not([disabled]), a");
        first.ok().flatten().unwrap_or_else(|| element.clone())
    };
    focus(&inner);
    element.scroll_into_view_with_bool(true);
}

/// Moves the focus to the control with this id, and scrolls no farther than it
/// takes to show it.
pub(super) fn focus_on(id: &str) {
    if let Some(element) = document().get_element_by_id(id) {
        focus(&element);
    }
}

fn is_control(element: &Element) -> bool {
    matches!(element.tag_name().as_str(), "INPUT" | "SELECT" | "TEXTAREA" | "BUTTON" | "A" | "SUMMARY")
}

fn focus(element: &Element) {
    if let Some(element) = element.dyn_ref::<HtmlElement>() {
        // Elements that take no focus keep it where it is.
        let _focused = element.focus();
    }
}

/// Moves the focus to the first of these elements that there is, and scrolls only
/// as far as that needs.
pub(super) fn focus_first(ids: &[&str]) {
    if let Some(element) = ids.iter().find_map(|id| document().get_element_by_id(id)) {
        focus(&element);
    }
}

/// Moves the focus to the page's main part, past bar and rail.
pub(super) fn focus_main() {
    if let Some(main) = document().get_element_by_id("main") {
        focus(&main);
    }
}

/// Gives the user a file.
///
/// # Errors
/// A sentence, when the browser refuses.
pub(super) fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), String> {
    save(name, mime, bytes).map_err(|_| format!("The browser refused to download {name}."))
}

fn save(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(bytes));
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = web_sys::Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    // The download has its own hold on the data once the click is done; some
    // browsers start it a little later.
    gloo::timers::callback::Timeout::new(60_000, move || {
        // A URL that is gone already needs nothing more.
        let _revoked = web_sys::Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}

/// Reads a file that the user chose: its name, and its bytes or a sentence why
/// there are none.
pub(super) fn read_file(file: web_sys::File, done: Callback<(String, Result<Vec<u8>, String>)>) {
    spawn_local(async move {
        let name = file.name();
        let bytes = match JsFuture::from(file.array_buffer()).await {
            Ok(buffer) => Ok(js_sys::Uint8Array::new(&buffer).to_vec()),
            Err(_) => {
                Err("The browser could not read the file: it may have been moved or changed, or be a folder."
                    .to_owned())
            }
        };
        done.emit((name, bytes));
    });
}

/// Copies a text and says whether that worked.
pub(super) fn copy(text: &str, done: Callback<bool>) {
    let clipboard = window().navigator().clipboard();
    // Pages that came neither over https nor from this machine have none.
    if AsRef::<JsValue>::as_ref(&clipboard).is_undefined() {
        done.emit(false);
        return;
    }
    let promise = clipboard.write_text(text);
    spawn_local(async move { done.emit(JsFuture::from(promise).await.is_ok()) });
}

/// Milliseconds since 1970.
pub(super) fn now() -> f64 {
    js_sys::Date::now()
}

/// The time of day where the user is, such as `14:02`.
pub(super) fn clock(ms: f64) -> String {
    let date = js_sys::Date::new(&ms.into());
    format!("{:02}:{:02}", date.get_hours(), date.get_minutes())
}

/// Date and time where the user is, such as `22 Nov 2026, 14:02`.
pub(super) fn moment(ms: f64) -> String {
    let date = js_sys::Date::new(&ms.into());
    let iso = format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date());
    format!("{}, {}", super::words::date(&iso), clock(ms))
}

/// Eight letters and digits at random.
pub(super) fn fresh_id() -> String {
    const ALPHABET: &[u8] = b"abcdefghijkmnpqrstuvwxyz23456789";
    // 32 letters: five bits each, of the 52 that a random number has.
    let mut bits = (js_sys::Math::random() * (1u64 << 40) as f64) as u64;
    let mut id = String::with_capacity(8);
    for _ in 0..8 {
        id.push(char::from(ALPHABET[(bits & 31) as usize]));
        bits >>= 5;
    }
    id
}

/// Switches between light and dark, and gives the theme's name.
pub(super) fn switch_theme() -> &'static str {
    let root = document().document_element();
    let said = root.as_ref().and_then(|r| r.get_attribute("data-theme"));
    let dark = match said.as_deref() {
        Some("dark") => true,
        Some(_) => false,
        None => {
            let query = window().match_media("(prefers-color-scheme: dark)");
            query.ok().flatten().is_some_and(|q| q.matches())
        }
    };
    let theme = if dark { "light" } else { "dark" };
    if let Some(root) = root {
        // The attribute's name is legal, so it is never refused.
        let _set = root.set_attribute("data-theme", theme);
    }
    theme
}
