//! A chapter is one folder each of exercises, solutions and the book: nothing outside of them names a chapter by its
//! number.

use book::files;
use book::libraries::programs;
use std::fs;
use std::path::Path;
use std::process::Command;
use walkdir::{DirEntry, WalkDir};

/// What is looked at, from the root of the repository.
const ROOTS: [&str; 10] =
    ["book", "exercises", "solutions", "xtask", "Cargo.toml", "README.md", ".cargo", ".ci", ".github", ".vscode"];

/// What may name chapters, and why. A path stands for all that is in it.
const EXCEPTIONS: [(&str, &str); 12] = [
    ("book/Cargo.toml", "the one list: the builder depends on the solutions"),
    ("book/src/SUMMARY.md", "the lines of the chapters' pages"),
    ("book/book.toml", "where the chapters' pages were before"),
    ("Cargo.toml", "versions of packages that are used outside their chapter"),
    ("exercises/bench", "benchmarks"),
    ("book/libraries", "checksums of programs by their names, a lock file and a benchmark"),
    ("xtask/src/author/ratios.rs", "a benchmark"),
    ("xtask/tests", "fixtures, hostile submissions and snapshots of messages"),
    ("book/browser/node_modules", "not ours"),
    ("book/html", "built"),
    ("book/src/figures", "the figure of the README"),
    ("book/tests/one_folder.rs", "this test"),
];

fn is_chapter(name: &str) -> bool {
    let digits = name.strip_prefix("ch").and_then(|rest| rest.get(..2));
    digits.is_some_and(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))
}

/// The first name of a chapter in a line.
fn chapter_in(line: &str) -> Option<&str> {
    let starts = line.match_indices("ch").map(|(at, _)| at);
    let free = |at: usize| !line[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
    starts.filter(|at| free(*at) && is_chapter(&line[*at..])).find_map(|at| line.get(at..at + 4))
}

/// What is not text about the code: tests try a module on the first chapter, and comments take it for an example.
fn is_code(line: &str) -> bool {
    !["//", "# ", "<!--", "*"].iter().any(|start| line.trim_start().starts_with(start))
}

fn looked_at(root: &Path, entry: &DirEntry) -> bool {
    let path = files::slashes(entry.path().strip_prefix(root).unwrap());
    let chapters_own =
        entry.depth() == 1 && is_chapter(&entry.file_name().to_string_lossy()) && !path.starts_with("book/")
            || path.strip_prefix("book/src/").is_some_and(is_chapter);
    !chapters_own && !EXCEPTIONS.iter().any(|(exception, _)| path == *exception)
}

#[test]
fn a_chapter_is_recognised_in_a_line() {
    assert_eq!(chapter_in("'try-ch03': /x/"), Some("ch03"));
    assert_eq!(chapter_in("branch01 and ch1, each"), None);
}

#[test]
fn nothing_outside_its_folders_names_a_chapter() {
    let root = files::root();
    let mut found = vec![];
    for part in ROOTS {
        for entry in WalkDir::new(root.join(part)).into_iter().filter_entry(|entry| looked_at(&root, entry)) {
            let entry = entry.unwrap();
            let path = files::slashes(entry.path().strip_prefix(&root).unwrap());
            // Documents and tests take chapters for examples.
            if !entry.file_type().is_file() || path.ends_with(".md") || path.ends_with("/tests.rs") {
                continue;
            }
            let Ok(text) = fs::read_to_string(entry.path()) else { continue };
            let code = text.split("#[cfg(test)]").next().unwrap_or_default();
            for (number, line) in code.lines().enumerate().filter(|(_, line)| is_code(line)) {
                if let Some(chapter) = chapter_in(line) {
                    found.push(format!("{path}:{}: {chapter}: {}", number + 1, line.trim()));
                }
            }
        }
    }
    assert!(
        found.is_empty(),
        "find chapters by looking at the folders, or name the exception in {}:\n{}",
        file!(),
        found.join("\n")
    );
}

/// `cargo fmt` follows no modules that a macro declares, and no other workspace.
#[test]
fn the_code_of_the_chapters_is_formatted() {
    let root = files::root();
    let folders = fs::read_dir(root.join("book/src")).unwrap();
    let modules = folders.map(|folder| folder.unwrap().path().join("mod.rs")).filter(|module| module.is_file());
    let programs =
        programs(&root).unwrap().into_iter().map(|program| program.path).filter(|path| path.ends_with(".rs"));
    let checked = Command::new("rustfmt")
        .args(["--check", "--edition", "2024"])
        .args(modules)
        .args(programs)
        .args(["build.rs", "src/main.rs"].map(|file| format!("book/libraries/{file}")))
        .current_dir(&root)
        .output()
        .expect("rustfmt starts");
    assert!(
        checked.status.success(),
        "format the chapters' code with `rustfmt --edition 2024 book/src/*/mod.rs book/src/*/libraries/*.rs`:\n{}",
        String::from_utf8_lossy(&checked.stdout)
    );
}
