//! `gateways.tf`: gateways, their reserved IPs and the bindings of these.

use super::hcl::{Block, Expr, Item, attr, entry, field, raw, text};
use super::names::{id, label};
use super::{mark, push};
use crate::catalog::DNS_MODE;
use crate::export::not_here::in_terraform;
use crate::export::words::{dns_mode, dns_shared, has, target_kind};
use crate::export::{Heading, Tool};
use crate::plan::{Field, Key, Object, TargetKind};
use crate::steps::{Address, From, Gateway, Kind, Known, Ref, ResourceBinding, Run, Step, TagKind};

pub(super) fn items(run: &Run, heading: &Heading) -> Vec<Item> {
    let mut items: Vec<Item> = Vec::new();
    let mut steps = run.steps.as_slice();
    // The steps of a gateway stand together, with look-ups of other things between.
    while let Some((step, rest)) = steps.split_first() {
        let Some(of) = gateway(step) else {
            steps = rest;
            continue;
        };
        let end = steps.iter().take_while(|s| gateway(s).is_none_or(|g| g.key == of.key)).count();
        let (own, rest) = steps.split_at(end);
        super::gap(&mut items);
        let own: Vec<&Step> = own.iter().filter(|s| gateway(s).is_some()).collect();
        items.extend(self::of(&own, heading));
        steps = rest;
    }
    items
}

/// The gateway that a step makes, finds, or is for.
pub(super) fn gateway(step: &Step) -> Option<&Ref> {
    match step {
        Step::LookUp(s) if s.thing.kind == Kind::Gateway => Some(&s.thing),
        step => step.gateway(),
    }
}

/// The items of one gateway. Its blocks say the same whether it is new or taken
/// over.
pub(super) fn of(steps: &[&Step], heading: &Heading) -> Vec<Item> {
    let mut items = Vec::new();
    let imported: Vec<&Object> = steps.iter().filter_map(|s| imported(s)).collect();
    let of_resource = |s: &Step| matches!(s, Step::ResourceBinding(_));
    let resources_imported =
        steps.iter().any(|s| matches!(s, Step::Adopt(adopted) if of_resource(&adopted.step)));
    let steps: Vec<&Step> = steps.iter().map(|s| s.plain()).collect();
    let Some(gateway) = steps.iter().find_map(|s| s.gateway()) else { return items };
    let mut reasons: Vec<String> = Vec::new();
    for reason in steps.iter().filter_map(|s| in_terraform(s)).map(|n| n.reason) {
        if !reasons.contains(&reason) {
            reasons.push(reason);
        }
    }
    items.extend(reasons.into_iter().map(|r| Item::Comment(format!("Not here: {r}"))));
    if gateway.known == Known::Name {
        return items;
    }
    let made = steps.iter().find_map(|s| if let Step::Gateway(g) = s { Some(g) } else { None });
    if let Some(made) = made {
        mark(&mut items, heading, &Object::Gateway(made.thing.key.clone()));
        push(&mut items, block(made, &steps, heading));
    }
    let reserved: Vec<&Address> = steps
        .iter()
        .filter_map(|s| if let Step::ReservedIp(r) = s { Some(r.address.as_ref()) } else { None })
        .collect();
    let bound: Vec<&Address> = steps
        .iter()
        .filter_map(|s| if let Step::Binding(b) = s { Some(b.address.as_ref()) } else { None })
        .collect();
    if !reserved.is_empty() {
        for address in &reserved {
            mark(&mut items, heading, &address.object);
        }
        push(&mut items, reserved_ips(&gateway.key, &reserved));
    }
    if !bound.is_empty() {
        let existing = || bound.iter().filter(|a| a.existing().is_some_and(|ip| !ip.adopted));
        for address in existing() {
            mark(&mut items, heading, &address.object);
        }
        if gateway.exists() && existing().any(|a| !imported.contains(&&a.object)) {
            super::gap(&mut items);
            let how = "A reserved IP that this gateway has already is imported as GATEWAY_ID/RESERVED_IP_ID.";
            items.push(Item::Comment(how.to_owned()));
        }
        push(&mut items, bindings(gateway, &bound, !imported.is_empty()));
    }
    let resources: Vec<&ResourceBinding> =
        steps.iter().filter_map(|s| if let Step::ResourceBinding(b) = s { Some(b) } else { None }).collect();
    if !resources.is_empty() {
        for resource in &resources {
            mark(&mut items, heading, &Object::ResourceBinding(resource.key.clone()));
        }
        push(&mut items, resource_bindings(gateway, &resources, resources_imported));
    }
    items
}

