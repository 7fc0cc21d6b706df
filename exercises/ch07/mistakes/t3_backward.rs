//! Spoilers: wrong ways to write `backward`, and the inputs that tell them apart. The tests use them to name a mistake.

use crate::given::{Tape, Var};
use crate::naive::{add, derivatives, expression, mul, sub};
use checks::{Diagnosis, Random};

pub type Backward = fn(&Tape, Var) -> Vec<f64>;
type Inputs = (Tape, Var);

pub static BACKWARD: Diagnosis<Backward, Backward, Inputs> = Diagnosis {
    function: "backward",
    slot: |f| f,
    right: derivatives,
    mistakes: &[
        (
            "a share overwrites what was there: where a node is used more than once its shares add up, `+=` and not \
             `=`",
            |tape, output| swept(tape, output, downwards(output), |sum, share| *sum = share),
        ),
        (
            "each node hands on before all of its own shares are in: go from `output` down to 0, without recursion",
            |tape, output| {
                let mut derivatives = seeded(tape, output);
                recursive(tape, output.0, &mut derivatives);
                derivatives
            },
        ),
        (
            "each use of a node is followed at once, also before all of its shares are in: go from `output` down to 0, \
             without recursion",
            |tape, output| {
                let mut derivatives = seeded(tape, output);
                shares_first(tape, output.0, &mut derivatives);
                derivatives
            },
        ),
        (
            "a share is multiplied by the node's value: it is the local derivative times the node's own",
            |tape, output| {
                let mut derivatives = seeded(tape, output);
                for i in (0..=output.0).rev() {
                    for &(parent, local) in &tape.nodes[i].parents {
                        derivatives[parent.0] += local * tape.nodes[i].value;
                    }
                }
                derivatives
            },
        ),
        (
            "a share is multiplied by the parent's value besides: the local derivative holds what is needed of it",
            by_parent_values,
        ),
        (
            "only the output's parents get a share, as in a loop that counts up: count down, `(0..=output.0).rev()`",
            |tape, output| swept(tape, output, (0..=output.0).collect(), |sum, share| *sum += share),
        ),
        (
            "the upstream derivative is forgotten: a parent's share is the local derivative times that of the node",
            |tape, output| shared(tape, output, |local, _| local),
        ),
        (
            "the local derivative is forgotten: a parent's share is the local derivative times that of the node",
            |tape, output| shared(tape, output, |_, upstream| upstream),
        ),
        (
            "the two derivatives are added: the chain rule multiplies the local one by that of the node",
            |tape, output| shared(tape, output, |local, upstream| local + upstream),
        ),
        ("the shares are subtracted: they add up, `+=`", |tape, output| shared(tape, output, |l, u| -l * u)),
        ("the signs are lost: a derivative may be negative", |tape, output| shared(tape, output, |l, u| (l * u).abs())),
        (
            "nothing is there to hand on, every derivative is 0: the output's own is 1, set it before the loop",
            |tape, _| vec![0.0; tape.nodes.len()],
        ),
        ("the 1 is set at the end of the tape: it belongs to `output`, which other nodes may follow", |tape, _| {
            let last = Var(tape.nodes.len() - 1);
            shared(tape, last, |l, u| l * u)
        }),
        (
            "the loop begins at the end of the tape's leaves, at a node after `output`: nothing after it counts",
            |tape, output| {
                let mut derivatives = derivatives(tape, Var(tape.nodes.len() - 1));
                derivatives[output.0] = 1.0;
                derivatives
            },
        ),
        (
            "nothing arrives at the parents: does the loop begin with `output`, `(0..=output.0).rev()`, and does each \
             share go to the parent's entry?",
            seeded,
        ),
        ("the loop begins with the value of the output: its derivative by itself is 1", |tape, output| {
            derivatives(tape, output).iter().map(|d| d * tape.value(output)).collect()
        }),
        ("every node begins with 1: only the output does, all others begin with 0", |tape, output| {
            let mut derivatives = vec![1.0; tape.nodes.len()];
            for i in (0..=output.0).rev() {
                for &(parent, local) in &tape.nodes[i].parents {
                    derivatives[parent.0] += local * derivatives[i];
                }
            }
            derivatives
        }),
        ("only the first parent gets its share: does a `return` or `break` end the inner loop?", |tape, output| {
            some(tape, output, |place, _| place == 0)
        }),
        ("only the last parent gets its share: go through all of `parents`", |tape, output| {
            some(tape, output, |place, count| place + 1 == count)
        }),
        ("only the leaves keep their derivative: return that of every node", |tape, output| {
            masked(tape, output, |tape, i| tape.nodes[i].parents.is_empty())
        }),
        ("only the computed nodes have a derivative: the leaves have one too", |tape, output| {
            masked(tape, output, |tape, i| !tape.nodes[i].parents.is_empty())
        }),
        ("the output's own derivative is missing from the result: it is 1", |tape, output| {
            let mut derivatives = derivatives(tape, output);
            derivatives[output.0] = 0.0;
            derivatives
        }),
        ("the list ends at the output: return a derivative for each node of the tape", |tape, output| {
            derivatives(tape, output)[..=output.0].to_vec()
        }),
        ("the list lacks the output: return a derivative for each node of the tape", |tape, output| {
            derivatives(tape, output)[..output.0].to_vec()
        }),
        ("the list is the wrong way round: entry 0 belongs to the first node of the tape", |tape, output| {
            derivatives(tape, output).into_iter().rev().collect()
        }),
        ("only the leaves are in the list: return a derivative for each node of the tape", |tape, output| {
            let all = derivatives(tape, output);
            all.iter().zip(&tape.nodes).filter(|(_, node)| node.parents.is_empty()).map(|(d, _)| *d).collect()
        }),
        ("the shares of a node are averaged: they add up", |tape, output| {
            let mut uses = vec![0.0; tape.nodes.len()];
            for node in &tape.nodes[..=output.0] {
                for (parent, _) in &node.parents {
                    uses[parent.0] += 1.0;
                }
            }
            let mut derivatives = seeded(tape, output);
            for i in (0..=output.0).rev() {
                for &(parent, local) in &tape.nodes[i].parents {
                    derivatives[parent.0] += local * derivatives[i] / uses[parent.0];
                }
            }
            derivatives
        }),
        (
            "the share is taken from the parent's derivative: it is the local one times that of the *node*",
            |tape, output| {
                let mut derivatives = seeded(tape, output);
                for i in (0..=output.0).rev() {
                    for &(parent, local) in &tape.nodes[i].parents {
                        derivatives[parent.0] = 1.0 + local * derivatives[parent.0];
                    }
                }
                derivatives
            },
        ),
        (
            "values are multiplied in: a share is the local derivative times that of the node, and nothing else",
            |tape, output| {
                let mut derivatives = seeded(tape, output);
                for i in (0..=output.0).rev() {
                    for &(parent, local) in &tape.nodes[i].parents {
                        derivatives[parent.0] += local * derivatives[i] * tape.nodes[i].value;
                    }
                }
                derivatives
            },
        ),
        ("the loop stops above node 0: `(0..=output.0).rev()` ends with 0", |tape, output| {
            let mut derivatives = derivatives(tape, output);
            derivatives[0] = if output.0 == 0 { 1.0 } else { 0.0 };
            derivatives
        }),
        (
            "only the output's parents get a share, as in a loop that counts up: count down, `(0..=output.0).rev()`",
            |tape, output| {
                let mut derivatives = seeded(tape, output);
                for &(parent, local) in &tape.nodes[output.0].parents {
                    derivatives[parent.0] += local;
                }
                derivatives
            },
        ),
    ],
    inputs,
    call: |backward, (tape, output)| backward(tape, *output).into(),
    properties: &[
        ("nodes follow the output", |(tape, output)| output.0 + 1 < tape.nodes.len()),
        ("a node is used more than once", |(tape, output)| used_twice(tape, *output)),
        ("the output is a leaf", |(tape, output)| tape.nodes[output.0].parents.is_empty()),
        ("a local derivative is not 1", |(tape, output)| {
            tape.nodes[..=output.0].iter().any(|node| node.parents.iter().any(|(_, local)| *local != 1.0))
        }),
        ("a local derivative is negative", |(tape, output)| {
            tape.nodes[..=output.0].iter().any(|node| node.parents.iter().any(|(_, local)| *local < 0.0))
        }),
        ("the output does not depend on every node", |(tape, output)| derivatives(tape, *output).contains(&0.0)),
    ],
};

