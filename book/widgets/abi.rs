//! The binary interface between a page and a chapter's module of WebAssembly.
//!
//! WebAssembly passes single numbers only. So the page asks for a buffer, writes the name of a function and its
//! arguments there, and calls; the answer is in the same buffer. Every function takes a list of numbers, returns one,
//! and has no state: a page and a native call get the same answer.

pub mod contours;

use std::panic;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Something to compute: a list of numbers in, a list of numbers out.
pub type Function = fn(&[f64]) -> Vec<f64>;

/// The functions of a chapter, by name.
pub type Functions = &'static [(&'static str, Function)];

static NAME: Mutex<Vec<u8>> = Mutex::new(vec![]);
static NUMBERS: Mutex<Vec<f64>> = Mutex::new(vec![]);
static PANIC: Mutex<String> = Mutex::new(String::new());

fn lock<T>(shared: &'static Mutex<T>) -> MutexGuard<'static, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Makes room for a name of `length` bytes.
pub fn name(length: usize) -> *mut u8 {
    let mut name = lock(&NAME);
    name.clear();
    name.resize(length, 0);
    name.as_mut_ptr()
}

/// Makes room for `length` numbers.
pub fn numbers(length: usize) -> *mut f64 {
    let mut numbers = lock(&NUMBERS);
    numbers.clear();
    numbers.resize(length, 0.0);
    numbers.as_mut_ptr()
}

/// Calls the function of that name with those numbers, and returns how long the answer is.
///
/// # Panics
/// If there is no function of that name, or if it panics.
pub fn call(functions: Functions) -> usize {
    // A panic ends the module. Its words and its place are kept, for the page to read.
    panic::set_hook(Box::new(|info| {
        let place = info.location().map(|place| format!("{}:{}", place.file(), place.line())).unwrap_or_default();
        *lock(&PANIC) = format!("{place}\n{}", info.payload_as_str().unwrap_or("a panic without a message"));
    }));
    let input = std::mem::take(&mut *lock(&NUMBERS));
    let answer = answer(functions, &String::from_utf8_lossy(&lock(&NAME)), &input);
    let length = answer.len();
    *lock(&NUMBERS) = answer;
    length
}

/// Where the answer of the last call lies.
pub fn answer_at() -> *const f64 {
    lock(&NUMBERS).as_ptr()
}

/// Where the words of the last panic lie.
pub fn panic_at() -> *const u8 {
    lock(&PANIC).as_ptr()
}

/// How many bytes they take.
pub fn panic_length() -> usize {
    lock(&PANIC).len()
}

/// What the function of that name makes of the numbers.
///
/// # Panics
/// If there is no function of that name, or if it panics.
pub fn answer(functions: Functions, name: &str, numbers: &[f64]) -> Vec<f64> {
    match functions.iter().find(|(known, _)| *known == name) {
        Some((_, function)) => function(numbers),
        None => panic!("no function is called `{name}`"),
    }
}

/// Reads the numbers of a call one after the other.
pub struct Input<'a>(&'a [f64]);

impl<'a> Input<'a> {
    /// From the first number on.
    pub fn new(numbers: &'a [f64]) -> Self {
        Self(numbers)
    }

    /// The next number.
    ///
    /// # Panics
    /// If there is none left.
    pub fn number(&mut self) -> f64 {
        self.list(1)[0]
    }

    /// The next number, as a count or a place in a list.
    pub fn count(&mut self) -> usize {
        self.number() as usize
    }

    /// The next `length` numbers.
    ///
    /// # Panics
    /// If fewer are left.
    pub fn list(&mut self, length: usize) -> &'a [f64] {
        assert!(length <= self.0.len(), "the call has {} numbers too few", length - self.0.len());
        let (list, rest) = self.0.split_at(length);
        self.0 = rest;
        list
    }

    /// All numbers that are left.
    pub fn rest(&mut self) -> &'a [f64] {
        self.list(self.0.len())
    }
}

/// Exports what `worker.js` calls, for a list of [`Functions`].
#[macro_export]
macro_rules! export {
    ($functions:expr) => {
        // Names that the page can find. Nothing else here is unsafe: what is passed are numbers.
        mod exports {
            #![allow(unsafe_code)]
            use $crate as abi;

            #[unsafe(no_mangle)]
            extern "C" fn name(length: usize) -> *mut u8 {
                abi::name(length)
            }

            #[unsafe(no_mangle)]
            extern "C" fn numbers(length: usize) -> *mut f64 {
                abi::numbers(length)
            }

            #[unsafe(no_mangle)]
            extern "C" fn call() -> usize {
                abi::call($functions)
            }

            #[unsafe(no_mangle)]
            extern "C" fn answer_at() -> *const f64 {
                abi::answer_at()
            }

            #[unsafe(no_mangle)]
            extern "C" fn panic_at() -> *const u8 {
                abi::panic_at()
            }

            #[unsafe(no_mangle)]
            extern "C" fn panic_length() -> usize {
                abi::panic_length()
            }
        }
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_finds_its_function_and_reads_its_numbers_in_order() {
        fn sum_and_rest(numbers: &[f64]) -> Vec<f64> {
            let mut input = Input::new(numbers);
            let length = input.count();
            vec![input.list(length).iter().sum(), input.rest().len() as f64]
        }
        assert_eq!(answer(&[("f", sum_and_rest)], "f", &[2.0, 3.0, 4.0, 9.0]), [7.0, 1.0]);
    }

    #[test]
    #[should_panic(expected = "no function is called `g`")]
    fn an_unknown_name_is_said() {
        answer(&[], "g", &[]);
    }

    #[test]
    #[should_panic(expected = "2 numbers too few")]
    fn too_few_numbers_are_said() {
        Input::new(&[1.0]).list(3);
    }
}
