//! Reading the seed: what exists before the first call.

use std::sync::Arc;

use serde_json::Value;

use super::newborn::{add_default_group, add_default_prefixes, add_provider_ips};
use super::seed_format::{Seed, SeedGateway, SeedGroup, SeedResourceGroup, SeedSubnet, SeedVpc};
use super::table::table;
use super::things::Thing;
use super::world::{
    Gateway, Group, Ip, Owner, Prefix, ResourceGroup, Rule, Settings, Subnet, Tags, Vpc, World,
};

/// Builds the account.
///
/// # Errors
/// What the seed gets wrong, in words.
pub(crate) fn build(seed: Value, base: &str) -> Result<World, String> {
    let seed: Seed = serde_json::from_value(seed).map_err(|error| error.to_string())?;
    let mut world = World {
        base: base.to_owned(),
        account: seed.account,
        api_key: seed.api_key,
        token: seed.token,
        settings: Settings {
            page_size: seed.settings.page_size.max(1),
            pending_reads: seed.settings.pending_reads,
            usage_errors_exit_zero: seed.settings.usage_errors_exit_zero,
            private_path_permitted: seed.settings.private_path_permitted,
            authorized_accounts: seed.settings.authorized_accounts,
        },
        access_tags: seed.access_tags.into_iter().collect(),
        ..World::default()
    };
    resource_groups(&mut world, seed.resource_groups)?;
    world.session.region = seed.settings.region;
    if let Some(name) = &seed.settings.resource_group {
        world.session.resource_group = Some(resource_group(&world, Some(name))?);
    }
    for vpc in seed.vpcs {
        add_vpc(&mut world, vpc)?;
    }
    world.seed = Some(Arc::new(world.clone()));
    Ok(world)
}

fn resource_groups(world: &mut World, given: Option<Vec<SeedResourceGroup>>) -> Result<(), String> {
    let given = given
        .unwrap_or_else(|| vec![SeedResourceGroup { id: None, name: "Default".to_owned(), default: true }]);
    for (index, group) in given.into_iter().enumerate() {
        world.resource_groups.push(ResourceGroup {
            id: group.id.unwrap_or_else(|| format!("{:032x}", index + 0xd0)),
            name: group.name,
            default: group.default,
        });
    }
    match world.resource_groups.iter().filter(|one| one.default).count() {
        1 => Ok(()),
        count => Err(format!("one resource group is the default, not {count}")),
    }
}

fn resource_group(world: &World, name: Option<&String>) -> Result<String, String> {
    match name {
        None => Ok(world.default_resource_group().id.clone()),
        Some(name) => world
            .resource_groups
            .iter()
            .find(|group| &group.name == name)
            .map(|group| group.id.clone())
            .ok_or_else(|| format!("there is no resource group {name:?}")),
    }
}

fn add_vpc(world: &mut World, seed: SeedVpc) -> Result<(), String> {
    let region =
        table().region(&seed.region).ok_or_else(|| format!("there is no region {:?}", seed.region))?;
    let resource_group_id = resource_group(world, seed.resource_group.as_ref())?;
    let id = seed.id.unwrap_or_else(|| world.new_id("r006"));
    world.vpcs.push(Vpc {
        id: id.clone(),
        name: seed.name,
        region: seed.region.clone(),
        resource_group: resource_group_id,
        enable_hub: seed.enable_hub,
        default_prefixes: seed.address_prefixes.is_none(),
        created: false,
    });
    match seed.address_prefixes {
        None => add_default_prefixes(world, &id, &seed.region, &region.prefixes),
        Some(list) => {
            for prefix in list {
                let prefix_id = prefix.id.unwrap_or_else(|| world.new_id("r006"));
                world.prefixes.push(Prefix {
                    id: prefix_id,
                    vpc: id.clone(),
                    name: prefix.name,
                    zone: prefix.zone,
                    cidr: prefix.cidr,
                    is_default: prefix.is_default,
                    created: false,
                });
            }
        }
    }
    for subnet in seed.subnets {
        add_subnet(world, &id, subnet)?;
    }
    let own_default = seed.security_groups.iter().any(|group| group.default);
    if !own_default {
        add_default_group(world, &id);
    }
    for group in seed.security_groups {
        add_group(world, &id, group)?;
    }
    for gateway in seed.endpoint_gateways {
        add_gateway(world, &id, gateway)?;
    }
    Ok(())
}

