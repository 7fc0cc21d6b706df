//! Spoilers: wrong ways to write `add`, `sub` and `mul`, and the inputs that tell them apart. The tests use them to
//! name a mistake.

use crate::given::{Tape, Var};
use crate::naive::derivatives;
use checks::{Answer, Diagnosis};

pub type Binary = fn(&mut Tape, Var, Var) -> Var;
/// `add`, `sub` and `mul`.
pub type Functions = (Binary, Binary, Binary);
/// The numbers on the tape, and which of them are `a` and `b`.
type Inputs = (Vec<f64>, usize, usize);
type Property = (&'static str, fn(&Inputs) -> bool);

pub static ADD: Diagnosis<Functions, Binary, Inputs> = Diagnosis {
    function: "add",
    slot: |f| &mut f.0,
    right: |tape, a, b| recorded(tape, a, b, |a, b| [a + b, 1.0, 1.0]),
    mistakes: &[
        (
            "nothing leads back from the sum to a and b: `record` it with both as parents, each with the local \
             derivative 1",
            leaf_sum,
        ),
        ("only a is a parent: the sum grows with b too", |tape, a, b| one(tape, a, b, a, |a, b| [a + b, 1.0])),
        ("only b is a parent: the sum grows with a too", |tape, a, b| one(tape, a, b, b, |a, b| [a + b, 1.0])),
        ("a is both parents: the second one is b", |tape, a, b| twice(tape, a, b, a, |a, b| [a + b, 1.0, 1.0])),
        ("b is both parents: the first one is a", |tape, a, b| twice(tape, a, b, b, |a, b| [a + b, 1.0, 1.0])),
        ("the local derivatives are those of a difference: for a sum both are 1", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a + b, 1.0, -1.0])
        }),
        ("the local derivatives are those of a product: a sum grows as fast as a and as b, by 1 each", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a + b, b, a])
        }),
        ("each parent has its own value as local derivative: for a sum both are 1", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a + b, a, b])
        }),
        ("the sum is its own local derivative: both local derivatives are 1", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a + b, a + b, a + b])
        }),
        (
            "nothing leads back from the sum to a and b: `record` it with both as parents, each with the local \
             derivative 1",
            |tape, a, b| recorded(tape, a, b, |a, b| [a + b, 0.0, 0.0]),
        ),
        ("the local derivatives are ½, as for a mean: for a sum both are 1", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a + b, 0.5, 0.5])
        }),
        ("this is the difference: add", |tape, a, b| recorded(tape, a, b, |a, b| [a - b, 1.0, -1.0])),
        ("the value is the difference, and the local derivatives are those of a sum: add", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a - b, 1.0, 1.0])
        }),
        ("this is the product: add", |tape, a, b| recorded(tape, a, b, |a, b| [a * b, b, a])),
        ("the value is the product, and the local derivatives are those of a sum: add", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a * b, 1.0, 1.0])
        }),
        ("where a and b are the same place, one of the two parents is left out: a + a grows by 2", |tape, a, b| {
            once(tape, a, b, |a, b| [a + b, 1.0, 1.0])
        }),
        ("the place of a is returned, not that of the sum: return what `tape.record` returns", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a + b, 1.0, 1.0]);
            a
        }),
        ("the place of b is returned, not that of the sum: return what `tape.record` returns", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a + b, 1.0, 1.0]);
            b
        }),
        ("the place before the sum is returned: return what `tape.record` returns", |tape, a, b| {
            Var(recorded(tape, a, b, |a, b| [a + b, 1.0, 1.0]).0 - 1)
        }),
        ("the places are added, not the numbers there: `tape.value(a)` is the number at a", |tape, a, b| {
            recorded(tape, a, b, |_, _| [(a.0 + b.0) as f64, 1.0, 1.0])
        }),
    ],
    inputs,
    call,
    properties: PROPERTIES,
};

