//! The constant 1 stands behind the hidden activations, and meets the wrong column of `W₂`.
//! Says: the constant 1 stands behind

pub fn forward(network: &Network, x: &Array2<f64>) -> Cache {
    let a1 = x.dot(&network.w1.t());
    let ones = Array2::ones((x.nrows(), 1));
    let h = ndarray::concatenate![ndarray::Axis(1), a1.mapv(f64::tanh), ones];
    let a2 = h.dot(&network.w2.t());
    let y_hat = crate::given::output_activation(network.goal, &a2);
    Cache { a1, h, a2, y_hat }
}
