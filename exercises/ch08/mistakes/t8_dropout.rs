//! Spoilers: wrong ways to write `dropout` and `dropout_backward`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use crate::given::uniform;
use checks::{Answer, Diagnosis, Random};
use ndarray::{Array2, array};

type Matrix = Array2<f64>;
pub type Dropout = fn(&Matrix, &Matrix, f64, bool) -> (Matrix, Matrix);
pub type DropoutBackward = fn(&Matrix, &Matrix) -> Matrix;
pub type Both = (Dropout, DropoutBackward);

const AS_PUBLISHED: &str = "this is dropout as first published, smaller when used: here, divide by 1 − p in training";

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
        ("divided by p: what is kept is the share 1 − p, so divide by that", |h, u, p, training| {
            with(h, if training { mask(u, p, 1.0 / p) } else { Matrix::ones(h.dim()) })
        }),
        ("p is taken for the share that is kept: it is the share that is dropped", |h, u, p, training| {
            with(h, if training { u.mapv(|u| if u < p { 1.0 / p } else { 0.0 }) } else { Matrix::ones(h.dim()) })
        }),
        ("those below p are kept, and the others dropped: the other way round", |h, u, p, training| {
            with(
                h,
                if training { u.mapv(|u| if u < p { 1.0 / (1.0 - p) } else { 0.0 }) } else { Matrix::ones(h.dim()) },
            )
        }),
        ("dropped if the network is *not* being trained: the other way round", |h, u, p, training| {
            with(h, if training { Matrix::ones(h.dim()) } else { mask(u, p, 1.0 / (1.0 - p)) })
        }),
        ("made smaller, by 1 − p: divide by it", |h, u, p, training| {
            with(h, if training { mask(u, p, 1.0 - p) } else { Matrix::ones(h.dim()) })
        }),
        (
            "made smaller when the network is used: since it was made larger in training, nothing happens then",
            |h, u, p, training| {
                with(h, if training { mask(u, p, 1.0 / (1.0 - p)) } else { Matrix::from_elem(h.dim(), 1.0 - p) })
            },
        ),
        ("outside training the mask is 0 everywhere: it is 1, since nothing is dropped", |h, u, p, training| {
            with(h, if training { mask(u, p, 1.0 / (1.0 - p)) } else { Matrix::zeros(h.dim()) })
        }),
        (
            "the mask is returned as 0 and 1: it holds the factor 1/(1 − p), which the way back needs",
            |h, u, p, training| {
                let (dropped, mask) =
                    with(h, if training { mask(u, p, 1.0 / (1.0 - p)) } else { Matrix::ones(h.dim()) });
                (dropped, mask.mapv(|m| if m == 0.0 { 0.0 } else { 1.0 }))
            },
        ),
        ("the activations are not multiplied by the mask", |h, u, p, training| {
            (h.clone(), if training { mask(u, p, 1.0 / (1.0 - p)) } else { Matrix::ones(h.dim()) })
        }),
        ("H′ and the mask have changed places: H′ comes first", |h, u, p, training| {
            let (dropped, mask) = with(h, if training { mask(u, p, 1.0 / (1.0 - p)) } else { Matrix::ones(h.dim()) });
            (mask, dropped)
        }),
        ("one mask for all samples, the first row's: every sample has its own", |h, u, p, training| {
            let mask = if training { mask(u, p, 1.0 / (1.0 - p)) } else { Matrix::ones(h.dim()) };
            with(h, mask.row(0).broadcast(h.dim()).unwrap().to_owned())
        }),
        (
            "whole samples are dropped, by the first column's numbers: each activation has a number of its own",
            |h, u, p, training| {
                let mask = if training { mask(u, p, 1.0 / (1.0 - p)) } else { Matrix::ones(h.dim()) };
                with(h, mask.column(0).insert_axis(ndarray::Axis(1)).broadcast(h.dim()).unwrap().to_owned())
            },
        ),
        ("the random numbers are compared with ½, not with p", |h, u, p, training| {
            with(h, if training { mask(u, 0.5, 1.0 / (1.0 - p)) } else { Matrix::ones(h.dim()) })
        }),
        ("the activations are compared with p: compare the random numbers", |h, _, p, training| {
            with(h, if training { mask(h, p, 1.0 / (1.0 - p)) } else { Matrix::ones(h.dim()) })
        }),
        (
            "the activations are multiplied by the random numbers: these only decide which of them are dropped",
            |h, u, p, training| {
                with(h, if training { u.mapv(|u| if u < p { 0.0 } else { u }) } else { Matrix::ones(h.dim()) })
            },
        ),
        ("a number equal to p drops its activation: drop only those below it", |h, u, p, training| {
            let drop = |u: f64| if u <= p { 0.0 } else { 1.0 / (1.0 - p) };
            with(h, if training { u.mapv(drop) } else { Matrix::ones(h.dim()) })
        }),
        ("the factor is the root, 1/√(1 − p): it is 1/(1 − p)", |h, u, p, training| {
            with(h, if training { mask(u, p, 1.0 / (1.0 - p).sqrt()) } else { Matrix::ones(h.dim()) })
        }),
        ("H′ is made larger twice: the mask has the factor already", |h, u, p, training| {
            let (dropped, mask) = with(h, if training { mask(u, p, 1.0 / (1.0 - p)) } else { Matrix::ones(h.dim()) });
            (if training { dropped / (1.0 - p) } else { dropped }, mask)
        }),
        (
            "the factor is the share that happened to be kept: divide by 1 − p, which is known beforehand",
            |h, u, p, training| {
                let kept = u.iter().filter(|&&u| u >= p).count().max(1) as f64;
                with(h, if training { mask(u, p, u.len() as f64 / kept) } else { Matrix::ones(h.dim()) })
            },
        ),
        (AS_PUBLISHED, |h, u, p, training| {
            with(h, if training { mask(u, p, 1.0) } else { Matrix::from_elem(h.dim(), 1.0 - p) })
        }),
        (
            AS_PUBLISHED,
            |h, u, p, training| {
                if training { with(h, mask(u, p, 1.0)) } else { (h * (1.0 - p), Matrix::ones(h.dim())) }
            },
        ),
        ("made larger when the network is used: divide by 1 − p in training only", |h, u, p, training| {
            with(h, if training { mask(u, p, 1.0 / (1.0 - p)) } else { Matrix::from_elem(h.dim(), 1.0 / (1.0 - p)) })
        }),
        ("outside training the mask is drawn all the same: it is 1, since nothing is dropped", |h, u, p, training| {
            let (dropped, mask) = with(h, mask(u, p, 1.0 / (1.0 - p)));
            (if training { dropped } else { h.clone() }, mask)
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
            (random.matrix(2, 3), uniform(2, 3, 8), 0.75, false),
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
        ("divided by the mask, and by 0 where something was dropped: multiply", |upstream, mask| upstream / mask),
        ("divided by the factor: multiply by the mask", |upstream, mask| {
            ndarray::Zip::from(upstream).and(mask).map_collect(|&g, &m| if m == 0.0 { 0.0 } else { g / m })
        }),
        ("the mask is returned without the gradient", |_, mask| mask.clone()),
        ("the mask is added: multiply", |upstream, mask| upstream + mask),
        ("the gradient passes where activations were dropped, and not where they were kept", |upstream, mask| {
            upstream * &mask.mapv(|m| if m == 0.0 { 1.0 } else { 0.0 })
        }),
        (
            "multiplied by 1 minus the mask: by the mask itself, which is 0 where something was dropped",
            |upstream, mask| upstream * &(1.0 - mask),
        ),
        ("the factor comes twice: the mask once", |upstream, mask| upstream * mask * mask),
        ("one mask for all samples, the first row's", |upstream, mask| upstream * &mask.row(0)),
        ("what was dropped gets the gradient too: it had no part in the error", |upstream, mask| {
            upstream * &mask.mapv(|m| if m == 0.0 { 1.0 } else { m })
        }),
        ("the sign is lost", |upstream, mask| (upstream * mask).mapv(f64::abs)),
        ("the sign is the other way round", |upstream, mask| -(upstream * mask)),
        ("this is a matrix product: multiply entry by entry, with `*`", |upstream, mask| {
            if upstream.is_square() { upstream.dot(mask) } else { upstream.dot(&mask.t()) }
        }),
        ("all zeros: nothing is passed on", |upstream, _| Matrix::zeros(upstream.dim())),
        ("the factor is taken from the first entry of the mask: each entry has its own", |upstream, mask| {
            mask[[0, 0]] * upstream
        }),
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
