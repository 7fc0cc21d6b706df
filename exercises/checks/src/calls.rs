//! Whether a function fails because of another one that it calls: a function of an earlier task, whose tests are red.

use crate::names::find_function_text;
use crate::stubs;
use std::collections::{BTreeMap, BTreeSet};
use std::process::{Command, Stdio};
use std::sync::{LazyLock, Mutex};
use std::time::{Duration, Instant};
use std::{env, thread};

/// The environment variable that asks for verdicts alone: nobody reads what these tests say.
const VERDICT_VARIABLE: &str = "CHECKS_VERDICT";
/// What stands before the name of a function that is wrong.
const WRONG: &str = "CHECKS WRONG ";
/// How long the tests of one task may take.
const DEADLINE: Duration = Duration::from_secs(5);

/// Whether this process was started to see whether tests pass.
pub fn only_the_verdict_counts() -> bool {
    env::var_os(VERDICT_VARIABLE).is_some()
}

/// Whether `function` calls `other`, directly or through functions that it calls.
pub fn needs(function: &str, other: &str) -> bool {
    function != other && behind(function, &all_functions(), &find_function_text).contains(other)
}

/// The earliest function behind `function` that a test of its own task finds wrong, and the number of that task.
pub fn red_before(function: &str, task: u32) -> Option<(String, u32)> {
    let all = all_functions();
    let behind = behind(function, &all, &find_function_text);
    all.into_iter()
        .filter(|(number, name)| *number < task && behind.contains(name))
        .find(|(number, name)| red_functions(*number).contains(name))
        .map(|(number, name)| (name, number))
}

/// Every function of the chapter's tasks, with the number of its task.
fn all_functions() -> Vec<(u32, String)> {
    stubs::tasks().into_iter().flat_map(|it| it.functions.into_iter().map(move |name| (it.number, name))).collect()
}

/// All functions of the chapter that this one calls, and that those call.
fn behind(function: &str, all: &[(u32, String)], text_of: &dyn Fn(&str) -> Option<String>) -> BTreeSet<String> {
    let (mut found, mut open) = (BTreeSet::new(), vec![function.to_owned()]);
    while let Some(name) = open.pop() {
        let text = text_of(&name).unwrap_or_default();
        let code: Vec<&str> = text.lines().skip(1).filter(|line| !line.trim_start().starts_with("//")).collect();
        let code = code.join("\n");
        for (_, other) in all {
            if calls(&code, other) && found.insert(other.clone()) {
                open.push(other.clone());
            }
        }
    }
    found
}

/// Whether this code has `name(…)`, or hands the function over as `(name)` or `crate::name`: not a method, nor a
/// variable of that name.
fn calls(code: &str, name: &str) -> bool {
    let is_call = |(at, _): (usize, &str)| {
        let (before, after) = (code[..at].chars().next_back(), code[at + name.len()..].chars().next());
        let whole = !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.');
        whole && (after == Some('(') || before == Some(':') || (before == Some('(') && after == Some(')')))
    };
    !code.contains(&format!("let {name} ")) && code.match_indices(name).any(is_call)
}

/// Says to the process that asked which function a test has found wrong.
pub fn tell(function: &str) {
    eprintln!("{WRONG}{function}");
}

/// The functions that tests of this task find wrong, asked once.
fn red_functions(task: u32) -> BTreeSet<String> {
    static RED: LazyLock<Mutex<BTreeMap<u32, BTreeSet<String>>>> = LazyLock::new(Mutex::default);
    // Held meanwhile: the other tests wait for it.
    let Ok(mut red) = RED.lock() else { return BTreeSet::new() };
    red.entry(task).or_insert_with(|| ask(task).unwrap_or_default()).clone()
}

fn ask(task: u32) -> Option<BTreeSet<String>> {
    let mut child = Command::new(env::current_exe().ok()?)
        .args([&format!("::t{task}_"), "--nocapture", "--test-threads=1"])
        .env(VERDICT_VARIABLE, "1")
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::piped())
        .spawn()
        .ok()?;
    let end = Instant::now() + DEADLINE;
    while child.try_wait().ok()?.is_none() {
        if Instant::now() > end {
            let _ = child.kill();
        }
        thread::sleep(Duration::from_millis(2));
    }
    let said = child.wait_with_output().ok()?.stderr;
    Some(String::from_utf8_lossy(&said).lines().filter_map(|line| Some(line.strip_prefix(WRONG)?.to_owned())).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_called_is_read_from_the_text_of_the_functions() {
        let text_of = |name: &str| {
            let text = match name {
                "train" => "fn train() {\n    // sign(w) in vain\n    crate::descend(&gradient, start)",
                "descend" => "fn descend() {\n    w = step(&w).mapv(slope);",
                "step" => "fn step(w: f64) {\n    let sign = w;\n    x.train(sign - 1.0).map(crate::bump)",
                _ => return None,
            };
            Some(text.to_owned())
        };
        let all: Vec<(u32, String)> = ["sign", "slope", "bump", "step", "descend", "train"]
            .into_iter()
            .map(|name| (1, name.to_owned()))
            .collect();
        let behind = |name| behind(name, &all, &text_of).into_iter().collect::<Vec<_>>();
        assert_eq!(behind("train"), ["bump", "descend", "slope", "step"]);
        assert_eq!(behind("step"), ["bump"]);
    }
}
