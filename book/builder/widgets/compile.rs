//! Compiles the functions of moving figures to WebAssembly.
//!
//! Each chapter's `widget.rs` becomes a library of its own, by a package that is written here into the target folder:
//! the same source depends on the chapter in `solutions/`, or on the student's in `exercises/`. The packages that it
//! depends on are copied there, so that paths in panics are those of the repository, and the same module comes out on
//! every machine.

use crate::chapters::widget_data;
use crate::files::{self, slashes, write_if_changed};
use crate::workspace_copy::copy_packages;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::exit::Usage;
use xtask::files::copy_folder;

/// What `rustup target add` calls it.
const TARGET: &str = "wasm32-unknown-unknown";

/// A variable that names another cargo, one that compiles for this target.
const VARIABLE: &str = "WASM_CARGO";

/// The profile in the root's `Cargo.toml`.
const PROFILE: &str = "widgets";

/// Whose functions compute what the figures show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    /// The reference solutions'.
    Reference,
    /// The student's.
    Mine,
}

/// A cargo that compiles for WebAssembly.
pub struct Compiler(OsString);

/// The packages that are written for it.
pub struct Workspace<'a> {
    cargo: &'a OsString,
    folder: PathBuf,
}

impl Compiler {
    /// The one that a variable names, or the usual one if it has the target.
    ///
    /// # Errors
    /// If there is none: how to get it.
    pub fn find() -> Result<Compiler> {
        if let Some(named) = env::var_os(VARIABLE).filter(|named| !named.is_empty()) {
            return Ok(Compiler(named));
        }
        let rustc = env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let output = Command::new(rustc).args(["--print", "target-libdir", "--target", TARGET]).output();
        let folder = output.map(|output| PathBuf::from(String::from_utf8_lossy(&output.stdout).trim()));
        if folder.is_ok_and(|folder| fs::read_dir(folder).is_ok_and(|mut files| files.next().is_some())) {
            return Ok(Compiler(env::var_os("CARGO").unwrap_or_else(|| "cargo".into())));
        }
        bail!(Usage(format!("figures that move need what `rustup target add {TARGET}` installs")))
    }

    /// Writes a package for each of these chapters.
    pub fn workspace(&self, root: &Path, whose: Whose, chapters: &[&str]) -> Result<Workspace<'_>> {
        let (name, folder_of_chapters, suffix) = match whose {
            Whose::Reference => ("reference", "solutions", "-solution"),
            Whose::Mine => ("mine", "exercises", ""),
        };
        let folder = files::target("widgets").join(name);
        let mut packages: Vec<String> =
            ["exercises/checks", "exercises/datasets", "exercises/plot", "book/widgets"].map(String::from).to_vec();
        packages.extend(chapters.iter().map(|chapter| format!("{folder_of_chapters}/{chapter}")));
        // cargo reads the manifests of dev-dependencies too.
        let mistakes = chapters.iter().map(|chapter| format!("exercises/{chapter}/mistakes"));
        packages.extend(mistakes.filter(|package| root.join(package).exists()));
        copy_packages(root, &folder, &packages, chapters)?;
        for chapter in chapters {
            let manifest = format!(
                "[package]\nname = \"{chapter}-widget\"\nedition.workspace = true\n\n\
                 [lib]\npath = \"lib.rs\"\ncrate-type = [\"cdylib\"]\n\n\
                 [dependencies]\n{chapter} = {{ package = \"{chapter}{suffix}\", path = \"../{folder_of_chapters}/{chapter}\" }}\n\
                 datasets.workspace = true\nndarray.workspace = true\nwidget-abi.workspace = true\n"
            );
            let source = root.join("book/src").join(chapter);
            // The modules of `widget.rs`, if it has some.
            if source.join("widget").is_dir() {
                copy_folder(&source.join("widget"), &folder.join(chapter).join("widget"), |_| true)?;
            }
            if let Some(data) = widget_data(chapter) {
                write_if_changed(&folder.join(chapter).join("data.txt"), data)?;
            }
            let source = fs::read_to_string(source.join("widget.rs"))?;
            write_if_changed(&folder.join(chapter).join("Cargo.toml"), &manifest)?;
            write_if_changed(&folder.join(chapter).join("widget.rs"), &source)?;
            let library = "mod widget;\n\nwidget_abi::export!(crate::widget::FUNCTIONS);\n";
            write_if_changed(&folder.join(chapter).join("lib.rs"), library)?;
        }
        Ok(Workspace { cargo: &self.0, folder })
    }
}

/// A compiled module: its path in the site, and its bytes.
pub type Module = (String, Vec<u8>);

impl Workspace<'_> {
    /// Compiles these chapters' modules; `None` after an error of the
    /// compiler, which has been printed.
    pub fn compile(&self, chapters: &[&str]) -> Result<Option<Vec<Module>>> {
        let target = files::target("widgets");
        let mut command = Command::new(self.cargo);
        command.args(["build", "--quiet", "--profile", PROFILE]);
        for chapter in chapters {
            command.args(["--package", &format!("{chapter}-widget")]);
        }
        let status = command
            .env("CARGO_TARGET_DIR", &target)
            .env("CARGO_BUILD_TARGET", TARGET)
            .env("CARGO_ENCODED_RUSTFLAGS", remapped())
            .env_remove("RUSTFLAGS")
            .current_dir(&self.folder)
            .status()
            .with_context(|| format!("failed to start {}", self.cargo.display()))?;
        if !status.success() {
            return Ok(None);
        }
        let built = target.join(TARGET).join(PROFILE);
        let module = |chapter: &&str| {
            let file = built.join(format!("{chapter}_widget.wasm"));
            let bytes = fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
            Ok((format!("src/{chapter}/widget.wasm"), bytes))
        };
        chapters.iter().map(module).collect::<Result<_>>().map(Some)
    }
}

/// The flag that keeps the place of cargo's registry out of the modules.
fn remapped() -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
    home.map(|home| format!("--remap-path-prefix={}=", slashes(&home))).unwrap_or_default()
}
