//! Spoilers: wrong ways to write `train_step` and `train`, and the inputs that tell them apart. The tests use them to
//! name a mistake.

use crate::given::{Network, Objective};
use crate::naive::{self, Example, error, forward, gradients, gradients_from, trained};
use checks::{Answer, Diagnosis, Random};
use ndarray::{Array2, Axis};

pub type TrainStep = fn(&mut Network, &Array2<f64>, &Array2<f64>, f64) -> f64;
pub type Train = fn(&mut Network, &Array2<f64>, &Array2<f64>, f64, usize) -> Vec<f64>;
pub type Functions = (TrainStep, Train);

pub static TRAIN_STEP: Diagnosis<Functions, TrainStep, (Example, f64)> = Diagnosis {
    function: "train_step",
    slot: |f| &mut f.0,
    right: step,
    mistakes: &[
        ("this climbs: the step goes against the slope, W ← W − η ∂E/∂W", |n, x, y, eta| {
            moved(n, x, y, |w, g| w + eta * g, |w, g| w + eta * g)
        }),
        ("the step size is not used: multiply the gradients by η", |n, x, y, _| {
            moved(n, x, y, |w, g| w - g, |w, g| w - g)
        }),
        ("the step size is not used, and the step climbs: W ← W − η ∂E/∂W", |n, x, y, _| {
            moved(n, x, y, |w, g| w + g, |w, g| w + g)
        }),
        ("this is the step alone: it is added to the weights, W ← W − η ∂E/∂W", |n, x, y, eta| {
            moved(n, x, y, |_, g| -eta * g, |_, g| -eta * g)
        }),
        ("the weights are replaced by η times the gradient: W ← W − η ∂E/∂W", |n, x, y, eta| {
            moved(n, x, y, |_, g| eta * g, |_, g| eta * g)
        }),
        ("the weights are replaced by the gradient: W ← W − η ∂E/∂W", |n, x, y, _| {
            moved(n, x, y, |_, g| g.clone(), |_, g| g.clone())
        }),
        (
            "neither W₁ nor W₂ has changed: was a clone of the network changed, or is the step never taken?",
            |n, x, y, _| moved(n, x, y, |w, _| w.clone(), |w, _| w.clone()),
        ),
        ("W₁ is as it was: both matrices take a step", |n, x, y, eta| {
            moved(n, x, y, |w, _| w.clone(), |w, g| w - eta * g)
        }),
        ("W₂ is as it was: both matrices take a step", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * g, |w, _| w.clone())
        }),
        ("W₁ climbs: the step goes against the slope, W₁ ← W₁ − η ∂E/∂W₁", |n, x, y, eta| {
            moved(n, x, y, |w, g| w + eta * g, |w, g| w - eta * g)
        }),
        ("W₂ climbs: the step goes against the slope, W₂ ← W₂ − η ∂E/∂W₂", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * g, |w, g| w + eta * g)
        }),
        ("the step size is not used for W₁: multiply its gradient by η", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - g, |w, g| w - eta * g)
        }),
        ("the step size is not used for W₂: multiply its gradient by η", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * g, |w, g| w - g)
        }),
        ("the step is divided by n: the gradients hold the mean already", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * g / x.nrows() as f64, |w, g| w - eta * g / x.nrows() as f64)
        }),
        ("the step is multiplied by n: the gradients hold the mean already", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * g * x.nrows() as f64, |w, g| w - eta * g * x.nrows() as f64)
        }),
        ("the step for W₂ is doubled: both matrices take the same η", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * g, |w, g| w - 2.0 * eta * g)
        }),
        ("the step for W₁ is doubled: both matrices take the same η", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - 2.0 * eta * g, |w, g| w - eta * g)
        }),
        ("the step for W₁ is divided by n: the gradients hold the mean already", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * g / x.nrows() as f64, |w, g| w - eta * g)
        }),
        ("the step for W₂ is divided by n: the gradients hold the mean already", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * g, |w, g| w - eta * g / x.nrows() as f64)
        }),
        ("the step size is cut off at 1: take η as it is", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta.min(1.0) * g, |w, g| w - eta.min(1.0) * g)
        }),
        ("the returned error is divided by m: `mean_error` gives the right one", |n, x, y, eta| {
            step(n, x, y, eta) / y.ncols() as f64
        }),
        ("the returned error is halved: `mean_error` gives the right one", |n, x, y, eta| step(n, x, y, eta) / 2.0),
        ("the step is multiplied by the error: W ← W − η ∂E/∂W", |n, x, y, eta| {
            let error = error(n, x, y);
            step(n, x, y, eta * error)
        }),
        ("η is squared: multiply the gradients by it once", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * eta * g, |w, g| w - eta * eta * g)
        }),
        ("divided by η: multiply the gradients by it", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - g / eta, |w, g| w - g / eta)
        }),
        ("half a step: W ← W − η ∂E/∂W", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - 0.5 * eta * g, |w, g| w - 0.5 * eta * g)
        }),
        ("the step is doubled: the factor 2 is in the gradients already", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - 2.0 * eta * g, |w, g| w - 2.0 * eta * g)
        }),
        ("the step is taken along the weights, not along the gradient: W ← W − η ∂E/∂W", |n, x, y, eta| {
            moved(n, x, y, |w, _| w - eta * w, |w, _| w - eta * w)
        }),
        ("gradient and η are subtracted, not their product: W ← W − η ∂E/∂W", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - g - eta, |w, g| w - g - eta)
        }),
        ("the weights are multiplied by the step: W ← W − η ∂E/∂W", |n, x, y, eta| {
            moved(n, x, y, |w, g| w * g * eta, |w, g| w * g * eta)
        }),
        ("the weights shrink besides, by 1 − η: W ← W − η ∂E/∂W", |n, x, y, eta| {
            moved(n, x, y, |w, g| (1.0 - eta) * w - eta * g, |w, g| (1.0 - eta) * w - eta * g)
        }),
        (STEP_SIZE, |n, x, y, _| moved(n, x, y, |w, g| w - 0.1 * g, |w, g| w - 0.1 * g)),
        (STEP_SIZE, |n, x, y, _| moved(n, x, y, |w, g| w - 0.01 * g, |w, g| w - 0.01 * g)),
        (STEP_SIZE, |n, x, y, _| moved(n, x, y, |w, g| w - 0.5 * g, |w, g| w - 0.5 * g)),
        ("only the signs of the slopes are used: W ← W − η ∂E/∂W", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * g.mapv(f64::signum), |w, g| w - eta * g.mapv(f64::signum))
        }),
        ("each slope is cut off at −1 and 1: take it as it is", |n, x, y, eta| {
            moved(
                n,
                x,
                y,
                |w, g| w - eta * g.mapv(|v| v.clamp(-1.0, 1.0)),
                |w, g| w - eta * g.mapv(|v| v.clamp(-1.0, 1.0)),
            )
        }),
        ("the signs of the slopes are lost: W ← W − η ∂E/∂W, with negative slopes, too", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * g.mapv(f64::abs), |w, g| w - eta * g.mapv(f64::abs))
        }),
        ("the biases in column 0 stay as they are: they take a step like the other weights", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * first_column_zero(g), |w, g| w - eta * first_column_zero(g))
        }),
        (
            "the biases of the hidden layer stay as they are: column 0 of W₁ takes a step like the others",
            |n, x, y, eta| moved(n, x, y, |w, g| w - eta * first_column_zero(g), |w, g| w - eta * g),
        ),
        (
            "the biases of the output layer stay as they are: column 0 of W₂ takes a step like the others",
            |n, x, y, eta| moved(n, x, y, |w, g| w - eta * g, |w, g| w - eta * first_column_zero(g)),
        ),
        ("the last column stays as it is: the loop over the columns ends one too early", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * last_zero(g, false), |w, g| w - eta * last_zero(g, false))
        }),
        ("the last row stays as it is: the loop over the rows ends one too early", |n, x, y, eta| {
            moved(n, x, y, |w, g| w - eta * last_zero(g, true), |w, g| w - eta * last_zero(g, true))
        }),
        (
            "this is the error after the step: return the one from before it, of the same forward pass",
            |n, x, y, eta| {
                step(n, x, y, eta);
                naive::error(n, x, y)
            },
        ),
        ("the returned error is 0: return the mean error from before the step", |n, x, y, eta| {
            step(n, x, y, eta);
            0.0
        }),
        ("the returned error is summed, not averaged: `mean_error` divides by n", |n, x, y, eta| {
            step(n, x, y, eta) * x.nrows() as f64
        }),
        ("the returned error is averaged twice: `mean_error` divides by n already", |n, x, y, eta| {
            step(n, x, y, eta) / x.nrows() as f64
        }),
        (
            "the returned error is that of the other objective: hand `network.objective` to `mean_error`",
            |n, x, y, eta| {
                let y_hat = forward(n, x).y_hat;
                step(n, x, y, eta);
                naive::mean_error(other(n.objective), &y_hat, y)
            },
        ),
        (
            "the returned error is the squared one for classification, too: hand `network.objective` to `mean_error`",
            |n, x, y, eta| {
                let y_hat = forward(n, x).y_hat;
                step(n, x, y, eta);
                naive::mean_error(Objective::Regression, &y_hat, y)
            },
        ),
        (
            "the returned error is by how much the error has fallen: return the error from before the step",
            |n, x, y, eta| {
                let before = step(n, x, y, eta);
                before - naive::error(n, x, y)
            },
        ),
        (
            "the returned error compares the pre-activations A₂ with the answers: `mean_error` wants Ŷ",
            |n, x, y, eta| {
                let a2 = forward(n, x).a2;
                step(n, x, y, eta);
                naive::mean_error(n.objective, &a2, y)
            },
        ),
        ("the answers are handed to `mean_error` as predictions: ŷ comes first, y second", |n, x, y, eta| {
            let y_hat = forward(n, x).y_hat;
            step(n, x, y, eta);
            naive::mean_error(n.objective, y, &y_hat)
        }),
        ("the step size is returned: return the mean error from before the step", |n, x, y, eta| {
            step(n, x, y, eta);
            eta
        }),
        (
            "W₂ is moved by a gradient at the already updated W₁: compute both before changing any weight",
            |n, x, y, eta| {
                let error = naive::error(n, x, y);
                let g = gradients(n, x, y);
                n.w1.scaled_add(-eta, &g.w1);
                let g = gradients(n, x, y);
                n.w2.scaled_add(-eta, &g.w2);
                error
            },
        ),
        (
            "W₁ is moved by a gradient at the already updated W₂: compute both before changing any weight",
            |n, x, y, eta| {
                let error = naive::error(n, x, y);
                let g = gradients(n, x, y);
                n.w2.scaled_add(-eta, &g.w2);
                let g = gradients(n, x, y);
                n.w1.scaled_add(-eta, &g.w1);
                error
            },
        ),
        (
            "W₁ is moved by a gradient at the already updated W₂: compute both before changing any weight",
            |n, x, y, eta| {
                let error = naive::error(n, x, y);
                let c = forward(n, x);
                let g = gradients(n, x, y);
                n.w2.scaled_add(-eta, &g.w2);
                let g = gradients_from(n, &c, &n.w2, x, y);
                n.w1.scaled_add(-eta, &g.w1);
                error
            },
        ),
        ("two steps are taken: one forward pass, one backward pass, one step", |n, x, y, eta| {
            let error = step(n, x, y, eta);
            step(n, x, y, eta);
            error
        }),
        ("two steps are taken: one forward pass, one backward pass, one step", |n, x, y, eta| {
            step(n, x, y, eta);
            step(n, x, y, eta)
        }),
        ("a step is taken for each sample: take one, with the whole batch", |n, x, y, eta| {
            let error = naive::error(n, x, y);
            for j in 0..x.nrows() {
                let (x, y) = one(x, y, j);
                step(n, &x, &y, eta);
            }
            error
        }),
        ("a step is taken for each sample: take one, with the whole batch", |n, x, y, eta| {
            let mut sum = 0.0;
            for j in 0..x.nrows() {
                let (x, y) = one(x, y, j);
                sum += step(n, &x, &y, eta);
            }
            sum / x.nrows() as f64
        }),
        ("only the first sample is used: the whole batch takes part in the step", |n, x, y, eta| {
            let error = naive::error(n, x, y);
            let (x, y) = one(x, y, 0);
            step(n, &x, &y, eta);
            error
        }),
        ("only the first sample is used: the whole batch takes part in the step", |n, x, y, eta| {
            let (x, y) = one(x, y, 0);
            step(n, &x, &y, eta)
        }),
        ("the step is taken back if the error rises: take it all the same, the loss curve shows it", |n, x, y, eta| {
            let before = n.clone();
            let error = step(n, x, y, eta);
            if naive::error(n, x, y) > error {
                *n = before;
            }
            error
        }),
        (NO_STEP, |n, x, y, eta| {
            let error = naive::error(n, x, y);
            if error >= 0.01 {
                step(n, x, y, eta);
            }
            error
        }),
        (NO_STEP, |n, x, y, eta| {
            let error = naive::error(n, x, y);
            if error >= 1e-3 {
                step(n, x, y, eta);
            }
            error
        }),
        (NO_STEP, |n, x, y, eta| {
            let error = naive::error(n, x, y);
            if error >= 1e-4 {
                step(n, x, y, eta);
            }
            error
        }),
        (NO_STEP, |n, x, y, eta| {
            let error = naive::error(n, x, y);
            if error >= 1e-6 {
                step(n, x, y, eta);
            }
            error
        }),
        ("the objective is not looked at: the gradient is that of regression", |n, x, y, eta| {
            let error = naive::error(n, x, y);
            let g =
                gradients_from(&Network { objective: Objective::Regression, ..n.clone() }, &forward(n, x), &n.w2, x, y);
            n.w1.scaled_add(-eta, &g.w1);
            n.w2.scaled_add(-eta, &g.w2);
            error
        }),
    ],
    inputs: || {
        let sizes = [0.3, 0.7, 1.3, 0.2, 0.05, 3.0, 0.9, 0.15, 0.4, 0.6];
        examples().into_iter().zip(sizes.into_iter().cycle()).collect()
    },
    call: |train_step, (Example { network, x, y }, eta)| {
        let mut network = network.clone();
        let error = train_step(&mut network, x, y, *eta);
        Answer::named("the returned error", &error).and("W₁", &network.w1).and("W₂", &network.w2)
    },
    properties: &[
        ("the network is for regression", |(e, _)| e.network.objective == Objective::Regression),
        ("the network is for classification", |(e, _)| e.network.objective == Objective::Classification),
        ("the step size is larger than 1", |(_, eta)| *eta > 1.0),
        ("the error is less than a hundredth", |(e, _)| error(&e.network, &e.x, &e.y) < 0.01),
        ("the error rises by the step", |(e, eta)| rises(e, *eta, 1)),
        ("there is more than one sample", |(e, _)| e.x.nrows() > 1),
        ("there is more than one output", |(e, _)| e.y.ncols() > 1),
    ],
};

