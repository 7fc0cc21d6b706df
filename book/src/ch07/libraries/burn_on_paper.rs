//! Chapter 6's case on paper in burn: the error and its gradients.

use burn::tensor::{Device, FloatDType, Tensor};

pub fn main() {
    let (ln2, ln3) = (2_f64.ln(), 3_f64.ln());
    // ANCHOR: gradients
    let mut device = Device::flex().autodiff();
    device.configure(FloatDType::F64).unwrap();
    let x = Tensor::<2>::from_data([[1.0, 1.0], [1.0, -1.0]], &device);
    let y = Tensor::<2>::from_data([[1.0], [2.0]], &device);
    let w1 = Tensor::<2>::from_data([[ln3 / 2.0, ln3 / 2.0], [0.0, ln2]], &device).require_grad();
    let w2 = Tensor::<2>::from_data([[1.0, 2.0, -1.0]], &device).require_grad();

    let h = x.matmul(w1.clone().transpose()).tanh();
    let h = Tensor::cat(vec![Tensor::ones([2, 1], &device), h], 1);
    let error = (h.matmul(w2.clone().transpose()) - y).square().mean();
    let gradients = error.backward();
    println!("{}", error.to_data());
    for w in [&w1, &w2] {
        println!("{}", w.grad(&gradients).expect("a gradient for each weight").to_data());
    }
    // ANCHOR_END: gradients
}
