//! Spoilers: wrong ways to write `hidden_layer`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, array};

type F = fn(f64) -> f64;
pub type HiddenLayer = fn(&Array2<f64>, &Array1<f64>, F) -> Array1<f64>;
type Inputs = (Array2<f64>, Array1<f64>, F);

pub static HIDDEN_LAYER: Diagnosis<HiddenLayer, HiddenLayer, Inputs> = Diagnosis {
    function: "hidden_layer",
    slot: |f| f,
    right: |w1, x, f_h| {
        assert_eq!(w1.ncols(), x.len());
        layer(w1, x, f_h)
    },
    mistakes: &[
        (
            "a loop runs one step too far: the last index is the length − 1, so write `0..d`, not `0..=d`",
            |w1, x, f_h| (0..=w1.nrows()).map(|j| f_h(w1.row(j).dot(x))).collect(),
        ),
        (
            "a loop runs one step too far: the last index is the length − 1, so write `0..d`, not `0..=d`",
            |w1, x, f_h| each(w1, |j| f_h((0..=x.len()).map(|i| w1[[j, i]] * x[i]).sum())),
        ),
        ("the activation is missing: apply f_h to each of the sums", |w1, x, _| layer(w1, x, |a| a)),
        (W_TRANSPOSED, |w1, x, f_h| w1.t().dot(x).mapv(f_h)),
        (W_TRANSPOSED, |w1, x, f_h| each(w1, |j| f_h((0..x.len()).map(|i| w1[[i, j]] * x[i]).sum()))),
        (W_TRANSPOSED, |w1, x, f_h| {
            let mut h = Array1::zeros(w1.nrows());
            for j in 0..w1.ncols() {
                h[j] = f_h((0..w1.nrows()).map(|i| w1[[i, j]] * x[i]).sum());
            }
            h
        }),
        ("f_h is applied to each product: add up first, then apply it to the sum", |w1, x, f_h| {
            each(w1, |j| products(w1, x, j).map(f_h).sum())
        }),
        ("f_h is applied to the features: add up first, then apply it to the sum", |w1, x, f_h| {
            layer(w1, &x.mapv(f_h), |a| a)
        }),
        ("f_h is applied to the weights: add up first, then apply it to the sum", |w1, x, f_h| {
            layer(&w1.mapv(f_h), x, |a| a)
        }),
        ("f_h is applied inside the loop over i, again at each step: apply it once, after that loop", |w1, x, f_h| {
            each(w1, |j| products(w1, x, j).fold(0.0, |h, product| f_h(h + product)))
        }),
        ("f_h is applied twice: once, to each sum. The function of task 1 has applied it already", |w1, x, f_h| {
            layer(w1, x, f_h).mapv(f_h)
        }),
        ("the sum is not set back to 0 for the next neuron: start it inside the loop over j", |w1, x, f_h| {
            let mut a = 0.0;
            each(w1, |j| {
                a += sum(w1, x, j);
                f_h(a)
            })
        }),
        ("the sum is started at the activation before: start it at 0 inside the loop over j", |w1, x, f_h| {
            let mut a = 0.0;
            each(w1, |j| {
                a = f_h(a + sum(w1, x, j));
                a
            })
        }),
        (
            "the activations of the neurons before are added to each one: write `h[j] = …`, not `+=` one sum",
            |w1, x, f_h| {
                let mut h = 0.0;
                each(w1, |j| {
                    h += f_h(sum(w1, x, j));
                    h
                })
            },
        ),
        ("the last neuron is left out, it stays 0: `0..d` runs up to d − 1, which is the last row", |w1, x, f_h| {
            let mut h = layer(w1, x, f_h);
            h[w1.nrows() - 1] = 0.0;
            h
        }),
        ("the last neuron is left out: there are as many activations as W1 has rows", |w1, x, f_h| {
            layer(w1, x, f_h).to_vec()[..w1.nrows() - 1].to_vec().into()
        }),
        ("the first neuron is left out, it stays 0: rows are counted from 0", |w1, x, f_h| {
            let mut h = layer(w1, x, f_h);
            h[0] = 0.0;
            h
        }),
        ("the first neuron is left out: there are as many activations as W1 has rows", |w1, x, f_h| {
            layer(w1, x, f_h).to_vec()[1..].to_vec().into()
        }),
        ("only neuron 0 is computed, the others stay 0: does a `return` inside the loop end it?", |w1, x, f_h| {
            let mut h = Array1::zeros(w1.nrows());
            h[0] = f_h(sum(w1, x, 0));
            h
        }),
        ("only the last neuron is kept, in the last entry", |w1, x, f_h| {
            let (d, h) = (w1.nrows(), layer(w1, x, f_h));
            each(w1, |j| if j == d - 1 { h[j] } else { 0.0 })
        }),
        ("every neuron is written to entry 0, and overwrites the one before: write to `h[j]`", |w1, x, f_h| {
            let (d, h) = (w1.nrows(), layer(w1, x, f_h));
            each(w1, |j| if j == 0 { h[d - 1] } else { 0.0 })
        }),
        ("all activations are that of neuron 0: neuron j has its weights in row j", |w1, x, f_h| {
            Array1::from_elem(w1.nrows(), f_h(sum(w1, x, 0)))
        }),
        ("all activations are that of the last neuron: write neuron j to `h[j]` only", |w1, x, f_h| {
            Array1::from_elem(w1.nrows(), f_h(sum(w1, x, w1.nrows() - 1)))
        }),
        ("all activations are 0: write each of them into the vector, `h[j] = …`", |w1, _, _| {
            Array1::zeros(w1.nrows())
        }),
        ("all activations are f_h(0): the sum stays 0. Add each product to it with `a += …`", |w1, _, f_h| {
            Array1::from_elem(w1.nrows(), f_h(0.0))
        }),
        (MANY_ACTIVATIONS, |w1, x, f_h| (0..x.len()).map(|j| f_h(w1.row(j).dot(x))).collect()),
        (MANY_ACTIVATIONS, |w1, x, f_h| {
            (0..x.len()).map(|j| f_h((0..x.len()).map(|i| w1[[j, i]] * x[i]).sum())).collect()
        }),
        (MANY_ACTIVATIONS, |w1, x, f_h| {
            let mut h = Array1::zeros(x.len());
            for j in 0..w1.nrows() {
                h[j] = f_h(sum(w1, x, j));
            }
            h
        }),
        ("the inner loop runs over the neurons: it has to run over the features, `0..x.len()`", |w1, x, f_h| {
            each(w1, |j| f_h((0..w1.nrows()).map(|i| w1[[j, i]] * x[i]).sum()))
        }),
        ("only the last product of each neuron is kept: `+=` adds to the sum, `=` overwrites it", |w1, x, f_h| {
            each(w1, |j| f_h(products(w1, x, j).last().unwrap_or(0.0)))
        }),
        ("only the first product of each neuron is there: the inner loop runs over all features", |w1, x, f_h| {
            each(w1, |j| f_h(products(w1, x, j).next().unwrap_or(0.0)))
        }),
        ("the last feature is left out: the inner loop runs over all features, `0..x.len()`", |w1, x, f_h| {
            each(w1, |j| f_h(products(w1, x, j).take(x.len() - 1).sum()))
        }),
        ("feature 0 is left out, the constant: each sum starts at index 0", |w1, x, f_h| {
            each(w1, |j| f_h(products(w1, x, j).skip(1).sum()))
        }),
        ("weight and feature are added: multiply them, `w1[[j, i]] * x[i]`", |w1, x, f_h| {
            each(w1, |j| f_h(w1.row(j).sum() + x.sum()))
        }),
        ("the features are missing: multiply each weight by its feature", |w1, _, f_h| {
            each(w1, |j| f_h(w1.row(j).sum()))
        }),
        ("the weights are missing: multiply each feature by its weight, `w1[[j, i]]`", |w1, x, f_h| {
            Array1::from_elem(w1.nrows(), f_h(x.sum()))
        }),
        ("weight j, i meets feature j: it belongs to feature i, `w1[[j, i]] * x[i]`", |w1, x, f_h| {
            each(w1, |j| f_h((0..w1.ncols()).map(|i| w1[[j, i]] * x[j]).sum()))
        }),
        ("only the diagonal of W1 is used: neuron j hears every feature, not only feature j", |w1, x, f_h| {
            each(w1, |j| f_h(w1[[j, j]] * x[j]))
        }),
        (
            "the bias is added once more: column 0 of W1 meets the constant x[0], and is in the sum already",
            |w1, x, f_h| each(w1, |j| f_h(w1[[j, 0]] + sum(w1, x, j))),
        ),
        ("each sum starts at 1: start it at 0.0", |w1, x, f_h| each(w1, |j| f_h(1.0 + sum(w1, x, j)))),
        ("a 1 stands before the activations: leave them as they are here, task 5 puts it there", |w1, x, f_h| {
            std::iter::once(1.0).chain(layer(w1, x, f_h)).collect()
        }),
        ("behind the activations there is an entry too many: W1 has d rows, and the result d entries", |w1, x, f_h| {
            layer(w1, x, f_h).into_iter().chain([0.0]).collect()
        }),
        (
            "d zeros stand before the activations: `push` adds to what `zeros(d)` has filled, write `h[j] = …`",
            |w1, x, f_h| std::iter::repeat_n(0.0, w1.nrows()).chain(layer(w1, x, f_h)).collect(),
        ),
        ("the activations stand in reverse order: neuron j belongs into entry j", |w1, x, f_h| {
            layer(w1, x, f_h).iter().rev().copied().collect()
        }),
        ("each activation stands one entry too late: neuron j belongs into entry j", |w1, x, f_h| {
            let h = layer(w1, x, f_h);
            each(w1, |j| if j == 0 { 0.0 } else { h[j - 1] })
        }),
        ("the activations are added up: each neuron has an entry of its own", |w1, x, f_h| {
            array![layer(w1, x, f_h).sum()]
        }),
        ("all sums are added up before f_h: each neuron has its own sum", |w1, x, f_h| {
            Array1::from_elem(w1.nrows(), f_h(layer(w1, x, |a| a).sum()))
        }),
        ("the sums are divided by the number of features: a neuron takes the sum, not the mean", |w1, x, f_h| {
            each(w1, |j| f_h(sum(w1, x, j) / x.len() as f64))
        }),
        ("the activations are divided by their sum: return them as they are", |w1, x, f_h| {
            let h = layer(w1, x, f_h);
            &h / h.sum()
        }),
        ("f_h is not applied where the sum is 0: f_h(0) need not be 0", |w1, x, f_h| {
            each(w1, |j| if sum(w1, x, j) == 0.0 { 0.0 } else { f_h(sum(w1, x, j)) })
        }),
        ("the loop ends at a neuron whose sum is 0: the neurons behind it count too", |w1, x, f_h| {
            let mut h = Array1::zeros(w1.nrows());
            for j in 0..w1.nrows() {
                if sum(w1, x, j) == 0.0 {
                    break;
                }
                h[j] = f_h(sum(w1, x, j));
            }
            h
        }),
        ("a sum ends at a product of 0: the features behind it count too", |w1, x, f_h| {
            each(w1, |j| f_h(products(w1, x, j).take_while(|&product| product != 0.0).sum()))
        }),
        ("a sum below 0 is cut off at 0 before f_h: f_h takes it as it is", |w1, x, f_h| {
            each(w1, |j| f_h(sum(w1, x, j).max(0.0)))
        }),
        ("a negative activation is cut off at 0: return f_h of the sum as it is", |w1, x, f_h| {
            each(w1, |j| f_h(sum(w1, x, j)).max(0.0))
        }),
        ("the signs are lost: a negative product takes away from the sum", |w1, x, f_h| {
            each(w1, |j| f_h(products(w1, x, j).map(f64::abs).sum()))
        }),
        ("the sign of the sum is lost: f_h takes it as it is", |w1, x, f_h| each(w1, |j| f_h(sum(w1, x, j).abs()))),
        ("the sum has the wrong sign: `+=` adds each product", |w1, x, f_h| each(w1, |j| f_h(-sum(w1, x, j)))),
        ("the digits after the point are lost: keep the numbers as `f64`, without a cast", |w1, x, f_h| {
            each(w1, |j| f_h(sum(w1, x, j).trunc()))
        }),
        ("the sigmoid is built in, whatever f_h is: call the function that was handed over, `f_h(a)`", |w1, x, _| {
            layer(w1, x, sigmoid)
        }),
        ("the hyperbolic tangent is built in, whatever f_h is: call the function handed over, `f_h(a)`", |w1, x, _| {
            layer(w1, x, f64::tanh)
        }),
        ("ReLU is built in, whatever f_h is: call the function that was handed over, `f_h(a)`", |w1, x, _| {
            layer(w1, x, |a| a.max(0.0))
        }),
        ("different lengths are cut to the shorter one: keep the `assert_eq!` of the stub", |w1, x, f_h| {
            each(w1, |j| f_h(sum(w1, x, j)))
        }),
        ("a single feature is used for every weight: keep the `assert_eq!` of the stub", |w1, x, f_h| {
            assert!(x.len() == w1.ncols() || x.len() == 1);
            each(w1, |j| f_h((&w1.row(j) * x).sum()))
        }),
        ("f_h of each partial sum is added up: apply f_h once, after the inner loop", |w1, x, f_h| {
            each(w1, |j| (1..=x.len()).map(|end| f_h(products(w1, x, j).take(end).sum())).sum())
        }),
        (
            "the weights are one column too far: feature i has the weight in column i, the constant among them",
            |w1, x, f_h| {
                let sum = |j| w1[[j, 0]] + w1.row(j).iter().skip(1).zip(x).map(|(w, x)| w * x).sum::<f64>();
                each(w1, |j| f_h(sum(j)))
            },
        ),
        ("every weight meets every feature: only those with the same index belong together", |w1, x, f_h| {
            each(w1, |j| f_h(w1.row(j).sum() * x.sum()))
        }),
        ("a 1 is added to every activation: start at `zeros`, and write `h[j] = …`", |w1, x, f_h| {
            layer(w1, x, f_h) + 1.0
        }),
        ("the loop ends at an activation of 0: the neurons behind it count too", |w1, x, f_h| {
            let h = layer(w1, x, f_h);
            let end = h.iter().position(|&v| v == 0.0).unwrap_or(h.len());
            each(w1, |j| if j < end { h[j] } else { 0.0 })
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1042);
        let silent = array![[-2.0, 1.0, 0.5], [0.0, 3.0, 0.0], [1.5, -4.0, 1.0]];
        let wide = array![[1.0, 2.0, 3.0], [-1.0, 0.5, 4.0]];
        let mut inputs: Vec<Inputs> = vec![
            (array![[1.0, 2.0], [3.0, -1.0]], array![10.0, 1.0], square),
            (silent.clone(), array![1.0, 0.0, -2.0], sigmoid),
            (silent.clone(), array![1.0, 0.0, -2.0], f64::tanh),
            (silent, array![1.0, 0.5, -2.0], line),
            (Array2::zeros((4, 2)), array![4.0, -5.0], line),
            (array![[2.0], [-3.0], [0.5]], array![1.5], line),
            (array![[0.7, -1.2, 0.4]], array![-1.0, 2.0, 0.3], line),
            (array![[1.0, -2.0, 0.0], [0.5, 0.25, 3.0]], array![2.0, 1.0, 0.5], line),
            (wide.clone(), array![2.0], line),
            (wide.clone(), array![2.0, -1.0], line),
            (wide, array![2.0, -1.0, 3.0, 1.0], line),
        ];
        let functions: [F; 4] = [f64::tanh, line, sigmoid, |a| a];
        for (place, (d, k)) in [(3, 4), (4, 3), (3, 3), (2, 5), (5, 2), (4, 4)].into_iter().enumerate() {
            inputs.push((3.0 * random.matrix(d, k), 2.0 * random.vector(k), functions[place % 4]));
        }
        inputs.push((3.0 * random.matrix(4, 3).t().to_owned(), random.vector(4), line));
        // The first ones in other units.
        for size in [1e30, 1e-30] {
            let scaled: Vec<Inputs> = inputs.iter().take(4).map(|(w1, x, f_h)| (size * w1, x.clone(), *f_h)).collect();
            inputs.extend(scaled);
        }
        inputs
    },
    call: |hidden_layer, (w1, x, f_h)| hidden_layer(w1, x, *f_h).into(),
    properties: &[
        ("the weights of the hidden layer are very large", |(w1, ..)| w1.iter().any(|v| v.abs() > 1e10)),
        ("the weights of the hidden layer are very small", |(w1, ..)| {
            !w1.is_empty() && w1.iter().all(|v| v.abs() < 1e-10)
        }),
        ("x has not a feature for each column of W1", |(w1, x, _)| x.len() != w1.ncols()),
        ("there is more than one neuron", |(w1, ..)| w1.nrows() > 1),
        ("there are more than two neurons", |(w1, ..)| w1.nrows() > 2),
        ("there are more neurons than features", |(w1, ..)| w1.nrows() > w1.ncols()),
        ("there are more features than neurons", |(w1, ..)| w1.ncols() > w1.nrows()),
        ("there are as many neurons as features", |(w1, ..)| w1.ncols() == w1.nrows()),
        ("a feature is 0", |(_, x, _)| x.iter().any(|&x| x == 0.0)),
        ("a sum is 0", |(w1, x, _)| (0..w1.nrows()).any(|j| sum(w1, x, j) == 0.0)),
        ("a sum is negative", |(w1, x, _)| (0..w1.nrows()).any(|j| sum(w1, x, j) < 0.0)),
    ],
};

const W_TRANSPOSED: &str = "W1 is transposed: neuron j has its weights in row j, `w1[[j, i]]`";
const MANY_ACTIVATIONS: &str = "there are as many activations as features: make one for each row of W1, `w1.nrows()`";

/// One that tells all numbers apart, 0 and negative ones too.
fn line(a: f64) -> f64 {
    3.0 - 2.0 * a
}

/// An entry for each neuron.
fn each(w1: &Array2<f64>, entry: impl FnMut(usize) -> f64) -> Array1<f64> {
    (0..w1.nrows()).map(entry).collect()
}

fn products<'a>(w1: &'a Array2<f64>, x: &'a Array1<f64>, j: usize) -> impl Iterator<Item = f64> + 'a {
    w1.row(j).into_iter().zip(x).map(|(w, x)| w * x)
}

fn sum(w1: &Array2<f64>, x: &Array1<f64>, j: usize) -> f64 {
    products(w1, x, j).sum()
}

/// The layer in sums, straight from its formula.
pub fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    (0..w.nrows()).map(|j| f((0..w.ncols()).map(|i| w[[j, i]] * x[i]).sum())).collect()
}

pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// No activation for a real network, but one that can be followed by hand: it shows where it was applied.
pub fn square(a: f64) -> f64 {
    a * a
}
