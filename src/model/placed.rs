//! The model's objects by their places in the plan.

use super::{
    Acl, AclRule, Address, DnsBinding, Gateway, Group, GroupRule, Policy, Prefix, ReservedIp,
    ResourceBinding, Subnet, Vpc,
};
use crate::plan::{Field, Object, Place};

/// Something that stands at a place of the plan.
pub trait Placed {
    /// The object it stands for.
    fn object(&self) -> Object;

    /// Its place as a whole.
    fn place(&self) -> Place {
        self.object().place()
    }

    /// The place of one of its fields.
    fn at(&self, field: Field) -> Place {
        self.object().at(field)
    }
}

impl Placed for Vpc {
    fn object(&self) -> Object {
        Object::Vpc(self.key.clone())
    }
}
impl Placed for DnsBinding {
    fn object(&self) -> Object {
        Object::DnsBinding(self.key.clone())
    }
}
impl Placed for ResourceBinding {
    fn object(&self) -> Object {
        Object::ResourceBinding(self.key.clone())
    }
}
impl Placed for Prefix {
    /// A default prefix stands for its VPC.
    fn object(&self) -> Object {
        match &self.key {
            Some(key) => Object::Prefix(key.clone()),
            None => Object::Vpc(self.vpc_key.clone()),
        }
    }
}
impl Placed for Acl {
    fn object(&self) -> Object {
        Object::Acl(self.key.clone())
    }
}
impl Placed for AclRule {
    fn object(&self) -> Object {
        Object::AclRule(self.key.clone())
    }
}
impl Placed for Subnet {
    fn object(&self) -> Object {
        Object::Subnet(self.key.clone())
    }
}
impl Placed for ReservedIp {
    fn object(&self) -> Object {
        Object::ReservedIp(self.key.clone())
    }
}
impl Placed for Group {
    fn object(&self) -> Object {
        Object::Group(self.key.clone())
    }
}
impl Placed for GroupRule {
    fn object(&self) -> Object {
        Object::Rule(self.key.clone())
    }
}
impl Placed for Gateway {
    fn object(&self) -> Object {
        Object::Gateway(self.key.clone())
    }
}
impl Placed for Address {
    fn object(&self) -> Object {
        Object::Address(self.gateway_key.clone(), self.position)
    }
}
impl Placed for Policy {
    fn object(&self) -> Object {
        Object::Policy(self.key.clone())
    }
}
