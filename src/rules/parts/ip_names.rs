//! What the names of a gateway's new reserved IPs begin with.

use crate::model::{Form, Gateway, Model};

/// Whether a name can begin so. An empty text says nothing, and is no fault.
pub(in crate::rules) fn begins_names(text: &str) -> bool {
    text.is_empty()
        || text.starts_with(|c: char| c.is_ascii_lowercase())
            && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// What they begin with, where that is known and the gateway gets any.
pub(in crate::rules) fn ip_prefix<'m>(model: &Model, gateway: &'m Gateway) -> Option<&'m str> {
    let mut forms = gateway.addresses.iter().map(|&a| &model.addresses[a].form);
    if !forms.any(|f| matches!(f, Form::Chosen | Form::Given(_))) {
        return None;
    }
    match gateway.ip_prefix.as_str() {
        "" => gateway.name.value().map(|n| n.as_str()),
        prefix => Some(prefix).filter(|p| begins_names(p)),
    }
}
