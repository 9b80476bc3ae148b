//! What the address says: which plan, which page of it, which field.
//!
//! `#/`, `#/p/PLAN/overview`, `…/vpc/KEY`, `…/groups/KEY`, `…/acls/KEY`,
//! `…/gateways`, `…/gateway/KEY`, `…/accounts`, `…/export`, `…/rules`, each with
//! `?at=ID` where an element gets the focus.

use crate::plan::{Key, Object, Plan};

/// A view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Route {
    /// The start page: templates, kept plans.
    Start,
    /// A page of a plan that this browser keeps.
    Plan {
        /// The plan's id in this browser.
        id: String,
        /// The page.
        page: Page,
        /// DOM id of the element that gets the focus; the heading where none is
        /// named.
        at: Option<String>,
    },
    /// An address that means nothing.
    Unknown,
}

/// A page of a plan.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(crate) enum Page {
    /// Counts, findings, tables.
    Overview,
    /// A VPC with its prefixes and subnets.
    Vpc(Key),
    /// The security groups of a VPC.
    Groups(Key),
    /// The network ACLs of a VPC.
    Acls(Key),
    /// All gateways.
    Gateways,
    /// A gateway.
    Gateway(Key),
    /// How other accounts let the gateways in.
    Accounts,
    /// The exports.
    Export,
    /// All rules.
    Rules,
}

impl Page {
    /// The page that shows an object.
    pub(crate) fn of(object: &Object, plan: &Plan) -> Self {
        let vpc = |found: Option<&Key>| found.map_or(Self::Overview, |k| Self::Vpc(k.clone()));
        match object {
            Object::Plan => Self::Overview,
            Object::Vpc(k) => Self::Vpc(k.clone()),
            Object::Prefix(k) => vpc(plan.prefixes().find(|(_, p)| p.key == *k).map(|(v, _)| &v.key)),
            Object::DnsBinding(k) => vpc(plan.dns_bindings().find(|(_, b)| b.key == *k).map(|(v, _)| &v.key)),
            Object::ResourceBinding(k) => {
                let gateway = plan.resource_bindings().find(|(_, b)| b.key == *k).map(|(g, _)| &g.key);
                gateway.map_or(Self::Overview, |g| Self::Gateway(g.clone()))
            }
            Object::Acl(k) => {
                let acl = plan.acls().find(|(_, a)| a.key == *k);
                acl.map_or(Self::Overview, |(v, _)| Self::Acls(v.key.clone()))
            }
            Object::AclRule(k) => {
                let acl = plan.acl_rules().find(|(_, r)| r.key == *k).map(|(a, _)| &a.key);
                acl.map_or(Self::Overview, |a| Self::of(&Object::Acl(a.clone()), plan))
            }
            Object::Subnet(k) | Object::Taken(k, _) => {
                vpc(plan.subnets().find(|(_, s)| s.key == *k).map(|(v, _)| &v.key))
            }
            Object::ReservedIp(k) => {
                let subnet = plan.reserved_ips().find(|(_, r)| r.key == *k).map(|(s, _)| &s.key);
                subnet.map_or(Self::Overview, |s| Self::of(&Object::Subnet(s.clone()), plan))
            }
            Object::Group(k) => {
                let group = plan.groups().find(|(_, g)| g.key == *k);
                group.map_or(Self::Overview, |(v, _)| Self::Groups(v.key.clone()))
            }
            Object::Rule(k) => {
                let group = plan.rules().find(|(_, r)| r.key == *k).map(|(g, _)| &g.key);
                group.map_or(Self::Overview, |g| Self::of(&Object::Group(g.clone()), plan))
            }
            Object::Gateway(k) | Object::Address(k, _) => Self::Gateway(k.clone()),
            Object::Policy(_) => Self::Accounts,
        }
    }

    /// The object that the page is about, where it is about one.
    pub(crate) fn object(&self) -> Option<Object> {
        match self {
            Self::Overview | Self::Gateways | Self::Accounts | Self::Export | Self::Rules => None,
            Self::Vpc(k) | Self::Groups(k) | Self::Acls(k) => Some(Object::Vpc(k.clone())),
            Self::Gateway(k) => Some(Object::Gateway(k.clone())),
        }
    }
}

impl Route {
    /// A page of a plan.
    pub(crate) fn page(id: &str, page: Page) -> Self {
        Self::Plan { id: id.to_owned(), page, at: None }
    }

