//! Finds the functions in Rust source text, so that they can be shown or replaced.

use anyhow::{Context, Result};
use serde::{Deserialize, Serialize};
use std::ops::Range;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{Attribute, Block, File, ImplItem, Item, Meta, Signature, UseTree};

const BYTE_ORDER_MARK: &str = "\u{feff}";

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

/// What a file is made of, as far as it can be put aside where it does not compile. All ranges are in bytes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    pub functions: Vec<Function>,
    /// The names in `use` items.
    pub imports: Vec<Import>,
    /// Attributes that turn warnings into errors: `deny` and `forbid`.
    pub denials: Vec<Range<usize>>,
}

/// A name in a `use` item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Import {
    pub name: String,
    pub range: Range<usize>,
    /// The range of the name with all that belongs to it: what follows a `::`, or `as` and another name.
    pub tree: Range<usize>,
}

/// All functions in order: free functions, methods, and those in inline modules.
pub fn functions(source: &str) -> Result<Vec<Function>> {
    let mut found = vec![];
    collect(source, &parse(source)?.items, &mut found);
    Ok(found)
}

/// The functions, and what else can be put aside.
pub fn outline(source: &str) -> Result<Outline> {
    let file = parse(source)?;
    let mut outline = Outline::default();
    collect(source, &file.items, &mut outline.functions);
    outline.visit_file(&file);
    Ok(outline)
}

/// Parses a file, with positions that are the file's: syn counts from behind a byte order mark and a first line `#!…`,
/// so that these are replaced with as many spaces.
fn parse(source: &str) -> Result<File> {
    let parsed = |text: &str| {
        syn::parse_file(text).map_err(|error| {
            let at = error.span().start();
            anyhow::anyhow!("{error}, in line {}, column {}", at.line, at.column + 1)
        })
    };
    let file = parsed(source)?;
    let mark = if source.starts_with(BYTE_ORDER_MARK) { BYTE_ORDER_MARK.len() } else { 0 };
    match mark + file.shebang.as_ref().map_or(0, String::len) {
        0 => Ok(file),
        before => parsed(&(" ".repeat(before) + &source[before..])),
    }
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
    let file = parse(source)?;
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

impl<'ast> Visit<'ast> for Outline {
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        let denies = |path: &syn::Path| path.is_ident("deny") || path.is_ident("forbid");
        let is_denial = match &attribute.meta {
            Meta::List(list) if list.path.is_ident("cfg_attr") => {
                let words = list.tokens.to_string();
                words.contains("deny") || words.contains("forbid")
            }
            meta => denies(meta.path()),
        };
        if is_denial {
            self.denials.push(attribute.span().byte_range());
        }
    }

    fn visit_use_tree(&mut self, tree: &'ast UseTree) {
        let name = match tree {
            UseTree::Path(path) => Some(&path.ident),
            UseTree::Name(name) => Some(&name.ident),
            UseTree::Rename(rename) => Some(&rename.ident),
            UseTree::Glob(_) | UseTree::Group(_) => None,
        };
        if let Some(name) = name {
            let (range, tree) = (name.span().byte_range(), tree.span().byte_range());
            self.imports.push(Import { name: name.to_string(), range, tree });
        }
        visit::visit_use_tree(self, tree);
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

    #[test]
    fn positions_are_those_of_the_file_behind_a_shebang_and_a_byte_order_mark() {
        for before in
            ["\u{feff}", "#!xx\n", "\u{feff}#!/usr/bin/жук\r\n", "#![allow(dead_code)]\n", "# ! [ allow(dead_code) ]\n"]
        {
            let source = format!("{before}use a::б;\nfn f(x: f64) -> f64 /*жжжж*/ {{\n    x\n}}\n");
            let found = outline(&source).unwrap();
            let function = &found.functions[0];
            assert_eq!(&source[function.body.clone()], "{\n    x\n}", "{before:?}");
            assert_eq!(function.line, source[..function.range.start].matches('\n').count() + 1, "{before:?}");
            assert_eq!(&source[found.imports[1].range.clone()], "б", "{before:?}");
        }
    }

    #[test]
    fn an_outline_has_the_names_of_imports_and_what_turns_warnings_into_errors() {
        let source = "#![deny(warnings)]\n#![cfg_attr(all(), forbid(unused))]\n#![allow(dead_code)]\npub use a::{b, c as d, e::f};\n#[deny(unused)]\nfn f() {}\n";
        let found = outline(source).unwrap();
        let imports: Vec<_> = found.imports.iter().map(|it| (it.name.as_str(), &source[it.tree.clone()])).collect();
        assert_eq!(imports, [("a", "a::{b, c as d, e::f}"), ("b", "b"), ("c", "c as d"), ("e", "e::f"), ("f", "f")]);
        let denials: Vec<&str> = found.denials.iter().map(|range| &source[range.clone()]).collect();
        assert_eq!(denials, ["#![deny(warnings)]", "#![cfg_attr(all(), forbid(unused))]", "#[deny(unused)]"]);
    }
}
