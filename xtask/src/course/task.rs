//! A task: a function to write and the tests that grade it, read from the file of tests.

use super::functions::Function;
use crate::files::slashes;
use anyhow::{Context, Result, anyhow, bail};
use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::{Block, Expr, Item, ItemFn, Lit, Stmt};

/// The three hints of a task, each saying more than the one before: the heading in the file of hints, and its subject.
pub const HINTS: [(&str, &str); 3] =
    [("## Idea\n", "the idea"), ("## Formula\n", "the formula"), ("## Shape\n", "the shape of the code")];

#[derive(Debug, Clone)]
pub struct Task {
    /// Its number in the chapter; `cargo test t6` runs task 6.
    pub number: u32,
    /// The module of its tests, `t6_mse`.
    pub module: String,
    pub title: String,
    /// The functions to write, usually one.
    pub functions: Vec<Stub>,
    /// The heading in the book that explains it.
    pub section: String,
    /// In the order of [`HINTS`].
    pub hints: [String; 3],
    pub tests: Vec<Test>,
}

/// A function to write.
#[derive(Debug, Clone)]
pub struct Stub {
    /// `mse`, or `Network::forward` for a method.
    pub name: String,
    /// Its signature and location; `None` if the student's files do not have it.
    pub found: Option<(String, Location)>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Test {
    /// With its module, `t6_mse::a_batch_by_hand`.
    pub name: String,
    pub points: u32,
    pub location: Location,
}

/// A line of a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Location {
    /// Relative to the root of the course.
    pub file: PathBuf,
    /// Counted from 1.
    pub line: usize,
}

impl Display for Location {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", slashes(&self.file), self.line)
    }
}

/// A file of stubs and the functions in it.
pub(super) struct StubFile {
    pub file: PathBuf,
    pub functions: Vec<Function>,
}

/// The task that `tests/grade/<module>.rs` grades.
pub(super) fn parse(text: &str, hints: [String; 3], file: &Path, module: &str, stubs: &[StubFile]) -> Result<Task> {
    let location = |line| Location { file: file.to_owned(), line };
    let parsed = syn::parse_file(text).map_err(|error| anyhow!("{}: {error}", location(error.span().start().line)))?;
    let fields = parsed.items.iter().find_map(|item| match item {
        Item::Const(item) if item.ident == "TASK" => Some(Fields(&item.expr)),
        _ => None,
    });
    let Some(fields) = fields else {
        bail!("{}: a file of tests holds its task as `const TASK: Task = Task {{ … }};`", location(1));
    };
    let get = |name| fields.get(name).with_context(|| format!("{}: in `const TASK`", location(1)));
    let functions = fields.list("functions").with_context(|| format!("{}: in `const TASK`", location(1)))?;
    let functions = functions.into_iter().map(|name| {
        let found = stubs.iter().find_map(|file| {
            let found = file.functions.iter().find(|found| found.name == name)?;
            Some((found.signature.clone(), Location { file: file.file.clone(), line: found.line }))
        });
        Stub { name, found }
    });
    let mut tests = vec![];
    for item in &parsed.items {
        if let Item::Fn(item) = item
            && item.attrs.iter().any(|attribute| attribute.path().is_ident("test"))
        {
            let location = location(item.sig.fn_token.span.start().line);
            let points = points(item).with_context(|| format!("{location}: in the test `{}`", item.sig.ident))?;
            tests.push(Test { name: format!("{module}::{}", item.sig.ident), points, location });
        }
    }
    if tests.is_empty() {
        bail!("{}: the task has no test", location(1));
    }
    Ok(Task {
        number: number(module).with_context(|| format!("{}: in the name of the file", location(1)))?,
        module: module.to_owned(),
        title: get("title")?,
        section: get("section")?,
        hints,
        functions: functions.collect(),
        tests,
    })
}

/// The hints in `hints/<module>.md`.
pub(super) fn hints(text: &str, file: &Path) -> Result<[String; 3]> {
    let mut rest = text;
    let mut hints = vec![];
    for (place, (heading, _)) in HINTS.iter().enumerate() {
        let hint = rest.strip_prefix(heading).with_context(|| {
            format!("{}: the hints have the headings ## Idea, ## Formula, ## Shape, in this order", file.display())
        })?;
        let end = HINTS.get(place + 1).and_then(|(next, _)| hint.find(next)).unwrap_or(hint.len());
        hints.push(hint[..end].trim().to_owned());
        rest = &hint[end..];
    }
    if hints.iter().any(String::is_empty) {
        bail!("{}: a hint is empty", file.display());
    }
    Ok(hints.try_into().expect("one hint for each of three headings"))
}

/// `t6_mse` is task 6.
fn number(module: &str) -> Result<u32> {
    module
        .strip_prefix('t')
        .and_then(|rest| rest.split_once('_')?.0.parse().ok())
        .ok_or_else(|| anyhow!("a task's module is named `t<number>_<function>`, not `{module}`"))
}

