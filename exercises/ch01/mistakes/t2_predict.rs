//! Spoilers: wrong ways to write `predict`, and the inputs that tell them apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, array, s};

pub type Predict = fn(&Array1<f64>, &Array1<f64>) -> f64;
type Inputs = (Array1<f64>, Array1<f64>);

pub static PREDICT: Diagnosis<Predict, Predict, Inputs> = Diagnosis {
    function: "predict",
    slot: |f| f,
    right: |w, x| {
        assert_eq!(w.len(), x.len());
        products(w, x).sum()
    },
    mistakes: &[
        ("features are added without their weights: multiply each xᵢ by its wᵢ, `w.dot(x)`", |_, x| x.sum()),
        ("weights are added without their features: multiply each wᵢ by its xᵢ, `w.dot(x)`", |w, _| w.sum()),
        ("each weight is added to its feature: a product multiplies them, `w.dot(x)`", |w, x| w.sum() + x.sum()),
        ("each feature is taken away from its weight: a product multiplies them, `w.dot(x)`", |w, x| w.sum() - x.sum()),
        ("this is the sum of the weights times the sum of the features: multiply first, then add", |w, x| {
            w.sum() * x.sum()
        }),
        ("this is the product of w with itself: the second factor is x", |w, _| w.dot(w)),
        ("this is the product of x with itself: the first factor is w", |_, x| x.dot(x)),
        ("this is the distance between w and x: multiply them, `w.dot(x)`", |w, x| (w - x).pow2().sum().sqrt()),
        ("the products are multiplied together: add them up", |w, x| products(w, x).product()),
        ("this is the mean of the products: it is their sum", |w, x| products(w, x).sum::<f64>() / w.len() as f64),
        ("the sum is divided by the sum of the weights: leave it as it is", |w, x| w.dot(x) / w.sum()),
        ("this is the cosine of the angle: do not divide by the lengths of the vectors", |w, x| {
            w.dot(x) / (w.dot(w).sqrt() * x.dot(x).sqrt())
        }),
        ("the sum is divided by the length of w: leave it as it is", |w, x| w.dot(x) / w.dot(w).sqrt()),
        ("a prediction below 0 is cut off at 0: it may be negative", |w, x| w.dot(x).max(0.0)),
        ("a prediction above 0 is cut off at 0: it may be positive", |w, x| w.dot(x).min(0.0)),
        ("the sign of the prediction is lost: it may be negative", |w, x| w.dot(x).abs()),
        ("the prediction is kept between 0 and 1: it may have any size", |w, x| w.dot(x).clamp(0.0, 1.0)),
        ("the prediction is kept between −1 and 1: it may have any size", |w, x| w.dot(x).clamp(-1.0, 1.0)),
        ("only the sign of the prediction is returned, as 1 or −1: return the number itself", |w, x| {
            if w.dot(x) >= 0.0 { 1.0 } else { -1.0 }
        }),
        ("only the sign of the prediction is returned, as 1 or 0: return the number itself", |w, x| {
            if w.dot(x) >= 0.0 { 1.0 } else { 0.0 }
        }),
        ("the prediction went through a sigmoid: a linear model returns the sum as it is", |w, x| {
            1.0 / (1.0 + (-w.dot(x)).exp())
        }),
        ("the prediction went through tanh: a linear model returns the sum as it is", |w, x| w.dot(x).tanh()),
        ("the prediction is squared: return the sum as it is", |w, x| w.dot(x).powi(2)),
        ("this is the root of the prediction: return the sum as it is", |w, x| w.dot(x).sqrt()),
        ("the sign is the other way round: return the product as it is", |w, x| -w.dot(x)),
        ("twice the prediction is returned: each product counts once", |w, x| 2.0 * w.dot(x)),
        ("half of the prediction is returned: return the product as it is", |w, x| w.dot(x) / 2.0),
        ("1 is added: the constant feature is part of x already, where there is one", |w, x| 1.0 + w.dot(x)),
        ("w[0] is added once more, as a bias: it has been multiplied by x[0], and that is all", |w, x| w[0] + w.dot(x)),
        ("w[0] is taken away, as a threshold: return the product as it is", |w, x| w.dot(x) - w[0]),
        ("the last weight is added once more: it has been multiplied by its feature, and that is all", |w, x| {
            w[w.len() - 1] + w.dot(x)
        }),
        ("the sum is divided by the sum of the features: leave it as it is", |w, x| w.dot(x) / x.sum()),
        ("the sum is divided by the length of x: leave it as it is", |w, x| w.dot(x) / x.dot(x).sqrt()),
        ("the sum is multiplied by k: return the product as it is", |w, x| w.dot(x) * w.len() as f64),
        ("the prediction went through `exp`: a linear model returns the sum as it is", |w, x| w.dot(x).exp()),
        ("w[0] is added as it is, as if x[0] were 1: every weight is multiplied by its feature", |w, x| {
            w[0] + w.slice(s![1..]).dot(&x.slice(s![1..]))
        }),
        ("the last weight is added as it is: every weight is multiplied by its feature", |w, x| {
            w[w.len() - 1] + w.slice(s![..-1]).dot(&x.slice(s![..-1]))
        }),
        ("the first feature is left out: the product takes in all of them, `w.dot(x)`", |w, x| {
            w.slice(s![1..]).dot(&x.slice(s![1..]))
        }),
        ("the last feature is left out: the product takes in all of them, `w.dot(x)`", |w, x| {
            w.slice(s![..-1]).dot(&x.slice(s![..-1]))
        }),
        ("only the first product is there: the product of vectors adds all of them, `w.dot(x)`", |w, x| w[0] * x[0]),
        ("only the last product is there: `+=` adds to a sum, `=` overwrites it; or write `w.dot(x)`", |w, x| {
            products(w, x).last().unwrap_or(0.0)
        }),
        ("only two features are added, whatever their number: `w.dot(x)` takes in all of them", |w, x| {
            w[0] * x[0] + w[1] * x[1]
        }),
        ("only the first two features are added: the product takes in all of them, `w.dot(x)`", |w, x| {
            products(w, x).take(2).sum()
        }),
        ("only three features are added, whatever their number: `w.dot(x)` takes in all of them", |w, x| {
            w[0] * x[0] + w[1] * x[1] + w[2] * x[2]
        }),
        ("only the largest product is kept: add all of them", |w, x| products(w, x).fold(f64::NEG_INFINITY, f64::max)),
        ("the answer is always 0: return the product, `w.dot(x)`", |_, _| 0.0),
        ("the signs of the products are lost: a negative product takes away from the sum", |w, x| {
            products(w, x).map(f64::abs).sum()
        }),
        ("the signs of the weights are lost: a negative weight takes away from the sum", |w, x| w.abs().dot(x)),
        ("the signs of the features are lost: a negative feature counts as it is", |w, x| w.dot(&x.abs())),
        ("negative products are left out: they are taken away from the sum", |w, x| {
            products(w, x).filter(|&product| product > 0.0).sum()
        }),
        ("negative weights are left out: they count like the others", |w, x| w.mapv(|w| w.max(0.0)).dot(x)),
        ("negative features are left out: they count like the others", |w, x| w.dot(&x.mapv(|x| x.max(0.0)))),
        ("the sum ends at a feature that is 0: the features behind it count too", |w, x| {
            products(w, x).zip(x).take_while(|&(_, &x)| x != 0.0).map(|(product, _)| product).sum()
        }),
        ("the sum ends at a product that is 0: the products behind it count too", |w, x| {
            products(w, x).take_while(|&product| product != 0.0).sum()
        }),
        ("a feature of 0 makes the whole prediction 0: only its own product is 0", |w, x| {
            if x.iter().any(|&x| x == 0.0) { 0.0 } else { w.dot(x) }
        }),
        ("the second vector is read backwards: weight i belongs to feature i", |w, x| w.dot(&x.slice(s![..;-1]))),
        ("the features are squared: the factors are w and x", |w, x| w.dot(&(x * x))),
        ("the products are squared: add them as they are", |w, x| {
            products(w, x).map(|product| product * product).sum()
        }),
        ("each weight is divided by its feature: a product multiplies them, `w.dot(x)`", |w, x| (w / x).sum()),
        ("each feature is divided by its weight: a product multiplies them, `w.dot(x)`", |w, x| (x / w).sum()),
        ("the digits after the point are lost: keep the sum as an `f64`", |w, x| w.dot(x).trunc()),
        ("the digits of the products after the point are lost: keep them as `f64`", |w, x| {
            products(w, x).map(f64::trunc).sum()
        }),
        (PREDICTION_ROUNDED, |w, x| w.dot(x).round()),
        (PREDICTION_ROUNDED, |w, x| (10.0 * w.dot(x)).round() / 10.0),
        (PREDICTION_ROUNDED, |w, x| (1e3 * w.dot(x)).round() / 1e3),
        (PREDICTION_ROUNDED, |w, x| (1e6 * w.dot(x)).round() / 1e6),
        (PREDICTION_ROUNDED, |w, x| (100.0 * w.dot(x)).round() / 100.0),
        ("tiny products are taken for 0: a small number is a number too", |w, x| {
            products(w, x).filter(|product| product.abs() > 1e-6).sum()
        }),
        (
            "an array of length 1 is stretched to the length of the other, as `*` does: keep the `assert_eq!` of the stub",
            |w, x| (w * x).sum(),
        ),
        ("different lengths are cut to the shorter one: keep the `assert_eq!` of the stub", |w, x| {
            products(w, x).sum()
        }),
        ("features without a weight are passed over: keep the `assert_eq!` of the stub", |w, x| {
            (0..w.len()).map(|i| w[i] * x[i]).sum()
        }),
        ("weights without a feature are passed over: keep the `assert_eq!` of the stub", |w, x| {
            (0..x.len()).map(|i| w[i] * x[i]).sum()
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1012);
        let mut inputs = vec![
            // Very large sums and very small ones.
            (array![3e30, -2e30], array![1.5, 0.5]),
            (array![2e30], array![-4.5]),
            (array![1e30, 5e30, 2.5e30], array![2.0, -0.5, 4.0]),
            (array![3e-30, -2e-30], array![1.5, 0.5]),
            (array![2e-30], array![-4.5]),
            (array![1e-30, 5e-30, 2.5e-30], array![2.0, -0.5, 4.0]),
            (array![1.0, -2.0, 0.5], array![4.0, 1.0, 6.0]),
            (array![-0.5], array![4.0]),
            (array![2.5], array![-3.5]),
            (array![2.0, 0.25, -3.0], array![4.0, 0.0, 5.0]),
            (array![0.5, 3.0, -2.5], array![0.0, 1.5, 4.0]),
            (array![4.0, 0.0, 3.0, 2.0], array![1.0, 7.0, 1.5, 0.5]),
            (array![7.0, -2.0, 3.5], array![1.0, -2.0, 0.0]),
            (array![2e-9, 3e-9], array![1.5, -4.0]),
            (array![0.5, 0.25], array![1.0, 0.5]),
            (array![0.5, -1.5], array![1.5, 0.75]),
            (array![6.0, 4.0, 7.0], array![3.0, -2.0, -1.0]),
            (array![300.0, -20.0], array![5.0, 40.0]),
            (array![1.5, 2.0, 25.0], array![-3.0, 70.0, 6.0]),
            (array![3.0, 1.0], array![2.0, 1.0, 4.0]),
            (array![3.0, 1.0, 4.0], array![2.0, 1.0]),
            (array![3.0], array![2.0, 1.0]),
            (array![3.0, 1.0], array![2.0]),
        ];
        inputs.extend([2, 3, 4, 7, 12, 20].map(|k| (3.0 * random.vector(k), 3.0 * random.vector(k))));
        inputs
    },
    call: |predict, (w, x)| predict(w, x).into(),
    properties: &[
        ("the sum is larger than 10¹⁰ in size", |(w, x)| products(w, x).sum::<f64>().abs() > 1e10),
        ("the sum is smaller than 10⁻¹⁰ in size", |(w, x)| products(w, x).sum::<f64>().abs() < 1e-10),
        ("the first feature is 0", |(_, x)| x.first() == Some(&0.0)),
        ("the first weight is 0", |(w, _)| w.first() == Some(&0.0)),
        ("a weight is 0", |(w, _)| w.iter().any(|&w| w == 0.0)),
        ("a feature is 0", |(_, x)| x.iter().any(|&x| x == 0.0)),
        ("a feature before the last one is 0", |(_, x)| x.iter().rev().skip(1).any(|&x| x == 0.0)),
        ("a product is 0", |(w, x)| products(w, x).any(|product| product == 0.0)),
        ("a feature is negative", |(_, x)| x.iter().any(|&x| x < 0.0)),
        ("a weight is negative", |(w, _)| w.iter().any(|&w| w < 0.0)),
        ("a weight or a feature is negative", |(w, x)| w.iter().chain(x).any(|&v| v < 0.0)),
        ("a product is negative", |(w, x)| products(w, x).any(|product| product < 0.0)),
        ("the prediction is negative", |(w, x)| products(w, x).sum::<f64>() < 0.0),
        ("the prediction is larger than 1", |(w, x)| products(w, x).sum::<f64>() > 1.0),
        ("there is more than one feature", |(w, _)| w.len() > 1),
        ("there are more than two features", |(w, _)| w.len() > 2),
        ("there are more than three features", |(w, _)| w.len() > 3),
        ("there are more than ten features", |(w, _)| w.len() > 10),
        ("the prediction is larger than 100", |(w, x)| products(w, x).sum::<f64>() > 100.0),
        ("a product is larger than 10", |(w, x)| products(w, x).any(|product| product.abs() > 10.0)),
        ("all numbers are whole", |(w, x)| w.iter().chain(x).all(|v| v.fract() == 0.0)),
        ("w has fewer entries than x", |(w, x)| w.len() < x.len()),
        ("x has fewer entries than w", |(w, x)| x.len() < w.len()),
    ],
};

const PREDICTION_ROUNDED: &str = "the prediction is rounded: return all of its digits";

fn products<'a>(w: &'a Array1<f64>, x: &'a Array1<f64>) -> impl Iterator<Item = f64> + 'a {
    w.iter().zip(x).map(|(w, x)| w * x)
}
