//! The lines that end the `src/lib.rs` of a chapter. They make the tests part of the library, so that there is one program
//! to compile and to link after an edit.

/// Those of a stub.
pub fn of_the_stub(chapter: &str) -> String {
    format!(
        "
// Nothing to do below: `cargo test` takes in the course's tests here, which call this crate by its name.
#[cfg(test)]
extern crate self as {chapter};
#[cfg(test)]
#[path = \"../tests/grade/main.rs\"]
mod grade;
"
    )
}

/// Those of its solution. An editor would take the tests for the solution's, and so would its button to run them.
pub fn of_the_solution(chapter: &str) -> String {
    format!(
        "
// The tests, which are the exercise's. An editor shows them as the student's, and cargo's output calls these `reference`.
#[cfg(test)]
extern crate self as {chapter};
#[cfg(test)]
#[cfg(not(rust_analyzer))]
#[path = \"../../../exercises/{chapter}/tests/grade/main.rs\"]
mod reference;
"
    )
}

/// Whether a `lib.rs` takes tests in, be it by the lines of a solution. Without them `cargo test` finds none, and is green.
pub fn is_in(lib: &str) -> bool {
    lib.contains("tests/grade/main.rs")
}
