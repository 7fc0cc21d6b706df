//! Chapter 6: a network learns, what it answers over the plane, what each of its hidden neurons sees, and the way back
//! for one sample, number by number.
//!
//! A network comes and goes as its weights, `W₁` row by row and then `W₂`. Every call with a network begins with
//! `problem, d, weights`: which problem it learns, how many hidden neurons it has, and the weights.

mod picture;

use ch06::given::{Network, Objective, initial_network, with_bias};
use ch06::{backward, forward, hidden_gradient, mean_error, output_delta, output_gradient, train};
use ndarray::{Array1, Array2, Axis};
use std::f64::consts::PI;
use widget_abi::{Functions, Input};

/// What the figure calls. The problems are 0 for XOR with a little scatter, 1 for a disc in a ring, 2 for two spirals,
/// all of them with a class to tell, and 3 for a curve to follow.
pub const FUNCTIONS: Functions = &[
    ("samples", samples),
    ("start", start),
    ("train", further),
    ("answers", answers),
    ("picture", picture::picture),
    ("right", right),
    ("sample_forward", sample_forward),
    ("sample_error", sample_error),
    ("sample_delta2", sample_delta2),
    ("sample_output_gradient", sample_output_gradient),
    ("sample_hidden_gradient", sample_hidden_gradient),
    ("sample_backward", sample_backward),
];

/// What a network is to learn: the batch with its column of ones, and the answers.
struct Problem {
    objective: Objective,
    x: Array2<f64>,
    y: Array2<f64>,
}

fn problem(number: usize) -> Problem {
    let (objective, samples): (Objective, Vec<(Vec<f64>, f64)>) = match number {
        0 => (Objective::Classification, xor()),
        1 => (Objective::Classification, disc_in_ring()),
        2 => (Objective::Classification, spirals()),
        _ => (Objective::Regression, bent_line()),
    };
    let x = Array2::from_shape_fn((samples.len(), samples[0].0.len()), |(j, i)| samples[j].0[i]);
    let y = Array1::from_iter(samples.iter().map(|(_, y)| *y)).insert_axis(Axis(1));
    Problem { objective, x: with_bias(&x), y }
}

/// Places without a pattern, between −1 and 1, that are the same each time: no two of them are near each other.
fn scatter(number: usize) -> [f64; 2] {
    [0.754_877_666_2, 0.569_840_291].map(|step| 2.0 * (number as f64 * step).fract() - 1.0)
}

/// Eight samples about each of the four corners.
fn xor() -> Vec<(Vec<f64>, f64)> {
    let sample = |number: usize| {
        let corner = [number / 2 % 2, number % 2].map(|side| side as f64);
        let [right, up] = scatter(number / 4 + 8 * (number % 4)).map(|shift| 0.2 * shift);
        (vec![corner[0] + right, corner[1] + up], if corner[0] == corner[1] { 0.0 } else { 1.0 })
    };
    (0..32).map(sample).collect()
}

/// Class 1 near the middle, class 0 around it.
fn disc_in_ring() -> Vec<(Vec<f64>, f64)> {
    let sample = |number: usize| {
        let inside = number.is_multiple_of(2);
        // The golden angle keeps neighbours apart on a circle, where the scatter of the plane forms clusters.
        let (angle, [_, across]) = ((number / 2) as f64 * PI * (3.0 - 5.0_f64.sqrt()), scatter(number / 2));
        let radius = if inside { 0.28 + 0.22 * across } else { 1.15 + 0.15 * across };
        (vec![radius * angle.cos(), radius * angle.sin()], if inside { 1.0 } else { 0.0 })
    };
    (0..48).map(sample).collect()
}

/// Two arms that wind about each other, each once around the middle.
fn spirals() -> Vec<(Vec<f64>, f64)> {
    let sample = |number: usize| {
        let (arm, along) = ((number % 2) as f64, (number / 2) as f64 / 29.0);
        let (radius, angle) = (0.2 + 1.05 * along, PI * (arm + 1.75 * along));
        (vec![radius * angle.cos(), radius * angle.sin()], arm)
    };
    (0..60).map(sample).collect()
}

/// The curve of the chapter: the distance from 0, less 1.
fn bent_line() -> Vec<(Vec<f64>, f64)> {
    Array1::linspace(-2.0, 2.0, 21).iter().map(|x: &f64| (vec![*x], x.abs() - 1.0)).collect()
}

