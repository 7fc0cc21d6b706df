//! What is still to be written in the chapter whose tests run.

use crate::names::{find_function_text, task_number};
use crate::record;
use std::fs;
use std::sync::OnceLock;

/// A function that is still a stub.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stub {
    pub task: String,
    pub function: String,
}

/// The first stub in the order of the tasks. The tests of a chapter end in any order, and each of them knows what comes
/// first.
pub fn next() -> Option<&'static Stub> {
    static NEXT: OnceLock<Option<Stub>> = OnceLock::new();
    NEXT.get_or_init(find_next).as_ref()
}

fn find_next() -> Option<Stub> {
    tasks().into_iter().find_map(|task| {
        let function = task.functions.into_iter().find(|function| is_stub(function))?;
        Some(Stub { task: task.number.to_string(), function })
    })
}

/// A task, as its file of tests has it.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
pub struct Written {
    pub number: u32,
    pub functions: Vec<String>,
}

/// The tasks of the chapter, in their order.
pub fn tasks() -> Vec<Written> {
    let files = record::package().and_then(|package| fs::read_dir(package.join("tests/grade")).ok());
    let read = |entry: std::io::Result<fs::DirEntry>| {
        let path = entry.ok()?.path();
        let number = task_number(path.file_name()?.to_str()?).parse().ok()?;
        let text = (path.extension()? == "rs").then(|| fs::read_to_string(&path).ok())??;
        Some(Written { number, functions: functions(&text) })
    };
    let mut tasks: Vec<Written> = files.into_iter().flatten().filter_map(read).collect();
    tasks.sort();
    tasks
}

/// The names in `functions: &["relu", "relu_derivative"]` of a task.
fn functions(text: &str) -> Vec<String> {
    let list = text.split_once("functions: &[").and_then(|(_, rest)| rest.split_once(']'));
    list.map_or(vec![], |(list, _)| list.split('"').skip(1).step_by(2).map(Into::into).collect())
}

fn is_stub(function: &str) -> bool {
    find_function_text(function).is_some_and(|text| text.contains("todo!("))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_functions_of_a_task_are_read_from_its_file() {
        let text = "const TASK: Task<F> = Task {\n    functions: &[\n        \"a\",\n        \"b\",\n    ],\n";
        assert_eq!(functions(text), ["a", "b"]);
        assert!(functions("//! nothing").is_empty());
    }
}
