//! Real data, small enough to be read by eye, or in the case of the digits to be looked at in an editor.
//!
//! Each data set states its source and its licence, and a test holds it against the figures that were published with
//! it, so that a slip in typing a number cannot go unnoticed.

mod anscombe;
mod digits;
mod hubble;
mod iris;

pub use anscombe::anscombe;
pub use digits::{Digits, digits_for_testing, digits_for_training};
pub use hubble::{Hubble, hubble};
pub use iris::{Iris, iris, iris_two_species};
