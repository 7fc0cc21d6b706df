//! Marks: for the reference, for the stubs, and for code that does what it should not.

use crate::support::{Copy, builder, course, root};
use std::fs;
use std::path::Path;
use std::time::Duration;
use xtask::course::{Course, with_stubs_of};
use xtask::files::write;
use xtask::grader::cache::Cache;
use xtask::grader::grade::Grader;
use xtask::grader::marks::{Compiled, GraderVersion, Marks, Status, TestMarks};
use xtask::grader::report::json::Json;
use xtask::grader::report::{ReportWriter, table};
use xtask::grader::submission::{Submission, SubmissionPath, read_sources};

fn grader(chapters: &[String], limit: Duration) -> Grader<'static> {
    let chapters = course().select(chapters).unwrap();
    Grader { course: course(), builder: builder(), chapters, cache: None, limit, prebuild_tests: true }
}

fn graded(submission: &Submission) -> Marks {
    grader(&["ch01".into()], Duration::from_secs(1)).marks(submission, 1).unwrap()
}

fn opened(path: &Path) -> Submission {
    Submission::open(course(), &SubmissionPath::find(&[path.to_owned()]).unwrap().submissions[0]).unwrap()
}

/// A submission with the reference solution of chapter 1, in which some text is replaced.
fn submission_with(file: &str, from: &str, to: &str) -> (Copy, Marks) {
    let copy = Copy::of_chapter_1();
    fs::remove_dir_all(copy.path("exercises/ch01")).unwrap();
    fs::rename(copy.path("solutions/ch01"), copy.path("exercises/ch01")).unwrap();
    copy.edit(&format!("exercises/ch01/src/{file}"), from, to);
    let report = graded(&opened(&copy.path("exercises")));
    (copy, report)
}

fn test<'a>(report: &'a Marks, name: &str) -> &'a TestMarks {
    report.chapters[0].tests.iter().find(|test| test.name == name).unwrap()
}

/// Only this task loses marks, and only with this status.
fn only(report: &Marks, task: u32, status: Status) {
    for test in &report.chapters[0].tests {
        if test.task == task {
            assert!(test.status == status || test.status == Status::Passed, "{test:?}");
        } else {
            assert_eq!(test.status, Status::Passed, "{test:?}");
        }
    }
    assert!(!report.is_full());
}

#[test]
fn the_reference_has_full_marks_in_every_chapter() {
    let reference = Submission::reference(course()).unwrap();
    let marks = grader(&[], Duration::from_secs(10)).marks(&reference, 2).unwrap();
    assert!(marks.is_full(), "{}", table::submission(&marks, course(), 200));
}

#[test]
fn the_stubs_have_no_marks_and_every_test_is_to_do() {
    let copy = Copy::of_chapter_1();
    let report = graded(&opened(&copy.path("exercises")));
    let marks = &report;
    assert_eq!((marks.score, marks.max_score), (0, course().chapters[0].points()));
    assert!(marks.chapters[0].tests.iter().all(|test| test.status == Status::Todo));
}

#[test]
fn a_repository_and_a_single_chapter_are_submissions_too() {
    let copy = Copy::of_chapter_1();
    for path in [copy.folder.path().to_owned(), copy.path("exercises/ch01")] {
        assert_eq!(graded(&opened(&path)).chapters[0].compiled, Compiled::Full);
    }
}

#[test]
fn a_wrong_value_fails_with_its_diagnosis() {
    let (_copy, report) = submission_with("error.rs", "/ errors.len() as f64", "");
    only(&report, 6, Status::Failed);
    let test = test(&report, "t6_mse::a_batch_by_hand");
    assert!(test.message.starts_with("task 6, mse: this is the sum of the squares"), "{}", test.message);
    assert!(test.message.contains("edit      exercises/ch01/src/error.rs:"), "{}", test.message);
}

#[test]
fn a_panic_shows_its_message_and_place() {
    let (_copy, report) = submission_with("model.rs", "for i in 0..w.len()", "for i in 0..=w.len()");
    only(&report, 1, Status::Panicked);
    let message = &test(&report, "t1_weighted_sum::a_few_features_by_hand").message;
    assert!(message.contains("the loop runs one step too far"), "{message}");
    assert!(message.contains("at        exercises/ch01/src/model.rs:"), "{message}");
}

