//! On narrow screens: the form or the code.

use yew::prelude::*;

/// The switch at the foot of the window. Styles read which half it chooses, so
/// nothing is rendered again.
#[component]
pub(crate) fn ViewSwitch() -> Html {
    html! {
        <section class="viewswitch" aria-label="Form or code">
            <fieldset>
                <legend class="vh">{ "Show the form or the code" }</legend>
                <label><input type="radio" name="view" id="v-form" checked=true />{ "Form" }</label>
                <label><input type="radio" name="view" id="v-code" />{ "Code" }</label>
            </fieldset>
        </section>
    }
}
