//! The code of chapter 7. Its `println!` writes into the book.

use ch05::central_difference;
use ch06::given::with_bias;
use ch06::{neuron_gradient, train};
use ch07::given::{MatrixTape, Network, Objective, Operation, Tape, Var, initial_network};
use ch07::{add, backward, matrix_backward, mean_error, mul, neuron_error, tanh, train_step};
use ndarray::{Array2, Axis, array};
use std::sync::LazyLock;

/// The examples of this chapter that print something.
pub const EXAMPLES: [(&str, fn()); 10] = [
    ("ch07.by_hand", by_hand),
    ("ch07.lines", lines),
    ("ch07.functions", functions),
    ("ch07.long", long),
    ("ch07.check", check),
    ("ch07.operations", operations),
    ("ch07.rows", rows),
    ("ch07.matching", matching),
    ("ch07.paper", paper),
    ("ch07.xor", xor_learned),
];

/// The neuron that chapter 6 computed by hand: weights, features, answer.
pub const NEURON: ([f64; 2], [f64; 2], f64) = ([-1.0, 1.0], [1.0, 2.0], 0.0);

/// The four samples of XOR, without a column of ones.
pub fn xor() -> (Array2<f64>, Array2<f64>) {
    (array![[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]], array![[0.0], [1.0], [1.0], [0.0]])
}

/// Chapter 6's case on paper, with the biases by themselves.
pub fn two_samples() -> (Network, Array2<f64>, Array2<f64>) {
    let (ln2, ln3) = (2.0_f64.ln(), 3.0_f64.ln());
    let network = Network {
        objective: Objective::Regression,
        w1: array![[ln3 / 2.0], [ln2]],
        b1: array![[ln3 / 2.0, 0.0]],
        w2: array![[2.0, -1.0]],
        b2: array![[1.0]],
    };
    (network, array![[1.0], [-1.0]], array![[1.0], [2.0]])
}

/// The tape of a network's error, the places of `W₁`, `b₁`, `W₂` and `b₂`, and the place of the error.
pub fn recorded(network: &Network, x: &Array2<f64>, y: &Array2<f64>) -> (MatrixTape, [Var; 4], Var) {
    let mut tape = MatrixTape::new();
    let weights = [&network.w1, &network.b1, &network.w2, &network.b2].map(|matrix| tape.leaf(matrix));
    let error = mean_error(&mut tape, network.objective, weights, x, y);
    (tape, weights, error)
}

/// How XOR is trained here and in chapter 6: the step size, and how many steps.
pub const TRAINING: (f64, usize) = (0.5, 500);

/// Two loss curves of XOR from the same start: chapter 6's, whose gradients were derived by hand, and the tape's.
pub static LOSSES: LazyLock<[Vec<f64>; 2]> = LazyLock::new(|| {
    let ((x, y), (eta, steps)) = (xor(), TRAINING);
    let mut network = ch06::given::initial_network(6, ch06::given::Objective::Classification, 3, 3, 1);
    let by_hand = train(&mut network, &with_bias(&x), &y, eta, steps);
    let mut network = initial_network(6, Objective::Classification, 2, 3, 1);
    let mut on_tape: Vec<f64> = (0..steps).map(|_| train_step(&mut network, &x, &y, eta)).collect();
    // Chapter 6 has the error after the last step too.
    on_tape.push(train_step(&mut network, &x, &y, eta));
    [by_hand, on_tape]
});

fn by_hand() {
    // ANCHOR: by_hand
    let mut tape = Tape::new();
    let a = tape.leaf(3.0);
    let b = tape.record(6.0, vec![(a, 1.0), (a, 1.0)]);
    let c = tape.record(18.0, vec![(b, 3.0), (a, 6.0)]);

    println!("{a:?}, {b:?}, {c:?}");
    println!("the value of b is {}", tape.value(b));
    println!("{} nodes:", tape.nodes.len());
    for node in &tape.nodes {
        println!("{node:?}");
    }
    // ANCHOR_END: by_hand
}

fn lines() {
    // ANCHOR: lines
    let mut tape = Tape::new();
    let a = tape.leaf(1.0);
    let b = tape.leaf(2.0);
    let c = tape.leaf(5.0);

    let ab = mul(&mut tape, a, b);
    let sum = add(&mut tape, ab, c);

    println!("{:?}", tape.nodes[sum.0]);
    // ANCHOR_END: lines
}

fn functions() {
    // ANCHOR: functions
    let mut tape = Tape::new();
    let a = tape.leaf(2.0_f64.ln());
    let z = tanh(&mut tape, a);

    println!("{:.4}", tape.value(z));
    println!("{:.4}", tape.nodes[z.0].parents[0].1);
    // ANCHOR_END: functions
}

