//! Spoilers: wrong ways to write `network_with_bias` and `parameter_count`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, Axis, Slice, array, s};

type F = fn(f64) -> f64;
pub type NetworkWithBias = fn(&Array2<f64>, &Array2<f64>, &Array1<f64>, F, F) -> Array1<f64>;
pub type ParameterCount = fn(usize, usize, usize) -> usize;
type Inputs = (Array2<f64>, Array2<f64>, Array1<f64>, F, F);

pub static NETWORK_WITH_BIAS: Diagnosis<(NetworkWithBias, ParameterCount), NetworkWithBias, Inputs> = Diagnosis {
    function: "network_with_bias",
    slot: |f| &mut f.0,
    right: |w1, w2, x, f_h, f_o| {
        assert_eq!(w1.ncols(), x.len());
        assert_eq!(w2.ncols(), w1.nrows() + 1);
        layer(w2, &one_before(&layer(w1, x, f_h)), f_o)
    },
    mistakes: &[
        (
            "no product fits, not even once: put a 1 before h, `with_one(&h)`, and none before x, which has its own",
            |w1, w2, x, f_h, f_o| w2.dot(&w1.dot(x).mapv(f_h)).mapv(f_o),
        ),
        (
            "a loop runs one step too far: h has d entries, and `w2[[j, i + 1]]` belongs to `h[i]`",
            |w1, w2, x, f_h, f_o| {
                let h = w1.dot(x).mapv(f_h);
                (0..w2.nrows())
                    .map(|j| f_o(w2[[j, 0]] + (0..=h.len()).map(|i| w2[[j, i]] * h[i]).sum::<f64>()))
                    .collect()
            },
        ),
        ("the bias of the output is missing: column 0 of W2 meets the 1 before h", |w1, w2, x, f_h, f_o| {
            w2.slice_axis(Axis(1), Slice::from(1..)).dot(&w1.dot(x).mapv(f_h)).mapv(f_o)
        }),
        (
            "column 0 of W2 meets h₁, and its last column nothing: put the 1 before h, where column 0 is",
            |w1, w2, x, f_h, f_o| w2.slice_axis(Axis(1), Slice::from(..-1)).dot(&w1.dot(x).mapv(f_h)).mapv(f_o),
        ),
        ("the 1 stands after h: it belongs before it, in entry 0", |w1, w2, x, f_h, f_o| {
            w2.dot(&behind(&w1.dot(x).mapv(f_h), 1.0)).mapv(f_o)
        }),
        ("the 1 is written over h₁: move all of h up by one entry first", |w1, w2, x, f_h, f_o| {
            let mut h = behind(&w1.dot(x).mapv(f_h), 0.0);
            h[0] = 1.0;
            w2.dot(&h).mapv(f_o)
        }),
        (
            "h₁ is left out, and the others stand at their places: [1, h₁, h₂, …] is what W2 meets",
            |w1, w2, x, f_h, f_o| {
                let mut h = one_before(&w1.dot(x).mapv(f_h));
                h[1] = 0.0;
                w2.dot(&h).mapv(f_o)
            },
        ),
        (
            "the last hidden neuron is left out: `w2[[j, i]]` runs up to column d, which is the last",
            |w1, w2, x, f_h, f_o| {
                let mut h = one_before(&w1.dot(x).mapv(f_h));
                h[w1.nrows()] = 0.0;
                w2.dot(&h).mapv(f_o)
            },
        ),
        ("the constant goes through f_h: apply f_h to W1 x first, then put the 1 before it", |w1, w2, x, f_h, f_o| {
            w2.dot(&one_before(&w1.dot(x)).mapv(f_h)).mapv(f_o)
        }),
        ("f_h is applied again after the 1 was put there: once, to W1 x", |w1, w2, x, f_h, f_o| {
            w2.dot(&one_before(&w1.dot(x).mapv(f_h)).mapv(f_h)).mapv(f_o)
        }),
        ("the bias is added after f_o: it is part of the sum that f_o is applied to", |w1, w2, x, f_h, f_o| {
            without_bias(w2).dot(&w1.dot(x).mapv(f_h)).mapv(f_o) + w2.column(0)
        }),
        (
            "f_o is applied to the bias alone and to the rest alone: apply it once, to their sum",
            |w1, w2, x, f_h, f_o| without_bias(w2).dot(&w1.dot(x).mapv(f_h)).mapv(f_o) + w2.column(0).mapv(f_o),
        ),
        ("the bias is subtracted: it is added, as the weight of a constant 1", |w1, w2, x, f_h, f_o| {
            (without_bias(w2).dot(&w1.dot(x).mapv(f_h)) - w2.column(0)).mapv(f_o)
        }),
        ("the bias is added once more: `W2 [1, h]` holds it already", |w1, w2, x, f_h, f_o| {
            (w2.dot(&one_before(&w1.dot(x).mapv(f_h))) + w2.column(0)).mapv(f_o)
        }),
        ("a 1 is added in place of the bias: multiply it by column 0 of W2", |w1, w2, x, f_h, f_o| {
            (without_bias(w2).dot(&w1.dot(x).mapv(f_h)) + 1.0).mapv(f_o)
        }),
        ("a 1 is added to every hidden activation: put one 1 before all of them", |w1, w2, x, f_h, f_o| {
            w2.dot(&one_before(&(w1.dot(x).mapv(f_h) + 1.0))).mapv(f_o)
        }),
        ("all outputs have the bias of the first one: output j has its own, `w2[[j, 0]]`", |w1, w2, x, f_h, f_o| {
            (without_bias(w2).dot(&w1.dot(x).mapv(f_h)) + w2[[0, 0]]).mapv(f_o)
        }),
        ("the bias of an output is multiplied by f_h(0): the constant before h is 1", |w1, w2, x, f_h, f_o| {
            let mut h = one_before(&w1.dot(x).mapv(f_h));
            h[0] = f_h(0.0);
            w2.dot(&h).mapv(f_o)
        }),
        ("the activation of the output is missing: apply f_o to W2 [1, h]", |w1, w2, x, f_h, _| {
            w2.dot(&one_before(&w1.dot(x).mapv(f_h)))
        }),
        ("the activation of the hidden layer is missing: apply f_h to W1 x", |w1, w2, x, _, f_o| {
            w2.dot(&one_before(&w1.dot(x))).mapv(f_o)
        }),
        ("no activation is applied: f_h to W1 x, then f_o to W2 [1, h]", |w1, w2, x, _, _| {
            w2.dot(&one_before(&w1.dot(x)))
        }),
        ("the activations are swapped: f_h belongs to the hidden layer, f_o to the output", |w1, w2, x, f_h, f_o| {
            w2.dot(&one_before(&w1.dot(x).mapv(f_o))).mapv(f_h)
        }),
        ("both activations come at the end: apply f_h to W1 x, before the 1 is put there", |w1, w2, x, f_h, f_o| {
            w2.dot(&one_before(&w1.dot(x))).mapv(f_h).mapv(f_o)
        }),
        ("both activations come before W2: f_o belongs to the output, apply it to W2 [1, h]", |w1, w2, x, f_h, f_o| {
            w2.dot(&one_before(&w1.dot(x).mapv(f_h).mapv(f_o)))
        }),
        ("f_o is applied to [1, h] as well: it belongs to the output alone", |w1, w2, x, f_h, f_o| {
            w2.dot(&one_before(&w1.dot(x).mapv(f_h)).mapv(f_o)).mapv(f_o)
        }),
        ("f_h is applied in both layers: the output has an activation of its own, f_o", |w1, w2, x, f_h, _| {
            w2.dot(&one_before(&w1.dot(x).mapv(f_h))).mapv(f_h)
        }),
        ("f_o is applied in both layers: the hidden layer has an activation of its own, f_h", |w1, w2, x, _, f_o| {
            w2.dot(&one_before(&w1.dot(x).mapv(f_o))).mapv(f_o)
        }),
        ("the output has both activations: apply f_o to W2 [1, h], and not f_h as well", |w1, w2, x, f_h, f_o| {
            w2.dot(&one_before(&w1.dot(x).mapv(f_h))).mapv(f_h).mapv(f_o)
        }),
        ("f_h is applied twice to the hidden layer: once, to W1 x", |w1, w2, x, f_h, f_o| {
            w2.dot(&one_before(&w1.dot(x).mapv(f_h).mapv(f_h))).mapv(f_o)
        }),
        ("f_o is applied twice: once, to W2 [1, h]", |w1, w2, x, f_h, f_o| {
            w2.dot(&one_before(&w1.dot(x).mapv(f_h))).mapv(f_o).mapv(f_o)
        }),
        (
            "the bias of the hidden layer is left out: column 0 of W1 meets x[0], the constant feature",
            |w1, w2, x, f_h, f_o| layer(w2, &one_before(&(w1.dot(x) - w1.column(0)).mapv(f_h)), f_o),
        ),
        ("the biases of both layers are left out: column 0 of each matrix meets a 1", |w1, w2, x, f_h, f_o| {
            without_bias(w2).dot(&(w1.dot(x) - w1.column(0)).mapv(f_h)).mapv(f_o)
        }),
        ("the bias of the hidden layer is added once more: x brings its own 1, in entry 0", |w1, w2, x, f_h, f_o| {
            layer(w2, &one_before(&(w1.dot(x) + w1.column(0)).mapv(f_h)), f_o)
        }),
        ("a 1 is added to the sums of the hidden layer: its biases are in column 0 of W1", |w1, w2, x, f_h, f_o| {
            layer(w2, &one_before(&(w1.dot(x) + 1.0).mapv(f_h)), f_o)
        }),
        ("the last feature is left out: W1 meets all of x", |w1, w2, x, f_h, f_o| {
            let k = x.len() - 1;
            layer(w2, &one_before(&w1.slice(s![.., ..k]).dot(&x.slice(s![..k])).mapv(f_h)), f_o)
        }),
        ("W1 is transposed: the product is W1 x, rows of W1 times x", |w1, w2, x, f_h, f_o| {
            w2.dot(&one_before(&w1.t().dot(x).mapv(f_h))).mapv(f_o)
        }),
        ("W2 is transposed: the product is W2 [1, h], rows of W2 times [1, h]", |w1, w2, x, f_h, f_o| {
            w2.t().dot(&one_before(&w1.dot(x).mapv(f_h))).mapv(f_o)
        }),
        ("this is h: the output layer is missing", |w1, _, x, f_h, _| w1.dot(x).mapv(f_h)),
        ("this is [1, h]: the output layer is missing", |w1, _, x, f_h, _| one_before(&w1.dot(x).mapv(f_h))),
        ("a 1 stands before the outputs as well: only h gets one", |w1, w2, x, f_h, f_o| {
            one_before(&layer(w2, &one_before(&layer(w1, x, f_h)), f_o))
        }),
        ("all outputs are the first one: output j has its weights in row j of W2", |w1, w2, x, f_h, f_o| {
            let y_hat = layer(w2, &one_before(&layer(w1, x, f_h)), f_o);
            y_hat.mapv(|_| y_hat[0])
        }),
        (
            "only the first output is computed, the others stay 0: does a `return` end the loop?",
            |w1, w2, x, f_h, f_o| only(&layer(w2, &one_before(&layer(w1, x, f_h)), f_o), |j, _| j == 0),
        ),
        ("the last output is left out, it stays 0: the loop runs over all rows of W2", |w1, w2, x, f_h, f_o| {
            only(&layer(w2, &one_before(&layer(w1, x, f_h)), f_o), |j, m| j + 1 < m)
        }),
        ("the first output is left out, it stays 0: rows are counted from 0", |w1, w2, x, f_h, f_o| {
            only(&layer(w2, &one_before(&layer(w1, x, f_h)), f_o), |j, _| j > 0)
        }),
        ("all outputs are 0: write them into the array that is returned", |_, w2, _, _, _| Array1::zeros(w2.nrows())),
        ("only the bias is there: W2 meets all of [1, h]", |_, w2, _, _, f_o| w2.column(0).mapv(f_o)),
        (
            "in the output only the last product is kept: `+=` adds to the sum, `=` overwrites it",
            |w1, w2, x, f_h, f_o| (&w2.column(w1.nrows()) * layer(w1, x, f_h)[w1.nrows() - 1]).mapv(f_o),
        ),
        ("only h₁ and the bias are heard: the sum runs over all hidden neurons", |w1, w2, x, f_h, f_o| {
            (&w2.column(1) * layer(w1, x, f_h)[0] + w2.column(0)).mapv(f_o)
        }),
        ("the sum is not set back to 0 for the next output", |w1, w2, x, f_h, f_o| {
            let sums = layer(w2, &one_before(&layer(w1, x, f_h)), |a| a);
            (0..sums.len()).map(|j| f_o(sums.iter().take(j + 1).sum())).collect()
        }),
        ("in the hidden layer the sum is not set back to 0 for the next neuron", |w1, w2, x, f_h, f_o| {
            let sums = w1.dot(x);
            layer(w2, &one_before(&(0..sums.len()).map(|j| f_h(sums.iter().take(j + 1).sum())).collect()), f_o)
        }),
        ("ReLU is built into the hidden layer: call the function that was handed over, `f_h`", |w1, w2, x, _, f_o| {
            layer(w2, &one_before(&layer(w1, x, relu)), f_o)
        }),
        ("the sigmoid is built into the output: call the function that was handed over, `f_o`", |w1, w2, x, f_h, _| {
            layer(w2, &one_before(&layer(w1, x, f_h)), sigmoid)
        }),
        ("the sigmoid is built into both layers: call the functions that were handed over", |w1, w2, x, _, _| {
            layer(w2, &one_before(&layer(w1, x, sigmoid)), sigmoid)
        }),
        ("negative outputs are cut off at 0: return f_o(W2 [1, h]) as it is", |w1, w2, x, f_h, f_o| {
            layer(w2, &one_before(&layer(w1, x, f_h)), f_o).mapv(relu)
        }),
        ("the outputs have lost their signs: return f_o(W2 [1, h]) as it is", |w1, w2, x, f_h, f_o| {
            layer(w2, &one_before(&layer(w1, x, f_h)), f_o).mapv(f64::abs)
        }),
        (
            "a length of 1 is stretched to any length, as `*` does: keep both `assert_eq!` of the stub",
            |w1, w2, x, f_h, f_o| {
                assert!(x.len() == w1.ncols() || x.len() == 1);
                assert!(w2.ncols() == w1.nrows() + 1 || w2.ncols() == 1);
                (w2 * &one_before(&(w1 * x).sum_axis(Axis(1)).mapv(f_h))).sum_axis(Axis(1)).mapv(f_o)
            },
        ),
        (
            "sizes that do not fit are cut to the smaller one: keep both `assert_eq!` of the stub",
            |w1, w2, x, f_h, f_o| {
                let cut = |w: &Array2<f64>, x: &Array1<f64>| -> Array1<f64> {
                    w.rows().into_iter().map(|row| row.iter().zip(x).map(|(w, x)| w * x).sum()).collect()
                };
                cut(w2, &one_before(&cut(w1, x).mapv(f_h))).mapv(f_o)
            },
        ),
        (
            "columns of W2 that no neuron belongs to are left out: keep both `assert_eq!` of the stub",
            |w1, w2, x, f_h, f_o| {
                let h = w1.dot(x).mapv(f_h);
                (0..w2.nrows())
                    .map(|j| f_o(w2[[j, 0]] + (0..h.len()).map(|i| w2[[j, i + 1]] * h[i]).sum::<f64>()))
                    .collect()
            },
        ),
        ("f_h is not applied where the sum is 0: f_h(0) need not be 0", |w1, w2, x, f_h, f_o| {
            let h = w1.dot(x).mapv(|a| if a == 0.0 { 0.0 } else { f_h(a) });
            layer(w2, &one_before(&h), f_o)
        }),
        ("f_o is not applied where the sum is 0: f_o(0) need not be 0", |w1, w2, x, f_h, f_o| {
            let y_hat = layer(w2, &one_before(&layer(w1, x, f_h)), |a| a);
            y_hat.mapv(|a| if a == 0.0 { 0.0 } else { f_o(a) })
        }),
        ("the outputs are cut off at 0 and 1: return f_o(W2 [1, h]) as it is", |w1, w2, x, f_h, f_o| {
            layer(w2, &one_before(&layer(w1, x, f_h)), f_o).mapv(|y| y.clamp(0.0, 1.0))
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1045);
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[7.0, -1.0, 1.0], [1.0, 2.0, 4.0]]);
        let wide = array![[1.0, 2.0, 0.5], [3.0, -1.0, 1.0]];
        let x = array![1.0, 5.0, 2.0];
        let mut inputs: Vec<Inputs> = vec![
            (w1.clone(), w2.clone(), array![1.0, 5.0], relu, square),
            (w1, w2.clone(), array![1.0, -0.5], line, curve),
            (
                Array2::zeros((3, 2)),
                array![[1.5, 1.0, -2.0, 0.5], [-0.3, 0.5, 0.3, 2.0]],
                array![1.0, 2.0],
                f64::tanh,
                line,
            ),
            (array![[1.5, 2.0]], array![[-0.7, 0.4]], array![1.0, 0.3], line, curve),
            (array![[0.0, 0.0], [1.5, -2.0]], array![[0.3, 0.5, -1.0], [0.0, 0.0, 0.0]], array![1.0, 0.4], line, curve),
            (wide.clone(), w2.clone(), array![1.0], line, line),
            (wide.clone(), w2.clone(), array![1.0, 2.0], line, line),
            (wide.clone(), w2, array![1.0, 2.0, 3.0, -1.0], line, line),
            (wide.clone(), array![[2.0], [3.0]], x.clone(), line, line),
            (wide.clone(), array![[2.0, 1.0], [3.0, 0.5]], x.clone(), line, line),
            (wide, array![[2.0, 1.0, -1.0, 0.5], [3.0, 0.5, 2.0, 1.5]], x, line, line),
        ];
        let functions: [(F, F); 4] = [(f64::tanh, sigmoid), (line, curve), (sigmoid, |a| a), (curve, line)];
        let sizes = [(3, 3, 3), (3, 5, 2), (2, 3, 4), (4, 4, 5), (5, 2, 3), (3, 4, 1), (2, 2, 2), (3, 3, 4), (2, 4, 2)];
        for (place, (k, d, m)) in sizes.into_iter().chain([(1, 3, 2), (3, 1, 2)]).enumerate() {
            let (f_h, f_o) = functions[place % 4];
            let mut x = 1.5 * random.vector(k);
            x[0] = 1.0;
            inputs.push((2.0 * random.matrix(d, k), 2.0 * random.matrix(m, d + 1), x, f_h, f_o));
        }
        inputs
    },
    call: |network_with_bias, (w1, w2, x, f_h, f_o)| network_with_bias(w1, w2, x, *f_h, *f_o).into(),
    properties: &[
        ("x has not a feature for each column of W1", |(w1, _, x, ..)| x.len() != w1.ncols()),
        ("W2 has not d + 1 columns", |(w1, w2, ..)| w2.ncols() != w1.nrows() + 1),
        ("the shapes do not fit", |(w1, w2, x, ..)| x.len() != w1.ncols() || w2.ncols() != w1.nrows() + 1),
        ("there is more than one output", |(_, w2, ..)| w2.nrows() > 1),
        ("there is more than one hidden neuron", |(w1, ..)| w1.nrows() > 1),
        ("there is more than one feature", |(w1, ..)| w1.ncols() > 1),
        ("there are more than two hidden neurons", |(w1, ..)| w1.nrows() > 2),
        ("W1 is square", |(w1, ..)| w1.is_square()),
        ("W2 is square", |(_, w2, ..)| w2.is_square()),
        ("there are more hidden neurons than features", |(w1, ..)| w1.nrows() > w1.ncols()),
        ("there are more features than hidden neurons", |(w1, ..)| w1.nrows() < w1.ncols()),
        ("there are more outputs than hidden neurons", |(w1, w2, ..)| w2.nrows() > w1.nrows()),
    ],
};

