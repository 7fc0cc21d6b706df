//! Spoilers: wrong ways to write `gradient_left` and `saturated_share`, and the inputs that tell them apart. The tests
//! use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array2, array};

type Curve = fn(f64) -> f64;
type Left = fn(Curve, Curve, f64, usize) -> f64;
type Share = fn(Curve, &Array2<f64>, f64) -> f64;
pub type Vanishing = (Left, Share);

pub static GRADIENT_LEFT: Diagnosis<Vanishing, Left, (Curve, Curve, f64, usize)> = Diagnosis {
    function: "gradient_left",
    slot: |f| &mut f.0,
    right: |f, derivative, a, layers| pre_activations(f, a, layers).map(derivative).product(),
    mistakes: &[
        (
            "every layer gets the same a: the activation of one is the pre-activation of the next. Write `a = f(a)`, without `let`",
            |_, derivative, a, layers| (0..layers).map(|_| derivative(a)).product(),
        ),
        (
            "every layer gets the same f(a): write `a = f(a)` without `let`, and take the slope before it",
            |f, derivative, a, layers| (0..layers).map(|_| derivative(f(a))).product(),
        ),
        ("the slopes are added: by the chain rule they are multiplied", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(derivative).sum()
        }),
        ("the slopes are added, and 1 as well: by the chain rule they are multiplied", |f, derivative, a, layers| {
            1.0 + pre_activations(f, a, layers).map(derivative).sum::<f64>()
        }),
        (
            "the slopes are taken at the activations: take f'(a) at the pre-activation, before a = f(a)",
            |f, derivative, a, layers| pre_activations(f, f(a), layers).map(derivative).product(),
        ),
        ("only the last slope is returned: multiply those of all layers, with `*=`", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(derivative).last().unwrap_or(1.0)
        }),
        ("only the last slope is returned: multiply those of all layers, with `*=`", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(derivative).last().unwrap_or(0.0)
        }),
        (
            "only the first slope is there: multiply those of all layers. Does a `return` or `break` end the loop?",
            |_, derivative, a, layers| {
                if layers == 0 { 1.0 } else { derivative(a) }
            },
        ),
        (
            "only the first slope is there: multiply those of all layers. Does a `return` or `break` end the loop?",
            |_, derivative, a, layers| {
                if layers == 0 { 0.0 } else { derivative(a) }
            },
        ),
        (
            "only the first slope is there, also without layers: multiply those of all layers, in a loop",
            |_, derivative, a, _| derivative(a),
        ),
        ("one layer too many: `0..layers` runs `layers` times", |f, derivative, a, layers| {
            pre_activations(f, a, layers + 1).map(derivative).product()
        }),
        (
            "one layer too few: `0..layers` runs `layers` times, `1..layers` one time less",
            |f, derivative, a, layers| pre_activations(f, a, layers.saturating_sub(1)).map(derivative).product(),
        ),
        (
            "one layer too few: `0..layers` runs `layers` times, `1..layers` one time less",
            |f, derivative, a, layers| pre_activations(f, a, layers - 1).map(derivative).product(),
        ),
        ("the slope of the first layer is left out: take f'(a) before a = f(a)", |f, derivative, a, layers| {
            pre_activations(f, a, layers).skip(1).map(derivative).product()
        }),
        ("this is the activation of the last layer: the product of the slopes is asked for", |f, _, a, layers| {
            (0..layers).fold(a, |a, _| f(a))
        }),
        (
            "this is the slope at the last activation alone: multiply the slopes of all layers",
            |f, derivative, a, layers| derivative((0..layers).fold(a, |a, _| f(a))),
        ),
        ("the activations are multiplied: multiply the slopes f'(a)", |f, _, a, layers| {
            pre_activations(f, f(a), layers).product()
        }),
        ("the pre-activations are multiplied: multiply the slopes f'(a)", |f, _, a, layers| {
            pre_activations(f, a, layers).product()
        }),
        ("each slope is multiplied by its activation: multiply the slopes f'(a) alone", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(|a| derivative(a) * f(a)).product()
        }),
        (
            "each slope is multiplied by its pre-activation: multiply the slopes f'(a) alone",
            |f, derivative, a, layers| pre_activations(f, a, layers).map(|a| derivative(a) * a).product(),
        ),
        ("the product starts from 0: start it from 1", |_, _, _, _| 0.0),
        (
            "the product stays 1: is `left` changed in the loop, `left *= derivative(a)`, without `let`?",
            |_, _, _, _| 1.0,
        ),
        ("the product starts from a: start it from 1", |f, derivative, a, layers| {
            a * pre_activations(f, a, layers).map(derivative).product::<f64>()
        }),
        ("the product starts from f(a): start it from 1", |f, derivative, a, layers| {
            f(a) * pre_activations(f, a, layers).map(derivative).product::<f64>()
        }),
        (
            "the product starts from f'(a), so the first slope counts twice: start it from 1",
            |f, derivative, a, layers| derivative(a) * pre_activations(f, a, layers).map(derivative).product::<f64>(),
        ),
        ("the slope is handed on in place of the activation: write `a = f(a)`", |_, derivative, a, layers| {
            pre_activations(derivative, a, layers).map(derivative).product()
        }),
        (
            "the product so far is handed on in place of the activation: write `a = f(a)`, with a variable of its own",
            |_, derivative, a, layers| {
                let mut left = 1.0;
                let mut a = a;
                for _ in 0..layers {
                    left *= derivative(a);
                    a = left;
                }
                left
            },
        ),
        ("f is applied to the slope: the next pre-activation is f(a)", |f, derivative, a, layers| {
            let mut left = 1.0;
            let mut a = a;
            for _ in 0..layers {
                left *= derivative(a);
                a = f(derivative(a));
            }
            left
        }),
        ("f and its derivative are exchanged: multiply derivative(a), and hand on f(a)", |f, derivative, a, layers| {
            pre_activations(derivative, a, layers).map(f).product()
        }),
        ("the sign is lost: a slope may be negative, and it turns the gradient round", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(|a| derivative(a).abs()).product()
        }),
        ("the sign is lost: a slope may be negative, and it turns the gradient round", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(derivative).product::<f64>().abs()
        }),
        (
            "what should be negative is 0: a slope may be negative, and it turns the gradient round",
            |f, derivative, a, layers| pre_activations(f, a, layers).map(|a| derivative(a).max(0.0)).product(),
        ),
        (
            "what should be negative is 0: a slope may be negative, and it turns the gradient round",
            |f, derivative, a, layers| pre_activations(f, a, layers).map(derivative).product::<f64>().max(0.0),
        ),
        (
            "it is 0 where a pre-activation is 0: the slope there need not be 0, and at 0 that of tanh is 1",
            |f, derivative, a, layers| {
                pre_activations(f, a, layers).map(|a| if a == 0.0 { 0.0 } else { derivative(a) }).product()
            },
        ),
        (
            "it is 0 where a pre-activation is 0: the slope there need not be 0, and at 0 that of tanh is 1",
            |f, derivative, a, layers| {
                if a == 0.0 { 0.0 } else { pre_activations(f, a, layers).map(derivative).product() }
            },
        ),
        (
            "a layer whose pre-activation is 0 is passed over: its slope counts like the others",
            |f, derivative, a, layers| pre_activations(f, a, layers).filter(|&a| a != 0.0).map(derivative).product(),
        ),
        (
            "a layer whose slope is 0 is passed over: a gradient does not get through it, and 0 is left",
            |f, derivative, a, layers| {
                pre_activations(f, a, layers).map(derivative).filter(|&slope| slope != 0.0).product()
            },
        ),
        (
            WITHOUT_LAYERS,
            |f, derivative, a, layers| {
                if layers == 0 { 0.0 } else { pre_activations(f, a, layers).map(derivative).product() }
            },
        ),
        (
            WITHOUT_LAYERS,
            |f, derivative, a, layers| {
                if layers == 0 { a } else { pre_activations(f, a, layers).map(derivative).product() }
            },
        ),
        (WITHOUT_LAYERS, |f, derivative, a, layers| {
            if layers == 0 { derivative(a) } else { pre_activations(f, a, layers).map(derivative).product() }
        }),
        ("the product is inverted: multiply by the slopes, do not divide by them", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(|a| 1.0 / derivative(a)).product()
        }),
        ("the slopes are subtracted from the product: multiply it by them, with `*=`", |f, derivative, a, layers| {
            1.0 - pre_activations(f, a, layers).map(derivative).sum::<f64>()
        }),
        ("what is lost is returned, 1 − the product: return what is left", |f, derivative, a, layers| {
            1.0 - pre_activations(f, a, layers).map(derivative).product::<f64>()
        }),
        ("the mean of the slopes is returned: multiply them", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(derivative).sum::<f64>() / layers.max(1) as f64
        }),
        ("the smallest slope is returned: multiply them all", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(derivative).fold(1.0, f64::min)
        }),
        ("each slope is squared: multiply it once", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(|a| derivative(a).powi(2)).product()
        }),
        ("the result is cut off at 1: a gradient may grow as well", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(derivative).product::<f64>().min(1.0)
        }),
        ("the result is cut off at ±1: a gradient may grow as well", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(derivative).product::<f64>().clamp(-1.0, 1.0)
        }),
        (GRADIENT_TINY, |f, derivative, a, layers| {
            above(pre_activations(f, a, layers).map(derivative).product(), 1e-6)
        }),
        (GRADIENT_TINY, |f, derivative, a, layers| {
            above(pre_activations(f, a, layers).map(derivative).product(), 1e-10)
        }),
        (GRADIENT_TINY, |f, derivative, a, layers| {
            above(pre_activations(f, a, layers).map(derivative).product(), 1e-15)
        }),
        (LOOP_ENDS, |f, derivative, a, layers| until_below(f, derivative, a, layers, 1e-3)),
        (LOOP_ENDS, |f, derivative, a, layers| until_below(f, derivative, a, layers, 1e-6)),
        (LOOP_ENDS, |f, derivative, a, layers| until_below(f, derivative, a, layers, 1e-10)),
        (LOOP_ENDS, |f, derivative, a, layers| until_below(f, derivative, a, layers, 1e-12)),
        (LOOP_ENDS, |f, derivative, a, layers| until_below(f, derivative, a, layers, 1e-15)),
        (LOOP_ENDS, |f, derivative, a, layers| pre_activations(f, a, layers.min(2)).map(derivative).product()),
        (LOOP_ENDS, |f, derivative, a, layers| pre_activations(f, a, layers.min(10)).map(derivative).product()),
        (LOOP_ENDS, |f, derivative, a, layers| pre_activations(f, a, layers.min(100)).map(derivative).product()),
        (
            "the slope of the whole chain is measured, and only a few digits are right: multiply the derivatives",
            |f, _, a, layers| {
                let chain = |a| (0..layers).fold(a, |a, _| f(a));
                (chain(a + 1e-5) - chain(a - 1e-5)) / 2e-5
            },
        ),
        (
            "the slope of the whole chain is measured, and only a few digits are right: multiply the derivatives",
            |f, _, a, layers| {
                let chain = |a| (0..layers).fold(a, |a, _| f(a));
                (chain(a + 1e-6) - chain(a)) / 1e-6
            },
        ),
        ("f is applied twice in each layer: once is enough", |f, derivative, a, layers| {
            pre_activations(f, a, 2 * layers).step_by(2).map(derivative).product()
        }),
        ("the number of layers is squared or doubled: the loop runs `layers` times", |f, derivative, a, layers| {
            pre_activations(f, a, 2 * layers).map(derivative).product()
        }),
        ("only seven digits are right: keep the numbers as `f64`, without `f32`", |f, derivative, a, layers| {
            left(f, derivative, a, layers) as f32 as f64
        }),
        ("each slope is cut off at 1: a slope may be larger, and the gradient grows", |f, derivative, a, layers| {
            pre_activations(f, a, layers).map(|a| derivative(a).min(1.0)).product()
        }),
        ("the sign of a is lost: start from a itself", |f, derivative, a, layers| left(f, derivative, a.abs(), layers)),
        ("the product is divided by the number of layers: return the product itself", |f, derivative, a, layers| {
            left(f, derivative, a, layers) / layers.max(1) as f64
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1040);
        let mut inputs: Vec<(Curve, Curve, f64, usize)> = vec![
            (bowl, bowl_slope, 3.0, 2),
            (bowl, bowl_slope, -3.0, 2),
            (bowl, bowl_slope, 0.5, 3),
            (bowl, bowl_slope, 0.0, 2),
            (f64::tanh, tangent_slope, 0.0, 3),
            (f64::tanh, tangent_slope, 0.0, 1),
            (f64::tanh, tangent_slope, 1.3, 0),
            (bowl, bowl_slope, -1.7, 0),
            (f64::sin, f64::cos, 2.5, 0),
            (rectifier, rectifier_slope, -1.5, 3),
            (rectifier, rectifier_slope, 1.5, 3),
            (|a| 0.5 * a, |_| 0.5, 3.0, 12),
            (|a| 0.5 * a, |_| 0.5, 3.0, 40),
            (|a| 0.5 * a, |_| 0.5, -2.0, 200),
            (|a| -1.5 * a + 1.0, |_| -1.5, 2.0, 5),
            (f64::sin, f64::cos, 2.5, 4),
            (f64::cos, |a| -a.sin(), 0.7, 3),
            (f64::cos, |a| -a.sin(), 0.7, 4),
            (f64::cos, |a| -a.sin(), 2.2, 1),
            (|a| a - 2.0, |a| if a == 0.0 { 0.0 } else { 3.0 }, 4.0, 4),
        ];
        for layers in [1, 2, 3, 5, 8] {
            inputs.push((sigma, sigma_slope, 2.0 * random.number(), layers));
            inputs.push((f64::tanh, tangent_slope, 2.0 * random.number(), layers));
        }
        inputs
    },
    call: |gradient_left, &(f, derivative, a, layers)| gradient_left(f, derivative, a, layers).into(),
    properties: &[
        ("there are no layers", |&(.., layers)| layers == 0),
        ("there is more than one layer", |&(.., layers)| layers > 1),
        ("there are more than two layers", |&(.., layers)| layers > 2),
        ("there are more than ten layers", |&(.., layers)| layers > 10),
        ("there are more than twenty layers", |&(.., layers)| layers > 20),
        ("the number of layers is even", |&(.., layers)| layers % 2 == 0),
        ("a is 0", |&(_, _, a, _)| a == 0.0),
        ("a is negative", |&(_, _, a, _)| a < 0.0),
        ("a pre-activation on the way is 0", |&(f, _, a, layers)| pre_activations(f, a, layers).any(|a| a == 0.0)),
        ("a slope on the way is 0", |&(f, d, a, layers)| pre_activations(f, a, layers).any(|a| d(a) == 0.0)),
        ("a slope on the way is negative", |&(f, d, a, layers)| pre_activations(f, a, layers).any(|a| d(a) < 0.0)),
        ("the result is negative", |&(f, d, a, layers)| left(f, d, a, layers) < 0.0),
        ("the result is above 1", |&(f, d, a, layers)| left(f, d, a, layers) > 1.0),
        ("less than a thousandth is left", |&(f, d, a, layers)| left(f, d, a, layers).abs() < 1e-3),
        ("less than a millionth is left", |&(f, d, a, layers)| left(f, d, a, layers).abs() < 1e-6),
        ("less than a billionth is left", |&(f, d, a, layers)| left(f, d, a, layers).abs() < 1e-9),
    ],
};

