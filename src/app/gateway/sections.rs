//! The sections of a gateway, in the order of the console's own form: the service
//! first, because it decides what follows.

use crate::app::route::Page;
use crate::app::ui::Progress;
use crate::app::view::View;
use crate::plan::{Field, Key, Object, Place};
use crate::rules::{Counts, Finding, Severity};
use yew::AttrValue;

/// A section.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// What it reaches.
    Service,
    /// Name, VPC, resource group, tags.
    Details,
    /// An address for each zone.
    Addresses,
    /// What may reach it.
    Groups,
    /// Who resolves the service's names.
    Dns,
    /// Whether another account has to let it in.
    Access,
    /// All in short.
    Review,
}

impl Part {
    /// All, in order.
    pub(super) const ALL: [Self; 7] =
        [Self::Service, Self::Details, Self::Addresses, Self::Groups, Self::Dns, Self::Access, Self::Review];

    /// Its DOM id.
    pub(super) fn id(self) -> &'static str {
        match self {
            Self::Service => "service",
            Self::Details => "details",
            Self::Addresses => "addresses",
            Self::Groups => "groups",
            Self::Dns => "dns",
            Self::Access => "access",
            Self::Review => "review",
        }
    }

    /// Its heading.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Service => "Service",
            Self::Details => "Details",
            Self::Addresses => "Addresses",
            Self::Groups => "Security groups",
            Self::Dns => "DNS",
            Self::Access => "Access from another account",
            Self::Review => "Review",
        }
    }

    /// The section that shows a place of a gateway.
    pub(super) fn of(place: &Place) -> Self {
        if matches!(place.object, Object::Address(..)) {
            return Self::Addresses;
        }
        if matches!(place.object, Object::ResourceBinding(_)) {
            return Self::Dns;
        }
        match place.field {
            Some(Field::TargetKind | Field::Crn | Field::TargetName | Field::Port | Field::Endpoints) => {
                Self::Service
            }
            Some(Field::Addresses | Field::IpPrefix | Field::AutoRelease) => Self::Addresses,
            Some(Field::SecurityGroups) => Self::Groups,
            Some(Field::Dns) => Self::Dns,
            _ => Self::Details,
        }
    }

    /// The findings that it shows, the most serious first.
    pub(super) fn findings<'v>(self, view: &'v View, key: &'v Key) -> impl Iterator<Item = &'v Finding> {
        view.findings_on(&Page::Gateway(key.clone()))
            .filter(move |f| here(view, f, key).is_some_and(|place| Self::of(place) == self))
    }

    /// How many findings it shows.
    pub(super) fn counts(self, view: &View, key: &Key) -> Counts {
        Counts::of(self.findings(view, key))
    }

    /// How far it is.
    pub(super) fn progress(self, view: &View, key: &Key) -> Progress {
        if self == Self::Review {
            return Progress::Silent;
        }
        match self.counts(view, key) {
            counts if counts.is_clean() => Progress::Done,
            counts => Progress::Found(counts),
        }
    }

    /// Where to go on after it: the next section that is not done, counting on
    /// from the first after the last, else the review. The review ends the row.
    pub(super) fn next(self, view: &View, key: &Key) -> Option<Self> {
        if self == Self::Review {
            return None;
        }
        let at = Self::ALL.iter().position(|p| *p == self)?;
        let others = Self::ALL[at + 1..].iter().chain(&Self::ALL[..at]).copied();
        let open = others.filter(|p| *p != Self::Review).find(|p| !p.counts(view, key).is_clean());
        Some(open.unwrap_or(Self::Review))
    }
}

/// The place of a finding that belongs to this gateway.
pub(super) fn here<'f>(view: &View, finding: &'f Finding, key: &Key) -> Option<&'f Place> {
    finding.places.iter().find(|p| match &p.object {
        Object::Gateway(k) | Object::Address(k, _) => k == key,
        Object::ResourceBinding(k) => {
            view.plan.gateway(key).is_some_and(|g| g.wanted.resource_bindings.iter().any(|b| b.key == *k))
        }
        _ => false,
    })
}

/// For the rail: each section's DOM id, title, state in words, errors and
/// warnings.
pub(in crate::app) fn steps(
    view: &View,
    key: &Key,
) -> Vec<(&'static str, &'static str, Option<AttrValue>, Counts)> {
    let step = |part: Part| {
        let counts = Counts { advice: 0, ..part.counts(view, key) };
        let done = part != Part::Review && counts.is_clean();
        (part.id(), part.title(), done.then_some(AttrValue::Static("done")), counts)
    };
    Part::ALL.map(step).into()
}

/// Errors and warnings of a gateway, the most serious first.
pub(super) fn pressing<'v>(view: &'v View, key: &Key) -> impl Iterator<Item = &'v Finding> + use<'v> {
    view.findings_on(&Page::Gateway(key.clone())).filter(|f| f.rule.severity != Severity::Advice)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{clashing, key};
    use crate::app::view::Seen;
    use crate::edit::{Edit, apply};
    use std::rc::Rc;

    #[test]
    fn continues_to_what_is_not_done_and_ends_with_the_review() {
        // app-secrets has a port that is none and shares an address with app-kms.
        let secrets = key("app-secrets");
        let port = Edit::text(Object::Gateway(secrets.clone()), Field::Port, "many");
        let view = Seen::of(&Rc::new(apply(&clashing(), &port).unwrap()));
        assert_eq!(Part::Service.next(&view, &secrets), Some(Part::Addresses));
        assert_eq!(Part::Addresses.next(&view, &secrets), Some(Part::Service));
        assert_eq!(Part::Review.next(&view, &secrets), None);
        let kms = key("app-kms");
        assert_eq!(Part::Service.next(&view, &kms), Some(Part::Addresses));
        assert_eq!(Part::Addresses.next(&view, &kms), Some(Part::Review));
        assert_eq!(Part::Service.progress(&view, &kms), Progress::Done);
        assert!(matches!(Part::Addresses.progress(&view, &kms), Progress::Found(c) if c.errors == 1));
    }

    #[test]
    fn each_field_is_in_one_section() {
        let gateway = |field| Part::of(&Object::Gateway(key("g")).at(field));
        assert_eq!(gateway(Field::Crn), Part::Service);
        assert_eq!(gateway(Field::Name), Part::Details);
        assert_eq!(gateway(Field::SecurityGroups), Part::Groups);
        assert_eq!(Part::of(&Object::Address(key("g"), 0).at(Field::Zone)), Part::Addresses);
        assert_eq!(Part::of(&Object::Gateway(key("g")).place()), Part::Details);
    }
}
