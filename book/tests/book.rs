//! The book as it stands: it builds, it builds the same twice, and the figure that is kept as a file is the one that is
//! drawn.

use book::passes::math::SYMBOLS;
use book::placeholders::Formula;
use book::site::{self, SiteOptions};
use book::{chapters, figures, files};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::thread;
use xtask::course::Course;

struct Built {
    /// By path.
    files: BTreeMap<PathBuf, Vec<u8>>,
    formulas: Vec<Formula>,
}

/// The build checks formulas, numbers, figures, exercises, code, links and that nothing is loaded from elsewhere.
fn build() -> Built {
    let folder = tempfile::tempdir().unwrap();
    let formulas = site::build(&files::root(), folder.path(), &SiteOptions::default())
        .unwrap_or_else(|error| panic!("the book does not build: {error:#}"));
    let files = files::files(folder.path()).unwrap();
    let read = |file: PathBuf| (file.strip_prefix(folder.path()).unwrap().into(), fs::read(&file).unwrap());
    Built { files: files.into_iter().map(read).collect(), formulas }
}

/// Built once for all tests, since it takes longer than they do.
static BOOK: LazyLock<Built> = LazyLock::new(build);

#[test]
fn the_book_builds_and_two_builds_are_the_same_byte_for_byte() {
    let second = thread::spawn(|| build().files);
    let (first, second) = (&BOOK.files, second.join().unwrap());
    assert!(first.contains_key(Path::new("index.html")));
    let names = |site: &BTreeMap<PathBuf, Vec<u8>>| site.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(first), names(&second));
    for (name, bytes) in first {
        assert!(*bytes == second[name], "{} differs between two builds", name.display());
    }
}

#[test]
fn a_page_holds_formulas_and_neither_placeholders_nor_tex_in_the_search_index() {
    let site = &BOOK.files;
    let text = |name: &Path| String::from_utf8_lossy(&site[name]).into_owned();
    let page = text(Path::new("notation.html"));
    assert!(page.contains("class=\"katex\"") && page.contains("nn-yhat"));
    for name in site.keys().filter(|name| name.extension().is_some_and(|kind| kind == "html")) {
        let page = text(name);
        assert!(
            !page.contains("data-placeholder") && !page.contains("{{"),
            "{} has something left over",
            name.display()
        );
    }
    let index = site.keys().find(|name| name.display().to_string().starts_with("searchindex")).unwrap();
    assert!(!text(index).contains("mathbf"));
}

#[test]
fn every_page_loads_scripts_styles_and_fonts_from_the_book_alone() {
    for (name, bytes) in &BOOK.files {
        let text = String::from_utf8_lossy(bytes);
        let kind = name.extension().and_then(|kind| kind.to_str()).unwrap_or_default();
        if kind == "html" {
            for load in ["src=\"http", "src=\"//", "<link rel=\"stylesheet\" href=\"http"] {
                assert!(!text.contains(load), "{} holds {load}", name.display());
            }
        }
        if kind == "css" {
            assert!(!text.contains("url(http") && !text.contains("@import"), "{}", name.display());
        }
    }
}

#[test]
fn the_notation_page_explains_every_symbol_that_has_a_colour() {
    let page = fs::read_to_string(files::root().join("book/src/notation.md")).unwrap();
    for symbol in &SYMBOLS {
        let is_used = page
            .match_indices(symbol.name)
            .any(|(at, name)| !page[at + name.len()..].starts_with(|c: char| c.is_ascii_alphabetic()));
        assert!(is_used, "{} stands in no table of book/src/notation.md: add it there", symbol.name);
    }
}

#[test]
fn the_terms_of_the_glossary_stand_in_alphabetical_order() {
    let page = fs::read_to_string(files::root().join("book/src/glossary.md")).unwrap();
    let terms: Vec<String> = page.lines().filter_map(|line| line.strip_prefix("### ")).map(str::to_lowercase).collect();
    assert!(terms.len() > 50 && terms.is_sorted(), "{terms:?}");
}

#[test]
fn the_figure_that_is_kept_as_a_file_is_the_one_that_is_drawn() {
    let file = files::root().join(figures::KEPT.1);
    let kept = fs::read_to_string(&file).unwrap_or_default();
    assert!(
        kept.replace("\r\n", "\n") == figures::kept(&chapters::figures()).unwrap(),
        "{} is out of date. To draw it again: cargo run -p book -- figures",
        figures::KEPT.1
    );
}

#[test]
fn the_fonts_of_formulas_have_every_character_that_formulas_show() {
    let known = fs::read_to_string(files::root().join("book/theme/katex/characters.txt")).unwrap();
    for formula in &BOOK.formulas {
        // A formula may be drawn in parts. The MathML before each is heard, and not drawn.
        let parts = formula.html.split("class=\"katex-html\"").skip(1);
        let drawn = parts.map(|part| part.split("<math").next().unwrap_or_default()).collect::<String>();
        let texts = drawn.split('<').filter_map(|piece| piece.split_once('>')).map(|(_, text)| text);
        let text = texts.collect::<String>().replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
        let missing: String = text.chars().filter(|c| !known.contains(*c)).collect();
        assert!(
            missing.is_empty(),
            "the fonts lack `{}` of {}: add it to book/theme/katex/characters.txt, then run book/theme/subset.py",
            missing.escape_unicode(),
            formula.tex
        );
    }
}

#[test]
fn what_the_first_page_and_the_readme_quote_of_the_tests_is_what_they_say() {
    let root = files::root();
    let read = |file: &str| fs::read_to_string(root.join(file)).unwrap();
    let kept = chapters::transcripts().map(|(chapter, transcript)| read(&transcript.path(chapter)));
    let readme = read("README.md");
    assert!(
        kept.into_iter().any(|message| message.contains("expected") && readme.contains(&message)),
        "the README quotes no message"
    );
    let galaxies = format!("{} galaxies", datasets::hubble().velocity.len());
    assert!(readme.contains(&galaxies), "the README speaks of another number than {galaxies}");
    let front = read("book/src/index.md");
    let quoted = front.split("“assertion failed”: `").nth(1).and_then(|rest| rest.split('`').next()).unwrap();
    let course = Course::open(&root).unwrap();
    let mut mistakes = course.chapters.iter().flat_map(|chapter| chapter.mistakes(&course).unwrap());
    assert!(mistakes.any(|mistake| mistake.sentence == quoted), "no test says “{quoted}”");
}
