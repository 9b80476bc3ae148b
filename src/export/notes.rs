//! What is to be known beside a run, for its `README.md`.

use super::text::Text;
use crate::catalog::{ACCESS_STATES, Note, note};
use crate::plan::{DnsMode, TargetKind};
use crate::steps::{Run, Step};

/// Writes the sections, where the run makes a gateway or shares DNS.
pub(super) fn sections(out: &mut Text, run: &Run) {
    let notes = of(run);
    if !notes.is_empty() {
        out.gap();
        out.line("## What to know");
        out.gap();
        for note in &notes {
            out.line(format!(
                "- {} [{}]({}), {}.",
                note.text, note.source.title, note.source.url, note.source.date
            ));
        }
    }
    if notes.contains(&&note::TCP_ONLY) {
        out.gap();
        out.line("## Private Path");
        out.gap();
        out.line("Creating the gateway asks the provider of the service for a connection. Its state, or the code of the reason for it, tells the answer:");
        out.gap();
        for state in &ACCESS_STATES {
            out.line(format!("- `{}`: {}", state.code, state.means));
        }
    }
}

/// The notes that are about a run.
fn of(run: &Run) -> Vec<&'static Note> {
    let mut notes: Vec<&Note> = Vec::new();
    for step in &run.steps {
        match step.plain() {
            Step::Gateway(s) => {
                notes.extend([&note::PRIVATE_ZONE, &note::NO_PING]);
                match s.target_kind {
                    TargetKind::PrivatePathServiceGateway => notes.extend([&note::TCP_ONLY, &note::OWN_VPC]),
                    TargetKind::ProviderInfrastructureService => notes.push(&note::TIME),
                    TargetKind::ProviderCloudService => {}
                }
                if s.dns == DnsMode::PerResourceBinding {
                    notes.push(&note::LISTED);
                }
            }
            Step::DnsBinding(_) => {
                notes.extend([&note::AUTHORIZED, &note::HUB_RESOLVER, &note::CONNECTED, &note::SIX_MINUTES])
            }
            Step::ResourceBinding(_) => notes.extend([&note::RESTRICTIONS, &note::SIX_MINUTES]),
            Step::LookUp(_)
            | Step::Vpc(_)
            | Step::Prefix(_)
            | Step::Acl(_)
            | Step::AclRule(_)
            | Step::Policy(_)
            | Step::Change(_)
            | Step::Subnet(_)
            | Step::Group(_)
            | Step::Rule(_)
            | Step::ReservedIp(_)
            | Step::Binding(_)
            | Step::Tags(_)
            | Step::Resolver(_)
            | Step::Adopt(_) => {}
        }
    }
    let mut told: Vec<&Note> = Vec::new();
    for note in notes {
        if !told.contains(&note) {
            told.push(note);
        }
    }
    told
}
