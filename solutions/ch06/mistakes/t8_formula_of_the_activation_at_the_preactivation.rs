//! `1 − h²` is written with the pre-activation: `1 − a²`.
//! Says: this uses 1 − a²

pub fn backward(network: &Network, cache: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    let delta2 = crate::output_delta(network.goal, &cache.y_hat, y);
    let delta1 = hidden_gradient(&delta2, &network.w2) * cache.a1.mapv(|a| 1.0 - a * a);
    Gradients { w1: delta1.t().dot(x), w2: output_gradient(&delta2, &cache.h) }
}
