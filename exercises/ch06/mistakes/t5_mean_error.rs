//! Spoilers: wrong ways to write `mean_error` and `output_delta`, and the inputs that tell them apart. The tests use
//! them to name a mistake.

use crate::given::Objective;
use crate::naive::sigmoid;
use checks::{Diagnosis, Random};
use ndarray::{Array2, Axis, array, s};

pub type MeanError = fn(Objective, &Array2<f64>, &Array2<f64>) -> f64;
pub type OutputDelta = fn(Objective, &Array2<f64>, &Array2<f64>) -> Array2<f64>;
pub type Functions = (MeanError, OutputDelta);
type Inputs = (Objective, Array2<f64>, Array2<f64>);
type Property = (&'static str, fn(&Inputs) -> bool);

pub static MEAN_ERROR: Diagnosis<Functions, MeanError, Inputs> = Diagnosis {
    function: "mean_error",
    slot: |f| &mut f.0,
    right: mean,
    mistakes: &[
        ("the errors are summed, not averaged: divide by n, the number of rows", |o, p, y| errors(o, p, y).sum()),
        ("divided by n · m, the number of entries: divide by n, the number of samples", |o, p, y| {
            errors(o, p, y).sum::<f64>() / y.len() as f64
        }),
        ("divided by m, the number of outputs: divide by n, the number of samples", |o, p, y| {
            errors(o, p, y).sum::<f64>() / y.ncols() as f64
        }),
        ("divided by n twice: divide the sum once", |o, p, y| mean(o, p, y) / y.nrows() as f64),
        ("divided by n − 1: divide by n, the number of samples", |o, p, y| {
            errors(o, p, y).sum::<f64>() / (y.nrows() as f64 - 1.0)
        }),
        ("divided by n + 1: divide by n, the number of samples", |o, p, y| {
            errors(o, p, y).sum::<f64>() / (y.nrows() as f64 + 1.0)
        }),
        ("half of the mean error: the sum is divided by n, not by 2n", |o, p, y| mean(o, p, y) / 2.0),
        ("this is the root of the mean error: leave the root out", |o, p, y| mean(o, p, y).sqrt()),
        ("a quotient of whole numbers is cut off, 1 / n to 0: write `as f64` before the division", |o, p, y| {
            errors(o, p, y).sum::<f64>() * (1 / y.nrows()) as f64
        }),
        (
            "the error is 0 whatever is given: a sum that begins anew in the loop, or one that nothing is added to?",
            |o, p, y| {
                let _ = (o, p, y);
                0.0
            },
        ),
        ("the squared error is averaged: classification takes the cross-entropy", |_, p, y| {
            mean(Objective::Regression, p, y)
        }),
        ("the cross-entropy is averaged: regression takes the squared error", |_, p, y| {
            mean(Objective::Classification, p, y)
        }),
        (
            "the errors have changed places: regression takes the squared error, classification the cross-entropy",
            |o, p, y| mean(other(o), p, y),
        ),
        (
            "the arguments of `cross_entropy` are swapped: the prediction ŷ comes first, the answer y second",
            |o, p, y| mean(o, y, p),
        ),
        (
            "the derivatives are averaged: the mean error takes `squared_error` and `cross_entropy` themselves",
            |o, p, y| mean_of(p, y, |p, y| derivative(o, p, y)),
        ),
        ("for regression the differences are averaged with their signs: square each of them", |o, p, y| {
            mean_of(p, y, |p, y| if o == Objective::Regression { p - y } else { error(o, p, y) })
        }),
        ("for regression the distances are averaged: square each of them", |o, p, y| {
            mean_of(p, y, |p, y| if o == Objective::Regression { (p - y).abs() } else { error(o, p, y) })
        }),
        ("for classification the minus is lost: the cross-entropy is not negative", |o, p, y| {
            mean_of(p, y, |p, y| error(o, p, y) * if o == Objective::Regression { 1.0 } else { -1.0 })
        }),
        ("the sign is the other way round: an error is not negative", |o, p, y| -mean(o, p, y)),
        ("for classification class 0 is forgotten: use `crate::cross_entropy`", |o, p, y| {
            mean_of(p, y, |p, y| if o == Objective::Regression || y == 1.0 { error(o, p, y) } else { 0.0 })
        }),
        ("for classification class 1 is forgotten: use `crate::cross_entropy`", |o, p, y| {
            mean_of(p, y, |p, y| if o == Objective::Regression || y == 0.0 { error(o, p, y) } else { 0.0 })
        }),
        ("the logarithms are not cut off, so ŷ = 0 or 1 gives NaN: use `crate::cross_entropy`", |o, p, y| {
            mean_of(p, y, |p, y| {
                if o == Objective::Regression { error(o, p, y) } else { -y * p.ln() - (1.0 - y) * (1.0 - p).ln() }
            })
        }),
        ("the logarithms are not cut off, so ŷ = 0 or 1 gives infinity: use `crate::cross_entropy`", |o, p, y| {
            mean_of(p, y, |p, y| {
                if o == Objective::Regression { error(o, p, y) } else { -(if y == 1.0 { p } else { 1.0 - p }).ln() }
            })
        }),
        (PREDICTIONS_CLAMPED, |o, p, y| {
            mean_of(p, y, |p, y| error(o, if o == Objective::Regression { p } else { p.clamp(1e-7, 1.0 - 1e-7) }, y))
        }),
        (PREDICTIONS_CLAMPED, |o, p, y| {
            mean_of(p, y, |p, y| error(o, if o == Objective::Regression { p } else { p.clamp(1e-9, 1.0 - 1e-9) }, y))
        }),
        (PREDICTIONS_CLAMPED, |o, p, y| {
            mean_of(p, y, |p, y| error(o, if o == Objective::Regression { p } else { p.clamp(1e-12, 1.0 - 1e-12) }, y))
        }),
        (PREDICTIONS_CLAMPED, |o, p, y| {
            mean_of(p, y, |p, y| error(o, if o == Objective::Regression { p } else { p.clamp(1e-15, 1.0 - 1e-15) }, y))
        }),
        ("the sum is divided by n after each row: divide once, when all rows are added up", |o, p, y| {
            errors(o, p, y)
                .collect::<Vec<f64>>()
                .chunks(y.ncols())
                .fold(0.0, |sum, row| (sum + row.iter().sum::<f64>()) / y.nrows() as f64)
        }),
        ("the first row and the first column are left out: indices start at 0", |o, p, y| {
            some(o, p, y, |j, l, _, _| j > 0 && l > 0)
        }),
        (
            "the last row and the last column are left out: `0..n` runs up to n − 1, which is the last index",
            |o, p, y| some(o, p, y, |j, l, n, m| j + 1 < n && l + 1 < m),
        ),
        ("only the last row counts: a sum that begins anew for each row?", |o, p, y| {
            some(o, p, y, |j, _, n, _| j + 1 == n)
        }),
        ("only the first row counts: does a `return` or `break` end the loop over the samples?", |o, p, y| {
            some(o, p, y, |j, _, _, _| j == 0)
        }),
        ("the first row is left out: indices start at 0", |o, p, y| some(o, p, y, |j, _, _, _| j > 0)),
        ("the last row is left out: `0..n` runs up to n − 1, which is the last index", |o, p, y| {
            some(o, p, y, |j, _, n, _| j + 1 < n)
        }),
        ("only the first column counts: the errors of all outputs are added up", |o, p, y| {
            some(o, p, y, |_, l, _, _| l == 0)
        }),
        ("only the last column counts: the errors of all outputs are added up", |o, p, y| {
            some(o, p, y, |_, l, _, m| l + 1 == m)
        }),
        ("the first column is left out: there is no column of ones here, and indices start at 0", |o, p, y| {
            some(o, p, y, |_, l, _, _| l > 0)
        }),
        ("the last column is left out: `0..m` runs up to m − 1, which is the last index", |o, p, y| {
            some(o, p, y, |_, l, _, m| l + 1 < m)
        }),
        ("only the last entry counts: `+=` adds to the sum, `=` overwrites it", |o, p, y| {
            some(o, p, y, |j, l, n, m| j + 1 == n && l + 1 == m)
        }),
        ("only the first entry counts: does a `return` inside the loop end it?", |o, p, y| {
            some(o, p, y, |j, l, _, _| j == 0 && l == 0)
        }),
        (
            "the loop over the outputs ends too early: it runs to `y.ncols()`, whatever the number of samples",
            |o, p, y| some(o, p, y, |_, l, n, _| l < n),
        ),
        (
            "the loop over the samples ends too early: it runs to `y.nrows()`, whatever the number of outputs",
            |o, p, y| some(o, p, y, |j, _, _, m| j < m),
        ),
        ("only the diagonal counts: each sample has an error at every output", |o, p, y| {
            some(o, p, y, |j, l, _, _| j == l)
        }),
        ("the mean of each row is squared and then averaged: take the error of each entry first", |o, p, y| {
            let gap = p - y;
            if o == Objective::Regression {
                gap.rows().into_iter().map(|row| row.sum().powi(2)).sum::<f64>() / y.nrows() as f64
            } else {
                mean(o, p, y)
            }
        }),
        ("the differences are added up before they are squared: square each of them", |o, p, y| {
            if o == Objective::Regression { (p - y).sum().powi(2) / y.nrows() as f64 } else { mean(o, p, y) }
        }),
        ("the largest error is taken: add all of them up and divide by n", |o, p, y| {
            errors(o, p, y).fold(f64::MIN, f64::max)
        }),
        ("an exact hit is not counted in n: divide by the number of all samples", |o, p, y| {
            let hits = p.rows().into_iter().zip(y.rows()).filter(|(p, y)| p == y).count();
            errors(o, p, y).sum::<f64>() / y.nrows().saturating_sub(hits).max(1) as f64
        }),
        ("the loop ends at an exact hit: the entries behind it count too", |o, p, y| {
            errors(o, p, y).take_while(|e| *e != 0.0).sum::<f64>() / y.nrows() as f64
        }),
        ("the digits after the point are lost: keep the sum as an `f64`, only n needs a cast", |o, p, y| {
            errors(o, p, y).sum::<f64>().trunc() / y.nrows() as f64
        }),
        ("for regression the errors are summed, not averaged: divide by n, the number of rows", |o, p, y| {
            if o == Objective::Regression { errors(o, p, y).sum::<f64>() } else { mean(o, p, y) }
        }),
        (
            "for regression the sum is divided by n · m, the number of entries: divide by n, the number of samples",
            |o, p, y| {
                if o == Objective::Regression { errors(o, p, y).sum::<f64>() / y.len() as f64 } else { mean(o, p, y) }
            },
        ),
        (
            "for regression the sum is divided by m, the number of outputs: divide by n, the number of samples",
            |o, p, y| {
                if o == Objective::Regression { errors(o, p, y).sum::<f64>() / y.ncols() as f64 } else { mean(o, p, y) }
            },
        ),
        (
            "for regression the error is halved: this course writes E without a ½, and the sum is divided by n alone",
            |o, p, y| {
                if o == Objective::Regression { mean(o, p, y) / 2.0 } else { mean(o, p, y) }
            },
        ),
        ("for regression the error is 0: return what the arm of the `match` computes", |o, p, y| {
            if o == Objective::Regression { 0.0 } else { mean(o, p, y) }
        }),
        ("for regression the root is taken: leave it out", |o, p, y| {
            if o == Objective::Regression { mean(o, p, y).sqrt() } else { mean(o, p, y) }
        }),
        ("for regression the sum is divided by n twice: divide once", |o, p, y| {
            if o == Objective::Regression { mean(o, p, y) / y.nrows() as f64 } else { mean(o, p, y) }
        }),
        ("for classification the errors are summed, not averaged: divide by n, the number of rows", |o, p, y| {
            if o == Objective::Classification { errors(o, p, y).sum::<f64>() } else { mean(o, p, y) }
        }),
        (
            "for classification the sum is divided by n · m, the number of entries: divide by n, the number of samples",
            |o, p, y| {
                if o == Objective::Classification {
                    errors(o, p, y).sum::<f64>() / y.len() as f64
                } else {
                    mean(o, p, y)
                }
            },
        ),
        (
            "for classification the sum is divided by m, the number of outputs: divide by n, the number of samples",
            |o, p, y| {
                if o == Objective::Classification {
                    errors(o, p, y).sum::<f64>() / y.ncols() as f64
                } else {
                    mean(o, p, y)
                }
            },
        ),
        (
            "for classification the error is halved: this course writes E without a ½, and the sum is divided by n alone",
            |o, p, y| {
                if o == Objective::Classification { mean(o, p, y) / 2.0 } else { mean(o, p, y) }
            },
        ),
        ("for classification the error is 0: return what the arm of the `match` computes", |o, p, y| {
            if o == Objective::Classification { 0.0 } else { mean(o, p, y) }
        }),
        ("for classification the root is taken: leave it out", |o, p, y| {
            if o == Objective::Classification { mean(o, p, y).sqrt() } else { mean(o, p, y) }
        }),
        ("for classification the sum is divided by n twice: divide once", |o, p, y| {
            if o == Objective::Classification { mean(o, p, y) / y.nrows() as f64 } else { mean(o, p, y) }
        }),
        ("the mean of each row's largest error: add the errors of all outputs up", |o, p, y| {
            let e: Vec<f64> = errors(o, p, y).collect();
            e.chunks(y.ncols()).map(|row| row.iter().copied().fold(0.0, f64::max)).sum::<f64>() / y.nrows() as f64
        }),
    ],
    inputs,
    call: |mean_error, (objective, y_hat, y)| mean_error(*objective, y_hat, y).into(),
    properties: PROPERTIES,
};

pub static OUTPUT_DELTA: Diagnosis<Functions, OutputDelta, Inputs> = Diagnosis {
    function: "output_delta",
    slot: |f| &mut f.1,
    right: |o, p, y| {
        assert_eq!(p.dim(), y.dim());
        delta(o, p, y)
    },
    mistakes: &[
        ("the slopes are not averaged: divide by n, the number of samples", |o, p, y| {
            entries(p, y, |p, y, _, _| factor(o) * (p - y))
        }),
        ("this is ŷ − y alone: regression has a factor 2, and the mean divides by n", |_, p, y| {
            entries(p, y, |p, y, _, _| p - y)
        }),
        ("the factor 2 is lost: in regression the derivative of the square brings a 2 with it", |_, p, y| {
            entries(p, y, |p, y, n, _| (p - y) / n)
        }),
        ("the factor 2 belongs to the squared error of regression: the cross-entropy has none", |_, p, y| {
            entries(p, y, |p, y, n, _| 2.0 * (p - y) / n)
        }),
        (
            "the factor 2 is with the wrong error: regression has 2(ŷ − y)/n, classification (ŷ − y)/n",
            |o, p, y| entries(p, y, |p, y, n, _| factor(other(o)) * (p - y) / n),
        ),
        ("divided by n · m, the number of entries: divide by n, the number of samples", |o, p, y| {
            entries(p, y, |p, y, n, m| factor(o) * (p - y) / (n * m))
        }),
        ("divided by m, the number of outputs: divide by n, the number of samples", |o, p, y| {
            entries(p, y, |p, y, _, m| factor(o) * (p - y) / m)
        }),
        ("divided by n twice: once is enough", |o, p, y| entries(p, y, |p, y, n, _| factor(o) * (p - y) / (n * n))),
        ("divided by n − 1: divide by n, the number of samples", |o, p, y| {
            entries(p, y, |p, y, n, _| factor(o) * (p - y) / (n - 1.0))
        }),
        ("multiplied by n: divide by it", |o, p, y| entries(p, y, |p, y, n, _| factor(o) * (p - y) * n)),
        ("the sign is the other way round: the slope is predicted minus observed, ŷ − y", |o, p, y| {
            entries(p, y, |p, y, n, _| factor(o) * (y - p) / n)
        }),
        ("the sign is lost: a prediction that is too small has a negative slope", |o, p, y| {
            entries(p, y, |p, y, n, _| factor(o) * (p - y).abs() / n)
        }),
        ("only regression is averaged: divide by n in classification, too", |o, p, y| {
            entries(p, y, |p, y, n, _| if o == Objective::Regression { 2.0 * (p - y) / n } else { p - y })
        }),
        ("only classification is averaged: divide by n in regression, too", |o, p, y| {
            entries(p, y, |p, y, n, _| if o == Objective::Regression { 2.0 * (p - y) } else { (p - y) / n })
        }),
        ("multiplied by the sigmoid's ŷ(1 − ŷ), which has cancelled already: (ŷ − y)/n is left", |o, p, y| {
            entries(
                p,
                y,
                |p, y, n, _| if o == Objective::Regression { 2.0 * (p - y) / n } else { (p - y) * p * (1.0 - p) / n },
            )
        }),
        (
            "this is the slope of the squared error after a sigmoid: classification takes the cross-entropy",
            |o, p, y| {
                entries(p, y, |p, y, n, _| {
                    if o == Objective::Regression { 2.0 * (p - y) / n } else { 2.0 * (p - y) * p * (1.0 - p) / n }
                })
            },
        ),
        ("multiplied by ŷ(1 − ŷ) in regression, too: there the outputs have no sigmoid", |o, p, y| {
            entries(p, y, |p, y, n, _| factor(o) * (p - y) * p * (1.0 - p) / n)
        }),
        (
            "this is the slope for ŷ: one step further back, for the pre-activation, it is multiplied by ŷ(1 − ŷ)",
            |o, p, y| entries(p, y, |p, y, n, _| derivative(o, p, y) / n),
        ),
        ("this is the slope for ŷ, and not averaged: multiply by ŷ(1 − ŷ) and divide by n", |o, p, y| {
            entries(p, y, |p, y, _, _| derivative(o, p, y))
        }),
        ("at ŷ = 0 or 1 the two factors no longer cancel, and one of them is 0: write (ŷ − y)/n", |o, p, y| {
            entries(p, y, |p, y, n, _| {
                if o == Objective::Regression { 2.0 * (p - y) / n } else { derivative(o, p, y) * (p * (1.0 - p)) / n }
            })
        }),
        ("at ŷ = 0 or 1 the two factors no longer cancel, but give 0/0 or 0 · ∞: write (ŷ − y)/n", |o, p, y| {
            entries(p, y, |p, y, n, _| {
                if o == Objective::Regression {
                    2.0 * (p - y) / n
                } else {
                    (p - y) / (p * (1.0 - p)) * (p * (1.0 - p)) / n
                }
            })
        }),
        ("the sigmoid is applied once more: ŷ is a probability already", |o, p, y| {
            entries(
                p,
                y,
                |p, y, n, _| if o == Objective::Regression { 2.0 * (p - y) / n } else { (sigmoid(p) - y) / n },
            )
        }),
        ("the prediction is rounded to a class: the slope is that of the probability", |o, p, y| {
            entries(p, y, |p, y, n, _| if o == Objective::Regression { 2.0 * (p - y) / n } else { (p.round() - y) / n })
        }),
        ("the errors themselves, not their slopes: this is E/n for each entry", |o, p, y| {
            entries(p, y, |p, y, n, _| error(o, p, y) / n)
        }),
        ("the difference is squared: the slope of (ŷ − y)² is 2(ŷ − y)", |o, p, y| {
            entries(p, y, |p, y, n, _| if o == Objective::Regression { 2.0 * (p - y).powi(2) / n } else { (p - y) / n })
        }),
        ("the difference is squared: the slope of (ŷ − y)² is 2(ŷ − y)", |o, p, y| {
            entries(p, y, |p, y, n, _| if o == Objective::Regression { (p - y).powi(2) / n } else { (p - y) / n })
        }),
        ("brackets: only y is divided by n. Write `(y_hat - y) / n`", |o, p, y| {
            entries(p, y, |p, y, n, _| factor(o) * p - y / n)
        }),
        ("brackets: only y is divided by n. Write `(y_hat - y) / n`", |o, p, y| {
            entries(p, y, |p, y, n, _| factor(o) * (p - y / n))
        }),
        ("only ŷ is doubled: the difference needs brackets, `2.0 * (y_hat - y)`", |o, p, y| {
            entries(p, y, |p, y, n, _| (factor(o) * p - y) / n)
        }),
        ("the slopes are cut off at −1 and 1: they are taken as they are", |o, p, y| {
            entries(p, y, |p, y, n, _| (factor(o) * (p - y) / n).clamp(-1.0, 1.0))
        }),
        ("prediction and answer are added: the slope is about their difference, ŷ − y", |o, p, y| {
            entries(p, y, |p, y, n, _| factor(o) * (p + y) / n)
        }),
        ("the answers are not used: subtract y from the predictions", |o, p, y| {
            entries(p, y, |p, y, n, _| {
                let _ = y;
                factor(o) * p / n
            })
        }),
        ("a quotient of whole numbers is cut off, 1 / n to 0: write `as f64` before the division", |o, p, y| {
            entries(p, y, |p, y, n, _| factor(o) * (p - y) * (1 / n as usize) as f64)
        }),
        ("the slopes are 0 whatever is given: is each written into the array that is returned?", |o, p, y| {
            entries(p, y, |p, y, n, _| {
                let _ = (p, y, n, o);
                0.0
            })
        }),
        (
            "in regression: the sign is the other way round: the slope is predicted minus observed, ŷ − y",
            |o, p, y| {
                entries(p, y, |p, y, n, _| {
                    if o == Objective::Regression { factor(o) * (y - p) / n } else { factor(o) * (p - y) / n }
                })
            },
        ),
        ("in regression: brackets: only y is divided by n. Write `(y_hat - y) / n`", |o, p, y| {
            entries(
                p,
                y,
                |p, y, n, _| if o == Objective::Regression { factor(o) * (p - y / n) } else { factor(o) * (p - y) / n },
            )
        }),
        ("in regression: divided by n · m, the number of entries: divide by n, the number of samples", |o, p, y| {
            entries(p, y, |p, y, n, m| {
                if o == Objective::Regression { factor(o) * (p - y) / (n * m) } else { factor(o) * (p - y) / n }
            })
        }),
        ("in regression: divided by m, the number of outputs: divide by n, the number of samples", |o, p, y| {
            entries(
                p,
                y,
                |p, y, n, m| if o == Objective::Regression { factor(o) * (p - y) / m } else { factor(o) * (p - y) / n },
            )
        }),
        ("in regression: the sign is lost: a prediction that is too small has a negative slope", |o, p, y| {
            entries(p, y, |p, y, n, _| {
                if o == Objective::Regression { factor(o) * (p - y).abs() / n } else { factor(o) * (p - y) / n }
            })
        }),
        ("in regression: the slope is 0: return what the arm of the `match` computes", |o, p, y| {
            entries(p, y, |p, y, n, _| if o == Objective::Regression { 0.0 } else { factor(o) * (p - y) / n })
        }),
        ("in regression: divided by n twice: once is enough", |o, p, y| {
            entries(p, y, |p, y, n, _| {
                if o == Objective::Regression { factor(o) * (p - y) / (n * n) } else { factor(o) * (p - y) / n }
            })
        }),
        ("in regression: the slope is twice what it should be", |o, p, y| {
            entries(p, y, |p, y, n, _| {
                if o == Objective::Regression { 2.0 * factor(o) * (p - y) / n } else { factor(o) * (p - y) / n }
            })
        }),
        (
            "in classification: the sign is the other way round: the slope is predicted minus observed, ŷ − y",
            |o, p, y| {
                entries(p, y, |p, y, n, _| {
                    if o == Objective::Classification { factor(o) * (y - p) / n } else { factor(o) * (p - y) / n }
                })
            },
        ),
        ("in classification: brackets: only y is divided by n. Write `(y_hat - y) / n`", |o, p, y| {
            entries(p, y, |p, y, n, _| {
                if o == Objective::Classification { factor(o) * (p - y / n) } else { factor(o) * (p - y) / n }
            })
        }),
        (
            "in classification: divided by n · m, the number of entries: divide by n, the number of samples",
            |o, p, y| {
                entries(p, y, |p, y, n, m| {
                    if o == Objective::Classification { factor(o) * (p - y) / (n * m) } else { factor(o) * (p - y) / n }
                })
            },
        ),
        ("in classification: divided by m, the number of outputs: divide by n, the number of samples", |o, p, y| {
            entries(p, y, |p, y, n, m| {
                if o == Objective::Classification { factor(o) * (p - y) / m } else { factor(o) * (p - y) / n }
            })
        }),
        ("in classification: the sign is lost: a prediction that is too small has a negative slope", |o, p, y| {
            entries(p, y, |p, y, n, _| {
                if o == Objective::Classification { factor(o) * (p - y).abs() / n } else { factor(o) * (p - y) / n }
            })
        }),
        ("in classification: the slope is 0: return what the arm of the `match` computes", |o, p, y| {
            entries(p, y, |p, y, n, _| if o == Objective::Classification { 0.0 } else { factor(o) * (p - y) / n })
        }),
        ("in classification: divided by n twice: once is enough", |o, p, y| {
            entries(p, y, |p, y, n, _| {
                if o == Objective::Classification { factor(o) * (p - y) / (n * n) } else { factor(o) * (p - y) / n }
            })
        }),
        ("every column is that of the first output: index both, `[[j, l]]`", |o, p, y| {
            let delta = delta(o, p, y);
            Array2::from_shape_fn(y.dim(), |(j, _)| delta[[j, 0]])
        }),
        ("only ŷ is divided by n: write `(y_hat - y) / n`", |o, p, y| {
            entries(p, y, |p, y, n, _| factor(o) * (p / n - y))
        }),
        ("what is below 0 has become 0: a prediction that is too small has a negative slope", |o, p, y| {
            entries(p, y, |p, y, n, _| factor(o) * (p - y).max(0.0) / n)
        }),
        ("the slopes are transposed: samples are rows", |o, p, y| delta(o, p, y).t().to_owned()),
        ("the first row stays 0: indices start at 0", |o, p, y| kept(&delta(o, p, y), |j, _, _, _| j > 0)),
        ("the last row stays 0: `0..n` runs up to n − 1, which is the last index", |o, p, y| {
            kept(&delta(o, p, y), |j, _, n, _| j + 1 < n)
        }),
        ("only the first row is there: does a `return` or `break` end the loop over the samples?", |o, p, y| {
            kept(&delta(o, p, y), |j, _, _, _| j == 0)
        }),
        ("only the last row is there: is the array made anew in the loop?", |o, p, y| {
            kept(&delta(o, p, y), |j, _, n, _| j + 1 == n)
        }),
        ("the first row and the first column stay 0: indices start at 0", |o, p, y| {
            kept(&delta(o, p, y), |j, l, _, _| j > 0 && l > 0)
        }),
        ("the last row and the last column stay 0: `0..n` runs up to n − 1, which is the last index", |o, p, y| {
            kept(&delta(o, p, y), |j, l, n, m| j + 1 < n && l + 1 < m)
        }),
        ("the first column stays 0: there is no column of ones here, and indices start at 0", |o, p, y| {
            kept(&delta(o, p, y), |_, l, _, _| l > 0)
        }),
        ("the last column stays 0: `0..m` runs up to m − 1, which is the last index", |o, p, y| {
            kept(&delta(o, p, y), |_, l, _, m| l + 1 < m)
        }),
        ("only the first column is there: each output has a slope", |o, p, y| {
            kept(&delta(o, p, y), |_, l, _, _| l == 0)
        }),
        (
            "the loop over the outputs ends too early: it runs to `y.ncols()`, whatever the number of samples",
            |o, p, y| kept(&delta(o, p, y), |_, l, n, _| l < n),
        ),
        (
            "the loop over the samples ends too early: it runs to `y.nrows()`, whatever the number of outputs",
            |o, p, y| kept(&delta(o, p, y), |j, _, _, m| j < m),
        ),
        ("only the diagonal is there: each sample has a slope at every output", |o, p, y| {
            kept(&delta(o, p, y), |j, l, _, _| j == l)
        }),
        ("only the last entry is there: is the array made anew in the loop?", |o, p, y| {
            kept(&delta(o, p, y), |j, l, n, m| j + 1 == n && l + 1 == m)
        }),
        (
            "every row is the mean of all rows: a slope belongs to one sample, and only its 1/n comes from the mean",
            |o, p, y| {
                let delta = delta(o, p, y);
                let mean = delta.mean_axis(Axis(0)).unwrap();
                Array2::from_shape_fn(y.dim(), |(_, l)| mean[l])
            },
        ),
        ("the slopes of a sample are added up over its outputs: each output keeps its own", |o, p, y| {
            let delta = delta(o, p, y);
            Array2::from_shape_fn(y.dim(), |(j, _)| delta.row(j).sum())
        }),
        ("different shapes are cut to the smaller one: keep the `assert_eq!` of the stub", |o, p, y| {
            let (n, m) = (p.nrows().min(y.nrows()), p.ncols().min(y.ncols()));
            delta(o, &p.slice(s![..n, ..m]).to_owned(), &y.slice(s![..n, ..m]).to_owned())
        }),
        ("a single row or column is repeated to fit the other shape: keep the `assert_eq!` of the stub", |o, p, y| {
            let y = y.broadcast(p.dim()).unwrap();
            delta(o, p, &y.to_owned())
        }),
    ],
    inputs: || [inputs(), refused()].concat(),
    call: |output_delta, (objective, y_hat, y)| output_delta(*objective, y_hat, y).into(),
    properties: PROPERTIES,
};

const PREDICTIONS_CLAMPED: &str =
    "the predictions are clamped, so those that are sure and wrong cost too little: use `crate::cross_entropy`";

fn inputs() -> Vec<Inputs> {
    let mut random = Random::seeded(1065);
    let mut inputs = vec![
        (
            Objective::Regression,
            array![[3.0, 0.0], [1.0, 2.5], [-1.5, 4.0]],
            array![[1.0, 0.0], [1.0, -2.0], [0.5, 3.0]],
        ),
        (Objective::Regression, array![[3.0], [1.0], [7.5]], array![[1.0], [1.0], [2.0]]),
        (Objective::Classification, array![[0.5], [0.75], [0.25]], array![[1.0], [0.0], [1.0]]),
        (
            Objective::Classification,
            array![[1.0], [0.0], [1.0], [0.0], [0.7]],
            array![[0.0], [1.0], [1.0], [0.0], [0.0]],
        ),
        (
            Objective::Classification,
            array![[1e-10, 1.0], [0.4, 0.3], [0.0, 0.9]],
            array![[1.0, 0.0], [1.0, 0.0], [0.0, 1.0]],
        ),
    ];
    for (n, m) in [(5, 3), (3, 5), (1, 1), (4, 4), (6, 1), (1, 4), (7, 2)] {
        inputs.push((Objective::Regression, 3.0 * random.matrix(n, m), 3.0 * random.matrix(n, m)));
        let y_hat = random.matrix(n, m).mapv(|v| 0.5 + 0.45 * v);
        inputs.push((Objective::Classification, y_hat, random.matrix(n, m).mapv(|v| f64::from(v > 0.0))));
    }
    // Column by column in memory.
    let (objective, y_hat, y) = inputs[5].clone();
    inputs.push((objective, y_hat.t().as_standard_layout().to_owned().reversed_axes(), y));
    inputs
}

/// Answers of another shape than the predictions.
fn refused() -> Vec<Inputs> {
    let y_hat = Random::seeded(1066).matrix(4, 3).mapv(|v| 0.5 + 0.4 * v);
    let mut inputs = vec![];
    for (n, m) in [(4, 1), (1, 3), (1, 1), (3, 3), (5, 3), (4, 2)] {
        let y = Array2::from_shape_fn((n, m), |(j, l)| ((j + l) % 2) as f64);
        inputs.push((Objective::Regression, y_hat.clone(), y.clone()));
        inputs.push((Objective::Classification, y_hat.clone(), y));
    }
    inputs
}

const PROPERTIES: &[Property] = &[
    ("y_hat and y differ in shape", |(_, y_hat, y)| y_hat.dim() != y.dim()),
    ("the objective is regression", |(o, _, _)| *o == Objective::Regression),
    ("the objective is classification", |(o, _, _)| *o == Objective::Classification),
    ("a prediction is exactly 0 or 1 in classification", |(o, y_hat, _)| {
        *o == Objective::Classification && y_hat.iter().any(|&p| p == 0.0 || p == 1.0)
    }),
    ("a prediction is exactly right", |(_, y_hat, y)| y_hat.iter().zip(y).any(|(p, y)| p == y)),
    ("there is more than one sample", |(_, _, y)| y.nrows() > 1),
    ("there is more than one output", |(_, _, y)| y.ncols() > 1),
    ("there are as many samples as outputs", |(_, _, y)| y.is_square()),
    ("there are more outputs than samples", |(_, _, y)| y.ncols() > y.nrows()),
    ("there are more samples than outputs", |(_, _, y)| y.nrows() > y.ncols()),
];

fn mean(o: Objective, p: &Array2<f64>, y: &Array2<f64>) -> f64 {
    mean_of(p, y, |p, y| error(o, p, y))
}

/// The mean over the samples of what each prediction and its answer give.
fn mean_of(p: &Array2<f64>, y: &Array2<f64>, error: impl Fn(f64, f64) -> f64) -> f64 {
    p.iter().zip(y).map(|(&p, &y)| error(p, y)).sum::<f64>() / y.nrows() as f64
}

fn error(o: Objective, p: f64, y: f64) -> f64 {
    let ln = |v: f64| v.ln().max(-100.0);
    match o {
        Objective::Regression => (p - y).powi(2),
        Objective::Classification => -y * ln(p) - (1.0 - y) * ln(1.0 - p),
    }
}

fn derivative(o: Objective, p: f64, y: f64) -> f64 {
    match o {
        Objective::Regression => 2.0 * (p - y),
        Objective::Classification => (p - y) / (p * (1.0 - p)).max(1e-12),
    }
}

fn other(o: Objective) -> Objective {
    match o {
        Objective::Regression => Objective::Classification,
        Objective::Classification => Objective::Regression,
    }
}

/// The error of each entry, row by row.
fn errors(o: Objective, p: &Array2<f64>, y: &Array2<f64>) -> impl Iterator<Item = f64> {
    let errors: Vec<f64> = p.iter().zip(y).map(|(&p, &y)| error(o, p, y)).collect();
    errors.into_iter()
}

/// The mean error with the entries only that are kept, by row, column, and the numbers of them.
fn some(o: Objective, p: &Array2<f64>, y: &Array2<f64>, keeps: impl Fn(usize, usize, usize, usize) -> bool) -> f64 {
    let (n, m) = y.dim();
    let errors = y.indexed_iter().filter(|((j, l), _)| keeps(*j, *l, n, m)).map(|(at, &y)| error(o, p[at], y));
    errors.sum::<f64>() / n as f64
}

fn factor(o: Objective) -> f64 {
    if o == Objective::Regression { 2.0 } else { 1.0 }
}

fn delta(o: Objective, p: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    entries(p, y, |p, y, n, _| factor(o) * (p - y) / n)
}

/// What each prediction gives with its answer and the numbers of samples and outputs.
fn entries(p: &Array2<f64>, y: &Array2<f64>, entry: impl Fn(f64, f64, f64, f64) -> f64) -> Array2<f64> {
    assert_eq!(p.dim(), y.dim());
    let (n, m) = (y.nrows() as f64, y.ncols() as f64);
    Array2::from_shape_fn(y.dim(), |at| entry(p[at], y[at], n, m))
}

/// Zeros but for the entries that are kept, by row, column, and the numbers of them.
fn kept(a: &Array2<f64>, keeps: impl Fn(usize, usize, usize, usize) -> bool) -> Array2<f64> {
    let (n, m) = a.dim();
    Array2::from_shape_fn((n, m), |(j, l)| if keeps(j, l, n, m) { a[[j, l]] } else { 0.0 })
}
