//! # Task 2: ten classes and one error
//!
//! Write `softmax_rows(logits)`, `mean_cross_entropy(logits, y)` and `output_delta(logits, y)` in `src/softmax.rs`. The
//! softmax makes probabilities of the ten outputs; the error is minus the logarithm of the one for the right class.
//! Both exist in chapters 3 and 6 for one sample or one output; here they are for a whole batch.

use ch09::{mean_cross_entropy, output_delta, softmax_rows};
use ch09_mistakes::t2_softmax::{Functions, MEAN_CROSS_ENTROPY, OUTPUT_DELTA, SOFTMAX_ROWS};
use checks::{Random, Task, given};
use ndarray::{Array2, Axis, array, s};

const TASK: Task<Functions> = Task {
    title: "Ten classes and one error",
    functions: &["softmax_rows", "mean_cross_entropy", "output_delta"],
    section: "Ten classes and one error",
    yours: (softmax_rows, mean_cross_entropy, output_delta),
    diagnoses: &[&SOFTMAX_ROWS, &MEAN_CROSS_ENTROPY, &OUTPUT_DELTA],
};

/// The softmax by its formula, which overflows for large logits.
fn formula(logits: &Array2<f64>) -> Array2<f64> {
    let powers = logits.mapv(f64::exp);
    &powers / &powers.sum_axis(Axis(1)).insert_axis(Axis(1))
}

/// Random logits, and answers of all classes.
fn batch(seed: u64, n: usize, m: usize) -> (Array2<f64>, Array2<f64>) {
    let logits = 3.0 * Random::seeded(seed).matrix(n, m);
    (logits, Array2::from_shape_fn((n, m), |(i, j)| if (2 * i + 1) % m == j { 1.0 } else { 0.0 }))
}

#[test]
fn probabilities_by_hand() {
    TASK.grade(1, |(softmax_rows, ..)| {
        let logits = array![[0.0, 3.0_f64.ln()], [0.0, 0.0]];
        given("logits", &logits).of("softmax_rows").got(softmax_rows(&logits)).expect(array![[0.25, 0.75], [0.5, 0.5]]);
    });
}

/// Of any number of samples and classes, also of one.
#[test]
fn each_row_has_probabilities_of_its_own() {
    TASK.grade(1, |(softmax_rows, ..)| {
        for (seed, n, m) in [(91, 3, 5), (92, 5, 3), (93, 4, 4), (94, 1, 10), (95, 6, 1), (96, 1, 1)] {
            let (logits, _) = batch(seed, n, m);
            given("logits", &logits).of("softmax_rows").got(softmax_rows(&logits)).expect(formula(&logits));
        }
        let none = Array2::zeros((0, 3));
        given("logits", &none).of("softmax_rows").got(softmax_rows(&none)).expect(none.clone());
    });
}

/// The same number added to all logits of a row changes nothing, however large it is; neither may anything overflow.
#[test]
fn only_differences_between_logits_count() {
    TASK.grade(1, |(softmax_rows, ..)| {
        let (logits, _) = batch(97, 3, 4);
        let moved = &logits + &array![[1000.0], [-1000.0], [0.5]];
        given("logits", &moved).of("softmax_rows").got(softmax_rows(&moved)).expect(formula(&logits));
        let far = array![[0.0, 20.0, 1.0], [-800.0, 3.0, 800.0], [900.0, -3.0, -900.0]];
        let expected = array![[0.0, 20.0, 1.0], [-1000.0, -1000.0, 0.0], [0.0, -1000.0, -1000.0]];
        given("logits", &far).of("softmax_rows").got(softmax_rows(&far)).expect(formula(&expected));
    });
}

#[test]
fn the_error_of_a_network_that_knows_nothing() {
    TASK.grade(1, |(_, mean_cross_entropy, _)| {
        for m in [2, 3, 10] {
            let (_, y) = batch(98, 4, m);
            let logits = Array2::from_elem((4, m), 0.7);
            let inputs = given("logits", &logits).and("y", &y).of("mean_cross_entropy");
            inputs.got(mean_cross_entropy(&logits, &y)).expect((m as f64).ln());
        }
    });
}

