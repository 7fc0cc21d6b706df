//! # Task 8: softmax
//!
//! Write `softmax(a)` and `softmax_backward(p, upstream)` in `src/softmax.rs`. Softmax is the one activation here that
//! is not elementwise: it looks at a whole row, and makes probabilities of it. So its derivative is not one slope for
//! each entry, but a way back for the gradient of a whole row.

use ch03::{softmax, softmax_backward};
use ch03_mistakes::t8_softmax::{SOFTMAX, SOFTMAX_BACKWARD, Softmax};
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array2, array};
use std::fmt::Write;

const TASK: Task<Softmax> = Task {
    title: "Softmax",
    functions: &["softmax", "softmax_backward"],
    section: "Softmax",
    yours: (softmax, softmax_backward),
    diagnoses: &[&SOFTMAX, &SOFTMAX_BACKWARD],
};

/// Row by row: 1 and 3 of 4; then 1, 1 of 2; then 4 and 1 of 5. The exponentials of the columns add up to 6 and 5.
#[test]
fn a_batch_by_hand() {
    TASK.grade(1, |(softmax, _)| {
        let a = array![[1.0, 3.0], [1.0, 1.0], [4.0, 1.0]].mapv(f64::ln);
        given("a", &a).got(softmax(&a)).expect(array![[0.25, 0.75], [0.5, 0.5], [0.8, 0.2]]);
    });
}

