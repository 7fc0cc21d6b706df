//! Rules that can be checked by reading the files.

use super::drift;
use super::problem::Problem;
use crate::course::{self, Chapter, Course, Sources, functions, test_include};
use crate::files::{read, slashes};
use crate::grader::submission::read_sources;
use crate::student::stubs::is_stub;
use anyhow::{Context, Result};
use std::path::Path;

pub fn check(course: &Course, chapter: &Chapter) -> Result<Vec<Problem>> {
    let stub_folder = Path::new("exercises").join(&chapter.name);
    let solution_folder = Path::new("solutions").join(&chapter.name);
    let mut stubs = read_sources(&course.root.join(&stub_folder).join("src"))?;
    let mut solutions = read_sources(&course.root.join(&solution_folder).join("src"))?;
    let mut problems = without_include(&stub_folder, &mut stubs, &test_include::for_stub(&chapter.name));
    problems.extend(without_include(&solution_folder, &mut solutions, &test_include::for_solution(&chapter.name)));
    problems.extend(same_files(&stub_folder, &solution_folder, &stubs, &solutions));
    problems.extend(forms(chapter, &stub_folder, &stubs));
    problems.extend(unfinished(&solution_folder, &solutions));
    problems.extend(manifests(course, &stub_folder, &solution_folder)?);
    if course::title(&course.root.join(&stub_folder)).is_none() {
        let fix = "let it read `//! Chapter N: title, …`";
        problems.push(Problem::at(stub_folder.join("src/lib.rs"), 1, "the first line does not name the chapter", fix));
    }
    problems.extend(tasks(chapter));
    problems.extend(filters(chapter));
    problems.extend(mistakes(course, chapter)?);
    problems.extend(right_answers(course, chapter)?);
    Ok(problems)
}

fn without_include(folder: &Path, sources: &mut Sources, test_include: &str) -> Vec<Problem> {
    let Some(text) = sources.get_mut(Path::new("lib.rs")) else { return vec![] };
    if let Some(rest) = text.strip_suffix(test_include) {
        *text = rest.to_owned();
        return vec![];
    }
    let (file, line) = (folder.join("src/lib.rs"), text.lines().count());
    vec![Problem::at(file, line, "`cargo test` finds no tests here", format!("end the file with:\n{test_include}"))]
}

fn same_files(stub_folder: &Path, solution_folder: &Path, stubs: &Sources, solutions: &Sources) -> Vec<Problem> {
    let mut problems = vec![];
    for (name, stub) in stubs {
        let (stub_file, solution_file) = (stub_folder.join("src").join(name), solution_folder.join("src").join(name));
        match solutions.get(name).map(|solution| drift::first_lost_line(stub, solution)) {
            None => problems.push(Problem::at(
                solution_file,
                1,
                "the stub has this file, the solution has not",
                format!("write it, or delete {}", stub_file.display()),
            )),
            Some(Some(line)) => problems.push(Problem::at(
                stub_file,
                line,
                format!("{} lacks this line, or has it in another place", solution_file.display()),
                "a solution only adds lines to its stub and only drops `todo!`s: make the two agree",
            )),
            Some(None) => {}
        }
    }
    for name in solutions.keys().filter(|name| !stubs.contains_key(*name)) {
        problems.push(Problem::at(
            stub_folder.join("src").join(name),
            1,
            "the solution has this file, the stub has not",
            "both have the same files: write the stub, or move the code",
        ));
    }
    problems
}

/// `status`, `reset` and the tests know a stub by its form.
fn forms(chapter: &Chapter, folder: &Path, stubs: &Sources) -> Vec<Problem> {
    let mut problems = vec![];
    for (name, text) in stubs {
        for function in functions::functions(text).unwrap_or_default() {
            let of_a_task = chapter.tasks.iter().flat_map(|task| &task.functions).any(|it| it.name == function.name);
            if of_a_task && !is_stub(&text[function.body.clone()]) {
                let line = text[..function.body.start].lines().count();
                let fix = "`status` and `reset` know a stub by that: leave nothing else in it";
                let what = format!("`{}` is more than checks by `assert!` and one `todo!`", function.name);
                problems.push(Problem::at(folder.join("src").join(name), line, what, fix));
            }
        }
    }
    problems
}

fn unfinished(folder: &Path, solutions: &Sources) -> Vec<Problem> {
    let mut problems = vec![];
    for (name, text) in solutions {
        for (number, line) in text.lines().enumerate() {
            if line.contains("todo!(") || line.contains("unimplemented!(") {
                let file = folder.join("src").join(name);
                problems.push(Problem::at(file, number + 1, "a solution is not finished", "write it"));
            }
        }
    }
    problems
}

