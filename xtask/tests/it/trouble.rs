//! What the machine does, and no student: the compiler and the tests are killed from outside.

use crate::support::{course, first, root};
use std::fs;
use std::process::{Command, Output, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, SystemTime};
use tempfile::TempDir;
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

/// Two chapters of a right submission, in a folder of its own, with sources that the cache does not have. In the first,
/// each process with `mse_gradient` takes long enough to be met.
fn right_submission() -> TempDir {
    let class = tempfile::tempdir().unwrap();
    for chapter in &course().chapters[..2] {
        for (name, text) in read_sources(&course().solution_sources(chapter)).unwrap() {
            let file = class.path().join("right").join(&chapter.name).join("src").join(name);
            let slow = "static SLOW: std::sync::Once = std::sync::Once::new();\n    SLOW.call_once(|| \
                        std::thread::sleep(std::time::Duration::from_millis(400)));\n    let errors = ";
            let text = match text.split_once("pub fn mse_gradient(") {
                Some((before, after)) if chapter.name == first().name => {
                    format!("{before}pub fn mse_gradient({}", after.replacen("let errors = ", slow, 1))
                }
                _ => text,
            };
            write(&file, text + &format!("// {:?}\n", SystemTime::now())).unwrap();
        }
    }
    class
}

/// `grade --resume` with the first two chapters, while the first `times` processes that it has started, directly or
/// not, and whose command has this word are killed. The second result is how many were not met.
fn command_while_killing(class: &TempDir, word: &str, mut times: usize) -> (Output, usize) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.arg("grade").arg(class.path().join("right")).args(["--resume", "--out"]).arg(class.path().join("out"));
    command.args(course().chapters[..2].iter().flat_map(|chapter| ["--chapter", &chapter.name]));
    let mut grader = command.current_dir(root()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let parent = |id: &str| -> Option<String> {
        let status = fs::read_to_string(format!("/proc/{id}/status")).ok()?;
        Some(status.lines().find_map(|line| line.strip_prefix("PPid:"))?.trim().to_owned())
    };
    let own = grader.id().to_string();
    while times > 0 && grader.try_wait().unwrap().is_none() {
        for process in fs::read_dir("/proc").unwrap().flatten() {
            let id = process.file_name().to_string_lossy().into_owned();
            let command = fs::read(process.path().join("cmdline")).unwrap_or_default();
            let mut words = command.split(|&byte| byte == 0);
            // Not the copies of xtask that prepare the sandbox: their commands end with that of the test.
            let is_it = words.next() == Some(b"grade") && words.any(|other| other == word.as_bytes());
            let is_ours = || std::iter::successors(Some(id.clone()), |id| parent(id)).any(|ancestor| ancestor == own);
            if is_it && is_ours() && Command::new("kill").args(["-9", &id]).status().unwrap().success() {
                times -= 1;
                break;
            }
        }
        thread::sleep(Duration::from_millis(1));
    }
    (grader.wait_with_output().unwrap(), times)
}

/// One in the middle of a chapter, so that the loop that kills is there before it.
const TEST: &str = "t7_mse_gradient::one_weight_by_hand";

#[test]
fn a_test_that_is_killed_once_costs_nothing() {
    let class = right_submission();
    let (output, left) = command_while_killing(&class, TEST, 1);
    assert_eq!((output.status.code(), left), (Some(0), 0), "{output:?}");
}

/// The other chapter keeps its marks, and the sum stays open.
#[test]
fn a_chapter_that_the_machine_does_not_let_end_is_not_graded_and_the_others_are() {
    let class = right_submission();
    let (output, _) = command_while_killing(&class, TEST, 1000);
    let said = String::from_utf8_lossy(&output.stderr).into_owned() + &String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(3), "{said}");
    assert!(
        said.contains("right: the grader failed, ch01 has no marks yet: failed to run t7_mse_gradient::"),
        "{said}"
    );
    let read = |name: &str| fs::read_to_string(class.path().join("out").join(name)).unwrap_or_default();
    let [first, second] = [0, 1].map(|place| course().chapters[place].points());
    let all = first + second;
    assert!(read("marks.csv").ends_with(&format!("\nright,,{all},,{second}\n")), "{}", read("marks.csv"));
    let cells = format!("<td class=\"number\">not graded</td><td class=\"number\">{second}<");
    assert!(read("index.html").contains(&cells), "{}", read("index.html"));
    let words = format!("<strong>{second}</strong> of {all} points, without ch01, which could not be graded yet");
    assert!(read("students/right.html").contains(&words), "{}", read("students/right.html"));
    assert_eq!(read("gradescope/right.json"), "", "a platform would take it for the mark");
    let (output, _) = command_while_killing(&class, TEST, 0);
    assert_eq!(output.status.code(), Some(0), "{output:?}");
    assert!(read("marks.csv").ends_with(&format!("\nright,{all},{all},{first},{second}\n")), "{}", read("marks.csv"));
}
