//! Commands over several lines.

use crate::export::text::Text;
use crate::plan::Place;

/// What a line of a script has at most, where it can be broken.
const WIDTH: usize = 100;

/// A piece of a command that gets a line of its own.
#[derive(Debug, Clone)]
pub(in crate::export) struct Arg {
    /// What stands on the line.
    pub(in crate::export) text: String,
    /// The place it spells.
    pub(in crate::export) place: Option<Place>,
    /// Whether the line ends inside quotes, where a line feed stands for itself.
    pub(in crate::export) open: bool,
}

/// A piece of a command.
pub(in crate::export) fn arg(text: impl Into<String>, place: impl Into<Option<Place>>) -> Arg {
    Arg { text: text.into(), place: place.into(), open: false }
}

/// A command over several lines, with backslashes: its beginning, then a line for each argument.
#[derive(Debug)]
pub(in crate::export) struct Command {
    /// Blanks in front of its first line.
    pub(in crate::export) indent: usize,
    /// What stands on its first line.
    pub(in crate::export) head: Arg,
    /// Its arguments, each without the backslash.
    pub(in crate::export) args: Vec<Arg>,
    /// What comes right after the last argument.
    pub(in crate::export) tail: &'static str,
}

impl Command {
    /// Writes it.
    pub(in crate::export) fn write(self, out: &mut Text) {
        let Self { indent, head, args, tail } = self;
        let last = args.len();
        for (i, Arg { text, place, open }) in std::iter::once(head).chain(args).enumerate() {
            let indent = if i == 0 { indent } else { indent + 2 };
            let end = match i {
                _ if open => "",
                i if i == last => tail,
                _ => " \\",
            };
            out.push(&format!("{:indent$}{text}{end}", ""), place);
        }
    }
}

/// Writes a command that spells no place: on one line where it fits there.
pub(in crate::export) fn command(out: &mut Text, head: &str, args: Vec<String>) {
    let length = head.len() + args.iter().map(|a| a.len() + 1).sum::<usize>();
    if length <= WIDTH {
        let words: Vec<&str> = std::iter::once(head).chain(args.iter().map(String::as_str)).collect();
        return out.line(words.join(" "));
    }
    let args = args.into_iter().map(|a| arg(a, None)).collect();
    Command { indent: 0, head: arg(head, None), args, tail: "" }.write(out);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn writes_a_line_for_each_argument() {
        let mut out = Text::default();
        let args = vec![arg("--name a", None), arg("--vpc b", None)];
        Command { indent: 2, head: arg("X=$(ic make", None), args, tail: " | new_id)" }.write(&mut out);
        let lines: Vec<_> = out.finish().into_iter().map(|l| l.text).collect();
        assert_eq!(lines, ["  X=$(ic make \\", "    --name a \\", "    --vpc b | new_id)"]);
    }
}