pub static PARAMETER_COUNT: Diagnosis<(NetworkWithBias, ParameterCount), ParameterCount, [usize; 3]> = Diagnosis {
    function: "parameter_count",
    slot: |f| &mut f.1,
    right: |k, d, m| d * k + m * (d + 1),
    mistakes: &[
        ("the biases of the output are missing: W2 has d + 1 columns", |k, d, m| d * k + m * d),
        ("the constant feature is counted twice: k has it already, so W1 has d·k entries", |k, d, m| {
            d * (k + 1) + m * (d + 1)
        }),
        (
            "d is added in place of m: the biases of the output are m, one for each, and k counts the constant feature already",
            |k, d, m| d * (k + 1) + m * d,
        ),
        ("the 1 before h is counted as a neuron: it has no weights of its own, W1 has d rows", |k, d, m| {
            (d + 1) * k + m * (d + 1)
        }),
        (
            "k is added in place of m, as if W1 had a row more: it is W2 that has a column more, d·k + m·(d + 1)",
            |k, d, m| (d + 1) * k + m * d,
        ),
        ("one bias for all outputs together: each output has its own, so W2 has d + 1 columns", |k, d, m| {
            d * k + d * m + 1
        }),
        ("W2 has a row too many: it has m rows and d + 1 columns", |k, d, m| d * k + (m + 1) * (d + 1)),
        ("m and d are added, not multiplied: W2 has m·(d + 1) entries", |k, d, m| k * d + m + d),
        ("only W1 is counted: add the entries of W2, m·(d + 1)", |k, d, _| d * k),
        ("only W2 is counted: add the entries of W1, d·k", |_, d, m| m * (d + 1)),
        ("only W2 is counted, and without its biases: d·k + m·(d + 1)", |_, d, m| m * d),
        ("the sizes are added: a matrix has rows times columns entries, d·k + m·(d + 1)", |k, d, m| k + d + m),
        ("the sizes are all multiplied: add the entries of both matrices, d·k + m·(d + 1)", |k, d, m| k * d * m),
        ("the matrices' sizes are multiplied: add the entries of both, d·k + m·(d + 1)", |k, d, m| {
            d * k * m * (d + 1)
        }),
        ("W2 has k columns here: it has d + 1, a bias and a weight for each hidden neuron", |k, d, m| d * k + m * k),
        ("W2 has k + 1 columns here: it has d + 1, a bias and a weight for each hidden neuron", |k, d, m| {
            d * k + m * (k + 1)
        }),
        ("the constant feature is left out: k counts it, and W1 has d·k entries", |k, d, m| d * (k - 1) + m * (d + 1)),
        ("neither bias is counted: both matrices have a column for it, d·k + m·(d + 1)", |k, d, m| {
            d * (k - 1) + m * d
        }),
        ("W1 is counted as d by k − 1, and W2 as m by d − 1: d·k + m·(d + 1)", |k, d, m| {
            d * (k - 1) + m * (d - 1)
        }),
        ("the constant before h is taken away: it makes W2 a column wider, m·(d + 1)", |k, d, m| d * k + m * (d - 1)),
        ("d and m are swapped: W1 has d·k entries, W2 m·(d + 1)", |k, d, m| m * k + d * (m + 1)),
        ("W1 is counted as k·k: it has d rows and k columns", |k, d, m| k * k + m * (d + 1)),
        ("W1 is counted as d·d: it has d rows and k columns", |_, d, m| d * d + m * (d + 1)),
        ("W2 is counted as d·(d + 1): it has m rows, one for each output", |k, d, _| d * k + d * (d + 1)),
        ("there is one row in W2 here: it has m rows, one for each output", |k, d, _| d * k + d + 1),
        ("the hidden neurons and the outputs are counted as well: only weights are parameters", |k, d, m| {
            d * k + m * (d + 1) + d + m
        }),
        ("the outputs are counted as well: only weights are parameters", |k, d, m| d * k + m * (d + 1) + m),
        ("one too many: d·k + m·(d + 1)", |k, d, m| d * k + m * (d + 1) + 1),
        ("a hidden neuron too few: W1 has d rows, W2 d + 1 columns", |k, d, m| (d - 1) * k + m * d),
        ("the biases of both layers are added again: column 0 of each matrix holds them", |k, d, m| {
            d * k + m * (d + 1) + d + m + m
        }),
        ("the answer of one example is built in: count for any k, d and m", |_, _, _| 9),
        ("both matrices have a row or column too many: W1 has d·k entries, W2 m·(d + 1)", |k, d, m| {
            (k + 1) * (d + 1) + m * (d + 1)
        }),
        ("with more than one output the biases are missing: W2 has m rows of d + 1 columns", |k, d, m| {
            if m == 1 { d * k + d + 1 } else { d * k + m * d }
        }),
    ],
    inputs: || {
        let sizes =
            [[3, 2, 1], [785, 512, 10], [5, 7, 3], [4, 1, 6], [2, 9, 5], [1, 3, 2], [6, 6, 6], [11, 4, 13], [3, 5, 1]];
        sizes.into()
    },
    call: |parameter_count, &[k, d, m]| parameter_count(k, d, m).into(),
    properties: &[
        ("there is more than one output", |[_, _, m]| *m > 1),
        ("there are more hidden neurons than features", |[k, d, _]| d > k),
        ("there are more features than hidden neurons", |[k, d, _]| k > d),
        ("there are more outputs than hidden neurons", |[_, d, m]| m > d),
    ],
};

