//! The students' edition, and the autograder that is made from it.

use crate::support::{Copy, course, first, kept_folder, mirror, root};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};
use std::sync::{LazyLock, Mutex, MutexGuard, PoisonError};
use tempfile::TempDir;
use xtask::author::handout::{handout, solution_files};
use xtask::course::Course;

/// A target folder for all handouts, so that their dependencies are compiled once. Its crates have the same names in
/// every handout, so the lock has to be held while cargo builds there.
fn target() -> (MutexGuard<'static, ()>, PathBuf) {
    static TURN: Mutex<()> = Mutex::new(());
    let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
    (turn, kept_folder("handouts/target"))
}

fn call(program: &str, folder: &Path, arguments: &[&str]) -> Output {
    let (_turn, target) = target();
    let mut command = Command::new(program);
    command.args(arguments).current_dir(folder).env("CARGO_TARGET_DIR", target).env("CARGO_NET_OFFLINE", "true");
    command.output().unwrap()
}

fn xtask(folder: &Path, arguments: &[&str]) -> Output {
    call(env!("CARGO_BIN_EXE_xtask"), folder, arguments)
}

fn written() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    handout(course(), folder.path(), false).unwrap();
    folder
}

/// The same in a folder in which cargo compiles.
fn kept() -> PathBuf {
    static WRITTEN: LazyLock<PathBuf> = LazyLock::new(|| {
        let folder = kept_folder("handouts/handout");
        mirror(written().path(), &folder, |_| true);
        folder
    });
    WRITTEN.clone()
}

#[test]
fn in_the_handout_every_test_is_red_by_its_todo() {
    let output = call(env!("CARGO"), &kept(), &["test", "--locked", "--package", "ch01"]);
    let said = String::from_utf8_lossy(&output.stdout);
    let tests = course().chapters[0].tests().count();
    assert!(said.contains(&format!("test result: FAILED. 0 passed; {tests} failed")), "{said}");
    assert_eq!(said.matches("This red is expected").count(), tests, "{said}");
}

#[test]
fn a_student_grades_and_is_told_what_takes_the_full_course() {
    let folder = kept();
    let graded = xtask(&folder, &["grade", "exercises", "--chapter", "ch01"]);
    let said = String::from_utf8_lossy(&graded.stdout);
    assert_eq!(graded.status.code(), Some(1), "{said}");
    assert!(said.contains(&format!("exercises: 0 of {} points", first().points())), "{said}");
    for verb in [&["grade"][..], &["verify"], &["ci"], &["book", "build"], &["handout", "elsewhere"]] {
        let refused = xtask(&folder, verb);
        let said = String::from_utf8_lossy(&refused.stderr);
        assert_eq!(refused.status.code(), Some(2), "{verb:?}: {said}");
        assert!(said.contains("full course") || said.contains("students' edition"), "{verb:?}: {said}");
    }
}

#[test]
fn no_file_of_the_solutions_is_in_it() {
    let folder = written();
    for name in ["solutions", "book", "xtask/tests", "target", ".git"] {
        assert!(!folder.path().join(name).exists(), "{name} is in the handout");
    }
    let solution = course().solution_sources(first()).join("lib.rs");
    fs::copy(solution, folder.path().join("notes.md")).unwrap();
    assert_eq!(solution_files(course(), folder.path()).unwrap(), [Path::new("notes.md")]);
}

#[test]
fn a_handout_is_refused_where_it_would_do_harm() {
    let folder = written();
    let again = handout(course(), folder.path(), false).unwrap_err().to_string();
    assert!(again.contains("is not empty: name a folder that is"), "{again}");
    let copy = Copy::of_chapter_1();
    let todo =
        "todo!(\"observed minus predicted, for y of shape {:?} and y_hat of shape {:?}\", y.shape(), y_hat.shape())";
    copy.edit("exercises/ch01/src/error.rs", todo, "y - y_hat");
    let solved = Course::open(copy.folder.path()).unwrap();
    let error = handout(&solved, &copy.path("handout"), false).unwrap_err().to_string();
    assert!(error.contains("exercises/ch01/src/error.rs:20: this function is already written"), "{error}");
}

