//! Words that all three tools share with the API.

use crate::plan::{Action, Direction, DnsMode, Protocol, TargetKind};

pub(super) fn target_kind(kind: TargetKind) -> &'static str {
    match kind {
        TargetKind::ProviderCloudService => "provider_cloud_service",
        TargetKind::PrivatePathServiceGateway => "private_path_service_gateway",
        TargetKind::ProviderInfrastructureService => "provider_infrastructure_service",
    }
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

pub(super) fn protocol(protocol: Protocol) -> &'static str {
    match protocol {
        Protocol::Tcp => "tcp",
        Protocol::Udp => "udp",
        Protocol::Icmp => "icmp",
        Protocol::IcmpTcpUdp => "icmp_tcp_udp",
    }
}
