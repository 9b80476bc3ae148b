//! What the program does to files.

use super::{plan, program, run};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

#[test]
fn a_plan_that_needs_no_fix_is_not_written() {
    let folder = plan(&[("  \"vpe_planner\"", "     \"vpe_planner\"")]);
    let path = folder.path().join("plan.json");
    let before = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
    let run = run(&mut program(folder.path(), ["check", "--fix", "plan.json"]));
    assert_eq!((run.code, run.out.as_str()), (Some(0), "plan.json: 0 fixes applied, no findings\n"));
    let after = (fs::read(&path).unwrap(), fs::metadata(&path).unwrap().modified().unwrap());
    assert_eq!(before, after);
}

#[test]
fn a_piped_plan_that_needs_no_fix_passes_byte_for_byte() {
    let folder = plan(&[("  \"vpe_planner\"", "     \"vpe_planner\"")]);
    let path = folder.path().join("plan.json");
    let input = fs::File::open(&path).unwrap();
    let run = run(program(folder.path(), ["check", "--fix", "-"]).stdin(input));
    assert_eq!(run.out, fs::read_to_string(&path).unwrap());
    assert_eq!(run.err, "standard input: 0 fixes applied, no findings\n");
}

#[test]
fn a_mended_plan_is_written_as_the_program_writes_plans() {
    let folder = plan(&[("10.240.8.0/26", "10.240.8.1/26")]);
    let run = run(&mut program(folder.path(), ["check", "--fix", "plan.json"]));
    assert_eq!(run.code, Some(0), "{run:?}");
    let text = fs::read_to_string(folder.path().join("plan.json")).unwrap();
    assert_eq!(text, vpe_planner::plan::TEMPLATES[0].text);
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left beside it");
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link_and_permissions_stay() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = plan(&[("10.240.8.0/26", "10.240.8.1/26")]);
    let (real, link) = (folder.path().join("plan.json"), folder.path().join("link.json"));
    fs::set_permissions(&real, fs::Permissions::from_mode(0o640)).unwrap();
    symlink("plan.json", &link).unwrap();
    let run = run(&mut program(folder.path(), ["check", "--fix", "link.json"]));
    assert_eq!(run.code, Some(0), "{run:?}");
    assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(fs::metadata(&real).unwrap().permissions().mode() & 0o777, 0o640);
    assert!(fs::read_to_string(&real).unwrap().contains("10.240.8.0/26"));
}

#[cfg(unix)]
#[test]
fn what_is_not_for_writing_is_not_mended() {
    let folder = plan(&[("10.240.8.0/26", "10.240.8.1/26")]);
    let path = folder.path().join("plan.json");
    let before = fs::read(&path).unwrap();
    let mut permissions = fs::metadata(&path).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&path, permissions).unwrap();
    let read_only = run(&mut program(folder.path(), ["check", "--fix", "plan.json"]));
    assert_eq!(read_only.code, Some(2));
    assert_eq!(read_only.err, "vpe-planner: cannot write plan.json: it is read-only\n");
    assert_eq!(fs::read(&path).unwrap(), before);

    let (reader, mut writer) = std::io::pipe().unwrap();
    writer.write_all(&before).unwrap();
    drop(writer);
    let device = run(program(folder.path(), ["check", "--fix", "/dev/stdin"]).stdin(reader));
    assert_eq!(device.code, Some(2));
    assert_eq!(device.err, "vpe-planner: cannot write /dev/stdin: it is not an ordinary file\n");
}

#[test]
fn a_file_that_is_too_long_is_not_read() {
    let folder = plan(&[]);
    let file = fs::OpenOptions::new().write(true).open(folder.path().join("plan.json")).unwrap();
    file.set_len(1 << 40).unwrap();
    let run = run(&mut program(folder.path(), ["check", "plan.json"]));
    assert_eq!(run.code, Some(2));
    assert_eq!(
        run.err,
        "vpe-planner: plan.json is longer than a plan file can be, which is 16777216 bytes\n"
    );
}

#[test]
fn what_is_not_text_is_said_with_its_line() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("plan.json"), b"{\n\"vpe_planner\": 1,\n\"\xff").unwrap();
    let run = run(&mut program(folder.path(), ["check", "plan.json"]));
    assert_eq!((run.code, run.err.as_str()), (Some(2), "vpe-planner: plan.json: line 3: not UTF-8 text\n"));
}

