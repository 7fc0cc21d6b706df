//! The whole build.

use crate::copies::copy;
use crate::html::{accessibility, light, links, search};
use crate::page::Page;
use crate::passes;
use crate::slots::{Formula, Slots};
use crate::widgets::Widgets;
use anyhow::{Context, Error, Result, bail};
use mdbook_driver::MDBook;
use mdbook_driver::book::Chapter;
use std::fs;
use std::path::{Path, PathBuf};
use xtask::course::Course;

/// Where the built book goes, from the root of the repository.
pub const OUTPUT: &str = "book/html";

/// The root of the repository: the folder above this package.
pub fn root() -> PathBuf {
    let package =
        std::env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    package.parent().map_or(PathBuf::from("."), Path::to_path_buf)
}

/// What a site needs besides the book.
#[derive(Debug)]
pub struct Site<'a> {
    /// What its addresses begin with, such as `/course/`. Only the page for addresses that do not exist needs it, since it
    /// is shown at any depth; all others find their way from where they are.
    pub base: &'a str,
    /// The address of a repository: each page links to its source there, to be edited.
    pub repository: Option<&'a str>,
    /// The figures that a reader can move.
    pub widgets: Widgets,
}

impl Default for Site<'_> {
    /// At the top of a server, without links to sources, with figures that stand still.
    fn default() -> Self {
        Site { base: "/", repository: None, widgets: Widgets::none() }
    }
}

/// Builds the book of the repository at `root` into `out`, which is changed only if everything went well, and returns its
/// formulas.
pub fn build(root: &Path, out: &Path, site: &Site) -> Result<Vec<Formula>> {
    let scratch = tempfile::tempdir().context("a scratch folder is needed")?;
    let html = scratch.path().join("html");
    let formulas = render(root, &html, site)?;
    put_in_place(&html, out)
        .with_context(|| format!("the book is built, and cannot be written to {}", out.display()))?;
    Ok(formulas)
}

/// Builds the book into an empty folder and checks it.
fn render(root: &Path, html: &Path, site: &Site) -> Result<Vec<Formula>> {
    let book = root.join("book");
    let course = Course::open(root)?;
    let mut mdbook = MDBook::load(&book).map_err(flat)?;
    mdbook.config.build.build_dir = html.to_path_buf();
    mdbook.config.set("output.html.site-url", site.base).map_err(flat)?;
    if let Some(repository) = site.repository {
        let repository = repository.trim_end_matches('/');
        mdbook.config.set("output.html.git-repository-url", repository).map_err(flat)?;
        let edit = format!("{repository}/edit/main/book/{{path}}");
        mdbook.config.set("output.html.edit-url-template", edit).map_err(flat)?;
    }
    let mut slots = Slots::default();
    let mut outcome = Ok(());
    mdbook.book.for_each_chapter_mut(|chapter| {
        if outcome.is_ok() {
            outcome = prepare(root, &course, chapter, &mut slots, &site.widgets);
        }
    });
    outcome?;
    mdbook.build().map_err(flat)?;
    copy(&book.join("theme/katex/fonts"), &html.join("theme/katex/fonts"))?;
    site.widgets.write(html)?;
    for file in files(html)?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "html")) {
        let page = fs::read_to_string(file)?;
        let page = slots.fill(&page).with_context(|| format!("in {}", file.display()))?;
        light::check(&page).with_context(|| format!("in {}", file.display()))?;
        fs::write(file, search::on_demand(&accessibility::cure(&page)?)?)?;
    }
    search::read_every_alphabet(html)?;
    light::lighten(html)?;
    links::check(html)?;
    Ok(slots.formulas)
}

fn prepare(root: &Path, course: &Course, chapter: &mut Chapter, slots: &mut Slots, widgets: &Widgets) -> Result<()> {
    let Some(path) = &chapter.source_path else { return Ok(()) };
    let mut page = Page::new(&Path::new("src").join(path), &chapter.content);
    passes::run(root, course, &mut page, slots, widgets)?;
    chapter.content = page.text();
    Ok(())
}

/// The error as one line with its causes.
fn flat(error: Error) -> Error {
    anyhow::anyhow!("{error:#}")
}

/// Makes `out` hold what `from` holds, and nothing else but what begins with a dot.
fn put_in_place(from: &Path, out: &Path) -> Result<()> {
    fs::create_dir_all(out)?;
    for entry in fs::read_dir(out)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() { fs::remove_dir_all(entry.path())? } else { fs::remove_file(entry.path())? }
    }
    copy(from, out)
}

/// All files below a folder, in the order of their paths.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).with_context(|| format!("reading {}", folder.display()))? {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.push(path);
            }
        }
    }
    if found.is_empty() {
        bail!("{} is empty", folder.display());
    }
    found.sort_unstable();
    Ok(found)
}
