//! The loss curve begins after the first step.
//! Says: the error of the untrained network is missing

pub fn train(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64, epochs: usize) -> Vec<f64> {
    let mut losses = vec![];
    for _ in 0..epochs {
        train_step(network, x, y, eta);
        losses.push(crate::mean_error(network.goal, &crate::forward(network, x).y_hat, y));
    }
    losses
}
