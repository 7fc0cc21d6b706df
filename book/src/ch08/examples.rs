//! The code of chapter 8. Its `println!` writes into the book. Where lines can be at most 43 letters long, as many as a
//! phone shows, they are broken by hand, since `rustfmt` would join them.

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

#[rustfmt::skip]
fn standardise() {
    // ANCHOR: standardise
    let training = array![
        [1.0, 10.0],
        [3.0, 30.0],
        [5.0, 80.0],
    ];
    let test = array![
        [3.0, 60.0],
        [9.0, 40.0],
    ];

    let (mean, deviation) =
        statistics(&training);
    println!("mean {mean:.2}");
    println!("deviation {deviation:.2}");
    let training = standardised(
        &training, &mean, &deviation,
    );
    let test = standardised(
        &test, &mean, &deviation,
    );
    println!("training:\n{training:.2}");
    println!("test:\n{test:.2}");
    // ANCHOR_END: standardise
}

#[rustfmt::skip]
fn momentum() {
    // ANCHOR: momentum
    let gradient = array![1.0];
    let mut w = array![0.0];
    let mut velocity = array![0.0];
    for t in 1..=50 {
        let before = w[0];
        (w, velocity) = momentum_step(
            &w, &velocity, &gradient, 0.1, 0.9,
        );
        let step = before - w[0];
        if [1, 2, 5, 10, 50].contains(&t) {
            println!("step {t:2}: {step:.3}");
        }
    }
    // ANCHOR_END: momentum
}

#[rustfmt::skip]
fn adam() {
    // ANCHOR: adam
    let zero = array![0.0];
    for g in [1e6, 1.0, 1e-3, 1e-6, 1e-8] {
        let (w, ..) = adam_step(
            &zero, &zero, &zero,
            &array![g], 1, 0.001,
        );
        let step = -w[0];
        println!("gradient {g:e}: {step:.6}");
    }
    // ANCHOR_END: adam
}

#[rustfmt::skip]
fn drop() {
    // ANCHOR: dropout
    let h = Array2::ones((2500, 4));
    let uniform = given::uniform(2500, 4, 1);
    let (dropped, mask) =
        dropout(&h, &uniform, 0.2, true);
    let n = dropped.len() as f64;
    println!("one row: {:.2}", dropped.row(0));
    println!("mean: {:.3}", dropped.sum() / n);

    let back = dropout_backward(&h, &mask);
    println!("way back: {:.2}", back.row(0));
    // ANCHOR_END: dropout
}

#[rustfmt::skip]
fn stopping() {
    // ANCHOR: stopping
    let errors =
        [5.0, 3.0, 4.0, 3.0, 6.0, 1.0];
    for patience in [1, 3, 4] {
        let (best, last) =
            early_stopping(&errors, patience);
        println!(
            "patience {patience}: \
             best {best}, last {last}"
        );
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

#[rustfmt::skip]
fn clipping() {
    // ANCHOR: clip
    fn clip(
        gradients: &mut [Array1<f64>],
        limit: f64,
    ) {
        let length = gradients
            .iter()
            .map(|g| g.dot(g))
            .sum::<f64>()
            .sqrt();
        if length > limit {
            for gradient in gradients {
                *gradient *= limit / length;
            }
        }
    }

    let mut gradients = [
        array![30.0, 0.0],
        array![0.0, 40.0],
    ];
    clip(&mut gradients, 5.0);
    let [first, second] = gradients;
    println!("{first} and {second}");
    // ANCHOR_END: clip
}

#[rustfmt::skip]
fn dead() {
    let [(x, y), _] = divided(&irises(1), FLOWERS);
    let h = |w: &Array1<f64>| DEAD_NETWORK.activations(w, &x);
    let before = h(&DEAD_NETWORK.initial([SQRT_2, 1.0], 0));
    let w = relu_trained(&(x.clone(), y.clone()), 1.0, 0);
    let after = h(&w);
    // ANCHOR: dead
    let is_dead = |column: &ArrayView1<f64>| {
        column.iter().all(|&h| h == 0.0)
    };
    let dead = |h: &Array2<f64>| {
        h.columns()
            .into_iter()
            .filter(is_dead)
            .count()
    };
    println!(
        "{} of {} before, {} after",
        dead(&before),
        before.ncols(),
        dead(&after),
    );
    // ANCHOR_END: dead
    debug_assert_eq!(dead(&after), dead_neurons(&w, &x), "both count the same");
}
