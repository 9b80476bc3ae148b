//! The roles that a run takes: which step needs which row of the catalogue.

use super::{Alter, Change, Gateway, Kind, Known, LookUp, Ref, Run, Step, TagKind};
use crate::catalog::{Right, right};
use crate::plan::TargetKind;

impl Run {
    /// The roles that whoever carries the run out needs, each once, in the catalogue's
    /// order.
    pub fn rights(&self) -> Vec<&'static Right> {
        let mut needed: Vec<&Right> = Vec::new();
        for step in &self.steps {
            of(step, &mut needed);
        }
        right::ALL.iter().copied().filter(|r| needed.contains(r)).collect()
    }
}

/// What one step needs. What is taken over is changed and destroyed as what is made.
fn of(step: &Step, needed: &mut Vec<&'static Right>) {
    if !matches!(step, Step::Policy(_)) {
        needed.push(&right::SEE);
    }
    match step {
        Step::LookUp(s) => looked_up(s, needed),
        Step::Vpc(_) => needed.push(&right::VPC),
        Step::Prefix(s) => needed.extend([&right::VPC].into_iter().chain(used(&s.vpc))),
        Step::Acl(s) => needed.extend([&right::ACL].into_iter().chain(used(&s.vpc))),
        Step::AclRule(_) => needed.push(&right::ACL),
        Step::Subnet(s) => needed.extend([&right::SUBNET].into_iter().chain(used(&s.vpc))),
        Step::Group(s) => needed.extend([&right::GROUP].into_iter().chain(used(&s.vpc))),
        Step::Rule(_) => needed.push(&right::GROUP),
        Step::DnsBinding(_) => needed.extend([&right::DNS_BINDING, &right::DNS_CONNECTOR]),
        Step::Resolver(_) => needed.push(&right::RESOLVER),
        Step::Gateway(s) => gateway(s, needed),
        Step::ReservedIp(_) => needed.push(&right::RESERVED_IP),
        Step::Binding(_) => needed.extend([&right::RESERVED_IP, &right::BIND]),
        Step::ResourceBinding(_) => needed.push(&right::RESOURCE_BINDING),
        Step::Tags(s) => needed.push(match s.kind {
            TagKind::User => &right::USER_TAGS,
            TagKind::Access => &right::ACCESS_TAGS,
        }),
        Step::Change(s) => changed(s, needed),
        Step::Policy(_) => needed.push(&right::POLICY),
        Step::Adopt(s) => of(&s.step, needed),
    }
}

fn looked_up(step: &LookUp, needed: &mut Vec<&'static Right>) {
    if step.thing.kind == Kind::ResourceGroup {
        needed.push(&right::RESOURCE_GROUP);
    }
}

fn gateway(step: &Gateway, needed: &mut Vec<&'static Right>) {
    needed.push(&right::GATEWAY);
    needed.extend(used(&step.vpc));
    if !step.groups.is_empty() {
        needed.push(&right::USE_GROUP);
    }
    if step.target_kind == TargetKind::ProviderCloudService {
        needed.push(&right::TARGET);
    }
}

fn changed(step: &Change, needed: &mut Vec<&'static Right>) {
    match step.alter {
        Alter::Name(_) | Alter::Dns { .. } => needed.push(&right::CHANGE),
        Alter::Attach(_) | Alter::Detach(_) => needed.extend([&right::CHANGE, &right::USE_GROUP]),
        Alter::Unbind(_) => needed.extend([&right::RESERVED_IP, &right::BIND]),
    }
}

/// A VPC that exists is used by what is made in it.
fn used(vpc: &Ref) -> Option<&'static Right> {
    (vpc.known != Known::Made).then_some(&right::USE_VPC)
}

#[cfg(test)]
mod tests {
    use crate::catalog::right;
    use crate::model::Model;
    use crate::plan::read;
    use crate::steps::runs;

    /// The roles of an example's runs, as `ROLE on RESOURCE`.
    fn of(text: &str) -> Vec<String> {
        let runs = runs(&Model::of(&read(text).unwrap()));
        runs.iter().flat_map(super::Run::rights).map(|r| format!("{} on {}", r.role, r.on)).collect()
    }

    #[test]
    fn a_run_needs_what_its_steps_need_and_no_more() {
        let time = of(include_str!("../../examples/time.json"));
        assert_eq!(time.iter().filter(|r| r.contains("Endpoint")).count(), 2, "{time:?}");
        assert!(
            !time.iter().any(|r| r.contains("services that gateways reach") || r.contains("DNS")),
            "{time:?}"
        );
        let hub = of(include_str!("../../examples/dns-hub.json"));
        assert!(hub.iter().any(|r| r.starts_with("DNS Binding Connector")), "{hub:?}");
        assert!(
            !hub.iter().any(|r| r.starts_with("Administrator") || r.ends_with("Resource group")),
            "{hub:?}"
        );
        let tagged = of(include_str!("../../examples/private-path.json"));
        assert!(
            tagged.contains(&"Administrator on Virtual Private Endpoint for VPC".to_owned()),
            "{tagged:?}"
        );
    }

    #[test]
    fn each_row_is_told_once_and_names_real_actions() {
        for (i, row) in right::ALL.iter().enumerate() {
            assert!(!right::ALL[..i].contains(row), "{row:?} twice");
            for action in row.actions {
                assert!(action.split('.').count() >= 3 && !action.contains(' '), "{action}");
            }
        }
    }
}