/// `a`, `b = a + a`, `c = b + b`: the case in which a node is used more than once, and hands on.
pub fn doubled(a: f64) -> Tape {
    let mut tape = Tape::new();
    let a = tape.leaf(a);
    let b = add(&mut tape, a, a);
    add(&mut tape, b, b);
    tape
}

fn inputs() -> Vec<Inputs> {
    let last = |tape: Tape| (Var(tape.nodes.len() - 1), tape);
    let ends = |(output, tape): (Var, Tape)| (tape, output);
    let mut inputs =
        vec![ends(last(doubled(1.0))), ends(last(doubled(-2.5))), (doubled(1.0), Var(1)), (doubled(1.0), Var(0))];
    let mut cube = Tape::new();
    let a = cube.leaf(3.0);
    let b = mul(&mut cube, a, a);
    let c = mul(&mut cube, b, a);
    inputs.push((cube.clone(), c));
    let d = sub(&mut cube, b, c);
    mul(&mut cube, d, d);
    inputs.push((cube.clone(), c));
    inputs.push((cube, d));
    for seed in 0..8 {
        let leaves = Random::seeded(1073 + seed).vector(3) + 1.5;
        let tape = expression(seed, &leaves, 4 + 2 * seed as usize);
        let middle = Var(3 + seed as usize);
        inputs.push((tape.clone(), middle));
        inputs.push(ends(last(tape)));
    }
    inputs
}