pub static TRAIN: Diagnosis<Functions, Train, (Example, f64, usize)> = Diagnosis {
    function: "train",
    slot: |f| &mut f.1,
    right: |n, x, y, eta, epochs| curve(n, x, y, &trained(n, x, y, eta, epochs), <[f64]>::to_vec),
    mistakes: &[
        ("the error of the untrained network is missing: entry 0 is from before the first step", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| losses[1..].to_vec())
        }),
        ("the error after the last step is missing: it takes one more forward pass", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| losses[..losses.len() - 1].to_vec())
        }),
        ("the first entry is 0: it is the error of the untrained network", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| {
                let mut l = losses.to_vec();
                l[0] = 0.0;
                l
            })
        }),
        (
            "the last entry is 0: it is the error of the trained network, from one more forward pass",
            |n, x, y, eta, e| {
                curve(n, x, y, &trained(n, x, y, eta, e), |losses| {
                    let mut l = losses.to_vec();
                    l[e] = 0.0;
                    l
                })
            },
        ),
        ("every other error is missing: push one for each epoch, and one more after the last", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| {
                let mut l: Vec<f64> = losses[..e].iter().step_by(2).copied().collect();
                l.push(losses[e]);
                l
            })
        }),
        (
            "the untrained network's error comes twice, and the trained one's is missing: `train_step` returns the error before its step",
            |n, x, y, eta, e| curve(n, x, y, &trained(n, x, y, eta, e), |losses| [&losses[..1], &losses[..e]].concat()),
        ),
        (
            "one step too many, and each error is that after a step: entry 0 belongs to the untrained network",
            |n, x, y, eta, e| curve(n, x, y, &trained(n, x, y, eta, e + 1), |losses| losses[1..].to_vec()),
        ),
        ("the curve has one entry too many, the last one twice: `epochs + 1` numbers", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| [losses, &losses[losses.len() - 1..]].concat())
        }),
        ("the curve has one entry too many, the first one twice: `epochs + 1` numbers", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| [&losses[..1], losses].concat())
        }),
        (
            "the last entry repeats the one before: after the last step the error takes a new forward pass",
            |n, x, y, eta, e| {
                curve(n, x, y, &trained(n, x, y, eta, e), |losses| {
                    let mut l = losses.to_vec();
                    let last = l.len() - 1;
                    l[last] = l[last.saturating_sub(1)];
                    l
                })
            },
        ),
        ("the list is empty: push the error of each step, and one more after the last", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| {
                let _ = losses;
                vec![]
            })
        }),
        ("only the last error is returned: the loss curve has `epochs + 1` numbers", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| losses[losses.len() - 1..].to_vec())
        }),
        ("only the first error is returned: the loss curve has `epochs + 1` numbers", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| losses[..1].to_vec())
        }),
        (
            "only the first and the last error are returned: the loss curve has `epochs + 1` numbers",
            |n, x, y, eta, e| {
                curve(n, x, y, &trained(n, x, y, eta, e), |losses| [&losses[..1], &losses[losses.len() - 1..]].concat())
            },
        ),
        ("every entry is the error of the untrained network: each epoch has an error of its own", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| vec![losses[0]; losses.len()])
        }),
        ("every entry is the error of the trained network: each epoch has an error of its own", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| vec![losses[losses.len() - 1]; losses.len()])
        }),
        ("all entries are 0: push the errors that `train_step` returns", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| vec![0.0; losses.len()])
        }),
        ("the curve is in reverse order: entry 0 belongs to the untrained network", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| losses.iter().rev().copied().collect())
        }),
        ("the curve is sorted: its entries belong to the epochs in turn", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| {
                let mut l = losses.to_vec();
                l.sort_by(f64::total_cmp);
                l.reverse();
                l
            })
        }),
        ("each entry is the smallest error so far: entry t is the error after t epochs", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| {
                losses
                    .iter()
                    .scan(f64::INFINITY, |best, &l| {
                        *best = best.min(l);
                        Some(*best)
                    })
                    .collect()
            })
        }),
        ("the errors are added up along the curve: entry t is the error after t epochs", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| {
                losses
                    .iter()
                    .scan(0.0, |sum, &l| {
                        *sum += l;
                        Some(*sum)
                    })
                    .collect()
            })
        }),
        ("the errors are divided by the number of epochs: entry t is the error after t epochs", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| losses.iter().map(|l| l / e.max(1) as f64).collect())
        }),
        ("the errors are summed over the samples, not averaged: `mean_error` divides by n", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| losses.iter().map(|l| l * x.nrows() as f64).collect())
        }),
        ("the errors are averaged twice: `mean_error` divides by n already", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| losses.iter().map(|l| l / x.nrows() as f64).collect())
        }),
        (
            "these are the differences between one epoch and the next: entry t is the error after t epochs",
            |n, x, y, eta, e| {
                curve(n, x, y, &trained(n, x, y, eta, e), |losses| losses.windows(2).map(|w| w[0] - w[1]).collect())
            },
        ),
        ("for 0 epochs the curve is empty: the untrained network has an error, too", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| if e == 0 { vec![] } else { losses.to_vec() })
        }),
        ("for 0 epochs the curve holds a 0: the untrained network has an error, too", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e), |losses| if e == 0 { vec![0.0] } else { losses.to_vec() })
        }),
        ("one step too many: the last error takes a forward pass only", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e + 1), |losses| losses[..losses.len() - 1].to_vec())
        }),
        ("one step too many: as many steps as there are epochs", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e + 1), |losses| losses.to_vec())
        }),
        ("one step too few: `0..epochs` has as many steps as there are epochs", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e.saturating_sub(1)), |losses| losses.to_vec())
        }),
        ("one step too few: `0..epochs` has as many steps as there are epochs", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e.saturating_sub(1)), |losses| {
                let mut l = losses.to_vec();
                if e > 0 {
                    l.push(losses[e - 1]);
                }
                l
            })
        }),
        ("only one step is taken: does a `return` or `break` inside the loop end it?", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, e.min(1)), |losses| losses.to_vec())
        }),
        (
            "no step is taken, or it changes a copy: `train_step` changes the network itself, once for each epoch",
            |n, x, y, eta, e| {
                curve(n, x, y, &trained(n, x, y, eta, 0), |losses| {
                    let mut l = losses.to_vec();
                    l.resize(e + 1, losses[0]);
                    l
                })
            },
        ),
        ("two steps are taken in each epoch: does the loop call `train_step` twice?", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, 2 * e), |losses| losses.iter().step_by(2).copied().collect())
        }),
        ("two steps are taken in each epoch: does the loop call `train_step` twice?", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, eta, 2 * e), |losses| {
                let mut l: Vec<f64> = losses[..2 * e].iter().skip(1).step_by(2).copied().collect();
                l.push(losses[2 * e]);
                l
            })
        }),
        ("a step is taken for each sample: an epoch is one step, with the whole batch", |n, x, y, eta, e| {
            curve(
                n,
                x,
                y,
                &varied(n, e, |n, _| {
                    for j in 0..x.nrows() {
                        let (x, y) = one(x, y, j);
                        step(n, &x, &y, eta);
                    }
                }),
                |losses| losses.to_vec(),
            )
        }),
        ("the step size becomes smaller from epoch to epoch: η stays as it is", |n, x, y, eta, e| {
            curve(
                n,
                x,
                y,
                &varied(n, e, |n, t| {
                    step(n, x, y, eta / (t + 1) as f64);
                }),
                |losses| losses.to_vec(),
            )
        }),
        ("the step size becomes smaller from epoch to epoch: η stays as it is", |n, x, y, eta, e| {
            curve(
                n,
                x,
                y,
                &varied(n, e, |n, t| {
                    step(n, x, y, eta * 0.9_f64.powi(t as i32));
                }),
                |losses| losses.to_vec(),
            )
        }),
        ("η is divided by the number of epochs: each step has the size η", |n, x, y, eta, e| {
            curve(
                n,
                x,
                y,
                &varied(n, e, |n, _| {
                    step(n, x, y, eta / e as f64);
                }),
                |losses| losses.to_vec(),
            )
        }),
        ("η is multiplied by the number of the epoch: each step has the size η", |n, x, y, eta, e| {
            curve(
                n,
                x,
                y,
                &varied(n, e, |n, t| {
                    step(n, x, y, eta * t as f64);
                }),
                |losses| losses.to_vec(),
            )
        }),
        (STEP_SIZE_FIXED, |n, x, y, _, e| curve(n, x, y, &trained(n, x, y, 0.1, e), |losses| losses.to_vec())),
        (STEP_SIZE_FIXED, |n, x, y, _, e| curve(n, x, y, &trained(n, x, y, 0.01, e), |losses| losses.to_vec())),
        (STEP_SIZE_FIXED, |n, x, y, _, e| curve(n, x, y, &trained(n, x, y, 0.5, e), |losses| losses.to_vec())),
        ("the step climbs: W ← W − η ∂E/∂W", |n, x, y, eta, e| {
            curve(n, x, y, &trained(n, x, y, -eta, e), |losses| losses.to_vec())
        }),
        (NUMBER_EPOCHS, |n, x, y, eta, _| curve(n, x, y, &trained(n, x, y, eta, 2), |losses| losses.to_vec())),
        (NUMBER_EPOCHS, |n, x, y, eta, _| curve(n, x, y, &trained(n, x, y, eta, 3), |losses| losses.to_vec())),
        (NUMBER_EPOCHS, |n, x, y, eta, _| curve(n, x, y, &trained(n, x, y, eta, 10), |losses| losses.to_vec())),
        (NUMBER_EPOCHS, |n, x, y, eta, _| curve(n, x, y, &trained(n, x, y, eta, 100), |losses| losses.to_vec())),
        (
            "the cache is an old one: after a step the activations are others, so each step needs a forward pass of its own",
            |n, x, y, eta, e| curve(n, x, y, &old_cache(n, x, y, eta, e), |losses| losses.to_vec()),
        ),
        (
            "the cache is an old one: after a step the activations are others, so each step needs a forward pass of its own",
            |n, x, y, eta, e| curve(n, x, y, &old_cache(n, x, y, eta, e), |losses| vec![losses[0]; losses.len()]),
        ),
        ("the gradients are computed once, before the loop: each step needs its own", |n, x, y, eta, e| {
            curve(
                n,
                x,
                y,
                &{
                    let g = gradients(n, x, y);
                    varied(n, e, |n, _| {
                        n.w1.scaled_add(-eta, &g.w1);
                        n.w2.scaled_add(-eta, &g.w2);
                    })
                },
                |losses| losses.to_vec(),
            )
        }),
        ("the network is as it was: was a clone of it trained?", |n, x, y, eta, e| {
            curve(&mut n.clone(), x, y, &trained(n, x, y, eta, e), <[f64]>::to_vec)
        }),
        (
            "each epoch begins with the untrained network again: clone it before the loop, or not at all",
            |n, x, y, eta, e| {
                let nets = trained(n, x, y, eta, e);
                let first = naive::error(&nets[0], x, y);
                *n = nets[e.min(1)].clone();
                let mut l = vec![first; e];
                l.push(naive::error(n, x, y));
                l
            },
        ),
        (
            "the best network is kept, not the last one: after the training the weights are those after the last epoch",
            |n, x, y, eta, e| {
                let nets = trained(n, x, y, eta, e);
                let errors: Vec<f64> = nets.iter().map(|n| naive::error(n, x, y)).collect();
                let best = (0..=e).min_by(|&a, &b| errors[a].total_cmp(&errors[b])).unwrap();
                *n = nets[best].clone();
                errors
            },
        ),
        (RISING_ERROR, |n, x, y, eta, e| {
            curve(
                n,
                x,
                y,
                &until(trained(n, x, y, eta, e), |before, now| error(now, x, y) > error(before, x, y)),
                |losses| losses.to_vec(),
            )
        }),
        (RISING_ERROR, |n, x, y, eta, e| {
            let nets = trained(n, x, y, eta, e);
            let errors: Vec<f64> = nets.iter().map(|n| naive::error(n, x, y)).collect();
            let end = (1..=e).find(|&t| errors[t] > errors[t - 1]).map_or(e, |t| t - 1);
            *n = nets[end].clone();
            errors[..=end].to_vec()
        }),
        (RISING_ERROR, |n, x, y, eta, e| rising(n, x, y, eta, e, true)),
        (RISING_ERROR, |n, x, y, eta, e| rising(n, x, y, eta, e, false)),
        (
            "a step after which the error is larger is taken back: run all epochs, the loss curve shows it",
            |n, x, y, eta, e| {
                curve(
                    n,
                    x,
                    y,
                    &varied(n, e, |n, _| {
                        let before = n.clone();
                        let error = step(n, x, y, eta);
                        if naive::error(n, x, y) > error {
                            *n = before;
                        }
                    }),
                    |losses| losses.to_vec(),
                )
            },
        ),
        (SMALL_ERROR, |n, x, y, eta, e| {
            curve(n, x, y, &until(trained(n, x, y, eta, e), |_, now| error(now, x, y) < 0.1), |losses| losses.to_vec())
        }),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 0.1, true)),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 0.1, false)),
        (SMALL_ERROR, |n, x, y, eta, e| {
            curve(n, x, y, &until(trained(n, x, y, eta, e), |_, now| error(now, x, y) < 0.05), |losses| losses.to_vec())
        }),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 0.05, true)),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 0.05, false)),
        (SMALL_ERROR, |n, x, y, eta, e| {
            curve(n, x, y, &until(trained(n, x, y, eta, e), |_, now| error(now, x, y) < 0.01), |losses| losses.to_vec())
        }),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 0.01, true)),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 0.01, false)),
        (SMALL_ERROR, |n, x, y, eta, e| {
            curve(n, x, y, &until(trained(n, x, y, eta, e), |_, now| error(now, x, y) < 1e-3), |losses| losses.to_vec())
        }),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 1e-3, true)),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 1e-3, false)),
        (SMALL_ERROR, |n, x, y, eta, e| {
            curve(n, x, y, &until(trained(n, x, y, eta, e), |_, now| error(now, x, y) < 1e-4), |losses| losses.to_vec())
        }),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 1e-4, true)),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 1e-4, false)),
        (SMALL_ERROR, |n, x, y, eta, e| {
            curve(n, x, y, &until(trained(n, x, y, eta, e), |_, now| error(now, x, y) < 1e-5), |losses| losses.to_vec())
        }),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 1e-5, true)),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 1e-5, false)),
        (SMALL_ERROR, |n, x, y, eta, e| {
            curve(n, x, y, &until(trained(n, x, y, eta, e), |_, now| error(now, x, y) < 1e-6), |losses| losses.to_vec())
        }),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 1e-6, true)),
        (SMALL_ERROR, |n, x, y, eta, e| small(n, x, y, eta, e, 1e-6, false)),
        (TRAINING_HARDLY, |n, x, y, eta, e| {
            curve(
                n,
                x,
                y,
                &until(trained(n, x, y, eta, e), |before, now| (error(now, x, y) - error(before, x, y)).abs() < 1e-3),
                |losses| losses.to_vec(),
            )
        }),
        (TRAINING_HARDLY, |n, x, y, eta, e| {
            curve(
                n,
                x,
                y,
                &until(trained(n, x, y, eta, e), |before, now| (error(now, x, y) - error(before, x, y)).abs() < 1e-4),
                |losses| losses.to_vec(),
            )
        }),
        (TRAINING_HARDLY, |n, x, y, eta, e| {
            curve(
                n,
                x,
                y,
                &until(trained(n, x, y, eta, e), |before, now| (error(now, x, y) - error(before, x, y)).abs() < 1e-6),
                |losses| losses.to_vec(),
            )
        }),
        ("only W₁ is trained: both matrices take a step", |n, x, y, eta, e| {
            curve(
                n,
                x,
                y,
                &varied(n, e, |n, _| {
                    let w2 = n.w2.clone();
                    step(n, x, y, eta);
                    n.w2 = w2;
                }),
                |losses| losses.to_vec(),
            )
        }),
        ("only W₂ is trained: both matrices take a step", |n, x, y, eta, e| {
            curve(
                n,
                x,
                y,
                &varied(n, e, |n, _| {
                    let w1 = n.w1.clone();
                    step(n, x, y, eta);
                    n.w1 = w1;
                }),
                |losses| losses.to_vec(),
            )
        }),
    ],
    inputs: || {
        let runs =
            [(0.3, 3), (0.7, 2), (1.3, 4), (0.2, 0), (0.05, 5), (3.0, 3), (0.9, 1), (0.15, 0), (1.7, 4), (0.6, 3)];
        let mut inputs: Vec<(Example, f64, usize)> =
            examples().into_iter().zip(runs.into_iter().cycle()).map(|(example, (eta, e))| (example, eta, e)).collect();
        // So small a step that the error hardly changes.
        inputs.extend(
            [(1080, 1e-3), (1081, 1e-5), (1082, 1e-7)]
                .map(|(seed, eta)| (naive::example(seed, Objective::Regression), eta, 3)),
        );
        inputs
    },
    call: |train, (Example { network, x, y }, eta, epochs)| {
        let mut network = network.clone();
        let losses = train(&mut network, x, y, *eta, *epochs);
        Answer::named("the loss curve", &losses).and("W₁", &network.w1).and("W₂", &network.w2)
    },
    properties: &[
        ("there are no epochs", |(_, _, epochs)| *epochs == 0),
        ("there is more than one epoch", |(_, _, epochs)| *epochs > 1),
        ("the network is for regression", |(e, _, _)| e.network.objective == Objective::Regression),
        ("the network is for classification", |(e, _, _)| e.network.objective == Objective::Classification),
        ("the step size is larger than 1", |(_, eta, _)| *eta > 1.0),
        ("the step size is less than a hundredth", |(_, eta, _)| *eta < 0.01),
        ("an error becomes less than a hundredth", |(e, eta, epochs)| {
            trained(&e.network, &e.x, &e.y, *eta, *epochs).iter().any(|network| error(network, &e.x, &e.y) < 0.01)
        }),
        ("the error rises at some step", |(e, eta, epochs)| rises(e, *eta, *epochs)),
        ("there is more than one output", |(e, _, _)| e.y.ncols() > 1),
    ],
};