fn block(gateway: &Gateway, steps: &[&Step], heading: &Heading) -> Block {
    let object = Object::Gateway(gateway.thing.key.clone());
    let at = |field| object.clone().at(field);
    let mut items = vec![
        attr("name", text(&gateway.thing.name), at(Field::Name)),
        attr("vpc", raw(id(&gateway.vpc)), at(Field::Vpc)),
    ];
    if let Some(group) = &gateway.resource_group {
        items.push(attr("resource_group", raw(id(group)), at(Field::ResourceGroup)));
    }
    if !gateway.groups.is_empty() {
        let groups = gateway.groups.iter().map(|g| raw(id(g))).collect();
        items.push(attr("security_groups", Expr::List(groups), at(Field::SecurityGroups)));
    }
    items.push(if has(&heading.targets, Tool::Terraform, &DNS_MODE) {
        attr("dns_resolution_binding_mode", text(dns_mode(gateway.dns)), at(Field::Dns))
    } else {
        attr("allow_dns_resolution_binding", raw(dns_shared(gateway.dns)), at(Field::Dns))
    });
    for step in steps {
        let Step::Tags(tags) = step else { continue };
        let name = match tags.kind {
            TagKind::User => "tags",
            TagKind::Access => "access_tags",
        };
        let list = Expr::List(tags.tags.iter().map(text).collect());
        items.push(attr(name, list, at(tags.kind.field())));
    }
    let (name, field) = match gateway.target_kind {
        TargetKind::ProviderInfrastructureService => ("name", Field::TargetName),
        TargetKind::ProviderCloudService | TargetKind::PrivatePathServiceGateway => ("crn", Field::Crn),
    };
    let target = vec![
        attr(name, text(&gateway.target), at(field)),
        attr("resource_type", text(target_kind(gateway.target_kind)), at(Field::TargetKind)),
    ];
    items.extend([Item::Blank, Item::Block(Block::new("target", &[], target))]);
    // One that exists waits for nobody.
    if gateway.target_kind == TargetKind::PrivatePathServiceGateway && !gateway.thing.adopted {
        items.extend([
            Item::Blank,
            Item::Comment(
                "The service's provider may take days to admit the gateway. The provider of".to_owned(),
            ),
            Item::Comment(
                "Terraform goes on without it only after this time, and makes no other gateway".to_owned(),
            ),
            Item::Comment("of the VPC before.".to_owned()),
            Item::Block(Block::new("timeouts", &[], vec![attr("create", text("2m"), None)])),
        ]);
    }
    if !gateway.after.is_empty() {
        let after =
            gateway.after.iter().map(|k| raw(format!("ibm_is_virtual_endpoint_gateway.{}", label(k))));
        items.extend([Item::Blank, attr("depends_on", Expr::List(after.collect()), None)]);
    }
    let label = label(&gateway.thing.key);
    Block::new("resource", &["ibm_is_virtual_endpoint_gateway", &label], items).of(object.place())
}

