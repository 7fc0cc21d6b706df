//! # Task 6: back through a row and a mean
//!
//! Write `add_row_backward(upstream)` and `mean_backward(upstream, shape)` in `src/operations.rs`. A bias is added to
//! every sample: it is used n times, and its gradient is a sum. Libraries that repeat a row by themselves have
//! forgotten this sum more often than anything else. The mean is the other way round: many entries act on one number,
//! each by 1/(nk).

use ch07::{add_row_backward, mean_backward};
use ch07_mistakes::t6_add_row_mean::{ADD_ROW_BACKWARD, Functions, MEAN_BACKWARD};
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<Functions> = Task {
    title: "Back through a row and a mean",
    functions: &["add_row_backward", "mean_backward"],
    section: "Back through a row and a mean",
    yours: (add_row_backward, mean_backward),
    diagnoses: &[&ADD_ROW_BACKWARD, &MEAN_BACKWARD],
};

/// G = [[1, 2], [3, 4]]: the first entry of the row acted on both rows, and gets 1 + 3.
#[test]
fn a_row_by_hand() {
    TASK.grade(2, |(add_row_backward, _)| {
        let g = array![[1.0, 2.0], [3.0, 4.0]];
        let (for_a, for_row) = add_row_backward(&g);
        given("upstream", &g).got(for_row).derived("the gradient for the row").expect(array![[4.0, 6.0]]);
        given("upstream", &g).got(for_a).derived("the gradient for the matrix").expect(g.clone());
    });
}

#[test]
fn a_row_agrees_with_the_measured_gradient() {
    TASK.grade(2, |(add_row_backward, _)| {
        for (seed, (n, k)) in [(4, 3), (1, 2), (3, 1), (3, 3), (2, 5), (1, 1)].into_iter().enumerate() {
            let mut random = Random::seeded(760 + seed as u64);
            let (g, a, row) = (random.matrix(n, k), random.matrix(n, k), random.matrix(1, k));
            let (for_a, for_row) = add_row_backward(&g);
            given("upstream", &g)
                .got(for_row)
                .derived("the gradient for the row")
                .expect_gradient_of(|row| ((&a + row) * &g).sum(), &row);
            given("upstream", &g)
                .got(for_a)
                .derived("the gradient for the matrix")
                .expect_gradient_of(|a| ((a + &row) * &g).sum(), &a);
        }
    });
}

/// Six entries, each counts a sixth: g = 12 gives each of them 2.
#[test]
fn a_mean_by_hand() {
    TASK.grade(1, |(_, mean_backward)| {
        given("upstream", &12.0)
            .and("shape", &vec![2.0, 3.0])
            .of("mean_backward")
            .got(mean_backward(12.0, (2, 3)))
            .expect(Array2::from_elem((2, 3), 2.0));
    });
}

#[test]
fn a_mean_agrees_with_the_measured_gradient() {
    TASK.grade(2, |(_, mean_backward)| {
        for (n, k) in [(2, 3), (3, 2), (1, 4), (5, 1), (1, 1)] {
            let mut random = Random::seeded(77);
            let (g, a) = (random.number(), random.matrix(n, k));
            given("upstream", &g)
                .and("shape", &vec![n as f64, k as f64])
                .of("mean_backward")
                .got(mean_backward(g, (n, k)))
                .expect_gradient_of(|a| g * a.mean().unwrap(), &a);
        }
    });
}
