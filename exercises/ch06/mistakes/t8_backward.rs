//! Spoilers: wrong ways to write `backward`, and the inputs that tell them apart. The tests use them to name a mistake.

use crate::given::{Cache, Gradients, Network, Objective, output_activation, without_bias};
use crate::naive::{self, Example, extended, forward, gradients_from, sigmoid};
use checks::{Answer, Diagnosis};
use ndarray::{Array2, Axis, Zip, s};

pub type Backward = fn(&Network, &Cache, &Array2<f64>, &Array2<f64>) -> Gradients;
/// A network, a batch and its answers; the last is whether the cache is that of other weights.
type Inputs = (Example, bool);

pub static BACKWARD: Diagnosis<Backward, Backward, Inputs> = Diagnosis {
    function: "backward",
    slot: |f| f,
    right,
    mistakes: &[
        ("the derivative of tanh is forgotten: multiply ∂E/∂H by 1 − h², entry by entry", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |_, _| 1.0)
        }),
        (
            "tanh' is taken at the activation h: it belongs at the pre-activation a, where it is 1 − h²",
            |n, c, x, y| from(n, c, x, &delta2(n, c, y), |_, h| 1.0 - h.tanh().powi(2)),
        ),
        ("this uses 1 − a²: the derivative of tanh at a is 1 − tanh(a)², which is 1 − h²", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |a, _| 1.0 - a * a)
        }),
        ("this uses h(1 − h), the derivative of the sigmoid: that of tanh is 1 − h²", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |_, h| h * (1.0 - h))
        }),
        ("this uses σ(a)(1 − σ(a)), the derivative of the sigmoid: that of tanh is 1 − h²", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |a, _| sigmoid(a) * (1.0 - sigmoid(a)))
        }),
        ("this uses 1 − h: the derivative of tanh is 1 − h², with the square", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |_, h| 1.0 - h)
        }),
        ("this uses (1 − h)²: the derivative of tanh is 1 − h²", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |_, h| (1.0 - h).powi(2))
        }),
        ("this uses 1 + h²: the derivative of tanh is 1 − h²", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |_, h| 1.0 + h * h)
        }),
        ("this uses h²: the derivative of tanh is 1 − h²", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |_, h| h * h)
        }),
        (
            "the sign of the gradient for W₁ is the other way round: is tanh' written as h² − 1, where it is 1 − h²?",
            |n, c, x, y| from(n, c, x, &delta2(n, c, y), |_, h| h * h - 1.0),
        ),
        ("multiplied by tanh itself: on the way back it takes its derivative, 1 − h²", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |_, h| h)
        }),
        (
            "multiplied by the pre-activation: on the way back it takes the derivative of tanh, 1 − h²",
            |n, c, x, y| from(n, c, x, &delta2(n, c, y), |a, _| a),
        ),
        ("this uses the derivative of ReLU: that of tanh is 1 − h²", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |a, _| f64::from(a > 0.0))
        }),
        ("the derivative of tanh is multiplied in twice: once is enough", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |_, h| (1.0 - h * h).powi(2))
        }),
        ("divided by 1 − h², where it should be multiplied", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |_, h| 1.0 / (1.0 - h * h))
        }),
        ("this uses 1 − 2h: the square h² is h · h", |n, c, x, y| {
            from(n, c, x, &delta2(n, c, y), |_, h| 1.0 - 2.0 * h)
        }),
        ("Δ₂ is ŷ − y alone: take it from `output_delta`, which knows the factor 2 and the 1/n", |n, c, x, y| {
            from(n, c, x, &outputs(c, y, |p, y, _| p - y), tanh_slope)
        }),
        ("the factor 2 is lost: take Δ₂ from `output_delta`, which knows it for regression", |n, c, x, y| {
            from(n, c, x, &outputs(c, y, |p, y, _| (p - y) / c.y_hat.nrows() as f64), tanh_slope)
        }),
        (
            "the factor 2 is used for classification, too: take Δ₂ from `output_delta`, which knows when it belongs",
            |n, c, x, y| from(n, c, x, &outputs(c, y, |p, y, _| 2.0 * (p - y) / c.y_hat.nrows() as f64), tanh_slope),
        ),
        (
            "the objectives have changed places: regression has 2(ŷ − y)/n, classification (ŷ − y)/n",
            |n, c, x, y| {
                from(
                    n,
                    c,
                    x,
                    &outputs(c, y, |p, y, _| (3.0 - factor(n)) * (p - y) / c.y_hat.nrows() as f64),
                    tanh_slope,
                )
            },
        ),
        (
            "the gradients are summed over the samples, not averaged: Δ₂ holds the 1/n, see `output_delta`",
            |n, c, x, y| from(n, c, x, &outputs(c, y, |p, y, _| factor(n) * (p - y)), tanh_slope),
        ),
        ("averaged a second time: `output_delta` has divided by n already", |n, c, x, y| {
            from(n, c, x, &outputs(c, y, |p, y, _| factor(n) * (p - y) / (c.y_hat.nrows() as f64).powi(2)), tanh_slope)
        }),
        ("divided by n · m: `output_delta` has divided by n already, and nothing else is divided", |n, c, x, y| {
            from(n, c, x, &outputs(c, y, |p, y, _| factor(n) * (p - y) / c.y_hat.len() as f64), tanh_slope)
        }),
        ("the sign is the other way round: Δ₂ is predicted minus observed", |n, c, x, y| {
            from(n, c, x, &outputs(c, y, |p, y, _| factor(n) * (y - p) / c.y_hat.nrows() as f64), tanh_slope)
        }),
        ("the sign of Δ₂ is lost: take it from `output_delta` as it is", |n, c, x, y| {
            from(n, c, x, &outputs(c, y, |p, y, _| factor(n) * (p - y).abs() / c.y_hat.nrows() as f64), tanh_slope)
        }),
        (
            "ŷ(1 − ŷ) is multiplied in, which has cancelled already: Δ₂ is what `output_delta` returns",
            |n, c, x, y| {
                from(
                    n,
                    c,
                    x,
                    &outputs(c, y, |p, y, _| {
                        factor(n) * (p - y) / c.y_hat.nrows() as f64
                            * if n.objective == Objective::Regression { 1.0 } else { p * (1.0 - p) }
                    }),
                    tanh_slope,
                )
            },
        ),
        ("ŷ(1 − ŷ) is multiplied in for both objectives: Δ₂ is what `output_delta` returns", |n, c, x, y| {
            from(
                n,
                c,
                x,
                &outputs(c, y, |p, y, _| factor(n) * (p - y) / c.y_hat.nrows() as f64 * p * (1.0 - p)),
                tanh_slope,
            )
        }),
        ("the slopes for ŷ are taken for Δ₂: multiply by ŷ(1 − ŷ), or take `output_delta`", |n, c, x, y| {
            from(
                n,
                c,
                x,
                &outputs(c, y, |p, y, _| {
                    factor(n) * (p - y)
                        / c.y_hat.nrows() as f64
                        / if n.objective == Objective::Regression { 1.0 } else { p * (1.0 - p) }
                }),
                tanh_slope,
            )
        }),
        ("the output layer has no tanh: Δ₂ is what `output_delta` returns, as it is", |n, c, x, y| {
            from(
                n,
                c,
                x,
                &outputs(c, y, |p, y, a| factor(n) * (p - y) / c.y_hat.nrows() as f64 * (1.0 - a.tanh().powi(2))),
                tanh_slope,
            )
        }),
        ("the output layer has no tanh: Δ₂ is what `output_delta` returns, as it is", |n, c, x, y| {
            from(
                n,
                c,
                x,
                &outputs(c, y, |p, y, _| factor(n) * (p - y) / c.y_hat.nrows() as f64 * (1.0 - p * p)),
                tanh_slope,
            )
        }),
        ("the pre-activations A₂ are taken for the predictions: `output_delta` wants Ŷ", |n, c, x, y| {
            from(n, c, x, &outputs(c, y, |_, y, a| factor(n) * (a - y) / c.y_hat.nrows() as f64), tanh_slope)
        }),
        ("the sigmoid is applied once more: the cache holds Ŷ as it is", |n, c, x, y| {
            from(n, c, x, &outputs(c, y, |p, y, _| factor(n) * (sigmoid(p) - y) / c.y_hat.nrows() as f64), tanh_slope)
        }),
        ("the answers are not used: Δ₂ comes from `output_delta(objective, &cache.y_hat, y)`", |n, c, x, y| {
            from(
                n,
                c,
                x,
                &outputs(c, y, |p, y, _| {
                    let _ = y;
                    factor(n) * p / c.y_hat.nrows() as f64
                }),
                tanh_slope,
            )
        }),
        (
            "prediction and answer have changed places in a squared difference: Δ₂ is 2(ŷ − y)/n or (ŷ − y)/n",
            |n, c, x, y| from(n, c, x, &outputs(c, y, |p, y, _| (p - y).powi(2) / c.y_hat.nrows() as f64), tanh_slope),
        ),
        ("the predictions are rounded to 0 or 1: Δ₂ takes them as they are", |n, c, x, y| {
            from(n, c, x, &outputs(c, y, |p, y, _| factor(n) * (p.round() - y) / c.y_hat.nrows() as f64), tanh_slope)
        }),
        (
            "the forward pass is computed again: take H and Ŷ from `cache`, which keeps them for the way back",
            |n, _, x, y| right(n, &forward(n, x), x, y),
        ),
        ("Ŷ is computed again: take it from `cache`, which keeps it for the way back", |n, c, x, y| {
            right(n, &Cache { y_hat: forward(n, x).y_hat, ..c.clone() }, x, y)
        }),
        ("H is computed again: take it from `cache`, which keeps it for the way back", |n, c, x, y| {
            let Cache { a1, h, .. } = forward(n, x);
            right(n, &Cache { a1, h, ..c.clone() }, x, y)
        }),
        ("A₁ is computed again: `cache` keeps H, and with it tanh' = 1 − h²", |n, c, x, y| {
            let a1 = forward(n, x).a1;
            let g = right(n, &Cache { h: extended(&a1.mapv(f64::tanh)), a1, ..c.clone() }, x, y);
            Gradients { w2: right(n, c, x, y).w2, ..g }
        }),
        (
            "Ŷ is computed again from the H of the cache: take it from `cache`, which keeps it for the way back",
            |n, c, x, y| {
                let y_hat = output_activation(n.objective, &c.h.dot(&n.w2.t()));
                right(n, &Cache { y_hat, ..c.clone() }, x, y)
            },
        ),
        (
            "the gradient for W₁ is transposed: it has the shape of W₁, so the product is Δ₁ᵀ X",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                g.w1 = g.w1.t().to_owned();
                g
            },
        ),
        (
            "the gradient for W₂ is transposed: it has the shape of W₂, so the product is Δ₂ᵀ H",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                g.w2 = g.w2.t().to_owned();
                g
            },
        ),
        (
            "both gradients are transposed: they have the shapes of the weights, Δ₁ᵀ X and Δ₂ᵀ H",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                g.w1 = g.w1.t().to_owned();
                g.w2 = g.w2.t().to_owned();
                g
            },
        ),
        ("the gradients have changed places: `Gradients { w1: …, w2: … }`", |n, c, x, y| {
            let mut g = right(n, c, x, y);
            std::mem::swap(&mut g.w1, &mut g.w2);
            g
        }),
        ("the gradient for W₁ is 0: is it written into what is returned?", |n, c, x, y| {
            let mut g = right(n, c, x, y);
            g.w1.fill(0.0);
            g
        }),
        ("the gradient for W₂ is 0: is it written into what is returned?", |n, c, x, y| {
            let mut g = right(n, c, x, y);
            g.w2.fill(0.0);
            g
        }),
        ("both gradients are 0: are they written into what is returned?", |n, c, x, y| {
            let mut g = right(n, c, x, y);
            g.w1.fill(0.0);
            g.w2.fill(0.0);
            g
        }),
        (
            "the sign of the gradient for W₁ is the other way round: is tanh' written as h² − 1, where it is 1 − h²?",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                g.w1 *= -1.0;
                g
            },
        ),
        ("the sign of the gradient for W₂ is the other way round", |n, c, x, y| {
            let mut g = right(n, c, x, y);
            g.w2 *= -1.0;
            g
        }),
        ("the gradient for W₁ is averaged a second time: `output_delta` has divided by n already", |n, c, x, y| {
            let mut g = right(n, c, x, y);
            g.w1 /= x.nrows() as f64;
            g
        }),
        ("the gradient for W₂ is averaged a second time: `output_delta` has divided by n already", |n, c, x, y| {
            let mut g = right(n, c, x, y);
            g.w2 /= x.nrows() as f64;
            g
        }),
        (
            "the gradient for W₁ is summed, not averaged: both start from the same Δ₂, which holds the 1/n",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                g.w1 *= x.nrows() as f64;
                g
            },
        ),
        (
            "the gradient for W₂ is summed, not averaged: both start from the same Δ₂, which holds the 1/n",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                g.w2 *= x.nrows() as f64;
                g
            },
        ),
        (
            "the slopes of the hidden biases stay 0: column 0 of X holds ones, and W₁ has a column for it",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                g.w1.column_mut(0).fill(0.0);
                g
            },
        ),
        (
            "the slopes of the output biases stay 0: column 0 of H holds ones, and W₂ has a column for it",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                g.w2.column_mut(0).fill(0.0);
                g
            },
        ),
        (
            "the last column of the gradient for W₁ stays 0: `0..k` runs up to k − 1, which is the last index",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                let k = g.w1.ncols();
                g.w1.column_mut(k - 1).fill(0.0);
                g
            },
        ),
        (
            "the last column of the gradient for W₂ stays 0: `0..=d` runs up to d, and `0..d` only to d − 1",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                let k = g.w2.ncols();
                g.w2.column_mut(k - 1).fill(0.0);
                g
            },
        ),
        (
            "the last row of the gradient for W₁ stays 0: `0..d` runs up to d − 1, which is the last index",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                let d = g.w1.nrows();
                g.w1.row_mut(d - 1).fill(0.0);
                g
            },
        ),
        (
            "the last row of the gradient for W₂ stays 0: `0..m` runs up to m − 1, which is the last index",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                let d = g.w2.nrows();
                g.w2.row_mut(d - 1).fill(0.0);
                g
            },
        ),
        ("these are the weights after a step: return the gradients alone", |n, c, x, y| {
            let mut g = right(n, c, x, y);
            g.w1 = &n.w1 - &g.w1;
            g.w2 = &n.w2 - &g.w2;
            g
        }),
        ("the gradients are cut off at −1 and 1: return them as they are", |n, c, x, y| {
            let mut g = right(n, c, x, y);
            g.w1.mapv_inplace(|v| v.clamp(-1.0, 1.0));
            g.w2.mapv_inplace(|v| v.clamp(-1.0, 1.0));
            g
        }),
        ("the sign is lost: slopes can be negative", |n, c, x, y| {
            let mut g = right(n, c, x, y);
            g.w1.mapv_inplace(f64::abs);
            g.w2.mapv_inplace(f64::abs);
            g
        }),
        (
            "the slopes of the hidden biases are missing: X keeps its column of ones, so W₁ has a slope for it",
            |n, c, x, y| {
                let mut g = right(n, c, x, y);
                g.w1 = without_bias(&g.w1).to_owned();
                g
            },
        ),
        ("the slopes of the output biases are missing: keep column 0 of H, the constant 1", |n, c, x, y| {
            let mut g = right(n, c, x, y);
            g.w2 = without_bias(&g.w2).to_owned();
            g
        }),
        ("the weights themselves are returned for W₁: its gradient is Δ₁ᵀ X", |n, c, x, y| {
            let mut g = right(n, c, x, y);
            g.w1 = n.w1.clone();
            g
        }),
        ("the upstream gradient is forgotten: multiply tanh' by ∂E/∂H, the slopes that come back", |n, c, x, y| {
            back(n, c, x, y, |_, slope| slope.clone())
        }),
        (
            "column 0 is kept and the last one is dropped: column 0 of W₂ is the bias, hidden neuron i has column i + 1",
            |n, c, x, y| back(n, c, x, y, |d, slope| d.dot(&n.w2.slice(s![.., ..-1])) * slope),
        ),
        ("the weights W₂ are not used on the way back: ∂E/∂H is Δ₂ W₂, without column 0", |n, c, x, y| {
            back(n, c, x, y, |d, slope| Array2::from_shape_fn(slope.dim(), |(j, i)| d.row(j).sum() * slope[[j, i]]))
        }),
        ("Δ₂ is not used on the way back: ∂E/∂H is Δ₂ W₂, without column 0", |n, c, x, y| {
            back(n, c, x, y, |_, slope| {
                Array2::from_shape_fn(slope.dim(), |(j, i)| n.w2.column(i + 1).sum() * slope[[j, i]])
            })
        }),
        ("only the last output is carried back: `+=` adds the outputs up, `=` overwrites", |n, c, x, y| {
            back(n, c, x, y, |d, slope| {
                Array2::from_shape_fn(slope.dim(), |(j, i)| {
                    d[[j, d.ncols() - 1]] * n.w2[[d.ncols() - 1, i + 1]] * slope[[j, i]]
                })
            })
        }),
        ("only the first output is carried back: the slopes of all outputs add up", |n, c, x, y| {
            back(n, c, x, y, |d, slope| {
                Array2::from_shape_fn(slope.dim(), |(j, i)| d[[j, 0]] * n.w2[[0, i + 1]] * slope[[j, i]])
            })
        }),
        ("slope and ∂E/∂H are added: multiply them entry by entry", |n, c, x, y| {
            back(n, c, x, y, |d, slope| d.dot(&without_bias(&n.w2)) + slope)
        }),
        ("tanh' is averaged over the samples: each sample has its own", |n, c, x, y| {
            back(n, c, x, y, |d, slope| {
                let mean = slope.mean_axis(Axis(0)).unwrap();
                d.dot(&without_bias(&n.w2)) * mean
            })
        }),
        ("tanh' is that of the first sample for all: each sample has its own", |n, c, x, y| {
            back(n, c, x, y, |d, slope| {
                let first = slope.row(0).to_owned();
                d.dot(&without_bias(&n.w2)) * first
            })
        }),
        ("the sign of W₂ is lost on the way back: weights can be negative", |n, c, x, y| {
            back(n, c, x, y, |d, slope| d.dot(&without_bias(&n.w2).mapv(f64::abs)) * slope)
        }),
        ("the slopes that come back are averaged over the outputs: they add up", |n, c, x, y| {
            back(n, c, x, y, |d, slope| d.dot(&without_bias(&n.w2)) * slope / d.ncols() as f64)
        }),
        (
            "1 − h² is taken with the column of ones, so neuron i gets the slope of neuron i − 1, and the first gets 1 − 1² = 0: use `without_bias`",
            |n, c, x, y| {
                back(n, c, x, y, |d, slope| {
                    d.dot(&without_bias(&n.w2)) * Array2::from_shape_fn(slope.dim(), |(j, i)| 1.0 - c.h[[j, i]].powi(2))
                })
            },
        ),
        (
            "the pre-activations A₁ are taken for H: the gradient for W₂ is Δ₂ᵀ H, the activations",
            |n, c, x, y| {
                let g = right(n, c, x, y);
                Gradients { w2: delta2(n, c, y).t().dot(&extended(&c.a1)), ..g }
            },
        ),
        ("the derivative of tanh is in the gradient for W₂, too: it is Δ₂ᵀ H, with H itself", |n, c, x, y| {
            let g = right(n, c, x, y);
            Gradients { w2: delta2(n, c, y).t().dot(&extended(&c.a1.mapv(|a| 1.0 - a.tanh().powi(2)))), ..g }
        }),
        ("the absolute values of H are taken: activations can be negative", |n, c, x, y| {
            let g = right(n, c, x, y);
            Gradients { w2: delta2(n, c, y).t().dot(&c.h.mapv(f64::abs)), ..g }
        }),
        ("only the last sample is kept: `+=` adds to the slopes, `=` overwrites them", |n, c, x, y| {
            samples(n, c, x, y, |j, count| j + 1 == count, |j, count| j + 1 == count)
        }),
        ("only the last sample is kept for W₁: `+=` adds to the slopes, `=` overwrites them", |n, c, x, y| {
            samples(n, c, x, y, |j, count| j + 1 == count, |_, _| true)
        }),
        ("only the last sample is kept for W₂: `+=` adds to the slopes, `=` overwrites them", |n, c, x, y| {
            samples(n, c, x, y, |_, _| true, |j, count| j + 1 == count)
        }),
        ("only the first sample is kept: does a `return` or `break` end the loop over the samples?", |n, c, x, y| {
            samples(n, c, x, y, |j, _| j == 0, |j, _| j == 0)
        }),
        (
            "only the first sample is kept for W₁: does a `return` or `break` end the loop over the samples?",
            |n, c, x, y| samples(n, c, x, y, |j, _| j == 0, |_, _| true),
        ),
        (
            "only the first sample is kept for W₂: does a `return` or `break` end the loop over the samples?",
            |n, c, x, y| samples(n, c, x, y, |_, _| true, |j, _| j == 0),
        ),
        ("the first sample is left out: indices start at 0", |n, c, x, y| {
            samples(n, c, x, y, |j, _| j > 0, |j, _| j > 0)
        }),
        ("the first sample is left out for W₁: indices start at 0", |n, c, x, y| {
            samples(n, c, x, y, |j, _| j > 0, |_, _| true)
        }),
        ("the first sample is left out for W₂: indices start at 0", |n, c, x, y| {
            samples(n, c, x, y, |_, _| true, |j, _| j > 0)
        }),
        ("the last sample is left out: `0..n` runs up to n − 1, which is the last index", |n, c, x, y| {
            samples(n, c, x, y, |j, count| j + 1 < count, |j, count| j + 1 < count)
        }),
        ("the last sample is left out for W₁: `0..n` runs up to n − 1, which is the last index", |n, c, x, y| {
            samples(n, c, x, y, |j, count| j + 1 < count, |_, _| true)
        }),
        ("the last sample is left out for W₂: `0..n` runs up to n − 1, which is the last index", |n, c, x, y| {
            samples(n, c, x, y, |_, _| true, |j, count| j + 1 < count)
        }),
        (SQUARE_MATRIX, |n, c, x, y| {
            back(n, c, x, y, |d, slope| {
                if n.w2.nrows() + 1 == n.w2.ncols() {
                    d.dot(&without_bias(&n.w2).t()) * slope
                } else {
                    d.dot(&without_bias(&n.w2)) * slope
                }
            })
        }),
        (SQUARE_MATRIX, |n, c, x, y| {
            let mut g = right(n, c, x, y);
            if g.w1.is_square() {
                g.w1 = g.w1.t().to_owned();
            }
            g
        }),
        (SQUARE_MATRIX, |n, c, x, y| {
            let mut g = right(n, c, x, y);
            if g.w2.is_square() {
                g.w2 = g.w2.t().to_owned();
            }
            g
        }),
        ("shapes that do not fit are not refused: keep the `assert_eq!` of the stub", |n, c, x, y| {
            let rows = c.h.nrows().min(x.nrows()).min(y.nrows());
            let m = y.ncols().min(n.w2.nrows());
            let part = |a: &Array2<f64>| a.slice(s![..rows, ..]).to_owned();
            let c = Cache {
                a1: part(&c.a1),
                h: part(&c.h),
                a2: c.a2.slice(s![..rows, ..m]).to_owned(),
                y_hat: c.y_hat.slice(s![..rows, ..m]).to_owned(),
            };
            let y = y.slice(s![..rows, ..m]).to_owned();
            right(&Network { w2: n.w2.slice(s![..m, ..]).to_owned(), ..n.clone() }, &c, &part(x), &y)
        }),
        ("a single row or column of answers is repeated to fit: keep the `assert_eq!` of the stub", |n, c, x, y| {
            let y = y.broadcast(c.y_hat.dim()).unwrap().to_owned();
            right(n, c, x, &y)
        }),
    ],
    inputs: || {
        let sizes = [[5, 3, 4, 2], [4, 2, 3, 1], [1, 3, 2, 3], [3, 3, 3, 3], [4, 2, 3, 4], [3, 4, 1, 2], [6, 2, 2, 3]];
        let mut inputs: Vec<Inputs> = (0..14)
            .map(|i| (naive::sized(1068 + i, OBJECTIVES[i as usize % 2], sizes[i as usize / 2]), i < 4))
            .collect();
        for objective in OBJECTIVES {
            for (rows, columns, samples) in [(5, 1, 5), (1, 2, 5), (4, 2, 5), (5, 2, 4)] {
                let Example { network, x, y } = naive::sized(1090, objective, [5, 3, 4, 2]);
                let (x, y) = (x.slice(s![..samples, ..]).to_owned(), y.slice(s![..rows, ..columns]).to_owned());
                inputs.push((Example { network, x, y }, false));
            }
        }
        inputs
    },
    call: |backward, (Example { network, x, y }, other)| {
        let scale = if *other { 0.5 } else { 1.0 };
        let other = Network { w1: scale * &network.w1, w2: scale * &network.w2, ..network.clone() };
        // A batch that lacks a row has the cache of the whole one.
        let rows = x.nrows().max(y.nrows());
        let whole = Array2::from_shape_fn((rows, x.ncols()), |(j, i)| if j < x.nrows() { x[[j, i]] } else { 1.0 });
        let whole = if y.nrows() < x.nrows() || x.nrows() < y.nrows() { whole } else { x.clone() };
        let Gradients { w1, w2 } = backward(network, &forward(&other, &whole), x, y);
        Answer::named("w1", &w1).and("w2", &w2)
    },
    properties: &[
        ("the shapes do not fit", |(e, _)| !fits(e)),
        ("the network is for regression", |(e, _)| e.network.objective == Objective::Regression),
        ("the network is for classification", |(e, _)| e.network.objective == Objective::Classification),
        ("the cache comes from other weights", |(_, other)| *other),
        ("there is more than one sample", |(e, _)| e.x.nrows() > 1),
        ("there is more than one output", |(e, _)| e.y.ncols() > 1),
        ("there is more than one hidden neuron", |(e, _)| e.network.w1.nrows() > 1),
        ("W1 is square", |(e, _)| e.network.w1.is_square()),
        ("W2 is square", |(e, _)| e.network.w2.is_square()),
        ("W2 is square without its column 0", |(e, _)| e.network.w2.nrows() + 1 == e.network.w2.ncols()),
        ("X is square", |(e, _)| e.x.is_square()),
        ("there are more outputs than samples", |(e, _)| e.y.ncols() > e.y.nrows()),
        ("there are more samples than hidden neurons", |(e, _)| e.x.nrows() > e.network.w1.nrows()),
        ("there are more hidden neurons than inputs", |(e, _)| e.network.w1.nrows() > e.network.w1.ncols()),
    ],
};

