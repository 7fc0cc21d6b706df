//! Finds the functions in Rust source text, so that they can be shown or replaced.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use syn::spanned::Spanned;
use syn::{Block, ImplItem, Item, Signature};

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Function {
    /// `name`, or `Type::name` for a method.
    pub name: String,
    /// The line of `fn`, counted from 1.
    pub line: usize,
    /// The line of the brace that closes the body.
    pub last_line: usize,
    /// From `fn` or its visibility to the brace that opens the body, as written.
    pub signature: String,
    /// The bytes from the visibility to the brace that closes the body.
    pub range: Range<usize>,
    /// The bytes of the body, with its braces.
    pub body: Range<usize>,
}

/// All functions in order: free functions, methods, and those in inline modules.
pub fn functions(source: &str) -> Result<Vec<Function>> {
    let file = syn::parse_file(source).map_err(|error| {
        let at = error.span().start();
        anyhow::anyhow!("{error}, in line {}, column {}", at.line, at.column + 1)
    })?;
    let mut found = vec![];
    collect(source, &file.items, &mut found);
    Ok(found)
}

/// The functions of a text that does not parse, found by rustfmt's layout: from a line that begins with `fn` or `pub
/// fn` to the next line that is only `}`.
pub fn by_layout(source: &str) -> Vec<Function> {
    let mut found = vec![];
    let mut open: Option<(usize, usize, String)> = None;
    let mut at = 0;
    for (number, line) in source.split_inclusive('\n').enumerate() {
        let text = line.trim_end();
        let name =
            text.strip_prefix("pub ").unwrap_or(text).strip_prefix("fn ").and_then(|rest| rest.split('(').next());
        if let Some(name) = name {
            open = Some((at, number + 1, name.to_owned()));
        } else if text == "}"
            && let Some((from, line, name)) = open.take()
        {
            let end = at + text.len();
            if let Some(brace) = source[from..end].find("{\n") {
                let signature = source[from..from + brace].trim_end().to_owned();
                found.push(Function {
                    name,
                    line,
                    last_line: number + 1,
                    signature,
                    range: from..end,
                    body: from + brace..end,
                });
            }
        }
        at += line.len();
    }
    found
}

/// The functions of a text, by its layout if it does not parse.
pub fn functions_or_by_layout(source: &str) -> Vec<Function> {
    functions(source).unwrap_or_else(|_| by_layout(source))
}

pub fn find(source: &str, name: &str) -> Result<Option<Function>> {
    Ok(functions(source)?.into_iter().find(|function| function.name == name))
}

/// Like [`find`], but also in a file that is half typed.
pub fn find_or_by_layout(source: &str, name: &str) -> Option<Function> {
    functions_or_by_layout(source).into_iter().find(|function| function.name == name)
}

/// Replaces functions in `source` by those of the same name in `replacements`; documentation and attributes stay.
///
/// The second result has the names of the replaced functions.
pub fn overlay(source: &str, replacements: &str) -> Result<(String, Vec<String>)> {
    let there = functions(source).context("the file to overlay")?;
    let new = functions(replacements).context("the replacement")?;
    let mut text = source.to_owned();
    let mut replaced = vec![];
    for function in there.iter().rev() {
        if let Some(new) = new.iter().find(|new| new.name == function.name) {
            text.replace_range(function.range.clone(), &replacements[new.range.clone()]);
            replaced.push(function.name.clone());
        }
    }
    Ok((text, replaced))
}

/// The items of `source` without the functions of these names and without the file's documentation.
pub fn without(source: &str, names: &[String]) -> Result<String> {
    let file = syn::parse_file(source)?;
    let mut text = String::new();
    for item in &file.items {
        let mut functions = vec![];
        collect(source, std::slice::from_ref(item), &mut functions);
        if !functions.iter().any(|function| names.contains(&function.name)) {
            text.push('\n');
            text.push_str(&source[item.span().byte_range()]);
            text.push('\n');
        }
    }
    Ok(text)
}

fn collect(source: &str, items: &[Item], found: &mut Vec<Function>) {
    for item in items {
        match item {
            Item::Fn(item) => {
                let from = start(item.vis.span().byte_range(), &item.sig);
                found.push(function(source, item.sig.ident.to_string(), from, &item.sig, &item.block));
            }
            Item::Impl(item) => {
                let owner = source[item.self_ty.span().byte_range()].split('<').next().unwrap_or_default().to_owned();
                for member in &item.items {
                    if let ImplItem::Fn(member) = member {
                        let name = format!("{owner}::{}", member.sig.ident);
                        let from = start(member.vis.span().byte_range(), &member.sig);
                        found.push(function(source, name, from, &member.sig, &member.block));
                    }
                }
            }
            Item::Mod(item) => {
                if let Some((_, items)) = &item.content {
                    collect(source, items, found);
                }
            }
            _ => {}
        }
    }
}

/// A private function has an empty visibility range.
fn start(visibility: Range<usize>, signature: &Signature) -> usize {
    if visibility.is_empty() { signature.span().byte_range().start } else { visibility.start }
}

fn function(source: &str, name: String, from: usize, signature: &Signature, block: &Block) -> Function {
    let body = block.span().byte_range();
    Function {
        name,
        line: signature.fn_token.span.start().line,
        last_line: block.span().end().line,
        signature: source[from..body.start].trim_end().to_owned(),
        range: from..body.end,
        body,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SOURCE: &str = "//! A chapter — with Unicode.\n\n/// Doc.\npub fn mean(x: &[f64]) -> f64 {\n    todo!()\n}\n\nstruct Net;\nimpl Net {\n    pub fn mean(&self) -> f64 {\n        1.0\n    }\n}\n\nfn helper() {}\n";

    #[test]
    fn functions_and_methods_are_found_with_line_and_signature() {
        let found = functions(SOURCE).unwrap();
        let names: Vec<&str> = found.iter().map(|f| f.name.as_str()).collect();
        assert_eq!(names, ["mean", "Net::mean", "helper"]);
        assert_eq!((found[0].line, found[0].signature.as_str()), (4, "pub fn mean(x: &[f64]) -> f64"));
        assert_eq!(&SOURCE[found[0].body.clone()], "{\n    todo!()\n}");
        assert_eq!(&SOURCE[found[2].range.clone()], "fn helper() {}");
    }

    #[test]
    fn a_replacement_keeps_the_documentation_and_everything_else() {
        let (text, replaced) =
            overlay(SOURCE, "//! A mistake.\n\npub fn mean(x: &[f64]) -> f64 {\n    x[0]\n}\n").unwrap();
        assert_eq!(replaced, ["mean"]);
        assert_eq!(text, SOURCE.replace("todo!()", "x[0]"));
    }

    #[test]
    fn half_typed_functions_are_found_by_layout() {
        let source = "/// Doc.\npub fn a(x: f64) -> f64 {\n    let y = (x\n    y\n}\n\nfn b() {\n    if true {\n}\n";
        let found = by_layout(source);
        let names: Vec<(&str, usize, usize)> = found.iter().map(|f| (f.name.as_str(), f.line, f.last_line)).collect();
        assert_eq!(names, [("a", 2, 5), ("b", 7, 9)]);
        assert_eq!(&source[found[0].body.clone()], "{\n    let y = (x\n    y\n}");
    }

    #[test]
    fn a_file_that_is_not_rust_is_an_error_with_its_line() {
        let error = functions("fn a() {\n    1 +\n}\n").unwrap_err();
        assert!(error.to_string().contains("line 3"), "{error}");
    }
}
