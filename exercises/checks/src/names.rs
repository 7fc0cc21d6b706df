//! What tests and tasks are called, and where functions stand.

use crate::record;
use crate::show;
use std::path::PathBuf;

/// `ch01::grade::t6_mse::three_residuals_by_hand::{{closure}}` is the type of what the test of task 6 hands over. Its
/// name begins with the module of the task, whatever the modules around that are called.
pub fn test_name(type_name: &str) -> &str {
    let mut name = type_name;
    while task_number(name) == "?" {
        let Some((_, rest)) = name.split_once("::") else { return type_name };
        name = rest;
    }
    name.trim_end_matches("::{{closure}}")
}

/// The name by which the program of the tests knows a test: `grade::t6_mse::three_residuals_by_hand`.
pub fn libtest_name(type_name: &str) -> &str {
    let name = type_name.trim_end_matches("::{{closure}}");
    name.split_once("::").map_or(name, |(_crate, name)| name)
}

/// `t6_mse::three_residuals_by_hand` is in the module `t6_mse`.
pub fn task_module(test: &str) -> &str {
    test.split("::").next().unwrap_or(test)
}

/// `t6_mse::three_residuals_by_hand` belongs to task 6.
pub fn task_number(test: &str) -> &str {
    let number = test.split('_').next().and_then(|module| module.strip_prefix('t'));
    number.filter(|number| number.bytes().all(|digit| digit.is_ascii_digit()) && !number.is_empty()).unwrap_or("?")
}

/// The file `exercises/ch01/tests/grade/t6_mse.rs` belongs to chapter 1.
pub fn chapter_of(file: &str) -> String {
    let file = show::path(file);
    let parts: Vec<&str> = file.split('/').collect();
    let chapter = parts.iter().rposition(|&part| part == "tests").and_then(|tests| parts.get(tests.checked_sub(1)?));
    match chapter.and_then(|name| name.strip_prefix("ch")) {
        Some(number) => format!("chapter {}", number.trim_start_matches('0')),
        None => "its chapter".into(),
    }
}

/// Where the student has written `fn name(`, as a path from the top of the course: the package is the working directory
/// of its tests.
pub fn find_function(name: &str) -> Option<String> {
    let (file, _, line) = find(name)?;
    let package = record::package()?;
    let top = package.parent()?.parent()?;
    let shown = file.strip_prefix(top).ok()?;
    Some(format!("{}:{}", show::path(&shown.to_string_lossy()), line + 1))
}

/// The text of a function of the chapter, from its first line to the brace that closes it, as rustfmt puts it.
pub fn find_function_text(name: &str) -> Option<String> {
    let (_, text, line) = find(name)?;
    let end = |line: &&str| *line != "}";
    Some(text.lines().skip(line).take_while(end).collect::<Vec<_>>().join("\n"))
}

/// The file that holds `fn name(`, its text, and the number of the line, from 0.
fn find(name: &str) -> Option<(PathBuf, String, usize)> {
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(record::package()?.join("src")).ok()?.filter_map(|entry| Some(entry.ok()?.path())).collect();
    files.sort();
    let head = format!("fn {name}(");
    // A method of the same name may be given, where there is nothing to do.
    let mut own = files.into_iter().filter(|file| file.file_name().is_some_and(|name| name != "given.rs"));
    own.find_map(|file| {
        let text = std::fs::read_to_string(&file).ok()?;
        let line = text.lines().position(|line| line.contains(&head) && !line.trim_start().starts_with("//"))?;
        Some((file, text, line))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_has_one_name_wherever_it_is_compiled() {
        let name = "t6_mse::a_batch_by_hand";
        for crates in ["grade", "ch01::grade", "ch01::reference"] {
            assert_eq!(test_name(&format!("{crates}::{name}::{{{{closure}}}}")), name);
        }
        assert_eq!(test_name("grade::t6_upgrade::grade::{{closure}}"), "t6_upgrade::grade");
        assert_eq!(task_number(name), "6");
    }
}
