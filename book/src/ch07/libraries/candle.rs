//! XOR in candle, from the same start as in PyTorch.

use candle_core::{Device, Result, Tensor, Var};
use candle_nn::loss::binary_cross_entropy_with_logit as mean_error;
use candle_nn::{Linear, Module, Optimizer, SGD, ops::sigmoid};

// ANCHOR: network
struct Network {
    hidden: Linear,
    output: Linear,
}

impl Module for Network {
    fn forward(&self, x: &Tensor) -> Result<Tensor> {
        self.output.forward(&self.hidden.forward(x)?.tanh()?)
    }
}
// ANCHOR_END: network

pub fn main() -> Result<()> {
    // ANCHOR: training
    let x = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];
    let y = [[0.0], [1.0], [1.0], [0.0]];
    let (x, y) = (Tensor::new(&x, &Device::Cpu)?, Tensor::new(&y, &Device::Cpu)?);

    let (w1, b1) = (start(&[4, 2])?, start(&[4])?);
    let (w2, b2) = (start(&[1, 4])?, start(&[1])?);
    let (hidden, output) = (layer(&w1, &b1), layer(&w2, &b2));
    let network = Network { hidden, output };
    let mut optimiser = SGD::new(vec![w1, b1, w2, b2], 0.5)?;

    for epoch in 0..3000 {
        let error = mean_error(&network.forward(&x)?, &y)?;
        optimiser.backward_step(&error)?;
        if epoch % 1000 == 0 {
            let error = error.to_scalar::<f64>()?;
            println!("epoch {epoch}: {error:.6}");
        }
    }
    println!("{}", sigmoid(&network.forward(&x)?)?);
    // ANCHOR_END: training
    Ok(())
}

/// A layer with these weights and biases.
fn layer(w: &Var, b: &Var) -> Linear {
    Linear::new(w.as_tensor().clone(), Some(b.as_tensor().clone()))
}

/// Numbers from −1 to 1 in equal steps.
fn start(shape: &[usize]) -> Result<Var> {
    let count = shape.iter().product::<usize>();
    let steps = (0..count).map(|i| -1.0 + 2.0 * i as f64 / (count - 1).max(1) as f64);
    Var::from_tensor(&Tensor::from_iter(steps, &Device::Cpu)?.reshape(shape)?)
}
