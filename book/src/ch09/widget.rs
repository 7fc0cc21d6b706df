//! Chapter 9: a drawing is brought into the form of the images, and read by the network: its hidden activations, the
//! probabilities, the answer, and the weights of a hidden neuron.
//!
//! The network has been trained when the book was built, and comes with some images of the test set as text. What makes
//! a picture of a drawing, probabilities of scores, and an answer of them is the chapter's own.
//!
//! A drawing is a list of strokes, each a list of points; a call has it as `pen, points in a stroke, x, y, x, y, …,
//! points in the next, …`, in dots of the pad. A picture is 64 numbers from 0 to 16.

#[cfg(not(target_arch = "wasm32"))]
use super::widget_data::widget_data;
use ch09::given::{Forward, Network, forward, from_text, inputs, without_bias};
use ch09::{bounds, predicted, softmax_rows, to_picture, what_it_sees};
use ndarray::{Array2, s};
use std::sync::LazyLock;
use widget_abi::{Functions, Input};

/// What the figure calls.
pub const FUNCTIONS: Functions = &[
    ("example", example),
    ("images", images),
    ("cut", cut),
    ("prepared", prepared),
    ("made_smaller", made_smaller),
    ("moved", moved),
    ("hidden", hidden),
    ("probabilities", probabilities),
    ("answer", answer),
    ("sees", sees),
    ("adds", adds),
];

/// How many dots the pad has along each side.
pub const PAD: usize = 64;

/// A drawing: strokes of points `[x, y]`, in dots from the upper left corner of the pad.
pub type Drawing = Vec<Vec<[f64; 2]>>;

/// What the builder has written.
#[cfg(target_arch = "wasm32")]
fn widget_data() -> &'static str {
    include_str!("data.txt")
}

/// The weights as `to_text` writes them, an empty line, and the images, one a line.
fn parts() -> (&'static str, &'static str) {
    widget_data().split_once("\n\n").expect("weights, an empty line, images")
}

fn network() -> &'static Network {
    static NETWORK: LazyLock<Network> = LazyLock::new(|| from_text(parts().0).expect("the weights of a network"));
    &NETWORK
}

/// Nothing → the strokes of the [`three`].
fn example(_: &[f64]) -> Vec<f64> {
    three().iter().flat_map(|stroke| [stroke.len() as f64].into_iter().chain(stroke.concat())).collect()
}

/// A small 3 in a corner of the pad.
pub fn three() -> Drawing {
    let bow = |[x, y]: [f64; 2], radius: f64, from: f64, to: f64| {
        let angle = move |part: u8| from + (to - from) * f64::from(part) / 20.0;
        (0..=20).map(angle).map(move |angle| [x + radius * angle.cos(), y + radius * angle.sin()])
    };
    // Angles run clockwise, since rows run downwards.
    vec![bow([42.0, 14.0], 5.5, -2.6, 1.5).chain(bow([42.0, 26.0], 6.5, -1.5, 2.6)).collect()]
}

/// Nothing → the images of the test set, each as its 64 counts and the digit, as many for each digit, all of a digit
/// together.
fn images(_: &[f64]) -> Vec<f64> {
    let counts = |line: &'static str| line.chars().filter(|c| *c != ' ').filter_map(|c| c.to_digit(17)).map(f64::from);
    parts().1.lines().flat_map(counts).collect()
}

/// `pen, strokes`: the dots that they leave on the pad.
fn bitmap_of(numbers: &[f64]) -> Array2<f64> {
    let mut input = Input::new(numbers);
    let (pen, mut rest) = (input.number(), Input::new(input.rest()));
    let mut drawing = vec![];
    let mut left = numbers.len() - 1;
    while left > 0 {
        let points = rest.count();
        drawing.push(rest.list(2 * points).chunks(2).map(|point| [point[0], point[1]]).collect());
        left -= 1 + 2 * points;
    }
    bitmap(pen, &drawing)
}

/// The dots that strokes leave on the pad: 1 for ink, 0 for paper, and in between at the edge of the pen.
pub fn bitmap(pen: f64, drawing: &Drawing) -> Array2<f64> {
    let mut dots = Array2::zeros((PAD, PAD));
    for stroke in drawing {
        for (i, &to) in stroke.iter().enumerate() {
            // The first point alone is a dot of the pen.
            mark(&mut dots, stroke[i.saturating_sub(1)], to, pen / 2.0);
        }
    }
    dots
}

/// Draws a line with round ends.
fn mark(dots: &mut Array2<f64>, from: [f64; 2], to: [f64; 2], radius: f64) {
    let near = |axis: usize| {
        let (low, high) = (from[axis].min(to[axis]) - radius - 1.0, from[axis].max(to[axis]) + radius + 1.0);
        low.max(0.0) as usize..(high.max(0.0) as usize + 1).min(PAD)
    };
    for row in near(1) {
        for column in near(0) {
            let ink = radius + 0.5 - distance([column as f64 + 0.5, row as f64 + 0.5], from, to);
            let dot = &mut dots[[row, column]];
            *dot = ink.clamp(*dot, 1.0);
        }
    }
}

/// How far a point is from the line between two others.
fn distance(point: [f64; 2], from: [f64; 2], to: [f64; 2]) -> f64 {
    let dot = |a: [f64; 2], b: [f64; 2]| a[0] * b[0] + a[1] * b[1];
    let minus = |a: [f64; 2], b: [f64; 2]| [a[0] - b[0], a[1] - b[1]];
    let (along, away) = (minus(to, from), minus(point, from));
    let length = dot(along, along);
    let t = if length > 0.0 { (dot(away, along) / length).clamp(0.0, 1.0) } else { 0.0 };
    let rest = minus(away, [t * along[0], t * along[1]]);
    // `hypot` differs between machines, and a square root does not.
    dot(rest, rest).sqrt()
}