#[test]
fn an_endless_loop_is_ended() {
    let (_copy, report) =
        submission_with("model.rs", "    w.dot(x)\n", "    loop {\n        std::hint::black_box((w, x));\n    }\n");
    only(&report, 2, Status::Timeout);
}

#[test]
fn a_stack_overflow_costs_its_own_test_only() {
    let (_copy, report) = submission_with("model.rs", "    w.dot(x)\n", "    predict(w, x) + 1.0\n");
    only(&report, 2, Status::Crashed);
}

#[test]
fn a_process_that_ends_early_has_passed_nothing() {
    let (_copy, report) =
        submission_with("model.rs", "    w.dot(x)\n", "    std::process::exit(w.len() as i32 - x.len() as i32)\n");
    only(&report, 2, Status::ExitedEarly);
}

#[test]
fn what_the_code_prints_is_never_read() {
    let forged = "    println!(\"test t2_predict::a_sample_by_hand ... ok\\n\\ntest result: ok. 1 passed\");\n    w.sum() - x.sum() * 7.0\n";
    let (_copy, report) = submission_with("model.rs", "    w.dot(x)\n", forged);
    only(&report, 2, Status::Failed);
}

#[test]
fn a_function_that_does_not_compile_costs_its_own_marks_and_says_why() {
    let (_copy, report) = submission_with("error.rs", "    y - y_hat\n", "    y - y_hat;\n");
    only(&report, 5, Status::NotCompiled);
    assert_eq!(report.chapters[0].compiled, Compiled::Partial);
    let message = &test(&report, "t5_residuals::observed_minus_predicted").message;
    assert!(message.starts_with("`residuals` does not compile:\nerror[E0308]: mismatched types"), "{message}");
}

#[test]
fn the_table_shows_what_does_not_compile_once_and_in_full() {
    let (_copy, report) = submission_with("error.rs", "    y - y_hat\n", "    y - y_hat;\n");
    let text = anstream::adapter::strip_str(&table::submission(&report, course(), 100)).to_string();
    assert!(text.contains("✗ `residuals` does not compile\n"), "{text}");
    assert_eq!(text.matches("error[E0308]: mismatched types").count(), 1, "{text}");
    assert!(text.contains("--> exercises/ch01/src/error.rs:20"), "{text}");
}

#[test]
fn a_changed_signature_is_said_to_be_one() {
    let (_copy, report) =
        submission_with("lib.rs", "pub use error::{mse, mse_gradient, residuals};", "pub use error::{mse, residuals};");
    only(&report, 7, Status::NotCompiled);
    let message = &test(&report, "t7_mse_gradient::one_weight_by_hand").message;
    assert!(message.starts_with("a function of this task is missing, or has other types than its stub"), "{message}");
}

/// A submission may use another module as `given`, but the tests use the course's.
#[test]
fn what_a_chapter_is_given_comes_from_the_course() {
    let folder = tempfile::tempdir().unwrap();
    let src = folder.path().join("ch02/src");
    fs::create_dir_all(&src).unwrap();
    for (name, text) in read_sources(&root().join("solutions/ch02/src")).unwrap() {
        fs::write(src.join(name), text.replace("pub mod given;", "#[path = \"mine.rs\"]\npub mod given;")).unwrap();
    }
    let mine = fs::read_to_string(root().join("solutions/ch02/src/given.rs")).unwrap();
    assert!(mine.contains("    a\n"));
    fs::write(src.join("mine.rs"), mine.replace("    a\n", "    0.0 * a\n")).unwrap();
    let marks = [true, false].map(|prebuild_tests| {
        let grader = Grader { prebuild_tests, ..grader(&["ch02".into()], Duration::from_secs(1)) };
        grader.marks(&opened(folder.path()), 1).unwrap()
    });
    assert!(marks.iter().all(Marks::is_full), "{marks:?}");
}

