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
        ("the digits after the point are lost: keep the sum as an `f64`, only n needs a cast", |y_hat, y| {
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
    ],
    inputs: || {
        let mut random = Random::seeded(1016);
        let mut inputs = vec![
            (array![1.0, 4.0, 0.0], array![2.0, 2.0, 3.0]),
            (array![5.0, 1.0, 2.0], array![5.0, 3.0, 1.5]),
            (array![2.5], array![1.0]),
            (array![1.0, -2.0, 6.0, 2.0], array![1.0, -2.0, 3.0, 2.5]),
        ];
        let sizes = [(2, 1.0), (3, 1.0), (5, 3.0), (7, 10.0), (4, 1e6), (6, 1e-3)];
        inputs.extend(sizes.map(|(n, size)| (size * random.vector(n), size * random.vector(n))));
        inputs
    },
    call: |mse, (y_hat, y)| mse(y_hat, y).into(),
    properties: &[
        ("a prediction is exactly right", |(y_hat, y)| errors(y_hat, y).any(|e| e == 0.0)),
        ("an error is negative", |(y_hat, y)| errors(y_hat, y).any(|e| e < 0.0)),
        ("the numbers are large", |(y_hat, _)| y_hat.iter().any(|v| v.abs() > 1e3)),
        ("the numbers are small", |(y_hat, _)| y_hat.iter().all(|v| v.abs() < 1e-2)),
        ("there is more than one sample", |(_, y)| y.len() > 1),
    ],
};

fn errors<'a>(y_hat: &'a Array1<f64>, y: &'a Array1<f64>) -> impl Iterator<Item = f64> + 'a {
    y_hat.iter().zip(y).map(|(y_hat, y)| y_hat - y)
}

fn squares<'a>(y_hat: &'a Array1<f64>, y: &'a Array1<f64>) -> impl Iterator<Item = f64> + 'a {
    errors(y_hat, y).map(|e| e * e)
}

fn count(y: &Array1<f64>) -> f64 {
    y.len() as f64
}
