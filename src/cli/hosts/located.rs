//! Where the places of a plan stand in its file, for reports that show them there.

use crate::plan::{Key, Object, Place};
use serde_json::value::RawValue;
use std::collections::HashMap;

/// A part of one line of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Region {
    /// Its line, from 1.
    pub(super) line: usize,
    /// Column of its first character, from 1, counted in UTF-16 code units, as
    /// editors and code hosts count.
    pub(super) column: usize,
    /// Column after its last character.
    pub(super) end_column: usize,
}

impl Region {
    /// The first character of a file: where nothing better is known.
    pub(super) const START: Self = Self { line: 1, column: 1, end_column: 2 };
}

/// The objects of a plan file, each with its part of the text.
pub(super) struct Located<'t> {
    text: &'t str,
    /// Where each line begins, in bytes.
    lines: Vec<usize>,
    objects: HashMap<Object, &'t RawValue>,
}

type Members<'t> = HashMap<String, &'t RawValue>;

/// The values of an object by their names; none of anything else.
fn members(of: &RawValue) -> Members<'_> {
    serde_json::from_str(of.get()).unwrap_or_default()
}

/// What a path of names leads to within an object.
fn member<'t>(of: &'t RawValue, path: &str) -> Option<&'t RawValue> {
    path.split('/').try_fold(of, |object, name| members(object).remove(name))
}

/// The items of a list that is a member of an object.
fn items<'t>(of: &Members<'t>, name: &str) -> Vec<&'t RawValue> {
    of.get(name).and_then(|list| serde_json::from_str(list.get()).ok()).unwrap_or_default()
}

impl<'t> Located<'t> {
    /// Finds the objects of a plan in the text that it was read from.
    pub(super) fn of(text: &'t str) -> Self {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(feed, _)| feed + 1)).collect();
        let mut located = Self { text, lines, objects: HashMap::new() };
        let file: Members<'t> = serde_json::from_str(text).unwrap_or_default();
        if let Some(&plan) = file.get("plan") {
            located.plan(plan);
        }
        located
    }

    fn plan(&mut self, plan: &'t RawValue) {
        self.objects.insert(Object::Plan, plan);
        let plan = members(plan);
        for (_, vpc) in self.resources(&plan, "vpcs", Object::Vpc) {
            self.resources(&vpc, "dns_resolution_bindings", Object::DnsBinding);
            self.resources(&vpc, "prefixes", Object::Prefix);
            for (_, acl) in self.resources(&vpc, "network_acls", Object::Acl) {
                self.resources(&acl, "rules", Object::AclRule);
            }
            for (key, subnet) in self.resources(&vpc, "subnets", Object::Subnet) {
                self.resources(&subnet, "reserved_ips", Object::ReservedIp);
                self.counted(&subnet, "taken", |i| Object::Taken(key.clone(), i));
            }
            for (_, group) in self.resources(&vpc, "security_groups", Object::Group) {
                self.resources(&group, "rules", Object::Rule);
            }
        }
        for (key, gateway) in self.resources(&plan, "gateways", Object::Gateway) {
            self.resources(&gateway, "resource_bindings", Object::ResourceBinding);
            self.counted(&gateway, "addresses", |i| Object::Address(key.clone(), i));
        }
        self.resources(&plan, "policies", Object::Policy);
    }

    /// Notes the objects of a list by their keys, and returns what is wanted of each.
    fn resources(
        &mut self,
        of: &Members<'t>,
        list: &str,
        object: fn(Key) -> Object,
    ) -> Vec<(Key, Members<'t>)> {
        let mut found = Vec::new();
        for item in items(of, list) {
            let fields = members(item);
            let key = fields.get("key").and_then(|key| serde_json::from_str::<Key>(key.get()).ok());
            let Some(key) = key else { continue };
            self.objects.insert(object(key.clone()), item);
            found.push((key, fields.get("wanted").map(|wanted| members(wanted)).unwrap_or_default()));
        }
        found
    }

    /// Notes the objects of a list that have no keys.
    fn counted(&mut self, of: &Members<'t>, list: &str, object: impl Fn(usize) -> Object) {
        for (i, item) in items(of, list).into_iter().enumerate() {
            self.objects.insert(object(i), item);
        }
    }

    /// Where a place stands: the value of its field, or, where the field is left out
    /// or the whole object is meant, what tells the object from others.
    pub(super) fn region(&self, place: &Place) -> Region {
        let Some(object) = self.objects.get(&place.object) else { return Region::START };
        let field = place.field.and_then(|field| {
            let path = field.path();
            let paths = [format!("wanted/{path}"), path.to_owned(), format!("origin/{path}")];
            paths.iter().find_map(|path| member(object, path))
        });
        let name = || ["key", "zone", "addresses", "name"].into_iter().find_map(|name| member(object, name));
        self.region_of(field.or_else(name).unwrap_or(object))
    }

