//! The texts that are compiled once for a whole class: the facade, the tests as a library, and the bridge. See
//! [`Prepared`](super::prepared::Prepared).

use crate::course::{Chapter, file_name, sorted_entries};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::{FnArg, Item, Pat, ReturnType, Signature, Type};

/// The texts for a chapter.
pub struct Texts {
    /// The files of the facade, the tests and the bridge, by their paths.
    pub files: BTreeMap<PathBuf, String>,
    /// The text of `given.rs`, which becomes a crate of its own.
    pub given: Option<String>,
}

/// The name of the crate that `given.rs` becomes.
pub fn given_crate(chapter: &str) -> String {
    format!("{chapter}_given")
}

/// The texts for a chapter; `None` if a function of it is a method, is generic, or cannot be found.
pub fn texts(root: &Path, chapter: &Chapter) -> Result<Option<Texts>> {
    let package = root.join("exercises").join(&chapter.name);
    let given = fs::read_to_string(package.join("src/given.rs")).ok();
    if given.as_ref().is_some_and(|text| text.contains("crate::") || text.contains("super::")) {
        return Ok(None);
    }
    let Some((facade, bridge)) = facade(root, chapter, given.is_some())? else { return Ok(None) };
    let mut files = BTreeMap::from([("facade.rs".into(), facade), ("bridge.rs".into(), bridge)]);
    let tests = Path::new("exercises").join(&chapter.name).join("tests/grade");
    if !add_tests(&mut files, chapter, &root.join(&tests), &tests)? {
        return Ok(None);
    }
    Ok(Some(Texts { files, given }))
}

/// For each file of stubs a module with its functions, and the pointers that they call through.
fn facade(root: &Path, chapter: &Chapter, given: bool) -> Result<Option<(String, String)>> {
    let given_crate = given_crate(&chapter.name);
    let to_given = |text: &str| text.replace("crate::given", &format!("::{given_crate}"));
    let mut by_file: BTreeMap<&Path, Vec<Function>> = BTreeMap::new();
    for stub in chapter.tasks.iter().flat_map(|task| &task.functions) {
        let Some((signature, place)) = &stub.found else { return Ok(None) };
        let Some(function) = Function::parse(&to_given(signature)) else { return Ok(None) };
        by_file.entry(&place.file).or_default().push(function);
    }
    let (mut facade, mut bridge) = (String::new(), "fn main() -> std::process::ExitCode {\n".to_owned());
    if given {
        writeln!(facade, "pub mod given {{ pub use ::{given_crate}::*; }}")?;
    }
    for (number, (file, functions)) in by_file.into_iter().enumerate() {
        let text = fs::read_to_string(root.join(file)).with_context(|| format!("failed to read {}", file.display()))?;
        writeln!(facade, "pub use file{number}::*;\npub mod file{number} {{")?;
        for item in syn::parse_file(&text)?.items {
            let used = if let Item::Use(item) = item { to_given(&text[item.span().byte_range()]) } else { continue };
            if !used.contains("crate::") && !used.contains("super::") {
                writeln!(facade, "{used}")?;
            }
        }
        let fields: String = functions.iter().map(Function::field).collect();
        let calls: String = functions.iter().map(Function::call).collect();
        writeln!(facade, "pub struct Functions{number} {{\n{fields}}}")?;
        writeln!(
            facade,
            "pub static FUNCTIONS{number}: std::sync::OnceLock<Functions{number}> = std::sync::OnceLock::new();"
        )?;
        writeln!(facade, "{}}}", calls.replace("FUNCTIONS", &format!("FUNCTIONS{number}")))?;
        let values: String = functions.iter().map(|it| format!("{0}: student::{0}, ", it.name)).collect();
        writeln!(bridge, "    let _ = facade::FUNCTIONS{number}.set(facade::Functions{number} {{ {values}}});")?;
    }
    Ok(Some((facade, bridge + "    grade::run()\n}\n")))
}

/// A function of the facade.
struct Function {
    name: String,
    signature: String,
    arguments: Vec<(String, String)>,
    result: String,
}

impl Function {
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
        format!("pub {signature} {{ (FUNCTIONS.get().expect(\"the bridge\").{name})({}) }}\n", names.join(", "))
    }
}

/// The tests as a library: each `#[test]` becomes an entry of a table, on the line where it was.
fn add_tests(files: &mut BTreeMap<PathBuf, String>, chapter: &Chapter, from: &Path, to: &Path) -> Result<bool> {
    for entry in sorted_entries(from)? {
        let (name, place) = (file_name(&entry), to.join(file_name(&entry)));
        if entry.is_dir() {
            if !add_tests(files, chapter, &entry, &place)? {
                return Ok(false);
            }
            continue;
        }
        let text = fs::read_to_string(&entry).with_context(|| format!("failed to read {}", entry.display()))?;
        let task = chapter.tasks.iter().find(|task| task.module == name.trim_end_matches(".rs"));
        let text = match task {
            Some(task) => {
                let entries = task.tests.iter().map(|test| {
                    let function = test.name.rsplit("::").next().unwrap_or_default();
                    format!("({:?}, {function} as fn()), ", test.name)
                });
                let entries: String = entries.collect();
                // The attribute would leave the function out of everything but a test program.
                text.replace("#[test]", "") + &format!("\npub const TESTS: &[(&str, fn())] = &[{entries}];\n")
            }
            None if name == "main.rs" => text + &runner(chapter),
            None => text,
        };
        // Whatever else the tests may carry, an attribute that only a test program has is not understood here.
        if text.contains("#[should_panic") || text.contains("#[ignore") || text.contains("cfg(test)") {
            return Ok(false);
        }
        files.insert(place, text);
    }
    Ok(true)
}

/// Runs the test of this name in a thread of its own, as a test program does. What it proves, it proves by its record.
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
