//! The course's own two ways: chapter 6 by hand, chapter 7 on the tape.

use crate::{Sizes, answers, numbers};
use ndarray::Array2;

fn matrix(rows: usize, columns: usize, entries: Vec<f64>) -> Array2<f64> {
    Array2::from_shape_vec((rows, columns), entries).expect("as many entries as the shape says")
}

pub fn by_hand([n, k, d, m]: Sizes) -> Box<dyn FnMut()> {
    let x = ch06::given::with_bias(&matrix(n, k, numbers(n * k)));
    let y = matrix(n, m, answers(n * m));
    let mut network = ch06::given::initial_network(1, ch06::given::Objective::Classification, k + 1, d, m);
    Box::new(move || {
        ch06::train_step(&mut network, &x, &y, 0.01);
    })
}

pub fn tape([n, k, d, m]: Sizes) -> Box<dyn FnMut()> {
    let (x, y) = (matrix(n, k, numbers(n * k)), matrix(n, m, answers(n * m)));
    let mut network = ch07::given::initial_network(1, ch07::given::Objective::Classification, k, d, m);
    Box::new(move || {
        ch07::train_step(&mut network, &x, &y, 0.01);
    })
}
