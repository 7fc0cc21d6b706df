//! `Xᵀ Δ₁`: the slopes for `W₁` have its shape the other way round.
//! Says: it is transposed

pub fn backward(network: &Network, cache: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    let delta2 = crate::output_delta(network.goal, &cache.y_hat, y);
    let slope = crate::given::without_bias(&cache.h).mapv(|h| 1.0 - h * h);
    let delta1 = hidden_gradient(&delta2, &network.w2) * slope;
    Gradients { w1: x.t().dot(&delta1), w2: output_gradient(&delta2, &cache.h) }
}
