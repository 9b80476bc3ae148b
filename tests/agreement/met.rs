//! What a plan and its steps have, in words, so that a generator can be shown to reach it all.

use std::collections::BTreeSet;

use vpe_planner::plan::{Gateway, How, Origin, OriginKind, Plan, Resource};
use vpe_planner::steps::{Alter, From, Kind, Known, Remote, Step, Steps, TagKind};

/// All that random plans are to reach: each text with each of the words that can stand in it.
pub(crate) fn everything() -> BTreeSet<String> {
    const ORIGINS: [&str; 4] = ["new", "by name", "by id", "by id and name"];
    const GROUPS: [&str; 3] = ["the default group", "a group by name", "a group by id"];
    const REMOTES: [&str; 4] = ["an address", "a block", "a group", "anywhere"];
    let mut all = BTreeSet::new();
    let mut each = |text: &str, rows: &[&[&str]]| {
        let mut texts = vec![text.to_owned()];
        for row in rows {
            let with =
                |text: &String| row.iter().map(|word| text.replacen("{}", word, 1)).collect::<Vec<_>>();
            texts = texts.iter().flat_map(with).collect();
        }
        all.extend(texts);
    };
    each("{}", &[&["account", "taken addresses", "step prefix", "step user tags", "step access tags"]]);
    each("API {}", &[&["2025-11-17", "2025-11-18", "2025-12-08", "2026-10-06"]]);
    each("plug-in {}", &[&["Before16", "From16"]]);
    each("{} VPCs in 1 regions", &[&["1", "2", "3"]]);
    each("{} VPCs in 2 regions", &[&["2", "3"]]);
    each("{} {}", &[&["VPC", "network ACL", "subnet", "group", "gateway"], &ORIGINS]);
    each("new {} in a VPC that is {}", &[&["prefix", "subnet"], &["new", "existing"]]);
    each("existing {} in a VPC that is existing", &[&["prefix", "subnet"]]);
    each("reserved IP {}, its address {}", &[&ORIGINS[1..], &["known", "unknown"]]);
    each("new rule {} a name in a group that is {}", &[&["with", "without"], &["new", "existing"]]);
    each("existing rule {} a name in a group that is existing", &[&["with", "without"]]);
    each(
        "{} address of a gateway that is {}",
        &[&["no", "chosen", "given", "existing"], &["new", "existing"]],
    );
    each("gateway with {}", &[&["no address at all", "a prefix of reserved IP names", "a name that is cut"]]);
    each("gateway with {}", &[&["user tags alone", "access tags alone", "tags of both kinds"]]);
    each("gateway with {}", &[&["no group", "several groups"]]);
    each(
        "not here: {}",
        &[&["auto_release", "dns", "id", "name", "on", "origin", "security_groups", "tags", "zone"]],
    );
    each(
        "step look up {} by {}",
        &[
            &[
                "resource group",
                "VPC",
                "network ACL",
                "network ACL rule",
                "subnet",
                "security group",
                "reserved IP",
                "gateway",
            ],
            &["name", "id"],
        ],
    );
    each("step VPC with {} in {}", &[&["default prefixes", "no prefixes"], &GROUPS]);
    each("step subnet {} in {}", &[&["any time", "after a prefix"], &GROUPS]);
    each("step group in {}", &[&GROUPS]);
    each("step network ACL in {}", &[&GROUPS]);
    each("step subnet with {} network ACL", &[&["a new", "an existing"]]);
    let ways: [&[&str]; 2] = [&["Allow", "Deny"], &["Inbound", "Outbound"]];
    each("step {} {} rule of new network ACL {}", &[ways[0], ways[1], &["after all", "before a new one"]]);
    each(
        "step {} {} rule of existing network ACL {}",
        &[ways[0], ways[1], &["after all", "before a new one", "before an existing one"]],
    );
    each(
        "step rule {} {} {} {}",
        &[&["Inbound", "Outbound"], &["Tcp", "Udp"], &["some ports", "all ports"], &REMOTES],
    );
    each("step rule {} {} all ports {}", &[&["Inbound", "Outbound"], &["Icmp", "IcmpTcpUdp"], &REMOTES]);
    each(
        "step gateway to {}, {}",
        &[
            &["ProviderCloudService", "PrivatePathServiceGateway", "ProviderInfrastructureService"],
            &["Primary", "Disabled"],
        ],
    );
    each("step gateway to ProviderCloudService, PerResourceBinding", &[]);
    each("step resource binding", &[]);
    each("step policy for {}", &[&["all instances", "one instance"]]);
    each("policy {}", &[&["new", "by id", "by nothing"]]);
    each("{} accounts that let gateways in", &[&["1", "2"]]);
    each("step {}", &[&["rename", "DNS mode", "attach", "detach"]]);
    each("step reserved IP {} and {}", &[&["given", "chosen"], &["kept", "released with its gateway"]]);
    each(
        "adopt {}",
        &[&["VPC", "prefix", "subnet", "group", "rule", "gateway", "reserved IP", "binding", "policy"]],
    );
    each("adopt {}", &[&["network ACL", "network ACL rule"]]);
    each("adopt {} tags", &[&["user", "access"]]);
    each("step bind {} reserved IP to {} gateway", &[&["new", "existing"], &["new", "existing"]]);
    all
}

