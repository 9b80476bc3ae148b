//! What stands around every view of a plan: the bar on top, the rail at the
//! left, and the state of the plan itself.

mod bar;
mod notice;
mod opened;
mod rail;
mod rail_item;
mod rename;
mod shortcuts;
mod status;
mod theme;
mod view_switch;
mod workspace;

pub(crate) use bar::Bar;
pub(crate) use notice::NoticeLine;
pub(crate) use opened::Opened;
pub(crate) use view_switch::ViewSwitch;
pub(crate) use workspace::{Frame, Workspace};
