//! Chapter 2: two classes of points, a neuron, and the steps by which it learns to tell them apart.

use ch02::{boundary, neuron, perceptron_step, pre_activation, sign};
use ndarray::{Array1, array};
use widget_abi::{Functions, Input};

/// What the figure calls. Weights come as `w0, w1, w2`, the bias first; a place in the plane as `x1, x2`.
pub const FUNCTIONS: Functions = &[
    ("samples", samples),
    ("answers", answers),
    ("right", right),
    ("map", map),
    ("line", line),
    ("sum", sum),
    ("step", step),
];

/// The four rows of a truth table, in the order of the chapter.
const CORNERS: [[f64; 2]; 4] = [[-1.0, -1.0], [-1.0, 1.0], [1.0, -1.0], [1.0, 1.0]];

/// Two clouds that a straight line can separate. They take turns, so that no step undoes the one before it.
const CLOUDS: [[f64; 3]; 12] = [
    [-1.3, -0.2, -1.0],
    [0.95, 0.3, 1.0],
    [-0.7, 0.55, -1.0],
    [0.4, 1.3, 1.0],
    [-0.35, -0.7, -1.0],
    [1.45, 1.05, 1.0],
    [-1.6, -1.05, -1.0],
    [1.9, 0.2, 1.0],
    [-0.2, -1.4, -1.0],
    [1.2, -0.55, 1.0],
    [-1.05, -1.5, -1.0],
    [0.35, 0.6, 1.0],
];

fn weights(input: &mut Input) -> Array1<f64> {
    Array1::from(input.list(3).to_vec())
}

/// A place as a sample, with the constant 1 before its features.
fn sample(x: &[f64]) -> Array1<f64> {
    array![1.0, x[0], x[1]]
}

/// `0` AND, `1` OR, `2` exclusive or, `3` two clouds → `x1, x2, y` of each sample.
fn samples(numbers: &[f64]) -> Vec<f64> {
    let gate: fn(bool, bool) -> bool = match Input::new(numbers).count() {
        0 => |p, q| p && q,
        1 => |p, q| p || q,
        2 => |p, q| p != q,
        _ => return CLOUDS.concat(),
    };
    let row = |[x1, x2]: [f64; 2]| [x1, x2, if gate(x1 > 0.0, x2 > 0.0) { 1.0 } else { -1.0 }];
    CORNERS.map(row).concat()
}

/// `w, places` → the neuron's answer at each place.
fn answers(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let w = weights(&mut input);
    input.rest().chunks_exact(2).map(|x| neuron(&w, &sample(x), sign)).collect()
}

/// `w`, and `x1, x2, y` of each sample → how many get their label, and how many there are.
fn right(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let w = weights(&mut input);
    let samples = input.rest().chunks_exact(3);
    let n = samples.len();
    let right = samples.filter(|row| neuron(&w, &sample(row), sign) == row[2]).count();
    vec![right as f64, n as f64]
}

/// `w, columns, rows, lowest x1, highest x1, lowest x2, highest x2` → the neuron's answer in the middle of each cell of
/// a map, the top row first.
fn map(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let w = weights(&mut input);
    let (columns, rows) = (input.count(), input.count());
    let (x1, x2) = (input.list(2), input.list(2));
    let middle = |cell: usize, cells: usize, range: &[f64]| {
        range[0] + (cell as f64 + 0.5) / cells as f64 * (range[1] - range[0])
    };
    let cells = (0..rows).flat_map(|row| (0..columns).map(move |column| (row, column)));
    cells
        .map(|(row, column)| {
            neuron(&w, &sample(&[middle(column, columns, x1), middle(rows - 1 - row, rows, x2)]), sign)
        })
        .collect()
}

/// `w, lowest x1, highest x1, lowest x2, highest x2` → two places of the decision boundary, from edge to edge; none if
/// both features have the weight 0.
fn line(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let w = weights(&mut input);
    if w[1] == 0.0 && w[2] == 0.0 {
        return vec![];
    }
    let (x1, x2) = (input.list(2), input.list(2));
    if w[2].abs() >= w[1].abs() {
        x1.iter().flat_map(|&x1| [x1, boundary(&w, x1)]).collect()
    } else {
        // A steep line: with the two features exchanged it is a flat one, and a vertical one has an answer, too.
        let exchanged = array![w[0], w[2], w[1]];
        x2.iter().flat_map(|&x2| [boundary(&exchanged, x2), x2]).collect()
    }
}

/// `w, place` → the pre-activation there.
fn sum(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let w = weights(&mut input);
    vec![pre_activation(&w, &sample(input.list(2)))]
}

/// `w, x1, x2, y` → the weights after a step of Rosenblatt's rule.
fn step(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let w = weights(&mut input);
    let x = sample(input.list(2));
    perceptron_step(&w, &x, input.number()).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The weights after so many steps from 0, going round through the samples.
    fn after(steps: usize, data: f64) -> Vec<f64> {
        let samples = samples(&[data]);
        samples.chunks(3).cycle().take(steps).fold(vec![0.0; 3], |w, row| step(&[&w, row].concat()))
    }

    #[test]
    fn the_steps_settle_on_all_data_but_exclusive_or() {
        for data in [0.0, 1.0, 3.0] {
            let w = after(100, data);
            let [right, n] = right(&[w, samples(&[data])].concat())[..] else { panic!("two numbers") };
            assert_eq!(right, n);
        }
        let once_more: Vec<Vec<f64>> = (100..104).map(|steps| after(steps, 2.0)).collect();
        assert!(once_more.iter().any(|w| *w != once_more[0]), "the weights still change");
    }

    #[test]
    fn the_line_lies_between_the_answers_however_steep_it_is() {
        let box_ = [-2.5, 2.5, -2.0, 2.0];
        for w in [[1.0, 2.0, 0.0], [1.0, -2.0, 0.5], [0.5, 0.0, -1.0]] {
            for place in line(&[&w[..], &box_].concat()).chunks(2) {
                assert!(sum(&[&w[..], place].concat())[0].abs() < 1e-12);
            }
        }
        assert!(line(&[&[1.0, 0.0, 0.0][..], &box_].concat()).is_empty());
    }

    #[test]
    fn the_map_begins_at_the_top_left() {
        // This neuron says 1 where x2 − x1 > 0.
        let map = map(&[0.0, -1.0, 1.0, 2.0, 2.0, -1.0, 1.0, -1.0, 1.0]);
        assert_eq!(map, [1.0, 0.0, 0.0, -1.0]);
        assert_eq!(answers(&[0.0, -1.0, 1.0, -0.5, 0.5, 0.5, -0.5]), [1.0, -1.0]);
    }
}
