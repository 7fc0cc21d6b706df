//! Compiles the functions of moving figures to WebAssembly.
//!
//! Each chapter's `widget.rs` becomes a library of its own, by a package that is written here into the target folder:
//! the same source depends on the chapter in `solutions/`, or on the student's in `exercises/`.

use crate::files::{self, slashes, write_if_changed};
use crate::workspace_copy;
use anyhow::{Context, Result, bail};
use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::exit::Usage;

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
    root: PathBuf,
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
        let folder = files::target("widgets").join(match whose {
            Whose::Reference => "reference",
            Whose::Mine => "mine",
        });
        for chapter in chapters {
            let dependency = match whose {
                Whose::Reference => {
                    format!("package = \"{chapter}-solution\", path = {:?}", root.join("solutions").join(chapter))
                }
                Whose::Mine => format!("path = {:?}", root.join("exercises").join(chapter)),
            };
            let manifest = format!(
                "[package]\nname = \"{chapter}-widget\"\nedition.workspace = true\n\n\
                 [lib]\npath = \"lib.rs\"\ncrate-type = [\"cdylib\"]\n\n\
                 [dependencies]\n{chapter} = {{ {dependency} }}\ndatasets = {{ path = {:?} }}\n\
                 ndarray.workspace = true\nwidget-abi = {{ path = {:?} }}\n",
                root.join("exercises/datasets"),
                root.join("book/widgets"),
            );
            let source = root.join("book/src").join(chapter).join("widget.rs");
            let library =
                format!("#[path = {source:?}]\nmod widget;\n\nwidget_abi::export!(crate::widget::FUNCTIONS);\n");
            write_if_changed(&folder.join(chapter).join("Cargo.toml"), &manifest)?;
            write_if_changed(&folder.join(chapter).join("lib.rs"), &library)?;
        }
        let members: Vec<String> = chapters.iter().map(ToString::to_string).collect();
        write_if_changed(&folder.join("Cargo.toml"), &workspace_copy::manifest(root, &members)?)?;
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        Ok(Workspace { cargo: &self.0, root: root.to_path_buf(), folder })
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
            .env("CARGO_ENCODED_RUSTFLAGS", self.remapped())
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

    /// Flags that give the same module on every machine: paths in panics are relative to the repository.
    fn remapped(&self) -> String {
        let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| Some(env::home_dir()?.join(".cargo")));
        let folders = [Some(self.root.clone()), Some(self.folder.clone()), home];
        let flags = folders.into_iter().flatten().map(|folder| format!("--remap-path-prefix={}/=", slashes(&folder)));
        flags.collect::<Vec<_>>().join("\u{1f}")
    }
}
