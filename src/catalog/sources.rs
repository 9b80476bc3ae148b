//! The documents that facts and rules rest on.

/// A document, and when it was read or, where it states one, last changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// Its title, in a word or a few.
    pub title: &'static str,
    /// Where to read it.
    pub url: &'static str,
    /// The day of the copy that was read, as `2026-08-21`.
    pub date: &'static str,
}

/// The documents, each once.
pub mod source {
    use super::Source;

    macro_rules! documents {
        ($($(#[$doc:meta])* $name:ident = $title:literal, $url:literal, $date:literal;)*) => {
            $($(#[$doc])* pub const $name: Source = Source { title: $title, url: $url, date: $date };)*
            /// All of them.
            pub const ALL: &[Source] = &[$($name),*];
        };
    }

    documents! {
        /// What a gateway can and cannot be.
        PLANNING = "Planning for VPE", "https://cloud.ibm.com/docs/vpc?topic=vpc-vpe-planning-considerations", "2026-08-21";
        /// Reserved IPs and how they are bound.
        RESERVED_IPS = "Reserved IPs", "https://cloud.ibm.com/docs/vpc?topic=vpc-bind-unbind-reserved-ip", "2026-08-21";
        /// One reserved IP in a zone.
        ONE_PER_ZONE = "One reserved IP per zone", "https://cloud.ibm.com/docs/vpc?topic=vpc-troubleshoot-create-reserved-ip", "2026-08-21";
        /// The API's own description of endpoint gateways.
        API = "VPC API", "https://cloud.ibm.com/apidocs/vpc/latest#create-endpoint-gateway", "2026-10-06";
        /// The API's change log.
        API_CHANGES = "VPC API change log", "https://cloud.ibm.com/docs/vpc?topic=vpc-api-change-log", "2026-08-21";
        /// The DNS mode by version of the API.
        DNS_MIGRATION = "Migrating to the DNS resolution binding mode", "https://cloud.ibm.com/docs/vpc?topic=vpc-endpoint-gateway-migration-dns_resolution_binding_mode", "2026-08-21";
        /// Regions and their default address prefixes.
        REGIONS = "Regions and subnets", "https://cloud.ibm.com/docs/vpc?topic=vpc-configuring-address-prefixes", "2026-08-21";
        /// Address prefixes and the addresses that IBM Cloud holds in a subnet.
        NETWORKING = "About networking", "https://cloud.ibm.com/docs/vpc?topic=vpc-about-networking-for-vpc", "2026-08-21";
        /// Quotas and limits.
        QUOTAS = "Quotas and limits", "https://cloud.ibm.com/docs/vpc?topic=vpc-quotas", "2026-07-05";
        /// Security groups and ACLs of endpoint gateways.
        GROUPS = "Security groups and ACLs", "https://cloud.ibm.com/docs/vpc?topic=vpc-configure-acls-sgs-endpoint-gateways", "2026-08-21";
        /// Network ACLs and the order of their rules.
        ACLS = "About network ACLs", "https://cloud.ibm.com/docs/vpc?topic=vpc-using-acls", "2026-08-21";
        /// DNS modes in a hub-and-spoke topology.
        DNS_SHARING = "DNS sharing for VPE", "https://cloud.ibm.com/docs/vpc?topic=vpc-vpe-dns-sharing", "2026-08-21";
        /// What VPCs that share DNS may have.
        HUB_PLANNING = "Planning for DNS sharing", "https://cloud.ibm.com/docs/vpc?topic=vpc-hub-spoke-planning", "2026-08-21";
        /// Who lets a VPC of another account bind to a hub.
        HUB_ACCESS = "Authorizations for DNS sharing", "https://cloud.ibm.com/docs/vpc?topic=vpc-hub-spoke-s2s-auth", "2026-08-21";
        /// Resource bindings to buckets.
        RESOURCE_BINDINGS = "Resource bindings", "https://cloud.ibm.com/docs/vpc?topic=vpc-vpe-create-resource-binding", "2026-08-21";
        /// Creating a gateway, Private Path included.
        CREATING = "Creating a gateway", "https://cloud.ibm.com/docs/vpc?topic=vpc-ordering-endpoint-gateway", "2026-08-21";
        /// Gateways to services of another account, and the policies for them.
        CROSS_ACCOUNT = "Cross-account gateways", "https://cloud.ibm.com/docs/vpc?topic=vpc-ordering-cross-account-endpoint-gateway", "2026-01-16";
        /// What IAM takes as a policy: ibm-platform-services 0.77.1.
        POLICY_API = "IAM policy management API", "https://cloud.ibm.com/apidocs/iam-policy-management#create-policy", "2026-11-21";
        /// What VPE is, and what is good practice.
        ABOUT = "About VPE", "https://cloud.ibm.com/docs/vpc?topic=vpc-about-vpe", "2026-08-21";
        /// Services that can be targets.
        SERVICES = "Services that support VPE", "https://cloud.ibm.com/docs/vpc?topic=vpc-vpe-supported-services", "2026-08-06";
        /// The form of a CRN.
        CRN = "Cloud Resource Names", "https://cloud.ibm.com/docs/account?topic=account-crn", "2026-08-21";
        /// The CLI's reference.
        CLI = "VPC CLI reference", "https://cloud.ibm.com/docs/vpc?topic=vpc-vpc-reference", "2026-08-14";
        /// Tags and their form.
        TAGS = "Working with tags", "https://cloud.ibm.com/docs/account?topic=account-tag", "2026-08-21";
        /// The Terraform provider's own source.
        PROVIDER = "Terraform provider IBM-Cloud/ibm 2.5.0", "https://registry.terraform.io/providers/IBM-Cloud/ibm/latest/docs/resources/is_virtual_endpoint_gateway", "2026-08-05";
        /// IBM's Terraform module for VPE, with the endpoints of every shared service.
        MODULE = "Terraform module terraform-ibm-vpe-gateway 5.3.5", "https://github.com/terraform-ibm-modules/terraform-ibm-vpe-gateway", "2026-07-11";
        /// Object Storage's endpoints.
        COS_ENDPOINTS = "Object Storage endpoints", "https://cloud.ibm.com/docs/cloud-object-storage?topic=cloud-object-storage-endpoints", "2026-11-21";
        /// Where Key Protect supports VPE.
        KEY_PROTECT = "Key Protect: virtual private endpoints", "https://cloud.ibm.com/docs/key-protect?topic=key-protect-virtual-private-endpoints", "2026-05-19";
        /// Container Registry over VPE.
        REGISTRY = "Container Registry: VPE", "https://cloud.ibm.com/docs/Registry?topic=Registry-registry_vpe", "2026-02-09";
        /// Secrets Manager's pages.
        SECRETS_MANAGER = "Secrets Manager", "https://cloud.ibm.com/docs/secrets-manager", "2026-11-21";
        /// Cloud Databases over VPE.
        DATABASES = "Cloud Databases", "https://cloud.ibm.com/docs/cloud-databases", "2026-11-21";
        /// Event Streams over VPE.
        EVENT_STREAMS = "Event Streams", "https://cloud.ibm.com/docs/EventStreams", "2026-11-21";
        /// Event Streams Gen 2 over VPE.
        EVENT_STREAMS_2 = "Event Streams Gen 2", "https://cloud.ibm.com/docs/EventStreams-gen2", "2025-12-02";
        /// Clusters over VPE.
        CLUSTERS = "Access to VPC clusters", "https://cloud.ibm.com/docs/containers?topic=containers-access_cluster", "2026-04-16";
        /// Code Engine over VPE.
        CODE_ENGINE = "Code Engine", "https://cloud.ibm.com/docs/codeengine", "2026-11-21";
        /// DNS Services over VPE.
        DNS_SERVICES = "DNS Services", "https://cloud.ibm.com/docs/dns-svcs", "2026-11-21";
        /// Direct Link over VPE.
        DIRECT_LINK = "Direct Link", "https://cloud.ibm.com/docs/dl?topic=dl-vpe-connection", "2026-11-21";
        /// Cloud Logs over VPE.
        CLOUD_LOGS = "Cloud Logs", "https://cloud.ibm.com/docs/cloud-logs", "2026-11-21";
        /// Logs Routing's CRNs.
        LOGS_ROUTING = "Logs Routing: CRNs", "https://cloud.ibm.com/docs/logs-router?topic=logs-router-vpe-connection-crn", "2024-11-12";
        /// Activity Tracker Event Routing over VPE.
        ACTIVITY_TRACKER = "Activity Tracker Event Routing: VPE", "https://cloud.ibm.com/docs/atracker?topic=atracker-vpe-connection", "2025-09-03";
        /// Metrics Routing.
        METRICS_ROUTING = "Metrics Routing", "https://cloud.ibm.com/docs/metrics-router", "2026-11-21";
        /// Monitoring over VPE.
        MONITORING = "Monitoring: VPE", "https://cloud.ibm.com/docs/monitoring?topic=monitoring-vpe-connection", "2025-10-27";
        /// The report that a Monitoring gateway fails.
        MONITORING_ISSUE = "terraform-provider-ibm issue 6410", "https://github.com/IBM-Cloud/terraform-provider-ibm/issues/6410", "2026-11-21";
        /// Hyper Protect Crypto Services over VPE.
        HPCS = "Hyper Protect Crypto Services", "https://cloud.ibm.com/docs/hs-crypto", "2026-11-21";
        /// MQ over VPE.
        MQ = "MQ", "https://cloud.ibm.com/docs/mqcloud", "2026-11-21";
        /// Event Notifications over VPE.
        EVENT_NOTIFICATIONS = "Event Notifications: VPE", "https://cloud.ibm.com/docs/event-notifications?topic=event-notifications-en-vpe", "2026-03-27";
        /// App Configuration over VPE.
        APP_CONFIGURATION = "App Configuration", "https://cloud.ibm.com/docs/app-configuration", "2026-11-21";
        /// Schematics over VPE.
        SCHEMATICS = "Schematics", "https://cloud.ibm.com/docs/schematics", "2026-11-21";
        /// Watson services over VPE.
        WATSON = "Watson: virtual private endpoints", "https://cloud.ibm.com/docs/watson?topic=watson-virtual-private-endpoints", "2023-01-14";
        /// Db2 over VPE.
        DB2 = "Db2 SaaS", "https://cloud.ibm.com/docs/Db2onCloud", "2026-11-21";
        /// Cloudant over VPE.
        CLOUDANT = "Cloudant", "https://cloud.ibm.com/docs/Cloudant", "2026-11-21";
        /// Backup and Recovery over VPE.
        BACKUP = "Backup and Recovery", "https://cloud.ibm.com/docs/backup-recovery", "2026-11-21";
        /// What is asked about VPE.
        FAQ = "FAQs for VPE", "https://cloud.ibm.com/docs/vpc?topic=vpc-faqs-vpe", "2026-08-21";
        /// Security groups and ACLs with rules of any protocol.
        PROTOCOLS = "Known issues of rules", "https://cloud.ibm.com/docs/vpc?topic=vpc-sg-acl-known-issues", "2026-08-21";
        /// Access to classic infrastructure.
        CLASSIC = "Access to classic infrastructure", "https://cloud.ibm.com/docs/vpc?topic=vpc-setting-up-access-to-classic-infrastructure", "2026-08-21";
        /// Who may do what with VPC infrastructure.
        VPC_ACCESS = "Access to VPC infrastructure", "https://cloud.ibm.com/docs/vpc?topic=vpc-iam-getting-started", "2026-11-25";
        /// Who may do what with endpoint gateways.
        VPE_ACCESS = "Access to endpoint gateways", "https://cloud.ibm.com/docs/vpc?topic=vpc-vpe-iam", "2026-04-17";
        /// What is recorded of endpoint gateways, reserved IPs and DNS bindings, by action.
        EVENTS = "VPC events", "https://cloud.ibm.com/docs/vpc?topic=vpc-at_events", "2026-11-25";
        /// Who may let a service in.
        AUTHORIZATIONS = "Authorizations between services", "https://cloud.ibm.com/docs/account?topic=account-serviceauth", "2026-11-25";
        /// Who may attach tags.
        TAG_ACCESS = "Access to tags", "https://cloud.ibm.com/docs/account?topic=account-access", "2026-11-25";
        /// What Private Path can and cannot do.
        PRIVATE_PATH = "Limitations of Private Path", "https://cloud.ibm.com/docs/vpc?topic=vpc-ppsg-limitations", "2026-08-21";
        /// How the provider of a Private Path service answers requests.
        REVIEWING = "Reviewing connection requests", "https://cloud.ibm.com/docs/vpc?topic=vpc-pps-ui-reviewing", "2026-11-25";
        /// Local access to buckets.
        LOCAL_ACCESS = "Local-access gateways", "https://cloud.ibm.com/docs/vpc?topic=vpc-create-local-access-vpe", "2026-08-21";
    }
}
