//! Spoilers: wrong ways to write `logistic_gradient` and `logistic_regression`, and the inputs that tell them apart.
//! The tests use them to name a mistake.

use crate::given::sigmoid;
use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, Axis, array, s};

pub type LogisticGradient = fn(&Array2<f64>, &Array1<f64>, &Array1<f64>) -> Array1<f64>;
pub type LogisticRegression = fn(&Array2<f64>, &Array1<f64>, f64, usize) -> Array1<f64>;
pub type Both = (LogisticGradient, LogisticRegression);

/// X, y and w.
type Point = (Array2<f64>, Array1<f64>, Array1<f64>);
/// X, y, η and the number of steps.
type Way = (Array2<f64>, Array1<f64>, f64, usize);

pub static LOGISTIC_GRADIENT: Diagnosis<Both, LogisticGradient, Point> = Diagnosis {
    function: "logistic_gradient",
    slot: |f| &mut f.0,
    right: gradient,
    mistakes: &[
        (SUMMED, |x, y, w| n(y) * gradient(x, y, w)),
        ("divided by k, the number of weights: divide by n, the number of samples", |x, y, w| {
            n(y) / w.len() as f64 * gradient(x, y, w)
        }),
        ("divided by n · k: `x.len()` counts all entries of X, the number of samples is `y.len()`", |x, y, w| {
            gradient(x, y, w) / w.len() as f64
        }),
        ("divided by n − 1: divide by n, the number of samples", |x, y, w| n(y) / (n(y) - 1.0) * gradient(x, y, w)),
        ("divided by n twice: divide once", |x, y, w| gradient(x, y, w) / n(y)),
        ("multiplied by n: divide by n", |x, y, w| n(y) * n(y) * gradient(x, y, w)),
        ("1 / n is a division of whole numbers, and 0 for n above 1: write `1.0 / n as f64`", |x, y, w| {
            (1 / y.len()) as f64 * gradient(x, y, w)
        }),
        ("2 / n is a division of whole numbers, and a 2 has no place here: write `/ n as f64`", |x, y, w| {
            n(y) * (2 / y.len()) as f64 * gradient(x, y, w)
        }),
        (TWICE, |x, y, w| 2.0 * gradient(x, y, w)),
        ("half of the gradient: 1/n · Xᵀ(σ(Xw) − y)", |x, y, w| gradient(x, y, w) / 2.0),
        ("twice the gradient, and not divided by n: 1/n · Xᵀ(σ(Xw) − y)", |x, y, w| {
            2.0 * n(y) * gradient(x, y, w)
        }),
        (SIGN, |x, y, w| -gradient(x, y, w)),
        ("the sign is the other way round, and the slopes are summed: 1/n · Xᵀ(σ(Xw) − y)", |x, y, w| {
            -n(y) * gradient(x, y, w)
        }),
        ("the sigmoid is applied to Xw − y: apply it to Xw, then take y away, σ(Xw) − y", |x, y, w| {
            mean(x, &(x.dot(w) - y).mapv(sigmoid))
        }),
        (NO_SIGMOID, |x, y, w| mean(x, &(x.dot(w) - y))),
        (
            "this is the gradient of least squares, with a 2 and without the sigmoid: 1/n · Xᵀ(σ(Xw) − y)",
            |x, y, w| 2.0 * mean(x, &(x.dot(w) - y)),
        ),
        (SLOPE_LEFT_IN, |x, y, w| with_errors(x, y, w, |p, y| (p - y) * p * (1.0 - p))),
        ("this is the gradient of the mean squared error: for the cross-entropy the slope of σ cancels", |x, y, w| {
            with_errors(x, y, w, |p, y| 2.0 * (p - y) * p * (1.0 - p))
        }),
        (SLOPE_IN_Y, |x, y, w| with_errors(x, y, w, |p, y| (p - y) / (p * (1.0 - p)))),
        ("the slope of the sigmoid is used for the sigmoid: σ(Xw) − y", |x, y, w| {
            with_errors(x, y, w, |p, y| p * (1.0 - p) - y)
        }),
        ("the sigmoid is applied twice: σ(Xw) − y", |x, y, w| with_errors(x, y, w, |p, y| sigmoid(p) - y)),
        ("the sigmoid is applied to each product of a weight and a feature: sum them first, σ(Xw)", |x, y, w| {
            mean(x, &((x * w).mapv(sigmoid).sum_axis(Axis(1)) - y))
        }),
        ("the sigmoid is applied to the features: to Xw, the pre-activations, and not to X", |x, y, w| {
            mean(x, &(x.mapv(sigmoid).dot(w) - y))
        }),
        ("the sigmoid is applied to the gradient: to Xw, the pre-activations", |x, y, w| {
            mean(x, &(x.dot(w) - y)).mapv(sigmoid)
        }),
        ("the sign in the exponent is lost, this is σ(−Xw): σ(a) = 1 / (1 + exp(−a))", |x, y, w| {
            with_errors(x, y, w, |p, y| 1.0 - p - y)
        }),
        ("exp(a) / (1 + exp(a)) overflows for large a, to NaN: use `crate::given::sigmoid`", |x, y, w| {
            mean(x, &(x.dot(w).mapv(|a| a.exp() / (1.0 + a.exp())) - y))
        }),
        ("2.718 is not e to the digits that are asked for: use `exp`, or `crate::given::sigmoid`", |x, y, w| {
            mean(x, &(x.dot(w).mapv(|a| 1.0 / (1.0 + (2718_f64 / 1000.0).powf(-a))) - y))
        }),
        ("tanh is used for the sigmoid: σ(Xw) − y, with `crate::given::sigmoid`", |x, y, w| {
            mean(x, &(x.dot(w).mapv(f64::tanh) - y))
        }),
        ("a step is used for the sigmoid, or its probabilities are rounded: σ(Xw) as it is", |x, y, w| {
            with_errors(x, y, w, |p, y| f64::from(u8::from(p > 0.5)) - y)
        }),
        ("a step is used for the sigmoid, or its probabilities are rounded: σ(Xw) as it is", |x, y, w| {
            with_errors(x, y, w, |p, y| f64::from(u8::from(p >= 0.5)) - y)
        }),
        ("ReLU is used for the sigmoid: σ(Xw) − y, with `crate::given::sigmoid`", |x, y, w| {
            mean(x, &(x.dot(w).mapv(|a| a.max(0.0)) - y))
        }),
        ("exp is used for the sigmoid: σ(Xw) − y, with `crate::given::sigmoid`", |x, y, w| {
            mean(x, &(x.dot(w).mapv(f64::exp) - y))
        }),
        ("the answers are recoded to −1 and 1: they are 0 and 1 here, σ(Xw) − y", |x, y, w| {
            with_errors(x, y, w, |p, y| p - (2.0 * y - 1.0))
        }),
        ("the answers 0 and 1 have changed places: σ(Xw) − y", |x, y, w| with_errors(x, y, w, |p, y| p - (1.0 - y))),
        ("y is left out: σ(Xw) − y", |x, y, w| with_errors(x, y, w, |p, _| p)),
        ("y is added: σ(Xw) − y", |x, y, w| with_errors(x, y, w, |p, y| p + y)),
        ("σ(Xw) is multiplied by y: take y away from it", |x, y, w| with_errors(x, y, w, |p, y| p * y)),
        ("the probabilities are left out: this is −1/n · Xᵀy, and σ(Xw) − y is asked for", |x, y, w| {
            with_errors(x, y, w, |_, y| -y)
        }),
        ("only samples with the answer 1 count: those with the answer 0 have the error σ(Xw)", |x, y, w| {
            with_errors(x, y, w, |p, y| y * (p - y))
        }),
        ("only samples with the answer 0 count: those with the answer 1 have the error σ(Xw) − 1", |x, y, w| {
            with_errors(x, y, w, |p, y| (1.0 - y) * p)
        }),
        ("only samples on the wrong side of the boundary count: all of them do, σ(Xw) − y", |x, y, w| {
            with_errors(x, y, w, |p, y| if (p > 0.5) == (y == 1.0) { 0.0 } else { p - y })
        }),
        ("the errors are squared: σ(Xw) − y as it is", |x, y, w| with_errors(x, y, w, |p, y| (p - y) * (p - y))),
        ("the signs of the errors are lost: σ(Xw) − y as it is", |x, y, w| {
            with_errors(x, y, w, |p, y| (p - y).abs())
        }),
        ("the signs of the slopes are lost: a slope may be negative", |x, y, w| gradient(x, y, w).mapv(f64::abs)),
        (
            "this is the error itself, a logarithm in the place of the difference: the slope is σ(Xw) − y",
            |x, y, w| with_errors(x, y, w, |p, y| -(y * p.ln() + (1.0 - y) * (1.0 - p).ln())),
        ),
        (SLOPE_IN_Y, |x, y, w| with_errors(x, y, w, |p, y| -(y / p) + (1.0 - y) / (1.0 - p))),
        ("small errors are taken for 0: σ(Xw) − y as it is", |x, y, w| {
            with_errors(x, y, w, |p, y| if (p - y).abs() < 1e-6 { 0.0 } else { p - y })
        }),
        ("the probabilities are kept away from 0 and 1: σ(Xw) − y needs no logarithm, and no clamp", |x, y, w| {
            with_errors(x, y, w, |p, y| p.clamp(1e-7, 1.0 - 1e-7) - y)
        }),
        ("the probabilities are kept away from 0 and 1: σ(Xw) − y needs no logarithm, and no clamp", |x, y, w| {
            with_errors(x, y, w, |p, y| p.clamp(1e-9, 1.0 - 1e-9) - y)
        }),
        ("the weights are left out: σ(Xw), and not σ of the sum of the features", |x, y, w| {
            mean(x, &(x.dot(&Array1::ones(w.len())).mapv(sigmoid) - y))
        }),
        ("the weights are not used: this is the gradient at zero weights", |x, y, w| {
            gradient(x, y, &Array1::zeros(w.len()))
        }),
        (
            "the first weight is added as a bias, without its feature: the constant 1 is a column of X already",
            |x, y, w| {
                let mut ones = x.clone();
                ones.column_mut(0).fill(1.0);
                mean(x, &(ones.dot(w).mapv(sigmoid) - y))
            },
        ),
        ("X is left out: each error is multiplied by its features, Xᵀ(σ(Xw) − y)", |x, y, w| {
            Array1::from_elem(w.len(), (x.dot(w).mapv(sigmoid) - y).sum() / n(y))
        }),
        ("each error is multiplied by the weights, and not by its features: Xᵀ(σ(Xw) − y)", |x, y, w| {
            w * ((x.dot(w).mapv(sigmoid) - y).sum() / n(y))
        }),
        ("the sums of errors and of features are multiplied: each error belongs to its own sample", |x, y, w| {
            x.sum_axis(Axis(0)) * ((x.dot(w).mapv(sigmoid) - y).sum() / n(y))
        }),
        ("where X is square, it is not transposed: 1/n · Xᵀ(σ(Xw) − y)", |x, y, w| {
            let errors = x.dot(w).mapv(sigmoid) - y;
            if x.is_square() { x.dot(&errors) / n(y) } else { mean(x, &errors) }
        }),
        ("X is not transposed: 1/n · Xᵀ(σ(Xw) − y)", |x, y, w| x.dot(&(x.dot(w).mapv(sigmoid) - y)) / n(y)),
        ("the first sample is left out: indices start at 0", |x, y, w| of_rows(x, y, w, 1, y.len())),
        ("the last sample is left out: `0..n` runs up to n − 1, which is the last index", |x, y, w| {
            of_rows(x, y, w, 0, y.len() - 1)
        }),
        ("only the first sample counts: does a `return` or a `break` end the loop over the samples?", |x, y, w| {
            of_rows(x, y, w, 0, 1)
        }),
        ("only the last sample counts: `+=` adds to a slope, `=` overwrites it", |x, y, w| {
            of_rows(x, y, w, y.len() - 1, y.len())
        }),
        ("every second sample is left out: the loop goes on by one index each time", |x, y, w| {
            let rows: Vec<usize> = (0..y.len()).step_by(2).collect();
            let (seen, answers) = (x.select(Axis(0), &rows), y.select(Axis(0), &rows));
            seen.t().dot(&(seen.dot(w).mapv(sigmoid) - answers)) / n(y)
        }),
        ("only the first k samples count: the loop over the samples runs to n", |x, y, w| {
            of_rows(x, y, w, 0, w.len().min(y.len()))
        }),
        ("the first slope stays 0: the constant feature has one like the others", |x, y, w| kept(x, y, w, |i| i > 0)),
        ("the last slope stays 0: `0..k` runs up to k − 1, which is the last index", |x, y, w| {
            kept(x, y, w, |i| i + 1 < w.len())
        }),
        ("only the first slope is there: the loop over the weights runs to k", |x, y, w| kept(x, y, w, |i| i == 0)),
        ("the slopes stay 0: write them into the array that you return", |x, y, w| kept(x, y, w, |_| false)),
        ("the slopes are added to the weights: begin with zeros", |x, y, w| w + gradient(x, y, w)),
        ("a step is taken: the gradient alone is asked for", |x, y, w| w - gradient(x, y, w)),
        ("the weights are returned: the gradient is asked for", |_, _, w| w.clone()),
        ("the errors are returned, and not multiplied by the features: Xᵀ(σ(Xw) − y)", |x, y, w| {
            x.dot(w).mapv(sigmoid) - y
        }),
        ("the probabilities are returned: the gradient is 1/n · Xᵀ(σ(Xw) − y)", |x, _, w| x.dot(w).mapv(sigmoid)),
        ("the loop runs one step too far: the last index is one less than the length", |x, y, w| {
            array![y[y.len()], w[w.len()], x[[0, 0]]]
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1029);
        let by_hand = array![[1.0, 2.0], [1.0, -2.0], [1.0, 4.0]];
        let y = array![1.0, 0.0, 1.0];
        let mut inputs = vec![
            (by_hand.clone(), y.clone(), array![0.0, 0.0]),
            (by_hand.clone(), y.clone(), array![0.5, -1.5]),
            (by_hand.clone(), y, array![-0.25, 0.7]),
            (by_hand.clone(), array![0.0, 0.0, 1.0], array![0.0, 0.6]),
            (array![[1.5, -0.5, 2.0]], array![1.0], array![0.3, -0.2, 0.4]),
            (array![[-1.2]], array![0.0], array![0.8]),
            (array![[1.0], [2.0], [-0.5], [3.0]], array![0.0, 0.0, 1.0, 1.0], array![0.6]),
            (array![[1.0, 2.0], [3.0, -1.0]], array![0.0, 1.0], array![0.4, -0.3]),
            (array![[1.0, 0.5, -2.0], [0.0, 1.5, 1.0], [2.0, -1.0, 0.5]], array![1.0, 0.0, 0.0], array![0.2, 0.5, 0.9]),
            (by_hand.clone(), array![0.0, 0.0, 0.0], array![0.1, 0.4]),
            (by_hand, array![1.0, 1.0, 1.0], array![0.1, 0.4]),
            (array![[1.0, 2.0], [1.0, -2.0]], array![1.0, 0.0], array![0.0, 1000.0]),
            (array![[1.0, 2.0], [1.0, -2.0], [2.0, 3.0]], array![0.0, 1.0, 1.0], array![0.0, 800.0]),
            (array![[1.0, 2.0], [1.0, -2.5], [1.0, -3.0]], array![1.0, 0.0, 0.0], array![0.3, 6.9]),
        ];
        for (n, k) in [(7, 4), (4, 6), (9, 2), (12, 3)] {
            let labels = random.vector(n).mapv(|v| f64::from(u8::from(v > 0.0)));
            // Column by column in memory.
            let x = 2.0 * random.matrix(k, n).reversed_axes();
            inputs.push((x, labels, 2.0 * random.vector(k)));
        }
        inputs
    },
    call: |logistic_gradient, (x, y, w)| logistic_gradient(x, y, w).into(),
    properties: &[
        ("X is square", |(x, ..)| x.is_square()),
        ("there is more than one sample", |(_, y, _)| y.len() > 1),
        ("there are more than two samples", |(_, y, _)| y.len() > 2),
        ("there are more than five samples", |(_, y, _)| y.len() > 5),
        ("there is more than one weight", |(.., w)| w.len() > 1),
        ("there are more than two weights", |(.., w)| w.len() > 2),
        ("there are more samples than weights", |(_, y, w)| y.len() > w.len()),
        ("an answer is 0", |(_, y, _)| y.iter().any(|&y| y == 0.0)),
        ("an answer is 1", |(_, y, _)| y.iter().any(|&y| y == 1.0)),
        ("a weight is 0", |(.., w)| w.iter().any(|&w| w == 0.0)),
        ("a weight is negative", |(.., w)| w.iter().any(|&w| w < 0.0)),
        ("a feature is 0 or negative", |(x, ..)| x.iter().any(|&x| x <= 0.0)),
        ("the numbers are so large that exp overflows", |(_, _, w)| w.iter().any(|w| w.abs() > 500.0)),
        ("a probability is nearly 0 or 1", |(_, _, w)| w.iter().any(|w| w.abs() > 6.0)),
    ],
};

pub static LOGISTIC_REGRESSION: Diagnosis<Both, LogisticRegression, Way> = Diagnosis {
    function: "logistic_regression",
    slot: |f| &mut f.1,
    right: descend,
    mistakes: &[
        ("this step goes up: descent takes the gradient away, w − η ∇E", |x, y, eta, steps| {
            descend(x, y, -eta, steps)
        }),
        ("the step size is left out: w − η ∇E", |x, y, _, steps| descend(x, y, 1.0, steps)),
        ("η is squared: multiply the gradient by η once", |x, y, eta, steps| descend(x, y, eta * eta, steps)),
        ("the step is divided by n once more: `logistic_gradient` is a mean already", |x, y, eta, steps| {
            descend(x, y, eta / n(y), steps)
        }),
        (SUMMED, |x, y, eta, steps| descend(x, y, eta * n(y), steps)),
        (TWICE, |x, y, eta, steps| descend(x, y, 2.0 * eta, steps)),
        ("half of the gradient is taken away: w − η ∇E", |x, y, eta, steps| descend(x, y, eta / 2.0, steps)),
        ("a gradient summed over the samples, and twice that: 1/n · Xᵀ(σ(Xw) − y)", |x, y, eta, steps| {
            descend(x, y, 2.0 * eta * n(y), steps)
        }),
        ("divided by k, the number of weights: divide by n, the number of samples", |x, y, eta, steps| {
            descend(x, y, eta * n(y) / x.ncols() as f64, steps)
        }),
        (NO_SIGMOID, |x, y, eta, steps| walk(x, steps, |w, _| w - eta * mean(x, &(x.dot(w) - y)))),
        (
            "this is least squares, the descent of task 8: the gradient is `logistic_gradient(x, y, &w)`",
            |x, y, eta, steps| walk(x, steps, |w, _| w - 2.0 * eta * mean(x, &(x.dot(w) - y))),
        ),
        (SLOPE_LEFT_IN, |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * with_errors(x, y, w, |p, y| (p - y) * p * (1.0 - p)))
        }),
        ("the sigmoid is applied to Xw − y: apply it to Xw, then take y away, σ(Xw) − y", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * mean(x, &(x.dot(w) - y).mapv(sigmoid)))
        }),
        ("tanh is used for the sigmoid: σ(Xw) − y, with `crate::given::sigmoid`", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * mean(x, &(x.dot(w).mapv(f64::tanh) - y)))
        }),
        ("the probabilities are rounded, as a perceptron does: σ(Xw) as it is", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * with_errors(x, y, w, |p, y| f64::from(u8::from(p > 0.5)) - y))
        }),
        ("the probabilities are rounded, as a perceptron does: σ(Xw) as it is", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * with_errors(x, y, w, |p, y| f64::from(u8::from(p >= 0.5)) - y))
        }),
        ("the answers are recoded to −1 and 1: they are 0 and 1 here, σ(Xw) − y", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * with_errors(x, y, w, |p, y| p - (2.0 * y - 1.0)))
        }),
        ("the answers 0 and 1 have changed places: σ(Xw) − y", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * with_errors(x, y, w, |p, y| p - (1.0 - y)))
        }),
        ("the sign in the exponent is lost, this is σ(−Xw): σ(a) = 1 / (1 + exp(−a))", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * with_errors(x, y, w, |p, y| 1.0 - p - y))
        }),
        ("y is left out: σ(Xw) − y", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * with_errors(x, y, w, |p, _| p))
        }),
        ("the gradient at the start is used for every step: ask for it anew at each point", |x, y, eta, steps| {
            let slopes = gradient(x, y, &Array1::zeros(x.ncols()));
            walk(x, steps, |w, _| w - eta * &slopes)
        }),
        (
            "w changes before its gradient is complete, here or in `descend`: compute all of it, then move",
            |x, y, eta, steps| {
                walk(x, steps, |w, _| {
                    let mut next = w.clone();
                    for i in 0..w.len() {
                        let slope = gradient(x, y, &next)[i];
                        next[i] -= eta * slope;
                    }
                    next
                })
            },
        ),
        ("this is the start: take the steps, and return the last point of the way", |x, _, _, _| {
            Array1::zeros(x.ncols())
        }),
        (
            "one step too many: the loop runs over `0..steps`, and row `steps` of the way is the last",
            |x, y, eta, steps| descend(x, y, eta, steps + 1),
        ),
        (
            "one step too few: the loop runs over `0..steps`, and row `steps` of the way is the last",
            |x, y, eta, steps| descend(x, y, eta, steps.saturating_sub(1)),
        ),
        ("only one step is taken: does a `return` inside the loop end it?", |x, y, eta, steps| {
            descend(x, y, eta, steps.min(1))
        }),
        ("one step is taken, whatever `steps` is: write a loop over `0..steps`", |x, y, eta, _| descend(x, y, eta, 1)),
        ("the number of steps is your own: the argument `steps` says how many", |x, y, eta, _| descend(x, y, eta, 100)),
        ("each step is taken away from zeros: take it away from w, where the last one ended", |x, y, eta, steps| {
            walk(x, steps, |w, _| -eta * gradient(x, y, w))
        }),
        ("the descent begins at ones: it begins at zeros", |x, y, eta, steps| {
            from(Array1::ones(x.ncols()), steps, |w, _| w - eta * gradient(x, y, w))
        }),
        ("the gradient at the end is returned: return the weights there", |x, y, eta, steps| {
            gradient(x, y, &descend(x, y, eta, steps))
        }),
        ("the last step is returned, −η ∇E: return the weights", |x, y, eta, steps| {
            -eta * gradient(x, y, &descend(x, y, eta, steps.saturating_sub(1)))
        }),
        ("the probabilities are returned: return the weights", |x, y, eta, steps| {
            x.dot(&descend(x, y, eta, steps)).mapv(sigmoid)
        }),
        ("the gradient is divided by its length: a steeper slope takes a longer step, η ∇E", |x, y, eta, steps| {
            walk(x, steps, |w, _| {
                let slopes = gradient(x, y, w);
                let length = slopes.dot(&slopes).sqrt();
                w - eta * slopes / length
            })
        }),
        ("the step size shrinks from step to step: it is η each time", |x, y, eta, steps| {
            walk(x, steps, |w, t| w - eta / (t + 1) as f64 * gradient(x, y, w))
        }),
        ("the first weight never moves: it is one like the others", |x, y, eta, steps| {
            some(x, y, eta, steps, |i| i > 0)
        }),
        ("the last weight never moves: `0..k` runs up to k − 1, which is the last index", |x, y, eta, steps| {
            some(x, y, eta, steps, |i| i + 1 < x.ncols())
        }),
        ("only the first weight moves: each has a slope of its own", |x, y, eta, steps| {
            some(x, y, eta, steps, |i| i == 0)
        }),
        ("the first sample is left out: indices start at 0", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * of_rows(x, y, w, 1, y.len()))
        }),
        ("the last sample is left out: `0..n` runs up to n − 1, which is the last index", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * of_rows(x, y, w, 0, y.len() - 1))
        }),
        ("only the first sample counts: the gradient is a mean over all of them", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * of_rows(x, y, w, 0, 1))
        }),
        ("only the last sample counts: the gradient is a mean over all of them", |x, y, eta, steps| {
            walk(x, steps, |w, _| w - eta * of_rows(x, y, w, y.len() - 1, y.len()))
        }),
        (
            "each sample takes a step of its own: `logistic_gradient` of all samples first, then move w",
            |x, y, eta, steps| {
                walk(x, steps, |w, _| {
                    (0..y.len()).fold(w.clone(), |w, j| &w - eta * of_rows(x, y, &w, j, j + 1) * n(y))
                })
            },
        ),
        ("each step looks at one sample only: `logistic_gradient` of all samples", |x, y, eta, steps| {
            walk(x, steps, |w, t| {
                let j = t % y.len();
                w - eta * of_rows(x, y, w, j, j + 1) * n(y)
            })
        }),
        ("where X is square, it is not transposed: 1/n · Xᵀ(σ(Xw) − y)", |x, y, eta, steps| {
            walk(x, steps, |w, _| {
                let errors = x.dot(w).mapv(sigmoid) - y;
                let product = if x.is_square() { x.dot(&errors) } else { x.t().dot(&errors) };
                w - eta / n(y) * product
            })
        }),
        (STOPS, |x, y, eta, steps| until(x, y, eta, steps, 0.1)),
        (STOPS, |x, y, eta, steps| until(x, y, eta, steps, 1e-2)),
        (STOPS, |x, y, eta, steps| until(x, y, eta, steps, 1e-3)),
        (STOPS, |x, y, eta, steps| until(x, y, eta, steps, 1e-6)),
        ("it stops as soon as every answer is right: take all of the steps", |x, y, eta, steps| {
            walk(x, steps, |w, _| {
                let right = x.dot(w).iter().zip(y).all(|(&a, &y)| (a > 0.0) == (y == 1.0));
                if right { w.clone() } else { w - eta * gradient(x, y, w) }
            })
        }),
        ("weights below 0 are cut off at 0: a weight may be negative", |x, y, eta, steps| {
            walk(x, steps, |w, _| (w - eta * gradient(x, y, w)).mapv(|w| w.max(0.0)))
        }),
        ("the weights are divided by their length: return them as they are", |x, y, eta, steps| {
            let w = descend(x, y, eta, steps);
            let length = w.dot(&w).sqrt();
            w / length
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(2029);
        let by_hand = array![[1.0, 2.0], [1.0, -2.0], [1.0, 4.0]];
        let y = array![1.0, 0.0, 1.0];
        let mut inputs = vec![
            (by_hand.clone(), y.clone(), 0.3, 1),
            (by_hand.clone(), y.clone(), 0.3, 2),
            (by_hand.clone(), y.clone(), 1.4, 5),
            (by_hand, y, 0.3, 0),
            (array![[1.5, -0.5, 2.0]], array![1.0], 0.4, 2),
            (array![[-1.2]], array![0.0], 0.8, 3),
            (array![[1.0], [2.0], [-0.5], [3.0]], array![0.0, 0.0, 1.0, 1.0], 0.6, 3),
            (array![[1.0, 2.0], [3.0, -1.0]], array![0.0, 1.0], 0.4, 4),
            (array![[1.0, 0.5, -2.0], [0.0, 1.5, 1.0], [2.0, -1.0, 0.5]], array![1.0, 0.0, 0.0], 0.7, 2),
            // At zero weights the slopes cancel: it stays there.
            (array![[1.0], [-1.0], [2.0], [-2.0]], array![1.0, 1.0, 0.0, 0.0], 0.9, 3),
            (2e-3 * random.matrix(5, 2), array![1.0, 0.0, 0.0, 1.0, 0.0], 0.6, 3),
            (3e-7 * random.matrix(4, 2), array![0.0, 1.0, 0.0, 1.0], 0.7, 2),
            (array![[60.0, 5.0], [-80.0, 3.0], [70.0, -4.0]], array![1.0, 0.0, 1.0], 1.5, 4),
        ];
        for (n, k, eta, steps) in [(7, 4, 0.45, 3), (4, 6, 0.7, 2), (9, 2, 1.3, 40), (12, 3, 0.2, 7)] {
            let labels = random.vector(n).mapv(|v| f64::from(u8::from(v > 0.0)));
            inputs.push((2.0 * random.matrix(k, n).reversed_axes(), labels, eta, steps));
        }
        inputs
    },
    call: |logistic_regression, (x, y, eta, steps)| logistic_regression(x, y, *eta, *steps).into(),
    properties: &[
        ("there is at least one step", |it| it.3 > 0),
        ("there is more than one step", |it| it.3 > 1),
        ("there are more than two steps", |it| it.3 > 2),
        ("there are more than four steps", |it| it.3 > 4),
        ("X is square", |it| it.0.is_square()),
        ("there is more than one sample", |it| it.1.len() > 1),
        ("there are more than two samples", |it| it.1.len() > 2),
        ("there is more than one weight", |it| it.0.ncols() > 1),
        ("there are more than two weights", |it| it.0.ncols() > 2),
        ("there are more samples than weights", |it| it.0.nrows() > it.0.ncols()),
        ("a feature is 0 or negative", |it| it.0.iter().any(|&x| x <= 0.0)),
        ("the features are large", |it| it.0.iter().any(|x| x.abs() > 10.0)),
    ],
};

