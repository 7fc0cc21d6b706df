//! Every function with whole-array operations and iterators, by other formulas than the reference's.

use ndarray::{Axis, Zip};

pub fn hidden_activation(w1: &Array2<f64>, x: &Array1<f64>, j: usize, f_h: fn(f64) -> f64) -> f64 {
    f_h(w1.row(j).dot(x))
}

pub fn hidden_layer(w1: &Array2<f64>, x: &Array1<f64>, f_h: fn(f64) -> f64) -> Array1<f64> {
    assert_eq!(w1.ncols(), x.len());
    w1.rows().into_iter().map(|weights| f_h(weights.iter().zip(x).map(|(w, x)| w * x).sum())).collect()
}

pub fn network(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    assert_eq!((w1.ncols(), w2.ncols()), (x.len(), w1.nrows()));
    let mut h = (w1 * x).sum_axis(Axis(1));
    h.mapv_inplace(f_h);
    Zip::from(w2.rows()).map_collect(|weights| f_o(weights.dot(&h)))
}

/// For samples in columns, and then turned back: Ŷᵀ = f_o(W2 f_h(W1 Xᵀ)).
pub fn network_batch(
    x: &Array2<f64>,
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array2<f64> {
    let h = w1.dot(&x.t()).mapv(f_h);
    w2.dot(&h).mapv(f_o).reversed_axes()
}

/// The bias is added to the product instead of being part of it.
pub fn network_with_bias(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    let h = w1.dot(x).mapv(f_h);
    (w2.slice_axis(Axis(1), ndarray::Slice::from(1..)).dot(&h) + w2.column(0)).mapv(f_o)
}

pub fn parameter_count(k: usize, d: usize, m: usize) -> usize {
    Array2::<f64>::zeros((d, k)).len() + Array2::<f64>::zeros((m, d + 1)).len()
}

/// The hidden neurons are OR and NAND, the output is AND.
pub fn xor_network() -> (Array2<f64>, Array2<f64>) {
    (ndarray::arr2(&[[-10.0, 20.0, 20.0], [30.0, -20.0, -20.0]]), ndarray::arr2(&[[-30.0, 20.0, 20.0]]))
}

pub fn collapse(w1: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    w1.t().dot(&w2.t()).reversed_axes()
}

/// By σ(−a) = 1 − σ(a).
pub fn soft_step(x: f64, edge: f64, steepness: f64) -> f64 {
    1.0 - crate::given::sigmoid(steepness * (edge - x))
}

/// The step down is what is left of 1 after a step up.
pub fn bump(x: f64, left: f64, right: f64, height: f64, steepness: f64) -> f64 {
    let sigmoid = |a: f64| (a.exp().recip() + 1.0).recip();
    let still_up = 1.0 - sigmoid(steepness * (x - right));
    height * (sigmoid((x - left) * steepness) + still_up - 1.0)
}

/// Edge by edge: each inner edge belongs to two bumps.
pub fn approximate(
    f: &dyn Fn(f64) -> f64,
    from: f64,
    to: f64,
    bumps: usize,
    steepness: f64,
) -> (Array2<f64>, Array2<f64>) {
    assert!(bumps >= 2);
    let points = ndarray::Array1::linspace(from, to, bumps);
    let half = (to - from) / (2 * (bumps - 1)) as f64;
    let edges = ndarray::concatenate(Axis(0), &[(&points - half).view(), (&points + half).view()]).unwrap();
    let heights = points.mapv(f);
    let weights = ndarray::concatenate(Axis(0), &[heights.view(), (-&heights).view()]).unwrap();
    let w1 = ndarray::stack(
        Axis(1),
        &[(edges * -steepness).view(), ndarray::Array1::from_elem(2 * bumps, steepness).view()],
    );
    (w1.unwrap(), weights.insert_axis(Axis(0)))
}
