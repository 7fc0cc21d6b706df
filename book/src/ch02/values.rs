//! Chapter 2: three flowers by hand, a line in the plane, one step of Rosenblatt's rule, the perceptron on iris.

use super::examples::{by_hand, length, measured, mistakes, one_mistake, three_flowers, two_species};
use crate::values::{Values, fixed, grouped};
use ch02::{boundary, layer, neuron, perceptron_step, pre_activation, sigmoid, sign, train_perceptron};
use ndarray::{Array1, Array2, Axis, array, stack};
use std::sync::LazyLock;

/// The values of this chapter, computed once.
pub fn values() -> &'static Values {
    static VALUES: LazyLock<Values> = LazyLock::new(compute);
    &VALUES
}

fn compute() -> Values {
    let mut values = Values::new();
    flowers(&mut values);
    line(&mut values);
    step(&mut values);
    perceptron(&mut values);
    values
}

/// The weights after each step of Rosenblatt's rule that changed them, and the epoch of that step.
pub fn corrections(x: &Array2<f64>, y: &Array1<f64>, epochs: usize) -> Vec<(usize, Array1<f64>)> {
    let mut all = Vec::new();
    let mut w = Array1::zeros(x.ncols());
    for epoch in 1..=epochs {
        for (x, &y) in x.rows().into_iter().zip(y) {
            let next = perceptron_step(&w, &x.to_owned(), y);
            if next != w {
                all.push((epoch, next.clone()));
            }
            w = next;
        }
    }
    all
}

/// The hand-made neuron, and a second one that asks whether the sepal is longer than 6 cm.
fn two_neurons() -> Array2<f64> {
    stack![Axis(0), by_hand(), array![-6.0, 1.0, 0.0]]
}

fn flowers(values: &mut Values) {
    const NAMES: [[&str; 8]; 3] = [
        [
            "flower.setosa.x1",
            "flower.setosa.x2",
            "flower.setosa.a",
            "flower.setosa.sigma",
            "flower.setosa.a2",
            "flower.setosa.yhat",
            "flower.setosa.yhat2",
            "flower.setosa.learned",
        ],
        [
            "flower.versicolor.x1",
            "flower.versicolor.x2",
            "flower.versicolor.a",
            "flower.versicolor.sigma",
            "flower.versicolor.a2",
            "flower.versicolor.yhat",
            "flower.versicolor.yhat2",
            "flower.versicolor.learned",
        ],
        [
            "flower.new.x1",
            "flower.new.x2",
            "flower.new.a",
            "flower.new.sigma",
            "flower.new.a2",
            "flower.new.yhat",
            "flower.new.yhat2",
            "flower.new.learned",
        ],
    ];
    let (x, y) = two_species();
    let (w, both) = (by_hand(), two_neurons());
    let learned = train_perceptron(&x, &y, 10);
    for ((_, x), names) in three_flowers().iter().zip(NAMES) {
        let (a, y_hat) = (both.dot(x), layer(&both, x, sign));
        debug_assert_eq!(pre_activation(&w, x), a[0]);
        let numbers = [
            (x[1], 1),
            (x[2], 1),
            (a[0], 1),
            (neuron(&w, x, sigmoid), 3),
            (a[1], 1),
            (y_hat[0], 0),
            (y_hat[1], 0),
            (pre_activation(&learned, x), 2),
        ];
        for (name, (number, digits)) in names.into_iter().zip(numbers) {
            values.insert(name, fixed(number, digits));
        }
    }
    for (name, number, digits) in [
        ("flower.n", y.len() as f64, 0),
        ("flower.each", y.iter().filter(|y| **y > 0.0).count() as f64, 0),
        ("flower.v0", two_neurons()[[1, 0]], 0),
        ("flower.v1", two_neurons()[[1, 1]], 0),
        ("flower.v2", two_neurons()[[1, 2]], 0),
        ("flower.longer", boundary(&two_neurons().row(1).select(Axis(0), &[0, 2, 1]), 0.0), 0),
        ("flower.w0", w[0], 0),
        ("flower.w1", w[1], 0),
        ("flower.w2", w[2], 0),
        ("flower.mistakes", mistakes(&x, &y, &w) as f64, 0),
        ("flower.petal_at_4", boundary(&w, 4.0), 0),
        ("flower.petal_at_7", boundary(&w, 7.0), 0),
        ("sigma.third", sigmoid(0.3), 2),
        ("sigma.minus_2", sigmoid(-2.0), 2),
        ("sigma.minus_20", sigmoid(-20.0), 10),
    ] {
        values.insert(name, fixed(number, digits));
    }
}

