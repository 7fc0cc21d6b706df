//! candle's cross-entropy far from 0: a prediction that is sure and right.

use candle_core::{Device, Result, Tensor};
use candle_nn::loss::binary_cross_entropy_with_logit;

pub fn main() -> Result<()> {
    // ANCHOR: far
    let a = Tensor::new(&[-800.0], &Device::Cpu)?; // sure of 0
    let y = Tensor::new(&[0.0], &Device::Cpu)?; // and right
    println!("{}", binary_cross_entropy_with_logit(&a, &y)?);
    // ANCHOR_END: far
    Ok(())
}
