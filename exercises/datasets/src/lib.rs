//! Real data, small enough to be read by eye.
//!
//! Each data set states its source and its licence, and a test holds it against the figures that were published with
//! it, so that a slip in typing a number cannot go unnoticed.

mod anscombe;
mod hubble;
mod iris;

pub use anscombe::anscombe;
pub use hubble::{Hubble, hubble};
pub use iris::{Iris, iris, iris_two_species};
