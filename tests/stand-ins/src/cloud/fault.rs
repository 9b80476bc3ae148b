//! What the service answers when it refuses a call.

use serde_json::{Value, json};

use crate::http::Reply;

/// A refused call: the HTTP status, the service's own code, and the words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Fault {
    pub(crate) status: u16,
    pub(crate) code: &'static str,
    pub(crate) message: String,
    /// What is at fault: `field`, `parameter` or `header`, and its name.
    pub(crate) target: Option<(&'static str, String)>,
    /// The VPC whose gateways the call found being made or deleted; a while later it may not be so.
    pub(crate) busy: Option<String>,
    /// Seconds after which the call may be tried again, if the answer says so.
    pub(crate) retry_after: Option<u32>,
    /// Whether the caller did nothing wrong: a test asked for it, or what it reads was deleted by a call.
    pub(crate) staged: bool,
}

impl Fault {
    /// A 400 without a target.
    pub(crate) fn new(code: &'static str, message: impl Into<String>) -> Self {
        Self {
            status: 400,
            code,
            message: message.into(),
            target: None,
            busy: None,
            retry_after: None,
            staged: false,
        }
    }

    /// A 400 about a key of the body, named like `ips[0].address`.
    pub(crate) fn field(code: &'static str, name: &str, message: impl Into<String>) -> Self {
        Self { target: Some(("field", name.to_owned())), ..Self::new(code, message) }
    }

    /// A 400 about a query parameter.
    pub(crate) fn parameter(code: &'static str, name: &str, message: impl Into<String>) -> Self {
        Self { target: Some(("parameter", name.to_owned())), ..Self::new(code, message) }
    }

    /// A 404 for an id in the path.
    pub(crate) fn missing(kind: &str, id: &str) -> Self {
        Self { status: 404, ..Self::new("not_found", format!("there is no {kind} {id:?}")) }
    }

    /// A 409: what there is forbids the call.
    pub(crate) fn conflict(code: &'static str, message: impl Into<String>) -> Self {
        Self { status: 409, ..Self::new(code, message) }
    }

    /// A 409 for a VPC of which a gateway is being made or deleted (API facts §5). The code is not
    /// documented: nothing may depend on it.
    pub(crate) fn locked(vpc: &str, gateway: &str) -> Self {
        let message = format!("The VPC is locked: its endpoint gateway {gateway} is being changed");
        Self { busy: Some(vpc.to_owned()), ..Self::conflict("conflict", message) }
    }

    /// The same fault with another HTTP status.
    pub(crate) fn with_status(self, status: u16) -> Self {
        Self { status, ..self }
    }

    /// The error payload (API facts §5.1).
    pub(crate) fn body(&self) -> Value {
        let mut error = json!({ "code": self.code, "message": self.message });
        if let Some((kind, name)) = &self.target {
            error["target"] = json!({ "name": name, "type": kind });
        }
        json!({
            "errors": [error],
            "trace": "00000000-0000-4000-8000-000000000000",
            "status_code": self.status,
        })
    }

    /// The whole answer.
    pub(crate) fn reply(&self) -> Reply {
        let wait = self.retry_after.map(|seconds| ("Retry-After", seconds.to_string()));
        Reply { headers: wait.into_iter().collect(), ..Reply::json(self.status, &self.body()) }
    }

    /// Code, place and message on one line.
    pub(crate) fn sentence(&self) -> String {
        match &self.target {
            Some((kind, name)) => format!("{} ({kind} {name}): {}", self.code, self.message),
            None => format!("{}: {}", self.code, self.message),
        }
    }
}
