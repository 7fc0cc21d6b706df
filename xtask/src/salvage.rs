//! Partial credit: where code does not compile, the functions with errors are put aside and the rest is graded.
//!
//! The compiler says in which lines its errors stand. The bodies of the functions around them become `todo!`s, and it is
//! tried again, until it compiles. A file with errors outside of functions is replaced by the course's own stub. Tests that do
//! not compile against the library, because a function is missing or has other types, are left out by task.

use crate::course::Chapter;
use crate::functions;
use crate::submission::Sources;
use crate::workshop::{Desk, Diagnostic, Refusal};
use anyhow::Result;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The message of a `todo!` that stands for a body that does not compile; the function's name follows.
const PUT_ASIDE: &str = "what does not compile is put aside: ";

/// How often a chapter is compiled before it is given up.
const TRIES: usize = 8;

/// What could be saved of a chapter.
#[derive(Debug, Default)]
pub struct Salvage {
    /// The functions that were put aside, each with the first error in it.
    pub functions: BTreeMap<String, String>,
    /// The files that were replaced by their stubs, each with its first error.
    pub files: BTreeMap<PathBuf, String>,
    /// The modules of tests that were left out, each with its first error.
    pub tests: BTreeMap<String, String>,
}

impl Salvage {
    /// Whether everything compiled as it was handed in.
    pub fn nothing_lost(&self) -> bool {
        self.functions.is_empty() && self.files.is_empty() && self.tests.is_empty()
    }

    /// Why a test with this message did not get as far as the code that was handed in, if that is so.
    pub fn reason(&self, message: &str) -> Option<String> {
        let (_, name) = message.split_once(PUT_ASIDE)?;
        let name = name.lines().next().unwrap_or_default();
        let error = self.functions.get(name)?;
        Some(format!("`{name}` does not compile:\n{error}"))
    }
}

/// Compiles as much of a chapter as compiles. The inner error is why nothing of it does.
pub fn compile(
    desk: &mut Desk,
    chapter: &Chapter,
    sources: &Sources,
    stubs: &Sources,
) -> Result<Result<Salvage, String>> {
    let mut sources = sources.clone();
    let mut salvage = Salvage::default();
    let refusal = loop {
        let refusal = match desk.compile_library(&sources)? {
            Ok(_) => break None,
            Err(refusal) => refusal,
        };
        let tried = salvage.functions.len() + salvage.files.len();
        if tried >= TRIES * 4 || !put_aside(desk, &mut sources, stubs, &refusal, &mut salvage)? {
            break Some(refusal);
        }
    };
    if let Some(refusal) = refusal {
        return Ok(Err(format!("{} does not compile:\n{}", chapter.name, refusal.first())));
    }
    for _ in 0..TRIES {
        let left_out: Vec<&str> = salvage.tests.keys().map(String::as_str).collect();
        let refusal = match desk.compile_tests(&left_out)? {
            Ok(_) => return Ok(Ok(salvage)),
            Err(refusal) => refusal,
        };
        let known = salvage.tests.len();
        for error in &refusal.errors {
            if let Some(module) = module_of(chapter, error) {
                let reason = "a function of this task is missing, has other types than its stub, or its name stands for a trait or a type as well";
                salvage.tests.entry(module).or_insert_with(|| format!("{reason}:\n{}", error.rendered.trim_end()));
            }
        }
        if salvage.tests.len() == known || salvage.tests.len() == chapter.tasks.len() {
            return Ok(Err(format!("{} does not compile with its tests:\n{}", chapter.name, refusal.first())));
        }
    }
    Ok(Err(format!("{} does not compile with its tests", chapter.name)))
}

/// Makes the sources compile a little better; `false` if there is nothing left to try.
fn put_aside(
    desk: &mut Desk,
    sources: &mut Sources,
    stubs: &Sources,
    refusal: &Refusal,
    salvage: &mut Salvage,
) -> Result<bool> {
    for error in &refusal.errors {
        for (file, line) in places(sources, error) {
            let text = &sources[&file];
            let functions = desk.functions(text)?.unwrap_or_else(|| functions::by_layout(text));
            let around = functions.into_iter().find(|function| (function.line..=function.last_line).contains(&line));
            if let Some(function) = around.filter(|function| !salvage.functions.contains_key(&function.name)) {
                let mut text = text.clone();
                text.replace_range(function.body, &aside(&function.name));
                sources.insert(file, text);
                salvage.functions.insert(function.name, error.rendered.trim_end().to_owned());
                // Lines have moved: what else is wrong, the next attempt says.
                return Ok(true);
            }
        }
    }
    for error in &refusal.errors {
        for (file, _) in places(sources, error) {
            if replace(sources, stubs, &file, error, salvage) {
                return Ok(true);
            }
        }
    }
    // A compiler that crashes says nothing: the largest file is the likeliest cause.
    let crashed = refusal.errors.is_empty() && refusal.crashed;
    let mut files: Vec<PathBuf> = if crashed { sources.keys().cloned().collect() } else { vec![] };
    files.sort_by_key(|file| std::cmp::Reverse(sources[file].len()));
    let reason = Diagnostic::without_place(&refusal.first());
    Ok(files.iter().any(|file| replace(sources, stubs, file, &reason, salvage)))
}

fn aside(name: &str) -> String {
    format!("{{ todo!(\"{PUT_ASIDE}{name}\") }}")
}

/// A file whose errors stand outside of functions, or in one that was put aside already.
fn replace(sources: &mut Sources, stubs: &Sources, file: &Path, error: &Diagnostic, salvage: &mut Salvage) -> bool {
    let Some(stub) = stubs.get(file).filter(|_| !salvage.files.contains_key(file)) else { return false };
    let Ok(functions) = functions::functions(stub) else { return false };
    let mut text = stub.clone();
    for function in functions.iter().rev().filter(|function| stub[function.body.clone()].contains("todo!(")) {
        text.replace_range(function.body.clone(), &aside(&function.name));
        salvage.functions.entry(function.name.clone()).or_insert_with(|| error.rendered.trim_end().to_owned());
    }
    sources.insert(file.to_owned(), text);
    salvage.files.insert(file.to_owned(), error.rendered.trim_end().to_owned());
    true
}

/// The files and lines of an error that stand in the author's sources, the most telling one first.
fn places(sources: &Sources, error: &Diagnostic) -> Vec<(PathBuf, usize)> {
    let all = error.place.iter().chain(&error.others).filter_map(|(file, line)| {
        let parts = Path::new(file).components().skip_while(|part| part.as_os_str() != "src").skip(1);
        let below_src: PathBuf = parts.collect();
        sources.contains_key(&below_src).then_some((below_src, *line))
    });
    all.collect()
}

fn module_of(chapter: &Chapter, error: &Diagnostic) -> Option<String> {
    let (file, _) = error.place.as_ref()?;
    let module = Path::new(file).file_stem()?.to_str()?;
    chapter.tasks.iter().find(|task| task.module == module).map(|task| task.module.clone())
}
