//! What the chapters' tests share.
//!
//! A test states what it gives to the function, what it got, and what it expects:
//!
//! ```ignore
//! TASK.grade(1, |mse| {
//!     given("y_hat", &y_hat).and("y", &y).got(mse(&y_hat, &y)).expect(14.0 / 3.0);
//! });
//! ```
//!
//! When it fails, the function is called with many more inputs, and its answers are compared with those of every known
//! mistake of the task: see [`Diagnosis`]. The first line of the message says what to do next, and the rest shows the
//! inputs, the student's value, the expected one, the line to edit and the section to read. Nothing here depends on
//! what a student writes: numbers are compared as plain `f64`.

mod answer;
mod calls;
mod close;
mod comparison;
mod diagnosis;
mod difference;
mod failure;
mod given;
mod grade;
mod gradient;
mod names;
mod patterns;
mod place;
mod random;
mod record;
mod search;
mod show;
mod snapshot;
mod stubs;
mod task;
mod values;
mod verify;
mod watchdog;

pub use answer::{Answer, does_not_end};
pub use close::{ABSOLUTE, RELATIVE, all_close, close};
pub use diagnosis::{Diagnose, Diagnosis};
pub use given::{Given, Got, given};
pub use gradient::{LARGEST_ERROR, STEP, numeric_gradient, relative_error};
pub use random::Random;
pub use record::{RECORD_VARIABLE, Verdict};
pub use snapshot::printed_by;
pub use task::Task;
pub use values::{Point, Values};
pub use verify::VERIFY_VARIABLE;

#[cfg(feature = "review")]
#[doc(hidden)]
pub use insta;
#[doc(hidden)]
pub use snapshot::expect_text;
#[cfg(feature = "review")]
#[doc(hidden)]
pub use verify::is_requested as tries_mistakes;