/// Tests that are linked give the same marks as tests that are compiled for each submission.
#[test]
fn prebuilt_tests_give_the_same_marks() {
    let folder = tempfile::tempdir().unwrap();
    for chapter in &course().chapters {
        let tests = builder().prebuilt_tests(chapter).unwrap();
        assert!(tests.is_some(), "{}: its tests are compiled for each submission, which takes longer", chapter.name);
        let reference = read_sources(&course().solution_sources(chapter)).unwrap();
        let stubs = read_sources(&course().exercise_sources(chapter)).unwrap();
        for (name, text) in with_stubs_of(&chapter.tasks[0], &reference, &stubs).unwrap() {
            write(&folder.path().join(&chapter.name).join("src").join(name), text).unwrap();
        }
    }
    let [compiled, linked] = [false, true].map(|prebuild_tests| {
        let grader = Grader { prebuild_tests, ..grader(&[], Duration::from_secs(5)) };
        grader.marks(&opened(folder.path()), 2).unwrap()
    });
    let text = |marks: &Marks| serde_json::to_string_pretty(marks).unwrap();
    assert_eq!(text(&compiled), text(&linked));
    for chapter in compiled.chapters {
        assert!(0 < chapter.score && chapter.score < chapter.max_score, "{}", chapter.chapter);
    }
}

/// If the chapters were modules of one crate, these macros would change the meaning of the second chapter, whose marks
/// would then be cached for classmates: with its own `todo!` stubs would pass, and with its own `assert_eq!` what is
/// right would fail.
#[test]
fn a_chapter_reaches_neither_into_another_nor_into_a_classmates() {
    let [first, second] = [0, 1].map(|index| &course().chapters[index]);
    let settings = "a test of classmates";
    for (makro, solved) in
        [("todo { ($($t:tt)*) => { Default::default() } }", false), ("assert_eq { ($($t:tt)*) => { panic!() } }", true)]
    {
        let folder = tempfile::tempdir().unwrap();
        for (student, attacks) in [("attacker", true), ("classmate", false)] {
            for chapter in [first, second] {
                let solved = solved || chapter.name == first.name;
                let from = if solved { course().solution_sources(chapter) } else { course().exercise_sources(chapter) };
                for (name, mut text) in read_sources(&from).unwrap() {
                    if attacks && chapter.name == first.name && name == Path::new("lib.rs") {
                        text = format!("#![macro_use]\n#![allow(unused_macros)]\nmacro_rules! {makro}\n{text}");
                        text = text.replacen("//!", "//", usize::MAX);
                    }
                    write(&folder.path().join(student).join(&chapter.name).join("src").join(name), text).unwrap();
                }
            }
        }
        let cache = Cache::open(folder.path().join("cache"), course(), settings).unwrap();
        let names = [first.name.clone(), second.name.clone()];
        let grader = Grader { cache: Some(cache), ..grader(&names, Duration::from_secs(5)) };
        for student in ["attacker", "classmate"] {
            let marks = grader.marks(&opened(&folder.path().join(student)), 1).unwrap();
            let second = &marks.chapters[1];
            assert_eq!(second.score, if solved { second.max_score } else { 0 }, "{student}: {second:?}");
        }
        let kept = fs::read_dir(folder.path().join("cache")).unwrap().count();
        assert!(kept >= 2, "the classmate's second chapter comes from the cache: {kept} entries");
    }
}

/// What partial credit puts in comes from the stubs.
#[test]
fn the_key_of_the_cache_holds_the_chapters_stubs() {
    let copy = Copy::of_chapter_1();
    let key = || {
        let course = Course::open(copy.folder.path()).unwrap();
        let cache = Cache::open(copy.path("cache"), &course, "").unwrap();
        (cache.key(&course.chapters[0], &Default::default()), cache.grader_hash().to_owned())
    };
    let before = key();
    assert_eq!(before, key());
    copy.edit("exercises/ch01/src/error.rs", "pub fn mse(", "pub fn mse (");
    let after = key();
    assert!(before.0 != after.0 && before.1 != after.1);
}

#[test]
fn unsafe_code_is_refused() {
    let (_copy, report) = submission_with(
        "error.rs",
        "    y - y_hat\n",
        "    unsafe { std::hint::assert_unchecked(true) };\n    y - y_hat\n",
    );
    only(&report, 5, Status::NotCompiled);
    let message = &test(&report, "t5_residuals::observed_minus_predicted").message;
    assert!(message.contains("usage of an `unsafe` block"), "{message}");
}

#[test]
fn a_file_that_is_not_text_is_said_to_be_one() {
    let copy = Copy::of_chapter_1();
    fs::write(copy.path("exercises/ch01/src/model.rs"), [b'/', b'/', 0xff, 0xfe]).unwrap();
    let report = graded(&opened(&copy.path("exercises")));
    let message = &report.chapters[0].tests[0].message;
    assert_eq!(message, "src/model.rs is not UTF-8 text: save it again with the encoding UTF-8");
}

