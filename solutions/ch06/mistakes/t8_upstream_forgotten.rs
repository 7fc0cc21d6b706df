//! The slopes that come back from the output layer are left out of the product.
//! Says: the upstream gradient is forgotten

pub fn backward(network: &Network, cache: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    let delta2 = crate::output_delta(network.goal, &cache.y_hat, y);
    let delta1 = crate::given::without_bias(&cache.h).mapv(|h| 1.0 - h * h);
    Gradients { w1: delta1.t().dot(x), w2: output_gradient(&delta2, &cache.h) }
}
