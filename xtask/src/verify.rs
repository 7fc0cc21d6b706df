//! v
use crate::course::*;
/// v
pub fn verify(_c: &Course, _ch: &[&Chapter], _jobs: usize) -> anyhow::Result<u8> { todo!() }
