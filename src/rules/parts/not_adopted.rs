//! What Terraform is to take over and cannot, as findings.

use crate::edit::{Choice, Edit};
use crate::model::{Lack, Model};
use crate::plan::{Object, On};
use crate::rules::{Findings, Fix};

/// Reports what lacks this. Where nothing else stands on it, it can be referred to.
pub(in crate::rules) fn not_adopted(model: &Model, lack: Lack, out: &mut Findings) {
    for found in model.not_adopted.iter().filter(|n| n.lack == lack) {
        let alone = lack == Lack::Gateway || !matches!(found.object, Object::ReservedIp(_));
        let fix = alone.then(|| {
            let edit = Edit::choose(found.object.clone(), Choice::On(On::ReferTo));
            Fix::choice("Refer to it only", edit)
        });
        let (places, detail) =
            (found.places.clone(), "Its files refer to it instead, and change nothing of it.");
        out.report_with(places, found.sentence.clone(), detail, fix);
    }
}
