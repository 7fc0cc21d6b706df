//! Spoilers: wrong ways to write `forward`, and the inputs that tell them apart. The tests use them to name a mistake.

use crate::given::{Cache, Network, Objective, output_activation};
use crate::naive::{self, extended, forward, sigmoid};
use checks::{Answer, Diagnosis};
use ndarray::{Array2, Axis, array, concatenate, s};

pub type Forward = fn(&Network, &Array2<f64>) -> Cache;
type Inputs = (Network, Array2<f64>);

pub static FORWARD: Diagnosis<Forward, Forward, Inputs> = Diagnosis {
    function: "forward",
    slot: |f| f,
    right: |n, x| {
        assert_eq!((x.ncols(), n.w1.nrows() + 1), (n.w1.ncols(), n.w2.ncols()));
        forward(n, x)
    },
    mistakes: &[
        (
            "the constant 1 stands behind the hidden activations: `with_bias` puts it before them, into column 0",
            |n, x| {
                pass(
                    n,
                    x,
                    |a1| concatenate![Axis(1), a1.mapv(f64::tanh), Array2::ones((a1.nrows(), 1))],
                    output_activation,
                )
            },
        ),
        ("the constant 1 went through tanh: activate first, then put the column of ones before", |n, x| {
            pass(n, x, |a1| extended(a1).mapv(f64::tanh), output_activation)
        }),
        (
            "the constant is 0: the column before the hidden activations holds ones, `with_bias` puts it there",
            |n, x| {
                pass(
                    n,
                    x,
                    |a1| {
                        let mut h = hidden(a1);
                        h.column_mut(0).fill(0.0);
                        h
                    },
                    output_activation,
                )
            },
        ),
        ("the hidden layer is not activated: tanh is missing, and two linear layers are one", |n, x| {
            pass(n, x, extended, output_activation)
        }),
        ("the hidden layer went through the sigmoid: here f_h is tanh", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(sigmoid)), output_activation)
        }),
        ("the hidden layer went through ReLU: here f_h is tanh", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| a.max(0.0))), output_activation)
        }),
        ("tanh is applied twice: once is enough", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| a.tanh().tanh())), output_activation)
        }),
        ("this is the derivative of tanh, 1 − tanh²: the forward pass takes tanh itself", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| 1.0 - a.tanh().powi(2))), output_activation)
        }),
        ("tanh is squared: f_h is tanh itself", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| a.tanh().powi(2))), output_activation)
        }),
        (
            "the signs of the pre-activations are kept and the rest is lost by a whole number: tanh lies between −1 and 1",
            |n, x| pass(n, x, |a1| extended(&a1.mapv(|a| a.tanh().trunc())), output_activation),
        ),
        (
            "a 1 is added to the hidden activations: the constant is a column of its own, `with_bias` puts it there",
            |n, x| {
                pass(
                    n,
                    x,
                    |a1| {
                        let mut h = hidden(a1);
                        h.slice_mut(s![.., 1..]).mapv_inplace(|v| v + 1.0);
                        h
                    },
                    output_activation,
                )
            },
        ),
        ("A₂ went through tanh: A₂ = H W₂ᵀ as it is, only the hidden layer has tanh", |n, x| {
            finish(n, x.dot(&n.w1.t()), |h| h.dot(&n.w2.t()).mapv(f64::tanh))
        }),
        ("a 1 is added to the pre-activations of the outputs: their bias is in column 0 of W₂", |n, x| {
            finish(n, x.dot(&n.w1.t()), |h| h.dot(&n.w2.t()) + 1.0)
        }),
        ("a 1 is added to the pre-activations of the hidden layer: its bias is in column 0 of W₁", |n, x| {
            finish(n, x.dot(&n.w1.t()) + 1.0, |h| h.dot(&n.w2.t()))
        }),
        ("tan is written for tanh: `f64::tanh`", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(f64::tan)), output_activation)
        }),
        ("the sine is written for tanh: `f64::tanh`", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(f64::sin)), output_activation)
        }),
        ("the hyperbolic sine is written for tanh: `f64::tanh`", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(f64::sinh)), output_activation)
        }),
        ("the arcus tangent is written for tanh: `f64::tanh`", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(f64::atan)), output_activation)
        }),
        ("the pre-activations are cut off at −1 and 1: tanh bends towards them", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| a.clamp(-1.0, 1.0))), output_activation)
        }),
        ("a / (1 + |a|) looks like tanh, and is not: `f64::tanh`", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| a / (1.0 + a.abs()))), output_activation)
        }),
        ("the hidden activations are rounded to their sign: tanh lies between −1 and 1", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(f64::signum)), output_activation)
        }),
        ("the hidden activations are rounded to their sign: tanh lies between −1 and 1", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| f64::from(a > 0.0))), output_activation)
        }),
        ("the sign of the hidden activations is lost: tanh of a negative number is negative", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| a.tanh().abs())), output_activation)
        }),
        ("negative hidden activations are 0 here: tanh of a negative number is negative", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| a.tanh().max(0.0))), output_activation)
        }),
        ("the sign in tanh is the other way round: tanh(−a)", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| (-a).tanh())), output_activation)
        }),
        ("2σ(a) − 1 is tanh(a/2): use `f64::tanh`", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| 2.0 * sigmoid(a) - 1.0)), output_activation)
        }),
        ("tanh as a quotient of exponentials is ∞/∞ = NaN for large numbers: use `f64::tanh`", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| (a.exp() - (-a).exp()) / (a.exp() + (-a).exp()))), output_activation)
        }),
        ("tanh as a quotient of exponentials is ∞/∞ = NaN for large numbers: use `f64::tanh`", |n, x| {
            pass(
                n,
                x,
                |a1| extended(&a1.mapv(|a| ((2.0 * a).exp() - 1.0) / ((2.0 * a).exp() + 1.0))),
                output_activation,
            )
        }),
        ("the hidden activations are softplus: here f_h is tanh", |n, x| {
            pass(n, x, |a1| extended(&a1.mapv(|a| a.exp().ln_1p())), output_activation)
        }),
        (
            "the output is activated with the sigmoid for regression, too: there f_o is the identity, `output_activation` knows",
            |n, x| pass(n, x, hidden, |_, a2| a2.mapv(sigmoid)),
        ),
        ("the output is activated with tanh: f_o is the identity or the sigmoid, `output_activation` knows", |n, x| {
            pass(n, x, hidden, |_, a2| a2.mapv(f64::tanh))
        }),
        ("the output is not activated: for classification f_o is the sigmoid, `output_activation` knows", |n, x| {
            pass(n, x, hidden, |_, a2| a2.clone())
        }),
        (
            "the output activations have changed places: regression has the identity, classification the sigmoid",
            |n, x| {
                pass(n, x, hidden, |o, a2| {
                    output_activation(
                        if o == Objective::Regression { Objective::Classification } else { Objective::Regression },
                        a2,
                    )
                })
            },
        ),
        ("the sigmoid as e^a / (1 + e^a) is NaN for large numbers: take `output_activation`", |n, x| {
            pass(n, x, hidden, |o, a2| {
                if o == Objective::Regression { a2.clone() } else { a2.mapv(|a| a.exp() / (1.0 + a.exp())) }
            })
        }),
        ("for regression the output is activated with tanh: there f_o is the identity", |n, x| {
            pass(n, x, hidden, |o, a2| if o == Objective::Regression { a2.mapv(f64::tanh) } else { a2.mapv(sigmoid) })
        }),
        ("for classification the output is activated with tanh: there f_o is the sigmoid", |n, x| {
            pass(n, x, hidden, |o, a2| if o == Objective::Regression { a2.clone() } else { a2.mapv(f64::tanh) })
        }),
        ("the sigmoid is applied twice: `output_activation` does it already", |n, x| {
            pass(
                n,
                x,
                hidden,
                |o, a2| if o == Objective::Regression { a2.clone() } else { a2.mapv(|a| sigmoid(sigmoid(a))) },
            )
        }),
        ("the probabilities are rounded to 0 or 1: the prediction is the probability itself", |n, x| {
            pass(
                n,
                x,
                hidden,
                |o, a2| if o == Objective::Regression { a2.clone() } else { a2.mapv(|a| sigmoid(a).round()) },
            )
        }),
        ("the outputs of a sample are made to add up to 1: each output has a sigmoid of its own", |n, x| {
            pass(n, x, hidden, |o, a2| {
                if o == Objective::Regression {
                    a2.clone()
                } else {
                    let e = a2.mapv(f64::exp);
                    let sums = e.sum_axis(Axis(1)).insert_axis(Axis(1));
                    e / sums
                }
            })
        }),
        ("negative predictions are cut off at 0: for regression f_o is the identity", |n, x| {
            pass(
                n,
                x,
                hidden,
                |o, a2| if o == Objective::Regression { a2.mapv(|a| a.max(0.0)) } else { a2.mapv(sigmoid) },
            )
        }),
        ("`a1` holds the activations: keep the pre-activations X W₁ᵀ in it, from before tanh", |n, x| {
            let mut c = forward(n, x);
            c.a1.mapv_inplace(f64::tanh);
            c
        }),
        ("`h` holds the pre-activations: take tanh of each, then put the constant 1 before them", |n, x| {
            let mut c = forward(n, x);
            c.h = extended(&c.a1);
            c
        }),
        ("`h` lacks the constant 1: keep it with the column of ones, as the output layer sees it", |n, x| {
            let mut c = forward(n, x);
            c.h = c.a1.mapv(f64::tanh);
            c
        }),
        ("`h` lacks the constant 1: keep it with the column of ones, as the output layer sees it", |n, x| {
            let mut c = forward(n, x);
            c.h.column_mut(0).fill(0.0);
            c
        }),
        ("`a2` holds the predictions: keep the pre-activations H W₂ᵀ in it", |n, x| {
            let mut c = forward(n, x);
            c.a2 = c.y_hat.clone();
            c
        }),
        ("`a2` and `y_hat` have changed places: ŷ is f_o(A₂)", |n, x| {
            let mut c = forward(n, x);
            std::mem::swap(&mut c.a2, &mut c.y_hat);
            c
        }),
        ("`a1` holds the activations of `h` with the constant 1: keep the pre-activations X W₁ᵀ in it", |n, x| {
            let mut c = forward(n, x);
            c.a1 = c.h.clone();
            c
        }),
        ("the cache is transposed: samples are rows in all four", |n, x| {
            let mut c = forward(n, x);
            c.a1 = transposed(&c.a1);
            c.h = transposed(&c.h);
            c.a2 = transposed(&c.a2);
            c.y_hat = transposed(&c.y_hat);
            c
        }),
        ("`a1` is transposed: samples are rows", |n, x| {
            let mut c = forward(n, x);
            c.a1 = transposed(&c.a1);
            c
        }),
        (
            "the bias of the hidden layer is left out: column 0 of W₁ belongs to column 0 of X, the constant 1",
            |n, x| layers(n, x, |i, _| i > 0, |_, _| true),
        ),
        ("the last feature is left out: `0..k` runs up to k − 1, which is the last index", |n, x| {
            layers(n, x, |i, k| i + 1 < k, |_, _| true)
        }),
        ("the bias of the output layer is left out: column 0 of W₂ meets the constant 1", |n, x| {
            layers(n, x, |_, _| true, |i, _| i > 0)
        }),
        (
            "the last hidden neuron is left out of the outputs: `0..=d` runs up to d, and `0..d` only to d − 1",
            |n, x| layers(n, x, |_, _| true, |i, k| i + 1 < k),
        ),
        ("only the last product is in each sum: `+=` adds to it, `=` overwrites it", |n, x| {
            layers(n, x, |i, k| i + 1 == k, |i, k| i + 1 == k)
        }),
        ("only the last product is in each sum of the hidden layer: `+=` adds to it, `=` overwrites it", |n, x| {
            layers(n, x, |i, k| i + 1 == k, |_, _| true)
        }),
        ("only the last product is in each sum of the output layer: `+=` adds to it, `=` overwrites it", |n, x| {
            layers(n, x, |_, _| true, |i, k| i + 1 == k)
        }),
        (
            "only the first product is in each sum of the hidden layer: does a `return` or `break` end the loop?",
            |n, x| layers(n, x, |i, _| i == 0, |_, _| true),
        ),
        (
            "only the first product is in each sum of the output layer: does a `return` or `break` end the loop?",
            |n, x| layers(n, x, |_, _| true, |i, _| i == 0),
        ),
        ("neither layer has its bias: column 0 counts among the products", |n, x| {
            layers(n, x, |i, _| i > 0, |i, _| i > 0)
        }),
        (
            "the shapes of a product never fit: is each W transposed, does H have its column of ones, and X only the one that it came with?",
            |n, x| finish(n, extended(x).dot(&n.w1.t()), |h| h.dot(&n.w2.t())),
        ),
        (
            "the shapes of a product never fit: is each W transposed, does H have its column of ones, and X only the one that it came with?",
            |n, x| finish(n, x.dot(&n.w1.t()), |h| h.slice(s![.., 1..]).dot(&n.w2.t())),
        ),
        (
            "W₁ is not transposed: `x.dot(&network.w1.t())` pairs each sample with each neuron. Other shapes seldom fit",
            |n, x| finish(n, x.dot(&n.w1), |h| h.dot(&n.w2.t())),
        ),
        (
            "W₂ is not transposed: `h.dot(&network.w2.t())` pairs each sample with each output. Other shapes seldom fit",
            |n, x| finish(n, x.dot(&n.w1.t()), |h| h.dot(&n.w2)),
        ),
        (
            "neither W is transposed: `x.dot(&network.w1.t())` pairs each sample with each neuron. Other shapes seldom fit",
            |n, x| finish(n, x.dot(&n.w1), |h| h.dot(&n.w2)),
        ),
        (SQUARE_MATRIX, |n, x| {
            finish(n, if x.is_square() && n.w1.is_square() { x.dot(&n.w1) } else { x.dot(&n.w1.t()) }, |h| {
                h.dot(&n.w2.t())
            })
        }),
        (SQUARE_MATRIX, |n, x| {
            finish(n, x.dot(&n.w1.t()), |h| if n.w2.is_square() { h.dot(&n.w2) } else { h.dot(&n.w2.t()) })
        }),
        (SQUARE_MATRIX, |n, x| {
            finish(n, if n.w1.is_square() { x.dot(&n.w1) } else { x.dot(&n.w1.t()) }, |h| h.dot(&n.w2.t()))
        }),
        (SQUARE_MATRIX, |n, x| {
            finish(n, if n.w1.is_square() { x.dot(&n.w1) } else { x.dot(&n.w1.t()) }, |h| {
                if n.w2.is_square() { h.dot(&n.w2) } else { h.dot(&n.w2.t()) }
            })
        }),
        (
            "A₂ is computed from the pre-activations A₁, and without its bias: the output layer sees H, with its constant 1",
            |n, x| {
                let mut c = forward(n, x);
                c.a2 = c.a1.dot(&n.w2.slice(s![.., 1..]).t());
                c.y_hat = output_activation(n.objective, &c.a2);
                c
            },
        ),
        ("A₂ is computed from the pre-activations A₁: the output layer sees H, the activations", |n, x| {
            let mut c = forward(n, x);
            c.a2 = times(&extended(&c.a1), &n.w2);
            c.y_hat = output_activation(n.objective, &c.a2);
            c
        }),
        ("the first sample is left out, its row stays 0: indices start at 0", |n, x| rows(n, x, false, |j, _| j > 0)),
        ("the last sample is left out, its row stays 0: `0..n` runs up to n − 1, which is the last index", |n, x| {
            rows(n, x, false, |j, n| j + 1 < n)
        }),
        ("only the first sample is computed: does a `return` or `break` end the loop over the samples?", |n, x| {
            rows(n, x, false, |j, _| j == 0)
        }),
        ("only the last sample is there: are the arrays made anew in the loop?", |n, x| {
            rows(n, x, false, |j, n| j + 1 == n)
        }),
        ("the first sample is left out, its row stays 0: indices start at 0", |n, x| rows(n, x, true, |j, _| j > 0)),
        ("the last sample is left out, its row stays 0: `0..n` runs up to n − 1, which is the last index", |n, x| {
            rows(n, x, true, |j, n| j + 1 < n)
        }),
        ("every row is that of the first sample: index the row, `x[[j, i]]`", |n, x| {
            let first = Array2::from_shape_fn(x.dim(), |(_, i)| x[[0, i]]);
            forward(n, &first)
        }),
        ("the samples are in reverse order: row j of the result belongs to row j of X", |n, x| {
            let turned = x.slice(s![..;-1, ..]).to_owned();
            forward(n, &turned)
        }),
        ("each layer's sum is never reset: it begins at 0 for every neuron", |n, x| running(n, x)),
        ("the hidden sums are divided by the number of inputs: a weighted sum is no mean", |n, x| {
            finish(n, x.dot(&n.w1.t()) / x.ncols() as f64, |h| h.dot(&n.w2.t()))
        }),
        ("the output sums are divided by the number of hidden neurons: a weighted sum is no mean", |n, x| {
            finish(n, x.dot(&n.w1.t()), |h| h.dot(&n.w2.t()) / n.w1.nrows() as f64)
        }),
        ("all hidden neurons are the first one: index the row of W₁, `w1[[i, l]]`", |n, x| {
            let w1 = Array2::from_shape_fn(n.w1.dim(), |(_, l)| n.w1[[0, l]]);
            forward(&Network { w1, ..n.clone() }, x)
        }),
        ("all outputs are the first one: index the row of W₂, `w2[[l, i]]`", |n, x| {
            let w2 = Array2::from_shape_fn(n.w2.dim(), |(_, i)| n.w2[[0, i]]);
            forward(&Network { w2, ..n.clone() }, x)
        }),
        ("the last hidden neuron stays 0: `0..d` runs up to d − 1, which is the last index", |n, x| {
            let d = n.w1.nrows();
            neurons(n, x, |i| i + 1 < d)
        }),
        ("the first hidden neuron stays 0: indices start at 0, and its activation stands in column 1 of H", |n, x| {
            neurons(n, x, |i| i > 0)
        }),
        ("x is scaled to the range of its largest entry: the features are taken as they are", |n, x| {
            let largest = x.iter().fold(0.0, |a: f64, b| a.max(b.abs()));
            forward(n, &(x / largest))
        }),
        ("shapes that do not fit are not refused: keep the `assert_eq!` of the stub", |n, x| {
            let k = x.ncols().min(n.w1.ncols());
            let d = n.w1.nrows().min(n.w2.ncols() - 1);
            let w1 = n.w1.slice(s![..d, ..k]).to_owned();
            let w2 = n.w2.slice(s![.., ..=d]).to_owned();
            forward(&Network { w1, w2, ..n.clone() }, &x.slice(s![.., ..k]).to_owned())
        }),
    ],
    inputs: || {
        let sizes = [[6, 3, 4, 2], [5, 2, 3, 1], [1, 4, 2, 3], [4, 1, 1, 1], [3, 3, 3, 4], [4, 4, 2, 3], [2, 3, 5, 2]];
        let both = [Objective::Regression, Objective::Classification];
        let mut inputs: Vec<Inputs> = (0..14)
            .map(|i| naive::sized(1064 + i, both[i as usize % 2], sizes[i as usize / 2]))
            .map(|example| (example.network, example.x))
            .collect();
        let (ln2, ln3) = (2.0_f64.ln(), 3.0_f64.ln());
        let by_hand =
            |objective| Network { objective, w1: array![[ln2, 0.0], [0.0, ln3]], w2: array![[1.0, 5.0, -2.5]] };
        for objective in both {
            inputs.push((by_hand(objective), array![[1.0, 1.0], [1.0, -1.0]]));
            inputs.push((by_hand(objective), array![[1.0, 1000.0], [1.0, -2000.0], [1.0, 0.5]]));
            let far = Network { w2: array![[3.0, 5.0, 900.0]], ..by_hand(objective) };
            inputs.push((far, array![[1.0, 0.5], [1.0, 2.0]]));
            inputs.push((by_hand(objective), array![[1.0], [1.0]]));
            inputs.push((Network { w2: array![[1.0, 5.0]], ..by_hand(objective) }, array![[1.0, 0.5]]));
        }
        // Column by column in memory.
        let (network, x) = inputs[0].clone();
        inputs.push((network, transposed(&transposed(&x).as_standard_layout().to_owned())));
        inputs
    },
    call: |forward, (network, x)| {
        let Cache { a1, h, a2, y_hat } = forward(network, x);
        Answer::named("a1", &a1).and("h", &h).and("a2", &a2).and("y_hat", &y_hat)
    },
    properties: &[
        ("the network is for regression", |(n, _)| n.objective == Objective::Regression),
        ("the network is for classification", |(n, _)| n.objective == Objective::Classification),
        ("there is more than one sample", |(_, x)| x.nrows() > 1),
        ("there is more than one output", |(n, _)| n.w2.nrows() > 1),
        ("there is more than one hidden neuron", |(n, _)| n.w1.nrows() > 1),
        ("there is a feature beside the constant 1", |(_, x)| x.ncols() > 1),
        ("X is square", |(_, x)| x.is_square()),
        ("W1 is square", |(n, _)| n.w1.is_square()),
        ("W2 is square", |(n, _)| n.w2.is_square()),
        ("W1 and W2 are square", |(n, _)| n.w1.is_square() && n.w2.is_square()),
        ("there are more outputs than samples", |(n, x)| n.w2.nrows() > x.nrows()),
        ("there are more samples than outputs", |(n, x)| x.nrows() > n.w2.nrows()),
        ("there are more hidden neurons than inputs", |(n, _)| n.w1.nrows() > n.w1.ncols()),
        ("a feature is very large", |(_, x)| x.iter().any(|v| v.abs() > 700.0)),
    ],
};

