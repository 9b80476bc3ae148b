//! A stand-in for the provider `IBM-Cloud/ibm`, through which the real terraform works on the
//! account: plugin protocol 6 over gRPC on loopback, without registry, `init` or TLS.
//!
//! Its schema and what the schema does not tell stand in `src/tables/provider.json`. What the real
//! provider does not check, this one does not check either: the account refuses it then.

mod api;
mod change;
mod conform;
mod data;
mod grpc;
mod messages;
mod plan;
mod resources;
mod run;
mod schema;
mod table;
mod validate;
mod value;

use std::cell::RefCell;
use std::sync::{Arc, Mutex};

use prost::Message;

use self::api::{Api, Refused};
use self::messages as m;
use self::resources::Resource;
use self::table::{Block, table};
use self::value::{Object, Value};
use crate::cloud::Inner;

pub use self::run::{Change, Ran, Terraform};

/// The region of a configuration that names none (Terraform facts §1.15).
const REGION: &str = "us-south";

/// Starts a provider for the account of a token.
fn serve(inner: Arc<Mutex<Inner>>, token: String) -> grpc::Server {
    let provider = Provider { api: RefCell::new(Api { inner, token, region: REGION.to_owned() }) };
    grpc::Server::start(move |path, message| provider.call(path, message))
}

/// The provider with what it was configured with. Calls come one at a time, which is stricter than
/// the lock of a VPC that the real one holds while it creates there.
struct Provider {
    api: RefCell<Api>,
}

/// What a call ends with when it cannot be carried out.
type Faults = Vec<m::Diagnostic>;

impl Provider {
    /// Answers a call by its path; nothing where there is no such call.
    fn call(&self, path: &str, message: &[u8]) -> grpc::Reply {
        let name = path.strip_prefix("/tfplugin6.Provider/")?;
        Some(match name {
            "GetProviderSchema" => schema::whole().encode_to_vec(),
            "ValidateProviderConfig" => {
                let request: m::ValidateProviderConfigRequest = read(message);
                let faults = validated(&table().configuration, request.config.as_ref());
                m::ValidateProviderConfigResponse { diagnostics: faults }.encode_to_vec()
            }
            "ConfigureProvider" => {
                let request: m::ConfigureProviderRequest = read(message);
                let diagnostics = self.configure(request.config.as_ref()).err().unwrap_or_default();
                m::DiagnosticsResponse { diagnostics }.encode_to_vec()
            }
            "ValidateResourceConfig" => {
                let request: m::ConfigRequest = read(message);
                let diagnostics = validated(resource(&request.type_name), request.config.as_ref());
                m::DiagnosticsResponse { diagnostics }.encode_to_vec()
            }
            "ValidateDataResourceConfig" => {
                let request: m::ConfigRequest = read(message);
                let diagnostics = validated(source(&request.type_name), request.config.as_ref());
                m::DiagnosticsResponse { diagnostics }.encode_to_vec()
            }
            "UpgradeResourceState" => {
                let request: m::UpgradeResourceStateRequest = read(message);
                let json = request.raw_state.unwrap_or_default().json;
                let state = Some(m::DynamicValue { json, ..m::DynamicValue::default() });
                m::StateResponse { state, diagnostics: Faults::new() }.encode_to_vec()
            }
            "ReadResource" => answered(self.refresh(&read(message))).encode_to_vec(),
            "ReadDataSource" => answered(self.read_data(&read(message))).encode_to_vec(),
            "PlanResourceChange" => self
                .plan(&read(message))
                .unwrap_or_else(|diagnostics| m::PlanResourceChangeResponse {
                    diagnostics,
                    ..m::PlanResourceChangeResponse::default()
                })
                .encode_to_vec(),
            "ApplyResourceChange" => self.apply(&read(message)).encode_to_vec(),
            "ImportResourceState" => change::import(&read(message)).encode_to_vec(),
            "StopProvider" => m::Nothing {}.encode_to_vec(),
            _ => return None,
        })
    }

    fn configure(&self, config: Option<&m::DynamicValue>) -> Result<(), Faults> {
        let config = object(config)?.unwrap_or_default();
        let region = value::text(&config, "region");
        self.api.borrow_mut().region = if region.is_empty() { REGION } else { region }.to_owned();
        Ok(())
    }

    fn refresh(&self, request: &m::ReadResourceRequest) -> Result<Value, Faults> {
        let Some(state) = object(request.current_state.as_ref())? else { return Ok(Value::Null) };
        let (row, kind) = (resource(&request.type_name), kind(&request.type_name)?);
        change::refreshed(&self.api.borrow(), kind, row, state).map_err(fault)
    }

    fn read_data(&self, request: &m::ConfigRequest) -> Result<Value, Faults> {
        let row = source(&request.type_name);
        let mut state = object(request.config.as_ref())?.unwrap_or_default();
        let read = data::read(&request.type_name, &self.api.borrow(), &state).map_err(fault)?;
        state.extend(read);
        Ok(Value::Object(conform::state(row, &state)))
    }
}

fn validated(row: &Block, config: Option<&m::DynamicValue>) -> Faults {
    match object(config) {
        Ok(config) => validate::faults(row, &config.unwrap_or_default())
            .into_iter()
            .map(|fault| error(&fault.summary, Some(fault.path)))
            .collect(),
        Err(faults) => faults,
    }
}

/// The row of a resource. Terraform asks for no other than the schema has.
fn resource(name: &str) -> &'static Block {
    table().resources.get(name).expect("terraform asks for resources of the schema")
}

fn source(name: &str) -> &'static Block {
    table().data.get(name).expect("terraform asks for data sources of the schema")
}

fn kind(name: &str) -> Result<&'static dyn Resource, Faults> {
    resources::of(name).ok_or_else(|| vec![error(&format!("the stand-in does not make {name}"), None)])
}

fn read<T: Message + Default>(message: &[u8]) -> T {
    T::decode(message).expect("terraform sends messages of the protocol")
}

fn object(value: Option<&m::DynamicValue>) -> Result<Option<Object>, Faults> {
    let bytes = value.map(|value| value.msgpack.as_slice()).unwrap_or_default();
    if bytes.is_empty() {
        return Ok(None);
    }
    match Value::unpack(bytes) {
        Ok(Value::Object(object)) => Ok(Some(object)),
        Ok(_) => Ok(None),
        Err(why) => Err(vec![error(&why, None)]),
    }
}

fn packed(value: &Value) -> m::DynamicValue {
    m::DynamicValue { msgpack: value.pack(), ..m::DynamicValue::default() }
}

fn answered(read: Result<Value, Faults>) -> m::StateResponse {
    match read {
        Ok(value) => m::StateResponse { state: Some(packed(&value)), diagnostics: Faults::new() },
        Err(diagnostics) => m::StateResponse { state: None, diagnostics },
    }
}

fn fault(why: Refused) -> Faults {
    vec![error(&why.why, None)]
}

fn error(summary: &str, path: Option<plan::Path>) -> m::Diagnostic {
    m::Diagnostic {
        severity: 1,
        summary: summary.to_owned(),
        detail: String::new(),
        attribute: path.map(Into::into),
    }
}
