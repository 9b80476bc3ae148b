//! The names that a gateway answers, and from which VPCs they resolve to it.
//!
//! A VPC resolves the names of its own gateways. Of other VPCs' gateways the hub
//! knows those that are shared with it, and a VPC that is bound to the hub learns of
//! them from the hub's resolver ("DNS sharing planning considerations", 12 Dec 2025).

use super::{CrnKind, Endpoint, Form, Gateway, Hub, Ix, Model, Said, Target, Topology, Vpc};
use crate::plan::{DnsMode, Resolver};

/// Names of one kind that a gateway answers, and who resolves them to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Answered {
    /// What the names are of.
    pub of: NamesOf,
    /// The names, as far as they are known: none where they are known after creation.
    pub names: Vec<Said<Endpoint>>,
    /// Each VPC of the gateway's topology, its own first, with whether the names resolve
    /// there to the gateway.
    pub from: Vec<(Asker, Resolves)>,
}

/// What a name stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NamesOf {
    /// The service.
    Service,
    /// Single resources that are bound to the gateway.
    Resources,
}

/// Who looks a name up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Asker {
    /// A VPC of the plan.
    Vpc(Ix<Vpc>),
    /// The topology's hub, which is no VPC of the plan.
    OtherHub,
}

/// Whether the names of a gateway resolve to its addresses somewhere, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolves {
    /// Yes: the gateway is in this VPC.
    Here,
    /// Yes: this is the hub, with which the gateway is shared.
    Shared,
    /// Yes: the hub's resolver answers here, and knows the gateway.
    ByHub,
    /// Not sure: this VPC is bound to the hub, and IBM Cloud's own resolvers answer in
    /// it. IBM's page says that a hub's gateways are always shared with such a VPC, and
    /// that the hub's resolver is essential for reaching them.
    BoundOnly,
    /// Not sure: no page says whether a gateway that resolves single resources answers
    /// for its service where no hub does.
    Unsaid,
    /// No: it has no address yet.
    NoAddress,
    /// No: the mode keeps it from the hub, whose resolver answers here.
    NotShared,
    /// No: it answers for its resources only, and the hub's gateway for the service.
    HubAnswers,
}

impl Resolves {
    /// Yes, no, or not sure.
    pub fn verdict(self) -> Option<bool> {
        match self {
            Self::Here | Self::Shared | Self::ByHub => Some(true),
            Self::BoundOnly | Self::Unsaid => None,
            Self::NoAddress | Self::NotShared | Self::HubAnswers => Some(false),
        }
    }
}

impl Model {
    /// The names that a gateway answers, those of bound resources after those of the
    /// service. Nothing where its VPC is not known.
    pub fn answered(&self, ix: Ix<Gateway>) -> Vec<Answered> {
        let gateway = &self.gateways[ix];
        let Some(own) = gateway.vpc else { return Vec::new() };
        let resources = self.resource_names(gateway);
        let kinds = [(NamesOf::Service, gateway.endpoints()), (NamesOf::Resources, resources)];
        let asked = kinds
            .into_iter()
            .filter(|(of, _)| *of == NamesOf::Service || !gateway.resource_bindings.is_empty());
        asked
            .map(|(of, names)| {
                let from = self.askers(own).into_iter();
                let from = from.map(|asker| (asker, self.resolves(gateway, own, of, asker))).collect();
                Answered { of, names, from }
            })
            .collect()
    }

    /// The VPCs that share DNS with one: itself, the hub, the others.
    fn askers(&self, own: Ix<Vpc>) -> Vec<Asker> {
        let mut askers = vec![Asker::Vpc(own)];
        if let Some(topology) = self.topology_of(own) {
            if topology.hub().is_none() {
                askers.push(Asker::OtherHub);
            }
            askers.extend(topology.vpcs().filter(|vpc| *vpc != own).map(Asker::Vpc));
        }
        askers
    }

    fn topology_of(&self, vpc: Ix<Vpc>) -> Option<&Topology> {
        self.vpcs[vpc].topology.map(|ix| &self.topologies[ix])
    }

