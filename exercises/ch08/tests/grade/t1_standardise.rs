//! # Task 1: one scale for all features
//!
//! Write `statistics(x)` and `standardised(x, mean, deviation)` in `src/standardise.rs`. The numbers of the training
//! samples move and stretch every sample that the network will ever see: its own, the test's, and the single one that
//! arrives a year later. Taking them from the batch at hand instead does not show in any accuracy. It shows here.

use ch08::{standardised, statistics};
use ch08_mistakes::t1_standardise::{Both, STANDARDISED, STATISTICS};
use checks::{Random, Task, given};
use ndarray::{Array1, Array2, Axis, array};

const TASK: Task<Both> = Task {
    title: "One scale for all features",
    functions: &["statistics", "standardised"],
    section: "One scale for all features",
    yours: (statistics, standardised),
    diagnoses: &[&STATISTICS, &STANDARDISED],
};

/// The column 1, 3, 5 has the mean 3; its distances −2, 0 and 2 have the mean square 8/3.
#[test]
fn mean_and_deviation_by_hand() {
    TASK.grade(1, |(statistics, _)| {
        let x = array![[1.0, 10.0], [3.0, 10.0], [5.0, 40.0]];
        let (mean, deviation) = statistics(&x);
        given("x", &x).got(mean).derived("the mean").expect(array![3.0, 20.0]);
        let expected = array![(8.0_f64 / 3.0).sqrt(), 200.0_f64.sqrt()];
        given("x", &x).got(deviation).derived("the deviation").expect(expected);
    });
}

/// Squares of numbers around 10⁸ have 17 digits, more than an `f64` holds: a deviation taken from the mean of these
/// squares is lost in their rounding. The distances from the mean, −½ and ½, are small and exact.
#[test]
fn a_feature_far_from_0_keeps_its_deviation() {
    TASK.grade(1, |(statistics, _)| {
        let x = array![[1e8], [1e8 + 1.0]];
        let (mean, deviation) = statistics(&x);
        given("x", &x).got(mean).derived("the mean").expect(array![1e8 + 0.5]);
        given("x", &x).got(deviation).derived("the deviation").expect(array![0.5]);
    });
}

/// Mean 2, deviation 4: a sample at 10 lies two deviations above the mean.
#[test]
fn a_sample_on_the_new_scale_by_hand() {
    TASK.grade(1, |(_, standardised)| {
        let (x, mean, deviation) = (array![[10.0, 1.0], [0.0, -1.0]], array![2.0, 1.0], array![4.0, 0.5]);
        let inputs = given("x", &x).and("mean", &mean).and("deviation", &deviation).of("standardised");
        inputs.got(standardised(&x, &mean, &deviation)).expect(array![[2.0, 0.0], [-0.5, -4.0]]);
    });
}

/// The defining property: on the new scale, each feature of the *training* samples has mean 0 and deviation 1.
#[test]
fn the_training_samples_get_mean_0_and_deviation_1() {
    TASK.grade(2, |(statistics, standardised)| {
        let mut random = Random::seeded(81);
        for (n, k) in [(2, 1), (5, 3), (40, 4)] {
            let x = random.matrix(n, k) * &(10.0 * random.vector(k)) + &(50.0 * random.vector(k));
            let (mean, deviation) = statistics(&x);
            let mean_of = |a: &Array2<f64>| a.sum_axis(Axis(0)) / n as f64;
            given("x", &x).got(mean.clone()).derived("the mean").expect(mean_of(&x));
            let expected = mean_of(&(&x - &mean_of(&x)).mapv(|d| d * d)).mapv(f64::sqrt);
            given("x", &x).got(deviation.clone()).derived("the deviation").expect(expected);
            let z = standardised(&x, &mean, &deviation);
            let inputs = || given("x", &x).and("mean", &mean).and("deviation", &deviation).of("standardised");
            inputs().got(z.clone()).expect_shape(&[n, k], "as many samples and features as x");
            inputs().got(mean_of(&z)).derived("the mean of z").expect(Array1::zeros(k));
            inputs().got(mean_of(&(&z * &z))).derived("the mean square of z").expect(Array1::ones(k));
        }
    });
}

