//! Subnets: what `ibmcloud is subnets` prints, or any rows with their blocks.

use super::columns::Heading;
use super::rows::{MAX_PASTE_ROWS, Row, read};
use super::{Line, PasteError, Pasted, cells};
use crate::catalog::zone;
use crate::edit::{Edit, New};
use crate::model::{Ix, Model, Span, Vpc};
use crate::plan::{Key, Origin, OriginKind, Resource, Subnet};
use ipnet::Ipv4Net;
use std::collections::{HashMap, HashSet};

/// A subnet as a row describes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FoundSubnet {
    /// Its id; empty where none is given.
    pub id: String,
    /// Its name; empty where none is given.
    pub name: String,
    /// Its zone: given, or that of the VPC's prefix that the block lies in.
    pub zone: String,
    /// Its block.
    pub cidr: String,
    /// Its resource group; empty where none is given.
    pub resource_group: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Id,
    Name,
    Status,
    Cidr,
    Vpc,
    Zone,
    ResourceGroup,
}

static HEADING: Heading<Column> = Heading {
    names: &[
        ("id", Column::Id),
        ("subnet id", Column::Id),
        ("name", Column::Name),
        ("subnet", Column::Name),
        ("subnet name", Column::Name),
        ("status", Column::Status),
        ("state", Column::Status),
        ("subnet cidr", Column::Cidr),
        ("cidr", Column::Cidr),
        ("cidr block", Column::Cidr),
        ("ipv4 cidr", Column::Cidr),
        ("ipv4 cidr block", Column::Cidr),
        ("ip range", Column::Cidr),
        ("ipv4 range", Column::Cidr),
        ("address range", Column::Cidr),
        ("range", Column::Cidr),
        ("block", Column::Cidr),
        ("network", Column::Cidr),
        ("vpc", Column::Vpc),
        ("vpc name", Column::Vpc),
        ("virtual private cloud", Column::Vpc),
        ("zone", Column::Zone),
        ("zone name", Column::Zone),
        ("location", Column::Zone),
        ("availability zone", Column::Zone),
        ("resource group", Column::ResourceGroup),
    ],
};

/// Reads rows of subnets for a VPC.
///
/// # Errors
/// [`PasteError`] for a text that is not read at all.
pub fn read_subnets(model: &Model, vpc: Ix<Vpc>, text: &str) -> Result<Pasted<FoundSubnet>, PasteError> {
    let rows = read(text, &HEADING, cells::is_block)?;
    let mut pasted = Pasted::default();
    let mut judge = Judge::new(model, vpc);
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
        if row.cells == ["OK"] || (!begun && !row.cells.iter().any(|c| cells::is_block(c))) {
            continue;
        }
        if pasted.lines.len() == MAX_PASTE_ROWS {
            pasted.unread += 1;
            continue;
        }
        let seen = Seen::of(&row, columns.as_deref());
        pasted.lines.push(judge.line(row.line, seen));
    }
    Ok(pasted)
}

fn heading(row: &Row) -> Option<Vec<Option<Column>>> {
    if row.cells.iter().any(|c| cells::is_block(c)) { None } else { HEADING.of(row) }
}

/// The edit that adds the rows that are not left out, to a VPC, as one step.
pub fn add_subnets(model: &Model, vpc: Ix<Vpc>, pasted: &Pasted<FoundSubnet>, kind: OriginKind) -> Edit {
    let mut keys: HashSet<String> = model.subnets.iter().map(|s| s.key.to_string()).collect();
    let mut edits = Vec::new();
    for found in pasted.added() {
        let key = Key::make(&found.name, "subnet", |k| keys.contains(k));
        keys.insert(key.to_string());
        let exists = kind == OriginKind::Existing;
        let wanted = Subnet {
            name: found.name.clone(),
            zone: found.zone.clone(),
            cidr: found.cidr.clone(),
            resource_group: found.resource_group.clone(),
            ..Subnet::default()
        };
        let origin = if exists { Origin::existing(&found.id) } else { Origin::default() };
        edits.push(Edit::Add(New::Subnet(model.vpcs[vpc].key.clone(), Resource { key, origin, wanted })));
    }
    let label = match edits.len() {
        1 => "add a pasted subnet".to_owned(),
        n => format!("add {n} pasted subnets"),
    };
    Edit::All { label, edits }
}

/// What a row says, before anything is made of it.
#[derive(Default)]
struct Seen {
    subnet: FoundSubnet,
    vpc: String,
    status: String,
}

impl Seen {
    /// Reads a row by the names above it; what they do not name, by its look.
    fn of(row: &Row, columns: Option<&[Option<Column>]>) -> Self {
        let mut seen = Self::default();
        let named = |i: usize| columns.and_then(|c| c.get(i).copied().flatten());
        for (i, cell) in row.cells.iter().enumerate() {
            if let Some(column) = named(i) {
                seen.slot(column).clone_from(cell);
            }
        }
        if !cells::is_block(&seen.subnet.cidr) {
            seen.subnet.cidr.clear();
        }
        let named_columns: Vec<Column> = columns.into_iter().flatten().flatten().copied().collect();
        for (_, cell) in row.cells.iter().enumerate().filter(|(i, c)| named(*i).is_none() && !c.is_empty()) {
            if let Some(column) = by_look(cell)
                && (column == Column::Cidr || !named_columns.contains(&column))
                // Where all columns have a name, an unknown one is no subnet's name.
                && (column != Column::Name || columns.is_none())
                && seen.slot(column).is_empty()
            {
                seen.slot(column).clone_from(cell);
            }
        }
        seen
    }

