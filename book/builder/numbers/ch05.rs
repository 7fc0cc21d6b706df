//! Chapter 5: gradient descent.

use super::Numbers;

pub fn add(_numbers: &mut Numbers) {}
