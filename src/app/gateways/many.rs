//! One change for many gateways: what is asked, and what it comes to.

use crate::address::{Pattern, arrange};
use crate::app::view::View;
use crate::app::words;
use crate::edit::{Change, Edit, apply, attach_all, changes, duplicate, tag_all};
use crate::plan::{Key, Plan};

/// What is done to each gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    Chosen,
    Free,
    SameLast,
    None,
    Attach,
    Detach,
    Tag,
    Untag,
    Copy,
}

impl What {
    /// All, each with its value and its words; those for addresses first.
    pub(super) const ALL: [(Self, &'static str, &'static str); 9] = [
        (Self::Chosen, "chosen", "Addresses: chosen by IBM Cloud in each zone"),
        (Self::Free, "free", "Addresses: the free ones of each zone's subnet, in order"),
        (Self::SameLast, "last", "Addresses: the same last number in each zone"),
        (Self::None, "none", "Addresses: none yet"),
        (Self::Attach, "attach", "Security group: attach"),
        (Self::Detach, "detach", "Security group: detach"),
        (Self::Tag, "tag", "User tag: add"),
        (Self::Untag, "untag", "User tag: remove"),
        (Self::Copy, "copy", "Duplicate into a VPC"),
    ];

    /// How many of them are for addresses.
    pub(super) const ADDRESSES: usize = 4;
}

/// What is asked.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Ask {
    /// What is done.
    pub(super) what: What,
    /// With what: a number, a tag, or the key of a group or VPC.
    pub(super) with: String,
}

impl Default for Ask {
    fn default() -> Self {
        Self { what: What::Chosen, with: String::new() }
    }
}

/// What an ask comes to.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Outcome {
    /// The one step that does it; `None` where nothing changes.
    pub(super) edit: Option<Edit>,
    /// What it changes, in order.
    pub(super) changes: Vec<Change>,
    /// The plan after it, in which what is new has its name.
    pub(super) after: Plan,
    /// How many gateways it changes or adds, in words.
    pub(super) count: String,
    /// Whether it adds gateways.
    pub(super) adds: bool,
    /// What is left as it is and why, in sentences.
    pub(super) left: Vec<String>,
    /// What is still to be said, where something is.
    pub(super) missing: Option<&'static str>,
}

/// Works out what an ask comes to. Gateways that exist are referred to and not changed, so
/// only copies are made of them.
pub(super) fn outcome(view: &View, gateways: &[Key], ask: &Ask) -> Outcome {
    let (plan, model) = (&view.plan, &view.model);
    // In the plan's order, so that the table's does not decide who gets which address.
    let here = plan.gateways.iter().zip(model.gateways.indexes()).filter(|(g, _)| gateways.contains(&g.key));
    let (new, existing): (Vec<_>, Vec<_>) = here.partition(|(g, _)| g.origin.is_new());
    let keys: Vec<Key> = new.iter().map(|(g, _)| g.key.clone()).collect();
    let mut out = Outcome::default();
    let copies = ask.what == What::Copy;
    if !existing.is_empty() && !copies {
        let n = words::count(existing.len(), "gateway that exists stays", "gateways that exist stay");
        out.left.push(format!("{n} unchanged: the exports only refer to what exists."));
    }
    let with = ask.with.trim();
    let key = |text: &str| Key::new(text).unwrap_or_default();
    let edits = match (pattern(ask.what, with), ask.what) {
        (Some(Ok(pattern)), _) => {
            let indexes: Vec<_> = new.iter().map(|(_, ix)| *ix).collect();
            let arranged = arrange(model, &indexes, pattern);
            if arranged.left > 0 {
                let n = words::count(arranged.left, "zone entry stays", "zone entries stay");
                out.left.push(format!("{n} unchanged, for want of a subnet or of a free address."));
            }
            arranged.edits
        }
        (Some(Err(missing)), _) => {
            out.missing = Some(missing);
            Vec::new()
        }
        (None, What::Attach | What::Detach) => {
            let (on, group) = (ask.what == What::Attach, key(with));
            if group.is_none() {
                out.missing = Some("Choose a security group");
            }
            let vpc = plan.groups().find(|(_, g)| g.key == group).map(|(v, _)| &v.key);
            let elsewhere = new.iter().filter(|(g, _)| Some(&g.wanted.vpc) != vpc).count();
            if on && vpc.is_some() && elsewhere > 0 {
                let n =
                    words::count(elsewhere, "gateway of another VPC stays", "gateways of other VPCs stay");
                out.left.push(format!("{n} unchanged."));
            }
            attach_all(plan, &keys, &group, on)
        }
        (None, What::Tag | What::Untag) => {
            if with.is_empty() {
                out.missing = Some("Give a tag");
            }
            tag_all(plan, &keys, with, ask.what == What::Tag)
        }
        (None, _) => {
            let into = key(with);
            if into.is_none() {
                out.missing = Some("Choose a VPC");
            }
            let all: Vec<Key> = new.iter().chain(&existing).map(|(g, _)| g.key.clone()).collect();
            let edit = duplicate(plan, &all, &into).filter(|_| out.missing.is_none());
            match edit {
                Some(Edit::All { edits, .. }) => edits,
                _ => Vec::new(),
            }
        }
    };
    if edits.is_empty() {
        return out;
    }
    let unlabelled = Edit::All { label: String::new(), edits };
    // Made for this very plan, it fits.
    let Ok(after) = apply(plan, &unlabelled) else { return out };
    out.changes = changes(plan, &after);
    out.after = after;
    // The changes of one gateway follow one another.
    let mut touched: Vec<&Key> = out.changes.iter().filter_map(gateway).collect();
    touched.dedup();
    out.count = words::count(touched.len(), "gateway", "gateways");
    out.adds = copies;
    let label = match ask.what {
        What::Chosen | What::Free | What::SameLast | What::None => format!("set addresses of {}", out.count),
        What::Attach => format!("attach a group to {}", out.count),
        What::Detach => format!("detach a group from {}", out.count),
        What::Tag => format!("add a tag to {}", out.count),
        What::Untag => format!("remove a tag from {}", out.count),
        What::Copy => format!("duplicate {}", out.count),
    };
    if let Edit::All { edits, .. } = unlabelled {
        out.edit = Some(Edit::All { label, edits });
    }
    out
}

