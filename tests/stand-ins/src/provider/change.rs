//! Planning, making, changing, ending and importing resources.

use super::api::{Api, Refused};
use super::messages as m;
use super::resources::{self, Resource};
use super::table::Block;
use super::value::{Object, Value, get};
use super::{Faults, Provider, conform, error, fault, kind, object, packed, plan, resource};

impl Provider {
    pub(super) fn plan(&self, request: &m::ChangeRequest) -> Result<m::PlanResourceChangeResponse, Faults> {
        let row = resource(&request.type_name);
        let prior = object(request.prior_state.as_ref())?;
        let config = object(request.config.as_ref())?.unwrap_or_default();
        let planned = match (prior, object(request.wanted.as_ref())?) {
            (_, None) => None,
            (None, Some(proposed)) => Some(plan::create(row, &proposed, &config)),
            (Some(prior), Some(proposed)) => Some(plan::update(row, &prior, &proposed, &config)),
        };
        let mut response = m::PlanResourceChangeResponse {
            legacy_type_system: true,
            ..m::PlanResourceChangeResponse::default()
        };
        let Some(planned) = planned else {
            response.planned_state = Some(packed(&Value::Null));
            return Ok(response);
        };
        let access = access_tags(&self.api.borrow(), row, &planned.state).map_err(fault)?;
        response.diagnostics = planned
            .refused
            .into_iter()
            .map(|path| error("this cannot be changed after creation: make a new one instead", Some(path)))
            .chain(access)
            .collect();
        response.planned_state = Some(packed(&Value::Object(planned.state)));
        response.requires_replace = planned.replace.into_iter().map(Into::into).collect();
        Ok(response)
    }

    pub(super) fn apply(&self, request: &m::ChangeRequest) -> m::ApplyResourceChangeResponse {
        let (state, diagnostics) = self.change(request).unwrap_or_else(|faults| {
            // Nothing was done: what was there is there still.
            let prior = object(request.prior_state.as_ref()).ok().flatten();
            (prior.map_or(Value::Null, Value::Object), faults)
        });
        m::ApplyResourceChangeResponse {
            new_state: Some(packed(&state)),
            diagnostics,
            legacy_type_system: true,
        }
    }

    fn change(&self, request: &m::ChangeRequest) -> Result<(Value, Faults), Faults> {
        let (row, kind) = (resource(&request.type_name), kind(&request.type_name)?);
        let api = self.api.borrow();
        let prior = object(request.prior_state.as_ref())?;
        let wanted = object(request.wanted.as_ref())?;
        let (mut wanted, faults): (Object, Faults) = match (prior, wanted) {
            (Some(prior), None) => {
                kind.delete(&api, &prior).map_err(fault)?;
                return Ok((Value::Null, Faults::new()));
            }
            (Some(prior), Some(wanted)) => {
                kind.update(&api, &prior, &wanted).map_err(fault)?;
                (wanted, Faults::new())
            }
            (None, Some(mut wanted)) => {
                let (id, faults) = match kind.create(&api, &wanted) {
                    Ok(id) => (id, Faults::new()),
                    Err(resources::Failed { id: Some(id), why }) => (id, fault(why)),
                    Err(resources::Failed { id: None, why }) => return Err(fault(why)),
                };
                wanted.insert("id".to_owned(), Value::Text(id));
                (wanted, faults)
            }
            (None, None) => return Ok((Value::Null, Faults::new())),
        };
        wanted.retain(|_, value| *value != Value::Unknown);
        // What was made is kept, even where it cannot be read.
        Ok(match refreshed(&api, kind, row, wanted.clone()) {
            Ok(state) => (state, faults),
            Err(why) => {
                (Value::Object(conform::state(row, &wanted)), faults.into_iter().chain(fault(why)).collect())
            }
        })
    }
}

/// Access tags must exist before they are attached; that is looked up at every plan of what takes
/// tags (Terraform facts §1, §2.12).
fn access_tags(api: &Api, row: &Block, planned: &Object) -> Result<Option<m::Diagnostic>, Refused> {
    if !row.attributes.contains_key("access_tags") {
        return Ok(None);
    }
    let known = api.access_tags()?;
    let wanted = get(planned, "access_tags").items().iter().filter_map(Value::text);
    let missing: Vec<&str> = wanted.filter(|tag| !known.iter().any(|one| one == tag)).collect();
    let path = || plan::Path::default().attribute("access_tags");
    let summary = format!("Error : Access tag(s) {} does not exist", missing.join(", "));
    Ok((!missing.is_empty()).then(|| error(&summary, Some(path()))))
}

/// The state with what the service tells now; null when it is gone.
pub(super) fn refreshed(
    api: &Api,
    kind: &dyn Resource,
    row: &Block,
    mut state: Object,
) -> Result<Value, Refused> {
    let Some(read) = kind.read(api, &state)? else { return Ok(Value::Null) };
    state.extend(read);
    Ok(Value::Object(conform::state(row, &state)))
}

/// An import knows the id only; terraform reads the rest afterwards.
pub(super) fn import(request: &m::ImportResourceStateRequest) -> m::ImportResourceStateResponse {
    let known = Object::from([("id".to_owned(), Value::Text(request.id.clone()))]);
    let state = conform::state(resource(&request.type_name), &known);
    let imported = m::ImportedResource {
        type_name: request.type_name.clone(),
        state: Some(packed(&Value::Object(state))),
    };
    m::ImportResourceStateResponse { imported_resources: vec![imported], diagnostics: Faults::new() }
}
