//! Links of the built pages: each leads to a page that is there, each fragment to an element, and no page loads
//! anything from elsewhere.

use super::tags::{Tag, tags};
use crate::files::files;
use anyhow::{Result, bail};
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

struct BuiltPage {
    ids: HashSet<String>,
    tags: Vec<Tag>,
}

/// Fails, with a line for each, if links of the pages in `html` lead nowhere, or a page loads something from another
/// site.
pub fn check(html: &Path) -> Result<()> {
    let mut pages = BTreeMap::new();
    let mut others = HashSet::new();
    let mut faults = Vec::new();
    for file in files(html)? {
        let path = file.strip_prefix(html)?.to_path_buf();
        match path.extension().and_then(|kind| kind.to_str()) {
            Some("html") => {
                let tags = tags(&fs::read_to_string(&file)?);
                let ids = tags.iter().filter_map(|tag| tag.attribute("id")).map(String::from).collect();
                pages.insert(path, BuiltPage { ids, tags });
                continue;
            }
            Some("css") if loads_from_elsewhere(&fs::read_to_string(&file)?) => {
                faults.push(format!("{}: loads something from another site", path.display()));
            }
            _ => {}
        }
        others.insert(path);
    }
    for (path, page) in &pages {
        for tag in &page.tags {
            // `<base>` is an address to begin with, not one to go to.
            for name in ["href", "src"].into_iter().filter(|_| tag.name != "base") {
                let Some(link) = tag.attribute(name) else { continue };
                if let Some(fault) = fault(path, tag, link, &pages, &others) {
                    faults.push(format!("{}: {fault}", path.display()));
                }
            }
        }
    }
    faults.dedup();
    match faults.len() {
        0 => Ok(()),
        1 => bail!("a link is broken: {}", faults[0]),
        many => bail!("{many} links are broken:\n  {}", faults.join("\n  ")),
    }
}

fn fault(
    from: &Path,
    tag: &Tag,
    link: &str,
    pages: &BTreeMap<PathBuf, BuiltPage>,
    others: &HashSet<PathBuf>,
) -> Option<String> {
    if link.starts_with("https:") || link.starts_with("http:") || link.starts_with("//") {
        let loads = tag.name != "a";
        return loads.then(|| format!("<{}> loads {link} from another site", tag.name));
    }
    if link.starts_with("mailto:") || link.starts_with("data:") {
        return None;
    }
    let (target, fragment) = link.split_once('#').unwrap_or((link, ""));
    let target = target.split('?').next().unwrap_or(target);
    let path = if target.is_empty() { from.to_path_buf() } else { resolve(from, &decoded(target)) };
    match pages.get(&path) {
        Some(page) if !fragment.is_empty() && !page.ids.contains(&decoded(fragment)) => {
            Some(format!("{link} leads to {}, which has no element with this id", path.display()))
        }
        Some(_) => None,
        None if others.contains(&path) => None,
        None => Some(format!("{link} leads to {}, which is not there", path.display())),
    }
}

fn resolve(from: &Path, target: &str) -> PathBuf {
    let mut path = match target.strip_prefix('/') {
        // The page for addresses that do not exist does not know where it is, and begins at the top.
        Some(_) => PathBuf::new(),
        None => from.parent().map(Path::to_path_buf).unwrap_or_default(),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                path.pop();
            }
            part => path.push(part),
        }
    }
    if target.ends_with('/') {
        path.push("index.html");
    }
    path
}

/// `a%20b` is `a b`.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&first, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|hex| u8::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok());
        match code {
            Some(code) if first == b'%' => {
                bytes.push(code);
                rest = &after[2..];
            }
            _ => {
                bytes.push(first);
                rest = after;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

fn loads_from_elsewhere(css: &str) -> bool {
    ["url(http", "url(//", "url(\"http", "url('http", "@import"].iter().any(|load| css.contains(load))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn checked(pages: &[(&str, &str)]) -> Result<()> {
        let folder = tempfile::tempdir()?;
        for (name, text) in pages {
            let file = folder.path().join(name);
            fs::create_dir_all(file.parent().unwrap())?;
            fs::write(file, text)?;
        }
        check(folder.path())
    }

    #[test]
    fn good_links_pass() {
        checked(&[
            (
                "a.html",
                "<a href=\"b/c.html#x\">c</a><a href=\"https://example.org\">e</a><a href=\"#y\" id=\"y\">y</a>",
            ),
            ("b/c.html", "<p id=\"x\"></p><img src=\"../d.png\"><a href=\"../a.html?q=1\">a</a>"),
            ("d.png", ""),
        ])
        .unwrap();
    }

    #[test]
    fn a_missing_page_a_missing_fragment_and_a_foreign_script_are_named() {
        let error = checked(&[("a.html", "<a href=\"no.html\">n</a>")]).unwrap_err().to_string();
        assert_eq!(error, "a link is broken: a.html: no.html leads to no.html, which is not there");
        let error = checked(&[("a.html", "<a href=\"#no\">n</a>")]).unwrap_err().to_string();
        assert_eq!(error, "a link is broken: a.html: #no leads to a.html, which has no element with this id");
        let error =
            checked(&[("a.html", "<script src=\"https://example.org/x.js\"></script>")]).unwrap_err().to_string();
        assert!(error.contains("from another site"), "{error}");
        let error =
            checked(&[("a.html", ""), ("a.css", "a { background: url(https://example.org/x.png) }")]).unwrap_err();
        assert!(error.to_string().contains("from another site"), "{error}");
    }
}
