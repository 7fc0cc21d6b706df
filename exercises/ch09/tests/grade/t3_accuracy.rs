//! # Task 3: what the network says
//!
//! Write `predicted(scores)` and `accuracy(predicted, truth)` in `src/accuracy.rs`. The network gives ten numbers; what
//! it says is the class of the largest. How often that is right is the number which people want to hear, though no
//! gradient comes from it: a weight that moves a little changes no answer at all.

use ch09::{accuracy, predicted};
use ch09_mistakes::t3_accuracy::{ACCURACY, Functions, PREDICTED};
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<Functions> = Task {
    title: "What the network says",
    functions: &["predicted", "accuracy"],
    section: "What the network says",
    yours: (predicted, accuracy),
    diagnoses: &[&PREDICTED, &ACCURACY],
};

#[test]
fn three_samples_by_hand() {
    TASK.grade(1, |(predicted, _)| {
        let scores = array![[0.1, 0.7, 0.2], [0.8, 0.15, 0.05], [0.3, 0.3, 0.4]];
        given("scores", &scores).of("predicted").got(predicted(&scores)).expect(vec![1, 0, 2]);
    });
}

/// Logits are negative as often as not.
#[test]
fn scores_may_be_negative() {
    TASK.grade(1, |(predicted, _)| {
        let scores = array![[-3.0, -1.0, -2.0], [-9e9, -8e9, -7e9], [-5.0, 0.0, -0.1], [-2.0, -3.0, -1e-9]];
        given("scores", &scores).of("predicted").got(predicted(&scores)).expect(vec![1, 2, 1, 2]);
    });
}

#[test]
fn of_equal_scores_the_first_counts() {
    TASK.grade(1, |(predicted, _)| {
        let scores = array![[3.0, -1.0, 3.0], [0.0, 0.0, 0.0], [1.0, 2.0, 2.0]];
        given("scores", &scores).of("predicted").got(predicted(&scores)).expect(vec![0, 0, 1]);
        // Nearly equal is not equal, and the largest numbers have an order too.
        let scores = array![[1.0, 1.0 + 1e-9, 0.5], [899.0, 900.0, 901.0]];
        given("scores", &scores).of("predicted").got(predicted(&scores)).expect(vec![1, 2]);
    });
}

/// Each class is said where its score is raised above all others.
#[test]
fn the_largest_score_of_each_row_decides() {
    TASK.grade(1, |(predicted, _)| {
        for (seed, n, m) in [(121, 12, 10), (122, 3, 7), (123, 7, 3), (124, 1, 1), (125, 4, 4)] {
            let expected: Vec<usize> = (0..n).map(|i| (5 * i + 2) % m).collect();
            let mut scores = Random::seeded(seed).matrix(n, m);
            expected.iter().enumerate().for_each(|(i, &class)| scores[[i, class]] += 2.0);
            given("scores", &scores).of("predicted").got(predicted(&scores)).expect(expected);
        }
    });
}

/// Right, wrong and half: a share lies between 0 and 1.
#[test]
fn the_share_of_right_answers() {
    TASK.grade(2, |(_, accuracy)| {
        for (predicted, truth, share) in [
            (vec![1, 0, 2, 2], vec![1, 0, 1, 2], 0.75),
            (vec![3, 3, 3], vec![3, 3, 3], 1.0),
            (vec![3, 1], vec![1, 3], 0.0),
            (vec![0, 0, 0], vec![0, 1, 2], 1.0 / 3.0),
            (vec![9], vec![9], 1.0),
            (vec![7, 4, 4, 1, 0, 2], vec![4, 4, 7, 1, 2, 0], 1.0 / 3.0),
        ] {
            let inputs = given("predicted", &predicted).and("truth", &truth).of("accuracy");
            inputs.got(accuracy(&predicted, &truth)).expect(share);
        }
    });
}

#[test]
fn a_share_of_nothing_is_refused() {
    TASK.grade(1, |(predicted, accuracy)| {
        let no_class = Array2::zeros((2, 0));
        given("scores", &Array2::<f64>::zeros((0, 3))).got(predicted(&Array2::zeros((0, 3)))).expect(vec![]);
        given("scores", &no_class).of("predicted").expect_panic("there is no class", || predicted(&no_class));
        for (predicted, truth, words) in [
            (vec![1, 2], vec![1], "the two differ in length"),
            (vec![1], vec![1, 2], "the two differ in length"),
            (vec![], vec![], "there is no sample"),
        ] {
            let inputs = given("predicted", &predicted).and("truth", &truth).of("accuracy");
            inputs.expect_panic(words, || accuracy(&predicted, &truth));
        }
    });
}
