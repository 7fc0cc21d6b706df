//! The code of chapter 2. Its `println!` writes into the book.

use ch02::given::with_bias;
use ch02::{neuron, sign, train_perceptron};
use datasets::{Iris, iris_two_species};
use ndarray::{Array1, Array2, Axis, array};

/// The examples of this chapter that print something.
pub const EXAMPLES: [(&str, fn()); 9] = [
    ("ch02.branches", branches),
    ("ch02.minus", minus),
    ("ch02.functions", functions),
    ("ch02.whole_layers", whole_layers),
    ("ch02.votes", votes),
    ("ch02.codings", codings),
    ("ch02.copies", copies),
    ("ch02.rows", rows),
    ("ch02.iris", iris),
];

/// The weights that the chapter chooses by hand for sepal length and petal length, the bias first.
pub fn by_hand() -> Array1<f64> {
    array![-2.0, -1.0, 3.0]
}

/// A flower of each species and one that is not in the table, as samples: the constant 1, sepal length, petal length.
pub fn three_flowers() -> [(&'static str, Array1<f64>); 3] {
    let (x, _) = two_species();
    [("setosa", x.row(0).to_owned()), ("versicolor", x.row(50).to_owned()), ("new", array![1.0, 5.5, 2.5])]
}

/// Sepal and petal length of the two species with the column of ones, and labels coded −1 and 1.
pub fn two_species() -> (Array2<f64>, Array1<f64>) {
    let Iris { features, species } = iris_two_species();
    (with_bias(&features.select(Axis(1), &[0, 2])), species.mapv(|species| 2.0 * species - 1.0))
}

/// How many samples do not get their label.
pub fn mistakes(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> usize {
    x.dot(w).iter().zip(y).filter(|(a, y)| *a * *y <= 0.0).count()
}

/// The neuron whose line the chapter measures, and a point beside that line.
pub fn measured() -> (Array1<f64>, Array1<f64>) {
    (array![-10.0, 3.0, 4.0], array![1.0, 3.0, 4.0])
}

/// The length of a vector.
pub fn length(v: &[f64]) -> f64 {
    v.iter().map(|v| v * v).sum::<f64>().sqrt()
}

/// Weights, sample and label of the step that is done by hand.
pub fn one_mistake() -> (Array1<f64>, Array1<f64>, f64) {
    (array![-1.0, 2.0, -1.0], array![1.0, 1.0, 3.0], 1.0)
}

fn branches() {
    // ANCHOR: branches
    // What a passenger of this age pays
    fn fare(age: f64) -> f64 {
        if age < 6.0 {
            0.0
        } else if age < 18.0 {
            1.5
        } else {
            3.0
        }
    }

    println!("{} {} {}", fare(4.0), fare(12.5), fare(40.0));

    let (zero, minus_zero): (f64, f64) = (0.0, -0.0);
    println!("signum: {} and {}", zero.signum(), minus_zero.signum());
    println!("are the two equal? {}", zero == minus_zero);
    // ANCHOR_END: branches
}

fn minus() {
    // ANCHOR: minus
    let v: f64 = 2.0;

    println!("e to the power of 2: {:.3}", v.exp());
    println!("the minus comes last: {}", -v.abs());
    println!("the minus comes first: {}", (-v).abs());
    // ANCHOR_END: minus
}

fn functions() {
    // ANCHOR: functions
    // Anything that takes an f64 and returns an f64 can be passed as `f`
    fn at_three_places(f: fn(f64) -> f64) -> [f64; 3] {
        [f(-4.0), f(0.0), f(9.0)]
    }

    println!("{:?}", at_three_places(f64::abs));
    println!("{:?}", at_three_places(|a| a / 2.0));
    // ANCHOR_END: functions
}

fn whole_layers() {
    // ANCHOR: whole_layers
    let w = array![[1.0, 2.0], [0.0, 5.0], [4.0, 0.0]];
    let x = array![10.0, 1.0];
    println!("shapes {:?} and {:?} make {}", w.dim(), x.dim(), w.dot(&x));

    let areas = array![4.0, 9.0, 25.0];
    println!("sides: {}", areas.mapv(f64::sqrt));
    // ANCHOR_END: whole_layers
}

fn votes() {
    // ANCHOR: votes
    let w = array![0.0, 1.0, 1.0, 1.0];
    let (yes, no) = (1.0, -1.0);
    let votes = [[no, no, no], [no, no, yes], [no, yes, yes], [yes, yes, yes]];
    for [a, b, c] in votes {
        let x = array![1.0, a, b, c];
        println!("{x} gives {}", neuron(&w, &x, sign));
    }
    // ANCHOR_END: votes
}

fn codings() {
    // ANCHOR: codings
    let species = array![0.0, 0.0, 1.0];
    println!("{}", species.mapv(|label| 2.0 * label - 1.0));
    // ANCHOR_END: codings
}

fn copies() {
    // ANCHOR: copies
    let w = &array![10.0, 20.0];
    let x = &array![1.0, 2.0];
    let label = -1.0;

    println!("a copy: {}", w.clone());
    println!("a number times a vector: {}", label * x);
    println!("a difference: {}", w - x);
    // A condition, and what is done in each of two cases
    let signs = if label * w[0] > 0.0 { "equal" } else { "not equal" };
    println!("signs: {signs}");
    // ANCHOR_END: copies
}

fn rows() {
    // ANCHOR: rows
    let x = array![[1.0, 2.0], [1.0, 5.0], [1.0, 3.0]];
    println!("{} rows, {} columns", x.nrows(), x.ncols());

    // The largest row so far; a variable that changes is declared with `mut`
    let mut largest: Array1<f64> = Array1::zeros(x.ncols());
    for j in 0..x.nrows() {
        let row = x.row(j).to_owned();
        if row.sum() > largest.sum() {
            largest = row;
        }
        println!("after row {j}: {largest}");
    }
    // ANCHOR_END: rows
}

fn iris() {
    // ANCHOR: iris
    let (x, y) = two_species();
    println!("epochs, weights, mistakes left");
    for epochs in 0..=6 {
        let w = train_perceptron(&x, &y, epochs);
        let left = mistakes(&x, &y, &w);
        println!("{epochs}: {:>4.1} {:>4.1} {:>4.1}  {left:>3}", w[0], w[1], w[2]);
    }
    // ANCHOR_END: iris
}