/// Tells all numbers apart, 0 and negative ones too.
fn line(a: f64) -> f64 {
    3.0 - 2.0 * a
}

/// Another such function.
fn curve(a: f64) -> f64 {
    a + 0.25 * a * a - 0.5
}

fn without_bias(w2: &Array2<f64>) -> Array2<f64> {
    w2.slice(s![.., 1..]).to_owned()
}

fn behind(h: &Array1<f64>, last: f64) -> Array1<f64> {
    h.iter().copied().chain([last]).collect()
}

/// The entries that are kept, the others are 0.
fn only(x: &Array1<f64>, kept: impl Fn(usize, usize) -> bool) -> Array1<f64> {
    (0..x.len()).map(|i| if kept(i, x.len()) { x[i] } else { 0.0 }).collect()
}

/// A layer in sums, straight from its formula.
pub fn layer(w: &Array2<f64>, x: &Array1<f64>, f: fn(f64) -> f64) -> Array1<f64> {
    (0..w.nrows()).map(|j| f((0..w.ncols()).map(|i| w[[j, i]] * x[i]).sum())).collect()
}

/// `[1, h₁, …]`, made here so that this task needs nothing else.
pub fn one_before(h: &Array1<f64>) -> Array1<f64> {
    std::iter::once(1.0).chain(h.iter().copied()).collect()
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
