//! What the gateway reaches.

use super::crn_edit::{self, RegionPicker};
use super::picker::ServicePicker;
use super::{Of, crn_parts};
use crate::app::state::Action;
use crate::app::ui::{self, Opt, Radio, RadioGroup, Select, TextField, Tokens, Width};
use crate::app::words;
use crate::catalog::{ACCESS_STATES, INFRASTRUCTURE, Ports, Service, Transport, note};
use crate::edit::{Choice, Edit};
use crate::import;
use crate::plan::{Field, TargetKind};
use yew::prelude::*;

/// The section.
pub(super) fn content(of: &Of<'_>) -> Html {
    let target = &of.written.wanted.target;
    let fields = match target.kind {
        TargetKind::ProviderCloudService => cloud(of),
        TargetKind::PrivatePathServiceGateway => {
            html! { <>{ crn(of, "CRN of the Private Path service", PRIVATE_PATH) }{ port(of) }{ endpoints(of) }{ connection() }</> }
        }
        TargetKind::ProviderInfrastructureService => {
            html! { <>{ infrastructure(of) }<div class="w6">{ ui::note(&note::TIME) }</div></> }
        }
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
const INSTANCE: &str = "Paste a CRN, or what ibmcloud resource service-instance NAME --output json prints: it fills CRN, \
                        port and service endpoints.";

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

/// What follows from asking a provider for a connection.
fn connection() -> Html {
    html! {
        <div class="w6">
            <h3>{ "The connection request" }</h3>
            <p class="helper">{ "Creating the gateway asks the provider of the service for a connection. The gateway\u{2019}s state, or the code of the reason for it, tells the answer; create.sh and verify.sh say it in the same words." }</p>
            <dl class="kv">
                { for ACCESS_STATES.iter().map(|state| html! { <><dt><code>{ state.code }</code></dt><dd>{ state.means }</dd><dd></dd></> }) }
            </dl>
            { ui::note(&note::TCP_ONLY) }
            { ui::note(&note::OWN_VPC) }
        </div>
    }
}

fn cloud(of: &Of<'_>) -> Html {
    let target = &of.written.wanted.target;
    let service = of.model.services.first().copied();
    let vpc = of.vpc().and_then(|v| v.region.get()).map(|r| r.code);
    let (region, account) = (vpc.unwrap_or("us-south"), of.view.plan.account.clone());
    html! {
        <>
            <ServicePicker object={of.object.clone()} known={of.model.services.clone()} crn={target.crn.clone()} {region} {account} />
            <RegionPicker object={of.object.clone()} service={service.map(|s| s.id)} crn={target.crn.clone()} {vpc} />
            { port(of) }
            { crn_edit::parts(of) }
            { crn(of, "CRN of the service", INSTANCE) }
            { service.map(about) }
            { endpoints(of) }
        </>
    }
}

/// What the catalogue says of a service, and where it was read.
fn about(service: &Service) -> Html {
    let assumed = if service.port_stated || matches!(service.ports, Ports::PerInstance(_)) {
        ""
    } else {
        " TCP 443 is taken from the https of its pages."
    };
    html! {
        <p class="helper w6">
            { service.remark }{ assumed }{ " " }
            <a href={service.source.url} target="_blank" rel="noreferrer">
                { service.source.title }{ ", " }{ words::date(service.source.date) }
            </a>
        </p>
    }
}

/// The names that the service answers through the gateway.
fn endpoints(of: &Of<'_>) -> Html {
    let said = &of.written.wanted.target.endpoints;
    let known = of.model.endpoints();
    let helper = if !said.is_empty() {
        "They go before those that follow from the CRN".to_owned()
    } else if known.is_empty() {
        "Not known from the CRN; give them to have them compared with those of other gateways".to_owned()
    } else {
        let names: Vec<_> = known.iter().map(ToString::to_string).collect();
        format!("From the CRN: {}", names.join(", "))
    };
    html! {
        <Tokens spot={of.view.spot(of.object.clone().at(Field::Endpoints))} label="Service endpoints"
            gateway={of.key.clone()} field={Field::Endpoints} width={Width::Full} {helper}
            tags={said.iter().map(|t| t.clone().into()).collect::<Vec<AttrValue>>()} />
    }
}

fn crn(of: &Of<'_>, label: &'static str, help: &'static str) -> Html {
    html! {
        <TextField spot={of.view.spot(of.object.clone().at(Field::Crn))} {label} helper={help} mono=true
            width={Width::Full} value={of.written.wanted.target.crn.clone()} takes={takes_instance(of)}>
            { crn_parts::parts(of) }
        </TextField>
    }
}

/// Takes a pasted service instance in place of a CRN.
fn takes_instance(of: &Of<'_>) -> Callback<String, bool> {
    let (key, now, dispatch) = (of.key.clone(), of.written.wanted.clone(), of.dispatch.clone());
    Callback::from(move |text: String| {
        let Some(instance) = import::read_instance(&text) else { return false };
        dispatch.act(Action::Settle);
        dispatch.edit(import::use_instance(&instance, &key, &now));
        true
    })
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
