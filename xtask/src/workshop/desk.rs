//! One chapter of one author: its sources are compiled here, and its tests run here, in a cell of the sandbox.

use super::{Diagnostic, FOR_LIBRARIES, FOR_TESTS, Workshop, diagnostics};
use crate::course::Chapter;
use crate::functions::Function;
use crate::process::{Ended, How, Job};
use crate::sandbox::{Cell, Policy, inside};
use crate::submission::Sources;
use anyhow::{Context, Result};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;

/// How long the compiler may take for one chapter.
const COMPILE_LIMIT: Duration = Duration::from_secs(60);
/// How many bytes of messages the compiler may print.
const MESSAGES: usize = 4 << 20;
/// Address space of the compiler: it reserves much more than it uses.
const COMPILER_MEMORY: u64 = 4 << 30;
/// Address space of a test.
const TEST_MEMORY: u64 = 1 << 30;
/// The largest file that the compiler may write.
const COMPILED_SIZE: u64 = 256 << 20;
/// The largest file that a test may write: its record.
const RECORD_SIZE: u64 = 1 << 20;

/// A folder with somebody's sources, and what has been compiled from them. It is removed when it is dropped.
pub struct Desk<'a> {
    workshop: &'a Workshop,
    chapter: &'a Chapter,
    shown: String,
    folder: TempDir,
    cell: Cell,
}

/// What became of an attempt to compile: what the compiler warned of, or why it refused.
pub type Attempt = Result<Vec<Diagnostic>, Refusal>;

/// Why something does not compile.
#[derive(Debug)]
pub struct Refusal {
    /// The reason, if the compiler did not get as far as a message.
    pub reason: Option<String>,
    /// Whether the compiler itself was ended by a signal.
    pub crashed: bool,
    /// The errors.
    pub errors: Vec<Diagnostic>,
}

impl Refusal {
    /// The first error, or the reason why there is none.
    pub fn first(&self) -> String {
        let first = self.errors.first().map(|error| error.rendered.trim_end().to_owned());
        first.or_else(|| self.reason.clone()).unwrap_or_else(|| "the compiler gave no reason".into())
    }
}

impl<'a> Desk<'a> {
    pub(super) fn new(workshop: &'a Workshop, chapter: &'a Chapter, shown: &str) -> Result<Self> {
        let folder = tempfile::tempdir_in(&workshop.scratch)
            .with_context(|| format!("failed to write into {}: is the disk full?", workshop.scratch.display()))?;
        for name in ["compiled", "records"] {
            fs::create_dir(folder.path().join(name))?;
        }
        let cell = Cell::open(&workshop.sandbox)?;
        Ok(Self { workshop, chapter, shown: shown.to_owned(), folder, cell })
    }

    /// Where the completion records of the tests are written.
    pub fn records(&self) -> PathBuf {
        self.folder.path().join("records")
    }

    /// Stage one: the author's library alone, with nothing in sight but its sources and the crates that it may use.
    pub fn compile_library(&mut self, sources: &Sources) -> Result<Attempt> {
        let directory = self.directory();
        if directory.exists() {
            fs::remove_dir_all(&directory)?;
        }
        for (name, text) in sources {
            let file = directory.join("src").join(name);
            fs::create_dir_all(file.parent().expect("a file stands in a folder"))?;
            fs::write(&file, text).with_context(|| format!("failed to write {}: is the disk full?", file.display()))?;
        }
        let main = Path::new(&self.shown).join(&self.chapter.name).join("src/lib.rs");
        let flags = ["--crate-type=rlib", unsafe_code(sources), "-Flong_running_const_eval", "-Wmissing_docs"];
        let arguments = self.arguments(&self.chapter.name, &self.library(), &flags, &main, &FOR_LIBRARIES);
        let policy = self.compiler_policy(vec![directory], false);
        self.compile(arguments, self.folder.path().to_owned(), &policy)
    }