pub static SUB: Diagnosis<Functions, Binary, Inputs> = Diagnosis {
    function: "sub",
    slot: |f| &mut f.1,
    right: |tape, a, b| recorded(tape, a, b, |a, b| [a - b, 1.0, -1.0]),
    mistakes: &[
        ("the local derivative for b is 1: the difference falls as b grows, by −1", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a - b, 1.0, 1.0])
        }),
        ("the signs of the local derivatives have changed places: 1 for a, −1 for b", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a - b, -1.0, 1.0])
        }),
        ("both local derivatives are −1: a − b grows with a, by 1", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a - b, -1.0, -1.0])
        }),
        ("this is b − a, value and local derivatives: subtract b from a", |tape, a, b| {
            recorded(tape, a, b, |a, b| [b - a, -1.0, 1.0])
        }),
        ("the value is b − a, and the local derivatives are those of a − b", |tape, a, b| {
            recorded(tape, a, b, |a, b| [b - a, 1.0, -1.0])
        }),
        ("the value is the distance |a − b|: a difference may be negative", |tape, a, b| {
            recorded(tape, a, b, |a, b| [(a - b).abs(), 1.0, -1.0])
        }),
        ("this is the sum: subtract", |tape, a, b| recorded(tape, a, b, |a, b| [a + b, 1.0, 1.0])),
        ("the value is the sum, and the local derivatives are those of a difference: subtract", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a + b, 1.0, -1.0])
        }),
        (
            "nothing leads back from the difference to a and b: `record` it with a as one parent and b as the other",
            |tape, a, b| tape.leaf(tape.value(a) - tape.value(b)),
        ),
        ("only a is a parent: the difference depends on b too", |tape, a, b| one(tape, a, b, a, |a, b| [a - b, 1.0])),
        ("only b is a parent: the difference depends on a too", |tape, a, b| one(tape, a, b, b, |a, b| [a - b, -1.0])),
        (
            "nothing leads back from the difference to a and b: `record` it with a as one parent and b as the other",
            |tape, a, b| twice(tape, a, b, a, |a, b| [a - b, 1.0, -1.0]),
        ),
        (
            "nothing leads back from the difference to a and b: `record` it with a as one parent and b as the other",
            |tape, a, b| twice(tape, a, b, b, |a, b| [a - b, 1.0, -1.0]),
        ),
        (
            "each local derivative is a number that was subtracted: they are 1 and −1, whatever a and b are",
            |tape, a, b| recorded(tape, a, b, |a, b| [a - b, a, -b]),
        ),
        (
            "where a and b are the same place, one of the two parents is left out: a − a does not grow",
            |tape, a, b| once(tape, a, b, |a, b| [a - b, 1.0, -1.0]),
        ),
        ("the place of a is returned, not that of the difference: return what `tape.record` returns", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a - b, 1.0, -1.0]);
            a
        }),
    ],
    inputs,
    call,
    properties: PROPERTIES,
};

pub static MUL: Diagnosis<Functions, Binary, Inputs> = Diagnosis {
    function: "mul",
    slot: |f| &mut f.2,
    right: |tape, a, b| recorded(tape, a, b, |a, b| [a * b, b, a]),
    mistakes: &[
        ("the local derivatives have changed places: ∂(ab)/∂a is b, and ∂(ab)/∂b is a", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a * b, a, b])
        }),
        ("the local derivatives are those of a sum: ∂(ab)/∂a is b, and ∂(ab)/∂b is a", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a * b, 1.0, 1.0])
        }),
        ("both local derivatives are the product itself: ∂(ab)/∂a is b, and ∂(ab)/∂b is a", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a * b, a * b, a * b])
        }),
        ("both local derivatives are b: for b it is a, the other factor", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a * b, b, b])
        }),
        ("both local derivatives are a: for a it is b, the other factor", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a * b, a, a])
        }),
        ("the local derivatives are 2a and 2b, as for squares: each is the other factor", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a * b, 2.0 * a, 2.0 * b])
        }),
        ("the local derivatives have no sign: each is the other factor as it is", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a * b, b.abs(), a.abs()])
        }),
        ("the local derivative for b has a minus, as in a quotient: it is a", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a * b, b, -a])
        }),
        (
            "the product is put on the tape as a leaf, so nothing leads back to a and b: `record` it with its parents",
            |tape, a, b| tape.leaf(tape.value(a) * tape.value(b)),
        ),
        ("only a is a parent: the product depends on b too", |tape, a, b| one(tape, a, b, a, |a, b| [a * b, b])),
        ("only b is a parent: the product depends on a too", |tape, a, b| one(tape, a, b, b, |a, b| [a * b, a])),
        ("a is both parents: the second one is b", |tape, a, b| twice(tape, a, b, a, |a, b| [a * b, b, a])),
        ("b is both parents: the first one is a", |tape, a, b| twice(tape, a, b, b, |a, b| [a * b, b, a])),
        ("where a and b are the same place, one of the two parents is left out: a · a grows by 2a", |tape, a, b| {
            once(tape, a, b, |a, b| [a * b, b, a])
        }),
        ("this is the sum: multiply", |tape, a, b| recorded(tape, a, b, |a, b| [a + b, 1.0, 1.0])),
        ("the value is the sum, and the local derivatives are those of a product: multiply", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a + b, b, a])
        }),
        ("this is the quotient a / b: multiply", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a / b, 1.0 / b, -a / (b * b)])
        }),
        ("a is squared, and b not used: multiply the two", |tape, a, b| recorded(tape, a, b, |a, _| [a * a, a, a])),
        ("the place of a is returned, not that of the product: return what `tape.record` returns", |tape, a, b| {
            recorded(tape, a, b, |a, b| [a * b, b, a]);
            a
        }),
    ],
    inputs,
    call,
    properties: PROPERTIES,
};

