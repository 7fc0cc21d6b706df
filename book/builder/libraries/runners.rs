//! Runs a program: Rust in the workspace `book/libraries`, Python where PyTorch is installed.

use super::program::{Language, Program};
use crate::files;
use anyhow::{Context, Result, bail};
use std::path::Path;
use std::process::{Command, Output};

/// The names of Python: the first that can `import torch` is taken. Debian's PyTorch is for the system's own, which
/// another one may hide.
const PYTHONS: [&str; 3] = ["python3", "/usr/bin/python3", "python"];

pub struct Runners<'a> {
    root: &'a Path,
    /// Whether the Rust programs are compiled.
    compiled: bool,
    /// The Python that has PyTorch, once it has been looked for.
    python: Option<Option<&'static str>>,
}

impl<'a> Runners<'a> {
    pub fn new(root: &'a Path) -> Self {
        Self { root, compiled: false, python: None }
    }

    /// What a program prints now; nothing if there is no PyTorch.
    pub fn run(&mut self, program: &Program) -> Result<Option<String>> {
        match program.language {
            Language::Rust => self.run_rust(program).map(Some),
            Language::Python => self.run_python(program),
        }
    }

    fn run_rust(&mut self, program: &Program) -> Result<String> {
        if !self.compiled {
            println!("Compiling candle and burn, which takes some minutes the first time");
            let status = self.cargo("build").status().context("failed to start cargo")?;
            if !status.success() {
                bail!("book/libraries does not compile: see above");
            }
            self.compiled = true;
        }
        let done = self.cargo("run").args(["--", &program.name]).output().context("failed to start cargo")?;
        if !done.status.success() {
            bail!("{} failed:\n{}", program.path, String::from_utf8_lossy(&done.stderr));
        }
        Ok(String::from_utf8_lossy(&done.stdout).replace("\r\n", "\n"))
    }

    fn cargo(&self, verb: &str) -> Command {
        let mut cargo = files::cargo(&self.root.join("book/libraries"));
        cargo.args([verb, "--quiet"]).env("CARGO_TARGET_DIR", files::target("libraries"));
        cargo
    }

    fn run_python(&mut self, program: &Program) -> Result<Option<String>> {
        let has_torch = |python: &&str| {
            Command::new(python).args(["-c", "import torch"]).output().is_ok_and(|done| done.status.success())
        };
        let Some(python) = *self.python.get_or_insert_with(|| PYTHONS.into_iter().find(has_torch)) else {
            return Ok(None);
        };
        let done = Command::new(python).arg(&program.path).current_dir(self.root).output();
        let printed = printed(&done.with_context(|| format!("{python} does not start"))?);
        if printed.is_empty() {
            bail!("{} prints nothing", program.path);
        }
        Ok(Some(printed))
    }
}

/// What a Python program prints, and of its warnings and its exception the words: their places are of this machine.
fn printed(done: &Output) -> String {
    let errors = String::from_utf8_lossy(&done.stderr);
    let words = errors.lines().filter_map(|line| {
        let kind = line.split(' ').find(|word| word.ends_with("Warning:") || word.ends_with("Error:"))?;
        line.find(kind).map(|at| format!("{}\n", &line[at..]))
    });
    String::from_utf8_lossy(&done.stdout).replace("\r\n", "\n") + &words.collect::<String>()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;
    use std::os::unix::process::ExitStatusExt;
    use std::process::ExitStatus;

    #[test]
    fn of_a_warning_only_the_words_are_kept() {
        let stderr =
            "/usr/lib/loss.py:536: UserWarning: Using a target size\n  return F.mse_loss()\nRuntimeError: no\n";
        let done = Output { status: ExitStatus::from_raw(0), stdout: b"1.5\n".into(), stderr: stderr.into() };
        assert_eq!(printed(&done), "1.5\nUserWarning: Using a target size\nRuntimeError: no\n");
    }
}
