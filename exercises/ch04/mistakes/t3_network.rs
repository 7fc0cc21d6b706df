//! Spoilers: wrong ways to write `network`, and the inputs that tell them apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, Axis, array};

type F = fn(f64) -> f64;
pub type Network = fn(&Array2<f64>, &Array2<f64>, &Array1<f64>, F, F) -> Array1<f64>;
type Inputs = (Array2<f64>, Array2<f64>, Array1<f64>, F, F);

pub static NETWORK: Diagnosis<Network, Network, Inputs> = Diagnosis {
    function: "network",
    slot: |f| f,
    right: |w1, w2, x, f_h, f_o| {
        assert_eq!(w1.ncols(), x.len());
        assert_eq!(w2.ncols(), w1.nrows());
        layer(w2, &layer(w1, x, f_h), f_o)
    },
    mistakes: &[
        (
            "a loop runs one step too far: the last index is the length − 1, so write `0..d`, not `0..=d`",
            |w1, w2, x, f_h, f_o| {
                let sum = |w: &Array2<f64>, x: &Array1<f64>, j: usize| (0..=x.len()).map(|i| w[[j, i]] * x[i]).sum();
                outputs(w2, |j| f_o(sum(w2, &outputs(w1, |j| f_h(sum(w1, x, j))), j)))
            },
        ),
        (
            "no product fits, not even with square matrices: is a 1 put before h? A bias comes in task 5",
            |w1, w2, x, f_h, f_o| {
                let h: Array1<f64> = std::iter::once(1.0).chain(layer(w1, x, f_h)).collect();
                w2.dot(&h).mapv(f_o)
            },
        ),
        (
            "the activation of the hidden layer is missing: this is f_o(W2 W1 x), apply f_h to W1 x first",
            |w1, w2, x, _, f_o| w2.dot(&w1.dot(x)).mapv(f_o),
        ),
        ("the activation of the output is missing: apply f_o to W2 h", |w1, w2, x, f_h, _| {
            w2.dot(&w1.dot(x).mapv(f_h))
        }),
        ("no activation is applied: f_h to W1 x, then f_o to W2 h", |w1, w2, x, _, _| w2.dot(&w1.dot(x))),
        ("both activations come at the end: apply f_h to W1 x, before the product with W2", |w1, w2, x, f_h, f_o| {
            w2.dot(&w1.dot(x)).mapv(f_h).mapv(f_o)
        }),
        ("both activations come before W2: f_o belongs to the output, apply it to W2 h", |w1, w2, x, f_h, f_o| {
            w2.dot(&w1.dot(x).mapv(f_h).mapv(f_o))
        }),
        (
            "both activations come at the end, in the other order: apply f_h to W1 x, before W2",
            |w1, w2, x, f_h, f_o| w2.dot(&w1.dot(x)).mapv(f_o).mapv(f_h),
        ),
        ("the output has the activation of the hidden layer: apply f_o to W2 h, not f_h", |w1, w2, x, f_h, _| {
            w2.dot(&w1.dot(x).mapv(f_h)).mapv(f_h)
        }),
        ("the hidden layer has the activation of the output: apply f_h to W1 x, not f_o", |w1, w2, x, _, f_o| {
            w2.dot(&w1.dot(x).mapv(f_o)).mapv(f_o)
        }),
        ("the output has both activations: apply f_o to W2 h, and not f_h as well", |w1, w2, x, f_h, f_o| {
            w2.dot(&w1.dot(x).mapv(f_h)).mapv(f_h).mapv(f_o)
        }),
        ("both layers have both activations: f_h belongs to W1 x, f_o to W2 h", |w1, w2, x, f_h, f_o| {
            w2.dot(&w1.dot(x).mapv(f_h).mapv(f_o)).mapv(f_h).mapv(f_o)
        }),
        ("the hidden layer has both activations: apply f_h to W1 x, and not f_o as well", |w1, w2, x, f_h, f_o| {
            w2.dot(&w1.dot(x).mapv(f_h).mapv(f_o)).mapv(f_o)
        }),
        ("the activations are swapped: f_h belongs to the hidden layer, f_o to the output", |w1, w2, x, f_h, f_o| {
            w2.dot(&w1.dot(x).mapv(f_o)).mapv(f_h)
        }),
        ("f_h comes at the end: apply it to W1 x, before the product with W2, and f_o to W2 h", |w1, w2, x, f_h, _| {
            w2.dot(&w1.dot(x)).mapv(f_h)
        }),
        ("f_o comes before W2, and f_h not at all: f_h belongs to W1 x, f_o to W2 h", |w1, w2, x, _, f_o| {
            w2.dot(&w1.dot(x).mapv(f_o))
        }),
        ("f_h is applied twice to the hidden layer: once, to W1 x", |w1, w2, x, f_h, f_o| {
            w2.dot(&w1.dot(x).mapv(f_h).mapv(f_h)).mapv(f_o)
        }),
        ("f_o is applied twice: once, to W2 h", |w1, w2, x, f_h, f_o| w2.dot(&w1.dot(x).mapv(f_h)).mapv(f_o).mapv(f_o)),
        ("f_h is applied to the features: it belongs behind the product, f_h(W1 x)", |w1, w2, x, f_h, f_o| {
            w2.dot(&w1.dot(&x.mapv(f_h))).mapv(f_o)
        }),
        ("f_h is applied to the weights: it belongs behind the product, f_h(W1 x)", |w1, w2, x, f_h, f_o| {
            w2.dot(&w1.mapv(f_h).dot(x)).mapv(f_o)
        }),
        (AN_ACTIVATION, |w1, w2, x, f_h, f_o| w2.dot(&(w1 * x).mapv(f_h).sum_axis(Axis(1))).mapv(f_o)),
        (AN_ACTIVATION, |w1, w2, x, f_h, f_o| {
            let h = (w1 * x).mapv(f_h).sum_axis(Axis(1));
            (w2 * &h).mapv(f_o).sum_axis(Axis(1))
        }),
        (AN_ACTIVATION, |w1, w2, x, f_h, f_o| (w2 * &w1.dot(x).mapv(f_h)).mapv(f_o).sum_axis(Axis(1))),
        ("W1 is transposed: the product is W1 x, rows of W1 times x", |w1, w2, x, f_h, f_o| {
            w2.dot(&w1.t().dot(x).mapv(f_h)).mapv(f_o)
        }),
        ("W1 is transposed: the product is W1 x, rows of W1 times x", |w1, w2, x, f_h, f_o| {
            layer(w2, &layer(&w1.t().to_owned(), x, f_h), f_o)
        }),
        ("W2 is transposed: the product is W2 h, rows of W2 times h", |w1, w2, x, f_h, f_o| {
            w2.t().dot(&w1.dot(x).mapv(f_h)).mapv(f_o)
        }),
        ("W2 is transposed: the product is W2 h, rows of W2 times h", |w1, w2, x, f_h, f_o| {
            layer(&w2.t().to_owned(), &layer(w1, x, f_h), f_o)
        }),
        ("both matrices are transposed: the products are W1 x and W2 h", |w1, w2, x, f_h, f_o| {
            w2.t().dot(&w1.t().dot(x).mapv(f_h)).mapv(f_o)
        }),
        ("the layers are swapped: W1 meets x first, then W2 meets h", |w1, w2, x, f_h, f_o| {
            w1.dot(&w2.dot(x).mapv(f_h)).mapv(f_o)
        }),
        ("the layers are swapped: W1 meets x first, then W2 meets h", |w1, w2, x, f_h, f_o| {
            layer(w1, &layer(w2, x, f_h), f_o)
        }),
        ("the layers and their activations are swapped: h = f_h(W1 x), then ŷ = f_o(W2 h)", |w1, w2, x, f_h, f_o| {
            w1.dot(&w2.dot(x).mapv(f_o)).mapv(f_h)
        }),
        ("both layers have the weights W1: the output has W2, f_o(W2 h)", |w1, _, x, f_h, f_o| {
            w1.dot(&w1.dot(x).mapv(f_h)).mapv(f_o)
        }),
        ("both layers have the weights W2: the hidden layer has W1, f_h(W1 x)", |_, w2, x, f_h, f_o| {
            w2.dot(&w2.dot(x).mapv(f_h)).mapv(f_o)
        }),
        (
            "the columns of W1 are added up, not its rows: it is `sum_axis(Axis(1))`, or `w1.dot(x)`",
            |w1, w2, x, f_h, f_o| w2.dot(&(w1 * x).sum_axis(Axis(0)).mapv(f_h)).mapv(f_o),
        ),
        (
            "the columns of W2 are added up, not its rows: it is `sum_axis(Axis(1))`, or `w2.dot(&h)`",
            |w1, w2, x, f_h, f_o| (w2 * &w1.dot(x).mapv(f_h)).sum_axis(Axis(0)).mapv(f_o),
        ),
        ("this is h: the output layer is missing", |w1, _, x, f_h, _| w1.dot(x).mapv(f_h)),
        ("this is f_o(h): the product with W2 is missing", |w1, _, x, f_h, f_o| w1.dot(x).mapv(f_h).mapv(f_o)),
        ("this is f_o(W1 x): the second layer is missing", |w1, _, x, _, f_o| w1.dot(x).mapv(f_o)),
        ("W2 meets x: it has to meet h, the activations of the hidden layer", |_, w2, x, _, f_o| w2.dot(x).mapv(f_o)),
        ("all outputs are the first one: output j has its weights in row j of W2", |w1, w2, x, f_h, f_o| {
            outputs(w2, |_| w2.row(0).dot(&layer(w1, x, f_h))).mapv(f_o)
        }),
        (
            "all hidden activations are that of neuron 0: neuron j has its weights in row j of W1",
            |w1, w2, x, f_h, f_o| {
                let h = layer(w1, x, f_h);
                layer(w2, &h.mapv(|_| h[0]), f_o)
            },
        ),
        (
            "only the first output is computed, the others stay 0: does a `return` end the loop?",
            |w1, w2, x, f_h, f_o| only(&layer(w2, &layer(w1, x, f_h), f_o), |j, _| j == 0),
        ),
        ("the last output is left out, it stays 0: the loop runs over all rows of W2", |w1, w2, x, f_h, f_o| {
            only(&layer(w2, &layer(w1, x, f_h), f_o), |j, m| j + 1 < m)
        }),
        ("the first output is left out, it stays 0: rows are counted from 0", |w1, w2, x, f_h, f_o| {
            only(&layer(w2, &layer(w1, x, f_h), f_o), |j, _| j > 0)
        }),
        ("the last hidden neuron is left out: W2 meets all of h", |w1, w2, x, f_h, f_o| {
            layer(w2, &only(&layer(w1, x, f_h), |j, d| j + 1 < d), f_o)
        }),
        ("hidden neuron 0 is left out: W2 meets all of h, from index 0", |w1, w2, x, f_h, f_o| {
            layer(w2, &only(&layer(w1, x, f_h), |j, _| j > 0), f_o)
        }),
        ("only hidden neuron 0 is heard: W2 meets all of h", |w1, w2, x, f_h, f_o| {
            layer(w2, &only(&layer(w1, x, f_h), |j, _| j == 0), f_o)
        }),
        ("only the last hidden neuron is heard: `+=` adds to the sum, `=` overwrites it", |w1, w2, x, f_h, f_o| {
            layer(w2, &only(&layer(w1, x, f_h), |j, d| j + 1 == d), f_o)
        }),
        ("feature 0 is left out, the constant: W1 meets all of x", |w1, w2, x, f_h, f_o| {
            layer(w2, &layer(w1, &only(x, |i, _| i > 0), f_h), f_o)
        }),
        ("the last feature is left out: W1 meets all of x", |w1, w2, x, f_h, f_o| {
            layer(w2, &layer(w1, &only(x, |i, k| i + 1 < k), f_h), f_o)
        }),
        ("in the hidden layer the sum is not set back to 0 for the next neuron", |w1, w2, x, f_h, f_o| {
            layer(w2, &added_up(&layer(w1, x, identity)).mapv(f_h), f_o)
        }),
        ("in the output the sum is not set back to 0 for the next row of W2", |w1, w2, x, f_h, f_o| {
            added_up(&layer(w2, &layer(w1, x, f_h), identity)).mapv(f_o)
        }),
        ("in both layers the sum is not set back to 0 for the next row", |w1, w2, x, f_h, f_o| {
            added_up(&layer(w2, &added_up(&layer(w1, x, identity)).mapv(f_h), identity)).mapv(f_o)
        }),
        ("the outputs are added up: each row of W2 makes an entry of its own", |w1, w2, x, f_h, f_o| {
            array![layer(w2, &layer(w1, x, f_h), f_o).sum()]
        }),
        ("all outputs are 0: write them into the array that is returned", |_, w2, _, _, _| Array1::zeros(w2.nrows())),
        ("the outputs stand in reverse order: row j of W2 makes entry j", |w1, w2, x, f_h, f_o| {
            layer(w2, &layer(w1, x, f_h), f_o).iter().rev().copied().collect()
        }),
        ("a 1 stands before the outputs: a bias comes in task 5, and not here", |w1, w2, x, f_h, f_o| {
            std::iter::once(1.0).chain(layer(w2, &layer(w1, x, f_h), f_o)).collect()
        }),
        ("ReLU is built into the hidden layer: call the function that was handed over, `f_h`", |w1, w2, x, _, f_o| {
            layer(w2, &layer(w1, x, relu), f_o)
        }),
        ("the sigmoid is built into the output: call the function that was handed over, `f_o`", |w1, w2, x, f_h, _| {
            layer(w2, &layer(w1, x, f_h), sigmoid)
        }),
        ("the sigmoid is built into both layers: call the functions that were handed over", |w1, w2, x, _, _| {
            layer(w2, &layer(w1, x, sigmoid), sigmoid)
        }),
        ("tanh is built into the hidden layer: call the function that was handed over, `f_h`", |w1, w2, x, _, f_o| {
            layer(w2, &layer(w1, x, f64::tanh), f_o)
        }),
        ("a sum below 0 is cut off at 0 in the output: f_o takes it as it is", |w1, w2, x, f_h, f_o| {
            layer(w2, &layer(w1, x, f_h), identity).mapv(relu).mapv(f_o)
        }),
        ("negative outputs are cut off at 0: return f_o(W2 h) as it is", |w1, w2, x, f_h, f_o| {
            layer(w2, &layer(w1, x, f_h), f_o).mapv(relu)
        }),
        ("negative hidden activations are cut off at 0: W2 meets f_h(W1 x) as it is", |w1, w2, x, f_h, f_o| {
            layer(w2, &layer(w1, x, f_h).mapv(relu), f_o)
        }),
        ("the outputs have lost their signs: return f_o(W2 h) as it is", |w1, w2, x, f_h, f_o| {
            layer(w2, &layer(w1, x, f_h), f_o).mapv(f64::abs)
        }),
        ("the outputs are divided by their sum: return f_o(W2 h) as it is", |w1, w2, x, f_h, f_o| {
            let y_hat = layer(w2, &layer(w1, x, f_h), f_o);
            &y_hat / y_hat.sum()
        }),
        (
            "the sums of the output are divided by the number of hidden neurons: they are no means",
            |w1, w2, x, f_h, f_o| (layer(w2, &layer(w1, x, f_h), identity) / w1.nrows() as f64).mapv(f_o),
        ),
        (
            "a length of 1 is stretched to any length, as `*` does: keep both `assert_eq!` of the stub",
            |w1, w2, x, f_h, f_o| {
                assert!(x.len() == w1.ncols() || x.len() == 1);
                assert!(w2.ncols() == w1.nrows() || w2.ncols() == 1);
                (w2 * &(w1 * x).sum_axis(Axis(1)).mapv(f_h)).sum_axis(Axis(1)).mapv(f_o)
            },
        ),
        (
            "sizes that do not fit are cut to the smaller one: keep both `assert_eq!` of the stub",
            |w1, w2, x, f_h, f_o| {
                let cut = |w: &Array2<f64>, x: &Array1<f64>| -> Array1<f64> {
                    w.rows().into_iter().map(|row| row.iter().zip(x).map(|(w, x)| w * x).sum()).collect()
                };
                cut(w2, &cut(w1, x).mapv(f_h)).mapv(f_o)
            },
        ),
        ("f_h is not applied where the sum is 0: f_h(0) need not be 0", |w1, w2, x, f_h, f_o| {
            layer(w2, &layer(w1, x, identity).mapv(|a| if a == 0.0 { 0.0 } else { f_h(a) }), f_o)
        }),
        ("f_o is not applied where the sum is 0: f_o(0) need not be 0", |w1, w2, x, f_h, f_o| {
            layer(w2, &layer(w1, x, f_h), identity).mapv(|a| if a == 0.0 { 0.0 } else { f_o(a) })
        }),
        ("no activation is applied where the sum is 0: f_h(0) and f_o(0) need not be 0", |w1, w2, x, f_h, f_o| {
            let h = layer(w1, x, identity).mapv(|a| if a == 0.0 { 0.0 } else { f_h(a) });
            layer(w2, &h, identity).mapv(|a| if a == 0.0 { 0.0 } else { f_o(a) })
        }),
        ("the outputs are cut off at 0 and 1: return f_o(W2 h) as it is", |w1, w2, x, f_h, f_o| {
            layer(w2, &layer(w1, x, f_h), f_o).mapv(|y| y.clamp(0.0, 1.0))
        }),
        ("f_o is applied to the first output only: apply it to each entry, with `mapv`", |w1, w2, x, f_h, f_o| {
            let mut y_hat = layer(w2, &layer(w1, x, f_h), identity);
            y_hat[0] = f_o(y_hat[0]);
            y_hat
        }),
        (
            "f_h is applied to the first hidden neuron only: apply it to each entry, with `mapv`",
            |w1, w2, x, f_h, f_o| {
                let mut h = layer(w1, x, identity);
                h[0] = f_h(h[0]);
                layer(w2, &h, f_o)
            },
        ),
        ("column 0 of W1 is added to h: the biases meet x[0] and are in W1 x already", |w1, w2, x, f_h, f_o| {
            w2.dot(&(w1.dot(x).mapv(f_h) + w1.column(0))).mapv(f_o)
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1043);
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[-1.0, 1.0], [2.0, 4.0]]);
        let (wide, narrow) = (array![[1.0, 2.0, 0.5], [3.0, -1.0, 1.0]], array![[-1.0, 1.0], [2.0, 0.5]]);
        let x = array![1.0, 5.0, 2.0];
        let mut inputs: Vec<Inputs> = vec![
            (w1.clone(), w2.clone(), array![1.0, 5.0], relu, square),
            (w1, w2, array![1.0, -0.5], line, curve),
            (Array2::zeros((3, 2)), array![[1.0, -2.0, 0.5], [0.5, 0.3, 2.0]], array![1.0, 2.0], line, sigmoid),
            (array![[1.5]], array![[-0.7]], array![1.2], line, curve),
            (array![[0.0, 0.0], [1.5, -2.0]], array![[0.5, -1.0], [0.0, 0.0]], array![1.0, 0.4], line, curve),
            (wide.clone(), narrow.clone(), x.clone(), identity, line),
            (wide.clone(), narrow.clone(), array![2.0], line, line),
            (wide.clone(), narrow.clone(), array![2.0, 1.0], line, line),
            (wide.clone(), narrow, array![2.0, 1.0, 3.0, -1.0], line, line),
            (wide.clone(), array![[2.0], [3.0]], x.clone(), line, line),
            (wide, array![[2.0, 1.0, -1.0], [3.0, 0.5, 2.0]], x, line, line),
        ];
        let functions: [(F, F); 4] = [(f64::tanh, sigmoid), (line, curve), (sigmoid, identity), (curve, line)];
        let sizes = [(3, 3, 3), (3, 5, 2), (2, 3, 4), (4, 4, 4), (5, 2, 3), (3, 4, 1), (2, 2, 2), (3, 3, 3), (2, 4, 2)];
        for (place, (k, d, m)) in sizes.into_iter().chain([(1, 3, 2), (3, 1, 2)]).enumerate() {
            let (f_h, f_o) = functions[place % 4];
            inputs.push((2.0 * random.matrix(d, k), 2.0 * random.matrix(m, d), 1.5 * random.vector(k), f_h, f_o));
        }
        let turned = |matrix: Array2<f64>| 2.0 * matrix.t().to_owned();
        inputs.push((turned(random.matrix(3, 4)), turned(random.matrix(4, 2)), random.vector(3), line, curve));
        // The first ones in other units.
        for size in [1e30, 1e-30] {
            let scaled: Vec<Inputs> = inputs
                .iter()
                .take(4)
                .map(|(w1, w2, x, f_h, f_o)| (size * w1, w2.clone(), x.clone(), *f_h, *f_o))
                .collect();
            inputs.extend(scaled);
        }
        inputs
    },
    call: |network, (w1, w2, x, f_h, f_o)| network(w1, w2, x, *f_h, *f_o).into(),
    properties: &[
        ("the weights of the hidden layer are very large", |(w1, ..)| w1.iter().any(|v| v.abs() > 1e10)),
        ("the weights of the hidden layer are very small", |(w1, ..)| {
            !w1.is_empty() && w1.iter().all(|v| v.abs() < 1e-10)
        }),
        ("x has not a feature for each column of W1", |(w1, _, x, ..)| x.len() != w1.ncols()),
        ("W2 has not a column for each hidden neuron", |(w1, w2, ..)| w2.ncols() != w1.nrows()),
        ("the shapes do not fit", |(w1, w2, x, ..)| x.len() != w1.ncols() || w2.ncols() != w1.nrows()),
        ("there is more than one output", |(_, w2, ..)| w2.nrows() > 1),
        ("there is more than one hidden neuron", |(w1, ..)| w1.nrows() > 1),
        ("there is more than one feature", |(w1, ..)| w1.ncols() > 1),
        ("k, d and m are equal", |(w1, w2, ..)| w1.is_square() && w2.is_square()),
        ("W1 is square", |(w1, ..)| w1.is_square()),
        ("W2 is square", |(_, w2, ..)| w2.is_square()),
        ("there are more hidden neurons than features", |(w1, ..)| w1.nrows() > w1.ncols()),
        ("there are more features than hidden neurons", |(w1, ..)| w1.nrows() < w1.ncols()),
        ("there are more outputs than hidden neurons", |(_, w2, ..)| w2.nrows() > w2.ncols()),
        ("there are more hidden neurons than outputs", |(_, w2, ..)| w2.nrows() < w2.ncols()),
    ],
};

