//! `book test`: the pages in a real browser, which is asked whether everybody can read them.
//!
//! The questions stand in `book/browser/`, a script for Node: the checkers are written for it. This module
//! finds the tools, builds the book and hands over.

mod reports;
mod student;
mod tools;

use crate::passes::math::SYMBOLS;
use crate::sessions;
use crate::site::{self, Site};
use crate::slots::Formula;
use crate::widgets::{self, Whose, Widgets};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use tools::Tools;
use xtask::exit::Usage;

/// The book is served below a path of its own, as on GitHub Pages: an address that forgets it leads nowhere.
const BASE: &str = "/a-course/";

/// Builds the book and lets the browser look at it.
pub fn run(root: &Path) -> Result<()> {
    let tools = Tools::find()?;
    let scripts = root.join("book/browser");
    tools.install(&scripts)?;
    println!("The commands whose output the pages show run again");
    sessions::check(root)?;
    let scratch = tempfile::tempdir().context("a scratch folder is needed")?;
    let html = scratch.path().join("html");
    if widgets::cargo().is_none() {
        bail!(Usage(format!("`book test` moves the figures too: {}", widgets::how_to_get_it())));
    }
    let widgets = Widgets::build(root, Whose::Reference)?;
    let formulas = site::build(root, &html, &Site { base: BASE, repository: None, widgets })?;
    println!("The same for a student in the middle of the course, one chapter of which does not compile");
    let mine = scratch.path().join("mine");
    let widgets = student::figures(root)?;
    site::build(root, &mine, &Site { base: BASE, repository: None, widgets })?;
    println!("A class is graded, whose pages are looked at too");
    let reports = scratch.path().join("reports");
    reports::write(root, &reports)?;
    let job = scratch.path().join("job.json");
    fs::write(&job, describe([&html, &mine, &reports], root, &tools, &formulas).to_string())?;
    println!("The book is opened in {}", tools.browser.display());
    let status =
        Command::new(&tools.node).arg(scripts.join("main.mjs")).arg(&job).status().context("Node does not start")?;
    if status.success() { Ok(()) } else { bail!("the book is not in order: see above") }
}

/// What the script has to know.
fn describe([html, mine, reports]: [&Path; 3], root: &Path, tools: &Tools, formulas: &[Formula]) -> Value {
    let macros: BTreeMap<&str, String> = SYMBOLS.iter().map(|symbol| (symbol.name, symbol.tex())).collect();
    let formulas: Vec<Value> = formulas
        .iter()
        .map(|formula| json!({ "tex": formula.tex, "display": formula.display, "html": formula.html }))
        .collect();
    json!({
        "html": html,
        "mine": mine,
        "reports": reports,
        "base": BASE,
        "root": root,
        "browser": tools.browser,
        // Answers natively what the figures have computed in the browser.
        "book": std::env::current_exe().ok(),
        "macros": macros,
        "formulas": formulas,
    })
}
