//! What a first visit downloads: every file of the page, raw and compressed
//! the two ways static hosts do.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use flate2::Compression;
use flate2::write::GzEncoder;

/// The most that a first visit may download, brotli, fonts aside, in bytes.
const BAR: usize = 150_000;

/// What a first visit may download until it meets [`BAR`]: what it takes today,
/// rounded up, so that nothing grows unnoticed. It comes down with each change that
/// saves bytes, and goes up only for what users get for them: last, for the scripts
/// after create.sh, for taking over, for the whole catalogue of services, for DNS hubs and
/// resource bindings, for network ACLs, for policies of other accounts, for gateways that
/// exist and change, for the table of all gateways, and for the pages of rules and roles.
const CEILING: usize = 590_000;

/// A file's name, and its bytes raw, with gzip at 9 and with brotli at 11.
struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(name: String, bytes: &[u8]) -> io::Result<Self> {
        Ok(Self { name, raw: bytes.len(), gzip: gzip(bytes)?, brotli: brotli(bytes)? })
    }

    fn is_font(&self) -> bool {
        self.name.ends_with(".woff2")
    }
}

/// Prints the sizes as a table.
///
/// # Errors
/// A file cannot be read, or the first visit is over the bar.
pub(crate) fn report(folder: &Path) -> Result<(), String> {
    let told = |e: io::Error| format!("{}: {e}", folder.display());
    let mut sizes = Vec::new();
    collect(folder, "", &mut sizes).map_err(told)?;
    sizes.sort_by(|a, b| a.name.cmp(&b.name));
    println!("{}", table(&sizes));
    verdict(&sizes)
}

fn collect(folder: &Path, prefix: &str, sizes: &mut Vec<Size>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            collect(&entry.path(), &format!("{name}/"), sizes)?;
        } else {
            sizes.push(Size::of(name, &fs::read(entry.path())?)?);
        }
    }
    Ok(())
}

fn gzip(bytes: &[u8]) -> io::Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> io::Result<usize> {
    let mut packed = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22);
    encoder.write_all(bytes)?;
    encoder.flush()?;
    drop(encoder);
    Ok(packed.len())
}

fn table(sizes: &[Size]) -> String {
    let counted =
        |figure: fn(&Size) -> usize| -> usize { sizes.iter().filter(|s| !s.is_font()).map(figure).sum() };
    let total = Size {
        name: "first visit, fonts aside".to_owned(),
        raw: counted(|s| s.raw),
        gzip: counted(|s| s.gzip),
        brotli: counted(|s| s.brotli),
    };
    let longest = sizes.iter().map(|s| s.name.len()).max();
    let width = longest.unwrap_or(0).max(total.name.len());
    let mut text = format!("{:width$} {:>9} {:>9} {:>9}", "bytes", "raw", "gzip", "brotli");
    for size in sizes.iter().chain([&total]) {
        let Size { name, raw, gzip, brotli } = size;
        text.push_str(&format!("\n{name:width$} {raw:>9} {gzip:>9} {brotli:>9}"));
    }
    text
}

fn verdict(sizes: &[Size]) -> Result<(), String> {
    let total: usize = sizes.iter().filter(|s| !s.is_font()).map(|s| s.brotli).sum();
    if total > CEILING {
        return Err(format!(
            "a first visit downloads {total} bytes with brotli, fonts aside; it may not grow over {CEILING} unnoticed"
        ));
    }
    println!("The bar for a first visit is {BAR} bytes with brotli, fonts aside: {}", against_bar(total));
    Ok(())
}

fn against_bar(total: usize) -> String {
    match total.checked_sub(BAR) {
        None | Some(0) => format!("met, {} left.", BAR - total),
        Some(over) => format!("missed by {over}. It may not grow over {CEILING}."),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn size(name: &str, brotli: usize) -> Size {
        Size { name: name.to_owned(), raw: brotli * 3, gzip: brotli * 2, brotli }
    }

    #[test]
    fn the_ceiling_counts_everything_but_fonts() {
        let at = [size("a.wasm", CEILING - 1), size("b.js", 1), size("f/c.woff2", 99_999)];
        assert_eq!(verdict(&at), Ok(()));
        let over = [size("a.wasm", CEILING), size("b.js", 1)];
        assert!(verdict(&over).unwrap_err().contains(&(CEILING + 1).to_string()));
    }

    #[test]
    fn the_bar_is_met_or_missed_in_words() {
        assert_eq!(against_bar(BAR), "met, 0 left.");
        assert_eq!(against_bar(BAR - 7), "met, 7 left.");
        assert!(against_bar(BAR + 7).starts_with("missed by 7."));
    }

    #[test]
    fn the_table_ends_with_the_sum() {
        let text = table(&[size("a.wasm", 10), size("b.woff2", 5)]);
        let last = text.lines().last().unwrap();
        assert!(last.starts_with("first visit"), "{text}");
        assert!(last.ends_with("30        20        10"), "{text}");
    }

    #[test]
    fn both_ways_of_compressing_make_text_smaller() {
        let text = "endpoint gateway ".repeat(200);
        let size = Size::of("t".to_owned(), text.as_bytes()).unwrap();
        assert_eq!(size.raw, 3400);
        assert!(size.gzip > 20 && size.gzip < 200, "{}", size.gzip);
        assert!(size.brotli > 10 && size.brotli < size.gzip, "{}", size.brotli);
    }
}
