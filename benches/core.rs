//! How long the core takes for plans of 1 to 10,000 gateways, as one table.
//!
//! Wall-clock time on whatever machine it runs on: a report with bars, and no test.

#[path = "core/clock.rs"]
mod clock;
#[path = "core/table.rs"]
mod table;
// Its other users are tests.
#[allow(dead_code, reason = "each user of the shared generator uses a part of it")]
#[path = "../tests/support/synthetic.rs"]
mod synthetic;

use clock::{Timing, time};
use std::hint::black_box;
use std::io::{self, Write};
use std::process::{Command, Stdio};
use std::time::Duration;
use table::{Row, table};
use vpe_planner::export::Tool;
use vpe_planner::model::Model;
use vpe_planner::plan::{self, Plan};
use vpe_planner::rules::{self, Counts};
use vpe_planner::{handover, steps};

/// Gateways of the measured plans.
const SIZES: [usize; 4] = [1, 30, 1_000, 10_000];

/// The plan of 30 gateways in 3 VPCs: the one that the keystroke in the browser is
/// timed in, too, and that `tests/mistakes.rs` holds to be clean.
const THIRTY: &str = include_str!("../tests/mistakes/plans/thirty.json");

/// 1,000 gateways, model and all rules.
const CHECK_BAR: Duration = Duration::from_millis(10);

/// Ten times the gateways may take ten times log 10,000 / log 1,000 as long, 13.3,
/// and a little for caches that no longer hold all of it.
const GROWTH_BAR: f64 = 15.0;

/// What IBM's provider takes to validate such a plan, read on 21 Nov 2026.
const TERRAFORM_VALIDATE: Duration = Duration::from_secs(1);

fn main() -> io::Result<()> {
    // `cargo test --all-targets` runs benchmarks, too, without this flag.
    if !std::env::args().any(|a| a == "--bench") {
        return writeln!(io::stdout(), "run with `cargo bench --bench core`");
    }
    let mut plans = SIZES.map(synthetic::plan);
    plans[1] = plan::read(THIRTY).unwrap_or_else(|e| panic!("{e}"));
    let faulty = SIZES.map(synthetic::faulty);
    for plan in &plans {
        let counts = Counts::of(&rules::check(&Model::of(plan)));
        assert!(counts.is_clean(), "{}: {counts:?}: the measured plans are clean", plan.name);
    }
    let files = plans.each_ref().map(plan::write);
    let models = plans.each_ref().map(Model::of);
    let export = |tool: Tool| {
        [0, 1, 2, 3].map(|i| time(|| handover::files(&plans[i], black_box(&models[i]), &[], &[tool])))
    };

    let rows = [
        Row::new("read the file", [0, 1, 2, 3].map(|i| time(|| plan::read(black_box(&files[i]))))),
        Row::new("model", plans.each_ref().map(|p| time(|| Model::of(black_box(p))))),
        Row::new("rules", models.each_ref().map(|m| time(|| rules::check(black_box(m))))),
        Row::new("model and rules", plans.each_ref().map(check)),
        Row::new("same, all faulty", faulty.each_ref().map(check)),
        Row::new("steps", models.each_ref().map(|m| time(|| steps::of(black_box(m))))),
        Row::new("CLI script", export(Tool::Cli)),
        Row::new("API script", export(Tool::Api)),
        Row::new("Terraform", export(Tool::Terraform)),
    ];
    let mut out = io::stdout().lock();
    write!(out, "{}", table(&SIZES, &rows))?;
    if let Some(load) = load() {
        writeln!(out, "{load}")?;
    }

    let all = &rows[3].timings;
    let growth = rows[3].growth();
    let exports: Vec<_> = Tool::ALL
        .iter()
        .zip(&rows[6..])
        .map(|(tool, row)| {
            format!("{} {} (growth {:.1})", tool.name(), clock::text(row.timings[2].median), row.growth())
        })
        .collect();
    let process = process(&files[1])?;
    let times = TERRAFORM_VALIDATE.as_secs_f64() / process.median.as_secs_f64();
    writeln!(out)?;
    writeln!(
        out,
        "1,000 gateways, model and all rules: {}, bar {}: {}",
        clock::text(all[2].median),
        clock::text(CHECK_BAR),
        word(all[2].median < CHECK_BAR)
    )?;
    writeln!(
        out,
        "growth from 1,000 to 10,000 gateways: {growth:.1} times, bar {GROWTH_BAR} (n log n): {}",
        word(growth < GROWTH_BAR)
    )?;
    writeln!(out, "exporting 1,000 gateways: {}", exports.join(", "))?;
    writeln!(
        out,
        "process `vpe-planner check`, 30 gateways: {} (p95 {}); terraform validate about {}: {times:.0} times \
         faster, bar 100: {}",
        clock::text(process.median),
        clock::text(process.p95),
        clock::text(TERRAFORM_VALIDATE),
        word(times >= 100.0)
    )
}

fn check(plan: &Plan) -> Timing {
    time(|| rules::check(&Model::of(black_box(plan))))
}

/// A whole run of the command, from its start to its end.
fn process(file: &str) -> io::Result<Timing> {
    let path = std::env::temp_dir().join(format!("vpe-planner-bench-{}.json", std::process::id()));
    std::fs::write(&path, file)?;
    let timing = time(|| {
        Command::new(env!("CARGO_BIN_EXE_vpe-planner")).arg("check").arg(&path).stdout(Stdio::null()).status()
    });
    std::fs::remove_file(&path)?;
    Ok(timing)
}

/// How busy the machine is, where the system tells: figures of a busy one are too
/// high, those of the largest plans most.
fn load() -> Option<String> {
    let load = std::fs::read_to_string("/proc/loadavg").ok()?;
    let processors = std::thread::available_parallelism().ok()?;
    Some(format!("load of the machine: {} on {processors} processors", load.split(' ').next()?))
}

fn word(held: bool) -> &'static str {
    if held { "held" } else { "MISSED" }
}
