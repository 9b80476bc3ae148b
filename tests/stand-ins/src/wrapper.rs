//! The executable `ibmcloud` that a test puts on PATH: a few lines of shell that hand the arguments,
//! byte for byte, to a stand-in and print what it answers.

use std::fs;
use std::io;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use crate::http::Reply;

/// Writes `dir/ibmcloud`, which asks `url`.
pub(crate) fn install(dir: &Path, url: &str) -> io::Result<PathBuf> {
    // Other commands are called by their full path, so that a test may shadow them on PATH.
    let [curl, mktemp, rm, head, cat] = ["curl", "mktemp", "rm", "head", "cat"].map(full_path);
    let script = format!(
        r#"#!/bin/sh
reply=$({mktemp}) || exit 70
trap '{rm} -f "$reply"' EXIT
printf '%s\0' "$#" "$@" |
  {curl} --silent --show-error --noproxy '*' --header "X-Working-Directory: $PWD" --data-binary @- --output "$reply" '{url}' || exit 70
{{ read -r code; read -r size; {head} -c "$size"; {cat} >&2; }} <"$reply"
exit "$code"
"#
    );
    let path = dir.join("ibmcloud");
    write_executable(&path, &script)?;
    Ok(path)
}

/// Puts a `sleep` into `dir` that does not, so that a script which polls runs to its end at once.
///
/// # Errors
/// When the file cannot be written.
pub fn install_no_sleep(dir: &Path) -> io::Result<()> {
    write_executable(&dir.join("sleep"), "#!/bin/sh\nexit 0\n")
}

/// Writes a script that its owner may run.
pub(crate) fn write_executable(path: &Path, text: &str) -> io::Result<()> {
    fs::write(path, text)?;
    fs::set_permissions(path, fs::Permissions::from_mode(0o755))
}

/// The full path of a command, by the PATH of this process; its bare name when it is nowhere.
fn full_path(name: &str) -> String {
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|dir| dir.join(name))
        .find(|candidate| candidate.is_file())
        .map_or_else(|| name.to_owned(), |found| found.display().to_string())
}

/// The bytes of each argument that the script sent: their count first, a NUL behind each.
pub(crate) fn raw_arguments(body: &[u8]) -> Result<Vec<Vec<u8>>, String> {
    let mut parts: Vec<Vec<u8>> = body.split(|byte| *byte == 0).map(<[u8]>::to_vec).collect();
    // A NUL stands behind the last one too.
    parts.pop();
    let count = parts.first().and_then(|text| std::str::from_utf8(text).ok()?.parse().ok());
    if count != Some(parts.len().saturating_sub(1)) {
        return Err("the arguments arrived broken".to_owned());
    }
    parts.remove(0);
    Ok(parts)
}

/// The arguments as text.
pub(crate) fn arguments(body: &[u8]) -> Result<Vec<String>, String> {
    raw_arguments(body)?
        .into_iter()
        .map(|bytes| String::from_utf8(bytes).map_err(|_| "an argument is not UTF-8".to_owned()))
        .collect()
}

/// The files that arguments name by `--file` or `@`, by the names given, read where the command was
/// called.
/// One that cannot be read is left out.
pub(crate) fn files(argv: &[String], directory: Option<&str>) -> Vec<(String, String)> {
    let behind = argv.windows(2).filter(|pair| pair[0] == "--file").map(|pair| pair[1].as_str());
    let inline = argv.iter().filter_map(|arg| arg.strip_prefix("--file="));
    let at = argv.iter().filter_map(|arg| arg.strip_prefix('@'));
    behind
        .chain(inline)
        .chain(at)
        .filter_map(|name| {
            let path = Path::new(directory.unwrap_or("/")).join(name);
            Some((name.to_owned(), fs::read_to_string(path).ok()?))
        })
        .collect()
}

/// What the script prints: exit code, size of standard output, standard output, standard error.
pub(crate) fn reply(code: u8, stdout: &str, stderr: &str) -> Reply {
    let body = format!("{code}\n{}\n{stdout}{stderr}", stdout.len()).into_bytes();
    Reply { status: 200, body, headers: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_arrive_with_their_count() {
        let sent = b"3\0is\0\0a b\0";
        assert_eq!(arguments(sent), Ok(vec!["is".into(), String::new(), "a b".into()]));
        assert_eq!(arguments(b"0\0"), Ok(Vec::new()));
        assert!(arguments(b"2\0is\0").is_err());
        assert!(arguments(b"1\0\xff\0").is_err());
    }
}
