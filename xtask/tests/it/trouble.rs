//! What the machine does, and no student: the compiler and the tests are killed from outside.

use crate::support::{course, first, root};
use std::fs;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;
use xtask::files::write;
use xtask::grader::build::Builder;
use xtask::grader::cache::Cache;
use xtask::grader::grade::Grader;
use xtask::grader::marks::{Marks, Status};
use xtask::grader::submission::{SubmissionPath, read_sources};
use xtask::sandbox::{Mode, Sandbox};

/// Grades a right submission while the first `times` processes of this run whose command has all these words are
/// killed. The second result is the number of entries in the cache.
fn graded_while_killing(words: &[&str], times: usize) -> (Marks, usize) {
    let folder = tempfile::tempdir().unwrap();
    for (name, text) in read_sources(&course().solution_sources(first())).unwrap() {
        write(&folder.path().join("right/ch01/src").join(name), text).unwrap();
    }
    let sandbox = Sandbox::choose(Mode::Best, env!("CARGO_BIN_EXE_xtask").into()).unwrap();
    let builder = Builder::open(&root(), course(), sandbox).unwrap();
    let run = builder.toolchain.deps().parent().unwrap().display().to_string();
    let cache = Cache::open(folder.path().join("cache"), course(), "").unwrap();
    let grader = Grader {
        course: course(),
        builder: &builder,
        chapters: vec![first()],
        cache: Some(cache),
        limit: Duration::from_secs(5),
        prebuild_tests: true,
    };
    // Compiled in peace: it is the course's own.
    builder.prebuilt_tests(first()).unwrap();
    let left = AtomicUsize::new(times);
    let path = SubmissionPath::new("right", folder.path().join("right"));
    let marks = thread::scope(|scope| {
        let graded = scope.spawn(|| grader.open_and_mark(&path, 1));
        let mut killed = vec![];
        while !graded.is_finished() && left.load(Ordering::Relaxed) > 0 {
            for process in fs::read_dir("/proc").unwrap().flatten() {
                let command = fs::read(process.path().join("cmdline")).unwrap_or_default();
                let command = String::from_utf8_lossy(&command).replace('\0', " ");
                let id = process.file_name();
                let is_it = command.contains(&run) && words.iter().all(|word| command.contains(word));
                if is_it && !command.contains("inside-the-sandbox") && !killed.contains(&id) {
                    let _ = Command::new("kill").arg("-9").arg(&id).status();
                    killed.push(id);
                    if left.fetch_sub(1, Ordering::Relaxed) == 1 {
                        break;
                    }
                }
            }
            thread::sleep(Duration::from_millis(2));
        }
        graded.join().unwrap()
    });
    (marks, fs::read_dir(folder.path().join("cache")).unwrap().count())
}

#[test]
fn a_compiler_that_is_killed_once_costs_nothing() {
    let (marks, kept) = graded_while_killing(&["rustc ", "--crate-name ch01 "], 1);
    assert!(marks.is_full(), "{marks:?}");
    assert_eq!(kept, 1);
}

#[test]
fn a_compiler_that_is_killed_each_time_is_no_mark_and_not_kept() {
    let (marks, kept) = graded_while_killing(&["rustc ", "--crate-name ch01 "], 1000);
    assert!(marks.infra().is_some_and(|reason| reason.contains("signal 9 came from outside")), "{marks:?}");
    assert!(marks.chapters[0].tests.iter().all(|test| test.status == Status::Infra));
    assert_eq!(kept, 0);
}
