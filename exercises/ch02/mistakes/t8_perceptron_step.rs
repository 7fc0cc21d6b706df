//! Spoilers: wrong ways to write `perceptron_step`, and the inputs that tell them apart. The tests use them to
//! name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, array};

pub type PerceptronStep = fn(&Array1<f64>, &Array1<f64>, f64) -> Array1<f64>;
type Inputs = (Array1<f64>, Array1<f64>, f64);

pub static PERCEPTRON_STEP: Diagnosis<PerceptronStep, PerceptronStep, Inputs> = Diagnosis {
    function: "perceptron_step",
    slot: |f| f,
    right: |w, x, y| {
        assert_eq!(w.len(), x.len());
        moved_if(y * sum(w, x) <= 0.0, w, x, y)
    },
    mistakes: &[
        ("the step goes the wrong way: a mistake moves the weights towards y x, so add it", |w, x, y| {
            moved_if(is_mistake(w, x, y), w, x, -y)
        }),
        ("the label is left out of the step: it is y x, which points away from x if the label is −1", |w, x, y| {
            moved_if(is_mistake(w, x, y), w, x, 1.0)
        }),
        ("the label is left out, and the step goes the wrong way: a mistake adds y x", |w, x, y| {
            moved_if(is_mistake(w, x, y), w, x, -1.0)
        }),
        (
            "the weights move by (y − ŷ) x, twice the step after a wrong answer: Rosenblatt's rule moves them by y x",
            |w, x, y| by(y - side(sum(w, x)), w, x),
        ),
        ("the weights move by 2 y x, twice the step: Rosenblatt's rule moves them by y x", |w, x, y| {
            moved_if(is_mistake(w, x, y), w, x, 2.0 * y)
        }),
        (
            "the weights move by (y − ŷ) x, twice the step, and a = 0 counts as an answer: the step is y x",
            |w, x, y| by(y - if sum(w, x) > 0.0 { 1.0 } else { -1.0 }, w, x),
        ),
        (
            "the weights move by (y − ŷ) x, twice the step, and a = 0 counts as an answer: the step is y x",
            |w, x, y| by(y - if sum(w, x) >= 0.0 { 1.0 } else { -1.0 }, w, x),
        ),
        ("at a = 0 this is only half a step: (y − ŷ)/2 is y/2 there, and the rule moves by y x", |w, x, y| {
            by((y - side(sum(w, x))) / 2.0, w, x)
        }),
        ("the weights move by ½ y x: the step is y x, whole", |w, x, y| moved_if(is_mistake(w, x, y), w, x, y / 2.0)),
        ("a learning rate is built in: the step is y x, whole", |w, x, y| moved_if(is_mistake(w, x, y), w, x, 0.1 * y)),
        ("a learning rate is built in: the step is y x, whole", |w, x, y| {
            moved_if(is_mistake(w, x, y), w, x, 0.01 * y)
        }),
        ("the weights move by (y − a) x, another rule: here only counts whether the answer is right", |w, x, y| {
            by(y - sum(w, x), w, x)
        }),
        (
            "the weights move by (y − σ(a)) x, the sigmoid's rule: here only counts whether the answer is right",
            |w, x, y| by(y - 1.0 / (1.0 + (-sum(w, x)).exp()), w, x),
        ),
        ("the step grows with the size of a: it is y x, however wrong the answer is", |w, x, y| {
            moved_if(is_mistake(w, x, y), w, x, y * sum(w, x).abs())
        }),
        ("the step is multiplied by a: it is y x, however wrong the answer is", |w, x, y| {
            moved_if(is_mistake(w, x, y), w, x, y * sum(w, x))
        }),
        (
            "the weights never move: return `w + y * x` for a mistake, since a changed clone changes nothing else",
            |w, _, _| w.clone(),
        ),
        ("the weights always move, after a right answer too: only a mistake moves them", |w, x, y| by(y, w, x)),
        (
            "right and wrong are confused: the weights move after a right answer, and a mistake leaves them",
            |w, x, y| moved_if(!is_mistake(w, x, y), w, x, y),
        ),
        (
            "right and wrong are confused: the weights move after a right answer, and a mistake leaves them",
            |w, x, y| moved_if(y * sum(w, x) >= 0.0, w, x, y),
        ),
        ("at a = 0 the neuron is undecided, and that is a mistake, too: leave w only if y · a > 0", |w, x, y| {
            moved_if(y * sum(w, x) < 0.0, w, x, y)
        }),
        (
            "a = 0 counts as the answer 1: there the neuron is undecided, which is a mistake for both labels",
            |w, x, y| moved_if(y != if sum(w, x) >= 0.0 { 1.0 } else { -1.0 }, w, x, y),
        ),
        (
            "a = 0 counts as the answer −1: there the neuron is undecided, which is a mistake for both labels",
            |w, x, y| moved_if(y != if sum(w, x) > 0.0 { 1.0 } else { -1.0 }, w, x, y),
        ),
        ("the answer is coded 0 and 1, the label −1 and 1: a negative a is the answer −1", |w, x, y| {
            by(y - step(sum(w, x)), w, x)
        }),
        (
            "a right answer −1 moves the weights, as if it were coded 0: a negative a is right for the label −1",
            |w, x, y| moved_if(step(sum(w, x)) != y, w, x, y),
        ),
        (
            "a right answer −1 moves the weights, as if it were coded 0: a negative a is right for the label −1",
            |w, x, y| moved_if((if sum(w, x) >= 0.0 { 1.0 } else { 0.0 }) != y, w, x, y),
        ),
        ("the label is taken for 0 or 1: it is −1 or 1 already", |w, x, y| {
            let label = 2.0 * y - 1.0;
            moved_if(label * sum(w, x) <= 0.0, w, x, label)
        }),
        (
            "the pre-activation is compared with the label: compare its sign, since y · a > 0 if they agree",
            |w, x, y| moved_if(sum(w, x) != y, w, x, y),
        ),
        ("the answer is cut at 0.5: a pre-activation is cut at 0, a probability at 0.5", |w, x, y| {
            moved_if(side(sum(w, x) - 0.5) != y, w, x, y)
        }),
        ("y · a must only be positive: it is compared with 0.5 here, and with 0 in the rule", |w, x, y| {
            moved_if(y * sum(w, x) <= 0.5, w, x, y)
        }),
        ("y · a must only be positive: here it is compared with 1, or cut to a whole number", |w, x, y| {
            moved_if(y * sum(w, x) < 1.0, w, x, y)
        }),
        ("y · a must only be positive: it is compared with 1 here, and with 0 in the rule", |w, x, y| {
            moved_if(y * sum(w, x) <= 1.0, w, x, y)
        }),
        (SMALL_Y, |w, x, y| moved_if(y * sum(w, x) <= 1e-3, w, x, y)),
        (SMALL_Y, |w, x, y| moved_if(y * sum(w, x) <= 1e-6, w, x, y)),
        (SMALL_Y, |w, x, y| moved_if(y * sum(w, x) <= 1e-9, w, x, y)),
        (SMALL_Y, |w, x, y| moved_if(y * sum(w, x) <= 1e-12, w, x, y)),
        (
            "a small mistake counts as right, with a tolerance: unless y · a is positive, the weights move",
            |w, x, y| moved_if(y * sum(w, x) <= -1e-9, w, x, y),
        ),
        (
            "a small mistake counts as right, with a tolerance: unless y · a is positive, the weights move",
            |w, x, y| moved_if(y * sum(w, x) <= -1e-6, w, x, y),
        ),
        ("the sign is taken without the bias: the first product belongs to the pre-activation", |w, x, y| {
            moved_if(y * products(w, x).skip(1).sum::<f64>() <= 0.0, w, x, y)
        }),
        ("the sign is taken without the last feature: all products belong to the pre-activation", |w, x, y| {
            moved_if(y * products(w, x).take(w.len() - 1).sum::<f64>() <= 0.0, w, x, y)
        }),
        ("the bias is added as it is, as if x[0] were 1: every weight is multiplied by its feature", |w, x, y| {
            moved_if(y * (w[0] + products(w, x).skip(1).sum::<f64>()) <= 0.0, w, x, y)
        }),
        ("the bias counts twice: with x[0] = 1 it is one of the products already", |w, x, y| {
            moved_if(y * (w[0] + sum(w, x)) <= 0.0, w, x, y)
        }),
        ("only the last product decides: `+=` adds to the sum, `=` overwrites it", |w, x, y| {
            moved_if(y * products(w, x).last().unwrap_or(0.0) <= 0.0, w, x, y)
        }),
        ("only the first product decides: the answer is the sign of the whole sum", |w, x, y| {
            moved_if(y * products(w, x).next().unwrap_or(0.0) <= 0.0, w, x, y)
        }),
        ("the features are added without their weights: the answer is the sign of wᵀx", |w, x, y| {
            moved_if(y * x.sum() <= 0.0, w, x, y)
        }),
        ("the weights are added without their features: the answer is the sign of wᵀx", |w, x, y| {
            moved_if(y * w.sum() <= 0.0, w, x, y)
        }),
        ("the sign of a is lost: label and pre-activation must have the same sign", |w, x, y| {
            moved_if(y * sum(w, x).abs() <= 0.0, w, x, y)
        }),
        ("the label does not count: a is compared with 0, where y · a should be", |w, x, y| {
            moved_if(sum(w, x) <= 0.0, w, x, y)
        }),
        ("the label does not count: a is compared with 0, where y · a should be", |w, x, _| {
            moved_if(sum(w, x) <= 0.0, w, x, 1.0)
        }),
        (
            "this is the step alone, y x: add it to the weights",
            |w, x, y| {
                if is_mistake(w, x, y) { y * x } else { w.clone() }
            },
        ),
        ("this is the step alone, y x or 0: add it to the weights", |w, x, y| {
            if is_mistake(w, x, y) { y * x } else { Array1::zeros(w.len()) }
        }),
        ("after a right answer the weights are 0: nothing changes, so return `w.clone()`", |w, x, y| {
            if is_mistake(w, x, y) { w + y * x } else { Array1::zeros(w.len()) }
        }),
        ("the bias does not move: the first weight moves like the others", |w, x, y| only(w, x, y, |i, _| i > 0)),
        ("only the bias moves: all weights move by y x", |w, x, y| only(w, x, y, |i, _| i == 0)),
        ("the last weight does not move: `0..w.len()` ends with the last index", |w, x, y| {
            only(w, x, y, |i, k| i + 1 < k)
        }),
        ("only the last weight moves: all weights move by y x", |w, x, y| only(w, x, y, |i, k| i + 1 == k)),
        ("the bias moves by y, as if x[0] were 1: all weights move by y x", |w, x, y| {
            let mut after = moved_if(is_mistake(w, x, y), w, x, y);
            if is_mistake(w, x, y) {
                after[0] = w[0] + y;
            }
            after
        }),
        ("the bias moves the other way: the first weight moves by y x[0], like the others", |w, x, y| {
            let mut after = moved_if(is_mistake(w, x, y), w, x, y);
            if is_mistake(w, x, y) {
                after[0] = w[0] - y * x[0];
            }
            after
        }),
        ("the bias moves the other way: the first weight moves by y x[0], like the others", |w, x, y| {
            let mut after = moved_if(is_mistake(w, x, y), w, x, y);
            if is_mistake(w, x, y) {
                after[0] = w[0] - y;
            }
            after
        }),
        ("y is added to each weight, without the sample: the step is y x", |w, x, y| {
            if is_mistake(w, x, y) { w + y } else { w.clone() }
        }),
        ("y is added to each weight and to x: the step is y times x", |w, x, y| {
            if is_mistake(w, x, y) { w + y + x } else { w.clone() }
        }),
        ("brackets: the weights are multiplied by the label too. Write `w + y * x`", |w, x, y| {
            if is_mistake(w, x, y) { (w + x) * y } else { w.clone() }
        }),
        ("the label is multiplied with w, not with x: the step is y x", |w, x, y| {
            if is_mistake(w, x, y) { w * y + x } else { w.clone() }
        }),
        ("weights and sample are multiplied: the new weights are w + y x", |w, x, y| {
            if is_mistake(w, x, y) { w * x * y } else { w.clone() }
        }),
        ("the step is repeated until the answer is right: it is one step", |w, x, y| {
            let mut w = w.clone();
            while y * sum(&w, x) <= 0.0 {
                w = by(y, &w, x);
            }
            w
        }),
        ("two steps are made where one is not enough: it is one step", |w, x, y| {
            let after = moved_if(is_mistake(w, x, y), w, x, y);
            moved_if(is_mistake(&after, x, y), &after, x, y)
        }),
        ("the step is divided by the length of x: it is y x, as long as the sample", |w, x, y| {
            moved_if(is_mistake(w, x, y), w, x, y / sum(x, x).sqrt())
        }),
        ("the step is divided by the number of features: it is y x", |w, x, y| {
            moved_if(is_mistake(w, x, y), w, x, y / w.len() as f64)
        }),
        ("only samples with the label 1 move the weights: a mistake with the label −1 does, too", |w, x, y| {
            moved_if(is_mistake(w, x, y) && y > 0.0, w, x, y)
        }),
        ("only samples with the label −1 move the weights: a mistake with the label 1 does, too", |w, x, y| {
            moved_if(is_mistake(w, x, y) && y < 0.0, w, x, y)
        }),
        ("only an undecided neuron learns: every answer that is not the label is a mistake", |w, x, y| {
            moved_if(sum(w, x) == 0.0, w, x, y)
        }),
        ("y · a must only be positive: here it is compared with 1, or cut to a whole number", |w, x, y| {
            moved_if(y * sum(w, x).trunc() <= 0.0, w, x, y)
        }),
        ("different lengths are cut to the shorter one: keep the `assert_eq!` of the stub", |w, x, y| {
            moved_if(is_mistake(w, x, y), w, x, y)
        }),
        (
            "a length of 1 is stretched to that of the other, as `*` does: keep the `assert_eq!` of the stub",
            |w, x, y| {
                if y * (w * x).sum() > 0.0 { w.clone() } else { w + y * x }
            },
        ),
        ("features without a weight are ignored: keep the `assert_eq!` of the stub", |w, x, y| {
            assert!(w.len() <= x.len());
            moved_if(is_mistake(w, x, y), w, x, y)
        }),
        ("weights without a feature are left as they are: keep the `assert_eq!` of the stub", |w, x, y| {
            assert!(w.len() >= x.len());
            moved_if(is_mistake(w, x, y), w, x, y)
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1028);
        let mut inputs = vec![];
        let samples = [
            (array![-1.0, 2.0, 0.5], array![1.0, -1.0, 2.0]),
            (array![1.0, 1.0], array![1.0, 2.0]),
            (array![-1.0, 2.0], array![1.0, 1.0]),
            (array![0.0, 0.0], array![1.0, 3.0]),
            (array![3.0, -1.0], array![1.0, 3.0]),
            (array![-0.2, 0.5], array![1.0, 1.0]),
            (array![0.75, -2.0], array![1.0, 0.0]),
            (array![4.0, 1.0, 3.0], array![1.0, 2.0, -1.0]),
            (array![0.3, 2.0, -5.0], array![2.0, 3.0, 0.7]),
            (array![0.0, 1e-4], array![1.0, 3.0]),
            (array![0.0, 1e-7], array![1.0, 3.0]),
            (array![0.0, 1e-10], array![1.0, 3.0]),
            (array![0.0, 1e-13], array![1.0, 3.0]),
            (array![-20.0, 3.0], array![1.0, 0.5]),
            (array![1.7], array![0.6]),
        ];
        for (w, x) in samples {
            inputs.extend([(w.clone(), x.clone(), 1.0), (w, x, -1.0)]);
        }
        for k in [2, 3, 4, 6] {
            inputs.extend([1.0, -1.0].map(|y| (2.0 * random.vector(k), 3.0 * random.vector(k), y)));
            inputs.extend([1.0, -1.0].map(|y| (9.0 * random.vector(k), random.vector(k), y)));
        }
        inputs.extend([
            (array![3.0, 1.0], array![2.0, 1.0, 4.0], -1.0),
            (array![3.0, 1.0, 4.0], array![2.0, 1.0], -1.0),
            (array![3.0], array![2.0, 1.0], -1.0),
            (array![3.0, 1.0], array![2.0], -1.0),
        ]);
        inputs
    },
    call: |step, (w, x, y)| step(w, x, *y).into(),
    properties: &[
        ("the label is −1", |(_, _, y)| *y < 0.0),
        ("the neuron is undecided, a = 0", |(w, x, _)| sum(w, x) == 0.0),
        ("the answer is right", |(w, x, y)| !is_mistake(w, x, *y)),
        ("the answer is right with the label 1", |(w, x, y)| !is_mistake(w, x, *y) && *y > 0.0),
        ("the answer is right with the label −1", |(w, x, y)| !is_mistake(w, x, *y) && *y < 0.0),
        ("the answer is a mistake with the label 1", |(w, x, y)| is_mistake(w, x, *y) && *y > 0.0),
        ("the answer is a mistake with the label −1", |(w, x, y)| is_mistake(w, x, *y) && *y < 0.0),
        ("the answer has the wrong sign", |(w, x, y)| y * sum(w, x) < 0.0),
        ("the pre-activation is positive", |(w, x, _)| sum(w, x) > 0.0),
        ("the pre-activation is negative", |(w, x, _)| sum(w, x) < 0.0),
        ("y · a is positive, and less than 1", |(w, x, y)| (0.0..1.0).contains(&(y * sum(w, x))) && sum(w, x) != 0.0),
        ("y · a is positive, and less than 0.1", |(w, x, y)| {
            (0.0..0.1).contains(&(y * sum(w, x))) && sum(w, x) != 0.0
        }),
        ("the first feature is not 1", |(_, x, _)| x[0] != 1.0),
        ("there is more than one feature", |(w, _, _)| w.len() > 1),
        ("there are more than two features", |(w, _, _)| w.len() > 2),
    ],
};

const SMALL_Y: &str = "a small y · a counts as a mistake, with a tolerance: if it is positive, the answer is right";

fn products<'a>(w: &'a Array1<f64>, x: &'a Array1<f64>) -> impl Iterator<Item = f64> + 'a {
    w.iter().zip(x).map(|(w, x)| w * x)
}

fn sum(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    products(w, x).sum()
}

fn side(a: f64) -> f64 {
    f64::from(i8::from(a > 0.0) - i8::from(a < 0.0))
}

fn step(a: f64) -> f64 {
    if a > 0.0 { 1.0 } else { 0.0 }
}

fn is_mistake(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> bool {
    y * sum(w, x) <= 0.0
}

/// The weights after a step of this many times x.
fn by(factor: f64, w: &Array1<f64>, x: &Array1<f64>) -> Array1<f64> {
    let mut after = w.clone();
    after.iter_mut().zip(x).for_each(|(w, x)| *w += factor * x);
    after
}

fn moved_if(moves: bool, w: &Array1<f64>, x: &Array1<f64>, factor: f64) -> Array1<f64> {
    if moves { by(factor, w, x) } else { w.clone() }
}

/// The right step, in those weights only that `moves` says, of their index and the length.
fn only(w: &Array1<f64>, x: &Array1<f64>, y: f64, moves: fn(usize, usize) -> bool) -> Array1<f64> {
    let k = w.len();
    let after = moved_if(is_mistake(w, x, y), w, x, y);
    Array1::from_shape_fn(k, |i| if moves(i, k) { after[i] } else { w[i] })
}