/// `problem` → `k`, and then each sample: its row of `X`, with the constant 1, and its answer.
fn samples(numbers: &[f64]) -> Vec<f64> {
    let Problem { x, y, .. } = problem(Input::new(numbers).count());
    let rows = x.rows().into_iter().zip(&y).flat_map(|(x, y)| x.to_vec().into_iter().chain([*y]));
    [x.ncols() as f64].into_iter().chain(rows).collect()
}

/// `problem, d, seed` → the weights of a network that has learned nothing yet.
fn start(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (problem, d, seed) = (problem(input.count()), input.count(), input.number() as u64);
    weights(&initial_network(seed, problem.objective, problem.x.ncols(), d, 1))
}

/// `problem, d, weights`: what every call with a network begins with.
fn network(input: &mut Input) -> (Problem, Network) {
    let problem = problem(input.count());
    let (k, d) = (problem.x.ncols(), input.count());
    let mut layer = |rows, columns| {
        let weights = input.list(rows * columns);
        Array2::from_shape_fn((rows, columns), |(row, column)| weights[row * columns + column])
    };
    let network = Network { objective: problem.objective, w1: layer(d, k), w2: layer(1, d + 1) };
    (problem, network)
}

fn weights(network: &Network) -> Vec<f64> {
    network.w1.iter().chain(&network.w2).copied().collect()
}

/// `problem, d, weights, η, epochs` → the weights after so many epochs more, and the loss curve of these epochs, whose
/// first error is that of the weights that came in.
fn further(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (problem, mut network) = network(&mut input);
    let losses = train(&mut network, &problem.x, &problem.y, input.number(), input.count());
    weights(&network).into_iter().chain(losses).collect()
}

/// `problem, d, weights, low, high, fine, coarse` → what the network answers, and then what each hidden neuron does,
/// neuron by neuron.
///
/// With two features, over a square of `fine × fine` cells for the answers and of `coarse × coarse` for the neurons,
/// from its upper left corner, row by row; with one feature, at so many places from `low` to `high`.
fn answers(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (problem, network) = network(&mut input);
    let (low, high, fine, coarse) = (input.number(), input.number(), input.count(), input.count());
    let batch = |cells: usize| {
        let middle = |cell: usize| low + (high - low) * (cell as f64 + 0.5) / cells as f64;
        with_bias(&match problem.x.ncols() {
            2 => Array1::linspace(low, high, cells).insert_axis(Axis(1)),
            _ => Array2::from_shape_fn((cells * cells, 2), |(cell, feature)| match feature {
                0 => middle(cell % cells),
                _ => middle(cells - 1 - cell / cells),
            }),
        })
    };
    let y_hat = forward(&network, &batch(fine)).y_hat;
    let h = forward(&network, &batch(coarse)).h;
    y_hat.into_iter().chain(h.columns().into_iter().skip(1).flat_map(|neuron| neuron.to_vec())).collect()
}

/// `problem, d, weights` → how many samples are answered rightly (on the side of ½ where their class is), and how many
/// there are.
fn right(numbers: &[f64]) -> Vec<f64> {
    let (problem, network) = network(&mut Input::new(numbers));
    let y_hat = forward(&network, &problem.x).y_hat;
    let right = y_hat.iter().zip(&problem.y).filter(|(y_hat, y)| (**y_hat > 0.5) == (**y > 0.5)).count();
    vec![right as f64, problem.y.len() as f64]
}

/// `problem, d, weights, sample`: the network, and a batch that holds this sample alone.
fn one_sample(numbers: &[f64]) -> (Network, Array2<f64>, Array2<f64>) {
    let mut input = Input::new(numbers);
    let (problem, network) = network(&mut input);
    let sample = [input.count()];
    (network, problem.x.select(Axis(0), &sample), problem.y.select(Axis(0), &sample))
}

/// `problem, d, weights, sample` → `A₁`, `H`, `A₂` and `Ŷ`.
fn sample_forward(numbers: &[f64]) -> Vec<f64> {
    let (network, x, _) = one_sample(numbers);
    let cache = forward(&network, &x);
    cache.a1.iter().chain(&cache.h).chain(&cache.a2).chain(&cache.y_hat).copied().collect()
}

/// `problem, d, weights, sample` → `E`.
fn sample_error(numbers: &[f64]) -> Vec<f64> {
    let (network, x, y) = one_sample(numbers);
    vec![mean_error(network.objective, &forward(&network, &x).y_hat, &y)]
}

