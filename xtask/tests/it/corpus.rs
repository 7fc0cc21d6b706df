//! The corpus: submissions that try to cheat, to break out, or to use up the machine, and some that are merely unlucky.
//!
//! Each file of `tests/corpus/` replaces functions of chapter 1's reference. Its first line says what it does, its
//! second which tasks lose marks and with what status: `//! Expect: t2 exited-early`. Every other task must have full
//! marks. A line `//! Lib: …` is put at the top of `lib.rs`.
//!
//! `CORPUS=forge cargo test -p xtask --test it corpus` tries only those with this word in their names.

use crate::support::{builder, course, first, root};
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::Duration;
use xtask::course::functions::find;
use xtask::course::{Sources, Task, overlay};
use xtask::files::write;
use xtask::grader::build::ChapterBuild;
use xtask::grader::grade::{Grader, test_result};
use xtask::grader::marks::{Status, TestMarks};
use xtask::grader::partial_credit;
use xtask::grader::run_test::TestResult;
use xtask::grader::submission::{Submission, SubmissionPath, read_sources};
use xtask::parallel;

struct Fixture {
    name: String,
    tasks: BTreeSet<u32>,
    statuses: BTreeSet<String>,
    code: String,
}

fn fixtures() -> Vec<Fixture> {
    let folder = root().join("xtask/tests/corpus");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files.iter().map(|file| read(file)).collect()
}

fn read(file: &Path) -> Fixture {
    let code = fs::read_to_string(file).unwrap();
    let expect = code.lines().find_map(|line| line.strip_prefix("//! Expect: ")).expect("a line `//! Expect: …`");
    let (tasks, statuses): (Vec<&str>, Vec<&str>) =
        expect.split(' ').partition(|word| word.strip_prefix('t').is_some_and(|number| number.parse::<u32>().is_ok()));
    Fixture {
        name: file.file_stem().unwrap().to_string_lossy().into_owned(),
        tasks: tasks.iter().map(|task| task[1..].parse().unwrap()).collect(),
        statuses: statuses.iter().map(|&status| status.to_owned()).collect(),
        code,
    }
}

/// How long one test may take. The honest ones take milliseconds.
const LIMIT: Duration = Duration::from_secs(1);

/// Writes the submission of a fixture into a folder of its name.
fn write_submission(fixture: &Fixture, scratch: &Path) -> PathBuf {
    let reference = read_sources(&course().solution_sources(first())).unwrap();
    let folder = scratch.join(&fixture.name);
    for (name, mut text) in sources(&reference, fixture) {
        let top = fixture.code.lines().filter_map(|line| line.strip_prefix("//! Lib: ")).next();
        if let Some(top) = top.filter(|_| name.as_os_str() == "lib.rs") {
            text = format!("{top}\n{text}");
        }
        let text = text.replace("PARENTHESES", &format!("{}1{}", "(".repeat(20_000), ")".repeat(20_000)));
        write(&folder.join(&first().name).join("src").join(name), text).unwrap();
    }
    folder
}

fn submit(fixture: &Fixture, scratch: &Path) -> Submission {
    let folder = write_submission(fixture, scratch);
    Submission::open(course(), &SubmissionPath::new(fixture.name.clone(), folder)).unwrap()
}

/// Writes `count` submissions of the corpus that lose marks, evenly spread, beginning in the middle of a step: the
/// first ones keep the compiler busy for long.
pub fn write_hostile(count: usize, scratch: &Path) {
    let hostile: Vec<_> = fixtures().into_iter().filter(|fixture| !fixture.statuses.contains("passed")).collect();
    let count = count.min(hostile.len());
    for number in 0..count {
        write_submission(&hostile[(2 * number + 1) * hostile.len() / (2 * count)], scratch);
    }
}

/// As in a class: all tests, compiled before.
fn with_prebuilt_tests(submission: &Submission) -> Vec<TestMarks> {
    let (course, builder, chapters) = (course(), builder(), vec![first()]);
    let grader = Grader { course, builder, chapters, cache: None, limit: LIMIT, prebuild_tests: true };
    grader.marks(submission, 1).unwrap().chapters.remove(0).tests
}

/// As for one submission: tests compiled against it. Only those of the tasks that it attacks, since that takes long.
fn with_tests_of_its_own(submission: &Submission, tasks: &BTreeSet<u32>) -> Vec<TestMarks> {
    let mut build = ChapterBuild::new(builder(), first(), "exercises").unwrap();
    let stubs = read_sources(&course().exercise_sources(first())).unwrap();
    let sources = submission.sources(first()).unwrap();
    let compiled = partial_credit::compile_library(&mut build, first(), sources, &stubs).unwrap();
    let is_tried = |task: &Task| tasks.is_empty() || tasks.contains(&task.number);
    let result = compiled.and_then(|mut left_out| {
        for task in first().tasks.iter().filter(|task| !is_tried(task)) {
            left_out.tests.insert(task.module.clone(), "not tried".into());
        }
        let compiled = partial_credit::compile_tests(&mut build, first(), &mut left_out).unwrap();
        compiled.map(|()| left_out)
    });
    let tests = first().tests().filter(|(task, _)| is_tried(task));
    let marks = tests.map(|(task, test)| {
        let result = match &result {
            Ok(left_out) => test_result(&mut build, left_out, test, LIMIT).unwrap(),
            Err(reason) => TestResult::new(Status::NotCompiled, reason.clone()),
        };
        TestMarks::new(task.number, test, result.status, result.message)
    });
    marks.collect()
}