fn used_twice(tape: &Tape, output: Var) -> bool {
    let parents = || tape.nodes[..=output.0].iter().flat_map(|node| &node.parents);
    parents().any(|(parent, _)| parents().filter(|(other, _)| other == parent).count() > 1)
}

/// 0 everywhere, and 1 at the output.
fn seeded(tape: &Tape, output: Var) -> Vec<f64> {
    let mut derivatives = vec![0.0; tape.nodes.len()];
    derivatives[output.0] = 1.0;
    derivatives
}

fn downwards(output: Var) -> Vec<usize> {
    (0..=output.0).rev().collect()
}

/// A sweep in this order, with what is done to a parent's derivative when a share arrives.
fn swept(tape: &Tape, output: Var, order: Vec<usize>, give: impl Fn(&mut f64, f64)) -> Vec<f64> {
    let mut derivatives = seeded(tape, output);
    for i in order {
        for &(parent, local) in &tape.nodes[i].parents {
            let share = local * derivatives[i];
            give(&mut derivatives[parent.0], share);
        }
    }
    derivatives
}

/// A sweep with another share, made of the local derivative and that of the node.
fn shared(tape: &Tape, output: Var, share: impl Fn(f64, f64) -> f64) -> Vec<f64> {
    let mut derivatives = seeded(tape, output);
    for i in (0..=output.0).rev() {
        for &(parent, local) in &tape.nodes[i].parents {
            derivatives[parent.0] += share(local, derivatives[i]);
        }
    }
    derivatives
}

/// A sweep in which each share is multiplied by the parent's value, too.
fn by_parent_values(tape: &Tape, output: Var) -> Vec<f64> {
    let mut derivatives = seeded(tape, output);
    for i in (0..=output.0).rev() {
        for &(parent, local) in &tape.nodes[i].parents {
            derivatives[parent.0] += local * derivatives[i] * tape.value(parent);
        }
    }
    derivatives
}

/// A sweep in which some parents only get a share, by their place among the parents and the number of these.
fn some(tape: &Tape, output: Var, gets: impl Fn(usize, usize) -> bool) -> Vec<f64> {
    let mut derivatives = seeded(tape, output);
    for i in (0..=output.0).rev() {
        let parents = &tape.nodes[i].parents;
        for (place, &(parent, local)) in parents.iter().enumerate() {
            if gets(place, parents.len()) {
                derivatives[parent.0] += local * derivatives[i];
            }
        }
    }
    derivatives
}

/// The right derivatives, of some nodes only.
fn masked(tape: &Tape, output: Var, keeps: impl Fn(&Tape, usize) -> bool) -> Vec<f64> {
    let all = derivatives(tape, output);
    all.into_iter().enumerate().map(|(i, d)| if keeps(tape, i) { d } else { 0.0 }).collect()
}

/// Hands on to each parent, and lets the parent hand on at once all that it has by then.
fn shares_first(tape: &Tape, node: usize, derivatives: &mut [f64]) {
    for &(parent, local) in &tape.nodes[node].parents {
        derivatives[parent.0] += local * derivatives[node];
    }
    for &(parent, _) in &tape.nodes[node].parents {
        shares_first(tape, parent.0, derivatives);
    }
}

fn recursive(tape: &Tape, node: usize, derivatives: &mut [f64]) {
    for &(parent, local) in &tape.nodes[node].parents {
        derivatives[parent.0] += local * derivatives[node];
        recursive(tape, parent.0, derivatives);
    }
}