/// A test sample is moved by the training's numbers, alone or in company: each row depends on itself only.
#[test]
fn a_sample_is_moved_the_same_way_whatever_it_comes_with() {
    TASK.grade(1, |(_, standardised)| {
        let mut random = Random::seeded(82);
        let (mean, deviation) = (3.0 * random.vector(3), random.vector(3).mapv(f64::abs) + 0.5);
        let x = 5.0 * random.matrix(4, 3);
        let all = standardised(&x, &mean, &deviation);
        for i in 0..4 {
            let alone = x.select(Axis(0), &[i]);
            let expected = all.select(Axis(0), &[i]);
            let inputs = given("x", &alone).and("mean", &mean).and("deviation", &deviation).of("standardised");
            let direct = (&alone - &mean) / &deviation;
            let z = standardised(&alone, &mean, &deviation);
            inputs.got(z.clone()).expect(direct);
            given("x", &x)
                .of("standardised")
                .got(z)
                .derived("a row alone, against the same row in the batch")
                .expect(expected);
        }
    });
}

/// A wavelength in metres: 450 and 650 billionths. A deviation of 10⁻⁷ is small, but it is not 0.
#[test]
fn a_feature_in_a_large_unit_is_stretched_too() {
    TASK.grade(1, |(_, standardised)| {
        let (x, mean, deviation) = (array![[450e-9], [650e-9]], array![550e-9], array![100e-9]);
        let inputs = given("x", &x).and("mean", &mean).and("deviation", &deviation).of("standardised");
        inputs.got(standardised(&x, &mean, &deviation)).expect(array![[-1.0], [1.0]]);
    });
}

/// A feature that never changes has the deviation 0. It becomes 0, and not 0/0; where a later sample differs, the
/// difference stays as it is.
#[test]
fn a_constant_feature_is_only_moved() {
    TASK.grade(1, |(statistics, standardised)| {
        let x = array![[7.0, 1.0], [7.0, 5.0]];
        let (mean, deviation) = statistics(&x);
        given("x", &x).got(deviation.clone()).derived("the deviation").expect(array![0.0, 2.0]);
        let inputs = |x: &Array2<f64>| given("x", x).and("mean", &mean).and("deviation", &deviation).of("standardised");
        inputs(&x).got(standardised(&x, &mean, &deviation)).expect(array![[0.0, -1.0], [0.0, 1.0]]);
        let later = array![[9.0, 3.0]];
        inputs(&later).got(standardised(&later, &mean, &deviation)).expect(array![[2.0, 0.0]]);
    });
}

#[test]
fn no_sample_and_other_lengths_are_refused() {
    TASK.grade(1, |(statistics, standardised)| {
        let one = array![[4.0, -2.0]];
        let (mean, deviation) = statistics(&one);
        given("x", &one).got(mean).derived("the mean").expect(array![4.0, -2.0]);
        given("x", &one).got(deviation).derived("the deviation").expect(array![0.0, 0.0]);
        let none = Array2::zeros((0, 2));
        given("x", &none).expect_panic("there is no sample", || statistics(&none).0);
        let two = array![1.0, 1.0];
        for other in [array![1.0], array![1.0, 1.0, 1.0]] {
            given("x", &one)
                .and("mean", &two)
                .and("deviation", &other)
                .of("standardised")
                .expect_panic("x has another number of columns than deviation", || standardised(&one, &two, &other));
            given("x", &one)
                .and("mean", &other)
                .and("deviation", &two)
                .of("standardised")
                .expect_panic("x has another number of columns than mean", || standardised(&one, &other, &two));
        }
    });
}
