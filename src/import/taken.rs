//! Addresses that are in use: what `ibmcloud is subnet-reserved-ips` prints, or
//! any rows with an address, a range or a block.

use super::columns::Heading;
use super::rows::{MAX_PASTE_ROWS, Row, read};
use super::{Line, PasteError, Pasted, cells};
use crate::edit::{Edit, New};
use crate::model::{By, Ix, Model, Span, Subnet};
use crate::plan::Taken;
use std::collections::HashSet;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Id,
    Name,
    Address,
    Target,
    Owner,
    Subnet,
    /// Known, and of no use here.
    Other,
}

static HEADING: Heading<Column> = Heading {
    names: &[
        ("id", Column::Id),
        ("name", Column::Name),
        ("hostname", Column::Name),
        ("host", Column::Name),
        ("address", Column::Address),
        ("addresses", Column::Address),
        ("ip", Column::Address),
        ("ip address", Column::Address),
        ("ipv4 address", Column::Address),
        ("reserved ip", Column::Address),
        ("private ip", Column::Address),
        ("primary ip", Column::Address),
        ("range", Column::Address),
        ("ip range", Column::Address),
        ("target", Column::Target),
        ("target name", Column::Target),
        ("bound to", Column::Target),
        ("used by", Column::Target),
        ("held by", Column::Target),
        ("holder", Column::Target),
        ("device", Column::Target),
        ("server", Column::Target),
        ("resource", Column::Target),
        ("description", Column::Target),
        ("comment", Column::Target),
        ("owner", Column::Owner),
        ("subnet", Column::Subnet),
        ("subnet name", Column::Subnet),
        ("auto delete", Column::Other),
        ("auto release", Column::Other),
        ("status", Column::Other),
        ("lifecycle state", Column::Other),
        ("created", Column::Other),
        ("created at", Column::Other),
        ("resource type", Column::Other),
        ("target type", Column::Other),
    ],
};

/// Reads rows of taken addresses for a subnet.
///
/// # Errors
/// [`PasteError`] for a text that is not read at all.
pub fn read_taken(model: &Model, subnet: Ix<Subnet>, text: &str) -> Result<Pasted<Taken>, PasteError> {
    let rows = read(text, &HEADING, |c| cells::addresses(c).is_some())?;
    let mut pasted = Pasted::default();
    let mut judge = Judge { model, subnet: &model.subnets[subnet], before: HashSet::new() };
    let mut columns: Option<Vec<Option<Column>>> = None;
    let mut begun = !rows.iter().any(|r| heading(r).is_some());
    for row in rows {
        if let Some(found) = heading(&row) {
            begun = true;
            // Words in a row tell no columns, as a name may have two of them.
            columns = (!row.loose).then_some(found);
            continue;
        }
        // What a command says before and after its table is no row of it.
        if row.cells == ["OK"] || (!begun && !row.cells.iter().any(|c| cells::addresses(c).is_some())) {
            continue;
        }
        for seen in Seen::all(&row, columns.as_deref()) {
            if pasted.lines.len() == MAX_PASTE_ROWS {
                pasted.unread += 1;
                continue;
            }
            pasted.lines.push(judge.line(row.line, seen));
        }
    }
    Ok(pasted)
}

fn heading(row: &Row) -> Option<Vec<Option<Column>>> {
    if row.cells.iter().any(|c| cells::addresses(c).is_some()) { None } else { HEADING.of(row) }
}

/// The edit that adds the rows that are not left out, to a subnet, as one step.
pub fn add_taken(model: &Model, subnet: Ix<Subnet>, pasted: &Pasted<Taken>) -> Edit {
    let key = &model.subnets[subnet].key;
    let edits: Vec<Edit> =
        pasted.added().map(|taken| Edit::Add(New::Taken(key.clone(), taken.clone()))).collect();
    let label = match edits.len() {
        1 => "add pasted addresses".to_owned(),
        n => format!("add {n} rows of pasted addresses"),
    };
    Edit::All { label, edits }
}

/// What a row says, before anything is made of it.
#[derive(Default)]
struct Seen {
    name: String,
    address: String,
    target: String,
    owner: String,
    subnet: String,
}

