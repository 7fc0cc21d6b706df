//! Chapter 9: what its pages quote of the experiments.

use super::examples::both_ways;
use super::experiments as made;
use super::experiments::{
    BY_MEANS, BY_WRITERS, CLASSES, DRAWN, HIDDEN, MOVED, ONE_NEIGHBOUR, RECIPE, SAID, SEVEN, SIDE, TESTING, TRAINING,
    shown,
};
use super::figures::learned::{agreement, chosen, favoured, mistakes};
use super::figures::{drawings, percent, tables};
use crate::files;
use crate::values::{Values, fixed, grouped};
use ch09::given::{forward, to_text};
use ch09::{accuracy, bounds, mean_cross_entropy, most_confused, one_hot, predicted};
use ndarray::{Array2, Axis};
use std::sync::LazyLock;
use xtask::course::Course;

/// The values of this chapter, computed once.
pub fn values() -> &'static Values {
    static VALUES: LazyLock<Values> = LazyLock::new(compute);
    &VALUES
}

fn compute() -> Values {
    let mut values = Values::new();
    data(&mut values);
    readers(&mut values);
    training(&mut values);
    drawn(&mut values);
    values.extend(super::hands::values());
    learned(&mut values);
    course(&mut values);
    values
}

/// How much the reader has written, once everything is written.
fn course(values: &mut Values) {
    let course = Course::open(&files::root()).expect("the book is part of the course");
    let tasks: Vec<_> = course.chapters.iter().flat_map(|chapter| &chapter.tasks).collect();
    values.extend([
        ("course.chapters", course.chapters.len().to_string()),
        ("course.tasks", tasks.len().to_string()),
        ("course.functions", tasks.iter().map(|task| task.functions.len()).sum::<usize>().to_string()),
    ]);
}

fn data(values: &mut Values) {
    let (n, test) = (TRAINING.labels.len(), TESTING.labels.len());
    let most = (0..CLASSES).map(|class| TESTING.labels.iter().filter(|label| **label == class).count()).max();
    let [by_writers, at_random] = made::on_average();
    let both = [&TRAINING.pixels, &TESTING.pixels];
    let touches = |row: usize| {
        let there = |pixels: &Array2<f64>| {
            pixels.rows().into_iter().filter(|image| (0..SIDE).any(|j| image[SIDE * row + j] > 0.0)).count()
        };
        both.iter().map(|pixels| there(pixels)).sum::<usize>() as f64 / (n + test) as f64
    };
    let blank = (0..SIDE * SIDE).filter(|&pixel| TRAINING.pixels.column(pixel).iter().all(|ink| *ink == 0.0)).count();
    values.extend([
        ("digits.all", grouped((n + test) as f64)),
        ("digits.learn", grouped(n as f64)),
        ("digits.tests", grouped(test as f64)),
        ("digits.training", grouped(BY_WRITERS.training.labels.len() as f64)),
        ("digits.held", grouped(BY_WRITERS.validation.labels.len() as f64)),
        ("digits.frequent", percent(most.unwrap_or_default() as f64 / test as f64, 1)),
        ("digits.runs", made::RUNS.to_string()),
        ("digits.writers.validation", percent(by_writers[0], 1)),
        ("digits.writers.test", percent(by_writers[1], 1)),
        ("digits.random.validation", percent(at_random[0], 1)),
        ("digits.random.test", percent(at_random[1], 1)),
        ("digits.top", percent(touches(0), 0)),
        ("digits.bottom", percent(touches(SIDE - 1), 0)),
        ("digits.blank", blank.to_string()),
        ("digits.inputs", (SIDE * SIDE + 1).to_string()),
        ("digits.hidden", (HIDDEN + 1).to_string()),
        ("digits.classes", CLASSES.to_string()),
        ("digits.kept", grouped(TRAINING.pixels.len() as f64)),
        ("digits.rest", (BY_WRITERS.training.labels.len() % RECIPE.size).to_string()),
        // Images of 28 × 28 pixels.
        ("digits.mnist", (28 * 28).to_string()),
    ]);
}

/// Those that no one trained: the means, and the nearest neighbour.
fn readers(values: &mut Values) {
    let (truth, said, count) = most_confused(&tables::by_means());
    values.extend([
        ("digits.means", percent(accuracy(&BY_MEANS, &TESTING.labels), 1)),
        ("digits.neighbour", percent(*ONE_NEIGHBOUR, 1)),
        ("digits.means.truth", tables::named(truth)),
        ("digits.means.said", tables::named(said)),
        ("digits.means.count", count.to_string()),
    ]);
}

