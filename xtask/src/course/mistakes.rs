//! Known mistakes, read from the tables that the tests use.

use super::{Chapter, Course, Location};
use crate::files::{file_name, read, sorted_entries};
use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use syn::spanned::Spanned;
use syn::{Expr, ExprStruct, Item, Lit, Member};

/// A wrong way to write a function: an entry of a table in `exercises/chNN/mistakes/t6_mse.rs`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mistake {
    pub task: u32,
    pub function: String,
    /// Its place in the table of its function, from 0.
    pub number: usize,
    /// What the message says of it.
    pub sentence: String,
    pub location: Location,
}

impl Chapter {
    /// All known mistakes, in the order of the tasks and tables.
    pub fn mistakes(&self, course: &Course) -> Result<Vec<Mistake>> {
        let folder = Path::new("exercises").join(&self.name).join("mistakes");
        let mut mistakes = vec![];
        for file in sorted_entries(&course.root.join(&folder))? {
            let name = file_name(&file);
            let task = name.strip_prefix('t').and_then(|rest| rest.split_once('_')?.0.parse().ok());
            if let (Some(task), true) = (task, name.ends_with(".rs")) {
                mistakes.extend(parse(task, &folder.join(&name), &read(&file)?)?);
            }
        }
        Ok(mistakes)
    }
}

/// The tables of a file: each `static NAME: Diagnosis<…> = Diagnosis { … }`.
fn parse(task: u32, file: &Path, text: &str) -> Result<Vec<Mistake>> {
    let shown = file.display();
    let items = syn::parse_file(text).with_context(|| format!("{shown} cannot be read as Rust"))?.items;
    let tables = items.iter().filter_map(|item| match item {
        Item::Static(item) => match item.expr.as_ref() {
            Expr::Struct(table) if table.path.is_ident("Diagnosis") => Some(table),
            _ => None,
        },
        _ => None,
    });
    let constants: BTreeMap<String, String> = items
        .iter()
        .filter_map(|item| match item {
            Item::Const(item) => Some((item.ident.to_string(), text_of(&item.expr)?)),
            _ => None,
        })
        .collect();
    let mut mistakes = vec![];
    for table in tables {
        let function = field(table, "function").and_then(text_of);
        let function = function.ok_or_else(|| anyhow!("{shown}: a table has no `function: \"…\"`"))?;
        for (number, entry) in entries(table).into_iter().enumerate() {
            let location = Location { file: PathBuf::from(file), line: entry.span().start().line };
            let first = if let Expr::Tuple(entry) = entry { entry.elems.first() } else { None };
            let constant = |expr: &Expr| match expr {
                Expr::Path(path) => constants.get(&path.path.get_ident()?.to_string()).cloned(),
                _ => None,
            };
            let Some(sentence) = first.and_then(|it| text_of(it).or_else(|| constant(it))) else {
                bail!("{location}: an entry is a sentence, in quotes or a constant of this file, and a function")
            };
            mistakes.push(Mistake { task, function: function.clone(), number, sentence, location });
        }
    }
    Ok(mistakes)
}

fn field<'a>(table: &'a ExprStruct, name: &str) -> Option<&'a Expr> {
    let named = |member: &Member| matches!(member, Member::Named(ident) if ident == name);
    table.fields.iter().find(|field| named(&field.member)).map(|field| &field.expr)
}

/// The elements of `mistakes: &[…]`.
fn entries(table: &ExprStruct) -> Vec<&Expr> {
    match field(table, "mistakes") {
        Some(Expr::Reference(list)) => match list.expr.as_ref() {
            Expr::Array(list) => list.elems.iter().collect(),
            _ => vec![],
        },
        _ => vec![],
    }
}

fn text_of(expr: &Expr) -> Option<String> {
    match expr {
        Expr::Lit(lit) => match &lit.lit {
            Lit::Str(text) => Some(text.value()),
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sentences_are_read_from_the_table() {
        let text = r#"
            pub static MSE: Diagnosis<Mse, Mse, Inputs> = Diagnosis {
                function: "mse",
                slot: |f| f,
                mistakes: &[
                    ("the sum: divide by n", |y_hat, y| (y_hat - y).sum()),
                    (HALF, |_, _| 0.5),
                ],
            };
            const HALF: &str = "half of it";
        "#;
        let mistakes = parse(6, Path::new("t6_mse.rs"), text).unwrap();
        assert_eq!(mistakes.len(), 2);
        assert_eq!((mistakes[1].function.as_str(), mistakes[1].number), ("mse", 1));
        assert_eq!(mistakes[0].sentence, "the sum: divide by n");
        assert_eq!(mistakes[1].sentence, "half of it");
        assert_eq!(mistakes[0].location.to_string(), "t6_mse.rs:6");
        let error = parse(6, Path::new("t6_mse.rs"), &text.replace("(HALF", "(OTHER")).unwrap_err();
        assert!(error.to_string().starts_with("t6_mse.rs:7: an entry is a sentence"), "{error}");
    }
}
