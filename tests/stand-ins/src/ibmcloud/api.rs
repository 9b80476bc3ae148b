//! How the command line reaches the account: by the same calls as everybody.

use serde_json::{Value, json};

use crate::cloud::fault::Fault;
use crate::cloud::judge::judge;
use crate::cloud::record::{CallRecord, Tool};
use crate::cloud::world::World;
use crate::http::Request;

/// One run's access to the API.
pub(crate) struct Api<'a> {
    pub(crate) world: &'a mut World,
    calls: Vec<CallRecord>,
    /// The state for which the next call is meant.
    pub(crate) if_match: Option<String>,
    /// Whether a call failed because a test wanted it to.
    pub(crate) staged: bool,
}

impl<'a> Api<'a> {
    pub(crate) fn new(world: &'a mut World) -> Self {
        Self { world, calls: Vec::new(), if_match: None, staged: false }
    }

    pub(crate) fn into_calls(self) -> Vec<CallRecord> {
        self.calls
    }

    fn region(&self) -> Result<String, String> {
        let region = self.world.session.region.clone();
        region.ok_or_else(|| "No region is targeted. Use 'ibmcloud target -r REGION'.".to_owned())
    }

    /// One call of the VPC API in the targeted region.
    pub(crate) fn vpc(
        &mut self,
        method: &str,
        path: &str,
        query: &[(&str, &str)],
        body: Option<Value>,
    ) -> Result<Value, String> {
        let region = self.region()?;
        let mut query: Vec<(String, String)> =
            query.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        // An older plug-in asks in the older form.
        let version = if self.world.settings.before_16() { "2025-11-17" } else { "2026-10-06" };
        query.push(("version".to_owned(), version.to_owned()));
        query.push(("generation".to_owned(), "2".to_owned()));
        self.send(method, format!("/{region}/v1{path}"), query, body)
    }

    /// One call of the identity and access service.
    pub(crate) fn iam(
        &mut self,
        method: &str,
        path: &str,
        query: &[(&str, &str)],
        body: Option<Value>,
    ) -> Result<Value, String> {
        let query = query.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        self.send(method, format!("/iam{path}"), query, body)
    }

    /// One call of the tagging service: `attach` or `detach`.
    pub(crate) fn tags(&mut self, verb: &str, kind: &str, body: Value) -> Result<Value, String> {
        let query = vec![("tag_type".to_owned(), kind.to_owned())];
        self.send("POST", format!("/tagging/v3/tags/{verb}"), query, Some(body))
    }

    fn send(
        &mut self,
        method: &str,
        path: String,
        query: Vec<(String, String)>,
        body: Option<Value>,
    ) -> Result<Value, String> {
        let content = match method {
            "PATCH" => "application/merge-patch+json",
            _ => "application/json",
        };
        let request = Request {
            method: method.to_owned(),
            path,
            query,
            headers: [
                ("authorization".to_owned(), format!("Bearer {}", self.world.acting().token)),
                ("content-type".to_owned(), content.to_owned()),
            ]
            .into_iter()
            .chain(self.if_match.take().map(|tag| ("if-match".to_owned(), tag)))
            .collect(),
            body: body.map(|body| body.to_string().into_bytes()).unwrap_or_default(),
        };
        let mut done = judge(self.world, &request).map_err(|fault| self.failed(&fault))?;
        let (answer, lost) = (done.answer.clone(), done.lost.take());
        self.calls.push(CallRecord::of(&request, done, Tool::Cli));
        lost.map_or(Ok(answer), |fault| Err(self.failed(&fault)))
    }

    fn failed(&mut self, fault: &Fault) -> String {
        self.staged |= fault.staged;
        fault.sentence()
    }

    /// A whole collection, all pages merged.
    pub(crate) fn list(
        &mut self,
        path: &str,
        key: &str,
        query: &[(&str, &str)],
    ) -> Result<Vec<Value>, String> {
        let mut all = Vec::new();
        let mut start: Option<String> = None;
        loop {
            let mut query = query.to_vec();
            if let Some(start) = &start {
                query.push(("start", start));
            }
            let page = self.vpc("GET", path, &query, None)?;
            let items = page[key].as_array().cloned().unwrap_or_default();
            all.extend(items);
            let next = page.pointer("/next/href").and_then(Value::as_str);
            match next.and_then(|href| href.split("start=").nth(1)) {
                Some(token) => start = Some(token.to_owned()),
                None => return Ok(all),
            }
        }
    }

    /// The one item that an argument names by id, name or CRN.
    pub(crate) fn pick(items: Vec<Value>, reference: &str, kind: &str) -> Result<Value, String> {
        let by = |key: &str| -> Vec<&Value> { items.iter().filter(|item| item[key] == reference).collect() };
        let found = [by("id"), by("crn"), by("name")].into_iter().find(|found| !found.is_empty());
        match found.as_deref() {
            None => Err(format!("no {kind} is called {reference:?}")),
            Some([one]) => Ok((*one).clone()),
            Some(many) => Err(format!("{} {kind}s are called {reference:?}", many.len())),
        }
    }

    pub(crate) fn find_vpc(&mut self, reference: &str) -> Result<Value, String> {
        let items = self.list("/vpcs", "vpcs", &[])?;
        Self::pick(items, reference, "VPC")
    }

    /// Something in the region, or in one VPC of it where `--vpc` says so.
    pub(crate) fn find(
        &mut self,
        collection: &str,
        reference: &str,
        vpc: Option<&str>,
    ) -> Result<Value, String> {
        let mut items = self.list(&format!("/{collection}"), collection, &[])?;
        if let Some(vpc) = vpc {
            let vpc = self.find_vpc(vpc)?;
            items.retain(|item| item["vpc"]["id"] == vpc["id"]);
        }
        Self::pick(items, reference, collection.trim_end_matches('s'))
    }

    /// Something in a collection below another thing.
    pub(crate) fn find_under(&mut self, path: &str, key: &str, reference: &str) -> Result<Value, String> {
        // The rules of a group are not answered in pages.
        let items = if key == "rules" && path.starts_with("/security_groups/") {
            let shown = self.vpc("GET", path, &[], None)?;
            shown[key].as_array().cloned().unwrap_or_default()
        } else {
            self.list(path, key, &[])?
        };
        Self::pick(items, reference, key.trim_end_matches('s'))
    }

    pub(crate) fn find_ip(&mut self, subnet: &str, reference: &str) -> Result<Value, String> {
        let items = self.list(&format!("/subnets/{subnet}/reserved_ips"), "reserved_ips", &[])?;
        Self::pick(items, reference, "reserved IP")
    }

    /// The id of the resource group that the flags name; none where they name none.
    pub(crate) fn group_flag(&self, id: Option<&str>, name: Option<&str>) -> Result<Option<String>, String> {
        let mut groups =
            self.world.resource_groups.iter().filter(|group| group.account == self.world.account);
        let found = match (id, name) {
            (Some(id), _) => groups.find(|group| group.id == id),
            (None, Some(name)) => groups.find(|group| group.name == name),
            (None, None) => return Ok(None),
        };
        match found {
            Some(group) => Ok(Some(group.id.clone())),
            None => Err(format!("there is no resource group {:?}", id.or(name))),
        }
    }
}

/// `{"id": …}` of something that was found.
pub(crate) fn id_of(value: &Value) -> Value {
    json!({ "id": value["id"] })
}

/// The id of something that was found.
pub(crate) fn id_text(value: &Value) -> String {
    value["id"].as_str().unwrap_or_default().to_owned()
}
