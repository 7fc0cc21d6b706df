//! Chapter 7: what a sweep finds, what forgetting a part of it finds, how large a tape is and what a step costs.

use super::examples::{LOSSES, NEURON, TRAINING, recorded};
use super::widget::{Sweep, derivatives, lines, tape};
use crate::values::{Values, fixed, grouped};
use ch07::given::{Objective, Tape, Var, initial_network};
use ch07::{
    add_row_backward, backward, matmul_backward, mean_backward, mul_backward, neuron_error, sigmoid, tanh,
    tanh_backward,
};
use ndarray::{Array2, array};
use std::sync::LazyLock;
use widget_abi::Input;

/// The values of this chapter, computed once.
pub fn values() -> &'static Values {
    static VALUES: LazyLock<Values> = LazyLock::new(compute);
    &VALUES
}

/// The network whose tape is counted: a batch, its features, hidden neurons and outputs.
pub const SIZE: [usize; 4] = [32, 64, 32, 10];
/// How often the number of paths doubles.
const DOUBLINGS: i32 = 20;

fn compute() -> Values {
    let mut values = Values::new();
    diamond(&mut values);
    sweeps(&mut values);
    neuron(&mut values);
    operations(&mut values);
    sizes(&mut values);
    runs(&mut values);
    values
}

fn diamond(values: &mut Values) {
    let (a, moved) = (3.0, 0.001);
    let of = |a: f64| tape(&lines(&mut Input::new(&[0.0, a])));
    let tape = of(a);
    let grown = of(a + moved).nodes[2].value - tape.nodes[2].value;
    let found = backward(&tape, Var(2));
    values.extend([
        ("tape.a", fixed(a, 0)),
        ("tape.b", fixed(tape.nodes[1].value, 0)),
        ("tape.c", fixed(tape.nodes[2].value, 0)),
        ("tape.moved", fixed(a + moved, 3)),
        ("tape.moved_c", fixed(tape.nodes[2].value + grown, 6)),
        ("tape.times", fixed(grown / moved, 3)),
        ("tape.dc_da", fixed(found[0], 0)),
        ("tape.dc_db", fixed(found[1], 0)),
        ("tape.local_ca", fixed(tape.nodes[2].parents[1].1, 0)),
        ("tape.by_b", fixed(2.0 * found[1], 0)),
        ("tape.doublings", DOUBLINGS.to_string()),
        ("tape.paths", grouped(2.0_f64.powi(DOUBLINGS))),
    ]);
    // Functions of one number, at places where they are round.
    for (value, local, function, at) in [
        ("tape.tanh", "tape.tanh_local", tanh as fn(&mut Tape, Var) -> Var, 2.0_f64.ln()),
        ("tape.sigmoid", "tape.sigmoid_local", sigmoid, 3.0_f64.ln()),
    ] {
        let mut tape = Tape::new();
        let a = tape.leaf(at);
        let z = function(&mut tape, a);
        let digits = if value == "tape.tanh" { [1, 2] } else { [2, 4] };
        values.insert(value, fixed(tape.value(z), digits[0]));
        values.insert(local, fixed(tape.nodes[z.0].parents[0].1, digits[1]));
    }
}

/// b = a + a and c = b + b with a = 1, by right and wrong sweeps.
fn sweeps(values: &mut Values) {
    let tape = tape(&lines(&mut Input::new(&[1.0, 1.0])));
    // Three numbers that stay on one line.
    let list = |found: &[f64]| found.iter().map(|d| fixed(*d, 0)).collect::<Vec<_>>().join(",\u{a0}");
    for (name, sweep) in [
        ("tape.twice.right", Sweep::Adds),
        ("tape.twice.overwritten", Sweep::Overwrites),
        ("tape.twice.local_only", Sweep::ForgetsUpstream),
        ("tape.twice.early", Sweep::TooEarly),
    ] {
        values.insert(name, list(&derivatives(&tape, sweep, usize::MAX)));
    }
    let mut forwards = vec![0.0, 0.0, 1.0];
    for i in 0..tape.nodes.len() {
        for &(parent, local) in &tape.nodes[i].parents {
            forwards[parent.0] += local * forwards[i];
        }
    }
    values.insert("tape.twice.forwards", list(&forwards));
    for (name, node) in [("tape.twice.a", 0), ("tape.twice.b", 1)] {
        values.insert(name, fixed(backward(&tape, Var(2))[node], 0));
    }
}

