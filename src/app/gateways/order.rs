//! Which gateways the table shows, and in which order.

use crate::app::overview::service_name;
use crate::app::route::Page;
use crate::app::view::View;
use crate::model::{Form, Gateway};
use crate::plan::{Key, TargetKind};
use crate::rules::Counts;

/// A column that the table is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Name,
    Vpc,
    Service,
    Addresses,
    Dns,
    Groups,
    Findings,
}

impl Column {
    /// All, in order, each with its heading.
    pub(super) const ALL: [(Self, &'static str); 7] = [
        (Self::Name, "Name"),
        (Self::Vpc, "VPC"),
        (Self::Service, "Service"),
        (Self::Addresses, "Addresses by zone"),
        (Self::Dns, "DNS mode"),
        (Self::Groups, "Groups"),
        (Self::Findings, "Findings"),
    ];
}

/// What a reader wants to see.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Wish {
    /// The column to sort by, and whether downwards; in the plan's order where there is none.
    pub(super) sort: Option<(Column, bool)>,
    /// Of this VPC only; of the empty key those of none.
    pub(super) vpc: Option<Key>,
    /// Of this kind of target only.
    pub(super) kind: Option<TargetKind>,
    /// With errors or warnings only.
    pub(super) found: bool,
    /// Words that each must be in what is known of a gateway.
    pub(super) text: String,
    /// How many rows are passed over before the first that is drawn.
    pub(super) from: usize,
    /// Whether the names that they answer are shown, too.
    pub(super) names: bool,
}

/// The gateways to show, in order. Those that are alike keep the plan's order.
pub(super) fn order(view: &View, wish: &Wish) -> Vec<Key> {
    let words: Vec<String> = wish.text.split_whitespace().map(str::to_lowercase).collect();
    let gateways = view.model.gateways.iter().enumerate();
    let mut shown: Vec<(String, usize)> = Vec::new();
    for (i, gateway) in gateways.filter(|(i, g)| fits(view, wish, &words, *i, g)) {
        shown.push((wish.sort.map_or(String::new(), |by| sort_key(view, by, i, gateway)), i));
    }
    let down = wish.sort.is_some_and(|(_, down)| down);
    shown.sort_unstable_by(|(a, i), (b, j)| (if down { b.cmp(a) } else { a.cmp(b) }).then(i.cmp(j)));
    shown.into_iter().map(|(_, i)| view.plan.gateways[i].key.clone()).collect()
}

/// What a gateway is sorted by, as text.
fn sort_key(view: &View, (column, down): (Column, bool), i: usize, gateway: &Gateway) -> String {
    match column {
        // Those without a known address come last, whichever way.
        Column::Addresses => match first_address(view, gateway) {
            Some(address) => format!("{address:011}"),
            None if down => String::new(),
            None => "none".to_owned(),
        },
        // The most serious first.
        Column::Findings => {
            let Counts { errors, warnings, advice } = counts(view, gateway);
            let most = [errors, warnings, advice].map(|n| format!("{:06}", 999_999_usize.saturating_sub(n)));
            most.concat()
        }
        text => cell(view, text, i, gateway),
    }
}

/// The findings that concern a gateway.
pub(super) fn counts(view: &View, gateway: &Gateway) -> Counts {
    view.counts_on(&Page::Gateway(gateway.key.clone()))
}

fn fits(view: &View, wish: &Wish, words: &[String], i: usize, gateway: &Gateway) -> bool {
    let Some(written) = view.plan.gateways.get(i).map(|g| &g.wanted) else { return false };
    wish.vpc.as_ref().is_none_or(|vpc| written.vpc == *vpc)
        && wish.kind.is_none_or(|kind| written.target.kind == kind)
        && (!wish.found || !counts(view, gateway).is_clean())
        && (words.is_empty() || {
            let text = everything(view, i, gateway);
            words.iter().all(|word| text.contains(word.as_str()))
        })
}

/// What is known of a gateway, as one text in small letters.
fn everything(view: &View, i: usize, gateway: &Gateway) -> String {
    let mut text = vec![gateway.label.clone(), gateway.target.written()];
    text.extend(
        [Column::Vpc, Column::Service, Column::Dns, Column::Groups].map(|c| cell(view, c, i, gateway)),
    );
    let written = &view.plan.gateways[i].wanted;
    text.extend(written.addresses.iter().map(|a| format!("{} {}", a.zone, a.address)));
    text.extend(written.tags.iter().chain(&written.access_tags).cloned());
    text.extend(gateway.endpoints().iter().map(ToString::to_string));
    text.join("\n").to_lowercase()
}

