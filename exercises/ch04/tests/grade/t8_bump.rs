//! # Task 8: two sigmoids make a bump
//!
//! Write `soft_step(x, edge, steepness)` and `bump(x, left, right, height, steepness)` in `src/approximator.rs`. A
//! steep sigmoid is a step; a step up and a step down are a bump. The bump is what the next task builds curves of.

use ch04::{bump, soft_step};
use ch04_mistakes::t8_bump::{BUMP, Bump, SOFT_STEP, SoftStep, sigmoid};
use checks::{Random, Task, assert_snapshot, given};
use std::fmt::Write;

const TASK: Task<(SoftStep, Bump)> = Task {
    title: "Two sigmoids make a bump",
    functions: &["soft_step", "bump"],
    section: "Two sigmoids make a bump",
    yours: (soft_step, bump),
    diagnoses: &[&SOFT_STEP, &BUMP],
};

/// At x = 0.5, a fifth to the right of the edge at 0.3, with steepness 10: σ(10 · 0.2) = σ(2).
#[test]
fn a_step_by_hand() {
    TASK.grade(1, |(soft_step, _)| {
        let (x, edge, steepness) = (0.5, 0.3, 10.0);
        let step = soft_step(x, edge, steepness);
        given("x", &x).and("edge", &edge).and("steepness", &steepness).of("soft_step").got(step).expect(sigmoid(2.0));
    });
}

/// Half-way up at the edge; so steep a step is 0 or 1 everywhere else, and never NaN.
#[test]
fn a_very_steep_step_is_a_jump() {
    TASK.grade(1, |(soft_step, _)| {
        let (edge, steepness) = (0.5, 1e6);
        for (x, expected) in [(-1000.0, 0.0), (0.4999, 0.0), (0.5, 0.5), (0.5001, 1.0), (1000.0, 1.0)] {
            let step = soft_step(x, edge, steepness);
            given("x", &x).and("edge", &edge).and("steepness", &steepness).of("soft_step").got(step).expect(expected);
        }
    });
}

/// A sigmoid never quite arrives: some way from the edge at −1, a little is left of 0 and missing from 1.
#[test]
fn a_soft_step_has_long_tails() {
    TASK.grade(1, |(soft_step, _)| {
        let (edge, steepness) = (-1.0, 2.5);
        for distance in [-10.0, -8.0, -6.4, -4.8, -3.2, -1.6, -0.4, 0.4, 1.6, 3.2, 4.8, 6.4, 8.0] {
            let x = edge + distance;
            let (step, expected) = (soft_step(x, edge, steepness), sigmoid(2.5 * distance));
            given("x", &x).and("edge", &edge).and("steepness", &steepness).of("soft_step").got(step).expect(expected);
        }
    });
}

/// At x = 2.5 between the edges 1 and 3, with steepness 2: the step up has reached σ(3), the step down σ(−1), and the
/// bump is 5 times the difference.
#[test]
fn both_steps_make_a_bump_by_hand() {
    TASK.grade(2, |(_, bump)| {
        let (x, left, right, height, steepness) = (2.5, 1.0, 3.0, 5.0, 2.0);
        let inputs = given("x", &x).and("left", &left).and("right", &right).and("height", &height);
        let inputs = inputs.and("steepness", &steepness).of("bump");
        inputs.got(bump(x, left, right, height, steepness)).expect(5.0 * (sigmoid(3.0) - sigmoid(-1.0)));
    });
}

/// A bump that ends where the next one of the same height begins makes one wide bump with it: the inner steps cancel.
#[test]
fn neighbours_of_one_height_melt_into_one() {
    TASK.grade(1, |(_, bump)| {
        let mut random = Random::seeded(48);
        for _ in 0..4 {
            let (x, middle, height) = (random.number(), 0.5 * random.number(), random.number());
            let both = bump(x, -1.0, middle, height, 7.0) + bump(x, middle, 1.0, height, 7.0);
            let expected = height * (sigmoid(7.0 * (x + 1.0)) - sigmoid(7.0 * (x - 1.0)));
            given("x", &x).and("middle", &middle).and("height", &height).of("bump").got(both).expect(expected);
        }
    });
}

/// A negative height makes a dent: the same bump, upside down. A height of 0 makes nothing, and one of 1e-30
/// next to nothing.
#[test]
fn a_bump_may_be_a_dent() {
    TASK.grade(1, |(_, bump)| {
        for (x, height) in [(-0.2, -3.0), (0.5, -3.0), (1.4, -3.0), (2.5, -3.0), (0.5, 0.0), (0.5, 0.25)] {
            let expected = height * (sigmoid(4.0 * x) - sigmoid(4.0 * (x - 1.0)));
            let dent = bump(x, 0.0, 1.0, height, 4.0);
            given("x", &x).and("height", &height).of("bump").got(dent).expect(expected);
        }
        for height in [1e-30, 1e30] {
            let share = bump(0.5, 0.0, 1.0, height, 4.0) / height;
            let expected = sigmoid(2.0) - sigmoid(-2.0);
            given("x", &0.5).and("height", &height).of("bump").got(share).derived("bump / height").expect(expected);
        }
    });
}

/// A bump from 1 to 3, 5 high, the sides ever steeper: where they are wider than the bump, it does not reach its
/// height.
#[test]
fn the_steeper_its_sides_the_more_a_bump_looks_like_a_box() {
    TASK.grade(1, |(_, bump)| {
        let mut table = String::from("   x    s = 1    s = 4   s = 50\n");
        for x in [0.0, 0.5, 0.9, 1.0, 1.1, 1.5, 2.0, 2.5, 2.9, 3.0, 3.1, 3.5, 4.0] {
            write!(table, "{x:>4.1}").unwrap();
            for steepness in [1.0, 4.0, 50.0] {
                let height = bump(x, 1.0, 3.0, 5.0, steepness);
                let expected = 5.0 * (sigmoid(steepness * (x - 1.0)) - sigmoid(steepness * (x - 3.0)));
                given("x", &x).and("steepness", &steepness).of("bump").got(height).expect(expected);
                write!(table, "   {:>6.2}", height.abs()).unwrap();
            }
            table.push('\n');
        }
        assert_snapshot!(table, @"
           x    s = 1    s = 4   s = 50
         0.0     1.11     0.09     0.00
         0.5     1.51     0.60     0.00
         0.9     1.83     2.01     0.03
         1.0     1.90     2.50     2.50
         1.1     1.97     2.99     4.97
         1.5     2.20     4.39     5.00
         2.0     2.31     4.82     5.00
         2.5     2.20     4.39     5.00
         2.9     1.97     2.99     4.97
         3.0     1.90     2.50     2.50
         3.1     1.83     2.01     0.03
         3.5     1.51     0.60     0.00
         4.0     1.11     0.09     0.00
        ");
    });
}
