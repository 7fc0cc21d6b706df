//! The slopes of the hidden layer are divided by n a second time.
//! Says: averaged a second time

pub fn backward(network: &Network, cache: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    let delta2 = crate::output_delta(network.goal, &cache.y_hat, y);
    let slope = crate::given::without_bias(&cache.h).mapv(|h| 1.0 - h * h);
    let delta1 = hidden_gradient(&delta2, &network.w2) * slope / x.nrows() as f64;
    Gradients { w1: delta1.t().dot(x), w2: output_gradient(&delta2, &cache.h) }
}
