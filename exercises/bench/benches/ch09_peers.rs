//! Chapter 9's epoch against the same epoch in NumPy, scikit-learn and PyTorch, on one core and in double precision:
//! `cargo bench -p bench --bench ch09_peers`. `peers.py` holds the others; those that are not installed are left out.

mod digits;

use digits::{ETA, MU, digits, initial};
use ndarray::Array2;
use reference_ch09::given::{Momentum, Network};
use reference_ch09::train_epoch;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::process::Command;
use std::time::Instant;

const PEERS: [&str; 3] = ["NumPy", "scikit-learn", "PyTorch"];

/// Each takes its turn this many times; the least time counts, since all else that the machine does only adds to it.
const TURNS: usize = 3;

/// Epochs in a turn.
const EPOCHS: usize = 15;

fn main() {
    let (x, y) = digits();
    let data = std::env::temp_dir().join("ch09-peers.txt");
    std::fs::write(&data, as_text(&x, &y)).expect("a temporary file can be written");
    for (name, size) in [("in batches of 32", 32), ("all at once", x.nrows())] {
        let (mut ours, mut theirs) = ((f64::INFINITY, 0.0), BTreeMap::new());
        for _ in 0..TURNS {
            let turn = our_turn(&x, &y, size);
            ours = (ours.0.min(turn.0), turn.1);
            for peer in PEERS {
                if let Some((seconds, error)) = their_turn(peer, size, &data.to_string_lossy()) {
                    // scikit-learn shuffles by itself and begins with its own weights; the others take the same steps.
                    let same = (error - ours.1).abs() < 1e-9 * ours.1;
                    assert!(same || peer == "scikit-learn", "{peer}: an error of {error}, not {}", ours.1);
                    let least = theirs.entry(peer).or_insert(f64::INFINITY);
                    *least = seconds.min(*least);
                }
            }
        }
        println!("an epoch {name}: milliseconds, and the ratio to ours");
        println!("    {:12} {:8.2}", "ours", ours.0 * 1e3);
        for peer in PEERS {
            match theirs.get(peer) {
                Some(least) => println!("    {peer:12} {:8.2} {:6.2}", least * 1e3, least / ours.0),
                None => println!("    {peer:12} is not installed here"),
            }
        }
    }
}

/// The least seconds for an epoch, and the mean error of the last one.
fn our_turn(x: &Array2<f64>, y: &Array2<f64>, size: usize) -> (f64, f64) {
    let [w1, w2] = initial();
    let mut network = Network { w1, w2 };
    let mut optimiser = Momentum::new(&network, ETA, MU);
    let (mut least, mut error) = (f64::INFINITY, 0.0);
    for epoch in 0..EPOCHS {
        let start = Instant::now();
        error = train_epoch(&mut network, &mut optimiser, x, y, size, epoch as u64);
        least = least.min(start.elapsed().as_secs_f64());
    }
    (least, error)
}

/// The same by `peers.py`, with the first Python that has the library.
fn their_turn(peer: &str, size: usize, data: &str) -> Option<(f64, f64)> {
    let script = concat!(env!("CARGO_MANIFEST_DIR"), "/peers.py");
    let orders = (0..EPOCHS).map(|epoch| reference_ch09::given::batches(3823, size, epoch as u64).concat());
    let orders = orders.map(|order| order.iter().map(usize::to_string).collect::<Vec<_>>().join(" "));
    let file = std::env::temp_dir().join("ch09-orders.txt");
    std::fs::write(&file, orders.collect::<Vec<_>>().join("\n")).ok()?;
    let settings = [size.to_string(), ETA.to_string(), MU.to_string(), digits::HIDDEN.to_string()];
    ["python3", "/usr/bin/python3"].iter().find_map(|python| {
        let mut command = Command::new(python);
        command.arg(script).args([peer, data]).arg(&file).args(&settings);
        for threads in ["OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"] {
            command.env(threads, "1");
        }
        let done = command.output().ok()?;
        let (seconds, error) = std::str::from_utf8(&done.stdout).ok()?.trim().split_once(' ')?;
        Some((seconds.parse().ok()?, error.parse().ok()?))
    })
}

/// A line for each sample, features and one-hot answer; then the initial weights, a matrix a line.
fn as_text(x: &Array2<f64>, y: &Array2<f64>) -> String {
    let mut text = String::new();
    for (x, y) in x.rows().into_iter().zip(y.rows()) {
        let numbers: Vec<String> = x.iter().chain(y).map(f64::to_string).collect();
        writeln!(text, "{}", numbers.join(" ")).expect("a string takes everything");
    }
    for w in initial() {
        writeln!(text, "{}", w.iter().map(f64::to_string).collect::<Vec<_>>().join(" "))
            .expect("a string takes everything");
    }
    text
}