/// The points of a test: the first argument of `TASK.grade(points, || …)`, the only statement in its body.
fn points(test: &ItemFn) -> Result<u32> {
    let wanted = "the body of a test is `TASK.grade(points, || { … });` and nothing else, so that all of it counts";
    let Block { stmts, .. } = &*test.block;
    let [Stmt::Expr(Expr::MethodCall(call), _)] = stmts.as_slice() else { bail!(wanted) };
    let on_task = matches!(&*call.receiver, Expr::Path(path) if path.path.is_ident("TASK"));
    let (true, true, Some(Expr::Lit(points))) = (on_task, call.method == "grade", call.args.first()) else {
        bail!(wanted)
    };
    let Lit::Int(points) = &points.lit else {
        bail!("points are a whole number, in line {}", points.span().start().line)
    };
    Ok(points.base10_parse()?)
}

/// The fields of `Task { … }`.
struct Fields<'a>(&'a Expr);

impl Fields<'_> {
    fn expression(&self, name: &str) -> Result<&Expr> {
        let Expr::Struct(fields) = self.0 else { bail!("TASK is written as `Task {{ … }}`") };
        let field =
            fields.fields.iter().find(|field| matches!(&field.member, syn::Member::Named(member) if member == name));
        Ok(&field.with_context(|| format!("the field `{name}` is missing"))?.expr)
    }

    fn get(&self, name: &str) -> Result<String> {
        string(self.expression(name)?)
    }

    fn list(&self, name: &str) -> Result<Vec<String>> {
        let wanted = || format!("`{name}` is a list of texts, `&[\"…\"]`");
        let Expr::Reference(list) = self.expression(name)? else { bail!(wanted()) };
        let Expr::Array(list) = &*list.expr else { bail!(wanted()) };
        let texts = list.elems.iter().map(string).collect::<Result<Vec<_>>>()?;
        if texts.is_empty() { bail!("`{name}` is empty") } else { Ok(texts) }
    }
}

fn string(expression: &Expr) -> Result<String> {
    match expression {
        Expr::Lit(literal) if matches!(literal.lit, Lit::Str(_)) => {
            let Lit::Str(text) = &literal.lit else { unreachable!("matched above") };
            Ok(text.value())
        }
        other => bail!("a text in quotes is expected in line {}", other.span().start().line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::course::functions;

    const FILE: &str = r#"
        const TASK: Task = Task {
            title: "The mean squared error",
            functions: &["mse"],
            section: "The error",
        };
        #[test]
        fn by_hand() {
            TASK.grade(2, || assert!(true));
        }
        fn helper() {}
    "#;

    fn read(text: &str) -> Result<Task> {
        let functions = functions::functions("pub fn mse(y: &[f64]) -> f64 {\n    todo!()\n}\n").unwrap();
        let stubs = [StubFile { file: PathBuf::from("src/error.rs"), functions }];
        let hints = ["idea", "formula", "shape"].map(String::from);
        parse(text, hints, Path::new("t6_mse.rs"), "t6_mse", &stubs)
    }

    #[test]
    fn a_task_is_read_with_its_tests_and_its_stub() {
        let task = read(FILE).unwrap();
        assert_eq!((task.number, task.title.as_str(), task.hints[2].as_str()), (6, "The mean squared error", "shape"));
        let (signature, stub) = task.functions[0].found.clone().unwrap();
        assert_eq!((stub.to_string().as_str(), signature.as_str()), ("src/error.rs:1", "pub fn mse(y: &[f64]) -> f64"));
        let test = &task.tests[0];
        assert_eq!((test.name.as_str(), test.points, test.location.line), ("t6_mse::by_hand", 2, 8));
        assert_eq!(task.tests.len(), 1);
    }

    #[test]
    fn hints_have_three_headings() {
        let read = |text: &str| hints(text, Path::new("hints/t6_mse.md"));
        let [idea, formula, shape] = read("## Idea\n\nOne\ntwo.\n\n## Formula\n\n`x`\n\n## Shape\n\n(k,)\n").unwrap();
        assert_eq!([idea, formula, shape], ["One\ntwo.", "`x`", "(k,)"]);
        for wrong in ["", "## Idea\n\nOne\n", "## Idea\n\n## Formula\n\nx\n\n## Shape\n\ny\n", "## Formula\n\nx\n"] {
            assert!(read(wrong).unwrap_err().to_string().starts_with("hints/t6_mse.md: "), "{wrong}");
        }
    }

    #[test]
    fn errors_name_the_file_and_the_line() {
        let error = |text: &str| format!("{:#}", read(text).unwrap_err());
        assert!(error("").contains("const TASK"));
        assert!(error(&FILE.replace("section", "chapter")).contains("the field `section` is missing"));
        assert!(error(&FILE.replace("TASK.grade(2,", "run(")).contains("t6_mse.rs:8: in the test `by_hand`"));
        assert!(error(&FILE.replace("#[test]", "")).contains("no test"));
    }
}