fn training(values: &mut Values) {
    let training = shown();
    let y = one_hot(&BY_WRITERS.training.labels, CLASSES);
    let first = mean_cross_entropy(&forward(&made::untrained(RECIPE.seed), &BY_WRITERS.training.x).logits, &y);
    let [low, high] = made::spread();
    let (truth, said, count) = most_confused(&tables::by_network());
    let network = &training.network;
    let wrong = TESTING.labels.len() - tables::by_network().diag().sum();
    values.extend([
        ("digits.weights", grouped((network.w1.len() + network.w2.len()) as f64)),
        ("digits.weights1", grouped(network.w1.len() as f64)),
        ("digits.weights2", grouped(network.w2.len() as f64)),
        ("digits.d", HIDDEN.to_string()),
        ("digits.eta", RECIPE.eta.to_string()),
        ("digits.mu", RECIPE.mu.to_string()),
        ("digits.size", RECIPE.size.to_string()),
        ("digits.epochs", RECIPE.epochs.to_string()),
        ("digits.summed", fixed(RECIPE.size as f64 * (CLASSES as f64).ln(), 0)),
        ("digits.nothing", fixed((CLASSES as f64).ln(), 3)),
        ("digits.first", fixed(first, 2)),
        // Each entry of the first softmax is at most 1: the second one gives the right class e/(e + 9).
        ("digits.twice", fixed((9.0 * (-1.0_f64).exp()).ln_1p(), 2)),
        ("digits.error1", fixed(training.errors[0], 2)),
        ("digits.error20", fixed(training.errors[RECIPE.epochs - 1], 3)),
        ("digits.learned", percent(training.learned, 1)),
        ("digits.validation", percent(training.validation[training.best], 1)),
        ("digits.test", percent(training.test[training.best], 1)),
        ("digits.test1", percent(training.test[0], 1)),
        ("digits.best", (training.best + 1).to_string()),
        ("digits.low", percent(low, 1)),
        ("digits.high", percent(high, 1)),
        ("digits.wrong", wrong.to_string()),
        ("digits.difference", format!("{:.0e}", both_ways()[1])),
        ("digits.bytes", grouped(to_text(network).len() as f64)),
        ("digits.network.truth", tables::named(truth)),
        ("digits.network.said", tables::named(said)),
        ("digits.network.count", count.to_string()),
    ]);
}

fn drawn(values: &mut Values) {
    let [shrunk, prepared] = *DRAWN;
    let names = [
        ["moved.left", "moved.left.sure"],
        ["moved.right", "moved.right.sure"],
        ["moved.up", "moved.up.sure"],
        ["moved.down", "moved.down.sure"],
    ];
    for (names, numbers) in names.into_iter().zip(&*MOVED) {
        values.extend(names.into_iter().zip(numbers).map(|(name, number)| (name, percent(*number, 0))));
    }
    let still = made::quality(&TESTING.pixels, &TESTING.labels);
    let [[before, sure], [after, sure_after]] =
        SEVEN.said.map(|(class, sureness)| [class.to_string(), percent(sureness, 0)]);
    let [raw, ready] = drawings::pictures().map(|picture| drawings::said(&picture));
    let (top, bottom, left, right) = bounds(&made::THREE).expect("there is ink on the pad");
    values.extend([
        ("drawn.shrunk", percent(shrunk, 0)),
        ("drawn.prepared", percent(prepared, 0)),
        ("drawn.count", TESTING.labels.len().div_ceil(made::REDRAWN).to_string()),
        ("drawn.pad", made::PAD.to_string()),
        ("drawn.least", made::SIZES.start.to_string()),
        ("drawn.most", (made::SIZES.end - 1).to_string()),
        ("drawn.raw", raw.0.to_string()),
        ("drawn.raw.sure", raw.1),
        ("drawn.ready", ready.0.to_string()),
        ("drawn.ready.sure", ready.1),
        ("drawn.height", (bottom - top + 1).to_string()),
        ("drawn.width", (right - left + 1).to_string()),
        ("moved.none", percent(still[0], 0)),
        ("moved.none.sure", percent(still[1], 0)),
        ("moved.seven", before),
        ("moved.seven.sure", sure),
        ("moved.other", after),
        ("moved.other.sure", sure_after),
    ]);
}

fn learned(values: &mut Values) {
    let agreement = agreement();
    let [clear, ..] = chosen();
    let favourite = |neuron| {
        let places = favoured(neuron, 20);
        let shares = Array2::from_shape_fn((1, CLASSES), |(_, class)| {
            places.iter().filter(|place| TRAINING.labels[**place] == class).count() as f64
        });
        predicted(&shares)[0]
    };
    let sureness = |place: usize| made::largest(SAID.row(place));
    let said = predicted(&SAID);
    let right = (0..said.len()).filter(|&i| said[i] == TESTING.labels[i]);
    let (right, wrong): (Vec<f64>, Vec<f64>) = (
        right.map(sureness).collect(),
        (0..said.len()).filter(|&i| said[i] != TESTING.labels[i]).map(sureness).collect(),
    );
    let sevens = mistakes().into_iter().filter(|&place| TESTING.labels[place] == 7 && said[place] == 5).count();
    let mean = |all: &[f64]| all.iter().sum::<f64>() / all.len() as f64;
    let sure = |all: &[f64]| all.iter().filter(|sureness| **sureness > 0.9).count();
    let still = {
        let (before, after) = (made::untrained(RECIPE.seed).w1, &shown().network.w1);
        after.column(1).iter().zip(before.index_axis(Axis(1), 1)).all(|(after, before)| after == before)
    };
    assert!(still, "no training image has ink in the upper left corner, so its weights do not move");
    values.extend([
        ("hidden.clear", clear.to_string()),
        ("hidden.clear.digit", favourite(clear).to_string()),
        ("hidden.clear.agree", agreement[clear].to_string()),
        ("hidden.half", agreement.iter().filter(|agree| **agree >= 10).count().to_string()),
        ("mistakes.sure", sure(&wrong).to_string()),
        ("mistakes.sevens", sevens.to_string()),
        ("mistakes.handed", (said.len() - sure(&wrong) - sure(&right)).to_string()),
        ("mistakes.mean", percent(mean(&wrong), 0)),
        ("mistakes.mean.right", percent(mean(&right), 0)),
    ]);
}
