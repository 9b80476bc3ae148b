//! The strict `ibmcloud`: reads its arguments by the grammar and carries them out on the account.

mod acls;
mod api;
mod deletes;
mod dns;
mod exec;
mod exec_gateways;
pub(crate) mod grammar;
mod platform;
mod policies;

use serde_json::Value;

use self::api::Api;
use self::grammar::{Parsed, grammar};
use crate::cloud::record::CallRecord;
use crate::cloud::world::World;

/// What a run of the command prints, and what it did.
#[derive(Debug, Default)]
pub(crate) struct Printed {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
    pub(crate) code: u8,
    /// The API calls made on the way, reads included.
    pub(crate) calls: Vec<CallRecord>,
    /// Why the command was refused, if it was.
    pub(crate) refused: Option<String>,
    /// Whether it was refused because a test wanted that.
    pub(crate) staged: bool,
}

impl Printed {
    /// A command that failed. Its words arrive on standard output, as they can (CLI facts §4.10).
    pub(crate) fn failed(why: String) -> Self {
        Self { stdout: format!("FAILED\n{why}\n"), code: 1, refused: Some(why), ..Self::default() }
    }
}

/// What a command has to show.
pub(crate) enum Shown {
    /// A JSON value, told as text without `--output json`.
    Json(Value),
    Text(String),
}

/// Runs one command. A refused one changes nothing but what it did before it was refused, as the first
/// of several things that it deletes.
pub(crate) fn run(world: &mut World, argv: &[String]) -> Printed {
    let parsed = match grammar(world.settings.before_16()).parse(argv) {
        Ok(parsed) => parsed,
        Err(why) => {
            return Printed {
                stdout: format!("Incorrect Usage: {why}\n"),
                code: u8::from(!world.settings.usage_errors_exit_zero),
                refused: Some(format!("Incorrect Usage: {why}")),
                ..Printed::default()
            };
        }
    };
    let mut trial = world.clone();
    trial.account.clone_from(&world.session.account);
    let mut api = Api::new(&mut trial);
    match dispatch(&mut api, &parsed) {
        Ok(shown) => {
            let calls = api.into_calls();
            *world = trial;
            Printed { stdout: tell(&parsed, &shown), calls, ..Printed::default() }
        }
        Err(why) => {
            let staged = api.staged;
            let calls = api.into_calls();
            *world = trial;
            Printed { calls, staged, ..Printed::failed(why) }
        }
    }
}

fn dispatch(api: &mut Api<'_>, parsed: &Parsed) -> Result<Shown, String> {
    let words = parsed.command.words.as_str();
    if words.starts_with("iam ") {
        ask(parsed)?;
        return policies::run(api, parsed).map(Shown::Json);
    }
    if !words.starts_with("is ") {
        return platform::run(api, parsed);
    }
    ask(parsed)?;
    if let Some(done) = deletes::run(api, parsed) {
        return done.map(Shown::Json);
    }
    if let Some(done) = acls::run(api, parsed).or_else(|| dns::run(api, parsed)) {
        return done.map(Shown::Json);
    }
    if words.contains("endpoint-gateway") {
        return exec_gateways::run(api, parsed).map(Shown::Json);
    }
    exec::run(api, parsed).map(Shown::Json)
}

/// Refuses a command that would ask, and is not told to go on.
fn ask(parsed: &Parsed) -> Result<(), String> {
    let asks = parsed.command.flags.keys().any(|flag| flag.contains("--force"));
    if asks && !parsed.has("-f") {
        return Err("It asks whether to go on, and nobody answers. Use --force.".to_owned());
    }
    Ok(())
}

fn tell(parsed: &Parsed, shown: &Shown) -> String {
    match shown {
        Shown::Text(text) => format!("{text}\n"),
        Shown::Json(value) if parsed.has("--output") => {
            let text = serde_json::to_string_pretty(value);
            format!("{}\n", text.expect("a JSON value can be written"))
        }
        Shown::Json(Value::Array(list)) => list.iter().map(line).collect(),
        Shown::Json(value) => line(value),
    }
}

/// What a person would see of one object.
fn line(value: &Value) -> String {
    let text = |key: &str| value[key].as_str().unwrap_or("-").to_owned();
    format!("ID {}   Name {}\n", text("id"), text("name"))
}
