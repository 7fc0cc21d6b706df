//! The moving figures: their modules for WebAssembly, compiled from `book/widgets/`, and the scripts that draw them.
//!
//! Without the compiler's target for WebAssembly the book has its figures, and they stand still.

use crate::site::{self, files};
use anyhow::{Context, Result, bail};
use serde_json::json;
use std::collections::BTreeMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::exit::Usage;
use xtask::functions::functions;

/// What `rustup target add` calls it.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A variable that names another cargo, one that compiles for this target.
const VARIABLE: &str = "WASM_CARGO";

/// The chapters that have a moving figure.
pub const CHAPTERS: [&str; 6] = ["ch01", "ch02", "ch03", "ch04", "ch05", "ch06"];

/// Whose functions compute the figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The reference solutions'.
    Reference,
    /// The student's.
    Mine,
}

/// The moving figures of one build.
#[derive(Debug, Default)]
pub struct Widgets {
    /// Modules and scripts by file name; none if the figures stand still.
    files: BTreeMap<String, Vec<u8>>,
    /// For the chapters that the student writes: what the page says of a function that stands at some line.
    mine: BTreeMap<&'static str, String>,
    /// For the chapters that do not compile: what to do.
    broken: BTreeMap<&'static str, String>,
}

impl Widgets {
    /// Figures that stand still.
    pub fn none() -> Widgets {
        Widgets::default()
    }

    /// Compiles the modules. Without the target that is an error only if the student's own were asked for.
    pub fn build(root: &Path, whose: Whose) -> Result<Widgets> {
        let Some(cargo) = cargo() else {
            if whose == Whose::Mine {
                bail!(Usage(format!("{}, and then call this again", how_to_get_it())));
            }
            println!("The figures of this build do not move: {}.", how_to_get_it());
            return Ok(Widgets::none());
        };
        let mut widgets = Widgets::none();
        for file in files(&root.join("book/widgets/script"))? {
            widgets.add(&file)?;
        }
        match whose {
            Whose::Reference => {
                let modules = compile(&cargo, root, "reference", &CHAPTERS)?;
                let Ok(modules) = modules else { bail!("book/widgets does not compile: see above") };
                modules.iter().try_for_each(|module| widgets.add(module))?;
            }
            Whose::Mine => {
                for chapter in CHAPTERS {
                    widgets.mine.insert(chapter, places(root, chapter)?);
                    match compile(&cargo, root, "mine", &[chapter])? {
                        Ok(modules) => modules.iter().try_for_each(|module| widgets.add(module))?,
                        Err(()) => {
                            let number = chapter.trim_start_matches("ch0");
                            let words = format!(
                                "Your chapter {number} does not compile yet: cargo test -p {chapter} shows why. Until then \
                                 this figure stands still."
                            );
                            widgets.broken.insert(chapter, words);
                        }
                    }
                }
            }
        }
        Ok(widgets)
    }

    fn add(&mut self, file: &Path) -> Result<()> {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut bytes = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
        if name.ends_with(".js") {
            bytes = lean(&String::from_utf8(bytes)?).into_bytes();
        }
        self.files.insert(name, bytes);
        Ok(())
    }

    /// Whether figures move.
    pub fn any(&self) -> bool {
        !self.files.is_empty()
    }

    /// The folder that they go to, from the top of the site. It has another name when anything in it has changed, so
    /// that no browser puts an old script and a new module together.
    fn folder(&self) -> String {
        let mut hasher = DefaultHasher::new();
        self.files.hash(&mut hasher);
        format!("theme/widgets-{:08x}", hasher.finish() as u32)
    }

    /// What the element of a chapter's figure says about its module; nothing if it stands still.
    pub fn attributes(&self, chapter: &str) -> String {
        if !self.any() {
            return String::new();
        }
        let mut attributes = format!(" data-widget=\"{chapter}\" data-from=\"{}\"", self.folder());
        if let Some(mine) = self.mine.get(chapter) {
            attributes += &format!(" data-mine='{mine}'");
        }
        if let Some(words) = self.broken.get(chapter) {
            attributes += &format!(" data-broken=\"{words}\"");
        }
        attributes
    }

    /// Puts scripts and modules into a built book.
    pub fn write(&self, html: &Path) -> Result<()> {
        let folder = html.join(self.folder());
        for (name, bytes) in &self.files {
            fs::create_dir_all(&folder)?;
            fs::write(folder.join(name), bytes)?;
        }
        Ok(())
    }
}