/// `problem, d, weights, sample` → `Δ₂`.
fn sample_delta2(numbers: &[f64]) -> Vec<f64> {
    let (network, x, y) = one_sample(numbers);
    output_delta(network.objective, &forward(&network, &x).y_hat, &y).into_iter().collect()
}

/// `problem, d, weights, sample` → `∂E/∂W₂`.
fn sample_output_gradient(numbers: &[f64]) -> Vec<f64> {
    let (network, x, y) = one_sample(numbers);
    let cache = forward(&network, &x);
    output_gradient(&output_delta(network.objective, &cache.y_hat, &y), &cache.h).into_iter().collect()
}

/// `problem, d, weights, sample` → `∂E/∂H`.
fn sample_hidden_gradient(numbers: &[f64]) -> Vec<f64> {
    let (network, x, y) = one_sample(numbers);
    let delta2 = output_delta(network.objective, &forward(&network, &x).y_hat, &y);
    hidden_gradient(&delta2, &network.w2).into_iter().collect()
}

/// `problem, d, weights, sample` → `Δ₁` and `∂E/∂W₁`.
///
/// `backward` keeps `Δ₁` for itself. But `∂E/∂W₁ = Δ₁ᵀ X`, and for one sample the first column of `X` is a single 1:
/// the first column of `∂E/∂W₁` is `Δ₁`.
fn sample_backward(numbers: &[f64]) -> Vec<f64> {
    let (network, x, y) = one_sample(numbers);
    let slopes = backward(&network, &forward(&network, &x), &x, &y).w1;
    slopes.column(0).iter().chain(&slopes).copied().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `problem, d, weights` of a network that has been trained so far.
    fn trained(problem: usize, d: usize, seed: f64, eta: f64, epochs: f64) -> (Vec<f64>, f64) {
        let head = [problem as f64, d as f64];
        let call = [&head[..], &start(&[head[0], head[1], seed])].concat();
        let answer = further(&[&call[..], &[eta, epochs]].concat());
        let weights = call.len() - head.len();
        ([&head[..], &answer[..weights]].concat(), answer[answer.len() - 1])
    }

    #[test]
    fn training_in_two_parts_is_training_at_once() {
        let (at_once, loss) = trained(0, 3, 6.0, 0.5, 300.0);
        let (half, _) = trained(0, 3, 6.0, 0.5, 120.0);
        let rest = further(&[&half[..], &[0.5, 180.0]].concat());
        assert_eq!(rest[..at_once.len() - 2], at_once[2..]);
        assert_eq!(rest[rest.len() - 1], loss);
    }

    #[test]
    fn one_hidden_neuron_cannot_tell_xor_and_three_can() {
        let (three, _) = trained(0, 3, 6.0, 0.5, 1000.0);
        assert_eq!(right(&three), [32.0, 32.0]);
        let (one, _) = trained(0, 1, 6.0, 0.5, 1000.0);
        assert!(right(&one)[0] < 32.0);
    }

    #[test]
    fn the_maps_have_a_cell_for_each_place_and_begin_above() {
        let (call, _) = trained(0, 3, 6.0, 0.5, 1000.0);
        let maps = answers(&[&call[..], &[-0.5, 1.5, 10.0, 4.0]].concat());
        assert_eq!(maps.len(), 10 * 10 + 3 * 4 * 4);
        // Above on the left x₂ is 0 and x₃ is 1; below on the left both are 0.
        assert!(maps[22] > 0.9 && maps[72] < 0.1, "{} {}", maps[22], maps[72]);
    }

    #[test]
    fn the_numbers_of_one_sample_fit_together() {
        for problem in [0, 3] {
            let (call, _) = trained(problem, 2, 1.0, 0.1, 20.0);
            let call = [&call[..], &[5.0]].concat();
            let k = samples(&[problem as f64])[0] as usize;
            let (forward, back) = (sample_forward(&call), sample_backward(&call));
            assert_eq!(forward.len(), 2 + 3 + 1 + 1);
            assert_eq!(back.len(), 2 + 2 * k);
            let slope = sample_hidden_gradient(&call)[1] * (1.0 - forward[4].powi(2));
            assert!((back[1] - slope).abs() < 1e-12, "Δ₁ = ∂E/∂H ⊙ (1 − h²)");
            assert!(
                (sample_output_gradient(&call)[0] - sample_delta2(&call)[0]).abs() < 1e-12,
                "its h is the constant 1"
            );
            assert!(sample_error(&call)[0] > 0.0);
        }
    }
}
