//! Spoilers: wrong ways to write `layer`, and the inputs that tell them apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, Array2, Axis, array};

pub type Layer = fn(&Array2<f64>, &Array1<f64>, fn(f64) -> f64) -> Array1<f64>;
type Inputs = (Array2<f64>, Array1<f64>, fn(f64) -> f64);

pub static LAYER: Diagnosis<Layer, Layer, Inputs> = Diagnosis {
    function: "layer",
    slot: |f| f,
    right: |w, x, f| {
        assert_eq!(w.ncols(), x.len());
        sums(w, x).mapv(f)
    },
    mistakes: &[
        ("the activation is not applied: these are the pre-activations Wx", |w, x, _| sums(w, x)),
        ("the activation is applied twice: the answers are f(Wx), once", |w, x, f| sums(w, x).mapv(f).mapv(f)),
        ("the activation is applied to the features: multiply first, then apply f to each entry of Wx", |w, x, f| {
            sums(w, &x.mapv(f))
        }),
        ("the activation is applied to the weights: multiply first, then apply f to each entry of Wx", |w, x, f| {
            sums(&w.mapv(f), x)
        }),
        ("the activation is applied to each product: add up first, then apply f to each sum", |w, x, f| {
            per_neuron(w, x, |products| products.iter().copied().map(f).sum())
        }),
        ("the activation is applied to the features and to the sums: apply f once, to the sums", |w, x, f| {
            sums(w, &x.mapv(f)).mapv(f)
        }),
        ("the activation is applied to each product and to the sums: apply f once, to the sums", |w, x, f| {
            per_neuron(w, x, |products| f(products.iter().copied().map(f).sum()))
        }),
        ("the activation is applied inside the inner loop, after each product: apply f once, after it", |w, x, f| {
            per_neuron(w, x, |products| products.iter().fold(0.0, |sum, product| f(sum + product)))
        }),
        ("this is f(Wᵀx): each row of W is a neuron, so the product is Wx, without the transpose", |w, x, f| {
            assert_eq!(w.nrows(), x.len(), "inputs are not compatible for matrix multiplication");
            sums(&w.t().to_owned(), x).mapv(f)
        }),
        ("the indices of W are swapped: the neuron is the row, so write `w[[neuron, feature]]`", |w, x, f| {
            (0..w.nrows()).map(|j| f((0..w.ncols()).map(|i| w[[i, j]] * x[i]).sum())).collect()
        }),
        ("there is one answer for each column of W: each row is a neuron, `w[[neuron, feature]]`", |w, x, f| {
            (0..w.ncols()).map(|j| f((0..w.nrows()).map(|i| w[[i, j]] * x[i]).sum())).collect()
        }),
        ("the products are added along the wrong axis, over the neurons: each row of W is one sum", |w, x, f| {
            (w * x).sum_axis(Axis(0)).mapv(f)
        }),
        ("the sum is not reset: start at 0 for each neuron, inside the outer loop", |w, x, f| {
            running(&sums(w, x)).mapv(f)
        }),
        ("the activated answers are added up: each entry is the answer of one neuron", |w, x, f| {
            running(&sums(w, x).mapv(f))
        }),
        ("only the last product is kept: `+=` adds to the sum, `=` overwrites it", |w, x, f| {
            per_neuron(w, x, |products| f(products.last().copied().unwrap_or(0.0)))
        }),
        ("only the first product is there: the inner loop runs over all features", |w, x, f| {
            per_neuron(w, x, |products| f(products[0]))
        }),
        ("the first feature is left out: each neuron's first weight counts, too", |w, x, f| {
            per_neuron(w, x, |products| f(products.iter().skip(1).sum()))
        }),
        ("the last feature is left out: `0..x.len()` ends with the last index", |w, x, f| {
            per_neuron(w, x, |products| f(products[..products.len() - 1].iter().sum()))
        }),
        ("the answer of the first neuron stays 0: indices start at 0", |w, x, f| {
            written(&sums(w, x).mapv(f), |j, _| j > 0)
        }),
        ("the answer of the last neuron stays 0: `0..w.nrows()` ends with the last index", |w, x, f| {
            written(&sums(w, x).mapv(f), |j, m| j + 1 < m)
        }),
        ("the first neuron has no answer: indices start at 0", |w, x, f| {
            sums(w, x).mapv(f).into_iter().skip(1).collect()
        }),
        ("the last neuron has no answer: `0..w.nrows()` ends with the last index", |w, x, f| {
            sums(w, x).mapv(f).into_iter().take(w.nrows().saturating_sub(1)).collect()
        }),
        ("only the first neuron has answered: does a `return` inside the loop end it?", |w, x, f| {
            written(&sums(w, x).mapv(f), |j, _| j == 0)
        }),
        ("only the first neuron has answered: does a `return` inside the loop end it?", |w, x, f| {
            sums(w, x).mapv(f).into_iter().take(1).collect()
        }),
        ("only the last neuron has answered: write to `y_hat[j]`, with the number of the neuron", |w, x, f| {
            written(&sums(w, x).mapv(f), |j, m| j + 1 == m)
        }),
        ("only as many neurons answer as there are features: the outer loop runs over `0..w.nrows()`", |w, x, f| {
            let a = sums(w, x).mapv(f);
            let mut y_hat = Array1::zeros(w.nrows());
            for j in 0..x.len() {
                y_hat[j] = a[j];
            }
            y_hat
        }),
        ("there is one answer for each feature: wanted is one for each neuron, `w.nrows()`", |w, x, f| {
            let a = sums(w, x).mapv(f);
            Array1::from_shape_fn(x.len(), |j| if j < a.len() { a[j] } else { 0.0 })
        }),
        ("there is one answer for each feature: wanted is one for each neuron, `w.nrows()`", |w, x, f| {
            let a = sums(w, x).mapv(f);
            Array1::from_shape_fn(x.len(), |j| a[j])
        }),
        ("the inner loop runs over the neurons: a sum takes all features, `0..x.len()`", |w, x, f| {
            (0..w.nrows()).map(|j| f((0..w.nrows()).map(|i| w[[j, i]] * x[i]).sum())).collect()
        }),
        ("the answers are all 0: write to `y_hat[j]`, and return the array", |w, _, _| Array1::zeros(w.nrows())),
        ("all neurons answer like the first: take row j of W for neuron j", |w, x, f| {
            let a = sums(w, x).mapv(f);
            a.mapv(|_| a[0])
        }),
        ("all neurons answer like the last: take row j of W for neuron j", |w, x, f| {
            let a = sums(w, x).mapv(f);
            a.mapv(|_| a[a.len() - 1])
        }),
        ("the sums of all neurons are added up to one: each row of W is a sum of its own", |w, x, f| {
            let a = sums(w, x);
            a.mapv(|_| f(a.sum()))
        }),
        ("the sums of all neurons are added up to one: each row of W is a sum of its own", |w, x, f| {
            array![f(sums(w, x).sum())]
        }),
        ("the answers stand in reverse order: entry j is that of row j", |w, x, f| {
            sums(w, x).mapv(f).iter().rev().copied().collect()
        }),
        ("the features are read backwards: weight i belongs to feature i", |w, x, f| {
            sums(w, &x.iter().rev().copied().collect()).mapv(f)
        }),
        ("f is applied to the first neuron only: all entries go through it", |w, x, f| {
            let mut a = sums(w, x);
            a[0] = f(a[0]);
            a
        }),
        ("f is applied to the last neuron only: all entries go through it", |w, x, f| {
            let mut a = sums(w, x);
            let last = a.len() - 1;
            a[last] = f(a[last]);
            a
        }),
        ("only as many entries go through f as there are features: apply it to each entry of Wx", |w, x, f| {
            sums(w, x).iter().enumerate().map(|(j, &a)| if j < x.len() { f(a) } else { a }).collect()
        }),
        ("the last neuron is not activated: all entries of Wx go through f", |w, x, f| {
            let a = sums(w, x);
            let last = a.len() - 1;
            Array1::from_shape_fn(a.len(), |j| if j == last { a[j] } else { f(a[j]) })
        }),
        ("the first neuron is not activated: all entries of Wx go through f", |w, x, f| {
            let a = sums(w, x);
            Array1::from_shape_fn(a.len(), |j| if j == 0 { a[j] } else { f(a[j]) })
        }),
        ("the bias is added after the activation: it belongs to the sum that f is applied to", |w, x, f| {
            per_neuron(w, x, |products| products[0] + f(products.iter().skip(1).sum()))
        }),
        ("the bias is added after the activation: it belongs to the sum that f is applied to", |w, x, f| {
            per_neuron(w, x, |products| f(products.iter().skip(1).sum())) + w.column(0)
        }),
        ("the first weight is added once more: with x[0] = 1 the bias is one of the products already", |w, x, f| {
            (sums(w, x) + w.column(0)).mapv(f)
        }),
        ("the first weight is added without its feature: multiply every weight by its feature", |w, x, f| {
            (per_neuron(w, x, |products| products.iter().skip(1).sum()) + w.column(0)).mapv(f)
        }),
        ("weights are added without their features: multiply each by its xᵢ", |w, _, f| w.sum_axis(Axis(1)).mapv(f)),
        ("features are added without their weights: multiply each by its weight", |w, x, f| {
            Array1::from_elem(w.nrows(), f(x.sum()))
        }),
        ("the sum of the weights times the sum of the features: multiply first, then add", |w, x, f| {
            (w.sum_axis(Axis(1)) * x.sum()).mapv(f)
        }),
        ("weights and features are added: multiply each weight by its feature", |w, x, f| {
            (w.sum_axis(Axis(1)) + x.sum()).mapv(f)
        }),
        ("f is applied to the mean of the products: the sum is not divided", |w, x, f| {
            (sums(w, x) / x.len() as f64).mapv(f)
        }),
        ("the sums are divided by the number of neurons: they are not", |w, x, f| {
            (sums(w, x) / w.nrows() as f64).mapv(f)
        }),
        ("f is applied to −Wx: the answers are f(Wx)", |w, x, f| (-sums(w, x)).mapv(f)),
        ("the sign of the answers is the other way round: they are f(Wx)", |w, x, f| -sums(w, x).mapv(f)),
        ("the sign of the sums is lost before the activation: they may be negative", |w, x, f| {
            sums(w, x).mapv(f64::abs).mapv(f)
        }),
        ("the sign of the answers is lost: they may be negative", |w, x, f| sums(w, x).mapv(f).mapv(f64::abs)),
        ("negative sums are cut off at 0 before the activation: f takes any number", |w, x, f| {
            sums(w, x).mapv(|a| a.max(0.0)).mapv(f)
        }),
        ("negative answers are cut off at 0: they are f(Wx) as it is", |w, x, f| {
            sums(w, x).mapv(f).mapv(|a| a.max(0.0))
        }),
        ("where a sum is 0 the answer is 0: it is f(0) there, which need not be 0", |w, x, f| {
            sums(w, x).mapv(|a| if a == 0.0 { 0.0 } else { f(a) })
        }),
        ("f is applied to positive sums only: each entry of Wx goes through it", |w, x, f| {
            sums(w, x).mapv(|a| if a > 0.0 { f(a) } else { a })
        }),
        ("f is applied to positive sums only: each entry of Wx goes through it", |w, x, f| {
            sums(w, x).mapv(|a| if a > 0.0 { f(a) } else { 0.0 })
        }),
        ("a and f(a) are multiplied: the answers are f(Wx) alone", |w, x, f| sums(w, x).mapv(|a| a * f(a))),
        ("Wx and f(Wx) are added: the answers are f(Wx) alone", |w, x, f| sums(w, x).mapv(|a| a + f(a))),
        ("the sign is built in: call the function `f` that was handed over", |w, x, _| sums(w, x).mapv(side)),
        ("the sigmoid is built in: call the function `f` that was handed over", |w, x, _| sums(w, x).mapv(logistic)),
        ("the square is built in: call the function `f` that was handed over", |w, x, _| sums(w, x).mapv(square)),
        ("ReLU is built in: call the function `f` that was handed over", |w, x, _| sums(w, x).mapv(|a| a.max(0.0))),
        ("small answers become 0: they are f(Wx) as it is", |w, x, f| {
            sums(w, x).mapv(|a| if f(a).abs() < 1e-3 { 0.0 } else { f(a) })
        }),
        ("small answers become 0: they are f(Wx) as it is", |w, x, f| {
            sums(w, x).mapv(|a| if f(a).abs() < 1e-6 { 0.0 } else { f(a) })
        }),
        ("the digits after the point are lost: keep the numbers as `f64`, without `as i64`", |w, x, f| {
            sums(w, x).mapv(f64::trunc).mapv(f)
        }),
        ("the digits after the point are lost: keep the numbers as `f64`, without `as i64`", |w, x, f| {
            sums(w, x).mapv(f).mapv(f64::trunc)
        }),
        ("the answers are divided by their sum: each is f of its own sum", |w, x, f| {
            let y_hat = sums(w, x).mapv(f);
            &y_hat / y_hat.sum()
        }),
        ("only the largest sum has an answer: each neuron answers for itself", |w, x, f| {
            let a = sums(w, x);
            let largest = a.iter().fold(f64::NEG_INFINITY, |max, &a| max.max(a));
            a.mapv(|a| if a == largest { f(a) } else { 0.0 })
        }),
        ("different sizes are cut to the smaller one: keep the `assert_eq!` of the stub", |w, x, f| sums(w, x).mapv(f)),
        ("a length of 1 is stretched to the other's, as `*` does: keep the `assert_eq!` of the stub", |w, x, f| {
            (w * x).sum_axis(Axis(1)).mapv(f)
        }),
        ("features without a weight are ignored: keep the `assert_eq!` of the stub", |w, x, f| {
            (0..w.nrows()).map(|j| f((0..w.ncols()).map(|i| w[[j, i]] * x[i]).sum())).collect()
        }),
        ("weights without a feature are ignored: keep the `assert_eq!` of the stub", |w, x, f| {
            (0..w.nrows()).map(|j| f((0..x.len()).map(|i| w[[j, i]] * x[i]).sum())).collect()
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1025);
        let by_columns = array![[1.0, 0.5, -2.0], [0.3, 2.0, 4.0]].reversed_axes();
        let mut inputs: Vec<Inputs> = vec![
            (array![[1.0, 2.0], [3.0, -1.0], [0.0, 2.0]], array![1.0, 2.0], square),
            (array![[1.0, 2.0], [3.0, 4.0]], array![1.0, 3.0], square),
            (array![[2.0, -1.0], [0.0, -4.0], [-1.0, 2.0]], array![1.0, 2.0], line),
            (array![[0.5, 2.0, -1.0]], array![1.0, 2.0, 4.5], line),
            (array![[1.5], [-0.5], [0.0]], array![3.0], line),
            (by_columns, array![1.0, 2.5], line),
            (array![[3e-4, -2e-4], [1e-4, 3e-4]], array![1.0, 0.5], |a| a),
            (array![[-4e-7, 3e-7], [2e-7, 1e-7]], array![1.0, 0.6], |a| a),
            (array![[2e4, -3e5], [4e4, 1e5]], array![1.0, 0.7], |a| a),
            (array![[2.0, 0.5], [0.3, 1.2]], array![1.0, 0.0], logistic),
            (array![[3.0, 1.0], [2.0, 1.5]], array![2.0, 1.0, 4.0], square),
            (array![[3.0, 1.0, 4.0], [2.0, 1.5, 1.0]], array![2.0, 1.0], square),
            (array![[3.0], [2.0]], array![2.0, 1.0], square),
            (array![[3.0, 1.0]], array![2.0], square),
            (array![[3.0, 1.0], [0.5, 2.0]], array![2.0], square),
        ];
        for f in [line, logistic, side, square, |a: f64| a, |a: f64| -a * a * a] {
            let sizes = [(3, 3), (5, 2), (4, 3), (2, 4)];
            inputs.extend(sizes.map(|(m, k)| (2.0 * random.matrix(m, k), 2.0 * random.vector(k), f)));
        }
        // The first ones in other units.
        for size in [1e30, 1e-30] {
            let scaled: Vec<Inputs> = inputs.iter().take(4).map(|(w, x, f)| (size * w, x.clone(), *f)).collect();
            inputs.extend(scaled);
        }
        inputs
    },
    call: |layer, (w, x, f)| layer(w, x, *f).into(),
    properties: &[
        ("the weights are very large", |(w, ..)| w.iter().any(|v| v.abs() > 1e10)),
        ("the weights are very small", |(w, ..)| !w.is_empty() && w.iter().all(|v| v.abs() < 1e-10)),
        ("a pre-activation is 0", |(w, x, _)| sums(w, x).iter().any(|&a| a == 0.0)),
        ("a pre-activation is negative", |(w, x, _)| sums(w, x).iter().any(|&a| a < 0.0)),
        ("all pre-activations are less than 0.001 in size", |(w, x, _)| sums(w, x).iter().all(|a| a.abs() < 1e-3)),
        ("a pre-activation is more than 1000 in size", |(w, x, _)| sums(w, x).iter().any(|a| a.abs() > 1e3)),
        ("an answer is negative", |(w, x, f)| sums(w, x).iter().any(|&a| f(a) < 0.0)),
        ("f(0) is not 0", |(_, _, f)| f(0.0) != 0.0),
        ("there are as many neurons as features", |(w, _, _)| w.is_square()),
        ("there are more neurons than features", |(w, _, _)| w.nrows() > w.ncols()),
        ("there are more features than neurons", |(w, _, _)| w.nrows() < w.ncols()),
        ("there is more than one neuron", |(w, _, _)| w.nrows() > 1),
        ("there is more than one feature", |(w, _, _)| w.ncols() > 1),
        ("there are more than two neurons", |(w, _, _)| w.nrows() > 2),
        ("there are more than two features", |(w, _, _)| w.ncols() > 2),
        ("the first feature is not 1", |(_, x, _)| x[0] != 1.0),
        ("a feature is negative", |(_, x, _)| x.iter().any(|&x| x < 0.0)),
    ],
};

/// The logistic function, made here so that this task needs no other.
pub fn logistic(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// −1, 0 or 1, made here so that this task needs no other.
pub fn side(a: f64) -> f64 {
    f64::from(i8::from(a > 0.0) - i8::from(a < 0.0))
}

fn square(a: f64) -> f64 {
    a * a
}

fn line(a: f64) -> f64 {
    2.0 * a + 3.0
}

/// One number for each neuron, made from its products.
fn per_neuron(w: &Array2<f64>, x: &Array1<f64>, number: impl Fn(&[f64]) -> f64) -> Array1<f64> {
    w.rows().into_iter().map(|row| number(&row.iter().zip(x).map(|(w, x)| w * x).collect::<Vec<_>>())).collect()
}

fn sums(w: &Array2<f64>, x: &Array1<f64>) -> Array1<f64> {
    per_neuron(w, x, |products| products.iter().sum())
}

/// Each entry with all before it added.
fn running(v: &Array1<f64>) -> Array1<f64> {
    (0..v.len()).map(|j| v.iter().take(j + 1).sum()).collect()
}

/// Zeros, with those entries of `v` that `is_written` says, of their index and the length.
fn written(v: &Array1<f64>, is_written: fn(usize, usize) -> bool) -> Array1<f64> {
    Array1::from_shape_fn(v.len(), |j| if is_written(j, v.len()) { v[j] } else { 0.0 })
}
