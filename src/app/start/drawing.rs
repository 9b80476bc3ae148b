//! A template in a small drawing: its zones, its gateways across them, and what
//! they reach.

use crate::plan::Plan;
use yew::prelude::*;

const HEIGHT: usize = 72;
/// Left edge of the services.
const SERVICES: usize = 134;

/// Draws a plan of a few zones and gateways. It says nothing that the card's
/// words do not.
pub(super) fn drawing(plan: &Plan) -> Html {
    let zones = plan.gateways.iter().map(|g| g.wanted.addresses.len()).max().unwrap_or_default().clamp(1, 3);
    let rows = plan.gateways.len().clamp(1, 4);
    let middle = |row: usize| (2 * row + 1) * HEIGHT / (2 * rows);
    let left = |zone: usize| 6 + zone * 39;
    let row = |row: usize, addresses: usize| {
        let y = middle(row);
        html! {
            <>
                <path class="d-wire" d={format!("M{} {y}H{SERVICES}", left(0) + 17)} />
                { for (0..addresses.min(zones)).map(|zone| {
                    let x = left(zone) + 17;
                    html! { <path class="d-planned" d={format!("M{} {y}l6-6 6 6-6 6z", x - 6)} /> }
                }) }
                <rect class="d-service" x={SERVICES.to_string()} y={(y - 8).to_string()} width="36" height="16" />
            </>
        }
    };
    html! {
        <svg class="drawing" viewBox="0 0 176 72" aria-hidden="true">
            { for (0..zones).map(|zone| html! {
                <rect class="d-zone" x={left(zone).to_string()} y="4" width="34" height="64" />
            }) }
            { for plan.gateways.iter().take(rows).enumerate().map(|(i, g)| row(i, g.wanted.addresses.len())) }
        </svg>
    }
}
