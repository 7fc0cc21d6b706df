//! A whole network as a picture, for the title page: how each of its weights and hidden neurons looks, and where it
//! answers how much.

use super::network;
use ch06::forward;
use ch06::given::{Network, with_bias};
use ndarray::{Array2, ArrayView1};
use widget_abi::{Input, contours};

/// The picture shows features from −`REACH` to `REACH`.
const REACH: f64 = 1.5;

/// Samples of the answers along each side of the plane.
const SIDE: usize = 48;

/// The answers between which one shade gives way to the next.
const LEVELS: [f64; 9] = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9];

/// Where the shades of a hidden neuron change: so many places along its gradient.
const STOPS: usize = 9;

/// `problem, d, weights` → the lines of `W₁` and of `W₂` without its bias, the hidden neurons, and the areas, one after
/// the other.
///
/// - A line: its width, its opacity, and whether it is dashed, since the weight is negative.
/// - A hidden neuron is tanh of a weighted sum, which is a linear gradient: from where to where, in units of its radius
///   with y downwards, and then the opacity at each of nine places.
/// - The areas: for each of nine levels how many closed lines there are; for each of these how many points; for each
///   point x and y, from 0 to 1 with y downwards.
pub fn picture(numbers: &[f64]) -> Vec<f64> {
    let (_, network) = network(&mut Input::new(numbers));
    let outgoing = network.w2.row(0);
    let lines = network.w1.iter().chain(outgoing.iter().skip(1)).flat_map(|weight| line(*weight));
    let neurons = network.w1.rows().into_iter().flat_map(neuron);
    lines.chain(neurons).chain(areas(&network)).collect()
}

fn line(weight: f64) -> [f64; 3] {
    let size = weight.abs();
    [(0.5 + 1.05 * size).min(7.0), (0.16 + 0.2 * size).min(0.9), f64::from(weight < 0.0)]
}

fn neuron(w: ArrayView1<f64>) -> Vec<f64> {
    let steepness = w[1].hypot(w[2]).max(1e-9);
    let [right, down] = [w[1] / steepness, -w[2] / steepness];
    let opacity = |stop: usize| {
        let along = REACH * (2.0 * stop as f64 / (STOPS - 1) as f64 - 1.0);
        0.45 * (1.0 + (w[0] + steepness * along).tanh())
    };
    [-right, -down, right, down].into_iter().chain((0..STOPS).map(opacity)).collect()
}

fn areas(network: &Network) -> Vec<f64> {
    let last = (SIDE - 1) as f64;
    let features = Array2::from_shape_fn((SIDE * SIDE, 2), |(place, feature)| match feature {
        0 => REACH * (2.0 * (place % SIDE) as f64 / last - 1.0),
        _ => REACH * (1.0 - 2.0 * (place / SIDE) as f64 / last),
    });
    let answers = forward(network, &with_bias(&features)).y_hat.into_raw_vec_and_offset().0;
    let mut numbers = vec![];
    for level in LEVELS {
        let lines = contours::areas(&answers, SIDE, level);
        numbers.push(lines.len() as f64);
        for line in lines {
            numbers.push(line.len() as f64);
            numbers.extend(line.as_flattened().iter().map(|place| place / last));
        }
    }
    numbers
}
