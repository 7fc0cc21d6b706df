//! # Task 9: the surest mistakes
//!
//! Write `surest_mistakes(probabilities, truth, count)` in `src/errors.rs`. Where a network is unsure and wrong, the
//! image is often a bad one. Where it is sure and wrong, either it has learned something odd or the label is wrong. So
//! these are the images to look at first.

use ch09::surest_mistakes;
use ch09_mistakes::t9_surest_mistakes::{SUREST_MISTAKES, SurestMistakes};
use checks::{Random, Task, given};
use ndarray::{Array2, Axis, array};

const TASK: Task<SurestMistakes> = Task {
    title: "The surest mistakes",
    functions: &["surest_mistakes"],
    section: "The surest mistakes",
    yours: surest_mistakes,
    diagnoses: &[&SUREST_MISTAKES],
};

fn check(surest: SurestMistakes, probabilities: &Array2<f64>, truth: &[usize], count: usize, expected: &[usize]) {
    given("probabilities", probabilities)
        .and("truth", &truth.to_vec())
        .and("count", &count)
        .got(surest(probabilities, truth, count))
        .expect(expected.to_vec());
}

#[test]
fn four_samples_by_hand() {
    TASK.grade(2, |surest| {
        let probabilities = array![[0.9, 0.1], [0.2, 0.8], [0.3, 0.7], [0.6, 0.4]];
        for (count, expected) in [(2, vec![0, 2]), (1, vec![0]), (0, vec![])] {
            check(surest, &probabilities, &[1, 1, 0, 1], count, &expected);
        }
    });
}

/// Only mistakes are listed: fewer than were asked for, or none.
#[test]
fn right_answers_are_not_listed() {
    TASK.grade(1, |surest| {
        let probabilities = array![[0.9, 0.1], [0.2, 0.8], [0.3, 0.7], [0.6, 0.4]];
        check(surest, &probabilities, &[0, 1, 1, 0], 3, &[]);
        check(surest, &probabilities, &[0, 1, 0, 0], 3, &[2]);
        check(surest, &Array2::zeros((0, 4)), &[], 2, &[]);
    });
}

/// How sure the network is, is the probability of what it says; not how little it gives to the truth.
#[test]
fn sureness_is_the_probability_of_what_it_says() {
    TASK.grade(1, |surest| {
        let probabilities = array![[0.5, 0.49, 0.01], [0.55, 0.2, 0.25], [0.0, 0.45, 0.55]];
        check(surest, &probabilities, &[2, 1, 1], 3, &[1, 2, 0]);
        check(surest, &probabilities, &[2, 1, 0], 3, &[1, 2, 0]);
        let near = array![[0.5549, 0.4451], [0.5451, 0.4549], [0.5501, 0.4499]];
        check(surest, &near, &[1, 1, 1], 3, &[0, 2, 1]);
    });
}

#[test]
fn of_equal_mistakes_the_earlier_comes_first() {
    TASK.grade(1, |surest| {
        let probabilities = array![[0.25, 0.75], [0.75, 0.25], [0.125, 0.875], [0.75, 0.25]];
        check(surest, &probabilities, &[0, 1, 0, 1], 4, &[2, 0, 1, 3]);
        check(surest, &probabilities, &[0, 1, 1, 1], 2, &[0, 1]);
        // What the network says is the first class of equal ones.
        let ties = array![[0.5, 0.5, 0.0], [0.5, 0.0, 0.5], [0.25, 0.375, 0.375]];
        check(surest, &ties, &[1, 0, 2], 3, &[0, 2]);
        // Sixty mistakes, sure, surer and surest in turn.
        let sureness = |i: usize| [0.625, 0.75, 0.875][i % 3];
        let many = Array2::from_shape_fn((60, 2), |(i, j)| if j == 0 { sureness(i) } else { 1.0 - sureness(i) });
        let expected: Vec<usize> = (0..3).rev().flat_map(|level| (level..60).step_by(3)).collect();
        check(surest, &many, &[1; 60], 60, &expected);
    });
}

/// Ten classes, and about as many mistakes as right answers.
#[test]
fn the_list_goes_from_sure_to_unsure() {
    TASK.grade(2, |surest| {
        for (seed, n, m, count) in [(191, 30, 10, 5), (192, 12, 3, 12), (193, 9, 4, 3), (194, 1, 2, 1)] {
            let powers = Random::seeded(seed).matrix(n, m).mapv(|v| (2.0 * v).exp());
            let probabilities = &powers / &powers.sum_axis(Axis(1)).insert_axis(Axis(1));
            let says =
                |i: usize| (0..m).max_by(|&a, &b| probabilities[[i, a]].total_cmp(&probabilities[[i, b]])).unwrap();
            let truth: Vec<usize> = (0..n).map(|i| if i % 2 == 0 { (says(i) + 1) % m } else { says(i) }).collect();
            let mut expected: Vec<usize> = (0..n).step_by(2).collect();
            let sureness = |i: usize| probabilities[[i, says(i)]];
            expected.sort_by(|&a, &b| sureness(b).total_cmp(&sureness(a)));
            expected.truncate(count);
            check(surest, &probabilities, &truth, count, &expected);
        }
    });
}

#[test]
fn labels_that_do_not_fit_are_refused() {
    TASK.grade(1, |surest| {
        let probabilities = array![[0.9, 0.1], [0.2, 0.8]];
        check(surest, &probabilities, &[1, 1], 1, &[0]);
        for (probabilities, truth, words) in [
            (probabilities.clone(), vec![1], "there is not one label for each sample"),
            (probabilities, vec![1, 1, 0], "there is not one label for each sample"),
            (Array2::zeros((1, 0)), vec![0], "there is no class"),
        ] {
            let inputs = given("probabilities", &probabilities).and("truth", &truth);
            inputs.expect_panic(words, || surest(&probabilities, &truth, 2));
        }
    });
}