/// The whole pad as a picture, empty margins and all: each pixel counts the ink in its part of the pad.
pub fn shrunk(bitmap: &Array2<f64>) -> Array2<f64> {
    let part = PAD / 8;
    let ink = |i: usize, j: usize| bitmap.slice(s![part * i..part * (i + 1), part * j..part * (j + 1)]).sum();
    Array2::from_shape_fn((8, 8), |(i, j)| 16.0 * ink(i, j) / (part * part) as f64)
}

/// `pen, strokes` → top, left, bottom and right edge of what is cut out, in dots; nothing without ink.
fn cut(numbers: &[f64]) -> Vec<f64> {
    let edges = |(top, bottom, left, right)| [top, left, bottom + 1, right + 1].map(|edge: usize| edge as f64).to_vec();
    bounds(&bitmap_of(numbers)).map(edges).unwrap_or_default()
}

/// `pen, strokes` → the picture that the chapter makes of it.
fn prepared(numbers: &[f64]) -> Vec<f64> {
    to_picture(&bitmap_of(numbers)).into_iter().collect()
}

/// `pen, strokes` → the whole pad as a picture.
fn made_smaller(numbers: &[f64]) -> Vec<f64> {
    shrunk(&bitmap_of(numbers)).into_iter().collect()
}

/// `right, down, picture` → the picture moved by so many pixels. What leaves it is lost.
fn moved(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (right, down) = (input.number() as i32, input.number() as i32);
    let picture = input.list(64);
    let old = |row: i32, column: i32| match (row - down, column - right) {
        (row @ 0..8, column @ 0..8) => picture[(8 * row + column) as usize],
        _ => 0.0,
    };
    (0..64).map(|pixel| old(pixel / 8, pixel % 8)).collect()
}

/// What the network computes for a picture.
fn pass(picture: &[f64]) -> Forward {
    let row = Array2::from_shape_fn((1, 64), |(_, pixel)| picture[pixel]);
    forward(network(), &inputs(&row))
}

/// `picture` → the 32 hidden activations.
fn hidden(numbers: &[f64]) -> Vec<f64> {
    without_bias(&pass(numbers).h).iter().copied().collect()
}

/// `picture` → the ten probabilities.
fn probabilities(numbers: &[f64]) -> Vec<f64> {
    softmax_rows(&pass(numbers).logits).into_iter().collect()
}

/// `picture` → the digit that the network says.
fn answer(numbers: &[f64]) -> Vec<f64> {
    predicted(&pass(numbers).logits).into_iter().map(|class| class as f64).collect()
}

/// `neuron` → its 64 weights as a picture, row by row.
fn sees(numbers: &[f64]) -> Vec<f64> {
    what_it_sees(&network().w1, Input::new(numbers).count()).into_iter().collect()
}

/// `neuron, picture` → what the neuron adds to the logit of each digit: its weight there times its activation.
fn adds(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let column = input.count() + 1;
    let activation = pass(input.list(64)).h[[0, column]];
    network().w2.column(column).iter().map(|weight| weight * activation).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A 1 with a pen of 4, in the middle of the pad: `pen, 2 points, …`.
    const STROKE: [f64; 6] = [4.0, 2.0, 32.0, 20.0, 32.0, 44.0];

    #[test]
    fn a_stroke_leaves_as_much_ink_as_the_pen_is_wide() {
        let dots = bitmap_of(&STROKE);
        assert_eq!(dots.row(32).sum(), 4.0);
        // A half disc at each end.
        let ink = 4.0 * 24.0 + std::f64::consts::PI * 4.0;
        assert!((dots.sum() - ink).abs() < 1.0, "{} for {ink}", dots.sum());
        assert_eq!(bitmap_of(&[4.0]).sum(), 0.0);
    }

    #[test]
    fn strokes_are_drawn_one_by_one_and_not_joined() {
        let two = bitmap_of(&[2.0, 1.0, 8.0, 8.0, 1.0, 56.0, 56.0]);
        assert!(two[[8, 8]] > 0.7 && two[[56, 56]] > 0.7);
        assert_eq!(two[[32, 32]], 0.0);
    }

    #[test]
    fn what_is_cut_out_is_the_stroke_with_its_edges() {
        assert_eq!(cut(&STROKE), [18.0, 30.0, 46.0, 34.0]);
        assert_eq!(cut(&[4.0]), [0.0; 0]);
    }

    #[test]
    fn the_images_are_of_all_digits_and_most_are_read_rightly() {
        let images = images(&[]);
        let images: Vec<&[f64]> = images.chunks(65).collect();
        let right = images.iter().filter(|image| answer(&image[..64]) == image[64..]).count();
        assert!(images.len().is_multiple_of(10) && right * 10 >= images.len() * 7, "{right} of {}", images.len());
        let each = images.len() / 10;
        assert!(images.iter().enumerate().all(|(i, image)| image[64] == (i / each) as f64));
    }

    #[test]
    fn a_picture_moves_and_loses_what_leaves_it() {
        let picture: Vec<f64> = (0..64).map(f64::from).collect();
        let right_and_up = moved(&[&[1.0, -1.0], &picture[..]].concat());
        assert_eq!(right_and_up[..9], [0.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 0.0]);
        assert_eq!(right_and_up[56..], [0.0; 8]);
    }

    #[test]
    fn what_the_neurons_add_makes_the_logits_together_with_the_bias() {
        let picture = &images(&[])[..64];
        let neurons = (0..32).map(|j| adds(&[&[f64::from(j)], picture].concat())[3]);
        let logit = network().w2[[3, 0]] + neurons.sum::<f64>();
        assert!((logit - pass(picture).logits[[0, 3]]).abs() < 1e-12);
    }
}
