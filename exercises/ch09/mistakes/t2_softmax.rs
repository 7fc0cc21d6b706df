//! Spoilers: wrong ways to write `softmax_rows`, `mean_cross_entropy` and `output_delta`, and the inputs that tell them
//! apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array2, Axis, Zip, array};

pub type SoftmaxRows = fn(&Array2<f64>) -> Array2<f64>;
pub type MeanCrossEntropy = fn(&Array2<f64>, &Array2<f64>) -> f64;
pub type OutputDelta = fn(&Array2<f64>, &Array2<f64>) -> Array2<f64>;
pub type Functions = (SoftmaxRows, MeanCrossEntropy, OutputDelta);

const COLUMNS: &str = "the columns add up to 1: a sample is a row, so each row has to";
const WHOLE_BATCH: &str = "the probabilities of the whole batch add up to 1: each row has to by itself";
const SUMS_ASKEW: &str =
    "the sums of the rows lie in a row, and divide the columns: `insert_axis(Axis(1))` makes a column of them";
const TOO_LARGE: &str = "large logits overflow to ∞, and ∞/∞ is not a number: subtract each row's largest entry first";
const NOT_BELOW_0: &str =
    "the largest entry is never found below 0, so rows far below give 0/0: begin `fold` with `f64::NEG_INFINITY`";
const CUT_OFF: &str = "logits are cut off, so large ones become equal: subtract the row's largest entry from them";
const SUM_GOES_ON: &str = "the sum goes on from row to row: it begins at 0 in each row";
const CLIPPED: &str = "probabilities are kept away from 0, which caps the error: take ln ŷ = a − ln Σ exp(a) instead";
const LN_0: &str = "the logarithm of a probability that is rounded to 0 is taken: take ln ŷ = a − ln Σ exp(a) instead";
const OVERFLOW: &str = "exp of a large logit is infinite: ln Σ exp(a) = m + ln Σ exp(a − m), with m the row's largest";
const TWICE: &str = "the softmax is applied twice: hand over the logits, once is enough";
const NO_ROW: &str = "a batch without samples is accepted: refuse it, `assert!(logits.nrows() > 0)`";
const SHAPES: &str = "logits and answers of different shapes are accepted: `assert_eq!(logits.dim(), y.dim())`";

fn largest(a: &Array2<f64>) -> Array2<f64> {
    a.fold_axis(Axis(1), f64::NEG_INFINITY, |m, &a| m.max(a)).insert_axis(Axis(1))
}

fn sums(a: &Array2<f64>) -> Array2<f64> {
    a.sum_axis(Axis(1)).insert_axis(Axis(1))
}

fn softmax(a: &Array2<f64>) -> Array2<f64> {
    let powers = shifted(a);
    &powers / &sums(&powers)
}

/// The exponentials, the largest of each row being 1.
fn shifted(a: &Array2<f64>) -> Array2<f64> {
    (a - &largest(a)).mapv(f64::exp)
}

/// The softmax without the subtraction.
fn plain(a: &Array2<f64>) -> Array2<f64> {
    let powers = a.mapv(f64::exp);
    &powers / &sums(&powers)
}

/// The logarithms of the probabilities.
fn logarithms(a: &Array2<f64>) -> Array2<f64> {
    let below = a - &largest(a);
    &below - &sums(&below.mapv(f64::exp)).mapv(f64::ln)
}

fn transposed(a: &Array2<f64>) -> Array2<f64> {
    a.t().to_owned()
}

fn n(a: &Array2<f64>) -> f64 {
    a.nrows() as f64
}

fn m(a: &Array2<f64>) -> f64 {
    a.ncols() as f64
}

fn cross_entropy(a: &Array2<f64>, y: &Array2<f64>) -> f64 {
    assert!(a.dim() == y.dim() && a.nrows() > 0);
    entropy(&logarithms(a), y)
}

/// The mean over the samples of minus the logarithms that `y` picks.
fn entropy(logarithms: &Array2<f64>, y: &Array2<f64>) -> f64 {
    -(y * logarithms).sum() / n(logarithms)
}

/// The same, with `y` nothing but a choice: what is not chosen may be infinite.
fn picked(values: &Array2<f64>, y: &Array2<f64>) -> Vec<f64> {
    let of_row = |i: usize| (0..y.ncols()).filter(|&j| y[[i, j]] == 1.0).map(|j| values[[i, j]]).sum();
    (0..values.nrows()).map(of_row).collect()
}

/// The errors of the samples.
fn errors(a: &Array2<f64>, y: &Array2<f64>) -> Vec<f64> {
    picked(&-logarithms(a), y)
}

fn delta(a: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    assert!(a.dim() == y.dim() && a.nrows() > 0);
    (softmax(a) - y) / n(a)
}

fn sigmoid(a: &Array2<f64>) -> Array2<f64> {
    a.mapv(|a| 1.0 / (1.0 + (-a).exp()))
}

/// 1 for the largest of each row, the first of equal ones, and 0 elsewhere.
fn winners(a: &Array2<f64>) -> Array2<f64> {
    let mut one = Array2::zeros(a.dim());
    for (i, row) in a.rows().into_iter().enumerate() {
        let best = (0..row.len()).rev().max_by(|&j, &l| row[j].total_cmp(&row[l]));
        best.into_iter().for_each(|j| one[[i, j]] = 1.0);
    }
    one
}