const SUMMED: &str = "the slopes of all samples are summed: divide by n, or η would depend on n";
const TWICE: &str = "twice the gradient: there is no square here, and no factor 2";
const SIGN: &str = "the sign is the other way round: σ(Xw) − y, predicted minus observed";
const NO_SIGMOID: &str =
    "the sigmoid is missing: this is Xw − y with the neuron's pre-activation, and σ(Xw) − y is asked for";
const SLOPE_LEFT_IN: &str =
    "the slope of the sigmoid is left in: for the cross-entropy it cancels, and σ(Xw) − y remains";
const SLOPE_IN_Y: &str =
    "this is the slope in ŷ, divided by ŷ(1 − ŷ): the slope of the sigmoid cancels that, and σ(Xw) − y remains";
const STOPS: &str = "it stops early, where the gradient is short: take all of the steps";

fn gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    mean(x, &(x.dot(w).mapv(sigmoid) - y))
}

/// Each error times the features of its sample, as a mean over the samples.
fn mean(x: &Array2<f64>, errors: &Array1<f64>) -> Array1<f64> {
    x.t().dot(errors) / errors.len() as f64
}

/// The gradient with something else in the place of σ − y, made of the probability and the answer.
fn with_errors(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>, error: fn(f64, f64) -> f64) -> Array1<f64> {
    let probabilities = x.dot(w).mapv(sigmoid);
    mean(x, &probabilities.iter().zip(y).map(|(&p, &y)| error(p, y)).collect())
}

