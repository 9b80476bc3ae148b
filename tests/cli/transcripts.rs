//! Sessions kept as files: what was typed, and what the program answered.
//!
//! A line that begins with `$` is typed in a fresh folder; what follows is the
//! answer: standard output as it is, standard error after `!`, and the exit code
//! where it is not 0. `UPDATE_EXPECT=1` writes the answers anew. Beside the program
//! itself a session knows `replace FILE OLD NEW`, `append FILE TEXT`, `cat FILE` and
//! `ls`, and `< FILE` and `> FILE` as a shell does.

use super::{program, run};
use std::fmt::Write;
use std::fs;
use std::path::Path;

#[test]
fn sessions_go_as_they_are_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut sessions: Vec<_> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    sessions.sort();
    assert!(!sessions.is_empty(), "no sessions in {}", folder.display());
    let mut stale = Vec::new();
    for path in sessions {
        let written = fs::read_to_string(&path).unwrap();
        let played = play(&written);
        if played == written {
            continue;
        }
        if std::env::var_os("UPDATE_EXPECT").is_some() {
            fs::write(&path, played).unwrap();
        } else {
            let same = played.lines().zip(written.lines()).take_while(|(a, b)| a == b).count();
            let rest: Vec<_> = played.lines().skip(same.saturating_sub(2)).take(12).collect();
            stale.push(format!("{}:{}\n{}", path.display(), same + 1, rest.join("\n")));
        }
    }
    assert!(stale.is_empty(), "other than written (UPDATE_EXPECT=1 accepts):\n{}", stale.join("\n\n"));
}

/// Types what a session types, and returns the session with the answers of now.
fn play(session: &str) -> String {
    let folder = tempfile::tempdir().unwrap();
    let mut played = String::new();
    for line in session.lines() {
        if line.starts_with('#') {
            if !played.is_empty() {
                played.push('\n');
            }
            let _ = writeln!(played, "{line}");
        } else if let Some(typed) = line.strip_prefix("$ ") {
            let _ = writeln!(played, "{line}");
            played.push_str(&answer(folder.path(), typed));
        }
    }
    played
}

fn answer(folder: &Path, typed: &str) -> String {
    let words = shlex::split(typed).unwrap_or_else(|| panic!("{typed}: quotes are not closed"));
    let mut words: Vec<_> = words.iter().map(String::as_str).collect();
    let mut redirected = |sign: &str| {
        let at = words.iter().position(|w| *w == sign)?;
        let file = words.remove(at + 1).to_owned();
        words.remove(at);
        Some(folder.join(file))
    };
    let (input, output) = (redirected("<"), redirected(">"));
    match words[..] {
        ["vpe-planner", ref args @ ..] => {
            let mut command = program(folder, args);
            if let Some(input) = input {
                command.stdin(fs::File::open(input).unwrap());
            }
            let mut run = run(&mut command);
            if let Some(output) = output {
                fs::write(output, &run.out).unwrap();
                run.out.clear();
            }
            let mut answer = run.out;
            for line in run.err.lines() {
                let _ = writeln!(answer, "{}", format!("! {line}").trim_end());
            }
            match run.code {
                Some(0) => {}
                Some(code) => {
                    let _ = writeln!(answer, "[exit {code}]");
                }
                None => answer.push_str("[killed]\n"),
            }
            answer
        }
        ["replace", file, old, new] => {
            let text = fs::read_to_string(folder.join(file)).unwrap();
            assert!(text.contains(old), "{typed}: {file} has no {old:?}");
            fs::write(folder.join(file), text.replace(old, new)).unwrap();
            String::new()
        }
        ["append", file, text] => {
            let before = fs::read_to_string(folder.join(file)).unwrap_or_default();
            fs::create_dir_all(folder.join(file).parent().unwrap()).unwrap();
            fs::write(folder.join(file), format!("{before}{text}\n")).unwrap();
            String::new()
        }
        ["cat", file] => fs::read_to_string(folder.join(file)).unwrap(),
        ["ls"] => {
            let mut found = list(folder, "");
            found.sort();
            found.concat()
        }
        _ => panic!("{typed}: a session knows no such command"),
    }
}

/// All files below a folder, a line each.
fn list(folder: &Path, below: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = format!("{below}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            found.extend(list(&entry.path(), &format!("{name}/")));
        } else {
            found.push(format!("{name}\n"));
        }
    }
    found
}
