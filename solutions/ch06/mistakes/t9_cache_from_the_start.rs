//! The forward pass is done once, before the loop: every later step uses an old cache.
//! Says: the cache is an old one

pub fn train(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64, epochs: usize) -> Vec<f64> {
    let cache = crate::forward(network, x);
    let mut losses = vec![crate::mean_error(network.goal, &cache.y_hat, y)];
    for _ in 0..epochs {
        let gradients = crate::backward(network, &cache, x, y);
        network.w1.scaled_add(-eta, &gradients.w1);
        network.w2.scaled_add(-eta, &gradients.w2);
        losses.push(crate::mean_error(network.goal, &crate::forward(network, x).y_hat, y));
    }
    losses
}