const AN_ACTIVATION: &str = "an activation is applied to each product: add up first, then apply it to the sum";

/// Tells all numbers apart, 0 and negative ones too.
fn line(a: f64) -> f64 {
    3.0 - 2.0 * a
}

/// Another such function.
fn curve(a: f64) -> f64 {
    a + 0.25 * a * a - 0.5
}

fn outputs(w2: &Array2<f64>, entry: impl FnMut(usize) -> f64) -> Array1<f64> {
    (0..w2.nrows()).map(entry).collect()
}

/// The entries that are kept, the others are 0.
fn only(x: &Array1<f64>, kept: impl Fn(usize, usize) -> bool) -> Array1<f64> {
    (0..x.len()).map(|i| if kept(i, x.len()) { x[i] } else { 0.0 }).collect()
}

/// Each entry and all before it.
fn added_up(x: &Array1<f64>) -> Array1<f64> {
    (0..x.len()).map(|i| x.iter().take(i + 1).sum()).collect()
}

pub fn identity(a: f64) -> f64 {
    a
}

/// A layer in sums, straight from its formula.
pub fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    (0..w.nrows()).map(|j| f((0..w.ncols()).map(|i| w[[j, i]] * x[i]).sum())).collect()
}

pub fn relu(a: f64) -> f64 {
    a.max(0.0)
}

pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// No activation for a real network, but one that can be followed by hand: it shows where it was applied.
pub fn square(a: f64) -> f64 {
    a * a
}
