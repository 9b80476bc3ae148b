//! What the gateway reaches.

use super::picker::{RegionPicker, ServicePicker};
use super::{Of, crn_parts};
use crate::app::ui::{Opt, Radio, RadioGroup, Select, TextField, Width};
use crate::catalog::{INFRASTRUCTURE, Ports, Service, Transport};
use crate::edit::{Choice, Edit};
use crate::plan::{Field, TargetKind};
use yew::prelude::*;

/// The section.
pub(super) fn content(of: &Of<'_>) -> Html {
    let target = &of.written.wanted.target;
    let fields = match target.kind {
        TargetKind::ProviderCloudService => cloud(of),
        TargetKind::PrivatePathServiceGateway => {
            html! { <>{ crn(of, "CRN of the Private Path service", PRIVATE_PATH) }{ port(of) }</> }
        }
        TargetKind::ProviderInfrastructureService => infrastructure(of),
    };
    html! {
        <div class="grid">
            <RadioGroup spot={of.view.spot(of.object.clone().at(Field::TargetKind))} legend="What the gateway reaches"
                tiles=true width={Width::Full} options={kinds(of)} />
            { fields }
        </div>
    }
}

const PRIVATE_PATH: &str =
    "The service's owner gives it to you; it has private-path-service-gateway as its resource type.";
const INSTANCE: &str =
    "The instance's page in the console shows it, as does ibmcloud resource service-instance NAME.";

fn kinds(of: &Of<'_>) -> Vec<Radio> {
    let now = of.written.wanted.target.kind;
    let kind = |kind: TargetKind, label: &'static str, help: &'static str| Radio {
        label: label.into(),
        help: help.into(),
        edit: Edit::choose(of.object.clone(), Choice::TargetKind(kind)),
        on: kind == now,
        off: None,
    };
    vec![
        kind(TargetKind::ProviderCloudService, "IBM Cloud service", "instance or regional endpoint, by CRN"),
        kind(
            TargetKind::PrivatePathServiceGateway,
            "Private Path service",
            "a partner's or your own, by CRN",
        ),
        kind(
            TargetKind::ProviderInfrastructureService,
            "Infrastructure service",
            "the NTP time server, by name",
        ),
    ]
}

fn cloud(of: &Of<'_>) -> Html {
    let target = &of.written.wanted.target;
    let service = of.model.services.first().copied();
    let region = of.vpc().and_then(|v| v.region.get()).map_or("us-south", |r| r.code);
    let (label, help) = match service.map(|s| (s.shape, s.remark)) {
        Some((_, remark)) if !remark.is_empty() => ("CRN of the service", remark),
        _ => ("CRN of the service", INSTANCE),
    };
    html! {
        <>
            <ServicePicker object={of.object.clone()} known={of.model.services.clone()} crn={target.crn.clone()} {region} />
            <RegionPicker object={of.object.clone()} service={service.map(|s| s.id)} crn={target.crn.clone()} />
            { port(of) }
            { crn(of, label, help) }
        </>
    }
}

fn crn(of: &Of<'_>, label: &'static str, help: &'static str) -> Html {
    html! {
        <TextField spot={of.view.spot(of.object.clone().at(Field::Crn))} {label} helper={help} mono=true
            width={Width::Full} value={of.written.wanted.target.crn.clone()}>
            { crn_parts::parts(of) }
        </TextField>
    }
}

fn port(of: &Of<'_>) -> Html {
    let transport = match of.model.services.first().map(|s| s.ports) {
        Some(Ports::Range(t, ..) | Ports::PerInstance(t)) => t,
        None => Transport::Tcp,
    };
    html! {
        <TextField spot={of.view.spot(of.object.clone().at(Field::Port))} label={format!("Port ({})", transport.name())}
            mono=true keyboard="numeric" width={Width::Sixth} placeholder={usual_port(&of.model.services)}
            value={of.written.wanted.target.port.clone()} />
    }
}

/// The port that holds while none is given.
fn usual_port(services: &[&Service]) -> Option<AttrValue> {
    match services.first()?.ports {
        Ports::Range(_, first, last) if first == last => Some(first.to_string().into()),
        Ports::Range(_, first, last) => Some(format!("{first} to {last}").into()),
        Ports::PerInstance(_) => None,
    }
}

fn infrastructure(of: &Of<'_>) -> Html {
    let options = INFRASTRUCTURE
        .iter()
        .map(|s| {
            let edit = Edit::text(of.object.clone(), Field::TargetName, s.target);
            Opt::new(s.target, format!("{}, {}", s.name, s.target), edit)
        })
        .collect::<Vec<_>>();
    html! {
        <Select spot={of.view.spot(of.object.clone().at(Field::TargetName))} label="Service" {options}
            value={of.written.wanted.target.name.clone()} />
    }
}
