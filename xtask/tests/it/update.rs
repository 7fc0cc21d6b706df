//! Updates of the course while a student is working on it must lose nothing that the student wrote.

use crate::support::{Checkout, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use tempfile::TempDir;
use xtask::course::functions;
use xtask::files::copy_folder;

/// The course in one repository, and a student's clone of it.
struct Pair {
    _folder: TempDir,
    course: PathBuf,
    student: Checkout,
}

impl Pair {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let course = folder.path().join("course");
        copy_folder(&root().join("exercises/ch01"), &course.join("exercises/ch01"), |_| true).unwrap();
        // The tools recognise the root by this folder.
        fs::create_dir(course.join("xtask")).unwrap();
        fs::write(course.join("xtask/README"), "").unwrap();
        fs::write(course.join(".gitignore"), fs::read_to_string(root().join(".gitignore")).unwrap()).unwrap();
        git(&course, &["init", "--quiet", "--initial-branch=main"]);
        commit(&course, "the course");
        git(folder.path(), &["clone", "--quiet", "course", "student"]);
        let student = Checkout::at(folder.path().join("student"));
        Self { _folder: folder, course, student }
    }

    fn update(&self, file: &str, from: &str, to: &str) {
        let text = fs::read_to_string(self.course.join(file)).unwrap();
        assert!(text.contains(from), "{file} does not hold `{from}`");
        fs::write(self.course.join(file), text.replacen(from, to, 1)).unwrap();
        commit(&self.course, "an update");
    }
}

impl Pair {
    /// A newer version of a stub: its `todo!` says something else.
    fn update_todo(&self, function: &str) {
        let text = fs::read_to_string(self.course.join(MODEL)).unwrap();
        let at = functions::find(&text, function).unwrap().unwrap().body.start;
        fs::write(
            self.course.join(MODEL),
            text[..at].to_owned() + &text[at..].replacen("todo!(\"", "todo!(\"updated: ", 1),
        )
        .unwrap();
        commit(&self.course, "an update");
    }
}

fn git(folder: &Path, arguments: &[&str]) -> (bool, String) {
    let mut command = Command::new("git");
    command.args(["-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]);
    let output = command.args(arguments).current_dir(folder).env("GIT_CONFIG_GLOBAL", "/dev/null").output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

fn commit(folder: &Path, message: &str) {
    git(folder, &["add", "--all"]);
    assert!(git(folder, &["commit", "--quiet", "--message", message]).0);
}

const PULL: [&str; 4] = ["pull", "--quiet", "--no-rebase", "--no-edit"];
const MODEL: &str = "exercises/ch01/src/model.rs";

#[test]
fn an_update_keeps_the_students_work_and_the_hints_taken() {
    let pair = Pair::new();
    pair.student.xtask(&["hint", "ch01", "t1"]);
    pair.student.body(MODEL, "weighted_sum", "w.dot(x)");
    commit(&pair.student.path, "task 1");
    pair.update_todo("predict");
    pair.update("exercises/ch01/src/error.rs", "//! The error", "//! The error, once more");
    let (merged, text) = git(&pair.student.path, &PULL);
    assert!(merged, "{text}");

    let model = pair.student.read(MODEL);
    assert!(model.contains("w.dot(x)") && model.contains("todo!(\"updated: "), "{model}");
    assert!(pair.student.xtask(&["hint", "ch01", "t1"]).1.contains("Hint 2 of 3"));
    let (clean, files) = git(&pair.student.path, &["status", "--porcelain"]);
    assert!(clean && files.is_empty(), "the progress is not ignored: {files}");
}

#[test]
fn a_reset_after_own_commits_and_an_update_gives_the_newest_stub() {
    let pair = Pair::new();
    pair.student.body(MODEL, "weighted_sum", "w.dot(x)");
    pair.student.body(MODEL, "predict", "w.dot(x)");
    commit(&pair.student.path, "two tasks");
    pair.update_todo("with_bias");
    assert!(git(&pair.student.path, &PULL).0);
    // The copies for students without git must not be used here.
    let _ = fs::remove_dir_all(pair.student.path.join(".progress"));
    let (status, text) = pair.student.xtask(&["reset", "ch01"]);
    assert_eq!(status, 0, "{text}");
    assert_eq!(pair.student.read(MODEL), fs::read_to_string(pair.course.join(MODEL)).unwrap());
}

#[test]
fn a_conflict_is_only_where_both_have_changed_the_same_lines() {
    let pair = Pair::new();
    pair.student.body(MODEL, "weighted_sum", "w.dot(x)");
    pair.student.body("exercises/ch01/src/fit.rs", "r_squared", "0.0 * (y_hat.len() + y.len()) as f64");
    commit(&pair.student.path, "task 1");
    pair.update_todo("weighted_sum");
    pair.update("exercises/ch01/hints/t1_weighted_sum.md", "## Formula", "One more sentence.\n\n## Formula");
    let (merged, _) = git(&pair.student.path, &PULL);
    assert!(!merged);
    let (_, conflicts) = git(&pair.student.path, &["diff", "--name-only", "--diff-filter=U"]);
    assert_eq!(conflicts.trim(), MODEL);
    let model = pair.student.read(MODEL);
    assert!(model.contains("    w.dot(x)\n=======\n"), "{model}");
    // The tools work in the middle of a merge.
    let (status, text) = pair.student.xtask(&[]);
    assert_eq!(status, 0, "{text}");
    assert!(text.contains("ch01, task 1"), "{text}");
}

#[test]
fn work_that_is_not_committed_is_not_overwritten() {
    let pair = Pair::new();
    pair.student.body(MODEL, "weighted_sum", "w.dot(x)");
    pair.update_todo("predict");
    let (merged, _) = git(&pair.student.path, &PULL);
    assert!(!merged, "git refuses, and names the file to commit first");
    assert!(pair.student.read(MODEL).contains("w.dot(x)"));
}
