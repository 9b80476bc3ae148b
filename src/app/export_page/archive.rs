//! All files as one archive.
//!
//! The ZIP format as far as it is needed here, by its description of 2022
//! (APPNOTE 6.3.10): files as they are, without compression. A library for all of
//! it would be a tenth of the first visit.

use crate::export::{File, Language};

/// The general purpose flag that says names are UTF-8.
const UTF_8: u16 = 1 << 11;
/// 1 Jan 1980, the first day that the format knows: no clock is asked.
const DATE: u16 = 1 << 5 | 1;
/// Version 2.0 of the format, made on Unix, so that modes count.
const MADE_BY: u16 = 3 << 8 | 20;

/// Packs files into a ZIP archive, each below `folder`, scripts executable. The
/// same files always give the same bytes.
///
/// # Errors
/// A sentence, where there is more than the format holds.
pub(super) fn zip<'f>(folder: &str, files: impl Iterator<Item = &'f File>) -> Result<Vec<u8>, String> {
    write(folder, files).ok_or_else(|| {
        "The archive would be too large for its format. Download the files one by one.".to_owned()
    })
}

fn write<'f>(folder: &str, files: impl Iterator<Item = &'f File>) -> Option<Vec<u8>> {
    let (mut archive, mut directory, mut count) = (Vec::new(), Vec::new(), 0u16);
    for file in files {
        let (name, text) = (format!("{folder}/{}", file.path), file.text());
        let at = u32::try_from(archive.len()).ok()?;
        // What both the file's own head and the directory say of it.
        let mut facts = Vec::new();
        for n in [20, UTF_8, 0, 0, DATE] {
            put16(&mut facts, n);
        }
        let length = u32::try_from(text.len()).ok()?;
        for n in [crc32(text.as_bytes()), length, length] {
            put32(&mut facts, n);
        }
        put16(&mut facts, u16::try_from(name.len()).ok()?);
        put16(&mut facts, 0);

        put32(&mut archive, 0x0403_4b50);
        archive.extend_from_slice(&facts);
        archive.extend_from_slice(name.as_bytes());
        archive.extend_from_slice(text.as_bytes());

        put32(&mut directory, 0x0201_4b50);
        put16(&mut directory, MADE_BY);
        directory.extend_from_slice(&facts);
        // No remark, on the first disk, no inner attributes.
        directory.extend_from_slice(&[0; 6]);
        let mode: u32 = if file.language == Language::Bash { 0o100_755 } else { 0o100_644 };
        put32(&mut directory, mode << 16);
        put32(&mut directory, at);
        directory.extend_from_slice(name.as_bytes());
        count = count.checked_add(1)?;
    }
    let (at, length) = (u32::try_from(archive.len()).ok()?, u32::try_from(directory.len()).ok()?);
    archive.append(&mut directory);
    put32(&mut archive, 0x0605_4b50);
    archive.extend_from_slice(&[0; 4]);
    put16(&mut archive, count);
    put16(&mut archive, count);
    put32(&mut archive, length);
    put32(&mut archive, at);
    put16(&mut archive, 0);
    Some(archive)
}

fn put16(out: &mut Vec<u8>, n: u16) {
    out.extend_from_slice(&n.to_le_bytes());
}

fn put32(out: &mut Vec<u8>, n: u32) {
    out.extend_from_slice(&n.to_le_bytes());
}

/// The checksum of the format: CRC-32 with the reflected polynomial EDB88320.
fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for byte in bytes {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 };
        }
    }
    !crc
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::export::Line;
    use std::io::{Cursor, Read};
    use zip::{CompressionMethod, ZipArchive};

    fn file(path: &str, language: Language, text: &str) -> File {
        let lines = text.lines().map(|l| Line { text: l.to_owned(), place: None }).collect();
        File { path: path.to_owned(), language, lines }
    }

    #[test]
    fn a_library_for_the_format_reads_each_file_back() {
        let files = [
            file("cli/create.sh", Language::Bash, "#!/usr/bin/env bash\necho 'ü'\n"),
            file("terraform/versions.tf", Language::Hcl, "terraform {}\n"),
            file("terraform/outputs.tf", Language::Hcl, ""),
        ];
        let bytes = super::zip("payments", files.iter()).unwrap();
        assert_eq!(bytes, super::zip("payments", files.iter()).unwrap());
        let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
        let names: Vec<_> =
            (0..archive.len()).map(|i| archive.by_index(i).unwrap().name().unwrap().into_owned()).collect();
        assert_eq!(names, files.iter().map(|f| format!("payments/{}", f.path)).collect::<Vec<_>>());
        for (i, file) in files.iter().enumerate() {
            // Reading to the end compares the checksum.
            let mut packed = archive.by_index(i).unwrap();
            let mode = if file.language == Language::Bash { 0o755 } else { 0o644 };
            assert_eq!(packed.unix_mode().map(|m| m & 0o777), Some(mode));
            assert_eq!(packed.compression(), CompressionMethod::Stored);
            let mut text = String::new();
            packed.read_to_string(&mut text).unwrap();
            assert_eq!(text, file.text());
        }
    }

    #[test]
    fn the_checksum_is_the_one_of_the_format() {
        // The check value of CRC-32/ISO-HDLC.
        assert_eq!(crc32(b"123456789"), 0xcbf4_3926);
    }
}