pub static SATURATED_SHARE: Diagnosis<Vanishing, Share, (Curve, Array2<f64>, f64)> = Diagnosis {
    function: "saturated_share",
    slot: |f| &mut f.1,
    right: |derivative, a, limit| share(a, |v| derivative(v).abs() < limit),
    mistakes: &[
        ("this is how many are saturated: divide by how many there are", |derivative, a, limit| {
            count(a, |v| derivative(v).abs() < limit)
        }),
        (
            "this is the share of the others: saturated is where the slope is smaller than the limit",
            |derivative, a, limit| share(a, |v| derivative(v).abs() >= limit),
        ),
        (
            "this is the share of the others: saturated is where the slope is smaller than the limit",
            |derivative, a, limit| share(a, |v| derivative(v).abs() > limit),
        ),
        (
            "this is how many are not saturated: count where the slope is smaller than the limit, and divide",
            |derivative, a, limit| count(a, |v| derivative(v).abs() >= limit),
        ),
        ("divided by the number of samples: divide by the number of all entries, a.len()", |derivative, a, limit| {
            count(a, |v| derivative(v).abs() < limit) / a.nrows() as f64
        }),
        ("divided by the number of neurons: divide by the number of all entries, a.len()", |derivative, a, limit| {
            count(a, |v| derivative(v).abs() < limit) / a.ncols() as f64
        }),
        (
            "divided by the number of those that are not saturated: divide by the number of all entries, a.len()",
            |derivative, a, limit| {
                count(a, |v| derivative(v).abs() < limit) / count(a, |v| derivative(v).abs() >= limit)
            },
        ),
        ("divided by one less than there are: divide by the number of all entries, a.len()", |derivative, a, limit| {
            count(a, |v| derivative(v).abs() < limit) / (a.len() as f64 - 1.0)
        }),
        ("divided by one more than there are: divide by the number of all entries, a.len()", |derivative, a, limit| {
            count(a, |v| derivative(v).abs() < limit) / (a.len() as f64 + 1.0)
        }),
        ("upside down: divide the number of saturated entries by the number of all", |derivative, a, limit| {
            a.len() as f64 / count(a, |v| derivative(v).abs() < limit)
        }),
        ("the entries of a are compared with the limit: compare the slopes, derivative(v)", |_, a, limit| {
            share(a, |v| v.abs() < limit)
        }),
        ("the entries of a are compared with the limit: compare the slopes, derivative(v)", |_, a, limit| {
            share(a, |v| v < limit)
        }),
        ("the slopes of the slopes are compared: call `derivative` once, with the entry", |derivative, a, limit| {
            share(a, |v| derivative(derivative(v)).abs() < limit)
        }),
        (
            "all negative slopes are counted: −0.9 lets a gradient pass as well as 0.9 does, so compare the absolute value",
            |derivative, a, limit| share(a, |v| derivative(v) < limit),
        ),
        (
            "no negative slope is counted: −0.001 is as small as 0.001, so compare the absolute value",
            |derivative, a, limit| share(a, |v| derivative(v) >= 0.0 && derivative(v) < limit),
        ),
        ("no negative slope is counted, nor 0: compare the absolute value", |derivative, a, limit| {
            share(a, |v| derivative(v) > 0.0 && derivative(v) < limit)
        }),
        (
            "the absolute value is that of the entry: it is the slope that may be negative, `derivative(v).abs()`",
            |derivative, a, limit| share(a, |v| derivative(v.abs()) < limit),
        ),
        (
            "the absolute value is that of the entry: it is the slope that may be negative, `derivative(v).abs()`",
            |derivative, a, limit| share(a, |v| derivative(v.abs()).abs() < limit),
        ),
        ("a slope that equals the limit is counted: saturated is where it is smaller, `<`", |derivative, a, limit| {
            share(a, |v| derivative(v).abs() <= limit)
        }),
        (
            "a slope that equals the limit is counted, and so is every negative one: saturated is where |f'(a)| < limit",
            |derivative, a, limit| share(a, |v| derivative(v) <= limit),
        ),
        (
            "the square of the slope is compared with the limit, or the slope with its root: compare |f'(a)| and `limit`",
            |derivative, a, limit| share(a, |v| derivative(v).powi(2) < limit),
        ),
        (
            "the limit is squared: compare the absolute value of the slope with the limit itself",
            |derivative, a, limit| share(a, |v| derivative(v).abs() < limit * limit),
        ),
        ("only slopes of 0 are counted: saturated is where |f'(a)| < limit", |derivative, a, _| {
            share(a, |v| derivative(v) == 0.0)
        }),
        ("0.01 is used for the limit: use the argument `limit`", |derivative, a, _| {
            share(a, |v| derivative(v).abs() < 0.01)
        }),
        ("0.1 is used for the limit: use the argument `limit`", |derivative, a, _| {
            share(a, |v| derivative(v).abs() < 0.1)
        }),
        (
            "0.01 is used for the limit, and all negative slopes are counted: saturated is where |f'(a)| < limit",
            |derivative, a, _| share(a, |v| derivative(v) < 0.01),
        ),
        ("this is a percentage: the share is a number from 0 to 1", |derivative, a, limit| {
            100.0 * share(a, |v| derivative(v).abs() < limit)
        }),
        ("the share is rounded to 0 or 1: return it as it is", |derivative, a, limit| {
            share(a, |v| derivative(v).abs() < limit).round()
        }),
        ("the sum of the slopes is returned: count those that are smaller than the limit", |derivative, a, _| {
            a.iter().map(|&v| derivative(v)).sum()
        }),
        ("the mean of the slopes is returned: count those that are smaller than the limit", |derivative, a, _| {
            a.iter().map(|&v| derivative(v)).sum::<f64>() / a.len() as f64
        }),
        (
            "the mean of the small slopes is returned: count them, and divide by how many entries there are",
            |derivative, a, limit| {
                let small = a.iter().map(|&v| derivative(v).abs()).filter(|&slope| slope < limit);
                small.sum::<f64>() / a.len() as f64
            },
        ),
        ("the mean slope is compared with the limit: compare each slope, and count", |derivative, a, limit| {
            let mean = a.iter().map(|&v| derivative(v)).sum::<f64>() / a.len() as f64;
            if mean.abs() < limit { 1.0 } else { 0.0 }
        }),
        (
            "it is 1 as soon as one entry is saturated: count them, and divide by how many there are",
            |derivative, a, limit| {
                if a.iter().any(|&v| derivative(v).abs() < limit) { 1.0 } else { 0.0 }
            },
        ),
        (
            "it is 0 unless all entries are saturated: were whole numbers divided, as 3 / 8 is 0? Write `count as f64 / a.len() as f64`",
            |derivative, a, limit| {
                if a.iter().all(|&v| derivative(v).abs() < limit) { 1.0 } else { 0.0 }
            },
        ),
        (
            "at most one entry is counted: `count += 1.0` adds to the count. Does a `return` or `break` end the loop?",
            |derivative, a, limit| count(a, |v| derivative(v).abs() < limit).min(1.0) / a.len() as f64,
        ),
        (
            "only the first entry is looked at: visit them all. Does a `return` or `break` end the loop?",
            |derivative, a, limit| {
                if derivative(a[[0, 0]]).abs() < limit { 1.0 / a.len() as f64 } else { 0.0 }
            },
        ),
        ("the count ends at the first entry that is not saturated: visit them all", |derivative, a, limit| {
            a.iter().take_while(|&&v| derivative(v).abs() < limit).count() as f64 / a.len() as f64
        }),
        (
            "only the first row is counted: visit every row. Is the count reset in the loop, or the loop ended?",
            |derivative, a, limit| within(a, |j, _| j == 0, |v| derivative(v).abs() < limit),
        ),
        ("only the last row is counted: the count must not start again from 0 in each row", |derivative, a, limit| {
            within(a, |j, _| j + 1 == a.nrows(), |v| derivative(v).abs() < limit)
        }),
        ("only the first column is counted: visit every column", |derivative, a, limit| {
            within(a, |_, i| i == 0, |v| derivative(v).abs() < limit)
        }),
        ("only the diagonal is counted: every row meets every column", |derivative, a, limit| {
            within(a, |j, i| j == i, |v| derivative(v).abs() < limit)
        }),
        ("the last row is left out: `0..n` runs up to n − 1, which is the last index", |derivative, a, limit| {
            within(a, |j, _| j + 1 < a.nrows(), |v| derivative(v).abs() < limit)
        }),
        ("the first row is left out: indices start at 0", |derivative, a, limit| {
            within(a, |j, _| j > 0, |v| derivative(v).abs() < limit)
        }),
        ("the last column is left out: `0..d` runs up to d − 1, which is the last index", |derivative, a, limit| {
            within(a, |_, i| i + 1 < a.ncols(), |v| derivative(v).abs() < limit)
        }),
        ("the first column is left out: indices start at 0", |derivative, a, limit| {
            within(a, |_, i| i > 0, |v| derivative(v).abs() < limit)
        }),
        ("entries that are 0 are not counted: at 0 a slope can be as small as elsewhere", |derivative, a, limit| {
            share(a, |v| v != 0.0 && derivative(v).abs() < limit)
        }),
        ("entries that are 0 are always counted: the slope there need not be small", |derivative, a, limit| {
            share(a, |v| v == 0.0 || derivative(v).abs() < limit)
        }),
        ("only positive entries are counted: on both sides a slope can be small", |derivative, a, limit| {
            share(a, |v| v > 0.0 && derivative(v).abs() < limit)
        }),
        ("only negative entries are counted: on both sides a slope can be small", |derivative, a, limit| {
            share(a, |v| v < 0.0 && derivative(v).abs() < limit)
        }),
        ("the share of samples with a saturated neuron is returned: count the entries", |derivative, a, limit| {
            let rows = a.rows().into_iter().filter(|row| row.iter().any(|&v| derivative(v).abs() < limit)).count();
            rows as f64 / a.nrows() as f64
        }),
        ("the count stays 0: `count += 1` in the loop, without `let`", |_, _, _| 0.0),
        ("it is always 1: are all entries counted, and not only those that the condition keeps?", |_, _, _| 1.0),
        ("this is the number of all entries, or the number is counted that is to divide", |_, a, _| a.len() as f64),
        ("the slope at −v is taken: call `derivative` with the entry itself", |derivative, a, limit| {
            share(a, |v| derivative(-v).abs() < limit)
        }),
        ("twice the limit is used: compare with the limit itself", |derivative, a, limit| {
            share(a, |v| derivative(v).abs() < 2.0 * limit)
        }),
        ("half of the limit is used: compare with the limit itself", |derivative, a, limit| {
            share(a, |v| derivative(v).abs() < 0.5 * limit)
        }),
        ("divided by rows plus columns: divide by the number of all entries, a.len()", |derivative, a, limit| {
            count(a, |v| derivative(v).abs() < limit) / (a.nrows() + a.ncols()) as f64
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1041);
        let mut inputs: Vec<(Curve, Array2<f64>, f64)> = vec![
            (rectifier_slope, array![[-2.0, 3.0, 1.0, 0.005], [4.0, -1.0, 2.0, -0.5]], 0.01),
            (dip, array![[-3.0, -2.0, 1.0], [2.0, -2.5, 3.0]], 0.03),
            (dip, array![[-9.0, -7.0, 1.0], [-2.0, -2.5, 3.0]], 0.02),
            (tangent_slope, array![[0.0, 3.0], [0.0, -4.0], [0.5, 5.0]], 0.02),
            (bowl_slope, array![[0.0, 0.3], [-0.02, 1.0], [0.4, 0.0]], 0.3),
            (|_| 0.25, array![[1.0, -1.0], [0.0, 2.0], [0.5, 4.0]], 0.25),
            (|_| -0.5, array![[1.0, -1.0], [0.1, 2.0]], 0.5),
            (sigma_slope, array![[6.0, 7.0], [-8.0, 9.0]], 0.05),
            (sigma_slope, array![[1.0, -1.5, 0.3]], 0.05),
            (sigma_slope, array![[9.0], [0.5], [-0.5], [1.0]], 0.01),
            (sigma_slope, array![[0.5], [-0.5], [1.0], [9.0]], 0.3),
        ];
        for (size, (n, d), limit) in [
            (4.0, (3, 4), 0.07),
            (5.0, (4, 3), 0.03),
            (3.0, (1, 5), 0.12),
            (6.0, (5, 1), 0.04),
            (4.0, (3, 3), 0.15),
            (8.0, (6, 4), 0.002),
            (4.0, (4, 6), 0.2),
        ] {
            inputs.push((sigma_slope, size * random.matrix(n, d), limit));
            inputs.push((dip, size * random.matrix(n, d), limit));
            inputs.push((f64::cos, size * random.matrix(d, n).t().to_owned(), 3.0 * limit));
        }
        inputs
    },
    call: |saturated_share, (derivative, a, limit)| saturated_share(*derivative, a, *limit).into(),
    properties: &[
        ("a slope is negative", |(derivative, a, _)| a.iter().any(|&v| derivative(v) < 0.0)),
        ("an entry is 0", |(_, a, _)| a.iter().any(|&v| v == 0.0)),
        ("an entry is negative", |(_, a, _)| a.iter().any(|&v| v < 0.0)),
        ("a slope equals the limit", |(derivative, a, limit)| a.iter().any(|&v| derivative(v).abs() == *limit)),
        ("the limit is not 0.01", |(_, _, limit)| *limit != 0.01),
        ("there is more than one row", |(_, a, _)| a.nrows() > 1),
        ("there is more than one column", |(_, a, _)| a.ncols() > 1),
        ("some entries are saturated and others not", |(derivative, a, limit)| {
            let share = share(a, |v| derivative(v).abs() < *limit);
            share > 0.0 && share < 1.0
        }),
        ("an entry is saturated", |(derivative, a, limit)| share(a, |v| derivative(v).abs() < *limit) > 0.0),
    ],
};

const WITHOUT_LAYERS: &str = "without layers it is not 1: nothing is lost then, and the product of no slopes is 1";
const GRADIENT_TINY: &str = "a gradient that is tiny is called 0: little is left, and not nothing";
const LOOP_ENDS: &str = "the loop ends before all layers are passed: is there a `break` or a `return` where little is left? Every layer counts";

/// The pre-activations of so many layers.
fn pre_activations(f: Curve, a: f64, layers: usize) -> impl Iterator<Item = f64> {
    std::iter::successors(Some(a), move |&a| Some(f(a))).take(layers)
}

fn left(f: Curve, derivative: Curve, a: f64, layers: usize) -> f64 {
    pre_activations(f, a, layers).map(derivative).product()
}

/// 0 for what is nearer to 0 than a limit.
fn above(v: f64, limit: f64) -> f64 {
    if v.abs() < limit { 0.0 } else { v }
}

/// The product, up to the layer behind which less than a limit is left.
fn until_below(f: Curve, derivative: Curve, a: f64, layers: usize, limit: f64) -> f64 {
    let mut left = 1.0_f64;
    for a in pre_activations(f, a, layers) {
        left *= derivative(a);
        if left.abs() < limit {
            break;
        }
    }
    left
}

fn count(a: &Array2<f64>, holds: impl Fn(f64) -> bool) -> f64 {
    a.iter().filter(|&&v| holds(v)).count() as f64
}

fn share(a: &Array2<f64>, holds: impl Fn(f64) -> bool) -> f64 {
    count(a, holds) / a.len() as f64
}

/// The share of those that are at certain places.
fn within(a: &Array2<f64>, place: impl Fn(usize, usize) -> bool, holds: impl Fn(f64) -> bool) -> f64 {
    a.indexed_iter().filter(|&((j, i), &v)| place(j, i) && holds(v)).count() as f64 / a.len() as f64
}

fn bowl(a: f64) -> f64 {
    a * a
}

fn bowl_slope(a: f64) -> f64 {
    2.0 * a
}

fn sigma(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

fn sigma_slope(a: f64) -> f64 {
    sigma(a) * sigma(-a)
}

fn tangent_slope(a: f64) -> f64 {
    1.0 / a.cosh().powi(2)
}

fn rectifier(a: f64) -> f64 {
    a.max(0.0)
}

fn rectifier_slope(a: f64) -> f64 {
    if a > 0.0 { 1.0 } else { 0.0 }
}

/// The slope of SiLU, which is negative at the left.
fn dip(a: f64) -> f64 {
    sigma(a) + a * sigma_slope(a)
}