    fn resolves(&self, gateway: &Gateway, own: Ix<Vpc>, of: NamesOf, asker: Asker) -> Resolves {
        if self.lacks_address(gateway) {
            return Resolves::NoAddress;
        }
        let topology = self.topology_of(own);
        let hub = topology.and_then(Topology::hub);
        let asks_hub = |vpc: Ix<Vpc>| {
            topology.is_some() && hub != Some(vpc) && self.vpcs[vpc].dns.resolver == Resolver::Delegated
        };
        let partly = gateway.dns == DnsMode::PerResourceBinding && of == NamesOf::Service;
        if asker == Asker::Vpc(own) && !asks_hub(own) {
            return match (partly, topology) {
                (false, _) => Resolves::Here,
                (true, Some(_)) => Resolves::HubAnswers,
                (true, None) => Resolves::Unsaid,
            };
        }
        // From here on the hub has to know the gateway. It knows its own.
        if hub != Some(own) {
            if partly {
                return Resolves::HubAnswers;
            }
            if gateway.dns == DnsMode::Disabled {
                return Resolves::NotShared;
            }
        }
        match asker {
            Asker::OtherHub => Resolves::Shared,
            Asker::Vpc(vpc) if hub == Some(vpc) => Resolves::Shared,
            Asker::Vpc(vpc) if asks_hub(vpc) => Resolves::ByHub,
            Asker::Vpc(_) => Resolves::BoundOnly,
        }
    }

    /// Whether a gateway is known to have no address. What nobody said of one that
    /// exists is unknown.
    fn lacks_address(&self, gateway: &Gateway) -> bool {
        gateway.origin.is_new() && gateway.addresses.iter().all(|&a| self.addresses[a].form == Form::None)
    }

    /// The names of bound buckets: the bucket before the host of the endpoint (VPC API,
    /// resource bindings, `service_endpoint`, 6 Oct 2026).
    fn resource_names(&self, gateway: &Gateway) -> Vec<Said<Endpoint>> {
        let Target::Cloud(Said::Value(crn)) = &gateway.target else { return Vec::new() };
        if crn.kind() != CrnKind::Endpoint {
            return Vec::new();
        }
        let bound = gateway.resource_bindings.iter().map(|&b| &self.resource_bindings[b].target);
        let buckets = bound.filter_map(|t| t.value()).filter(|t| t.kind() == CrnKind::Bucket);
        let name = |bucket: &super::Crn| {
            let name = [bucket.segment(9), ".", crn.segment(9)].concat();
            Endpoint::new(&name).map_or(Said::Text(name), Said::Value)
        };
        buckets.map(name).collect()
    }

