//! The code of chapter 5. Its `println!` writes into the book.

use ch01::{mse, mse_gradient, predict_batch, with_bias};
use ch05::{
    central_difference, descend_until, forward_difference, gradient_check, least_squares_by_descent,
    logistic_regression, numeric_gradient,
};
use datasets::{hubble, iris_two_species};
use ndarray::{Array1, Array2, Axis, array, s};

/// The examples of this chapter that print something.
pub const EXAMPLES: [(&str, fn()); 12] = [
    ("ch05.functions", functions),
    ("ch05.divisions", divisions),
    ("ch05.copies", copies),
    ("ch05.largest", largest),
    ("ch05.check", check),
    ("ch05.arithmetic", arithmetic),
    ("ch05.rows", rows),
    ("ch05.early", early),
    ("ch05.stopping", stopping),
    ("ch05.hubble", nebulae),
    ("ch05.iris", petals),
    ("ch05.by_name", by_name),
];

/// The error of one sample with feature 1 and answer 3, for one weight: a parabola with its lowest point at 3.
pub fn parabola(w: f64) -> f64 {
    (w - 3.0) * (w - 3.0)
}

/// Its derivative.
pub fn parabola_slope(w: &Array1<f64>) -> Array1<f64> {
    2.0 * (w - 3.0)
}

/// The curvatures of the valley that the chapter walks down: 8 along (1, 1), 2 along (1, −1).
pub fn valley() -> Array2<f64> {
    array![[5.0, 3.0], [3.0, 5.0]]
}

/// Where the walk begins, and the size of its steps.
pub fn valley_start() -> (Array1<f64>, f64) {
    (array![2.0, 0.0], 0.1)
}

/// The errors of both differences on the sine at 1, for the steps that the figure shows: h, to one side, to both.
pub fn sine_errors() -> Vec<(f64, f64, f64)> {
    let slope = 1.0_f64.cos();
    let steps = (0..=60).map(|quarter| 10.0_f64.powf(-f64::from(quarter) / 4.0));
    let errors = steps.map(|h| {
        let [to_one_side, to_both] = [forward_difference(&f64::sin, 1.0, h), central_difference(&f64::sin, 1.0, h)];
        (h, (to_one_side - slope).abs(), (to_both - slope).abs())
    });
    errors.collect()
}

/// Hubble's table with the constant feature, and the velocities.
pub fn hubbles_batch() -> (Array2<f64>, Array1<f64>) {
    let table = hubble();
    (with_bias(&table.distance.insert_axis(Axis(1))), table.velocity)
}

/// The curvatures of the mean squared error: 2/n XᵀX.
pub fn curvatures(x: &Array2<f64>) -> Array2<f64> {
    2.0 / x.nrows() as f64 * x.t().dot(x)
}

/// Length and width of the petals of *setosa* (answer 0) and *versicolor* (answer 1), with the constant feature.
pub fn petals_batch() -> (Array2<f64>, Array1<f64>) {
    let table = iris_two_species();
    (with_bias(&table.features.slice(s![.., 2..4]).to_owned()), table.species)
}