#[test]
fn the_manifest_lists_every_file_with_its_hash() {
    let folder = plan(&[]);
    let export = run(&mut program(folder.path(), ["export", "plan.json", "--to", "out"]));
    assert_eq!((export.code, export.err.as_str()), (Some(0), ""));
    let out = folder.path().join("out");
    let manifest = fs::read_to_string(out.join("vpe-planner.manifest.json")).unwrap();
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    let listed = manifest["files"].as_array().unwrap();
    assert_eq!(listed.len(), export.out.lines().count());
    for entry in listed {
        let path = entry["path"].as_str().unwrap();
        let hash = Sha256::digest(fs::read(out.join(path)).unwrap());
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(entry["sha256"], hash, "{path}");
        assert!(export.out.contains(&format!("wrote out/{path}\n")), "{}", export.out);
    }
}

/// The example plans.
fn examples() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples");
    let mut found: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    found.retain(|path| path.extension().is_some_and(|e| e == "json"));
    found.sort();
    assert!(!found.is_empty(), "there are examples");
    found
}

/// Every file below a folder with the time of its last change.
fn changes(folder: &Path) -> Vec<(PathBuf, SystemTime)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            found.extend(changes(&entry.path()));
        } else {
            found.push((entry.path(), entry.metadata().unwrap().modified().unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn each_example_is_clean_and_exported_whole() {
    for path in examples() {
        let folder = tempfile::tempdir().unwrap();
        let check = run(program(folder.path(), ["check", "--fail-on", "warning"]).arg(&path));
        assert_eq!(check.code, Some(0), "{}", check.out);
        let export = run(program(folder.path(), ["export", "--to", "."]).arg(&path));
        assert_eq!((export.code, export.err.as_str()), (Some(0), ""), "{}", path.display());
        for tool in ["cli", "api", "terraform"] {
            assert!(folder.path().join(tool).is_dir(), "{}: no {tool}", path.display());
        }
    }
}

#[test]
fn when_nothing_changed_nothing_changes() {
    for path in examples() {
        let folder = tempfile::tempdir().unwrap();
        let export =
            |more: &[&str]| run(program(folder.path(), ["export", "--to", "out"]).arg(&path).args(more));
        let stale = export(&["--check"]);
        assert_eq!(stale.code, Some(1), "{stale:?}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0, "--check writes nothing");
        let first = export(&[]);
        assert_eq!(first.code, Some(0), "{first:?}");
        assert_eq!(
            stale.out,
            first.out.replace("wrote ", "missing ") + "missing out/vpe-planner.manifest.json\n"
        );
        let before = changes(folder.path());
        for more in [&["--check"][..], &["--check", "--only", "api"], &[], &["--only", "terraform"]] {
            let again = export(more);
            assert_eq!((again.code, again.err.as_str()), (Some(0), ""), "{more:?}: {again:?}");
            assert!(!again.out.contains("wrote"), "{more:?}: {again:?}");
            assert_eq!(changes(folder.path()), before, "{more:?}");
        }
    }
}

#[test]
fn folders_of_runs_that_are_gone_are_removed() {
    let folder = tempfile::tempdir().unwrap();
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/two-regions.json");
    let export = |args: &[&str]| run(program(folder.path(), ["export", "--to", "out"]).args(args));
    let first = export(&[example.to_str().unwrap()]);
    assert_eq!(first.code, Some(0), "{first:?}");
    let numbered = |tool: &str| fs::read_dir(folder.path().join("out").join(tool)).unwrap().count();
    assert!(numbered("cli") > 1 && numbered("terraform") > 1, "{}", first.out);

    let one = run(&mut program(folder.path(), ["new", "object-storage"])).out;
    fs::write(folder.path().join("plan.json"), one).unwrap();
    let second = export(&["plan.json", "--only", "terraform"]);
    assert_eq!((second.code, second.err.as_str()), (Some(0), ""));
    let terraform = folder.path().join("out/terraform");
    assert!(fs::read_dir(terraform).unwrap().all(|entry| entry.unwrap().path().is_file()), "{}", second.out);
    assert!(numbered("cli") > 1, "the other tools' files stay");
}
