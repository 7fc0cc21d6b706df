//! Chapter 5 in candle: descent to the line of least squares through three samples.

use candle_core::{Device, Result, Tensor, Var};
use candle_nn::{Optimizer, SGD};

pub fn main() -> Result<()> {
    // ANCHOR: descent
    let x = Tensor::new(&[[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]], &Device::Cpu)?;
    let y = Tensor::new(&[1.0, 1.0, 4.0], &Device::Cpu)?;
    let w = Var::new(&[0.0, 0.0], &Device::Cpu)?;
    let mut optimiser = SGD::new(vec![w.clone()], 0.2)?;

    for _ in 0..200 {
        let y_hat = x.matmul(&w.unsqueeze(1)?)?.squeeze(1)?;
        let error = (y_hat - &y)?.sqr()?.mean_all()?;
        optimiser.backward_step(&error)?;
    }
    println!("{w}");
    // ANCHOR_END: descent
    Ok(())
}
