//! Every function with plain loops, as a reader new to ndarray would write it.

pub fn hidden_activation(w1: &Array2<f64>, x: &Array1<f64>, j: usize, f_h: fn(f64) -> f64) -> f64 {
    assert_eq!(w1.ncols(), x.len());
    let mut a = 0.0;
    for i in (0..x.len()).rev() {
        a = w1[[j, i]].mul_add(x[i], a);
    }
    f_h(a)
}

pub fn hidden_layer(w1: &Array2<f64>, x: &Array1<f64>, f_h: fn(f64) -> f64) -> Array1<f64> {
    let mut h = Array1::zeros(w1.nrows());
    for j in 0..w1.nrows() {
        h[j] = hidden_activation(w1, x, j, f_h);
    }
    h
}

fn layer_in_loops(w: &Array2<f64>, x: &ndarray::Array1<f64>, f: fn(f64) -> f64) -> ndarray::Array1<f64> {
    let mut result = ndarray::Array1::zeros(w.nrows());
    for i in 0..x.len() {
        for j in 0..w.nrows() {
            result[j] += w[[j, i]] * x[i];
        }
    }
    for j in 0..w.nrows() {
        result[j] = f(result[j]);
    }
    result
}

pub fn network(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    assert_eq!((w1.ncols(), w2.ncols()), (x.len(), w1.nrows()));
    layer_in_loops(w2, &layer_in_loops(w1, x, f_h), f_o)
}

pub fn network_batch(
    x: &Array2<f64>,
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array2<f64> {
    assert_eq!((w1.ncols(), w2.ncols()), (x.ncols(), w1.nrows()));
    let mut y_hat = Array2::zeros((x.nrows(), w2.nrows()));
    for sample in 0..x.nrows() {
        for j in 0..w2.nrows() {
            let mut a = 0.0;
            for i in (0..w1.nrows()).rev() {
                let mut hidden = 0.0;
                for l in (0..x.ncols()).rev() {
                    hidden += w1[[i, l]] * x[[sample, l]];
                }
                a += w2[[j, i]] * f_h(hidden);
            }
            y_hat[[sample, j]] = f_o(a);
        }
    }
    y_hat
}

pub fn network_with_bias(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    assert_eq!((w1.ncols(), w2.ncols()), (x.len(), w1.nrows() + 1));
    let mut y_hat = Array1::zeros(w2.nrows());
    for j in 0..w2.nrows() {
        let mut a = 0.0;
        for i in 0..w1.nrows() {
            let mut hidden = 0.0;
            for l in 0..x.len() {
                hidden += w1[[i, l]] * x[l];
            }
            a += w2[[j, i + 1]] * f_h(hidden);
        }
        y_hat[j] = f_o(a + w2[[j, 0]]);
    }
    y_hat
}

pub fn parameter_count(k: usize, d: usize, m: usize) -> usize {
    let mut count = 0;
    for _hidden_neuron in 0..d {
        count += k;
    }
    for _output in 0..m {
        count += 1 + d;
    }
    count
}

/// The hidden neurons are "x₂ but not x₃" and "x₃ but not x₂"; the output is OR.
pub fn xor_network() -> (Array2<f64>, Array2<f64>) {
    let mut w1 = Array2::zeros((2, 3));
    w1[[0, 1]] = 1.0;
    w1[[0, 2]] = -1.0;
    w1[[1, 1]] = -1.0;
    w1[[1, 2]] = 1.0;
    let mut w2 = Array2::ones((1, 3));
    w2[[0, 0]] = -0.5;
    (w1, w2)
}

pub fn collapse(w1: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    assert_eq!(w2.ncols(), w1.nrows());
    let mut w = Array2::zeros((w2.nrows(), w1.ncols()));
    for j in 0..w2.nrows() {
        for i in 0..w1.ncols() {
            for l in (0..w1.nrows()).rev() {
                w[[j, i]] += w2[[j, l]] * w1[[l, i]];
            }
        }
    }
    w
}

/// By the hyperbolic tangent: σ(a) = (1 + tanh(a/2)) / 2.
pub fn soft_step(x: f64, edge: f64, steepness: f64) -> f64 {
    0.5 * (1.0 + (0.5 * steepness * (x - edge)).tanh())
}

pub fn bump(x: f64, left: f64, right: f64, height: f64, steepness: f64) -> f64 {
    let up = height * crate::given::sigmoid(steepness * x - steepness * left);
    let down = height * crate::given::sigmoid(steepness * x - steepness * right);
    up - down
}

/// The steps up first, the steps down behind them, and the points counted on by adding the width.
pub fn approximate(
    f: &dyn Fn(f64) -> f64,
    from: f64,
    to: f64,
    bumps: usize,
    steepness: f64,
) -> (Array2<f64>, Array2<f64>) {
    assert!(bumps >= 2);
    let width = (to - from) / (bumps as f64 - 1.0);
    let mut w1 = Array2::from_elem((2 * bumps, 2), steepness);
    let mut w2 = Array2::zeros((1, 2 * bumps));
    let mut point = from;
    for b in 0..bumps {
        w1[[b, 0]] = steepness * (width / 2.0 - point);
        w1[[bumps + b, 0]] = -steepness * (point + width / 2.0);
        w2[[0, b]] = f(point);
        w2[[0, bumps + b]] = -f(point);
        point += width;
    }
    (w1, w2)
}