    /// The part of the text that a value takes: of a list or an object its bracket.
    fn region_of(&self, value: &'t RawValue) -> Region {
        let text = value.get();
        let start = text.as_ptr() as usize - self.text.as_ptr() as usize;
        let length = if text.starts_with(['{', '[']) { 1 } else { text.len() };
        let line = self.lines.partition_point(|&begin| begin <= start);
        let units = |text: &str| text.chars().map(char::len_utf16).sum::<usize>();
        let column = 1 + units(&self.text[self.lines[line - 1]..start]);
        Region { line, column, end_column: column + units(&text[..length]) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::plan::{self, Field};

    fn key(text: &str) -> Key {
        Key::new(text).unwrap()
    }

    /// The text that a place's region marks, after its line.
    fn marked(text: &str, place: &Place) -> String {
        let Region { line, column, end_column } = Located::of(text).region(place);
        let units: Vec<u16> =
            text.trim_start_matches('\u{feff}').lines().nth(line - 1).unwrap().encode_utf16().collect();
        format!("{line} {}", String::from_utf16(&units[column - 1..end_column - 1]).unwrap())
    }

    const TEXT: &str = r#"{"vpe_planner": 1, "plan": {"name": "é𝄞", "vpcs": [{
  "origin": {"kind": "existing", "id": "r006-1"},
  "wanted": {"name": "v", "subnets": [
    {"key": "s", "wanted": {"name": "𝄞𝄞", "cidr": "10.0.0.0/26", "taken": [{"addresses": "10.0.0.9"}],
      "reserved_ips": [{"id": "0717-2", "key": "ip"}]}}],
    "prefixes": [{"key": "p", "wanted": {"zone": "z"}}],
    "security_groups": [{"key": "g", "wanted": {"rules": [{"key": "r", "wanted": {"remote": "any"}}]}}]},
  "key": "v"}],
  "gateways": [{"key": "a", "wanted": {}},
    {"key": "b", "wanted": {
      "target": {"\u006bind": "provider_cloud_service", "crn": "crn:"},
      "addresses": [{"zone": "z-1"}, {"address": "10.0.0.4"}], "tags": [
        "x"]}}]}}
"#;

    #[test]
    fn places_stand_where_their_values_do() {
        plan::read(TEXT).unwrap();
        for (place, expected) in [
            (Object::Plan.place(), "1 \"é𝄞\""),
            (Object::Plan.at(Field::Name), "1 \"é𝄞\""),
            (Object::Plan.at(Field::Cli), "1 \"é𝄞\""),
            (Object::Vpc(key("v")).place(), "8 \"v\""),
            (Object::Vpc(key("v")).at(Field::Id), "2 \"r006-1\""),
            (Object::Vpc(key("v")).at(Field::Origin), "2 {"),
            (Object::Vpc(key("v")).at(Field::Region), "8 \"v\""),
            (Object::Subnet(key("s")).at(Field::Cidr), "4 \"10.0.0.0/26\""),
            (Object::Taken(key("s"), 0).place(), "4 \"10.0.0.9\""),
            (Object::Taken(key("s"), 0).at(Field::Addresses), "4 \"10.0.0.9\""),
            (Object::ReservedIp(key("ip")).at(Field::Id), "5 \"0717-2\""),
            (Object::ReservedIp(key("ip")).place(), "5 \"ip\""),
            (Object::Prefix(key("p")).at(Field::Zone), "6 \"z\""),
            (Object::Group(key("g")).place(), "7 \"g\""),
            (Object::Rule(key("r")).at(Field::Remote), "7 \"any\""),
            (Object::Gateway(key("a")).place(), "9 \"a\""),
            (Object::Gateway(key("b")).at(Field::TargetKind), "11 \"provider_cloud_service\""),
            (Object::Gateway(key("b")).at(Field::Crn), "11 \"crn:\""),
            (Object::Address(key("b"), 0).place(), "12 \"z-1\""),
            (Object::Address(key("b"), 0).at(Field::Address), "12 \"z-1\""),
            (Object::Address(key("b"), 1).place(), "12 {"),
            (Object::Address(key("b"), 1).at(Field::Address), "12 \"10.0.0.4\""),
            (Object::Gateway(key("b")).at(Field::Tags), "12 ["),
            (Object::Gateway(key("nowhere")).at(Field::Tags), "1 {"),
        ] {
            assert_eq!(marked(TEXT, &place), expected, "{place:?}");
            assert_eq!(marked(&format!("\u{feff}{TEXT}"), &place), expected, "{place:?} after a mark");
            assert_eq!(marked(&TEXT.replace('\n', "\r\n"), &place), expected, "{place:?} with CRLF");
        }
    }
}
