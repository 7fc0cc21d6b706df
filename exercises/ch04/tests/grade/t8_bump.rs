//! # Task 8: two sigmoids make a bump
//!
//! Write `soft_step(x, edge, steepness)` and `bump(x, left, right, height, steepness)` in `src/approximator.rs`. A
//! steep sigmoid is a step; a step up and a step down are a bump. The bump is what the next task builds curves of.

use ch04::{bump, soft_step};
use checks::{Random, Task, assert_snapshot, given};
use std::fmt::Write;

const TASK: Task =
    Task { title: "Two sigmoids make a bump", functions: &["soft_step", "bump"], section: "Two sigmoids make a bump" };

fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// At x = 0.5, a fifth to the right of the edge at 0.3, with steepness 10: σ(10 · 0.2) = σ(2).
#[test]
fn a_step_by_hand() {
    TASK.grade(1, || {
        let (x, edge, steepness) = (0.5, 0.3, 10.0);
        given("x", &x)
            .and("edge", &edge)
            .and("steepness", &steepness)
            .of("soft_step")
            .got(soft_step(x, edge, steepness))
            .mistake(sigmoid(-2.0), "the step goes down: the distance is x − edge, not edge − x")
            .mistake(sigmoid(0.2), "the steepness is missing: multiply x − edge by it")
            .mistake(sigmoid(0.02), "divided by the steepness: multiply x − edge by it")
            .mistake(sigmoid(4.7), "only x is multiplied by the steepness: subtract the edge first, s · (x − edge)")
            .mistake(sigmoid(8.0), "the edge is added: the distance is x − edge")
            .mistake(1.0, "the step is a jump: let the sigmoid make it soft, σ(s · (x − edge))")
            .mistake(2.0, "the sigmoid is missing: this is s · (x − edge)")
            .mistake(10.0 * sigmoid(0.2), "the steepness stands outside: it belongs inside the sigmoid")
            .expect(sigmoid(2.0));
    });
}

/// Half-way up at the edge; so steep a step is 0 or 1 everywhere else, and never NaN.
#[test]
fn a_very_steep_step_is_a_jump() {
    TASK.grade(1, || {
        let (edge, steepness) = (0.5, 1e6);
        for (x, expected) in [(-1000.0, 0.0), (0.4999, 0.0), (0.5, 0.5), (0.5001, 1.0), (1000.0, 1.0)] {
            given("x", &x)
                .and("edge", &edge)
                .and("steepness", &steepness)
                .of("soft_step")
                .got(soft_step(x, edge, steepness))
                .expect(expected);
        }
    });
}

/// At x = 2.5 between the edges 1 and 3, with steepness 2: the step up has reached σ(3), the step down σ(−1), and the
/// bump is 5 times the difference.
#[test]
fn both_steps_make_a_bump_by_hand() {
    TASK.grade(2, || {
        let (x, left, right, height, steepness) = (2.5, 1.0, 3.0, 5.0, 2.0);
        let (up, down) = (sigmoid(3.0), sigmoid(-1.0));
        given("x", &x)
            .and("left", &left)
            .and("right", &right)
            .and("height", &height)
            .and("steepness", &steepness)
            .of("bump")
            .got(bump(x, left, right, height, steepness))
            .mistake(5.0 * (up + down), "the steps are added: the second one goes down again, so subtract it")
            .mistake(5.0 * (down - up), "the dent in place of the bump: the step at `left` minus the step at `right`")
            .mistake(up - down, "the height is missing: multiply the difference by it")
            .mistake(5.0 * up - down, "only the first step has the height: multiply the difference by it")
            .mistake(
                sigmoid(15.0) - sigmoid(-5.0),
                "the height stands inside the sigmoids: multiply the difference by it",
            )
            .mistake(5.0 * up * down, "the steps are multiplied: the bump is their difference")
            .mistake(5.0 * up * (1.0 - down), "the steps are multiplied: the bump is their difference")
            .mistake(5.0 * up, "this is the step up alone: it has to come down again at `right`")
            .expect(5.0 * (up - down));
    });
}

/// A bump that ends where the next one of the same height begins makes one wide bump with it: the inner steps cancel.
#[test]
fn neighbours_of_one_height_melt_into_one() {
    TASK.grade(1, || {
        let mut random = Random::seeded(48);
        for _ in 0..4 {
            let (x, middle, height) = (random.number(), 0.5 * random.number(), random.number());
            given("x", &x)
                .and("middle", &middle)
                .and("height", &height)
                .of("bump")
                .got(bump(x, -1.0, middle, height, 7.0) + bump(x, middle, 1.0, height, 7.0))
                .expect(height * (sigmoid(7.0 * (x + 1.0)) - sigmoid(7.0 * (x - 1.0))));
        }
    });
}

/// A bump from 1 to 3, 5 high, the sides ever steeper: where they are wider than the bump, it does not reach its
/// height.
#[test]
fn the_steeper_its_sides_the_more_a_bump_looks_like_a_box() {
    TASK.grade(1, || {
        let mut table = String::from("   x    s = 1    s = 4   s = 50\n");
        for x in [0.0, 0.5, 0.9, 1.0, 1.1, 1.5, 2.0, 2.5, 2.9, 3.0, 3.1, 3.5, 4.0] {
            write!(table, "{x:>4.1}").unwrap();
            for steepness in [1.0, 4.0, 50.0] {
                let height = bump(x, 1.0, 3.0, 5.0, steepness);
                given("x", &x)
                    .and("steepness", &steepness)
                    .of("bump")
                    .got(height)
                    .expect(5.0 * (sigmoid(steepness * (x - 1.0)) - sigmoid(steepness * (x - 3.0))));
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
