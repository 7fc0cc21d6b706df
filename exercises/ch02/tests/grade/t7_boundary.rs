//! # Task 7: the decision boundary
//!
//! Write `boundary(w, x1)` in `src/decision.rs`. A neuron with two features cuts their plane in two by the line
//! `w₀ + w₁x₁ + w₂x₂ = 0`, on which it is undecided. Solve this equation for `x₂`. Every neuron has such a line,
//! whatever its activation function, and a single neuron can do only what one straight cut can do.

use ch02::boundary;
use checks::{Random, Task, assert_snapshot, given};
use datasets::{Iris, iris_two_species};
use ndarray::{Array1, array};
use std::fmt::Write;

const TASK: Task = Task { title: "The decision boundary", functions: &["boundary"], section: "The decision boundary" };

const SIGN: &str = "the sign is lost: w₀ + w₁x₁ moves to the other side of the equation, and its sign turns";
const BIAS: &str = "the bias is forgotten: w₀ belongs to the equation, too";
const SWAPPED: &str = "the features are swapped: x₁ is given, with its weight w₁, and x₂ is wanted";
const THRESHOLD: &str = "this is where the pre-activation is 0.5: a probability is cut at 0.5, a pre-activation at 0";

/// Weights for sepal length and petal length that a perceptron has found on the two species: scikit-learn 1.9.1,
/// `Perceptron(penalty=None, fit_intercept=False, shuffle=False, tol=None, max_iter=6)`. Task 9 finds them again.
fn learned() -> Array1<f64> {
    array![-2.0, -3.4, 9.1]
}

/// −7 + 2·3 + 4x₂ = 0 gives 4x₂ = 1.
#[test]
fn a_point_of_the_line_by_hand() {
    TASK.grade(2, || {
        let w = array![-7.0, 2.0, 4.0];
        given("w", &w)
            .and("x1", &3.0)
            .got(boundary(&w, 3.0))
            .mistake(-0.25, SIGN)
            .mistake(-1.5, BIAS)
            .mistake(-3.25, "the bias has the wrong sign: w₀ and w₁x₁ both move to the other side, −(w₀ + w₁x₁)")
            .mistake(3.25, "w₁x₁ has the wrong sign: w₀ and w₁x₁ both move to the other side, −(w₀ + w₁x₁)")
            .mistake(1.0, "the division by w₂ is missing: this is w₂x₂")
            .mistake(4.0, "this is multiplied by w₂: divide by it")
            .mistake(
                8.5,
                "the minus and the division each reach one term only: put the sum into parentheses, −(w₀ + w₁x₁) / w₂",
            )
            .mistake(5.5, "only one of the terms is divided by w₂: put the sum into parentheses, −(w₀ + w₁x₁) / w₂")
            .mistake(0.5, "divided by w₁: it is x₂ that is wanted, so w₂ is what it is multiplied with")
            .mistake(-2.5, SWAPPED)
            .mistake(0.375, THRESHOLD)
            .expect(0.25);
    });
}

/// Wherever the line is, the pre-activation is 0 on it.
#[test]
fn on_the_line_the_pre_activation_is_zero() {
    TASK.grade(1, || {
        for seed in 0..5 {
            let mut random = Random::seeded(270 + seed);
            let mut w = random.vector(3);
            w[2] += w[2].signum();
            let x1 = random.number();
            let line = -(w[0] + w[1] * x1) / w[2];
            given("w", &w)
                .and("x1", &x1)
                .got(boundary(&w, x1))
                .mistake(-line, SIGN)
                .mistake(line + w[0] / w[2], BIAS)
                .mistake(line + 0.5 / w[2], THRESHOLD)
                .expect_that("makes w₀ + w₁x₁ + w₂x₂ equal to 0", |x2| {
                    (w[0] + w[1] * x1 + w[2] * x2).abs() < 1e-12
                });
        }
    });
}

/// All weights times −3: the two sides change their answers, and the line stays where it is.
#[test]
fn the_line_does_not_move_when_all_weights_are_scaled() {
    TASK.grade(1, || {
        let w = array![1.0, 2.0, -4.0];
        let scaled = -3.0 * &w;
        for w in [w, scaled] {
            given("w", &w)
                .and("x1", &2.0)
                .got(boundary(&w, 2.0))
                .mistake(-1.25, SIGN)
                .mistake(1.0, BIAS)
                .mistake(3.5, SWAPPED)
                .expect(1.25);
        }
    });
}

/// All setosa (s) lie on one side of the line, all versicolor (v) on the other.
#[test]
fn the_line_runs_between_two_species() {
    TASK.grade(2, || {
        let Iris { features, species } = iris_two_species();
        let w = learned();
        // A row of the picture is a quarter of a centimetre high, a column a tenth wide.
        let place = |sepal: f64, petal: f64| {
            ((20.0 - (4.0 * petal).floor()).clamp(0.0, 16.0) as usize, (10.0 * sepal).round() as usize - 41)
        };
        let mut picture = [[' '; 31]; 17];
        for tenth in 41..=71 {
            let sepal = f64::from(tenth) / 10.0;
            let (row, column) = place(sepal, boundary(&w, sepal));
            picture[row][column] = '-';
        }
        for (flower, species) in features.rows().into_iter().zip(&species) {
            let (row, column) = place(flower[0], flower[2]);
            picture[row][column] = if *species == 0.0 { 's' } else { 'v' };
        }
        let mut text = String::from("petal length in cm, from\n");
        for (row, line) in picture.iter().enumerate() {
            let line: String = line.iter().collect();
            writeln!(text, "{:.2} |{}", (20 - row) as f64 / 4.0, line.trim_end()).unwrap();
        }
        text.push_str("sepal length from 4.1 cm at the left to 7.1 cm at the right");
        assert_snapshot!(text, @"
        petal length in cm, from
        5.00 |                   v      v
        4.75 |                  v   v    vv
        4.50 |             v vv  vvvvvvvv  v
        4.25 |              v      vvv vv
        4.00 |              vvvvvvv
        3.75 |           v  vv v
        3.50 |         v    vvv
        3.25 |        vv
        3.00 |          v
        2.75 |                           ----
        2.50 |                     ------
        2.25 |              -------
        2.00 |       -------
        1.75 |-------s  s
        1.50 |     sssssssss  s
        1.25 |   sssssssss ss
        1.00 |  s  s   s       s
        sepal length from 4.1 cm at the left to 7.1 cm at the right
        ");
    });
}