const SQUARE_MATRIX: &str =
    "for a square matrix another product is taken, without the transpose: the formula is the same for all shapes";

fn hidden(a1: &Array2<f64>) -> Array2<f64> {
    extended(&a1.mapv(f64::tanh))
}

/// `A Bᵀ`.
fn times(a: &Array2<f64>, b: &Array2<f64>) -> Array2<f64> {
    a.dot(&b.t())
}

fn transposed(a: &Array2<f64>) -> Array2<f64> {
    a.t().to_owned()
}

/// The forward pass with other activations: what makes H of A₁, and Ŷ of A₂.
fn pass(
    n: &Network,
    x: &Array2<f64>,
    hidden: impl Fn(&Array2<f64>) -> Array2<f64>,
    output: impl Fn(Objective, &Array2<f64>) -> Array2<f64>,
) -> Cache {
    let a1 = times(x, &n.w1);
    let h = hidden(&a1);
    let a2 = times(&h, &n.w2);
    let y_hat = output(n.objective, &a2);
    Cache { a1, h, a2, y_hat }
}

/// The forward pass from these pre-activations on, with another second product.
fn finish(n: &Network, a1: Array2<f64>, output: impl Fn(&Array2<f64>) -> Array2<f64>) -> Cache {
    let h = hidden(&a1);
    let a2 = output(&h);
    let y_hat = output_activation(n.objective, &a2);
    Cache { a1, h, a2, y_hat }
}

