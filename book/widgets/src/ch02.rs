//! Chapter 2.

use crate::exchange::Functions;

/// What the figure calls.
pub const FUNCTIONS: Functions = &[];
