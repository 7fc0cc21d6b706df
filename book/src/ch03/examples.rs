//! The code of chapter 3. Its `println!` writes into the book.

use ch03::{gradient_left, relu, relu_derivative, sigmoid, sigmoid_derivative, tanh, tanh_derivative};
use ndarray::{Array1, Array2, Axis, Zip, array};

/// The examples of this chapter that print something.
pub const EXAMPLES: [(&str, fn()); 8] = [
    ("ch03.branches", branches),
    ("ch03.arrays", arrays),
    ("ch03.pairs", pairs),
    ("ch03.limits", limits),
    ("ch03.rows", rows),
    ("ch03.columns", columns),
    ("ch03.loops", loops),
    ("ch03.ten_layers", ten_layers),
];

/// Below this slope a neuron is called saturated.
pub const LIMIT: f64 = 0.01;

/// The pre-activations that the chapter computes by hand: their sigmoids are 0.01, 0.5, 0.75, 0.9 and 0.99.
pub fn by_hand() -> [f64; 5] {
    [-99_f64.ln(), 0.0, 3_f64.ln(), 9_f64.ln(), 99_f64.ln()]
}

/// The row of pre-activations for softmax by hand, whose exponentials are 1, 1 and 2; and how the error grows with each
/// probability.
pub fn row_by_hand() -> (Array2<f64>, Array2<f64>) {
    (array![[0.0, 0.0, 2_f64.ln()]], array![[8.0, 0.0, 2.0]])
}

/// Pre-activations that are spread evenly from −reach to reach.
pub fn spread(reach: f64) -> Array2<f64> {
    Array1::linspace(-reach, reach, 2000).insert_axis(Axis(0))
}

// ANCHOR: branches
/// What a ride costs: the first two kilometres 3 each, further ones nothing.
fn fare(km: f64) -> f64 {
    if km < 2.0 { 3.0 * km } else { 6.0 }
}
// ANCHOR_END: branches

fn branches() {
    // ANCHOR: calls
    println!("{} {} {}", fare(0.5), fare(2.0), fare(7.0));
    println!("the smaller of 3 and 6: {}", 3_f64.min(6.0));
    // ANCHOR_END: calls
}

fn arrays() {
    // ANCHOR: arrays
    let a = array![[-2.0, 0.5, 1.5], [1.0, -0.25, 4.0]];
    let f: fn(f64) -> f64 = f64::abs;

    println!("one call: {}", f(-2.0));
    println!("halved, each:\n{}", a.mapv(|v| v / 2.0));
    println!("shape: {:?}", a.mapv(f64::round).dim());
    // ANCHOR_END: arrays
}

fn pairs() {
    // ANCHOR: pairs
    let a = array![[-2.0, 0.5], [1.0, -0.25]];
    let g = array![[10.0, 20.0], [30.0, 40.0]];

    println!("entry times entry:\n{}", &a * &g);
    let signed = Zip::from(&a).and(&g).map_collect(|&v, &u| if v < 0.0 { -u } else { u });
    println!("the sign of one, the size of the other:\n{signed}");
    // ANCHOR_END: pairs
}

fn limits() {
    // ANCHOR: limits
    let (huge, larger) = (709_f64.exp(), 710_f64.exp());

    println!("e^709 = {huge:.2e}");
    println!("e^710 = {larger}");
    println!("1/∞ = {}", 1.0 / larger);
    println!("∞/∞ = {}", larger / 800_f64.exp());
    println!("1 + 10⁻¹⁷ = {}", 1.0 + 1e-17);
    println!("ln(1 + 10⁻¹⁷), direct: {}", (1.0 + 1e-17_f64).ln());
    println!("ln(1 + 10⁻¹⁷), ln_1p: {:e}", 1e-17_f64.ln_1p());
    // ANCHOR_END: limits
}

fn rows() {
    // ANCHOR: rows
    let mut x = array![[2.0, 6.0, 4.0], [10.0, 10.0, 40.0]];
    for mut row in x.rows_mut() {
        let least = row.fold(f64::INFINITY, |least, &v| least.min(v));
        row.mapv_inplace(|v| v * v);
        row /= least;
    }

    println!("squares, divided by the smallest number of the row:\n{x}");
    // ANCHOR_END: rows
}

fn columns() {
    // ANCHOR: columns
    let x = array![[2.0, 6.0, 4.0], [10.0, 10.0, 40.0]];
    let sums = x.sum_axis(Axis(1));
    let column = sums.clone().insert_axis(Axis(1));

    println!("sums {sums}, shape {:?}", sums.shape());
    println!("as a column, shape {:?}", column.shape());
    println!("subtracted from each row:\n{}", &x - &column);
    // ANCHOR_END: columns
}

fn loops() {
    // ANCHOR: loops
    let celsius = array![[-3.0, 4.0, 11.0], [-0.5, 0.0, 7.0]];
    let frost = celsius.iter().filter(|&&v| v < 0.0).count();
    println!("{} of {} below zero", frost as f64, celsius.len());

    let mut savings = 100.0;
    for _ in 0..3 {
        savings *= 1.5;
    }
    println!("after three years: {savings}");
    // ANCHOR_END: loops
}

fn ten_layers() {
    // ANCHOR: ten_layers
    let left = |f, derivative| 0.1 * gradient_left(f, derivative, 1.0, 10);

    println!("sigmoid: {:.1e}", left(sigmoid, sigmoid_derivative));
    println!("tanh:    {:.1e}", left(tanh, tanh_derivative));
    println!("ReLU:    {:.1e}", left(relu, relu_derivative));
    // ANCHOR_END: ten_layers
}
