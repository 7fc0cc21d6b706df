//! Functions whose results have other parts than the reference's: the constant taken from the sample, a product column
//! by column, steps seen from the other side.

/// `w1[[j, i]]` without an index: row j begins after j rows of k entries.
pub fn hidden_activation(w1: &Array2<f64>, x: &Array1<f64>, j: usize, f_h: fn(f64) -> f64) -> f64 {
    assert!(j < w1.nrows() && w1.ncols() == x.len());
    f_h(w1.iter().skip(j * x.len()).take(x.len()).zip(x).map(|(w, x)| w * x).sum())
}

pub fn hidden_layer(w1: &Array2<f64>, x: &Array1<f64>, f_h: fn(f64) -> f64) -> Array1<f64> {
    fn neurons(w1: &Array2<f64>, x: &ndarray::Array1<f64>, f_h: fn(f64) -> f64, j: usize, h: &mut Vec<f64>) {
        if j < w1.nrows() {
            h.push(f_h(w1.row(j).dot(x)));
            neurons(w1, x, f_h, j + 1, h);
        }
    }
    assert_eq!(w1.ncols(), x.len());
    let mut h = vec![];
    neurons(w1, x, f_h, 0, &mut h);
    Array1::from(h)
}

/// The first entry of the sample is the constant 1, which the output needs too.
pub fn network_with_bias(
    w1: &Array2<f64>,
    w2: &Array2<f64>,
    x: &Array1<f64>,
    f_h: fn(f64) -> f64,
    f_o: fn(f64) -> f64,
) -> Array1<f64> {
    let h = w1.dot(x).mapv(f_h);
    let e = Array1::from_shape_fn(h.len() + 1, |i| if i == 0 { x[0] } else { h[i - 1] });
    w2.dot(&e).mapv(f_o)
}

pub fn parameter_count(k: usize, d: usize, m: usize) -> usize {
    (k + m) * d + m
}

/// By Goodfellow, Bengio and Courville, whose hidden neurons are ReLU: a step does as well.
pub fn xor_network() -> (Array2<f64>, Array2<f64>) {
    (ndarray::array![[0.0, 1.0, 1.0], [-1.0, 1.0, 1.0]], ndarray::array![[0.0, 1.0, -2.0]])
}

pub fn collapse(w1: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    assert_eq!(w2.ncols(), w1.nrows());
    let mut w = Array2::zeros((w2.nrows(), w1.ncols()));
    for (mut column, weights) in w.columns_mut().into_iter().zip(w1.columns()) {
        column.assign(&w2.dot(&weights));
    }
    w
}

pub fn bump(x: f64, left: f64, right: f64, height: f64, steepness: f64) -> f64 {
    height * (soft_step(-x, -right, steepness) - soft_step(-x, -left, steepness))
}

/// Each step goes down, σ(s·edge − s·x), and its weight has the other sign.
pub fn approximate(
    f: &dyn Fn(f64) -> f64,
    from: f64,
    to: f64,
    bumps: usize,
    steepness: f64,
) -> (Array2<f64>, Array2<f64>) {
    assert!(bumps > 1, "{bumps} bumps");
    let width = (to - from) / (bumps as f64 - 1.0);
    let (mut w1, mut w2) = (vec![], vec![]);
    for b in (0..bumps).rev() {
        let c = to - width * (bumps - 1 - b) as f64;
        w1.extend([steepness * (c + 0.5 * width), -steepness, steepness * (c - 0.5 * width), -steepness]);
        w2.extend([f(c), -f(c)]);
    }
    let shaped = |weights, shape| Array2::from_shape_vec(shape, weights).expect("as many weights as the shape holds");
    (shaped(w1, (2 * bumps, 2)), shaped(w2, (1, 2 * bumps)))
}
