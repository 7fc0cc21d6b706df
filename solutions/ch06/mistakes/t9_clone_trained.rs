//! A clone of the network is trained, and thrown away.
//! Says: was a clone of it trained

pub fn train(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64, epochs: usize) -> Vec<f64> {
    let mut network = network.clone();
    let mut losses: Vec<f64> = (0..epochs).map(|_| train_step(&mut network, x, y, eta)).collect();
    losses.push(crate::mean_error(network.goal, &crate::forward(&network, x).y_hat, y));
    losses
}