/// What the plan has.
pub(crate) fn plan(plan: &Plan, met: &mut BTreeSet<String>) {
    let mut add = |text: String| met.insert(text);
    if !plan.account.is_empty() {
        add("account".to_owned());
    }
    add(format!("API {}", plan.targets.api));
    add(format!("plug-in {:?}", plan.targets.cli));
    let regions: Vec<&str> = plan.vpcs.iter().map(|vpc| vpc.wanted.region.as_str()).collect();
    let distinct: BTreeSet<&&str> = regions.iter().collect();
    add(format!("{} VPCs in {} regions", regions.len(), distinct.len()));
    for vpc in &plan.vpcs {
        add(format!("VPC {}", origin(&vpc.origin, &vpc.wanted.name)));
        for prefix in &vpc.wanted.prefixes {
            let (vpc, prefix) = (kind(&vpc.origin), kind(&prefix.origin));
            add(format!("{prefix} prefix in a VPC that is {vpc}"));
        }
        for subnet in &vpc.wanted.subnets {
            add(format!("subnet {}", origin(&subnet.origin, &subnet.wanted.name)));
            add(format!("{} subnet in a VPC that is {}", kind(&subnet.origin), kind(&vpc.origin)));
            if !subnet.wanted.taken.is_empty() {
                add("taken addresses".to_owned());
            }
            for ip in &subnet.wanted.reserved_ips {
                let address = if ip.address.is_empty() { "unknown" } else { "known" };
                let origin = origin(&Origin::existing(&ip.id), &ip.name);
                add(format!("reserved IP {origin}, its address {address}"));
            }
        }
        for acl in &vpc.wanted.network_acls {
            add(format!("network ACL {}", origin(&acl.origin, &acl.wanted.name)));
        }
        for group in &vpc.wanted.security_groups {
            add(format!("group {}", origin(&group.origin, &group.wanted.name)));
            for rule in &group.wanted.rules {
                let name = if rule.wanted.name.is_empty() { "without" } else { "with" };
                add(format!(
                    "{} rule {name} a name in a group that is {}",
                    kind(&rule.origin),
                    kind(&group.origin)
                ));
            }
        }
    }
    for policy in &plan.policies {
        let by = match (policy.origin.kind, policy.origin.id.is_empty()) {
            (OriginKind::New, _) => "new",
            (OriginKind::Existing, false) => "by id",
            (OriginKind::Existing, true) => "by nothing",
        };
        met.insert(format!("policy {by}"));
    }
    for gateway in &plan.gateways {
        self::gateway(gateway, met);
    }
}

