//! Your functions, for the tests' own types.
//!
//! The known mistakes are compiled before your crate, with a copy of `given.rs`. So the tests have a `Network` of their
//! own, with the same fields, and it is copied into one of yours before a call and back after it.

use ch06_mistakes::given::{Cache, Gradients, Network, Objective};
use ndarray::Array2;

fn objective(objective: Objective) -> ch06::given::Objective {
    match objective {
        Objective::Regression => ch06::given::Objective::Regression,
        Objective::Classification => ch06::given::Objective::Classification,
    }
}

fn network(network: &Network) -> ch06::given::Network {
    let Network { w1, w2, .. } = network.clone();
    ch06::given::Network { objective: objective(network.objective), w1, w2 }
}

pub fn forward(net: &Network, x: &Array2<f64>) -> Cache {
    let ch06::given::Cache { a1, h, a2, y_hat } = ch06::forward(&network(net), x);
    Cache { a1, h, a2, y_hat }
}

pub fn mean_error(wanted: Objective, y_hat: &Array2<f64>, y: &Array2<f64>) -> f64 {
    ch06::mean_error(objective(wanted), y_hat, y)
}

pub fn output_delta(wanted: Objective, y_hat: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    ch06::output_delta(objective(wanted), y_hat, y)
}

pub fn backward(net: &Network, cache: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    let Cache { a1, h, a2, y_hat } = cache.clone();
    let yours = ch06::given::Cache { a1, h, a2, y_hat };
    let ch06::given::Gradients { w1, w2 } = ch06::backward(&network(net), &yours, x, y);
    Gradients { w1, w2 }
}

pub fn train_step(net: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let mut yours = network(net);
    let error = ch06::train_step(&mut yours, x, y, eta);
    (net.w1, net.w2) = (yours.w1, yours.w2);
    error
}

pub fn train(net: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64, epochs: usize) -> Vec<f64> {
    let mut yours = network(net);
    let errors = ch06::train(&mut yours, x, y, eta, epochs);
    (net.w1, net.w2) = (yours.w1, yours.w2);
    errors
}
