//! Values as terraform and a provider exchange them: in MessagePack, where any extension is a value
//! that is not known yet.

use std::collections::BTreeMap;

use rmpv::Value as Packed;
use serde_json::Value as Json;

/// An object's attributes and blocks by name.
pub(super) type Object = BTreeMap<String, Value>;

/// A value of a configuration, a plan or a state.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) enum Value {
    #[default]
    Null,
    Unknown,
    Bool(bool),
    Number(i64),
    Text(String),
    /// A list or set, or blocks of one name.
    List(Vec<Value>),
    /// An object, map or single block.
    Object(Object),
}

impl Value {
    /// Whether nothing in it is unknown.
    pub(super) fn wholly_known(&self) -> bool {
        match self {
            Self::Unknown => false,
            Self::List(items) => items.iter().all(Self::wholly_known),
            Self::Object(object) => object.values().all(Self::wholly_known),
            Self::Null | Self::Bool(_) | Self::Number(_) | Self::Text(_) => true,
        }
    }

    /// The text, when it is one.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            _ => None,
        }
    }

    /// The number, when it is one.
    pub(super) fn number(&self) -> Option<i64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The items of a list or set; none of anything else.
    pub(super) fn items(&self) -> &[Self] {
        match self {
            Self::List(items) => items,
            _ => &[],
        }
    }

    /// The object, when it is one.
    pub(super) fn object(&self) -> Option<&Object> {
        match self {
            Self::Object(object) => Some(object),
            _ => None,
        }
    }

    /// Whether a configuration says nothing here: null, or no blocks.
    pub(super) fn is_unsaid(&self) -> bool {
        match self {
            Self::Null => true,
            Self::List(items) => items.is_empty(),
            _ => false,
        }
    }

    /// Its MessagePack.
    pub(super) fn pack(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        rmpv::encode::write_value(&mut bytes, &self.packed()).expect("a vector takes what is written");
        bytes
    }

    fn packed(&self) -> Packed {
        match self {
            Self::Null => Packed::Nil,
            Self::Unknown => Packed::Ext(0, vec![0]),
            Self::Bool(flag) => Packed::from(*flag),
            Self::Number(number) => Packed::from(*number),
            Self::Text(text) => Packed::from(text.as_str()),
            Self::List(items) => Packed::Array(items.iter().map(Self::packed).collect()),
            Self::Object(object) => {
                Packed::Map(object.iter().map(|(key, value)| (key.as_str().into(), value.packed())).collect())
            }
        }
    }

    /// Reads MessagePack.
    ///
    /// # Errors
    /// What cannot be read, in words.
    pub(super) fn unpack(mut bytes: &[u8]) -> Result<Self, String> {
        let packed = rmpv::decode::read_value(&mut bytes).map_err(|error| error.to_string())?;
        Self::unpacked(packed)
    }

    fn unpacked(packed: Packed) -> Result<Self, String> {
        let value = match packed {
            Packed::Nil => Self::Null,
            Packed::Ext(..) => Self::Unknown,
            Packed::Boolean(flag) => Self::Bool(flag),
            Packed::Integer(number) => {
                Self::Number(number.as_i64().ok_or_else(|| format!("{number} is too large"))?)
            }
            Packed::F32(number) => return Err(format!("{number} is not a whole number")),
            Packed::F64(number) => return Err(format!("{number} is not a whole number")),
            Packed::String(text) => Self::Text(text.into_str().ok_or("a text is not UTF-8")?),
            Packed::Binary(_) => return Err("there are no bytes in a configuration".to_owned()),
            Packed::Array(items) => {
                Self::List(items.into_iter().map(Self::unpacked).collect::<Result<_, _>>()?)
            }
            Packed::Map(pairs) => {
                let mut object = Object::new();
                for (key, value) in pairs {
                    let key = key.as_str().ok_or("a key is not a text")?.to_owned();
                    object.insert(key, Self::unpacked(value)?);
                }
                Self::Object(object)
            }
        };
        Ok(value)
    }
}

impl From<&Json> for Value {
    fn from(json: &Json) -> Self {
        match json {
            Json::Null => Self::Null,
            Json::Bool(flag) => Self::Bool(*flag),
            Json::Number(number) => number.as_i64().map_or(Self::Null, Self::Number),
            Json::String(text) => Self::Text(text.clone()),
            Json::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Json::Object(map) => {
                Self::Object(map.iter().map(|(key, value)| (key.clone(), Self::from(value))).collect())
            }
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<bool> for Value {
    fn from(flag: bool) -> Self {
        Self::Bool(flag)
    }
}

/// The value of a key; null where there is none.
pub(super) fn get<'a>(object: &'a Object, key: &str) -> &'a Value {
    object.get(key).unwrap_or(&Value::Null)
}

/// The text of a key; empty where there is none.
pub(super) fn text<'a>(object: &'a Object, key: &str) -> &'a str {
    get(object, key).text().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_value_survives_the_wire() {
        let mut value = Value::from(&json!({"a": [1, null, true, "ä"], "b": {"c": 443}}));
        if let Value::Object(object) = &mut value {
            object.insert("later".to_owned(), Value::Unknown);
        }
        assert_eq!(Value::unpack(&value.pack()), Ok(value.clone()));
        assert!(!value.wholly_known());
    }

    #[test]
    fn a_refined_unknown_is_unknown_and_a_fraction_is_refused() {
        let mut refined = Vec::new();
        rmpv::encode::write_value(&mut refined, &Packed::Ext(12, vec![0x81, 0x01, 0xc2])).unwrap();
        assert_eq!(Value::unpack(&refined), Ok(Value::Unknown));
        let mut fraction = Vec::new();
        rmpv::encode::write_value(&mut fraction, &Packed::F64(443.5)).unwrap();
        assert_eq!(Value::unpack(&fraction), Err("443.5 is not a whole number".to_owned()));
    }
}
