//! The pages on this machine, built again after each change.

mod reload;
mod tasks;
mod watch;

use crate::files;
use crate::site::{self, SiteOptions};
use crate::widgets::{Whose, Widgets};
use anyhow::{Context, Result, anyhow};
use reload::BuiltFiles;
use std::path::Path;
use std::sync::{Arc, RwLock};
use std::time::Duration;
use tasks::Tasks;
use watch::{Change, FileTimes};

/// Between two looks at the files.
const PAUSE: Duration = Duration::from_millis(300);

/// Builds the book, serves it on `port`, and builds it again after each change, until it is interrupted.
pub fn run(root: &Path, port: u16, open: bool, whose: Whose) -> Result<()> {
    let server = tiny_http::Server::http(("127.0.0.1", port)).map_err(|error| {
        anyhow!(
            "port {port} is not available ({error}): is the book served already? Try `book serve --port {}`",
            port.wrapping_add(1).max(1024)
        )
    })?;
    let out = root.join(files::OUTPUT);
    let mut times = FileTimes::start(root);
    build(root, whose)?;
    let mut site = BuiltFiles::read(&out)?;
    let mut tasks = Tasks::open(root);
    site.show_tasks(tasks.change(true));
    let site = Arc::new(RwLock::new(site));
    let address = format!("http://localhost:{port}/");
    println!("The book is at {address}. It is built again after each change; Ctrl+C ends this.");
    if open && open::that_detached(&address).is_err() {
        eprintln!("no browser could be opened: visit {address}");
    }
    let shown = Arc::clone(&site);
    std::thread::spawn(move || {
        for request in server.incoming_requests() {
            // A dropped connection is not an error.
            let _ = reload::answer(&shown, request);
        }
    });
    loop {
        std::thread::sleep(PAUSE);
        let change = times.change();
        let new = tasks.change(change.is_some());
        if new.is_some() {
            site.write().unwrap_or_else(std::sync::PoisonError::into_inner).show_tasks(new);
        }
        let Some(change) = change else { continue };
        match rebuild(root, change, whose).and_then(|()| BuiltFiles::read(&out)) {
            Ok(new) => {
                site.write().unwrap_or_else(std::sync::PoisonError::into_inner).replace(new);
                println!("built again");
            }
            Err(error) => eprintln!("error: {error:#}\nThe pages stay as they were."),
        }
    }
}

fn build(root: &Path, whose: Whose) -> Result<()> {
    let options = SiteOptions { widgets: Widgets::build(root, whose)?, ..SiteOptions::default() };
    site::build(root, &root.join(files::OUTPUT), &options).map(drop)
}

/// This program reads text again. Code is compiled into it, so cargo compiles and runs the new one.
fn rebuild(root: &Path, change: Change, whose: Whose) -> Result<()> {
    match change {
        Change::Text => build(root, whose),
        Change::Code => {
            println!("code has changed: compiling");
            let status = files::cargo(root)
                .args(["run", "--quiet", "--package", "book", "--", "build"])
                .args((whose == Whose::Mine).then_some("--mine"))
                .status()
                .context("failed to start cargo")?;
            if status.success() { Ok(()) } else { Err(anyhow!("the book was not built: see above")) }
        }
    }
}
