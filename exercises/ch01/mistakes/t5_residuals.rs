//! Spoilers: wrong ways to write `residuals`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, array, s};

pub type Residuals = fn(&Array1<f64>, &Array1<f64>) -> Array1<f64>;
type Inputs = (Array1<f64>, Array1<f64>);

pub static RESIDUALS: Diagnosis<Residuals, Residuals, Inputs> = Diagnosis {
    function: "residuals",
    slot: |f| f,
    right: |y, y_hat| each(y, y_hat, |y, y_hat| y - y_hat),
    mistakes: &[
        ("the sign is the other way round: a residual is observed minus predicted, y − ŷ", |y, y_hat| y_hat - y),
        ("the signs are lost: a residual says in which direction the model is off", |y, y_hat| (y - y_hat).abs()),
        ("the residuals are squared: that is the next task, keep them as they are", |y, y_hat| (y - y_hat).pow2()),
        ("the residuals are squared and negated: keep them as they are, y − ŷ", |y, y_hat| -(y - y_hat).pow2()),
        ("the residuals are squared, with their signs: keep them as they are, y − ŷ", |y, y_hat| {
            (y - y_hat).mapv(|e| e * e.abs())
        }),
        ("these are the roots of the residuals: keep them as they are, y − ŷ", |y, y_hat| {
            (y - y_hat).abs().mapv(f64::sqrt)
        }),
        ("answer and prediction are added: a residual is their difference, y − ŷ", |y, y_hat| y + y_hat),
        ("answer and prediction are multiplied: a residual is their difference, y − ŷ", |y, y_hat| y * y_hat),
        ("the answer is divided by the prediction: a residual is their difference, y − ŷ", |y, y_hat| y / y_hat),
        ("the prediction is divided by the answer: a residual is their difference, y − ŷ", |y, y_hat| y_hat / y),
        ("these are the answers: take the predictions away from them", |y, _| y.clone()),
        ("these are the predictions: take them away from the answers, y − ŷ", |_, y_hat| y_hat.clone()),
        ("these are the predictions with a minus: take them away from the answers, y − ŷ", |_, y_hat| -y_hat),
        ("the predictions are compared with the mean of the answers: compare each with its own answer", |y, y_hat| {
            mean(y) - y_hat
        }),
        ("the mean of the answers is taken away: take each prediction away from its answer", |y, _| y - mean(y)),
        ("the mean of the predictions is taken away: take each prediction away from its answer", |y, y_hat| {
            y - mean(y_hat)
        }),
        ("the mean of the answers is taken away as well: take the prediction away, and nothing else", |y, y_hat| {
            y - mean(y) - y_hat
        }),
        ("the residuals are divided by the largest of them: keep them as they are", |y, y_hat| {
            let e = y - y_hat;
            &e / e.iter().fold(0.0, |max: f64, e| max.max(e.abs()))
        }),
        ("the first prediction is taken away from every answer: prediction j belongs to answer j", |y, y_hat| {
            y - y_hat[0]
        }),
        ("all predictions are taken away from the first answer: prediction j belongs to answer j", |y, y_hat| {
            y[0] - y_hat
        }),
        ("the residuals are relative to the answers: do not divide by y", |y, y_hat| (y - y_hat) / y),
        ("the residuals are relative to the predictions: do not divide by ŷ", |y, y_hat| (y - y_hat) / y_hat),
        ("the residuals are divided by n: the mean comes with the next task", |y, y_hat| (y - y_hat) / y.len() as f64),
        ("every entry is the mean of the residuals: keep them apart", |y, y_hat| {
            Array1::from_elem(y.len(), mean(&(y - y_hat)))
        }),
        ("every entry is the sum of the residuals: keep them apart", |y, y_hat| {
            Array1::from_elem(y.len(), (y - y_hat).sum())
        }),
        ("the residuals are added up as the loop goes on: each entry is one difference", |y, y_hat| {
            let mut sum = 0.0;
            (y - y_hat).mapv(|e| {
                sum += e;
                sum
            })
        }),
        ("the mean of the residuals is taken away from them: keep them as they are", |y, y_hat| {
            let e = y - y_hat;
            &e - mean(&e)
        }),
        ("the first residual is missing: indices start at 0", |y, y_hat| {
            with(&(y - y_hat), |j, _, e| if j == 0 { 0.0 } else { e })
        }),
        ("the last residual is missing: `0..n` runs up to n − 1, which is the last index", |y, y_hat| {
            with(&(y - y_hat), |j, n, e| if j + 1 == n { 0.0 } else { e })
        }),
        ("the last entry is still the answer: `0..n` runs up to n − 1, which is the last index", |y, y_hat| {
            with(&(y - y_hat), |j, n, e| if j + 1 == n { y[j] } else { e })
        }),
        ("the first entry is still the answer: indices start at 0", |y, y_hat| {
            with(&(y - y_hat), |j, _, e| if j == 0 { y[j] } else { e })
        }),
        ("the first residual is gone: the result has n entries", |y, y_hat| (y - y_hat).slice(s![1..]).to_owned()),
        ("the last residual is gone: the result has n entries", |y, y_hat| (y - y_hat).slice(s![..-1]).to_owned()),
        ("only the first residual is there: does a `return` inside the loop end it?", |y, y_hat| {
            with(&(y - y_hat), |j, _, e| if j == 0 { e } else { 0.0 })
        }),
        ("only the first residual is there: return one for each sample", |y, y_hat| array![y[0] - y_hat[0]]),
        ("only the last residual is there: return one for each sample", |y, y_hat| {
            with(&(y - y_hat), |j, n, e| if j + 1 == n { e } else { 0.0 })
        }),
        ("all residuals are 0: write each difference into its entry of the result", |y, _| Array1::zeros(y.len())),
        ("all residuals are 1: write each difference into its entry of the result", |y, _| Array1::ones(y.len())),
        ("negative residuals are cut off at 0: they say that the model predicted too much", |y, y_hat| {
            each(y, y_hat, |y, y_hat| (y - y_hat).max(0.0))
        }),
        ("positive residuals are cut off at 0: they say that the model predicted too little", |y, y_hat| {
            each(y, y_hat, |y, y_hat| (y - y_hat).min(0.0))
        }),
        ("only the signs are left, as 1, 0 or −1: keep the differences as they are", |y, y_hat| {
            each(y, y_hat, |y, y_hat| if y == y_hat { 0.0 } else { (y - y_hat).signum() })
        }),
        ("only the signs are left, as 1 or −1: keep the differences as they are", |y, y_hat| {
            (y - y_hat).mapv(f64::signum)
        }),
        ("the signs of the answers are lost: take the prediction away from the answer as it is", |y, y_hat| {
            y.abs() - y_hat
        }),
        (
            "the signs of answers and predictions are lost: take the difference of the numbers as they are",
            |y, y_hat| y.abs() - y_hat.abs(),
        ),
        ("the predictions are rounded: keep all of their digits", |y, y_hat| y - &y_hat.mapv(f64::round)),
        ("the digits after the point are lost: keep the differences as `f64`", |y, y_hat| (y - y_hat).mapv(f64::trunc)),
        ("the digits of answers and predictions after the point are lost: keep them as `f64`", |y, y_hat| {
            each(y, y_hat, |y, y_hat| y.trunc() - y_hat.trunc())
        }),
        ("the residuals are rounded: return all of their digits", |y, y_hat| (y - y_hat).mapv(f64::round)),
        ("the residuals are rounded: return all of their digits", |y, y_hat| {
            (y - y_hat).mapv(|e| (100.0 * e).round() / 100.0)
        }),
        ("small residuals are taken for 0: return them as they are", |y, y_hat| {
            (y - y_hat).mapv(|e| if e.abs() < 1e-6 { 0.0 } else { e })
        }),
        ("the residuals are kept between −1 and 1: they may have any size", |y, y_hat| {
            (y - y_hat).mapv(|e| e.clamp(-1.0, 1.0))
        }),
        ("the loop ends at an exact hit: the samples behind it have residuals too", |y, y_hat| {
            let end = y.iter().zip(y_hat).position(|(y, y_hat)| y == y_hat).unwrap_or(y.len());
            with(&(y - y_hat), |j, _, e| if j < end { e } else { 0.0 })
        }),
        ("exact hits are left out: their residual is 0, and the result has n entries", |y, y_hat| {
            y.iter().zip(y_hat).map(|(y, y_hat)| y - y_hat).filter(|&e| e != 0.0).collect()
        }),
        ("an answer of 0 is passed over: its residual is −ŷ", |y, y_hat| {
            each(y, y_hat, |y, y_hat| if y == 0.0 { 0.0 } else { y - y_hat })
        }),
        ("the predictions are read backwards: prediction j belongs to answer j", |y, y_hat| {
            y - &y_hat.slice(s![..;-1])
        }),
        ("the residuals stand in reverse order: answer j gives entry j", |y, y_hat| {
            (y - y_hat).slice(s![..;-1]).to_owned()
        }),
        ("the residuals are doubled: each is one difference", |y, y_hat| 2.0 * (y - y_hat)),
        ("the residuals are halved: each is the whole difference", |y, y_hat| (y - y_hat) / 2.0),
        ("these are differences of the squares: subtract the numbers as they are", |y, y_hat| y.pow2() - y_hat.pow2()),
        ("the prediction is taken away twice: once is enough", |y, y_hat| y - y_hat - y_hat),
        ("neighbouring answers are subtracted: take each prediction away from its own answer", |y, _| {
            Array1::from_shape_fn(y.len(), |j| if j == 0 { 0.0 } else { y[j] - y[j - 1] })
        }),
        ("the loop runs one step too far: the last index is n − 1, so write `0..n` and not `0..=n`", |y, y_hat| {
            (0..=y.len()).map(|j| y[j] - y_hat[j]).collect()
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1015);
        let mut inputs = vec![
            (array![3.0, 5.0, 2.0, 4.0], array![2.5, 6.0, 2.0, 1.0]),
            (array![-1.5], array![4.0]),
            (array![5.0], array![2.5]),
            (array![2.0, -3.0, 0.5, 4.0], array![2.0, -1.0, 3.0, 4.0]),
            (array![0.0, 1.5, -2.0], array![2.5, 0.0, 1.0]),
            (array![1.5, 0.0, 3.0], array![0.5, -2.0, 7.5]),
            (array![7.0, 4.0, 9.0], array![5.0, 1.0, 3.0]),
            (array![1.0, 2.0, 4.0], array![3.0, 7.0, 5.0]),
        ];
        let sizes = [(2, 3.0), (3, 3.0), (5, 10.0), (9, 1.0), (4, 1e6), (3, 1e-8)];
        inputs.extend(sizes.map(|(n, size)| (size * random.vector(n), size * random.vector(n))));
        inputs
    },
    call: |residuals, (y, y_hat)| residuals(y, y_hat).into(),
    properties: &[
        ("a prediction is exactly right", |(y, y_hat)| y.iter().zip(y_hat).any(|(y, y_hat)| y == y_hat)),
        ("an answer is 0", |(y, _)| y.iter().any(|&v| v == 0.0)),
        ("an answer or a prediction is 0", |(y, y_hat)| y.iter().chain(y_hat).any(|&v| v == 0.0)),
        ("a residual is negative", |(y, y_hat)| y.iter().zip(y_hat).any(|(y, y_hat)| y < y_hat)),
        ("a residual is positive", |(y, y_hat)| y.iter().zip(y_hat).any(|(y, y_hat)| y > y_hat)),
        ("an answer is negative", |(y, _)| y.iter().any(|&v| v < 0.0)),
        ("a prediction is negative", |(_, y_hat)| y_hat.iter().any(|&v| v < 0.0)),
        ("an answer or a prediction is negative", |(y, y_hat)| y.iter().chain(y_hat).any(|&v| v < 0.0)),
        ("there is more than one sample", |(y, _)| y.len() > 1),
        ("there are more than two samples", |(y, _)| y.len() > 2),
        ("there are more than three samples", |(y, _)| y.len() > 3),
        ("all numbers are whole", |(y, y_hat)| y.iter().chain(y_hat).all(|v| v.fract() == 0.0)),
    ],
};

fn each(y: &Array1<f64>, y_hat: &Array1<f64>, entry: fn(f64, f64) -> f64) -> Array1<f64> {
    y.iter().zip(y_hat).map(|(&y, &y_hat)| entry(y, y_hat)).collect()
}

/// The residuals `e` with some of them changed, by their index and number.
fn with(e: &Array1<f64>, entry: impl Fn(usize, usize, f64) -> f64) -> Array1<f64> {
    Array1::from_shape_fn(e.len(), |j| entry(j, e.len(), e[j]))
}

fn mean(v: &Array1<f64>) -> f64 {
    v.sum() / v.len() as f64
}
