//! Partial credit: where code does not compile, the functions with errors are left out and the rest is graded.
//!
//! The compiler says in which lines its errors are. The bodies of the functions around these lines are replaced with
//! `todo!`, and the chapter is compiled again, until it compiles. A name that cannot be imported is taken out of its
//! `use`, and a file with errors elsewhere is replaced with the course's own stub, as one that is missing is. Tests
//! that do not compile against the library, because a function is missing or has other types, are left out by task.
//!
//! Code that was put aside leaves arguments and imports unused. So where something does not compile, attributes that
//! turn warnings into errors are taken out first.

use super::build::{ChapterBuild, CompileError, Diagnostic};
use crate::course::functions::{self, Outline};
use crate::course::{Chapter, Sources, Task};
use anyhow::Result;
use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// The message of a `todo!` that replaces a body, followed by the function's name.
const STUBBED_OUT: &str = "this function does not compile and was left out: ";

/// How often the tests are compiled before giving up, and a quarter of how often the library is.
const ATTEMPTS: usize = 8;

/// How many errors of one attempt are looked at.
const ERRORS: usize = 36;

/// What does not compile, each with its first error.
#[derive(Debug, Default)]
pub struct LeftOut {
    /// Functions that are stubbed out.
    pub functions: BTreeMap<String, String>,
    /// Names that are taken out of a `use`.
    pub imports: BTreeMap<String, String>,
    /// Files that are replaced with their stubs.
    pub files: BTreeMap<PathBuf, String>,
    /// Modules of tests.
    pub tests: BTreeMap<String, String>,
}

impl LeftOut {
    pub fn is_empty(&self) -> bool {
        self.functions.is_empty() && self.imports.is_empty() && self.files.is_empty() && self.tests.is_empty()
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
    let lib = Path::new("lib.rs");
    if sources.get(lib).is_none_or(|text| text.trim().is_empty()) && stubs.contains_key(lib) {
        let reason = Diagnostic::without_location("src/lib.rs is missing or empty; the course's own is used");
        replace_with_stub(&mut sources, stubs, lib, &reason, &mut left_out);
    }
    let mut attempt = 0;
    loop {
        let Err(error) = build.compile_library(&sources)? else { return Ok(Ok(left_out)) };
        attempt += 1;
        let again = attempt < ATTEMPTS * 4
            && ((attempt == 1 && allow_warnings(build, &mut sources)?)
                || leave_out(build, &mut sources, stubs, &error, &mut left_out)?);
        if !again {
            return Ok(Err(format!("{} does not compile:\n{}", chapter.name, error.first())));
        }
    }
}

/// Takes out what turns warnings into errors; `false` if there is nothing of the kind. All positions stay as they are.
fn allow_warnings(build: &mut ChapterBuild, sources: &mut Sources) -> Result<bool> {
    let mut changed = false;
    for text in sources.values_mut().filter(|text| text.contains("deny") || text.contains("forbid")) {
        for range in build.outline(text)?.unwrap_or_default().denials {
            let blank = |letter: char| if letter == '\n' { "\n".into() } else { " ".repeat(letter.len_utf8()) };
            let blanks: String = text[range.clone()].chars().map(blank).collect();
            text.replace_range(range, &blanks);
            changed = true;
        }
    }
    Ok(changed)
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
                let reason = why_not(&module, chapter, error, left_out);
                left_out.tests.entry(module).or_insert(reason);
            }
        }
        if left_out.tests.len() == before || left_out.tests.len() == chapter.tasks.len() {
            return Ok(Err(format!("{} does not compile with its tests:\n{}", chapter.name, error.first())));
        }
    }
    Ok(Err(format!("{} does not compile with its tests", chapter.name)))
}

fn why_not(module: &str, chapter: &Chapter, error: &Diagnostic, left_out: &LeftOut) -> String {
    let of_task = chapter.tasks.iter().filter(|task| task.module == module).flat_map(|task: &Task| &task.functions);
    let lost = of_task.filter_map(|stub| left_out.imports.get_key_value(&stub.name)).next();
    if let Some((name, error)) = lost {
        return format!("`{name}` is missing, or is not `pub`:\n{error}");
    }
    let reason = match error.rendered.contains("E0255") {
        true => "the name of a function of this task stands for a trait or a type as well",
        false => "a function of this task is missing, or has other types than its stub",
    };
    format!("{reason}:\n{}", error.rendered.trim_end())
}