const STEP_SIZE: &str = "the step size is a fixed number: use the argument `eta`";
const NO_STEP: &str = "no step is taken if the error is small already: take it all the same";
const STEP_SIZE_FIXED: &str = "the step size is a fixed number: hand `eta` to `train_step`";
const NUMBER_EPOCHS: &str = "the number of epochs is a fixed number: use the argument `epochs`";
const RISING_ERROR: &str = "a rising error ends the training: run all epochs, the loss curve shows it";
const SMALL_ERROR: &str = "a small error ends the training: run all epochs, whatever the error is";
const TRAINING_HARDLY: &str = "a training that hardly improves is ended: run all epochs, however slow it is";

/// Random networks, and some whose error is small already.
fn examples() -> Vec<Example> {
    let both = [Objective::Regression, Objective::Classification];
    let sizes = [[5, 3, 4, 2], [3, 2, 3, 1], [1, 3, 2, 3], [4, 3, 3, 4], [6, 2, 1, 1]];
    let mut examples: Vec<_> =
        (0..10).map(|i| naive::sized(1069 + i, both[i as usize % 2], sizes[i as usize / 2])).collect();
    for (seed, distance) in [(1085, 0.2), (1086, 0.05), (1087, 0.02), (1088, 5e-3), (1089, 5e-4)] {
        let Example { network, x, y } = naive::sized(seed, Objective::Regression, [5, 3, 4, 2]);
        let y = forward(&network, &x).y_hat + distance * Random::seeded(seed).matrix(y.nrows(), y.ncols());
        examples.push(Example { network, x, y });
    }
    examples
}

