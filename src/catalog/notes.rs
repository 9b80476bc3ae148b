//! What is to be known beside a plan, as it is told on the page and in each `README.md`.

use super::{Source, source};

/// A sentence or a few, and where they were read.
#[derive(Debug, PartialEq, Eq)]
pub struct Note {
    /// The sentences.
    pub text: &'static str,
    /// Where they were read.
    pub source: &'static Source,
}

/// What a state of a gateway to a Private Path service means.
#[derive(Debug, PartialEq, Eq)]
pub struct AccessState {
    /// The code among the gateway's `lifecycle_reasons`, or its state.
    pub code: &'static str,
    /// What it means, and what to do.
    pub means: &'static str,
}

/// The states of a connection request, as they follow one another (VPC API of 6 Oct 2026; pages
/// about creating gateways and about reviewing requests).
pub static ACCESS_STATES: [AccessState; 4] = [
    AccessState {
        code: "access_pending",
        means: "The provider has not answered yet, and the gateway is pending. A policy of the provider may answer at once, a person may take days. Nothing has to be run again.",
    },
    AccessState { code: "stable", means: "The provider permits it: traffic passes." },
    AccessState {
        code: "access_denied",
        means: "The provider does not permit it, or has revoked it. Ask the provider; then delete the gateway and create it again, which is another request.",
    },
    AccessState {
        code: "access_expired",
        means: "The provider did not answer in time. Delete the gateway and create it again, which is another request.",
    },
];

macro_rules! notes {
    ($($(#[$doc:meta])* $name:ident = $source:ident, $text:literal;)*) => {
        $($(#[$doc])* pub static $name: Note = Note { text: $text, source: &source::$source };)*
    };
}

/// The notes, each once.
pub mod note {
    use super::{Note, source};

    notes! {
        /// What creating a gateway does to a VPC's DNS.
        PRIVATE_ZONE = ABOUT, "Creating a gateway makes a private DNS zone with the names of its service, and IBM Cloud switches the resolver of the VPC to one that knows it.";
        /// What a gateway is not.
        NO_PING = FAQ, "A gateway has IPv4 addresses only and does not answer ping (ICMP). Packets have 9,000 bytes at most, and connections are bounded by the source ports of its addresses.";
        /// How long changes of DNS take.
        SIX_MINUTES = HUB_PLANNING, "After a DNS resolution binding, a DNS mode or a gateway for the same service was made, changed or removed, wait more than six minutes before the next such change: sooner it may fail, or names may not resolve.";
        /// What a binding of a VPC to a hub does.
        HUB_RESOLVER = HUB_PLANNING, "A binding shares the names of a VPC's own gateways with the hub. To resolve those of the hub, and of other VPCs bound to it, the queries of the VPC have to go to the hub's custom resolver of DNS Services.";
        /// Who lets a VPC be bound to a hub.
        AUTHORIZED = HUB_ACCESS, "The administrator of the hub lets the VPC be bound to it first, by an authorization with the role DNS Binding Connector; IBM's page asks for it in the same account, too.";
        /// What a hub does not do.
        CONNECTED = HUB_PLANNING, "IBM Cloud neither makes nor checks the connection between a hub and the VPCs bound to it, such as a Transit Gateway. Security groups of the hub's gateways have to let these VPCs in.";
        /// What comes before a resource binding.
        RESTRICTIONS = RESOURCE_BINDINGS, "A resource binding keeps nobody from a bucket: make its context-based restrictions first, so that only the right networks reach it.";
        /// Who can have single resources resolved.
        LISTED = LOCAL_ACCESS, "Per resource binding is for Object Storage, and for accounts that IBM has put on its list.";
        /// What Private Path carries.
        TCP_ONLY = PRIVATE_PATH, "Provider and VPC are in one region, and only TCP passes, in packets of 8,500 bytes at most.";
        /// From where a Private Path service is reached.
        OWN_VPC = PRIVATE_PATH, "IBM's page of limitations says that a gateway is reached from its own VPC only; other pages tell of Direct Link and Transit Gateway. Count on the VPC alone until you have tried it.";
        /// What the time server is.
        TIME = PLANNING, "The time server speaks UDP on port 123 and answers time.adn.networklayer.com. UDP passes neither Direct Link nor Transit Gateway: only the VPC itself reaches it, and a security group has to let UDP in.";
    }
}
