//! Endpoint gateways at random.

use vpe_planner::catalog::SERVICES;
use vpe_planner::plan::{
    DnsMode, Gateway, How, Key, Observed, On, Origin, Resource, ResourceBinding, Seen, Target, TargetKind,
    Vpc, ZoneAddress,
};

use crate::network::Room;
use crate::plans::{ACCOUNT, Drawing, OTHER_ACCOUNT, OWNERS};

impl Drawing {
    /// Targets that one VPC of the region can have beside one another.
    pub(crate) fn targets(&mut self, region: &str) -> Vec<Target> {
        let endpoints = SERVICES.iter().filter_map(|service| service.endpoint_crn(region));
        // Where Monitoring is reached by an instance.
        let refused = |crn: &String| region == "us-south" && crn.contains(":sysdig-monitor:");
        let (storage, mut others): (Vec<String>, Vec<String>) = endpoints
            .filter(|crn| !refused(crn))
            .partition(|crn| crn.contains(":cloud-object-storage:") && !crn.contains(":endpoint:config."));
        let mut targets: Vec<Target> = storage.iter().map(|crn| cloud(crn)).collect();
        targets.extend((0..4).map(|_| cloud(&self.dice.take(&mut others))));
        for service in ["databases-for-postgresql", "messagehub", "secrets-manager"] {
            let account = match self.dice.below(10) {
                0..2 => OTHER_ACCOUNT,
                2..4 => OWNERS[0],
                4..6 => OWNERS[1],
                _ => ACCOUNT,
            };
            let number = self.number();
            let instance = format!("4b1e9c52-7d03-4c8a-9f21-{number:012x}");
            targets
                .push(cloud(&format!("crn:v1:bluemix:public:{service}:{region}:a/{account}:{instance}::")));
        }
        let service = self.id();
        targets.push(Target {
            kind: TargetKind::PrivatePathServiceGateway,
            crn: format!(
                "crn:v1:bluemix:public:is:{region}:a/{OTHER_ACCOUNT}::private-path-service-gateway:{service}"
            ),
            ..Target::default()
        });
        targets.push(Target {
            kind: TargetKind::ProviderInfrastructureService,
            name: "ibm-ntp-server".to_owned(),
            ..Target::default()
        });
        targets
    }

    pub(crate) fn gateway(&mut self, vpc: &Resource<Vpc>, target: Target) -> Resource<Gateway> {
        let new = vpc.origin.is_new() || self.dice.chance(70);
        let (key, origin, name) = if new {
            let (key, name) = self.named("gateway");
            (key, Origin::default(), name)
        } else {
            self.existing("gateway")
        };
        let mut dns = vec![DnsMode::Primary, DnsMode::Primary, DnsMode::Disabled];
        if target.crn.contains(":cloud-object-storage:") && !target.crn.contains(":endpoint:config.") {
            dns.push(DnsMode::PerResourceBinding);
        }
        // What Terraform takes over has the groups that it has.
        let adopted = origin.on == On::Adopt;
        let groups = vpc.wanted.security_groups.iter().filter(|group| !(adopted && group.origin.is_new()));
        let groups: Vec<Key> = groups.map(|group| group.key.clone()).collect();
        let mut wanted = Gateway {
            vpc: vpc.key.clone(),
            // What exists keeps to itself what it reaches.
            target: if new || adopted || self.dice.chance(60) { target } else { Target::default() },
            resource_group: if new { self.resource_group() } else { String::new() },
            ip_prefix: if self.dice.chance(20) { self.named("prefix").1 } else { String::new() },
            auto_release: self.dice.chance(15),
            security_groups: self.dice.some(&groups),
            dns: self.dice.one(&dns),
            ..Gateway::default()
        };
        if name.is_empty() && wanted.ip_prefix.is_empty() {
            // The names of its new reserved IPs begin with a name that is known.
            wanted.ip_prefix = format!("ips-{}", self.number());
        }
        // What is given is not cut.
        wanted.ip_prefix.truncate(40);
        if (new || adopted) && self.dice.chance(40) {
            wanted.tags = self.dice.some(&["env:prod", "team:payments", "cost center 7"].map(str::to_owned));
        }
        if (new || adopted) && self.dice.chance(30) {
            wanted.access_tags = self.dice.some(&["project:billing", "team:pay ments"].map(str::to_owned));
        }
        if self.dice.chance(90) {
            let mut rooms = self.rooms.remove(&vpc.key).unwrap();
            wanted.addresses = self.addresses(&mut rooms);
            self.rooms.insert(vpc.key.clone(), rooms);
        }
        wanted.name = name;
        let binds =
            wanted.target.crn.contains(":cloud-object-storage:") && !wanted.target.crn.contains(":config.");
        if new && binds && wanted.dns != DnsMode::Primary && self.dice.chance(70) {
            for _ in 0..2 {
                let (key, name) = self.named("bucket");
                let target = format!(
                    "crn:v1:bluemix:public:cloud-object-storage:global:a/{OTHER_ACCOUNT}:1d3f8c54:bucket:{name}"
                );
                let wanted_binding = ResourceBinding { name, target };
                let origin = Origin::default();
                wanted.resource_bindings.push(Resource { key, origin, wanted: wanted_binding });
            }
        }
        let mut origin = origin;
        if !new && !adopted && self.dice.chance(50) {
            self.read(vpc, &mut origin, &mut wanted);
        }
        Resource { key, origin, wanted }
    }

