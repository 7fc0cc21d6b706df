//! Spoilers: wrong ways to write `neuron`, and the inputs that tell them apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, array};

pub type Neuron = fn(&Array1<f64>, &Array1<f64>, fn(f64) -> f64) -> f64;
type Inputs = (Array1<f64>, Array1<f64>, fn(f64) -> f64);

pub static NEURON: Diagnosis<Neuron, Neuron, Inputs> = Diagnosis {
    function: "neuron",
    slot: |f| f,
    right: |w, x, f| {
        assert_eq!(w.len(), x.len());
        f(sum(w, x))
    },
    mistakes: &[
        ("the activation is not applied: this is the pre-activation a, and the answer is f(a)", |w, x, _| sum(w, x)),
        ("the activation is applied twice: the answer is f(a), not f(f(a))", |w, x, f| f(f(sum(w, x)))),
        ("the activation is applied to the features: add up first, then apply f to the sum", |w, x, f| {
            sum(w, &x.mapv(f))
        }),
        ("the activation is applied to the weights: add up first, then apply f to the sum", |w, x, f| {
            sum(&w.mapv(f), x)
        }),
        (
            "the activation is applied to weights and features: add up the products, then apply f to the sum",
            |w, x, f| sum(&w.mapv(f), &x.mapv(f)),
        ),
        ("the activation is applied to each product: add up first, then apply f to the sum", |w, x, f| {
            products(w, x).map(f).sum()
        }),
        ("the activation is applied to the features and to the sum: apply f once, to the sum", |w, x, f| {
            f(sum(w, &x.mapv(f)))
        }),
        ("the activation is applied to the weights and to the sum: apply f once, to the sum", |w, x, f| {
            f(sum(&w.mapv(f), x))
        }),
        ("the activation is applied to each product and to the sum: apply f once, to the sum", |w, x, f| {
            f(products(w, x).map(f).sum())
        }),
        ("the activation is applied inside the loop, again after each product: apply f once, after it", |w, x, f| {
            products(w, x).fold(0.0, |sum, product| f(sum + product))
        }),
        ("each partial sum is activated and added: apply f once, after the loop", |w, x, f| {
            let mut sum = 0.0;
            products(w, x)
                .map(|product| {
                    sum += product;
                    f(sum)
                })
                .sum()
        }),
        ("the bias is added after the activation: it belongs to the sum that f is applied to", |w, x, f| {
            f(products(w, x).skip(1).sum()) + first(w)
        }),
        ("the bias is added after the activation: it belongs to the sum that f is applied to", |w, x, f| {
            f(products(w, x).skip(1).sum()) + products(w, x).next().unwrap_or(0.0)
        }),
        ("w[0] is added once more, after the activation: it is in the sum already", |w, x, f| f(sum(w, x)) + first(w)),
        ("w[0] is added once more: the first feature is 1, so the bias is one of the products already", |w, x, f| {
            f(sum(w, x) + first(w))
        }),
        ("w[0] is taken away from the answer: it is f(a) alone", |w, x, f| f(sum(w, x)) - first(w)),
        ("the activation is applied to the first product only: add all up, then apply f", |w, x, f| {
            f(products(w, x).next().unwrap_or(0.0)) + products(w, x).skip(1).sum::<f64>()
        }),
        ("w[0] is added without its x[0]: the constant 1 comes with x, so multiply all of them", |w, x, f| {
            f(first(w) + products(w, x).skip(1).sum::<f64>())
        }),
        ("the bias is taken away: all products are added", |w, x, f| f(products(w, x).skip(1).sum::<f64>() - first(w))),
        ("the bias is taken away: all products are added", |w, x, f| {
            f(sum(w, x) - 2.0 * products(w, x).next().unwrap_or(0.0))
        }),
        ("the bias is taken from the end of w: it is w[0], and belongs to x[0]", |w, x, f| f(sum(&turned(w), x))),
        ("the last weight is added as it is: every weight is multiplied by its feature", |w, x, f| {
            f(products(w, x).take(w.len().saturating_sub(1)).sum::<f64>() + w.last().unwrap_or(&0.0))
        }),
        ("the first product is left out: its weight, the bias, counts too; indices start at 0", |w, x, f| {
            f(products(w, x).skip(1).sum())
        }),
        ("the last product is left out: `0..w.len()` ends with the last index", |w, x, f| {
            f(products(w, x).take(w.len().saturating_sub(1)).sum())
        }),
        ("f is applied to each product, and the last one is the answer: add them up, then apply f", |w, x, f| {
            products(w, x).map(f).last().unwrap_or(0.0)
        }),
        ("only the last product reaches f: `+=` adds to the sum, `=` overwrites it", |w, x, f| {
            f(products(w, x).last().unwrap_or(0.0))
        }),
        ("only the first product reaches f: does a `return` inside the loop end it?", |w, x, f| {
            f(products(w, x).next().unwrap_or(0.0))
        }),
        (
            "f is applied to 0, whatever comes in: does a `let sum = …` inside the loop make a new one each time?",
            |_, _, f| f(0.0),
        ),
        ("the answer is always 0: return `f(a)`, with a the weighted sum", |_, _, _| 0.0),
        ("this is a · f(a): the answer is f(a) alone", |w, x, f| sum(w, x) * f(sum(w, x))),
        ("a and f(a) are added: the answer is f(a) alone", |w, x, f| sum(w, x) + f(sum(w, x))),
        ("the sum of the weights times the sum of the features: multiply first, then add", |w, x, f| {
            f(w.sum() * x.sum())
        }),
        ("weights and features are added: multiply each weight by its feature", |w, x, f| f(w.sum() + x.sum())),
        ("features are added without their weights: multiply each xᵢ by its wᵢ", |_, x, f| f(x.sum())),
        ("weights are added without their features: multiply each wᵢ by its xᵢ", |w, _, f| f(w.sum())),
        ("the products are multiplied together: add them up", |w, x, f| f(products(w, x).product())),
        ("f is applied to the mean of the products: the sum is not divided by k", |w, x, f| {
            f(sum(w, x) / w.len() as f64)
        }),
        ("f is applied to −a: the answer is f(a)", |w, x, f| f(-sum(w, x))),
        ("the sign of the answer is the other way round: it is f(a)", |w, x, f| -f(sum(w, x))),
        ("the answer is multiplied by the sign of a: it is f(a) alone", |w, x, f| f(sum(w, x)) * side(sum(w, x))),
        ("the answer is multiplied by the sign of a: it is f(a) alone", |w, x, f| f(sum(w, x)) * sum(w, x).signum()),
        ("a negative sum is turned round, and the answer with it: it is f(a), with a as it is", |w, x, f| {
            if sum(w, x) < 0.0 { -f(-sum(w, x)) } else { f(sum(w, x)) }
        }),
        ("this is 1 − f(a): the answer is f(a)", |w, x, f| 1.0 - f(sum(w, x))),
        ("the sign of the sum is lost before the activation: a may be negative", |w, x, f| f(sum(w, x).abs())),
        ("the sign of the answer is lost: f(a) may be negative", |w, x, f| f(sum(w, x)).abs()),
        ("the signs of the products are lost: a negative weight takes away from the sum", |w, x, f| {
            f(products(w, x).map(f64::abs).sum())
        }),
        ("negative products are left out: they are taken away from the sum", |w, x, f| {
            f(products(w, x).filter(|&product| product > 0.0).sum())
        }),
        ("the loop ends at a product that is 0: it adds nothing, and the next ones still count", |w, x, f| {
            f(products(w, x).take_while(|&product| product != 0.0).sum())
        }),
        ("a negative sum is cut off at 0 before the activation: f takes any number", |w, x, f| f(sum(w, x).max(0.0))),
        ("a negative answer is cut off at 0: the answer is f(a) as it is", |w, x, f| f(sum(w, x)).max(0.0)),
        ("the sum is cut to lie between −1 and 1 before the activation: f takes any number", |w, x, f| {
            f(sum(w, x).clamp(-1.0, 1.0))
        }),
        ("the answer is cut to lie between −1 and 1: it is f(a) as it is", |w, x, f| f(sum(w, x)).clamp(-1.0, 1.0)),
        ("the answer is cut to lie between 0 and 1: it is f(a) as it is", |w, x, f| f(sum(w, x)).clamp(0.0, 1.0)),
        ("at a = 0 the answer is 0: it is f(0) there, which need not be 0", |w, x, f| {
            if sum(w, x) == 0.0 { 0.0 } else { f(sum(w, x)) }
        }),
        ("f is applied only where the sum is positive: the answer is f(a) for every a", |w, x, f| {
            if sum(w, x) > 0.0 { f(sum(w, x)) } else { 0.0 }
        }),
        ("f is applied only where the sum is positive: the answer is f(a) for every a", |w, x, f| {
            if sum(w, x) > 0.0 { f(sum(w, x)) } else { sum(w, x) }
        }),
        ("f(0) is taken away: the answer is f(a) as it is", |w, x, f| f(sum(w, x)) - f(0.0)),
        ("the sign is built in: call the function `f` that was handed over", |w, x, _| side(sum(w, x))),
        ("the sigmoid is built in: call the function `f` that was handed over", |w, x, _| logistic(sum(w, x))),
        ("a decision between 0 and 1 is built in: call the function `f` that was handed over", |w, x, _| {
            f64::from(u8::from(sum(w, x) > 0.0))
        }),
        ("ReLU is built in: call the function `f` that was handed over", |w, x, _| sum(w, x).max(0.0)),
        ("the square is built in: call the function `f` that was handed over", |w, x, _| sum(w, x).powi(2)),
        ("the sign is taken before f is applied: the answer is f(a), with a the sum as it is", |w, x, f| {
            f(side(sum(w, x)))
        }),
        ("the sign is taken of the answer: it is f(a) as it is", |w, x, f| side(f(sum(w, x)))),
        ("the sigmoid is taken before f is applied: the answer is f(a), with a the sum as it is", |w, x, f| {
            f(logistic(sum(w, x)))
        }),
        ("the sigmoid is taken of the answer: it is f(a) as it is", |w, x, f| logistic(f(sum(w, x)))),
        ("a small answer becomes 0: it is f(a) as it is", |w, x, f| large_or_zero(f(sum(w, x)), 1e-3)),
        ("a small answer becomes 0: it is f(a) as it is", |w, x, f| large_or_zero(f(sum(w, x)), 1e-6)),
        ("a small sum becomes 0 before the activation: f takes any number", |w, x, f| {
            f(large_or_zero(sum(w, x), 1e-3))
        }),
        ("a small sum becomes 0 before the activation: f takes any number", |w, x, f| {
            f(large_or_zero(sum(w, x), 1e-6))
        }),
        ("the digits after the point are lost: keep the numbers as `f64`, without `as i64`", |w, x, f| {
            f(sum(w, x).trunc())
        }),
        ("the digits after the point are lost: keep the numbers as `f64`, without `as i64`", |w, x, f| {
            f(sum(w, x)).trunc()
        }),
        ("the answer is rounded: it is f(a) as it is", |w, x, f| f(sum(w, x)).round()),
        ("a vector is read backwards: weight i belongs to feature i", |w, x, f| {
            f(w.iter().zip(x.iter().rev()).map(|(w, x)| w * x).sum())
        }),
        ("the loop runs one step too far: the last index is k − 1, so write `0..k` and not `0..=k`", |w, x, f| {
            f((0..=w.len()).map(|i| w[i] * x[i]).sum())
        }),
        ("different lengths are cut to the shorter one: keep the `assert_eq!` of the stub", |w, x, f| f(sum(w, x))),
        (
            "a length of 1 is stretched to that of the other, as `*` does: keep the `assert_eq!` of the stub",
            |w, x, f| f((w * x).sum()),
        ),
        ("features without a weight are ignored: keep the `assert_eq!` of the stub", |w, x, f| {
            f((0..w.len()).map(|i| w[i] * x[i]).sum())
        }),
        ("weights without a feature are ignored: keep the `assert_eq!` of the stub", |w, x, f| {
            f((0..x.len()).map(|i| w[i] * x[i]).sum())
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1024);
        let mut inputs: Vec<Inputs> = vec![
            (array![-6.0, 2.0, 1.0], array![1.0, 4.0, 6.0], square),
            (array![-6.0, 2.0, 1.0], array![2.0, 1.0, 3.0], square),
            (array![-40.78, 454.16], array![1.0, 2.0], |a| a),
            (array![15.0429, -0.2322], array![1.0, 70.0], logistic),
            (array![0.5, -0.3], array![1.0, 0.4], |a| a),
            (array![-2.5, 1.0], array![1.0, 1.9], side),
            (array![-2.5, 1.0], array![1.0, 3.3], side),
            (array![-1.0, 2.0, 0.0], array![4.0, 2.0, 5.0], line),
            (array![3.0, 0.0, -1.5], array![1.0, 7.0, 2.0], logistic),
            (array![0.0, 2.0, -1.0, 0.5], array![3.0, 0.0, 2.5, 2.0], line),
            (array![0.7], array![3.0], line),
            (array![1.0, 2.0, 3.0], array![2.0, -1.0, 4.0], line),
            (array![3e-4, -2e-4], array![1.0, 0.5], |a| a),
            (array![-4e-7, 3e-7], array![1.0, 0.6], |a| a),
            (array![3e-4, -2e-4], array![1.0, 0.5], line),
            (array![-4e-7, 3e-7], array![1.0, 0.6], line),
            (array![2e4, -3e5], array![1.0, 0.7], |a| a),
            (array![], array![], line),
            (array![3.0, 1.0], array![2.0, 1.0, 4.0], square),
            (array![3.0, 1.0, 4.0], array![2.0, 1.0], square),
            (array![3.0], array![2.0, 1.0], square),
            (array![3.0, 1.0], array![2.0], square),
        ];
        for f in [line, logistic, side, square, |a: f64| -a * a * a] {
            inputs.extend([2, 3, 5].map(|k| (3.0 * random.vector(k), 3.0 * random.vector(k), f)));
        }
        // The first ones in other units.
        for size in [1e30, 1e-30] {
            let scaled: Vec<Inputs> = inputs.iter().take(4).map(|(w, x, f)| (size * w, x.clone(), *f)).collect();
            inputs.extend(scaled);
        }
        inputs
    },
    call: |neuron, (w, x, f)| neuron(w, x, *f).into(),
    properties: &[
        ("the weights are very large", |(w, ..)| w.iter().any(|v| v.abs() > 1e10)),
        ("the weights are very small", |(w, ..)| !w.is_empty() && w.iter().all(|v| v.abs() < 1e-10)),
        ("the pre-activation is 0", |(w, x, _)| sum(w, x) == 0.0),
        ("the pre-activation is negative", |(w, x, _)| sum(w, x) < 0.0),
        ("the pre-activation is more than 1 in size", |(w, x, _)| sum(w, x).abs() > 1.0),
        ("the pre-activation is less than 0.001 in size", |(w, x, _)| sum(w, x).abs() < 1e-3),
        ("the pre-activation is more than 1000 in size", |(w, x, _)| sum(w, x).abs() > 1e3),
        ("the pre-activation is more than 10 in size", |(w, x, _)| sum(w, x).abs() > 10.0),
        ("f(a) is negative", |(w, x, f)| f(sum(w, x)) < 0.0),
        ("f(0) is not 0", |(_, _, f)| f(0.0) != 0.0),
        ("f(0) is not 0, and the pre-activation is not 0", |(w, x, f)| f(0.0) != 0.0 && sum(w, x) != 0.0),
        ("a feature is 0", |(_, x, _)| x.iter().any(|&x| x == 0.0)),
        ("a weight or a feature is negative", |(w, x, _)| w.iter().chain(x).any(|&v| v < 0.0)),
        ("the first feature is not 1", |(_, x, _)| first(x) != 1.0),
        ("there is more than one feature", |(w, _, _)| w.len() > 1),
        ("there are more than two features", |(w, _, _)| w.len() > 2),
        ("there are more than three features", |(w, _, _)| w.len() > 3),
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

fn large_or_zero(v: f64, limit: f64) -> f64 {
    if v.abs() < limit { 0.0 } else { v }
}

fn products<'a>(w: &'a Array1<f64>, x: &'a Array1<f64>) -> impl Iterator<Item = f64> + 'a {
    w.iter().zip(x).map(|(w, x)| w * x)
}

fn sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    products(w, x).sum()
}

fn first(v: &Array1<f64>) -> f64 {
    v.first().copied().unwrap_or(0.0)
}

/// The last entry put before the others.
fn turned(v: &Array1<f64>) -> Array1<f64> {
    let k = v.len();
    Array1::from_shape_fn(k, |i| v[(i + k - 1) % k])
}
