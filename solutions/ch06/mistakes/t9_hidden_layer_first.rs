//! `W₂` is moved by a slope from a second forward pass, with the already updated `W₁`.
//! Says: W₂ is moved by a slope at the already updated W₁

pub fn train_step(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let cache = crate::forward(network, x);
    let w1 = crate::backward(network, &cache, x, y).w1;
    network.w1.scaled_add(-eta, &w1);
    let w2 = crate::backward(network, &crate::forward(network, x), x, y).w2;
    network.w2.scaled_add(-eta, &w2);
    crate::mean_error(network.goal, &cache.y_hat, y)
}
