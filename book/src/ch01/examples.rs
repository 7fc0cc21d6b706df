//! The code of chapter 1. Its `println!` writes into the book.

use ch01::{least_squares, predict, predict_batch, r_squared, with_bias};
use datasets::hubble;
use ndarray::{Array1, Array2, Axis, array};

/// The examples of this chapter that print something.
pub const EXAMPLES: [(&str, fn()); 6] = [
    ("ch01.vectors", vectors),
    ("ch01.dot_product", dot_product),
    ("ch01.matrices", matrices),
    ("ch01.columns", columns),
    ("ch01.entries", entries),
    ("ch01.hubble", nebulae),
];

/// The three samples that the chapter computes by hand: one feature each, and the answers.
pub fn three_samples() -> (Array2<f64>, Array1<f64>) {
    (array![[0.0], [1.0], [2.0]], array![1.0, 1.0, 4.0])
}

fn vectors() {
    // ANCHOR: vectors
    // Two vectors: Array1<f64>, shape (2,)
    let w = array![2.0, 3.0];
    let x = array![10.0, 1.0];

    println!("entry 0: {}", w[0]);
    println!("length: {}", w.len());
    println!("entry by entry: {}", &w * &x);
    // ANCHOR_END: vectors
}

fn dot_product() {
    let w = array![2.0, 3.0];
    let x = array![10.0, 1.0];
    // ANCHOR: dot_product
    println!("dot product: {}", w.dot(&x));
    // ANCHOR_END: dot_product
    debug_assert_eq!(predict(&w, &x), 23.0);
}

fn matrices() {
    // ANCHOR: matrices
    // A matrix, row by row: Array2<f64>, shape (3, 2)
    let x = array![[1.0, 0.0], [1.0, 1.0], [1.0, 2.0]];
    let w = array![0.5, 1.5];

    println!("shape: {:?}", x.dim());
    println!("X w = {}", x.dot(&w));
    println!("Xᵀ has shape {:?}", x.t().dim());
    // ANCHOR_END: matrices
    debug_assert_eq!(predict_batch(&x, &w), x.dot(&w));
}

fn columns() {
    // ANCHOR: columns
    let x = array![[7.0], [8.0]];
    let mut wider = Array2::zeros((2, 3));
    wider.column_mut(2).assign(&x.column(0));

    println!("{wider}");
    // ANCHOR_END: columns
}

fn entries() {
    // ANCHOR: entries
    let e = array![1.0, -2.0, 4.0];

    println!("absolute values: {}", e.mapv(|v: f64| v.abs()));
    println!("one less, each: {}", &e - 1.0);
    println!("sum: {}", e.sum());
    println!("how many, as an f64: {:?}", e.len() as f64);
    println!("mean: {:?}", e.mean());
    // ANCHOR_END: entries
}

fn nebulae() {
    // ANCHOR: hubble
    let table = hubble();
    let x = with_bias(&table.distance.insert_axis(Axis(1)));
    let w = least_squares(&x, &table.velocity);
    let y_hat = predict_batch(&x, &w);

    println!("bias {:.2} km/s, slope {:.2} km/s per Mpc", w[0], w[1]);
    println!("R² = {:.2}", r_squared(&y_hat, &table.velocity));
    // ANCHOR_END: hubble
}
