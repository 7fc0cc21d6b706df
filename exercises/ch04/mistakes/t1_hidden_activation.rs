//! Spoilers: wrong ways to write `hidden_activation`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, array};

type F = fn(f64) -> f64;
pub type HiddenActivation = fn(&Array2<f64>, &Array1<f64>, usize, F) -> f64;
type Inputs = (Array2<f64>, Array1<f64>, usize, F);

pub static HIDDEN_ACTIVATION: Diagnosis<HiddenActivation, HiddenActivation, Inputs> = Diagnosis {
    function: "hidden_activation",
    slot: |f| f,
    right: |w1, x, j, f_h| {
        assert_eq!(w1.ncols(), x.len());
        f_h(sum(w1, x, j))
    },
    mistakes: &[
        (
            "a loop runs one step too far: the last index is the length − 1, so write `0..x.len()`, not `0..=x.len()`",
            |w1, x, j, f_h| f_h((0..=x.len()).map(|i| w1[[j, i]] * x[i]).sum()),
        ),
        ("the activation is missing: this is the sum, apply f_h to it", |w1, x, j, _| sum(w1, x, j)),
        ("this is neuron 0, whatever j is: take row j of W1", |w1, x, _, f_h| f_h(sum(w1, x, 0))),
        ("this is the last neuron, whatever j is: take row j of W1", |w1, x, _, f_h| f_h(sum(w1, x, w1.nrows() - 1))),
        (ROW_COLUMN, |w1, x, j, f_h| f_h((0..x.len()).map(|i| w1[[i, j]] * x[i]).sum())),
        (ROW_COLUMN, |w1, x, j, f_h| f_h(w1.column(j).dot(x))),
        (ROW_COLUMN, |w1, x, j, f_h| f_h((0..w1.nrows()).map(|i| w1[[i, j]] * x[i]).sum())),
        (ROW_COLUMN, |w1, x, j, f_h| f_h(w1.column(j).iter().zip(x).map(|(w, x)| w * x).sum())),
        ("f_h is applied to each product: add up first, then apply it once to the sum", |w1, x, j, f_h| {
            products(w1, x, j).map(f_h).sum()
        }),
        (
            "f_h is applied to the features: multiply and add up first, then apply it once to the sum",
            |w1, x, j, f_h| sum(w1, &x.mapv(f_h), j),
        ),
        ("f_h is applied to the weights: multiply and add up first, then apply it once to the sum", |w1, x, j, f_h| {
            sum(&w1.mapv(f_h), x, j)
        }),
        ("f_h is applied twice: once, to the sum", |w1, x, j, f_h| f_h(f_h(sum(w1, x, j)))),
        ("f_h is applied inside the loop, again at each step: apply it once, after the loop", |w1, x, j, f_h| {
            products(w1, x, j).fold(0.0, |a, product| f_h(a + product))
        }),
        ("the activation is multiplied by the sum: the result is f_h of the sum, and no more", |w1, x, j, f_h| {
            sum(w1, x, j) * f_h(sum(w1, x, j))
        }),
        ("the last feature is left out: the loop runs over all features, `0..x.len()`", |w1, x, j, f_h| {
            f_h(products(w1, x, j).take(x.len() - 1).sum())
        }),
        ("feature 0 is left out, the constant: the sum starts at index 0", |w1, x, j, f_h| {
            f_h(products(w1, x, j).skip(1).sum())
        }),
        ("only the last product is kept: `+=` adds to the sum, `=` overwrites it", |w1, x, j, f_h| {
            f_h(products(w1, x, j).last().unwrap_or(0.0))
        }),
        ("only the first product is there: does a `return` inside the loop end it?", |w1, x, j, f_h| {
            f_h(products(w1, x, j).next().unwrap_or(0.0))
        }),
        (
            "this is f_h(0): the sum stays 0. A `let` inside the loop makes a new one each time; write `a += …`",
            |_, _, _, f_h| f_h(0.0),
        ),
        ("the loop runs over the neurons: it has to run over the features, `0..x.len()`", |w1, x, j, f_h| {
            f_h((0..w1.nrows()).map(|i| w1[[j, i]] * x[i]).sum())
        }),
        ("weight and feature are added: multiply them, `w1[[j, i]] * x[i]`", |w1, x, j, f_h| {
            f_h(w1.row(j).sum() + x.sum())
        }),
        ("the features are missing: multiply each weight by its feature", |w1, _, j, f_h| f_h(w1.row(j).sum())),
        ("the weights are missing: multiply each feature by its weight, `w1[[j, i]]`", |_, x, _, f_h| f_h(x.sum())),
        ("the products are multiplied together: add them up", |w1, x, j, f_h| f_h(products(w1, x, j).product())),
        ("the products are taken away from the sum: `+=` adds them", |w1, x, j, f_h| f_h(-sum(w1, x, j))),
        ("the sum starts at 1: start it at 0.0", |w1, x, j, f_h| f_h(1.0 + sum(w1, x, j))),
        (
            "the bias is added once more: `w1[[j, 0]]` meets the constant `x[0]`, and is in the sum already",
            |w1, x, j, f_h| f_h(w1[[j, 0]] + sum(w1, x, j)),
        ),
        (
            "the weight in column 0 is added as it is: multiply it by `x[0]`, as every weight by its feature",
            |w1, x, j, f_h| f_h(w1[[j, 0]] + products(w1, x, j).skip(1).sum::<f64>()),
        ),
        ("the sum is divided by the number of features: a neuron takes the sum, not the mean", |w1, x, j, f_h| {
            f_h(sum(w1, x, j) / x.len() as f64)
        }),
        ("the products of all neurons are added up: only row j belongs to neuron j", |w1, x, _, f_h| {
            f_h((0..w1.nrows()).map(|j| sum(w1, x, j)).sum())
        }),
        ("this is the neuron before neuron j: rows are counted from 0, as j is", |w1, x, j, f_h| {
            f_h(sum(w1, x, j - 1))
        }),
        ("this is the neuron after neuron j: rows are counted from 0, as j is", |w1, x, j, f_h| f_h(sum(w1, x, j + 1))),
        ("the features are read backwards: weight i belongs to feature i", |w1, x, j, f_h| {
            f_h(w1.row(j).iter().zip(x.iter().rev()).map(|(w, x)| w * x).sum())
        }),
        ("the signs are lost: a negative product takes away from the sum", |w1, x, j, f_h| {
            f_h(products(w1, x, j).map(f64::abs).sum())
        }),
        ("the sign of the sum is lost: f_h takes it as it is", |w1, x, j, f_h| f_h(sum(w1, x, j).abs())),
        ("negative products are left out: they are taken away from the sum", |w1, x, j, f_h| {
            f_h(products(w1, x, j).filter(|&product| product > 0.0).sum())
        }),
        (
            "a sum below 0 is cut off at 0 before f_h: f_h takes it as it is",
            |w1, x, j, f_h| f_h(sum(w1, x, j).max(0.0)),
        ),
        ("a negative activation is cut off at 0: return f_h of the sum as it is", |w1, x, j, f_h| {
            f_h(sum(w1, x, j)).max(0.0)
        }),
        ("f_h is not applied where the sum is 0: f_h(0) need not be 0", |w1, x, j, f_h| {
            if sum(w1, x, j) == 0.0 { 0.0 } else { f_h(sum(w1, x, j)) }
        }),
        ("the loop ends at a product of 0: the features behind it count too", |w1, x, j, f_h| {
            f_h(products(w1, x, j).take_while(|&product| product != 0.0).sum())
        }),
        ("the digits after the point are lost: keep the numbers as `f64`, without a cast", |w1, x, j, f_h| {
            f_h(products(w1, x, j).map(f64::trunc).sum())
        }),
        ("the digits after the point are lost: keep the numbers as `f64`, without a cast", |w1, x, j, f_h| {
            f_h(sum(w1, x, j).trunc())
        }),
        (
            "the sigmoid is built in, whatever f_h is: call the function that was handed over, `f_h(a)`",
            |w1, x, j, _| sigmoid(sum(w1, x, j)),
        ),
        (
            "the hyperbolic tangent is built in, whatever f_h is: call the function handed over, `f_h(a)`",
            |w1, x, j, _| sum(w1, x, j).tanh(),
        ),
        ("ReLU is built in, whatever f_h is: call the function that was handed over, `f_h(a)`", |w1, x, j, _| {
            sum(w1, x, j).max(0.0)
        }),
        ("different lengths are cut to the shorter one: keep the `assert_eq!` of the stub", |w1, x, j, f_h| {
            f_h(sum(w1, x, j))
        }),
        ("a single feature is used for every weight: keep the `assert_eq!` of the stub", |w1, x, j, f_h| {
            assert!(x.len() == w1.ncols() || x.len() == 1);
            f_h((&w1.row(j) * x).sum())
        }),
        (
            "for a j that W1 has no row for it returns a value: let it panic, as its documentation says",
            |w1, x, j, f_h| {
                assert_eq!(w1.ncols(), x.len());
                if j < w1.nrows() { f_h(sum(w1, x, j)) } else { 0.0 }
            },
        ),
        (
            "for a j that W1 has no row for it returns a value: let it panic, as its documentation says",
            |w1, x, j, f_h| {
                assert_eq!(w1.ncols(), x.len());
                f_h(sum(w1, x, j % w1.nrows()))
            },
        ),
        ("f_h of each partial sum is added up: apply f_h once, after the loop", |w1, x, j, f_h| {
            (1..=x.len()).map(|end| f_h(products(w1, x, j).take(end).sum())).sum()
        }),
        (
            "the weights are one column too far: feature i has the weight in column i, the constant among them",
            |w1, x, j, f_h| f_h(w1[[j, 0]] + w1.row(j).iter().skip(1).zip(x).map(|(w, x)| w * x).sum::<f64>()),
        ),
        ("every weight meets every feature: only those with the same index belong together", |w1, x, j, f_h| {
            f_h(w1.row(j).sum() * x.sum())
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1041);
        let by_hand = array![[1.0, 2.0, 5.0], [3.0, -1.0, 2.0], [0.0, 1.0, 1.0]];
        let wide = array![[1.0, 2.0, 3.0], [-1.0, 0.5, 4.0]];
        let mut inputs: Vec<Inputs> = vec![
            (by_hand.clone(), array![10.0, 1.0, 4.0], 1, square),
            (by_hand, array![2.5, -1.5, 3.0], 2, line),
            (Array2::zeros((2, 3)), array![4.0, -5.0, 6.0], 0, sigmoid),
            (array![[0.5, -2.0, 1.0, 3.0], [1.5, 4.0, -2.0, 0.5]], array![1.0, 0.0, 2.0, -1.0], 1, line),
            (array![[0.5, 2.0], [2.0, -4.0], [1.0, 1.0]], array![1.0, 0.5], 1, line),
            (array![[2.0], [-3.0], [0.5]], array![1.5], 1, square),
            (array![[0.7, -1.2, 0.4]], array![-1.0, 2.0, 0.3], 0, identity),
            (wide.clone(), array![2.0, -1.0, 3.0], 2, square),
            (wide.clone(), array![2.0, -1.0, 3.0], 5, line),
            (wide.clone(), array![2.0], 1, line),
            (wide.clone(), array![2.0, -1.0], 1, line),
            (wide, array![2.0, -1.0, 3.0, 1.0], 0, line),
        ];
        let functions: [F; 4] = [f64::tanh, line, sigmoid, identity];
        for (place, (d, k)) in [(3, 4), (4, 3), (3, 3), (2, 5), (5, 2), (4, 4)].into_iter().enumerate() {
            let (w1, x) = (3.0 * random.matrix(d, k), 2.0 * random.vector(k));
            inputs.push((w1, x, d - 1 - place % 2, functions[place % 4]));
        }
        // The first ones in other units.
        for size in [1e30, 1e-30] {
            let scaled: Vec<Inputs> =
                inputs.iter().take(4).map(|(w1, x, j, f_h)| (size * w1, x.clone(), *j, *f_h)).collect();
            inputs.extend(scaled);
        }
        inputs
    },
    call: |hidden_activation, (w1, x, j, f_h)| hidden_activation(w1, x, *j, *f_h).into(),
    properties: &[
        ("the weights of the hidden layer are very large", |(w1, ..)| w1.iter().any(|v| v.abs() > 1e10)),
        ("the weights of the hidden layer are very small", |(w1, ..)| {
            !w1.is_empty() && w1.iter().all(|v| v.abs() < 1e-10)
        }),
        ("W1 has no row j", |(w1, _, j, _)| *j >= w1.nrows()),
        ("x has not a feature for each column of W1", |(w1, x, ..)| x.len() != w1.ncols()),
        ("a length or j does not fit", |(w1, x, j, _)| x.len() != w1.ncols() || *j >= w1.nrows()),
        ("j is greater than 0", |(_, _, j, _)| *j > 0),
        ("a feature is 0", |(_, x, ..)| x.iter().any(|&x| x == 0.0)),
        ("there are more neurons than features", |(w1, ..)| w1.nrows() > w1.ncols()),
        ("there are more features than neurons", |(w1, ..)| w1.ncols() > w1.nrows()),
        ("there are as many neurons as features", |(w1, ..)| w1.ncols() == w1.nrows()),
        ("the sum is negative", |(w1, x, j, _)| sum(w1, x, (*j).min(w1.nrows() - 1)) < 0.0),
        ("there are more than two features", |(_, x, ..)| x.len() > 2),
    ],
};

const ROW_COLUMN: &str = "row and column are swapped: the weight to neuron j from feature i is `w1[[j, i]]`";

/// One that tells all numbers apart, 0 and negative ones too.
fn line(a: f64) -> f64 {
    3.0 - 2.0 * a
}

fn identity(a: f64) -> f64 {
    a
}

fn products<'a>(w1: &'a Array2<f64>, x: &'a Array1<f64>, j: usize) -> impl Iterator<Item = f64> + 'a {
    w1.row(j).into_iter().zip(x).map(|(w, x)| w * x)
}

fn sum(w1: &Array2<f64>, x: &Array1<f64>, j: usize) -> f64 {
    products(w1, x, j).sum()
}

pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// No activation for a real network, but one that can be followed by hand: it shows where it was applied.
pub fn square(a: f64) -> f64 {
    a * a
}