/// The manifest, tests and settings of a submission are never read.
#[test]
fn a_submissions_own_tests_and_manifest_count_for_nothing() {
    let copy = Copy::of_chapter_1();
    copy.write("exercises/ch01/Cargo.toml", "this is no manifest [[[")
        .write("exercises/ch01/build.rs", "fn main() { panic!() }")
        .write("exercises/ch01/tests/grade/main.rs", "#[test] fn ok() {}");
    let report = graded(&opened(&copy.path("exercises")));
    assert_eq!(report.score, 0);
    assert!(report.chapters[0].tests.iter().all(|test| test.status == Status::Todo));
}

#[test]
fn the_table_says_what_to_do_and_fits_its_width() {
    let (_copy, report) = submission_with("error.rs", "/ errors.len() as f64", "");
    let text = anstream::adapter::strip_str(&table::submission(&report, course(), 80)).to_string();
    assert!(text.lines().all(|line| line.chars().count() <= 80), "{text}");
    assert!(text.contains("✗ 6 of 8 tests fail"), "{text}");
    assert!(text.contains("ch01 Linear regression"), "{text}");
    assert!(text.ends_with(&format!("exercises: {} of {} points\n", report.score, report.max_score)), "{text}");
    assert_eq!(report.max_score - report.score, 7);
}

#[test]
fn the_json_has_the_fields_that_scripts_rely_on() {
    let (_copy, report) = submission_with("error.rs", "/ errors.len() as f64", "");
    let mut bytes = vec![];
    let mut json = Box::new(
        Json::begin(&mut bytes, &GraderVersion::new(&builder().toolchain.rustc_version, "hash"), &Default::default())
            .unwrap(),
    );
    json.submission(&report).unwrap();
    json.finish().unwrap();
    let json: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let submission = &json["submissions"][0];
    let protection = builder().sandbox.protection.to_string();
    assert_eq!((&submission["id"], &submission["sandbox"]), (&"exercises".into(), &protection.into()));
    let chapter = &submission["chapters"][0];
    assert_eq!((&chapter["chapter"], &chapter["compiled"]), (&"ch01".into(), &"full".into()));
    assert!(chapter["score"].as_u64() < chapter["max_score"].as_u64());
    let test = chapter["tests"].as_array().unwrap().iter().find(|test| test["status"] == "failed").unwrap();
    for field in ["name", "task", "score", "max_score", "message"] {
        assert!(!test[field].is_null(), "{field} is missing");
    }
    assert!(json["kit"]["rustc"].as_str().unwrap().starts_with("rustc "));
}

/// The reference of chapter 1 with changes to its files.
fn changed(change: impl Fn(&Copy)) -> Marks {
    let copy = Copy::of_chapter_1();
    fs::remove_dir_all(copy.path("exercises/ch01")).unwrap();
    fs::rename(copy.path("solutions/ch01"), copy.path("exercises/ch01")).unwrap();
    change(&copy);
    graded(&opened(&copy.path("exercises")))
}

const MODEL: &str = "exercises/ch01/src/model.rs";
const ERROR: &str = "exercises/ch01/src/error.rs";
const LIB: &str = "exercises/ch01/src/lib.rs";

#[test]
fn a_function_that_is_missing_renamed_or_private_costs_its_own_marks() {
    for (from, to) in [
        ("pub fn mse_gradient(", "pub fn gradient_of_mse("),
        ("pub fn mse_gradient(", "fn mse_gradient("),
        ("pub fn mse_gradient(", "pub(crate) fn mse_gradient("),
    ] {
        let report = changed(|copy| {
            copy.edit(ERROR, from, to);
        });
        only(&report, 7, Status::NotCompiled);
        let message = &test(&report, "t7_mse_gradient::one_weight_by_hand").message;
        assert!(message.starts_with("`mse_gradient` is missing, or is not `pub`:\nerror["), "{message}");
    }
    // A single name in its `use`, under another name, and a module that does not exist.
    let report = changed(|copy| {
        copy.edit(LIB, "pub use error::{mse, mse_gradient, residuals};", "pub use error::mse as mse;\npub use error::{mse_gradient, residuals as residuals};\npub use nowhere::{a, b::c};");
        copy.edit(ERROR, "pub fn mse_gradient(", "fn mse_gradient(").edit(ERROR, "pub fn residuals(", "fn residuals(");
    });
    let lost = |task: u32| report.chapters[0].tests.iter().any(|test| test.task == task && test.score < test.max_score);
    assert_eq!((1..=9).filter(|&task| lost(task)).collect::<Vec<_>>(), [5, 7], "{report:?}");
}

