//! Spoilers: wrong ways to write `r_squared`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, array, s};

pub type RSquared = fn(&Array1<f64>, &Array1<f64>) -> f64;
type Inputs = (Array1<f64>, Array1<f64>);

pub static R_SQUARED: Diagnosis<RSquared, RSquared, Inputs> = Diagnosis {
    function: "r_squared",
    slot: |f| f,
    right: explained,
    mistakes: &[
        ("this is the unexplained share: subtract it from 1", |y_hat, y| left_over(y_hat, y) / total(y)),
        ("the sign is the other way round: it is 1 minus the unexplained share", |y_hat, y| -explained(y_hat, y)),
        ("the unexplained share is added to 1: subtract it", |y_hat, y| 1.0 + left_over(y_hat, y) / total(y)),
        ("1 is missing: it is 1 minus the unexplained share", |y_hat, y| -left_over(y_hat, y) / total(y)),
        ("the fraction stands upside down: unexplained over total", |y_hat, y| 1.0 - total(y) / left_over(y_hat, y)),
        ("this is the total over the unexplained part: it is 1 − unexplained / total", |y_hat, y| {
            total(y) / left_over(y_hat, y)
        }),
        ("brackets: 1 is subtracted before the division. Divide first, 1 − (unexplained / total)", |y_hat, y| {
            (1.0 - left_over(y_hat, y)) / total(y)
        }),
        ("the unexplained part is not divided by the total: it is 1 − unexplained / total", |y_hat, y| {
            1.0 - left_over(y_hat, y)
        }),
        ("the mean squared error is subtracted from 1: divide by that of the mean first", |y_hat, y| {
            1.0 - left_over(y_hat, y) / n(y)
        }),
        ("this is the unexplained part alone: it is 1 − unexplained / total", left_over),
        ("this is the mean squared error: it is 1 − unexplained / total", |y_hat, y| left_over(y_hat, y) / n(y)),
        ("this is the total alone: it is 1 − unexplained / total", |_, y| total(y)),
        ("this is the explained part, not its share: divide by the total", |y_hat, y| total(y) - left_over(y_hat, y)),
        ("this is explained over unexplained: divide by the total", |y_hat, y| total(y) / left_over(y_hat, y) - 1.0),
        ("the total is taken over the predictions: use the observed answers y and their mean", |y_hat, y| {
            1.0 - left_over(y_hat, y) / total(y_hat)
        }),
        ("the mean is that of the predictions: ȳ is the mean of the observed answers y", |y_hat, y| {
            1.0 - left_over(y_hat, y) / around(y, mean(y_hat))
        }),
        ("the total compares the predictions with the mean: use the observed answers y and their mean", |y_hat, y| {
            1.0 - left_over(y_hat, y) / around(y_hat, mean(y))
        }),
        ("the variation of the predictions over that of the answers: this holds for least squares only", |y_hat, y| {
            around(y_hat, mean(y)) / total(y)
        }),
        ("the variation of the predictions over that of the answers: this holds for least squares only", |y_hat, y| {
            total(y_hat) / total(y)
        }),
        ("explained over the sum of explained and unexplained: this holds for least squares only", |y_hat, y| {
            around(y_hat, mean(y)) / (around(y_hat, mean(y)) + left_over(y_hat, y))
        }),
        ("explained over the sum of explained and unexplained: this holds for least squares only", |y_hat, y| {
            total(y_hat) / (total(y_hat) + left_over(y_hat, y))
        }),
        ("the variation of the predictions is subtracted from 1: it is 1 − unexplained / total", |y_hat, y| {
            1.0 - around(y_hat, mean(y)) / total(y)
        }),
        ("the mean is not subtracted in the total: use y − ȳ", |y_hat, y| 1.0 - left_over(y_hat, y) / y.dot(y)),
        ("the first answer stands in for the mean: ȳ is the mean of all answers", |y_hat, y| {
            1.0 - left_over(y_hat, y) / around(y, y[0])
        }),
        ("the last answer stands in for the mean: ȳ is the mean of all answers", |y_hat, y| {
            1.0 - left_over(y_hat, y) / around(y, y[y.len() - 1])
        }),
        ("the total is the mean squared: it is the sum of (yⱼ − ȳ)²", |y_hat, y| {
            1.0 - left_over(y_hat, y) / mean(y).powi(2)
        }),
        (
            "the mean squared error is divided by the mean squared: the total is the sum of (yⱼ − ȳ)²",
            |y_hat, y| 1.0 - left_over(y_hat, y) / n(y) / mean(y).powi(2),
        ),
        ("the sum of the answers is subtracted in the total: use their mean, ȳ", |y_hat, y| {
            1.0 - left_over(y_hat, y) / around(y, y.sum())
        }),
        ("the mean is divided by n − 1: ȳ is the sum of the answers over n", |y_hat, y| {
            1.0 - left_over(y_hat, y) / around(y, y.sum() / (n(y) - 1.0))
        }),
        ("the mean has lost its digits after the point: keep it as an `f64`", |y_hat, y| {
            1.0 - left_over(y_hat, y) / around(y, mean(y).trunc())
        }),
        ("the middle answer stands in for the mean: ȳ is the mean of all answers", |y_hat, y| {
            let mut sorted = y.to_vec();
            sorted.sort_by(f64::total_cmp);
            let median = (sorted[(y.len() - 1) / 2] + sorted[y.len() / 2]) / 2.0;
            1.0 - left_over(y_hat, y) / around(y, median)
        }),
        ("this is the root of R²: leave the root out", |y_hat, y| explained(y_hat, y).sqrt()),
        ("the root of the unexplained share is subtracted from 1: leave the root out", |y_hat, y| {
            1.0 - (left_over(y_hat, y) / total(y)).sqrt()
        }),
        ("the root of the unexplained part is taken, and not that of the total: leave the root out", |y_hat, y| {
            1.0 - left_over(y_hat, y).sqrt() / total(y)
        }),
        ("the root of the total is taken, and not that of the unexplained part: leave the root out", |y_hat, y| {
            1.0 - left_over(y_hat, y) / total(y).sqrt()
        }),
        ("the result is squared: the 2 in R² is only its name here", |y_hat, y| explained(y_hat, y).powi(2)),
        ("the unexplained share is squared: the squares are in the sums already", |y_hat, y| {
            1.0 - (left_over(y_hat, y) / total(y)).powi(2)
        }),
        ("cut off at 0: a model that is worse than the mean has a negative R²", |y_hat, y| {
            explained(y_hat, y).max(0.0)
        }),
        ("cut off at −1: a model can be worse than that", |y_hat, y| explained(y_hat, y).max(-1.0)),
        ("the sign is lost: a model that is worse than the mean has a negative R²", |y_hat, y| {
            explained(y_hat, y).abs()
        }),
        ("this is the squared correlation: it cannot see that the model has the wrong sign", |y_hat, y| {
            correlation(y_hat, y).powi(2)
        }),
        ("this is the correlation: it cannot see how far off the predictions are", correlation),
        ("this is the squared cosine of the angle between ŷ and y: it is 1 − unexplained / total", |y_hat, y| {
            y.dot(y_hat).powi(2) / (y.dot(y) * y_hat.dot(y_hat))
        }),
        ("a negative R² has become 1: a model that is worse than the mean has a negative R²", |y_hat, y| {
            let r_squared = explained(y_hat, y);
            if r_squared < 0.0 { 1.0 } else { r_squared }
        }),
        ("the unexplained part is divided by n and the total is not: both or neither", |y_hat, y| {
            1.0 - left_over(y_hat, y) / n(y) / total(y)
        }),
        ("the total is divided by n and the unexplained part is not: both or neither", |y_hat, y| {
            1.0 - left_over(y_hat, y) * n(y) / total(y)
        }),
        ("the total is divided by n − 1 and the unexplained part is not: both or neither", |y_hat, y| {
            1.0 - left_over(y_hat, y) * (n(y) - 1.0) / total(y)
        }),
        (
            "the unexplained part is divided by n, the total by n − 1: divide both by the same, or neither",
            |y_hat, y| 1.0 - left_over(y_hat, y) * (n(y) - 1.0) / n(y) / total(y),
        ),
        ("this is the adjusted R²: the sums are not divided by their degrees of freedom", |y_hat, y| {
            1.0 - left_over(y_hat, y) * (n(y) - 1.0) / (n(y) - 2.0) / total(y)
        }),
        ("the result is in percent: it is a share, 1 for a perfect fit", |y_hat, y| 100.0 * explained(y_hat, y)),
        ("the errors are made positive, not squared, in both sums: square them", |y_hat, y| {
            1.0 - (y - y_hat).abs().sum() / (y - mean(y)).abs().sum()
        }),
        ("the errors are made positive, not squared, in the unexplained part: square them", |y_hat, y| {
            1.0 - (y - y_hat).abs().sum() / total(y)
        }),
        ("the deviations are made positive, not squared, in the total: square them", |y_hat, y| {
            1.0 - left_over(y_hat, y) / (y - mean(y)).abs().sum()
        }),
        ("the errors cancel before they are squared: square each first, then add", |y_hat, y| {
            1.0 - (y - y_hat).sum().powi(2) / total(y)
        }),
        ("the errors are not squared in the unexplained part: square each, then add", |y_hat, y| {
            1.0 - (y - y_hat).sum() / total(y)
        }),
        (
            "the squares of the predictions are taken away from those of the answers: subtract first, then square",
            |y_hat, y| 1.0 - (y * y - y_hat * y_hat).sum() / total(y),
        ),
        ("answer and prediction are added in the unexplained part: it is made of their differences", |y_hat, y| {
            1.0 - (y + y_hat).pow2().sum() / total(y)
        }),
        ("the last sample is left out: `0..n` runs up to n − 1, which is the last index", |y_hat, y| {
            let last = y.len() - 1;
            1.0 - (left_over(y_hat, y) - (y[last] - y_hat[last]).powi(2)) / (total(y) - (y[last] - mean(y)).powi(2))
        }),
        ("the first sample is left out: indices start at 0", |y_hat, y| {
            1.0 - (left_over(y_hat, y) - (y[0] - y_hat[0]).powi(2)) / (total(y) - (y[0] - mean(y)).powi(2))
        }),
        ("the last sample is left out of the unexplained part: add up over all of them", |y_hat, y| {
            1.0 - left_over(&y_hat.slice(s![..-1]).to_owned(), y) / total(y)
        }),
        ("the first sample is left out of the unexplained part: indices start at 0", |y_hat, y| {
            1.0 - (left_over(y_hat, y) - (y[0] - y_hat[0]).powi(2)) / total(y)
        }),
        ("the last sample is left out of the total: add up over all of them", |y_hat, y| {
            1.0 - left_over(y_hat, y) / (total(y) - (y[y.len() - 1] - mean(y)).powi(2))
        }),
        ("the first sample is left out of the total: indices start at 0", |y_hat, y| {
            1.0 - left_over(y_hat, y) / (total(y) - (y[0] - mean(y)).powi(2))
        }),
        ("only the last sample counts: `+=` adds to the sums, `=` overwrites them", |y_hat, y| {
            let last = y.len() - 1;
            1.0 - ((y[last] - y_hat[last]) / (y[last] - mean(y))).powi(2)
        }),
        ("only the last sample counts in the unexplained part: `+=` adds to the sum, `=` overwrites it", |y_hat, y| {
            1.0 - (y[y.len() - 1] - y_hat[y.len() - 1]).powi(2) / total(y)
        }),
        ("only the last sample counts in the total: `+=` adds to the sum, `=` overwrites it", |y_hat, y| {
            1.0 - left_over(y_hat, y) / (y[y.len() - 1] - mean(y)).powi(2)
        }),
        ("only the first sample counts: does a `return` inside the loop end it?", |y_hat, y| {
            1.0 - ((y[0] - y_hat[0]) / (y[0] - mean(y))).powi(2)
        }),
        ("the share of each sample is subtracted, one by one: divide the sums", |y_hat, y| {
            1.0 - ((y - y_hat) / (y - mean(y))).pow2().sum()
        }),
        ("the shares of the samples are averaged: divide the sums", |y_hat, y| {
            1.0 - ((y - y_hat) / (y - mean(y))).pow2().sum() / n(y)
        }),
        ("the sum ends at an exact hit: the samples behind it count too", |y_hat, y| {
            let misses = y.iter().zip(y_hat).take_while(|(y, y_hat)| y != y_hat);
            1.0 - misses.map(|(y, y_hat)| (y - y_hat).powi(2)).sum::<f64>() / total(y)
        }),
        ("a small total is taken for 0: only answers that are all equal have none", |y_hat, y| {
            if total(y) < 1e-6 { 0.0 } else { explained(y_hat, y) }
        }),
        ("a small total is taken for 0: only answers that are all equal have none", |y_hat, y| {
            if total(y) < 1e-6 { 1.0 } else { explained(y_hat, y) }
        }),
        ("something small is added to the total: divide by it as it is", |y_hat, y| {
            1.0 - left_over(y_hat, y) / (total(y) + 1e-6)
        }),
        ("something small is added to the total: divide by it as it is", |y_hat, y| {
            1.0 - left_over(y_hat, y) / (total(y) + 1e-9)
        }),
        ("a small unexplained part is taken for 0: it counts as it is", |y_hat, y| {
            if left_over(y_hat, y) < 1e-6 { 1.0 } else { explained(y_hat, y) }
        }),
        ("small errors are taken for 0: they count as they are", |y_hat, y| {
            let errors = (y - y_hat).mapv(|e| if e.abs() < 1e-5 { 0.0 } else { e });
            1.0 - errors.pow2().sum() / total(y)
        }),
        ("predictions that are all equal get 0: they are right or wrong like any others", |y_hat, y| {
            if total(y_hat) == 0.0 { 0.0 } else { explained(y_hat, y) }
        }),
        ("the result is rounded: return all of its digits", |y_hat, y| (100.0 * explained(y_hat, y)).round() / 100.0),
        ("the result is rounded: return all of its digits", |y_hat, y| (1e3 * explained(y_hat, y)).round() / 1e3),
        ("the digits of the result after the point are lost: keep it as an `f64`", |y_hat, y| {
            explained(y_hat, y).trunc()
        }),
        ("the digits of the unexplained share after the point are lost: keep it as an `f64`", |y_hat, y| {
            1.0 - (left_over(y_hat, y) / total(y)).trunc()
        }),
        ("always 1: is the unexplained part still 0 when it is divided?", |_, _| 1.0),
        ("always 0: it is 1 − unexplained / total", |_, _| 0.0),
        ("the answers are read backwards beside the predictions: prediction j belongs to answer j", |y_hat, y| {
            1.0 - (&y.slice(s![..;-1]) - y_hat).pow2().sum() / total(y)
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1019);
        let mut inputs = vec![
            (array![2.0, 4.0, 9.0], array![1.0, 4.0, 7.0]),
            (array![4.0, 2.5, 1.0], array![1.0, 2.0, 3.5]),
            (array![2.0, -1.0, 4.5, 3.0], array![2.0, -1.5, 4.0, 5.0]),
            (array![3.0, 3.0, 3.0], array![1.5, 2.5, 6.0]),
            (array![2.0, 2.0, 2.0, 2.0], array![7.0, 9.0, 8.0, 5.0]),
            (array![1.0, 5.5], array![2.0, 4.5]),
            (array![2.5, -3.0, 0.5], array![2.5, -3.0, 0.5]),
            (array![2.01, 4.01, 6.99, 0.98], array![2.0, 4.0, 7.0, 1.0]),
            (array![0.0101, 0.0299, 0.0202], array![0.01, 0.03, 0.02]),
        ];
        let sizes = [
            (3, 1.0, 0.0),
            (5, 10.0, 0.0),
            (8, 1.0, 50.0),
            (6, 1e-4, 0.0),
            (4, 1e5, 0.0),
            (7, 1e-7, 0.0),
            (5, 1e7, 0.0),
            (3, 1e-8, 0.0),
        ];
        inputs.extend(sizes.map(|(n, size, zero)| {
            let y = size * random.vector(n) + zero;
            (&y + 0.4 * size * random.vector(n), y)
        }));
        inputs.extend([4, 9].map(|n| (2.0 * random.vector(n), random.vector(n))));
        inputs
    },
    call: |r_squared, (y_hat, y)| r_squared(y_hat, y).into(),
    properties: &[
        ("R² is negative", |(y_hat, y)| explained(y_hat, y) < 0.0),
        ("R² is below −1", |(y_hat, y)| explained(y_hat, y) < -1.0),
        ("R² is larger than 0.99", |(y_hat, y)| explained(y_hat, y) > 0.99),
        ("the total is less than 1", |(_, y)| total(y) < 1.0),
        ("the numbers are small", |(_, y)| y.iter().all(|v| v.abs() < 1e-3)),
        ("the numbers are very small", |(_, y)| y.iter().all(|v| v.abs() < 1e-6)),
        ("the unexplained part is less than a millionth", |(y_hat, y)| left_over(y_hat, y) < 1e-6),
        ("the numbers are large", |(_, y)| y.iter().any(|v| v.abs() > 1e3)),
        ("a prediction is exactly right", |(y_hat, y)| y_hat.iter().zip(y).any(|(y_hat, y)| y_hat == y)),
        ("all predictions are equal", |(y_hat, _)| y_hat.iter().all(|&v| v == y_hat[0])),
        ("an answer is negative", |(_, y)| y.iter().any(|&v| v < 0.0)),
        ("a prediction or an answer is negative", |(y_hat, y)| y_hat.iter().chain(y).any(|&v| v < 0.0)),
        ("there are more than two samples", |(_, y)| y.len() > 2),
        ("there are more than three samples", |(_, y)| y.len() > 3),
        ("the number of samples is odd", |(_, y)| y.len() % 2 == 1),
    ],
};

fn n(y: &Array1<f64>) -> f64 {
    y.len() as f64
}

fn mean(values: &Array1<f64>) -> f64 {
    values.sum() / n(values)
}

/// The squared distances from a number, added up.
fn around(values: &Array1<f64>, middle: f64) -> f64 {
    values.iter().map(|v| (v - middle).powi(2)).sum()
}

fn total(y: &Array1<f64>) -> f64 {
    around(y, mean(y))
}

fn left_over(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    y.iter().zip(y_hat).map(|(y, y_hat)| (y - y_hat).powi(2)).sum()
}

fn explained(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    1.0 - left_over(y_hat, y) / total(y)
}

fn correlation(y_hat: &Array1<f64>, y: &Array1<f64>) -> f64 {
    (y_hat - mean(y_hat)).dot(&(y - mean(y))) / (total(y_hat) * total(y)).sqrt()
}
