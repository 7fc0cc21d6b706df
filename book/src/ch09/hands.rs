//! Drawings by rule: how a digit is read that is not of the data set, prepared like it and only made smaller.
//!
//! Each digit has some forms, as different people write it, and each form is drawn many times: slanted, narrow or wide,
//! small or large, anywhere on the pad, with a fine or a broad pen.

use super::experiments::shown;
use super::widget::{Drawing, PAD, bitmap, shrunk};
use crate::values::{fixed, grouped};
use ch09::given::{forward, inputs};
use ch09::{predicted, to_picture};
use ndarray::Array2;

/// Points from a digit's upper left corner; a digit is 1 high.
type Stroke = Vec<[f64; 2]>;

/// A way to write a digit.
pub struct Form {
    pub digit: usize,
    pub name: &'static str,
    strokes: Vec<Stroke>,
}

/// A piece of an ellipse: its middle, its radii, and the angles in degrees between which it goes, 0 at the right, 90
/// below.
fn arc([x, y]: [f64; 2], [across, down]: [f64; 2], from: f64, to: f64) -> Stroke {
    let steps = ((to - from).abs() / 10.0).ceil();
    let angle = |step: f64| (from + (to - from) * step / steps).to_radians();
    (0..=steps as usize)
        .map(|step| angle(step as f64))
        .map(|angle| [x + across * angle.cos(), y + down * angle.sin()])
        .collect()
}

