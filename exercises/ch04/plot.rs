//! Chapter 4: a curve, and the network that the student built to follow it.

use ch04::given::sigmoid;
use ndarray::array;
use plot::{Chart, attempt, steps};
use std::process::ExitCode;

/// How many bumps the network is made of.
const BUMPS: usize = 12;
/// How steep the sides of the bumps are.
const STEEPNESS: f64 = 60.0;

fn curve(x: f64) -> f64 {
    (2.0 * x).sin() + 0.5 * x
}

fn main() -> ExitCode {
    plot::main(charts)
}

fn charts() -> Vec<Chart> {
    let title = format!("Chapter 4: a curve, and your network of {BUMPS} bumps that follows it");
    let mut chart = Chart::new(&title, ["x", "y"]);
    let followed = attempt("`approximate` and `network`", || {
        let (w1, w2) = ch04::approximate(&curve, 0.0, 4.0, BUMPS, STEEPNESS);
        let at = |x: f64| ch04::network(&w1, &w2, &array![1.0, x], sigmoid, |a| a)[0];
        steps(0.0..4.0, 300).into_iter().map(|x| (x, at(x))).collect()
    });
    if followed.is_ok() {
        chart.line("the curve", steps(0.0..4.0, 100).into_iter().map(|x| (x, curve(x))).collect());
    }
    chart.attempted("your network", followed);
    vec![chart]
}
