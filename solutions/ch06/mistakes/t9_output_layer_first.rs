//! `W₁` is moved by a slope that went back through the already updated `W₂`.
//! Says: W₁ is moved by a slope at the already updated W₂

pub fn train_step(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let cache = crate::forward(network, x);
    let w2 = crate::backward(network, &cache, x, y).w2;
    network.w2.scaled_add(-eta, &w2);
    let w1 = crate::backward(network, &cache, x, y).w1;
    network.w1.scaled_add(-eta, &w1);
    crate::mean_error(network.goal, &cache.y_hat, y)
}
