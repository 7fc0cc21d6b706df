//! # Task 3: how large a step?
//!
//! Write `distance_factor(curvature, eta)` and `step_limit(a)` in `src/step_size.rs`. On a parabola each step
//! multiplies the distance from the bottom by one and the same factor, `1 − ηλ`. If the factor lies between −1 and 1,
//! descent arrives; if not, it runs away. A quadratic error of many weights is a parabola in each direction, and the
//! most strongly curved one sets the limit for all.

use ch05::{distance_factor, step_limit};
use ch05_mistakes::t3_step_limit::{Both, DISTANCE_FACTOR, STEP_LIMIT, turned};
use checks::{Random, Task, assert_snapshot, given};
use datasets::{Hubble, hubble};
use ndarray::array;
use std::fmt::Write;

const TASK: Task<Both> = Task {
    title: "How large a step?",
    functions: &["distance_factor", "step_limit"],
    section: "How large a step?",
    yours: (distance_factor, step_limit),
    diagnoses: &[&DISTANCE_FACTOR, &STEP_LIMIT],
};

/// With curvature 5, a step of size 0.1 takes away 0.5 of the distance and leaves 0.5. One of size 0.3 takes away 1.5,
/// so it leads to the other side; and one of size 0.7 further away than before: 1 − 3.5 = −2.5. Where the parabola is
/// flat, a step may be long, and a short one changes next to nothing; where it is steep, a long one leads far away.
#[test]
fn a_step_by_hand() {
    TASK.grade(1, |(distance_factor, _)| {
        let moderate = [(5.0, 0.1, 0.5), (5.0, 0.3, -0.5), (5.0, 0.7, -2.5)];
        for (curvature, eta, factor) in moderate.into_iter().chain([(0.2, 1e-6, 0.999_999_8), (3e4, 4.0, -119_999.0)]) {
            let got = distance_factor(curvature, eta);
            given("curvature", &curvature).and("eta", &eta).got(got).expect(factor);
        }
    });
}

/// The kinds of descent, told apart by the factor: the sign says whether it jumps to the other side, the size whether
/// it comes closer.
#[test]
fn the_factor_tells_how_the_descent_goes() {
    TASK.grade(1, |(distance_factor, _)| {
        let mut table = String::from("   η  factor  the descent\n");
        for eta in [0.01, 0.25, 0.5, 0.75, 1.25] {
            let factor = (distance_factor(2.0, eta) * 100.0).round() / 100.0 + 0.0;
            let kind = match factor {
                f if f < -1.0 => "runs away",
                f if f < 0.0 => "jumps to and fro, and arrives",
                0.0 => "is there in one step",
                f if f > 0.9 && f < 1.0 => "crawls",
                f if f < 1.0 => "arrives",
                _ => "goes up",
            };
            writeln!(table, "{eta:.2}  {factor:>6.2}  {kind}").unwrap();
        }
        assert_snapshot!(table, @"
           η  factor  the descent
        0.01    0.98  crawls
        0.25    0.50  arrives
        0.50    0.00  is there in one step
        0.75   -0.50  jumps to and fro, and arrives
        1.25   -1.50  runs away
        ");
    });
}

/// The matrix (6 2; 2 3) has the eigenvalues 7, in the direction (2, 1), and 2, in the direction (−1, 2). The limit is
/// 2/7. The steepest direction may be any: an axis, or one to which (1, 1) is at right angles.
#[test]
fn a_limit_by_hand() {
    TASK.grade(2, |(_, step_limit)| {
        for (a, largest) in [
            (array![[6.0, 2.0], [2.0, 3.0]], 7.0),
            (array![[5.0, -3.0], [-3.0, 5.0]], 8.0),
            (array![[1.5, -1.5], [-1.5, 1.5]], 3.0),
            (array![[0.1, 0.0, 0.0], [0.0, 0.4, 0.0], [0.0, 0.0, 0.3]], 0.4),
            (array![[40.0]], 40.0),
            (array![[1e-6, 0.0], [0.0, 1e-9]], 1e-6),
        ] {
            given("a", &a).of("step_limit").got(step_limit(&a)).expect(2.0 / largest);
        }
    });
}

/// Turning the axes changes every entry of the matrix and no curvature. Just below the limit a descent comes closer,
/// just above it runs away.
#[test]
fn on_both_sides_of_the_limit_a_descent_shows_it() {
    TASK.grade(1, |(_, step_limit)| {
        for seed in 0..5 {
            let mut random = Random::seeded(560 + seed);
            let largest = 2.0 + random.number();
            let curvature = array![0.2, 0.5 * largest, largest, 0.1 * largest];
            let (a, start) = (turned(&curvature, &random.vector(4)), random.vector(4));
            let limit = step_limit(&a);
            given("a", &a).of("step_limit").got(limit).expect(2.0 / largest);
            let distance_after_200_steps = |eta: f64| {
                let end = (0..200).fold(start.clone(), |w, _| &w - eta * a.dot(&w));
                end.dot(&end).sqrt() / start.dot(&start).sqrt()
            };
            let described = |eta: f64| given("a", &a).and("eta", &eta).of("step_limit");
            let (below, above) = (0.95 * limit, 1.05 * limit);
            let got = described(below).got(distance_after_200_steps(below));
            got.expect_that("is below 0.01: just below the limit a descent arrives", |&d| d < 0.01);
            let got = described(above).got(distance_after_200_steps(above));
            got.expect_that("is above 100: just above the limit a descent runs away", |&d| d > 100.0);
        }
    });
}

/// The mean squared error of a line through Hubble's points is a quadratic of intercept and slope, with A = 2/n XᵀX.
/// Its limit, 0.491750835, was computed with NumPy 2.4.6 as 2 / max(numpy.linalg.eigvalsh(A)).
#[test]
fn hubbles_points_allow_a_step_of_half() {
    TASK.grade(1, |(_, step_limit)| {
        let Hubble { distance, .. } = hubble();
        let (mean, mean_square) = (distance.sum() / 24.0, distance.dot(&distance) / 24.0);
        let a = array![[2.0, 2.0 * mean], [2.0 * mean, 2.0 * mean_square]];
        given("a", &a).of("step_limit").got(step_limit(&a)).within(1e-9, 0.0).expect(0.491_750_835_474);
    });
}
