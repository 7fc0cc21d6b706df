//! The differences are taken as they are, without the mean over the samples.
//! Says: summed over the samples, not averaged

pub fn backward(network: &Network, cache: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    let delta2 = match network.goal {
        crate::given::Goal::Regression => 2.0 * (&cache.y_hat - y),
        crate::given::Goal::Classification => &cache.y_hat - y,
    };
    let slope = crate::given::without_bias(&cache.h).mapv(|h| 1.0 - h * h);
    let delta1 = hidden_gradient(&delta2, &network.w2) * slope;
    Gradients { w1: delta1.t().dot(x), w2: output_gradient(&delta2, &cache.h) }
}