/// A search path on which `cargo xtask` is the program under test. Building it again would replace it while other tests
/// run it.
#[cfg(unix)]
fn path_with_built_xtask(folder: &Path) -> std::ffi::OsString {
    use std::os::unix::fs::PermissionsExt;
    let (bin, cargo) = (folder.join("bin"), folder.join("bin/cargo"));
    fs::create_dir(&bin).unwrap();
    let (xtask, real) = (env!("CARGO_BIN_EXE_xtask"), env!("CARGO"));
    let script =
        format!("#!/bin/sh\nif [ \"$1\" = xtask ]; then shift; exec '{xtask}' \"$@\"; fi\nexec '{real}' \"$@\"\n");
    fs::write(&cargo, script).unwrap();
    fs::set_permissions(&cargo, fs::Permissions::from_mode(0o755)).unwrap();
    let rest = std::env::var_os("PATH").unwrap_or_default();
    std::env::join_paths([bin].into_iter().chain(std::env::split_paths(&rest))).unwrap()
}

#[cfg(unix)]
#[test]
fn the_autograder_writes_results_for_gradescope() {
    let folder = tempfile::tempdir().unwrap();
    let zip = folder.path().join("autograder.zip");
    let packed = xtask(&root(), &["package", "gradescope", "--out", zip.to_str().unwrap()]);
    assert!(packed.status.success(), "{}", String::from_utf8_lossy(&packed.stderr));
    let autograder = kept_folder("handouts/autograder");
    let path = path_with_built_xtask(folder.path());
    let unpacked = folder.path().join("unpacked");
    zip::ZipArchive::new(fs::File::open(&zip).unwrap()).unwrap().extract(unpacked.join("source")).unwrap();
    mirror(&unpacked, &autograder, |_| true);
    let (_turn, target) = target();
    let results = |name: &str| -> serde_json::Value {
        let run = autograder.join("source").join(name);
        let mut command = Command::new(run);
        command
            .env("AUTOGRADER", &autograder)
            .env("CARGO_TARGET_DIR", &target)
            .env("PATH", &path)
            .env("HOME", folder.path());
        let output = command.env_remove("CARGO").output().unwrap();
        let text = fs::read_to_string(autograder.join("results/results.json"));
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        serde_json::from_str(&text.unwrap_or_default()).unwrap_or_else(|error| panic!("{error}: {said}"))
    };
    let src = autograder.join("submission/ch01/src");
    fs::create_dir_all(&src).unwrap();
    for file in ["lib.rs", "model.rs", "error.rs", "fit.rs", "given.rs"] {
        fs::copy(root().join("solutions/ch01/src").join(file), src.join(file)).unwrap();
    }
    let right = results("run_autograder");
    assert_eq!(
        (&right["score"], right["tests"][0]["status"].as_str()),
        (&first().points().into(), Some("passed")),
        "{right}"
    );
    fs::remove_dir_all(&src).unwrap();
    let nothing = results("run_autograder");
    assert_eq!(nothing["score"], 0);
    assert!(nothing["tests"][0]["output"].as_str().unwrap().contains("there are no chapters in it"), "{nothing}");
    // If the course is broken, there is no mark. Not a file that cargo would have to compile again.
    fs::remove_file(autograder.join("source/course/exercises/checks/Cargo.toml")).unwrap();
    let broken = results("run_autograder");
    assert!(broken["score"].is_null() && broken["output"].as_str().unwrap().contains("This is no mark"), "{broken}");
    syntax(&autograder.join("source/setup.sh"));
}

/// Checks the syntax of a script without running it.
#[cfg(unix)]
fn syntax(script: &Path) {
    let output = Command::new("bash").arg("-n").arg(script).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// The examples in the guide for instructors.
#[cfg(unix)]
#[test]
fn the_examples_for_instructors_can_be_read() {
    let folder = root().join("book/src/instructors");
    syntax(&folder.join("slurm.sh"));
    let workflow = fs::read_to_string(folder.join("grade-class.yml")).unwrap();
    let read = yaml_rust2::YamlLoader::load_from_str(&workflow).unwrap();
    let jobs = &read[0]["jobs"];
    let shards = jobs["grade"]["strategy"]["matrix"]["shard"].as_vec().unwrap();
    assert!(jobs["merge"]["needs"].as_str() == Some("grade") && shards.len() > 1);
    for script in [workflow, fs::read_to_string(folder.join("slurm.sh")).unwrap()] {
        assert!(script.contains("--shard") && script.contains("--resume") && script.contains("cargo xtask merge"));
    }
}
