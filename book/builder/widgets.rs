//! The moving figures: their modules of WebAssembly, and the scripts that draw them, put into the built pages.
//!
//! Without the compiler's target for WebAssembly the book is built with figures that do not move.

mod compile;

use crate::chapters;
use crate::files::{files, slashes};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use xtask::functions::functions;

use compile::Compiler;
pub use compile::Whose;

/// The moving figures of one build.
#[derive(Debug, Default)]
pub struct Widgets {
    /// Modules and scripts by their path, as from `book/`; none if the figures do not move.
    files: BTreeMap<String, Vec<u8>>,
    /// For chapters that the student writes: where their functions are, as an attribute of the figure.
    student_functions: BTreeMap<&'static str, String>,
    /// For chapters that do not compile: what the page says.
    broken: BTreeMap<&'static str, String>,
}

impl Widgets {
    /// Figures that do not move.
    pub fn none() -> Widgets {
        Widgets::default()
    }

    /// Fails, and says how to get it, if the target for WebAssembly is missing.
    pub fn require_target() -> Result<()> {
        Compiler::find().map(drop)
    }

    /// Compiles the modules. A missing target is an error only if the student's own were asked for.
    pub fn build(root: &Path, whose: Whose) -> Result<Widgets> {
        let compiler = match Compiler::find() {
            Ok(compiler) => compiler,
            Err(error) if whose == Whose::Reference => {
                println!("The figures of this build stand still: {error}.");
                return Ok(Widgets::none());
            }
            Err(error) => return Err(error),
        };
        let mut widgets = Widgets::none();
        widgets.add_scripts(root)?;
        let all: Vec<&'static str> = chapters::widgets().map(|(chapter, _)| chapter).collect();
        let workspace = compiler.workspace(root, whose, &all)?;
        match whose {
            Whose::Reference => {
                let Some(modules) = workspace.compile(&all)? else {
                    bail!("a moving figure does not compile: see above")
                };
                widgets.files.extend(modules);
            }
            // One by one, since a chapter that does not compile must not stop the others.
            Whose::Mine => {
                for &chapter in &all {
                    widgets.student_functions.insert(chapter, student_functions(root, chapter)?);
                    match workspace.compile(&[chapter])? {
                        Some(modules) => widgets.files.extend(modules),
                        None => {
                            let words = format!(
                                "Your chapter {} does not compile yet: cargo test -p {chapter} shows why. Until then this \
                                 figure stands still.",
                                number(chapter)
                            );
                            widgets.broken.insert(chapter, words);
                        }
                    }
                }
            }
        }
        Ok(widgets)
    }

    /// The shared scripts, and that of each chapter.
    fn add_scripts(&mut self, root: &Path) -> Result<()> {
        let book = root.join("book");
        let scripts = [files(&book.join("widgets"))?, files(&book.join("src"))?].concat();
        for script in scripts.iter().filter(|file| file.extension().is_some_and(|kind| kind == "js")) {
            let text = fs::read_to_string(script).with_context(|| format!("reading {}", script.display()))?;
            self.files.insert(slashes(script.strip_prefix(&book)?), without_comments(&text).into_bytes());
        }
        Ok(())
    }

    /// Whether figures move.
    pub fn any(&self) -> bool {
        !self.files.is_empty()
    }

    /// The folder that they go to, from the top of the site. Its name changes with its contents, so that no browser
    /// combines an old script with a new module.
    fn folder(&self) -> String {
        let mut hasher = DefaultHasher::new();
        self.files.hash(&mut hasher);
        format!("theme/widgets-{:08x}", hasher.finish() as u32)
    }

    /// The attributes by which `course.js` finds a figure's script and module; none if it does not move. The
    /// address begins at the top of the site: the script knows the way there.
    pub fn attributes(&self, chapter: &str) -> String {
        if !self.any() {
            return String::new();
        }
        let mut attributes = format!(" data-widget=\"{}/src/{chapter}/widget\"", self.folder());
        if let Some(mine) = self.student_functions.get(chapter) {
            attributes += &format!(" data-mine='{mine}'");
        }
        if let Some(words) = self.broken.get(chapter) {
            attributes += &format!(" data-broken=\"{words}\"");
        }
        attributes
    }

