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
/// How long the tests of one task may take.
const DEADLINE: Duration = Duration::from_secs(5);

/// Whether this process was started to see whether tests pass.
pub fn only_the_verdict_counts() -> bool {
    env::var_os(VERDICT_VARIABLE).is_some()
}

/// The earliest function behind `function` whose task is red, and the number of that task.
pub fn red_before(function: &str, task: u32) -> Option<(String, u32)> {
    let all: Vec<(u32, String)> =
        stubs::tasks().into_iter().flat_map(|it| it.functions.into_iter().map(move |name| (it.number, name))).collect();
    let behind = behind(function, &all, &find_function_text);
    all.into_iter()
        .filter(|(number, name)| *number < task && behind.contains(name))
        .find(|(number, _)| is_red(*number))
        .map(|(number, name)| (name, number))
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

/// Whether this code has `name(…)`, or hands the function over as `(name)`: not a method, nor a variable of that name.
fn calls(code: &str, name: &str) -> bool {
    let is_call = |(at, _): (usize, &str)| {
        let (before, after) = (code[..at].chars().next_back(), code[at + name.len()..].chars().next());
        let whole = !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.');
        whole && (after == Some('(') || (before == Some('(') && after == Some(')')))
    };
    !code.contains(&format!("let {name} ")) && code.match_indices(name).any(is_call)
}

/// Whether a test of this task fails, asked once.
fn is_red(task: u32) -> bool {
    static RED: LazyLock<Mutex<BTreeMap<u32, bool>>> = LazyLock::new(Mutex::default);
    // Held meanwhile: the other tests wait for it.
    RED.lock().is_ok_and(|mut red| *red.entry(task).or_insert_with(|| fails(task).unwrap_or(false)))
}

fn fails(task: u32) -> Option<bool> {
    let mut child = Command::new(env::current_exe().ok()?)
        .args([&format!("::t{task}_"), "--test-threads=1"])
        .env(VERDICT_VARIABLE, "1")
        .env("RUST_BACKTRACE", "0")
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    let end = Instant::now() + DEADLINE;
    loop {
        if let Some(status) = child.try_wait().ok()? {
            return Some(!status.success());
        }
        if Instant::now() > end {
            let _ = child.kill();
            let _ = child.wait();
            return None;
        }
        thread::sleep(Duration::from_millis(2));
    }
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
                "step" => "fn step(w: f64) {\n    let sign = w;\n    x.train(sign - 1.0)",
                _ => return None,
            };
            Some(text.to_owned())
        };
        let all: Vec<(u32, String)> =
            ["sign", "slope", "step", "descend", "train"].into_iter().map(|name| (1, name.to_owned())).collect();
        let behind = |name| behind(name, &all, &text_of).into_iter().collect::<Vec<_>>();
        assert_eq!(behind("train"), ["descend", "slope", "step"]);
        assert_eq!(behind("step"), Vec::<String>::new());
    }
}
