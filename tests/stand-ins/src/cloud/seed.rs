//! Reading the seed: what exists before the first call.

use std::sync::Arc;

use serde_json::Value;

use super::newborn::{add_default_acl, add_default_group, add_default_prefixes, add_provider_ips};
use super::policies::Policy;
use super::seed_format::{
    Seed, SeedAccount, SeedGateway, SeedGroup, SeedPolicy, SeedResourceGroup, SeedSubnet, SeedVpc,
};
use super::table::table;
use super::things::Thing;
use super::world::{
    Account, Acl, AclRule, DnsBinding, Gateway, Group, Ip, Owner, Prefix, Resolver, ResourceBinding,
    ResourceGroup, Rule, Settings, Subnet, Tags, Vpc, World,
};

/// Builds the account.
///
/// # Errors
/// What the seed gets wrong, in words.
pub(crate) fn build(seed: Value, base: &str) -> Result<World, String> {
    let seed: Seed = serde_json::from_value(seed).map_err(|error| error.to_string())?;
    let mut world = World {
        base: base.to_owned(),
        settings: Settings {
            page_size: seed.settings.page_size.max(1),
            pending_reads: seed.settings.pending_reads,
            usage_errors_exit_zero: seed.settings.usage_errors_exit_zero,
            private_path_permitted: seed.settings.private_path_permitted,
            authorized_accounts: seed.settings.authorized_accounts,
            plug_in: seed.settings.plug_in,
        },
        ..World::default()
    };
    let own = SeedAccount {
        id: seed.account,
        api_key: seed.api_key,
        token: seed.token,
        resource_groups: seed.resource_groups,
        access_tags: seed.access_tags,
        vpcs: seed.vpcs,
        policies: seed.policies,
    };
    let first = own.id.clone();
    for account in std::iter::once(own).chain(seed.accounts) {
        add_account(&mut world, account)?;
    }
    let known = |hub: &str| world.vpcs.iter().any(|one| one.id == hub && one.enable_hub);
    if let Some(one) = world.dns_bindings.iter().find(|one| !known(&one.hub)) {
        return Err(format!("there is no hub {:?}", one.hub));
    }
    world.account.clone_from(&first);
    world.session.account = first;
    world.session.region = seed.settings.region;
    if let Some(name) = &seed.settings.resource_group {
        world.session.resource_group = Some(resource_group(&world, Some(name))?);
    }
    world.seed = Some(Arc::new(world.clone()));
    Ok(world)
}

fn add_account(world: &mut World, seed: SeedAccount) -> Result<(), String> {
    let known = |one: &&Account| one.id == seed.id || one.api_key == seed.api_key || one.token == seed.token;
    if world.accounts.iter().any(|one| known(&one)) {
        return Err(format!("two accounts share an id, a key or a token with {}", seed.id));
    }
    world.account.clone_from(&seed.id);
    world.accounts.push(Account {
        id: seed.id,
        api_key: seed.api_key,
        token: seed.token,
        access_tags: seed.access_tags.into_iter().collect(),
    });
    resource_groups(world, seed.resource_groups)?;
    for vpc in seed.vpcs {
        add_vpc(world, vpc)?;
    }
    for policy in seed.policies {
        let account = world.account.clone();
        world.policies.push(self::policy(account, policy));
    }
    Ok(())
}

fn policy(account: String, seed: SeedPolicy) -> Policy {
    let attribute = |key: &str, value: &str| (key.to_owned(), "stringEquals".to_owned(), value.to_owned());
    let mut resource = vec![attribute("accountId", &account), attribute("serviceName", &seed.service)];
    resource.extend(seed.instance.map(|instance| attribute("serviceInstance", &instance)));
    resource.sort();
    Policy {
        id: seed.id,
        account,
        subject: vec![
            attribute("accountId", &seed.source_account),
            attribute("resourceType", "endpoint-gateway"),
            attribute("serviceName", "is"),
        ],
        resource,
        roles: vec!["crn:v1:bluemix:public:iam::::role:Viewer".to_owned()],
        description: None,
    }
}

