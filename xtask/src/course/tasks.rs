//! A task, read from its file of tests.

use super::{Place, StubFile, Task, Test};
use anyhow::{Context, Result, anyhow, bail};
use std::path::Path;
use syn::spanned::Spanned;
use syn::{Block, Expr, Item, ItemFn, Lit, Stmt};

/// The task that `tests/grade/<module>.rs` grades.
pub(crate) fn parse(text: &str, file: &Path, module: &str, stubs: &[StubFile]) -> Result<Task> {
    let place = |line| Place { file: file.to_owned(), line };
    let parsed = syn::parse_file(text).map_err(|error| anyhow!("{}: {error}", place(error.span().start().line)))?;
    let fields = parsed.items.iter().find_map(|item| match item {
        Item::Const(item) if item.ident == "TASK" => Some(Fields(&item.expr)),
        _ => None,
    });
    let Some(fields) = fields else {
        bail!("{}: a file of tests holds its task as `const TASK: Task = Task {{ … }};`", place(1));
    };
    let get = |name| fields.get(name).with_context(|| format!("{}: in `const TASK`", place(1)));
    let function = get("function")?;
    let stub = stubs.iter().find_map(|stub| {
        let found = stub.functions.iter().find(|found| found.name == function)?;
        Some((Place { file: stub.place.clone(), line: found.line }, found.signature.clone()))
    });
    // In a student's checkout the function may be missing for a while; `verify` insists on it.
    let (stub, signature) = stub.unwrap_or_else(|| {
        let first = stubs.first().map(|stub| stub.place.clone()).unwrap_or_default();
        (Place { file: first, line: 0 }, String::new())
    });
    let mut tests = vec![];
    for item in &parsed.items {
        if let Item::Fn(item) = item
            && item.attrs.iter().any(|attribute| attribute.path().is_ident("test"))
        {
            let place = place(item.sig.fn_token.span.start().line);
            let points = points(item).with_context(|| format!("{place}: in the test `{}`", item.sig.ident))?;
            tests.push(Test { name: format!("{module}::{}", item.sig.ident), points, place });
        }
    }
    if tests.is_empty() {
        bail!("{}: the task has no test", place(1));
    }
    Ok(Task {
        number: number(module).with_context(|| format!("{}: in the name of the file", place(1)))?,
        module: module.to_owned(),
        title: get("title")?,
        section: get("section")?,
        hints: fields.hints().with_context(|| format!("{}: in `const TASK`", place(1)))?,
        function,
        stub,
        signature,
        tests,
    })
}

/// `t6_mse` is task 6.
fn number(module: &str) -> Result<u32> {
    module
        .strip_prefix('t')
        .and_then(|rest| rest.split_once('_')?.0.parse().ok())
        .ok_or_else(|| anyhow!("a task's module is named `t<number>_<function>`, not `{module}`"))
}

/// What a test is worth: the first argument of `TASK.grade(points, || …)`, which is all that its body holds.
fn points(test: &ItemFn) -> Result<u32> {
    let wanted = "the body of a test is `TASK.grade(points, || { … });` and nothing else, so that all of it counts";
    let Block { stmts, .. } = &*test.block;
    let [Stmt::Expr(Expr::MethodCall(call), _)] = stmts.as_slice() else { bail!(wanted) };
    let on_task = matches!(&*call.receiver, Expr::Path(path) if path.path.is_ident("TASK"));
    let (true, true, Some(Expr::Lit(points))) = (on_task, call.method == "grade", call.args.first()) else { bail!(wanted) };
    let Lit::Int(points) = &points.lit else { bail!("points are a whole number, in line {}", points.span().start().line) };
    Ok(points.base10_parse()?)
}

/// The fields of `Task { … }`.
struct Fields<'a>(&'a Expr);

impl Fields<'_> {
    fn expression(&self, name: &str) -> Result<&Expr> {
        let Expr::Struct(fields) = self.0 else { bail!("TASK is written as `Task {{ … }}`") };
        let field = fields.fields.iter().find(|field| matches!(&field.member, syn::Member::Named(member) if member == name));
        Ok(&field.with_context(|| format!("the field `{name}` is missing"))?.expr)
    }

    fn get(&self, name: &str) -> Result<String> {
        string(self.expression(name)?)
    }

    fn hints(&self) -> Result<[String; 3]> {
        let Expr::Array(hints) = self.expression("hints")? else { bail!("`hints` is a list of three texts") };
        let hints = hints.elems.iter().map(string).collect::<Result<Vec<_>>>()?;
        <[String; 3]>::try_from(hints).map_err(|hints| anyhow!("there are three hints to a task, not {}", hints.len()))
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
    use crate::functions;
    use std::path::PathBuf;

    const FILE: &str = r#"
        const TASK: Task = Task {
            title: "The mean squared error",
            function: "mse",
            section: "The error",
            hints: ["idea", "formula", "shape"],
        };
        #[test]
        fn by_hand() {
            TASK.grade(2, || assert!(true));
        }
        fn helper() {}
    "#;

    fn read(text: &str) -> Result<Task> {
        let functions = functions::functions("pub fn mse(y: &[f64]) -> f64 {\n    todo!()\n}\n").unwrap();
        let stubs = [StubFile { place: PathBuf::from("src/error.rs"), functions }];
        parse(text, Path::new("t6_mse.rs"), "t6_mse", &stubs)
    }

    #[test]
    fn a_task_is_read_with_its_tests_and_its_stub() {
        let task = read(FILE).unwrap();
        assert_eq!((task.number, task.title.as_str(), task.hints[2].as_str()), (6, "The mean squared error", "shape"));
        assert_eq!((task.stub.to_string().as_str(), task.signature.as_str()), ("src/error.rs:1", "pub fn mse(y: &[f64]) -> f64"));
        let test = &task.tests[0];
        assert_eq!((test.name.as_str(), test.points, test.place.line), ("t6_mse::by_hand", 2, 9));
        assert_eq!(task.tests.len(), 1);
    }

    #[test]
    fn what_is_missing_is_said_with_its_place() {
        let error = |text: &str| format!("{:#}", read(text).unwrap_err());
        assert!(error("").contains("const TASK"));
        assert!(error(&FILE.replace("section", "chapter")).contains("the field `section` is missing"));
        assert!(error(&FILE.replace(r#", "shape""#, "")).contains("three hints to a task, not 2"));
        assert!(error(&FILE.replace("TASK.grade(2,", "run(")).contains("t6_mse.rs:9: in the test `by_hand`"));
        assert!(error(&FILE.replace("#[test]", "")).contains("no test"));
    }
}