/// The array with another in the place of some rows.
fn rows_of(a: Array2<f64>, other: &Array2<f64>, which: impl Fn(usize) -> bool) -> Array2<f64> {
    Array2::from_shape_fn(a.dim(), |(i, j)| if which(i) { other[[i, j]] } else { a[[i, j]] })
}

pub static SOFTMAX_ROWS: Diagnosis<Functions, SoftmaxRows, Array2<f64>> = Diagnosis {
    function: "softmax_rows",
    slot: |f| &mut f.0,
    right: softmax,
    mistakes: &[
        (COLUMNS, |a| transposed(&softmax(&transposed(a)))),
        (COLUMNS, |a| transposed(&plain(&transposed(a)))),
        (WHOLE_BATCH, |a| {
            let powers = a.mapv(f64::exp);
            &powers / powers.sum()
        }),
        (WHOLE_BATCH, |a| {
            let powers = a.mapv(|v| (v - a.fold(f64::NEG_INFINITY, |m, &a| m.max(a))).exp());
            &powers / powers.sum()
        }),
        (WHOLE_BATCH, |a| shifted(a) / shifted(a).sum()),
        (TOO_LARGE, plain),
        ("one largest entry for the whole batch: a row far below it becomes 0/0; each row has its own", |a| {
            let powers = a.mapv(|v| (v - a.fold(f64::NEG_INFINITY, |m, &a| m.max(a))).exp());
            &powers / &sums(&powers)
        }),
        ("the largest entry of the first row is subtracted everywhere: each row has its own", |a| {
            plain(&(a - largest(a)[[0, 0]]))
        }),
        ("the largest entry goes on from row to row: begin each row with `f64::NEG_INFINITY`", |a| {
            let mut so_far = f64::NEG_INFINITY;
            plain(
                &(a - &largest(a).mapv(|m| {
                    so_far = so_far.max(m);
                    so_far
                })),
            )
        }),
        (NOT_BELOW_0, |a| plain(&(a - &largest(a).mapv(|m| m.max(0.0))))),
        (NOT_BELOW_0, |a| plain(&(a - &largest(a).mapv(|m| m.max(f64::MIN_POSITIVE))))),
        ("the largest absolute value is subtracted: rows far below 0 become 0/0; subtract the largest entry", |a| {
            plain(&(a - &largest(&a.mapv(f64::abs))))
        }),
        ("the mean of the row is subtracted: what is left can be too large for exp; subtract the largest entry", |a| {
            plain(&(a - &(sums(a) / m(a))))
        }),
        ("the first entry of the row is subtracted: it is not always the largest", |a| {
            plain(&(a - &a.slice(ndarray::s![.., ..1])))
        }),
        ("the last entry of the row is subtracted: it is not always the largest", |a| {
            plain(&(a - &a.slice(ndarray::s![.., -1..])))
        }),
        ("the smallest entry of the row is subtracted: subtract the largest, so that no exponent is above 0", |a| {
            plain(&(a + &largest(&-a)))
        }),
        ("the largest entry is added: subtract it", |a| plain(&(a + &largest(a)))),
        ("the largest entry divides: subtract it, for only what is subtracted cancels", |a| plain(&(a / &largest(a)))),
        (CUT_OFF, |a| plain(&a.mapv(|v| v.clamp(-500.0, 500.0)))),
        (CUT_OFF, |a| plain(&a.mapv(|v| v.clamp(-700.0, 700.0)))),
        (CUT_OFF, |a| plain(&a.mapv(|v| v.min(700.0)))),
        (CUT_OFF, |a| plain(&a.mapv(|v| v.clamp(-100.0, 100.0)))),
        ("the softmax is applied twice: once is enough", |a| softmax(&softmax(a))),
        ("these are the exponentials alone: divide each row by its sum", |a| a.mapv(f64::exp)),
        ("these are the exponentials alone, the largest 1: divide each row by its sum", shifted),
        ("the row's largest entry is subtracted, and no more: take exp, and divide by the sum of the row", |a| {
            a - &largest(a)
        }),
        ("the exponential is missing: take exp of each entry, and divide by their sum", |a| a / &sums(a)),
        ("the exponential is missing: take exp of what is left after the subtraction", |a| {
            let below = a - &largest(a);
            &below / &sums(&below)
        }),
        ("divided by the sum of the logits: divide by the sum of their exponentials", |a| a.mapv(f64::exp) / &sums(a)),
        ("divided by the number of classes: divide by the sum of the exponentials", |a| shifted(a) / m(a)),
        ("each exponential is divided by the largest: divide by the sum of all", |a| {
            let powers = a.mapv(f64::exp);
            &powers / &largest(&powers)
        }),
        ("each exponential is divided by the sum of the others: all are added, itself included", |a| {
            let powers = shifted(a);
            &powers / &(&sums(&powers) - &powers)
        }),
        ("each exponential is divided by the sum so far: add up the whole row before you divide", |a| {
            let mut powers = shifted(a);
            for mut row in powers.rows_mut() {
                let mut sum = 0.0;
                row.mapv_inplace(|v| {
                    sum += v;
                    v / sum
                });
            }
            powers
        }),
        ("the row changes while it is divided: keep its sum in a variable, `let sum = row.sum();`", |a| {
            let mut powers = shifted(a);
            for mut row in powers.rows_mut() {
                for j in 0..row.len() {
                    row[j] /= row.sum();
                }
            }
            powers
        }),
        (SUM_GOES_ON, |a| {
            let (powers, mut sum) = (shifted(a), 0.0);
            &powers
                / &sums(&powers).mapv(|s| {
                    sum += s;
                    sum
                })
        }),
        (SUM_GOES_ON, |a| {
            let (powers, mut sum) = (a.mapv(f64::exp), 0.0);
            &powers
                / &sums(&powers).mapv(|s| {
                    sum += s;
                    sum
                })
        }),
        ("divided by the sums of the columns: `sum_axis(Axis(1))` adds up each row", |a| {
            let powers = shifted(a);
            &powers / &powers.sum_axis(Axis(0))
        }),
        (SUMS_ASKEW, |a| {
            let powers = shifted(a);
            let sums = powers.sum_axis(Axis(1));
            powers / sums
        }),
        (SUMS_ASKEW, |a| {
            let powers = a.mapv(f64::exp);
            let sums = powers.sum_axis(Axis(1));
            powers / sums
        }),
        ("the last entry is missing in the sum: the columns run from 0 to m − 1", |a| {
            let powers = shifted(a);
            &powers / &sums(&powers.slice(ndarray::s![.., ..-1]).to_owned())
        }),
        ("the first entry is missing in the sum: the columns run from 0", |a| {
            let powers = shifted(a);
            &powers / &sums(&powers.slice(ndarray::s![.., 1..]).to_owned())
        }),
        ("divided by the last exponential alone: `+=` adds to the sum, `=` overwrites it", |a| {
            let powers = shifted(a);
            &powers / &powers.slice(ndarray::s![.., -1..])
        }),
        ("1 is added to the sum: only the exponentials are", |a| {
            let powers = shifted(a);
            &powers / &(sums(&powers) + 1.0)
        }),
        ("a small number is added to the sum: it is at least 1 and needs none", |a| {
            let powers = shifted(a);
            &powers / &(sums(&powers) + 1e-8)
        }),
        ("divided by the root of the sum of squares: divide by the sum", |a| {
            let powers = shifted(a);
            &powers / &sums(&(&powers * &powers)).mapv(f64::sqrt)
        }),
        ("the smallest logit gets the largest probability: the exponent is +a", |a| softmax(&-a)),
        (
            "the smallest logit gets the largest probability, and small ones overflow: the exponent is a − the largest",
            |a| plain(&-a),
        ),
        ("this is the logarithm of the softmax: the probabilities are wanted", logarithms),
        ("this is the sigmoid of each entry: the softmax looks at the whole row", sigmoid),
        ("this is 1 for the largest logit and 0 elsewhere: each class gets a share, exp(a) / Σ exp(a)", winners),
        ("this is 1 − ŷ: the largest logit gets the largest probability", |a| 1.0 - softmax(a)),
        ("this is 1/m for each class: the shares depend on the logits", |a| {
            let _ = n(a);
            Array2::from_elem(a.dim(), 1.0 / m(a))
        }),
        ("the base is 2: use `exp`", |a| softmax(&(a * std::f64::consts::LN_2))),
        ("the logits are doubled: the exponent is a", |a| softmax(&(2.0 * a))),
        ("the probabilities are divided by n: a row adds up to 1", |a| softmax(a) / n(a).max(1.0)),
        ("the probabilities are rounded to 0 or 1: return them as they are", |a| softmax(a).mapv(f64::round)),
        ("the logits are returned: is the softmax written into the copy, and the copy returned?", Array2::clone),
        ("the result is transposed: a sample stays in its row", |a| transposed(&softmax(a))),
        ("only the first row has become probabilities: does a `return` inside the loop end it?", |a| {
            rows_of(softmax(a), a, |i| i > 0)
        }),
        ("the first row stays as it is: go through all rows", |a| rows_of(softmax(a), a, |i| i == 0)),
        ("the last row stays as it is: go through all rows", |a| rows_of(softmax(a), a, |i| i + 1 == a.nrows())),
        ("each row is the softmax of the first: use the row that the loop is at", |a| {
            let p = softmax(a);
            Array2::from_shape_fn(a.dim(), |(_, j)| p[[0, j]])
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(921);
        vec![
            array![[0.0, 3.0_f64.ln()], [0.0, 0.0]],
            3.0 * random.matrix(3, 5),
            2.0 * random.matrix(5, 3),
            random.matrix(4, 4) - 1.0,
            3.0 * random.matrix(1, 6) + 1.0,
            random.matrix(4, 1) - 2.0,
            random.matrix(2, 3) + &array![[1000.0], [-1000.0]],
            random.matrix(3, 2) + &array![[-900.0], [-800.0], [0.0]],
            array![[600.0, 601.0, -300.0], [-600.0, -602.0, 50.0]],
            array![[200.0, -900.0], [-900.0, 20.0], [3.0, 150.0]],
            array![[1.0, 1.0, 1.0], [-2.0, -2.0, 5.0], [0.5, 4.0, 4.0]],
            array![[-900.0, -901.0], [-902.0, -900.5]],
            array![[0.0, 2500.0, 3.0], [1.0, 2.0, 0.5]],
            array![[2.5]],
            Array2::zeros((0, 3)),
        ]
    },
    call: |softmax_rows, logits| softmax_rows(logits).into(),
    properties: &[
        ("a logit is greater than 709", |a| a.iter().any(|&v| v > 709.0)),
        ("all logits of a row are far below 0", |a| a.rows().into_iter().any(|row| row.iter().all(|&v| v < -700.0))),
        ("there is more than one sample", |a| a.nrows() > 1),
        ("there is one class only", |a| a.ncols() == 1),
    ],
};

pub static MEAN_CROSS_ENTROPY: Diagnosis<Functions, MeanCrossEntropy, (Array2<f64>, Array2<f64>)> = Diagnosis {
    function: "mean_cross_entropy",
    slot: |f| &mut f.1,
    right: cross_entropy,
    mistakes: &[
        ("the errors are summed, not averaged: divide by the number of samples", |a, y| cross_entropy(a, y) * n(a)),
        ("divided by the number of entries: each sample has one error, so divide by the number of rows", |a, y| {
            cross_entropy(a, y) / m(a)
        }),
        ("divided by the number of classes: divide by the number of samples", |a, y| cross_entropy(a, y) * n(a) / m(a)),
        ("divided by n twice: once is enough", |a, y| cross_entropy(a, y) / n(a)),
        ("divided by n − 1: divide by the number of samples", |a, y| cross_entropy(a, y) * n(a) / (n(a) - 1.0)),
        ("the sign is the other way round: minus the logarithm", |a, y| -cross_entropy(a, y)),
        (TWICE, |a, y| cross_entropy(&softmax(a), y)),
        ("the logits are taken for probabilities: make them probabilities by a softmax first", |a, y| {
            entropy(&a.mapv(f64::ln), y)
        }),
        ("the logits are taken for probabilities: make them probabilities by a softmax first", |a, y| {
            -picked(&a.mapv(f64::ln), y).iter().sum::<f64>() / n(a)
        }),
        ("the logits are taken for probabilities: make them probabilities by a softmax first", |a, y| {
            entropy(&a.mapv(|v| v.max(1e-15).ln()), y)
        }),
        (LN_0, |a, y| entropy(&softmax(a).mapv(f64::ln), y)),
        (LN_0, |a, y| -picked(&softmax(a).mapv(f64::ln), y).iter().sum::<f64>() / n(a)),
        (LN_0, |a, y| -(y * &softmax(a)).sum_axis(Axis(1)).mapv(f64::ln).sum() / n(a)),
        (LN_0, |a, y| -(Zip::from(&softmax(a)).and(y).map_collect(|p, y| p.powf(*y).ln())).sum() / n(a)),
        (LN_0, |a, y| entropy(&plain(a).mapv(f64::ln), y)),
        (LN_0, |a, y| -picked(&plain(a).mapv(f64::ln), y).iter().sum::<f64>() / n(a)),
        (CLIPPED, |a, y| entropy(&softmax(a).mapv(|p| p.max(1e-15).ln()), y)),
        (CLIPPED, |a, y| entropy(&softmax(a).mapv(|p| p.max(1e-12).ln()), y)),
        (CLIPPED, |a, y| entropy(&softmax(a).mapv(|p| p.max(1e-10).ln()), y)),
        (CLIPPED, |a, y| entropy(&softmax(a).mapv(|p| (p + 1e-15).ln()), y)),
        (CLIPPED, |a, y| entropy(&softmax(a).mapv(|p| (p + 1e-12).ln()), y)),
        (CLIPPED, |a, y| entropy(&softmax(a).mapv(|p| (p + 1e-10).ln()), y)),
        (CLIPPED, |a, y| entropy(&softmax(a).mapv(|p| (p + 1e-9).ln()), y)),
        (CLIPPED, |a, y| entropy(&softmax(a).mapv(|p| (p + 1e-8).ln()), y)),
        (CLIPPED, |a, y| entropy(&softmax(a).mapv(|p| p.max(1e-300).ln()), y)),
        (CLIPPED, |a, y| entropy(&softmax(a).mapv(|p| p.max(f64::MIN_POSITIVE).ln()), y)),
        (CLIPPED, |a, y| entropy(&softmax(a).mapv(|p| p.clamp(1e-12, 1.0 - 1e-12).ln()), y)),
        ("the error of a sample is cut off at 100: it may be any number", |a, y| {
            entropy(&softmax(a).mapv(|p| p.ln().max(-100.0)), y)
        }),
        ("the error of a sample is cut off at 100: it may be any number", |a, y| {
            errors(a, y).iter().map(|e| e.min(100.0)).sum::<f64>() / n(a)
        }),
        (OVERFLOW, |a, y| entropy(&(a - &sums(&a.mapv(f64::exp)).mapv(f64::ln)), y)),
        (OVERFLOW, |a, y| {
            let sums = sums(&a.mapv(f64::exp)).mapv(f64::ln);
            sums.iter().zip(picked(a, y)).map(|(sum, a)| sum - a).sum::<f64>() / n(a)
        }),
        (
            "one largest entry is subtracted from the whole batch: a row far below it gives ln 0; each row has its own",
            |a, y| {
                let below = a - a.fold(f64::NEG_INFINITY, |m, &a| m.max(a));
                entropy(&(&below - &sums(&below.mapv(f64::exp)).mapv(f64::ln)), y)
            },
        ),
        ("the largest entry is never found below 0: begin `fold` with `f64::NEG_INFINITY`", |a, y| {
            let below = a - &largest(a).mapv(|m| m.max(0.0));
            entropy(&(&below - &sums(&below.mapv(f64::exp)).mapv(f64::ln)), y)
        }),
        ("the largest entry is not added back: ln Σ exp(a) = m + ln Σ exp(a − m)", |a, y| {
            entropy(&(logarithms(a) + &largest(a)), y)
        }),
        ("the largest entry is subtracted twice: from a, or from the logarithm of the sum, not from both", |a, y| {
            entropy(&(logarithms(a) - &largest(a)), y)
        }),
        ("the logarithm is missing: the error is −ln of the probability", |a, y| entropy(&softmax(a), y)),
        ("this is 1 minus the probability of the right class: the error is minus its logarithm", |a, y| {
            1.0 + entropy(&softmax(a), y)
        }),
        ("this is the mean probability of the right class: the error is minus its logarithm", |a, y| {
            -entropy(&softmax(a), y)
        }),
        ("the logarithm is taken of the mean probability: take it of each sample's, then the mean", |a, y| {
            -(-entropy(&softmax(a), y)).ln()
        }),
        ("the logarithm has the base 2: use `ln`", |a, y| cross_entropy(a, y) / std::f64::consts::LN_2),
        ("the logarithm has the base 10: use `ln`", |a, y| cross_entropy(a, y) / std::f64::consts::LN_10),
        ("this is exp of the error: return the error itself", |a, y| cross_entropy(a, y).exp()),
        ("this is the squared error of the probabilities: take minus the logarithm of the right one", |a, y| {
            (softmax(a) - y).mapv(|d| d * d).sum() / n(a)
        }),
        ("this is the squared error of the probabilities: take minus the logarithm of the right one", |a, y| {
            (softmax(a) - y).mapv(|d| d * d).sum() / (n(a) * m(a))
        }),
        ("this is half the squared error: take minus the logarithm of the right probability", |a, y| {
            (softmax(a) - y).mapv(|d| d * d).sum() / (2.0 * n(a))
        }),
        ("the squared error of the logits: make them probabilities, and take minus the logarithm", |a, y| {
            (a - y).mapv(|d| d * d).sum() / n(a)
        }),
        ("the mean distance of the probabilities: take minus the logarithm of the right one", |a, y| {
            (softmax(a) - y).mapv(f64::abs).sum() / n(a)
        }),
        ("the wrong classes have a term of their own, (1 − y) ln(1 − ŷ): only the right one counts", |a, y| {
            let p = softmax(a);
            -Zip::from(&p).and(y).map_collect(|p, y| if *y == 1.0 { p.ln() } else { (1.0 - p).ln() }).sum() / n(a)
        }),
        ("the wrong classes have a term of their own, (1 − y) ln(1 − ŷ): only the right one counts", |a, y| {
            let p = softmax(a);
            -(y * &p.mapv(f64::ln) + (1.0 - y) * p.mapv(|p| (1.0 - p).ln())).sum() / n(a)
        }),
        ("the wrong classes have a term of their own, (1 − y) ln(1 − ŷ): only the right one counts", |a, y| {
            let p = softmax(a).mapv(|p| p.clamp(1e-12, 1.0 - 1e-12));
            -(y * &p.mapv(f64::ln) + (1.0 - y) * p.mapv(|p| (1.0 - p).ln())).sum() / n(a)
        }),
        ("each output has a sigmoid: the classes share one softmax", |a, y| {
            let of = |a: f64, y: f64| a.max(0.0) - a * y + (-a.abs()).exp().ln_1p();
            Zip::from(a).and(y).map_collect(|&a, &y| of(a, y)).sum() / n(a)
        }),
        ("the sigmoid of the right logit: the classes share one softmax", |a, y| entropy(&sigmoid(a).mapv(f64::ln), y)),
        ("the softmax goes down the columns: each sample is a row", |a, y| {
            entropy(&transposed(&logarithms(&transposed(a))), y)
        }),
        ("the softmax goes down the columns: each sample is a row", |a, y| {
            entropy(&transposed(&softmax(&transposed(a))).mapv(f64::ln), y)
        }),
        ("one softmax for the whole batch: each row has its own", |a, y| {
            let most = a.fold(f64::NEG_INFINITY, |m, &a| m.max(a));
            entropy(&(a - (most + a.mapv(|a| (a - most).exp()).sum().ln())), y)
        }),
        ("the answers are not used, all classes are added up: the right one counts alone", |a, y| {
            let _ = y;
            -logarithms(a).sum() / n(a)
        }),
        ("the answers are not used: the class with the largest logit is taken for the right one", |a, y| {
            let _ = y;
            cross_entropy(a, &winners(a))
        }),
        ("this is the entropy of the probabilities: multiply their logarithms by y", |a, y| {
            let _ = y;
            entropy(&logarithms(a), &softmax(a))
        }),
        ("probabilities and answers have changed places: y ln ŷ", |a, y| entropy(&y.mapv(f64::ln), &softmax(a))),
        ("probabilities and answers have changed places: y ln ŷ", |a, y| {
            entropy(&y.mapv(|y| (y + 1e-12).ln()), &softmax(a))
        }),
        ("probabilities and answers have changed places: y ln ŷ", |a, y| {
            entropy(&y.mapv(|y| y.max(1e-12).ln()), &softmax(a))
        }),
        ("the wrong classes are counted: multiply by y, not by 1 − y", |a, y| cross_entropy(a, &(1.0 - y))),
        ("this is minus the logit of the right class: ln Σ exp(a) is missing", entropy),
        ("this is ln Σ exp(a) alone: subtract the logit of the right class", |a, y| {
            let _ = y;
            (sums(&shifted(a)).mapv(f64::ln) + &largest(a)).sum() / n(a)
        }),
        ("this is the logarithm of the number of classes: the error depends on the logits", |a, y| {
            assert_eq!(a.dim(), y.dim());
            m(a).ln()
        }),
        ("right answers have no error: how sure the network is counts for them too", |a, y| {
            let (errors, won) = (errors(a, y), picked(&winners(a), y));
            errors.iter().zip(&won).map(|(e, won)| e * (1.0 - won)).sum::<f64>() / n(a)
        }),
        ("only the first sample is there: does a `return` inside the loop end it?", |a, y| errors(a, y)[0] / n(a)),
        ("only the first sample is there: does a `return` inside the loop end it?", |a, y| errors(a, y)[0]),
        ("only the last sample is there: `+=` adds to the error, `=` overwrites it", |a, y| {
            errors(a, y)[a.nrows() - 1] / n(a)
        }),
        ("only the last sample is there: add up the errors of all, and divide by n", |a, y| {
            errors(a, y)[a.nrows() - 1]
        }),
        ("the last sample is left out", |a, y| errors(a, y)[..a.nrows() - 1].iter().sum::<f64>() / n(a)),
        ("the first sample is left out", |a, y| errors(a, y)[1..].iter().sum::<f64>() / n(a)),
        ("the largest error of a sample is returned: the mean of all is wanted", |a, y| {
            errors(a, y).iter().copied().fold(0.0, f64::max)
        }),
        ("the first answer is used for all samples: each row has its own", |a, y| {
            cross_entropy(a, &Array2::from_shape_fn(y.dim(), |(_, j)| y[[0, j]]))
        }),
        ("class 0 is left out: it is a class like the others", |a, y| {
            let l = logarithms(a);
            -(0..a.nrows()).flat_map(|i| (1..a.ncols()).map(move |j| (i, j))).map(|at| y[at] * l[at]).sum::<f64>()
                / n(a)
        }),
        ("half the error is returned: there is no factor ½", |a, y| cross_entropy(a, y) / 2.0),
        (NO_ROW, |a, y| {
            assert_eq!(a.dim(), y.dim());
            entropy(&logarithms(a), y)
        }),
        (SHAPES, |a, y| {
            assert!(a.nrows() > 0);
            entropy(&logarithms(a), y)
        }),
        ("different shapes are accepted, and no samples: refuse both with `assert!`", |a, y| {
            entropy(&logarithms(a), y)
        }),
    ],
    inputs: || {
        let mut all = batches(922);
        all.extend([
            (array![[0.7, 0.7, 0.7, 0.7], [-2.0, -2.0, -2.0, -2.0]], one_hot(&[3, 1], 4)),
            (array![[0.0, 1000.0]], one_hot(&[0], 2)),
            (array![[0.0, 1000.0], [1.0, 2.0]], one_hot(&[1, 0], 2)),
            (array![[-2000.0, -800.0], [5.0, 4.0]], one_hot(&[0, 1], 2)),
            (array![[60.0, 20.0, 0.0], [0.0, 0.0, 30.0]], one_hot(&[1, 0], 3)),
            (array![[30.0, 20.0, 0.0], [-20.0, 0.0, 20.0]], one_hot(&[2, 0], 3)),
        ]);
        all
    },
    call: |mean_cross_entropy, (logits, y)| mean_cross_entropy(logits, y).into(),
    properties: &[
        ("there is more than one sample", |(a, _)| a.nrows() > 1),
        ("there is one class only", |(a, _)| a.ncols() == 1),
        ("a logit is greater than 709", |(a, _)| a.iter().any(|&v| v > 709.0)),
        ("logits and y differ in shape", |(a, y)| a.dim() != y.dim()),
        ("there is no sample", |(a, _)| a.nrows() == 0),
    ],
};

pub static OUTPUT_DELTA: Diagnosis<Functions, OutputDelta, (Array2<f64>, Array2<f64>)> = Diagnosis {
    function: "output_delta",
    slot: |f| &mut f.2,
    right: delta,
    mistakes: &[
        ("not divided by n: the error is a mean over the samples, and so is its gradient", |a, y| softmax(a) - y),
        ("divided by the number of entries: divide by the number of rows, the samples", |a, y| delta(a, y) / m(a)),
        ("divided by the number of classes: divide by the number of samples", |a, y| (softmax(a) - y) / m(a)),
        ("divided by n twice: once is enough", |a, y| delta(a, y) / n(a)),
        ("multiplied by n: divide by it", |a, y| (softmax(a) - y) * n(a)),
        ("divided by n − 1: divide by the number of samples", |a, y| (softmax(a) - y) / (n(a) - 1.0)),
        ("1/n is a division of whole numbers, 0 for more than one sample: `logits.nrows() as f64` first", |a, y| {
            (softmax(a) - y) * (1 / a.nrows()) as f64
        }),
        ("the sign is the other way round: Ŷ − Y", |a, y| -delta(a, y)),
        ("the sign is the other way round, and 1/n is missing: (Ŷ − Y)/n", |a, y| y - softmax(a)),
        ("the softmax is missing: logits are no probabilities", |a, y| (a - y) / n(a)),
        ("softmax and 1/n are missing: (Ŷ − Y)/n with Ŷ = softmax(A₂)", |a, y| a - y),
        ("the softmax is applied twice: hand over the logits, once is enough", |a, y| delta(&softmax(a), y)),
        ("each output has a sigmoid: the classes share one softmax", |a, y| (sigmoid(a) - y) / n(a)),
        ("the factor ŷ(1 − ŷ) is left: with the cross-entropy it cancels", |a, y| {
            let p = softmax(a);
            delta(a, y) * &p * (1.0 - &p)
        }),
        ("the factor ŷ(1 − ŷ) is left, and 1/n is missing: (Ŷ − Y)/n", |a, y| {
            let p = softmax(a);
            (&p - y) * &p * (1.0 - &p)
        }),
        ("this is ŷ(1 − ŷ)/n: the gradient is (Ŷ − Y)/n", |a, y| {
            let p = softmax(a);
            assert_eq!(p.dim(), y.dim());
            &p * &(1.0 - &p) / n(a)
        }),
        ("this is the gradient of the squared error: of the cross-entropy, only (Ŷ − Y)/n is left", |a, y| {
            let p = softmax(a);
            let difference = &p - y;
            2.0 * &p * (&difference - &sums(&(&p * &difference))) / n(a)
        }),
        ("this is the gradient of half the squared error: of the cross-entropy, only (Ŷ − Y)/n is left", |a, y| {
            let p = softmax(a);
            let difference = &p - y;
            &p * &(&difference - &sums(&(&p * &difference))) / n(a)
        }),
        ("this is the derivative by the probability, −y/ŷ: by the logits it is Ŷ − Y", |a, y| {
            -(y / &softmax(a)) / n(a)
        }),
        ("this is the derivative by the probability, −y/ŷ: by the logits it is Ŷ − Y", |a, y| -(y / &softmax(a))),
        (
            "this is the derivative by the probability, (ŷ − y)/(ŷ(1 − ŷ)): by the logits it is Ŷ − Y",
            |a, y| {
                let p = softmax(a);
                (&p - y) / (&p * &(1.0 - &p)) / n(a)
            },
        ),
        ("the factor 2 belongs to the squared error: (Ŷ − Y)/n", |a, y| 2.0 * delta(a, y)),
        ("halved: (Ŷ − Y)/n", |a, y| delta(a, y) / 2.0),
        ("the difference is squared: (Ŷ − Y)/n", |a, y| (softmax(a) - y).mapv(|d| d * d) / n(a)),
        ("the signs are lost: (Ŷ − Y)/n is negative for the right class", |a, y| delta(a, y).mapv(f64::abs)),
        ("only Ŷ is divided by n: put the difference in parentheses", |a, y| softmax(a) / n(a) - y),
        ("only Y is divided by n: put the difference in parentheses", |a, y| softmax(a) - y / n(a)),
        ("the answers are added: Ŷ − Y", |a, y| (softmax(a) + y) / n(a)),
        ("the answers are multiplied: Ŷ − Y", |a, y| softmax(a) * y / n(a)),
        ("the answers are not used: subtract Y from Ŷ", |a, y| {
            assert_eq!(a.dim(), y.dim());
            softmax(a) / n(a)
        }),
        ("the entries of the wrong classes are missing: their logits count too, as they are in the sum", |a, y| {
            delta(a, y) * y
        }),
        ("the entries of the right class are missing: Ŷ − Y", |a, y| delta(a, y) * (1.0 - y)),
        ("1 is subtracted from all entries: only from that of the right class, where y is 1", |a, y| {
            assert_eq!(a.dim(), y.dim());
            (softmax(a) - 1.0) / n(a)
        }),
        ("1 is subtracted from the largest probability: subtract it where y is 1", |a, y| {
            assert_eq!(a.dim(), y.dim());
            (softmax(a) - winners(a)) / n(a)
        }),
        ("the probabilities are replaced by 0 and 1, the largest being 1: take them as they are", |a, y| {
            (winners(a) - y) / n(a)
        }),
        ("the softmax goes down the columns: each sample is a row", |a, y| {
            (transposed(&softmax(&transposed(a))) - y) / n(a)
        }),
        ("the softmax goes down the columns, and 1/n is missing: each sample is a row", |a, y| {
            transposed(&softmax(&transposed(a))) - y
        }),
        ("one softmax for the whole batch: each row has its own", |a, y| {
            let powers = a.mapv(|v| (v - a.fold(f64::NEG_INFINITY, |m, &a| m.max(a))).exp());
            (&powers / powers.sum() - y) / n(a)
        }),
        ("the exponentials are not divided by their sum: Ŷ = softmax(A₂)", |a, y| (a.mapv(f64::exp) - y) / n(a)),
        ("the exponentials are not divided by their sum: Ŷ = softmax(A₂)", |a, y| (shifted(a) - y) / n(a)),
        ("large logits overflow in the softmax: subtract each row's largest entry before `exp`", |a, y| {
            (plain(a) - y) / n(a)
        }),
        ("the answers are subtracted before the softmax: Ŷ − Y comes after it", |a, y| softmax(&(a - y)) / n(a)),
        ("the logarithms of the probabilities are taken: the gradient is (Ŷ − Y)/n, without one", |a, y| {
            (logarithms(a) - y) / n(a)
        }),
        ("these are the error's own terms, −y ln ŷ/n: its gradient is (Ŷ − Y)/n", |a, y| {
            -(y * &logarithms(a)) / n(a)
        }),
        ("multiplied by the error: (Ŷ − Y)/n", |a, y| delta(a, y) * cross_entropy(a, y)),
        ("multiplied by the logits: (Ŷ − Y)/n", |a, y| delta(a, y) * a),
        ("added up over the samples: one row for each sample", |a, y| {
            (softmax(a) - y).sum_axis(Axis(0)).insert_axis(Axis(0))
        }),
        ("averaged over the samples: one row for each sample", |a, y| {
            delta(a, y).sum_axis(Axis(0)).insert_axis(Axis(0))
        }),
        ("added up over the classes, which gives 0: one column for each class", |a, y| sums(&delta(a, y))),
        ("the result is transposed: a sample stays in its row", |a, y| transposed(&delta(a, y))),
        ("each entry is the mean of its column: each sample has a gradient of its own", |a, y| {
            let mean = delta(a, y).sum_axis(Axis(0)) / n(a);
            Array2::from_shape_fn(a.dim(), |(_, j)| mean[j])
        }),
        ("only the first row has a gradient: does a `return` inside the loop end it?", |a, y| {
            rows_of(delta(a, y), &Array2::zeros(a.dim()), |i| i > 0)
        }),
        ("the first row is 0: go through all rows", |a, y| rows_of(delta(a, y), &Array2::zeros(a.dim()), |i| i == 0)),
        ("the last row is 0: go through all rows", |a, y| {
            rows_of(delta(a, y), &Array2::zeros(a.dim()), |i| i + 1 == a.nrows())
        }),
        ("the first answer is used for all samples: each row has its own", |a, y| {
            delta(a, &Array2::from_shape_fn(y.dim(), |(_, j)| y[[0, j]]))
        }),
        ("right answers have no gradient: how sure the network is counts for them too", |a, y| {
            let won = sums(&(winners(a) * y));
            delta(a, y) * &(1.0 - won)
        }),
        ("small entries are set to 0: return each as it is", |a, y| {
            delta(a, y).mapv(|d| if d.abs() < 1e-2 { 0.0 } else { d })
        }),
        (NO_ROW, |a, y| {
            assert_eq!(a.dim(), y.dim());
            (softmax(a) - y) / n(a)
        }),
        (SHAPES, |a, y| {
            assert!(a.nrows() > 0);
            (softmax(a) - y) / n(a)
        }),
        ("different shapes are accepted, and no samples: refuse both with `assert!`", |a, y| (softmax(a) - y) / n(a)),
    ],
    inputs: || {
        let mut all = batches(923);
        all.extend([
            (array![[0.0, 3.0_f64.ln()], [0.0, 0.0]], one_hot(&[0, 1], 2)),
            (array![[1000.0, 1001.0, 999.0], [-1000.0, -1001.0, -998.5]], one_hot(&[2, 1], 3)),
            (array![[1000.0, 1000.5], [1.0, 2.0], [900.0, 902.0]], one_hot(&[1, 0, 0], 2)),
            (array![[800.0, 801.0]], one_hot(&[0], 2)),
        ]);
        all
    },
    call: |output_delta, (logits, y)| output_delta(logits, y).into(),
    properties: &[
        ("there is more than one sample", |(a, _)| a.nrows() > 1),
        ("there is one class only", |(a, _)| a.ncols() == 1),
        ("a logit is greater than 709", |(a, _)| a.iter().any(|&v| v > 709.0)),
        ("logits and y differ in shape", |(a, y)| a.dim() != y.dim()),
        ("there is no sample", |(a, _)| a.nrows() == 0),
    ],
};

fn one_hot(labels: &[usize], classes: usize) -> Array2<f64> {
    Array2::from_shape_fn((labels.len(), classes), |(i, j)| if labels[i] == j { 1.0 } else { 0.0 })
}

/// Batches with random logits, and some that must be refused.
fn batches(seed: u64) -> Vec<(Array2<f64>, Array2<f64>)> {
    let mut random = Random::seeded(seed);
    vec![
        (3.0 * random.matrix(3, 5), one_hot(&[4, 0, 2], 5)),
        (2.0 * random.matrix(5, 3) + 0.5, one_hot(&[1, 0, 2, 2, 0], 3)),
        (2.0 * random.matrix(4, 4) - 1.0, one_hot(&[3, 3, 1, 0], 4)),
        (3.0 * random.matrix(1, 3), one_hot(&[2], 3)),
        (random.matrix(6, 2), one_hot(&[0, 1, 1, 0, 0, 1], 2)),
        (random.matrix(3, 1), one_hot(&[0, 0, 0], 1)),
        (random.matrix(3, 4), one_hot(&[1], 4)),
        (Array2::zeros((0, 4)), Array2::zeros((0, 4))),
    ]
}
