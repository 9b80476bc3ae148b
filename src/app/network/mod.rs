//! The network's forms: VPCs with prefixes and subnets, security groups with
//! their rules.

use super::shell::Frame;
use super::ui::{MainPart, OriginTag, TextField};
use crate::plan::{Field, Key, Object, Plan};
use yew::prelude::*;

/// Properties of the network's pages.
#[derive(Properties, PartialEq)]
pub(super) struct NetworkProps {
    /// The VPC.
    pub(super) vpc: Key,
    /// The plan and its surroundings.
    pub(super) frame: Frame,
}

/// A VPC with its prefixes and subnets.
#[component]
pub(super) fn VpcPage(props: &NetworkProps) -> Html {
    let view = &props.frame.view;
    let Some(vpc) = view.plan.vpc(&props.vpc) else { return Html::default() };
    let object = Object::Vpc(props.vpc.clone());
    let label = view.plan.label(&object);
    html! {
        <MainPart title={format!("{label}, VPC in {}", view.plan.name)}>
            <header class="phead"><h1 tabindex="-1">{ &label }</h1><OriginTag new={vpc.origin.is_new()} /></header>
            <div class="grid">
                <TextField spot={view.spot(object.at(Field::Name))} label="Name" value={vpc.wanted.name.clone()} />
            </div>
        </MainPart>
    }
}

/// The security groups of a VPC.
#[component]
pub(super) fn GroupsPage(props: &NetworkProps) -> Html {
    let view = &props.frame.view;
    let label = view.plan.label(&Object::Vpc(props.vpc.clone()));
    html! {
        <MainPart title={format!("Security groups of {label} in {}", view.plan.name)}>
            <header class="phead"><h1 tabindex="-1">{ format!("Security groups of {label}") }</h1></header>
        </MainPart>
    }
}

/// What stands in the rail after the VPCs.
pub(super) fn rail_end(_plan: &Plan) -> Html {
    Html::default()
}
