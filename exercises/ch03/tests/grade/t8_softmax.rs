//! # Task 8: softmax
//!
//! Write `softmax(a)` and `softmax_backward(p, upstream)` in `src/softmax.rs`. Softmax is the one activation here that
//! is not elementwise: it looks at a whole row, and makes probabilities of it. So its derivative is not one slope for
//! each entry, but a way back for the gradient of a whole row.

use ch03::{softmax, softmax_backward};
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array2, array};
use std::fmt::Write;

const TASK: Task = Task { title: "Softmax", functions: &["softmax", "softmax_backward"], section: "Softmax" };

/// In loops, straight from the formula: enough for small numbers.
fn probabilities(a: &Array2<f64>) -> Array2<f64> {
    let sum = |j: usize| (0..a.ncols()).map(|l| a[[j, l]].exp()).sum::<f64>();
    Array2::from_shape_fn(a.dim(), |(j, i)| a[[j, i]].exp() / sum(j))
}

/// Row by row: 1 and 3 of 4; then 1, 1 of 2; then 4 and 1 of 5. The exponentials of the columns add up to 6 and 5.
#[test]
fn a_batch_by_hand() {
    TASK.grade(1, || {
        let e = array![[1.0, 3.0], [1.0, 1.0], [4.0, 1.0]];
        let a = e.mapv(f64::ln);
        given("a", &a)
            .got(softmax(&a))
            .mistake(
                array![[1.0 / 6.0, 0.6], [1.0 / 6.0, 0.2], [4.0 / 6.0, 0.2]],
                "the columns add up to 1: a sample stands in a row, so each row has to",
            )
            .mistake(&e / 11.0, "the whole batch adds up to 1: divide each row by its own sum")
            .mistake(e, "these are the exponentials alone: divide each row by its sum")
            .mistake(
                array![[1.0 / 3.0, 1.0], [1.0, 1.0], [1.0, 0.25]],
                "the largest number of each row becomes 1: divide each row by its sum as well",
            )
            .mistake(
                array![[0.75, 0.25], [0.5, 0.5], [0.2, 0.8]],
                "the smallest number gets the largest probability: the exponent is +a, or a − the maximum",
            )
            .expect(array![[0.25, 0.75], [0.5, 0.5], [0.8, 0.2]]);
    });
}

/// A number added to a whole row cancels, and with two outputs softmax is a sigmoid of their difference.
#[test]
fn only_differences_within_a_row_count() {
    TASK.grade(1, || {
        let mut random = Random::seeded(381);
        let a = 3.0 * random.matrix(4, 3);
        let shifted = &a + &array![[5.0], [-7.0], [0.5], [20.0]];
        given("a", &shifted).got(softmax(&shifted)).expect(probabilities(&a));
        let a = 3.0 * random.matrix(3, 2);
        let sigmoid = |v: f64| 1.0 / (1.0 + (-v).exp());
        let pair = |(j, i): (usize, usize)| sigmoid(a[[j, i]] - a[[j, 1 - i]]);
        given("a", &a).got(softmax(&a)).expect(Array2::from_shape_fn((3, 2), pair));
    });
}

#[test]
fn each_row_adds_up_to_one() {
    TASK.grade(1, || {
        let mut random = Random::seeded(382);
        for (n, m) in [(5, 3), (1, 6), (4, 1)] {
            let a = 8.0 * random.matrix(n, m);
            given("a", &a).got(softmax(&a)).expect_that(
                "has the shape of a, entries from 0 to 1, and rows that add up to 1",
                |p| {
                    let all_between = p.iter().all(|v| (0.0..=1.0).contains(v));
                    p.dim() == (n, m) && all_between && p.rows().into_iter().all(|row| (row.sum() - 1.0).abs() < 1e-9)
                },
            );
        }
    });
}

/// 1000 is too large for the exponential, and −1000 so small that it becomes 0. Only the differences count: they are
/// ln 3.
#[test]
fn a_thousand_is_not_too_much() {
    TASK.grade(1, || {
        for size in [1000.0, -1000.0, 10_000.0, -10_000.0] {
            let a = array![[size, size + 3_f64.ln()]];
            let words = if size > 0.0 {
                "is finite: exp(1000) is infinite, and ∞/∞ is NaN; subtract from each row its largest number first"
            } else {
                "is finite: exp(−1000) is 0, and 0/0 is NaN; for the largest number, start `fold` from `f64::NEG_INFINITY`"
            };
            given("a", &a).got(softmax(&a)).expect_that(words, |_| true);
            given("a", &a)
                .got(softmax(&a))
                .mistake(array![[1.0, 1.0]], "the columns add up to 1: a sample stands in a row, so each row has to")
                .expect(array![[0.25, 0.75]]);
        }
    });
}

/// The mean of this row is far below its maximum: once it is subtracted, 13,333 is left, which is still too large.
#[test]
fn it_is_the_maximum_that_has_to_be_subtracted() {
    TASK.grade(1, || {
        let a = array![
            [10_000.0, -10_000.0, -10_000.0],
            [10_000.0, 10_000.0, -10_000.0],
            [-10_000.0, 10_000.0, -10_000.0],
        ];
        given("a", &a).got(softmax(&a)).expect_that(
            "is finite: subtract the largest number of each row, not the mean, the smallest or the first, which can lie far below",
            |_| true,
        );
        given("a", &a).got(softmax(&a)).expect(array![[1.0, 0.0, 0.0], [0.5, 0.5, 0.0], [0.0, 1.0, 0.0]]);
    });
}

