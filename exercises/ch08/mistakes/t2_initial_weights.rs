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
        ("k is the number of neurons, the rows: take the number of inputs, the columns", |u, gain| {
            spread(u, gain * (3.0 / u.nrows() as f64).sqrt())
        }),
        ("k is the number of all weights: take the number of inputs, the columns", |u, gain| {
            spread(u, gain * (3.0 / u.len() as f64).sqrt())
        }),
        ("this is Glorot's √(6/(k + d)): here only the k inputs count", |u, gain| {
            spread(u, gain * (6.0 / (u.nrows() + u.ncols()) as f64).sqrt())
        }),
        ("6/k under the root: the 2 of He's choice comes in by the gain", |u, gain| {
            spread(u, gain * (6.0 / inputs_of(u)).sqrt())
        }),
        ("the gain is under the root: multiply the root by it", |u, gain| {
            spread(u, (gain * 3.0 / inputs_of(u)).sqrt())
        }),
        ("the gain is squared", |u, gain| spread(u, gain * gain * (3.0 / inputs_of(u)).sqrt())),
        ("the gain is not used: multiply the limit by it", |u, _| spread(u, (3.0 / inputs_of(u)).sqrt())),
        ("divided by the gain: multiply by it", |u, gain| spread(u, (3.0 / inputs_of(u)).sqrt() / gain)),
        ("the weights lie between 0 and r: spread them from −r to r, with 2u − 1", |u, gain| {
            gain * (3.0 / inputs_of(u)).sqrt() * u
        }),
        (
            "the weights lie between −r/2 and r/2: 2u − 1 goes from −1 to 1, u − ½ only half as far",
            |u, gain| gain * (3.0 / inputs_of(u)).sqrt() * (u - 0.5),
        ),
        ("the weights lie between −r and 3r, or around r: take 1 from 2u before multiplying", |u, gain| {
            2.0 * gain * (3.0 / inputs_of(u)).sqrt() * u - 1.0
        }),
        ("the fraction is upside down: 3/k, fewer inputs give larger weights", |u, gain| {
            spread(u, gain * (inputs_of(u) / 3.0).sqrt())
        }),
        ("the weights do not depend on the number of inputs: divide 3 by k under the root", |u, gain| {
            spread(u, gain * 3.0_f64.sqrt())
        }),
        ("the root is of 3 alone: k belongs under it too", |u, gain| spread(u, gain * 3.0_f64.sqrt() / inputs_of(u))),
        ("each row is the first one: every neuron needs random numbers of its own", |u, gain| {
            let w = spread(u, gain * (3.0 / inputs_of(u)).sqrt());
            w.row(0).broadcast(w.dim()).unwrap().to_owned()
        }),
        ("all weights are r itself: spread them by the random numbers", |u, gain| {
            Array2::from_elem(u.dim(), gain * (3.0 / inputs_of(u)).sqrt())
        }),
        ("all weights are 0: then every neuron of the layer learns the same", |u, _| Array2::zeros(u.dim())),
        ("the sign is the other way round: u = 0 becomes −r", |u, gain| {
            spread(u, -gain * (3.0 / inputs_of(u)).sqrt())
        }),
        ("the random numbers are returned as they came", |u, _| u.clone()),
        ("a bias is counted: k is the number of columns, and not one more", |u, gain| {
            spread(u, gain * (3.0 / (inputs_of(u) + 1.0)).sqrt())
        }),
        ("3/k is a division of whole numbers, and 0 for more than 3 inputs: `as f64` first", |u, gain| {
            spread(u, gain * ((3 / u.ncols()) as f64).sqrt())
        }),
        ("2/k under the root is the variance for ReLU: for the limit of an even spread it is 3/k", |u, gain| {
            spread(u, gain * (2.0 / inputs_of(u)).sqrt())
        }),
        ("the weights lie between −2r and 0: `2.0 * u - 1.0`, without parentheses", |u, gain| {
            2.0 * gain * (3.0 / inputs_of(u)).sqrt() * (u - 1.0)
        }),
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
