//! The slopes are added: the error grows.

pub fn train_step(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let cache = crate::forward(network, x);
    let gradients = crate::backward(network, &cache, x, y);
    network.w1.scaled_add(eta, &gradients.w1);
    network.w2.scaled_add(eta, &gradients.w2);
    crate::mean_error(network.objective, &cache.y_hat, y)
}