    fn slot(&mut self, column: Column) -> &mut String {
        match column {
            Column::Id => &mut self.subnet.id,
            Column::Name => &mut self.subnet.name,
            Column::Status => &mut self.status,
            Column::Cidr => &mut self.subnet.cidr,
            Column::Vpc => &mut self.vpc,
            Column::Zone => &mut self.subnet.zone,
            Column::ResourceGroup => &mut self.subnet.resource_group,
        }
    }
}

fn by_look(cell: &str) -> Option<Column> {
    if cells::is_block(cell) {
        Some(Column::Cidr)
    } else if cells::is_zone(cell) {
        Some(Column::Zone)
    } else if cells::is_id(cell) {
        Some(Column::Id)
    } else if cells::is_state(cell) {
        Some(Column::Status)
    } else if cell.bytes().next().is_some_and(|b| b.is_ascii_alphabetic()) {
        Some(Column::Name)
    } else {
        None
    }
}

/// Decides which rows are added.
struct Judge<'m> {
    model: &'m Model,
    vpc: &'m Vpc,
    names: HashMap<String, bool>,
    ids: HashMap<String, bool>,
    blocks: HashMap<Ipv4Net, bool>,
}

impl<'m> Judge<'m> {
    fn new(model: &'m Model, vpc: Ix<Vpc>) -> Self {
        let vpc = &model.vpcs[vpc];
        let subnets = || vpc.subnets.iter().map(|&s| &model.subnets[s]);
        // `true` for what the plan has, `false` for what an earlier row says.
        let names = subnets().map(|s| (s.name.to_string(), true)).filter(|(n, _)| !n.is_empty()).collect();
        let ids = subnets().filter_map(|s| s.origin.id()).map(|id| (id.to_string(), true)).collect();
        let blocks = subnets().filter_map(|s| s.net.get()).map(|net| (net, true)).collect();
        Self { model, vpc, names, ids, blocks }
    }

    fn line(&mut self, number: usize, seen: Seen) -> Line<FoundSubnet> {
        let Seen { subnet: mut says, vpc, status } = seen;
        let net = says.cidr.parse::<Ipv4Net>().ok();
        if says.zone.is_empty()
            && let Some(net) = net
        {
            says.zone = self.zone_of(net);
        }
        let skip = self.skip(&says, net, &vpc, &status);
        if skip.is_none() {
            self.names.entry(says.name.clone()).or_insert(false);
            self.ids.entry(says.id.clone()).or_insert(false);
            if let Some(net) = net {
                self.blocks.entry(net.trunc()).or_insert(false);
            }
        }
        Line { number, says, skip }
    }

    /// The zone of the VPC's prefix that holds a block.
    fn zone_of(&self, net: Ipv4Net) -> String {
        let prefixes = self.vpc.prefixes.iter().map(|&p| &self.model.prefixes[p]);
        let holds = |p: Ipv4Net| Span::from(p).contains(net.into());
        let mut holding = prefixes.filter(|p| p.net.get().is_some_and(holds)).map(|p| p.zone.to_string());
        holding.next().unwrap_or_default()
    }

    fn skip(&self, says: &FoundSubnet, net: Option<Ipv4Net>, vpc: &str, status: &str) -> Option<String> {
        let Some(net) = net else { return Some("no CIDR".to_owned()) };
        if !self.is_here(vpc) {
            return Some(format!("in another VPC, {vpc}"));
        }
        if let (Some(zone), Some(region)) = (zone(&says.zone), self.vpc.region.get())
            && zone.region != region
        {
            return Some(format!("{zone} is not in {region}"));
        }
        if status.eq_ignore_ascii_case("deleting") {
            return Some("is being deleted".to_owned());
        }
        let twice = |known: Option<&bool>, what: &str| {
            known.map(|&plan| {
                format!("{what} is {}", if plan { "in the plan already" } else { "in a row above" })
            })
        };
        let id = if says.id.is_empty() { None } else { self.ids.get(&says.id) };
        let name = if says.name.is_empty() { None } else { self.names.get(&says.name) };
        let block = self.blocks.get(&net.trunc());
        twice(id, "this ID").or_else(|| twice(name, &says.name)).or_else(|| twice(block, &says.cidr))
    }

    /// Whether a row's VPC is the one that rows are read for, as far as can be
    /// said: a name can only be compared with a name.
    fn is_here(&self, vpc: &str) -> bool {
        let known: Vec<String> =
            [self.vpc.name.to_string(), self.id()].into_iter().filter(|t| !t.is_empty()).collect();
        let comparable = if cells::is_id(vpc) { !self.id().is_empty() } else { !self.vpc.name.is_empty() };
        vpc.is_empty() || !comparable || known.iter().any(|k| k == vpc)
    }

    fn id(&self) -> String {
        self.vpc.origin.id().map(ToString::to_string).unwrap_or_default()
    }
}
