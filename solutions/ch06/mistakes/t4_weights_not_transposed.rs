//! `X W₁` in place of `X W₁ᵀ`: the inner sizes do not agree.
//! Says: the shapes of a product do not fit

pub fn forward(network: &Network, x: &Array2<f64>) -> Cache {
    let a1 = x.dot(&network.w1);
    let h = crate::given::with_bias(&a1.mapv(f64::tanh));
    let a2 = h.dot(&network.w2);
    let y_hat = crate::given::output_activation(network.goal, &a2);
    Cache { a1, h, a2, y_hat }
}
