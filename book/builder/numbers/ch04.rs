//! Chapter 4: the hidden layer.

use super::Numbers;

pub fn add(_numbers: &mut Numbers) {}