/// A number added to a whole row cancels, and with two outputs softmax is a sigmoid of their difference.
#[test]
fn only_differences_within_a_row_count() {
    TASK.grade(1, |(softmax, _)| {
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

/// Whatever the shape, and also where the array is stored column by column, as a transposed one is.
#[test]
fn each_row_adds_up_to_one() {
    TASK.grade(1, |(softmax, _)| {
        let mut random = Random::seeded(382);
        for (n, m) in [(5, 3), (1, 6), (4, 1), (3, 3)] {
            for a in [8.0 * random.matrix(n, m), 8.0 * random.matrix(m, n).t().to_owned()] {
                let sums = softmax(&a).rows().into_iter().map(|row| row.sum()).collect::<Vec<_>>();
                given("a", &a).got(sums).derived("the sum of each row").expect(vec![1.0; n]);
                given("a", &a).got(softmax(&a)).expect(probabilities(&a));
            }
        }
    });
}

/// 1000 is too large for the exponential, and −1000 so small that it becomes 0. Only the differences count: they are
/// ln 3, and the largest number may stand anywhere.
#[test]
fn a_thousand_is_not_too_much() {
    TASK.grade(1, |(softmax, _)| {
        for size in [1000.0, -1000.0, 10_000.0, -10_000.0] {
            let a = array![[size, size + 3_f64.ln()]];
            given("a", &a).got(softmax(&a)).expect(array![[0.25, 0.75]]);
        }
        let a = array![[0.0, 0.0, 1000.0], [0.0, 1000.0, 0.0], [1000.0, 0.0, 0.0]];
        given("a", &a).got(softmax(&a)).expect(array![[0.0, 0.0, 1.0], [0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]);
    });
}

/// A small probability keeps its digits: e⁻⁴⁰ is about 4e-18, and not 0. The largest one is 1 up to that.
#[test]
fn a_small_probability_keeps_its_digits() {
    TASK.grade(1, |(softmax, _)| {
        let a = array![[0.0, -40.0, -200.0], [-30.0, 0.0, -35.0]];
        let p = a.mapv(f64::exp);
        let sums = array![[p.row(0).sum()], [p.row(1).sum()]];
        given("a", &a).got(softmax(&a)).within(0.0, 1e-11).expect(p / sums);
    });
}

/// The mean of the first row is far below its maximum: once it is subtracted, 13,333 is left, which is still too large.
#[test]
fn it_is_the_maximum_that_has_to_be_subtracted() {
    TASK.grade(1, |(softmax, _)| {
        let a = 10_000.0 * array![[1.0, -1.0, -1.0], [1.0, 1.0, -1.0], [-1.0, 1.0, -1.0], [-1.0, -1.0, 1.0]];
        let p = array![[1.0, 0.0, 0.0], [0.5, 0.5, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]];
        given("a", &a).got(softmax(&a)).expect(p);
    });
}

/// Two samples far apart: with one maximum for both, every exponential of the second row becomes 0.
#[test]
fn each_row_has_its_own_maximum() {
    TASK.grade(1, |(softmax, _)| {
        let a = array![[4000.0, 4000.0], [-4000.0, -4000.0 + 3_f64.ln()]];
        given("a", &a).got(softmax(&a)).expect(array![[0.5, 0.5], [0.25, 0.75]]);
    });
}

/// The same three numbers, divided by a “temperature”: cold makes softmax choose one, hot makes it choose none. SciPy
/// 1.17.1 prints the same, `scipy.special.softmax(a / temperature)`.
#[test]
fn temperature_sharpens_or_flattens() {
    TASK.grade(1, |(softmax, _)| {
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
    TASK.grade(1, |(_, backward)| {
        let (p, g) = (array![[0.25, 0.75], [0.5, 0.5]], array![[4.0, 8.0], [2.0, 0.0]]);
        let back = given("p", &p).and("upstream", &g).of("softmax_backward").got(backward(&p, &g));
        back.expect(array![[-0.75, 0.75], [0.5, -0.5]]);
    });
}

/// The error here is a random weighted sum of all probabilities, so its upstream gradient is those weights.
#[test]
fn the_way_back_is_the_measured_one() {
    TASK.grade(2, |(_, backward)| {
        for (seed, (n, m)) in [(0, (3, 4)), (1, (4, 2)), (2, (1, 5)), (3, (3, 3))] {
            let mut random = Random::seeded(383 + seed);
            let (a, upstream) = (2.0 * random.matrix(n, m), random.matrix(n, m));
            let p = probabilities(&a);
            let back = given("p", &p).and("upstream", &upstream).of("softmax_backward").got(backward(&p, &upstream));
            back.expect_gradient_of(|a| (probabilities(a) * &upstream).sum(), &a);
        }
    });
}

/// With the error E = −ln p of the right class, g is −1/p there and 0 elsewhere. All that remains on the way back is
/// the difference of predicted and observed, p − y: chapter 6 lives on it.
#[test]
fn behind_a_logarithm_only_the_difference_remains() {
    TASK.grade(1, |(_, backward)| {
        let y = array![[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]];
        let p = array![[0.2, 0.5, 0.3], [0.1, 0.6, 0.3]];
        let upstream = -&y / &p;
        let back = given("p", &p).and("upstream", &upstream).of("softmax_backward").got(backward(&p, &upstream));
        back.expect(&p - &y);
    });
}

/// One row, or one column, would otherwise be repeated as often as it takes: that is no gradient of this batch.
#[test]
fn each_probability_needs_a_slope_of_its_own() {
    TASK.grade(1, |(_, backward)| {
        let p = array![[0.25, 0.75], [0.5, 0.5], [0.2, 0.8]];
        let same = Array2::from_elem((3, 2), 7.0);
        let given = |upstream: &Array2<f64>| given("p", &p).and("upstream", upstream).of("softmax_backward");
        given(&same).got(backward(&p, &same)).expect(Array2::zeros((3, 2)));
        for shape in [(1, 2), (3, 1), (1, 1), (2, 3), (2, 2), (4, 2)] {
            let upstream = Array2::from_shape_fn(shape, |(j, i)| 1.0 + j as f64 - 2.0 * i as f64);
            given(&upstream).expect_panic("p and upstream differ in shape", || backward(&p, &upstream));
        }
    });
}

/// In loops, straight from the formula: enough for small numbers.
fn probabilities(a: &Array2<f64>) -> Array2<f64> {
    let sum = |j: usize| (0..a.ncols()).map(|l| a[[j, l]].exp()).sum::<f64>();
    Array2::from_shape_fn(a.dim(), |(j, i)| a[[j, i]].exp() / sum(j))
}
