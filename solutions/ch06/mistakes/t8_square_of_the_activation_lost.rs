//! The derivative of tanh is written as `1 − h`, without the square.
//! Says: this uses 1 − h:

pub fn backward(network: &Network, cache: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    let delta2 = crate::output_delta(network.goal, &cache.y_hat, y);
    let slope = crate::given::without_bias(&cache.h).mapv(|h| 1.0 - h);
    let delta1 = hidden_gradient(&delta2, &network.w2) * slope;
    Gradients { w1: delta1.t().dot(x), w2: output_gradient(&delta2, &cache.h) }
}
