//! What a view reads: a plan with all that is concluded from it.

use super::route::Page;
use crate::model::Model;
use crate::plan::{Object, Place, Plan};
use crate::rules::{Counts, Finding, check};
use std::collections::HashMap;
use std::ops::Deref;
use std::rc::Rc;
use yew::AttrValue;

/// A plan, understood and checked.
#[derive(Debug)]
pub(crate) struct View {
    /// The plan.
    pub(crate) plan: Rc<Plan>,
    /// The plan, understood.
    pub(crate) model: Model,
    /// All findings, the most serious first.
    pub(crate) findings: Vec<Finding>,
    /// How many there are.
    pub(crate) counts: Counts,
    /// Positions in `findings` by object.
    by_object: HashMap<Object, Vec<usize>>,
    /// Positions in `findings` by the page that shows them.
    by_page: HashMap<Page, Vec<usize>>,
}

/// A [`View`] that is compared by pointer: one is made for each change.
#[derive(Debug, Clone)]
pub(crate) struct Seen(Rc<View>);

impl PartialEq for Seen {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Seen {
    type Target = View;
    fn deref(&self) -> &View {
        &self.0
    }
}

impl Seen {
    /// Understands and checks a plan.
    pub(crate) fn of(plan: &Rc<Plan>) -> Self {
        Self(Rc::new(View::of(plan)))
    }
}

/// What a field knows of its place: where it is, and what is wrong there.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Spot {
    /// The place.
    pub(crate) place: Place,
    /// The DOM id of its field: the place's path.
    pub(crate) id: AttrValue,
    /// The findings at exactly this place, the most serious first.
    pub(crate) findings: Vec<Finding>,
    /// DOM id of the element that shows them.
    pub(crate) said: AttrValue,
}

impl Spot {
    /// The same, with its findings shown by the element with this id.
    pub(crate) fn said_at(self, id: impl Into<AttrValue>) -> Self {
        Self { said: id.into(), ..self }
    }
}

impl View {
    fn of(plan: &Rc<Plan>) -> Self {
        let model = Model::of(plan);
        let findings = check(&model);
        let mut by_object: HashMap<Object, Vec<usize>> = HashMap::new();
        let mut by_page: HashMap<Page, Vec<usize>> = HashMap::new();
        for (i, finding) in findings.iter().enumerate() {
            for place in &finding.places {
                note(&mut by_object, place.object.clone(), i);
                note(&mut by_page, Page::of(&place.object, plan), i);
            }
        }
        let counts = Counts::of(&findings);
        Self { plan: plan.clone(), model, findings, counts, by_object, by_page }
    }

    /// The findings that concern this object or a field of it, not what belongs
    /// to it.
    pub(crate) fn findings_of<'v>(&'v self, object: &Object) -> impl Iterator<Item = &'v Finding> + use<'v> {
        self.at(self.by_object.get(object))
    }

    /// The findings that a page shows.
    pub(crate) fn findings_on<'v>(&'v self, page: &Page) -> impl Iterator<Item = &'v Finding> + use<'v> {
        self.at(self.by_page.get(page))
    }

    /// How many findings a page shows.
    pub(crate) fn counts_on(&self, page: &Page) -> Counts {
        Counts::of(self.findings_on(page))
    }

    /// What a field at this place needs to know.
    pub(crate) fn spot(&self, place: Place) -> Spot {
        let findings =
            self.findings_of(&place.object).filter(|f| f.places.contains(&place)).cloned().collect();
        let id = place.path(&self.plan);
        Spot { said: format!("{id}:findings").into(), id: id.into(), findings, place }
    }

    fn at<'v>(&'v self, positions: Option<&'v Vec<usize>>) -> impl Iterator<Item = &'v Finding> + use<'v> {
        positions.into_iter().flatten().filter_map(|i| self.findings.get(*i))
    }
}

/// Notes a finding once, however many of its places are in one group.
fn note<K: std::hash::Hash + Eq>(index: &mut HashMap<K, Vec<usize>>, key: K, i: usize) {
    let list = index.entry(key).or_default();
    if list.last() != Some(&i) {
        list.push(i);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{clashing, key};
    use crate::plan::Field;

    #[test]
    fn a_clash_is_seen_at_both_ends_and_counted_once() {
        let view = Seen::of(&Rc::new(clashing()));
        let clashes = |page: &Page| view.findings_on(page).filter(|f| f.rule.code == "address-taken").count();
        assert_eq!(clashes(&Page::Gateway(key("app-kms"))), 1);
        assert_eq!(clashes(&Page::Gateway(key("app-secrets"))), 1);
        assert_eq!(view.findings.iter().filter(|f| f.rule.code == "address-taken").count(), 1);
        let spot = view.spot(Object::Address(key("app-secrets"), 0).at(Field::Address));
        assert_eq!(spot.id, "gateways/app-secrets/addresses/us-south-1/address");
        assert_eq!(spot.findings.len(), 1);
        let other = view.spot(Object::Address(key("app-secrets"), 1).at(Field::Address));
        assert!(other.findings.is_empty());
    }
}