fn long() {
    // ANCHOR: long
    let mut tape = Tape::new();
    let step = tape.leaf(1.0);
    let mut sum = step;
    for _ in 0..1_000_000 {
        sum = add(&mut tape, sum, step);
    }
    let derivatives = backward(&tape, sum);

    println!("{} nodes", tape.nodes.len());
    println!("by the first: {}", derivatives[step.0]);
    // ANCHOR_END: long
}

fn check() {
    // ANCHOR: check
    fn error_of(tape: &mut Tape, w: [f64; 2]) -> ([Var; 2], Var) {
        let (_, x, y) = NEURON;
        let w = w.map(|w| tape.leaf(w));
        (w, neuron_error(tape, &w, &x, y))
    }

    let mut tape = Tape::new();
    let (w, error) = error_of(&mut tape, [-1.0, 1.0]);
    let derivatives = backward(&tape, error);
    let [g1, g2] = w.map(|w| derivatives[w.0]);

    let (w, x) = (array![-1.0, 1.0], array![1.0, 2.0]);
    let by_hand = neuron_gradient(&w, &x, 0.0);

    let error_at = |w1| {
        let mut tape = Tape::new();
        let (_, error) = error_of(&mut tape, [w1, 1.0]);
        tape.value(error)
    };
    let measured = central_difference(&error_at, -1.0, 1e-5);

    println!("tape:      [{g1:.6}, {g2:.6}]");
    println!("chapter 6: {by_hand:.6}");
    println!("measured:   {measured:.6}");
    // ANCHOR_END: check
}

fn operations() {
    // ANCHOR: operations
    let mut tape = MatrixTape::new();
    let x = tape.leaf(&array![[1.0, 2.0]]);
    let w = tape.leaf(&array![[3.0], [4.0]]);
    let a = tape.matmul(x, w);

    println!("{}", tape.value(a));
    println!("{:?}", tape.nodes[a.0].operation);
    // ANCHOR_END: operations
}

fn rows() {
    // ANCHOR: rows
    let a = array![[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]];
    let row = array![[10.0, 20.0]];
    println!("a row, added to each row:\n{}", &a + &row);

    let products = a.map_axis(Axis(0), |c| c.product());
    println!("the product of each column: {products}");
    println!("in a row: {}", products.insert_axis(Axis(0)));
    println!("{}", Array2::from_elem((2, 3), 0.5));
    // ANCHOR_END: rows
}

fn matching() {
    // ANCHOR: matching
    let operation = Operation::Sub(Var(3), Var(1));
    let mut list = [array![[1.0]], array![[2.0]]];

    match operation {
        Operation::Leaf => println!("nothing came before"),
        Operation::Sub(a, b) => println!("{} − {}", a.0, b.0),
        _ => println!("something else"),
    }

    let last = list[1].clone();
    list[0] += &last;
    println!("{}", list[0]);
    // ANCHOR_END: matching
}

fn paper() {
    // ANCHOR: paper
    let (network, x, y) = two_samples();
    let mut tape = MatrixTape::new();
    let w1 = tape.leaf(&network.w1);
    let b1 = tape.leaf(&network.b1);
    let w2 = tape.leaf(&network.w2);
    let b2 = tape.leaf(&network.b2);

    let (kind, weights) = (network.objective, [w1, b1, w2, b2]);
    let error = mean_error(&mut tape, kind, weights, &x, &y);
    let gradients = matrix_backward(&tape, error);

    println!("{} nodes", tape.nodes.len());
    println!("E = {:.2}", tape.value(error));
    println!("∂E/∂W₁ = {:.3}", gradients[w1.0].t());
    println!("∂E/∂b₁ = {:.3}", gradients[b1.0]);
    println!("∂E/∂W₂ = {:.3}", gradients[w2.0]);
    println!("∂E/∂b₂ = {:.3}", gradients[b2.0]);
    // ANCHOR_END: paper
}

fn xor_learned() {
    // ANCHOR: xor
    let (x, y) = xor();
    let objective = Objective::Classification;
    // seed, objective, inputs, hidden neurons, outputs
    let mut network = initial_network(6, objective, 2, 3, 1);
    let mut losses = vec![];
    for _ in 0..=500 {
        losses.push(train_step(&mut network, &x, &y, 0.5));
    }

    println!("error at first: {:.3}", losses[0]);
    println!("after 500 steps: {:.3}", losses[500]);
    // ANCHOR_END: xor
}
