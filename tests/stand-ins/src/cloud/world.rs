//! Everything the stand-in account holds.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use serde_json::Value;

use super::fault::Fault;
pub(crate) use super::kinds::{
    Acl, AclRule, DnsBinding, Gateway, Group, Ip, Owner, Prefix, Resolver, ResourceBinding, ResourceGroup,
    Rule, Subnet, Tags, Vpc,
};
use super::mishap::{Fate, Mishap};
use super::policies::Policy;
use super::shared::Shared;
use super::things::Thing;

/// One account with its resources in all regions.
#[derive(Debug, Clone, Default)]
pub(crate) struct World {
    /// The account as the seed made it, to tell what became of it since.
    pub(crate) seed: Option<Arc<World>>,
    /// Where the stand-in listens; the start of every href.
    pub(crate) base: String,
    /// The id of the account that acts: of the token that came with a call.
    pub(crate) account: String,
    pub(crate) accounts: Shared<Account>,
    pub(crate) settings: Settings,
    pub(crate) resource_groups: Shared<ResourceGroup>,
    pub(crate) vpcs: Shared<Vpc>,
    pub(crate) prefixes: Shared<Prefix>,
    pub(crate) subnets: Shared<Subnet>,
    pub(crate) ips: Shared<Ip>,
    pub(crate) groups: Shared<Group>,
    pub(crate) rules: Shared<Rule>,
    pub(crate) gateways: Shared<Gateway>,
    pub(crate) acls: Shared<Acl>,
    /// The rules of all network ACLs; those of one stand in their order.
    pub(crate) acl_rules: Shared<AclRule>,
    pub(crate) policies: Shared<Policy>,
    pub(crate) dns_bindings: Shared<DnsBinding>,
    pub(crate) resource_bindings: Shared<ResourceBinding>,
    /// Tags attached, by the CRN they are attached to.
    pub(crate) tags: BTreeMap<String, Tags>,
    pub(crate) session: Session,
    /// The calls that are to fail once, by their names.
    pub(crate) mishaps: Vec<(String, Mishap)>,
    /// What is to become of gateways, by their names.
    pub(crate) fates: BTreeMap<String, Fate>,
    /// The ids of what calls deleted: who waits for that reads on until it is not found.
    pub(crate) gone: BTreeSet<String>,
    pub(super) serial: u64,
}

/// One account, with the key and the token by which its owner is known.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) id: String,
    pub(crate) api_key: String,
    pub(crate) token: String,
    /// The access tags that exist in it.
    pub(crate) access_tags: BTreeSet<String>,
}

/// How the stand-in behaves where the service leaves it open.
#[derive(Debug, Clone)]
pub(crate) struct Settings {
    pub(crate) page_size: usize,
    pub(crate) pending_reads: u32,
    pub(crate) usage_errors_exit_zero: bool,
    pub(crate) private_path_permitted: bool,
    pub(crate) authorized_accounts: Vec<String>,
    pub(crate) plug_in: String,
}

impl Settings {
    /// Whether the VPC plug-in of `ibmcloud` is older than 16.0.0.
    pub(crate) fn before_16(&self) -> bool {
        self.plug_in
            .split('.')
            .next()
            .and_then(|major| major.parse::<u32>().ok())
            .is_some_and(|major| major < 16)
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            page_size: 2,
            pending_reads: 1,
            usage_errors_exit_zero: false,
            private_path_permitted: false,
            authorized_accounts: Vec::new(),
            plug_in: "16.14.0".to_owned(),
        }
    }
}

/// What `ibmcloud target` has set.
#[derive(Debug, Clone, Default)]
pub(crate) struct Session {
    /// The id of the targeted account.
    pub(crate) account: String,
    pub(crate) region: Option<String>,
    /// The files that commands name, by the paths they name them by.
    pub(crate) files: BTreeMap<String, String>,
    /// The id of the targeted resource group.
    pub(crate) resource_group: Option<String>,
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

    pub(crate) fn acl(&self, id: &str) -> &Acl {
        self.acls.iter().find(|acl| acl.id == id).expect("an ACL is attached by its id")
    }

    pub(crate) fn region_of(&self, vpc: &str) -> &str {
        &self.vpc(vpc).region
    }

    pub(crate) fn resource_group(&self, id: &str) -> &ResourceGroup {
        self.resource_groups.iter().find(|group| group.id == id).expect("a resource group is kept by its id")
    }

    /// The account that acts.
    pub(crate) fn acting(&self) -> &Account {
        self.account(&self.account).expect("who acts has an account")
    }

    pub(crate) fn account(&self, id: &str) -> Option<&Account> {
        self.accounts.iter().find(|one| one.id == id)
    }

    pub(crate) fn default_resource_group(&self) -> &ResourceGroup {
        self.resource_groups
            .iter()
            .find(|group| group.default && group.account == self.account)
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
            let with_it = self.ips.iter().filter(|ip| ip.owner == owner && ip.auto_delete);
            self.gone.extend(with_it.map(|ip| ip.id.clone()));
            self.ips.retain(|ip| ip.owner != owner || !ip.auto_delete);
            for ip in self.ips.iter_mut().filter(|ip| ip.owner == owner) {
                ip.owner = Owner::Nobody;
            }
            if let Some(one) = self.gateways.iter().find(|one| one.id == id).cloned() {
                self.untag(&one);
            }
            self.resource_bindings.retain(|one| one.gateway != id);
            self.gateways.retain(|one| one.id != id);
        }
    }

    /// Whether something that can be tagged has this CRN.
    pub(crate) fn has_resource(&self, crn: &str) -> bool {
        self.resources().iter().any(|one| one == crn)
    }

    /// The CRNs of everything that the acting account can tag.
    pub(crate) fn resources(&self) -> Vec<String> {
        fn of<'a, T: Thing>(world: &'a World, things: &'a [T]) -> impl Iterator<Item = String> + 'a {
            let mine = |one: &&T| world.vpc(one.vpc(world)).account == world.account;
            things.iter().filter(mine).map(|one| one.crn(world))
        }
        of(self, &self.gateways)
            .chain(of(self, &self.vpcs))
            .chain(of(self, &self.subnets))
            .chain(of(self, &self.groups))
            .chain(of(self, &self.acls))
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
        things
            .iter()
            .filter(|thing| thing.seen(self, region))
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
        things
            .iter()
            .find(|thing| thing.id() == id && thing.seen(self, region))
            .ok_or_else(|| Fault::missing(T::KIND, id))
    }
}
