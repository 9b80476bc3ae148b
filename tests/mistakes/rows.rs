//! Reading the rows.
//!
//! `# THEME` begins a table, `- TITLE` a row. Below it stands the change, `PLAN: OP PATH
//! VALUE`, and then what is found, a line each: severity, code and the places in plan
//! order. Lines that begin with `;` say something to the reader.

use std::path::PathBuf;

/// One broken plan.
pub(crate) struct Row {
    /// File and line.
    pub(crate) at: String,
    /// What it is about.
    pub(crate) theme: String,
    /// The mistake, in words.
    pub(crate) title: String,
    /// Name of the clean plan.
    pub(crate) base: String,
    /// The one change.
    pub(crate) change: String,
    /// What is found, as it is written.
    pub(crate) findings: Vec<String>,
}

/// All rows, in the order of the files' names.
pub(crate) fn rows() -> Vec<Row> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/mistakes");
    let mut files: Vec<_> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|e| e == "txt"))
        .collect();
    files.sort();
    files.iter().flat_map(read).collect()
}

fn read(path: &PathBuf) -> Vec<Row> {
    let file = path.file_name().unwrap().to_str().unwrap();
    let text = std::fs::read_to_string(path).unwrap();
    let mut theme = String::new();
    let mut rows: Vec<Row> = Vec::new();
    for (n, line) in text.lines().enumerate() {
        let at = format!("{file}:{}", n + 1);
        if line.is_empty() || line.starts_with(';') {
            continue;
        }
        if let Some(heading) = line.strip_prefix("# ") {
            theme = heading.to_owned();
        } else if let Some(title) = line.strip_prefix("- ") {
            let (title, theme) = (title.to_owned(), theme.clone());
            rows.push(Row {
                at,
                theme,
                title,
                base: String::new(),
                change: String::new(),
                findings: Vec::new(),
            });
        } else {
            let row = rows.last_mut().unwrap_or_else(|| panic!("{at}: a row begins with \"- \""));
            let line = line.trim();
            if row.change.is_empty() {
                let (base, change) =
                    line.split_once(": ").unwrap_or_else(|| panic!("{at}: PLAN: OP PATH VALUE"));
                (row.base, row.change) = (base.to_owned(), change.to_owned());
            } else {
                row.findings.push(line.to_owned());
            }
        }
    }
    for row in &rows {
        assert!(!row.findings.is_empty(), "{}: nothing is found in it", row.at);
    }
    rows
}
