//! The strict stand-in for one IBM Cloud account.

mod actions;
pub(crate) mod fault;
pub(crate) mod judge;
mod kinds;
mod losses;
mod mishap;
mod newborn;
mod policies;
pub(crate) mod record;
mod replay;
mod seed;
mod seed_format;
pub(crate) mod shape;
mod shared;
mod sharing;
mod state;
pub(crate) mod table;
mod target;
mod things;
mod versions;
mod views;
pub(crate) mod world;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use serde_json::Value;

use self::fault::Fault;
pub use self::mishap::{Fate, Mishap};
use self::record::{CallRecord, Refusal, Tool};
use self::world::World;
use crate::http::{Reply, Request, Server};
use crate::ibmcloud;
use crate::wrapper;

/// One account of IBM Cloud on loopback, strict about every call. It stops when dropped.
pub struct Cloud {
    inner: Arc<Mutex<Inner>>,
    server: Server,
}

pub(crate) struct Inner {
    world: World,
    calls: Vec<CallRecord>,
    refusals: Vec<Refusal>,
    exchanges: Vec<Exchange>,
    /// How many more changes are carried out; no number is no limit.
    changes_left: Option<usize>,
}

/// One request or command that was carried out, with the account as it was before.
#[derive(Clone)]
struct Exchange {
    before: World,
    sent: Sent,
}

#[derive(Debug, Clone)]
enum Sent {
    Http(Request),
    Command(Vec<String>),
}

impl Cloud {
    /// Starts the account with what `seed` says exists (see the crate's documentation).
    ///
    /// # Panics
    /// When the seed is malformed, saying how; or when loopback has no free port.
    pub fn start(seed: Value) -> Self {
        let inner = Arc::new(Mutex::new(Inner {
            world: World::default(),
            calls: Vec::new(),
            refusals: Vec::new(),
            exchanges: Vec::new(),
            changes_left: None,
        }));
        let shared = Arc::clone(&inner);
        let server = Server::start(move |request| lock(&shared).answer(request, Tool::Api));
        let built = seed::build(seed, &server.base());
        lock(&inner).world = built.unwrap_or_else(|why| panic!("the seed is malformed: {why}"));
        Self { inner, server }
    }

    /// The environment under which tools reach this account instead of IBM Cloud's hosts, by the
    /// names of IBM's Terraform provider.
    pub fn env(&self, region: &str) -> Vec<(String, String)> {
        let base = self.server.base();
        [
            ("IBMCLOUD_IAM_API_ENDPOINT", format!("{base}/iam")),
            ("IBMCLOUD_IS_NG_API_ENDPOINT", format!("{base}/{region}/v1")),
            ("IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT", format!("{base}/resource-manager")),
            ("IBMCLOUD_GT_API_ENDPOINT", format!("{base}/tagging")),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec()
    }

    /// The API key that the first account accepts.
    pub fn api_key(&self) -> String {
        self.lock().world.accounts[0].api_key.clone()
    }

    /// The API key of another account of the seed.
    ///
    /// # Panics
    /// When the seed has no such account.
    pub fn api_key_of(&self, account: &str) -> String {
        let inner = self.lock();
        let found = inner.world.account(account).map(|one| one.api_key.clone());
        found.unwrap_or_else(|| panic!("the seed has no account {account}"))
    }

    /// Has `ibmcloud` logged in to an account of the seed; to the first one where none is given.
    pub fn log_in(&self, account: Option<&str>) {
        let mut inner = self.lock();
        let account = account.map_or_else(|| inner.world.accounts[0].id.clone(), str::to_owned);
        inner.world.session.account = account;
    }

    /// The token that the first account gives out and accepts.
    pub fn token(&self) -> String {
        self.lock().world.accounts[0].token.clone()
    }

    /// The calls that changed something, in order.
    pub fn log(&self) -> Vec<CallRecord> {
        let inner = self.lock();
        let changing = inner.calls.iter().filter(|call| call.mutates());
        changing.cloned().collect()
    }

    /// The calls that changed nothing, in order.
    pub fn reads(&self) -> Vec<CallRecord> {
        let inner = self.lock();
        let reading = inner.calls.iter().filter(|call| !call.mutates());
        reading.cloned().collect()
    }

    /// How often each changing call was carried out, by its name.
    pub fn counts(&self) -> BTreeMap<String, usize> {
        let mut counts = BTreeMap::new();
        for call in self.log() {
            *counts.entry(call.id).or_default() += 1;
        }
        counts
    }

    /// What was refused, in order. A read that finds that something is deleted is none.
    pub fn refusals(&self) -> Vec<Refusal> {
        self.lock().refusals.clone()
    }

    /// What was created or changed, told with names (see the crate's documentation).
    pub fn state(&self) -> Value {
        state::state(&self.lock().world)
    }

    /// From now on carries out so many changes and answers each further one with an internal error,
    /// as a failure half-way would; `None` ends that.
    pub fn interrupt_after(&self, changes: Option<usize>) {
        self.lock().changes_left = changes;
    }

    /// Puts an executable `ibmcloud` into `dir` that works on this account; put `dir` first on PATH.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn install_ibmcloud(&self, dir: &Path) -> std::io::Result<PathBuf> {
        wrapper::install(dir, &format!("{}/__ibmcloud", self.server.base()))
    }

