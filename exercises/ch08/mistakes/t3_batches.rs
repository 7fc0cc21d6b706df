//! Spoilers: wrong ways to write `batches` and `rows`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use crate::given::shuffled;
use checks::{Answer, Diagnosis, Random};
use ndarray::{Array2, Axis};

pub type Batches = fn(usize, usize, u64) -> Vec<Vec<usize>>;
pub type Rows = fn(&Array2<f64>, &[usize]) -> Array2<f64>;
pub type Both = (Batches, Rows);

fn pieces(order: &[usize], size: usize) -> Vec<Vec<usize>> {
    order.chunks(size).map(<[usize]>::to_vec).collect()
}

pub static BATCHES: Diagnosis<Both, Batches, (usize, usize, u64)> = Diagnosis {
    function: "batches",
    slot: |f| &mut f.0,
    right: |n, size, seed| pieces(&shuffled(n, seed), size),
    mistakes: &[
        ("the last samples are dropped where `size` does not divide n: the last batch is shorter", |n, size, seed| {
            shuffled(n, seed).chunks_exact(size).map(<[usize]>::to_vec).collect()
        }),
        ("the samples come in their own order: take them in the order of `shuffled(n, seed)`", |n, size, _| {
            pieces(&(0..n).collect::<Vec<_>>(), size)
        }),
    ],
    inputs: || {
        vec![(5, 2, 1), (6, 3, 2), (12, 5, 3), (33, 32, 4), (3, 8, 5), (4, 1, 6), (10, 4, 7), (0, 3, 8), (4, 0, 9)]
    },
    call: |batches, &(n, size, seed)| {
        let batches = batches(n, size, seed);
        let lengths: Vec<f64> = batches.iter().map(|batch| batch.len() as f64).collect();
        let samples: Vec<f64> = batches.concat().into_iter().map(|i| i as f64).collect();
        Answer::named("the lengths of the batches", &lengths).and("the samples in order", &samples)
    },
    properties: &[("`size` does not divide n", |&(n, size, _)| size > 0 && n % size != 0)],
};

pub static ROWS: Diagnosis<Both, Rows, (Array2<f64>, Vec<usize>)> = Diagnosis {
    function: "rows",
    slot: |f| &mut f.1,
    right: |x, indices| x.select(Axis(0), indices),
    mistakes: &[("these are the first rows, and not those of `indices`", |x, indices| {
        x.select(Axis(0), &(0..indices.len()).collect::<Vec<_>>())
    })],
    inputs: || {
        let mut random = Random::seeded(831);
        vec![
            (random.matrix(3, 2), vec![2, 0]),
            (random.matrix(5, 3), vec![4, 1, 3]),
            (random.matrix(3, 3), vec![1, 2, 0]),
            (random.matrix(4, 1), vec![1, 1, 0]),
            (random.matrix(2, 4), vec![]),
            (random.matrix(2, 1), vec![2]),
        ]
    },
    call: |rows, (x, indices)| rows(x, indices).into(),
    properties: &[("an index comes twice", |(_, indices)| {
        (0..indices.len()).any(|i| indices[..i].contains(&indices[i]))
    })],
};
