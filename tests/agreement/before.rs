//! What exists before, as a cloud's seed says it: names and addresses that a plan need not know.

use serde_json::{Value, json};
use vpe_planner::model::{Id, Name, ReservedIp, Said, Vpc};

/// A seed, to look things up in.
pub(crate) struct Before(Value);

/// The one of these with the id, or, where that is not known, with the name.
fn find<'v>(mut things: impl Iterator<Item = &'v Value>, id: Option<&Id>, name: &Said<Name>) -> &'v Value {
    let found = things.find(|thing| match id {
        Some(id) => thing["id"] == id.as_str(),
        None => thing["name"] == name.to_string(),
    });
    found.unwrap_or_else(|| panic!("the seed has nothing of the ID {id:?} or the name {name}"))
}

fn list<'v>(of: &'v Value, key: &str) -> impl Iterator<Item = &'v Value> + use<'v> {
    of[key].as_array().into_iter().flatten()
}

impl Before {
    pub(crate) fn of(seed: Value) -> Self {
        Self(seed)
    }

    pub(crate) fn seed(&self) -> Value {
        self.0.clone()
    }

    pub(crate) fn vpc(&self, vpc: &Vpc) -> &Value {
        let region = vpc.region.to_string();
        find(list(&self.0, "vpcs").filter(|one| one["region"] == region), vpc.origin.id(), &vpc.name)
    }

    /// A subnet, group or gateway of a VPC.
    pub(crate) fn part(&self, vpc: &Vpc, kind: &str, id: Option<&Id>, name: &Said<Name>) -> &Value {
        find(list(self.vpc(vpc), kind), id, name)
    }

    pub(crate) fn reserved_ip<'v>(&self, subnet: &'v Value, ip: &ReservedIp) -> &'v Value {
        find(list(subnet, "reserved_ips"), ip.id.value(), &ip.name)
    }

    pub(crate) fn default_resource_group(&self) -> String {
        self.resource_group_where("default", &json!(true)).unwrap_or_else(|| "Default".to_owned())
    }

    pub(crate) fn resource_group(&self, id: &str) -> String {
        self.resource_group_where("id", &json!(id)).unwrap()
    }

    fn resource_group_where(&self, key: &str, value: &Value) -> Option<String> {
        Some(
            list(&self.0, "resource_groups").find(|group| group[key] == *value)?["name"]
                .as_str()
                .unwrap()
                .to_owned(),
        )
    }
}