/// The cross-entropy of the weights, in a form without overflow: the mean of ln(1 + exp(a)) − ya.
pub fn cross_entropy(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> f64 {
    let a = x.dot(w);
    let each = a.iter().zip(y).map(|(&a, &y)| a.max(0.0) + (-a.abs()).exp().ln_1p() - y * a);
    each.sum::<f64>() / y.len() as f64
}

/// The share of samples on the right side of the boundary, in percent.
pub fn accuracy(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> f64 {
    let right = x.dot(w).iter().zip(y).filter(|(a, y)| (**a > 0.0) == (**y == 1.0)).count();
    100.0 * right as f64 / y.len() as f64
}

fn functions() {
    // ANCHOR: functions
    // `f` is any function that takes a number and returns one.
    fn plus_one(f: &dyn Fn(f64) -> f64, x: f64) -> f64 {
        f(x) + 1.0
    }

    println!("{}", plus_one(&|x| x * x, 5.0));
    println!("{}", plus_one(&f64::sqrt, 16.0));
    // ANCHOR_END: functions
}

fn divisions() {
    // ANCHOR: divisions
    println!("{}", 12.0 / 2.0 * 3.0);
    println!("{}", 12.0 / (2.0 * 3.0));
    // ANCHOR_END: divisions
}

fn copies() {
    // ANCHOR: copies
    let at = array![5.0, 7.0];
    let mut found: Array1<f64> = Array1::zeros(at.len());
    for i in 0..at.len() {
        let mut other = at.clone(); // a copy of its own
        other[i] += 100.0;
        println!("{other}");
        found[i] = other.sum();
    }

    println!("{found}, and still {at}");
    // ANCHOR_END: copies
}

fn largest() {
    // ANCHOR: largest
    let v = [3.0_f64, -8.0, 5.0];
    let mut largest = 0.0_f64;
    for i in 0..v.len() {
        largest = largest.max(v[i].abs());
    }

    println!("largest size: {largest}");

    let nan = f64::NAN; // what 0.0 / 0.0 gives
    println!("finite: {} and {}", 3.0_f64.is_finite(), nan.is_finite());
    println!("the larger of 2 and NaN: {}", 2.0_f64.max(nan));
    // ANCHOR_END: largest
}

fn check() {
    // ANCHOR: check
    let (x, y) = hubbles_batch(); // distances with the constant feature; velocities
    let n = y.len() as f64;
    let at = array![100.0, 200.0];

    let error = |w: &Array1<f64>| mse(&predict_batch(&x, w), &y);
    let measured = numeric_gradient(&error, &at);
    let check = |gradient: &Array1<f64>| gradient_check(gradient, &measured);

    let derived = mse_gradient(&x, &y, &at);
    println!("chapter 1's gradient:  {:.0e}", check(&derived));
    println!("its factor 2 lost:     {:.2}", check(&(&derived / 2.0)));
    println!("a sum, not a mean:     {:.2}", check(&(&derived * n)));
    println!("its sign flipped:      {:.2}", check(&-derived));
    // ANCHOR_END: check
}

fn arithmetic() {
    // ANCHOR: arithmetic
    let a = array![10.0, 20.0];
    let b = &array![1.0_f64, 2.0]; // a borrowed vector, as in a signature

    println!("{}", &a + 3.0 * b);
    println!("length of b: {:.3}", b.dot(b).sqrt());
    // ANCHOR_END: arithmetic
}

fn rows() {
    // ANCHOR: rows
    let mut table = Array2::zeros((2, 3)); // 2 rows, 3 columns
    table.row_mut(1).assign(&array![7.0, 8.0, 9.0]);
    println!("{table}");
    println!("row 1 alone: {}", table.row(1).to_owned());

    let mut p = array![1.0, 2.0];
    p = &p * 10.0; // the name p now stands for a new vector
    println!("{p}");

    let double = |v: &Array1<f64>| 2.0 * v; // a function in a variable
    println!("{}", double(&p));
    // ANCHOR_END: rows
}

fn stopping() {
    // ANCHOR: stopping
    let a = array![[5.0, 3.0], [3.0, 5.0]];
    let start = array![2.0, 0.0];
    println!("   η  steps");
    for eta in [0.01, 0.1, 0.2, 0.24, 0.26] {
        let (w, steps) = descend_until(&|w| a.dot(w), &start, eta, 1e-6, 10_000);
        println!("{eta:.2}  {steps:>5}  {w:.1e}");
    }
    // ANCHOR_END: stopping
}

fn early() {
    // ANCHOR: early
    // The first entry above a limit, and where it is.
    fn first_above(v: &Array1<f64>, limit: f64) -> (f64, usize) {
        for i in 0..v.len() {
            if v[i] > limit {
                return (v[i], i); // out of the loop, and out of the function
            }
        }
        (limit, v.len()) // two results in parentheses: a tuple
    }

    let (entry, place) = first_above(&array![1.0, 5.0, 9.0], 4.0);
    println!("{entry} at place {place}");
    // ANCHOR_END: early
}

fn nebulae() {
    // ANCHOR: hubble
    let (x, y) = hubbles_batch(); // column 0 is the constant feature
    for steps in [1, 10, 50, 200] {
        let w = least_squares_by_descent(&x, &y, 0.4, steps);
        println!("{steps:>3} steps: bias {:>7.2}, slope {:.2}", w[0], w[1]);
    }
    // ANCHOR_END: hubble
}

fn petals() {
    // ANCHOR: iris
    let (x, y) = petals_batch(); // constant, petal length, petal width
    println!("steps   error  right");
    for steps in [0, 1, 10, 20, 100, 1000] {
        let w = logistic_regression(&x, &y, 0.3, steps);
        let (error, right) = (cross_entropy(&x, &y, &w), accuracy(&x, &y, &w));
        println!("{steps:>5}  {error:.4}  {right:>4.0}%");
    }
    // ANCHOR_END: iris
}

fn by_name() {
    // ANCHOR: by_name
    let v = array![4.0, 9.0];
    println!("{}", v.mapv(f64::sqrt)); // a function, passed by its name
    // ANCHOR_END: by_name
}
