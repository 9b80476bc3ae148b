//! All files as one archive.

use crate::export::{File, Language};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// Packs files into a ZIP archive, each below `folder`, scripts executable. The
/// same files always give the same bytes: no clock is asked.
///
/// # Errors
/// A sentence, where the archive would be larger than its format allows.
pub(super) fn zip<'f>(folder: &str, files: impl Iterator<Item = &'f File>) -> Result<Vec<u8>, String> {
    write(folder, files).map_err(|why| format!("The archive cannot be made: {why}."))
}

fn write<'f>(folder: &str, files: impl Iterator<Item = &'f File>) -> zip::result::ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Stored)
            .last_modified_time(DateTime::default())
            .unix_permissions(if file.language == Language::Bash { 0o755 } else { 0o644 });
        archive.start_file(format!("{folder}/{}", file.path), options)?;
        archive.write_all(file.text().as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Line;
    use std::io::Read;
    use zip::ZipArchive;

    fn file(path: &str, language: Language, text: &str) -> File {
        let lines = text.lines().map(|l| Line { text: l.to_owned(), place: None }).collect();
        File { path: path.to_owned(), language, lines }
    }

    #[test]
    fn holds_each_file_with_its_bytes_the_same_each_time() {
        let files = [
            file("cli/create.sh", Language::Bash, "#!/usr/bin/env bash\necho 'ü'\n"),
            file("terraform/versions.tf", Language::Hcl, "terraform {}\n"),
        ];
        let bytes = zip("payments", files.iter()).unwrap();
        assert_eq!(bytes, zip("payments", files.iter()).unwrap());
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(archive.len(), 2);
        for (file, mode) in files.iter().zip([0o755, 0o644]) {
            let mut packed = archive.by_name(&format!("payments/{}", file.path)).unwrap();
            assert_eq!(packed.unix_mode().map(|m| m & 0o777), Some(mode));
            let mut text = String::new();
            packed.read_to_string(&mut text).unwrap();
            assert_eq!(text, file.text());
        }
    }
}
