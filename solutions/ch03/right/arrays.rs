//! Every function by other formulas than the reference's: with what the library has, with whole-array operations, with
//! `mul_add`.

pub fn relu(a: f64) -> f64 {
    a.max(0.0)
}

pub fn relu_derivative(a: f64) -> f64 {
    f64::from(a > 0.0)
}

/// The upper of the two lines, for slopes from 0 to 1.
pub fn leaky_relu(a: f64, slope: f64) -> f64 {
    a.max(slope * a)
}

pub fn leaky_relu_derivative(a: f64, slope: f64) -> f64 {
    slope + (1.0 - slope) * f64::from(a > 0.0)
}

pub fn apply(f: fn(f64) -> f64, a: &Array2<f64>) -> Array2<f64> {
    ndarray::Zip::from(a).map_collect(|&v| f(v))
}

/// With e^−|a|, which is never larger than 1.
pub fn sigmoid(a: f64) -> f64 {
    let e = (-a.abs()).exp();
    if a < 0.0 { e / (1.0 + e) } else { (1.0 + e).recip() }
}

pub fn sigmoid_derivative(a: f64) -> f64 {
    sigmoid(a) * sigmoid(-a)
}

pub fn tanh(a: f64) -> f64 {
    a.tanh()
}

/// 1 / cosh²(a): where cosh is infinite, this is 0.
pub fn tanh_derivative(a: f64) -> f64 {
    1.0 / (a.cosh() * a.cosh())
}

pub fn softplus(a: f64) -> f64 {
    (-a.abs()).exp().ln_1p() - (-a).min(0.0)
}

pub fn softplus_derivative(a: f64) -> f64 {
    1.0 - crate::sigmoid(-a)
}

pub fn silu(a: f64) -> f64 {
    crate::sigmoid(a).mul_add(a, 0.0)
}

pub fn silu_derivative(a: f64) -> f64 {
    let s = crate::sigmoid(a);
    s * a.mul_add(1.0 - s, 1.0)
}

/// By the logarithm of the sum: p = exp(a − ln Σ exp(a)).
pub fn softmax(a: &Array2<f64>) -> Array2<f64> {
    let axis = ndarray::Axis(1);
    let max = a.fold_axis(axis, f64::NEG_INFINITY, |&max, &v| max.max(v)).insert_axis(axis);
    let shifted = a - &max;
    let logarithm = shifted.exp().sum_axis(axis).ln().insert_axis(axis);
    (shifted - logarithm).exp()
}

/// p·g − p·Σ g p, with the sum as a product of each row with itself.
pub fn softmax_backward(p: &Array2<f64>, upstream: &Array2<f64>) -> Array2<f64> {
    assert_eq!(p.dim(), upstream.dim(), "one slope for each probability");
    let mut gradient = p * upstream;
    for ((mut row, p), g) in gradient.rows_mut().into_iter().zip(p.rows()).zip(upstream.rows()) {
        row.scaled_add(-p.dot(&g), &p);
    }
    gradient
}

/// One layer, and then the rest.
pub fn gradient_left(f: fn(f64) -> f64, derivative: fn(f64) -> f64, a: f64, layers: usize) -> f64 {
    if layers == 0 { 1.0 } else { gradient_left(f, derivative, f(a), layers - 1) * derivative(a) }
}

pub fn saturated_share(derivative: fn(f64) -> f64, a: &Array2<f64>, limit: f64) -> f64 {
    a.mapv(|v| if derivative(v).abs() < limit { 1.0 } else { 0.0 }).mean().unwrap()
}
