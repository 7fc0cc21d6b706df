//! Chapter 3: activation functions.

use super::Numbers;

pub fn add(_numbers: &mut Numbers) {}