fn line(values: &mut Values) {
    let (w, p) = measured();
    let a = pre_activation(&w, &p);
    let norm = length(&[w[1], w[2]]);
    let t = a / norm;
    for (name, number) in [
        ("line.w0", w[0]),
        ("line.w1", w[1]),
        ("line.w2", w[2]),
        ("line.p1", p[1]),
        ("line.p2", p[2]),
        ("line.a", a),
        ("line.length", norm),
        ("line.distance", t),
    ] {
        values.insert(name, fixed(number, 0));
    }
}

fn step(values: &mut Values) {
    let (w, x, y) = one_mistake();
    let after = perceptron_step(&w, &x, y);
    // The same mistake with weights ten times as large: one step is not enough.
    let far = 10.0 * &w;
    let once = perceptron_step(&far, &x, y);
    let twice = perceptron_step(&once, &x, y);
    for (name, number) in [
        ("step.w0", w[0]),
        ("step.w1", w[1]),
        ("step.w2", w[2]),
        ("step.x1", x[1]),
        ("step.x2", x[2]),
        ("step.y", y),
        ("step.a", pre_activation(&w, &x)),
        ("step.yhat", neuron(&w, &x, sign)),
        ("step.after.w0", after[0]),
        ("step.after.w1", after[1]),
        ("step.after.w2", after[2]),
        ("step.after.a", pre_activation(&after, &x)),
        ("step.square", x.dot(&x)),
        ("step.far.a", pre_activation(&far, &x)),
        ("step.far.once", pre_activation(&once, &x)),
        ("step.far.twice", pre_activation(&twice, &x)),
    ] {
        debug_assert_eq!(number.fract(), 0.0, "{name}");
        values.insert(name, fixed(number, 0));
    }
}

fn perceptron(values: &mut Values) {
    let (x, y) = two_species();
    let steps = corrections(&x, &y, 10);
    let in_epoch = |epoch: usize| steps.iter().filter(|(known, _)| *known == epoch).count();
    debug_assert_eq!([1, 2, 3, 4, 5].map(in_epoch), [2, 2, 3, 2, 1], "the chapter tells this story in words");
    let w = train_perceptron(&x, &y, 10);
    // The bound of the convergence theorem, with the weights chosen by hand as those that separate.
    let hand = by_hand();
    let size = x.rows().into_iter().map(|x| x.dot(&x)).fold(0.0, f64::max);
    let margin = x.dot(&hand).iter().zip(&y).map(|(a, y)| a * y).fold(f64::INFINITY, f64::min) / length(&hand.to_vec());
    values.insert("perceptron.bound", grouped((size / (margin * margin)).floor()));
    for (name, number, digits) in [
        ("perceptron.w0", w[0], 1),
        ("perceptron.w1", w[1], 1),
        ("perceptron.w2", w[2], 1),
        ("perceptron.corrections", steps.len() as f64, 0),
        ("perceptron.epochs", steps.last().map_or(0, |(epoch, _)| *epoch) as f64, 0),
        ("perceptron.mistakes", mistakes(&x, &y, &w) as f64, 0),
        ("perceptron.margin", margin, 4),
        ("perceptron.size", size, 1),
    ] {
        values.insert(name, fixed(number, digits));
    }
}
