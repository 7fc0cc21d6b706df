//! # Task 6: how large a step?
//!
//! Write `distance_factor(curvature, eta)` and `step_limit(a)` in `src/step_size.rs`. On a parabola each step
//! multiplies the distance from the bottom by one and the same factor, `1 − ηλ`. If the factor lies between −1 and 1,
//! descent arrives; if not, it runs away. A quadratic error of many weights is a parabola in each direction, and the
//! most strongly curved one sets the limit for all.

use ch05::{distance_factor, step_limit};
use checks::{Random, Task, assert_snapshot, given};
use datasets::{Hubble, hubble};
use ndarray::{Array1, Array2, array};
use std::fmt::Write;

const TASK: Task =
    Task { title: "How large a step?", functions: &["distance_factor", "step_limit"], section: "How large a step?" };

/// With curvature 2, a step of size 0.3 takes away 0.6 of the distance and leaves 0.4. One of size 1.2 leads to the other
/// side, and further away than before: 1 − 2.4 = −1.4.
#[test]
fn a_step_by_hand() {
    TASK.grade(1, || {
        given("curvature", &2.0)
            .and("eta", &0.3)
            .got(distance_factor(2.0, 0.3))
            .mistake(0.6, "this is the share that a step takes away: what it leaves is 1 − ηλ")
            .mistake(1.6, "this step goes up: the gradient is taken away, 1 − ηλ")
            .mistake(1.0 - 0.3, "the curvature is left out: the gradient of ½ λw² is λw")
            .mistake(1.0 - 0.6 * 2.0, "the curvature counts twice: the gradient of ½ λw² is λw")
            .mistake(0.16, "this is the factor of the error: the distance is asked for, 1 − ηλ")
            .expect(0.4);
        given("curvature", &2.0)
            .and("eta", &1.2)
            .got(distance_factor(2.0, 1.2))
            .mistake(1.4, "the sign is lost: a negative factor says that the step leads to the other side, 1 − ηλ")
            .expect(-1.4);
    });
}

/// The kinds of descent, told apart by the factor: the sign says whether it jumps to the other side, the size whether
/// it comes closer.
#[test]
fn the_factor_tells_how_the_descent_goes() {
    TASK.grade(1, || {
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
/// 2/7.
#[test]
fn a_limit_by_hand() {
    TASK.grade(2, || {
        let a = array![[6.0, 2.0], [2.0, 3.0]];
        given("a", &a)
            .of("step_limit")
            .got(step_limit(&a))
            .mistake(1.0 / 7.0, "this is 1/L, where a step leads to the bottom: the limit is twice that, 2/L")
            .mistake(7.0, "this is the largest curvature itself: the limit is 2/L")
            .mistake(3.5, "the fraction stands upside down: the limit is 2/L")
            .mistake(1.0, "this is the limit of the smallest curvature: the largest sets it for all")
            .mistake(2.0 / 6.0, "this is the largest entry of the diagonal: between the axes it curves more")
            .mistake(2.0 / 9.0, "this is the sum of all curvatures: the largest alone sets the limit")
            .mistake(2.0 / 8.0, "this is the largest sum of a row: the largest eigenvalue is smaller")
            .expect(2.0 / 7.0);
    });
}

/// A matrix with the curvatures λ along axes that are turned: H diag(λ) H with the reflection H = 1 − 2 vvᵀ/vᵀv.
fn turned(curvature: &Array1<f64>, v: &Array1<f64>) -> Array2<f64> {
    let k = v.len();
    let h = Array2::from_shape_fn((k, k), |(i, j)| f64::from(u8::from(i == j)) - 2.0 * v[i] * v[j] / v.dot(v));
    h.dot(&Array2::from_diag(curvature)).dot(&h)
}

/// Turning the axes changes every entry of the matrix and no curvature. Just below the limit a descent comes closer,
/// just above it runs away.
#[test]
fn on_both_sides_of_the_limit_a_descent_shows_it() {
    TASK.grade(1, || {
        for seed in 0..5 {
            let mut random = Random::seeded(560 + seed);
            let largest = 2.0 + random.number();
            let curvature = array![0.2, 0.5 * largest, largest, 0.1 * largest];
            let (a, start) = (turned(&curvature, &random.vector(4)), random.vector(4));
            let limit = step_limit(&a);
            given("a", &a)
                .of("step_limit")
                .got(limit)
                .mistake(1.0 / largest, "this is 1/L, where a step leads to the bottom: the limit is twice that, 2/L")
                .expect(2.0 / largest);
            let distance_after = |steps: usize, eta: f64| {
                let end = (0..steps).fold(start.clone(), |w, _| &w - eta * a.dot(&w));
                end.dot(&end).sqrt() / start.dot(&start).sqrt()
            };
            given("a", &a)
                .and("eta", &(0.95 * limit))
                .of("step_limit")
                .got(distance_after(200, 0.95 * limit))
                .expect_that("is below 0.01: just below the limit a descent arrives", |&d| d < 0.01);
            given("a", &a)
                .and("eta", &(1.05 * limit))
                .of("step_limit")
                .got(distance_after(200, 1.05 * limit))
                .expect_that("is above 100: just above the limit a descent runs away", |&d| d > 100.0);
        }
    });
}

/// The mean squared error of a line through Hubble's points is a quadratic of intercept and slope, with A = 2/n XᵀX.
/// Its limit, 0.491750835, was computed with NumPy 2.4.6 as 2 / max(numpy.linalg.eigvalsh(A)).
#[test]
fn hubbles_points_allow_a_step_of_half() {
    TASK.grade(1, || {
        let Hubble { distance, .. } = hubble();
        let (mean, mean_square) = (distance.sum() / 24.0, distance.dot(&distance) / 24.0);
        let a = array![[2.0, 2.0 * mean], [2.0 * mean, 2.0 * mean_square]];
        given("a", &a).of("step_limit").got(step_limit(&a)).within(1e-9, 0.0).expect(0.491_750_835_474);
    });
}
