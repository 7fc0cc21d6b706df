//! What the experiments of chapter 8 and its moving figure train: a network with one hidden layer, whose weights are
//! one long vector, by gradient descent, with momentum or by Adam.

use ch08::{adamw_step, batches, decayed_step, dropout, dropout_backward, given, initial_weights, momentum_step, rows};
use ndarray::{Array1, Array2, ArrayView2, Axis, concatenate, s};

/// The activation function of the hidden layer.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Hidden {
    Tanh,
    Relu,
}

/// What the outputs say.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Output {
    /// A number, with the squared error.
    Number,
    /// A probability for each class, by softmax, with the cross-entropy.
    Classes,
}

/// A network but for its weights. Column 0 of each layer's weights meets a constant 1.
#[derive(Clone, Copy)]
pub struct Network {
    /// The features, the hidden neurons, the outputs.
    pub sizes: [usize; 3],
    pub hidden: Hidden,
    pub output: Output,
}

/// How a step follows from a gradient.
#[derive(Clone, Copy, PartialEq)]
pub enum Optimiser {
    Descent,
    /// With `MU`.
    Momentum,
    Adam,
}

/// How much of the velocity is kept.
pub const MU: f64 = 0.9;

/// How a network is trained.
#[derive(Clone, Copy)]
pub struct Recipe {
    pub optimiser: Optimiser,
    pub eta: f64,
    /// How many samples a batch has.
    pub batch: usize,
    /// The weight decay, outside of momentum and Adam.
    pub lambda: f64,
    /// The probability that a hidden neuron is dropped.
    pub p: f64,
    pub epochs: usize,
    /// Which batches, and which neurons are dropped.
    pub seed: u64,
}

/// Adam in one batch, without decay or dropout.
pub const PLAIN: Recipe =
    Recipe { optimiser: Optimiser::Adam, eta: 0.01, batch: usize::MAX, lambda: 0.0, p: 0.0, epochs: 1, seed: 1 };

/// What went forward: the features and the hidden activations, each with a 1 before them, the mask, the predictions.
struct Pass {
    x: Array2<f64>,
    h: Array2<f64>,
    mask: Array2<f64>,
    y_hat: Array2<f64>,
}

impl Network {
    /// Random weights, by the chapter's `initial_weights` with a gain for each layer.
    pub fn initial(&self, gains: [f64; 2], seed: u64) -> Array1<f64> {
        let [k, d, m] = self.sizes;
        let layer = |outputs, inputs, gain, seed| initial_weights(&given::uniform(outputs, inputs, seed), gain);
        let [first, second] = [layer(d, k + 1, gains[0], 2 * seed), layer(m, d + 1, gains[1], 2 * seed + 1)];
        first.iter().chain(&second).copied().collect()
    }

