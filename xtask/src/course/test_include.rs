//! The last lines of a chapter's `src/lib.rs`, which include the tests as a module of the library. So an edit needs one
//! program compiled and linked, not two.

pub fn for_stub(chapter: &str) -> String {
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

/// The solution hides the tests from rust-analyzer, which would otherwise run them on the solution.
pub fn for_solution(chapter: &str) -> String {
    format!(
        "
// The exercise's tests. An editor shows them as the student's, and cargo's output calls these `reference`.
#[cfg(test)]
extern crate self as {chapter};
#[cfg(test)]
#[cfg(not(rust_analyzer))]
#[path = \"../../../exercises/{chapter}/tests/grade/main.rs\"]
mod reference;
"
    )
}

/// Whether a `lib.rs` includes the tests, with the lines of a stub or of a solution. Without them `cargo test` runs no
/// tests and succeeds.
pub fn is_in(lib: &str) -> bool {
    lib.contains("tests/grade/main.rs")
}
