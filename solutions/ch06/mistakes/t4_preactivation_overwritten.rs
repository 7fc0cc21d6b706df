//! tanh is applied in place, and the cache keeps the activations twice.
//! Says: `a1` holds the activations

pub fn forward(network: &Network, x: &Array2<f64>) -> Cache {
    let mut a1 = x.dot(&network.w1.t());
    a1.mapv_inplace(f64::tanh);
    let h = crate::given::with_bias(&a1);
    let a2 = h.dot(&network.w2.t());
    let y_hat = crate::given::output_activation(network.goal, &a2);
    Cache { a1, h, a2, y_hat }
}
