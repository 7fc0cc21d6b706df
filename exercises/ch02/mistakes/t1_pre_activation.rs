//! Spoilers: wrong ways to write `pre_activation`, and the inputs that tell them apart. The tests use them to
//! name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, array};

pub type PreActivation = fn(&Array1<f64>, &Array1<f64>) -> f64;
type Inputs = (Array1<f64>, Array1<f64>);

pub static PRE_ACTIVATION: Diagnosis<PreActivation, PreActivation, Inputs> = Diagnosis {
    function: "pre_activation",
    slot: |f| f,
    right: |w, x| {
        assert_eq!(w.len(), x.len());
        sum(w, x)
    },
    mistakes: &[
        ("the activation is applied already: this step is the sum alone, `sign` comes afterwards", |w, x| {
            side(sum(w, x))
        }),
        ("the activation is applied already: this step is the sum alone, `sigmoid` comes afterwards", |w, x| {
            1.0 / (1.0 + (-sum(w, x)).exp())
        }),
        ("the answer is 1 or 0, a decision: this step returns the sum as it is", |w, x| {
            f64::from(u8::from(sum(w, x) > 0.0))
        }),
        ("the activation is applied already: this step is the sum alone, without `tanh`", |w, x| sum(w, x).tanh()),
        ("a negative sum is cut off at 0: this step returns the sum as it is", |w, x| sum(w, x).max(0.0)),
        ("the sum is cut to lie between −1 and 1: this step returns it as it is", |w, x| sum(w, x).clamp(-1.0, 1.0)),
        ("w[0] is added once more: the first feature is 1, so the bias is one of the products already", |w, x| {
            sum(w, x) + first(w)
        }),
        ("w[0] is added as it is, as if x[0] were 1: every weight is multiplied by its feature", |w, x| {
            first(w) + products(w, x).skip(1).sum::<f64>()
        }),
        ("the bias is taken from the end of w: it is w[0], and belongs to x[0]", |w, x| sum(&turned(w), x)),
        ("the bias is taken from the end of w: it is w[0], and belongs to x[0]", |w, x| {
            first(&turned(w)) + products(&turned(w), x).skip(1).sum::<f64>()
        }),
        ("the last weight is added as it is: every weight is multiplied by its feature", |w, x| {
            products(w, x).take(w.len().saturating_sub(1)).sum::<f64>() + w.last().unwrap_or(&0.0)
        }),
        ("the bias is taken away: the first product is added like the others", |w, x| {
            sum(w, x) - 2.0 * products(w, x).next().unwrap_or(0.0)
        }),
        ("the bias is taken away: the first product is added like the others", |w, x| {
            products(w, x).skip(1).sum::<f64>() - first(w)
        }),
        ("the first product is left out: its weight, the bias, counts too; indices start at 0", |w, x| {
            products(w, x).skip(1).sum()
        }),
        ("the last product is left out: `0..w.len()` ends with the last index", |w, x| {
            products(w, x).take(w.len().saturating_sub(1)).sum()
        }),
        ("the first and the last product are left out: the index runs over all of 0..k", |w, x| {
            products(w, x).take(w.len().saturating_sub(1)).skip(1).sum()
        }),
        ("features are added without their weights: multiply each xᵢ by its wᵢ", |_, x| x.sum()),
        ("weights are added without their features: multiply each wᵢ by its xᵢ", |w, _| w.sum()),
        ("each weight is added to its feature: multiply them, `w[i] * x[i]`", |w, x| w.sum() + x.sum()),
        ("every weight meets every feature: only those with the same index belong together", |w, x| w.sum() * x.sum()),
        ("every weight is multiplied by the first feature: write `x[i]`, with the same index as the weight", |w, x| {
            w.sum() * first(x)
        }),
        (
            "every feature is multiplied by the first weight: write `w[i]`, with the same index as the feature",
            |w, x| first(w) * x.sum(),
        ),
        ("only the last product is kept: `+=` adds to the sum, `=` overwrites it", |w, x| {
            products(w, x).last().unwrap_or(0.0)
        }),
        ("only the first product is there: does a `return` inside the loop end it?", |w, x| {
            products(w, x).next().unwrap_or(0.0)
        }),
        ("only the first two products are there: the loop must work for any number of features", |w, x| {
            products(w, x).take(2).sum()
        }),
        ("only the first two products are there: the loop must work for any number of features", |w, x| {
            w[0] * x[0] + w[1] * x[1]
        }),
        ("only the first three products are there: the loop must work for any number of features", |w, x| {
            w[0] * x[0] + w[1] * x[1] + w[2] * x[2]
        }),
        ("the sum stays 0: a `let sum = …` inside the loop makes a new one each time; write `sum += …`", |_, _| {
            0.0
        }),
        ("the sum starts at 1: the bias is one of the products, so start at 0", |w, x| 1.0 + sum(w, x)),
        ("the products are multiplied together: add them up", |w, x| products(w, x).product()),
        ("brackets: what is added up so far is multiplied too. Write `sum += w[i] * x[i]`", |w, x| {
            w.iter().zip(x).fold(0.0, |sum, (w, x)| (sum + w) * x)
        }),
        ("this is the mean of the products: the sum is not divided by k", |w, x| sum(w, x) / w.len() as f64),
        ("twice the weighted sum: each product is added once", |w, x| 2.0 * sum(w, x)),
        ("the products are taken away from the sum: `+=` adds them", |w, x| -sum(w, x)),
        ("the loop ends at a product that is 0: it adds nothing, and the next ones still count", |w, x| {
            products(w, x).take_while(|&product| product != 0.0).sum()
        }),
        ("the loop ends where the sum is 0 on the way: the next products still count", |w, x| until_zero(w, x)),
        ("the loop ends at a negative product: the next ones still count", |w, x| {
            products(w, x).take_while(|&product| product >= 0.0).sum()
        }),
        ("negative weights are left out: their products are taken away from the sum", |w, x| {
            w.iter().zip(x).filter(|(w, _)| **w > 0.0).map(|(w, x)| w * x).sum()
        }),
        ("negative features are left out: all products count", |w, x| {
            w.iter().zip(x).filter(|(_, x)| **x > 0.0).map(|(w, x)| w * x).sum()
        }),
        ("negative products are left out: they are taken away from the sum", |w, x| {
            products(w, x).filter(|&product| product > 0.0).sum()
        }),
        ("the signs of the products are lost: a negative weight takes away from the sum", |w, x| {
            products(w, x).map(f64::abs).sum()
        }),
        ("the signs of the weights are lost: a negative weight takes away from the sum", |w, x| {
            w.iter().zip(x).map(|(w, x)| w.abs() * x).sum()
        }),
        ("the sign of the sum is lost: a pre-activation may be negative", |w, x| sum(w, x).abs()),
        ("the features are squared: each product is `w[i] * x[i]`", |w, x| {
            products(w, x).zip(x).map(|(product, x)| product * x).sum()
        }),
        ("the weights are squared: each product is `w[i] * x[i]`", |w, x| {
            products(w, x).zip(w).map(|(product, w)| product * w).sum()
        }),
        ("the weights are multiplied by themselves: each product is `w[i] * x[i]`", |w, _| sum(w, w)),
        ("the features are multiplied by themselves: each product is `w[i] * x[i]`", |_, x| sum(x, x)),
        ("the weights are divided by the features: multiply them, `w[i] * x[i]`", |w, x| {
            w.iter().zip(x).map(|(w, x)| w / x).sum()
        }),
        ("the digits after the point are lost: keep the numbers as `f64`, without `as i64`", |w, x| {
            products(w, x).map(f64::trunc).sum()
        }),
        ("the digits after the point are lost: keep the numbers as `f64`, without `as i64`", |w, x| sum(w, x).trunc()),
        ("the sum is rounded: this step returns it as it is", |w, x| sum(w, x).round()),
        ("a small sum becomes 0: this step returns the sum as it is", |w, x| {
            if sum(w, x).abs() < 1e-3 { 0.0 } else { sum(w, x) }
        }),
        ("a small sum becomes 0: this step returns the sum as it is", |w, x| {
            if sum(w, x).abs() < 1e-6 { 0.0 } else { sum(w, x) }
        }),
        ("a vector is read backwards: weight i belongs to feature i", |w, x| {
            w.iter().zip(x.iter().rev()).map(|(w, x)| w * x).sum()
        }),
        ("the loop runs one step too far: the last index is k − 1, so write `0..k` and not `0..=k`", |w, x| {
            (0..=w.len()).map(|i| w[i] * x[i]).sum()
        }),
        ("each weight meets the feature after its own: both have the same index, `w[i] * x[i]`", |w, x| {
            w.iter().zip(x.iter().skip(1)).map(|(w, x)| w * x).sum()
        }),
        ("different lengths are cut to the shorter one: keep the `assert_eq!` of the stub", |w, x| sum(w, x)),
        ("a length of 1 is stretched to that of the other, as `*` does: keep the `assert_eq!` of the stub", |w, x| {
            (w * x).sum()
        }),
        ("features without a weight are ignored: keep the `assert_eq!` of the stub", |w, x| {
            (0..w.len()).map(|i| w[i] * x[i]).sum()
        }),
        ("weights without a feature are ignored: keep the `assert_eq!` of the stub", |w, x| {
            (0..x.len()).map(|i| w[i] * x[i]).sum()
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1021);
        let mut inputs = vec![
            // Very large sums and very small ones.
            (array![3e30, -2e30], array![1.5, 0.5]),
            (array![2e30], array![-4.5]),
            (array![1e30, 5e30, 2.5e30], array![2.0, -0.5, 4.0]),
            (array![3e-30, -2e-30], array![1.5, 0.5]),
            (array![2e-30], array![-4.5]),
            (array![1e-30, 5e-30, 2.5e-30], array![2.0, -0.5, 4.0]),
            (array![-4.0, 2.0, 1.0], array![1.0, 3.0, 5.0]),
            (array![1.0, -2.0, -1.0], array![1.0, 4.0, 2.0]),
            (array![-0.5], array![3.0]),
            (array![], array![]),
            (array![0.0, 0.0, 0.0], array![1.0, 5.1, 1.4]),
            (array![1.5, -2.0, 0.5, 3.0], array![2.0, 0.0, 4.0, 1.0]),
            (array![0.0, 2.0, -1.0], array![3.0, -1.5, 2.5]),
            (array![-0.2, 0.3], array![1.0, 0.4]),
            (array![1.0, 2.0, 3.0], array![2.0, -1.0, 4.0]),
            (array![1e4, 2e4], array![1.0, -3e4]),
            (array![-3e-4, 1e-4], array![1.0, 0.5]),
            (array![4e-7, -3e-7], array![1.0, 0.6]),
            (array![3.0, 1.0], array![2.0, 1.0, 4.0]),
            (array![3.0, 1.0, 4.0], array![2.0, 1.0]),
            (array![3.0], array![2.0, 1.0]),
            (array![3.0, 1.0], array![2.0]),
        ];
        inputs.extend([2, 3, 4, 7, 20].map(|k| (3.0 * random.vector(k), 3.0 * random.vector(k))));
        inputs
    },
    call: |pre_activation, (w, x)| pre_activation(w, x).into(),
    properties: &[
        ("the sum is larger than 10¹⁰ in size", |(w, x)| sum(w, x).abs() > 1e10),
        ("the sum is smaller than 10⁻¹⁰ in size", |(w, x)| sum(w, x).abs() < 1e-10),
        ("the first feature is 0", |(_, x)| x.first() == Some(&0.0)),
        ("the first weight is 0", |(w, _)| w.first() == Some(&0.0)),
        ("a weight is 0", |(w, _)| w.iter().any(|&w| w == 0.0)),
        ("a feature is 0", |(_, x)| x.iter().any(|&x| x == 0.0)),
        ("the pre-activation is negative", |(w, x)| sum(w, x) < 0.0),
        ("the pre-activation is positive", |(w, x)| sum(w, x) > 0.0),
        ("a weight is negative", |(w, _)| w.iter().any(|&w| w < 0.0)),
        ("a feature is negative", |(_, x)| x.iter().any(|&x| x < 0.0)),
        ("the first feature is not 1", |(_, x)| first(x) != 1.0),
        ("a feature or a partial sum is 0", |(w, x)| {
            x.iter().any(|&x| x == 0.0) || (1..w.len()).any(|i| products(w, x).take(i).sum::<f64>() == 0.0)
        }),
        ("there is more than one feature", |(w, _)| w.len() > 1),
        ("there are more than two features", |(w, _)| w.len() > 2),
        ("there are more than three features", |(w, _)| w.len() > 3),
    ],
};

fn products<'a>(w: &'a Array1<f64>, x: &'a Array1<f64>) -> impl Iterator<Item = f64> + 'a {
    w.iter().zip(x).map(|(w, x)| w * x)
}

fn sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    products(w, x).sum()
}

fn until_zero(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut sum = 0.0;
    for product in products(w, x) {
        sum += product;
        if sum == 0.0 {
            break;
        }
    }
    sum
}

fn first(v: &Array1<f64>) -> f64 {
    v.first().copied().unwrap_or(0.0)
}

/// The last entry put before the others.
fn turned(v: &Array1<f64>) -> Array1<f64> {
    let k = v.len();
    Array1::from_shape_fn(k, |i| v[(i + k - 1) % k])
}

fn side(a: f64) -> f64 {
    f64::from(i8::from(a > 0.0) - i8::from(a < 0.0))
}
