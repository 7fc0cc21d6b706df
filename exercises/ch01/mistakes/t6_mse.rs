//! Spoilers: wrong ways to write `mse`, and the inputs that tell them apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, array};

pub type Mse = fn(&Array1<f64>, &Array1<f64>) -> f64;
type Inputs = (Array1<f64>, Array1<f64>);

pub static MSE: Diagnosis<Mse, Mse, Inputs> = Diagnosis {
    function: "mse",
    slot: |f| f,
    right: |y_hat, y| squares(y_hat, y).sum::<f64>() / count(y),
    mistakes: &[
        ("this is the sum of the squares, not their mean: divide by n, the number of samples", |y_hat, y| {
            squares(y_hat, y).sum()
        }),
        ("half of the mean squared error: this course divides by n, not by 2n", |y_hat, y| {
            squares(y_hat, y).sum::<f64>() / (2.0 * count(y))
        }),
        ("the squares are divided by n − 1: divide by n, the number of samples", |y_hat, y| {
            squares(y_hat, y).sum::<f64>() / (count(y) - 1.0)
        }),
        ("the squares are divided by n twice: divide once", |y_hat, y| {
            squares(y_hat, y).sum::<f64>() / count(y).powi(2)
        }),
        ("this is the root of the mean squared error: leave the root out", |y_hat, y| {
            (squares(y_hat, y).sum::<f64>() / count(y)).sqrt()
        }),
        ("the absolute errors are averaged: square each error before the mean", |y_hat, y| {
            errors(y_hat, y).map(f64::abs).sum::<f64>() / count(y)
        }),
        ("the errors are averaged with their signs, so they cancel: square each before the mean", |y_hat, y| {
            errors(y_hat, y).sum::<f64>() / count(y)
        }),
        ("the mean is squared: square each error first, then take the mean", |y_hat, y| {
            (errors(y_hat, y).sum::<f64>() / count(y)).powi(2)
        }),
        ("the sum is squared: square each error first, then add up", |y_hat, y| {
            errors(y_hat, y).sum::<f64>().powi(2) / count(y)
        }),
        ("this is the difference of the squares: subtract first, then square the difference", |y_hat, y| {
            (y_hat * y_hat - y * y).sum() / count(y)
        }),
        ("the errors are doubled, not squared: multiply each by itself", |y_hat, y| {
            2.0 * errors(y_hat, y).sum::<f64>() / count(y)
        }),
        ("the errors are cubed: multiply each by itself once", |y_hat, y| {
            errors(y_hat, y).map(|e| e * e * e).sum::<f64>() / count(y)
        }),
        ("prediction and answer are added: the error is their difference, ŷ − y", |y_hat, y| {
            (y_hat + y).mapv(|v| v * v).sum() / count(y)
        }),
        (
            "only the last sample counts: a sum that begins anew in the loop, or `=` in the place of `+=`?",
            |y_hat, y| squares(y_hat, y).last().unwrap_or(0.0) / count(y),
        ),
        ("only the first sample counts: does a `return` inside the loop end it?", |y_hat, y| {
            squares(y_hat, y).next().unwrap_or(0.0) / count(y)
        }),
        ("the first sample is left out: indices start at 0", |y_hat, y| {
            squares(y_hat, y).skip(1).sum::<f64>() / count(y)
        }),
        ("the last sample is left out: `0..n` runs up to n − 1, which is the last index", |y_hat, y| {
            squares(y_hat, y).take(y.len() - 1).sum::<f64>() / count(y)
        }),
        ("a quotient of whole numbers is cut off, 1 / n to 0: write `as f64` before the division", |y_hat, y| {
            squares(y_hat, y).sum::<f64>() * (1 / y.len()) as f64
        }),
        ("the digits after the point are lost: keep sum and mean as `f64`; only n needs a cast", |y_hat, y| {
            (squares(y_hat, y).sum::<f64>() as i64 / y.len() as i64) as f64
        }),
        ("brackets: only y is squared. Write `(y_hat - y).powi(2)`", |y_hat, y| (y_hat - y * y).sum() / count(y)),
        ("an exact hit is not counted in n: divide by the number of all samples", |y_hat, y| {
            squares(y_hat, y).sum::<f64>() / squares(y_hat, y).filter(|&square| square != 0.0).count().max(1) as f64
        }),
        ("the loop ends at an exact hit: the samples behind it count too", |y_hat, y| {
            squares(y_hat, y).take_while(|&square| square != 0.0).sum::<f64>() / count(y)
        }),
        ("this is the variance of the answers: the predictions are not used", |_, y| {
            y.mapv(|v| (v - y.sum() / count(y)).powi(2)).sum() / count(y)
        }),
        ("this is the variance of the errors: square them as they are, without taking their mean away", |y_hat, y| {
            let mean = errors(y_hat, y).sum::<f64>() / count(y);
            errors(y_hat, y).map(|e| (e - mean).powi(2)).sum::<f64>() / count(y)
        }),
        ("the error is relative to y: the mean squared error has the unit of y, squared", |y_hat, y| {
            squares(y_hat, y).zip(y).map(|(square, y)| square / (y * y)).sum::<f64>() / count(y)
        }),
        ("the squares are divided by n + 1: divide by n, the number of samples", |y_hat, y| {
            squares(y_hat, y).sum::<f64>() / (count(y) + 1.0)
        }),
        ("the sum is divided by the root of n: divide by n", |y_hat, y| {
            squares(y_hat, y).sum::<f64>() / count(y).sqrt()
        }),
        ("the sum is multiplied by n: divide by n", |y_hat, y| squares(y_hat, y).sum::<f64>() * count(y)),
        (
            "the square of the summed errors is taken away from the sum of their squares: divide the latter by n",
            |y_hat, y| (squares(y_hat, y).sum::<f64>() - errors(y_hat, y).sum::<f64>().powi(2)) / count(y),
        ),
        ("the mean is doubled: the factor 2 comes with the gradient", |y_hat, y| {
            2.0 * squares(y_hat, y).sum::<f64>() / count(y)
        }),
        ("this is the root of the sum of the squares: divide by n, and leave the root out", |y_hat, y| {
            squares(y_hat, y).sum::<f64>().sqrt()
        }),
        ("this is the root of the sum divided by n: leave the root out", |y_hat, y| {
            squares(y_hat, y).sum::<f64>().sqrt() / count(y)
        }),
        ("the absolute errors are added: square each error, and divide by n", |y_hat, y| {
            errors(y_hat, y).map(f64::abs).sum()
        }),
        ("the errors are added with their signs: square each error, and divide by n", |y_hat, y| {
            errors(y_hat, y).sum()
        }),
        ("the errors cancel before they are made positive: square each error first, then take the mean", |y_hat, y| {
            (errors(y_hat, y).sum::<f64>() / count(y)).abs()
        }),
        ("the roots of the errors are averaged: square each error", |y_hat, y| {
            errors(y_hat, y).map(|e| e.abs().sqrt()).sum::<f64>() / count(y)
        }),
        ("the squared errors are squared again: once is enough", |y_hat, y| {
            squares(y_hat, y).map(|square| square * square).sum::<f64>() / count(y)
        }),
        ("the mean of the squares is squared: each error is squared, the mean is not", |y_hat, y| {
            (squares(y_hat, y).sum::<f64>() / count(y)).powi(2)
        }),
        ("the sign of each error is kept with its square, so they cancel: `e * e` is never negative", |y_hat, y| {
            errors(y_hat, y).map(|e| e * e.abs()).sum::<f64>() / count(y)
        }),
        ("the sign is the other way round: a mean of squares is never negative", |y_hat, y| {
            -squares(y_hat, y).sum::<f64>() / count(y)
        }),
        ("only errors above 0 count: square the negative ones too", |y_hat, y| {
            errors(y_hat, y).filter(|&e| e > 0.0).map(|e| e * e).sum::<f64>() / count(y)
        }),
        ("only errors below 0 count: square the positive ones too", |y_hat, y| {
            errors(y_hat, y).filter(|&e| e < 0.0).map(|e| e * e).sum::<f64>() / count(y)
        }),
        ("this is the largest square: take the mean of all", |y_hat, y| squares(y_hat, y).fold(0.0, f64::max)),
        ("this is the mean of the squared predictions: take the answers away first, ŷ − y", |y_hat, y| {
            y_hat.dot(y_hat) / count(y)
        }),
        ("this is the mean of the squared answers: take them away from the predictions first, ŷ − y", |_, y| {
            y.dot(y) / count(y)
        }),
        ("prediction and answer are multiplied: the error is their difference, ŷ − y, squared", |y_hat, y| {
            y_hat.dot(y) / count(y)
        }),
        ("brackets: only the prediction is squared. Write `(y_hat - y).powi(2)`", |y_hat, y| {
            (y_hat * y_hat - y).sum() / count(y)
        }),
        ("this is the difference of the squared means: square each error first, then take the mean", |y_hat, y| {
            (y_hat.sum() / count(y)).powi(2) - (y.sum() / count(y)).powi(2)
        }),
        ("the signs of predictions and answers are lost: subtract them as they are", |y_hat, y| {
            squares(&y_hat.abs(), &y.abs()).sum::<f64>() / count(y)
        }),
        ("the errors add up from sample to sample, and each sum is squared: begin anew with each error", |y_hat, y| {
            let mut sum = 0.0;
            errors(y_hat, y)
                .map(|e| {
                    sum += e;
                    sum * sum
                })
                .sum::<f64>()
                / count(y)
        }),
        ("the sum is divided by n in each step of the loop: divide once, behind it", |y_hat, y| {
            squares(y_hat, y).fold(0.0, |sum, square| (sum + square) / count(y))
        }),
        ("every prediction is compared with the first answer: prediction j belongs to answer j", |y_hat, y| {
            y_hat.mapv(|y_hat| (y_hat - y[0]).powi(2)).sum() / count(y)
        }),
        ("every answer is compared with the first prediction: prediction j belongs to answer j", |y_hat, y| {
            y.mapv(|y| (y_hat[0] - y).powi(2)).sum() / count(y)
        }),
        ("every prediction meets every answer: only those with the same index belong together", |y_hat, y| {
            y_hat.iter().map(|y_hat| y.mapv(|y| (y_hat - y).powi(2)).sum()).sum::<f64>() / count(y)
        }),
        ("the answers are read backwards: prediction j belongs to answer j", |y_hat, y| {
            y_hat.iter().zip(y.iter().rev()).map(|(y_hat, y)| (y_hat - y).powi(2)).sum::<f64>() / count(y)
        }),
        ("the errors are rounded to whole numbers: keep them as `f64`", |y_hat, y| {
            errors(y_hat, y).map(|e| e.round().powi(2)).sum::<f64>() / count(y)
        }),
        ("the digits of the errors after the point are lost: keep them as `f64`", |y_hat, y| {
            errors(y_hat, y).map(|e| e.trunc().powi(2)).sum::<f64>() / count(y)
        }),
        (MEAN_ROUNDED, |y_hat, y| (squares(y_hat, y).sum::<f64>() / count(y)).round()),
        (MEAN_ROUNDED, |y_hat, y| (squares(y_hat, y).sum::<f64>() / count(y) * 1e3).round() / 1e3),
        (MEAN_ROUNDED, |y_hat, y| (squares(y_hat, y).sum::<f64>() / count(y) * 100.0).round() / 100.0),
        ("small errors are taken for 0: they count like the others", |y_hat, y| {
            errors(y_hat, y).filter(|e| e.abs() > 1e-6).map(|e| e * e).sum::<f64>() / count(y)
        }),
        ("the mean is kept below 1: it may have any size", |y_hat, y| {
            (squares(y_hat, y).sum::<f64>() / count(y)).min(1.0)
        }),
        ("the sum starts at 1: before anything is added it is 0", |y_hat, y| {
            (1.0 + squares(y_hat, y).sum::<f64>()) / count(y)
        }),
        ("always 0: a sum that begins anew in the loop, or one that nothing is added to?", |_, _| 0.0),
        ("a single sample has no error: divide its square by 1", |y_hat, y| {
            if y.len() < 2 { 0.0 } else { squares(y_hat, y).sum::<f64>() / count(y) }
        }),
        ("the loop runs one step too far: the last index is n − 1, so write `0..n` and not `0..=n`", |y_hat, y| {
            (0..=y.len()).map(|j| (y_hat[j] - y[j]).powi(2)).sum::<f64>() / count(y)
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1016);
        let mut inputs = vec![
            (array![1.0, 4.0, 0.0], array![2.0, 2.0, 3.0]),
            (array![5.0, 1.0, 2.0], array![5.0, 3.0, 1.5]),
            (array![2.5], array![1.0]),
            (array![1.0, -2.0, 6.0, 2.0], array![1.0, -2.0, 3.0, 2.5]),
            (array![0.5, 3.0, -2.0], array![4.0, 3.0, 0.5]),
            (array![4.0, 1.5, 2.0], array![2.0, 3.0, 2.0]),
            (array![-2.0, 1.0], array![4.0, 3.0]),
            (array![7.0, 5.0, 9.0], array![3.0, 4.0, 2.0]),
        ];
        let sizes = [(2, 1.0), (3, 1.0), (5, 3.0), (7, 10.0), (4, 1e6), (6, 1e-3), (1, 2.0), (3, 1e-8), (5, 1e5)];
        inputs.extend(sizes.map(|(n, size)| (size * random.vector(n), size * random.vector(n))));
        inputs
    },
    call: |mse, (y_hat, y)| mse(y_hat, y).into(),
    properties: &[
        ("a prediction is exactly right", |(y_hat, y)| errors(y_hat, y).any(|e| e == 0.0)),
        ("a prediction before the last one is exactly right", |(y_hat, y)| {
            errors(y_hat, y).take(y.len() - 1).any(|e| e == 0.0)
        }),
        ("an error is negative", |(y_hat, y)| errors(y_hat, y).any(|e| e < 0.0)),
        ("an error is positive", |(y_hat, y)| errors(y_hat, y).any(|e| e > 0.0)),
        ("an answer is negative", |(_, y)| y.iter().any(|&v| v < 0.0)),
        ("a prediction is negative", |(y_hat, _)| y_hat.iter().any(|&v| v < 0.0)),
        ("a prediction or an answer is negative", |(y_hat, y)| y_hat.iter().chain(y).any(|&v| v < 0.0)),
        ("the errors have both signs", |(y_hat, y)| {
            errors(y_hat, y).any(|e| e < 0.0) && errors(y_hat, y).any(|e| e > 0.0)
        }),
        ("the numbers are large", |(y_hat, _)| y_hat.iter().any(|v| v.abs() > 1e3)),
        ("the numbers are small", |(y_hat, _)| y_hat.iter().all(|v| v.abs() < 1e-2)),
        ("the mean of the squares is larger than 1", |(y_hat, y)| squares(y_hat, y).sum::<f64>() > count(y)),
        ("there is more than one sample", |(_, y)| y.len() > 1),
        ("there are more than two samples", |(_, y)| y.len() > 2),
        ("there are more than three samples", |(_, y)| y.len() > 3),
        ("the number of samples is odd", |(_, y)| y.len() % 2 == 1),
        ("all numbers are whole", |(y_hat, y)| y_hat.iter().chain(y).all(|v| v.fract() == 0.0)),
    ],
};

const MEAN_ROUNDED: &str = "the mean is rounded: return all of its digits";

fn errors<'a>(y_hat: &'a Array1<f64>, y: &'a Array1<f64>) -> impl Iterator<Item = f64> + 'a {
    y_hat.iter().zip(y).map(|(y_hat, y)| y_hat - y)
}

fn squares<'a>(y_hat: &'a Array1<f64>, y: &'a Array1<f64>) -> impl Iterator<Item = f64> + 'a {
    errors(y_hat, y).map(|e| e * e)
}

fn count(y: &Array1<f64>) -> f64 {
    y.len() as f64
}
