//! The whole build, in order: pages prepared, mdBook, pages finished, links checked, put in place.

use crate::files::{files, slashes};
use crate::html::orientation::{Entry, Place, orient};
use crate::html::{accessibility, icons, links, paper, quizzes, repository, search, small};
use crate::page::Page;
use crate::passes::{self, time};
use crate::placeholders::{Formula, Placeholders};
use crate::widgets::Widgets;
use anyhow::{Context, Error, Result};
use mdbook_driver::MDBook;
use mdbook_driver::book::Chapter;
use std::fs;
use std::path::Path;
use xtask::course::Course;
use xtask::files::copy_folder;

/// How the book is built.
#[derive(Debug)]
pub struct SiteOptions<'a> {
    /// What the site's addresses begin with, such as `/course/`. Only the page for missing addresses needs it, since it
    /// is shown at any depth; all other pages use relative links.
    pub base: &'a str,
    /// The address of a repository: each page links to its source there, to be edited.
    pub repository: Option<&'a str>,
    /// The figures that a reader can move.
    pub widgets: Widgets,
}

impl Default for SiteOptions<'_> {
    /// At the top of a server, without links to sources, with figures that do not move.
    fn default() -> Self {
        SiteOptions { base: "/", repository: None, widgets: Widgets::none() }
    }
}

/// Builds the book of the repository at `root` into `out`, which changes only if everything went well, and returns its
/// formulas.
pub fn build(root: &Path, out: &Path, options: &SiteOptions) -> Result<Vec<Formula>> {
    let scratch = tempfile::tempdir().context("failed to make a scratch folder")?;
    let html = scratch.path().join("html");
    let formulas = render(root, &html, options)?;
    replace_contents(out, &html)
        .with_context(|| format!("the book is built, and cannot be written to {}", out.display()))?;
    Ok(formulas)
}

/// Builds the book into an empty folder and checks it.
fn render(root: &Path, html: &Path, options: &SiteOptions) -> Result<Vec<Formula>> {
    let mut mdbook = load(root, html, options)?;
    let (placeholders, entries) = prepare(root, &mut mdbook, options)?;
    mdbook.build().map_err(flat)?;
    remove_code(root, html)?;
    copy_folder(&root.join("book/theme/katex/fonts"), &html.join("theme/katex/fonts"), |_| true)?;
    options.widgets.write(html)?;
    finish(html, &placeholders, &entries, options.repository)?;
    search::read_every_alphabet(html)?;
    links::check(html)?;
    Ok(placeholders.formulas)
}

/// The book as mdBook reads it from `book/`.
fn load(root: &Path, html: &Path, options: &SiteOptions) -> Result<MDBook> {
    let mut mdbook = MDBook::load(root.join("book")).map_err(flat)?;
    mdbook.config.build.build_dir = html.to_path_buf();
    mdbook.config.set("output.html.site-url", options.base).map_err(flat)?;
    if let Some(repository) = options.repository {
        let repository = repository.trim_end_matches('/');
        mdbook.config.set("output.html.git-repository-url", repository).map_err(flat)?;
        let edit = format!("{repository}/edit/main/book/{{path}}");
        mdbook.config.set("output.html.edit-url-template", edit).map_err(flat)?;
    }
    Ok(mdbook)
}

/// Runs all passes over all pages, and lists them in their order.
fn prepare(root: &Path, mdbook: &mut MDBook, options: &SiteOptions) -> Result<(Placeholders, Vec<Entry>)> {
    let course = Course::open(root)?;
    let pages: Vec<Page> = mdbook.book.chapters().filter_map(as_written).collect();
    passes::exercises::check(&course, &pages)?;
    let mut placeholders = Placeholders::default();
    let listed = mdbook.book.chapters().filter_map(|chapter| Some((chapter, as_written(chapter)?)));
    let entries =
        listed.map(|(chapter, page)| entry(root, &course, chapter, page, &pages)).collect::<Result<Vec<_>>>()?;
    let mut outcome = Ok(());
    mdbook.book.for_each_chapter_mut(|chapter| {
        if let (Ok(()), Some(mut page)) = (&outcome, as_written(chapter)) {
            outcome = passes::run(root, &course, &entries, &mut page, &mut placeholders, options);
            chapter.content = page.text();
        }
    });
    outcome.map(|()| (placeholders, entries))
}

/// A page as mdBook has read it; none for a line of SUMMARY.md without a file.
fn as_written(chapter: &Chapter) -> Option<Page> {
    Some(Page::new(&Path::new("src").join(chapter.source_path.as_ref()?), &chapter.content))
}

/// What other pages say of a page.
fn entry(root: &Path, course: &Course, chapter: &Chapter, mut page: Page, pages: &[Page]) -> Result<Entry> {
    let siblings: Vec<&Path> =
        pages.iter().filter(|other| other.chapter() == page.chapter()).map(|other| &*other.file).collect();
    let number = chapter.number.as_ref().and_then(|number| number.first().copied());
    let tasks = page.lines.iter().filter(|line| line.text.starts_with("{{exercise ")).count();
    let task_minutes = time::tasks(&page, course);
    passes::code::expand(root, &mut page)?;
    Ok(Entry {
        address: slashes(&page.file.strip_prefix("src").unwrap_or(&page.file).with_extension("html")),
        name: chapter.name.clone(),
        place: number.map(|number| Place {
            chapter: number,
            page: siblings.iter().position(|file| *file == page.file).map_or(1, |at| at + 1),
            pages: siblings.len(),
        }),
        minutes: time::reading(&page),
        tasks,
        task_minutes,
    })
}

/// mdBook copies whatever is in `src/` and is not Markdown; a chapter's code is no part of the site.
fn remove_code(root: &Path, html: &Path) -> Result<()> {
    let src = root.join("book/src");
    for file in files(&src)? {
        if file.extension().is_some_and(|kind| ["rs", "js", "py", "txt"].iter().any(|code| kind == *code)) {
            fs::remove_file(html.join(file.strip_prefix(&src)?))?;
        }
    }
    Ok(())
}

/// Puts formulas and figures into the pages, and cures what mdBook's template lacks.
fn finish(html: &Path, placeholders: &Placeholders, entries: &[Entry], repository: Option<&str>) -> Result<()> {
    for file in files(html)?.iter().filter(|file| file.extension().is_some_and(|kind| kind == "html")) {
        let page = fs::read_to_string(file)?;
        let page = placeholders.fill(&page).with_context(|| format!("in {}", file.display()))?;
        let address = slashes(file.strip_prefix(html)?);
        let page = orient(&small::mark(&quizzes::finish(&page)), &address, entries)?;
        let page = paper::contents(&page, &address, entries)?;
        let page = repository::links(&page, repository)?;
        let page = icons::outlined(&accessibility::cure(&page)?)?;
        fs::write(file, search::on_demand(&page)?)?;
    }
    Ok(())
}

/// The error as one line with its causes.
fn flat(error: Error) -> Error {
    anyhow::anyhow!("{error:#}")
}

/// Makes `out` hold what `from` holds. What begins with a dot stays, such as `.git`.
fn replace_contents(out: &Path, from: &Path) -> Result<()> {
    fs::create_dir_all(out)?;
    for entry in fs::read_dir(out)? {
        let entry = entry?;
        if entry.file_name().to_string_lossy().starts_with('.') {
            continue;
        }
        if entry.file_type()?.is_dir() { fs::remove_dir_all(entry.path())? } else { fs::remove_file(entry.path())? }
    }
    copy_folder(from, out, |_| true)
}