const SQUARE_MATRIX: &str = "for a square matrix another product is taken: the formulas are the same for all shapes";

const OBJECTIVES: [Objective; 2] = [Objective::Regression, Objective::Classification];

fn fits(Example { network, x, y }: &Example) -> bool {
    x.nrows() == y.nrows() && y.ncols() == network.w2.nrows()
}

fn right(n: &Network, c: &Cache, x: &Array2<f64>, y: &Array2<f64>) -> Gradients {
    assert_eq!((c.y_hat.dim(), x.nrows()), (y.dim(), y.nrows()));
    gradients_from(n, c, &n.w2, x, y)
}

fn factor(n: &Network) -> f64 {
    if n.objective == Objective::Regression { 2.0 } else { 1.0 }
}

fn delta2(n: &Network, c: &Cache, y: &Array2<f64>) -> Array2<f64> {
    let samples = y.nrows() as f64;
    outputs(c, y, |y_hat, y, _| factor(n) * (y_hat - y) / samples)
}

/// What each prediction, its answer and its pre-activation give.
fn outputs(c: &Cache, y: &Array2<f64>, entry: impl Fn(f64, f64, f64) -> f64) -> Array2<f64> {
    assert_eq!(c.y_hat.dim(), y.dim());
    Zip::from(&c.y_hat).and(y).and(&c.a2).map_collect(|&y_hat, &y, &a2| entry(y_hat, y, a2))
}

