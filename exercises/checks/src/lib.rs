//! What the chapters' tests share.
//!
//! A test states what it gives to the student's function, what it got, which wrong answers it would recognise, and what
//! it expects:
//!
//! ```ignore
//! TASK.grade(1, || {
//!     given("y_hat", &y_hat)
//!         .and("y", &y)
//!         .got(mse(&y_hat, &y))
//!         .mistake(14.0, "this is the sum of the squares, not their mean: divide by n")
//!         .expect(14.0 / 3.0);
//! });
//! ```
//!
//! When it fails, the first line says what to do next, and the rest shows the inputs, the student's value, the expected
//! one, the line to edit and the section to read. Nothing here depends on what a student writes: numbers are compared
//! as plain `f64`.

mod close;
mod comparison;
mod diagnosis;
mod failure;
mod given;
mod gradient;
mod names;
mod place;
mod random;
mod record;
mod show;
mod snapshot;
mod task;
mod values;
mod watchdog;

pub use close::{ABSOLUTE, RELATIVE, all_close, close};
pub use given::{Given, Got, given};
pub use gradient::{LARGEST_ERROR, STEP, numeric_gradient, relative_error};
pub use random::Random;
pub use record::{RECORD_VARIABLE, Verdict};
pub use snapshot::printed_by;
pub use task::Task;
pub use values::{Point, Values};

#[cfg(feature = "review")]
#[doc(hidden)]
pub use insta;
#[doc(hidden)]
pub use snapshot::expect_text;
