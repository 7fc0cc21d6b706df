//! The sigmoid is applied to the outputs of a regression, too.
//! Says: for regression f_o is the identity

pub fn forward(network: &Network, x: &Array2<f64>) -> Cache {
    let a1 = x.dot(&network.w1.t());
    let h = crate::given::with_bias(&a1.mapv(f64::tanh));
    let a2 = h.dot(&network.w2.t());
    let y_hat = a2.mapv(crate::given::sigmoid);
    Cache { a1, h, a2, y_hat }
}
