//! Streams that end early or take nothing.

use super::{plan, program};
use std::io::Read;
use std::process::Stdio;

/// A plan with so many findings that no pipe holds their list.
fn large() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let gateway = |i| format!(r#"{{"key": "g{i}", "wanted": {{"addresses": [{{"zone": "nowhere"}}]}}}}"#);
    let gateways: Vec<_> = (0..2_000).map(gateway).collect();
    let text = format!(r#"{{"vpe_planner": 1, "plan": {{"gateways": [{}]}}}}"#, gateways.join(","));
    std::fs::write(folder.path().join("plan.json"), text).unwrap();
    folder
}

#[test]
fn a_reader_that_has_read_enough_is_no_error() {
    for (folder, args, code) in [
        (plan(&[]), &["new", "object-storage"][..], 0),
        (large(), &["check", "--format", "json", "plan.json"], 1),
    ] {
        let mut command = program(folder.path(), args);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let mut err = String::new();
        child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
        assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(code), ""), "{args:?}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_said() {
    let folder = plan(&[]);
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let mut child =
        program(folder.path(), ["check", "plan.json"]).stdout(full).stderr(Stdio::piped()).spawn().unwrap();
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(2));
    assert_eq!(err, "vpe-planner: cannot write to standard output: the disk is full\n");
}
