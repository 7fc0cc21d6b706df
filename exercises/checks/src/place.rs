//! Where a test panicked, and what the panic means in the words of this course.

use crate::record;
use crate::show;
use std::path::Path;

/// The place in the source that a panic names.
#[derive(Default)]
pub struct Place {
    pub file: String,
    pub line: u32,
}

impl Place {
    /// The place in the course, if the panic did not come from inside a library.
    pub fn shown(&self) -> Option<String> {
        let in_the_course = self.line > 0 && Path::new(&self.file).is_relative();
        in_the_course.then(|| format!("{}:{}", show::path(&self.file), self.line))
    }

    /// The function in which the panic happened, the nearest `pub fn` above it, and whether it has been begun: a stub
    /// has nothing above its `todo!` but a line that looks at what came in.
    pub fn function(&self) -> Option<(String, bool)> {
        let below_src = show::path(&self.file).rsplit_once("src/")?.1.to_owned();
        let text = std::fs::read_to_string(record::package()?.join("src").join(below_src)).ok()?;
        let above: Vec<&str> = text.lines().take(self.line as usize).collect();
        let start = above.iter().rposition(|line| line.trim_start().starts_with("pub fn "))?;
        let head = above[start].trim_start().trim_start_matches("pub fn ");
        let mut body =
            above[start..].iter().skip_while(|line| !line.trim_end().ends_with('{')).skip(1).map(|it| it.trim());
        let of_the_stub =
            |line: &str| line.is_empty() || ["//", "assert", "todo!"].iter().any(|start| line.starts_with(start));
        Some((head.split(['(', '<']).next()?.to_owned(), !body.all(of_the_stub)))
    }

    /// The panic in the words of this course. What is given says itself what it needs.
    pub fn explain(&self, words: &str) -> String {
        let message = words.split_once("` failed: ").map_or(words, |(_, message)| message);
        let message = message.lines().next().unwrap_or_default();
        let says_itself = show::path(&self.file).ends_with("src/given.rs") || message.len() < words.len();
        let by_a_library = self.line > 0 && self.shown().is_none();
        if by_a_library && words.starts_with("assertion `left == right` failed\n") {
            // ndarray, of two vectors, says no more than both lengths.
            "two vectors of different lengths were multiplied: print the `len()` of both before each `dot`".into()
        } else if says_itself {
            message.into()
        } else {
            explain_panic(words).into()
        }
    }
}

/// A panic of Rust or ndarray in the words of this course.
pub fn explain_panic(words: &str) -> &'static str {
    if words.contains("inputs") && words.contains("are not compatible for matrix multiplication") {
        "the shapes of a product do not fit: the inner sizes must agree. Is one factor transposed, or does one lack its constant 1? Print the `dim()` of both before each `dot`"
    } else if words.starts_with("assertion `left == right` failed") {
        "two arrays of different lengths met"
    } else if words.contains("could not broadcast") || words.contains("ShapeError") {
        "two arrays of different shapes were added, subtracted, multiplied or assigned entry by entry"
    } else if words.contains("out of bounds") || words.contains("must be less than axis length") {
        "an index is too large: indices run from 0 to the length minus 1"
    } else if words.contains("attempt to") && words.contains("overflow") {
        "a whole number left its range: usize cannot go below 0"
    } else if words.contains("called `Option::unwrap()` on a `None`") {
        "`unwrap` met nothing: is the array empty?"
    } else {
        "your code panicked"
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ndarray::{Array1, Array2};
    use std::panic;

    #[test]
    fn a_panic_of_a_library_is_put_in_the_words_of_the_course() {
        let product = panic::catch_unwind(|| Array2::<f64>::zeros((2, 3)).dot(&Array1::zeros(2))).unwrap_err();
        let words = product.downcast_ref::<String>().unwrap();
        assert!(explain_panic(words).contains("inner sizes must agree"), "{words}");

        let sum = panic::catch_unwind(|| Array1::<f64>::zeros(2) + Array1::<f64>::zeros(3)).unwrap_err();
        let words = sum.downcast_ref::<String>().unwrap();
        assert!(explain_panic(words).contains("different shapes"), "{words}");
    }
}
