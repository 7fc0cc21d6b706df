//! The column of ones is put before the pre-activations, and goes through tanh with them.
//! Says: the constant 1 went through tanh

pub fn forward(network: &Network, x: &Array2<f64>) -> Cache {
    let a1 = x.dot(&network.w1.t());
    let h = crate::given::with_bias(&a1).mapv(f64::tanh);
    let a2 = h.dot(&network.w2.t());
    let y_hat = crate::given::output_activation(network.goal, &a2);
    Cache { a1, h, a2, y_hat }
}
