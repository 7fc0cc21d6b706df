//! The source texts of what is compiled once for all submissions: the shim, and the tests as a library. See
//! [`PrebuiltTests`](super::prebuilt::PrebuiltTests).

use super::given::GivenCrate;
use crate::course::Chapter;
use crate::files::{files_below, read};
use anyhow::Result;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::{FnArg, Item, Pat, ReturnType, Signature, Type};

pub struct Texts {
    /// The files of the shim and of the tests.
    pub files: BTreeMap<PathBuf, String>,
    /// The main file of the harness.
    pub harness: String,
}

/// `None` if a function of the chapter is a method, is generic or cannot be found, or if a test has an attribute that
/// only works in a test program.
pub fn texts(root: &Path, chapter: &Chapter, given: Option<&GivenCrate>) -> Result<Option<Texts>> {
    let Some((shim, harness)) = shim(root, chapter, given)? else { return Ok(None) };
    let Some(mut files) = tests(root, chapter, given)? else { return Ok(None) };
    files.insert("shim.rs".into(), shim);
    Ok(Some(Texts { files, harness }))
}

/// The shim has a module for each file of stubs, with its functions and the pointers that they call through. The second
/// text is the harness.
fn shim(root: &Path, chapter: &Chapter, given: Option<&GivenCrate>) -> Result<Option<(String, String)>> {
    let from_given = |text: &str| match given {
        Some(given) => text.replace("crate::given", &format!("::{}", given.library().0)),
        None => text.to_owned(),
    };
    let mut by_file: BTreeMap<&Path, Vec<ShimFunction>> = BTreeMap::new();
    for stub in chapter.tasks.iter().flat_map(|task| &task.functions) {
        let Some((signature, location)) = &stub.found else { return Ok(None) };
        let Some(function) = ShimFunction::parse(&from_given(signature)) else { return Ok(None) };
        by_file.entry(&location.file).or_default().push(function);
    }
    let (mut shim, mut harness) = (String::new(), "fn main() -> std::process::ExitCode {\n".to_owned());
    for (number, (file, functions)) in by_file.into_iter().enumerate() {
        let text = read(&root.join(file))?;
        writeln!(shim, "pub use file{number}::*;\npub mod file{number} {{")?;
        for item in syn::parse_file(&text)?.items {
            let Item::Use(item) = item else { continue };
            let import = from_given(&text[item.span().byte_range()]);
            if !import.contains("crate::") && !import.contains("super::") {
                writeln!(shim, "{import}")?;
            }
        }
        let fields: String = functions.iter().map(ShimFunction::field).collect();
        let calls: String = functions.iter().map(ShimFunction::call).collect();
        writeln!(shim, "pub struct Functions {{\n{fields}}}")?;
        writeln!(shim, "pub static FUNCTIONS: std::sync::OnceLock<Functions> = std::sync::OnceLock::new();")?;
        writeln!(shim, "{calls}}}")?;
        let values: String = functions.iter().map(|it| format!("{0}: student::{0}, ", it.name)).collect();
        let module = format!("shim::file{number}");
        writeln!(harness, "    let _ = {module}::FUNCTIONS.set({module}::Functions {{ {values}}});")?;
    }
    Ok(Some((shim, harness + "    grade::run()\n}\n")))
}

/// A function of the shim.
struct ShimFunction {
    name: String,
    signature: String,
    arguments: Vec<(String, String)>,
    result: String,
}

impl ShimFunction {
    /// From `pub fn mse(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64`.
    fn parse(text: &str) -> Option<Self> {
        let text = text.strip_prefix("pub ")?;
        let signature: Signature = syn::parse_str(text).ok()?;
        if !signature.generics.params.is_empty() {
            return None;
        }
        let source = |ty: &Type| (!matches!(ty, Type::ImplTrait(_))).then(|| text[ty.span().byte_range()].to_owned());
        let mut arguments = vec![];
        for argument in &signature.inputs {
            let FnArg::Typed(argument) = argument else { return None };
            let Pat::Ident(name) = argument.pat.as_ref() else { return None };
            arguments.push((name.ident.to_string(), source(&argument.ty)?));
        }
        let result = match &signature.output {
            ReturnType::Default => "()".to_owned(),
            ReturnType::Type(_, ty) => source(ty)?,
        };
        Some(Self { name: signature.ident.to_string(), signature: text.to_owned(), arguments, result })
    }

    fn field(&self) -> String {
        let types: Vec<&str> = self.arguments.iter().map(|(_, ty)| ty.as_str()).collect();
        format!("    pub {}: fn({}) -> {},\n", self.name, types.join(", "), self.result)
    }

    fn call(&self) -> String {
        let names: Vec<&str> = self.arguments.iter().map(|(name, _)| name.as_str()).collect();
        let Self { name, signature, .. } = self;
        format!("pub {signature} {{ (FUNCTIONS.get().expect(\"the harness\").{name})({}) }}\n", names.join(", "))
    }
}

/// The tests as a library: each `#[test]` becomes an entry of a table. Every function keeps its line.
fn tests(root: &Path, chapter: &Chapter, given: Option<&GivenCrate>) -> Result<Option<BTreeMap<PathBuf, String>>> {
    let folder = Path::new("exercises").join(&chapter.name).join("tests/grade");
    let mut files = BTreeMap::new();
    for file in files_below(&root.join(&folder), |_| true)? {
        let text = read(&root.join(&folder).join(&file))?;
        let task = chapter.tasks.iter().find(|task| file == Path::new(&task.module).with_extension("rs"));
        let text = match task {
            Some(task) => {
                let entries = task.tests.iter().map(|test| {
                    let function = test.name.rsplit("::").next().unwrap_or_default();
                    format!("({:?}, {function} as fn()), ", test.name)
                });
                let entries: String = entries.collect();
                // With this attribute the function would exist in a test program only.
                text.replace("#[test]", "") + &format!("\npub const TESTS: &[(&str, fn())] = &[{entries}];\n")
            }
            None if file == Path::new("main.rs") => text + &runner(chapter),
            None => text,
        };
        if text.contains("#[should_panic") || text.contains("#[ignore") || text.contains("cfg(test)") {
            return Ok(None);
        }
        files.insert(folder.join(file), given.map_or(text.clone(), |given| given.in_test(&text)));
    }
    Ok(Some(files))
}

/// Runs the test with this name in a thread of its own, as a test program does. The exit status proves nothing: the
/// verdict comes from the completion record.
fn runner(chapter: &Chapter) -> String {
    let tables: Vec<String> = chapter.tasks.iter().map(|task| format!("{}::TESTS", task.module)).collect();
    format!(
        "
pub fn run() -> std::process::ExitCode {{
    let name = std::env::args().nth(2).unwrap_or_default();
    let tables = [{}];
    let test = tables.iter().copied().flatten().find(|(of, _)| *of == name);
    let Some((_, test)) = test else {{ return 2.into() }};
    let passed = std::thread::Builder::new().name(name).spawn(*test).is_ok_and(|thread| thread.join().is_ok());
    if passed {{ 0.into() }} else {{ 101.into() }}
}}
",
        tables.join(", ")
    )
}
