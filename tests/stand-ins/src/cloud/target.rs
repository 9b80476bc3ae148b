//! What a gateway may point at: the forms of a target and the names it answers to (API facts §7).

use serde_json::Value;

use super::fault::Fault;
use super::policies::gateway_may_reach;
use super::world::World;

/// The host names that a gateway with this target serves.
pub(crate) fn endpoints(target: &Value) -> Vec<String> {
    if target["name"] == "ibm-ntp-server" {
        return vec!["time.adn.networklayer.com".to_owned()];
    }
    let crn = target["crn"].as_str().unwrap_or_default();
    let parts: Vec<&str> = crn.split(':').collect();
    let part = |index: usize| parts.get(index).copied().unwrap_or_default();
    if part(8) == "endpoint" {
        let mut names = vec![part(9).to_owned()];
        // A registry gateway also answers to the wildcard of the whole registry (API facts §7.3).
        if part(4) == "container-registry" {
            names.push("*.icr.io".to_owned());
        }
        return names;
    }
    match part(4) {
        "dns-svcs" => vec!["api.private.dns-svcs.cloud.ibm.com".to_owned()],
        "is" => vec![format!("{}.private-path.example", part(9))],
        service => vec![format!("{}.{service}.private.example", part(7))],
    }
}

/// Whether two lists of host names have one in common, wildcards counted.
pub(crate) fn overlap(one: &[String], other: &[String]) -> bool {
    let covers = |wide: &str, name: &str| match wide.strip_prefix('*') {
        Some(tail) => name.ends_with(tail),
        None => wide == name,
    };
    one.iter().any(|a| other.iter().any(|b| covers(a, b) || covers(b, a)))
}

/// Checks that the CRN of a target is one that the service would find.
///
/// # Errors
/// What is wrong with it.
pub(crate) fn check(world: &World, region: &str, target: &Value) -> Result<(), Fault> {
    let Some(crn) = target["crn"].as_str() else {
        return Ok(());
    };
    let fault = |code, message: &str| Err(Fault::field(code, "target.crn", message));
    let parts: Vec<&str> = crn.split(':').collect();
    let [_, _, cname, ctype, service, location, scope, instance, kind, resource] = parts[..] else {
        return fault("bad_field", "wrong number of segments in CRN");
    };
    if cname != "bluemix" || ctype != "public" {
        return fault("not_found", "the CRN is not one of the public cloud");
    }
    let private_path = target["resource_type"] == "private_path_service_gateway";
    if private_path != (kind == "private-path-service-gateway") {
        return fault("bad_field", "the CRN does not fit the target's resource_type");
    }
    if private_path {
        if service != "is" || !scope.starts_with("a/") || resource.is_empty() {
            return fault("not_found", "this is not the CRN of a Private Path service");
        }
        if location != region {
            return fault("bad_field", "a Private Path service is reached from its own region");
        }
        return Ok(());
    }
    let multi_tenant = kind == "endpoint" && !resource.is_empty();
    let special = service == "dns-svcs" && [scope, instance, kind, resource] == [""; 4];
    let owned = scope.starts_with("a/") && !instance.is_empty() && kind.is_empty();
    if !(multi_tenant || special || owned) {
        return fault("not_found", "Service does not support VPE extensions.");
    }
    if owned {
        // Object Storage is reached by its endpoint's CRN, not by an instance's (Terraform facts §2.8).
        if service == "cloud-object-storage" {
            return fault("not_found", "Service does not support VPE extensions.");
        }
        let account = scope.trim_start_matches("a/");
        let known = world.settings.authorized_accounts.iter().any(|one| one == account);
        let open = account == world.account || known || gateway_may_reach(world, account, service, instance);
        if !open {
            return fault("not_found", "Could not find service");
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn cloud(crn: &str) -> Value {
        json!({"resource_type": "provider_cloud_service", "crn": crn})
    }

    fn judge(target: &Value) -> bool {
        let world = World { account: "0123456789abcdef0123456789abcdef".to_owned(), ..World::default() };
        check(&world, "us-south", target).is_ok()
    }

    #[test]
    fn a_whole_instance_of_this_account_is_found_and_others_are_not() {
        let own = "crn:v1:bluemix:public:messagehub:us-south:a/0123456789abcdef0123456789abcdef:1b::";
        let other = "crn:v1:bluemix:public:messagehub:us-south:a/ffffffffffffffffffffffffffffffff:1b::";
        assert!(judge(&cloud(own)));
        assert!(!judge(&cloud(other)));
        assert!(!judge(&cloud(&own.replace("messagehub", "cloud-object-storage"))));
        assert!(!judge(&cloud(own.trim_end_matches(':'))));
    }

    #[test]
    fn a_private_path_service_says_so_and_is_of_the_same_region() {
        let crn = "crn:v1:bluemix:public:is:us-south:a/12::private-path-service-gateway:r006-1";
        let target = json!({"resource_type": "private_path_service_gateway", "crn": crn});
        assert!(judge(&target));
        assert!(!judge(&cloud(crn)));
        let away = crn.replace("us-south", "us-east");
        let target = json!({"resource_type": "private_path_service_gateway", "crn": away});
        assert!(!judge(&target));
    }

    #[test]
    fn two_registry_gateways_overlap() {
        let us = endpoints(&cloud("crn:v1:bluemix:public:container-registry:us-south:::endpoint:us.icr.io"));
        let de = endpoints(&cloud("crn:v1:bluemix:public:container-registry:eu-de:::endpoint:de.icr.io"));
        let kms = endpoints(&cloud(
            "crn:v1:bluemix:public:kms:us-south:::endpoint:private.us-south.kms.cloud.ibm.com",
        ));
        assert!(overlap(&us, &de));
        assert!(!overlap(&us, &kms));
    }
}