/// Whether the error rises at any of these steps.
fn rises(Example { network, x, y }: &Example, eta: f64, epochs: usize) -> bool {
    errors(&trained(network, x, y, eta, epochs), x, y).windows(2).any(|pair| pair[1] > pair[0])
}

fn step(n: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let error = error(n, x, y);
    *n = naive::stepped(n, &gradients(n, x, y), eta);
    error
}

/// A step that makes of the weights and their gradient what these functions say.
fn moved(
    n: &mut Network,
    x: &Array2<f64>,
    y: &Array2<f64>,
    first: impl Fn(&Array2<f64>, &Array2<f64>) -> Array2<f64>,
    second: impl Fn(&Array2<f64>, &Array2<f64>) -> Array2<f64>,
) -> f64 {
    let gradients = gradients(n, x, y);
    let error = error(n, x, y);
    (n.w1, n.w2) = (first(&n.w1, &gradients.w1), second(&n.w2, &gradients.w2));
    error
}

fn first_column_zero(a: &Array2<f64>) -> Array2<f64> {
    Array2::from_shape_fn(a.dim(), |(j, i)| if i == 0 { 0.0 } else { a[[j, i]] })
}

/// The last row, or the last column, is 0.
fn last_zero(a: &Array2<f64>, row: bool) -> Array2<f64> {
    let (n, k) = a.dim();
    Array2::from_shape_fn(a.dim(), |(j, i)| if if row { j + 1 == n } else { i + 1 == k } { 0.0 } else { a[[j, i]] })
}

