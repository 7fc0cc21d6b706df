//! Programs that start quickly, for a class: each of its tests starts two, a copy of xtask that gives up its rights and then the tests.
//!
//! Before `main`, a program as cargo links it loads three libraries and puts forty thousand addresses right. One that holds its libraries,
//! at fixed addresses, starts in half the time. It needs the C library as an archive, which not every Linux has.

use super::{Workshop, prepared};
use crate::process::{How, Job};
use anyhow::{Context, Result};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

/// What the compiler is told for such a program.
const FLAGS: [&str; 2] = ["-Ctarget-feature=+crt-static", "-Crelocation-model=static"];

/// Rust's library starts programs without copying itself first, if it finds these in the C library; it does not make the linker look for them.
const TO_START_PROGRAMS: &str = "-Clink-arg=-Wl,-u,gnu_get_libc_version,-u,posix_spawn_file_actions_addchdir_np";

/// Built with a little optimisation: this is what a copy spends its time in. For everybody else compiling it twice as long does not pay.
const OPTIMISED: [&str; 5] = ["xtask", "landlock", "nix", "seccompiler", "serde_json"];

impl Workshop {
    /// Links xtask anew, if that goes, for what is started inside the sandbox. From then on, test programs are linked so too.
    pub fn start_quickly(&mut self, kit: &Path) -> Result<()> {
        if cfg!(target_os = "linux")
            && let Some(program) = self.link_xtask(kit)?
        {
            self.sandbox.program = program;
            self.program_flags = &FLAGS;
        }
        Ok(())
    }

    fn link_xtask(&self, kit: &Path) -> Result<Option<PathBuf>> {
        let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
        let output = Command::new(cargo)
            .args(["build", "--quiet", "--message-format=json", "--package=xtask", "--lib"])
            .args(OPTIMISED.map(|name| format!("--config=profile.dev.package.{name}.opt-level=1")))
            .current_dir(kit)
            .stderr(Stdio::null())
            .output()
            .context("failed to start cargo")?;
        let Some(library) = super::libraries(&output.stdout)?.into_iter().find(|(_, name)| name == "xtask") else {
            return Ok(None);
        };
        let library = library.0;
        let deps = library.parent().expect("a library stands in a folder").join("deps");
        let program = self.run.folder.path().join("xtask");
        let dependencies = format!("-Ldependency={}", deps.display());
        let flags = [&FLAGS[..], &[TO_START_PROGRAMS, &dependencies]].concat();
        let main = kit.join("xtask/src/main.rs");
        let arguments = self.arguments("xtask", &program, &flags, &main, &[("xtask".into(), library)]);
        if !prepared::compile(self, self.run.folder.path(), arguments)? {
            return Ok(None);
        }
        let job = Job {
            program: program.clone(),
            arguments: vec!["--version".into()],
            directory: kit.to_owned(),
            environment: vec![],
            input: String::new(),
            limit: Duration::from_secs(10),
            output: 1 << 10,
        };
        Ok(job.run().is_ok_and(|ended| ended.how == How::Exit(0)).then_some(program))
    }
}