    /// Stage two: the course's tests against that library, without those of the modules that are left out.
    pub fn compile_tests(&mut self, left_out: &[&str]) -> Result<Attempt> {
        let grade = Path::new("exercises").join(&self.chapter.name).join("tests/grade");
        let mut main = grade.join("main.rs");
        if !left_out.is_empty() {
            // Only the lines of the modules are changed: the file may hold helpers that several of them share.
            let text = fs::read_to_string(self.workshop.root.join(&main))
                .with_context(|| format!("failed to read {}", main.display()))?;
            let line = |line: &str| {
                let module = line.strip_prefix("mod ").and_then(|rest| rest.strip_suffix(';'));
                match module {
                    Some(name) if left_out.contains(&name) => "\n".to_owned(),
                    Some(name) => {
                        let folder = self.workshop.root.join(&grade).join(name);
                        let file = if folder.is_dir() { folder.join("mod.rs") } else { folder.with_extension("rs") };
                        format!("#[path = {:?}] {line}\n", file.display().to_string())
                    }
                    None => format!("{line}\n"),
                }
            };
            main = self.folder.path().join("compiled/main.rs");
            fs::write(&main, text.lines().map(line).collect::<String>())?;
        }
        let everything: Vec<&str> = FOR_LIBRARIES.into_iter().chain(FOR_TESTS).collect();
        let library = format!("{}={}", self.chapter.name, self.library().display());
        let prefix = format!("--remap-path-prefix={}/=", self.workshop.root.display());
        let flags = ["--test", "--cap-lints=allow", &prefix, "--extern", &library];
        let arguments = self.arguments("grade", &self.binary(), &flags, &main, &everything);
        let policy = self.compiler_policy(vec![self.workshop.root.join(&grade)], true);
        self.compile(arguments, self.workshop.root.clone(), &policy)
    }

    /// Runs the test program with these arguments and this input.
    pub fn run(
        &mut self,
        arguments: &[&str],
        input: String,
        variables: &[(&str, &str)],
        limit: Duration,
    ) -> Result<Ended> {
        let job = Job {
            program: self.binary(),
            arguments: arguments.iter().map(Into::into).collect(),
            directory: self.directory(),
            environment: self.environment(variables),
            input,
            limit,
            output: 64 << 10,
        };
        let policy = Policy {
            read: vec![self.binary(), self.directory()],
            write: vec![self.records()],
            hidden: vec![self.folder.path().join("compiled"), "/proc".into()],
            processes: false,
            memory: TEST_MEMORY,
            file_size: RECORD_SIZE,
            // The limit is one of time that passes; several threads could use more of the processor's.
            seconds: limit.as_secs() + 1,
        };
        self.cell.run(&job, &policy)
    }

    /// The names of all tests in the program, as the program itself lists them.
    pub fn list_tests(&mut self, limit: Duration) -> Result<Vec<String>> {
        let ended = self.run(&["--list", "--format=terse"], String::new(), &[], limit)?;
        Ok(ended.output.lines().filter_map(|line| line.strip_suffix(": test")).map(str::to_owned).collect())
    }

    /// Where the functions of a text stand; `None` if it is no Rust. It is parsed in the sandbox, since a text can be made
    /// to crash a parser.
    pub fn functions(&mut self, text: &str) -> Result<Option<Vec<Function>>> {
        let job = Job {
            program: self.workshop.sandbox.program.clone(),
            arguments: [inside::VERB, "functions"].iter().map(Into::into).collect(),
            directory: self.directory(),
            environment: self.environment(&[]),
            input: text.to_owned(),
            limit: COMPILE_LIMIT,
            output: MESSAGES,
        };
        let policy = Policy {
            read: vec![job.program.clone()],
            write: vec![],
            hidden: vec![],
            processes: false,
            memory: TEST_MEMORY,
            file_size: RECORD_SIZE,
            seconds: COMPILE_LIMIT.as_secs(),
        };
        let ended = self.cell.run(&job, &policy)?;
        Ok(if ended.how == How::Exit(0) { serde_json::from_str(&ended.output)? } else { None })
    }

    fn directory(&self) -> PathBuf {
        self.folder.path().join(&self.shown).join(&self.chapter.name)
    }

    fn library(&self) -> PathBuf {
        self.folder.path().join("compiled").join(format!("lib{}.rlib", self.chapter.name))
    }

    fn binary(&self) -> PathBuf {
        self.folder.path().join("compiled").join(format!("grade{}", std::env::consts::EXE_SUFFIX))
    }