fn gateway(gateway: &Resource<Gateway>, met: &mut BTreeSet<String>) {
    let wanted = &gateway.wanted;
    let mut add = |text: String| met.insert(text);
    add(format!("gateway {}", origin(&gateway.origin, &wanted.name)));
    let of = kind(&gateway.origin);
    for address in &wanted.addresses {
        let how = match address.how {
            How::None => "no",
            How::Chosen => "chosen",
            How::Given => "given",
            How::Existing => "existing",
        };
        add(format!("{how} address of a gateway that is {of}"));
    }
    if gateway.origin.kind == OriginKind::Existing {
        return;
    }
    let none = wanted.addresses.iter().all(|address| address.how == How::None);
    for (has, what) in [
        (none, "no address at all"),
        (!wanted.ip_prefix.is_empty(), "a prefix of reserved IP names"),
        (wanted.name.len() > 52, "a name that is cut"),
        (!wanted.tags.is_empty() && wanted.access_tags.is_empty(), "user tags alone"),
        (wanted.tags.is_empty() && !wanted.access_tags.is_empty(), "access tags alone"),
        (!wanted.tags.is_empty() && !wanted.access_tags.is_empty(), "tags of both kinds"),
        (wanted.security_groups.is_empty(), "no group"),
        (wanted.security_groups.len() > 1, "several groups"),
    ] {
        if has {
            add(format!("gateway with {what}"));
        }
    }
}

fn kind(origin: &Origin) -> &'static str {
    match origin.kind {
        OriginKind::New => "new",
        OriginKind::Existing => "existing",
    }
}

fn origin(origin: &Origin, name: &str) -> &'static str {
    match (origin.kind, origin.id.is_empty(), name.is_empty()) {
        (OriginKind::New, ..) => "new",
        (OriginKind::Existing, true, _) => "by name",
        (OriginKind::Existing, false, true) => "by id",
        (OriginKind::Existing, false, false) => "by id and name",
    }
}

/// What the steps have.
pub(crate) fn steps(steps: &Steps, met: &mut BTreeSet<String>) {
    let owners = steps.runs.iter().filter(|run| run.region().is_none()).count();
    if owners > 0 {
        met.insert(format!("{owners} accounts that let gateways in"));
    }
    for step in steps.runs.iter().flat_map(|run| &run.steps) {
        met.insert(self::step(step));
    }
}

fn group(of: Option<&vpe_planner::steps::Ref>) -> &'static str {
    match of.map(|group| &group.known) {
        None => "the default group",
        Some(Known::Name) => "a group by name",
        Some(Known::Id(_)) => "a group by id",
        Some(Known::Made) => "a group that is made",
    }
}

