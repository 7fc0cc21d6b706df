//! Chapter 7: one step of training on the tape, against the same step by chapter 6's formulas, for the network that
//! learns exclusive or and for one of the size that reads digits. Beside them the sweep that leaves out what is not
//! needed, and a tape of numbers.

mod written;

use ch07::{MatrixTape, Network, Objective, Operation, Tape, Var, cross_entropy_backward, initial_network};
use criterion::{BatchSize, BenchmarkGroup, Criterion, criterion_group, criterion_main, measurement::WallTime};
#[cfg(feature = "mine")]
use mine_ch07::{
    add, add_row_backward, backward, given as ch07, matmul_backward, mean_error, mul, tanh, tanh_backward, train_step,
};
use ndarray::{Array1, Array2, s};
use reference_ch06::given as ch06;
#[cfg(not(feature = "mine"))]
use reference_ch07::{
    add, add_row_backward, backward, given as ch07, matmul_backward, mean_error, mul, tanh, tanh_backward, train_step,
};
use std::time::Duration;
use written::written;

const ETA: f64 = 0.1;

// ANCHOR: needed
/// Which nodes are needed for the gradients of `wanted`.
fn needed(tape: &MatrixTape, wanted: &[Var]) -> Vec<bool> {
    let mut needed: Vec<bool> = vec![];
    for (i, node) in tape.nodes.iter().enumerate() {
        let parents = parents(node.operation);
        let by_one = parents.iter().any(|p| needed[p.0]);
        needed.push(by_one || wanted.contains(&Var(i)));
    }
    needed
}
// ANCHOR_END: needed

fn parents(operation: Operation) -> Vec<Var> {
    match operation {
        Operation::Leaf => vec![],
        Operation::Transpose(a) | Operation::Tanh(a) | Operation::Mean(a) => vec![a],
        Operation::Add(a, b)
        | Operation::Sub(a, b)
        | Operation::Mul(a, b)
        | Operation::AddRow(a, b)
        | Operation::MatMul(a, b)
        | Operation::CrossEntropy(a, b) => vec![a, b],
    }
}

/// The sweep that passes over parents which are not needed, for the operations of a classifier.
fn sweep_needed(tape: &MatrixTape, output: Var, wanted: &[Var]) -> Vec<Array2<f64>> {
    let needed = needed(tape, wanted);
    let zeros =
        |(node, needed): (&ch07::MatrixNode, &bool)| Array2::zeros(if *needed { node.value.dim() } else { (0, 0) });
    let mut gradients: Vec<Array2<f64>> = tape.nodes.iter().zip(&needed).map(zeros).collect();
    gradients[output.0].fill(1.0);
    for i in (0..=output.0).rev().filter(|&i| needed[i]) {
        let g = gradients[i].clone();
        match tape.nodes[i].operation {
            Operation::Leaf => {}
            Operation::AddRow(a, row) => {
                let (for_a, for_row) = add_row_backward(&g);
                gradients[a.0] += &for_a;
                gradients[row.0] += &for_row;
            }
            Operation::MatMul(a, b) if needed[a.0] => {
                let (for_a, for_b) = matmul_backward(&g, tape.value(a), tape.value(b));
                gradients[a.0] += &for_a;
                gradients[b.0] += &for_b;
            }
            // What went in was the batch.
            Operation::MatMul(a, b) => gradients[b.0] += &tape.value(a).t().dot(&g),
            Operation::Transpose(a) => gradients[a.0] += &g.t(),
            Operation::Tanh(a) => gradients[a.0] += &tanh_backward(&g, &tape.nodes[i].value),
            Operation::CrossEntropy(a, y) => {
                gradients[a.0] += &cross_entropy_backward(g[[0, 0]], tape.value(a), tape.value(y));
            }
            other => unreachable!("a classifier has no {other:?}"),
        }
    }
    gradients
}

fn step_needed(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let mut tape = MatrixTape::new();
    let weights = [&network.w1, &network.b1, &network.w2, &network.b2].map(|weights| tape.leaf(weights));
    let error = mean_error(&mut tape, network.objective, weights, x, y);
    let gradients = sweep_needed(&tape, error, &weights);
    let matrices = [&mut network.w1, &mut network.b1, &mut network.w2, &mut network.b2];
    for (matrix, place) in matrices.into_iter().zip(weights) {
        matrix.scaled_add(-ETA, &gradients[place.0]);
    }
    tape.value(error)[[0, 0]]
}

