//! Chapter 7: an expression is recorded line by line and swept back. The lines are recorded by the chapter's `add`,
//! `sub`, `mul` and `sigmoid`, and swept by its `backward`; beside it there are three sweeps that are wrong in a
//! well-known way.
//!
//! Every call begins with `expression, inputs`: 0 is b = a + a, c = b · a; 1 is b = a + a, c = b + b; both have one
//! input, `a`. 2 is the squared error of a sigmoid neuron with two weights, which are its inputs.

use ch07::given::{Tape, Var, sigma};
use widget_abi::{Functions, Input};

/// What the figure calls.
pub const FUNCTIONS: Functions =
    &[("record", record), ("order", order), ("swept", swept), ("shares", shares), ("measured", measured)];

/// A line of a tape: where its value comes from.
#[derive(Clone, Copy)]
pub enum Line {
    Leaf(f64),
    Add(usize, usize),
    Sub(usize, usize),
    Mul(usize, usize),
    Sigmoid(usize),
}

/// Which wrong sweep, if any.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Sweep {
    /// The chapter's own.
    Adds,
    /// `=` in the place of `+=`.
    Overwrites,
    /// The local derivative alone.
    ForgetsUpstream,
    /// A call for each use of a node, before all of its shares are in.
    TooEarly,
}

impl Sweep {
    const ALL: [Self; 4] = [Self::Adds, Self::Overwrites, Self::ForgetsUpstream, Self::TooEarly];
}

/// The lines of the neuron: w₁, x₁, w₂, x₂, y, p = w₁x₁, q = w₂x₂, a = p + q, ŷ = σ(a), d = ŷ − y, E = d · d.
pub fn lines(input: &mut Input) -> Vec<Line> {
    use Line::{Add, Leaf, Mul, Sigmoid, Sub};
    match input.count() {
        0 => vec![Leaf(input.number()), Add(0, 0), Mul(1, 0)],
        1 => vec![Leaf(input.number()), Add(0, 0), Add(1, 1)],
        _ => {
            let (w1, w2) = (input.number(), input.number());
            let leaves = [w1, 1.0, w2, 2.0, 0.0].map(Leaf);
            let rest = [Mul(0, 1), Mul(2, 3), Add(5, 6), Sigmoid(7), Sub(8, 4), Mul(9, 9)];
            [&leaves[..], &rest].concat()
        }
    }
}

/// The tape of an expression with these inputs.
pub fn tape(lines: &[Line]) -> Tape {
    let mut tape = Tape::new();
    for &line in lines {
        match line {
            Line::Leaf(value) => tape.leaf(value),
            Line::Add(a, b) => ch07::add(&mut tape, Var(a), Var(b)),
            Line::Sub(a, b) => ch07::sub(&mut tape, Var(a), Var(b)),
            Line::Mul(a, b) => ch07::mul(&mut tape, Var(a), Var(b)),
            Line::Sigmoid(a) => ch07::sigmoid(&mut tape, Var(a)),
        };
    }
    tape
}

/// The nodes that hand on, in the order in which they do.
fn visits(tape: &Tape, sweep: Sweep) -> Vec<usize> {
    fn from(tape: &Tape, node: usize, order: &mut Vec<usize>) {
        if !tape.nodes[node].parents.is_empty() {
            order.push(node);
        }
        for &(parent, _) in &tape.nodes[node].parents {
            from(tape, parent.0, order);
        }
    }
    let mut order = vec![];
    if sweep == Sweep::TooEarly {
        from(tape, tape.nodes.len() - 1, &mut order);
    } else {
        order.extend((0..tape.nodes.len()).rev().filter(|&node| !tape.nodes[node].parents.is_empty()));
    }
    order
}

