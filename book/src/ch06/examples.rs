//! The code of chapter 6. Its `println!` writes into the book.

use ch05::central_difference;
use ch06::given::{Network, Objective, initial_network, with_bias, without_bias};
use ch06::{backward, forward, mean_error, train};
use ndarray::{Array1, Array2, Axis, array};
use std::sync::LazyLock;

/// The examples of this chapter that print something.
pub const EXAMPLES: [(&str, fn()); 9] = [
    ("ch06.numbers", numbers),
    ("ch06.vectors", vectors),
    ("ch06.layers", layers),
    ("ch06.objectives", objectives),
    ("ch06.products", products),
    ("ch06.columns", columns),
    ("ch06.check", check),
    ("ch06.places", places),
    ("ch06.xor", xor_learned),
];

/// The neuron that the chapter computes by hand: weights, features, answer.
pub fn one_neuron() -> (Array1<f64>, Array1<f64>, f64) {
    (array![-1.0, 1.0], array![1.0, 2.0], 0.0)
}

/// The network and the batch that the chapter computes by hand. tanh(ln 2) = 3/5 and tanh(ln 3) = 4/5, so all of its
/// activations and slopes are round.
pub fn two_samples() -> (Network, Array2<f64>, Array2<f64>) {
    let (ln2, ln3) = (2.0_f64.ln(), 3.0_f64.ln());
    let w1 = array![[ln3 / 2.0, ln3 / 2.0], [0.0, ln2]];
    let network = Network { objective: Objective::Regression, w1, w2: array![[1.0, 2.0, -1.0]] };
    (network, array![[1.0, 1.0], [1.0, -1.0]], array![[1.0], [2.0]])
}

/// The four samples of XOR, each with its constant 1.
pub fn xor() -> (Array2<f64>, Array2<f64>) {
    let x = array![[1.0, 0.0, 0.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0], [1.0, 1.0, 1.0]];
    (x, array![[0.0], [1.0], [1.0], [0.0]])
}

/// The network that learns XOR on the page, before it has learned anything.
pub fn untrained() -> Network {
    initial_network(6, Objective::Classification, 3, 3, 1)
}

/// The curve that is fitted: the distance from 0, less 1, at 21 places.
pub fn bent_line() -> (Array2<f64>, Array2<f64>) {
    let x = Array1::linspace(-2.0, 2.0, 21).insert_axis(Axis(1));
    (with_bias(&x), x.mapv(|x: f64| x.abs() - 1.0))
}

/// A run of training: what the page and its figures tell of it.
pub struct Run {
    /// The networks at the epochs in question.
    pub networks: Vec<Network>,
    /// The loss curve from the start to the last of them.
    pub losses: Vec<f64>,
}

/// Trains a network, and keeps it as it was after each of these epochs.
pub fn run(mut network: Network, (x, y): &(Array2<f64>, Array2<f64>), eta: f64, epochs: &[usize]) -> Run {
    let (mut networks, mut losses, mut done) = (vec![], vec![], 0);
    for &epoch in epochs {
        losses.extend(train(&mut network, x, y, eta, epoch - done));
        // The last error of this stretch is the first of the next.
        let _ = (epoch < epochs[epochs.len() - 1]).then(|| losses.pop());
        done = epoch;
        networks.push(network.clone());
    }
    Run { networks, losses }
}

/// When the learning of XOR is looked at.
pub const XOR_EPOCHS: [usize; 4] = [0, 100, 200, 500];
/// XOR, learned.
pub static XOR: LazyLock<Run> = LazyLock::new(|| run(untrained(), &xor(), 0.5, &XOR_EPOCHS));
/// When the fit of the bent line is looked at.
pub const FIT_EPOCHS: [usize; 4] = [0, 50, 150, 2000];
/// The bent line, fitted.
pub static FIT: LazyLock<Run> =
    LazyLock::new(|| run(initial_network(2, Objective::Regression, 2, 6, 1), &bent_line(), 0.1, &FIT_EPOCHS));
/// Three sizes of the steps for XOR: one that crawls, one that is good, one that is too large.
pub const STEP_SIZES: [f64; 3] = [0.05, 0.5, 8.0];
/// XOR with each of them.
pub static STEPS: LazyLock<[Run; 3]> = LazyLock::new(|| STEP_SIZES.map(|eta| run(untrained(), &xor(), eta, &[200])));
/// How many networks with other random weights are tried on XOR.
pub const TRIED: u64 = 10;
/// For so many epochs.
pub const PATIENCE: usize = 1000;
/// How many of them answer all four samples rightly in the end.
pub static LEARNED: LazyLock<usize> = LazyLock::new(|| {
    let (x, y) = xor();
    let learned = |seed| {
        let mut network = initial_network(seed, Objective::Classification, 3, 3, 1);
        train(&mut network, &x, &y, 0.5, PATIENCE);
        forward(&network, &x).y_hat.iter().zip(&y).all(|(y_hat, y)| (y_hat - y).abs() < 0.4)
    };
    (1..=TRIED).filter(|&seed| learned(seed)).count()
});

