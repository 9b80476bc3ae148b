//! Words that all three tools share with the API.

use super::Tool;
use crate::catalog::{self, Ability};
use crate::model::Aims;
use crate::plan::{Direction, DnsMode, Protocol, TargetKind};

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

pub(super) fn dns_mode(mode: DnsMode) -> &'static str {
    match mode {
        DnsMode::Primary => "primary",
        DnsMode::Disabled => "disabled",
        DnsMode::PerResourceBinding => "per_resource_binding",
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
