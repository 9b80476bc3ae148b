//! What views are built from: one component a file.
//!
//! Fields take a [`crate::app::view::Spot`] and dispatch edits; everything that
//! can be chosen carries its edit as data. Nothing here has a `style` attribute,
//! which the page's policy refuses.

mod button;
mod check_box;
mod code;
mod counts;
mod field;
mod finding;
mod go;
mod highlight;
mod icon;
mod main_part;
mod radio;
mod section;
mod select;
mod strip;
mod tabs;
mod tag;
mod text_field;
mod tokens;

pub(crate) use button::{Button, Kind};
pub(crate) use check_box::CheckBox;
pub(crate) use code::{CodeBlock, Shown};
pub(crate) use counts::CountsMark;
pub(crate) use field::{Field, Width};
pub(crate) use finding::{FindingBox, FindingsAt};
pub(crate) use go::{Go, Here, use_here};
pub(crate) use icon::{Icon, Sprite, Sym};
pub(crate) use main_part::MainPart;
pub(crate) use radio::{Radio, RadioGroup};
pub(crate) use section::{Progress, Section};
pub(crate) use select::{Opt, Select};
pub(crate) use strip::Strip;
pub(crate) use tabs::{Tab, Tabs};
pub(crate) use tag::OriginTag;
pub(crate) use text_field::TextField;
pub(crate) use tokens::Tokens;
