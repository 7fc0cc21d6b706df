//! Chapter 6: training a network.

use super::Numbers;

pub fn add(_numbers: &mut Numbers) {}