fn tanh_slope(_: f64, h: f64) -> f64 {
    1.0 - h * h
}

/// The gradients from these slopes at the outputs, with what is taken for tanh' at a pre-activation and an activation.
fn from(n: &Network, c: &Cache, x: &Array2<f64>, delta2: &Array2<f64>, slope: impl Fn(f64, f64) -> f64) -> Gradients {
    let slope = Zip::from(&c.a1).map_collect(|&a| slope(a, a.tanh()));
    let delta1 = delta2.dot(&without_bias(&n.w2)) * slope;
    Gradients { w1: delta1.t().dot(x), w2: delta2.t().dot(&c.h) }
}

/// The gradients with what is taken for Δ₁, given Δ₂ and tanh'.
fn back(
    n: &Network,
    c: &Cache,
    x: &Array2<f64>,
    y: &Array2<f64>,
    delta1: impl Fn(&Array2<f64>, &Array2<f64>) -> Array2<f64>,
) -> Gradients {
    let delta2 = delta2(n, c, y);
    let delta1 = delta1(&delta2, &c.a1.mapv(|a| 1.0 - a.tanh().powi(2)));
    Gradients { w1: delta1.t().dot(x), w2: delta2.t().dot(&c.h) }
}

/// The gradients from some of the samples only: those that are kept for W₁, and for W₂, by index and number.
fn samples(
    n: &Network,
    c: &Cache,
    x: &Array2<f64>,
    y: &Array2<f64>,
    keeps1: impl Fn(usize, usize) -> bool,
    keeps2: impl Fn(usize, usize) -> bool,
) -> Gradients {
    let masked = |a: &Array2<f64>, keeps: &dyn Fn(usize, usize) -> bool| {
        Array2::from_shape_fn(a.dim(), |(j, i)| if keeps(j, a.nrows()) { a[[j, i]] } else { 0.0 })
    };
    let whole = right(n, c, x, y);
    let w1 = right(n, c, &masked(x, &keeps1), y).w1;
    Gradients { w1, w2: delta2(n, c, y).t().dot(&masked(&c.h, &keeps2)) + 0.0 * whole.w2 }
}
