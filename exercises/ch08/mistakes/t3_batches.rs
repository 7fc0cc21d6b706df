//! Spoilers: wrong ways to write `batches` and `rows`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use crate::given::shuffled;
use checks::{Answer, Diagnosis, Random};
use ndarray::{Array2, Axis};

pub type Batches = fn(usize, usize, u64) -> Vec<Vec<usize>>;
pub type Rows = fn(&Array2<f64>, &[usize]) -> Array2<f64>;
pub type Both = (Batches, Rows);

const COUNT: &str = "n / size is about how many batches there are: each of them holds `size` samples";
const SCATTERED: &str = "row `i` is written to place `indices[i]`: take row `indices[i]`, and write it to place `i`";
const NOT_THERE: &str = "an index that is not there gives no panic: let it end in one";

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
        ("the order is the same for every seed: hand `seed` on to `shuffled`", |n, size, _| {
            pieces(&shuffled(n, 0), size)
        }),
        ("the order is that of another seed, one higher", |n, size, seed| pieces(&shuffled(n, seed + 1), size)),
        ("the last batch is filled up with samples from the beginning: each sample comes once", |n, size, seed| {
            let order = shuffled(n, seed);
            let all: Vec<usize> = (0..n.div_ceil(size) * size).map(|i| order[i % n]).collect();
            pieces(&all, size)
        }),
        ("the last batch is filled up with its own last sample: each sample comes once", |n, size, seed| {
            let order = shuffled(n, seed);
            let all: Vec<usize> = (0..n.div_ceil(size) * size).map(|i| order[i.min(n - 1)]).collect();
            pieces(&all, size)
        }),
        ("the batches are sorted: keep the random order", |n, size, seed| {
            let mut all = pieces(&shuffled(n, seed), size);
            for batch in &mut all {
                batch.sort_unstable();
            }
            all
        }),
        ("all samples are in one batch: cut the order into pieces of `size`", |n, _, seed| vec![shuffled(n, seed)]),
        ("there are `size` batches: each batch holds `size` samples", |n, size, seed| {
            pieces(&shuffled(n, seed), n.div_ceil(size).max(1))
        }),
        ("only the first batch is there: does a `return` inside the loop end it?", |n, size, seed| {
            pieces(&shuffled(n, seed), size).into_iter().take(1).collect()
        }),
        ("the first batch is missing", |n, size, seed| pieces(&shuffled(n, seed), size).into_iter().skip(1).collect()),
        ("the samples left over join the batch before them: they are a batch of their own", |n, size, seed| {
            let mut all = pieces(&shuffled(n, seed), size);
            if all.len() > 1 && n % size != 0 {
                let rest = all.pop().unwrap();
                all.last_mut().unwrap().extend(rest);
            }
            all
        }),
        ("the batches overlap: each begins `size` samples after the one before, and not one", |n, size, seed| {
            shuffled(n, seed).windows(size).map(<[usize]>::to_vec).collect()
        }),
        ("the batches come in the reverse order", |n, size, seed| {
            pieces(&shuffled(n, seed), size).into_iter().rev().collect()
        }),
        ("the samples are dealt out in turn, like cards: a batch is a run of the order", |n, size, seed| {
            let order = shuffled(n, seed);
            let count = n.div_ceil(size);
            (0..count).map(|b| order.iter().copied().skip(b).step_by(count).collect()).collect()
        }),
        ("the indices run from 1 to n: they begin at 0", |n, size, seed| {
            pieces(&shuffled(n, seed).iter().map(|i| i + 1).collect::<Vec<_>>(), size)
        }),
        (
            "each batch is shuffled by itself, out of the samples in order: shuffle all of them, then cut",
            |n, size, seed| {
                let own: Vec<usize> = (0..n).collect();
                own.chunks(size).map(|piece| shuffled(piece.len(), seed).iter().map(|&i| piece[i]).collect()).collect()
            },
        ),
        ("the batches hold `size + 1` samples: `size`", |n, size, seed| pieces(&shuffled(n, seed), size + 1)),
        ("an empty batch comes last where `size` divides n", |n, size, seed| {
            let mut all = pieces(&shuffled(n, seed), size);
            if n % size == 0 {
                all.push(vec![]);
            }
            all
        }),
        (COUNT, |n, size, seed| pieces(&shuffled(n, seed), n / size)),
        (COUNT, |n, size, seed| pieces(&shuffled(n, seed), (n / size).max(1))),
        ("the last batch is missing, whether it is shorter or not", |n, size, seed| {
            let mut all = pieces(&shuffled(n, seed), size);
            all.pop();
            all
        }),
        ("a full batch is not emptied, so the last one holds all samples: begin a new one", |n, size, seed| {
            let order = shuffled(n, seed);
            let mut all: Vec<Vec<usize>> = order.chunks_exact(size).take(1).map(<[usize]>::to_vec).collect();
            all.push(order);
            all
        }),
        (
            "the samples are cut in their own order, and only the batches are shuffled: shuffle the samples, then cut",
            |n, size, seed| {
                let all = pieces(&(0..n).collect::<Vec<_>>(), size);
                shuffled(all.len(), seed).into_iter().map(|i| all[i].clone()).collect()
            },
        ),
    ],
    inputs: || {
        vec![(5, 2, 1), (6, 3, 2), (12, 5, 3), (33, 32, 4), (3, 8, 5), (4, 1, 6), (10, 4, 7), (0, 3, 8), (4, 0, 9)]
    },
    call: |batches, &(n, size, seed)| {
        let batches = batches(n, size, seed);
        let lengths: Vec<f64> = batches.iter().map(|batch| batch.len() as f64).collect();
        let samples: Vec<f64> = batches.concat().into_iter().map(|i| i as f64).collect();
        Answer::named("the list of the batches' lengths", &lengths).and("the order of the samples", &samples)
    },
    properties: &[("`size` does not divide n", |&(n, size, _)| size > 0 && n % size != 0)],
};