/// The reference with the fixture's functions. Code that does not parse replaces a function as text.
fn sources(reference: &Sources, fixture: &Fixture) -> Sources {
    if let Ok(sources) = overlay(reference, &fixture.code) {
        return sources;
    }
    let code: String =
        fixture.code.lines().filter(|line| !line.starts_with("//!")).map(|line| format!("{line}\n")).collect();
    let name = code.split("pub fn ").nth(1).and_then(|rest| rest.split('(').next()).unwrap();
    let mut sources = reference.clone();
    for text in sources.values_mut() {
        if let Some(function) = find(text, name).unwrap() {
            text.replace_range(function.range, code.trim());
        }
    }
    sources
}

fn complaints(fixture: &Fixture, tests: &[TestMarks]) -> Vec<String> {
    let mut complaints = vec![];
    for test in tests {
        let status = test.status.word();
        let expected = match fixture.tasks.contains(&test.task) {
            true => status == "passed" || fixture.statuses.contains(status),
            false => status == "passed",
        };
        if !expected {
            complaints.push(format!("{}: {} ended as {status}: {}", fixture.name, test.name, test.message));
        }
    }
    let lost = tests.iter().any(|test| test.status.word() != "passed");
    if !lost && !fixture.statuses.contains("passed") {
        complaints.push(format!("{}: every test passed", fixture.name));
    }
    let leaked = tests.iter().find(|test| test.message.contains("root:x:0:0"));
    complaints.extend(leaked.map(|test| format!("{}: {} shows /etc/passwd", fixture.name, test.name)));
    complaints
}

/// The processes that an attack could leave behind, with their ids. Other tests may be running too.
fn processes() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let own = builder().toolchain.scratch().display().to_string();
    for process in fs::read_dir("/proc").unwrap().flatten() {
        let command = fs::read(process.path().join("cmdline")).unwrap_or_default();
        let command = String::from_utf8_lossy(&command).replace('\0', " ");
        let test = command.starts_with(&own) && command.contains("/compiled/grade ");
        if command.contains("sleep 77777") || test {
            found.insert(format!("the process {} {command}", process.file_name().display()));
        }
    }
    found
}

/// What an attack could leave behind: a process, or a file where it must not write.
fn left_behind() -> Vec<String> {
    let mut left = vec![];
    for file in ["/dev/shm/left-behind", "/dev/shm/large", "/tmp/large", "/var/tmp/large"] {
        if fs::exists(file).unwrap_or(false) {
            left.push(format!("the file {file}"));
        }
    }
    let before = processes();
    if !before.is_empty() {
        // Longer than any test may run.
        std::thread::sleep(Duration::from_secs(5));
        left.extend(before.intersection(&processes()).cloned());
    }
    left
}

/// There are two ways to a verdict, and so two to forge one: what forges is tried in both. In one test, since some
/// attacks are waited for, and the processor can work on others meanwhile.
#[test]
fn every_attack_gets_what_it_deserves() {
    let protection = builder().sandbox.protection;
    let enough = protection.landlock && protection.seccomp && protection.rlimits;
    assert!(enough, "this machine offers {protection} only: the corpus needs more");
    let mut fixtures = fixtures();
    assert!(fixtures.len() >= 95, "{} fixtures", fixtures.len());
    let wanted = std::env::var("CORPUS").unwrap_or_default();
    fixtures.retain(|fixture| fixture.name.contains(&wanted));
    // The slowest come first, so that no thread is left alone with one.
    fixtures.sort_by_key(|fixture| !(fixture.name.starts_with("use_") || fixture.name.starts_with("bomb_")));
    let scratch = tempfile::tempdir().unwrap();
    let complaints = parallel::map(parallel::cores() + 1, fixtures, |fixture| {
        let submission = submit(&fixture, scratch.path());
        let mut found = complaints(&fixture, &with_prebuilt_tests(&submission));
        if ["forge_", "lie_", "ok_"].iter().any(|kind| fixture.name.starts_with(kind)) {
            found.extend(complaints(&fixture, &with_tests_of_its_own(&submission, &fixture.tasks)));
        }
        found
    });
    let complaints: Vec<String> = complaints.into_iter().flatten().chain(left_behind()).collect();
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}
