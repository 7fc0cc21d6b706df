//! # Task 6: the training loop
//!
//! Write `train_epoch(network, optimiser, x, y, size, seed)` and `train(network, training, validation, recipe)` in
//! `src/train.rs`. The loop is that of every framework: batches, forward, backward, a step; after each epoch a look at
//! samples that the network has not learned from. In the last two tests it learns to read. The parts are tasks 1 to 3:
//! if one of them is red, mend it first.

use super::yours;
use ch09_mistakes::given::{self, Momentum, Network, Recipe, Samples, initial_network};
use ch09_mistakes::naive::{self, Example};
use ch09_mistakes::t6_train::{Functions, TRAIN, TRAIN_EPOCH, Train};
use checks::{Given, Task, given};
use datasets::{Digits, digits_for_testing, digits_for_training};
use ndarray::{Array2, Axis, concatenate, s};

const TASK: Task<Functions> = Task {
    title: "The training loop",
    functions: &["train_epoch", "train"],
    section: "The training loop",
    yours: (yours::train_epoch, yours::train),
    diagnoses: &[&TRAIN_EPOCH, &TRAIN],
};

fn epoch_of(example: &Example, size: usize, seed: usize) -> Given {
    let Example { network, x, y, .. } = example;
    given("w1", &network.w1).and("w2", &network.w2).and("x", x).and("y", y).and("size", &size).and("seed", &seed)
}

/// Batches of two, of three, of one, and all at once; the last one may be shorter.
#[test]
fn an_epoch_takes_a_step_after_each_batch() {
    TASK.grade(2, |(train_epoch, _)| {
        for (seed, size) in [(151, 2), (152, 3), (153, 1), (154, 100)] {
            let example = naive::example(seed);
            let (mut network, mut optimiser) = (example.network.clone(), Momentum::new(&example.network, 0.3, 0.0));
            train_epoch(&mut network, &mut optimiser, &example.x, &example.y, size, seed);
            let (right, ..) = right_epoch(&example, &Momentum::new(&example.network, 0.3, 0.0), size, seed);
            let inputs = || epoch_of(&example, size, seed as usize);
            inputs().got(network.w2).derived("W₂ after the epoch").expect(right.w2);
            inputs().got(network.w1).derived("W₁ after the epoch").expect(right.w1);
        }
    });
}

/// The optimiser comes with a velocity, uses it from batch to batch, and leaves with another.
#[test]
fn an_epoch_keeps_the_velocity() {
    TASK.grade(1, |(train_epoch, _)| {
        let example = naive::example(155);
        let mut before = Momentum::new(&example.network, 0.2, 0.9);
        before.velocity.w1.fill(0.3);
        before.velocity.w2.fill(-0.1);
        let (mut network, mut optimiser) = (example.network.clone(), before.clone());
        train_epoch(&mut network, &mut optimiser, &example.x, &example.y, 3, 8);
        let (right, left, _) = right_epoch(&example, &before, 3, 8);
        let inputs = || epoch_of(&example, 3, 8).and("velocity of w1", &before.velocity.w1);
        inputs().got(network.w1).derived("W₁ after the epoch").expect(right.w1);
        inputs().got(optimiser.velocity.w2).derived("the velocity of W₂ after the epoch").expect(left.velocity.w2);
        inputs().got(optimiser.eta).derived("the step size after the epoch").expect(before.eta);
    });
}

/// Seven samples in batches of three: the last one, alone in its batch, counts as much as any other.
#[test]
fn an_epoch_returns_the_mean_error_of_all_samples() {
    TASK.grade(1, |(train_epoch, _)| {
        for (seed, size) in [(156, 3), (157, 100), (158, 2)] {
            let example = naive::example(seed);
            let mut optimiser = Momentum::new(&example.network, 0.5, 0.5);
            let (_, _, error) = right_epoch(&example, &optimiser, size, seed);
            let got = train_epoch(&mut example.network.clone(), &mut optimiser, &example.x, &example.y, size, seed);
            epoch_of(&example, size, seed as usize).got(got).expect(error);
        }
    });
}

#[test]
fn an_epoch_with_batches_of_nothing_is_refused() {
    TASK.grade(1, |(train_epoch, _)| {
        let Example { network, x, y, .. } = naive::example(159);
        let run = |y: &Array2<f64>, size| {
            train_epoch(&mut network.clone(), &mut Momentum::new(&network, 0.1, 0.0), &x, y, size, 1)
        };
        given("size", &2_usize).got(run(&y, 2)).expect_that("is a number", |error| error.is_finite());
        given("x", &x).and("y", &y).and("size", &0_usize).expect_panic("a batch would hold nothing", || run(&y, 0));
        let longer = given::with_bias(&y.t().to_owned()).t().to_owned();
        given("x", &x).and("y", &longer).expect_panic("x and y differ in their number of rows", || run(&longer, 2));
    });
}

fn right_epoch(example: &Example, optimiser: &Momentum, size: usize, seed: u64) -> (Network, Momentum, f64) {
    naive::epoch(&example.network, optimiser, &example.x, &example.y, size, seed)
}

fn right_training(example: &Example, recipe: &Recipe) -> (Network, Vec<f64>) {
    naive::training(&example.network, &example.training(), &example.validation, recipe)
}

fn training_of(example: &Example, recipe: &Recipe) -> Given {
    given("w1", &example.network.w1)
        .and("w2", &example.network.w2)
        .and("epochs", &recipe.epochs)
        .and("size", &recipe.size)
        .and("seed", &(recipe.seed as usize))
        .of("train")
}