pub static ROWS: Diagnosis<Both, Rows, (Array2<f64>, Vec<usize>)> = Diagnosis {
    function: "rows",
    slot: |f| &mut f.1,
    right: |x, indices| x.select(Axis(0), indices),
    mistakes: &[
        ("these are the first rows, and not those of `indices`", |x, indices| {
            x.select(Axis(0), &(0..indices.len()).collect::<Vec<_>>())
        }),
        ("the rows are sorted: keep the order of `indices`", |x, indices| {
            let mut sorted = indices.to_vec();
            sorted.sort_unstable();
            x.select(Axis(0), &sorted)
        }),
        ("the rows come in the reverse order", |x, indices| {
            x.select(Axis(0), &indices.iter().rev().copied().collect::<Vec<_>>())
        }),
        ("all rows are returned: only those of `indices` are wanted", |x, _| x.clone()),
        ("only the first of the rows is there: go through all indices", |x, indices| {
            x.select(Axis(0), &indices[..indices.len().min(1)])
        }),
        ("the last row is missing", |x, indices| x.select(Axis(0), &indices[..indices.len().saturating_sub(1)])),
        ("the first row is missing", |x, indices| x.select(Axis(0), &indices[indices.len().min(1)..])),
        ("a row that comes twice in `indices` comes once: repeat it", |x, indices| {
            let mut seen = vec![];
            for &i in indices {
                if !seen.contains(&i) {
                    seen.push(i);
                }
            }
            x.select(Axis(0), &seen)
        }),
        ("these are the rows that are *not* in `indices`", |x, indices| {
            x.select(Axis(0), &(0..x.nrows()).filter(|i| !indices.contains(i)).collect::<Vec<_>>())
        }),
        (SCATTERED, |x, indices| {
            let mut out = Array2::zeros((indices.len(), x.ncols()));
            for (i, &index) in indices.iter().enumerate() {
                out.row_mut(index).assign(&x.row(i));
            }
            out
        }),
        (SCATTERED, |x, indices| {
            let mut out = Array2::zeros((indices.len(), x.ncols()));
            for (i, &index) in indices.iter().enumerate().filter(|&(_, &index)| index < indices.len()) {
                out.row_mut(index).assign(&x.row(i));
            }
            out
        }),
        ("each row is the first one of `indices`", |x, indices| {
            x.select(Axis(0), &indices.iter().map(|_| indices[0]).collect::<Vec<_>>())
        }),
        ("each index is taken one too high: the first row is row 0", |x, indices| {
            x.select(Axis(0), &indices.iter().map(|i| i + 1).collect::<Vec<_>>())
        }),
        ("each index is taken one too low: the first row is row 0", |x, indices| {
            x.select(Axis(0), &indices.iter().map(|i| i.saturating_sub(1)).collect::<Vec<_>>())
        }),
        ("these are columns: rows are `Axis(0)`", |x, indices| x.select(Axis(1), indices)),
        ("the result is transposed: one row for each index", |x, indices| x.select(Axis(0), indices).t().to_owned()),
        (NOT_THERE, |x, indices| {
            x.select(Axis(0), &indices.iter().copied().filter(|&i| i < x.nrows()).collect::<Vec<_>>())
        }),
        (NOT_THERE, |x, indices| x.select(Axis(0), &indices.iter().map(|i| i % x.nrows()).collect::<Vec<_>>())),
        ("the rows are zeros: write each row of x into its place", |x, indices| {
            Array2::zeros((indices.len(), x.ncols()))
        }),
    ],
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