    /// What was read of a gateway that exists, and perhaps that it is to change.
    fn read(&mut self, vpc: &Resource<Vpc>, origin: &mut Origin, wanted: &mut Gateway) {
        let modes = [DnsMode::Primary, DnsMode::Disabled];
        wanted.dns = self.dice.one(&modes);
        if self.dice.chance(50) {
            wanted.tags = vec!["read:again".to_owned()];
        }
        let groups: Vec<_> = vpc.wanted.security_groups.iter().filter(|one| !one.origin.is_new()).collect();
        let seen: Vec<Seen> = groups
            .iter()
            .map(|one| Seen { id: one.origin.id.clone(), name: one.wanted.name.clone() })
            .collect();
        // By ids all are told apart.
        let known = !seen.is_empty() && seen.iter().all(|one| !one.id.is_empty());
        let had = if known { self.dice.some(&seen) } else { Vec::new() };
        let renamed = !origin.id.is_empty() && !wanted.name.is_empty() && self.dice.chance(60);
        origin.change = self.dice.chance(80);
        origin.observed = Some(Box::new(Observed {
            name: if renamed { format!("was-{}", self.number()) } else { String::new() },
            dns: Some(self.dice.one(&modes)),
            security_groups: (!had.is_empty()).then_some(had),
            tags: Some(Vec::new()),
            ..Observed::default()
        }));
    }

    /// An address or none in each zone that has a subnet, or no word of it.
    fn addresses(&mut self, rooms: &mut [Room]) -> Vec<ZoneAddress> {
        let mut addresses: Vec<ZoneAddress> = Vec::new();
        for room in rooms {
            let zone = room.zone.to_string();
            if addresses.iter().any(|address| address.zone == zone) || self.dice.chance(20) {
                continue;
            }
            let mut hows = vec![How::None, How::Chosen, How::Chosen];
            if room.net.is_some() {
                hows.extend([How::Given, How::Given]);
            }
            if !room.reserved_ips.is_empty() {
                hows.extend([How::Existing, How::Existing, How::Existing]);
            }
            let mut address = ZoneAddress { zone, how: self.dice.one(&hows), ..ZoneAddress::default() };
            if address.how != How::None || self.dice.chance(50) {
                address.subnet = room.key.clone();
            }
            match address.how {
                How::None | How::Chosen => {}
                How::Given => address.address = room.last_free().unwrap(),
                How::Existing => address.reserved_ip = self.dice.take(&mut room.reserved_ips),
            }
            addresses.push(address);
        }
        addresses
    }
}

fn cloud(crn: &str) -> Target {
    Target { crn: crn.to_owned(), ..Target::default() }
}