/// The key of the gateway that a change is of.
fn gateway(change: &Change) -> Option<&Key> {
    use crate::plan::Object::{Address, Gateway};
    match &change.object {
        Gateway(key) | Address(key, _) => Some(key),
        _ => None,
    }
}

/// The pattern of addresses, where the ask is for one, or what is missing for it.
fn pattern(what: What, number: &str) -> Option<Result<Pattern, &'static str>> {
    Some(match what {
        What::Chosen => Ok(Pattern::Chosen),
        What::None => Ok(Pattern::None),
        What::Free if number.is_empty() => Ok(Pattern::Free(1)),
        What::Free => match number.parse::<u32>() {
            Ok(nth @ 1..=65_536) => Ok(Pattern::Free(nth)),
            _ => Err("Give a number from 1 to 65536"),
        },
        What::SameLast if number.is_empty() => Ok(Pattern::SameLast(4)),
        What::SameLast => number.parse().map(Pattern::SameLast).map_err(|_| "Give a number from 0 to 255"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::key;
    use crate::app::view::Seen;
    use crate::edit::Choice;
    use crate::plan::{Object, OriginKind, read};
    use std::rc::Rc;

    /// 30 gateways in 3 VPCs, of which one exists.
    fn view() -> Seen {
        let plan = read(include_str!("../../../tests/mistakes/plans/thirty.json")).unwrap();
        let exists = Edit::choose(Object::Gateway(key("de-cos")), Choice::Origin(OriginKind::Existing));
        Seen::of(&Rc::new(apply(&plan, &exists).unwrap()))
    }

    fn all(view: &View) -> Vec<Key> {
        view.plan.gateways.iter().rev().map(|g| g.key.clone()).collect()
    }

    fn of(ask: &Ask) -> Outcome {
        let view = view();
        outcome(&view, &all(&view), ask)
    }

    fn asks(what: What) -> Ask {
        Ask { what, ..Ask::default() }
    }

    #[test]
    fn what_is_listed_is_what_is_done() {
        let view = view();
        let asks = [
            asks(What::Chosen),
            asks(What::None),
            Ask { what: What::Free, with: "9".into() },
            Ask { what: What::SameLast, with: "40".into() },
            Ask { what: What::Attach, with: "de-db".into() },
            Ask { what: What::Detach, with: "de-https".into() },
            Ask { what: What::Tag, with: " team:pay ".into() },
            Ask { what: What::Untag, with: "env:prod".into() },
            Ask { what: What::Copy, with: "us".into() },
        ];
        for ask in asks {
            let out = outcome(&view, &all(&view), &ask);
            let after = apply(&view.plan, &out.edit.clone().unwrap()).unwrap();
            assert_eq!(after, out.after, "{ask:?}");
            assert!(!out.changes.is_empty() && out.missing.is_none(), "{ask:?}");
            // Everything but gateways stays, and of what exists everything.
            assert_eq!(after.vpcs, view.plan.vpcs, "{ask:?}");
            assert_eq!(after.gateway(&key("de-cos")), view.plan.gateway(&key("de-cos")), "{ask:?}");
            assert_eq!(out.adds, ask.what == What::Copy);
        }
    }

    #[test]
    fn what_is_left_and_what_is_missing_is_said() {
        let group = of(&Ask { what: What::Attach, with: "de-db".into() });
        assert_eq!(group.count, "8 gateways");
        assert_eq!(
            group.left,
            [
                "1 gateway that exists stays unchanged: the exports only refer to what exists.",
                "20 gateways of other VPCs stay unchanged."
            ]
        );
        for (ask, missing) in [
            (asks(What::Attach), "Choose a security group"),
            (asks(What::Tag), "Give a tag"),
            (asks(What::Copy), "Choose a VPC"),
            (Ask { what: What::Free, with: "0".into() }, "Give a number from 1 to 65536"),
            (Ask { what: What::SameLast, with: "256".into() }, "Give a number from 0 to 255"),
        ] {
            let out = of(&ask);
            assert_eq!((out.missing, out.edit), (Some(missing), None), "{ask:?}");
        }
        let nothing = of(&Ask { what: What::Tag, with: "env:prod".into() });
        assert_eq!((nothing.edit, nothing.missing), (None, None));
    }

    #[test]
    fn addresses_go_round_in_the_plan_s_order_whatever_the_table_s() {
        let out = of(&asks(What::Free));
        let first = &out.after.gateway(&key("us-kms")).unwrap().wanted.addresses[0].address;
        assert_eq!(first, "10.240.8.4");
        assert_eq!(out.edit.unwrap().label(&out.after), format!("set addresses of {}", out.count));
    }
}