fn other(objective: Objective) -> Objective {
    if objective == Objective::Regression { Objective::Classification } else { Objective::Regression }
}

/// The batch of one sample.
fn one(x: &Array2<f64>, y: &Array2<f64>, j: usize) -> (Array2<f64>, Array2<f64>) {
    (x.row(j).insert_axis(Axis(0)).to_owned(), y.row(j).insert_axis(Axis(0)).to_owned())
}

fn errors(networks: &[Network], x: &Array2<f64>, y: &Array2<f64>) -> Vec<f64> {
    networks.iter().map(|network| error(network, x, y)).collect()
}

/// Leaves the last of these networks, and returns what `change` makes of their errors.
fn curve(
    n: &mut Network,
    x: &Array2<f64>,
    y: &Array2<f64>,
    networks: &[Network],
    change: impl Fn(&[f64]) -> Vec<f64>,
) -> Vec<f64> {
    let losses = change(&errors(networks, x, y));
    *n = networks[networks.len() - 1].clone();
    losses
}

/// The networks before training and after each epoch, with another step, which is told the number of the epoch.
fn varied(n: &Network, epochs: usize, step: impl Fn(&mut Network, usize)) -> Vec<Network> {
    let mut networks = vec![n.clone()];
    for t in 0..epochs {
        let mut next = networks[t].clone();
        step(&mut next, t);
        networks.push(next);
    }
    networks
}

