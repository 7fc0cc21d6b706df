//! Spoilers: wrong ways to write `weighted_sum`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

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
        ("each feature is taken away from its weight: multiply them, `w[i] * x[i]`", |w, x| w.sum() - x.sum()),
        ("each weight is multiplied by itself, and the features are not used: write `w[i] * x[i]`", |w, _| w.dot(w)),
        ("each feature is multiplied by itself, and the weights are not used: write `w[i] * x[i]`", |_, x| x.dot(x)),
        ("each feature is multiplied by its index, not by its weight: write `w[i] * x[i]`", |_, x| {
            x.iter().enumerate().map(|(i, x)| i as f64 * x).sum()
        }),
        ("the first feature is left out: indices start at 0", |w, x| products(w, x).skip(1).sum()),
        ("the last feature is left out: `0..k` runs up to k − 1, which is the last index", |w, x| {
            products(w, x).take(w.len().saturating_sub(1)).sum()
        }),
        ("the last feature is left out: `0..k` runs up to k − 1, which is the last index", |w, x| {
            (0..w.len() - 1).map(|i| w[i] * x[i]).sum()
        }),
        ("every second feature is left out: the loop goes on by one index each time", |w, x| {
            products(w, x).step_by(2).sum()
        }),
        ("only the last product is kept: `+=` adds to the sum, `=` overwrites it", |w, x| {
            products(w, x).last().unwrap_or(0.0)
        }),
        ("only the first product is there: is there no loop, or does a `return` inside the loop end it?", |w, x| {
            products(w, x).next().unwrap_or(0.0)
        }),
        ("only the first product is there: is there no loop, or does a `return` inside the loop end it?", |w, x| {
            w[0] * x[0]
        }),
        ("only two features are added, whatever their number: write a loop over `0..w.len()`", |w, x| {
            w[0] * x[0] + w[1] * x[1]
        }),
        ("only the first two features are added: the loop must run over all of `0..w.len()`", |w, x| {
            products(w, x).take(2).sum()
        }),
        ("only three features are added, whatever their number: write a loop over `0..w.len()`", |w, x| {
            w[0] * x[0] + w[1] * x[1] + w[2] * x[2]
        }),
        ("the sum stays 0: a `let sum = …` inside the loop makes a new one each time; write `sum += …`", |_, _| {
            0.0
        }),
        ("the sum starts at 1: before anything is added it is 0", |w, x| 1.0 + products(w, x).sum::<f64>()),
        ("the first product is counted twice: a sum that starts at `w[0] * x[0]` goes on with index 1", |w, x| {
            w.first().unwrap_or(&0.0) * x.first().unwrap_or(&0.0) + products(w, x).sum::<f64>()
        }),
        ("the sum starts at `w[0] * x[0]`, which does not exist without features: start at 0", |w, x| {
            w[0] * x[0] + products(w, x).skip(1).sum::<f64>()
        }),
        ("without features the sum is 0, since nothing is added: start at 0, and treat no case on its own", |w, x| {
            if w.is_empty() { 1.0 } else { products(w, x).sum() }
        }),
        ("the sum is multiplied by k: each product counts once", |w, x| products(w, x).sum::<f64>() * w.len() as f64),
        ("the sum so far is multiplied by each feature: only the weight is, `sum += w[i] * x[i]`", |w, x| {
            w.iter().zip(x).fold(0.0, |sum, (w, x)| (sum + w) * x)
        }),
        ("the sum so far is added to itself in each step: `sum += …` adds what stands on the right", |w, x| {
            products(w, x).fold(0.0, |sum, product| sum + sum + product)
        }),
        ("the products are multiplied together: add them up", |w, x| products(w, x).product()),
        ("the products are multiplied together, starting from 0: add them up", |w, x| {
            products(w, x).fold(0.0, |sum, product| product + sum * product)
        }),
        ("every weight meets every feature: only those with the same index belong together", |w, x| w.sum() * x.sum()),
        ("every feature is multiplied by the first weight: write `w[i]` and not `w[0]`", |w, x| {
            w.first().unwrap_or(&0.0) * x.sum()
        }),
        ("every weight is multiplied by the first feature: write `x[i]` and not `x[0]`", |w, x| {
            w.sum() * x.first().unwrap_or(&0.0)
        }),
        ("this is the mean of the products: the sum is not divided by k", |w, x| {
            products(w, x).sum::<f64>() / w.len() as f64
        }),
        ("the sum is divided by the sum of the weights: leave it as it is", |w, x| {
            products(w, x).sum::<f64>() / w.sum()
        }),
        ("the loop ends at a feature that is 0: its product adds nothing, and the next ones still count", |w, x| {
            products(w, x).zip(x).take_while(|&(_, &x)| x != 0.0).map(|(product, _)| product).sum()
        }),
        ("the loop ends at a weight that is 0: its product adds nothing, and the next ones still count", |w, x| {
            products(w, x).zip(w).take_while(|&(_, &w)| w != 0.0).map(|(product, _)| product).sum()
        }),
        ("the loop ends at a product that is 0: it adds nothing, and the next ones still count", |w, x| {
            products(w, x).take_while(|&product| product != 0.0).sum()
        }),
        ("a feature of 0 makes the whole sum 0: only its own product is 0", |w, x| {
            if x.iter().any(|&x| x == 0.0) { 0.0 } else { products(w, x).sum() }
        }),
        (
            "the loop ends at a negative product: it is taken away from the sum, and the next ones still count",
            |w, x| products(w, x).take_while(|&product| product >= 0.0).sum(),
        ),
        ("negative products are left out: they are taken away from the sum", |w, x| {
            products(w, x).filter(|&product| product > 0.0).sum()
        }),
        ("negative features are left out: they count like the others", |w, x| {
            products(w, x).zip(x).filter(|&(_, &x)| x > 0.0).map(|(product, _)| product).sum()
        }),
        ("negative weights are left out: they count like the others", |w, x| {
            products(w, x).zip(w).filter(|&(_, &w)| w > 0.0).map(|(product, _)| product).sum()
        }),
        ("the signs of the products are lost: a negative product takes away from the sum", |w, x| {
            products(w, x).map(f64::abs).sum()
        }),
        ("the signs of the weights are lost: a negative weight takes away from the sum", |w, x| {
            products(&w.abs(), x).sum()
        }),
        ("the signs of the features are lost: a negative feature counts as it is", |w, x| products(w, &x.abs()).sum()),
        ("the sign of the sum is lost: a prediction may be negative", |w, x| products(w, x).sum::<f64>().abs()),
        ("a sum below 0 is cut off at 0: a prediction may be negative", |w, x| products(w, x).sum::<f64>().max(0.0)),
        ("the sum is kept between −1 and 1: a prediction may have any size", |w, x| {
            products(w, x).sum::<f64>().clamp(-1.0, 1.0)
        }),
        ("tiny products are taken for 0: a small number is a number too", |w, x| {
            products(w, x).filter(|product| product.abs() > 1e-6).sum()
        }),
        ("w[0] is added as it is, as if x[0] were 1: every weight is multiplied by its feature", |w, x| {
            w.first().unwrap_or(&0.0) + products(w, x).skip(1).sum::<f64>()
        }),
        ("w[0] is added once more, as a bias: it has been multiplied by x[0], and that is all", |w, x| {
            w.first().unwrap_or(&0.0) + products(w, x).sum::<f64>()
        }),
        ("weight i meets feature i − 1, and w[0] is added as it is: weight i belongs to feature i", |w, x| {
            w.first().unwrap_or(&0.0) + w.iter().skip(1).zip(x).map(|(w, x)| w * x).sum::<f64>()
        }),
        ("weight i meets feature i − 1, and w[0] is left out: weight i belongs to feature i", |w, x| {
            w.iter().skip(1).zip(x).map(|(w, x)| w * x).sum()
        }),
        ("weight i meets feature i + 1: those with the same index belong together", |w, x| {
            w.iter().zip(x.iter().skip(1)).map(|(w, x)| w * x).sum()
        }),
        ("the products are taken away from the sum: `+=` adds them", |w, x| -products(w, x).sum::<f64>()),
        ("plus and minus take turns: every product is added", |w, x| {
            products(w, x).enumerate().map(|(i, product)| if i % 2 == 0 { product } else { -product }).sum()
        }),
        ("each weight is divided by its feature: multiply them, `w[i] * x[i]`", |w, x| {
            w.iter().zip(x).map(|(w, x)| w / x).sum()
        }),
        ("each feature is divided by its weight: multiply them, `w[i] * x[i]`", |w, x| {
            w.iter().zip(x).map(|(w, x)| x / w).sum()
        }),
        ("the weights are squared: each product is `w[i] * x[i]`", |w, x| {
            w.iter().zip(x).map(|(w, x)| w * w * x).sum()
        }),
        ("x[0] is added as it is, as if w[0] were 1: every feature is multiplied by its weight", |w, x| {
            x.iter().take(1).sum::<f64>() + products(w, x).skip(1).sum::<f64>()
        }),
        ("the last product is counted twice: each product is added once", |w, x| {
            products(w, x).sum::<f64>() + products(w, x).last().unwrap_or(0.0)
        }),
        ("the features are squared: each product is `w[i] * x[i]`", |w, x| {
            products(w, x).zip(x).map(|(product, x)| product * x).sum()
        }),
        ("the products are squared: add them as they are", |w, x| {
            products(w, x).map(|product| product * product).sum()
        }),
        ("twice the sum is returned: each product counts once", |w, x| 2.0 * products(w, x).sum::<f64>()),
        ("the digits after the point are lost: keep the numbers as `f64`, without `as i64`", |w, x| {
            products(w, x).map(f64::trunc).sum()
        }),
        ("the digits after the point are lost: keep the sum as an `f64`, without `as i64`", |w, x| {
            products(w, x).sum::<f64>().trunc()
        }),
        ("the digits of the weights and features after the point are lost: keep them as `f64`", |w, x| {
            w.iter().zip(x).map(|(w, x)| w.trunc() * x.trunc()).sum()
        }),
        (SUM_ROUNDED, |w, x| products(w, x).sum::<f64>().round()),
        (SUM_ROUNDED, |w, x| (10.0 * products(w, x).sum::<f64>()).round() / 10.0),
        (SUM_ROUNDED, |w, x| (1e3 * products(w, x).sum::<f64>()).round() / 1e3),
        (SUM_ROUNDED, |w, x| (1e6 * products(w, x).sum::<f64>()).round() / 1e6),
        (SUM_ROUNDED, |w, x| (100.0 * products(w, x).sum::<f64>()).round() / 100.0),
        ("the second vector is read backwards: weight i belongs to feature i", |w, x| {
            w.iter().zip(x.iter().rev()).map(|(w, x)| w * x).sum()
        }),
        ("only the largest product is kept: add all of them", |w, x| products(w, x).fold(0.0, f64::max)),
        ("the weight is forgotten where there is a single feature: that is a product too", |w, x| {
            if x.len() == 1 { x[0] } else { products(w, x).sum() }
        }),
        ("the loop runs one step too far: the last index is k − 1, so write `0..k` and not `0..=k`", |w, x| {
            (0..=w.len()).map(|i| w[i] * x[i]).sum()
        }),
        ("the loop starts at 1 and runs up to k: indices run from 0 to k − 1, so write `0..k`", |w, x| {
            (1..=w.len()).map(|i| w[i] * x[i]).sum()
        }),
        ("different lengths are cut to the shorter one: keep the `assert_eq!` of the stub", |w, x| {
            products(w, x).sum()
        }),
        ("an array of length 1 is stretched to the length of the other: keep the `assert_eq!` of the stub", |w, x| {
            (w * x).sum()
        }),
        ("features without a weight are passed over: keep the `assert_eq!` of the stub", |w, x| {
            (0..w.len()).map(|i| w[i] * x[i]).sum()
        }),
        ("weights without a feature are passed over: keep the `assert_eq!` of the stub", |w, x| {
            (0..x.len()).map(|i| w[i] * x[i]).sum()
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1011);
        let mut inputs = vec![
            // Very large sums and very small ones.
            (array![3e30, -2e30], array![1.5, 0.5]),
            (array![2e30], array![-4.5]),
            (array![1e30, 5e30, 2.5e30], array![2.0, -0.5, 4.0]),
            (array![3e-30, -2e-30], array![1.5, 0.5]),
            (array![2e-30], array![-4.5]),
            (array![1e-30, 5e-30, 2.5e-30], array![2.0, -0.5, 4.0]),
            (array![2.0, 3.0, 5.0], array![10.0, 1.0, 3.0]),
            (array![-0.5], array![4.0]),
            (array![2.5], array![-3.5]),
            (array![], array![]),
            (array![1.5, -2.0, 0.5, 3.0], array![2.0, 0.0, 4.0, 1.0]),
            (array![0.5, 3.0, -2.5], array![0.0, 1.5, 4.0]),
            (array![7.0, -2.0, 3.5], array![1.0, -2.0, 0.0]),
            (array![0.0, 2.0, -1.0], array![3.0, -1.5, 2.5]),
            (array![4.0, 0.0, 3.0, 2.0], array![1.0, 7.0, 1.5, 0.5]),
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
    call: |weighted_sum, (w, x)| weighted_sum(w, x).into(),
    properties: &[
        ("the sum is larger than 10¹⁰ in size", |(w, x)| products(w, x).sum::<f64>().abs() > 1e10),
        ("the sum is smaller than 10⁻¹⁰ in size", |(w, x)| products(w, x).sum::<f64>().abs() < 1e-10),
        ("the first feature is 0", |(_, x)| x.first() == Some(&0.0)),
        ("the first weight is 0", |(w, _)| w.first() == Some(&0.0)),
        ("a weight is 0", |(w, _)| w.iter().any(|&w| w == 0.0)),
        ("a feature is 0", |(_, x)| x.iter().any(|&x| x == 0.0)),
        ("a feature before the last one is 0", |(_, x)| x.iter().rev().skip(1).any(|&x| x == 0.0)),
        ("a feature after the first one is 0", |(_, x)| x.iter().skip(1).any(|&x| x == 0.0)),
        ("a weight is 0", |(w, _)| w.iter().any(|&w| w == 0.0)),
        ("a product is 0", |(w, x)| products(w, x).any(|product| product == 0.0)),
        ("a feature is negative", |(_, x)| x.iter().any(|&x| x < 0.0)),
        ("a weight is negative", |(w, _)| w.iter().any(|&w| w < 0.0)),
        ("a weight or a feature is negative", |(w, x)| w.iter().chain(x).any(|&v| v < 0.0)),
        ("a product is negative", |(w, x)| products(w, x).any(|product| product < 0.0)),
        ("the sum is negative", |(w, x)| products(w, x).sum::<f64>() < 0.0),
        ("there is more than one feature", |(w, _)| w.len() > 1),
        ("there are more than two features", |(w, _)| w.len() > 2),
        ("there are more than three features", |(w, _)| w.len() > 3),
        ("there are more than ten features", |(w, _)| w.len() > 10),
        ("the sum is larger than 100", |(w, x)| products(w, x).sum::<f64>() > 100.0),
        ("a product is larger than 10", |(w, x)| products(w, x).any(|product| product.abs() > 10.0)),
        ("all numbers are whole", |(w, x)| w.iter().chain(x).all(|v| v.fract() == 0.0)),
        ("w has fewer entries than x", |(w, x)| w.len() < x.len()),
        ("x has fewer entries than w", |(w, x)| x.len() < w.len()),
    ],
};

const SUM_ROUNDED: &str = "the sum is rounded: return all of its digits";

fn products<'a>(w: &'a Array1<f64>, x: &'a Array1<f64>) -> impl Iterator<Item = f64> + 'a {
    w.iter().zip(x).map(|(w, x)| w * x)
}