    /// The weights as two matrices.
    fn layers<'a>(&self, w: &'a Array1<f64>) -> [ArrayView2<'a, f64>; 2] {
        let [k, d, m] = self.sizes;
        let (first, second) = w.as_slice().expect("a vector is in one piece").split_at(d * (k + 1));
        [((d, k + 1), first), ((m, d + 1), second)]
            .map(|(shape, part)| ArrayView2::from_shape(shape, part).expect("the parts have these sizes"))
    }

    fn forward(&self, w: &Array1<f64>, x: &Array2<f64>, dropped: Option<(f64, u64)>) -> Pass {
        let [first, second] = self.layers(w);
        let x = with_ones(x);
        let h = x.dot(&first.t()).mapv_into(|a| match self.hidden {
            Hidden::Tanh => a.tanh(),
            Hidden::Relu => a.max(0.0),
        });
        let (h, mask) = match dropped {
            Some((p, seed)) => dropout(&h, &given::uniform(h.nrows(), h.ncols(), seed), p, true),
            None => (h.clone(), Array2::ones(h.dim())),
        };
        let h = with_ones(&h);
        let mut y_hat = h.dot(&second.t());
        if self.output == Output::Classes {
            for mut row in y_hat.rows_mut() {
                let largest = row.fold(f64::NEG_INFINITY, |a, b| a.max(*b));
                row.mapv_inplace(|a| (a - largest).exp());
                let sum = row.sum();
                row /= sum;
            }
        }
        Pass { x, h, mask, y_hat }
    }

    /// The predictions, without dropout.
    pub fn predictions(&self, w: &Array1<f64>, x: &Array2<f64>) -> Array2<f64> {
        self.forward(w, x, None).y_hat
    }

    /// The hidden activations.
    pub fn activations(&self, w: &Array1<f64>, x: &Array2<f64>) -> Array2<f64> {
        self.forward(w, x, None).h.slice_move(s![.., 1..])
    }

    /// The mean error.
    pub fn error(&self, w: &Array1<f64>, x: &Array2<f64>, y: &Array2<f64>) -> f64 {
        let y_hat = self.predictions(w, x);
        let sum: f64 = match self.output {
            Output::Number => (&y_hat - y).mapv(|d| d * d).sum(),
            Output::Classes => y_hat.iter().zip(y).filter(|(_, y)| **y == 1.0).map(|(p, _)| -p.ln()).sum(),
        };
        sum / x.nrows() as f64
    }

    /// The share of samples whose likeliest class is the right one.
    pub fn accuracy(&self, w: &Array1<f64>, x: &Array2<f64>, y: &Array2<f64>) -> f64 {
        let y_hat = self.predictions(w, x);
        let right = y_hat.rows().into_iter().zip(y.rows()).filter(|(p, y)| {
            let largest = p.fold(0.0, |a: f64, b| a.max(*b));
            p.iter().zip(y.iter()).any(|(p, y)| *p == largest && *y == 1.0)
        });
        right.count() as f64 / x.nrows() as f64
    }

    /// The gradient of the mean error, as chapter 6 derived it.
    pub fn gradient(
        &self,
        w: &Array1<f64>,
        x: &Array2<f64>,
        y: &Array2<f64>,
        dropped: Option<(f64, u64)>,
    ) -> Array1<f64> {
        let Pass { x, h, mask, y_hat } = self.forward(w, x, dropped);
        let [_, second] = self.layers(w);
        let factor = if self.output == Output::Number { 2.0 } else { 1.0 };
        let delta2 = (y_hat - y) * (factor / x.nrows() as f64);
        let to_hidden = dropout_backward(&delta2.dot(&second.slice(s![.., 1..])), &mask);
        // The mask is in `h`; where it is not 0, the activation before it is h divided by the mask.
        let mut delta1 = to_hidden;
        ndarray::Zip::from(&mut delta1).and(h.slice(s![.., 1..])).and(&mask).for_each(|delta, &h, &mask| {
            let before = if mask == 0.0 { 0.0 } else { h / mask };
            *delta *= match self.hidden {
                Hidden::Tanh => 1.0 - before * before,
                Hidden::Relu => f64::from(u8::from(before > 0.0)),
            };
        });
        let (first, second) = (delta1.t().dot(&x), delta2.t().dot(&h));
        first.iter().chain(&second).copied().collect()
    }

    /// Trains, and shows the weights before the first epoch and after each.
    pub fn train(
        &self,
        recipe: &Recipe,
        mut w: Array1<f64>,
        (x, y): (&Array2<f64>, &Array2<f64>),
        mut watch: impl FnMut(usize, &Array1<f64>),
    ) -> Array1<f64> {
        let zeros = Array1::zeros(w.len());
        // What an optimiser remembers: Adam both, momentum its velocity in `m`.
        let (mut m, mut v, mut t) = (zeros.clone(), zeros, 0);
        watch(0, &w);
        for epoch in 1..=recipe.epochs {
            let order = recipe.seed.wrapping_mul(1_000_003).wrapping_add(epoch as u64);
            for indices in batches(x.nrows(), recipe.batch.min(x.nrows()), order) {
                t += 1;
                let dropped = (recipe.p > 0.0).then_some((recipe.p, order.wrapping_mul(31).wrapping_add(t as u64)));
                let gradient = self.gradient(&w, &rows(x, &indices), &rows(y, &indices), dropped);
                match recipe.optimiser {
                    Optimiser::Descent => w = decayed_step(&w, &gradient, recipe.eta, recipe.lambda),
                    Optimiser::Momentum => {
                        let shrunk = recipe.eta * recipe.lambda * &w;
                        (w, m) = momentum_step(&w, &m, &gradient, recipe.eta, MU);
                        w -= &shrunk;
                    }
                    Optimiser::Adam => (w, m, v) = adamw_step(&w, &m, &v, &gradient, t, recipe.eta, recipe.lambda),
                }
            }
            watch(epoch, &w);
        }
        w
    }
}

/// A batch with the constant 1 before its columns.
fn with_ones(x: &Array2<f64>) -> Array2<f64> {
    concatenate![Axis(1), Array2::ones((x.nrows(), 1)), *x]
}