const PROPERTIES: &[Property] = &[
    ("a and b are the same place", |(_, a, b)| a == b),
    ("b stands before a on the tape", |(_, a, b)| b < a),
    ("a is negative", |(numbers, a, _)| numbers[*a] < 0.0),
    ("b is negative", |(numbers, _, b)| numbers[*b] < 0.0),
    ("a is 0", |(numbers, a, _)| numbers[*a] == 0.0),
    ("b is 0", |(numbers, _, b)| numbers[*b] == 0.0),
    ("b is larger than a", |(numbers, a, b)| numbers[*b] > numbers[*a]),
];

fn inputs() -> Vec<Inputs> {
    let numbers = vec![3.0, 4.0, -2.5, 0.0, 0.75, -7.0];
    let pairs =
        [(0, 1), (1, 0), (0, 2), (2, 4), (4, 2), (3, 0), (1, 3), (0, 0), (2, 2), (5, 2), (2, 5), (5, 5), (4, 1)];
    pairs.into_iter().map(|(a, b)| (numbers.clone(), a, b)).collect()
}

/// The value, its derivative by each number that was there before, and these numbers: none of them may change.
fn call(function: Binary, (numbers, a, b): &Inputs) -> Answer {
    let mut tape = Tape::new();
    for &number in numbers {
        tape.leaf(number);
    }
    let result = function(&mut tape, Var(*a), Var(*b));
    let before: Vec<f64> = tape.nodes[..numbers.len()].iter().map(|node| node.value).collect();
    Answer::named("the value", &tape.value(result))
        .and("the derivatives", &derivatives(&tape, result)[..numbers.len()].to_vec())
        .and("the numbers before", &before)
}

/// Records what this gives for the two numbers: a value, and the local derivatives for a and b.
fn recorded(tape: &mut Tape, a: Var, b: Var, step: impl Fn(f64, f64) -> [f64; 3]) -> Var {
    let [value, for_a, for_b] = step(tape.value(a), tape.value(b));
    tape.record(value, vec![(a, for_a), (b, for_b)])
}

/// With one parent only.
fn one(tape: &mut Tape, a: Var, b: Var, parent: Var, step: impl Fn(f64, f64) -> [f64; 2]) -> Var {
    let [value, local] = step(tape.value(a), tape.value(b));
    tape.record(value, vec![(parent, local)])
}

/// With one node in the place of both parents.
fn twice(tape: &mut Tape, a: Var, b: Var, parent: Var, step: impl Fn(f64, f64) -> [f64; 3]) -> Var {
    let [value, for_a, for_b] = step(tape.value(a), tape.value(b));
    tape.record(value, vec![(parent, for_a), (parent, for_b)])
}

/// No parent twice.
fn once(tape: &mut Tape, a: Var, b: Var, step: impl Fn(f64, f64) -> [f64; 3]) -> Var {
    let [value, for_a, _] = step(tape.value(a), tape.value(b));
    if a == b { tape.record(value, vec![(a, for_a)]) } else { recorded(tape, a, b, step) }
}

fn leaf_sum(tape: &mut Tape, a: Var, b: Var) -> Var {
    tape.leaf(tape.value(a) + tape.value(b))
}