/// A script without its comments and without the space before its lines: neither is for the reader's browser.
pub fn lean(script: &str) -> String {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with("//"));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// A cargo that compiles for WebAssembly: the one that a variable names, or the usual one if it has the target.
pub fn cargo() -> Option<OsString> {
    if let Some(named) = env::var_os(VARIABLE).filter(|named| !named.is_empty()) {
        return Some(named);
    }
    let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]).output().ok()?;
    let folder = PathBuf::from(String::from_utf8_lossy(&output.stdout).trim());
    let has = fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some());
    has.then(|| env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

/// What to do where there is none.
pub fn how_to_get_it() -> String {
    format!("`rustup target add {TARGET}` brings what compiles them")
}

/// Compiles modules by one of the features `reference` and `mine`, and returns their files, or an error of the compiler,
/// which has been printed.
fn compile(cargo: &OsString, root: &Path, feature: &str, chapters: &[&str]) -> Result<Result<Vec<PathBuf>, ()>> {
    // A folder of its own: this build waits for no other one, and none waits for it.
    let target = env::var_os("CARGO_TARGET_DIR").map_or_else(|| site::root().join("target"), Into::into);
    let target = target.join("widgets");
    let mut command = Command::new(cargo);
    command.args(["build", "--quiet", "--profile", "widgets", "--package", "widgets", "--no-default-features"]);
    for chapter in chapters {
        command.args(["--example", chapter]);
    }
    let features = chapters.iter().map(|chapter| match feature {
        "mine" => format!("mine-{chapter}"),
        _ => feature.into(),
    });
    let status = command
        .args(["--features", &features.collect::<Vec<_>>().join(",")])
        .env("CARGO_TARGET_DIR", &target)
        .env("CARGO_BUILD_TARGET", TARGET)
        // The same module on every machine: where its libraries stand is nobody's concern.
        .env("RUSTFLAGS", remapped())
        .env_remove("CARGO_ENCODED_RUSTFLAGS")
        .current_dir(root)
        .status()
        .with_context(|| format!("{} does not start", cargo.display()))?;
    if !status.success() {
        return Ok(Err(()));
    }
    let folder = target.join(TARGET).join("widgets/examples");
    Ok(Ok(chapters.iter().map(|chapter| folder.join(format!("{chapter}.wasm"))).collect()))
}

fn remapped() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    let home = home.filter(|home| !home.to_string_lossy().contains(' '));
    home.map(|home| format!("--remap-path-prefix={}=", home.display())).unwrap_or_default()
}

/// Which function of the student's stands in which lines of which file, so that a page can say which one is still to be
/// written: `{"chapter": 1, "functions": [["exercises/ch01/src/model.rs", 21, 24, "weighted_sum"], …]}`.
fn places(root: &Path, chapter: &str) -> Result<String> {
    let mut places = vec![];
    for file in files(&root.join("exercises").join(chapter).join("src"))? {
        // A half-typed file has no functions to name; the compiler says more about it than this can.
        let text = fs::read_to_string(&file).unwrap_or_default();
        let file = file.strip_prefix(root)?.display().to_string().replace('\\', "/");
        for function in functions(&text).unwrap_or_default() {
            places.push(json!([file, function.line, function.last_line, function.name]));
        }
    }
    let number: u32 = chapter.trim_start_matches("ch").parse()?;
    Ok(json!({ "chapter": number, "functions": places }).to_string().replace('\'', "&#39;"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn with(files: &[(&str, &[u8])]) -> Widgets {
        let files = files.iter().map(|(name, bytes)| ((*name).to_string(), bytes.to_vec())).collect();
        Widgets { files, ..Widgets::none() }
    }

    #[test]
    fn a_figure_that_stands_still_has_no_attributes_and_no_files() {
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
    }

    #[test]
    fn a_line_of_a_stub_leads_to_its_function() {
        let root = site::root();
        let places = places(&root, "ch01").unwrap();
        let places: serde_json::Value = serde_json::from_str(&places).unwrap();
        let functions = places["functions"].as_array().unwrap();
        let mse = functions.iter().find(|place| place[3] == "mse").unwrap();
        assert_eq!(mse[0], "exercises/ch01/src/error.rs");
        assert!(mse[1].as_u64() < mse[2].as_u64());
    }
}
