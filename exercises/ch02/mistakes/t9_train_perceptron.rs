//! Spoilers: wrong ways to write `train_perceptron`, and the inputs that tell them apart. The tests use them to
//! name a mistake.

use checks::{Diagnosis, Random, does_not_end};
use ndarray::{Array1, Array2, Axis, array};

pub type TrainPerceptron = fn(&Array2<f64>, &Array1<f64>, usize) -> Array1<f64>;
type Inputs = (Array2<f64>, Array1<f64>, usize);

pub static TRAIN_PERCEPTRON: Diagnosis<TrainPerceptron, TrainPerceptron, Inputs> = Diagnosis {
    function: "train_perceptron",
    slot: |f| f,
    right: trained,
    mistakes: &[
        ("the weights stay 0: write `w = …` without `let`, and count a = 0 as a mistake", |x, _, _| zeros(x)),
        ("`epochs` steps are made: an epoch goes through all samples, one step for each", |x, y, epochs| {
            (0..epochs).fold(zeros(x), |w, step| stepped(w, x, y, step % x.nrows()))
        }),
        ("`epochs` steps are made: an epoch goes through all samples, one step for each", |x, y, epochs| {
            (0..epochs).fold(zeros(x), |w, step| stepped(w, x, y, step))
        }),
        ("the count of epochs grows with each sample: it grows by one after all of them", |x, y, epochs| {
            trained(x, y, epochs.div_ceil(x.nrows()))
        }),
        (
            "the training goes on until no mistake is left: it ends after `epochs` epochs, whatever is left",
            |x, y, _| {
                let mut w = zeros(x);
                for _ in 0..300 {
                    if (0..x.nrows()).all(|j| !answer_is_wrong(&w, x, y, j)) {
                        return w;
                    }
                    w = epoch(w, x, y);
                }
                does_not_end()
            },
        ),
        (
            "one epoch is made, however many are asked for: does w = 0, or a `return`, stand inside the outer loop?",
            |x, y, epochs| trained(x, y, epochs.min(1)),
        ),
        ("one epoch is made, however many are asked for: loop `for _ in 0..epochs` around the samples", |x, y, _| {
            trained(x, y, 1)
        }),
        ("one epoch too many: `0..epochs` runs epochs times", |x, y, epochs| trained(x, y, epochs + 1)),
        ("one epoch too few: `0..epochs` runs epochs times", |x, y, epochs| trained(x, y, epochs.saturating_sub(1))),
        ("twice as many epochs as asked for: `0..epochs` runs epochs times", |x, y, epochs| trained(x, y, 2 * epochs)),
        ("without an epoch there is no step: `for _ in 0..epochs` asks before each one", |x, y, epochs| {
            trained(x, y, epochs.max(1))
        }),
        (NUMBER_EPOCHS, |x, y, epochs| trained(x, y, epochs.min(100))),
        (NUMBER_EPOCHS, |x, y, epochs| trained(x, y, epochs.min(10))),
        (NUMBER_EPOCHS, |x, y, epochs| trained(x, y, epochs.min(20))),
        (NUMBER_EPOCHS, |x, y, epochs| trained(x, y, epochs.min(50))),
        (
            "the loops are swapped: the outer one counts epochs, the inner one goes through the samples",
            |x, y, epochs| (0..x.nrows()).fold(zeros(x), |w, j| (0..epochs).fold(w, |w, _| stepped(w, x, y, j))),
        ),
        ("the weights start at 1: begin with `Array1::zeros(x.ncols())`", |x, y, epochs| {
            epochs_from(Array1::ones(x.ncols()), x, y, epochs)
        }),
        ("the weights start as the first sample: begin with `Array1::zeros(x.ncols())`", |x, y, epochs| {
            epochs_from(x.row(0).to_owned(), x, y, epochs)
        }),
        ("the bias starts at 1: begin with `Array1::zeros(x.ncols())`", |x, y, epochs| {
            let mut w = zeros(x);
            w[0] = 1.0;
            epochs_from(w, x, y, epochs)
        }),
        (
            "this is y x of the last sample alone: does w = 0 stand in the inner loop, or is one row shown only?",
            |x, y, epochs| each_step(x, y, epochs, |_, x, y, j| stepped(zeros(x), x, y, j)),
        ),
        ("the bias is 0 again in each epoch: nothing is reset inside the loops", |x, y, epochs| {
            (0..epochs).fold(zeros(x), |mut w, _| {
                w[0] = 0.0;
                epoch(w, x, y)
            })
        }),
        (
            "a whole epoch is answered with the weights it began with: each step goes on from the one before",
            |x, y, epochs| {
                (0..epochs).fold(zeros(x), |before, _| {
                    (0..x.nrows()).fold(before.clone(), |w, j| w + stepped(before.clone(), x, y, j) - &before)
                })
            },
        ),
        ("the mean of an epoch's steps is taken: each sample is a step of its own, y x", |x, y, epochs| {
            (0..epochs).fold(zeros(x), |before, _| {
                let n = x.nrows() as f64;
                (0..x.nrows()).fold(before.clone(), |w, j| w + (stepped(before.clone(), x, y, j) - &before) / n)
            })
        }),
        ("the new weights are added to the old: `w = perceptron_step(…)`, not `w = w + …`", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| &w + &stepped(w.clone(), x, y, j))
        }),
        ("the steps go the wrong way: a mistake adds y x", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| moved_if(answer_is_wrong(&w, x, y, j), w, x, j, -y[j]))
        }),
        ("the label is left out of the step: a mistake adds y x, not x", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| moved_if(answer_is_wrong(&w, x, y, j), w, x, j, 1.0))
        }),
        ("the weights move by (y − ŷ) x, twice the step: Rosenblatt's rule is y x", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| {
                let y_hat = side(sum(&w, x, j));
                moved_if(true, w, x, j, y[j] - y_hat)
            })
        }),
        ("the weights move by 2 y x, twice the step: Rosenblatt's rule is y x", |x, y, epochs| {
            2.0 * trained(x, y, epochs)
        }),
        ("the weights move by (y − ŷ)/2 x, half a step at a = 0: Rosenblatt's rule is y x", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| {
                let y_hat = side(sum(&w, x, j));
                moved_if(true, w, x, j, (y[j] - y_hat) / 2.0)
            })
        }),
        ("the step has half its size: Rosenblatt's rule is y x, without a factor", |x, y, epochs| {
            0.5 * trained(x, y, epochs)
        }),
        ("a learning rate of 0.1 is built in: Rosenblatt's rule is y x, without a factor", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| moved_if(answer_is_wrong(&w, x, y, j), w, x, j, 0.1 * y[j]))
        }),
        ("a learning rate of 0.01 is built in: Rosenblatt's rule is y x, without a factor", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| moved_if(answer_is_wrong(&w, x, y, j), w, x, j, 0.01 * y[j]))
        }),
        ("the step is divided by the number of samples: each sample is a step of its own, y x", |x, y, epochs| {
            trained(x, y, epochs) / x.nrows() as f64
        }),
        ("the weights are divided by the number of epochs: the answer is what the last step leaves", |x, y, epochs| {
            trained(x, y, epochs) / epochs.max(1) as f64
        }),
        ("the weights are made to have length 1: the answer is what the last step leaves", |x, y, epochs| {
            let w = trained(x, y, epochs);
            let length = w.dot(&w).sqrt();
            if length > 0.0 { w / length } else { w }
        }),
        (
            "the weights move by (y − a) x, another rule: here only counts whether the answer is right",
            |x, y, epochs| {
                each_step(x, y, epochs, |w, x, y, j| {
                    let a = sum(&w, x, j);
                    moved_if(true, w, x, j, y[j] - a)
                })
            },
        ),
        ("the answer is asked anew for each weight: ask once for a sample, then move all weights", |x, y, epochs| {
            each_step(x, y, epochs, |mut w, x, y, j| {
                for i in 0..w.len() {
                    if answer_is_wrong(&w, x, y, j) {
                        w[i] += y[j] * x[[j, i]];
                    }
                }
                w
            })
        }),
        ("the weights move for right answers, too: only a mistake moves them", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| moved_if(true, w, x, j, y[j]))
        }),
        (
            "a = 0 counts as right for the label 1: the neuron is undecided, which is a mistake for both labels",
            |x, y, epochs| {
                each_step(x, y, epochs, |w, x, y, j| {
                    let wrong = if sum(&w, x, j) >= 0.0 { y[j] != 1.0 } else { y[j] == 1.0 };
                    moved_if(wrong, w, x, j, y[j])
                })
            },
        ),
        (
            "a = 0 counts as right for the label −1: the neuron is undecided, which is a mistake for both labels",
            |x, y, epochs| {
                each_step(x, y, epochs, |w, x, y, j| {
                    let wrong = if sum(&w, x, j) > 0.0 { y[j] != 1.0 } else { y[j] == 1.0 };
                    moved_if(wrong, w, x, j, y[j])
                })
            },
        ),
        (
            "answers coded 0 and 1 meet labels coded −1 and 1: a negative pre-activation is the answer −1",
            |x, y, epochs| {
                each_step(x, y, epochs, |w, x, y, j| {
                    let y_hat = if sum(&w, x, j) > 0.0 { 1.0 } else { 0.0 };
                    moved_if(true, w, x, j, y[j] - y_hat)
                })
            },
        ),
        (
            "answers coded 0 and 1 meet labels coded −1 and 1: a negative pre-activation is the answer −1",
            |x, y, epochs| {
                each_step(x, y, epochs, |w, x, y, j| {
                    let y_hat = if sum(&w, x, j) > 0.0 { 1.0 } else { 0.0 };
                    moved_if(y_hat != y[j], w, x, j, y[j])
                })
            },
        ),
        ("the labels are recoded, 2y − 1: they are −1 and 1 already", |x, y, epochs| {
            trained(x, &y.mapv(|y| 2.0 * y - 1.0), epochs)
        }),
        ("the labels are recoded: −1 has become 0, and a step for it moves nothing", |x, y, epochs| {
            trained(x, &y.mapv(|y| (y + 1.0) / 2.0), epochs)
        }),
        ("the sign of the weights is turned round: a mistake adds y x, with y as it is given", |x, y, epochs| {
            trained(x, &-y, epochs)
        }),
        ("the answer is cut at 0.5: a pre-activation is cut at 0, a probability at 0.5", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| {
                let y_hat = side(sum(&w, x, j) - 0.5);
                moved_if(y_hat != y[j], w, x, j, y[j])
            })
        }),
        ("y · a must only be positive: it is compared with 1 here, and with 0 in the rule", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| moved_if(y[j] * sum(&w, x, j) < 1.0, w, x, j, y[j]))
        }),
        ("y · a must only be positive: it is compared with 1 here, and with 0 in the rule", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| moved_if(y[j] * sum(&w, x, j) <= 1.0, w, x, j, y[j]))
        }),
        ("the sign is taken without the bias: the first product belongs to the pre-activation", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| {
                let a = sum(&w, x, j) - w[0] * x[[j, 0]];
                moved_if(y[j] * a <= 0.0, w, x, j, y[j])
            })
        }),
        ("the bias does not move: the first weight moves like the others", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| {
                let bias = w[0];
                let mut after = stepped(w, x, y, j);
                after[0] = bias;
                after
            })
        }),
        ("the last weight does not move: all weights move by y x", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| {
                let last = w.len() - 1;
                let before = w[last];
                let mut after = stepped(w, x, y, j);
                after[last] = before;
                after
            })
        }),
        ("the bias moves by y, as if column 0 held ones only: all weights move by y x", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| {
                let bias = if answer_is_wrong(&w, x, y, j) { w[0] + y[j] } else { w[0] };
                let mut after = stepped(w, x, y, j);
                after[0] = bias;
                after
            })
        }),
        ("a step is repeated until its sample is right: one step for each sample, then the next", |x, y, epochs| {
            each_step(x, y, epochs, |mut w, x, y, j| {
                while answer_is_wrong(&w, x, y, j) {
                    w = stepped(w, x, y, j);
                }
                w
            })
        }),
        ("each sample is shown twice: one step for each sample, then the next", |x, y, epochs| {
            each_step(x, y, epochs, |w, x, y, j| stepped(stepped(w, x, y, j), x, y, j))
        }),
        ("the first sample is left out: indices start at 0", |x, y, epochs| {
            some_rows(x, y, epochs, |n| (1..n).collect())
        }),
        ("the last sample is left out: `0..x.nrows()` ends with the last index", |x, y, epochs| {
            some_rows(x, y, epochs, |n| (0..n - 1).collect())
        }),
        (
            "this is y x of the first sample alone: is row 0 shown each time, or do the loops end too early?",
            |x, y, epochs| some_rows(x, y, epochs, |_| vec![0]),
        ),
        (
            "this is y x of the last sample alone: does w = 0 stand in the inner loop, or is one row shown only?",
            |x, y, epochs| some_rows(x, y, epochs, |n| vec![n - 1]),
        ),
        ("the samples come in reverse: an epoch begins with row 0", |x, y, epochs| {
            some_rows(x, y, epochs, |n| (0..n).rev().collect())
        }),
        (
            "this is y x of the first sample alone: is row 0 shown each time, or do the loops end too early?",
            |x, y, epochs| {
                if epochs > 0 { stepped(zeros(x), x, y, 0) } else { zeros(x) }
            },
        ),
        (
            "one sample is shown in each epoch, the same as its number: an epoch goes through all rows",
            |x, y, epochs| (0..epochs.min(x.nrows())).fold(zeros(x), |w, j| stepped(w, x, y, j)),
        ),
        ("all samples get the first label: row j belongs to `y[j]`", |x, y, epochs| {
            trained(x, &y.mapv(|_| y[0]), epochs)
        }),
        ("all labels meet the first sample: `y[j]` belongs to row j", |x, y, epochs| {
            trained(&Array2::from_shape_fn(x.dim(), |(_, i)| x[[0, i]]), y, epochs)
        }),
        ("the labels are read backwards: row j belongs to `y[j]`", |x, y, epochs| {
            trained(x, &y.iter().rev().copied().collect(), epochs)
        }),
        (
            "the loop over the samples runs to the number of columns: the samples are the rows, `0..x.nrows()`",
            |x, y, epochs| (0..epochs).fold(zeros(x), |w, _| (0..x.ncols()).fold(w, |w, j| stepped(w, x, y, j))),
        ),
        ("one weight for each row: there is one for each column of x, `Array1::zeros(x.ncols())`", |x, y, epochs| {
            assert!(epochs == 0 || x.is_square(), "two arrays of different ShapeError");
            epochs_from(Array1::zeros(x.nrows()), x, y, epochs)
        }),
        ("the columns are taken for samples: sample j is row j, `x.row(j)`", |x, y, epochs| {
            assert!(epochs == 0 || x.is_square(), "two arrays of different ShapeError");
            trained(&x.t().to_owned(), y, epochs)
        }),
        ("a column of ones is put before x once more: it is in place already", |x, y, epochs| {
            let more =
                Array2::from_shape_fn((x.nrows(), x.ncols() + 1), |(j, i)| if i == 0 { 1.0 } else { x[[j, i - 1]] });
            trained(&more, y, epochs)
        }),
        ("the first column is left out: column 0 belongs to the bias, and has a weight too", |x, y, epochs| {
            let less = x.select(Axis(1), &(1..x.ncols()).collect::<Vec<_>>());
            trained(&less, y, epochs)
        }),
        ("an epoch ends at the first right answer: the samples behind it count too", |x, y, epochs| {
            until(x, y, epochs, |w, x, y, j| !answer_is_wrong(w, x, y, j))
        }),
        ("an epoch ends at the first mistake: the samples behind it count too", |x, y, epochs| {
            until(x, y, epochs, answer_is_wrong)
        }),
        ("the training ends at the first right answer: all epochs go through all samples", |x, y, epochs| {
            let mut w = zeros(x);
            for step in 0..epochs * x.nrows() {
                if !answer_is_wrong(&w, x, y, step % x.nrows()) {
                    return w;
                }
                w = stepped(w, x, y, step % x.nrows());
            }
            w
        }),
        ("the best weights on the way are kept: the answer is what the last step leaves", |x, y, epochs| {
            let left = |w: &Array1<f64>| (0..y.len()).filter(|&j| answer_is_wrong(w, x, y, j)).count();
            let (mut w, mut best) = (zeros(x), zeros(x));
            for _ in 0..epochs {
                w = epoch(w, x, y);
                if left(&w) < left(&best) {
                    best = w.clone();
                }
            }
            best
        }),
        ("the best weights on the way are kept: the answer is what the last step leaves", |x, y, epochs| {
            let right = |w: &Array1<f64>| (0..y.len()).filter(|&j| !answer_is_wrong(w, x, y, j)).count();
            let (mut w, mut best) = (zeros(x), zeros(x));
            for step in 0..epochs * x.nrows() {
                w = stepped(w, x, y, step % x.nrows());
                if right(&w) > right(&best) {
                    best = w.clone();
                }
            }
            best
        }),
        (
            "the training ends with an epoch that is no better than the one before: go through all of them",
            |x, y, epochs| {
                let left = |w: &Array1<f64>| (0..y.len()).filter(|&j| answer_is_wrong(w, x, y, j)).count();
                let mut w = zeros(x);
                for _ in 0..epochs {
                    let after = epoch(w.clone(), x, y);
                    if left(&after) >= left(&w) {
                        return after;
                    }
                    w = after;
                }
                w
            },
        ),
        ("the weights of all steps are averaged: the answer is what the last step leaves", |x, y, epochs| {
            let (mut w, mut total, steps) = (zeros(x), zeros(x), epochs * x.nrows());
            for step in 0..steps {
                w = stepped(w, x, y, step % x.nrows());
                total += &w;
            }
            total / steps.max(1) as f64
        }),
        ("the weights after each epoch are added up: the answer is what the last step leaves", |x, y, epochs| {
            (1..=epochs).fold(zeros(x), |total, epochs| total + trained(x, y, epochs))
        }),
        ("the digits after the point are lost: keep the numbers as `f64`, without `as i64`", |x, y, epochs| {
            trained(x, y, epochs).mapv(f64::trunc)
        }),
        ("the weights stand in reverse order: weight i belongs to column i", |x, y, epochs| {
            trained(x, y, epochs).iter().rev().copied().collect()
        }),
    ],
    inputs: || {
        let two = (array![[1.0, 1.0], [1.0, 2.0]], array![-1.0, 1.0]);
        let three = (array![[1.0, 1.0], [1.0, 2.0], [1.0, -1.0]], array![-1.0, 1.0, 1.0]);
        let turned = (array![[1.0, 2.0], [1.0, 1.0]], array![1.0, -1.0]);
        let mut inputs = vec![];
        for (x, y) in [two, three, turned] {
            inputs.extend([0, 1, 2, 3, 5, 8].map(|epochs| (x.clone(), y.clone(), epochs)));
        }
        let (gates, by_columns) = (
            array![[1.0, -1.0, -1.0], [1.0, -1.0, 1.0], [1.0, 1.0, -1.0], [1.0, 1.0, 1.0]],
            array![[1.0, 1.0, 1.0], [0.5, -2.0, 3.0]].reversed_axes(),
        );
        inputs.extend([
            (gates.clone(), array![-1.0, 1.0, 1.0, -1.0], 1),
            (gates.clone(), array![-1.0, 1.0, 1.0, -1.0], 3),
            (gates, array![-1.0, -1.0, -1.0, 1.0], 4),
            (by_columns, array![1.0, -1.0, 1.0], 3),
            (array![[1.0, 2.0]], array![-1.0], 4),
            (array![[2.0], [-3.0], [0.5]], array![1.0, 1.0, -1.0], 3),
            (array![[1.0, 1.0], [1.0, 1.0625]], array![-1.0, 1.0], 15),
            (array![[1.0, 1.0], [1.0, 1.0625]], array![-1.0, 1.0], 60),
            (array![[1.0, 1.0], [1.0, 1.015625]], array![-1.0, 1.0], 110),
            (array![[1.0, 10.0], [1.0, 1.0]], array![1.0, -1.0], 2),
        ]);
        let mut random = Random::seeded(1029);
        for (n, k, epochs) in [(5, 3, 1), (5, 3, 4), (2, 4, 3), (3, 3, 2), (6, 2, 5), (4, 1, 3)] {
            inputs.push((3.0 * random.matrix(n, k), random.vector(n).mapv(f64::signum), epochs));
        }
        inputs
    },
    call: |train, (x, y, epochs)| train(x, y, *epochs).into(),
    properties: &[
        ("there is more than one epoch", |(_, _, epochs)| *epochs > 1),
        ("there are more than two epochs", |(_, _, epochs)| *epochs > 2),
        ("there are more than ten epochs", |(_, _, epochs)| *epochs > 10),
        ("there is more than one sample", |(_, y, _)| y.len() > 1),
        ("there are more than two samples", |(_, y, _)| y.len() > 2),
        ("there are as many samples as columns", |(x, _, _)| x.is_square()),
        ("there are more samples than columns", |(x, _, _)| x.nrows() > x.ncols()),
        ("there are fewer samples than columns", |(x, _, _)| x.nrows() < x.ncols()),
        ("the first column does not hold ones only", |(x, _, _)| x.column(0).iter().any(|&v| v != 1.0)),
        ("the first label is 1", |(_, y, _)| y[0] == 1.0),
        ("the weights of the last epoch make no mistake", |(x, y, epochs)| {
            *epochs > 0 && {
                let w = trained(x, y, *epochs);
                (0..y.len()).all(|j| !answer_is_wrong(&w, x, y, j))
            }
        }),
    ],
};

