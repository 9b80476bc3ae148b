//! What is wrong with a plan, why, who says so, and the edit that mends it.
//!
//! One rule is one file: its code, severity, explanation and source, its check
//! and its tests. This file is their ordered list. Checking never fails and never
//! stops at the first fault.
//!
//! A new rule is a new file, a line in each of the two lists below, and nothing
//! else. One fault gives one finding: a rule stays silent where another tells the
//! cause already, and where it would need something that the plan does not know.

mod engine;
mod finding;
pub mod offers;
mod parts;
#[cfg(test)]
mod testing;

mod above_quota;
mod acl_by_name;
mod acl_denies_answers;
mod acl_denies_service;
mod acl_deny_protocol;
mod acl_not_attached;
mod acl_other_vpc;
mod acl_rule_last;
mod acl_rule_shadowed;
mod acl_unused;
mod address_held;
mod address_outside_subnet;
mod address_taken;
mod adopt_address;
mod adopt_incomplete;
mod adopt_replaces;
mod adopt_within;
mod adopt_without_gateway;
mod adopt_without_id;
mod api_version_range;
mod auto_release;
mod bindings_standalone;
mod bucket_crn;
mod cidr_size;
mod classic_range;
mod crn_account;
mod crn_malformed;
mod crn_other_cloud;
mod default_group;
mod differs_for_good;
mod differs_in_place;
mod dns_beside_hub;
mod dns_binding_second;
mod dns_hub_account;
mod dns_hub_not_one;
mod dns_hub_primary;
mod dns_hub_region;
mod dns_hub_shared;
mod dns_per_resource;
mod dns_per_resource_hub;
mod dns_primary_twice;
mod dns_ranges_overlap;
mod dns_resolver_system;
mod endpoint_disputed;
mod endpoint_location;
mod endpoint_not_listed;
mod endpoint_of_account;
mod endpoint_public;
mod endpoints_overlap;
mod endpoints_unlike_crn;
mod gateway_by_name;
mod group_admits_nothing;
mod group_other_vpc;
mod icmp_unanswered;
mod id_repeated;
mod instance_other_region;
mod ip_prefix_too_long;
mod made_by_cluster;
mod monitoring_form;
mod name_at_limit;
mod name_ibm;
mod name_malformed;
mod name_taken;
mod no_address;
mod other_account;
mod outbound_no_effect;
mod outside_rfc_1918;
mod policy_object_storage;
mod policy_one_instance;
mod policy_repeated;
mod policy_same_account;
mod policy_undocumented;
mod policy_unfit;
mod policy_unneeded;
mod port_not_admitted;
mod port_unusual;
mod ports_partly_admitted;
mod ports_unused;
mod prefixes_overlap;
mod private_path_region;
mod provider_must_permit;
mod range_forbidden;
mod reference_missing;
mod region_not_listed;
mod remote_twice;
mod reserved_ip_address;
mod reserved_ip_other_subnet;
mod reserved_ip_per_zone;
mod reserved_ip_shared;
mod resolver_hub_new;
mod resolver_without_hub;
mod resource_binding_primary;
mod resource_binding_target;
mod resource_bound_twice;
mod resource_many;
mod resource_restricted;
mod resource_unbound;
mod rule_admits_all;
mod rule_repeated;
mod service_not_listed;
mod service_other_region;
mod shared_not_admitted;
mod subnet_full;
mod subnet_other_vpc;
mod subnet_outside_prefix;
mod subnet_small;
mod subnets_overlap;
mod tag_case;
mod tag_repeated;
mod taken_outside_subnet;
mod target_deprecated;
mod target_kind;
mod target_region_unknown;
mod target_single_site;
mod target_taken;
mod target_unknown;
mod too_many_groups;
mod tool_target;
mod udp_stays_in_vpc;
mod unnamed_existing;
mod value_malformed;
mod value_missing;
mod zone_of_prefix;
mod zone_of_subnet;
mod zone_outside_region;
mod zones_missing;

pub use engine::{Findings, Rule, check};
pub use finding::{Counts, Finding, Fix, FixKind, Severity};