fn step(step: &Step) -> String {
    match step {
        Step::LookUp(s) => {
            let kind = match s.thing.kind {
                Kind::ResourceGroup => "resource group",
                Kind::Vpc => "VPC",
                Kind::Acl => "network ACL",
                Kind::AclRule => "network ACL rule",
                Kind::Subnet => "subnet",
                Kind::Group => "security group",
                Kind::ReservedIp => "reserved IP",
                Kind::Gateway => "gateway",
            };
            let by = if s.id().is_some() { "id" } else { "name" };
            format!("step look up {kind} by {by}")
        }
        Step::Vpc(s) => {
            let prefixes = if s.auto_prefixes { "default prefixes" } else { "no prefixes" };
            format!("step VPC with {prefixes} in {}", group(s.resource_group.as_ref()))
        }
        Step::Prefix(_) => "step prefix".to_owned(),
        Step::Acl(s) => format!("step network ACL in {}", group(s.resource_group.as_ref())),
        Step::AclRule(s) => {
            let before = match s.before.as_ref().map(|rule| rule.exists()) {
                None => "all",
                Some(false) => "a new one",
                Some(true) => "an existing one",
            };
            let acl = if s.acl.exists() { "existing" } else { "new" };
            let before = if before == "all" { "after all".to_owned() } else { format!("before {before}") };
            format!("step {:?} {:?} rule of {acl} network ACL {before}", s.action, s.direction)
        }
        Step::Subnet(s) if s.acl.is_some() => {
            let acl = s.acl.as_ref().is_some_and(|acl| acl.exists());
            format!("step subnet with {} network ACL", if acl { "an existing" } else { "a new" })
        }
        Step::Subnet(s) => {
            let after = if s.after.is_empty() { "any time" } else { "after a prefix" };
            format!("step subnet {after} in {}", group(s.resource_group.as_ref()))
        }
        Step::Group(s) => format!("step group in {}", group(s.resource_group.as_ref())),
        Step::Rule(s) => {
            let ports = if s.ports.is_some() { "some ports" } else { "all ports" };
            let remote = match &s.remote {
                Remote::Address(_) => "an address",
                Remote::Block(block) if block == "0.0.0.0/0" => "anywhere",
                Remote::Block(_) => "a block",
                Remote::Group(_) => "a group",
            };
            format!("step rule {:?} {:?} {ports} {remote}", s.direction, s.protocol)
        }
        Step::Gateway(s) => format!("step gateway to {:?}, {:?}", s.target_kind, s.dns),
        Step::ReservedIp(s) => match &s.address.from {
            From::New { address, auto_delete, .. } => {
                let address = if address.is_some() { "given" } else { "chosen" };
                let kept = if *auto_delete { "released with its gateway" } else { "kept" };
                format!("step reserved IP {address} and {kept}")
            }
            From::Existing(_) => panic!("what exists is not reserved"),
        },
        Step::Binding(s) => {
            let ip = if s.address.existing().is_some() { "existing" } else { "new" };
            let gateway = if s.gateway.exists() { "existing" } else { "new" };
            format!("step bind {ip} reserved IP to {gateway} gateway")
        }
        Step::DnsBinding(_) => "step DNS resolution binding".to_owned(),
        Step::Resolver(_) => "step resolver".to_owned(),
        Step::ResourceBinding(_) => "step resource binding".to_owned(),
        Step::Change(s) => format!("step {}", altered(&s.alter)),
        Step::Tags(s) => format!("step {} tags", s.kind.word()),
        Step::Policy(s) if s.instance.is_empty() => "step policy for all instances".to_owned(),
        Step::Policy(_) => "step policy for one instance".to_owned(),
        Step::Adopt(s) => format!("adopt {}", adopted(&s.step)),
    }
}

fn altered(alter: &Alter) -> &'static str {
    match alter {
        Alter::Name(_) => "rename",
        Alter::Dns { .. } => "DNS mode",
        Alter::Attach(_) => "attach",
        Alter::Detach(_) => "detach",
        Alter::Unbind(_) => "unbind",
    }
}

fn adopted(step: &Step) -> &'static str {
    match step {
        Step::Vpc(_) => "VPC",
        Step::Prefix(_) => "prefix",
        Step::Acl(_) => "network ACL",
        Step::AclRule(_) => "network ACL rule",
        Step::Subnet(_) => "subnet",
        Step::Group(_) => "group",
        Step::Rule(_) => "rule",
        Step::Gateway(_) => "gateway",
        Step::ReservedIp(_) => "reserved IP",
        Step::Binding(_) => "binding",
        Step::DnsBinding(_) => "DNS resolution binding",
        Step::ResourceBinding(_) => "resource binding",
        Step::Policy(_) => "policy",
        Step::Tags(s) => match s.kind {
            TagKind::User => "user tags",
            TagKind::Access => "access tags",
        },
        Step::LookUp(_) | Step::Resolver(_) | Step::Change(_) | Step::Adopt(_) => {
            panic!("nothing can be taken over by {step:?}")
        }
    }
}