/// The training samples may lack a class; the network has an output for it all the same. Nothing is read of a class
/// that was never seen, and the network ends with the weights after its first epoch.
#[test]
fn a_training_copes_with_a_class_that_does_not_occur() {
    TASK.grade(1, |(_, train)| {
        let (mut example, recipe) = (naive::example(170), Recipe { eta: 0.8, mu: 0.5, size: 2, epochs: 3, seed: 7 });
        example.labels.iter_mut().for_each(|label| *label %= 2);
        example.validation.labels.fill(2);
        let mut network = example.network.clone();
        let got = train(&mut network, &example.training(), &example.validation, &recipe);
        let (right, accuracies) = right_training(&example, &recipe);
        training_of(&example, &recipe).got(got).expect(accuracies);
        training_of(&example, &recipe).got(network.w2).derived("W₂ after the training").expect(right.w2);
    });
}

/// Seven samples in batches of three, and each epoch has a random order of its own. A training goes on when all of the
/// few samples that are watched are read.
#[test]
fn a_training_returns_the_accuracy_after_each_epoch() {
    TASK.grade(1, |(_, train)| {
        for (seed, epochs, watched) in [(161, 6, 8), (162, 1, 8), (163, 0, 8), (164, 12, 8), (165, 12, 1), (166, 12, 2)]
        {
            let (mut example, recipe) = (naive::example(seed), Recipe { eta: 0.8, mu: 0.5, size: 3, epochs, seed });
            example.validation.x = example.validation.x.slice(s![..watched, ..]).to_owned();
            example.validation.labels.truncate(watched);
            let (_, accuracies) = right_training(&example, &recipe);
            let got = train(&mut example.network.clone(), &example.training(), &example.validation, &recipe);
            training_of(&example, &recipe).got(got).expect(accuracies);
        }
    });
}

/// The accuracy rises and falls. The network ends with the weights of the first epoch that was never surpassed.
#[test]
fn a_training_keeps_the_best_weights() {
    TASK.grade(2, |(_, train)| {
        for (seed, epochs) in [(165, 9), (166, 2), (167, 0), (168, 14)] {
            let (mut example, recipe) = (naive::example(seed), Recipe { eta: 1.5, mu: 0.5, size: 2, epochs, seed });
            if seed == 168 {
                // Many samples to watch: one more of them that is read is better, too.
                let parts: Vec<Samples> = (1..=20).map(|seed| naive::example(seed).validation).collect();
                let views: Vec<_> = parts.iter().map(|part| part.x.view()).collect();
                let labels = parts.iter().flat_map(|part| part.labels.clone()).collect();
                example.validation = Samples { x: concatenate(Axis(0), &views).unwrap(), labels };
            }
            let mut network = example.network.clone();
            train(&mut network, &example.training(), &example.validation, &recipe);
            let (right, _) = right_training(&example, &recipe);
            let inputs = || training_of(&example, &recipe);
            inputs().got(network.w1).derived("W₁ after the training").expect(right.w1);
            inputs().got(network.w2).derived("W₂ after the training").expect(right.w2);
        }
    });
}

#[test]
fn a_training_without_validation_is_refused() {
    TASK.grade(1, |(_, train)| {
        let recipe = Recipe { eta: 0.1, mu: 0.0, size: 2, epochs: 1, seed: 1 };
        let example = naive::example(169);
        let run = |validation: &Samples| train(&mut example.network.clone(), &example.training(), validation, &recipe);
        let accuracies = run(&example.validation);
        training_of(&example, &recipe).got(accuracies).expect_shape(&[1], "an accuracy for each epoch");
        let none = Samples { x: Array2::zeros((0, example.x.ncols())), labels: vec![] };
        training_of(&example, &recipe).expect_panic("there are no validation samples", || run(&none));
    });
}

/// The digits of 30 people: four fifths to learn from, the rest to choose the epoch by.
fn split() -> (Samples, Samples) {
    let Digits { pixels, labels } = digits_for_training();
    let (x, at) = (given::inputs(&pixels), 3060);
    let part =
        |from: usize, to: usize| Samples { x: x.slice(s![from..to, ..]).to_owned(), labels: labels[from..to].to_vec() };
    (part(0, at), part(at, labels.len()))
}

/// How many of the digits of 13 other people a network reads, after a training of that many epochs.
fn accuracy_on_strangers(train: Train, epochs: usize) -> f64 {
    let (training, validation) = split();
    let mut network: Network = initial_network(9, 65, 32, 10);
    train(&mut network, &training, &validation, &Recipe { eta: 0.05, mu: 0.9, size: 32, epochs, seed: 9 });
    let Digits { pixels, labels } = digits_for_testing();
    naive::accuracy(&network, &given::inputs(&pixels), &labels)
}

/// After two epochs the network has seen each image twice. Who guesses is right one time in ten.
#[test]
fn digits_are_read_after_two_epochs() {
    TASK.grade(1, |(_, train)| {
        given("epochs", &2_usize)
            .of("train")
            .got(accuracy_on_strangers(train, 2))
            .derived("the share of the test digits that is read")
            .expect_that("is 0.88 at least", |&share| share >= 0.88);
    });
}

/// Twenty epochs, and a network that reads the hands of people it has never met.
#[test]
fn digits_of_strangers_are_read() {
    TASK.grade(2, |(_, train)| {
        given("epochs", &20_usize)
            .of("train")
            .got(accuracy_on_strangers(train, 20))
            .derived("the share of the test digits that is read")
            .expect_that("is 0.94 at least", |&share| share >= 0.94);
    });
}