fn reserved_ips(gateway: &Key, addresses: &[&Address]) -> Block {
    let mut zones = Vec::new();
    for address in addresses {
        let at = |field| address.object.clone().at(field);
        let From::New { name, address: given, .. } = &address.from else { continue };
        let given = given.as_ref().map_or_else(|| raw("null"), text);
        let name = if name.is_empty() { raw("null") } else { text(name) };
        let fields = vec![
            field("subnet", raw(id(&address.subnet)), at(Field::Subnet)),
            field("name", name, at(Field::Zone)),
            field("address", given, at(Field::Address)),
        ];
        zones.push(entry(&address.slot, Expr::Object(fields), at(Field::Zone)));
    }
    let items = vec![
        attr("for_each", Expr::Object(zones), None),
        Item::Blank,
        attr("subnet", raw("each.value.subnet"), None),
        attr("name", raw("each.value.name"), None),
        attr("address", raw("each.value.address"), None),
    ];
    Block::new("resource", &["ibm_is_subnet_reserved_ip", &label(gateway)], items)
}

fn bindings(gateway: &Ref, addresses: &[&Address], imported: bool) -> Block {
    let label = label(&gateway.key);
    let mut zones = Vec::new();
    for address in addresses {
        let ip = match &address.from {
            From::Existing(ip) if !ip.adopted => id(ip),
            From::Existing(_) | From::New { .. } => {
                format!("ibm_is_subnet_reserved_ip.{label}[{}].reserved_ip", key(address))
            }
        };
        zones.push(entry(&address.slot, raw(ip), address.object.clone().at(Field::Zone)));
    }
    let mut items = vec![
        attr("for_each", Expr::Object(zones), None),
        Item::Blank,
        attr("gateway", raw(id(gateway)), None),
        attr("reserved_ip", raw("each.value"), None),
    ];
    if imported {
        not_read_back(&mut items, gateway, "gateway");
    }
    Block::new("resource", &["ibm_is_virtual_endpoint_gateway_ip", &label], items)
}

/// Resources by their CRNs: the provider has no way to give a binding another one.
fn resource_bindings(gateway: &Ref, resources: &[&ResourceBinding], imported: bool) -> Block {
    let each = resources
        .iter()
        .map(|r| entry(&r.target, text(&r.name), Object::ResourceBinding(r.key.clone()).at(Field::Target)));
    let mut items = vec![
        attr("for_each", Expr::Object(each.collect()), None),
        Item::Blank,
        attr("endpoint_gateway_id", raw(id(gateway)), None),
        attr("name", raw("each.value"), None),
        Item::Blank,
        Item::Block(Block::new("target", &[], vec![attr("crn", raw("each.key"), None)])),
    ];
    if imported {
        not_read_back(&mut items, gateway, "endpoint_gateway_id");
    }
    let label = label(&gateway.key);
    Block::new("resource", &["ibm_is_virtual_endpoint_gateway_resource_binding", &label], items)
}

/// What keeps bindings of a gateway that are imported from being replaced at once.
fn not_read_back(items: &mut Vec<Item>, gateway: &Ref, argument: &str) {
    let mut lifecycle = vec![attr("ignore_changes", Expr::List(vec![raw(argument)]), None)];
    items.push(Item::Blank);
    let mut say = |text: &str| items.push(Item::Comment(text.to_owned()));
    say("The provider does not read the gateway of an imported binding, and would");
    if gateway.adopted {
        say("replace it at once. It is to be replaced with its gateway only.");
        lifecycle.push(attr("replace_triggered_by", Expr::List(vec![raw(id(gateway))]), None));
    } else {
        say("replace it at once.");
    }
    items.push(Item::Block(Block::new("lifecycle", &[], lifecycle)));
}

/// The address whose binding a step takes over.
fn imported(step: &Step) -> Option<&Object> {
    let Step::Adopt(adopted) = step else { return None };
    if let Step::Binding(s) = &*adopted.step { Some(&s.address.object) } else { None }
}

/// An address's key, in quotes.
pub(super) fn key(address: &Address) -> String {
    Expr::line(&text(&address.slot))
}
