//! The same step in candle and in burn.

use crate::{Sizes, answers, numbers};
use burn::module::Module;
use burn::tensor::{FloatDType, Int};
use candle_nn::Optimizer;

pub fn candle([n, k, d, m]: Sizes) -> Box<dyn FnMut()> {
    use candle_core::{DType, Device, Module, Result, Tensor};
    let cpu = &Device::Cpu;
    let made = || -> Result<_> {
        let x = Tensor::from_vec(numbers(n * k), (n, k), cpu)?;
        let y = Tensor::from_vec(answers(n * m), (n, m), cpu)?;
        let variables = candle_nn::VarMap::new();
        let start = candle_nn::VarBuilder::from_varmap(&variables, DType::F64, cpu);
        let hidden = candle_nn::linear(k, d, start.pp("hidden"))?;
        let output = candle_nn::linear(d, m, start.pp("output"))?;
        Ok((x, y, hidden, output, candle_nn::SGD::new(variables.all_vars(), 0.01)?))
    };
    let (x, y, hidden, output, mut optimiser) = made().expect("a network");
    let mut step = move || -> Result<()> {
        let a = output.forward(&hidden.forward(&x)?.tanh()?)?;
        optimiser.backward_step(&candle_nn::loss::binary_cross_entropy_with_logit(&a, &y)?)
    };
    Box::new(move || step().expect("a step"))
}

#[derive(Module, Debug)]
struct Network {
    hidden: burn::nn::Linear,
    output: burn::nn::Linear,
}

pub fn burn([n, k, d, m]: Sizes) -> Box<dyn FnMut()> {
    use burn::nn::{LinearConfig, loss::BinaryCrossEntropyLossConfig};
    use burn::optim::{GradientsParams, SgdConfig};
    use burn::tensor::{Device, Tensor, TensorData};
    let mut device = Device::flex().autodiff();
    // Fails from the second case on, when it is set already.
    let _ = device.configure(FloatDType::F64);
    let x = Tensor::<2>::from_data(TensorData::new(numbers(n * k), [n, k]), &device);
    let y: Vec<i32> = answers(n * m).iter().map(|y| *y as i32).collect();
    let y = Tensor::<2, Int>::from_data(TensorData::new(y, [n, m]), &device);
    let (hidden, output) = (LinearConfig::new(k, d).init(&device), LinearConfig::new(d, m).init(&device));
    let mut network = Some(Network { hidden, output });
    let mean_error = BinaryCrossEntropyLossConfig::new().with_logits(true).init(&device);
    let mut optimiser = SgdConfig::new().init();
    Box::new(move || {
        let now = network.take().expect("the network of the last step");
        let a = now.output.forward(now.hidden.forward(x.clone()).tanh());
        let gradients = GradientsParams::from_grads(mean_error.forward(a, y.clone()).backward(), &now);
        network = Some(optimiser.step(0.01, now, gradients));
    })
}
