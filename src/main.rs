//! Two front doors: a page in the browser, a command line everywhere else.

#[cfg(target_arch = "wasm32")]
fn main() {
    vpe_planner::app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    use std::io;
    let (mut stdin, mut stdout, mut stderr) = (io::stdin(), io::stdout(), io::stderr());
    vpe_planner::cli::main(std::env::args_os(), &mut stdin, &mut stdout, &mut stderr).into()
}
