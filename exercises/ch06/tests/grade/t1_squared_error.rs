//! # Task 1: the squared error
//!
//! Write `squared_error(y_hat, y)` and `squared_error_derivative(y_hat, y)` in `src/error.rs`. An error function says
//! how wrong one prediction is; its derivative says what a slightly larger prediction would do to it. Training needs
//! both, and of the two the derivative is the one that moves the weights.

use ch06::{squared_error, squared_error_derivative};
use ch06_mistakes::t1_squared_error::{Error, SQUARED_ERROR, SQUARED_ERROR_DERIVATIVE};
use checks::{Random, Task, given};

const TASK: Task<(Error, Error)> = Task {
    title: "The squared error",
    functions: &["squared_error", "squared_error_derivative"],
    section: "The squared error",
    yours: (squared_error, squared_error_derivative),
    diagnoses: &[&SQUARED_ERROR, &SQUARED_ERROR_DERIVATIVE],
};

#[test]
fn a_prediction_by_hand() {
    TASK.grade(1, |(squared_error, _)| {
        given("y_hat", &5.0).and("y", &2.0).got(squared_error(5.0, 2.0)).expect(9.0);
    });
}

/// Too large by 3: the slope is 2 · 3. Too small by 3: it is −6, and a larger prediction would be better.
#[test]
fn a_slope_by_hand_says_which_way_is_up() {
    TASK.grade(1, |(_, derivative)| {
        for (y_hat, y, slope) in [(5.0, 2.0, 6.0), (-1.0, 2.0, -6.0), (0.5, 0.5, 0.0)] {
            given("y_hat", &y_hat).and("y", &y).of("squared_error_derivative").got(derivative(y_hat, y)).expect(slope);
        }
    });
}

/// Near and far: no distance is cut off, and none is too small to count.
#[test]
fn the_slope_agrees_with_the_measured_one() {
    TASK.grade(1, |(_, derivative)| {
        let mut random = Random::seeded(61);
        for size in [1e-3, 0.1, 1.0, 3.0, 30.0, 1000.0] {
            let (y_hat, y) = (size * random.number(), size * random.number());
            given("y_hat", &y_hat)
                .and("y", &y)
                .of("squared_error_derivative")
                .got(derivative(y_hat, y))
                .expect_gradient_of(|y_hat| (y_hat - y) * (y_hat - y), &y_hat);
        }
        for size in [1e-30, 1e-9, 1e9, 1e30] {
            let slope = given("y_hat", &size).and("y", &0.0).of("squared_error_derivative").got(derivative(size, 0.0));
            slope.within(0.0, 1e-9).expect(2.0 * size);
        }
    });
}

/// Too much and too little by the same amount are equally wrong, and a perfect prediction is not wrong at all.
#[test]
fn only_the_distance_counts() {
    TASK.grade(1, |(squared_error, _)| {
        for distance in [0.0, 0.5, 4.0, 30.0, 5000.0] {
            let expected = distance * distance;
            for y_hat in [1.5 + distance, 1.5 - distance] {
                given("y_hat", &y_hat).and("y", &1.5).got(squared_error(y_hat, 1.5)).expect(expected);
            }
        }
    });
}

/// 100,000,001 is wrong by 1 where 100,000,000 was observed. Subtract first: the digits of the squares do not suffice.
#[test]
fn large_numbers_and_small_distances_keep_their_digits() {
    TASK.grade(1, |(squared_error, _)| {
        for (y_hat, y, expected) in
            [(1e8 + 1.0, 1e8, 1.0), (-1e8 - 3.0, -1e8, 9.0), (1e-7, 0.0, 1e-14), (2e-30, 0.0, 4e-60), (0.0, 3e30, 9e60)]
        {
            given("y_hat", &y_hat).and("y", &y).got(squared_error(y_hat, y)).within(0.0, 1e-9).expect(expected);
        }
    });
}