/// The forms.
pub fn forms() -> Vec<Form> {
    let line = |points: &[[f64; 2]]| points.to_vec();
    let form = |digit, name, strokes: Vec<Stroke>| Form { digit, name, strokes };
    let bowl = || arc([0.25, 0.68], [0.33, 0.32], -125.0, 140.0);
    let loop_above = || arc([0.28, 0.28], [0.28, 0.28], 0.0, -360.0);
    let eight = |step: usize| {
        let angle = (15 * step) as f64;
        [0.3 + 0.29 * (2.0 * angle).to_radians().sin(), 0.5 - 0.5 * angle.to_radians().cos()]
    };
    vec![
        form(0, "oval", vec![arc([0.3, 0.5], [0.3, 0.5], -90.0, 270.0)]),
        form(0, "round", vec![arc([0.45, 0.5], [0.45, 0.5], -90.0, 270.0)]),
        form(0, "not closed", vec![arc([0.3, 0.5], [0.3, 0.5], -50.0, -390.0)]),
        form(1, "a stroke", vec![line(&[[0.3, 0.0], [0.3, 1.0]])]),
        form(1, "with a flag", vec![line(&[[0.1, 0.28], [0.35, 0.0], [0.35, 1.0]])]),
        form(
            1,
            "with flag and foot",
            vec![line(&[[0.1, 0.25], [0.35, 0.0], [0.35, 1.0]]), line(&[[0.08, 1.0], [0.62, 1.0]])],
        ),
        form(
            2,
            "straight foot",
            vec![[arc([0.3, 0.28], [0.28, 0.28], -170.0, 40.0), line(&[[0.0, 1.0], [0.62, 1.0]])].concat()],
        ),
        form(
            2,
            "wavy foot",
            vec![
                [
                    arc([0.28, 0.25], [0.28, 0.25], -180.0, 50.0),
                    line(&[[0.05, 0.95], [0.12, 0.88], [0.25, 0.9], [0.42, 1.0], [0.65, 0.92]]),
                ]
                .concat(),
            ],
        ),
        form(
            2,
            "with a loop",
            vec![
                [
                    arc([0.3, 0.25], [0.27, 0.25], -170.0, 45.0),
                    line(&[[0.15, 0.9]]),
                    arc([0.1, 0.9], [0.1, 0.1], 60.0, 300.0),
                    line(&[[0.4, 0.98], [0.65, 0.95]]),
                ]
                .concat(),
            ],
        ),
        form(
            3,
            "round",
            vec![
                [arc([0.27, 0.25], [0.27, 0.25], -160.0, 90.0), arc([0.27, 0.74], [0.3, 0.26], -90.0, 155.0)].concat(),
            ],
        ),
        form(
            3,
            "flat above",
            vec![[line(&[[0.0, 0.0], [0.55, 0.0], [0.22, 0.4]]), arc([0.25, 0.7], [0.32, 0.3], -95.0, 155.0)].concat()],
        ),
        form(4, "open", vec![line(&[[0.15, 0.0], [0.0, 0.6], [0.62, 0.6]]), line(&[[0.48, 0.2], [0.45, 1.0]])]),
        form(4, "closed", vec![line(&[[0.62, 0.68], [0.0, 0.68], [0.45, 0.0], [0.45, 1.0]])]),
        form(
            5,
            "two strokes",
            vec![[line(&[[0.1, 0.0], [0.06, 0.42]]), bowl()].concat(), line(&[[0.1, 0.0], [0.58, 0.0]])],
        ),
        form(5, "one stroke", vec![[line(&[[0.58, 0.02], [0.08, 0.0], [0.04, 0.44]]), bowl()].concat()]),
        form(
            6,
            "straight back",
            vec![
                [line(&[[0.45, 0.0], [0.2, 0.27], [0.05, 0.55]]), arc([0.3, 0.71], [0.28, 0.29], -170.0, -540.0)]
                    .concat(),
            ],
        ),
        form(
            6,
            "bent back",
            vec![
                [arc([0.36, 0.6], [0.36, 0.6], -60.0, -180.0), arc([0.28, 0.72], [0.28, 0.28], -180.0, -540.0)]
                    .concat(),
            ],
        ),
        form(
            6,
            "small ring",
            vec![
                [line(&[[0.32, 0.0], [0.12, 0.25], [0.02, 0.6]]), arc([0.29, 0.76], [0.27, 0.24], -170.0, -530.0)]
                    .concat(),
            ],
        ),
        form(7, "plain", vec![line(&[[0.0, 0.0], [0.57, 0.0], [0.2, 1.0]])]),
        form(7, "crossed", vec![line(&[[0.0, 0.0], [0.57, 0.0], [0.2, 1.0]]), line(&[[0.1, 0.5], [0.55, 0.5]])]),
        form(7, "hooked", vec![line(&[[0.0, 0.2], [0.03, 0.0], [0.57, 0.0], [0.3, 0.5], [0.22, 1.0]])]),
        form(
            8,
            "two rings",
            vec![arc([0.3, 0.24], [0.24, 0.24], -90.0, 270.0), arc([0.3, 0.74], [0.3, 0.26], -90.0, 270.0)],
        ),
        form(8, "one stroke", vec![(0..=24).map(eight).collect()]),
        form(9, "straight tail", vec![[loop_above(), line(&[[0.52, 1.0]])].concat()]),
        form(9, "bent tail", vec![[loop_above(), arc([0.22, 0.6], [0.34, 0.4], -10.0, 130.0)].concat()]),
    ]
}

/// Numbers from 0 to 1 without a pattern, the same each time, in up to five directions that do not depend on each
/// other: steps by the powers of 1 over the root of x⁶ = x + 1.
fn scatter(number: usize, which: i32) -> f64 {
    ((number + 1) as f64 * 1.134_724_138_4_f64.powi(-1 - which)).fract()
}

/// The form with a slant, a width, a height between these dots, and a place on the pad: `number` says which.
fn drawn(form: &Form, number: usize, [low, high]: [f64; 2]) -> Drawing {
    let between = |which: i32, low: f64, high: f64| low + (high - low) * scatter(number, which);
    let (slant, width) = (between(0, -0.15, 0.3), between(1, 0.7, 1.3));
    let height = between(2, low, high);
    // Slanted to the right, a digit leans on its foot.
    let points = |stroke: &Stroke| -> Vec<[f64; 2]> {
        stroke.iter().map(|[x, y]| [height * (width * x + slant * (1.0 - y)), height * y]).collect()
    };
    let strokes: Drawing = form.strokes.iter().map(points).collect();
    let edge = |axis: usize, start: f64, choose: fn(f64, f64) -> f64| {
        strokes.iter().flatten().map(|point| point[axis]).fold(start, choose)
    };
    // Anywhere, but with room for the pen.
    let room = |axis: usize, which: i32| {
        let (first, last) = (edge(axis, f64::INFINITY, f64::min), edge(axis, f64::NEG_INFINITY, f64::max));
        between(which, 4.0 - first, PAD as f64 - 4.0 - last)
    };
    let (right, down) = (room(0, 3), room(1, 4));
    strokes.iter().map(|stroke| stroke.iter().map(|[x, y]| [x + right, y + down]).collect()).collect()
}

