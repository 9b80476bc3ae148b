//! The use of a subnet's addresses, as a bar with its figure.

use crate::model::Counts;
use yew::prelude::*;

/// Properties of [`Strip`].
#[derive(Properties, PartialEq)]
pub(crate) struct StripProps {
    /// How many addresses there are of each kind.
    pub(crate) of: Counts,
}

/// A bar of held, taken and planned addresses. A figure stands beside it.
#[component]
pub(crate) fn Strip(props: &StripProps) -> Html {
    strip(props.of)
}

/// [`Strip`] as a function.
pub(crate) fn strip(c: Counts) -> Html {
    if c.total == 0 {
        return Html::default();
    }
    let planned = c.planned + c.chosen;
    let label = format!(
        "{} held by IBM Cloud, {} taken, {planned} planned, {} free of {}",
        c.held, c.taken, c.free, c.total
    );
    let percent = |n: u64| {
        // Shares of an address space: three digits are more than a screen shows.
        let thousandths = (n * 1000 + c.total / 2) / c.total;
        format!("{}.{}%", thousandths / 10, thousandths % 10)
    };
    let part = |class: &'static str, before: u64, n: u64| {
        if n == 0 {
            return Html::default();
        }
        html! { <rect {class} x={percent(before)} y="0" width={percent(n)} height="6" /> }
    };
    html! {
        <svg class="strip" role="img" aria-label={label}>
            { part("held", 0, c.held) }
            { part("taken", c.held, c.taken) }
            { part("plan", c.held + c.taken, planned) }
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::markup;

    #[tokio::test(flavor = "current_thread")]
    async fn shows_each_kind_at_its_share() {
        let of = Counts { total: 64, held: 5, taken: 7, planned: 2, chosen: 0, free: 50 };
        let html = markup(html! { <Strip {of} /> }).await;
        assert!(
            html.contains(r#"aria-label="5 held by IBM Cloud, 7 taken, 2 planned, 50 free of 64""#),
            "{html}"
        );
        assert!(html.contains(r#"<rect x="18.8%" y="0" width="3.1%" height="6" class="plan">"#), "{html}");
    }
}
