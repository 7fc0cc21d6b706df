//! Chapter 4: bumps, each of two hidden neurons, and the network that follows a curve with them.

use ch04::given::sigmoid;
use ch04::{approximate, bump, network_batch};
use ndarray::{Array2, Axis};
use widget_abi::{Functions, Input};

/// What the figure calls. A curve is its number: 0 the wave of the chapter, 1 a tent, 2 a box.
pub const FUNCTIONS: Functions = &[
    ("curve", values),
    ("heights", heights),
    ("widths", widths),
    ("bumps", bumps),
    ("network", network),
    ("by_hand", by_hand),
    ("errors", errors),
];

/// The interval on which the curve is followed.
const FROM: f64 = 0.0;
const TO: f64 = 6.0;

/// At how many places, evenly from one end to the other, the output is computed; the chapter's table measures at the
/// same.
const PLACES: usize = 1201;

/// At how many places a single bump is drawn.
const BUMP_PLACES: usize = 401;

/// The numbers of bumps for which the trend of the error is shown.
const SIZES: [usize; 16] = [2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 24, 32, 40, 48, 64, 80];

fn curve(number: usize) -> fn(f64) -> f64 {
    match number {
        0 => |x| x.sin() + 0.5 * (2.5 * x).sin(),
        1 => |x| 1.5 - (x - 3.0).abs() / 2.0,
        _ => |x| if (2.0..4.0).contains(&x) { 1.5 } else { 0.0 },
    }
}

fn place(at: usize, places: usize) -> f64 {
    FROM + (TO - FROM) * at as f64 / (places - 1) as f64
}

fn width(bumps: usize) -> f64 {
    (TO - FROM) / (bumps - 1) as f64
}

/// `curve` → its value at each place.
fn values(numbers: &[f64]) -> Vec<f64> {
    let f = curve(Input::new(numbers).count());
    (0..PLACES).map(|at| f(place(at, PLACES))).collect()
}

/// `curve, number of bumps` → the middle of each bump and the height of the curve there, in turn.
fn heights(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (f, bumps) = (curve(input.count()), input.count());
    (0..bumps).map(|b| FROM + b as f64 * width(bumps)).flat_map(|c| [c, f(c)]).collect()
}

/// `number of bumps, steepness` → how wide a bump is, and how wide a side of it, from near 0 to near 1.
fn widths(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    vec![width(input.count()), 4.0 / input.number()]
}

/// `steepness, the height of each bump` → the values of the first bump, those of the second, ….
fn bumps(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (steepness, heights) = (input.number(), input.rest());
    let half = width(heights.len()) / 2.0;
    let one = |(b, &height): (usize, &f64)| {
        let centre = FROM + b as f64 * 2.0 * half;
        (0..BUMP_PLACES)
            .map(move |at| bump(place(at, BUMP_PLACES), centre - half, centre + half, height, steepness))
            .collect::<Vec<f64>>()
    };
    heights.iter().enumerate().flat_map(one).collect()
}

/// `curve, number of bumps, steepness` → the number of hidden neurons, the largest error, where it is, and the output
/// at each place, of the network whose bumps are as high as the curve.
fn network(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (f, bumps, steepness) = (curve(input.count()), input.count(), input.number());
    measured(f, &approximate(&f, FROM, TO, bumps, steepness))
}

/// `curve, steepness, the height of each bump` → the same for heights that the reader has chosen.
fn by_hand(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (f, steepness, heights) = (curve(input.count()), input.number(), input.rest());
    // The chapter's function asks a curve for its heights: here is one that answers with those of the reader.
    let chosen =
        |c: f64| heights[((c - FROM) / width(heights.len())).round().clamp(0.0, heights.len() as f64 - 1.0) as usize];
    measured(f, &approximate(&chosen, FROM, TO, heights.len(), steepness))
}

/// `curve, steepness` → for more and more bumps, the number of hidden neurons and the largest error, in turn.
fn errors(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (f, steepness) = (curve(input.count()), input.number());
    let error = |bumps: usize| measured(f, &approximate(&f, FROM, TO, bumps, steepness))[..2].to_vec();
    SIZES.into_iter().flat_map(error).collect()
}

/// The number of hidden neurons, the largest distance from the curve, where it is, and the output at each place.
fn measured(f: fn(f64) -> f64, (w1, w2): &(Array2<f64>, Array2<f64>)) -> Vec<f64> {
    let x = Array2::from_shape_fn((PLACES, 2), |(at, i)| if i == 0 { 1.0 } else { place(at, PLACES) });
    let y_hat = network_batch(&x, w1, w2, sigmoid, |a| a).remove_axis(Axis(1));
    let (mut error, mut worst) = (0.0, FROM);
    for (row, y_hat) in x.rows().into_iter().zip(&y_hat) {
        let distance = (y_hat - f(row[1])).abs();
        if distance > error {
            (error, worst) = (distance, row[1]);
        }
    }
    [w1.nrows() as f64, error, worst].into_iter().chain(y_hat).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_heights_of_the_curve_set_by_hand_are_the_network_of_the_chapter() {
        for number in 0..3 {
            let number = f64::from(number);
            let of_the_curve: Vec<f64> = heights(&[number, 9.0]).chunks(2).map(|pair| pair[1]).collect();
            let call: Vec<f64> = [number, 50.0].into_iter().chain(of_the_curve).collect();
            let (chapter, hand) = (network(&[number, 9.0, 50.0]), by_hand(&call));
            assert_eq!(chapter.len(), 3 + PLACES);
            assert_eq!(chapter[0], 18.0, "a bump takes two hidden neurons");
            assert!(chapter.iter().zip(&hand).all(|(a, b)| (a - b).abs() < 1e-12));
        }
    }

    #[test]
    fn the_output_is_the_sum_of_the_single_bumps() {
        let (steepness, chosen) = (20.0, [1.0, -0.5, 0.0, 2.0]);
        let single = bumps(&[&[steepness], &chosen[..]].concat());
        let output = &by_hand(&[&[0.0, steepness], &chosen[..]].concat())[3..];
        for at in 0..BUMP_PLACES {
            let sum: f64 = single.iter().skip(at).step_by(BUMP_PLACES).sum();
            assert!((sum - output[at * (PLACES - 1) / (BUMP_PLACES - 1)]).abs() < 1e-12);
        }
    }

    #[test]
    fn the_trend_of_the_error_passes_through_the_errors() {
        let trend = errors(&[0.0, 50.0]);
        assert_eq!(trend[2 * 5..2 * 6], network(&[0.0, 8.0, 50.0])[..2]);
    }
}
