//! Chapter 3 in candle: activation functions far from 0, and the slope through ten sigmoids.

// ANCHOR: activations
use candle_core::{D, Device, Result, Tensor, Var};
use candle_nn::ops::{leaky_relu, sigmoid, silu, softmax};

pub fn main() -> Result<()> {
    let x = Tensor::new(&[[-800.0, -1.0, 800.0]], &Device::Cpu)?;
    let rectified = leaky_relu(&x, 0.01)?;
    let shares = softmax(&x, D::Minus1)?;
    for h in [rectified, sigmoid(&x)?, x.tanh()?, silu(&x)?, shares] {
        println!("{h}");
    }

    let first = Var::new(1.0, &Device::Cpu)?;
    let mut h = first.as_tensor().clone();
    for _ in 0..10 {
        h = sigmoid(&h)?;
    }
    let slopes = h.backward()?;
    println!("{}", slopes.get(&first).unwrap());
    Ok(())
}
// ANCHOR_END: activations