/// Two samples far apart: with one maximum for both, every exponential of the second row becomes 0.
#[test]
fn each_row_has_its_own_maximum() {
    TASK.grade(1, || {
        let a = array![[4000.0, 4000.0], [-4000.0, -4000.0 + 3_f64.ln()]];
        given("a", &a).got(softmax(&a)).expect_that(
            "is finite: subtract from each row its own maximum; with that of another row, its exponentials are all 0, and 0/0 is NaN",
            |_| true,
        );
        given("a", &a).got(softmax(&a)).expect(array![[0.5, 0.5], [0.25, 0.75]]);
    });
}

/// The same three numbers, divided by a “temperature”: cold makes softmax choose one, hot makes it choose none. SciPy
/// 1.17.1 prints the same, `scipy.special.softmax(a / temperature)`.
#[test]
fn temperature_sharpens_or_flattens() {
    TASK.grade(1, || {
        let a = array![[1.0, 2.0, 3.0]];
        let mut table = String::from("temperature   p1     p2     p3\n");
        for temperature in [0.1, 0.5, 1.0, 2.0, 10.0] {
            let p = softmax(&(&a / temperature));
            writeln!(table, "{temperature:>11.1}  {:.3}  {:.3}  {:.3}", p[[0, 0]], p[[0, 1]], p[[0, 2]]).unwrap();
        }
        assert_snapshot!(table, @"
        temperature   p1     p2     p3
                0.1  0.000  0.000  1.000
                0.5  0.016  0.117  0.867
                1.0  0.090  0.245  0.665
                2.0  0.186  0.307  0.506
               10.0  0.301  0.332  0.367
        ");
    });
}

/// p = (1/4, 3/4) and g = (4, 8): Σ g p = 1 + 6 = 7, and p(g − 7) = (−3/4, 3/4). In the second row Σ g p = 1/2 · 2 = 1.
#[test]
fn a_way_back_by_hand() {
    TASK.grade(1, || {
        let (p, g) = (array![[0.25, 0.75], [0.5, 0.5]], array![[4.0, 8.0], [2.0, 0.0]]);
        given("p", &p)
            .and("upstream", &g)
            .of("softmax_backward")
            .got(softmax_backward(&p, &g))
            .mistake(
                array![[0.75, 1.5], [0.5, 0.0]],
                "this is p(1 − p)g, as for a sigmoid: each p depends on the whole row, so subtract Σ g p from g",
            )
            .mistake(array![[1.0, 6.0], [1.0, 0.0]], "this is p · g: subtract Σ g p of the row from g first")
            .mistake(array![[-3.0, 1.0], [1.0, -1.0]], "the factor p in front is missing: p(g − Σ g p)")
            .mistake(
                array![[-2.0, -3.0], [0.0, -1.0]],
                "the sum has g without p: each upstream slope is weighted with its probability, Σ g p",
            )
            .mistake(
                array![[0.5, 1.5], [0.0, -3.0]],
                "the sum runs over the samples: it runs over the outputs, within each row",
            )
            .mistake(array![[-1.0, 0.0], [-3.0, -4.0]], "the sum runs over the whole batch: each row has its own")
            .mistake(
                array![[-0.75, 5.25], [-2.5, -0.5]],
                "the sums of the rows are subtracted as a row: make a column of them with `.insert_axis(Axis(1))`",
            )
            .mistake(
                array![[0.125, 3.375], [0.75, -0.25]],
                "the mean of g p is subtracted: it is a sum, over the outputs of the row",
            )
            .mistake(array![[-6.0, -1.0], [0.0, -1.0]], "the factor p is missing at the sum: p·g − p·Σ g p")
            .expect(array![[-0.75, 0.75], [0.5, -0.5]]);
    });
}

/// The error here is a random weighted sum of all probabilities, so its upstream gradient is those weights.
#[test]
fn the_way_back_is_the_measured_one() {
    TASK.grade(2, || {
        for (seed, (n, m)) in [(0, (3, 4)), (1, (4, 2)), (2, (1, 5)), (3, (3, 3))] {
            let mut random = Random::seeded(383 + seed);
            let (a, upstream) = (2.0 * random.matrix(n, m), random.matrix(n, m));
            let p = probabilities(&a);
            given("p", &p)
                .and("upstream", &upstream)
                .of("softmax_backward")
                .got(softmax_backward(&p, &upstream))
                .expect_gradient_of(|a| (probabilities(a) * &upstream).sum(), &a);
        }
    });
}

/// With the error E = −ln p of the right class, g is −1/p there and 0 elsewhere. All that remains on the way back is
/// the difference of predicted and observed, p − y: chapter 6 lives on it.
#[test]
fn behind_a_logarithm_only_the_difference_remains() {
    TASK.grade(1, || {
        let y = array![[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]];
        let p = array![[0.2, 0.5, 0.3], [0.1, 0.6, 0.3]];
        let upstream = -&y / &p;
        given("p", &p)
            .and("upstream", &upstream)
            .of("softmax_backward")
            .got(softmax_backward(&p, &upstream))
            .expect(&p - &y);
    });
}
