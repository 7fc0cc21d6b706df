//! The pages on this machine, built again after each change.

mod reload;
mod watch;

use crate::site::{self, Site as Book};
use crate::widgets::{Whose, Widgets};
use anyhow::{Context, Result, anyhow};
use reload::Site;
use std::path::Path;
use std::process::Command;
use std::sync::{Arc, RwLock};
use std::time::Duration;
use watch::{Change, Watch};

/// How often the files are looked at.
const PAUSE: Duration = Duration::from_millis(300);

/// Builds the book, serves it on `port`, and builds it again after each change, until it is interrupted.
pub fn run(root: &Path, port: u16, open: bool, whose: Whose) -> Result<()> {
    let server = tiny_http::Server::http(("127.0.0.1", port)).map_err(|error| {
        anyhow!(
            "port {port} cannot be had ({error}): is the book served already? Try `book serve --port {}`",
            port.wrapping_add(1).max(1024)
        )
    })?;
    let out = root.join(site::OUTPUT);
    let mut watch = Watch::start(root);
    build(root, whose)?;
    let site = Arc::new(RwLock::new(Site::read(&out)?));
    let address = format!("http://localhost:{port}/");
    println!("The book is at {address}. It is built again after each change; Ctrl+C ends this.");
    if open {
        open_in_browser(&address);
    }
    let shown = Arc::clone(&site);
    std::thread::spawn(move || {
        for request in server.incoming_requests() {
            // A reader who has gone away again is no fault.
            let _ = reload::answer(&shown, request);
        }
    });
    loop {
        std::thread::sleep(PAUSE);
        let Some(change) = watch.change() else { continue };
        match rebuild(root, change, whose).and_then(|()| Site::read(&out)) {
            Ok(new) => {
                site.write().unwrap_or_else(std::sync::PoisonError::into_inner).replace(new);
                println!("built again");
            }
            Err(error) => eprintln!("error: {error:#}\nThe pages stay as they were."),
        }
    }
}

fn build(root: &Path, whose: Whose) -> Result<()> {
    let site = Book { widgets: Widgets::build(root, whose)?, ..Book::default() };
    site::build(root, &root.join(site::OUTPUT), &site).map(drop)
}

/// Text is read again by this program. Code that computes numbers is compiled into it, so cargo compiles and runs the
/// new one.
fn rebuild(root: &Path, change: Change, whose: Whose) -> Result<()> {
    match change {
        Change::Text => build(root, whose),
        Change::Code => {
            println!("code has changed: compiling");
            let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
            let status = Command::new(cargo)
                .args(["run", "--quiet", "--package", "book", "--", "build"])
                .args((whose == Whose::Mine).then_some("--mine"))
                .current_dir(root)
                .status()
                .context("cargo does not start")?;
            if status.success() { Ok(()) } else { Err(anyhow!("the book was not built: see above")) }
        }
    }
}

fn open_in_browser(address: &str) {
    let (program, arguments): (&str, &[&str]) = match std::env::consts::OS {
        "windows" => ("cmd", &["/C", "start", ""]),
        "macos" => ("open", &[]),
        _ => ("xdg-open", &[]),
    };
    if Command::new(program).args(arguments).arg(address).spawn().is_err() {
        eprintln!("no browser could be opened: visit {address}");
    }
}