/// Removes one cause of errors from the sources; `false` if there is nothing left to try.
fn leave_out(
    build: &mut ChapterBuild,
    sources: &mut Sources,
    stubs: &Sources,
    error: &CompileError,
    left_out: &mut LeftOut,
) -> Result<bool> {
    // Each file is parsed once, whatever the number of its errors.
    let mut outlines: BTreeMap<PathBuf, Outline> = BTreeMap::new();
    for error in error.errors.iter().take(ERRORS) {
        if put_in_missing_file(sources, stubs, error, left_out) {
            return Ok(true);
        }
        for (file, line) in locations(sources, error).into_iter().take(ERRORS) {
            if !outlines.contains_key(&file) {
                let text = &sources[&file];
                let by_layout = || Outline { functions: functions::by_layout(text), ..Outline::default() };
                let outline = build.outline(text)?.unwrap_or_else(by_layout);
                outlines.insert(file.clone(), outline);
            }
            let functions = &outlines[&file].functions;
            let around = functions.iter().find(|function| (function.line..=function.last_line).contains(&line));
            if let Some(function) = around.filter(|function| !left_out.functions.contains_key(&function.name)) {
                let mut text = sources[&file].clone();
                text.replace_range(function.body.clone(), &stubbed_out(&function.name));
                sources.insert(file, text);
                left_out.functions.insert(function.name.clone(), error.rendered.trim_end().to_owned());
                // Lines have moved, so the locations of the other errors are not valid any more.
                return Ok(true);
            }
        }
        if take_out_imports(sources, &outlines, error, left_out) {
            return Ok(true);
        }
    }
    for error in error.errors.iter().take(ERRORS) {
        for (file, _) in locations(sources, error) {
            if replace_with_stub(sources, stubs, &file, error, left_out) {
                return Ok(true);
            }
        }
    }
    // A compiler that crashes does not say where. The largest file is the likeliest cause.
    let crashed = error.errors.is_empty() && error.crashed;
    let mut files: Vec<PathBuf> = if crashed { sources.keys().cloned().collect() } else { vec![] };
    files.sort_by_key(|file| Reverse(sources[file].len()));
    let reason = Diagnostic::without_location(&error.first());
    Ok(files.iter().any(|file| replace_with_stub(sources, stubs, file, &reason, left_out)))
}

/// For a `mod` whose file is not there, puts in the course's file with all its functions left out.
fn put_in_missing_file(sources: &mut Sources, stubs: &Sources, error: &Diagnostic, left_out: &mut LeftOut) -> bool {
    let name = error.rendered.strip_prefix("error[E0583]").and_then(|rest| rest.split('`').nth(1));
    let file = name.map(|name| Path::new(name).with_extension("rs"));
    file.is_some_and(|file| !sources.contains_key(&file) && replace_with_stub(sources, stubs, &file, error, left_out))
}

/// Takes the names that an error is about out of their `use`, where `{}` can stand for any of them.
fn take_out_imports(
    sources: &mut Sources,
    outlines: &BTreeMap<PathBuf, Outline>,
    error: &Diagnostic,
    left_out: &mut LeftOut,
) -> bool {
    let mut taken: Vec<(PathBuf, Range<usize>)> = vec![];
    for (file, span) in &error.spans {
        let Some(file) = below_src(sources, file) else { continue };
        let imports = outlines.get(&file).map_or(&[][..], |outline| &outline.imports);
        // Of a path the last name is meant.
        let meant = imports.iter().rfind(|it| span.start <= it.range.start && it.range.end <= span.end);
        if let Some(import) = meant {
            left_out.imports.insert(import.name.clone(), error.rendered.trim_end().to_owned());
            taken.push((file, import.tree.clone()));
        }
    }
    // From the end, so that the positions of the others stay.
    taken.sort_by(|(file, tree), (other, tree_of_other)| (file, tree_of_other.start).cmp(&(other, tree.start)));
    // Of nested imports only the innermost is taken out now; the next attempt finds the rest.
    taken.dedup_by(|outer, inner| outer.0 == inner.0 && outer.1.end > inner.1.start);
    for (file, tree) in &taken {
        if let Some(text) = sources.get_mut(file) {
            text.replace_range(tree.clone(), "{}");
        }
    }
    !taken.is_empty()
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
    let all =
        error.location.iter().chain(&error.others).filter_map(|(file, line)| Some((below_src(sources, file)?, *line)));
    all.collect()
}

/// The path below `src` of a file that the compiler names, if it is one of these.
fn below_src(sources: &Sources, file: &str) -> Option<PathBuf> {
    let parts = Path::new(file).components().skip_while(|part| part.as_os_str() != "src").skip(1);
    let below_src: PathBuf = parts.collect();
    sources.contains_key(&below_src).then_some(below_src)
}

fn module_of(chapter: &Chapter, error: &Diagnostic) -> Option<String> {
    let (file, _) = error.location.as_ref()?;
    let module = Path::new(file).file_stem()?.to_str()?;
    chapter.tasks.iter().find(|task| task.module == module).map(|task| task.module.clone())
}
