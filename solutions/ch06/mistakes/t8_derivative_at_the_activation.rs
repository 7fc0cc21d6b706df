//! The derivative of tanh is taken at the activation: `1 − tanh(h)²`.
//! Says: taken at the activation h

pub fn backward(network: &Network, cache: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    let delta2 = crate::output_delta(network.goal, &cache.y_hat, y);
    let slope = crate::given::without_bias(&cache.h).mapv(|h| 1.0 - h.tanh().powi(2));
    let delta1 = hidden_gradient(&delta2, &network.w2) * slope;
    Gradients { w1: delta1.t().dot(x), w2: output_gradient(&delta2, &cache.h) }
}
