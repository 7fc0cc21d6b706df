//! All chapters' folders, collected: their values, figures, examples and moving figures.

use crate::chapter::ChapterCode;
use crate::figures::Figure;
use crate::transcripts::Transcript;
use crate::values::Values;
use std::cell::RefCell;
use std::sync::LazyLock;
use widget_abi::Functions;

/// `println!` in the examples: the line goes to the page of the book instead of the terminal.
macro_rules! println {
    ($($argument:tt)*) => { $crate::chapters::print(&format!($($argument)*)) };
}

chapter_folders::modules!("src");

thread_local! {
    static PRINTED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Each folder's name and code.
pub fn all() -> &'static [(&'static str, ChapterCode)] {
    &CODE
}

/// The values of all chapters, computed once: some come from training runs.
pub fn values() -> &'static Values {
    static ALL: LazyLock<Values> =
        LazyLock::new(|| CODE.iter().filter_map(|(_, code)| code.values).flat_map(|values| values().clone()).collect());
    &ALL
}

/// The figures of all chapters.
pub fn figures() -> Vec<Figure> {
    CODE.iter().flat_map(|(_, code)| (code.figures)()).collect()
}

/// The examples of all chapters, by the name that `{{output NAME}}` gives.
pub fn examples() -> impl Iterator<Item = (&'static str, fn())> {
    CODE.iter().flat_map(|(_, code)| code.examples).copied()
}

/// The chapters that have a moving figure, and the functions that it calls.
pub fn widgets() -> impl Iterator<Item = (&'static str, Functions)> {
    CODE.iter().filter_map(|(name, code)| Some((*name, code.widget?)))
}

/// What a chapter's moving figure reads, if it reads something.
pub fn widget_data(chapter: &str) -> Option<&'static str> {
    CODE.iter().find(|(name, _)| *name == chapter).and_then(|(_, code)| code.widget_data).map(|data| data())
}

/// All transcripts, each with its chapter.
pub fn transcripts() -> impl Iterator<Item = (&'static str, &'static Transcript)> {
    CODE.iter().flat_map(|(name, code)| code.transcripts.iter().map(move |transcript| (*name, transcript)))
}

/// The programs for other libraries by name, each with the numbers that the reference has for those that it prints.
pub fn libraries() -> impl Iterator<Item = (String, fn() -> Vec<f64>)> {
    CODE.iter().flat_map(|(chapter, code)| {
        code.libraries.iter().map(move |(name, reference)| (format!("{chapter}.{name}"), *reference))
    })
}

/// What an example prints.
pub fn output_of(example: fn()) -> String {
    PRINTED.with_borrow_mut(String::clear);
    example();
    PRINTED.with_borrow_mut(std::mem::take)
}

fn print(line: &str) {
    PRINTED.with_borrow_mut(|printed| {
        printed.push_str(line);
        printed.push('\n');
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The published results for the data: if a value of the book moves away from them, the book is wrong.
    #[test]
    fn the_published_results_are_met() {
        for (name, published) in [
            ("hubble.slope_origin", "423.9"),
            ("hubble.slope", "454.16"),
            ("hubble.bias", "−40.78"),
            ("anscombe.bias", "3.00"),
            ("anscombe.slope", "0.500"),
        ] {
            assert_eq!(values()[name], published, "{name}");
        }
    }

    #[test]
    fn no_two_figures_and_no_two_values_have_the_same_name() {
        let mut names: Vec<&str> = figures().iter().map(|figure| figure.name).collect();
        names.sort_unstable();
        assert!(names.windows(2).all(|pair| pair[0] != pair[1]), "{names:?}");
        let single: usize = CODE.iter().filter_map(|(_, code)| code.values).map(|values| values().len()).sum();
        assert_eq!(values().len(), single, "two chapters compute a value of the same name");
    }
}
