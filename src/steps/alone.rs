//! One object's steps without the rest of the run.

use super::{Gateway, Kind, Known, LookUp, Ref, Run, Step, Thing};
use crate::plan::{Field, Object};
use std::rc::Rc;

/// The part of a run that makes one object, so that it can be carried out by itself:
/// what others make is looked up by name, as if it were there already. A gateway
/// brings its addresses, bindings and tags along, a network ACL its rules. No steps where the run makes nothing
/// of the object.
pub fn alone(run: &Run, object: &Object) -> Run {
    let is_own = |step: &&Step| match (object, step) {
        (_, Step::LookUp(_)) => false,
        (Object::Acl(key), step) if matches!(step.plain(), Step::AclRule(s) if s.acl.key == *key) => true,
        (Object::Gateway(key), step) => step.gateway().is_some_and(|gateway| gateway.key == *key),
        (object, step) => step.object() == *object,
    };
    let own: Vec<&Step> = run.steps.iter().filter(is_own).collect();
    let mut alone = Alone { run, own: &own, steps: Vec::new() };
    let mut steps: Vec<Step> =
        own.iter().map(|step| step.referring(&mut |thing| alone.find(thing))).collect();
    for step in &mut steps {
        let step = if let Step::Adopt(adopted) = step { &mut *adopted.step } else { step };
        match step {
            Step::Subnet(subnet) => subnet.after.clear(),
            Step::Gateway(gateway) if !gateway.after.is_empty() => {
                *gateway = Rc::new(Gateway { after: Vec::new(), ..Gateway::clone(gateway) });
            }
            _ => {}
        }
    }
    alone.steps.append(&mut steps);
    Run { steps: alone.steps, ..run.empty() }
}

struct Alone<'r> {
    run: &'r Run,
    own: &'r [&'r Step],
    steps: Vec<Step>,
}

impl Alone<'_> {
    /// What to refer to in place of a thing, looked up where it is none of the own.
    fn find(&mut self, thing: &Ref) -> Ref {
        if self.own.iter().any(|step| step.made().is_some_and(|made| same(made, thing))) {
            return thing.clone();
        }
        // A reserved IP that is taken over with its gateway is made of it by a step of its own.
        let is_ip = |step: &&Step| matches!(step, Step::Adopt(s) if matches!(*s.step, Step::ReservedIp(_)));
        if thing.kind == Kind::ReservedIp && thing.adopted && self.own.iter().any(is_ip) {
            return thing.clone();
        }
        let known = |step: &Step| match step {
            Step::LookUp(found) if same(&found.thing, thing) => Some(found.thing.clone()),
            _ => None,
        };
        if let Some(found) = self.steps.iter().find_map(known) {
            return found;
        }
        let run = self.run;
        let (mut within, mut place) = (None, None);
        for step in &run.steps {
            match step {
                Step::LookUp(found) if same(&found.thing, thing) => {
                    (within, place) = (found.within.clone(), Some(found.place.clone()));
                }
                step if step.made().is_some_and(|made| same(made, thing)) => {
                    (within, place) = (step.within().cloned(), Some(step.object().at(Field::Name)));
                }
                _ => {}
            }
        }
        let place = place.expect("a step of the run makes or finds what another refers to");
        let within = within.map(|within| self.find(&within));
        let known = match &thing.known {
            Known::Made => Known::Name,
            Known::Id(_) | Known::Name => thing.known.clone(),
        };
        let thing = Rc::new(Thing { known, adopted: false, ..Thing::clone(thing) });
        let look_up = LookUp { thing: thing.clone(), within, place, for_adopted: false };
        self.steps.push(Step::LookUp(look_up));
        thing
    }
}

fn same(one: &Ref, other: &Ref) -> bool {
    one.kind == other.kind && one.key == other.key
}