/// How bitmaps were read: for each of them, whether the answer is right.
pub struct Read {
    /// As the chapter prepares them.
    pub prepared: Vec<bool>,
    /// The whole pad, only made smaller.
    pub smaller: Vec<bool>,
}

impl Read {
    fn of(bitmaps: &[Array2<f64>], labels: &[usize]) -> Read {
        let right = |picture: fn(&Array2<f64>) -> Array2<f64>| {
            let pictures: Vec<f64> = bitmaps.iter().flat_map(picture).collect();
            let pictures = Array2::from_shape_vec((bitmaps.len(), 64), pictures).expect("64 pixels each");
            let answers = predicted(&forward(&shown().network, &inputs(&pictures)).logits);
            answers.iter().zip(labels).map(|(answer, label)| answer == label).collect()
        };
        Read { prepared: right(to_picture), smaller: right(shrunk) }
    }
}

/// How each form is read, drawn so many times with this pen, with heights between these.
pub fn read_drawings(times: usize, pen: f64, heights: [f64; 2]) -> Vec<(Form, Read)> {
    let read = |form: Form| {
        let bitmaps: Vec<_> = (0..times).map(|number| bitmap(pen, &drawn(&form, number, heights))).collect();
        let read = Read::of(&bitmaps, &vec![form.digit; times]);
        (form, read)
    };
    forms().into_iter().map(read).collect()
}

/// How often each form is drawn for the values of the chapter, with which pen, and how high, in dots.
const TIMES: usize = 12;
const PEN: f64 = 6.0;
const HEIGHTS: [f64; 2] = [20.0, 56.0];

/// What pages quote of the drawings.
pub fn values() -> [(&'static str, String); 8] {
    let read = read_drawings(TIMES, PEN, HEIGHTS);
    let percent = |right: &dyn Fn(&Read) -> &[bool]| {
        let all: Vec<bool> = read.iter().flat_map(|(_, read)| right(read).to_vec()).collect();
        format!("{} %", fixed(100.0 * share(&all), 0))
    };
    let by_share = |a: &&(Form, Read), b: &&(Form, Read)| share(&a.1.prepared).total_cmp(&share(&b.1.prepared));
    let (worst, read_worst) = read.iter().min_by(by_share).expect("there are forms");
    [
        ("hands.worst", worst.name.into()),
        ("hands.worst.digit", worst.digit.to_string()),
        ("hands.worst.prepared", format!("{} %", fixed(100.0 * share(&read_worst.prepared), 0))),
        ("hands.forms", read.len().to_string()),
        ("hands.times", TIMES.to_string()),
        ("hands.count", grouped((read.len() * TIMES) as f64)),
        ("hands.smaller", percent(&|read| &read.smaller)),
        ("hands.prepared", percent(&|read| &read.prepared)),
    ]
}

/// The share of answers that are right.
fn share(right: &[bool]) -> f64 {
    right.iter().filter(|right| **right).count() as f64 / right.len() as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prepared_drawing_is_read_much_more_often_than_one_that_is_only_made_smaller() {
        let read = read_drawings(TIMES, PEN, HEIGHTS);
        for (form, Read { prepared, smaller }) in &read {
            eprintln!("{} {:20} {:4.2} {:4.2}", form.digit, form.name, share(prepared), share(smaller));
        }
        let all = |right: fn(&Read) -> &Vec<bool>| {
            share(&read.iter().flat_map(|(_, read)| right(read).clone()).collect::<Vec<_>>())
        };
        let [prepared, smaller] = [all(|read| &read.prepared), all(|read| &read.smaller)];
        eprintln!("all: {prepared:.3} {smaller:.3}");
        assert!(prepared > 0.7 && smaller < 0.5, "{prepared} and {smaller}");
    }
}
