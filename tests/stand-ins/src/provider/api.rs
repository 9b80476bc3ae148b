//! The provider's calls to the account: the same door, rules and state as everybody else's.

use std::sync::{Arc, Mutex};

use serde_json::{Value as Json, json};

use crate::cloud::record::Tool;
use crate::cloud::{Inner, lock};
use crate::http::Request;

/// The date of the VPC API that the provider asks for (Terraform facts §0).
const VERSION: &str = "2026-06-23";

/// A call that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Refused {
    pub(super) status: u16,
    /// Call, code and message.
    pub(super) why: String,
}

impl Refused {
    /// A fault that the provider finds by itself.
    pub(super) fn own(why: impl Into<String>) -> Self {
        Self { status: 0, why: why.into() }
    }
}

/// The account, as the provider sees it with its region.
pub(super) struct Api {
    pub(super) inner: Arc<Mutex<Inner>>,
    /// The token of the account that it works in.
    pub(super) token: String,
    pub(super) region: String,
}

impl Api {
    /// A call of the VPC API; `path` begins behind its version.
    pub(super) fn vpc(&self, method: &str, path: &str, body: Option<Json>) -> Result<Json, Refused> {
        let path = format!("/{}/v1{path}", self.region);
        self.send(method, &path, &[("version", VERSION), ("generation", "2")], body)
    }

    /// What is at a path of the VPC API; none where there is nothing.
    pub(super) fn find(&self, path: &str) -> Result<Option<Json>, Refused> {
        match self.vpc("GET", path, None) {
            Ok(found) => Ok(Some(found)),
            Err(refused) if refused.status == 404 => Ok(None),
            Err(refused) => Err(refused),
        }
    }

    /// All pages of a collection of the VPC API.
    pub(super) fn list(&self, path: &str, key: &str, filter: &[(&str, &str)]) -> Result<Vec<Json>, Refused> {
        let mut all = Vec::new();
        let mut start: Option<String> = None;
        loop {
            let mut query = vec![("version", VERSION), ("generation", "2")];
            query.extend(filter);
            query.extend(start.as_deref().map(|start| ("start", start)));
            let page = self.send("GET", &format!("/{}/v1{path}", self.region), &query, None)?;
            all.extend(page[key].as_array().into_iter().flatten().cloned());
            let next = page["next"]["href"].as_str().and_then(|href| href.split("start=").nth(1));
            match next {
                Some(token) => start = Some(token.to_owned()),
                None => return Ok(all),
            }
        }
    }

    /// A call of any of the account's services.
    pub(super) fn send(
        &self,
        method: &str,
        path: &str,
        query: &[(&str, &str)],
        body: Option<Json>,
    ) -> Result<Json, Refused> {
        let kind = match method {
            "PATCH" => "application/merge-patch+json",
            _ => "application/json",
        };
        let mut headers = vec![("authorization".to_owned(), format!("Bearer {}", self.token))];
        if body.is_some() {
            headers.push(("content-type".to_owned(), kind.to_owned()));
        }
        let request = Request {
            method: method.to_owned(),
            path: path.to_owned(),
            query: query.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect(),
            headers,
            body: body.map(|body| body.to_string().into_bytes()).unwrap_or_default(),
        };
        let reply = lock(&self.inner).answer(request, Tool::Terraform);
        let said = if reply.body.is_empty() {
            Json::Null
        } else {
            serde_json::from_slice(&reply.body).expect("the account answers in JSON")
        };
        if reply.status < 300 {
            return Ok(said);
        }
        let error = &said["errors"][0];
        let [code, message] = ["code", "message"].map(|key| error[key].as_str().unwrap_or_default());
        let why = format!("{method} {path}: {code}: {message}");
        Err(Refused { status: reply.status, why })
    }

    /// Asks until `done`, at most so often; the last that was seen.
    ///
    /// # Errors
    /// What the service refuses; or that the time is over, with what was seen last.
    pub(super) fn wait(
        &self,
        path: &str,
        polls: u32,
        done: impl Fn(&Json) -> bool,
    ) -> Result<Json, (Refused, Json)> {
        let mut seen = Json::Null;
        for _ in 0..polls {
            seen = self.vpc("GET", path, None).map_err(|refused| (refused, Json::Null))?;
            if done(&seen) {
                return Ok(seen);
            }
        }
        let why = format!("timeout while waiting for {path}");
        Err((Refused::own(why), seen))
    }

    /// Asks until there is nothing any more.
    pub(super) fn wait_gone(&self, path: &str, polls: u32) -> Result<(), Refused> {
        for _ in 0..polls {
            if self.find(path)?.is_none() {
                return Ok(());
            }
        }
        Err(Refused::own(format!("timeout while waiting for {path} to be gone")))
    }

    /// Deletes; what is gone already is fine, and what is still in use is tried again.
    pub(super) fn delete(&self, path: &str, polls: u32) -> Result<(), Refused> {
        let mut last = Refused::own(format!("timeout while deleting {path}"));
        for _ in 0..polls.max(1) {
            match self.vpc("DELETE", path, None) {
                Ok(_) => return Ok(()),
                Err(refused) if refused.status == 404 => return Ok(()),
                Err(refused) if refused.status == 409 => last = refused,
                Err(refused) => return Err(refused),
            }
        }
        Err(last)
    }

    /// The names of the tags attached to something.
    pub(super) fn tags(&self, crn: &str, kind: &str) -> Result<Vec<String>, Refused> {
        let query = [("providers", "ghost"), ("tag_type", kind), ("attached_to", crn), ("limit", "1000")];
        let found = self.send("GET", "/tagging/v3/tags", &query, None)?;
        Ok(names(&found))
    }

    /// The access tags of the account, as far as one page has them.
    pub(super) fn access_tags(&self) -> Result<Vec<String>, Refused> {
        let found = self.send("GET", "/tagging/v3/tags", &[("tag_type", "access")], None)?;
        Ok(names(&found))
    }

    /// Attaches or detaches tags; none are not sent.
    pub(super) fn change_tags(
        &self,
        act: &str,
        crn: &str,
        kind: &str,
        names: &[String],
    ) -> Result<(), Refused> {
        if names.is_empty() {
            return Ok(());
        }
        let body = json!({ "resources": [{ "resource_id": crn }], "tag_names": names });
        self.send("POST", &format!("/tagging/v3/tags/{act}"), &[("tag_type", kind)], Some(body)).map(drop)
    }

    /// The id of the account that the key belongs to.
    pub(super) fn account(&self) -> Result<String, Refused> {
        let query = [("default", "true")];
        let found = self.send("GET", "/resource-manager/v2/resource_groups", &query, None)?;
        Ok(found["resources"][0]["account_id"].as_str().unwrap_or_default().to_owned())
    }
}

/// The names of the tags of an answer.
fn names(found: &Json) -> Vec<String> {
    let items = found["items"].as_array().into_iter().flatten();
    items.filter_map(|item| item["name"].as_str().map(str::to_owned)).collect()
}
