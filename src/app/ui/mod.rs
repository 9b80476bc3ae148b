//! What views are built from: one component a file.
//!
//! Fields take a [`crate::app::view::Spot`] and dispatch edits; everything that
//! can be chosen carries its edit as data. Nothing here has a `style` attribute,
//! which the page's policy refuses.
//!
//! What keeps no state and is cheap to draw is a function: each kind of component
//! adds about a kilobyte to the first visit, and pays where its memory of its last
//! properties spares drawing.

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
mod note;
mod origin;
mod radio;
mod section;
mod select;
mod strip;
mod tabs;
mod tag;
mod text_area;
mod text_field;
mod tokens;

pub(crate) use button::{Button, Kind};
pub(crate) use check_box::CheckBox;
pub(crate) use code::{CodeBlock, Shown};
pub(crate) use counts::counts_mark;
pub(crate) use field::{Around, Width, field};
pub(crate) use finding::{finding_box, findings_at, fix_button, rule_link};
pub(crate) use go::{Go, Here, use_here};
pub(crate) use icon::{Sym, icon, sprite};
pub(crate) use main_part::MainPart;
pub(crate) use note::note;
pub(crate) use origin::{
    TAKEN_OVER, TAKES_OVER, is_adopted, origin_edits, origin_options, origin_word, resource_group_help,
};
pub(crate) use radio::{Radio, RadioGroup};
pub(crate) use section::{Progress, Section};
pub(crate) use select::{Opt, Select};
pub(crate) use strip::strip;
pub(crate) use tabs::{Tab, Tabs};
pub(crate) use tag::origin_tag;
pub(crate) use text_area::TextArea;
pub(crate) use text_field::TextField;
pub(crate) use tokens::Tokens;
