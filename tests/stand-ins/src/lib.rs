//! Stand-ins for the tools that VPE Planner's exports are made for, so that an export is proven by
//! something that was not written from it. This crate knows nothing of VPE Planner: what the tools
//! accept stands in the data tables of `src/tables/`, each row with the fact it rests on.
//!
//! Rows cite notes taken from public sources: *API facts* (the VPC API as described by PyPI
//! `ibm-vpc` 0.36.0 and IBM's VPC documentation, read 21 Nov 2026), *CLI facts* (IBM's VPC CLI
//! reference of 14 Aug 2026 for plug-in 16.x, and the reference of the `ibmcloud` core) and
//! *Terraform facts* (the source and schema of provider `IBM-Cloud/ibm` 2.5.0, read 22 Nov 2026).
//!
//! # What is here
//!
//! | | |
//! |---|---|
//! | [`Cloud`] | one account on loopback, or several: IAM, VPC, resource groups, tags; strict about every call |
//! | [`Cloud::install_ibmcloud`] | an `ibmcloud` for PATH that works on the same account, strict about its grammar |
//! | [`Cloud::terraform`] | the real `terraform` in a folder, through a provider that works on the same account |
//! | [`Recorder`] | accepts anything, and keeps the bytes of what arrived; for hostile text |
//! | [`Canaries`], [`install_no_sleep`] | commands on PATH that nobody should call; a `sleep` that takes no time |
//! | [`terraform::check`] | whether Terraform text says only what the provider's schema has |
//! | [`mutants`], [`Cloud::surviving_mutants`], [`terraform::surviving_mutants`] | each flag, key and argument dropped, misspelt, repeated |
//!
//! ```no_run
//! let cloud = stand_ins::Cloud::start(serde_json::json!({
//!     "vpcs": [{ "name": "payments", "region": "us-south" }]
//! }));
//! let bin = tempfile::tempdir().unwrap();
//! cloud.install_ibmcloud(bin.path()).unwrap();
//! std::process::Command::new("bash")
//!     .arg("create.sh")
//!     .envs(cloud.env("us-south"))
//!     .env("IBMCLOUD_API_KEY", cloud.api_key())
//!     .status()
//!     .unwrap();
//! assert_eq!(cloud.refusals(), []);
//! assert_eq!(cloud.counts()["create_endpoint_gateway"], 1);
//! assert_eq!(cloud.state(), serde_json::json!({ "vpcs": [] }));
//! assert_eq!(cloud.surviving_mutants(&stand_ins::mutants::Allows::of_the_reference()), []);
//! ```
//!
//! [`Cloud::interrupt_after`] makes the account fail half-way, to prove that a second run of a script
//! goes on where the first one stopped. [`Cloud::fail_next`] lets one call fail once, [`Cloud::fate`]
//! decides what becomes of a gateway, [`Cloud::remove`] deletes something behind a script's back.
//!
//! Gateways of a VPC are made and deleted one at a time: while one is `pending` or `deleting`, making or
//! deleting another is refused with 409. Time passes with each read of it, and with each such refusal.
//! A deleted gateway keeps its name, target, groups and addresses until a read says that it is gone.
//!
//! # The seed
//!
//! What exists before the first call. Every key but the `name`s, `region`, `zone`, `cidr`,
//! `address` and `target` may be left out; ids are made up where none is given.
//!
//! ```json
//! {
//!   "account": "aa2432b1fa4d4ace891e9b80fc104e34",
//!   "api_key": "stand-in-api-key",
//!   "token": "stand-in-token",
//!   "settings": {
//!     "page_size": 2,
//!     "pending_reads": 1,
//!     "region": "us-south",
//!     "resource_group": "Default",
//!     "usage_errors_exit_zero": false,
//!     "private_path_permitted": false,
//!     "authorized_accounts": [],
//!     "plug_in": "16.14.0"
//!   },
//!   "resource_groups": [{ "id": "…", "name": "Default", "default": true }],
//!   "access_tags": ["env:prod"],
//!   "vpcs": [{
//!     "id": "r006-…", "name": "payments", "region": "us-south",
//!     "resource_group": "Default",
//!     "enable_hub": false, "custom_resolver": false, "bound_to": "r006-…",
//!     "address_prefixes": [{ "name": "one", "zone": "us-south-1", "cidr": "10.0.0.0/18" }],
//!     "subnets": [{
//!       "id": "0717-…", "name": "app-1", "zone": "us-south-1", "cidr": "10.0.0.0/24",
//!       "network_acl": "clients",
//!       "reserved_ips": [{ "id": "0717-…", "name": "kept", "address": "10.0.0.9",
//!         "auto_delete": false, "target": { "resource_type": "load_balancer", "id": "…" } }]
//!     }],
//!     "security_groups": [{ "id": "r006-…", "name": "endpoints", "default": false,
//!       "rules": [{ "direction": "inbound", "protocol": "tcp", "port_min": 443, "port_max": 443 }] }],
//!     "network_acls": [{ "id": "r006-…", "name": "clients", "default": false,
//!       "rules": [{ "name": "all", "action": "allow", "direction": "inbound", "protocol": "any",
//!         "source": "0.0.0.0/0", "destination": "0.0.0.0/0" }] }],
//!     "endpoint_gateways": [{ "id": "r006-…", "name": "old",
//!       "target": { "resource_type": "provider_infrastructure_service", "name": "ibm-ntp-server" },
//!       "dns_resolution_binding_mode": "primary",
//!       "security_groups": ["endpoints"], "ips": ["app-1/kept"],
//!       "tags": { "user": ["team:payments"], "access": [] },
//!       "resource_bindings": [{ "name": "logs", "crn": "crn:v1:…:bucket:logs" }] }]
//!   }],
//!   "policies": [{ "id": "…", "source_account": "…", "service": "messagehub", "instance": "…" }],
//!   "accounts": [{ "id": "…", "api_key": "their-key", "token": "their-token",
//!     "resource_groups": [], "access_tags": [], "vpcs": [], "policies": [] }]
//! }
//! ```
//!
//! - `page_size`: how many items a page has at most, whatever `limit` asks for, so that who does not
//!   follow pages misses something.
//! - `pending_reads`: for how many reads a new gateway is `pending`, a new address `0.0.0.0`, and a
//!   deleted gateway `deleting`.
//! - `region`, `resource_group`: what `ibmcloud target` has set at the start; nothing by default.
//! - `usage_errors_exit_zero`: whether `ibmcloud` ends with 0 after "Incorrect Usage", as the real
//!   one does (CLI facts §4.10); without it, it ends with 1.
//! - `private_path_permitted`: whether a Private Path gateway becomes stable; without it, it stays
//!   `pending` for the reason `access_pending`.
//! - `authorized_accounts`: other accounts whose service instances may be targets, as if a policy of
//!   theirs said so.
//! - `plug_in`: the version of the VPC plug-in of `ibmcloud`; one before 16.0.0 takes the older flags alone,
//!   and shows things in the older form.
//! - `accounts`: further accounts, each of which sees its own alone. Who acts is told by the token, and in
//!   `ibmcloud` by `login --apikey` or `target -c`. One lets another in by an authorization policy.
//! - `policies`: those by which an account lets the endpoint gateways of another reach a service, or one
//!   instance of it.
//! - `bound_to`: the id of the DNS hub that the VPC is bound to; `custom_resolver`: whether DNS Services
//!   resolves for it, so that others can delegate to it.
//! - Without `address_prefixes` a VPC has its region's default ones; without a group that is
//!   `default` it gets one called `default-of-NAME`, and without such a network ACL one called
//!   `default-acl-of-NAME`, which allows everything.
//!
//! # The state
//!
//! [`Cloud::state`] tells what was created or changed, with names, sorted, and nothing else:
//!
//! ```json
//! { "vpcs": [{
//!     "name": "payments", "region": "us-south", "origin": "existing",
//!     "subnets": [{ "name": "vpe-1", "zone": "us-south-1", "cidr": "10.0.1.0/28", "resource_group": "Default" }],
//!     "security_groups": [{ "name": "endpoints", "origin": "new", "resource_group": "Default",
//!       "rules": [{ "name": "https", "direction": "inbound", "protocol": "tcp",
//!         "port_min": 443, "port_max": 443, "remote": { "cidr_block": "10.0.0.0/18" } }] }],
//!     "endpoint_gateways": [{
//!       "name": "payments-kms", "origin": "new",
//!       "target": { "resource_type": "provider_cloud_service", "crn": "crn:v1:…" },
//!       "dns_resolution_binding_mode": "primary",
//!       "resource_group": "Default",
//!       "security_groups": ["endpoints"],
//!       "ips": {
//!         "us-south-1": { "name": "payments-kms-us-south-1", "origin": "new", "subnet": "app-1",
//!           "address": "10.0.0.10", "auto_delete": false },
//!         "us-south-2": { "name": "payments-kms-us-south-2", "origin": "new", "subnet": "app-2",
//!           "address": "chosen by IBM Cloud", "auto_delete": false },
//!         "us-south-3": { "name": "kept", "origin": "existing", "subnet": "app-3",
//!           "address": "10.0.2.9", "auto_delete": false } },
//!       "tags": { "user": ["team:payments"], "access": ["env:prod"] } }]
//! }] }
//! ```
//!
//! - A VPC is there when it is new or something in it is. A new one also has `resource_group` and
//!   `default_address_prefixes` (a boolean).
//! - `address_prefixes` (`name`, `zone`, `cidr`, `is_default`), `subnets`, `security_groups`,
//!   `endpoint_gateways` and `reserved_ips` (made and bound to nothing; like an entry of `ips`)
//!   are there when they have entries; each list is sorted by name.
//! - Of an existing group or gateway only what was added is told: `rules`, `security_groups`,
//!   `ips`, `tags`. A rule is told with the keys it was made with; a group as its peer is
//!   `"remote": {"security_group": "NAME"}`. The group every VPC is born with is called
//!   `default of the VPC`.
//! - A VPC also has `account` where it is not the first one's; `enable_hub` and `resolver` where they are
//!   not those of a new VPC, or not the seed's; `dns_resolution_bindings` (`name`, and in `vpc` the hub's
//!   name); `network_acls` with their rules in order. Of an existing ACL only new rules are told, each
//!   with the name of the rule it stands `before`. A new subnet has `network_acl` where it is not the
//!   default one. A gateway has its `resource_bindings` (`name`, `crn`).
//! - `policies`, beside `vpcs`, lists the authorization policies made: `account`, `roles`, and the
//!   attributes of `subject` and `resource`.
//! - `tags` is there when a tag was attached; it has both keys.
//! - A gateway that is being deleted has `"deleting": true`.
//! - `removed`, beside `vpcs`, lists what the seed had and is gone, each in words and sorted:
//!   `"endpoint gateway old of payments in us-south"`, `"binding app-1/kept to endpoint gateway old of
//!   payments in us-south"`. What goes with something that is listed is not listed.
//! - `changed`, beside `vpcs`, lists what the seed had under another name or form:
//!   `"subnet app-1 is called app"`.
//! - Both are absent when they are empty: an account that is as the seed made it tells
//!   `{ "vpcs": [] }`.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "in a test, a panic is a failure that tells where"))]

mod cloud;
mod http;
mod ibmcloud;
pub mod mutants;
mod provider;
mod recorder;
mod strict_json;
pub mod terraform;
mod wrapper;

pub use cloud::record::{CallRecord, Refusal, Tool};
pub use cloud::{Cloud, Fate, Mishap};
pub use http::Request;
pub use provider::{Change, Ran, Terraform};
pub use recorder::{Canaries, Recorder};
pub use wrapper::install_no_sleep;