    /// The hub that a VPC asks or is bound to, in a reader's words; that of a hub which is
    /// no VPC of the plan is its CRN. Nothing where the VPC shares no DNS.
    pub fn hub_label(&self, vpc: Ix<Vpc>) -> Option<String> {
        Some(match &self.topology_of(vpc)?.hub {
            Hub::Vpc(hub) => self.vpcs[*hub].label.clone(),
            Hub::Crn(crn) => crn.to_string(),
            Hub::Nothing => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{Choice, Edit, New, apply};
    use crate::plan::{self, DnsBinding, Key, Object, Plan, Resource, ResourceBinding};

    const BUCKET: &str = "crn:v1:bluemix:public:cloud-object-storage:global:a/7f2c4e91b0d84a6f9c3355e1a0b27d48:1d3f8c54-6b1a-4a37-9d0e-2f5b7c8e9a10:bucket:ledger";
    const S3: &str = "s3.direct.us-south.cloud-object-storage.appdomain.cloud";

    fn key(text: &str) -> Key {
        Key::new(text).unwrap()
    }

    fn vpc(text: &str) -> Object {
        Object::Vpc(key(text))
    }

    /// Object Storage in `app`, and another VPC of that region, `data`, both alone.
    fn alone() -> Plan {
        let text = format!(
            r#"{{"vpe_planner": 1, "plan": {{
                "vpcs": [
                    {{"key": "hub", "wanted": {{"name": "hub", "region": "us-south"}}}},
                    {{"key": "app", "wanted": {{"name": "app", "region": "us-south",
                        "subnets": [{{"key": "s", "wanted": {{"name": "s", "zone": "us-south-1"}}}}]}}}},
                    {{"key": "data", "wanted": {{"name": "data", "region": "us-south"}}}}],
                "gateways": [{{"key": "cos", "wanted": {{"name": "cos", "vpc": "app",
                    "target": {{"crn": "crn:v1:bluemix:public:cloud-object-storage:global:::endpoint:{S3}"}},
                    "addresses": [{{"zone": "us-south-1", "subnet": "s", "how": "chosen"}}]}}}}]}}}}"#
        );
        plan::read(&text).unwrap()
    }

    fn with(plan: &Plan, edits: &[Edit]) -> Plan {
        edits.iter().fold(plan.clone(), |plan, edit| apply(&plan, edit).unwrap())
    }

    fn bind(from: &str, hub: &str) -> Edit {
        let wanted = DnsBinding { name: from.into(), hub: key(hub), ..DnsBinding::default() };
        let binding = Resource { key: key(&format!("{from}-to-hub")), wanted, ..Resource::default() };
        Edit::Add(New::DnsBinding(key(from), binding))
    }

    /// The same with `app` and `data` bound to `hub`.
    fn shared() -> Plan {
        let hub = Edit::choose(vpc("hub"), Choice::EnableHub(true));
        with(&alone(), &[hub, bind("app", "hub"), bind("data", "hub")])
    }

    fn mode(mode: DnsMode) -> Edit {
        Edit::choose(Object::Gateway(key("cos")), Choice::Dns(mode))
    }

    fn delegate(text: &str) -> Edit {
        Edit::choose(vpc(text), Choice::Resolver(Resolver::Delegated))
    }

    fn moved(to: &str) -> Edit {
        Edit::choose(Object::Gateway(key("cos")), Choice::Vpc(key(to)))
    }

    fn bound() -> Edit {
        let wanted = ResourceBinding { name: "ledger".into(), target: BUCKET.into() };
        let binding = Resource { key: key("ledger"), wanted, ..Resource::default() };
        Edit::Add(New::ResourceBinding(key("cos"), binding))
    }

    /// Who resolves the names of a kind, as `VPC answer` in their order.
    fn from(plan: &Plan, of: NamesOf) -> Vec<(String, Resolves)> {
        let model = Model::of(plan);
        let ix = model.gateways.indexes().next().unwrap();
        let answered = model.answered(ix);
        let found = answered.iter().find(|a| a.of == of).unwrap();
        let label = |asker: Asker| match asker {
            Asker::Vpc(vpc) => model.vpcs[vpc].label.clone(),
            Asker::OtherHub => "another".to_owned(),
        };
        found.from.iter().map(|(asker, how)| (label(*asker), *how)).collect()
    }

    fn assert_from(plan: &Plan, of: NamesOf, expected: &[(&str, Resolves)]) {
        let found = from(plan, of);
        let found: Vec<_> = found.iter().map(|(vpc, how)| (vpc.as_str(), *how)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn alone_a_vpc_resolves_its_own_in_whatever_mode() {
        for dns in [DnsMode::Primary, DnsMode::Disabled] {
            assert_from(&with(&alone(), &[mode(dns)]), NamesOf::Service, &[("app", Resolves::Here)]);
        }
        // Delegated to nobody, which is a finding of its own.
        let delegated = with(&alone(), &[delegate("app")]);
        assert_from(&delegated, NamesOf::Service, &[("app", Resolves::Here)]);
        let per_resource = with(&alone(), &[mode(DnsMode::PerResourceBinding), bound()]);
        assert_from(&per_resource, NamesOf::Service, &[("app", Resolves::Unsaid)]);
        assert_from(&per_resource, NamesOf::Resources, &[("app", Resolves::Here)]);
    }

    #[test]
    fn a_hub_s_gateways_resolve_where_the_hub_answers() {
        let plan = with(&shared(), &[moved("hub"), delegate("data")]);
        assert_from(
            &plan,
            NamesOf::Service,
            &[("hub", Resolves::Here), ("app", Resolves::BoundOnly), ("data", Resolves::ByHub)],
        );
    }

    #[test]
    fn a_primary_gateway_of_a_bound_vpc_is_shared_with_the_hub() {
        let here = [("app", Resolves::Here), ("hub", Resolves::Shared), ("data", Resolves::BoundOnly)];
        assert_from(&shared(), NamesOf::Service, &here);
        let all = with(&shared(), &[delegate("app"), delegate("data")]);
        let asked = [("app", Resolves::ByHub), ("hub", Resolves::Shared), ("data", Resolves::ByHub)];
        assert_from(&all, NamesOf::Service, &asked);
    }

    #[test]
    fn a_disabled_one_is_known_to_its_own_vpc_alone() {
        let plan = with(&shared(), &[mode(DnsMode::Disabled), bound(), delegate("data")]);
        let own = [("app", Resolves::Here), ("hub", Resolves::NotShared), ("data", Resolves::NotShared)];
        assert_from(&plan, NamesOf::Service, &own);
        assert_from(&plan, NamesOf::Resources, &own);
        // Whose resolver asks the hub, which does not know it.
        let delegated = with(&plan, &[delegate("app")]);
        let nobody =
            [("app", Resolves::NotShared), ("hub", Resolves::NotShared), ("data", Resolves::NotShared)];
        assert_from(&delegated, NamesOf::Service, &nobody);
    }

    #[test]
    fn per_resource_the_hub_answers_for_the_service() {
        let edits = [mode(DnsMode::PerResourceBinding), bound(), delegate("data")];
        let plan = with(&shared(), &edits);
        let service =
            [("app", Resolves::HubAnswers), ("hub", Resolves::HubAnswers), ("data", Resolves::HubAnswers)];
        assert_from(&plan, NamesOf::Service, &service);
        let bucket = [("app", Resolves::Here), ("hub", Resolves::Shared), ("data", Resolves::ByHub)];
        assert_from(&plan, NamesOf::Resources, &bucket);
    }

    #[test]
    fn a_hub_outside_of_the_plan_is_told_too() {
        let crn = "crn:v1:bluemix:public:is:us-south:a/7f2c4e91b0d84a6f9c3355e1a0b27d48::vpc:r006-1";
        let text = |from: &str| {
            let wanted = DnsBinding { name: from.into(), hub_crn: crn.into(), ..DnsBinding::default() };
            Edit::Add(New::DnsBinding(
                key(from),
                Resource { key: key(&format!("{from}-out")), wanted, ..Resource::default() },
            ))
        };
        let plan = with(&alone(), &[text("app"), text("data"), delegate("data")]);
        let expected = [("app", Resolves::Here), ("another", Resolves::Shared), ("data", Resolves::ByHub)];
        assert_from(&plan, NamesOf::Service, &expected);
        let model = Model::of(&plan);
        let app = model.vpcs.indexes().nth(1).unwrap();
        assert_eq!(model.hub_label(app).as_deref(), Some(crn));
    }

    #[test]
    fn without_an_address_nothing_resolves_and_what_exists_may_have_one() {
        let none = Edit::choose(Object::Address(key("cos"), 0), Choice::How(plan::How::None));
        let plan = with(&alone(), &[none]);
        assert_from(&plan, NamesOf::Service, &[("app", Resolves::NoAddress)]);
        let exists = Edit::choose(Object::Gateway(key("cos")), Choice::Origin(plan::OriginKind::Existing));
        assert_from(&with(&plan, &[exists]), NamesOf::Service, &[("app", Resolves::Here)]);
    }

    #[test]
    fn the_names_are_those_of_the_service_and_of_bound_buckets() {
        let model = Model::of(&with(&alone(), &[mode(DnsMode::Disabled), bound()]));
        let ix = model.gateways.indexes().next().unwrap();
        let names = |of: NamesOf| -> Vec<String> {
            let answered = model.answered(ix);
            let found = answered.iter().find(|a| a.of == of).unwrap();
            found.names.iter().map(ToString::to_string).collect()
        };
        assert_eq!(names(NamesOf::Service), [S3]);
        assert_eq!(names(NamesOf::Resources), [format!("ledger.{S3}")]);
        let registry = "crn:v1:bluemix:public:container-registry:us-south:::endpoint:us.icr.io";
        let of = Object::Gateway(key("cos"));
        let plan = with(&alone(), &[Edit::text(of, plan::Field::Crn, registry)]);
        let model = Model::of(&plan);
        let answered = model.answered(ix);
        let shown: Vec<_> = answered[0].names.iter().map(ToString::to_string).collect();
        assert_eq!(
            (answered.len(), shown),
            (1, vec!["us.icr.io".into(), "icr.io".into(), "*.icr.io".into()])
        );
    }

    #[test]
    fn in_no_vpc_nothing_is_answered() {
        let mut plan = alone();
        plan.gateways[0].wanted.vpc = Key::none();
        let model = Model::of(&plan);
        assert_eq!(model.answered(model.gateways.indexes().next().unwrap()), []);
    }
}
