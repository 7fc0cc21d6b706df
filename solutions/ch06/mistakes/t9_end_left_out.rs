//! The loss curve ends before the last step.
//! Says: the error after the last step is missing

pub fn train(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64, epochs: usize) -> Vec<f64> {
    (0..epochs).map(|_| train_step(network, x, y, eta)).collect()
}
