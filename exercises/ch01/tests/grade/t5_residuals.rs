//! # Task 5: residuals
//!
//! Write `residuals(y, y_hat)` in `src/error.rs`: for each sample, the observed answer minus the predicted one. A
//! positive residual says that the model predicted too little. Squares and means come later: this is the raw material
//! of every error.

use ch01::residuals;
use checks::{Random, Task, given};
use ndarray::array;

const TASK: Task = Task { title: "Residuals", functions: &["residuals"], section: "Residuals" };

#[test]
fn observed_minus_predicted() {
    TASK.grade(1, || {
        let (y, y_hat) = (array![3.0, 5.0, 2.0], array![2.5, 6.0, 2.0]);
        given("y", &y)
            .and("y_hat", &y_hat)
            .got(residuals(&y, &y_hat))
            .mistake(
                array![-0.5, 1.0, 0.0],
                "the sign is the other way round: a residual is observed minus predicted, y − ŷ",
            )
            .mistake(array![0.5, 1.0, 0.0], "the signs are lost: a residual says in which direction the model is off")
            .mistake(array![0.25, 1.0, 0.0], "the residuals are squared: that is the next task, keep them as they are")
            .expect(array![0.5, -1.0, 0.0]);
    });
}

#[test]
fn what_is_predicted_and_what_remains_add_up_to_what_was_observed() {
    TASK.grade(1, || {
        let mut random = Random::seeded(15);
        let (y, y_hat) = (random.vector(24), random.vector(24));
        given("y", &y)
            .and("y_hat", &y_hat)
            .got(residuals(&y, &y_hat) + &y_hat)
            .derived("residuals + y_hat")
            .expect(y.clone());
    });
}