/// The part of the gradient that comes from the samples from `first` to the one before `end`.
fn of_rows(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>, first: usize, end: usize) -> Array1<f64> {
    let (x, answers) = (x.slice(s![first..end, ..]), y.slice(s![first..end]));
    x.t().dot(&(x.dot(w).mapv(sigmoid) - answers)) / n(y)
}

/// Some of the slopes, and 0 for the others.
fn kept(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>, keep: impl Fn(usize) -> bool) -> Array1<f64> {
    gradient(x, y, w).iter().enumerate().map(|(i, &slope)| if keep(i) { slope } else { 0.0 }).collect()
}

fn descend(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize) -> Array1<f64> {
    walk(x, steps, |w, _| w - eta * gradient(x, y, w))
}

/// The last point of a way that begins at zeros.
fn walk(x: &Array2<f64>, steps: usize, next: impl FnMut(&Array1<f64>, usize) -> Array1<f64>) -> Array1<f64> {
    from(Array1::zeros(x.ncols()), steps, next)
}

fn from(start: Array1<f64>, steps: usize, mut next: impl FnMut(&Array1<f64>, usize) -> Array1<f64>) -> Array1<f64> {
    (0..steps).fold(start, |w, t| next(&w, t))
}

/// A descent in which only some weights move.
fn some(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize, moves: impl Fn(usize) -> bool) -> Array1<f64> {
    walk(x, steps, |w, _| w - eta * kept(x, y, w, &moves))
}

/// A descent that ends where the gradient is shorter than `tolerance`.
fn until(x: &Array2<f64>, y: &Array1<f64>, eta: f64, steps: usize, tolerance: f64) -> Array1<f64> {
    walk(x, steps, |w, _| {
        let slopes = gradient(x, y, w);
        if slopes.dot(&slopes).sqrt() < tolerance { w.clone() } else { w - eta * slopes }
    })
}

fn n(y: &Array1<f64>) -> f64 {
    y.len() as f64
}
