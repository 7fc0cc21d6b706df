//! Chapter 4 in candle: the network that the chapter computes by hand.

use candle_core::{Device, Result, Tensor};
use candle_nn::{Linear, Module};

pub fn main() -> Result<()> {
    // ANCHOR: network
    let w1 = Tensor::new(&[[1.0, 2.0], [-1.0, 1.0], [1.0, -1.0]], &Device::Cpu)?;
    let w2 = Tensor::new(&[[2.0, 4.0, -3.0]], &Device::Cpu)?;
    let (hidden, output) = (Linear::new(w1, None), Linear::new(w2, None));

    let x = Tensor::new(&[[3.0, 1.0], [1.0, 2.0]], &Device::Cpu)?;
    let y_hat = output.forward(&hidden.forward(&x)?.relu()?)?;
    println!("{y_hat}");
    // ANCHOR_END: network
    Ok(())
}
