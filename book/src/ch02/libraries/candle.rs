//! Chapter 2 in candle: the neuron that is the gate “x₁ and not x₂”.

use candle_core::{Device, Result, Tensor};

pub fn main() -> Result<()> {
    // ANCHOR: neuron
    let x = [[1.0, -1.0, -1.0], [1.0, -1.0, 1.0], [1.0, 1.0, -1.0], [1.0, 1.0, 1.0]];
    let x = Tensor::new(&x, &Device::Cpu)?;
    let w = Tensor::new(&[-1.0, 1.0, -1.0], &Device::Cpu)?;

    let a = x.matmul(&w.unsqueeze(1)?)?.squeeze(1)?;
    println!("{}", a.sign()?);
    println!("{}", candle_nn::ops::sigmoid(&a)?);
    // ANCHOR_END: neuron
    Ok(())
}
