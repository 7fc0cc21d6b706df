//! Spoilers: wrong ways to write `initial_weights`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use crate::given::uniform;
use checks::Diagnosis;
use ndarray::{Array2, array};

pub type InitialWeights = fn(&Array2<f64>, f64) -> Array2<f64>;

fn spread(u: &Array2<f64>, limit: f64) -> Array2<f64> {
    limit * (2.0 * u - 1.0)
}

fn inputs_of(u: &Array2<f64>) -> f64 {
    u.ncols() as f64
}

pub static INITIAL_WEIGHTS: Diagnosis<InitialWeights, InitialWeights, (Array2<f64>, f64)> = Diagnosis {
    function: "initial_weights",
    slot: |f| f,
    right: |u, gain| spread(u, gain * (3.0 / inputs_of(u)).sqrt()),
    mistakes: &[
        ("the 3 is missing under the root: numbers spread evenly from −r to r have the variance r²/3", |u, gain| {
            spread(u, gain / inputs_of(u).sqrt())
        }),
        ("the root is missing: r = g √(3/k)", |u, gain| spread(u, gain * 3.0 / inputs_of(u))),
    ],
    inputs: || {
        vec![
            (array![[0.0, 0.5, 0.75], [0.25, 0.5, 0.875]], 1.0),
            (uniform(4, 7, 821), 1.0),
            (uniform(5, 5, 822), 2.0_f64.sqrt()),
            (uniform(6, 2, 823), 0.3),
            (uniform(1, 1, 824), 1.0),
            (uniform(2, 5, 825), 0.0),
        ]
    },
    call: |initial_weights, (u, gain)| initial_weights(u, *gain).into(),
    properties: &[("there are as many neurons as inputs", |(u, _)| u.nrows() == u.ncols())],
};
