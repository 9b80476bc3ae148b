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
        /// Regions and their default address prefixes.
        REGIONS = "Regions and subnets", "https://cloud.ibm.com/docs/vpc?topic=vpc-configuring-address-prefixes", "2026-08-21";
        /// Address prefixes and the addresses that IBM Cloud holds in a subnet.
        NETWORKING = "About networking", "https://cloud.ibm.com/docs/vpc?topic=vpc-about-networking-for-vpc", "2026-08-21";
        /// Quotas and limits.
        QUOTAS = "Quotas and limits", "https://cloud.ibm.com/docs/vpc?topic=vpc-quotas", "2026-07-05";
        /// Security groups and ACLs of endpoint gateways.
        GROUPS = "Security groups and ACLs", "https://cloud.ibm.com/docs/vpc?topic=vpc-configure-acls-sgs-endpoint-gateways", "2026-08-21";
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
    }
}