    /// The token of an account of the seed.
    pub(crate) fn token_of(&self, account: &str) -> Option<String> {
        self.lock().world.account(account).map(|one| one.token.clone())
    }

    /// The account itself, for a door that is not over HTTP.
    pub(crate) fn inner(&self) -> Arc<Mutex<Inner>> {
        Arc::clone(&self.inner)
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        lock(&self.inner)
    }
}

pub(crate) fn lock(inner: &Mutex<Inner>) -> MutexGuard<'_, Inner> {
    inner.lock().expect("no call panics while it holds the account")
}

impl Inner {
    /// Carries out one request that came through `tool`, and remembers it.
    pub(crate) fn answer(&mut self, request: Request, tool: Tool) -> Reply {
        if request.path == "/__ibmcloud" {
            return self.command(&request);
        }
        let before = self.world.clone();
        let judged = judge::judge(&mut self.world, &request).and_then(|mut done| {
            let lost = done.lost.take();
            let mut reply = Reply::json(done.row.status, &done.answer);
            if done.row.id.ends_with("_vpc") {
                reply.headers.push(("ETag", judge::etag(&done.answer)));
            }
            let record = CallRecord::of(&request, done, tool);
            match self.count(std::slice::from_ref(&record)) {
                Ok(()) => Ok((reply, record, lost)),
                Err(fault) => {
                    self.world = before.clone();
                    Err(fault)
                }
            }
        });
        match judged {
            Ok((reply, record, lost)) => {
                self.calls.push(record);
                // What the stand-in provider sends is not an export's.
                if tool == Tool::Api {
                    self.exchanges.push(Exchange { before, sent: Sent::Http(request) });
                }
                lost.map_or(reply, |fault| fault.reply())
            }
            Err(fault) => {
                // The provider asks for what may be gone.
                let asks = tool == Tool::Terraform && request.method == "GET" && fault.status == 404;
                if !asks && !fault.staged {
                    self.refusals.push(Refusal {
                        what: format!("{} {}", request.method, request.path),
                        why: fault.sentence(),
                    });
                }
                fault.reply()
            }
        }
    }

    /// Counts the changes among these calls against what is left.
    fn count(&mut self, calls: &[CallRecord]) -> Result<(), Fault> {
        let changes = calls.iter().filter(|call| call.mutates()).count();
        match self.changes_left {
            Some(left) if changes > left => {
                Err(Fault::new("internal_error", "the service has a failure").with_status(500))
            }
            Some(left) => {
                self.changes_left = Some(left - changes);
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn command(&mut self, request: &Request) -> Reply {
        let argv = match wrapper::arguments(&request.body) {
            Ok(argv) => argv,
            Err(why) => {
                self.refusals.push(Refusal { what: "ibmcloud".to_owned(), why: why.clone() });
                return wrapper::reply(1, &format!("Incorrect Usage: {why}\n"), "");
            }
        };
        self.world.session.files.extend(wrapper::files(&argv, request.header("x-working-directory")));
        let before = self.world.clone();
        let mut printed = ibmcloud::run(&mut self.world, &argv);
        if let Err(fault) = self.count(&printed.calls) {
            self.world = before.clone();
            printed = ibmcloud::Printed::failed(fault.sentence());
        }
        let reply = wrapper::reply(printed.code, &printed.stdout, &printed.stderr);
        self.calls.extend(printed.calls);
        match printed.refused {
            Some(_) if printed.staged => {}
            Some(why) => self.refusals.push(Refusal { what: format!("ibmcloud {}", argv.join(" ")), why }),
            None => {
                let sent = Sent::Command(argv);
                self.exchanges.push(Exchange { before, sent });
            }
        }
        reply
    }
}
