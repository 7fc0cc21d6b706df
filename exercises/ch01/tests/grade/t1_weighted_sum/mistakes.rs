//! Spoilers: wrong ways to write `weighted_sum`, and the inputs that tell them apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, array};

pub type WeightedSum = fn(&Array1<f64>, &Array1<f64>) -> f64;
type Inputs = (Array1<f64>, Array1<f64>);

pub static WEIGHTED_SUM: Diagnosis<WeightedSum, WeightedSum, Inputs> = Diagnosis {
    function: "weighted_sum",
    slot: |f| f,
    right: |w, x| {
        assert_eq!(w.len(), x.len());
        products(w, x).sum()
    },
    mistakes: &[
        ("features are added without their weights: multiply each xᵢ by its wᵢ", |_, x| x.sum()),
        ("weights are added without their features: multiply each wᵢ by its xᵢ", |w, _| w.sum()),
        ("each weight is added to its feature: multiply them, `w[i] * x[i]`", |w, x| w.sum() + x.sum()),
        ("the first feature is left out: indices start at 0", |w, x| products(w, x).skip(1).sum()),
        ("the last feature is left out: `0..k` runs up to k − 1, which is the last index", |w, x| {
            products(w, x).take(w.len().saturating_sub(1)).sum()
        }),
        ("only the last product is kept: `+=` adds to the sum, `=` overwrites it", |w, x| {
            products(w, x).last().unwrap_or(0.0)
        }),
        ("only the first product is there: does a `return` inside the loop end it?", |w, x| {
            products(w, x).next().unwrap_or(0.0)
        }),
        ("the sum stays 0: a `let sum = …` inside the loop makes a new one each time; write `sum += …`", |_, _| {
            0.0
        }),
        ("the products are multiplied together: add them up", |w, x| products(w, x).product()),
        ("every weight meets every feature: only those with the same index belong together", |w, x| w.sum() * x.sum()),
        ("this is the mean of the products: the sum is not divided by k", |w, x| {
            products(w, x).sum::<f64>() / w.len() as f64
        }),
        ("the loop ends at a feature that is 0: a product of 0 adds nothing, and the next ones still count", |w, x| {
            products(w, x).take_while(|&product| product != 0.0).sum()
        }),
        ("negative products are left out: they are taken away from the sum", |w, x| {
            products(w, x).filter(|&product| product > 0.0).sum()
        }),
        ("the signs are lost: a negative weight takes away from the sum", |w, x| products(w, x).map(f64::abs).sum()),
        ("a sum below 0 is cut off at 0: a prediction may be negative", |w, x| products(w, x).sum::<f64>().max(0.0)),
        ("w[0] is added as it is, as if x[0] were 1: every weight is multiplied by its feature", |w, x| {
            w.first().unwrap_or(&0.0) + products(w, x).skip(1).sum::<f64>()
        }),
        ("the products are taken away from the sum: `+=` adds them", |w, x| -products(w, x).sum::<f64>()),
        ("the features are squared: each product is `w[i] * x[i]`", |w, x| {
            products(w, x).zip(x).map(|(product, x)| product * x).sum()
        }),
        ("the digits after the point are lost: keep the numbers as `f64`, without `as i64`", |w, x| {
            products(w, x).map(f64::trunc).sum()
        }),
        ("the second vector is read backwards: weight i belongs to feature i", |w, x| {
            w.iter().zip(x.iter().rev()).map(|(w, x)| w * x).sum()
        }),
        ("the loop runs one step too far: the last index is k − 1, so write `0..k` and not `0..=k`", |w, x| {
            (0..=w.len()).map(|i| w[i] * x[i]).sum()
        }),
        ("different lengths are cut to the shorter one: keep the `assert_eq!` of the stub", |w, x| {
            products(w, x).sum()
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1011);
        let mut inputs = vec![
            (array![2.0, 3.0, 5.0], array![10.0, 1.0, 3.0]),
            (array![-0.5], array![4.0]),
            (array![], array![]),
            (array![1.5, -2.0, 0.5, 3.0], array![2.0, 0.0, 4.0, 1.0]),
            (array![0.0, 2.0, -1.0], array![3.0, -1.5, 2.5]),
            (array![3.0, 1.0], array![2.0, 1.0, 4.0]),
            (array![3.0, 1.0, 4.0], array![2.0, 1.0]),
        ];
        inputs.extend([2, 3, 4, 7, 20].map(|k| (3.0 * random.vector(k), 3.0 * random.vector(k))));
        inputs
    },
    call: |weighted_sum, (w, x)| weighted_sum(w, x).into(),
    properties: &[
        ("a feature is 0", |(_, x)| x.iter().any(|&x| x == 0.0)),
        ("a weight or a feature is negative", |(w, x)| w.iter().chain(x).any(|&v| v < 0.0)),
        ("the sum is negative", |(w, x)| products(w, x).sum::<f64>() < 0.0),
        ("there is more than one feature", |(w, _)| w.len() > 1),
        ("there are more than two features", |(w, _)| w.len() > 2),
    ],
};

fn products<'a>(w: &'a Array1<f64>, x: &'a Array1<f64>) -> impl Iterator<Item = f64> + 'a {
    w.iter().zip(x).map(|(w, x)| w * x)
}