/// The forward pass with some of the products only: those whose index, among so many, is kept.
fn layers(
    n: &Network,
    x: &Array2<f64>,
    keeps1: impl Fn(usize, usize) -> bool,
    keeps2: impl Fn(usize, usize) -> bool,
) -> Cache {
    let masked = |w: &Array2<f64>, keeps: &dyn Fn(usize, usize) -> bool| {
        Array2::from_shape_fn(w.dim(), |(l, i)| if keeps(i, w.ncols()) { w[[l, i]] } else { 0.0 })
    };
    forward(&Network { w1: masked(&n.w1, &keeps1), w2: masked(&n.w2, &keeps2), ..n.clone() }, x)
}

/// Zeros in all rows but those that are kept; in H the column of ones stays if it was there before the loop.
fn rows(n: &Network, x: &Array2<f64>, ones: bool, keeps: impl Fn(usize, usize) -> bool) -> Cache {
    let mut cache = forward(n, x);
    for j in (0..x.nrows()).filter(|&j| !keeps(j, x.nrows())) {
        for part in [&mut cache.a1, &mut cache.h, &mut cache.a2, &mut cache.y_hat] {
            part.row_mut(j).fill(0.0);
        }
        if ones {
            cache.h[[j, 0]] = 1.0;
        }
    }
    cache
}

/// Some hidden activations stay 0.
fn neurons(n: &Network, x: &Array2<f64>, keeps: impl Fn(usize) -> bool) -> Cache {
    let mut a1 = times(x, &n.w1);
    for i in (0..a1.ncols()).filter(|&i| !keeps(i)) {
        a1.column_mut(i).fill(0.0);
    }
    finish(n, a1, |h| times(h, &n.w2))
}

/// Sums that go on from neuron to neuron.
fn running(n: &Network, x: &Array2<f64>) -> Cache {
    let mut a1 = times(x, &n.w1);
    a1.accumulate_axis_inplace(Axis(1), |before, now| *now += before);
    finish(n, a1, |h| {
        let mut a2 = times(h, &n.w2);
        a2.accumulate_axis_inplace(Axis(1), |before, now| *now += before);
        a2
    })
}
