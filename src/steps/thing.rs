//! What steps refer to.

use crate::plan::Key;
use std::rc::Rc;

/// A reference to something that a step makes or looks up.
pub type Ref = Rc<Thing>;

/// Something that others refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Thing {
    /// What it is.
    pub kind: Kind,
    /// Its key in the plan. A resource group, which has none there, gets one
    /// made from its name or id.
    pub key: Key,
    /// Its name as written; empty where only the id is known.
    pub name: String,
    /// How it is found.
    pub known: Known,
    /// Whether Terraform takes it over, so that it is there what a step made; it
    /// is then [`Known::Id`].
    pub adopted: bool,
}

/// Kinds of things that are referred to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A resource group of the account.
    ResourceGroup,
    /// A VPC.
    Vpc,
    /// A network ACL.
    Acl,
    /// A network ACL's rule.
    AclRule,
    /// A subnet.
    Subnet,
    /// A security group.
    Group,
    /// A reserved IP.
    ReservedIp,
    /// An endpoint gateway.
    Gateway,
}

/// How a thing is found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// A step before makes it.
    Made,
    /// It exists and has this id, as written.
    Id(String),
    /// It exists, and only its name is known.
    Name,
}

impl Thing {
    /// What a reader calls it: its name, else its id, else its key.
    pub fn label(&self) -> &str {
        match &self.known {
            _ if !self.name.is_empty() => &self.name,
            Known::Id(id) => id,
            Known::Made | Known::Name => self.key.as_str(),
        }
    }

    /// Its id, where it is known before the run.
    pub fn id(&self) -> Option<&str> {
        match &self.known {
            Known::Id(id) => Some(id),
            Known::Made | Known::Name => None,
        }
    }

    /// Whether it exists before the run.
    pub fn exists(&self) -> bool {
        self.known != Known::Made
    }
}

impl Kind {
    /// What a reader calls the kind.
    pub fn name(self) -> &'static str {
        match self {
            Self::ResourceGroup => "resource group",
            Self::Vpc => "VPC",
            Self::Acl => "network ACL",
            Self::AclRule => "network ACL rule",
            Self::Subnet => "subnet",
            Self::Group => "security group",
            Self::ReservedIp => "reserved IP",
            Self::Gateway => "endpoint gateway",
        }
    }
}
