//! `Δ₂` is written down as `ŷ − y`: the factor 2 of regression and the mean over the samples are lost.
//! Says: Δ₂ is ŷ − y alone

pub fn backward(network: &Network, cache: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    let delta2 = &cache.y_hat - y;
    let slope = crate::given::without_bias(&cache.h).mapv(|h| 1.0 - h * h);
    let delta1 = hidden_gradient(&delta2, &network.w2) * slope;
    Gradients { w1: delta1.t().dot(x), w2: output_gradient(&delta2, &cache.h) }
}
