//! What a function answered to one input, and when two answers are the same.

use crate::place;
use crate::values::Numbers;
use crate::{Values, close};
use std::any::Any;
use std::panic::{self, AssertUnwindSafe};

/// What a function returned: one value, or several with a name each.
///
/// A plain value becomes an answer by `.into()`; `Answer::named("W1", &w1).and("W2", &w2)` is one of two parts.
pub struct Answer {
    pub(crate) parts: Vec<(&'static str, Numbers)>,
    /// Whether these are other numbers than the function returned.
    pub(crate) derived: bool,
}

impl Answer {
    /// An answer of several parts begins with this one.
    pub fn named(name: &'static str, value: &impl Values) -> Self {
        Self { parts: vec![(name, value.read())], derived: false }
    }

    /// One more part.
    pub fn and(mut self, name: &'static str, value: &impl Values) -> Self {
        self.parts.push((name, value.read()));
        self
    }

    /// These numbers were computed from those that the function returned, such as what is missing from 1: they tell
    /// mistakes apart, and a message must not speak of them.
    pub fn derived(self) -> Self {
        Self { derived: true, ..self }
    }
}

impl<V: Values> From<V> for Answer {
    fn from(value: V) -> Self {
        Self { parts: vec![("", value.read())], derived: false }
    }
}

/// How a call of a function ended.
pub enum Reply {
    Returned(Answer),
    /// With what the panic means, in the words of the course.
    Panicked(&'static str),
    /// The function, or one that it calls, is not written yet.
    Unwritten,
    Endless,
}

/// The panic of [`does_not_end`].
struct Endless;

/// Stands in a known mistake for a loop that never ends.
///
/// # Panics
/// Always: the search for a mistake takes this panic for a call that did not end.
pub fn does_not_end() -> ! {
    panic::panic_any(Endless)
}

impl Reply {
    /// The reply of a call, which may panic.
    pub fn of(call: impl FnOnce() -> Answer) -> Self {
        match panic::catch_unwind(AssertUnwindSafe(call)) {
            Ok(answer) => Self::Returned(answer),
            Err(panic) if panic.is::<Endless>() => Self::Endless,
            Err(panic) => match words_of(panic.as_ref()) {
                words if words.starts_with("not yet implemented") => Self::Unwritten,
                words => Self::Panicked(place::explain_panic(words)),
            },
        }
    }

    pub fn returned(&self) -> Option<&Answer> {
        match self {
            Self::Returned(answer) => Some(answer),
            _ => None,
        }
    }

    /// The same values up to rounding, or the same kind of end without one.
    pub fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Returned(a), Self::Returned(b)) => {
                a.parts.len() == b.parts.len() && a.parts.iter().zip(&b.parts).all(|((_, a), (_, b))| alike(a, b))
            }
            (Self::Panicked(a), Self::Panicked(b)) => a == b,
            (Self::Unwritten, Self::Unwritten) | (Self::Endless, Self::Endless) => true,
            _ => false,
        }
    }
}

/// What a panic says.
pub fn words_of(panic: &(dyn Any + Send)) -> &str {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic without a message")
}

/// The same shape and numbers. Rounding may leave a trace next to the largest of them, and nowhere else.
pub fn alike(a: &Numbers, b: &Numbers) -> bool {
    let largest = b.values.iter().filter(|v| v.is_finite()).fold(0.0, |max: f64, v| max.max(v.abs()));
    let same = |&(a, b): &(f64, f64)| a == b || (a.is_nan() && b.is_nan()) || close(a, b, 1e-12 * largest, 1e-9);
    a.shape == b.shape && a.values.iter().copied().zip(b.values.iter().copied()).all(|pair| same(&pair))
}