    /// An element on a page of a plan.
    pub(crate) fn element(id: &str, page: Page, at: &str) -> Self {
        Self::Plan { id: id.to_owned(), page, at: Some(at.to_owned()) }
    }

    /// Reads what stands after the `#`, with or without it.
    pub(crate) fn read(hash: &str) -> Self {
        let text = hash.strip_prefix('#').unwrap_or(hash);
        let (path, at) = text.split_once("?at=").map_or((text, None), |(p, at)| (p, Some(at.to_owned())));
        let mut steps = path.trim_matches('/').split('/');
        let parts = (steps.next(), steps.next(), steps.next(), steps.next(), steps.next());
        let key = |text: &str| Key::new(text).ok();
        let (id, page) = match parts {
            (None | Some(""), None, ..) => return Self::Start,
            (Some("p"), Some(id), None | Some("overview"), None, _) => (id, Some(Page::Overview)),
            (Some("p"), Some(id), Some("accounts"), None, _) => (id, Some(Page::Accounts)),
            (Some("p"), Some(id), Some("gateways"), None, _) => (id, Some(Page::Gateways)),
            (Some("p"), Some(id), Some("export"), None, _) => (id, Some(Page::Export)),
            (Some("p"), Some(id), Some("rules"), None, _) => (id, Some(Page::Rules)),
            (Some("p"), Some(id), Some("vpc"), Some(k), None) => (id, key(k).map(Page::Vpc)),
            (Some("p"), Some(id), Some("groups"), Some(k), None) => (id, key(k).map(Page::Groups)),
            (Some("p"), Some(id), Some("acls"), Some(k), None) => (id, key(k).map(Page::Acls)),
            (Some("p"), Some(id), Some("gateway"), Some(k), None) => (id, key(k).map(Page::Gateway)),
            _ => return Self::Unknown,
        };
        page.map_or(Self::Unknown, |page| Self::Plan { id: id.to_owned(), page, at })
    }

    /// The address of the view, with its `#`.
    pub(crate) fn href(&self) -> String {
        let Self::Plan { id, page, at } = self else { return "#/".to_owned() };
        let page = match page {
            Page::Overview => "overview".to_owned(),
            Page::Vpc(k) => format!("vpc/{k}"),
            Page::Groups(k) => format!("groups/{k}"),
            Page::Acls(k) => format!("acls/{k}"),
            Page::Gateways => "gateways".to_owned(),
            Page::Gateway(k) => format!("gateway/{k}"),
            Page::Accounts => "accounts".to_owned(),
            Page::Export => "export".to_owned(),
            Page::Rules => "rules".to_owned(),
        };
        match at {
            Some(at) => format!("#/p/{id}/{page}?at={at}"),
            None => format!("#/p/{id}/{page}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::testing::{clashing, key};

    #[test]
    fn an_address_is_read_as_it_is_written() {
        let mut routes = vec![Route::Start];
        for page in [
            Page::Overview,
            Page::Vpc(key("v")),
            Page::Groups(key("v")),
            Page::Acls(key("v")),
            Page::Gateways,
            Page::Gateway(key("g")),
            Page::Accounts,
            Page::Export,
            Page::Rules,
        ] {
            routes.push(Route::element("p1", page.clone(), "gateways/g/addresses/us-south-1/address"));
            routes.push(Route::page("p1", page));
        }
        for route in routes {
            assert_eq!(Route::read(&route.href()), route);
        }
        assert_eq!(Route::read("#/p/p1"), Route::page("p1", Page::Overview));
        assert_eq!(Route::read(""), Route::Start);
        for text in ["#/q", "#/p/p1/vpc", "#/p/p1/vpc/a/b", "#/p/p1/gateway/NO", "#/p/p1/overview/x"] {
            assert_eq!(Route::read(text), Route::Unknown, "{text}");
        }
    }

    #[test]
    fn each_object_has_its_page() {
        let plan = clashing();
        for (object, page) in [
            (Object::Plan, Page::Overview),
            (Object::Subnet(key("vpe-1")), Page::Vpc(key("app-vpc"))),
            (Object::Rule(key("https-from-vpc")), Page::Groups(key("app-vpc"))),
            (Object::Address(key("app-kms"), 1), Page::Gateway(key("app-kms"))),
        ] {
            assert_eq!(Page::of(&object, &plan), page);
        }
    }
}
