//! What the stand-in remembers of each call.

use serde_json::Value;

use super::judge::Done;
use crate::http::Request;

/// Through which door a call came.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tool {
    /// Over HTTP.
    Api,
    /// On behalf of the stand-in `ibmcloud`.
    Cli,
    /// On behalf of the stand-in provider of terraform.
    Terraform,
}

/// One call that was carried out.
#[derive(Debug, Clone, PartialEq)]
pub struct CallRecord {
    /// The call's name in `src/tables/api_calls.json`, like `create_endpoint_gateway`.
    pub id: String,
    /// Through which door it came.
    pub tool: Tool,
    /// The HTTP method.
    pub method: String,
    /// The region of a VPC call; empty for the other services.
    pub region: String,
    /// The path behind the service's prefix, like `/endpoint_gateways`.
    pub path: String,
    /// The query's pairs in the order sent.
    pub query: Vec<(String, String)>,
    /// The body; `Null` where there was none. A token call's key is left out.
    pub body: Value,
}

impl CallRecord {
    pub(crate) fn of(request: &Request, done: Done, tool: Tool) -> Self {
        let secret = done.row.id == "token";
        Self {
            id: done.row.id.clone(),
            tool,
            method: request.method.clone(),
            region: done.region,
            path: done.path,
            query: request.query.clone(),
            body: if secret { Value::Null } else { done.body },
        }
    }

    /// Whether the call changed anything.
    pub fn mutates(&self) -> bool {
        self.method != "GET" && self.id != "token"
    }
}

/// A call or command that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Method and path, or the command with its arguments.
    pub what: String,
    /// Why, in words; for the API with its code.
    pub why: String,
}