const NUMBER_EPOCHS: &str = "the number of epochs is limited: all that are asked for count";

/// The right answer, as the documentation has it.
pub fn trained(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    epochs_from(zeros(x), x, y, epochs)
}

/// Whether the answer to sample j is not its label; an undecided neuron has not given it.
pub fn answer_is_wrong(w: &Array1<f64>, x: &Array2<f64>, y: &Array1<f64>, j: usize) -> bool {
    y[j] * sum(w, x, j) <= 0.0
}

fn zeros(x: &Array2<f64>) -> Array1<f64> {
    Array1::zeros(x.ncols())
}

fn side(a: f64) -> f64 {
    f64::from(i8::from(a > 0.0) - i8::from(a < 0.0))
}

fn sum(w: &Array1<f64>, x: &Array2<f64>, j: usize) -> f64 {
    w.iter().zip(x.row(j)).map(|(w, x)| w * x).sum()
}

fn moved_if(moves: bool, mut w: Array1<f64>, x: &Array2<f64>, j: usize, factor: f64) -> Array1<f64> {
    if moves {
        w.iter_mut().zip(x.row(j)).for_each(|(w, x)| *w += factor * x);
    }
    w
}

/// One step of the rule, for sample j.
fn stepped(w: Array1<f64>, x: &Array2<f64>, y: &Array1<f64>, j: usize) -> Array1<f64> {
    moved_if(answer_is_wrong(&w, x, y, j), w, x, j, y[j])
}

