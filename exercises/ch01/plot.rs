//! Chapter 1: Hubble's nebulae, and the line that the student's own code fits to them.

use datasets::hubble;
use ndarray::Array2;
use plot::{Chart, attempt, label, steps};
use std::process::ExitCode;

fn main() -> ExitCode {
    plot::main(charts)
}

fn charts() -> Vec<Chart> {
    let mut chart = Chart::new("Chapter 1: Hubble's nebulae and your line", ["distance in Mpc", "km/s"]);
    let data = hubble();
    chart.dots("nebulae", data.distance.iter().copied().zip(data.velocity.iter().copied()));
    let column = |values: &[f64]| Array2::from_shape_fn((values.len(), 1), |(j, _)| values[j]);
    let weights = attempt("`with_bias` and `least_squares`", || {
        ch01::least_squares(&ch01::with_bias(&column(&data.distance.to_vec())), &data.velocity)
    });
    match weights {
        Err(note) => {
            chart.notes.push(note);
            chart.series.clear();
        }
        Ok(w) => {
            let line = attempt("`predict_batch`", || {
                let x = steps(0.0..2.1, 50);
                let y_hat = ch01::predict_batch(&ch01::with_bias(&column(&x)), &w);
                x.into_iter().zip(y_hat).collect()
            });
            chart.attempted("your line", line);
            if let [bias, slope] = w.to_vec()[..] {
                let note = format!("velocity = {} + {} · distance", label(bias.round()), label(slope.round()));
                chart.notes.push(note);
            }
        }
    }
    vec![chart]
}
