//! The weights are replaced by the step.
//! Says: this is the step alone

pub fn train_step(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let cache = crate::forward(network, x);
    let gradients = crate::backward(network, &cache, x, y);
    network.w1 = -eta * gradients.w1;
    network.w2 = -eta * gradients.w2;
    crate::mean_error(network.goal, &cache.y_hat, y)
}
