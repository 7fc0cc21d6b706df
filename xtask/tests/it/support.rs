//! The real course, and copies of it that tests can change.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::{Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::{Duration, SystemTime};
use tempfile::TempDir;
use walkdir::WalkDir;
use xtask::course::{Chapter, Course, functions};
use xtask::files::copy_folder;
use xtask::grader::build::Builder;
use xtask::sandbox::{Mode, Sandbox};

/// The root of the real course.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

pub fn course() -> &'static Course {
    static COURSE: OnceLock<Course> = OnceLock::new();
    COURSE.get_or_init(|| Course::open(&root()).unwrap())
}

/// Its first chapter.
pub fn first() -> &'static Chapter {
    &course().chapters[0]
}

/// Shared by all tests, so that prebuilt tests are shared too. With the best sandbox of this machine.
pub fn builder() -> &'static Builder {
    static BUILDER: OnceLock<Builder> = OnceLock::new();
    BUILDER.get_or_init(|| {
        let sandbox = Sandbox::choose(Mode::Best, env!("CARGO_BIN_EXE_xtask").into()).unwrap();
        let mut builder = Builder::open(&root(), course(), sandbox).unwrap();
        // Enough for thirty chapters; what never ends is waited for.
        builder.compile_limit = Duration::from_secs(10);
        builder
    })
}

/// A copy of chapter 1: its exercise and its solution.
pub struct Copy {
    pub folder: TempDir,
}

impl Copy {
    pub fn of_chapter_1() -> Self {
        let folder = tempfile::tempdir().unwrap();
        for below in ["exercises/ch01", "solutions/ch01"] {
            copy_folder(&root().join(below), &folder.path().join(below), |_| true).unwrap();
        }
        Self { folder }
    }

    pub fn path(&self, below: &str) -> PathBuf {
        self.folder.path().join(below)
    }

    /// Changes a file; the text to replace must be there.
    pub fn edit(&self, below: &str, from: &str, to: &str) -> &Self {
        let text = fs::read_to_string(self.path(below)).unwrap();
        assert!(text.contains(from), "{below} does not hold `{from}`");
        fs::write(self.path(below), text.replacen(from, to, 1)).unwrap();
        self
    }

    pub fn write(&self, below: &str, text: &str) -> &Self {
        fs::create_dir_all(self.path(below).parent().unwrap()).unwrap();
        fs::write(self.path(below), text).unwrap();
        self
    }
}

/// A copy of the whole course, as a student has it, in which the tools are called.
pub struct Checkout {
    pub path: PathBuf,
    number: Option<usize>,
}

/// The numbers of the checkouts that are in use. Their folders are used again, since in each new one cargo would
/// compile all that the tests use.
static IN_USE: Mutex<BTreeSet<usize>> = Mutex::new(BTreeSet::new());

impl Drop for Checkout {
    fn drop(&mut self) {
        let mut in_use = IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(number) = self.number {
            in_use.remove(&number);
        }
    }
}

impl Checkout {
    /// One that a test has made by itself.
    pub fn at(path: PathBuf) -> Self {
        Self { path, number: None }
    }

    pub fn new() -> Self {
        let number = {
            let mut in_use = IN_USE.lock().unwrap_or_else(PoisonError::into_inner);
            (0..).find(|&number| in_use.insert(number)).unwrap()
        };
        let path = kept_folder(&format!("checkouts/{number}"));
        let copied = ["Cargo.toml", "Cargo.lock", ".cargo", "exercises", "solutions", "xtask", "book"];
        mirror(&root(), &path, |below| copied.iter().any(|top| below.starts_with(top)) && !below.ends_with("html"));
        Self { path, number: Some(number) }
    }

    /// The same for tests in which cargo compiles chapters: one at a time, and with files newer than what was compiled
    /// before. All copies share one target folder, in which cargo cannot tell their chapters apart.
    pub fn alone() -> (MutexGuard<'static, ()>, Self) {
        static TURN: Mutex<()> = Mutex::new(());
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let checkout = Self::new();
        for chapter in &course().chapters {
            let sources = checkout.path.join("exercises").join(&chapter.name).join("src");
            for file in fs::read_dir(sources).unwrap() {
                let file = fs::File::options().append(true).open(file.unwrap().path()).unwrap();
                file.set_modified(SystemTime::now()).unwrap();
            }
        }
        (turn, checkout)
    }

    /// A call of the tools. The target folder is not the real course's, whose chapters have the same names.
    pub fn call(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(env!("CARGO_BIN_EXE_xtask"));
        command.args(arguments);
        command
    }

    pub fn cargo(&self, arguments: &[&str]) -> Command {
        let mut command = self.command(&std::env::var("CARGO").unwrap_or_else(|_| "cargo".into()));
        command.args(arguments);
        command
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.path);
        command.env("CARGO_TARGET_DIR", kept_folder("checkouts/target"));
        for editor in ["VISUAL", "EDITOR", "TERM_PROGRAM"] {
            command.env_remove(editor);
        }
        command
    }

    /// The exit status of a call, and what it prints.
    pub fn xtask(&self, arguments: &[&str]) -> (i32, String) {
        said(&mut self.call(arguments))
    }

    pub fn read(&self, below: &str) -> String {
        fs::read_to_string(self.path.join(below)).unwrap()
    }

    pub fn write(&self, below: &str, text: &str) {
        fs::create_dir_all(self.path.join(below).parent().unwrap()).unwrap();
        fs::write(self.path.join(below), text).unwrap();
    }

    /// Changes a file; the text to replace must be there.
    pub fn edit(&self, below: &str, from: &str, to: &str) {
        let text = self.read(below);
        assert!(text.contains(from), "{below} does not hold `{from}`");
        self.write(below, &text.replacen(from, to, 1));
    }

    /// Replaces the body of a function.
    pub fn body(&self, below: &str, function: &str, code: &str) {
        let text = self.read(below);
        let found = functions::find_or_by_layout(&text, function).expect(function);
        self.write(below, &format!("{}{{\n    {code}\n}}{}", &text[..found.body.start], &text[found.body.end..]));
    }

    /// Replaces a file of exercises with the reference.
    pub fn solve(&self, below: &str) {
        self.write(&format!("exercises/{below}"), &self.read(&format!("solutions/{below}")));
    }
}

/// The exit status of a command, and what it prints to both streams, which must not be a panic.
pub fn said(command: &mut Command) -> (i32, String) {
    let output = command.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
    assert!(!text.contains("panicked at") && !text.contains("stack backtrace"), "{text}");
    (output.status.code().unwrap(), text)
}

/// A folder below the target folder. Its path is the same in each run, so that what cargo compiles there is kept.
pub fn kept_folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join(name)
}

/// Makes a folder equal to the files of another that `keep` accepts. Files that are so already keep their times: cargo
/// must see no change where there is none.
pub fn mirror(from: &Path, to: &Path, keep: impl Fn(&Path) -> bool) {
    for there in WalkDir::new(to).min_depth(1).contents_first(true).into_iter().flatten() {
        let below = there.path().strip_prefix(to).unwrap();
        if !keep(below) || !from.join(below).exists() {
            let _ =
                if there.file_type().is_dir() { fs::remove_dir(there.path()) } else { fs::remove_file(there.path()) };
        }
    }
    // The root of `from` is kept too, whatever is said of what is below it.
    copy_folder(from, to, |below| below.as_os_str().is_empty() || keep(below)).unwrap();
}
