//! The code of chapter 4. Its `println!` writes into the book.

use ch04::given::{sigmoid, with_one};
use ch04::{approximate, network, network_batch};
use ndarray::{Array1, Array2, Axis, array};

/// The examples of this chapter that print something.
pub const EXAMPLES: [(&str, fn()); 8] = [
    ("ch04.entries", entries),
    ("ch04.filling", filling),
    ("ch04.mapping", mapping),
    ("ch04.transposed", transposed),
    ("ch04.one_before", one_before),
    ("ch04.pair", two_values),
    ("ch04.curves", curves),
    ("ch04.wave", follow_the_wave),
];

/// The interval on which the chapter follows its wave.
pub const FROM: f64 = 0.0;
/// Its end.
pub const TO: f64 = 6.0;
/// The wave is nowhere steeper than 1 + 0.5 · 2.5.
pub const STEEPEST: f64 = 2.25;
/// The sides of all bumps are this steep.
pub const STEEPNESS: f64 = 2000.0;
/// How many bumps are measured.
pub const BUMPS: [usize; 5] = [5, 10, 20, 40, 80];

/// The network that the chapter computes by hand, `W1` and `W2`: two features, three hidden neurons, one output.
pub fn small_network() -> (Array2<f64>, Array2<f64>) {
    (array![[1.0, 2.0], [-1.0, 1.0], [1.0, -1.0]], array![[2.0, 4.0, -3.0]])
}

/// Two samples for it.
pub fn two_samples() -> Array2<f64> {
    array![[3.0, 1.0], [1.0, 2.0]]
}

/// The rectifier of chapter 3.
pub fn relu(a: f64) -> f64 {
    a.max(0.0)
}

/// No activation.
pub fn identity(a: f64) -> f64 {
    a
}

/// The curve that the chapter follows, from 0 to 6.
pub fn wave(x: f64) -> f64 {
    x.sin() + 0.5 * (2.5 * x).sin()
}

/// What the approximator answers for each `x`.
pub fn outputs(x: &Array1<f64>, bumps: usize) -> Array1<f64> {
    outputs_with(x, bumps, STEEPNESS)
}

/// The same, with other sides.
pub fn outputs_with(x: &Array1<f64>, bumps: usize, steepness: f64) -> Array1<f64> {
    let (w1, w2) = approximate(&wave, FROM, TO, bumps, steepness);
    let batch = Array2::from_shape_fn((x.len(), 2), |(row, i)| if i == 0 { 1.0 } else { x[row] });
    network_batch(&batch, &w1, &w2, sigmoid, identity).remove_axis(Axis(1))
}

/// The largest distance between wave and approximator, at 1201 places.
pub fn largest_error(bumps: usize) -> f64 {
    let x = Array1::from_shape_fn(1201, |place| FROM + (TO - FROM) * place as f64 / 1200.0);
    (outputs(&x, bumps) - x.mapv(wave)).iter().fold(0.0, |largest: f64, error| largest.max(error.abs()))
}

/// The largest error that this many bumps allow on paper: half a bump's width on the steepest stretch.
pub fn allowed_error(bumps: usize) -> f64 {
    STEEPEST * (TO - FROM) / (bumps - 1) as f64 / 2.0
}

fn entries() {
    // ANCHOR: entries
    fn half(a: f64) -> f64 {
        a / 2.0
    }

    // Two rows, three columns: Array2<f64>, shape (2, 3)
    let w = array![[1.0, 2.0, 3.0], [40.0, 50.0, 60.0]];
    let f: fn(f64) -> f64 = half;

    println!("row 1, column 2: {}", w[[1, 2]]);
    println!("rows: {}, columns: {}", w.nrows(), w.ncols());
    println!("its half: {}", f(w[[1, 2]]));
    // ANCHOR_END: entries
}

fn filling() {
    // ANCHOR: filling
    let mut squares = Array1::zeros(4);
    for j in 0..4 {
        squares[j] = (j * j) as f64;
    }

    println!("{squares}");
    // ANCHOR_END: filling
}

fn mapping() {
    // ANCHOR: mapping
    fn half(a: f64) -> f64 {
        a / 2.0
    }

    let w = array![[1.0, 0.0], [0.0, 1.0], [1.0, 1.0]];
    let x = array![10.0, 4.0];

    println!("(3, 2) times (2,): {}", w.dot(&x));
    println!("half of each entry: {}", x.mapv(half));
    // ANCHOR_END: mapping
}

fn transposed() {
    // ANCHOR: transposed
    let w = array![[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
    let ones = array![[1.0, 1.0]];

    println!("{:?}, transposed {:?}", w.dim(), w.t().dim());
    println!("(1, 2) times (2, 3): {}", ones.dot(&w.t()));
    // ANCHOR_END: transposed
    let (w1, w2) = small_network();
    debug_assert_eq!(network_batch(&two_samples(), &w1, &w2, relu, identity), array![[4.0], [14.0]]);
}

fn one_before() {
    // ANCHOR: one_before
    let h = array![0.5, 0.25];

    println!("{}", with_one(&h));
    // ANCHOR_END: one_before
}

fn two_values() {
    // ANCHOR: pair
    fn pair() -> (Array2<f64>, Array2<f64>) {
        let tall = array![[1.0], [2.0]];
        let wide = array![[3.0, 4.0]];
        (tall, wide)
    }

    let (tall, wide) = pair();
    println!("{:?} and {:?}", tall.dim(), wide.dim());
    // ANCHOR_END: pair
}

fn curves() {
    // ANCHOR: curves
    fn table(f: &dyn Fn(f64) -> f64, from: f64, rows: usize) -> Array2<f64> {
        let mut table = Array2::zeros((rows, 2));
        for row in 0..rows {
            let x = from + row as f64;
            table[[row, 0]] = x;
            table[[row, 1]] = f(x);
        }
        table
    }

    println!("{}", table(&|x| x * x, 5.0, 3));
    // ANCHOR_END: curves
}

fn follow_the_wave() {
    // ANCHOR: wave
    let (w1, w2) = approximate(&wave, 0.0, 6.0, 61, 2000.0);

    println!("W1 {:?}, W2 {:?}", w1.dim(), w2.dim());
    for x in [0.53, 2.04, 4.96] {
        let y_hat = network(&w1, &w2, &array![1.0, x], sigmoid, identity);
        println!("x = {x}: curve {:.3}, network {:.3}", wave(x), y_hat[0]);
    }
    // ANCHOR_END: wave
}
