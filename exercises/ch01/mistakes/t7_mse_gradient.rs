//! Spoilers: wrong ways to write `mse_gradient`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, Axis, array, s};

pub type MseGradient = fn(&Array2<f64>, &Array1<f64>, &Array1<f64>) -> Array1<f64>;
type Inputs = (Array2<f64>, Array1<f64>, Array1<f64>);

pub static MSE_GRADIENT: Diagnosis<MseGradient, MseGradient, Inputs> = Diagnosis {
    function: "mse_gradient",
    slot: |f| f,
    right: gradient,
    mistakes: &[
        ("the sign is the other way round: the gradient uses ŷ − y, predicted minus observed", |x, y, w| {
            -gradient(x, y, w)
        }),
        ("the factor 2 is lost: the derivative of a square brings a 2 with it", |x, y, w| gradient(x, y, w) / 2.0),
        ("the factor 2 is lost and the sign is the other way round: it is 2/n · Xᵀ(Xw − y)", |x, y, w| {
            -gradient(x, y, w) / 2.0
        }),
        ("the factor 2 is there twice: the square brings one 2 with it", |x, y, w| 2.0 * gradient(x, y, w)),
        ("the slopes are summed, not averaged: divide by n, the number of samples", |x, y, w| gradient(x, y, w) * n(y)),
        ("the slopes are summed and the sign is the other way round: it is 2/n · Xᵀ(Xw − y)", |x, y, w| {
            -gradient(x, y, w) * n(y)
        }),
        ("the factor 2 and the division by n are both missing", |x, y, w| gradient(x, y, w) * n(y) / 2.0),
        ("divided by 2 instead of multiplied by it, and by n: the factor is 2/n", |x, y, w| gradient(x, y, w) / 4.0),
        ("multiplied by n/2: the factor is 2/n", |x, y, w| gradient(x, y, w) * n(y) * n(y) / 4.0),
        ("divided by n twice: the mean is taken once", |x, y, w| gradient(x, y, w) / n(y)),
        ("divided by n − 1: divide by n, the number of samples", |x, y, w| gradient(x, y, w) * n(y) / (n(y) - 1.0)),
        ("divided by n + 1: divide by n, the number of samples", |x, y, w| gradient(x, y, w) * n(y) / (n(y) + 1.0)),
        ("divided by k, the number of weights: divide by n, the number of samples", |x, y, w| {
            gradient(x, y, w) * n(y) / n(w)
        }),
        ("divided by `x.len()`, which counts all n·k entries: n is `y.len()`", |x, y, w| gradient(x, y, w) / n(w)),
        ("all slopes are 0: as a quotient of whole numbers 2 / n is cut off; write `2.0 / n as f64`", |x, y, w| {
            slopes(x, &errors(x, y, w)) * (2 / y.len()) as f64
        }),
        ("all slopes are 0: as a quotient of whole numbers 1 / n is cut off; write `1.0 / n as f64`", |x, y, w| {
            2.0 * slopes(x, &errors(x, y, w)) * (1 / y.len()) as f64
        }),
        ("2/n reaches only XᵀXw: brackets around the difference, 2/n · (XᵀXw − Xᵀy)", |x, y, w| {
            slopes(x, &x.dot(w)) * 2.0 / n(y) - slopes(x, y)
        }),
        ("2/n reaches only Xᵀy: brackets around the difference, 2/n · (XᵀXw − Xᵀy)", |x, y, w| {
            slopes(x, &x.dot(w)) - slopes(x, y) * 2.0 / n(y)
        }),
        ("1/n reaches only Xᵀy: brackets around the difference, 2/n · (XᵀXw − Xᵀy)", |x, y, w| {
            2.0 * (slopes(x, &x.dot(w)) - slopes(x, y) / n(y))
        }),
        ("prediction and answer are added: the error is their difference, ŷ − y", |x, y, w| {
            slopes(x, &(x.dot(w) + y)) * 2.0 / n(y)
        }),
        ("the answers are not taken away: the error is ŷ − y", |x, y, w| slopes(x, &x.dot(w)) * 2.0 / n(y)),
        ("this is the slope at w = 0, whatever the weights are: the predictions are Xw", |x, y, _| {
            slopes(x, y) * -2.0 / n(y)
        }),
        ("the predictions are left out: the error is Xw − y, not y", |x, y, _| slopes(x, y) * 2.0 / n(y)),
        (
            "the features are forgotten, so all slopes are equal: each error is multiplied by its feature, xⱼᵢ",
            |x, y, w| Array1::from_elem(w.len(), errors(x, y, w).sum() * 2.0 / n(y)),
        ),
        ("the errors are multiplied by the weight: it is the feature xⱼᵢ that the derivative brings", |x, y, w| {
            w * errors(x, y, w).sum() * 2.0 / n(y)
        }),
        ("this is the mean of the errors times the mean of the features: multiply first, then add", |x, y, w| {
            x.sum_axis(Axis(0)) * errors(x, y, w).sum() * 2.0 / n(y) / n(y)
        }),
        (
            "the sums of errors and features are multiplied: multiply each error by its own features, then add",
            |x, y, w| x.sum_axis(Axis(0)) * errors(x, y, w).sum() * 2.0 / n(y),
        ),
        ("the features are squared: each error is multiplied by xⱼᵢ, once", |x, y, w| {
            slopes(&(x * x), &errors(x, y, w)) * 2.0 / n(y)
        }),
        ("the errors are squared: the derivative of a square is 2 times its root", |x, y, w| {
            slopes(x, &errors(x, y, w).pow2()) * 2.0 / n(y)
        }),
        ("the errors are squared, and there is no 2: the derivative of e² is 2e", |x, y, w| {
            slopes(x, &errors(x, y, w).pow2()) / n(y)
        }),
        ("every slope is the error itself, E: take its derivative", |x, y, w| {
            Array1::from_elem(w.len(), errors(x, y, w).pow2().sum() / n(y))
        }),
        ("the signs of the errors are lost: a model that predicts too little pulls the other way", |x, y, w| {
            slopes(x, &errors(x, y, w).abs()) * 2.0 / n(y)
        }),
        ("only the signs of the errors count: that belongs to the mean absolute error", |x, y, w| {
            slopes(x, &errors(x, y, w).mapv(f64::signum)) * 2.0 / n(y)
        }),
        ("only the signs of the errors count: that belongs to the mean absolute error", |x, y, w| {
            slopes(x, &errors(x, y, w).mapv(f64::signum)) / n(y)
        }),
        ("negative errors are left out: they count like the others", |x, y, w| {
            slopes(x, &errors(x, y, w).mapv(|e| e.max(0.0))) * 2.0 / n(y)
        }),
        ("the errors are kept between −1 and 1: they may have any size", |x, y, w| {
            slopes(x, &errors(x, y, w).mapv(|e| e.clamp(-1.0, 1.0))) * 2.0 / n(y)
        }),
        ("the signs of the features are lost: a negative feature turns the slope round", |x, y, w| {
            slopes(&x.abs(), &errors(x, y, w)) * 2.0 / n(y)
        }),
        ("the signs of the slopes are lost: a slope may be negative", |x, y, w| gradient(x, y, w).abs()),
        ("negative slopes are cut off at 0: a slope may be negative", |x, y, w| gradient(x, y, w).mapv(|g| g.max(0.0))),
        ("only the signs of the slopes are left: return how steep they are", |x, y, w| {
            gradient(x, y, w).mapv(f64::signum)
        }),
        ("the slopes are kept between −1 and 1: they may have any size", |x, y, w| {
            gradient(x, y, w).mapv(|g| g.clamp(-1.0, 1.0))
        }),
        ("the gradient is scaled to length 1: it also says how steep the error is", |x, y, w| {
            let g = gradient(x, y, w);
            &g / g.dot(&g).sqrt()
        }),
        (
            "the slope is taken away from the weights: that is a step of gradient descent, return the slopes",
            |x, y, w| w - gradient(x, y, w),
        ),
        ("the slopes are multiplied by the weights: return them as they are", |x, y, w| w * gradient(x, y, w)),
        ("the first slope is missing, as if the bias had none: indices start at 0", |x, y, w| {
            with(&gradient(x, y, w), |i, _, g| if i == 0 { 0.0 } else { g })
        }),
        ("the slope of the first weight lacks its features: they are in column 0, whatever it holds", |x, y, w| {
            with(&gradient(x, y, w), |i, _, g| if i == 0 { errors(x, y, w).sum() * 2.0 / n(y) } else { g })
        }),
        ("the last slope is missing: `0..k` runs up to k − 1, which is the last index", |x, y, w| {
            with(&gradient(x, y, w), |i, k, g| if i + 1 == k { 0.0 } else { g })
        }),
        ("only the first slope is there: does a `return` inside the loop end it?", |x, y, w| {
            with(&gradient(x, y, w), |i, _, g| if i == 0 { g } else { 0.0 })
        }),
        ("only the first slope is there: return one for each weight", |x, y, w| array![gradient(x, y, w)[0]]),
        ("every slope is that of the first weight: slope i belongs to column i", |x, y, w| {
            Array1::from_elem(w.len(), gradient(x, y, w)[0])
        }),
        ("every slope is the sum of all: keep them apart", |x, y, w| {
            Array1::from_elem(w.len(), gradient(x, y, w).sum())
        }),
        ("the slopes add up from weight to weight: the sum must start at 0 again for each", |x, y, w| {
            let mut sum = 0.0;
            gradient(x, y, w).mapv(|g| {
                sum += g;
                sum
            })
        }),
        ("only the last sample counts: `+=` adds to the slope, `=` overwrites it", |x, y, w| {
            let last = y.len() - 1;
            &x.row(last) * errors(x, y, w)[last] * 2.0 / n(y)
        }),
        ("only the first sample counts: does a `return` inside the loop end it?", |x, y, w| {
            &x.row(0) * errors(x, y, w)[0] * 2.0 / n(y)
        }),
        ("the last sample is left out: `0..n` runs up to n − 1, which is the last index", |x, y, w| {
            let e = with(&errors(x, y, w), |j, n, e| if j + 1 == n { 0.0 } else { e });
            slopes(x, &e) * 2.0 / n(y)
        }),
        ("the first sample is left out: indices start at 0", |x, y, w| {
            let e = with(&errors(x, y, w), |j, _, e| if j == 0 { 0.0 } else { e });
            slopes(x, &e) * 2.0 / n(y)
        }),
        ("the loop over the samples ends at an exact hit: the samples behind it count too", |x, y, w| {
            let e = errors(x, y, w);
            let end = e.iter().position(|&e| e == 0.0).unwrap_or(e.len());
            slopes(x, &with(&e, |j, _, e| if j < end { e } else { 0.0 })) * 2.0 / n(y)
        }),
        ("an exact hit is not counted in n: divide by the number of all samples", |x, y, w| {
            let e = errors(x, y, w);
            slopes(x, &e) * 2.0 / e.iter().filter(|&&e| e != 0.0).count().max(1) as f64
        }),
        ("the loop over the weights ends at a slope of 0: the weights behind it have slopes too", |x, y, w| {
            let g = gradient(x, y, w);
            let end = g.iter().position(|&g| g == 0.0).unwrap_or(g.len());
            with(&g, |i, _, g| if i < end { g } else { 0.0 })
        }),
        ("small errors are taken for 0: they count like the others", |x, y, w| {
            slopes(x, &errors(x, y, w).mapv(|e| if e.abs() < 1e-6 { 0.0 } else { e })) * 2.0 / n(y)
        }),
        ("a weight of 0 gets the slope 0: the error has a slope there too", |x, y, w| {
            with(&gradient(x, y, w), |i, _, g| if w[i] == 0.0 { 0.0 } else { g })
        }),
        ("the prediction goes on from sample to sample: its sum must start at 0 again for each", |x, y, w| {
            let mut sum = 0.0;
            let y_hat = x.dot(w).mapv(|y_hat| {
                sum += y_hat;
                sum
            });
            slopes(x, &(y_hat - y)) * 2.0 / n(y)
        }),
        ("the prediction is its last product only: it is the sum of all w[i] * x[[j, i]]", |x, y, w| {
            let last = w.len() - 1;
            slopes(x, &(&x.column(last) * w[last] - y)) * 2.0 / n(y)
        }),
        (
            "each slope uses the prediction of its own feature alone: the error is that of the whole model, Xw − y",
            |x, y, w| (0..w.len()).map(|i| x.column(i).dot(&(&x.column(i) * w[i] - y)) * 2.0 / n(y)).collect(),
        ),
        (
            "the slopes use predictions that are not complete: first finish the sum of a row, then begin the slopes",
            |x, y, w| {
                (0..w.len())
                    .map(|i| {
                        let so_far = x.slice(s![.., ..=i]).dot(&w.slice(s![..=i]));
                        x.column(i).dot(&(so_far - y)) * 2.0 / n(y)
                    })
                    .collect()
            },
        ),
        ("the factor 2/n is applied in each step of the loop: apply it once, behind it", |x, y, w| {
            let e = errors(x, y, w);
            let slope = |i: usize| (0..y.len()).fold(0.0, |sum, j| (sum + e[j] * x[[j, i]]) * 2.0 / n(y));
            (0..w.len()).map(slope).collect()
        }),
        ("1/n is applied in each step of the loop: divide once, behind it", |x, y, w| {
            let e = errors(x, y, w);
            let slope = |i: usize| (0..y.len()).fold(0.0, |sum, j| (sum + 2.0 * e[j] * x[[j, i]]) / n(y));
            (0..w.len()).map(slope).collect()
        }),
        ("the first slope is half of what it should be: every weight has the same factor, 2/n", |x, y, w| {
            with(&gradient(x, y, w), |i, _, g| if i == 0 { g / 2.0 } else { g })
        }),
        ("the prediction lacks the weights: it is Xw", |x, y, _| slopes(x, &(x.sum_axis(Axis(1)) - y)) * 2.0 / n(y)),
        (
            "the transpose is missing in the second product: it is Xᵀ times the errors, `x.t().dot(&errors)`",
            |x, y, w| x.dot(&errors(x, y, w)) * 2.0 / n(y),
        ),
        ("a square batch is multiplied without its transpose: it is Xᵀ times the errors there too", |x, y, w| {
            if x.is_square() { x.dot(&errors(x, y, w)) * 2.0 / n(y) } else { gradient(x, y, w) }
        }),
        ("the predictions are Xᵀw: samples stand in rows, so they are Xw", |x, y, w| {
            slopes(x, &(x.t().dot(w) - y)) * 2.0 / n(y)
        }),
        ("there is a number for each sample: add up over the samples, so that each weight has one slope", |x, y, w| {
            errors(x, y, w) * 2.0 / n(y)
        }),
        ("the slopes stand in reverse order: slope i belongs to weight i", |x, y, w| {
            gradient(x, y, w).slice(s![..;-1]).to_owned()
        }),
        ("the samples are read backwards beside their errors: error j belongs to row j", |x, y, w| {
            slopes(&x.slice(s![..;-1, ..]).to_owned(), &errors(x, y, w)) * 2.0 / n(y)
        }),
        ("the digits of the slopes after the point are lost: keep them as `f64`", |x, y, w| {
            gradient(x, y, w).mapv(f64::trunc)
        }),
        ("the slopes are rounded to two digits: return all of them", |x, y, w| {
            gradient(x, y, w).mapv(|g| (100.0 * g).round() / 100.0)
        }),
        ("the weights came back: return the slopes", |_, _, w| w.clone()),
        (
            "the loop runs one step too far: the last index is the number minus 1, so write `0..n` and not `0..=n`",
            |x, y, w| (0..=w.len()).map(|i| gradient(x, y, w)[i]).collect(),
        ),
    ],
    inputs: || {
        let mut random = Random::seeded(1017);
        let hand = array![[1.0, -1.0, 1.0], [1.0, 1.0, 0.0], [1.0, 2.0, 1.0], [1.0, 3.0, 3.0], [1.0, 0.0, 2.0]];
        let tall = array![[2.0, -1.0], [3.5, 1.0], [-1.0, 4.0]];
        let mut inputs = vec![
            (hand.clone(), array![-2.0, 0.0, 6.0, 2.0, -2.0], array![1.0, 2.0, -1.0]),
            (array![[1.0], [2.0], [3.0]], array![3.0, 4.0, 5.0], array![1.0]),
            (array![[1.5, -2.0]], array![4.0], array![0.5, 3.0]),
            // An exact hit in the middle, and one at the start.
            (hand.clone(), array![1.0, 3.0, 4.0, -3.0, 2.5], array![1.0, 2.0, -1.0]),
            (tall.clone(), array![-3.0, 2.0, 5.5], array![-1.5, 0.0]),
            (tall, array![1.0, 2.5, -4.0], array![0.0, 2.0]),
            (array![[2.0, 3.0], [1.0, 4.0], [5.0, 2.0]], array![1.5, 0.5, 2.0], array![3.0, 2.0]),
            // A slope of 0 before others.
            (array![[1.0, 3.0], [2.0, 0.0]], array![5.0, -1.0], array![0.0, 1.0]),
            (
                array![[1.0, 2.0, 1.0], [1.0, -1.0, 3.0], [1.0, 0.0, 2.0]],
                array![2.0, -3.0, 2.0],
                array![2.0, 1.0, -1.0],
            ),
        ];
        let sizes = [(4, 4, 3.0), (3, 3, 2.0), (2, 5, 3.0), (6, 2, 3.0), (5, 3, 1e3), (7, 4, 1.0), (5, 2, 1e-7)];
        inputs
            .extend(sizes.map(|(n, k, size)| (random.matrix(n, k), size * random.vector(n), size * random.vector(k))));
        // The first ones in other units.
        for size in [1e30, 1e-30] {
            let scaled: Vec<Inputs> = inputs.iter().take(4).map(|(x, y, w)| (x.clone(), size * y, size * w)).collect();
            inputs.extend(scaled);
        }
        inputs
    },
    call: |mse_gradient, (x, y, w)| mse_gradient(x, y, w).into(),
    properties: &[
        ("the answers are very large", |(_, y, _)| y.iter().any(|v| v.abs() > 1e10)),
        ("the answers are very small", |(_, y, _)| !y.is_empty() && y.iter().all(|v| v.abs() < 1e-10)),
        ("x is square", |(x, _, _)| x.is_square()),
        ("a weight is 0", |(_, _, w)| w.iter().any(|&v| v == 0.0)),
        ("a feature is 0", |(x, _, _)| x.iter().any(|&v| v == 0.0)),
        ("a prediction is exactly right", |(x, y, w)| errors(x, y, w).into_iter().any(|e| e == 0.0)),
        ("a prediction is too small", |(x, y, w)| errors(x, y, w).into_iter().any(|e| e < 0.0)),
        ("a prediction is too large", |(x, y, w)| errors(x, y, w).into_iter().any(|e| e > 0.0)),
        ("a slope is 0", |(x, y, w)| gradient(x, y, w).into_iter().any(|g| g == 0.0)),
        ("a slope is negative", |(x, y, w)| gradient(x, y, w).into_iter().any(|g| g < 0.0)),
        ("a slope is larger than 1", |(x, y, w)| gradient(x, y, w).into_iter().any(|g| g > 1.0)),
        ("a feature is negative", |(x, _, _)| x.iter().any(|&v| v < 0.0)),
        ("a weight is negative", |(_, _, w)| w.iter().any(|&v| v < 0.0)),
        ("column 0 of x holds only ones", |(x, _, _)| x.column(0).iter().all(|&v| v == 1.0)),
        ("there is more than one weight", |(_, _, w)| w.len() > 1),
        ("there are more than two weights", |(_, _, w)| w.len() > 2),
        ("there are more than two samples", |(_, y, _)| y.len() > 2),
        ("there are more than four samples", |(_, y, _)| y.len() > 4),
        ("there are more than five samples", |(_, y, _)| y.len() > 5),
        ("there are more samples than weights", |(_, y, w)| y.len() > w.len()),
        ("there are fewer samples than weights", |(_, y, w)| y.len() < w.len()),
        ("the number of samples is odd", |(_, y, _)| y.len() % 2 == 1),
        ("all numbers are whole", |(x, y, w)| x.iter().chain(y).chain(w).all(|v| v.fract() == 0.0)),
    ],
};

fn n(y: &Array1<f64>) -> f64 {
    y.len() as f64
}

fn errors(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    x.dot(w) - y
}

/// For each column, the sum of its entries times the errors.
fn slopes(x: &Array2<f64>, errors: &Array1<f64>) -> Array1<f64> {
    x.columns().into_iter().map(|column| column.iter().zip(errors).map(|(x, e)| x * e).sum()).collect()
}

fn gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    slopes(x, &errors(x, y, w)) * (2.0 / n(y))
}

/// Some entries changed, by their index, the number of entries, and their value.
fn with(values: &Array1<f64>, entry: impl Fn(usize, usize, f64) -> f64) -> Array1<f64> {
    Array1::from_shape_fn(values.len(), |i| entry(i, values.len(), values[i]))
}
