//! The search: it also finds words in other than Latin letters, and is loaded when it is opened.
//!
//! mdBook trims everything but Latin letters from words, in pages and in queries, so nothing is left of “скорость”.
//! These words are added to the index here, and the trimmer is removed from it.
//!
//! mdBook's pages load the index when the search is opened, but the scripts of the search at once. Here
//! `theme/course.js` loads them too when they are asked for.

use crate::files::files;
use anyhow::{Context, Result, bail};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

const START: &str = "window.search = Object.assign(window.search, JSON.parse('";
const END: &str = "'));";

/// Adds to the search index of the built book all words that have other than Latin letters.
///
/// # Errors
/// If the index is no longer written as mdBook 0.5.4 writes it.
pub fn read_every_alphabet(html: &Path) -> Result<()> {
    for file in files(html)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with("searchindex") && name.ends_with(".js") {
            let script = fs::read_to_string(&file)?;
            let script = completed(&script)
                .context("mdBook's search index is not what it was: see book/builder/html/search.rs")?;
            fs::write(&file, script)?;
        }
    }
    Ok(())
}

/// The page without the scripts of the search; `theme/course.js` finds their addresses in a variable.
///
/// # Errors
/// If mdBook's template has changed, so that the scripts are not where they were.
pub fn on_demand(page: &str) -> Result<String> {
    const OPEN: &str = "<script src=\"";
    const CLOSE: &str = "\"></script>";
    let changed = "mdBook's template has changed: it no longer loads the scripts of the search one after another. See \
                   book/builder/html/search.rs";
    // The list of contents for browsers without scripts has nothing to search in.
    if !page.contains("id=\"mdbook-searchbar\"") {
        return Ok(page.into());
    }
    let script = page.find("elasticlunr").context(changed)?;
    let start = page[..script].rfind(OPEN).context(changed)?;
    let (mut rest, mut addresses) = (&page[start..], Vec::new());
    for name in ["elasticlunr", "mark", "searcher"] {
        let (address, after) =
            rest.trim_start().strip_prefix(OPEN).and_then(|rest| rest.split_once(CLOSE)).context(changed)?;
        if !address.contains(name) {
            bail!(changed);
        }
        addresses.push(address);
        rest = after;
    }
    let list = serde_json::to_string(&addresses)?;
    Ok(format!("{}<script>window.nnSearchScripts = {list};</script>{rest}", &page[..start]))
}

fn completed(script: &str) -> Result<String> {
    let quoted = script.strip_prefix(START).and_then(|rest| rest.strip_suffix(END)).context("it is no such script")?;
    let mut search: Value = serde_json::from_str(&unquoted(quoted))?;
    let index = &mut search["index"];
    let steps = index["pipeline"].as_array_mut().context("it has no pipeline")?;
    steps.retain(|step| step != "trimmer");
    let documents = index["documentStore"]["docs"].as_object().context("it has no documents")?;
    let mut words: BTreeMap<String, BTreeMap<String, u32>> = BTreeMap::new();
    for (number, document) in documents {
        for word in document["body"].as_str().unwrap_or_default().split(|c: char| c.is_whitespace() || c == '-') {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
            if word.chars().any(|c| c.is_alphabetic() && c as u32 >= 0x400) {
                *words.entry(word).or_default().entry(number.clone()).or_default() += 1;
            }
        }
    }
    let root = index["index"]["body"]["root"].as_object_mut().context("it has no tree of words")?;
    for (word, documents) in words {
        add(root, &word, documents);
    }
    Ok(format!("{START}{}{END}", search.to_string().replace('\\', "\\\\").replace('\'', "\\'")))
}

/// Adds a word to the tree of the index, which has a branch for each letter.
fn add(root: &mut Map<String, Value>, word: &str, documents: BTreeMap<String, u32>) {
    let mut node = root;
    for letter in word.chars() {
        let next = node.entry(letter.to_string()).or_insert_with(|| json!({ "df": 0, "docs": {} }));
        let Value::Object(next) = next else { return };
        node = next;
    }
    node.insert("df".into(), json!(documents.len()));
    let counted = documents.into_iter().map(|(number, count)| (number, json!({ "tf": f64::from(count).sqrt() })));
    node.insert("docs".into(), Value::Object(counted.collect()));
}

/// What the quotes of a script hold: a backslash takes the next letter as it is.
fn unquoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars();
    while let Some(letter) = letters.next() {
        out.extend(if letter == '\\' { letters.next() } else { Some(letter) });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_scripts_of_the_search_become_a_list_and_a_page_without_them_is_an_error() {
        let scripts = ["elasticlunr-1.min.js", "mark-2.min.js", "searcher-3.js"];
        let bar = "<input id=\"mdbook-searchbar\">";
        let tags = scripts.map(|name| format!("<script src=\"../{name}\"></script>")).join("\n  ");
        let page = on_demand(&format!("{bar}<script src=\"a.js\"></script>{tags}<p>")).unwrap();
        let list = r#"["../elasticlunr-1.min.js","../mark-2.min.js","../searcher-3.js"]"#;
        assert_eq!(
            page,
            format!("{bar}<script src=\"a.js\"></script><script>window.nnSearchScripts = {list};</script><p>")
        );
        assert!(on_demand(bar).unwrap_err().to_string().contains("search.rs"));
        assert!(on_demand(&format!("{bar}{}", tags.replace("mark", "other"))).is_err());
        assert_eq!(on_demand("<p>").unwrap(), "<p>");
    }

    #[test]
    fn russian_words_are_added_and_the_rest_stays() {
        let index = r#"{"index":{"pipeline":["trimmer","stemmer"],"documentStore":{"docs":{"7":{"body":"It's «шаг», пре-шаг. \\\\a"}}},"index":{"body":{"root":{"a":{"df":1,"docs":{"7":{"tf":1.0}}},"df":0,"docs":{}}}}}}"#;
        let done = completed(&format!("{START}{}{END}", index.replace('\'', "\\'"))).unwrap();
        assert!(done.contains(r#""pipeline":["stemmer"]"#), "{done}");
        assert!(done.contains(r#""а":{"df":0,"docs":{},"г":{"df":1,"docs":{"7":{"tf":1.414"#), "{done}");
        assert!(done.contains(r#""a":{"df":1,"docs":{"7":{"tf":1.0}}}"#) && done.contains("It\\'s"), "{done}");
        assert!(completed("x").is_err());
    }
}
