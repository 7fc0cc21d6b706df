//! The code of the two pages that introduce Rust and ndarray. Its `println!` writes into the book.

use ndarray::{Array1, Array2, Axis, array};

/// The examples of these pages that print something.
pub const EXAMPLES: [(&str, fn()); 14] = [
    ("primer.names", names),
    ("primer.numbers", numbers),
    ("primer.functions", functions),
    ("primer.decisions", decisions),
    ("primer.loops", loops),
    ("primer.borrowing", borrowing),
    ("primer.closures", closures),
    ("primer.structs", structs),
    ("primer.making", making),
    ("primer.entries", entries),
    ("primer.arithmetic", arithmetic),
    ("primer.products", products),
    ("primer.parts", parts),
    ("primer.sums", sums),
];

fn names() {
    // ANCHOR: names
    let k = 3; // never changes
    let mut sum = 0.0; // may change
    sum += 0.5;
    println!("k is {k}, the sum is {sum}");
    // ANCHOR_END: names
}

fn numbers() {
    // ANCHOR: numbers
    let n: usize = 4; // how many: whole, never negative
    let total: f64 = 10.0; // a measurement
    println!("mean: {}", total / n as f64);

    let a: f64 = -2.0;
    println!("{} {} {} {}", a.abs(), a.exp(), a.powi(2), a.max(0.0));
    // ANCHOR_END: numbers
}

// ANCHOR: function
/// The square of a number.
fn square(x: f64) -> f64 {
    x * x
}
// ANCHOR_END: function

fn functions() {
    // ANCHOR: functions
    let y = square(1.5);
    println!("{y}");
    // ANCHOR_END: functions
}

fn decisions() {
    let a = -0.5;
    // ANCHOR: decisions
    let step = if a > 0.0 {
        1.0
    } else if a < 0.0 {
        -1.0
    } else {
        0.0
    };
    println!("{step}");
    // ANCHOR_END: decisions
}

fn loops() {
    // ANCHOR: loops
    let mut sum = 0;
    for i in 0..4 {
        sum += i; // 0, 1, 2, 3
    }
    println!("{sum}");

    let mut errors = Vec::new();
    while errors.len() < 3 {
        errors.push(square(errors.len() as f64));
    }
    println!("{errors:?}");
    // ANCHOR_END: loops
}

// ANCHOR: borrow
fn length(w: &Array1<f64>) -> f64 {
    w.dot(w).sqrt()
}
// ANCHOR_END: borrow

fn borrowing() {
    // ANCHOR: borrowing
    let w = array![3.0, 4.0];
    println!("{}", length(&w)); // lends w
    let mut copy = w.clone(); // an array of its own
    copy[0] = 0.0;
    println!("{copy}, and still {w}");
    // ANCHOR_END: borrowing
}

// ANCHOR: takes-functions
fn twice(f: fn(f64) -> f64, x: f64) -> f64 {
    f(f(x))
}

fn slope(f: &dyn Fn(f64) -> f64, x: f64) -> f64 {
    (f(x + 1.0) - f(x - 1.0)) / 2.0
}
// ANCHOR_END: takes-functions

fn closures() {
    // ANCHOR: closures
    println!("{}", twice(square, 3.0)); // a function by its name
    println!("{}", twice(|x| x + 1.0, 3.0)); // one without a name
    let factor = 2.0;
    println!("{}", slope(&|x| factor * x, 1.0)); // one that remembers
    // ANCHOR_END: closures
}

// ANCHOR: struct
struct Line {
    bias: f64,
    slope: f64,
}
// ANCHOR_END: struct

fn structs() {
    // ANCHOR: structs
    let line = Line { bias: 1.0, slope: 2.0 };
    println!("{}", line.bias + line.slope * 3.0);

    let (small, large) = (1.0, 2.0); // a pair, taken apart
    println!("{}", small + large);

    let mean: Option<f64> = array![1.0, 2.0].mean(); // a number or nothing
    println!("{mean:?}, and out of its wrapping {}", mean.unwrap());
    // ANCHOR_END: structs
}

fn making() {
    // ANCHOR: making
    let w = array![0.5, 1.5]; // Array1<f64>, shape (2,)
    let x = array![[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]]; // Array2<f64>, shape (3, 2)
    let zeros = Array1::<f64>::zeros(3);
    let ones = Array2::<f64>::ones((2, 3));
    let table = Array2::from_shape_fn((2, 3), |(j, i)| (10 * j + i) as f64);

    println!("{w} has {} entries", w.len());
    println!("x has {} rows, {} columns: {:?}", x.nrows(), x.ncols(), x.dim());
    println!("{zeros}\n{ones}\n{table}");
    // ANCHOR_END: making
}

fn entries() {
    // ANCHOR: entries
    let mut x = array![[1.0, 2.0], [3.0, 4.0]];
    x[[0, 1]] = 7.0; // row 0, column 1
    let w = array![5.0, 6.0];
    println!("{} and {}", x[[0, 1]], w[0]);
    // ANCHOR_END: entries
}

fn arithmetic() {
    // ANCHOR: arithmetic
    let (a, b) = (array![1.0, 2.0], array![10.0, 20.0]);
    println!("{}", &a + &b); // entry by entry
    println!("{}", &a * &b); // likewise: not the matrix product
    println!("{}", 2.0 * &a - 1.0); // with a number: each entry
    println!("{}", a.mapv(|v| v * v)); // a function of each entry
    // ANCHOR_END: arithmetic
}

fn products() {
    // ANCHOR: products
    let x = array![[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]]; // (3, 2)
    let (w, e) = (array![0.5, 1.5], array![1.0, -1.0, 1.0]);
    // (2) · (2): one number
    println!("{}", w.dot(&w));
    // (3, 2) · (2): shape (3)
    println!("{}", x.dot(&w));
    // (2, 3) · (3): shape (2)
    println!("{}", x.t().dot(&e));
    // (2, 3) · (3, 2): shape (2, 2)
    println!("{}", x.t().dot(&x));
    // ANCHOR_END: products
}

fn parts() {
    // ANCHOR: parts
    let mut x = Array2::zeros((2, 3));
    x.column_mut(0).assign(&array![1.0, 2.0]);
    x.row_mut(1).assign(&array![7.0, 8.0, 9.0]);
    let row: Array1<f64> = x.row(1).to_owned(); // a copy of its own
    println!("{x}\n{row}");

    for (row, y) in x.rows().into_iter().zip([0.0, 1.0]) {
        println!("{row} belongs to {y}");
    }
    println!("{}", row.insert_axis(Axis(1))); // a column: shape (3, 1)
    // ANCHOR_END: parts
}

fn sums() {
    // ANCHOR: sums
    let x = array![[1.0, 2.0], [3.0, 4.0]];
    println!("{} {:?}", x.sum(), x.mean());
    println!("{}", x.sum_axis(Axis(0))); // down the columns: one for each column
    println!("{}", x.sum_axis(Axis(1))); // along the rows: one for each row
    let largest = x.fold(f64::NEG_INFINITY, |max: f64, &v| max.max(v));
    println!("{largest}");

    let mut w = array![1.0, 1.0];
    w.scaled_add(-0.5, &array![2.0, 4.0]); // w = w − 0.5 · (2, 4), in place
    println!("{w}");
    // ANCHOR_END: sums
}
