//! XOR in burn, from the same start as in PyTorch.

use burn::module::{Module, Param};
use burn::nn::Linear;
use burn::nn::loss::BinaryCrossEntropyLossConfig;
use burn::optim::{GradientsParams, SgdConfig};
use burn::tensor::activation::sigmoid;
use burn::tensor::{Device, FloatDType, Int, Tensor};

// ANCHOR: network
#[derive(Module, Debug)]
struct Network {
    hidden: Linear,
    output: Linear,
}

impl Network {
    fn forward(&self, x: Tensor<2>) -> Tensor<2> {
        self.output.forward(self.hidden.forward(x).tanh())
    }
}
// ANCHOR_END: network

pub fn main() {
    // ANCHOR: training
    let mut device = Device::flex().autodiff();
    device.configure(FloatDType::F64).unwrap();
    let x = [[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];
    let x = Tensor::<2>::from_data(x, &device);
    let y = [[0], [1], [1], [0]];
    let y = Tensor::<2, Int>::from_data(y, &device);

    let hidden = start(&device, 2, 4);
    let output = start(&device, 4, 1);
    let mut network = Network { hidden, output };
    let mean_error = BinaryCrossEntropyLossConfig::new();
    let mean_error = mean_error.with_logits(true).init(&device);
    let mut optimiser = SgdConfig::new().init();

    for epoch in 0..3000 {
        let error = mean_error.forward(network.forward(x.clone()), y.clone());
        if epoch % 1000 == 0 {
            let error = error.clone().into_scalar::<f64>();
            println!("epoch {epoch}: {error:.6}");
        }
        let gradients = error.backward();
        let gradients = GradientsParams::from_grads(gradients, &network);
        network = optimiser.step(0.5, network, gradients);
    }
    println!("{}", sigmoid(network.forward(x)).to_data());
    // ANCHOR_END: training
}

/// A layer whose weights, and whose biases, go from −1 to 1 in equal steps.
fn start(device: &Device, inputs: usize, outputs: usize) -> Linear {
    let steps =
        |count: usize| -> Vec<f64> { (0..count).map(|i| -1.0 + 2.0 * i as f64 / (count - 1).max(1) as f64).collect() };
    let flat = |count: usize| Tensor::<1>::from_data(steps(count).as_slice(), device);
    // Its weights stand as (inputs, outputs).
    let weight = flat(outputs * inputs).reshape([outputs, inputs]).transpose();
    Linear { weight: Param::from_tensor(weight), bias: Some(Param::from_tensor(flat(outputs))) }
}