    fn arguments(&self, name: &str, output: &Path, flags: &[&str], main: &Path, libraries: &[&str]) -> Vec<OsString> {
        let common =
            ["--edition=2024", "--error-format=json", "-Cdebuginfo=0", "-Cembed-bitcode=no", "--crate-name", name];
        let mut arguments: Vec<OsString> = common.iter().chain(flags).map(Into::into).collect();
        arguments.extend(["-o".into(), output.into()]);
        arguments.extend(["-L".into(), format!("dependency={}", self.workshop.dependencies.display()).into()]);
        for library in libraries {
            let file = self.workshop.libraries[*library].display();
            arguments.extend(["--extern".into(), format!("{library}={file}").into()]);
        }
        arguments.push(main.into());
        arguments
    }

    fn compile(&mut self, arguments: Vec<OsString>, directory: PathBuf, policy: &Policy) -> Result<Attempt> {
        let root = self.workshop.root.display().to_string();
        let rustc = format!("bin/rustc{}", std::env::consts::EXE_SUFFIX);
        let job = Job {
            // Not the `rustc` of the search path: rustup puts a program of its own there, which reads settings at home.
            program: self.workshop.sysroot.join(rustc),
            arguments,
            directory,
            // insta asks for both while the tests are compiled.
            environment: self.environment(&[("CARGO_MANIFEST_DIR", &root), ("INSTA_WORKSPACE_ROOT", &root)]),
            input: String::new(),
            limit: COMPILE_LIMIT,
            output: MESSAGES,
        };
        let Ended { how, errors: raw, .. } = self.cell.run(&job, policy)?;
        let (errors, warnings): (Vec<_>, Vec<_>) = diagnostics::read(&raw).into_iter().partition(Diagnostic::is_error);
        let reason = match how {
            How::Exit(0) => return Ok(Ok(warnings)),
            How::Exit(code) => {
                Some(format!("the compiler ended with status {code}: {}", raw.chars().take(300).collect::<String>()))
            }
            How::Timeout => Some(format!("the compiler did not finish within {} s", COMPILE_LIMIT.as_secs())),
            How::Output => Some("the compiler printed more messages than anybody would read".into()),
            How::Signal(_) => Some("the compiler crashed, or ran out of memory".into()),
        };
        Ok(Err(Refusal { reason, crashed: matches!(how, How::Signal(_)), errors }))
    }

    fn compiler_policy(&self, mut read: Vec<PathBuf>, processes: bool) -> Policy {
        read.extend([self.workshop.sysroot.clone(), self.workshop.dependencies.clone()]);
        read.extend(self.workshop.libraries.values().cloned());
        let write = vec![self.folder.path().join("compiled")];
        Policy {
            read,
            write,
            hidden: vec![],
            processes,
            memory: COMPILER_MEMORY,
            file_size: COMPILED_SIZE,
            seconds: 2 * COMPILE_LIMIT.as_secs(),
        }
    }

    /// Only what a program needs: on Windows the system's folder, for the linker the search path.
    fn environment(&self, variables: &[(&str, &str)]) -> Vec<(String, OsString)> {
        let compiled = self.folder.path().join("compiled");
        let mut all: Vec<(String, OsString)> =
            variables.iter().map(|&(name, value)| (name.into(), value.into())).collect();
        all.extend(["TMPDIR", "TEMP", "TMP"].map(|name| (name.into(), compiled.clone().into())));
        let kept = ["PATH", "SYSTEMROOT", "LIB", "DEVELOPER_DIR"];
        all.extend(kept.iter().filter_map(|&name| Some((name.into(), std::env::var_os(name)?))));
        all
    }
}

/// Unsafe code is forbidden, and a forbidden lint cannot be allowed again. But `s![…]`, with which ndarray slices, does just
/// that for the little that it needs, so sources are compiled under the milder lint if the word stands nowhere in them:
/// they cannot have unsafe code of their own then.
fn unsafe_code(sources: &Sources) -> &'static str {
    if sources.values().any(|text| text.contains("unsafe")) { "-Funsafe_code" } else { "-Dunsafe_code" }
}
