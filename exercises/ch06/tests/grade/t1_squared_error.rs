//! # Task 1: the squared error
//!
//! Write `squared_error(y_hat, y)` and `squared_error_derivative(y_hat, y)` in `src/error.rs`. An error function says
//! how wrong one prediction is; its derivative says what a slightly larger prediction would do to it. Training needs
//! both, and of the two the derivative is the one that moves the weights.

use ch06::{squared_error, squared_error_derivative};
use checks::{Random, Task, given};

const TASK: Task = Task {
    title: "The squared error",
    functions: &["squared_error", "squared_error_derivative"],
    section: "The squared error",
};

#[test]
fn a_prediction_by_hand() {
    TASK.grade(1, || {
        given("y_hat", &5.0)
            .and("y", &2.0)
            .got(squared_error(5.0, 2.0))
            .mistake(3.0, "the difference is not squared: E = (ŷ − y)²")
            .mistake(4.5, "half of the squared error: this course writes E = (ŷ − y)², without the ½")
            .mistake(21.0, "these are the squares' difference ŷ² − y²: subtract first, then square")
            .mistake(6.0, "this is the derivative 2(ŷ − y): the error itself is (ŷ − y)²")
            .expect(9.0);
    });
}

/// Too large by 3: the slope is 2 · 3. Too small by 3: it is −6, and a larger prediction would be better.
#[test]
fn a_slope_by_hand_says_which_way_is_up() {
    TASK.grade(1, || {
        for (y_hat, y, slope) in [(5.0, 2.0, 6.0), (-1.0, 2.0, -6.0)] {
            given("y_hat", &y_hat)
                .and("y", &y)
                .of("squared_error_derivative")
                .got(squared_error_derivative(y_hat, y))
                .mistake(slope / 2.0, "the factor 2 is lost: the derivative of a square brings a 2 with it")
                .mistake(-slope, "the sign is the other way round: a prediction that is too large has a positive slope")
                .mistake(2.0 * y_hat - y, "only ŷ is doubled: the difference needs parentheses, `2.0 * (y_hat - y)`")
                .mistake(9.0, "this is the error itself: its derivative is 2(ŷ − y)")
                .mistake(6.0, "the sign is lost: a prediction that is too small has a negative slope")
                .expect(slope);
        }
    });
}

#[test]
fn the_slope_agrees_with_the_measured_one() {
    TASK.grade(1, || {
        let mut random = Random::seeded(61);
        for _ in 0..10 {
            let (y_hat, y) = (3.0 * random.number(), 3.0 * random.number());
            given("y_hat", &y_hat)
                .and("y", &y)
                .of("squared_error_derivative")
                .got(squared_error_derivative(y_hat, y))
                .expect_gradient_of(|y_hat| (y_hat - y) * (y_hat - y), &y_hat);
        }
    });
}

/// Too much and too little by the same amount are equally wrong, and a perfect prediction is not wrong at all.
#[test]
fn only_the_distance_counts() {
    TASK.grade(1, || {
        for distance in [0.0, 0.5, 4.0] {
            let expected = distance * distance;
            given("y_hat", &(1.5 + distance)).and("y", &1.5).got(squared_error(1.5 + distance, 1.5)).expect(expected);
            given("y_hat", &(1.5 - distance)).and("y", &1.5).got(squared_error(1.5 - distance, 1.5)).expect(expected);
        }
    });
}
