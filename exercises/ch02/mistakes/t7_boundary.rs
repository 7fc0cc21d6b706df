//! Spoilers: wrong ways to write `boundary`, and the inputs that tell them apart. The tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, array};

pub type Boundary = fn(&Array1<f64>, f64) -> f64;
type Inputs = (Array1<f64>, f64);

pub static BOUNDARY: Diagnosis<Boundary, Boundary, Inputs> = Diagnosis {
    function: "boundary",
    slot: |f| f,
    right: |w, x1| {
        assert_eq!(w.len(), 3);
        assert_ne!(w[2], 0.0);
        line(w, x1)
    },
    mistakes: &[
        ("the sign is lost: w₀ + w₁x₁ moves to the other side of the equation, and its sign turns", |w, x1| {
            -line(w, x1)
        }),
        ("the bias is forgotten: w₀ belongs to the equation, too", |w, x1| -w[1] * x1 / w[2]),
        (
            "the bias is forgotten, and so is the sign: this is w₁x₁/w₂, and −(w₀ + w₁x₁)/w₂ is wanted",
            |w, x1| w[1] * x1 / w[2],
        ),
        ("w₁x₁ is forgotten: it belongs to the equation, too", |w, _| -w[0] / w[2]),
        (
            "the bias has the wrong sign: w₀ and w₁x₁ both move to the other side, −(w₀ + w₁x₁)",
            |w, x1| (w[0] - w[1] * x1) / w[2],
        ),
        (
            "w₁x₁ has the wrong sign: w₀ and w₁x₁ both move to the other side, −(w₀ + w₁x₁)",
            |w, x1| (w[1] * x1 - w[0]) / w[2],
        ),
        ("the division by w₂ is missing: this is w₂x₂", |w, x1| -(w[0] + w[1] * x1)),
        (
            "the division by w₂ is missing, and the sign: this is w₀ + w₁x₁, and −(w₀ + w₁x₁)/w₂ is wanted",
            |w, x1| w[0] + w[1] * x1,
        ),
        ("this is multiplied by w₂: divide by it", |w, x1| -(w[0] + w[1] * x1) * w[2]),
        ("w₂ is taken away: what x₂ is multiplied by goes over as a division", |w, x1| -(w[0] + w[1] * x1) - w[2]),
        (
            "w₁x₁ and w₂ are added below: only w₂ stands with x₂, so x₂ = −(w₀ + w₁x₁) / w₂",
            |w, x1| -w[0] / (w[1] * x1 + w[2]),
        ),
        ("the fraction is upside down: it is −(w₀ + w₁x₁) / w₂", |w, x1| -w[2] / (w[0] + w[1] * x1)),
        ("only w₁x₁ is divided by w₂: put the sum into parentheses, −(w₀ + w₁x₁) / w₂", |w, x1| {
            -w[0] - w[1] * x1 / w[2]
        }),
        ("only w₀ is divided by w₂: put the sum into parentheses, −(w₀ + w₁x₁) / w₂", |w, x1| {
            -w[0] / w[2] - w[1] * x1
        }),
        ("the minus and the division each reach one term only: parentheses, −(w₀ + w₁x₁) / w₂", |w, x1| {
            -w[0] + w[1] * x1 / w[2]
        }),
        ("the minus and the division reach w₀ only: parentheses, −(w₀ + w₁x₁) / w₂", |w, x1| {
            -w[0] / w[2] + w[1] * x1
        }),
        ("only w₁x₁ is divided, and the minus is missing: parentheses, −(w₀ + w₁x₁) / w₂", |w, x1| {
            w[0] + w[1] * x1 / w[2]
        }),
        ("only w₀ is divided, and the minus is missing: parentheses, −(w₀ + w₁x₁) / w₂", |w, x1| {
            w[0] / w[2] + w[1] * x1
        }),
        ("only w₁x₁ is divided, and has the wrong sign: parentheses, −(w₀ + w₁x₁) / w₂", |w, x1| {
            w[0] - w[1] * x1 / w[2]
        }),
        ("divided by w₁: it is x₂ that is wanted, so w₂ is what it is multiplied with", |w, x1| {
            -(w[0] + w[1] * x1) / w[1]
        }),
        ("divided by w₀: it is x₂ that is wanted, so divide by w₂, which is `w[2]`", |w, x1| {
            -(w[0] + w[1] * x1) / w[0]
        }),
        ("divided by x₁: it is x₂ that is wanted, so divide by w₂", |w, x1| -(w[0] + w[1] * x1) / x1),
        ("divided by w₁ + w₂: only w₂ stands with x₂", |w, x1| -(w[0] + w[1] * x1) / (w[1] + w[2])),
        ("the features are swapped: x₁ is given, with its weight w₁, and x₂ is wanted", |w, x1| {
            -(w[0] + w[2] * x1) / w[1]
        }),
        ("x₁ is multiplied by w₂: its own weight is w₁", |w, x1| -(w[0] + w[2] * x1) / w[2]),
        ("w₂ is in the sum as it is: there it stands with x₂, which is wanted", |w, x1| {
            -(w[0] + w[1] * x1 + w[2]) / w[2]
        }),
        ("w₂ is taken away: what x₂ is multiplied by goes over as a division", |w, x1| w[0] + w[1] * x1 - w[2]),
        ("w₁ is forgotten: x₁ comes with its weight", |w, x1| -(w[0] + x1) / w[2]),
        ("w₁ and x₁ are added: multiply them", |w, x1| -(w[0] + w[1] + x1) / w[2]),
        ("the bias is multiplied by x₁ too: only w₁ stands with it", |w, x1| -(w[0] + w[1]) * x1 / w[2]),
        ("the bias stands last: it is w₀, `w[0]`, and the weights are `w[1]` and `w[2]`", |w, x1| {
            -(w[2] + w[0] * x1) / w[1]
        }),
        ("w₀ and w₁ have changed places: the bias is `w[0]`, and `w[1]` stands with x₁", |w, x1| {
            -(w[1] + w[0] * x1) / w[2]
        }),
        ("w₀ and w₂ have changed places: the bias is `w[0]`, and `w[2]` stands with x₂", |w, x1| {
            -(w[2] + w[1] * x1) / w[0]
        }),
        ("x₁ is not used: the line rises or falls with it", |w, _| -(w[0] + w[1]) / w[2]),
        ("this is the slope of the line alone: x₂ = −(w₀ + w₁x₁) / w₂", |w, _| -w[1] / w[2]),
        ("this is w₁/w₂, the slope with the wrong sign: x₂ = −(w₀ + w₁x₁) / w₂", |w, _| w[1] / w[2]),
        ("this is w₀/w₂: the equation is w₀ + w₁x₁ + w₂x₂ = 0", |w, _| w[0] / w[2]),
        ("this is where the pre-activation is 0.5: a probability is cut at 0.5, a pre-activation at 0", |w, x1| {
            (0.5 - w[0] - w[1] * x1) / w[2]
        }),
        ("this is where the pre-activation is 1: on the boundary it is 0", |w, x1| (1.0 - w[0] - w[1] * x1) / w[2]),
        ("this is where the pre-activation is −1: on the boundary it is 0", |w, x1| (-1.0 - w[0] - w[1] * x1) / w[2]),
        ("this is the pre-activation at x₂ = 1: wanted is the x₂ at which it is 0", |w, x1| {
            w[0] + w[1] * x1 + w[2]
        }),
        ("this is the pre-activation at x₂ = x₁: wanted is the x₂ at which it is 0", |w, x1| {
            w[0] + (w[1] + w[2]) * x1
        }),
        ("the answer is x₁: wanted is the x₂ that belongs to it", |_, x1| x1),
        ("the answer is always 0: solve w₀ + w₁x₁ + w₂x₂ = 0 for x₂", |_, _| 0.0),
        ("this is a distance from the line: x₂ is divided by w₂, not by the length of the weights", |w, x1| {
            -(w[0] + w[1] * x1) / w[1].hypot(w[2])
        }),
        ("this is a distance from the line: wanted is x₂, −(w₀ + w₁x₁) / w₂", |w, x1| {
            (w[0] + w[1] * x1) / w[1].hypot(w[2])
        }),
        ("the sign of w₂ is lost: divide by w₂ as it is", |w, x1| -(w[0] + w[1] * x1) / w[2].abs()),
        ("the sign of x₂ is lost: it may be negative", |w, x1| line(w, x1).abs()),
        ("the sign of x₁ is lost: it may be negative", |w, x1| line(w, x1.abs())),
        (LARGE_X, |w, x1| line(w, x1).clamp(-10.0, 10.0)),
        (LARGE_X, |w, x1| line(w, x1).clamp(-100.0, 100.0)),
        (LARGE_X, |w, x1| line(w, x1).clamp(-1000.0, 1000.0)),
        ("a negative x₂ is cut off at 0: the line goes on below 0", |w, x1| line(w, x1).max(0.0)),
        ("x₂ is rounded to a few digits: keep it as it is", |w, x1| (100.0 * line(w, x1)).round() / 100.0),
        (X_ROUNDED, |w, x1| line(w, x1).trunc()),
        (X_ROUNDED, |w, x1| line(w, x1).round()),
        (X_ROUNDED, |w, x1| line(w, x1).floor()),
        (X_ROUNDED, |w, x1| f64::from(line(w, x1) as i32)),
        ("x₁ is squared: it stands alone in w₁x₁", |w, x1| -(w[0] + w[1] * x1 * x1) / w[2]),
        ("half of x₂: divide by w₂ alone", |w, x1| line(w, x1) / 2.0),
        (SMALL_NUMBER, |w, x1| -(w[0] + w[1] * x1) / (w[2] + 1e-6)),
        (SMALL_NUMBER, |w, x1| -(w[0] + w[1] * x1) / (w[2] + 1e-9)),
        (SMALL_NUMBER, |w, x1| -(w[0] + w[1] * x1) / (w[2] + 1e-12)),
        (W_NEAR, |w, x1| refused_up_to(1e-3, w, x1)),
        (W_NEAR, |w, x1| refused_up_to(1e-6, w, x1)),
        (W_NEAR, |w, x1| refused_up_to(1e-9, w, x1)),
        (W_NEAR, |w, x1| refused_up_to(1e-12, w, x1)),
        (W_NEAR, |w, x1| refused_up_to(f64::EPSILON, w, x1)),
        ("a negative w₂ is refused: only with 0 the line is vertical", |w, x1| {
            assert!(w[2] > 0.0);
            line(w, x1)
        }),
        ("a bias of 0 is refused: only w₂ may not be 0", |w, x1| {
            assert_ne!(w[0], 0.0);
            line(w, x1)
        }),
        ("a w₁ of 0 is refused: only w₂ may not be 0", |w, x1| {
            assert_ne!(w[1], 0.0);
            line(w, x1)
        }),
        ("`w[3]` does not exist: the three numbers are `w[0]`, `w[1]` and `w[2]`", |w, x1| -(w[1] + w[2] * x1) / w[3]),
        ("with w₂ = 0 it should panic, and not divide: keep the `assert_ne!` of the stub", |w, x1| {
            assert_eq!(w.len(), 3);
            line(w, x1)
        }),
        ("a w of another length than 3 should panic: keep the `assert_eq!` of the stub", |w, x1| {
            assert_ne!(w[2], 0.0);
            line(w, x1)
        }),
        ("both panics of the documentation are missing: keep the two asserts of the stub", line),
    ],
    inputs: || {
        let mut random = Random::seeded(1027);
        let mut inputs = vec![
            (array![-7.0, 2.0, 4.0], 3.0),
            (array![1.0, 2.0, -4.0], 2.0),
            (array![-6.0, 2.0, 4.0], 3.0),
            (array![-2.0, -3.4, 9.1], 5.2),
            (array![0.0, 3.0, 5.0], 1.5),
            (array![0.0, -3.0, 2.0], -0.7),
            (array![4.0, 0.0, 3.0], 2.5),
            (array![-2.5, 0.0, -0.7], -1.2),
            (array![5.0, 3.0, 2.0], 0.0),
            (array![-1.5, 0.4, -3.0], 0.0),
            (array![0.7, 2.0, 3e-4], 1.1),
            (array![0.7, 2.0, -3e-4], 1.1),
            (array![0.3, 1.7, 3e-7], 2.1),
            (array![0.3, -1.7, -4e-7], -1.4),
            (array![0.6, 1.4, 3e-10], 1.3),
            (array![-0.6, 1.4, -3e-10], 2.3),
            (array![0.9, 1.2, 3e-13], 1.6),
            (array![0.9, -1.2, -3e-13], 2.6),
            (array![0.9, 1.2, 3e-17], 1.7),
            (array![0.4, -1.3, -3e-17], 1.9),
            (array![1e9, 2e8, 3e8], 70.0),
            (array![1.0, 2.0, 0.0], 3.0),
            (array![1.0, 2.0, -0.0], 3.0),
            (array![1.0, 2.0], 3.0),
            (array![1.0, 2.0, 3.0, 4.0], 3.0),
            (array![], 3.0),
        ];
        inputs.extend((0..6).map(|_| (3.0 * random.vector(3), 4.0 * random.number())));
        inputs
    },
    call: |boundary, (w, x1)| boundary(w, *x1).into(),
    properties: &[
        ("w₂ is negative", |(w, _)| w.len() > 2 && w[2] < 0.0),
        ("w₂ is 0", |(w, _)| w.len() > 2 && w[2] == 0.0),
        ("w does not have three entries", |(w, _)| w.len() != 3),
        ("w₂ is smaller than 0.01 in size", |(w, _)| smaller(w, 1e-2)),
        ("w₂ is smaller than 1e−5 in size", |(w, _)| smaller(w, 1e-5)),
        ("w₂ is smaller than 1e−8 in size", |(w, _)| smaller(w, 1e-8)),
        ("w₂ is smaller than 1e−14 in size", |(w, _)| smaller(w, 1e-14)),
        ("w₂ is smaller than 1e−11 in size", |(w, _)| smaller(w, 1e-11)),
        ("w₀ is 0", |(w, _)| w.first() == Some(&0.0)),
        ("w₁ is 0", |(w, _)| w.get(1) == Some(&0.0)),
        ("x₁ is 0", |(_, x1)| *x1 == 0.0),
        ("x₁ is negative", |(_, x1)| *x1 < 0.0),
        ("w₁ is negative", |(w, _)| w.get(1).is_some_and(|&w1| w1 < 0.0)),
        ("w₀ is negative", |(w, _)| w.first().is_some_and(|&w0| w0 < 0.0)),
        ("x₂ is negative", |(w, x1)| w.len() > 2 && line(w, *x1) < 0.0),
        ("x₂ is more than 1000", |(w, x1)| w.len() > 2 && line(w, *x1) > 1e3),
        ("x₂ is less than −1000", |(w, x1)| w.len() > 2 && line(w, *x1) < -1e3),
        ("x₂ is more than 1000 in size", |(w, x1)| w.len() > 2 && line(w, *x1).abs() > 1e3),
    ],
};

const LARGE_X: &str = "a large x₂ is cut off: a line goes on without end";
const X_ROUNDED: &str = "x₂ is rounded or cut to a whole number: keep it as it is";
const SMALL_NUMBER: &str = "a small number is added to w₂: divide by w₂ as it is";
const W_NEAR: &str = "a w₂ near 0 is refused: only with 0 itself the line is vertical";

fn line(w: &Array1<f64>, x1: f64) -> f64 {
    -(w[0] + w[1] * x1) / w[2]
}

fn refused_up_to(limit: f64, w: &Array1<f64>, x1: f64) -> f64 {
    assert_eq!(w.len(), 3);
    assert!(w[2].abs() > limit);
    line(w, x1)
}

fn smaller(w: &Array1<f64>, limit: f64) -> bool {
    w.get(2).is_some_and(|w2| w2.abs() < limit)
}