    /// The attributes of what moves on the title page: the script is another one, and calls the same module.
    pub fn hero_attributes(&self, chapter: &str) -> String {
        match self.attributes(chapter) {
            none if none.is_empty() => none,
            attributes => format!("{attributes} data-script=\"{}/src/{chapter}/hero\"", self.folder()),
        }
    }

    /// Puts scripts and modules into a built book.
    pub fn write(&self, html: &Path) -> Result<()> {
        let folder = html.join(self.folder());
        for (name, bytes) in &self.files {
            let file = folder.join(name);
            fs::create_dir_all(file.parent().unwrap_or(&folder))?;
            fs::write(file, bytes)?;
        }
        Ok(())
    }
}

/// A script without the lines that are comments, which are a sixth of what is sent. The other lines keep their numbers.
fn without_comments(script: &str) -> String {
    script.lines().flat_map(|line| [if line.trim_start().starts_with("//") { "" } else { line }, "\n"]).collect()
}

/// A chapter's number, as pages say it.
pub fn number(chapter: &str) -> &str {
    chapter.trim_start_matches(|c: char| !c.is_ascii_digit()).trim_start_matches('0')
}

/// Which function of the student's is in which lines of which file, so that a page can name the one that panicked:
/// `{"chapter": "1", "functions": [["exercises/…/src/model.rs", 21, 24, "weighted_sum"], …]}`.
fn student_functions(root: &Path, chapter: &str) -> Result<String> {
    let mut list = vec![];
    for file in files(&root.join("exercises").join(chapter).join("src"))? {
        // A file that cannot be parsed has no functions to name; the compiler says more about it than this can.
        let text = fs::read_to_string(&file).unwrap_or_default();
        let path = slashes(file.strip_prefix(root)?);
        for function in functions(&text).unwrap_or_default() {
            list.push(json!([path, function.line, function.last_line, function.name]));
        }
    }
    Ok(json!({ "chapter": number(chapter), "functions": list }).to_string().replace('\'', "&#39;"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::root;

    fn with(files: &[(&str, &[u8])]) -> Widgets {
        let files = files.iter().map(|(name, bytes)| ((*name).to_string(), bytes.to_vec())).collect();
        Widgets { files, ..Widgets::none() }
    }

    #[test]
    fn a_figure_that_does_not_move_has_no_attributes_and_no_files() {
        let html = tempfile::tempdir().unwrap();
        assert_eq!(Widgets::none().attributes("ch01"), "");
        Widgets::none().write(html.path()).unwrap();
        assert!(fs::read_dir(html.path()).unwrap().next().is_none());
    }

    #[test]
    fn the_folder_has_another_name_when_a_file_has_changed() {
        let (old, new) = (with(&[("a.js", b"1")]), with(&[("a.js", b"2")]));
        assert_ne!(old.folder(), new.folder());
        assert_eq!(old.folder(), with(&[("a.js", b"1")]).folder());
        assert!(old.attributes("ch01").starts_with(" data-widget=\"theme/widgets-"));
    }

    #[test]
    fn a_script_is_sent_without_its_comments_and_with_its_lines() {
        assert_eq!(without_comments("// a\nb('//c'); // d\n  // e\nf"), "\nb('//c'); // d\n\nf\n");
    }

    #[test]
    fn a_line_of_a_stub_leads_to_its_function() {
        let list: serde_json::Value = serde_json::from_str(&student_functions(&root(), "ch01").unwrap()).unwrap();
        assert_eq!(list["chapter"], "1");
        let functions = list["functions"].as_array().unwrap();
        let mse = functions.iter().find(|function| function[3] == "mse").unwrap();
        assert_eq!(mse[0], "exercises/ch01/src/error.rs");
        assert!(mse[1].as_u64() < mse[2].as_u64());
    }
}