/// The derivatives of the last node after the first `done` visits.
pub fn derivatives(tape: &Tape, sweep: Sweep, done: usize) -> Vec<f64> {
    let output = tape.nodes.len() - 1;
    let order = visits(tape, sweep);
    let visited = &order[..done.min(order.len())];
    if sweep == Sweep::Adds {
        // What `backward` has found so far is what it finds on a tape whose other nodes have no parents.
        let mut part = tape.clone();
        for (i, node) in part.nodes.iter_mut().enumerate().filter(|(i, _)| !visited.contains(i)) {
            debug_assert!(i < output || done == 0, "the output hands on first");
            node.parents.clear();
        }
        return ch07::backward(&part, Var(output));
    }
    let mut found = vec![0.0; tape.nodes.len()];
    found[output] = 1.0;
    for &node in visited {
        let upstream = if sweep == Sweep::ForgetsUpstream { 1.0 } else { found[node] };
        for &(parent, local) in &tape.nodes[node].parents {
            let share = local * upstream;
            found[parent.0] = if sweep == Sweep::Overwrites { share } else { found[parent.0] + share };
        }
    }
    found
}

/// `expression, inputs` → for each line its value, how many parents it has, and each parent with its local derivative.
fn record(numbers: &[f64]) -> Vec<f64> {
    let tape = tape(&lines(&mut Input::new(numbers)));
    let mut answer = vec![];
    for node in &tape.nodes {
        answer.extend([node.value, node.parents.len() as f64]);
        answer.extend(node.parents.iter().flat_map(|&(parent, local)| [parent.0 as f64, local]));
    }
    answer
}

/// The rest of a call: which sweep, and how many visits.
fn sweep(input: &mut Input) -> (Sweep, usize) {
    (Sweep::ALL[input.count().min(3)], input.count())
}

/// `expression, inputs, sweep` → the lines that hand on, in their order.
fn order(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let tape = tape(&lines(&mut input));
    visits(&tape, Sweep::ALL[input.count().min(3)]).into_iter().map(|node| node as f64).collect()
}

/// `expression, inputs, sweep, visits` → the derivative for each line after so many visits.
fn swept(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let tape = tape(&lines(&mut input));
    let (sweep, done) = sweep(&mut input);
    derivatives(&tape, sweep, done)
}

/// `expression, inputs, sweep, visits` → of the last of these visits: the line that hands on, what it has, and for each
/// parent the parent, the local derivative and the share.
fn shares(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let tape = tape(&lines(&mut input));
    let (sweep, done) = sweep(&mut input);
    let node = visits(&tape, sweep)[done - 1];
    let upstream = derivatives(&tape, sweep, done - 1)[node];
    let mut answer = vec![node as f64, upstream];
    for &(parent, local) in &tape.nodes[node].parents {
        let share = if sweep == Sweep::ForgetsUpstream { local } else { upstream * local };
        answer.extend([parent.0 as f64, local, share]);
    }
    answer
}

/// `expression, inputs` → the derivative of the last line by each line, measured. The distance is so large that the
/// last digit of an exponential, which differs between machines, does not show; four values make up for that.
fn measured(numbers: &[f64]) -> Vec<f64> {
    let lines = lines(&mut Input::new(numbers));
    let h = 1.0 / 64.0;
    let slope = |node: usize| {
        let at = |distance: f64| last_value(&lines, node, distance);
        (8.0 * (at(h) - at(-h)) - (at(2.0 * h) - at(-2.0 * h))) / (12.0 * h)
    };
    (0..lines.len()).map(slope).collect()
}

/// The value of the last line, if that of `node` were larger by `distance`.
fn last_value(lines: &[Line], node: usize, distance: f64) -> f64 {
    let mut values: Vec<f64> = vec![];
    for (i, &line) in lines.iter().enumerate() {
        let value = match line {
            Line::Leaf(value) => value,
            Line::Add(a, b) => values[a] + values[b],
            Line::Sub(a, b) => values[a] - values[b],
            Line::Mul(a, b) => values[a] * values[b],
            Line::Sigmoid(a) => sigma(values[a]),
        };
        values.push(if i == node { value + distance } else { value });
    }
    values[values.len() - 1]
}