fn resource_groups(world: &mut World, given: Option<Vec<SeedResourceGroup>>) -> Result<(), String> {
    let given = given
        .unwrap_or_else(|| vec![SeedResourceGroup { id: None, name: "Default".to_owned(), default: true }]);
    let account = world.account.clone();
    let number = world.accounts.len() * 0x10 + 0xc0;
    for (index, group) in given.into_iter().enumerate() {
        world.resource_groups.push(ResourceGroup {
            account: account.clone(),
            id: group.id.unwrap_or_else(|| format!("{:032x}", index + number)),
            name: group.name,
            default: group.default,
        });
    }
    let mine = |one: &&ResourceGroup| one.default && one.account == account;
    match world.resource_groups.iter().filter(mine).count() {
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
            .find(|group| &group.name == name && group.account == world.account)
            .map(|group| group.id.clone())
            .ok_or_else(|| format!("there is no resource group {name:?}")),
    }
}

fn add_vpc(world: &mut World, seed: SeedVpc) -> Result<(), String> {
    let region =
        table().region(&seed.region).ok_or_else(|| format!("there is no region {:?}", seed.region))?;
    let resource_group_id = resource_group(world, seed.resource_group.as_ref())?;
    let id = seed.id.unwrap_or_else(|| world.new_id("r006"));
    let account = world.account.clone();
    world.vpcs.push(Vpc {
        account,
        id: id.clone(),
        name: seed.name,
        region: seed.region.clone(),
        resource_group: resource_group_id,
        enable_hub: seed.enable_hub,
        resolver: Resolver::System,
        custom_resolver: seed.custom_resolver,
        default_prefixes: seed.address_prefixes.is_none(),
        created: false,
    });
    if let Some(hub) = seed.bound_to {
        let binding = world.new_id("r006");
        let name = format!("to-{hub}");
        world.dns_bindings.push(DnsBinding { id: binding, vpc: id.clone(), hub, name, waits: 0 });
    }
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
    if !seed.network_acls.iter().any(|acl| acl.default) {
        add_default_acl(world, &id);
    }
    for acl in seed.network_acls {
        add_acl(world, &id, acl)?;
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
    let wanted = |acl: &&Acl| {
        acl.vpc == vpc && seed.network_acl.as_ref().map_or(acl.is_default, |name| *name == acl.name)
    };
    let acl = world.acls.iter().find(wanted).map(|acl| acl.id.clone());
    let acl = acl.ok_or_else(|| format!("there is no network ACL {:?}", seed.network_acl))?;
    world.subnets.push(Subnet {
        id: id.clone(),
        vpc: vpc.to_owned(),
        name: seed.name,
        zone: seed.zone,
        cidr: seed.cidr,
        resource_group: resource_group_id,
        acl,
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

fn add_acl(world: &mut World, vpc: &str, seed: SeedGroup) -> Result<(), String> {
    let resource_group = resource_group(world, seed.resource_group.as_ref())?;
    let id = seed.id.unwrap_or_else(|| world.new_id("r006"));
    world.acls.push(Acl {
        id: id.clone(),
        vpc: vpc.to_owned(),
        name: seed.name,
        resource_group,
        is_default: seed.default,
        created: false,
    });
    for mut body in seed.rules {
        let given = body.as_object_mut().and_then(|body| body.remove("id"));
        let rule = match given.as_ref().and_then(Value::as_str) {
            Some(given) => given.to_owned(),
            None => world.new_id("r006"),
        };
        world.acl_rules.push(AclRule { id: rule, acl: id.clone(), body, created: false });
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
    for mut body in seed.rules {
        let given = body.as_object_mut().and_then(|body| body.remove("id"));
        let rule = match given.as_ref().and_then(Value::as_str) {
            Some(given) => given.to_owned(),
            None => world.new_id("r006"),
        };
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
    for binding in seed.resource_bindings {
        let bucket = binding.crn.rsplit(':').next().unwrap_or_default();
        let served = super::target::endpoints(&gateway.target).concat();
        let endpoint = format!("{bucket}.{served}");
        let (id, gateway) = (world.new_id("r006"), gateway.id.clone());
        let (name, crn) = (binding.name, binding.crn);
        world.resource_bindings.push(ResourceBinding { id, gateway, name, crn, endpoint });
    }
    world.gateways.push(gateway);
    Ok(())
}
