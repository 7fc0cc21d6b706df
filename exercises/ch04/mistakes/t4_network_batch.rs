//! Spoilers: wrong ways to write `network_batch`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array2, Axis, array};

type F = fn(f64) -> f64;
pub type NetworkBatch = fn(&Array2<f64>, &Array2<f64>, &Array2<f64>, F, F) -> Array2<f64>;
type Inputs = (Array2<f64>, Array2<f64>, Array2<f64>, F, F);

pub static NETWORK_BATCH: Diagnosis<NetworkBatch, NetworkBatch, Inputs> = Diagnosis {
    function: "network_batch",
    slot: |f| f,
    right: |x, w1, w2, f_h, f_o| {
        assert_eq!(w1.ncols(), x.ncols());
        assert_eq!(w2.ncols(), w1.nrows());
        layer(&layer(x, w1, f_h), w2, f_o)
    },
    mistakes: &[
        (
            "no product fits, not even with square matrices: is a 1 put before H? A bias comes in task 5",
            |x, w1, w2, f_h, f_o| {
                let ones = Array2::ones((x.nrows(), 1));
                let h = ndarray::concatenate(Axis(1), &[ones.view(), layer(x, w1, f_h).view()]).unwrap();
                h.dot(&w2.t()).mapv(f_o)
            },
        ),
        (
            "a loop runs one step too far: the last index is the length − 1, so write `0..n`, not `0..=n`",
            |x, w1, w2, f_h, f_o| {
                let h = layer(x, w1, f_h);
                let sum = |row: usize, j: usize| (0..=h.ncols()).map(|i| w2[[j, i]] * h[[row, i]]).sum();
                Array2::from_shape_fn((x.nrows(), w2.nrows()), |(row, j)| f_o(sum(row, j)))
            },
        ),
        ("the activation of the hidden layer is missing: H is f_h(X W1ᵀ), entry by entry", |x, w1, w2, _, f_o| {
            x.dot(&w1.t()).dot(&w2.t()).mapv(f_o)
        }),
        ("the activation of the output is missing: apply f_o to H W2ᵀ", |x, w1, w2, f_h, _| {
            x.dot(&w1.t()).mapv(f_h).dot(&w2.t())
        }),
        ("no activation is applied: f_h to X W1ᵀ, then f_o to H W2ᵀ", |x, w1, w2, _, _| {
            x.dot(&w1.t()).dot(&w2.t())
        }),
        (
            "both activations come at the end: apply f_h to X W1ᵀ, before the product with W2ᵀ",
            |x, w1, w2, f_h, f_o| x.dot(&w1.t()).dot(&w2.t()).mapv(f_h).mapv(f_o),
        ),
        (
            "both activations come at the end, in the other order: apply f_h to X W1ᵀ, before W2ᵀ",
            |x, w1, w2, f_h, f_o| x.dot(&w1.t()).dot(&w2.t()).mapv(f_o).mapv(f_h),
        ),
        ("both activations come before W2: f_o belongs to the output, apply it to H W2ᵀ", |x, w1, w2, f_h, f_o| {
            x.dot(&w1.t()).mapv(f_h).mapv(f_o).dot(&w2.t())
        }),
        ("the activations are swapped: f_h belongs to the hidden layer, f_o to the output", |x, w1, w2, f_h, f_o| {
            x.dot(&w1.t()).mapv(f_o).dot(&w2.t()).mapv(f_h)
        }),
        ("f_h is applied in both layers: the output has an activation of its own, f_o", |x, w1, w2, f_h, _| {
            x.dot(&w1.t()).mapv(f_h).dot(&w2.t()).mapv(f_h)
        }),
        ("f_o is applied in both layers: the hidden layer has an activation of its own, f_h", |x, w1, w2, _, f_o| {
            x.dot(&w1.t()).mapv(f_o).dot(&w2.t()).mapv(f_o)
        }),
        ("the output has both activations: apply f_o to H W2ᵀ, and not f_h as well", |x, w1, w2, f_h, f_o| {
            x.dot(&w1.t()).mapv(f_h).dot(&w2.t()).mapv(f_h).mapv(f_o)
        }),
        ("both layers have both activations: f_h belongs to X W1ᵀ, f_o to H W2ᵀ", |x, w1, w2, f_h, f_o| {
            x.dot(&w1.t()).mapv(f_h).mapv(f_o).dot(&w2.t()).mapv(f_h).mapv(f_o)
        }),
        ("the hidden layer has both activations: apply f_h to X W1ᵀ, and not f_o as well", |x, w1, w2, f_h, f_o| {
            x.dot(&w1.t()).mapv(f_h).mapv(f_o).dot(&w2.t()).mapv(f_o)
        }),
        (
            "f_h comes at the end: apply it to X W1ᵀ, before the product with W2ᵀ, and f_o to H W2ᵀ",
            |x, w1, w2, f_h, _| x.dot(&w1.t()).dot(&w2.t()).mapv(f_h),
        ),
        ("f_o comes before W2, and f_h not at all: f_h belongs to X W1ᵀ, f_o to H W2ᵀ", |x, w1, w2, _, f_o| {
            x.dot(&w1.t()).mapv(f_o).dot(&w2.t())
        }),
        ("f_h is applied twice to the hidden layer: once, to X W1ᵀ", |x, w1, w2, f_h, f_o| {
            x.dot(&w1.t()).mapv(f_h).mapv(f_h).dot(&w2.t()).mapv(f_o)
        }),
        ("f_o is applied twice: once, to H W2ᵀ", |x, w1, w2, f_h, f_o| {
            x.dot(&w1.t()).mapv(f_h).dot(&w2.t()).mapv(f_o).mapv(f_o)
        }),
        ("f_h is applied to the features: it belongs behind the product, f_h(X W1ᵀ)", |x, w1, w2, f_h, f_o| {
            x.mapv(f_h).dot(&w1.t()).dot(&w2.t()).mapv(f_o)
        }),
        ("f_h is applied to the weights: it belongs behind the product, f_h(X W1ᵀ)", |x, w1, w2, f_h, f_o| {
            x.dot(&w1.t().mapv(f_h)).dot(&w2.t()).mapv(f_o)
        }),
        (
            "the transposes are missing: with samples in rows the products are X W1ᵀ and H W2ᵀ",
            |x, w1, w2, f_h, f_o| x.dot(w1).mapv(f_h).dot(w2).mapv(f_o),
        ),
        ("W1 is not transposed: with samples in rows, H is f_h(X W1ᵀ)", |x, w1, w2, f_h, f_o| {
            x.dot(w1).mapv(f_h).dot(&w2.t()).mapv(f_o)
        }),
        ("W2 is not transposed: with samples in rows, Ŷ is f_o(H W2ᵀ)", |x, w1, w2, f_h, f_o| {
            x.dot(&w1.t()).mapv(f_h).dot(w2).mapv(f_o)
        }),
        ("the outputs stand in columns: the result has one sample in each row, as X has", |x, w1, w2, f_h, f_o| {
            w2.dot(&w1.dot(&x.t()).mapv(f_h)).mapv(f_o)
        }),
        (
            "this is f_o(W2 f_h(W1 X)), for samples in columns: they stand in rows, so X comes first, X W1ᵀ",
            |x, w1, w2, f_h, f_o| w2.dot(&w1.dot(x).mapv(f_h)).mapv(f_o),
        ),
        ("X is read by columns: its samples stand in rows, so the product is X W1ᵀ", |x, w1, w2, f_h, f_o| {
            x.t().dot(&w1.t()).mapv(f_h).dot(&w2.t()).mapv(f_o)
        }),
        (
            "a product was given its shape by force, `into_shape` or `from_shape_vec`: use the transpose",
            |x, w1, w2, f_h, f_o| x.dot(&reshaped(w1)).mapv(f_h).dot(&reshaped(w2)).mapv(f_o),
        ),
        (
            "the result was given its shape by force, not transposed: samples stand in rows, X W1ᵀ",
            |x, w1, w2, f_h, f_o| reshaped(&w2.dot(&w1.dot(&x.t()).mapv(f_h)).mapv(f_o)),
        ),
        ("the transpose stands at the wrong factor, Xᵀ: the product is X W1ᵀ", |x, w1, w2, f_h, f_o| {
            x.t().dot(w1).mapv(f_h).dot(&w2.t()).mapv(f_o)
        }),
        ("the layers are swapped: X meets W1ᵀ first, then H meets W2ᵀ", |x, w1, w2, f_h, f_o| {
            x.dot(&w2.t()).mapv(f_h).dot(&w1.t()).mapv(f_o)
        }),
        ("both layers have the weights W1: the output has W2, f_o(H W2ᵀ)", |x, w1, _, f_h, f_o| {
            x.dot(&w1.t()).mapv(f_h).dot(&w1.t()).mapv(f_o)
        }),
        ("both layers have the weights W2: the hidden layer has W1, f_h(X W1ᵀ)", |x, _, w2, f_h, f_o| {
            x.dot(&w2.t()).mapv(f_h).dot(&w2.t()).mapv(f_o)
        }),
        ("this is H: the output layer is missing", |x, w1, _, f_h, _| x.dot(&w1.t()).mapv(f_h)),
        ("this is f_o(H): the product with W2ᵀ is missing", |x, w1, _, f_h, f_o| x.dot(&w1.t()).mapv(f_h).mapv(f_o)),
        ("this is f_o(X W1ᵀ): the second layer is missing", |x, w1, _, _, f_o| x.dot(&w1.t()).mapv(f_o)),
        ("the last sample is left out, its outputs stay 0: the loop runs over all rows of X", |x, w1, w2, f_h, f_o| {
            rows(&layer(&layer(x, w1, f_h), w2, f_o), |row, n| row + 1 < n)
        }),
        ("the first sample is left out, its outputs stay 0: rows are counted from 0", |x, w1, w2, f_h, f_o| {
            rows(&layer(&layer(x, w1, f_h), w2, f_o), |row, _| row > 0)
        }),
        (
            "only the first sample is computed, the others stay 0: does a `return` end the loop?",
            |x, w1, w2, f_h, f_o| rows(&layer(&layer(x, w1, f_h), w2, f_o), |row, _| row == 0),
        ),
        ("only the last sample is there, the others stay 0: write each to its own row", |x, w1, w2, f_h, f_o| {
            rows(&layer(&layer(x, w1, f_h), w2, f_o), |row, n| row + 1 == n)
        }),
        ("only one row comes back, that of the first sample: the result has a row for each", |x, w1, w2, f_h, f_o| {
            layer(&layer(x, w1, f_h), w2, f_o).select(Axis(0), &[0])
        }),
        ("all rows are that of the first sample: sample i goes through the network alone", |x, w1, w2, f_h, f_o| {
            layer(&layer(x, w1, f_h), w2, f_o).select(Axis(0), &vec![0; x.nrows()])
        }),
        ("all rows are that of the last sample: sample i belongs into row i", |x, w1, w2, f_h, f_o| {
            layer(&layer(x, w1, f_h), w2, f_o).select(Axis(0), &vec![x.nrows() - 1; x.nrows()])
        }),
        ("the samples stand in reverse order: sample i belongs into row i", |x, w1, w2, f_h, f_o| {
            let rows: Vec<usize> = (0..x.nrows()).rev().collect();
            layer(&layer(x, w1, f_h), w2, f_o).select(Axis(0), &rows)
        }),
        ("only the first output of each sample is computed, the others stay 0", |x, w1, w2, f_h, f_o| {
            columns(&layer(&layer(x, w1, f_h), w2, f_o), |column, _| column == 0)
        }),
        ("the last output of each sample is left out, it stays 0: W2 has m rows", |x, w1, w2, f_h, f_o| {
            columns(&layer(&layer(x, w1, f_h), w2, f_o), |column, m| column + 1 < m)
        }),
        (
            "the first output of each sample is left out, it stays 0: rows of W2 are counted from 0",
            |x, w1, w2, f_h, f_o| columns(&layer(&layer(x, w1, f_h), w2, f_o), |column, _| column > 0),
        ),
        ("all outputs are the first one: output j has its weights in row j of W2", |x, w1, w2, f_h, f_o| {
            layer(&layer(x, w1, f_h), w2, f_o).select(Axis(1), &vec![0; w2.nrows()])
        }),
        ("the last hidden neuron is left out: the sums of the output run over all of H", |x, w1, w2, f_h, f_o| {
            layer(&columns(&layer(x, w1, f_h), |column, d| column + 1 < d), w2, f_o)
        }),
        ("hidden neuron 0 is left out: the sums of the output begin at index 0", |x, w1, w2, f_h, f_o| {
            layer(&columns(&layer(x, w1, f_h), |column, _| column > 0), w2, f_o)
        }),
        (
            "feature 0 is left out, the constant: the sums of the hidden layer begin at index 0",
            |x, w1, w2, f_h, f_o| layer(&layer(&columns(x, |column, _| column > 0), w1, f_h), w2, f_o),
        ),
        (
            "the last feature is left out: the sums of the hidden layer run over all columns of X",
            |x, w1, w2, f_h, f_o| layer(&layer(&columns(x, |column, k| column + 1 < k), w1, f_h), w2, f_o),
        ),
        ("all outputs are 0: write them into the matrix that is returned", |x, _, w2, _, _| {
            Array2::zeros((x.nrows(), w2.nrows()))
        }),
        ("the samples are added up in H: each sample goes through the network alone", |x, w1, w2, f_h, f_o| {
            let mut h = layer(x, w1, identity);
            for row in 1..h.nrows() {
                let sums = &h.row(row - 1) + &h.row(row);
                h.row_mut(row).assign(&sums);
            }
            layer(&h.mapv(f_h), w2, f_o)
        }),
        ("the outputs of the samples before are added to each sample: write each with `=`", |x, w1, w2, f_h, f_o| {
            let mut y_hat = layer(&layer(x, w1, f_h), w2, f_o);
            for row in 1..y_hat.nrows() {
                let sums = &y_hat.row(row - 1) + &y_hat.row(row);
                y_hat.row_mut(row).assign(&sums);
            }
            y_hat
        }),
        ("in H the sum is not set back to 0 for the next neuron", |x, w1, w2, f_h, f_o| {
            let mut h = layer(x, w1, identity);
            for column in 1..h.ncols() {
                let sums = &h.column(column - 1) + &h.column(column);
                h.column_mut(column).assign(&sums);
            }
            layer(&h.mapv(f_h), w2, f_o)
        }),
        ("the outputs are divided by the number of samples: each sample goes through alone", |x, w1, w2, f_h, f_o| {
            layer(&layer(x, w1, f_h), w2, f_o) / x.nrows() as f64
        }),
        ("the mean of the batch is taken: each sample has a row of its own in the result", |x, w1, w2, f_h, f_o| {
            layer(&layer(x, w1, f_h), w2, f_o).mean_axis(Axis(0)).unwrap().insert_axis(Axis(0))
        }),
        ("ReLU is built into the hidden layer: call the function that was handed over, `f_h`", |x, w1, w2, _, f_o| {
            layer(&layer(x, w1, relu), w2, f_o)
        }),
        ("the sigmoid is built into the output: call the function that was handed over, `f_o`", |x, w1, w2, f_h, _| {
            layer(&layer(x, w1, f_h), w2, sigmoid)
        }),
        ("the sigmoid is built into both layers: call the functions that were handed over", |x, w1, w2, _, _| {
            layer(&layer(x, w1, sigmoid), w2, sigmoid)
        }),
        ("tanh is built into the hidden layer: call the function that was handed over, `f_h`", |x, w1, w2, _, f_o| {
            layer(&layer(x, w1, f64::tanh), w2, f_o)
        }),
        ("negative outputs are cut off at 0: return f_o(H W2ᵀ) as it is", |x, w1, w2, f_h, f_o| {
            layer(&layer(x, w1, f_h), w2, f_o).mapv(relu)
        }),
        ("negative hidden activations are cut off at 0: W2 meets f_h(X W1ᵀ) as it is", |x, w1, w2, f_h, f_o| {
            layer(&layer(x, w1, f_h).mapv(relu), w2, f_o)
        }),
        ("the outputs have lost their signs: return f_o(H W2ᵀ) as it is", |x, w1, w2, f_h, f_o| {
            layer(&layer(x, w1, f_h), w2, f_o).mapv(f64::abs)
        }),
        ("the outputs of a sample are divided by their sum: return f_o(H W2ᵀ) as it is", |x, w1, w2, f_h, f_o| {
            let y_hat = layer(&layer(x, w1, f_h), w2, f_o);
            let sums = y_hat.sum_axis(Axis(1)).insert_axis(Axis(1));
            y_hat / sums
        }),
        ("a sample of zeros ends the loop: the samples behind it count too", |x, w1, w2, f_h, f_o| {
            let end = x.rows().into_iter().position(|row| row.iter().all(|&v| v == 0.0)).unwrap_or(x.nrows());
            rows(&layer(&layer(x, w1, f_h), w2, f_o), |row, _| row < end)
        }),
        ("a sample of zeros gets outputs of 0: it goes through the network like the others", |x, w1, w2, f_h, f_o| {
            rows(&layer(&layer(x, w1, f_h), w2, f_o), |row, _| x.row(row).iter().any(|&v| v != 0.0))
        }),
        ("square matrices are treated in another way: X W1ᵀ needs its transpose there too", |x, w1, w2, f_h, f_o| {
            let product = |x: &Array2<f64>, w: &Array2<f64>| if w.is_square() { x.dot(w) } else { x.dot(&w.t()) };
            product(&product(x, w1).mapv(f_h), w2).mapv(f_o)
        }),
        (
            "the numbers are taken in the order in which memory has them: index them, `x[[i, j]]`",
            |x, w1, w2, f_h, f_o| {
                let in_memory =
                    |a: &Array2<f64>| Array2::from_shape_vec(a.dim(), a.as_slice_memory_order().unwrap().to_vec());
                layer(&layer(&in_memory(x).unwrap(), w1, f_h), w2, f_o)
            },
        ),
        (
            "a length of 1 is stretched to any length, as `*` does: keep both `assert_eq!` of the stub",
            |x, w1, w2, f_h, f_o| {
                let product = |x: &Array2<f64>, w: &Array2<f64>| {
                    assert!(x.ncols() == w.ncols() || x.ncols() == 1 || w.ncols() == 1);
                    let sum = |row: usize, j: usize| (&x.row(row) * &w.row(j)).sum();
                    Array2::from_shape_fn((x.nrows(), w.nrows()), |(row, j)| sum(row, j))
                };
                product(&product(x, w1).mapv(f_h), w2).mapv(f_o)
            },
        ),
        (
            "sizes that do not fit are cut to the smaller one: keep both `assert_eq!` of the stub",
            |x, w1, w2, f_h, f_o| {
                let product = |x: &Array2<f64>, w: &Array2<f64>| {
                    let sum = |row: usize, j: usize| x.row(row).iter().zip(w.row(j)).map(|(x, w)| x * w).sum();
                    Array2::from_shape_fn((x.nrows(), w.nrows()), |(row, j)| sum(row, j))
                };
                product(&product(x, w1).mapv(f_h), w2).mapv(f_o)
            },
        ),
        ("f_h is not applied where the sum is 0: f_h(0) need not be 0", |x, w1, w2, f_h, f_o| {
            layer(&layer(x, w1, identity).mapv(|a| if a == 0.0 { 0.0 } else { f_h(a) }), w2, f_o)
        }),
        ("f_o is not applied where the sum is 0: f_o(0) need not be 0", |x, w1, w2, f_h, f_o| {
            layer(&layer(x, w1, f_h), w2, identity).mapv(|a| if a == 0.0 { 0.0 } else { f_o(a) })
        }),
        ("the outputs are cut off at 0 and 1: return f_o(H W2ᵀ) as it is", |x, w1, w2, f_h, f_o| {
            layer(&layer(x, w1, f_h), w2, f_o).mapv(|y| y.clamp(0.0, 1.0))
        }),
        (
            "a loop over the samples ends too early: there are n of them, the rows of X, not its columns",
            |x, w1, w2, f_h, f_o| rows(&layer(&layer(x, w1, f_h), w2, f_o), |row, _| row < x.ncols()),
        ),
        (
            "a loop over the samples ends too early: there are n of them, the rows of X, not those of W2",
            |x, w1, w2, f_h, f_o| rows(&layer(&layer(x, w1, f_h), w2, f_o), |row, _| row < w2.nrows()),
        ),
    ],
    inputs: || {
        let mut random = Random::seeded(1044);
        let (w1, w2) = (array![[1.0, 2.0], [3.0, -1.0]], array![[-1.0, 1.0], [2.0, 4.0]]);
        let x = array![[1.0, 5.0], [2.0, 1.0]];
        let xor = array![[1.0, 0.0, 0.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0], [1.0, 1.0, 1.0]];
        let mut inputs: Vec<Inputs> = vec![
            (x.clone(), w1.clone(), w2.clone(), relu, square),
            (xor, array![[0.0, 1.0, 1.0], [-1.0, 1.0, 1.0]], array![[1.0, -2.0]], relu, line),
            (array![[1.0, 2.0], [0.0, 0.0], [-1.0, 0.5]], w1.clone(), w2.clone(), line, curve),
            (array![[0.5, -2.0, 1.0]], array![[1.0, -0.5, 2.0]], array![[-0.7]], line, curve),
            (
                array![[1.0, 2.0], [-1.0, 0.5]],
                array![[0.0, 0.0], [1.5, -2.0]],
                array![[0.5, -1.0], [0.0, 0.0]],
                line,
                curve,
            ),
            (array![[1.0], [2.0]], w1.clone(), w2.clone(), line, line),
            (array![[1.0, 5.0, 2.0]], w1.clone(), w2.clone(), line, line),
            (x.clone(), w1.clone(), array![[2.0], [3.0]], line, line),
            (x, w1, array![[2.0, 1.0, -1.0], [3.0, 0.5, 2.0]], line, line),
        ];
        let functions: [(F, F); 4] = [(f64::tanh, sigmoid), (line, curve), (sigmoid, identity), (curve, line)];
        let sizes = [
            (3, 3, 3, 3),
            (5, 3, 4, 2),
            (1, 3, 2, 4),
            (4, 4, 4, 4),
            (4, 2, 2, 2),
            (2, 3, 3, 3),
            (3, 2, 4, 1),
            (1, 2, 5, 3),
            (5, 4, 4, 2),
            (3, 3, 5, 3),
            (2, 2, 2, 2),
            (4, 3, 4, 3),
            (7, 1, 3, 2),
            (4, 3, 1, 2),
        ];
        for (place, (n, k, d, m)) in sizes.into_iter().enumerate() {
            let (f_h, f_o) = functions[place % 4];
            inputs.push((1.5 * random.matrix(n, k), 2.0 * random.matrix(d, k), 2.0 * random.matrix(m, d), f_h, f_o));
        }
        for (n, k) in [(4, 3), (3, 3)] {
            let turned = random.matrix(k, n).t().to_owned();
            inputs.push((turned, random.matrix(4, k), random.matrix(2, 4), line, curve));
        }
        // The first ones in other units.
        for size in [1e30, 1e-30] {
            let scaled: Vec<Inputs> = inputs
                .iter()
                .take(4)
                .map(|(x, w1, w2, f_h, f_o)| (x.clone(), size * w1, w2.clone(), *f_h, *f_o))
                .collect();
            inputs.extend(scaled);
        }
        inputs
    },
    call: |network_batch, (x, w1, w2, f_h, f_o)| network_batch(x, w1, w2, *f_h, *f_o).into(),
    properties: &[
        ("the weights of the hidden layer are very large", |(_, w1, ..)| w1.iter().any(|v| v.abs() > 1e10)),
        ("the weights of the hidden layer are very small", |(_, w1, ..)| {
            !w1.is_empty() && w1.iter().all(|v| v.abs() < 1e-10)
        }),
        ("X has not a column for each column of W1", |(x, w1, ..)| x.ncols() != w1.ncols()),
        ("W2 has not a column for each hidden neuron", |(_, w1, w2, ..)| w2.ncols() != w1.nrows()),
        ("the shapes do not fit", |(x, w1, w2, ..)| x.ncols() != w1.ncols() || w2.ncols() != w1.nrows()),
        ("there is more than one sample", |(x, ..)| x.nrows() > 1),
        ("there is more than one output", |(_, _, w2, ..)| w2.nrows() > 1),
        ("there is more than one hidden neuron", |(_, w1, ..)| w1.nrows() > 1),
        ("there is more than one feature", |(_, w1, ..)| w1.ncols() > 1),
        ("n, k, d and m are equal", |(x, w1, w2, ..)| x.is_square() && w1.is_square() && w2.is_square()),
        ("W1 and W2 are square", |(_, w1, w2, ..)| w1.is_square() && w2.is_square()),
        ("W1 is square", |(_, w1, ..)| w1.is_square()),
        ("W2 is square", |(_, _, w2, ..)| w2.is_square()),
        ("X is square", |(x, ..)| x.is_square()),
        ("there are more samples than features", |(x, ..)| x.nrows() > x.ncols()),
        ("there are more samples than outputs", |(x, _, w2, ..)| x.nrows() > w2.nrows()),
        ("there are more samples than hidden neurons", |(x, w1, ..)| x.nrows() > w1.nrows()),
        ("there are more hidden neurons than features", |(_, w1, ..)| w1.nrows() > w1.ncols()),
        ("X stands in memory column by column, after `t().to_owned()`", |(x, ..)| !x.is_standard_layout()),
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

/// The numbers of a matrix, row by row, in the shape of its transpose.
fn reshaped(matrix: &Array2<f64>) -> Array2<f64> {
    Array2::from_shape_vec((matrix.ncols(), matrix.nrows()), matrix.iter().copied().collect()).unwrap()
}

/// The rows that are kept, the others are 0.
fn rows(matrix: &Array2<f64>, kept: impl Fn(usize, usize) -> bool) -> Array2<f64> {
    Array2::from_shape_fn(matrix.dim(), |(row, j)| if kept(row, matrix.nrows()) { matrix[[row, j]] } else { 0.0 })
}

/// The columns that are kept, the others are 0.
fn columns(matrix: &Array2<f64>, kept: impl Fn(usize, usize) -> bool) -> Array2<f64> {
    Array2::from_shape_fn(matrix.dim(), |(row, j)| if kept(j, matrix.ncols()) { matrix[[row, j]] } else { 0.0 })
}

pub fn identity(a: f64) -> f64 {
    a
}

/// A layer in sums for each row of `x`, straight from its formula.
pub fn layer(x: &Array2<f64>, w: &Array2<f64>, f: fn(f64) -> f64) -> Array2<f64> {
    let sum = |(sample, j)| (0..w.ncols()).map(|i| w[[j, i]] * x[[sample, i]]).sum();
    Array2::from_shape_fn((x.nrows(), w.nrows()), |place| f(sum(place)))
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
