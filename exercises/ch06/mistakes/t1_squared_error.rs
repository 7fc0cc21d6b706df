//! Spoilers: wrong ways to write `squared_error` and its derivative, and the inputs that tell them apart. The tests use
//! them to name a mistake.

use checks::{Diagnosis, Random};

pub type Error = fn(f64, f64) -> f64;
type Inputs = (f64, f64);
type Property = (&'static str, fn(&Inputs) -> bool);

pub static SQUARED_ERROR: Diagnosis<(Error, Error), Error, Inputs> = Diagnosis {
    function: "squared_error",
    slot: |f| &mut f.0,
    right: |y_hat, y| (y_hat - y) * (y_hat - y),
    mistakes: &[
        ("the difference is not squared: E = (ŷ − y)²", |y_hat, y| y_hat - y),
        ("this is the difference y − ŷ, without a square: E = (ŷ − y)²", |y_hat, y| y - y_hat),
        ("this is the distance |ŷ − y|: square it", |y_hat, y| (y_hat - y).abs()),
        ("half of the squared error: this course writes E = (ŷ − y)², without the ½", |y_hat, y| {
            (y_hat - y).powi(2) / 2.0
        }),
        ("a quarter of the squared error: the difference is halved before it is squared", |y_hat, y| {
            ((y_hat - y) / 2.0).powi(2)
        }),
        ("this is |ŷ² − y²|: subtract first, then square", |y_hat, y| (y_hat * y_hat - y * y).abs()),
        (ERROR_CUT, |y_hat, y| (y_hat - y).powi(2).min(100.0)),
        (ERROR_CUT, |y_hat, y| (y_hat - y).clamp(-100.0, 100.0).powi(2)),
        ("twice the squared error: the factor 2 belongs to the derivative only", |y_hat, y| 2.0 * (y_hat - y).powi(2)),
        ("these are the squares' difference ŷ² − y²: subtract first, then square", |y_hat, y| {
            y_hat * y_hat - y * y
        }),
        ("this is y² − ŷ²: subtract first, then square", |y_hat, y| y * y - y_hat * y_hat),
        ("brackets: only y is squared. Write `(y_hat - y).powi(2)`", |y_hat, y| y_hat - y * y),
        ("brackets: only ŷ is squared. Write `(y_hat - y).powi(2)`", |y_hat, y| y_hat * y_hat - y),
        ("brackets: `y_hat - y * y_hat - y` multiplies first. Write `(y_hat - y) * (y_hat - y)`", |y_hat, y| {
            y_hat - y * y_hat - y
        }),
        ("this is the derivative 2(ŷ − y): the error itself is (ŷ − y)²", |y_hat, y| 2.0 * (y_hat - y)),
        ("the difference is doubled and then squared: leave the 2 out", |y_hat, y| (2.0 * (y_hat - y)).powi(2)),
        ("the difference is cubed: `powi(2)` is the square", |y_hat, y| (y_hat - y).powi(3)),
        ("the difference is squared twice: `powi(2)` once is enough", |y_hat, y| (y_hat - y).powi(4)),
        ("this is 2 to the power of the difference: `(y_hat - y).powi(2)` is the square", |y_hat, y| {
            2.0_f64.powf(y_hat - y)
        }),
        ("prediction and answer are added: the error is about their difference, ŷ − y", |y_hat, y| {
            (y_hat + y).powi(2)
        }),
        ("the prediction is multiplied by the answer: subtract them, then square", |y_hat, y| y_hat * y),
        ("the answer y is not used: square the difference ŷ − y", |y_hat, _| y_hat * y_hat),
        ("the prediction ŷ is not used: square the difference ŷ − y", |_, y| y * y),
        ("the error is relative to y: leave the division out, E = (ŷ − y)²", |y_hat, y| ((y_hat - y) / y).powi(2)),
        ("the error is negative: a square never is, leave the minus out", |y_hat, y| -(y_hat - y).powi(2)),
        ("the sign of the difference is put back: a square is never negative", |y_hat, y| {
            (y_hat - y) * (y_hat - y).abs()
        }),
        ("a prediction that is too small costs nothing: the square counts both sides", |y_hat, y| {
            (y_hat - y).max(0.0).powi(2)
        }),
        ("a prediction that is too large costs nothing: the square counts both sides", |y_hat, y| {
            (y_hat - y).min(0.0).powi(2)
        }),
        (
            "the square is written out as ŷ² − 2ŷy + y², whose digits cancel for large numbers: subtract first",
            |y_hat, y| y_hat * y_hat - 2.0 * y_hat * y + y * y,
        ),
        (
            "the middle term has lost its 2: (ŷ − y)² is ŷ² − 2ŷy + y². Subtract first, then square",
            |y_hat, y| y_hat * y_hat - y_hat * y + y * y,
        ),
        ("these are the squares added, ŷ² + y²: subtract first, then square", |y_hat, y| y_hat * y_hat + y * y),
        (DIGITS_AFTER, |y_hat, y| (y_hat - y).trunc().powi(2)),
        (DIGITS_AFTER, |y_hat, y| (y_hat - y).round().powi(2)),
        (DIGITS_AFTER, |y_hat, y| (y_hat.trunc() - y.trunc()).powi(2)),
        (DIGITS_AFTER, |y_hat, y| (y_hat - y).powi(2).trunc()),
        (ERROR_CUT, |y_hat, y| (y_hat - y).powi(2).min(1.0)),
        ("beyond a distance of 1 the error grows in a straight line: square every distance", |y_hat, y| {
            let distance = (y_hat - y).abs();
            if distance > 1.0 { 2.0 * distance - 1.0 } else { distance * distance }
        }),
        ("a small distance is taken for 0: no distance is too small to be squared", |y_hat, y| {
            if (y_hat - y).abs() < 1e-6 { 0.0 } else { (y_hat - y).powi(2) }
        }),
        ("a small distance is taken for 0: no distance is too small to be squared", |y_hat, y| {
            if (y_hat - y).abs() < 1e-9 { 0.0 } else { (y_hat - y).powi(2) }
        }),
        ("a small number is added to the square: a perfect prediction has an error of exactly 0", |y_hat, y| {
            (y_hat - y).powi(2) + 1e-8
        }),
    ],
    inputs,
    call: |error, (y_hat, y)| error(*y_hat, *y).into(),
    properties: PROPERTIES,
};

pub static SQUARED_ERROR_DERIVATIVE: Diagnosis<(Error, Error), Error, Inputs> = Diagnosis {
    function: "squared_error_derivative",
    slot: |f| &mut f.1,
    right: |y_hat, y| 2.0 * (y_hat - y),
    mistakes: &[
        ("the factor 2 is lost: the derivative of a square brings a 2 with it", |y_hat, y| y_hat - y),
        ("the sign is the other way round: a prediction that is too large has a positive slope", |y_hat, y| {
            -2.0 * (y_hat - y)
        }),
        ("factor and sign: this is y − ŷ, and the derivative is 2(ŷ − y)", |y_hat, y| y - y_hat),
        ("only ŷ is doubled: the difference needs brackets, `2.0 * (y_hat - y)`", |y_hat, y| 2.0 * y_hat - y),
        ("only y is doubled: the difference needs brackets, `2.0 * (y_hat - y)`", |y_hat, y| y_hat - 2.0 * y),
        ("this is the error itself: its derivative is 2(ŷ − y)", |y_hat, y| (y_hat - y).powi(2)),
        ("the square is still there: the derivative of v² is 2v, not 2v²", |y_hat, y| 2.0 * (y_hat - y).powi(2)),
        ("the sign is lost: a prediction that is too small has a negative slope", |y_hat, y| 2.0 * (y_hat - y).abs()),
        ("this is the distance |ŷ − y|: the derivative is 2(ŷ − y), with its sign", |y_hat, y| (y_hat - y).abs()),
        ("the exponent is brought down twice: 2(ŷ − y) has one factor 2", |y_hat, y| 4.0 * (y_hat - y)),
        ("the difference is halved: the exponent comes down as a factor 2", |y_hat, y| (y_hat - y) / 2.0),
        ("prediction and answer are added: the derivative is 2(ŷ − y)", |y_hat, y| 2.0 * (y_hat + y)),
        ("this is 2ŷy: the difference ŷ − y is doubled, not the product", |y_hat, y| 2.0 * y_hat * y),
        (MEASURED_SLOPE, |y_hat, y| measured(y_hat, y, 1e-3)),
        (MEASURED_SLOPE, |y_hat, y| measured(y_hat, y, 1e-4)),
        (MEASURED_SLOPE, |y_hat, y| measured(y_hat, y, 1e-5)),
        (MEASURED_SLOPE, |y_hat, y| measured(y_hat, y, 1e-6)),
        (SLOPE_CUT, |y_hat, y| (2.0 * (y_hat - y)).clamp(-10.0, 10.0)),
        (SLOPE_CUT, |y_hat, y| 2.0 * (y_hat - y).clamp(-10.0, 10.0)),
        (SLOPE_CUT, |y_hat, y| (2.0 * (y_hat - y)).clamp(-100.0, 100.0)),
        ("the answer y is not used: the derivative is 2(ŷ − y)", |y_hat, _| 2.0 * y_hat),
        ("the prediction ŷ is not used: the derivative is 2(ŷ − y)", |_, y| 2.0 * y),
        ("the prediction ŷ is not used: the derivative is 2(ŷ − y)", |_, y| -2.0 * y),
        ("the slope is the same everywhere: the inner derivative 1 is taken for the whole", |_, _| 1.0),
        ("the slope is always 2: multiply by the difference ŷ − y, too", |_, _| 2.0),
        (
            "this is the sign of the difference, the slope of |ŷ − y|: that of the square is 2(ŷ − y)",
            |y_hat, y| {
                if y_hat == y { 0.0 } else { (y_hat - y).signum() }
            },
        ),
        (
            "this is the sign of the difference, the slope of |ŷ − y|: that of the square is 2(ŷ − y)",
            |y_hat, y| (y_hat - y).signum(),
        ),
        ("a prediction that is too small has no slope: it has a negative one", |y_hat, y| 2.0 * (y_hat - y).max(0.0)),
        ("a prediction that is too large has no slope: it has a positive one", |y_hat, y| 2.0 * (y_hat - y).min(0.0)),
        (SLOPE_CUT, |y_hat, y| (2.0 * (y_hat - y)).clamp(-1.0, 1.0)),
        (SLOPE_CUT, |y_hat, y| 2.0 * (y_hat - y).clamp(-1.0, 1.0)),
        ("the slope is multiplied by y: the inner derivative of ŷ − y is 1", |y_hat, y| 2.0 * (y_hat - y) * y),
        ("the slope is multiplied by ŷ: the inner derivative of ŷ − y is 1", |y_hat, y| 2.0 * (y_hat - y) * y_hat),
        ("this is 2ŷ² − 2y²: the derivative of (ŷ − y)² is 2(ŷ − y)", |y_hat, y| {
            2.0 * y_hat * y_hat - 2.0 * y * y
        }),
        ("this is an integral, (ŷ − y)³/3: the derivative is 2(ŷ − y)", |y_hat, y| (y_hat - y).powi(3) / 3.0),
        (DIGITS_AFTER, |y_hat, y| 2.0 * (y_hat - y).trunc()),
        (DIGITS_AFTER, |y_hat, y| (2.0 * (y_hat - y)).trunc()),
        (DIGITS_AFTER, |y_hat, y| 2.0 * (y_hat - y).round()),
        ("a small difference is taken for 0: its slope is small, not 0", |y_hat, y| {
            if (y_hat - y).abs() < 1e-6 { 0.0 } else { 2.0 * (y_hat - y) }
        }),
        ("the slope is relative to y: leave the division out, the derivative is 2(ŷ − y)", |y_hat, y| {
            2.0 * (y_hat - y) / y
        }),
    ],
    inputs,
    call: |derivative, (y_hat, y)| derivative(*y_hat, *y).into(),
    properties: PROPERTIES,
};

const ERROR_CUT: &str = "the error is cut off: it grows without bound as the distance grows";
const DIGITS_AFTER: &str =
    "the digits after the point are lost: keep the numbers as `f64`, without `as i64` or `round`";
const MEASURED_SLOPE: &str = "a measured slope, (E(ŷ + h) − E(ŷ)) / h, is not exact: write 2(ŷ − y)";
const SLOPE_CUT: &str = "the slope is cut off: it grows with the distance, without bound";

/// The slope of a short line upwards from ŷ.
fn measured(y_hat: f64, y: f64, h: f64) -> f64 {
    ((y_hat + h - y).powi(2) - (y_hat - y).powi(2)) / h
}

fn inputs() -> Vec<Inputs> {
    let mut random = Random::seeded(1061);
    let mut inputs = vec![(5.0, 2.0), (-1.0, 2.0), (0.0, 0.0), (3.5, 3.5), (0.0, 2.5), (1.5, 0.0), (-2.5, -4.0)];
    inputs.extend([(0.3, 0.7), (0.9, -0.2), (1e8 + 1.0, 1e8), (-1e8 - 1.0, -1e8), (1e9 + 1.0, 1e9)]);
    inputs.extend([(1e-7, 0.0), (-3e-8, 0.0), (2e-10, 0.0), (-7e4, 31.0), (13.0, -2.0)]);
    inputs.extend([(-21.0, 9.5), (80.0, 12.0), (-302.0, 1.5), (5001.0, -4.0), (-22.0, 40.0), (8.5, -26.0)]);
    inputs.extend([0.5, 1.0, 3.0, 10.0, 50.0].map(|size| (size * random.number(), size * random.number())));
    inputs
}

const PROPERTIES: &[Property] = &[
    ("ŷ is smaller than y", |(y_hat, y)| y_hat < y),
    ("ŷ is larger than y", |(y_hat, y)| y_hat > y),
    ("y is 0", |(_, y)| *y == 0.0),
    ("y is negative", |(_, y)| *y < 0.0),
    ("ŷ is negative", |(y_hat, _)| *y_hat < 0.0),
    ("ŷ or y is negative", |(y_hat, y)| *y_hat < 0.0 || *y < 0.0),
    ("ŷ and y differ by more than 1", |(y_hat, y)| (y_hat - y).abs() > 1.0),
    ("ŷ and y differ by more than 10", |(y_hat, y)| (y_hat - y).abs() > 10.0),
    ("ŷ and y differ by more than 20", |(y_hat, y)| (y_hat - y).abs() > 20.0),
    ("ŷ and y differ by more than 50", |(y_hat, y)| (y_hat - y).abs() > 50.0),
    ("ŷ and y differ by more than 100", |(y_hat, y)| (y_hat - y).abs() > 100.0),
    ("ŷ and y differ by more than 1000", |(y_hat, y)| (y_hat - y).abs() > 1000.0),
    ("both numbers are large and close to each other", |(y_hat, y)| y.abs() > 1e7 && (y_hat - y).abs() < 10.0),
    ("ŷ and y differ by less than a millionth", |(y_hat, y)| (y_hat - y).abs() < 1e-6 && y_hat != y),
    ("ŷ − y is not a whole number", |(y_hat, y)| (y_hat - y).fract() != 0.0),
];