fn numbers() {
    // ANCHOR: numbers
    let v: f64 = 3.0;

    println!("third power: {}", v.powi(3));
    println!("natural logarithm: {:.4}", v.ln());
    println!("the larger of two: {}", v.max(5.0));
    println!("ln 0 = {}", 0.0_f64.ln());
    println!("0 · ln 0 = {}", 0.0 * 0.0_f64.ln());
    println!("cut off at −7: {}", 0.0_f64.ln().max(-7.0));
    // ANCHOR_END: numbers
}

fn vectors() {
    // ANCHOR: vectors
    let x = &array![1.0, 2.0];
    let factor = 0.5;

    println!("{}", 3.0 * factor * x);
    // ANCHOR_END: vectors
}

fn layers() {
    // ANCHOR: layers
    // Three samples with two numbers each, and a layer of one neuron.
    let x = array![[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]];
    let w = array![[-1.0, 1.0]];
    let a = x.dot(&w.t());

    println!("X Wᵀ has shape {:?}: {}", a.dim(), a.t());
    println!("a function, entry by entry: {}", a.mapv(f64::abs).t());
    println!("with a column of ones before it:\n{}", with_bias(&a));
    // ANCHOR_END: layers
}

fn objectives() {
    // ANCHOR: objectives
    let objective = Objective::Classification;
    let name = match objective {
        Objective::Regression => "the identity",
        Objective::Classification => "the sigmoid",
    };
    println!("f_o is {name}");

    let a = array![[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
    println!("{} rows, {} columns", a.nrows(), a.ncols());
    println!("row 2, column 0: {}", a[[2, 0]]);
    println!("{}", (&a - 1.0) / a.nrows() as f64);
    // ANCHOR_END: objectives
    debug_assert_eq!(name, "the sigmoid");
}

fn products() {
    // ANCHOR: products
    let a = array![[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
    let b = array![[1.0], [0.0], [2.0]];

    println!("Bᵀ A = {}", b.t().dot(&a));
    println!("entry by entry: {}", (&b * &b).t());
    // ANCHOR_END: products
}

fn columns() {
    // ANCHOR: columns
    let a = array![[7.0, 1.0, 2.0], [8.0, 3.0, 4.0]];
    let rest = without_bias(&a);

    println!("{rest}");
    println!("5 more, each: {}", rest.mapv(|v| v + 5.0));
    // ANCHOR_END: columns
}

fn check() {
    // ANCHOR: check
    let (network, x, y) = two_samples();
    let slopes = backward(&network, &forward(&network, &x), &x, &y);

    for (neuron, input) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
        let error_with = |w: f64| {
            let mut other = network.clone();
            other.w1[[neuron, input]] = w;
            mean_error(other.objective, &forward(&other, &x).y_hat, &y)
        };
        let measured = central_difference(&error_with, network.w1[[neuron, input]], 1e-5);
        println!("backward {:9.6}   measured {measured:9.6}", slopes.w1[[neuron, input]]);
    }
    // ANCHOR_END: check
}

fn places() {
    // ANCHOR: places
    fn halve(w: &mut Array1<f64>) {
        w.mapv_inplace(|v| v / 2.0);
    }

    let mut w = array![1.0, 2.0];
    w.scaled_add(-0.5, &array![4.0, 6.0]);
    println!("{w}");
    halve(&mut w);
    println!("{w}");

    let mut list = vec![];
    for t in 0..3 {
        list.push(10 * t);
    }
    println!("{list:?}");
    // ANCHOR_END: places
}

fn xor_learned() {
    // ANCHOR: xor
    let (x, y) = xor();
    let mut network = initial_network(6, Objective::Classification, 3, 3, 1);
    let losses = train(&mut network, &x, &y, 0.5, 500);

    println!("error before {:.3}, after {:.3}", losses[0], losses[500]);
    for (x, y_hat) in x.rows().into_iter().zip(forward(&network, &x).y_hat) {
        println!("{} xor {}: {y_hat:.2}", x[1], x[2]);
    }
    // ANCHOR_END: xor
}
