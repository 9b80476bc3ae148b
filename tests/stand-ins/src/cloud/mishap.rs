//! What a test can let go wrong: a call that fails once, a gateway that does not become what it should,
//! a thing that somebody else deletes.

use super::fault::Fault;
use super::world::{Owner, World};
use super::{Cloud, losses};

/// A call that fails once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mishap {
    pub(crate) status: u16,
    pub(crate) code: &'static str,
    pub(crate) retry_after: Option<u32>,
    pub(crate) carried_out: bool,
}

impl Mishap {
    /// Answers this status and code, like 409 and `conflict`; nothing is carried out.
    pub const fn refused(status: u16, code: &'static str) -> Self {
        Self { status, code, retry_after: None, carried_out: false }
    }

    /// Answers 429, with the seconds of a `Retry-After` header.
    pub const fn too_many_requests(retry_after: u32) -> Self {
        Self { retry_after: Some(retry_after), ..Self::refused(429, "rate_limit_exceeded") }
    }

    /// Answers 500.
    pub const fn failure() -> Self {
        Self::refused(500, "internal_error")
    }

    /// The same answer, after the call was carried out: what it did is done, and nobody was told.
    #[must_use]
    pub const fn after_all(self) -> Self {
        Self { carried_out: true, ..self }
    }

    pub(crate) fn fault(&self) -> Fault {
        let message = "the service fails once, as it was told to";
        Fault {
            status: self.status,
            retry_after: self.retry_after,
            staged: true,
            ..Fault::new(self.code, message)
        }
    }
}

/// What becomes of a gateway.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It is `pending` for so many reads, as long as a wait may take.
    Slow(u32),
    /// It becomes `failed`, for the reason `internal_error`.
    Failed,
    /// A Private Path gateway is permitted and becomes stable.
    Permitted,
    /// A Private Path gateway's request is denied: `failed`, for the reason `access_denied`. In which
    /// state IBM Cloud shows it is not documented; the reason is.
    Denied,
    /// A Private Path gateway's request ran out: `failed`, for the reason `access_expired`.
    Expired,
}

impl Cloud {
    /// Lets the next call of this name, like `create_endpoint_gateway`, fail once, over HTTP and in
    /// `ibmcloud` alike. Several for one name come one after the other. They are no [`Self::refusals`].
    pub fn fail_next(&self, call: &str, mishap: Mishap) {
        self.lock().world.mishaps.push((call.to_owned(), mishap));
    }

    /// Decides what becomes of the gateways of this name, of those that exist and those to come.
    pub fn fate(&self, gateway: &str, fate: Fate) {
        let mut inner = self.lock();
        inner.world.fates.insert(gateway.to_owned(), fate);
        for one in inner.world.gateways.iter_mut().filter(|one| one.name == gateway) {
            one.meet(fate);
        }
    }

    /// Deletes one thing as somebody else would, without asking whether it is in use: a gateway (with
    /// its addresses unbound), reserved IP, group, rule or prefix, by its name or id. It is told by
    /// [`Self::state`] if the seed had it.
    ///
    /// # Panics
    /// When there is not exactly one.
    pub fn remove(&self, name: &str) {
        let world = &mut self.lock().world;
        let ids = losses::named(world, name);
        let [id] = &ids[..] else {
            panic!("{} things are called {name:?}", ids.len());
        };
        forget(world, id);
    }
}

fn forget(world: &mut World, id: &str) {
    let owner = Owner::Gateway(id.to_owned());
    for ip in world.ips.iter_mut().filter(|ip| ip.owner == owner) {
        ip.owner = Owner::Nobody;
    }
    for gateway in world.gateways.iter_mut() {
        gateway.groups.retain(|group| group != id);
    }
    world.rules.retain(|one| one.id != id && one.group != id && one.body["remote"]["id"] != id);
    world.gateways.retain(|one| one.id != id);
    world.resource_bindings.retain(|one| one.gateway != id && one.id != id);
    world.dns_bindings.retain(|one| one.id != id);
    world.ips.retain(|one| one.id != id);
    world.groups.retain(|one| one.id != id);
    world.prefixes.retain(|one| one.id != id);
}