/// Up to the first network at which this is so, given the one before it.
fn until(mut networks: Vec<Network>, ends: impl Fn(&Network, &Network) -> bool) -> Vec<Network> {
    let end = (1..networks.len()).find(|&t| ends(&networks[t - 1], &networks[t]));
    networks.truncate(end.map_or(networks.len(), |t| t + 1));
    networks
}

/// A training that ends when `train_step` has returned less than this, with or without a last error.
fn small(
    n: &mut Network,
    x: &Array2<f64>,
    y: &Array2<f64>,
    eta: f64,
    epochs: usize,
    limit: f64,
    last: bool,
) -> Vec<f64> {
    let mut losses = vec![];
    for _ in 0..epochs {
        losses.push(step(n, x, y, eta));
        if losses[losses.len() - 1] < limit {
            if last {
                break;
            }
            return losses;
        }
    }
    losses.push(error(n, x, y));
    losses
}

/// A training that ends when `train_step` has returned more than the time before, with or without a last error.
fn rising(n: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64, epochs: usize, last: bool) -> Vec<f64> {
    let mut losses = vec![];
    for t in 0..epochs {
        losses.push(step(n, x, y, eta));
        if t > 0 && losses[t] > losses[t - 1] {
            if last {
                break;
            }
            return losses;
        }
    }
    losses.push(error(n, x, y));
    losses
}

/// The networks of a training that computes its cache once, before the first epoch.
fn old_cache(n: &Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64, epochs: usize) -> Vec<Network> {
    let cache = forward(n, x);
    varied(n, epochs, |n, _| {
        let gradients = gradients_from(n, &cache, &n.w2, x, y);
        *n = naive::stepped(n, &gradients, eta);
    })
}
