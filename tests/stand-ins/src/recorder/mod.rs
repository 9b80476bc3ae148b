//! The lenient stand-in: it takes anything, answers something plausible so that a script runs to its
//! end, and keeps what arrived byte for byte.

mod api;
mod cli;
mod store;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard};

use serde_json::Value;

use self::store::Store;
use crate::http::{Reply, Request, Server};
use crate::wrapper;

const TOKEN: &str = "recorder-token";

/// Accepts every call and every `ibmcloud` command, checks nothing, and remembers all of it.
pub struct Recorder {
    inner: Arc<Mutex<Inner>>,
    server: Server,
}

struct Inner {
    store: Store,
    requests: Vec<Request>,
    commands: Vec<Vec<Vec<u8>>>,
}

impl Recorder {
    /// Starts it with a seed of [`Cloud`](crate::Cloud)'s form, of which only ids, names, zones and
    /// addresses are read and nothing is checked: look-ups by the names in it find one object.
    ///
    /// # Panics
    /// When loopback has no free port.
    pub fn start(seed: &Value) -> Self {
        let inner = Arc::new(Mutex::new(Inner {
            store: Store::new(seed),
            requests: Vec::new(),
            commands: Vec::new(),
        }));
        let shared = Arc::clone(&inner);
        let server = Server::start(move |request| lock(&shared).answer(request));
        Self { inner, server }
    }

    /// The same names as [`Cloud::env`](crate::Cloud::env).
    pub fn env(&self, region: &str) -> Vec<(String, String)> {
        let base = self.server.base();
        [
            ("IBMCLOUD_IAM_API_ENDPOINT", base.clone()),
            ("IBMCLOUD_IS_NG_API_ENDPOINT", format!("{base}/{region}/v1")),
            ("IBMCLOUD_RESOURCE_MANAGEMENT_API_ENDPOINT", base.clone()),
            ("IBMCLOUD_GT_API_ENDPOINT", base),
        ]
        .map(|(name, value)| (name.to_owned(), value))
        .to_vec()
    }

    /// A token for scripts that take a ready one; any other is taken too.
    pub fn token(&self) -> String {
        TOKEN.to_owned()
    }

    /// The HTTP requests, in order, with their bodies as they came.
    pub fn requests(&self) -> Vec<Request> {
        lock(&self.inner).requests.clone()
    }

    /// The bytes of each argument of each `ibmcloud` command, in order.
    pub fn commands(&self) -> Vec<Vec<Vec<u8>>> {
        lock(&self.inner).commands.clone()
    }

    /// Puts an executable `ibmcloud` into `dir`; put `dir` first on PATH.
    ///
    /// # Errors
    /// When the file cannot be written.
    pub fn install_ibmcloud(&self, dir: &Path) -> io::Result<PathBuf> {
        wrapper::install(dir, &format!("{}/__ibmcloud", self.server.base()))
    }
}

fn lock(inner: &Mutex<Inner>) -> MutexGuard<'_, Inner> {
    inner.lock().expect("no call panics while it holds the record")
}

impl Inner {
    fn answer(&mut self, request: Request) -> Reply {
        if request.path != "/__ibmcloud" {
            let reply = api::answer(&mut self.store, &request);
            self.requests.push(request);
            return reply;
        }
        match wrapper::raw_arguments(&request.body) {
            Ok(argv) => {
                let text: Vec<String> =
                    argv.iter().map(|arg| String::from_utf8_lossy(arg).into_owned()).collect();
                self.commands.push(argv);
                wrapper::reply(0, &cli::run(&mut self.store, &text), "")
            }
            Err(why) => wrapper::reply(70, "", &why),
        }
    }
}

/// Commands that nobody should call: hostile text that escapes its quotes would.
pub struct Canaries {
    log: PathBuf,
}

impl Canaries {
    /// Writes an executable for each name into `bin`, which stands first on PATH. Each notes that it
    /// was called and does nothing else.
    ///
    /// # Errors
    /// When a file cannot be written.
    pub fn install(bin: &Path, names: &[&str]) -> io::Result<Self> {
        let log = bin.join(".called");
        fs::write(&log, "")?;
        for name in names {
            let quoted = log.display().to_string().replace('\'', r"'\''");
            let script = format!("#!/bin/sh\nprintf '%s\\n' '{name}' >>'{quoted}'\n");
            wrapper::write_executable(&bin.join(name), &script)?;
        }
        Ok(Self { log })
    }

    /// The names of the commands that were called, in order.
    ///
    /// # Errors
    /// When the note cannot be read.
    pub fn called(&self) -> io::Result<Vec<String>> {
        let text = fs::read_to_string(&self.log)?;
        Ok(text.lines().map(str::to_owned).collect())
    }
}
