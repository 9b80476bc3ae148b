//! Two front doors: a page in the browser, a command line everywhere else.

#[cfg(target_arch = "wasm32")]
fn main() {
    vpe_planner::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
