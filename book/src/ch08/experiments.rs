//! The experiments of chapter 8, each computed once: figures draw them, and pages quote them.

use super::widget::network::{Hidden, Network, Optimiser, Output, PLAIN, Recipe};
use super::widget::sine::{self, NETWORK as SINE_NETWORK, Samples};
use ch08::{adam_step, given, initial_weights, momentum_step, rows, standardised, statistics, step_size};
use ndarray::{Array1, Array2, Axis, array, concatenate, s};
use std::f64::consts::{FRAC_1_SQRT_2, SQRT_2};
use std::sync::LazyLock;

/// A curve: a value for each step or epoch, from 0.
pub type Curve = Vec<f64>;

/// Ten layers of this many neurons.
pub const WIDTH: usize = 100;
pub const LAYERS: u64 = 10;

/// A way to begin: a name, an activation function, and the gain.
type Start = (&'static str, fn(f64) -> f64, f64);

pub const STARTS: [Start; 7] = [
    ("lecun", f64::tanh, 1.0),
    // From −1/√k to 1/√k: the variance is 1/(3k).
    ("pytorch", f64::tanh, 0.577_350_269_189_625_8),
    // Deviations of 0.01 and 1, where LeCun has 1/√100.
    ("small", f64::tanh, 0.1),
    ("large", f64::tanh, 10.0),
    ("he", |a| a.max(0.0), SQRT_2),
    ("relu_lecun", |a| a.max(0.0), 1.0),
    // The deviation is 2/k in the place of √(2/k).
    ("no_root", |a| a.max(0.0), 0.2),
];

/// The mean square of the activations, of the inputs first and then after each layer, for each way to begin.
pub static LAYER_BY_LAYER: LazyLock<Vec<Curve>> = LazyLock::new(|| {
    let weights: Vec<_> = (0..LAYERS).map(|layer| given::uniform(WIDTH, WIDTH, 100 + layer)).collect();
    let mean_square = |h: &Array2<f64>| h.mapv(|h| h * h).sum() / h.len() as f64;
    STARTS
        .iter()
        .map(|&(_, activation, gain)| {
            let mut h = 3.0_f64.sqrt() * (2.0 * given::uniform(WIDTH, WIDTH, 9) - 1.0);
            let mut curve = vec![mean_square(&h)];
            for uniform in &weights {
                h = h.dot(&initial_weights(uniform, gain).t()).mapv_into(activation);
                curve.push(mean_square(&h));
            }
            curve
        })
        .collect()
});

/// A linear model of the petals' width, from features of any scale.
pub struct Scale {
    pub mean: Array1<f64>,
    pub deviation: Array1<f64>,
    /// For the features as they were written down, and on one scale: the error after each step, and the ratio of the
    /// largest to the smallest curvature.
    pub descents: [(Curve, f64); 2],
}

/// How many steps the linear model is trained for.
pub const SCALE_STEPS: usize = 10_000;

/// The other three measurements with the length of the petal in millimetres, and the width of the petal.
fn petals() -> (Array2<f64>, Array1<f64>) {
    let flowers = datasets::iris().features;
    let mut x = flowers.slice(s![.., ..3]).to_owned();
    x.column_mut(2).mapv_inplace(|length| 10.0 * length);
    (x, flowers.column(3).to_owned())
}

pub static SCALE: LazyLock<Scale> = LazyLock::new(|| {
    let (raw, y) = petals();
    let (mean, deviation) = statistics(&raw);
    let descents = [raw.clone(), standardised(&raw, &mean, &deviation)].map(|x| {
        let x = with_ones(&x);
        let n = x.nrows() as f64;
        // The error is a quadratic function of the weights, and its gradient needs only these.
        let curvature = x.t().dot(&x) * (2.0 / n);
        let pull = x.t().dot(&y) * (2.0 / n);
        let [largest, smallest] = extremes(&curvature);
        let mut w = Array1::zeros(x.ncols());
        let mut curve = vec![];
        for _ in 0..=SCALE_STEPS {
            curve.push(0.5 * w.dot(&curvature.dot(&w)) - w.dot(&pull) + y.dot(&y) / n);
            w = &w - (curvature.dot(&w) - &pull) / largest;
        }
        (curve, largest / smallest)
    });
    Scale { mean, deviation, descents }
});

/// The largest and the smallest eigenvalue of a symmetric, positive matrix.
fn extremes(a: &Array2<f64>) -> [f64; 2] {
    // High powers of a matrix have nothing left but the direction of its largest eigenvalue.
    let dominant = |a: &Array2<f64>| {
        let mut power = a.clone();
        for _ in 0..40 {
            power = power.dot(&power);
            power /= power.iter().fold(0.0, |largest: f64, entry| largest.max(entry.abs()));
        }
        let columns = power.columns();
        let longest = columns.into_iter().max_by(|v, u| v.dot(v).total_cmp(&u.dot(u))).expect("a matrix has columns");
        longest.to_owned()
    };
    let quotient = |v: Array1<f64>| v.dot(&a.dot(&v)) / v.dot(&v);
    let largest = quotient(dominant(a));
    [largest, quotient(dominant(&(Array2::eye(a.nrows()) * largest - a)))]
}

fn with_ones(x: &Array2<f64>) -> Array2<f64> {
    concatenate![Axis(1), Array2::ones((x.nrows(), 1)), *x]
}

/// The irises as they were measured, in random order, each answer a row with a 1 for its species.
pub fn irises(seed: u64) -> Samples {
    let flowers = datasets::iris();
    let classes = |(flower, class): (usize, usize)| f64::from(u8::from(flowers.species[flower] == class as f64));
    let answers = Array2::from_shape_fn((150, 3), classes);
    let order = given::shuffled(150, seed);
    (rows(&flowers.features, &order), rows(&answers, &order))
}

/// The first `n` of them, for training, and the others.
pub fn divided((x, y): &Samples, n: usize) -> [Samples; 2] {
    let part = |from: usize, to: usize| (x.slice(s![from..to, ..]).to_owned(), y.slice(s![from..to, ..]).to_owned());
    [part(0, n), part(n, x.nrows())]
}

/// The training flowers on one scale.
pub fn flowers(n: usize) -> Samples {
    let [(x, y), _] = divided(&irises(1), n);
    let (mean, deviation) = statistics(&x);
    (standardised(&x, &mean, &deviation), y)
}

pub const IRIS_NETWORK: Network = Network { sizes: [4, 16, 3], hidden: Hidden::Tanh, output: Output::Classes };

/// How many divisions of the irises are tried with and without the leak.
pub const LEAKS: u64 = 20;

/// The mean share of test flowers that are right: with the training's statistics, and with those of all flowers.
pub static LEAK: LazyLock<[f64; 2]> = LazyLock::new(|| {
    let share = |leaked: bool| {
        let one = |seed| {
            let all = irises(seed);
            let [(x, y), (x_test, y_test)] = divided(&all, 100);
            let (mean, deviation) = statistics(if leaked { &all.0 } else { &x });
            let [x, x_test] = [x, x_test].map(|x| standardised(&x, &mean, &deviation));
            let recipe = Recipe { eta: 0.05, epochs: 60, ..PLAIN };
            let w = IRIS_NETWORK.train(&recipe, IRIS_NETWORK.initial([SQRT_2, 1.0], seed), (&x, &y), |_, _| ());
            IRIS_NETWORK.accuracy(&w, &x_test, &y_test)
        };
        (1..=LEAKS).map(one).sum::<f64>() / LEAKS as f64
    };
    [share(false), share(true)]
});

/// How many flowers are trained on, and batches of which sizes.
pub const FLOWERS: usize = 98;
pub const BATCHES: [usize; 4] = [1, 8, 32, FLOWERS];
pub const BATCH_EPOCHS: usize = 30;

/// The error on the flowers after each epoch, for each size of batch.
pub static BATCH_SIZES: LazyLock<Vec<Curve>> = LazyLock::new(|| {
    let samples = flowers(FLOWERS);
    let descent = |batch| descended(&samples, FLOWERS, Recipe { batch, eta: 0.1, epochs: BATCH_EPOCHS, ..PLAIN });
    BATCHES.into_iter().map(descent).collect()
});

/// The last batch of two: the step size, and how many networks.
pub const REST_ETA: f64 = 0.5;
pub const REST_SEEDS: u64 = 6;
/// From which epoch on the worst error is looked for.
pub const REST_FROM: usize = 15;
/// With two flowers left over and without.
pub const REST: [usize; 2] = [FLOWERS, 96];

/// For each of the two numbers of flowers, the error on all flowers after each epoch, of several networks.
pub static LAST_BATCH: LazyLock<[Vec<Curve>; 2]> = LazyLock::new(|| {
    let samples = flowers(FLOWERS);
    REST.map(|n| {
        let recipe = |seed| Recipe { batch: 32, eta: REST_ETA, epochs: BATCH_EPOCHS, seed, ..PLAIN };
        (0..REST_SEEDS).map(|seed| descended(&samples, n, recipe(seed))).collect()
    })
});

/// The error on all of these flowers after each epoch of gradient descent on the first `n`.
fn descended((x, y): &Samples, n: usize, recipe: Recipe) -> Curve {
    let [(x_part, y_part), _] = divided(&(x.clone(), y.clone()), n);
    let recipe = Recipe { optimiser: Optimiser::Descent, ..recipe };
    let mut curve = vec![];
    let start = IRIS_NETWORK.initial([SQRT_2, 1.0], recipe.seed);
    IRIS_NETWORK.train(&recipe, start, (&x_part, &y_part), |_, w| curve.push(IRIS_NETWORK.error(w, x, y)));
    curve
}

/// The narrow valley: its curvatures, where the way begins, the step size, the momentum.
pub const CURVATURES: [f64; 2] = [1.0, 40.0];
pub const VALLEY_START: [f64; 2] = [-4.0, 1.0];
pub const VALLEY_ETA: f64 = 0.045;
pub const VALLEY_MU: f64 = 0.8;
pub const VALLEY_STEPS: usize = 60;

pub fn valley_error(w: &Array1<f64>) -> f64 {
    0.5 * (CURVATURES[0] * w[0] * w[0] + CURVATURES[1] * w[1] * w[1])
}

/// The way of momentum through the valley.
pub fn valley_way(mu: f64, steps: usize) -> Vec<Array1<f64>> {
    let (mut w, mut velocity) = (Array1::from(VALLEY_START.to_vec()), Array1::zeros(2));
    let mut way = vec![w.clone()];
    for _ in 0..steps {
        let gradient = array![CURVATURES[0] * w[0], CURVATURES[1] * w[1]];
        (w, velocity) = momentum_step(&w, &velocity, &gradient, VALLEY_ETA, mu);
        way.push(w.clone());
    }
    way
}

/// A matrix that turns the plane by 45°.
pub fn turned() -> Array2<f64> {
    array![[FRAC_1_SQRT_2, -FRAC_1_SQRT_2], [FRAC_1_SQRT_2, FRAC_1_SQRT_2]]
}

/// Adam's step size in the valley.
pub const ADAM_ETA: f64 = 0.1;

/// Adam's way through the valley, and through the turned one.
pub fn adam_ways() -> [Vec<Array1<f64>>; 2] {
    [Array2::eye(2), turned()].map(|turn| {
        let mut w = turn.dot(&Array1::from(VALLEY_START.to_vec()));
        let (mut m, mut v) = (Array1::zeros(2), Array1::zeros(2));
        let curvature = Array2::from_diag(&Array1::from(CURVATURES.to_vec()));
        let mut way = vec![w.clone()];
        for t in 1..=VALLEY_STEPS {
            let gradient = turn.dot(&curvature.dot(&turn.t().dot(&w)));
            (w, m, v) = adam_step(&w, &m, &v, &gradient, t, ADAM_ETA);
            way.push(w.clone());
        }
        way
    })
}

/// The schedule: how many steps, the warm-up, the largest step size, the size of a batch.
pub const SCHEDULE: (usize, usize, f64, usize) = (600, 60, 0.1, 4);

/// How far the error is above the lowest one after each step: with a constant step size, and with the schedule.
pub static SCHEDULED: LazyLock<[Curve; 2]> = LazyLock::new(|| {
    let (raw, y) = petals();
    let (mean, deviation) = statistics(&raw);
    let x = with_ones(&standardised(&raw, &mean, &deviation));
    let error = |w: &Array1<f64>| {
        let residuals = x.dot(w) - &y;
        residuals.dot(&residuals) / y.len() as f64
    };
    let lowest = *SCALE.descents[1].0.last().expect("there are steps");
    let (steps, warm_up, eta, batch) = SCHEDULE;
    let epochs = steps.div_ceil(x.nrows().div_ceil(batch)) as u64;
    [false, true].map(|scheduled| {
        let mut w = Array1::zeros(x.ncols());
        let mut curve = vec![];
        let order = (0..epochs).flat_map(|epoch| ch08::batches(x.nrows(), batch, epoch));
        for (t, indices) in order.take(steps).enumerate() {
            let (x, y) = (rows(&x, &indices), y.select(Axis(0), &indices));
            let gradient = x.t().dot(&(x.dot(&w) - y)) * (2.0 / x.nrows() as f64);
            let eta = if scheduled { step_size(t, steps, warm_up, eta) } else { eta };
            w = w - eta * gradient;
            curve.push(error(&w) - lowest);
        }
        curve
    })
});

/// The noisy sine: which points and initial weights, how long it is trained, how often the errors are measured, the
/// decay, the dropout.
pub const SINE_SEED: u64 = 6;
pub const SINE_EPOCHS: usize = 1500;
pub const SINE_EVERY: usize = 10;
pub const SINE_LAMBDA: f64 = 0.3;
pub const SINE_P: f64 = 0.2;

/// A training on the noisy sine.
pub struct Fit {
    pub training: Curve,
    pub validation: Curve,
    /// The weights at the end.
    pub w: Array1<f64>,
    /// Those with the smallest validation error, and after which epoch they were there.
    pub best: (Array1<f64>, usize),
}

/// Plain Adam, with decay, with dropout.
pub static SINE: LazyLock<[Fit; 3]> = LazyLock::new(|| {
    let (training, validation) = (sine::training(SINE_SEED), sine::validation(SINE_SEED));
    [(0.0, 0.0), (SINE_LAMBDA, 0.0), (0.0, SINE_P)].map(|(lambda, p)| {
        let recipe = Recipe { eta: 0.03, epochs: SINE_EPOCHS, lambda, p, ..PLAIN };
        let mut fit = Fit { training: vec![], validation: vec![], w: Array1::zeros(0), best: (Array1::zeros(0), 0) };
        let start = SINE_NETWORK.initial([3.0, 1.0], SINE_SEED);
        fit.w = SINE_NETWORK.train(&recipe, start, (&training.0, &training.1), |epoch, w| {
            if epoch % SINE_EVERY == 0 {
                let error = SINE_NETWORK.error(w, &validation.0, &validation.1);
                if fit.validation.iter().all(|earlier| error < *earlier) {
                    fit.best = (w.clone(), epoch);
                }
                fit.validation.push(error);
                fit.training.push(SINE_NETWORK.error(w, &training.0, &training.1));
            }
        });
        fit
    })
});

/// Dead neurons: step sizes that are tried, hidden neurons, networks.
pub const DEAD_ETAS: [f64; 7] = [0.03, 0.05, 0.1, 0.2, 0.3, 0.5, 1.0];
pub const DEAD_NETWORK: Network = Network { sizes: [4, 32, 3], hidden: Hidden::Relu, output: Output::Classes };
pub const DEAD_SEEDS: u64 = 4;
pub const DEAD_BATCH: usize = 32;

/// How many hidden neurons are 0 for every flower.
pub fn dead_neurons(w: &Array1<f64>, x: &Array2<f64>) -> usize {
    let h = DEAD_NETWORK.activations(w, x);
    h.columns().into_iter().filter(|neuron| neuron.iter().all(|h| *h == 0.0)).count()
}

/// The weights of a ReLU network after a training with this step size.
pub fn relu_trained((x, y): &Samples, eta: f64, seed: u64) -> Array1<f64> {
    let recipe = Recipe { optimiser: Optimiser::Descent, eta, batch: DEAD_BATCH, epochs: 30, seed, ..PLAIN };
    DEAD_NETWORK.train(&recipe, DEAD_NETWORK.initial([SQRT_2, 1.0], seed), (x, y), |_, _| ())
}

/// The share of dead neurons for each step size: features as measured, and on one scale.
pub static DEAD: LazyLock<[Curve; 2]> = LazyLock::new(|| {
    let [raw, _] = divided(&irises(1), FLOWERS);
    [raw, flowers(FLOWERS)].map(|samples| {
        let at = |eta| {
            let dead = |seed| dead_neurons(&relu_trained(&samples, eta, seed), &samples.0);
            let all: usize = (0..DEAD_SEEDS).map(dead).sum();
            all as f64 / (DEAD_SEEDS as usize * DEAD_NETWORK.sizes[1]) as f64
        };
        DEAD_ETAS.into_iter().map(at).collect()
    })
});
