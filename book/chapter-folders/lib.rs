//! `chapter_folders::modules!("src")` declares a module for each folder of `book/src/` that has a `mod.rs`, and the
//! list of what they contribute: so a new chapter's code is found without being named anywhere.
//!
//! A macro of its own, since Rust has none that reads a folder (`automod` reads single files only), and a build script
//! would have to write the same lines into a file. A new folder is seen when the book's program is compiled the next
//! time, which the new chapter's line in `book/Cargo.toml` brings about.

use proc_macro::{TokenStream, TokenTree};
use std::path::Path;

/// Expands to `mod NAME;` for each folder, and to `static CODE: [(&str, ChapterCode); N]`, both in the order of the
/// names.
#[proc_macro]
pub fn modules(input: TokenStream) -> TokenStream {
    let Some(TokenTree::Literal(folder)) = input.into_iter().next() else {
        panic!("call it with a folder, from the package's own: modules!(\"src\")");
    };
    let package = std::env::var("CARGO_MANIFEST_DIR").expect("cargo sets CARGO_MANIFEST_DIR");
    let folder = Path::new(&package).join(folder.to_string().trim_matches('"'));
    let entries = std::fs::read_dir(&folder).unwrap_or_else(|error| panic!("reading {}: {error}", folder.display()));
    let mut names: Vec<String> = entries
        .filter_map(|entry| entry.ok())
        .filter(|entry| entry.path().join("mod.rs").is_file())
        .filter_map(|entry| entry.file_name().into_string().ok())
        .collect();
    names.sort_unstable();
    let mut code = String::new();
    for name in &names {
        code += &format!("#[path = {:?}] mod {name};\n", folder.join(name).join("mod.rs"));
    }
    let list: String = names.iter().map(|name| format!("({name:?}, {name}::CODE),")).collect();
    code += &format!("static CODE: [(&str, ChapterCode); {}] = [{list}];", names.len());
    code.parse().expect("folders of modules have names that Rust can use")
}
