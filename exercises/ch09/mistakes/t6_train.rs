//! Spoilers: wrong ways to write `train_epoch` and `train`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use crate::given::{Momentum, Network, Recipe, Samples};
use crate::naive::{self, Example};
use checks::{Answer, Diagnosis};
use ndarray::Array2;

pub type TrainEpoch = fn(&mut Network, &mut Momentum, &Array2<f64>, &Array2<f64>, usize, u64) -> f64;
pub type Train = fn(&mut Network, &Samples, &Samples, &Recipe) -> Vec<f64>;
pub type Functions = (TrainEpoch, Train);

pub static TRAIN_EPOCH: Diagnosis<Functions, TrainEpoch, (Example, Momentum, usize, u64)> = Diagnosis {
    function: "train_epoch",
    slot: |f| &mut f.0,
    right: |network, optimiser, x, y, size, seed| {
        assert!(x.nrows() == y.nrows() && size > 0);
        let error;
        (*network, *optimiser, error) = naive::epoch(network, optimiser, x, y, size, seed);
        error
    },
    mistakes: &[],
    inputs: || vec![],
    call: |train_epoch, (Example { network, x, y, .. }, optimiser, size, seed)| {
        let (mut network, mut optimiser) = (network.clone(), optimiser.clone());
        let error = train_epoch(&mut network, &mut optimiser, x, y, *size, *seed);
        Answer::named("the returned error", &error)
            .and("W₁", &network.w1)
            .and("W₂", &network.w2)
            .and("the velocity of W₁", &optimiser.velocity.w1)
            .and("the velocity of W₂", &optimiser.velocity.w2)
    },
    properties: &[],
};

pub static TRAIN: Diagnosis<Functions, Train, (Example, Recipe)> = Diagnosis {
    function: "train",
    slot: |f| &mut f.1,
    right: |network, training, validation, recipe| {
        assert!(!validation.labels.is_empty());
        let accuracies;
        (*network, accuracies) = naive::training(network, training, validation, recipe);
        accuracies
    },
    mistakes: &[],
    inputs: || vec![],
    call: |train, (example, recipe)| {
        let mut network = example.network.clone();
        let accuracies = train(&mut network, &example.training(), &example.validation, recipe);
        Answer::named("the accuracies", &accuracies).and("W₁", &network.w1).and("W₂", &network.w2)
    },
    properties: &[],
};
