//! The last error is taken from a further step, which changes the weights.
//! Says: one step too many

pub fn train(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64, epochs: usize) -> Vec<f64> {
    (0..=epochs).map(|_| train_step(network, x, y, eta)).collect()
}
