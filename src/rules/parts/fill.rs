//! Addresses in zones that have none.

use super::subnet_in;
use crate::catalog::Zone;
use crate::edit::{Choice, Edit, New};
use crate::model::{Gateway, Ix, Model, Placed, Subnet, Vpc};
use crate::plan::{How, ZoneAddress};
use std::collections::HashMap;

/// Makes edits that give gateways addresses which IBM Cloud chooses.
pub(in crate::rules) struct Filler<'m> {
    model: &'m Model,
    subnets: HashMap<(Ix<Vpc>, Zone), Option<&'m Subnet>>,
}

impl<'m> Filler<'m> {
    pub(in crate::rules) fn of(model: &'m Model) -> Self {
        Self { model, subnets: HashMap::new() }
    }

    /// The edits, and the zones among those given that have a subnet with room. An
    /// entry for a zone that is there already is used.
    pub(in crate::rules) fn fill(&mut self, gateway: &Gateway, zones: &[Zone]) -> (Vec<Edit>, Vec<Zone>) {
        let (mut edits, mut filled) = (Vec::new(), Vec::new());
        let Some(vpc) = gateway.vpc else { return (edits, filled) };
        for &zone in zones {
            let Some(subnet) = self.subnet(vpc, zone) else { continue };
            filled.push(zone);
            let subnet = subnet.key.clone();
            let mut entries = gateway.addresses.iter().map(|&a| &self.model.addresses[a]);
            match entries.find(|a| a.zone.get() == Some(zone)) {
                Some(entry) => {
                    if entry.subnet.is_none() {
                        edits.push(Edit::choose(entry.object(), Choice::Subnet(subnet)));
                    }
                    edits.push(Edit::choose(entry.object(), Choice::How(How::Chosen)));
                }
                None => {
                    let how = How::Chosen;
                    let new = ZoneAddress { zone: zone.to_string(), subnet, how, ..ZoneAddress::default() };
                    edits.push(Edit::Add(New::Address(gateway.key.clone(), new)));
                }
            }
        }
        (edits, filled)
    }

    fn subnet(&mut self, vpc: Ix<Vpc>, zone: Zone) -> Option<&'m Subnet> {
        let model = self.model;
        let has_room = |s: &Subnet| s.net.value().is_none() || s.counts().free > 0;
        *self.subnets.entry((vpc, zone)).or_insert_with(|| subnet_in(model, vpc, zone, has_room))
    }
}
