//! Everything the stand-in account holds.

use std::collections::{BTreeMap, BTreeSet};
use std::net::Ipv4Addr;
use std::sync::Arc;

use ipnet::Ipv4Net;
use serde::Deserialize;
use serde_json::Value;

use super::fault::Fault;
use super::mishap::{Fate, Mishap};
use super::things::Thing;

/// One account with its resources in all regions.
#[derive(Debug, Clone, Default)]
pub(crate) struct World {
    /// The account as the seed made it, to tell what became of it since.
    pub(crate) seed: Option<Arc<World>>,
    /// Where the stand-in listens; the start of every href.
    pub(crate) base: String,
    pub(crate) account: String,
    pub(crate) api_key: String,
    pub(crate) token: String,
    pub(crate) settings: Settings,
    pub(crate) resource_groups: Vec<ResourceGroup>,
    /// The access tags that exist in the account.
    pub(crate) access_tags: BTreeSet<String>,
    pub(crate) vpcs: Vec<Vpc>,
    pub(crate) prefixes: Vec<Prefix>,
    pub(crate) subnets: Vec<Subnet>,
    pub(crate) ips: Vec<Ip>,
    pub(crate) groups: Vec<Group>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) gateways: Vec<Gateway>,
    /// Tags attached, by the CRN they are attached to.
    pub(crate) tags: BTreeMap<String, Tags>,
    pub(crate) session: Session,
    /// The calls that are to fail once, by their names.
    pub(crate) mishaps: Vec<(String, Mishap)>,
    /// What is to become of gateways, by their names.
    pub(crate) fates: BTreeMap<String, Fate>,
    pub(super) serial: u64,
}

/// How the stand-in behaves where the service leaves it open.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) page_size: usize,
    pub(crate) pending_reads: u32,
    pub(crate) usage_errors_exit_zero: bool,
    pub(crate) private_path_permitted: bool,
    pub(crate) authorized_accounts: Vec<String>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            page_size: 2,
            pending_reads: 1,
            usage_errors_exit_zero: false,
            private_path_permitted: false,
            authorized_accounts: Vec::new(),
        }
    }
}

/// What `ibmcloud target` has set.
#[derive(Debug, Clone, Default)]
pub(crate) struct Session {
    pub(crate) region: Option<String>,
    /// The id of the targeted resource group.
    pub(crate) resource_group: Option<String>,
}

