//! One training step of the same network by hand, on the tape, in candle, burn and PyTorch, in one run:
//! `cargo run --release` in this folder. All compute in double precision and on one core, with the whole batch.

mod libraries;
mod reference;

use std::process::Command;
use std::time::Instant;

/// Samples, features, hidden neurons and outputs.
type Sizes = [usize; 4];

const CASES: [(&str, Sizes); 2] = [("XOR, 4 samples, 2-3-1", [4, 2, 3, 1]), ("32 samples, 64-32-10", [32, 64, 32, 10])];

/// Each takes its turn this many times, for about this long. The least time counts, since all else that the machine does
/// only adds to it.
const ROUNDS: usize = 30;
const SECONDS: f64 = 0.05;

fn main() {
    for (name, sizes) in CASES {
        let mut steps = [
            ("by hand", reference::by_hand(sizes)),
            ("tape", reference::tape(sizes)),
            ("candle", libraries::candle(sizes)),
            ("burn", libraries::burn(sizes)),
        ];
        let mut least = vec![f64::INFINITY; steps.len()];
        for _ in 0..ROUNDS {
            for ((_, step), least) in steps.iter_mut().zip(&mut least) {
                *least = least.min(seconds(step));
            }
        }
        let mut times: Vec<(&str, f64)> = steps.iter().map(|(name, _)| *name).zip(least).collect();
        times.extend(pytorch(sizes).map(|seconds| ("PyTorch", seconds)));
        println!("{name}: µs for a step, and its ratio to the tape");
        let tape = times[1].1;
        for (name, seconds) in times {
            println!("    {name:8} {:8.1} {:6.2}", seconds * 1e6, seconds / tape);
        }
    }
}

/// How long a step takes, as the mean of many.
fn seconds(step: &mut dyn FnMut()) -> f64 {
    let (start, mut count) = (Instant::now(), 0);
    while start.elapsed().as_secs_f64() < SECONDS {
        step();
        count += 1;
    }
    start.elapsed().as_secs_f64() / f64::from(count)
}

/// The same by `step.py`; nothing where there is no PyTorch.
fn pytorch(sizes: Sizes) -> Option<f64> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/step.py");
    let arguments = [sizes[0], sizes[1], sizes[2], sizes[3], ROUNDS].map(|number| number.to_string());
    ["python3", "/usr/bin/python3"].iter().find_map(|python| {
        let done = Command::new(python).arg(script).args(&arguments).arg(SECONDS.to_string()).output().ok()?;
        String::from_utf8_lossy(&done.stdout).trim().parse().ok()
    })
}

/// Features and answers, and a start for weights: numbers that look random and are the same for all.
fn numbers(count: usize) -> Vec<f64> {
    (0..count).map(|i| (i as f64 * 12.9898).sin()).collect()
}

/// Answers of 0 and 1.
fn answers(count: usize) -> Vec<f64> {
    (0..count).map(|i| f64::from(i % 3 == 0)).collect()
}