/// A step on a tape of numbers. The cross-entropy of a pre-activation is recorded as one step.
fn step_of_numbers(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>) -> f64 {
    let mut tape = Tape::new();
    let places = [&network.w1, &network.b1, &network.w2, &network.b2].map(|weights| weights.map(|&w| tape.leaf(w)));
    let mut total = tape.leaf(0.0);
    for (x, y) in x.rows().into_iter().zip(y.rows()) {
        let x = x.map(|&x| tape.leaf(x));
        let a1 = layer(&mut tape, &places[0], &places[1], &x);
        let h = a1.map(|&a| tanh(&mut tape, a));
        let a2 = layer(&mut tape, &places[2], &places[3], &h);
        for (&a, &y) in a2.iter().zip(y) {
            let v = tape.value(a);
            let error = tape.record(v.max(0.0) + (-v.abs()).exp().ln_1p() - y * v, vec![(a, ch07::sigma(v) - y)]);
            total = add(&mut tape, total, error);
        }
    }
    let share = tape.leaf(1.0 / x.nrows() as f64);
    let mean = mul(&mut tape, total, share);
    let derivatives = backward(&tape, mean);
    let matrices = [&mut network.w1, &mut network.b1, &mut network.w2, &mut network.b2];
    for (matrix, places) in matrices.into_iter().zip(&places) {
        matrix.zip_mut_with(places, |w, place| *w -= ETA * derivatives[place.0]);
    }
    tape.value(mean)
}

fn layer(tape: &mut Tape, w: &Array2<Var>, b: &Array2<Var>, inputs: &Array1<Var>) -> Array1<Var> {
    let neuron = |(weights, &bias): (ndarray::ArrayView1<Var>, &Var)| {
        let mut a = bias;
        for (&weight, &input) in weights.iter().zip(inputs) {
            let product = mul(tape, weight, input);
            a = add(tape, a, product);
        }
        a
    };
    w.rows().into_iter().zip(b).map(neuron).collect()
}

type Step = fn(&mut Network, &Array2<f64>, &Array2<f64>) -> f64;

/// The ways that are compared with the one by hand.
const STEPS: [(&str, Step); 3] = [
    ("on the tape", |network, x, y| train_step(network, x, y, ETA)),
    ("only what is needed", step_needed),
    ("a tape of numbers", step_of_numbers),
];

fn step(c: &mut Criterion) {
    for (name, n, k, d, m) in [("tape: 4 samples, 2-3-1", 4, 2, 3, 1), ("tape: 32 samples, 64-32-10", 32, 64, 32, 10)] {
        let x = Array2::from_shape_fn((n, k), |(j, i)| ((j * k + i) as f64 * 0.7).sin());
        let y = Array2::from_shape_fn((n, m), |(j, i)| f64::from(j % m == i));
        let network = initial_network(1, Objective::Classification, k, d, m);
        let mut group = c.benchmark_group(name);
        by_hand(&mut group, &x, &y, (k, d, m));
        let expected = by_formula(&x, &y, (k, d, m));
        for (name, step) in STEPS {
            if !written(name, || step(&mut network.clone(), &x, &y)) {
                continue;
            }
            // What is compared must be the same step.
            let mut after = network.clone();
            step(&mut after, &x, &y);
            let gap = (&after.w1 - &expected.w1.slice(s![.., 1..])).fold(0.0, |gap: f64, v| gap.max(v.abs()));
            assert!(gap < 1e-12, "{name}: the weights differ by {gap} from those by hand");
            group.bench_function(name, |b| {
                b.iter_batched_ref(|| network.clone(), |network| step(network, &x, &y), BatchSize::SmallInput);
            });
        }
        group.finish();
    }
}

/// Chapter 6's network after one step.
fn by_formula(x: &Array2<f64>, y: &Array2<f64>, (k, d, m): (usize, usize, usize)) -> ch06::Network {
    let mut network = ch06::initial_network(1, ch06::Objective::Classification, k + 1, d, m);
    reference_ch06::train_step(&mut network, &ch06::with_bias(x), y, ETA);
    network
}

/// Chapter 6's step, always the reference's.
fn by_hand(group: &mut BenchmarkGroup<WallTime>, x: &Array2<f64>, y: &Array2<f64>, (k, d, m): (usize, usize, usize)) {
    let (network, x) = (ch06::initial_network(1, ch06::Objective::Classification, k + 1, d, m), ch06::with_bias(x));
    group.bench_function("by hand", |b| {
        b.iter_batched_ref(
            || network.clone(),
            |network| reference_ch06::train_step(network, &x, y, ETA),
            BatchSize::SmallInput,
        );
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    targets = step
}
criterion_main!(benches);
