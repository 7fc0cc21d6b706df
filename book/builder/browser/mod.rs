//! `book test`: the pages in a real browser: accessibility, keyboard, links, search, print, weight.
//!
//! The checks are scripts for Node in `book/browser/`, since the checkers are. This module finds the tools, builds the
//! book and starts them.

mod reports;
mod student;
mod tools;

use crate::chapters;
use crate::passes::math::SYMBOLS;
use crate::placeholders::Formula;
use crate::site::{self, SiteOptions};
use crate::widgets::{Whose, Widgets};
use anyhow::{Context, Result, bail};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use tools::Tools;

/// The book is served below a path of its own, as on GitHub Pages: an address that forgets it leads nowhere.
const BASE: &str = "/a-course/";

/// Builds the book and lets the browser look at it.
pub fn run(root: &Path) -> Result<()> {
    let tools = Tools::find()?;
    let scripts = root.join("book/browser");
    tools.install(&scripts)?;
    Widgets::require_target()?;
    println!("Running the commands whose output the pages show");
    chapters::transcripts().try_for_each(|(chapter, transcript)| transcript.check(root, chapter))?;
    let scratch = tempfile::tempdir().context("failed to make a scratch folder")?;
    let html = scratch.path().join("html");
    let widgets = Widgets::build(root, Whose::Reference)?;
    let formulas = site::build(root, &html, &SiteOptions { base: BASE, repository: None, widgets })?;
    println!("Building it for a student in the middle of the course, one chapter of which does not compile");
    let mine = scratch.path().join("mine");
    let widgets = student::widgets(root)?;
    site::build(root, &mine, &SiteOptions { base: BASE, repository: None, widgets })?;
    println!("Grading a class, for the grader's pages");
    let reports = scratch.path().join("reports");
    reports::write(root, &reports)?;
    let job = scratch.path().join("job.json");
    fs::write(&job, describe([&html, &mine, &reports], root, &tools, &formulas).to_string())?;
    println!("Opening the book in {}", tools.browser.display());
    let status =
        Command::new(&tools.node).arg(scripts.join("main.mjs")).arg(&job).status().context("Node does not start")?;
    if status.success() { Ok(()) } else { bail!("the book is not in order: see above") }
}

/// What the scripts have to know.
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
        // Answers calls of the figures' functions natively.
        "book": std::env::current_exe().ok(),
        // What the figures of the student in the middle of the course say, by their ids.
        "notes": student::notes(),
        "macros": macros,
        "formulas": formulas,
    })
}