fn epoch(w: Array1<f64>, x: &Array2<f64>, y: &Array1<f64>) -> Array1<f64> {
    (0..x.nrows()).fold(w, |w, j| stepped(w, x, y, j))
}

fn epochs_from(w: Array1<f64>, x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Array1<f64> {
    (0..epochs).fold(w, |w, _| epoch(w, x, y))
}

type Step = fn(Array1<f64>, &Array2<f64>, &Array1<f64>, usize) -> Array1<f64>;

/// All epochs with another step.
fn each_step(x: &Array2<f64>, y: &Array1<f64>, epochs: usize, step: Step) -> Array1<f64> {
    (0..epochs * x.nrows()).fold(zeros(x), |w, number| step(w, x, y, number % x.nrows()))
}

/// All epochs, through other rows than all in order.
fn some_rows(x: &Array2<f64>, y: &Array1<f64>, epochs: usize, rows: impl Fn(usize) -> Vec<usize>) -> Array1<f64> {
    (0..epochs).fold(zeros(x), |w, _| rows(x.nrows()).into_iter().fold(w, |w, j| stepped(w, x, y, j)))
}

type IsLast = fn(&Array1<f64>, &Array2<f64>, &Array1<f64>, usize) -> bool;

/// All epochs, each no further than the first sample of which `is_last` holds, before its step.
fn until(x: &Array2<f64>, y: &Array1<f64>, epochs: usize, is_last: IsLast) -> Array1<f64> {
    let mut w = zeros(x);
    for _ in 0..epochs {
        for j in 0..x.nrows() {
            let ends = is_last(&w, x, y, j);
            w = stepped(w, x, y, j);
            if ends {
                break;
            }
        }
    }
    w
}
