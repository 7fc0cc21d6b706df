//! Partial credit: where code does not compile, the functions with errors are left out and the rest is graded.
//!
//! The compiler says in which lines its errors are. The bodies of the functions around these lines are replaced with
//! `todo!`, and the chapter is compiled again, until it compiles. A file with errors outside of functions is replaced
//! with the course's own stub. Tests that do not compile against the library, because a function is missing or has
//! other types, are left out by task.

use super::build::{ChapterBuild, CompileError, Diagnostic};
use crate::course::{Chapter, Sources, functions};
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The message of a `todo!` that replaces a body, followed by the function's name.
const STUBBED_OUT: &str = "this function does not compile and was left out: ";

/// How often the tests are compiled before giving up, and a quarter of how often the library is.
const ATTEMPTS: usize = 8;

/// What does not compile, each with its first error.
#[derive(Debug, Default)]
pub struct LeftOut {
    /// Functions that are stubbed out.
    pub functions: BTreeMap<String, String>,
    /// Files that are replaced with their stubs.
    pub files: BTreeMap<PathBuf, String>,
    /// Modules of tests.
    pub tests: BTreeMap<String, String>,
}

impl LeftOut {
    pub fn is_empty(&self) -> bool {
        self.functions.is_empty() && self.files.is_empty() && self.tests.is_empty()
    }

    /// Why a test with this message ran into a function that was left out, if that is so.
    pub fn reason(&self, message: &str) -> Option<String> {
        let (_, name) = message.split_once(STUBBED_OUT)?;
        let name = name.lines().next().unwrap_or_default();
        let error = self.functions.get(name)?;
        Some(format!("`{name}` does not compile:\n{error}"))
    }
}

/// Compiles as much of the library as compiles. The inner error says why nothing of it does.
pub fn compile_library(
    build: &mut ChapterBuild,
    chapter: &Chapter,
    sources: &Sources,
    stubs: &Sources,
) -> Result<Result<LeftOut, String>> {
    let mut sources = sources.clone();
    let mut left_out = LeftOut::default();
    loop {
        let Err(error) = build.compile_library(&sources)? else { return Ok(Ok(left_out)) };
        let attempts = left_out.functions.len() + left_out.files.len();
        if attempts >= ATTEMPTS * 4 || !leave_out(build, &mut sources, stubs, &error, &mut left_out)? {
            return Ok(Err(format!("{} does not compile:\n{}", chapter.name, error.first())));
        }
    }
}

/// Compiles the tests against the library, without those that do not fit it. The inner error says why none does.
pub fn compile_tests(
    build: &mut ChapterBuild,
    chapter: &Chapter,
    left_out: &mut LeftOut,
) -> Result<Result<(), String>> {
    for _ in 0..ATTEMPTS {
        let modules: Vec<&str> = left_out.tests.keys().map(String::as_str).collect();
        let Err(error) = build.compile_tests(&modules)? else { return Ok(Ok(())) };
        let before = left_out.tests.len();
        for error in &error.errors {
            if let Some(module) = module_of(chapter, error) {
                let reason = match error.rendered.contains("E0255") {
                    true => "the name of a function of this task stands for a trait or a type as well",
                    false => "a function of this task is missing, or has other types than its stub",
                };
                left_out.tests.entry(module).or_insert_with(|| format!("{reason}:\n{}", error.rendered.trim_end()));
            }
        }
        if left_out.tests.len() == before || left_out.tests.len() == chapter.tasks.len() {
            return Ok(Err(format!("{} does not compile with its tests:\n{}", chapter.name, error.first())));
        }
    }
    Ok(Err(format!("{} does not compile with its tests", chapter.name)))
}

/// Removes one cause of errors from the sources; `false` if there is nothing left to try.
fn leave_out(
    build: &mut ChapterBuild,
    sources: &mut Sources,
    stubs: &Sources,
    error: &CompileError,
    left_out: &mut LeftOut,
) -> Result<bool> {
    for error in &error.errors {
        for (file, line) in locations(sources, error) {
            let text = &sources[&file];
            let functions = build.functions(text)?.unwrap_or_else(|| functions::by_layout(text));
            let around = functions.into_iter().find(|function| (function.line..=function.last_line).contains(&line));
            if let Some(function) = around.filter(|function| !left_out.functions.contains_key(&function.name)) {
                let mut text = text.clone();
                text.replace_range(function.body, &stubbed_out(&function.name));
                sources.insert(file, text);
                left_out.functions.insert(function.name, error.rendered.trim_end().to_owned());
                // Lines have moved, so the locations of the other errors are not valid any more.
                return Ok(true);
            }
        }
    }
    for error in &error.errors {
        for (file, _) in locations(sources, error) {
            if replace_with_stub(sources, stubs, &file, error, left_out) {
                return Ok(true);
            }
        }
    }
    // A compiler that crashes does not say where. The largest file is the likeliest cause.
    let crashed = error.errors.is_empty() && error.crashed;
    let mut files: Vec<PathBuf> = if crashed { sources.keys().cloned().collect() } else { vec![] };
    files.sort_by_key(|file| std::cmp::Reverse(sources[file].len()));
    let reason = Diagnostic::without_location(&error.first());
    Ok(files.iter().any(|file| replace_with_stub(sources, stubs, file, &reason, left_out)))
}

fn stubbed_out(name: &str) -> String {
    format!("{{ todo!(\"{STUBBED_OUT}{name}\") }}")
}

/// For a file with errors outside of functions, or in a function that is stubbed out already.
fn replace_with_stub(
    sources: &mut Sources,
    stubs: &Sources,
    file: &Path,
    error: &Diagnostic,
    left_out: &mut LeftOut,
) -> bool {
    let Some(stub) = stubs.get(file).filter(|_| !left_out.files.contains_key(file)) else { return false };
    let Ok(functions) = functions::functions(stub) else { return false };
    let mut text = stub.clone();
    for function in functions.iter().rev().filter(|function| stub[function.body.clone()].contains("todo!(")) {
        text.replace_range(function.body.clone(), &stubbed_out(&function.name));
        left_out.functions.entry(function.name.clone()).or_insert_with(|| error.rendered.trim_end().to_owned());
    }
    sources.insert(file.to_owned(), text);
    left_out.files.insert(file.to_owned(), error.rendered.trim_end().to_owned());
    true
}

/// The files and lines of an error that are in the submission, the primary one first.
fn locations(sources: &Sources, error: &Diagnostic) -> Vec<(PathBuf, usize)> {
    let all = error.location.iter().chain(&error.others).filter_map(|(file, line)| {
        let parts = Path::new(file).components().skip_while(|part| part.as_os_str() != "src").skip(1);
        let below_src: PathBuf = parts.collect();
        sources.contains_key(&below_src).then_some((below_src, *line))
    });
    all.collect()
}

fn module_of(chapter: &Chapter, error: &Diagnostic) -> Option<String> {
    let (file, _) = error.location.as_ref()?;
    let module = Path::new(file).file_stem()?.to_str()?;
    chapter.tasks.iter().find(|task| task.module == module).map(|task| task.module.clone())
}