/// What stands in a column of texts, in small letters.
fn cell(view: &View, column: Column, i: usize, gateway: &Gateway) -> String {
    let text = match column {
        Column::Vpc => gateway.vpc.map(|vpc| view.model.vpcs[vpc].label.clone()).unwrap_or_default(),
        Column::Service => service_name(gateway),
        Column::Dns => view.plan.gateways[i].wanted.dns.label().to_owned(),
        Column::Groups => groups(view, gateway),
        Column::Name | Column::Addresses | Column::Findings => gateway.label.clone(),
    };
    text.to_lowercase()
}

/// The groups of a gateway, by name.
pub(super) fn groups(view: &View, gateway: &Gateway) -> String {
    let labels: Vec<&str> = gateway.groups.iter().map(|ix| view.model.groups[*ix].label.as_str()).collect();
    labels.join(", ")
}

/// The first address that is known.
fn first_address(view: &View, gateway: &Gateway) -> Option<u32> {
    let model = &view.model;
    gateway
        .addresses
        .iter()
        .find_map(|ix| match &model.addresses[*ix].form {
            Form::Given(ip) => ip.get(),
            Form::Existing(ip) => model.reserved_ips[(*ip)?].address.get(),
            Form::None | Form::Chosen => None,
        })
        .map(u32::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::key;
    use crate::app::view::Seen;
    use crate::edit::{Edit, apply};
    use crate::plan::{Field, Object, read};
    use std::rc::Rc;

    /// 30 gateways; one has an error, and two have addresses that count otherwise than as text.
    fn view() -> Seen {
        let plan = read(include_str!("../../../tests/mistakes/plans/thirty.json")).unwrap();
        let edits = vec![
            Edit::text(Object::Gateway(key("au-pg")), Field::Name, "Not a name"),
            Edit::text(Object::Address(key("de-kms"), 0), Field::Address, "10.243.8.20"),
        ];
        Seen::of(&Rc::new(apply(&plan, &Edit::All { label: String::new(), edits }).unwrap()))
    }

    fn shown(wish: &Wish) -> Vec<String> {
        order(&view(), wish).iter().map(ToString::to_string).collect()
    }

    fn sorted(column: Column, down: bool) -> Vec<String> {
        shown(&Wish { sort: Some((column, down)), ..Wish::default() })
    }

    #[test]
    fn without_a_wish_all_are_shown_as_the_plan_has_them() {
        let all = shown(&Wish::default());
        assert_eq!((all.len(), all[0].as_str(), all[29].as_str()), (30, "us-kms", "au-pg"));
    }

    #[test]
    fn texts_sort_both_ways_and_alike_ones_keep_their_order() {
        let by_name = sorted(Column::Name, false);
        assert_eq!((by_name[0].as_str(), by_name[29].as_str()), ("au-audit", "us-vpc"));
        let down = sorted(Column::Vpc, true);
        assert_eq!((down[0].as_str(), down[10].as_str(), down[29].as_str()), ("us-kms", "de-kms", "au-pg"));
        let services = sorted(Column::Service, false);
        assert_eq!(services[0], "us-audit");
    }

    #[test]
    fn addresses_sort_as_numbers_and_unknown_ones_come_last() {
        let up = sorted(Column::Addresses, false);
        assert_eq!((up[0].as_str(), up[9].as_str(), up[10].as_str()), ("de-cos", "de-kms", "us-kms"));
        let down = sorted(Column::Addresses, true);
        assert_eq!((down[0].as_str(), down[10].as_str()), ("de-kms", "us-kms"));
    }

    #[test]
    fn the_most_serious_findings_come_first() {
        assert_eq!(sorted(Column::Findings, false)[0], "au-pg");
        assert_eq!(sorted(Column::Findings, true)[29], "au-pg");
        assert_eq!(shown(&Wish { found: true, ..Wish::default() }), ["au-pg"]);
    }

    #[test]
    fn filters_and_words_narrow_together() {
        let de = Wish { vpc: Some(key("de")), ..Wish::default() };
        assert_eq!(shown(&de).len(), 10);
        let one = Wish { text: "KEY eu-de".into(), ..de };
        assert_eq!(shown(&one), ["de-kms"]);
        assert_eq!(shown(&Wish { text: "*.icr.io".into(), ..Wish::default() }).len(), 3);
        assert_eq!(shown(&Wish { text: "10.243.8.20".into(), ..Wish::default() }), ["de-kms"]);
        let none = Wish { kind: Some(TargetKind::PrivatePathServiceGateway), ..Wish::default() };
        assert_eq!(shown(&none), [] as [String; 0]);
        assert_eq!(shown(&Wish { vpc: Some(Key::none()), ..Wish::default() }), [] as [String; 0]);
    }
}
