//! Breaks each rule of the course on purpose: `verify` must say where, and what to do.

use crate::support::{Copy, course, first, root};
use xtask::author::verify::{Problem, mistakes, rules, runs};
use xtask::course::Course;
use xtask::grader::build::Builder;
use xtask::sandbox::Sandbox;

/// The problems that are found by reading.
fn by_reading(copy: &Copy) -> Vec<Problem> {
    let course = Course::open(copy.folder.path()).unwrap();
    rules::check(&course, &course.chapters[0]).unwrap()
}

/// The problems that are found by running the versions of this kind.
fn by_running(copy: &Copy, kind: &str) -> Vec<Problem> {
    let course = Course::open(copy.folder.path()).unwrap();
    let builder = Builder::open(&root(), &course, Sandbox::off(env!("CARGO_BIN_EXE_xtask").into())).unwrap();
    let runs = runs::all(&course, &course.chapters[0]).unwrap();
    runs.iter().filter(|run| run.kind() == kind).flat_map(|run| run.check(&builder).unwrap()).collect()
}

const RESIDUALS: &str = "pub fn residuals(y: &Array1<f64>, y_hat: &Array1<f64>) -> Array1<f64>";

#[track_caller]
fn only(problems: &[Problem], place: &str, what: &str) {
    assert!(!problems.is_empty(), "nothing was found");
    for problem in problems {
        assert!(problem.location.starts_with(place) && problem.what.contains(what), "{problem:#?}");
        assert!(!problem.fix.is_empty());
    }
}

#[test]
fn the_copy_is_in_order() {
    let copy = Copy::of_chapter_1();
    assert!(by_reading(&copy).is_empty(), "{:#?}", by_reading(&copy));
    for kind in ["stubs", "reference", "right answers"] {
        assert!(by_running(&copy, kind).is_empty(), "{:#?}", by_running(&copy, kind));
    }
}

#[test]
fn a_stub_that_drifts_from_its_solution() {
    let copy = Copy::of_chapter_1();
    copy.edit(
        "exercises/ch01/src/error.rs",
        "positive where the model predicted too little",
        "positive where it is wrong",
    );
    only(&by_reading(&copy), "exercises/ch01/src/error.rs:13", "lacks this line");
}

#[test]
fn a_library_that_does_not_take_the_tests_in() {
    for (folder, module) in [("exercises", "mod grade;\n"), ("solutions", "mod reference;\n")] {
        let copy = Copy::of_chapter_1();
        copy.edit(&format!("{folder}/ch01/src/lib.rs"), module, "");
        let problems = by_reading(&copy);
        let first = &problems[0];
        assert!(first.location.starts_with(&format!("{folder}/ch01/src/lib.rs")), "{problems:#?}");
        assert!(first.what.contains("no tests") && first.fix.contains(module), "{problems:#?}");
    }
}

#[test]
fn a_stub_that_is_solved_already() {
    let copy = Copy::of_chapter_1();
    let todo =
        "todo!(\"observed minus predicted, for y of shape {:?} and y_hat of shape {:?}\", y.shape(), y_hat.shape())";
    copy.edit("exercises/ch01/src/error.rs", todo, "y - y_hat");
    only(&by_running(&copy, "stubs"), "exercises/ch01/tests/grade/t5_residuals.rs", "ends as Passed");
}

#[test]
fn a_stub_with_a_warning() {
    let copy = Copy::of_chapter_1();
    copy.edit("exercises/ch01/src/model.rs", "ones before it\", x.dim())", "ones before it\", 0)");
    only(&by_running(&copy, "stubs"), "exercises/ch01/src/model.rs:", "unused variable: `x`");
}

#[test]
fn a_solution_that_is_not_finished() {
    let copy = Copy::of_chapter_1();
    copy.edit("solutions/ch01/src/error.rs", "    y - y_hat\n", "    todo!(\"{y} {y_hat}\")\n");
    only(&by_reading(&copy), "solutions/ch01/src/error.rs:22", "a solution is not finished");
}

#[test]
fn a_solution_that_is_wrong() {
    let copy = Copy::of_chapter_1();
    copy.edit("solutions/ch01/src/error.rs", "    y - y_hat\n", "    y + y_hat\n");
    only(&by_running(&copy, "reference"), "exercises/ch01/tests/grade/t5_residuals.rs", "Failed");
}

#[test]
fn a_file_that_only_one_of_the_two_has() {
    let copy = Copy::of_chapter_1();
    copy.write("exercises/ch01/src/extra.rs", "//! Extra.\n").write("solutions/ch01/src/more.rs", "//! More.\n");
    let problems = by_reading(&copy);
    only(&problems[..1], "solutions/ch01/src/extra.rs:1", "the stub has this file");
    only(&problems[1..], "exercises/ch01/src/more.rs:1", "the solution has this file");
}

