//! Changing each call a little and asking whether the account would still take it.

use std::collections::HashSet;

use super::{Cloud, Exchange, Sent, judge};
use crate::http::Request;
use crate::ibmcloud::{self, grammar::grammar};
use crate::mutants::{self, Allows, Survivor};

impl Cloud {
    /// Every mutant of what was sent so far that would have been accepted in the place where it was
    /// first sent, and that `allows` does not name. None of them changes this account.
    pub fn surviving_mutants(&self, allows: &Allows) -> Vec<Survivor> {
        let exchanges = self.lock().exchanges.clone();
        let mut survivors = Vec::new();
        let mut tried: HashSet<String> = HashSet::new();
        for exchange in &exchanges {
            // Whoever waits asks the same again and again.
            if !tried.insert(format!("{:?}", exchange.sent)) {
                continue;
            }
            let (on, source) = row_of(exchange);
            for (mutant, sent) in mutants_of(&exchange.sent) {
                if accepted(exchange, &sent) && !allows.allow(&on, &mutant) {
                    survivors.push(Survivor { on: on.clone(), mutant, source: source.clone() });
                }
            }
        }
        survivors.sort();
        survivors.dedup();
        survivors
    }
}

/// The name of the call or command, and what its row rests on.
fn row_of(exchange: &Exchange) -> (String, String) {
    match &exchange.sent {
        Sent::Command(argv) => grammar(exchange.before.settings.before_16()).parse(argv).map_or_else(
            |_| (argv.join(" "), String::new()),
            |parsed| (parsed.command.words.clone(), parsed.command.from.clone()),
        ),
        Sent::Http(request) => judge::judge(&mut exchange.before.clone(), request).map_or_else(
            |_| (request.path.clone(), String::new()),
            |done| (done.row.id.clone(), done.row.from.clone()),
        ),
    }
}

/// The mutations with the mutants.
fn mutants_of(sent: &Sent) -> Vec<(String, Sent)> {
    match sent {
        Sent::Command(argv) => {
            mutants::argv(argv).into_iter().map(|(mutant, argv)| (mutant, Sent::Command(argv))).collect()
        }
        Sent::Http(request) => {
            http_mutants(request).into_iter().map(|(mutant, request)| (mutant, Sent::Http(request))).collect()
        }
    }
}

fn http_mutants(request: &Request) -> Vec<(String, Request)> {
    let mut all: Vec<(String, Request)> = mutants::query(&request.query)
        .into_iter()
        .map(|(mutant, query)| {
            let changed = Request { query, ..request.clone() };
            (mutant, changed)
        })
        .collect();
    let Ok(text) = std::str::from_utf8(&request.body) else {
        return all;
    };
    let bodies = if request.header("content-type") == Some("application/x-www-form-urlencoded") {
        mutants::form(text)
    } else {
        mutants::json_body(text)
    };
    all.extend(bodies.into_iter().map(|(mutant, body)| {
        let changed = Request { body: body.into_bytes(), ..request.clone() };
        (mutant, changed)
    }));
    all
}

fn accepted(exchange: &Exchange, sent: &Sent) -> bool {
    let mut world = exchange.before.clone();
    world.mishaps.clear();
    match sent {
        Sent::Http(request) => judge::judge(&mut world, request).is_ok(),
        Sent::Command(argv) => ibmcloud::run(&mut world, argv).refused.is_none(),
    }
}
