//! Your functions, for the tests' own types.
//!
//! The known mistakes are compiled before your crate, with a copy of `given.rs`. So the tests have a `Network` of their
//! own, with the same fields, and it is copied into one of yours before a call and back after it.

use ch09::given as yours;
use ch09_mistakes::given::{Gradients, Momentum, Network, Recipe, Samples};
use ndarray::Array2;

fn network(network: &Network) -> yours::Network {
    let Network { w1, w2 } = network.clone();
    yours::Network { w1, w2 }
}

fn samples(samples: &Samples) -> yours::Samples {
    let Samples { x, labels } = samples.clone();
    yours::Samples { x, labels }
}

pub fn train_epoch(
    net: &mut Network,
    optimiser: &mut Momentum,
    x: &Array2<f64>,
    y: &Array2<f64>,
    size: usize,
    seed: u64,
) -> f64 {
    let Momentum { eta, mu, velocity: Gradients { w1, w2 } } = optimiser.clone();
    let (mut network, mut momentum) =
        (network(net), yours::Momentum { eta, mu, velocity: yours::Gradients { w1, w2 } });
    let error = ch09::train_epoch(&mut network, &mut momentum, x, y, size, seed);
    (net.w1, net.w2) = (network.w1, network.w2);
    let yours::Momentum { eta, mu, velocity: yours::Gradients { w1, w2 } } = momentum;
    *optimiser = Momentum { eta, mu, velocity: Gradients { w1, w2 } };
    error
}

pub fn train(net: &mut Network, training: &Samples, validation: &Samples, recipe: &Recipe) -> Vec<f64> {
    let mut network = network(net);
    let Recipe { eta, mu, size, epochs, seed } = *recipe;
    let recipe = yours::Recipe { eta, mu, size, epochs, seed };
    let accuracies = ch09::train(&mut network, &samples(training), &samples(validation), &recipe);
    (net.w1, net.w2) = (network.w1, network.w2);
    accuracies
}
