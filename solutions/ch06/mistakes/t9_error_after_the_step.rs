//! The error is computed once more, with the new weights.
//! Says: this is the error after the step

pub fn train_step(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let cache = crate::forward(network, x);
    let gradients = crate::backward(network, &cache, x, y);
    network.w1.scaled_add(-eta, &gradients.w1);
    network.w2.scaled_add(-eta, &gradients.w2);
    crate::mean_error(network.goal, &crate::forward(network, x).y_hat, y)
}
