//! Every known mistake, put in the place of its function, must fail a test of its task and be named by its own
//! sentence.
//!
//! The reference's tests do that themselves, inside one program: see `checks::VERIFY_VARIABLE`.

use super::Problem;
use crate::cargo::cargo;
use crate::course::{Chapter, Course, Mistake};
use crate::files::read;
use anyhow::{Context, Result, bail};
use std::collections::{BTreeMap, BTreeSet};
use std::process::Stdio;

/// What the tests of a chapter found out: by module, function and number, whether a test failed, and what was said.
#[derive(Default)]
struct Findings<'a> {
    caught: BTreeSet<(&'a str, &'a str, usize)>,
    named: BTreeMap<(&'a str, &'a str, usize), &'a str>,
    /// Of the reference, by module and function.
    reference: BTreeMap<(&'a str, &'a str), &'a str>,
}

/// The number of mistakes, and what is wrong with them.
pub fn check(course: &Course, chapter: &Chapter) -> Result<(usize, Vec<Problem>)> {
    let folder = tempfile::tempdir().context("failed to make a temporary folder")?;
    let file = folder.path().join("findings");
    let ended = cargo(&course.root)
        .args(["test", "--quiet", "--package", &format!("{}-solution", chapter.name)])
        .env("CHECKS_VERIFY", &file)
        .stdout(Stdio::null())
        .output()
        .context("failed to start cargo")?;
    if !ended.status.success() {
        bail!("the tests of {} did not end:\n{}", chapter.name, String::from_utf8_lossy(&ended.stderr));
    }
    let text = read(&file)?;
    let mistakes = chapter.mistakes(course)?;
    Ok((mistakes.len(), problems(chapter, &mistakes, &text)?))
}

fn parse(text: &str) -> Result<Findings<'_>> {
    let mut findings = Findings::default();
    for line in text.lines() {
        match line.split('\t').collect::<Vec<_>>().as_slice() {
            ["caught", test, function, number] => {
                let module = test.split("::").next().unwrap_or(test);
                findings.caught.insert((module, function, number.parse()?));
            }
            ["named", module, function, number, said] => {
                findings.named.insert((module, function, number.parse()?), said);
            }
            ["reference", module, function, said] => {
                findings.reference.insert((module, function), said);
            }
            _ => bail!("the tests have written what cannot be read: {line}"),
        }
    }
    Ok(findings)
}

/// What is wrong, by what the tests have written.
pub fn problems(chapter: &Chapter, mistakes: &[Mistake], written: &str) -> Result<Vec<Problem>> {
    let findings = parse(written)?;
    let mut problems = vec![];
    for mistake in mistakes {
        let Some(task) = chapter.tasks.iter().find(|task| task.number == mistake.task) else { continue };
        let key = (task.module.as_str(), mistake.function.as_str(), mistake.number);
        if !findings.caught.contains(&key) {
            let what = format!("no test of the task fails with this mistake: {}", mistake.sentence);
            problems.push(Problem::new(&mistake.location, what, "add a test in which it gives another result"));
        }
        match findings.named.get(&key) {
            Some(said) if *said == mistake.sentence => {}
            said => {
                let said = said.unwrap_or(&"nothing");
                let what = format!("the mistake “{}” is told as: {said}", mistake.sentence);
                let fix = "add an input on which it differs from all others, or give both the same sentence; the table must be \
                           one of the task's `diagnoses`";
                problems.push(Problem::new(&mistake.location, what, fix));
            }
        }
    }
    for ((module, function), said) in &findings.reference {
        if *said != "(right)" {
            let file = format!("exercises/{}/mistakes/{module}.rs", chapter.name);
            let what = format!("the reference's `{function}` is told as: {said}");
            problems.push(Problem::new(file, what, "correct `right`, or the inputs"));
        }
    }
    Ok(problems)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_tests_found_is_read_line_by_line() {
        let text = "caught\tt6_mse::b\tmse\t0\nnamed\tt6_mse\tmse\t0\tthe sum\n\
                    reference\tt6_mse\tmse\t(right)\n";
        let findings = parse(text).unwrap();
        assert!(findings.caught.contains(&("t6_mse", "mse", 0)));
        assert_eq!(findings.named[&("t6_mse", "mse", 0)], "the sum");
        assert_eq!(findings.reference[&("t6_mse", "mse")], "(right)");
        assert!(parse("hello").is_err());
    }
}
