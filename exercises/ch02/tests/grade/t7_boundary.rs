//! # Task 7: the decision boundary
//!
//! Write `boundary(w, x1)` in `src/decision.rs`. A neuron with two features cuts their plane in two by the line
//! `w₀ + w₁x₁ + w₂x₂ = 0`, on which it is undecided. Solve this equation for `x₂`. Every neuron has such a line,
//! whatever its activation function, and a single neuron can do only what one straight cut can do.

use ch02::boundary;
use ch02_mistakes::t7_boundary::{BOUNDARY, Boundary};
use checks::{Random, Task, assert_snapshot, given};
use datasets::{Iris, iris_two_species};
use ndarray::{Array1, array};
use std::fmt::Write;

const TASK: Task<Boundary> = Task {
    title: "The decision boundary",
    functions: &["boundary"],
    section: "The decision boundary",
    yours: boundary,
    diagnoses: &[&BOUNDARY],
};

/// −7 + 2·3 + 4x₂ = 0 gives 4x₂ = 1; without the 2·3, at x₁ = 0, it is 7.
#[test]
fn a_point_of_the_line_by_hand() {
    TASK.grade(2, |boundary| {
        let w = array![-7.0, 2.0, 4.0];
        given("w", &w).and("x1", &3.0).got(boundary(&w, 3.0)).expect(0.25);
        given("w", &w).and("x1", &0.0).got(boundary(&w, 0.0)).expect(1.75);
    });
}

/// Wherever the line is, the pre-activation is 0 on it.
#[test]
fn on_the_line_the_pre_activation_is_zero() {
    TASK.grade(1, |boundary| {
        for seed in 0..5 {
            let mut random = Random::seeded(270 + seed);
            let mut w = random.vector(3);
            w[2] += w[2].signum();
            let x1 = random.number();
            let words = "makes w₀ + w₁x₁ + w₂x₂ equal to 0";
            let check = given("w", &w).and("x1", &x1).got(boundary(&w, x1));
            check.expect_that(words, |x2| (w[0] + w[1] * x1 + w[2] * x2).abs() < 1e-12);
        }
    });
}

/// All weights times −3: the two sides change their answers, and the line stays where it is.
#[test]
fn the_line_does_not_move_when_all_weights_are_scaled() {
    TASK.grade(1, |boundary| {
        let w = array![1.0, 2.0, -4.0];
        for w in [-3.0 * &w, 1e9 * &w, 1e-9 * &w, w] {
            given("w", &w).and("x1", &2.0).got(boundary(&w, 2.0)).expect(1.25);
        }
    });
}

/// However small w₂ is, the line has one x₂ for each x₁; only with w₂ = 0 it is vertical. A line needs three numbers.
#[test]
fn only_a_vertical_line_has_no_single_point() {
    TASK.grade(1, |boundary| {
        let lines =
            [(array![0.0, 3.0, -1e-300], 6e300), (array![-5.0, 0.0, 1e-9], 5e9), (array![-4e-20, 0.0, 2.0], 2e-20)];
        for (w, x2) in lines {
            given("w", &w).and("x1", &2.0).got(boundary(&w, 2.0)).within(0.0, 1e-9).expect(x2);
        }
        for w2 in [0.0, -0.0] {
            let w = array![1.0, 2.0, w2];
            given("w", &w).and("x1", &3.0).expect_panic("w₂ is 0", || boundary(&w, 3.0));
        }
        for w in [array![1.0, 2.0], array![1.0, 2.0, 4.0, 3.0]] {
            given("w", &w).and("x1", &3.0).expect_panic("w does not have three entries", || boundary(&w, 3.0));
        }
    });
}

/// All setosa (s) lie on one side of the line, all versicolor (v) on the other.
#[test]
fn the_line_runs_between_two_species() {
    TASK.grade(2, |boundary| {
        let Iris { features, species } = iris_two_species();
        let mut picture = [[' '; 31]; 17];
        for tenth in 41..=71 {
            let sepal = f64::from(tenth) / 10.0;
            let (row, column) = place(sepal, boundary(&learned(), sepal));
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

/// Weights for sepal length and petal length that a perceptron has found on the two species: scikit-learn 1.9.1,
/// `Perceptron(penalty=None, fit_intercept=False, shuffle=False, tol=None, max_iter=6)`. Task 9 finds them again.
fn learned() -> Array1<f64> {
    array![-2.0, -3.4, 9.1]
}

/// Row and column of the picture: a row is a quarter of a centimetre high, a column a tenth wide.
fn place(sepal: f64, petal: f64) -> (usize, usize) {
    ((20.0 - (4.0 * petal).floor()).clamp(0.0, 16.0) as usize, (10.0 * sepal).round() as usize - 41)
}
