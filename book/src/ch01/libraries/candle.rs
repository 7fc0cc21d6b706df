//! Chapter 1 in candle: the gradient of the error on three samples.

use candle_core::{Device, Result, Tensor, Var};

pub fn main() -> Result<()> {
    // ANCHOR: gradient
    let x = Tensor::new(&[[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]], &Device::Cpu)?;
    let y = Tensor::new(&[1.0, 1.0, 4.0], &Device::Cpu)?;
    let w = Var::new(&[0.0, 1.0], &Device::Cpu)?;

    let y_hat = x.matmul(&w.unsqueeze(1)?)?.squeeze(1)?;
    let error = (y_hat - y)?.sqr()?.mean_all()?;
    println!("{}", error.backward()?.get(&w).expect("a slope for each weight"));
    // ANCHOR_END: gradient
    Ok(())
}
