//! Spoilers: wrong ways to write `dropout` and `dropout_backward`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use crate::given::uniform;
use checks::{Answer, Diagnosis, Random};
use ndarray::{Array2, array};

type Matrix = Array2<f64>;
pub type Dropout = fn(&Matrix, &Matrix, f64, bool) -> (Matrix, Matrix);
pub type DropoutBackward = fn(&Matrix, &Matrix) -> Matrix;
pub type Both = (Dropout, DropoutBackward);

fn with(h: &Matrix, mask: Matrix) -> (Matrix, Matrix) {
    (h * &mask, mask)
}

/// The mask for training.
fn mask(u: &Matrix, p: f64, kept: f64) -> Matrix {
    u.mapv(|u| if u < p { 0.0 } else { kept })
}

pub static DROPOUT: Diagnosis<Both, Dropout, (Matrix, Matrix, f64, bool)> = Diagnosis {
    function: "dropout",
    slot: |f| &mut f.0,
    right: |h, u, p, training| {
        assert!((0.0..1.0).contains(&p) && h.dim() == u.dim());
        with(h, if training { mask(u, p, 1.0 / (1.0 - p)) } else { Matrix::ones(h.dim()) })
    },
    mistakes: &[
        ("what is kept is not made larger: divide by 1 − p", |h, u, p, training| {
            with(h, if training { mask(u, p, 1.0) } else { Matrix::ones(h.dim()) })
        }),
        ("activations are dropped when the network is used, too: only if `training`", |h, u, p, _| {
            with(h, mask(u, p, 1.0 / (1.0 - p)))
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(881);
        vec![
            (array![[3.0, 5.0], [-1.0, 2.0]], array![[0.1, 0.75], [0.9, 0.7]], 0.75, true),
            (random.matrix(4, 6), uniform(4, 6, 1), 0.5, true),
            (random.matrix(3, 3), uniform(3, 3, 2), 0.2, true),
            (random.matrix(2, 5), uniform(2, 5, 3), 0.9, true),
            (random.matrix(3, 4), uniform(3, 4, 4), 0.4, false),
            (random.matrix(2, 2), uniform(2, 2, 5), 0.0, true),
            (array![[1.0]], array![[0.5]], 1.0, true),
        ]
    },
    call: |dropout, (h, u, p, training)| {
        let (dropped, mask) = dropout(h, u, *p, *training);
        Answer::named("H′", &dropped).and("mask", &mask)
    },
    properties: &[("the network is not being trained", |&(.., training)| !training)],
};

pub static DROPOUT_BACKWARD: Diagnosis<Both, DropoutBackward, (Matrix, Matrix)> = Diagnosis {
    function: "dropout_backward",
    slot: |f| &mut f.1,
    right: |upstream, mask| {
        assert_eq!(upstream.dim(), mask.dim());
        upstream * mask
    },
    mistakes: &[
        ("the factor of the mask is lost: multiply by the mask itself, not by 0 and 1", |upstream, mask| {
            upstream * &mask.mapv(|m| if m == 0.0 { 0.0 } else { 1.0 })
        }),
        ("the gradient passes unchanged: what was dropped had no part in the error", |upstream, _| upstream.clone()),
    ],
    inputs: || {
        let mut random = Random::seeded(882);
        vec![
            (array![[7.0, 1.0]], array![[0.0, 2.0]]),
            (random.matrix(4, 3), mask(&uniform(4, 3, 6), 0.4, 1.0 / 0.6)),
            (random.matrix(3, 3), mask(&uniform(3, 3, 7), 0.75, 4.0)),
            (random.matrix(2, 2), Matrix::ones((2, 2))),
        ]
    },
    call: |backward, (upstream, mask)| backward(upstream, mask).into(),
    properties: &[("nothing was dropped", |(_, mask)| mask.iter().all(|&m| m != 0.0))],
};
