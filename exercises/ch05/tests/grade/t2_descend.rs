//! # Task 2: the way down
//!
//! Write `descend(gradient, start, eta, steps)` in `src/descent.rs`: the step of task 1, again and again. At each new
//! point the gradient is asked for anew, since the ground is steeper here and flatter there. Keep every point, the
//! start included: from the whole way one can see whether the steps were too small or too large.

use ch05::descend;
use ch05_mistakes::t2_descend::{DESCEND, Descend};
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array1, Array2, array};
use std::fmt::Write;

const TASK: Task<Descend> = Task {
    title: "The way down",
    functions: &["descend"],
    section: "The way down",
    yours: descend,
    diagnoses: &[&DESCEND],
};

/// E(w) = w₁² + w₁w₂ + w₂² has the gradient (2w₁ + w₂, w₁ + 2w₂). At (4, 0) it is (8, 4), and a step with η = 1/4 leads
/// to (2, −1). There it is (3, 0), and the next step leads to (1.25, −1).
#[test]
fn a_descent_by_hand() {
    TASK.grade(2, |descend| {
        let start = array![4.0, 0.0];
        let gradient = |w: &Array1<f64>| array![2.0 * w[0] + w[1], w[0] + 2.0 * w[1]];
        let described = given("E(w) = w₁² + w₁w₂ + w₂²; start", &start).and("eta", &0.25).and("steps", &2_usize);
        described.got(descend(&gradient, &start, 0.25, 2)).expect(array![[4.0, 0.0], [2.0, -1.0], [1.25, -1.0]]);
    });
}

#[test]
fn without_steps_there_is_only_the_start() {
    TASK.grade(1, |descend| {
        let start = array![1.0, -2.0, 3.0];
        let got = descend(&|w| 2.0 * w, &start, 0.1, 0);
        given("start", &start).and("steps", &0_usize).got(got).expect(array![[1.0, -2.0, 3.0]]);
    });
}

/// On E(w) = ½ Σ λᵢ wᵢ² each step multiplies weight i by 1 − ηλᵢ, so after t steps it is (1 − ηλᵢ)ᵗ of what it was: it
/// becomes small or large, or is at the bottom in one step and stays there.
#[test]
fn on_a_quadratic_every_point_is_known_in_advance() {
    TASK.grade(1, |descend| {
        let (curvature, eta) = (array![0.6, 3.2, 10.0, 4.0], 0.25);
        for start in [array![1.5, -0.7, 2.0, 3.0], array![2e-30, 4e-30, -1e-30, 0.0], array![0.0, 0.0, 0.0, 4.0]] {
            let factor = |i: usize| 1.0_f64 - eta * curvature[i];
            let expected = Array2::from_shape_fn((21, 4), |(t, i)| factor(i).powi(t as i32) * start[i]);
            let got = descend(&|w| &curvature * w, &start, eta, 20);
            let described = given("E(w) = ½ Σ λᵢ wᵢ²; λ", &curvature).and("start", &start).and("eta", &eta);
            described.and("steps", &20_usize).got(got).within(1e-45, 1e-9).expect(expected);
        }
    });
}

/// Whatever the gradient, each row is one step away from the row before it. At the bottom, here at (3, −2), a step of
/// no length is a step too: the point is written down once more.
#[test]
fn each_point_follows_from_the_one_before() {
    TASK.grade(1, |descend| {
        let mut random = Random::seeded(56);
        let (mixed, bottom) = (random.matrix(2, 2), array![3.0, -2.0]);
        let gradient = |w: &Array1<f64>| mixed.dot(&(w - &bottom)).mapv(f64::tanh);
        for (start, eta) in [(bottom.clone(), 0.3), (2.0 * random.vector(2), 0.6), (random.vector(2), 1.7)] {
            let got = descend(&gradient, &start, eta, 8);
            let mut expected = Array2::zeros((9, 2));
            let mut w = start.clone();
            for t in 0..=8 {
                expected.row_mut(t).assign(&w);
                w = &w - eta * gradient(&w);
            }
            given("start", &start).and("eta", &eta).and("steps", &8_usize).got(got).expect(expected);
        }
    });
}

/// The two pictures of the lecture, as numbers: on the parabola E(w) = w² small steps crawl and large ones run away.
/// In between, one size jumps to and fro and still comes closer, and one is right.
#[test]
fn small_steps_crawl_and_large_ones_run_away() {
    TASK.grade(1, |descend| {
        let sizes = [0.05, 0.45, 0.95, 1.05];
        let ways = sizes.map(|eta| descend(&|w| 2.0 * w, &array![1.0], eta, 8));
        let mut table = String::from("step  η = 0.05  η = 0.45  η = 0.95  η = 1.05\n");
        for t in 0..=8 {
            write!(table, "{t:>4}").unwrap();
            for way in &ways {
                write!(table, "  {:>8.3}", way[[t, 0]]).unwrap();
            }
            table.push('\n');
        }
        assert_snapshot!(table, @"
        step  η = 0.05  η = 0.45  η = 0.95  η = 1.05
           0     1.000     1.000     1.000     1.000
           1     0.900     0.100    -0.900    -1.100
           2     0.810     0.010     0.810     1.210
           3     0.729     0.001    -0.729    -1.331
           4     0.656     0.000     0.656     1.464
           5     0.590     0.000    -0.590    -1.611
           6     0.531     0.000     0.531     1.772
           7     0.478     0.000    -0.478    -1.949
           8     0.430     0.000     0.430     2.144
        ");
    });
}
