//! Chapter 7: a curve with the derivative that your sweep finds, and how the error falls while the tape trains a
//! network.

use ch07::given::{Objective, Tape, Var, initial_network};
use ndarray::array;
use plot::{Chart, Point, attempt};
use std::process::ExitCode;

/// Hidden neurons, size of a step, and how many steps.
const TRAINING: (usize, f64, usize) = (4, 0.5, 500);

fn main() -> ExitCode {
    plot::main(charts)
}

fn charts() -> Vec<Chart> {
    let mut curve = Chart::new("Chapter 7: tanh(x² − x), and its derivative by your sweep", ["x", "value"]);
    match attempt("`square`, `sub` and `tanh`", || swept(Tape::value)) {
        Err(note) => curve.notes.push(note),
        Ok(values) => {
            curve.line("tanh(x² − x)", values);
            match attempt("`backward`", || swept(|tape, output| ch07::backward(tape, output)[0])) {
                Err(note) => curve.notes.push(note),
                Ok(derivatives) => curve.line("its derivative", derivatives),
            }
        }
    }
    let mut learning = Chart::new("Chapter 7: the error while the tape trains your network", ["steps", "mean error"]);
    match attempt("`train_step`", losses) {
        Err(note) => learning.notes.push(note),
        Ok(losses) => learning.line("XOR", losses),
    }
    vec![curve, learning]
}

/// The expression on a tape for each `x`, and what is read from it.
fn swept(read: impl Fn(&Tape, Var) -> f64) -> Vec<Point> {
    let at = |i: i32| {
        let x = f64::from(i) / 40.0;
        let mut tape = Tape::new();
        let leaf = tape.leaf(x);
        let squared = ch07::square(&mut tape, leaf);
        let difference = ch07::sub(&mut tape, squared, leaf);
        let output = ch07::tanh(&mut tape, difference);
        (x, read(&tape, output))
    };
    (-60..=100).map(at).collect()
}

fn losses() -> Vec<Point> {
    let (neurons, eta, steps) = TRAINING;
    let x = array![[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]];
    let y = array![[0.0], [1.0], [1.0], [0.0]];
    let mut network = initial_network(3, Objective::Classification, 2, neurons, 1);
    (0..steps).map(|step| (step as f64, ch07::train_step(&mut network, &x, &y, eta))).collect()
}
