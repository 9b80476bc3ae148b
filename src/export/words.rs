//! Words that all three tools share with the API.

use super::Tool;
use super::shell::word;
use crate::catalog::{self, Ability};
use crate::model::Aims;
use crate::plan::{Action, Direction, DnsMode, Protocol, TargetKind};
use crate::steps::Alter;

pub(super) fn target_kind(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::ProviderCloudService => "provider_cloud_service",
        TargetKind::PrivatePathServiceGateway => "private_path_service_gateway",
        TargetKind::ProviderInfrastructureService => "provider_infrastructure_service",
    }
}

/// Whether versions of a tool that a plan aims at have something.
pub(super) fn has(targets: &Aims, tool: Tool, ability: &Ability) -> bool {
    match tool {
        Tool::Cli => targets.plug_in.have(ability.plug_in),
        Tool::Api => targets.api_has(ability),
        Tool::Terraform => targets.provider.have(ability.provider),
    }
}

/// The mode as a yes or no, where there is no word for it: whether hubs resolve the names, too
/// (IBM's page on migrating to the mode, read 21 Nov 2026).
pub(super) fn dns_shared(mode: DnsMode) -> &'static str {
    if mode == DnsMode::Disabled { "false" } else { "true" }
}

/// By what a script finds the part that a gateway loses: the list it is in, a key and a value.
pub(super) fn part(alter: &Alter) -> String {
    let (list, rows): (_, [(&str, &str); 3]) = match alter {
        Alter::Detach(group) => ("security_groups", [("id", &group.id), ("name", &group.name), ("", "")]),
        Alter::Unbind(ip) => ("ips", [("id", &ip.id), ("address", &ip.address), ("name", &ip.name)]),
        Alter::Name(_) | Alter::Dns { .. } | Alter::Attach(_) => return String::new(),
    };
    let (key, value) = rows.into_iter().find(|(_, value)| !value.is_empty()).unwrap_or(("id", ""));
    format!("{list} {key} {}", word(value))
}

pub(super) fn dns_mode(mode: DnsMode) -> &'static str {
    match mode {
        DnsMode::Primary => "primary",
        DnsMode::Disabled => "disabled",
        DnsMode::PerResourceBinding => "per_resource_binding",
    }
}

pub(super) fn action(action: Action) -> &'static str {
    match action {
        Action::Allow => "allow",
        Action::Deny => "deny",
    }
}

pub(super) fn direction(direction: Direction) -> &'static str {
    match direction {
        Direction::Inbound => "inbound",
        Direction::Outbound => "outbound",
    }
}

/// The word for a protocol; all three together have been `icmp_tcp_udp` since some version, and
/// `all` before.
pub(super) fn protocol(protocol: Protocol, targets: &Aims, tool: Tool) -> &'static str {
    match protocol {
        Protocol::IcmpTcpUdp if !has(targets, tool, &catalog::RULE_PROTOCOLS) => "all",
        Protocol::Tcp => "tcp",
        Protocol::Udp => "udp",
        Protocol::Icmp => "icmp",
        Protocol::IcmpTcpUdp => "icmp_tcp_udp",
    }
}
