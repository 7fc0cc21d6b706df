//! The code in `book/examples/`, which chapters show by anchor and run for its output.

use std::cell::RefCell;

/// `println!` in the examples: the line goes to the page of the book instead of the terminal.
macro_rules! println {
    ($($argument:tt)*) => { $crate::examples::print(&format!($($argument)*)) };
}

#[path = "../examples/ch01.rs"]
pub mod ch01;
#[path = "../examples/ch02.rs"]
pub mod ch02;
#[path = "../examples/ch03.rs"]
pub mod ch03;
#[path = "../examples/ch04.rs"]
pub mod ch04;
#[path = "../examples/ch05.rs"]
pub mod ch05;
#[path = "../examples/ch06.rs"]
pub mod ch06;
#[path = "../examples/primer.rs"]
pub mod primer;

thread_local! {
    static PRINTED: RefCell<String> = const { RefCell::new(String::new()) };
}

/// All examples, by the name that `{{output NAME}}` gives.
pub fn all() -> Vec<(&'static str, fn())> {
    let mut all = ch01::EXAMPLES.to_vec();
    all.extend(ch02::EXAMPLES);
    all.extend(ch03::EXAMPLES);
    all.extend(ch04::EXAMPLES);
    all.extend(ch05::EXAMPLES);
    all.extend(ch06::EXAMPLES);
    all.extend(primer::EXAMPLES);
    all
}

/// What the example prints.
pub fn printed(example: fn()) -> String {
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