/// What the tests of chapter 1 say of its known mistakes, with one line changed.
fn mistakes_with(change: impl Fn(&str, &mut String)) -> Vec<Problem> {
    let (chapter, mut text) = (first(), String::new());
    let mistakes = chapter.mistakes(course()).unwrap();
    for mistake in &mistakes {
        let module = &chapter.tasks.iter().find(|task| task.number == mistake.task).unwrap().module;
        let (function, number, sentence) = (&mistake.function, mistake.number, &mistake.sentence);
        text +=
            &format!("caught\t{module}::a\t{function}\t{number}\nnamed\t{module}\t{function}\t{number}\t{sentence}\n");
    }
    text += "reference\tt6_mse\tmse\t(right)\n";
    change(&mistakes[0].sentence, &mut text);
    mistakes::problems(chapter, &mistakes, &text).unwrap()
}

#[test]
fn a_mistake_that_no_test_catches_or_that_is_told_as_another() {
    assert!(mistakes_with(|_, _| {}).is_empty());
    let first = "exercises/ch01/mistakes/t1_weighted_sum.rs:";
    let lost = mistakes_with(|_, text| *text = text.replacen("caught\tt1_weighted_sum::a\tweighted_sum\t0\n", "", 1));
    only(&lost, first, "no test of the task fails with this mistake");
    let other = mistakes_with(|sentence, text| *text = text.replacen(sentence, "something else", 1));
    only(&other, first, "is told as: something else");
    let reference = mistakes_with(|_, text| *text = text.replace("(right)", "(unknown)"));
    only(&reference, "exercises/ch01/mistakes/t6_mse.rs", "the reference's `mse` is told as: (unknown)");
}

#[test]
fn a_right_answer_that_a_test_refuses() {
    let copy = Copy::of_chapter_1();
    copy.write("solutions/ch01/right/wrong.rs", &format!("{RESIDUALS} {{\n    y_hat - y\n}}\n"));
    let problems = by_running(&copy, "right answers");
    only(&problems, "exercises/ch01/tests/grade/t5_residuals.rs", "task 5, residuals:");
    assert!(problems[0].fix.contains("solutions/ch01/right/wrong.rs"));
}

#[test]
fn a_test_that_is_not_graded() {
    let copy = Copy::of_chapter_1();
    copy.edit(
        "exercises/ch01/tests/grade/main.rs",
        "mod t1_weighted_sum;",
        "mod t1_weighted_sum;\n#[test]\nfn loose() {}",
    );
    only(&by_running(&copy, "reference"), "exercises/ch01/tests/grade/main.rs:1", "`loose` is not graded");
}

#[test]
fn a_test_that_another_tasks_filter_would_run() {
    let copy = Copy::of_chapter_1();
    copy.edit(
        "exercises/ch01/tests/grade/t9_r_squared.rs",
        "fn a_perfect_fit_explains_everything",
        "fn a_fit2_explains_everything",
    );
    only(
        &by_reading(&copy),
        "exercises/ch01/tests/grade/t9_r_squared.rs",
        "`cargo test -p ch01 t2` would run this test of task 9",
    );
}

#[test]
fn a_task_without_a_stub() {
    let copy = Copy::of_chapter_1();
    copy.edit("exercises/ch01/tests/grade/t9_r_squared.rs", "functions: &[\"r_squared\"]", "functions: &[\"r2\"]");
    only(&by_reading(&copy), "exercises/ch01/tests/grade/t9_r_squared.rs:1", "has the function `r2`");
}

#[test]
fn a_chapter_without_a_title() {
    let copy = Copy::of_chapter_1();
    for folder in ["exercises", "solutions"] {
        copy.edit(&format!("{folder}/ch01/src/lib.rs"), "//! Chapter 1: linear", "//! Linear");
    }
    only(&by_reading(&copy), "exercises/ch01/src/lib.rs:1", "does not name the chapter");
}

#[test]
fn too_few_right_answers() {
    let copy = Copy::of_chapter_1();
    for file in ["loops.rs", "plain.rs"] {
        std::fs::remove_file(copy.path("solutions/ch01/right").join(file)).unwrap();
    }
    only(&by_reading(&copy), "solutions/ch01/right", "1, wanted are two");
}

#[test]
fn too_few_mistakes() {
    let copy = Copy::of_chapter_1();
    std::fs::remove_file(copy.path("exercises/ch01/mistakes/t5_residuals.rs")).unwrap();
    only(&by_reading(&copy), "exercises/ch01/mistakes/t5_residuals.rs", "0 known mistakes are few");
}

#[test]
fn a_manifest_that_leaves_the_tests_out_or_takes_them_twice() {
    for folder in ["exercises", "solutions"] {
        let copy = Copy::of_chapter_1();
        copy.edit(
            &format!("{folder}/ch01/Cargo.toml"),
            "name = \"ch01\"\ndoctest",
            "name = \"ch01\"\ntest = false\ndoctest",
        );
        only(&by_reading(&copy), &format!("{folder}/ch01/Cargo.toml:1"), "leaves the tests");
    }
    let copy = Copy::of_chapter_1();
    copy.edit("exercises/ch01/Cargo.toml", "autotests = false", "");
    only(&by_reading(&copy), "exercises/ch01/Cargo.toml:1", "twice");
}

#[test]
fn other_dependencies() {
    let copy = Copy::of_chapter_1();
    copy.edit(
        "solutions/ch01/Cargo.toml",
        "ndarray.workspace = true",
        "ndarray.workspace = true\nrand.workspace = true",
    );
    only(&by_reading(&copy), "solutions/ch01/Cargo.toml:1", "other dependencies");
}
