//! A first run of scripts that meets trouble, for a second one to finish.

use std::collections::BTreeMap;

use serde_json::Value;
use stand_ins::{Cloud, Fate, Mishap};

use crate::dice::Dice;
use crate::exports::Export;

/// What happens.
#[derive(Debug, Clone)]
pub(crate) enum Trouble {
    /// Nothing.
    None,
    /// The first run is well; then somebody deletes this reserved IP.
    Deleted(String),
    /// This call is refused with 409 for longer than the script tries.
    Refused(String),
    /// This gateway stays pending for longer than the script waits.
    Slow(String),
    /// The first run is killed at a step, at so many hundredths of its way.
    Killed(usize),
}

/// How often a script tries a call of a busy cloud: `RETRY_LIMIT` of the bench.
const TRIES: usize = 3;

/// A trouble that can meet scripts which make this.
pub(crate) fn draw(dice: &mut Dice, made: &Value) -> Trouble {
    let mut all = vec![Trouble::None, Trouble::Killed(dice.below(100))];
    let counts: Vec<String> = counts(made).into_keys().collect();
    if !counts.is_empty() {
        all.push(Trouble::Refused(dice.one(&counts)));
    }
    let gateways = list(made, "endpoint_gateways").filter(|gateway| gateway["origin"] == "new");
    // The script does not wait for a provider's word.
    let slow =
        gateways.filter(|gateway| gateway["target"]["resource_type"] != "private_path_service_gateway");
    let slow: Vec<&Value> = slow.collect();
    if !slow.is_empty() {
        all.push(Trouble::Slow(name(dice.one(&slow))));
    }
    let ips =
        list(made, "endpoint_gateways").flat_map(|gateway| gateway["ips"].as_object().into_iter().flatten());
    let ips: Vec<&Value> = ips.map(|(_, ip)| ip).filter(|ip| ip["origin"] == "new").collect();
    if !ips.is_empty() {
        all.push(Trouble::Deleted(name(dice.one(&ips))));
    }
    dice.take(&mut all)
}

fn name(thing: &Value) -> String {
    thing["name"].as_str().unwrap().to_owned()
}

/// The things of one kind in all VPCs.
fn list<'v>(made: &'v Value, kind: &'static str) -> impl Iterator<Item = &'v Value> {
    let vpcs = made["vpcs"].as_array().into_iter().flatten();
    vpcs.flat_map(move |vpc| vpc[kind].as_array().into_iter().flatten())
}

/// How often scripts are to make something of each kind, by the name of the call. Reserved IPs come with
/// their gateway or alone, and a state shows those that are too many.
pub(crate) fn counts(made: &Value) -> BTreeMap<String, usize> {
    let new = |kind| list(made, kind).filter(|thing| thing["origin"] == "new").count();
    let vpcs = made["vpcs"].as_array().into_iter().flatten();
    let rules =
        list(made, "security_groups").flat_map(|group| group["rules"].as_array().into_iter().flatten());
    let acl_rules = list(made, "network_acls").flat_map(|acl| acl["rules"].as_array().into_iter().flatten());
    let buckets = list(made, "endpoint_gateways").flat_map(|one| one["resource_bindings"].as_array());
    let counts = [
        ("create_vpc", vpcs.filter(|vpc| vpc["origin"] == "new").count()),
        ("create_address_prefix", list(made, "address_prefixes").count()),
        ("create_subnet", list(made, "subnets").count()),
        ("create_network_acl", new("network_acls")),
        ("create_network_acl_rule", acl_rules.count()),
        ("create_security_group", new("security_groups")),
        ("create_rule", rules.count()),
        ("create_endpoint_gateway", new("endpoint_gateways")),
        ("create_dns_resolution_binding", list(made, "dns_resolution_bindings").count()),
        ("create_resource_binding", buckets.flatten().count()),
        ("create_policy", made["policies"].as_array().map_or(0, Vec::len)),
    ];
    counts.into_iter().filter(|(_, count)| *count > 0).map(|(call, count)| (call.to_owned(), count)).collect()
}

impl Trouble {
    /// A first run that meets it.
    ///
    /// # Errors
    /// What the scripts said, where they end in another way than they should.
    pub(crate) fn first_run(&self, export: &Export<'_>, cloud: &Cloud) -> Result<(), String> {
        let fails = |with: &str| match export.make() {
            Ok(()) => Err(format!("with {self:?} the first run should fail")),
            Err(said) if said.contains(with) => Ok(()),
            Err(said) => Err(format!("with {self:?} the first run should fail with {with:?}: {said}")),
        };
        match self {
            Self::None => export.make(),
            Self::Deleted(name) => {
                export.make()?;
                cloud.remove(name);
                Ok(())
            }
            Self::Refused(call) => {
                for _ in 0..TRIES {
                    cloud.fail_next(call, Mishap::refused(409, "conflict"));
                }
                fails("conflict: ")
            }
            Self::Slow(gateway) => {
                cloud.fate(gateway, Fate::Slow(9_999));
                fails("it is still pending after ")?;
                cloud.fate(gateway, Fate::Slow(0));
                Ok(())
            }
            Self::Killed(hundredths) => {
                export.killed_at(*hundredths);
                Ok(())
            }
        }
    }
}