/// Minus the logarithm of the probability that the right class gets, and the mean of that over the samples.
#[test]
fn the_error_is_the_mean_over_the_samples() {
    TASK.grade(1, |(_, mean_cross_entropy, _)| {
        for (seed, n, m) in [(101, 3, 5), (102, 6, 2), (103, 4, 4), (104, 1, 3), (105, 5, 1)] {
            let (logits, y) = batch(seed, n, m);
            let expected = -(&y * &formula(&logits).mapv(f64::ln)).sum() / n as f64;
            let inputs = given("logits", &logits).and("y", &y).of("mean_cross_entropy");
            inputs.got(mean_cross_entropy(&logits, &y)).expect(expected);
        }
    });
}

/// As sure as can be, and wrong: the probability of the right class is rounded to 0, but the error is 1000, not
/// infinite.
#[test]
fn the_error_of_a_sure_mistake_is_finite() {
    TASK.grade(1, |(_, mean_cross_entropy, _)| {
        for (logits, y, expected) in [
            (array![[0.0, 1000.0]], array![[1.0, 0.0]], 1000.0),
            (array![[0.0, 1000.0]], array![[0.0, 1.0]], 0.0),
            (array![[-2000.0, -800.0], [5.0, 5.0]], array![[1.0, 0.0], [0.0, 1.0]], 600.0 + 0.5 * 2.0_f64.ln()),
        ] {
            let inputs = given("logits", &logits).and("y", &y).of("mean_cross_entropy");
            inputs.got(mean_cross_entropy(&logits, &y)).expect(expected);
        }
    });
}

#[test]
fn the_gradient_is_the_difference_divided_by_n() {
    TASK.grade(1, |(_, _, output_delta)| {
        let (logits, y) = (array![[0.0, 3.0_f64.ln()], [0.0, 0.0]], array![[1.0, 0.0], [0.0, 1.0]]);
        let inputs = given("logits", &logits).and("y", &y).of("output_delta");
        inputs.got(output_delta(&logits, &y)).expect(array![[-0.375, 0.375], [0.25, -0.25]]);
        let (logits, y) = batch(106, 1, 3);
        let inputs = given("logits", &logits).and("y", &y).of("output_delta");
        inputs.got(output_delta(&logits, &y)).expect(formula(&logits) - &y);
    });
}

/// The gradient is made of the softmax, so nothing may overflow here either.
#[test]
fn the_gradient_of_large_logits_is_finite() {
    TASK.grade(1, |(_, _, output_delta)| {
        let (logits, y) = batch(112, 3, 4);
        let moved = &logits + &array![[1000.0], [-1000.0], [0.5]];
        let inputs = given("logits", &moved).and("y", &y).of("output_delta");
        inputs.got(output_delta(&moved, &y)).expect((formula(&logits) - &y) / 3.0);
    });
}

/// The error as the formula has it, measured by moving each logit a little.
#[test]
fn the_gradient_is_the_one_that_is_measured() {
    TASK.grade(2, |(_, _, output_delta)| {
        for (seed, n, m) in [(107, 4, 3), (108, 2, 5), (109, 1, 2), (110, 3, 1)] {
            let (logits, y) = batch(seed, n, m);
            let error = |logits: &Array2<f64>| -(&y * &formula(logits).mapv(f64::ln)).sum() / n as f64;
            let inputs = given("logits", &logits).and("y", &y).of("output_delta");
            inputs.got(output_delta(&logits, &y)).expect_gradient_of(error, &logits);
        }
    });
}

#[test]
fn answers_that_do_not_fit_are_refused() {
    TASK.grade(1, |(_, mean_cross_entropy, output_delta)| {
        let (logits, y) = batch(111, 3, 4);
        let (one, narrow) = (y.slice(s![..1, ..]).to_owned(), y.slice(s![.., ..1]).to_owned());
        let (turned, none, shape) = (y.t().to_owned(), Array2::zeros((0, 4)), "logits and y differ in shape");
        let cases = [(&logits, &one, shape), (&logits, &narrow, shape), (&one, &y, shape), (&logits, &turned, shape)];
        for (a, y, words) in cases.into_iter().chain([(&none, &none, "there is no sample")]) {
            let inputs = |function| given("logits", a).and("y", y).of(function);
            inputs("mean_cross_entropy").expect_panic(words, || mean_cross_entropy(a, y));
            inputs("output_delta").expect_panic(words, || output_delta(a, y));
        }
        let inputs = given("logits", &logits).and("y", &y).of("output_delta");
        inputs.got(output_delta(&logits, &y)).expect((formula(&logits) - &y) / 3.0);
    });
}