/// Stub and solution use the same crates: their manifests are equal from `[dependencies]` on, except that the stub can
/// be drawn by `plot`, and that the solution compares snapshots with insta. And both run the tests as part of the
/// library, and only there.
fn manifests(course: &Course, stub: &Path, solution: &Path) -> Result<Vec<Problem>> {
    let manifest = |folder: &Path| read(&course.root.join(folder).join("Cargo.toml"));
    let (of_stub, of_solution) = (manifest(stub)?, manifest(solution)?);
    let has = |text: &str, setting: &str| text.lines().any(|line| line == setting);
    let mut problems = vec![];
    for (folder, text) in [(stub, &of_stub), (solution, &of_solution)] {
        if has(text, "test = false") {
            let what = "`cargo test` leaves the tests of this library out";
            problems.push(Problem::at(folder.join("Cargo.toml"), 1, what, "delete `test = false`"));
        }
    }
    if !has(&of_stub, "autotests = false") {
        let what = "cargo compiles the tests twice, within the library and beside it";
        problems.push(Problem::at(stub.join("Cargo.toml"), 1, what, "write `autotests = false` into [package]"));
    }
    let plot = "plot = { workspace = true, optional = true }\n";
    let reviewed = "checks = { workspace = true, features = [\"review\"] }";
    // The known mistakes are next to the stub.
    let mistakes = format!("path = \"../../{}/mistakes\"", slashes(stub));
    let from_dependencies =
        |text: &str| text.split_once("[dependencies]").map_or(String::new(), |(_, rest)| rest.replace(plot, ""));
    let of_solution =
        of_solution.replace(reviewed, "checks.workspace = true").replace(&mistakes, "path = \"mistakes\"");
    if from_dependencies(&of_stub) != from_dependencies(&of_solution) {
        problems.push(Problem::at(
            solution.join("Cargo.toml"),
            1,
            format!("other dependencies than {}", stub.join("Cargo.toml").display()),
            format!("make the two files equal from [dependencies] on, but for `{reviewed}`"),
        ));
    }
    Ok(problems)
}

fn tasks(chapter: &Chapter) -> Vec<Problem> {
    let mut problems = vec![];
    for (place, task) in chapter.tasks.iter().enumerate() {
        let file = task.tests[0].location.file.clone();
        if task.number as usize != place + 1 {
            let what = format!("task {} is number {} of the chapter", task.number, place + 1);
            problems.push(Problem::at(file.clone(), 1, what, "number the files t1_, t2_, … without a gap"));
        }
        for stub in task.functions.iter().filter(|stub| stub.found.is_none()) {
            let what = format!("no file in exercises/{}/src has the function `{}`", chapter.name, stub.name);
            problems.push(Problem::at(file.clone(), 1, what, "correct `functions` in TASK, or write the stub"));
        }
        if task.number > 9 {
            let what = "`cargo test t1` would run task 10, too";
            problems.push(Problem::at(file, 1, what, "a chapter has at most nine tasks: merge two"));
        }
    }
    problems
}

/// `cargo test -p chNN t3` must run task 3 only: no other test has `t3` in its name.
fn filters(chapter: &Chapter) -> Vec<Problem> {
    let mut problems = vec![];
    for (task, test) in chapter.tests() {
        for other in chapter.tasks.iter().filter(|other| other.number != task.number) {
            let filter = format!("t{}", other.number);
            if test.name.contains(&filter) {
                let what = format!(
                    "`cargo test -p {} {filter}` would run this test of task {}, too",
                    chapter.name, task.number
                );
                problems.push(Problem::new(&test.location, what, format!("give it a name without `{filter}`")));
            }
        }
    }
    problems
}

/// The fewest known mistakes of a task.
const FEWEST_MISTAKES: usize = 15;

/// Each task has many known mistakes, and each of them is one of a task that exists.
fn mistakes(course: &Course, chapter: &Chapter) -> Result<Vec<Problem>> {
    let mistakes = chapter.mistakes(course)?;
    let lost = mistakes.iter().find(|mistake| !chapter.tasks.iter().any(|task| task.number == mistake.task));
    let mut problems: Vec<Problem> = lost
        .map(|mistake| {
            let what = format!("there is no task {}", mistake.task);
            Problem::new(&mistake.location, what, "correct the name of the file")
        })
        .into_iter()
        .collect();
    for task in &chapter.tasks {
        let count = mistakes.iter().filter(|mistake| mistake.task == task.number).count();
        if count < FEWEST_MISTAKES {
            let file = format!("exercises/{}/mistakes/{}.rs", chapter.name, task.module);
            let what = format!("{count} known mistakes are few: a task has at least {FEWEST_MISTAKES}");
            problems.push(Problem::new(file, what, "add mistakes that people really make"));
        }
    }
    Ok(problems)
}

/// Each function has at least two other right answers, which show that the tests reject no right one.
fn right_answers(course: &Course, chapter: &Chapter) -> Result<Vec<Problem>> {
    let mut names = vec![];
    for right in chapter.right_answers(course)? {
        let functions = functions::functions(&right.code).with_context(|| right.location.to_string())?;
        names.extend(functions.into_iter().map(|function| function.name));
    }
    let mut problems = vec![];
    for stub in chapter.tasks.iter().flat_map(|task| &task.functions).filter(|stub| stub.found.is_some()) {
        let count = names.iter().filter(|name| **name == stub.name).count();
        if count < 2 {
            let folder = format!("solutions/{}/right", chapter.name);
            let what = format!("other right answers for `{}`: {count}, wanted are two", stub.name);
            problems.push(Problem::new(folder, what, "add versions with loops, another order, another formula"));
        }
    }
    Ok(problems)
}