/// All rules, the most fundamental first: the order in which their findings are
/// listed within a severity.
pub static RULES: &[&Rule] = &[
    &value_missing::RULE,
    &value_malformed::RULE,
    &api_version_range::RULE,
    &name_malformed::RULE,
    &crn_malformed::RULE,
    &crn_account::RULE,
    &target_unknown::RULE,
    &unnamed_existing::RULE,
    &reference_missing::RULE,
    &name_taken::RULE,
    &zone_outside_region::RULE,
    &cidr_size::RULE,
    &range_forbidden::RULE,
    &prefixes_overlap::RULE,
    &subnets_overlap::RULE,
    &subnet_outside_prefix::RULE,
    &zone_of_prefix::RULE,
    &target_kind::RULE,
    &endpoint_public::RULE,
    &endpoint_location::RULE,
    &monitoring_form::RULE,
    &service_other_region::RULE,
    &target_taken::RULE,
    &endpoints_overlap::RULE,
    &private_path_region::RULE,
    &dns_per_resource::RULE,
    &dns_hub_primary::RULE,
    &dns_primary_twice::RULE,
    &dns_per_resource_hub::RULE,
    &resource_binding_primary::RULE,
    &resource_binding_target::RULE,
    &bucket_crn::RULE,
    &resource_bound_twice::RULE,
    &dns_binding_second::RULE,
    &dns_hub_shared::RULE,
    &dns_hub_not_one::RULE,
    &resolver_without_hub::RULE,
    &policy_repeated::RULE,
    &subnet_other_vpc::RULE,
    &zone_of_subnet::RULE,
    &reserved_ip_per_zone::RULE,
    &address_outside_subnet::RULE,
    &address_held::RULE,
    &address_taken::RULE,
    &reserved_ip_other_subnet::RULE,
    &reserved_ip_shared::RULE,
    &subnet_full::RULE,
    &ip_prefix_too_long::RULE,
    &name_ibm::RULE,
    &group_other_vpc::RULE,
    &acl_other_vpc::RULE,
    &acl_deny_protocol::RULE,
    &too_many_groups::RULE,
    &crn_other_cloud::RULE,
    &target_region_unknown::RULE,
    &endpoint_of_account::RULE,
    &target_single_site::RULE,
    &target_deprecated::RULE,
    &port_not_admitted::RULE,
    &group_admits_nothing::RULE,
    &acl_denies_service::RULE,
    &acl_denies_answers::RULE,
    &acl_rule_shadowed::RULE,
    &acl_not_attached::RULE,
    &remote_twice::RULE,
    &adopt_without_id::RULE,
    &adopt_incomplete::RULE,
    &adopt_within::RULE,
    &adopt_without_gateway::RULE,
    &taken_outside_subnet::RULE,
    &reserved_ip_address::RULE,
    &id_repeated::RULE,
    &policy_same_account::RULE,
    &policy_unfit::RULE,
    &above_quota::RULE,
    &dns_hub_region::RULE,
    &resolver_hub_new::RULE,
    &differs_for_good::RULE,
    &adopt_replaces::RULE,
    &tool_target::RULE,
    &differs_in_place::RULE,
    &no_address::RULE,
    &zones_missing::RULE,
    &default_group::RULE,
    &service_not_listed::RULE,
    &endpoint_not_listed::RULE,
    &region_not_listed::RULE,
    &endpoint_disputed::RULE,
    &endpoints_unlike_crn::RULE,
    &bindings_standalone::RULE,
    &provider_must_permit::RULE,
    &other_account::RULE,
    &policy_unneeded::RULE,
    &policy_object_storage::RULE,
    &policy_undocumented::RULE,
    &policy_one_instance::RULE,
    &dns_beside_hub::RULE,
    &resource_unbound::RULE,
    &resource_restricted::RULE,
    &resource_many::RULE,
    &dns_resolver_system::RULE,
    &dns_ranges_overlap::RULE,
    &shared_not_admitted::RULE,
    &dns_hub_account::RULE,
    &instance_other_region::RULE,
    &made_by_cluster::RULE,
    &udp_stays_in_vpc::RULE,
    &ports_partly_admitted::RULE,
    &ports_unused::RULE,
    &port_unusual::RULE,
    &rule_admits_all::RULE,
    &icmp_unanswered::RULE,
    &outbound_no_effect::RULE,
    &auto_release::RULE,
    &gateway_by_name::RULE,
    &adopt_address::RULE,
    &rule_repeated::RULE,
    &acl_rule_last::RULE,
    &acl_by_name::RULE,
    &acl_unused::RULE,
    &subnet_small::RULE,
    &outside_rfc_1918::RULE,
    &classic_range::RULE,
    &name_at_limit::RULE,
    &tag_case::RULE,
    &tag_repeated::RULE,
];

/// The rule with this code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|r| r.code == code)
}
