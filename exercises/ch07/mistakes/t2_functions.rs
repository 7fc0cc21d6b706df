//! Spoilers: wrong ways to write `square`, `tanh` and `sigmoid`, and the inputs that tell them apart. The tests use
//! them to name a mistake.

use crate::given::{Tape, Var, sigma};
use crate::naive::derivatives;
use checks::{Answer, Diagnosis};

pub type Unary = fn(&mut Tape, Var) -> Var;
/// `square`, `tanh` and `sigmoid`.
pub type Functions = (Unary, Unary, Unary);
/// The numbers on the tape, and which of them is `a`.
type Inputs = (Vec<f64>, usize);
type Property = (&'static str, fn(&Inputs) -> bool);

pub static SQUARE: Diagnosis<Functions, Unary, Inputs> = Diagnosis {
    function: "square",
    slot: |f| &mut f.0,
    right: |tape, a| recorded(tape, a, |a| (a * a, 2.0 * a)),
    mistakes: &[
        ("the local derivative is a: that of a² is 2a", |tape, a| recorded(tape, a, |a| (a * a, a))),
        ("the local derivative is 2: that of a² is 2a", |tape, a| recorded(tape, a, |a| (a * a, 2.0))),
        ("the local derivative is 1: that of a² is 2a", |tape, a| recorded(tape, a, |a| (a * a, 1.0))),
        ("the local derivative is a²: that of a² is 2a", |tape, a| recorded(tape, a, |a| (a * a, a * a))),
        ("the local derivative is taken at the result, 2z: it is 2a", |tape, a| {
            recorded(tape, a, |a| (a * a, 2.0 * a * a))
        }),
        (
            "nothing leads back from the square to a: `record` it with a as its parent, and with the local \
             derivative 2a",
            |tape, a| recorded(tape, a, |a| (a * a, 0.0)),
        ),
        ("the sign of the local derivative is lost: for a negative a it is 2a < 0", |tape, a| {
            recorded(tape, a, |a| (a * a, 2.0 * a.abs()))
        }),
        ("the sign of the local derivative is the other way round: it is 2a", |tape, a| {
            recorded(tape, a, |a| (a * a, -2.0 * a))
        }),
        ("value and local derivative have changed places in `record`: the value comes first", |tape, a| {
            recorded(tape, a, |a| (2.0 * a, a * a))
        }),
        ("this is 2a, with the local derivative 2: square", |tape, a| recorded(tape, a, |a| (2.0 * a, 2.0))),
        ("the value is 2a, and the local derivative too: the value is a²", |tape, a| {
            recorded(tape, a, |a| (2.0 * a, 2.0 * a))
        }),
        ("a is cubed: `v * v` or `v.powi(2)` is the square", |tape, a| recorded(tape, a, |a| (a * a * a, 3.0 * a * a))),
        ("this is 2 to the power of a: `v.powi(2)` is the square", |tape, a| {
            recorded(tape, a, |a| (2.0_f64.powf(a), 2.0_f64.powf(a) * std::f64::consts::LN_2))
        }),
        (
            "nothing leads back from the square to a: `record` it with a as its parent, and with the local \
             derivative 2a",
            |tape, a| tape.leaf(tape.value(a) * tape.value(a)),
        ),
        ("2a counts twice: record it once, or a twice with the local derivative a", |tape, a| {
            recorded(tape, a, |a| (a * a, 4.0 * a))
        }),
        ("the place of a is returned, not that of the square: return what `tape.record` returns", |tape, a| {
            recorded(tape, a, |a| (a * a, 2.0 * a));
            a
        }),
    ],
    inputs,
    call,
    properties: PROPERTIES,
};

pub static TANH: Diagnosis<Functions, Unary, Inputs> = Diagnosis {
    function: "tanh",
    slot: |f| &mut f.1,
    right: |tape, a| recorded(tape, a, |a| (a.tanh(), 1.0 - a.tanh() * a.tanh())),
    mistakes: &[
        (
            "the local derivative is taken at the result, 1 − tanh(z)²: with z = tanh(a) at hand it is 1 − z²",
            |tape, a| recorded(tape, a, |a| (a.tanh(), 1.0 - a.tanh().tanh().powi(2))),
        ),
        ("the local derivative is 1 − a²: it is 1 − z², with z = tanh(a)", |tape, a| {
            recorded(tape, a, |a| (a.tanh(), 1.0 - a * a))
        }),
        ("the local derivative is z(1 − z), that of the sigmoid: that of tanh is 1 − z²", |tape, a| {
            recorded(tape, a, |a| (a.tanh(), a.tanh() * (1.0 - a.tanh())))
        }),
        ("the local derivative is 1 − z: it is 1 − z², with the square", |tape, a| {
            recorded(tape, a, |a| (a.tanh(), 1.0 - a.tanh()))
        }),
        ("the local derivative is 1 + z²: it is 1 − z²", |tape, a| {
            recorded(tape, a, |a| (a.tanh(), 1.0 + a.tanh().powi(2)))
        }),
        ("the local derivative is z²: it is 1 − z²", |tape, a| recorded(tape, a, |a| (a.tanh(), a.tanh().powi(2)))),
        ("the local derivative is z² − 1: it is 1 − z²", |tape, a| {
            recorded(tape, a, |a| (a.tanh(), a.tanh().powi(2) - 1.0))
        }),
        ("the local derivative is (1 − z)²: it is 1 − z²", |tape, a| {
            recorded(tape, a, |a| (a.tanh(), (1.0 - a.tanh()).powi(2)))
        }),
        ("tanh is taken for its own derivative: that is 1 − z²", |tape, a| {
            recorded(tape, a, |a| (a.tanh(), a.tanh()))
        }),
        ("the local derivative is the number a: it is 1 − z², with z = tanh(a)", |tape, a| {
            recorded(tape, a, |a| (a.tanh(), a))
        }),
        ("the local derivative is 1: tanh flattens, by 1 − z²", |tape, a| recorded(tape, a, |a| (a.tanh(), 1.0))),
        ("the local derivative is 1/(1 + a²), that of the arc tangent: that of tanh is 1 − z²", |tape, a| {
            recorded(tape, a, |a| (a.tanh(), 1.0 / (1.0 + a * a)))
        }),
        ("value and local derivative have changed places in `record`: the value comes first", |tape, a| {
            recorded(tape, a, |a| (1.0 - a.tanh().powi(2), a.tanh()))
        }),
        ("this is `tan`, the tangent of an angle: `v.tanh()` is the hyperbolic one", |tape, a| {
            recorded(tape, a, |a| (a.tan(), 1.0 + a.tan().powi(2)))
        }),
        ("this is `tan`, the tangent of an angle: `v.tanh()` is the hyperbolic one", |tape, a| {
            recorded(tape, a, |a| (a.tan(), 1.0 - a.tan().powi(2)))
        }),
        ("this is the sigmoid: `v.tanh()` is the tanh", |tape, a| {
            recorded(tape, a, |a| (sigma(a), sigma(a) * (1.0 - sigma(a))))
        }),
        ("this is the tanh, with the local derivative of σ at a: that of tanh is 1 − z²", |tape, a| {
            recorded(tape, a, |a| (a.tanh(), sigma(a) * (1.0 - sigma(a))))
        }),
        (
            "nothing leads back to a: `record` tanh with its parent a and the local derivative 1 − tanh²(a), which is not 0",
            |tape, a| tape.leaf(tape.value(a).tanh()),
        ),
        ("the place of a is returned, not that of the tanh: return what `tape.record` returns", |tape, a| {
            recorded(tape, a, |a| (a.tanh(), 1.0 - a.tanh().powi(2)));
            a
        }),
    ],
    inputs,
    call,
    properties: PROPERTIES,
};

pub static SIGMOID: Diagnosis<Functions, Unary, Inputs> = Diagnosis {
    function: "sigmoid",
    slot: |f| &mut f.2,
    right: |tape, a| recorded(tape, a, |a| (sigma(a), sigma(a) * (1.0 - sigma(a)))),
    mistakes: &[
        (
            "the local derivative is taken at the result, σ(z)(1 − σ(z)): with z = σ(a) at hand it is z(1 − z)",
            |tape, a| recorded(tape, a, |a| (sigma(a), sigma(sigma(a)) * (1.0 - sigma(sigma(a))))),
        ),
        ("the local derivative is a(1 − a): it is z(1 − z), with z = σ(a)", |tape, a| {
            recorded(tape, a, |a| (sigma(a), a * (1.0 - a)))
        }),
        ("the local derivative is 1 − z², that of tanh: that of the sigmoid is z(1 − z)", |tape, a| {
            recorded(tape, a, |a| (sigma(a), 1.0 - sigma(a).powi(2)))
        }),
        ("the local derivative is 1 − z: it is z(1 − z)", |tape, a| {
            recorded(tape, a, |a| (sigma(a), 1.0 - sigma(a)))
        }),
        ("the local derivative is z: it is z(1 − z)", |tape, a| recorded(tape, a, |a| (sigma(a), sigma(a)))),
        ("the local derivative is z(1 + z): it is z(1 − z)", |tape, a| {
            recorded(tape, a, |a| (sigma(a), sigma(a) * (1.0 + sigma(a))))
        }),
        (
            "the sign of the local derivative is the other way round: the sigmoid always rises, by z(1 − z)",
            |tape, a| recorded(tape, a, |a| (sigma(a), sigma(a) * (sigma(a) - 1.0))),
        ),
        ("the local derivative is z(1 − z)²: it is z(1 − z)", |tape, a| {
            recorded(tape, a, |a| (sigma(a), sigma(a) * (1.0 - sigma(a)).powi(2)))
        }),
        ("the local derivative is 1: the sigmoid rises by z(1 − z)", |tape, a| {
            recorded(tape, a, |a| (sigma(a), 1.0))
        }),
        ("the local derivative is ¼, which it is at a = 0 only: it is z(1 − z)", |tape, a| {
            recorded(tape, a, |a| (sigma(a), 0.25))
        }),
        ("value and local derivative have changed places in `record`: the value comes first", |tape, a| {
            recorded(tape, a, |a| (sigma(a) * (1.0 - sigma(a)), sigma(a)))
        }),
        ("this is σ(−a): `given::sigma` has the minus already", |tape, a| {
            recorded(tape, a, |a| (sigma(-a), -sigma(a) * sigma(-a)))
        }),
        ("this is σ(−a), with the local derivative of σ(a): `given::sigma` has the minus already", |tape, a| {
            recorded(tape, a, |a| (sigma(-a), sigma(a) * sigma(-a)))
        }),
        ("this is the tanh: `given::sigma(v)` is the sigmoid", |tape, a| {
            recorded(tape, a, |a| (a.tanh(), 1.0 - a.tanh().powi(2)))
        }),
        (
            "nothing leads back to a: `record` the sigmoid with its parent a and the local derivative σ(a)(1 − σ(a))",
            |tape, a| tape.leaf(sigma(tape.value(a))),
        ),
        ("the sigmoid is taken twice: once is enough", |tape, a| {
            recorded(tape, a, |a| {
                let (z, y) = (sigma(a), sigma(sigma(a)));
                (y, y * (1.0 - y) * z * (1.0 - z))
            })
        }),
        ("the place of a is returned, not that of the sigmoid: return what `tape.record` returns", |tape, a| {
            recorded(tape, a, |a| (sigma(a), sigma(a) * sigma(-a)));
            a
        }),
    ],
    inputs,
    call,
    properties: PROPERTIES,
};

const PROPERTIES: &[Property] = &[
    ("a is negative", |(numbers, a)| numbers[*a] < 0.0),
    ("a is positive", |(numbers, a)| numbers[*a] > 0.0),
    ("a is 0", |(numbers, a)| numbers[*a] == 0.0),
    ("a is larger than 1", |(numbers, a)| numbers[*a] > 1.0),
    ("a is beyond ±3", |(numbers, a)| numbers[*a].abs() > 3.0),
    ("a is not the last node of the tape", |(numbers, a)| a + 1 < numbers.len()),
];

fn inputs() -> Vec<Inputs> {
    let numbers = vec![0.7, -1.2, 3.5, -0.3, 1.9, 0.0, -4.0, 2.0_f64.ln(), 0.05];
    (0..numbers.len()).map(|a| (numbers.clone(), a)).collect()
}

/// The value, its derivative by each number that was there before, and these numbers: none of them may change.
fn call(function: Unary, (numbers, a): &Inputs) -> Answer {
    let mut tape = Tape::new();
    for &number in numbers {
        tape.leaf(number);
    }
    let result = function(&mut tape, Var(*a));
    let before: Vec<f64> = tape.nodes[..numbers.len()].iter().map(|node| node.value).collect();
    Answer::named("the value", &tape.value(result))
        .and("the derivatives", &derivatives(&tape, result)[..numbers.len()].to_vec())
        .and("the numbers before", &before)
}

/// Records what this gives for the number: a value and the local derivative.
fn recorded(tape: &mut Tape, a: Var, step: impl Fn(f64) -> (f64, f64)) -> Var {
    let (value, local) = step(tape.value(a));
    tape.record(value, vec![(a, local)])
}