impl Seen {
    /// Reads a row by the names above it; what they do not name, by its look. A
    /// row without names may hold several addresses.
    fn all(row: &Row, columns: Option<&[Option<Column>]>) -> Vec<Self> {
        let mut seen = Self::default();
        let named = |i: usize| columns.and_then(|c| c.get(i).copied().flatten());
        let mut addresses = Vec::new();
        let mut words = Vec::new();
        for (i, cell) in row.cells.iter().enumerate().filter(|(_, c)| !c.is_empty()) {
            match named(i) {
                Some(Column::Address) => addresses.extend(cells::addresses(cell)),
                Some(Column::Name) => seen.name.clone_from(cell),
                Some(Column::Target) if seen.target.is_empty() => seen.target.clone_from(cell),
                Some(Column::Owner) => seen.owner.clone_from(cell),
                Some(Column::Subnet) => seen.subnet.clone_from(cell),
                Some(Column::Id | Column::Target | Column::Other) => {}
                None => match cells::addresses(cell) {
                    Some(text) => addresses.push(text),
                    None if cell == "provider" => seen.owner.clone_from(cell),
                    None if cells::is_id(cell) || cells::is_state(cell) => {}
                    None => words.push(cell.as_str()),
                },
            }
        }
        if columns.is_none() {
            // The first text is the name of it; of a line of words, all of them.
            let end = if row.loose { words.len() } else { words.len().min(1) };
            seen.name = words[..end].join(" ");
        } else {
            addresses.truncate(1);
        }
        if addresses.is_empty() {
            addresses.push(String::new());
        }
        let of = |address: String| Self {
            address,
            name: seen.name.clone(),
            target: seen.target.clone(),
            owner: seen.owner.clone(),
            subnet: seen.subnet.clone(),
        };
        addresses.into_iter().map(of).collect()
    }
}

/// Decides which rows are added.
struct Judge<'m> {
    model: &'m Model,
    subnet: &'m Subnet,
    before: HashSet<Span>,
}

impl Judge<'_> {
    fn line(&mut self, number: usize, seen: Seen) -> Line<Taken> {
        let skip = self.skip(&seen);
        let holder = if seen.target.is_empty() { seen.name } else { seen.target };
        let says = Taken { addresses: seen.address, holder };
        if let (None, Some(span)) = (&skip, Span::new(&says.addresses)) {
            self.before.insert(span);
        }
        Line { number, says, skip }
    }

    fn skip(&self, seen: &Seen) -> Option<String> {
        let Some(span) = Span::new(&seen.address) else { return Some("no IPv4 address".to_owned()) };
        if seen.owner.eq_ignore_ascii_case("provider") {
            return Some("held by IBM Cloud, which the plan knows".to_owned());
        }
        if let Some(net) = self.subnet.net.get() {
            if !Span::from(net).overlaps(span) {
                return Some(format!("outside {net}"));
            }
        } else if !seen.subnet.is_empty() && seen.subnet != self.subnet.label {
            return Some(format!("in another subnet, {}", seen.subnet));
        }
        if self.before.contains(&span) {
            return Some("in a row above".to_owned());
        }
        let uses = self.subnet.uses(span.first).filter(|o| o.span.contains(span));
        uses.filter_map(|o| self.known(o.by, &seen.target)).next()
    }

    /// Why an address needs no entry that the plan has a use for. A planned address
    /// that somebody else has taken needs one: that is a clash to be told of.
    fn known(&self, by: By, target: &str) -> Option<String> {
        match by {
            By::Provider => Some("held by IBM Cloud, which the plan knows".to_owned()),
            By::Taken(_) => Some("in the plan already".to_owned()),
            By::ReservedIp(ix) => {
                Some(format!("in the plan as the reserved IP {}", self.model.reserved_ips[ix].label))
            }
            By::Address(ix) => {
                let gateway = &self.model.gateways[self.model.addresses[ix].gateway];
                (!gateway.origin.is_new() && gateway.label == target)
                    .then(|| format!("in the plan as an address of {target}"))
            }
        }
    }
}
