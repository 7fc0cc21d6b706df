//! A task: a function to write and the tests that grade it, read from the file of tests.

use super::functions::Function;
use crate::files::slashes;
use anyhow::{Context, Result, anyhow, bail};
use proc_macro2::TokenStream;
use std::fmt::{self, Display, Formatter};
use std::path::{Path, PathBuf};
use syn::parse::{Parse, ParseStream, Parser};
use syn::spanned::Spanned;
use syn::{Attribute, Expr, Ident, Item, Lit, Signature, Token, Visibility, braced, parenthesized};

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
    let parsed: TestFile =
        syn::parse_str(text).map_err(|error| anyhow!("{}: {error}", location(error.span().start().line)))?;
    let Some(fields) = parsed.task.as_ref().map(Fields) else {
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
    for (signature, body) in parsed.tests {
        let location = location(signature.fn_token.span.start().line);
        let points = points(body).with_context(|| format!("{location}: in the test `{}`", signature.ident))?;
        tests.push(Test { name: format!("{module}::{}", signature.ident), points, location });
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

/// A file of tests, as far as it says what its task is.
struct TestFile {
    /// The value of `const TASK`.
    task: Option<Expr>,
    /// With their bodies, which stay unparsed: parsing those of the whole course would take most of the time of a call.
    tests: Vec<(Signature, TokenStream)>,
}

impl Parse for TestFile {
    fn parse(input: ParseStream) -> syn::Result<Self> {
        let (mut task, mut tests) = (None, vec![]);
        Attribute::parse_inner(input)?;
        while !input.is_empty() {
            let attributes = Attribute::parse_outer(input)?;
            input.parse::<Visibility>()?;
            if input.peek(Token![fn]) {
                let (signature, body) = (input.parse()?, block(input)?);
                if attributes.iter().any(|attribute| attribute.path().is_ident("test")) {
                    tests.push((signature, body));
                }
            } else if let Item::Const(item) = input.parse()?
                && item.ident == "TASK"
            {
                task = Some(*item.expr);
            }
        }
        Ok(Self { task, tests })
    }
}

/// What is between two braces.
fn block(input: ParseStream) -> syn::Result<TokenStream> {
    let inside;
    braced!(inside in input);
    inside.parse()
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
fn points(body: TokenStream) -> Result<u32> {
    let grade = |input: ParseStream| {
        let task: Ident = input.parse()?;
        input.parse::<Token![.]>()?;
        let method: Ident = input.parse()?;
        let arguments;
        parenthesized!(arguments in input);
        let points: Lit = arguments.parse()?;
        arguments.parse::<Token![,]>()?;
        arguments.parse::<TokenStream>()?;
        input.parse::<Option<Token![;]>>()?;
        Ok((task == "TASK" && method == "grade").then_some(points))
    };
    match Parser::parse2(grade, body) {
        Ok(Some(Lit::Int(points))) => Ok(points.base10_parse()?),
        Ok(Some(points)) => bail!("points are a whole number, in line {}", points.span().start().line),
        _ => {
            bail!("the body of a test is `TASK.grade(points, || {{ … }});` and nothing else, so that all of it counts")
        }
    }
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
