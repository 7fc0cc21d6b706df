//! What a submission holds, whether it is a folder, an archive or single files: the paths of its files from the top.

use super::{folder, limits, selection};
use anyhow::Result;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// How many names at the top a message shows.
const SHOWN: usize = 6;

/// A file that may be a chapter's.
#[derive(Debug)]
pub struct SourceFile {
    /// The folders and the name, the first of which is the name of the submission itself.
    pub parts: Vec<String>,
    content: Content,
}

#[derive(Debug)]
enum Content {
    /// From an archive, or why it cannot be used.
    Text(Result<String, String>),
    /// On the disk; read only if it counts.
    File(PathBuf),
}

impl SourceFile {
    /// The text, for messages as this file below `src/`.
    pub fn read(self, below: &Path) -> Result<String, String> {
        match self.content {
            Content::Text(text) => text,
            Content::File(file) => folder::read_source(&file, below).map_err(|error| format!("{error:#}")),
        }
    }
}

/// An archive inside of the submission.
#[derive(Debug)]
pub struct Nested {
    pub parts: Vec<String>,
    pub content: NestedContent,
}

#[derive(Debug)]
pub enum NestedContent {
    File(PathBuf),
    Bytes(Vec<u8>),
}

#[derive(Debug, Default)]
pub struct Listing {
    pub sources: Vec<SourceFile>,
    pub archives: Vec<Nested>,
    /// Folders in which there could be sources, by their parts.
    pub folders: BTreeSet<Vec<String>>,
    /// What is at the top, with a slash after a folder.
    top: BTreeSet<String>,
    more_at_top: bool,
    /// Whether there are reference solutions, which do not count.
    pub solutions: bool,
    entries: usize,
    /// Bytes that are held in memory.
    pub bytes: u64,
}

impl Listing {
    /// Counts an entry; `false` if there are too many.
    pub fn has_room(&mut self) -> bool {
        self.entries += 1;
        self.entries <= limits::ENTRIES
    }

    pub fn add_text(&mut self, parts: Vec<String>, bytes: Vec<u8>) {
        self.bytes += bytes.len() as u64;
        let name = PathBuf::from(parts.last().map(String::as_str).unwrap_or_default());
        let text = if bytes.len() as u64 > limits::FILE {
            Err(selection::too_large(&name))
        } else {
            selection::text(&name, bytes)
        };
        self.sources.push(SourceFile { parts, content: Content::Text(text) });
    }

    pub fn add_file(&mut self, parts: Vec<String>, file: PathBuf) {
        self.sources.push(SourceFile { parts, content: Content::File(file) });
    }

    /// Remembers that there is something with these parts, for messages.
    pub fn note(&mut self, parts: &[String], is_folder: bool) {
        if let [_, name, rest @ ..] = parts {
            let shown = if is_folder || !rest.is_empty() { format!("{name}/") } else { name.clone() };
            if self.top.len() < SHOWN || self.top.contains(&shown) {
                self.top.insert(shown);
            } else {
                self.more_at_top = true;
            }
        }
        self.solutions |= parts.iter().skip(1).any(|part| part == "solutions");
        let folder = if is_folder { parts } else { &parts[..parts.len().saturating_sub(1)] };
        if folder.last().is_some_and(|name| name.eq_ignore_ascii_case("src")) {
            self.folders.insert(folder.to_vec());
        }
    }

    /// What is at the top, in words.
    pub fn found(&self) -> String {
        if self.top.is_empty() {
            return "found nothing".into();
        }
        let names: Vec<String> = self.top.iter().map(|name| format!("`{name}`")).collect();
        format!("found {}{} at the top", names.join(", "), if self.more_at_top { " and more" } else { "" })
    }

    /// The names at the top.
    pub fn names_at_top(&self) -> impl Iterator<Item = &str> {
        self.top.iter().map(|name| name.trim_end_matches('/'))
    }
}

/// The folders and the name of a file, below `before`; `None` for what the system has added (`__MACOSX`, `._model.rs`,
/// `.git`) and for a path that leads out of the submission.
///
/// Windows writes backslashes into archives, and some programs unpack these into one long name.
pub fn parts(before: &[String], path: &[u8]) -> Option<Vec<String>> {
    if path.first().is_some_and(|first| matches!(first, b'/' | b'\\')) || path.get(1) == Some(&b':') {
        return None;
    }
    let path = String::from_utf8_lossy(path);
    let mut parts = before.to_vec();
    for part in path.split(['/', '\\']) {
        match part {
            "" | "." => {}
            _ if part.starts_with('.') || part.eq_ignore_ascii_case("__MACOSX") => return None,
            _ => parts.push(part.to_owned()),
        }
    }
    (parts.len() > before.len() && parts.len() <= limits::WHOLE_DEPTH).then_some(parts)
}

/// Whether sources in this folder are never the student's: what cargo makes, and the reference.
pub fn never_counts(folder: &str) -> bool {
    matches!(folder, "solutions" | "target" | "node_modules")
}

pub fn is_source(parts: &[String]) -> bool {
    parts.last().is_some_and(|name| Path::new(name).extension().is_some_and(|it| it.eq_ignore_ascii_case("rs")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_any_system_has_the_same_parts_and_none_leads_out() {
        let expected = Some(vec!["anna".to_owned(), "ch01".into(), "src".into(), "lib.rs".into()]);
        for path in ["ch01/src/lib.rs", "./ch01/src/lib.rs", "ch01\\src\\lib.rs", "ch01//src/lib.rs"] {
            assert_eq!(parts(&["anna".into()], path.as_bytes()), expected, "{path}");
        }
        for path in
            ["../x.rs", "/x.rs", "\\x.rs", "C:\\x.rs", "a/../x.rs", "__MACOSX/x.rs", "a/._x.rs", ".git/x.rs", ""]
        {
            assert_eq!(parts(&["anna".into()], path.as_bytes()), None, "{path}");
        }
    }
}