#[derive(Debug, Clone)]
pub(crate) struct ResourceGroup {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) default: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Vpc {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) region: String,
    pub(crate) resource_group: String,
    pub(crate) enable_hub: bool,
    /// Whether it came with a default address prefix per zone.
    pub(crate) default_prefixes: bool,
    pub(crate) created: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Prefix {
    pub(crate) id: String,
    pub(crate) vpc: String,
    pub(crate) name: String,
    pub(crate) zone: String,
    pub(crate) cidr: Ipv4Net,
    pub(crate) is_default: bool,
    pub(crate) created: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Subnet {
    pub(crate) id: String,
    pub(crate) vpc: String,
    pub(crate) name: String,
    pub(crate) zone: String,
    pub(crate) cidr: Ipv4Net,
    pub(crate) resource_group: String,
    pub(crate) created: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Ip {
    pub(crate) id: String,
    pub(crate) subnet: String,
    pub(crate) name: String,
    pub(crate) address: Ipv4Addr,
    pub(crate) auto_delete: bool,
    pub(crate) owner: Owner,
    /// Whether the address was chosen by the service.
    pub(crate) chosen: bool,
    pub(crate) created: bool,
    /// For how many more reads the address is shown as 0.0.0.0.
    pub(crate) waits: u32,
}

/// Who has an address.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Owner {
    Provider,
    Nobody,
    Gateway(String),
    /// Some other resource, as the seed describes it.
    Other(Value),
}

#[derive(Debug, Clone)]
pub(crate) struct Group {
    pub(crate) id: String,
    pub(crate) vpc: String,
    pub(crate) name: String,
    pub(crate) resource_group: String,
    pub(crate) is_default: bool,
    pub(crate) created: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Rule {
    pub(crate) id: String,
    pub(crate) group: String,
    /// The rule as the API shows it, without id and href.
    pub(crate) body: Value,
    pub(crate) created: bool,
}

#[derive(Debug, Clone)]
pub(crate) struct Gateway {
    pub(crate) id: String,
    pub(crate) vpc: String,
    pub(crate) name: String,
    pub(crate) target: Value,
    pub(crate) mode: String,
    pub(crate) resource_group: String,
    pub(crate) groups: Vec<String>,
    pub(crate) created: bool,
    /// For how many more reads it is shown as pending.
    pub(crate) waits: u32,
    /// For how many more reads it is shown as deleting, once it is.
    pub(crate) leaving: Option<u32>,
    /// How it ends, when a test decided that.
    pub(crate) end: Option<Fate>,
}

impl Gateway {
    /// Its `lifecycle_state`, and the code of the reason for it.
    pub(crate) fn lifecycle(&self, settings: &Settings) -> (&'static str, Option<&'static str>) {
        let private_path = self.target["resource_type"] == "private_path_service_gateway";
        let permitted = settings.private_path_permitted || self.end == Some(Fate::Permitted);
        match self.end {
            _ if self.leaving.is_some() => ("deleting", None),
            Some(Fate::Denied) if private_path => ("failed", Some("access_denied")),
            Some(Fate::Expired) if private_path => ("failed", Some("access_expired")),
            _ if private_path && !permitted => ("pending", Some("access_pending")),
            _ if self.waits > 0 => ("pending", None),
            Some(Fate::Failed) => ("failed", Some("internal_error")),
            _ => ("stable", None),
        }
    }

    /// Whether it is being made or deleted. A Private Path gateway that waits for its provider's
    /// permission may do so for days, and is not.
    pub(crate) fn busy(&self, settings: &Settings) -> bool {
        matches!(self.lifecycle(settings), ("deleting" | "pending", None))
    }

    /// Lets it become what a test decided.
    pub(crate) fn meet(&mut self, fate: Fate) {
        match fate {
            Fate::Slow(reads) => self.waits = reads,
            end => self.end = Some(end),
        }
    }
}

/// The tags of one resource.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Tags {
    pub(crate) user: BTreeSet<String>,
    pub(crate) access: BTreeSet<String>,
}

impl World {
    /// An id that nothing else has; IBM's ids are opaque, so only their form is kept.
    pub(crate) fn new_id(&mut self, prefix: &str) -> String {
        self.serial += 1;
        format!("{prefix}-{:08x}-0000-4000-8000-0000000000aa", self.serial)
    }

    /// How many ids were given out: a stand-in for a time of creation.
    pub(crate) fn serial(&self) -> u64 {
        self.serial
    }

    pub(crate) fn crn_of(&self, location: &str, kind: &str, id: &str) -> String {
        format!("crn:v1:bluemix:public:is:{location}:a/{}::{kind}:{id}", self.account)
    }

    pub(crate) fn url(&self, region: &str, path: &str) -> String {
        format!("{}/{region}/v1{path}", self.base)
    }

    pub(crate) fn vpc(&self, id: &str) -> &Vpc {
        self.vpcs.iter().find(|vpc| vpc.id == id).expect("what belongs to a VPC is made with its id")
    }

    pub(crate) fn subnet(&self, id: &str) -> &Subnet {
        self.subnets
            .iter()
            .find(|subnet| subnet.id == id)
            .expect("what belongs to a subnet is made with its id")
    }

    pub(crate) fn group(&self, id: &str) -> &Group {
        self.groups.iter().find(|group| group.id == id).expect("a group is attached by its id")
    }

    pub(crate) fn region_of(&self, vpc: &str) -> &str {
        &self.vpc(vpc).region
    }

    pub(crate) fn resource_group(&self, id: &str) -> &ResourceGroup {
        self.resource_groups.iter().find(|group| group.id == id).expect("a resource group is kept by its id")
    }

    pub(crate) fn default_resource_group(&self) -> &ResourceGroup {
        self.resource_groups
            .iter()
            .find(|group| group.default)
            .expect("the seed has a default resource group")
    }

    /// The gateway's reserved IPs, in the order they were made.
    pub(crate) fn ips_of<'a>(&'a self, gateway: &'a str) -> impl Iterator<Item = &'a Ip> {
        self.ips.iter().filter(move |ip| matches!(&ip.owner, Owner::Gateway(id) if id == gateway))
    }

    /// Lets those gateways go whose deletion is over, of those that `which` names. What they held
    /// is free from then on: addresses that are deleted with them are gone too.
    pub(crate) fn release(&mut self, which: impl Fn(&Gateway) -> bool) {
        let over: Vec<String> = self
            .gateways
            .iter()
            .filter(|one| one.leaving == Some(0) && which(one))
            .map(|one| one.id.clone())
            .collect();
        for id in over {
            let owner = Owner::Gateway(id.clone());
            self.ips.retain(|ip| ip.owner != owner || !ip.auto_delete);
            for ip in self.ips.iter_mut().filter(|ip| ip.owner == owner) {
                ip.owner = Owner::Nobody;
            }
            if let Some(one) = self.gateways.iter().find(|one| one.id == id).cloned() {
                self.untag(&one);
            }
            self.gateways.retain(|one| one.id != id);
        }
    }

    /// Whether something that can be tagged has this CRN.
    pub(crate) fn has_resource(&self, crn: &str) -> bool {
        self.resources().iter().any(|one| one == crn)
    }

    /// The CRNs of everything that can be tagged.
    pub(crate) fn resources(&self) -> Vec<String> {
        let gateways = self.gateways.iter().map(|one| one.crn(self));
        gateways
            .chain(self.vpcs.iter().map(|one| one.crn(self)))
            .chain(self.subnets.iter().map(|one| one.crn(self)))
            .chain(self.groups.iter().map(|one| one.crn(self)))
            .collect()
    }

    /// Takes the tags of something that goes.
    pub(crate) fn untag(&mut self, thing: &impl Thing) {
        let crn = thing.crn(self);
        self.tags.remove(&crn);
    }

    /// What a while does to the gateways of a VPC: each is a read closer to being there, or gone.
    pub(crate) fn wait_for(&mut self, vpc: &str) {
        self.release(|one| one.vpc == vpc);
        for one in self.gateways.iter_mut().filter(|one| one.vpc == vpc) {
            one.waits = one.waits.saturating_sub(1);
            one.leaving = one.leaving.map(|left| left.saturating_sub(1));
        }
    }

    /// The thing in this region that an identity of the body (`id`, `crn` or `href`) names.
    pub(crate) fn identify<'a, T: Thing>(
        &self,
        region: &str,
        things: &'a [T],
        identity: &Value,
        place: &str,
    ) -> Result<&'a T, Fault> {
        let text = |key: &str| identity.get(key).and_then(Value::as_str);
        let here = self.url(region, "/");
        things
            .iter()
            .filter(|thing| thing.href(self).starts_with(&here))
            .find(|thing| {
                text("id").is_some_and(|id| id == thing.id())
                    || text("crn").is_some_and(|crn| crn == thing.crn(self))
                    || text("href").is_some_and(|href| href == thing.href(self))
            })
            .ok_or_else(|| {
                Fault::field("not_found", place, format!("{identity} names no {} in {region}", T::KIND))
            })
    }

    /// The thing in this region with an id from the path.
    pub(crate) fn by_id<'a, T: Thing>(
        &self,
        region: &str,
        things: &'a [T],
        id: &str,
    ) -> Result<&'a T, Fault> {
        let here = self.url(region, "/");
        things
            .iter()
            .find(|thing| thing.id() == id && thing.href(self).starts_with(&here))
            .ok_or_else(|| Fault::missing(T::KIND, id))
    }
}