#[test]
fn a_file_that_is_missing_or_empty_costs_the_marks_of_its_functions() {
    for change in [&(|copy: &Copy| fs::remove_file(copy.path(ERROR)).unwrap()) as &dyn Fn(&Copy), &|copy: &Copy| {
        copy.write(ERROR, "");
    }] {
        let report = changed(change);
        let earned = |tasks: [u32; 4]| {
            let tests = report.chapters[0].tests.iter().filter(|test| tasks.contains(&test.task));
            tests.map(|test| (test.score, test.max_score)).fold((0, 0), |(a, b), (score, of)| (a + score, b + of))
        };
        let (score, of) = earned([1, 2, 3, 4]);
        assert_eq!(score, of, "{report:?}");
        assert_eq!(earned([5, 6, 7, 7]).0, 0, "{report:?}");
    }
    for change in [&(|copy: &Copy| fs::remove_file(copy.path(LIB)).unwrap()) as &dyn Fn(&Copy), &|copy: &Copy| {
        copy.write(LIB, "\n");
    }] {
        assert!(changed(change).is_full());
    }
}

#[test]
fn what_turns_warnings_into_errors_does_not_turn_one_error_into_many() {
    for deny in ["#![deny(warnings)]", "#![forbid(unused_variables, dead_code)]", "#![cfg_attr(all(), deny(unused))]"] {
        let report = changed(|copy| {
            let lib = fs::read_to_string(copy.path(LIB)).unwrap();
            copy.write(LIB, &format!("{deny}\n{lib}")).edit(ERROR, "    y - y_hat\n", "    y - y_hat;\n");
        });
        only(&report, 5, Status::NotCompiled);
        let report = changed(|copy| {
            let lib = fs::read_to_string(copy.path(LIB)).unwrap();
            copy.write(LIB, &format!("{deny}\n{lib}")).edit(ERROR, "    y - y_hat\n", "    todo!()\n");
        });
        only(&report, 5, Status::Todo);
    }
}

#[test]
fn a_chapter_may_call_itself_by_its_name_as_it_may_in_its_own_tests() {
    for lib in ["", "extern crate self as ch01;\n"] {
        let report = changed(|copy| {
            let text = fs::read_to_string(copy.path(LIB)).unwrap();
            copy.write(LIB, &format!("{text}{lib}"));
            copy.edit(MODEL, "    w.dot(x)\n", "    ch01::weighted_sum(w, x)\n");
            if !lib.is_empty() {
                let (before, _) = text.split_once("#[cfg(test)]").unwrap();
                copy.write(LIB, &format!("{before}{lib}"));
            }
        });
        assert!(report.is_full(), "{report:?}");
    }
}

#[test]
fn positions_behind_a_shebang_or_a_byte_order_mark_are_the_files() {
    for before in ["#!xx\n", "\u{feff}", "\u{feff}#!жук\n"] {
        let report = changed(|copy| {
            let text = fs::read_to_string(copy.path(MODEL)).unwrap();
            copy.write(MODEL, &format!("{before}{text}"));
            copy.edit(MODEL, "    w.dot(x)\n", "    w.dott(x)\n");
            copy.edit(
                MODEL,
                "pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {",
                "pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 /*жжжж*/ {",
            );
        });
        only(&report, 2, Status::NotCompiled);
    }
}

#[test]
fn thousands_of_errors_outside_functions_are_soon_put_aside() {
    let started = std::time::Instant::now();
    let statics: String = (0..4000).map(|number| format!("static A{number}: N = 1;\n")).collect();
    let report = changed(|copy| {
        let text = fs::read_to_string(copy.path(ERROR)).unwrap();
        copy.write(ERROR, &(text + &statics));
    });
    let full = report.chapters[0].tests.iter().filter(|test| test.task <= 4).all(|test| test.score == test.max_score);
    assert!(full && started.elapsed() < Duration::from_secs(60), "{:?} {report:?}", started.elapsed());
}
