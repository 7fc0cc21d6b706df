//! The code of chapter 8. Its `println!` writes into the book.

use super::experiments::{DEAD_NETWORK, FLOWERS, IRIS_NETWORK, dead_neurons, divided, flowers, irises, relu_trained};
use super::widget::network::{PLAIN, Recipe};
use ch08::{adam_step, dropout, dropout_backward, early_stopping, given, momentum_step, standardised, statistics};
use ndarray::{Array1, Array2, ArrayView1, array};
use std::f64::consts::SQRT_2;

/// The examples of this chapter that print something.
pub const EXAMPLES: [(&str, fn()); 8] = [
    ("ch08.standardise", standardise),
    ("ch08.momentum", momentum),
    ("ch08.adam", adam),
    ("ch08.dropout", drop),
    ("ch08.stopping", stopping),
    ("ch08.overfit", overfit),
    ("ch08.clip", clipping),
    ("ch08.dead", dead),
];

fn standardise() {
    // ANCHOR: standardise
    let training = array![[1.0, 10.0], [3.0, 30.0], [5.0, 80.0]];
    let test = array![[3.0, 60.0], [9.0, 40.0]];

    let (mean, deviation) = statistics(&training);
    println!("mean {mean:.2}, deviation {deviation:.2}");
    println!("training:\n{:.2}", standardised(&training, &mean, &deviation));
    println!("test:\n{:.2}", standardised(&test, &mean, &deviation));
    // ANCHOR_END: standardise
}

fn momentum() {
    // ANCHOR: momentum
    let gradient = array![1.0];
    let (mut w, mut velocity) = (array![0.0], array![0.0]);
    for t in 1..=50 {
        let before = w[0];
        (w, velocity) = momentum_step(&w, &velocity, &gradient, 0.1, 0.9);
        if [1, 2, 5, 10, 50].contains(&t) {
            println!("step {t:2}: {:.3}", before - w[0]);
        }
    }
    // ANCHOR_END: momentum
}

fn adam() {
    // ANCHOR: adam
    let zero = array![0.0];
    for gradient in [1e6, 1.0, 1e-3, 1e-6, 1e-8] {
        let (w, ..) = adam_step(&zero, &zero, &zero, &array![gradient], 1, 0.001);
        println!("gradient {gradient:e}: step {:.6}", -w[0]);
    }
    // ANCHOR_END: adam
}

fn drop() {
    // ANCHOR: dropout
    let h = Array2::ones((1000, 10));
    let (dropped, mask) = dropout(&h, &given::uniform(1000, 10, 1), 0.2, true);
    println!("the first row: {:.2}", dropped.row(0));
    println!("the mean: {:.3}", dropped.sum() / dropped.len() as f64);

    let back = dropout_backward(&h, &mask);
    println!("the way back: {:.2}", back.row(0));
    // ANCHOR_END: dropout
}

fn stopping() {
    // ANCHOR: stopping
    let errors = [5.0, 3.0, 4.0, 3.0, 6.0, 1.0];
    for patience in [1, 3, 4] {
        let (best, last) = early_stopping(&errors, patience);
        println!("patience {patience}: keep epoch {best}, end with epoch {last}");
    }
    // ANCHOR_END: stopping
}

fn overfit() {
    // ANCHOR: overfit
    let (x, y) = two_flowers();
    let start = IRIS_NETWORK.initial([SQRT_2, 1.0], 1);
    let recipe = Recipe { eta: 0.05, epochs: 100, ..PLAIN };
    IRIS_NETWORK.train(&recipe, start, (&x, &y), |epoch, w| {
        if [0, 1, 10, 100].contains(&epoch) {
            println!("after {epoch:3} epochs: {:.4}", IRIS_NETWORK.error(w, &x, &y));
        }
    });
    // ANCHOR_END: overfit
}

/// Two flowers of different species.
fn two_flowers() -> (Array2<f64>, Array2<f64>) {
    let (x, y) = flowers(FLOWERS);
    let other = (1..FLOWERS).find(|&i| y.row(i) != y.row(0)).expect("there are three species");
    (ch08::rows(&x, &[0, other]), ch08::rows(&y, &[0, other]))
}

fn clipping() {
    // ANCHOR: clip
    fn clip(gradients: &mut [Array1<f64>], limit: f64) {
        let length = gradients.iter().map(|g| g.dot(g)).sum::<f64>().sqrt();
        if length > limit {
            for gradient in gradients {
                *gradient *= limit / length;
            }
        }
    }

    let mut gradients = [array![30.0, 0.0], array![0.0, 40.0]];
    clip(&mut gradients, 5.0);
    println!("{} and {}", gradients[0], gradients[1]);
    // ANCHOR_END: clip
}

fn dead() {
    let [(x, y), _] = divided(&irises(1), FLOWERS);
    let h = |w: &Array1<f64>| DEAD_NETWORK.activations(w, &x);
    let before = h(&DEAD_NETWORK.initial([SQRT_2, 1.0], 0));
    let w = relu_trained(&(x.clone(), y.clone()), 1.0, 0);
    let after = h(&w);
    // ANCHOR: dead
    let is_dead = |column: &ArrayView1<f64>| column.iter().all(|&h| h == 0.0);
    let dead = |h: &Array2<f64>| h.columns().into_iter().filter(is_dead).count();
    println!("{} of {} before, {} after", dead(&before), before.ncols(), dead(&after));
    // ANCHOR_END: dead
    debug_assert_eq!(dead(&after), dead_neurons(&w, &x), "both count the same");
}