fn add_subnet(world: &mut World, vpc: &str, seed: SeedSubnet) -> Result<(), String> {
    let resource_group_id = resource_group(world, seed.resource_group.as_ref())?;
    let id = seed.id.unwrap_or_else(|| world.new_id("0717"));
    world.subnets.push(Subnet {
        id: id.clone(),
        vpc: vpc.to_owned(),
        name: seed.name,
        zone: seed.zone,
        cidr: seed.cidr,
        resource_group: resource_group_id,
        created: false,
    });
    add_provider_ips(world, &id, seed.cidr);
    for ip in seed.reserved_ips {
        if !seed.cidr.contains(&ip.address) {
            return Err(format!("{} is not in {}", ip.address, seed.cidr));
        }
        let ip_id = ip.id.unwrap_or_else(|| world.new_id("0717"));
        world.ips.push(Ip {
            id: ip_id,
            subnet: id.clone(),
            name: ip.name,
            address: ip.address,
            auto_delete: ip.auto_delete,
            owner: ip.target.map_or(Owner::Nobody, Owner::Other),
            chosen: false,
            created: false,
            waits: 0,
        });
    }
    Ok(())
}

fn add_group(world: &mut World, vpc: &str, seed: SeedGroup) -> Result<(), String> {
    let resource_group_id = resource_group(world, seed.resource_group.as_ref())?;
    let id = seed.id.unwrap_or_else(|| world.new_id("r006"));
    world.groups.push(Group {
        id: id.clone(),
        vpc: vpc.to_owned(),
        name: seed.name,
        resource_group: resource_group_id,
        is_default: seed.default,
        created: false,
    });
    for body in seed.rules {
        let rule = world.new_id("r006");
        world.rules.push(Rule { id: rule, group: id.clone(), body, created: false });
    }
    Ok(())
}

fn add_gateway(world: &mut World, vpc: &str, seed: SeedGateway) -> Result<(), String> {
    let resource_group_id = resource_group(world, seed.resource_group.as_ref())?;
    let id = seed.id.unwrap_or_else(|| world.new_id("r006"));
    let wanted = |group: &&Group| {
        if seed.security_groups.is_empty() {
            group.is_default
        } else {
            seed.security_groups.iter().any(|name| name == group.name())
        }
    };
    let groups = world
        .groups
        .iter()
        .filter(|group| group.vpc == vpc)
        .filter(wanted)
        .map(|group| group.id.clone())
        .collect();
    for path in &seed.ips {
        let found = path.split_once('/').and_then(|(subnet, name)| {
            let subnet = world.subnets.iter().find(|one| one.vpc == vpc && one.name == subnet)?.id.clone();
            world.ips.iter_mut().find(|ip| ip.subnet == subnet && ip.name == name)
        });
        match found {
            Some(ip) => ip.owner = Owner::Gateway(id.clone()),
            None => return Err(format!("there is no reserved IP {path:?}")),
        }
    }
    let gateway = Gateway {
        id,
        vpc: vpc.to_owned(),
        name: seed.name,
        target: seed.target,
        mode: seed.dns_resolution_binding_mode,
        resource_group: resource_group_id,
        groups,
        created: false,
        waits: 0,
        leaving: None,
        end: None,
    };
    if seed.tags != Tags::default() {
        world.tags.insert(gateway.crn(world), seed.tags);
    }
    world.gateways.push(gateway);
    Ok(())
}