fn neuron(values: &mut Values) {
    let (w, x, y) = NEURON;
    let mut tape = Tape::new();
    let w: Vec<Var> = w.iter().map(|&w| tape.leaf(w)).collect();
    let error = neuron_error(&mut tape, &w, &x, y);
    let found = backward(&tape, error);
    values.extend([
        ("tape.neuron.e", fixed(tape.value(error), 4)),
        ("tape.neuron.g1", fixed(found[w[0].0], 4)),
        ("tape.neuron.g2", fixed(found[w[1].0], 4)),
        ("tape.neuron.nodes", tape.nodes.len().to_string()),
    ]);
}

/// The ways back, on cases for paper.
fn operations(values: &mut Values) {
    let mut put = |names: &[&'static str], matrix: &Array2<f64>, digits: usize| {
        debug_assert_eq!(names.len(), matrix.len(), "{names:?}");
        for (name, entry) in names.iter().zip(matrix) {
            values.insert(name, fixed(*entry, if entry.fract() == 0.0 { 0 } else { digits }));
        }
    };
    let (for_a, for_b) = matmul_backward(&array![[5.0]], &array![[1.0, 2.0]], &array![[3.0], [4.0]]);
    put(&["tape.matmul.a1", "tape.matmul.a2"], &for_a, 0);
    put(&["tape.matmul.b1", "tape.matmul.b2"], &for_b, 0);
    let (_, row) = add_row_backward(&array![[1.0, 2.0], [3.0, 4.0]]);
    put(&["tape.row.1", "tape.row.2"], &row, 0);
    put(&["tape.mean"], &mean_backward(12.0, (2, 3)).slice_move(ndarray::s![..1, ..1]), 0);
    put(&["tape.back.1", "tape.back.2"], &tanh_backward(&array![[2.0, 5.0]], &array![[0.6, 0.0]]), 2);
    let (for_a, for_b) = mul_backward(&array![[10.0, 1.0]], &array![[1.0, 2.0]], &array![[3.0, 4.0]]);
    put(&["tape.mul.a1", "tape.mul.a2"], &for_a, 0);
    put(&["tape.mul.b1", "tape.mul.b2"], &for_b, 0);
}

/// How many multiplications a step takes: forwards, by chapter 6's formulas, on the tape, and for central differences.
pub fn multiplications() -> [f64; 4] {
    let [n, k, d, m] = SIZE.map(|size| size as f64);
    let (first, second) = (n * k * d, n * d * m);
    let weights = d * (k + 1.0) + m * (d + 1.0);
    let forward = first + second;
    // Back through a product there are two: one for each factor. By hand the gradient for X is left out.
    [forward, forward + first + 2.0 * second, forward + 2.0 * first + 2.0 * second, 2.0 * weights * forward]
}

fn sizes(values: &mut Values) {
    let [n, k, d, m] = SIZE;
    let [forward, by_hand, on_tape, measured] = multiplications();
    let network = initial_network(1, Objective::Classification, k, d, m);
    let (tape, _, _) = recorded(&network, &Array2::zeros((n, k)), &Array2::zeros((n, m)));
    let weights = network.w1.len() + network.b1.len() + network.w2.len() + network.b2.len();
    let largest = tape.nodes.iter().map(|node| node.value.len()).max().expect("there are nodes");
    values.extend([
        ("tape.size.n", n.to_string()),
        ("tape.size.k", k.to_string()),
        ("tape.size.d", d.to_string()),
        ("tape.size.m", m.to_string()),
        ("tape.size.weights", grouped(weights as f64)),
        ("tape.size.matrices", tape.nodes.len().to_string()),
        ("tape.size.largest", grouped(largest as f64)),
        // A product and a sum for each weight and each sample, and nothing else counted.
        ("tape.size.numbers", grouped(2.0 * forward)),
        ("tape.size.derivatives", grouped((n * d * n * k) as f64)),
        ("tape.size.entries", grouped((n * k) as f64)),
        ("tape.cost.forward", grouped(forward)),
        ("tape.cost.by_hand", grouped(by_hand)),
        ("tape.cost.on_tape", grouped(on_tape)),
        ("tape.cost.ratio", fixed(on_tape / by_hand, 1)),
        ("tape.cost.measured", grouped(measured)),
    ]);
}

fn runs(values: &mut Values) {
    let [by_hand, on_tape] = &*LOSSES;
    let gap = by_hand.iter().zip(on_tape).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
    // Machines differ in the last digit of an exponential: the bound is what holds on all of them.
    assert!(by_hand.len() == on_tape.len() && gap < 1e-12, "the loss curves differ by {gap}");
    values.extend([
        ("tape.loss.steps", TRAINING.1.to_string()),
        ("tape.loss.first", fixed(on_tape[0], 3)),
        ("tape.loss.last", fixed(on_tape[TRAINING.1], 3)),
    ]);
}
