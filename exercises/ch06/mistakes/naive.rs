//! The network once more, in loops straight from its formulas: what the tests hold the student's functions against.
//!
//! Nothing here calls a function of the chapter. Slopes are also measured numerically from [`error`].

use crate::given::{Cache, Gradients, Network, Objective};
use checks::Random;
use ndarray::{Array2, array};

/// A network, a batch and its answers.
pub struct Example {
    pub network: Network,
    pub x: Array2<f64>,
    pub y: Array2<f64>,
}

/// A random one: 6 samples, 3 inputs, 4 hidden neurons, 2 outputs. No two sizes are equal, so a wrong one shows.
pub fn example(seed: u64, objective: Objective) -> Example {
    sized(seed, objective, [6, 3, 4, 2])
}

/// A random one of other sizes: `[n, k, d, m]` samples, inputs, hidden neurons and outputs.
pub fn sized(seed: u64, objective: Objective, [n, k, d, m]: [usize; 4]) -> Example {
    let mut random = Random::seeded(seed);
    let (w1, w2) = (random.matrix(d, k), random.matrix(m, d + 1));
    let mut x = random.matrix(n, k);
    x.column_mut(0).fill(1.0);
    let y = match objective {
        Objective::Regression => random.matrix(n, m),
        Objective::Classification => random.matrix(n, m).mapv(|v| f64::from(v > 0.0)),
    };
    Example { network: Network { objective, w1, w2 }, x, y }
}

/// The four samples of XOR, each with its constant 1.
pub fn xor() -> (Array2<f64>, Array2<f64>) {
    let x = array![[1.0, 0.0, 0.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0], [1.0, 1.0, 1.0]];
    (x, array![[0.0], [1.0], [1.0], [0.0]])
}

/// `A Bᵀ`: each row of `a` meets each row of `b`.
fn times_transposed(a: &Array2<f64>, b: &Array2<f64>) -> Array2<f64> {
    let inner = 0..a.ncols();
    Array2::from_shape_fn((a.nrows(), b.nrows()), |(j, i)| inner.clone().map(|l| a[[j, l]] * b[[i, l]]).sum())
}

/// `Aᵀ B`: each column of `a` meets each column of `b`.
pub fn transposed_times(a: &Array2<f64>, b: &Array2<f64>) -> Array2<f64> {
    times_transposed(&a.t().to_owned(), &b.t().to_owned())
}

/// `[1, A]`.
pub fn extended(a: &Array2<f64>) -> Array2<f64> {
    Array2::from_shape_fn((a.nrows(), a.ncols() + 1), |(j, i)| if i == 0 { 1.0 } else { a[[j, i - 1]] })
}

/// The sigmoid.
pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// The forward pass.
pub fn forward(network: &Network, x: &Array2<f64>) -> Cache {
    let a1 = times_transposed(x, &network.w1);
    let h = extended(&a1.mapv(f64::tanh));
    let a2 = times_transposed(&h, &network.w2);
    let y_hat = match network.objective {
        Objective::Regression => a2.clone(),
        Objective::Classification => a2.mapv(sigmoid),
    };
    Cache { a1, h, a2, y_hat }
}

/// The mean error, from the pre-activations of the outputs.
///
/// With `ŷ = σ(a)` the cross-entropy is `softplus(a) − y a`, without a logarithm of something small.
pub fn error_at(objective: Objective, a2: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let softplus = |a: f64| a.max(0.0) + (-a.abs()).exp().ln_1p();
    let mut sum = 0.0;
    for (&a, &y) in a2.iter().zip(y) {
        sum += match objective {
            Objective::Regression => (a - y) * (a - y),
            Objective::Classification => softplus(a) - y * a,
        };
    }
    sum / y.nrows() as f64
}

/// The mean error, from the predictions: each logarithm is cut off at −100.
pub fn mean_error(objective: Objective, y_hat: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let mut sum = 0.0;
    for (&y_hat, &y) in y_hat.iter().zip(y) {
        sum += match objective {
            Objective::Regression => (y_hat - y) * (y_hat - y),
            Objective::Classification if y == 1.0 => -y_hat.ln().max(-100.0),
            Objective::Classification => -(1.0 - y_hat).ln().max(-100.0),
        };
    }
    sum / y.nrows() as f64
}

/// The mean error of a network.
pub fn error(network: &Network, x: &Array2<f64>, y: &Array2<f64>) -> f64 {
    error_at(network.objective, &forward(network, x).a2, y)
}

/// The slopes at the outputs' pre-activations.
pub fn delta2(objective: Objective, y_hat: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    let factor = if objective == Objective::Regression { 2.0 } else { 1.0 };
    Array2::from_shape_fn(y.dim(), |at| factor * (y_hat[at] - y[at]) / y.nrows() as f64)
}

/// The slopes at the hidden pre-activations, if the hidden activation has these slopes.
pub fn delta1(delta2: &Array2<f64>, w2: &Array2<f64>, slope: &Array2<f64>) -> Array2<f64> {
    let outputs = 0..w2.nrows();
    Array2::from_shape_fn(slope.dim(), |(j, i)| {
        slope[[j, i]] * outputs.clone().map(|l| delta2[[j, l]] * w2[[l, i + 1]]).sum::<f64>()
    })
}

/// The gradients, from a cache and from output weights that may be out of date.
pub fn gradients_from(
    network: &Network,
    cache: &Cache,
    w2: &Array2<f64>,
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> Gradients {
    let d2 = delta2(network.objective, &cache.y_hat, y);
    let d1 = delta1(&d2, w2, &cache.a1.mapv(|a| 1.0 - a.tanh() * a.tanh()));
    Gradients { w1: transposed_times(&d1, x), w2: transposed_times(&d2, &cache.h) }
}

/// The gradients for the weights of both layers.
pub fn gradients(network: &Network, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    gradients_from(network, &forward(network, x), &network.w2, x, y)
}

/// The network after a step of this size against these gradients.
pub fn stepped(network: &Network, gradients: &Gradients, eta: f64) -> Network {
    Network {
        objective: network.objective,
        w1: &network.w1 - eta * &gradients.w1,
        w2: &network.w2 - eta * &gradients.w2,
    }
}

/// The networks before training and after each epoch.
pub fn trained(network: &Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64, epochs: usize) -> Vec<Network> {
    let mut networks = vec![network.clone()];
    for t in 0..epochs {
        let network = &networks[t];
        networks.push(stepped(network, &gradients(network, x, y), eta));
    }
    networks
}
