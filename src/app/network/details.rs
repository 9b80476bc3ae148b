//! The VPC itself: whether it exists, its name, region and resource group.

use super::Of;
use crate::app::ui::{
    Opt, Progress, Radio, RadioGroup, Section, Select, TAKEN_OVER, TAKES_OVER, TextField, Width, findings_at,
    is_adopted, origin_edits, origin_word, resource_group_help,
};
use crate::app::view::Spot;
use crate::catalog::REGIONS;
use crate::edit::Edit;
use crate::plan::{Field, Object, OriginKind};
use crate::rules::Counts;
use yew::prelude::*;

/// The fields of the VPC that the sections show.
const FIELDS: [Field; 8] = [
    Field::Origin,
    Field::Name,
    Field::Id,
    Field::Region,
    Field::ResourceGroup,
    Field::PrefixManagement,
    Field::EnableHub,
    Field::Resolver,
];

/// The section.
pub(super) fn section(of: &Of<'_>) -> Html {
    let wanted = &of.written.wanted;
    let origin = &of.written.origin;
    let existing = origin.kind == OriginKind::Existing;
    let adopted = is_adopted(origin);
    let counts = Counts::of(of.view.findings_of(&of.object));
    let progress = if counts == Counts::default() { Progress::Done } else { Progress::Found(counts) };
    let rest = rest(of, &of.object, &FIELDS);
    html! {
        <Section id={format!("{}/details", rest.id)} title="Details" {progress}>
            <div class="grid">
                <RadioGroup spot={of.spot(Field::Origin)} legend="The VPC (virtual private cloud)" options={origins(of)} width={Width::Full} />
                <TextField spot={of.spot(Field::Name)} label="Name" value={wanted.name.clone()}
                    optional={existing && !adopted && !origin.id.is_empty()}
                    helper="Lower-case letters, digits, hyphens; unique in the region" />
                if existing {
                    <TextField spot={of.spot(Field::Id)} label="ID" value={origin.id.clone()} mono=true
                        optional={!adopted} helper={(!adopted).then_some("Empty to look it up by its name")} />
                }
                <Select spot={of.spot(Field::Region)} label="Region" value={wanted.region.clone()} options={regions(&of.object)} />
                if !existing || adopted {
                    <TextField spot={of.spot(Field::ResourceGroup)} label="Resource group" value={wanted.resource_group.clone()}
                        optional=true helper={resource_group_help(origin)} />
                }
                if !rest.findings.is_empty() { <div class="w6">{ findings_at(&rest, of.dispatch) }</div> }
            </div>
        </Section>
    }
}

/// The findings of an object that none of these fields shows, at the object's
/// own place.
pub(super) fn rest(of: &Of<'_>, object: &Object, shown: &[Field]) -> Spot {
    let mut spot = of.view.spot(object.clone().place());
    let elsewhere = |f: &&crate::rules::Finding| {
        f.places
            .iter()
            .filter(|p| p.object == *object)
            .all(|p| p.field.is_none_or(|field| !shown.contains(&field)))
    };
    spot.findings = of.view.findings_of(object).filter(elsewhere).cloned().collect();
    spot
}

fn origins(of: &Of<'_>) -> Vec<Radio> {
    let word = origin_word(&of.written.origin);
    let said = [
        ("new", "New", "The exports create it."),
        ("existing", "Exists", "The exports look it up by its ID, or by its name where the ID is not known."),
        ("adopt", TAKES_OVER, TAKEN_OVER),
    ];
    let radios = said.into_iter().zip(origin_edits(&of.object)).map(|((is, label, help), edit)| Radio {
        label: label.into(),
        help: help.into(),
        edit,
        on: word == is,
        off: None,
    });
    radios.collect()
}

fn regions(object: &Object) -> Vec<Opt> {
    let option = |r: &crate::catalog::Region| {
        let edit = Edit::text(object.clone(), Field::Region, r.code);
        Opt::new(r.code, format!("{}, {}", r.code, r.place), edit)
    };
    REGIONS.iter().map(option).collect()
}
