//! Chapter 3: each activation function with its derivative.

use plot::{Chart, attempt, steps};
use std::process::ExitCode;

/// A name, the function, its name in Rust, and the same for the derivative.
type Row = (&'static str, fn(f64) -> f64, &'static str, fn(f64) -> f64, &'static str);

/// The slope of the leaky ReLU left of 0.
const LEAK: f64 = 0.1;

const FUNCTIONS: [Row; 6] = [
    ("ReLU", ch03::relu, "`relu`", ch03::relu_derivative, "`relu_derivative`"),
    ("leaky ReLU", leaky_relu, "`leaky_relu`", leaky_relu_derivative, "`leaky_relu_derivative`"),
    ("sigmoid", ch03::sigmoid, "`sigmoid`", ch03::sigmoid_derivative, "`sigmoid_derivative`"),
    ("tanh", ch03::tanh, "`tanh`", ch03::tanh_derivative, "`tanh_derivative`"),
    ("softplus", ch03::softplus, "`softplus`", ch03::softplus_derivative, "`softplus_derivative`"),
    ("SiLU", ch03::silu, "`silu`", ch03::silu_derivative, "`silu_derivative`"),
];

fn leaky_relu(a: f64) -> f64 {
    ch03::leaky_relu(a, LEAK)
}

fn leaky_relu_derivative(a: f64) -> f64 {
    ch03::leaky_relu_derivative(a, LEAK)
}

fn main() -> ExitCode {
    plot::main(charts)
}

fn charts() -> Vec<Chart> {
    let chart = |(name, f, f_name, derivative, derivative_name): Row| {
        let mut chart = Chart::new(&format!("Chapter 3: {name} and its derivative"), ["a", "f(a)"]);
        let points = |f: fn(f64) -> f64| steps(-4.0..4.0, 161).into_iter().map(|a| (a, f(a))).collect();
        chart.attempted(name, attempt(f_name, || points(f)));
        chart.attempted("derivative", attempt(derivative_name, || points(derivative)));
        chart
    };
    FUNCTIONS.into_iter().map(chart).collect()
}
