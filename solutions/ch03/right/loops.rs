//! Every function with branches and plain loops, as a reader new to ndarray would write it.

pub fn relu(a: f64) -> f64 {
    if a <= 0.0 {
        return 0.0;
    }
    a
}

pub fn relu_derivative(a: f64) -> f64 {
    if a <= 0.0 { 0.0 } else { 1.0 }
}

pub fn leaky_relu(a: f64, slope: f64) -> f64 {
    if a < 0.0 { a * slope } else { a }
}

pub fn leaky_relu_derivative(a: f64, slope: f64) -> f64 {
    if a <= 0.0 {
        return slope;
    }
    1.0
}

pub fn apply(f: fn(f64) -> f64, a: &Array2<f64>) -> Array2<f64> {
    let (n, d) = a.dim();
    let mut result = Array2::zeros((n, d));
    for j in 0..n {
        for i in 0..d {
            result[[j, i]] = f(a[[j, i]]);
        }
    }
    result
}

/// A fraction for each side, so that no exponential overflows.
pub fn sigmoid(a: f64) -> f64 {
    if a >= 0.0 { 1.0 / (1.0 + (-a).exp()) } else { a.exp() / (1.0 + a.exp()) }
}

pub fn sigmoid_derivative(a: f64) -> f64 {
    sigmoid(a) - sigmoid(a) * sigmoid(a)
}

/// The fraction of exponentials, with the sign put back at the end.
pub fn tanh(a: f64) -> f64 {
    let e = (-2.0 * a.abs()).exp();
    let t = (1.0 - e) / (1.0 + e);
    if a < 0.0 { -t } else { t }
}

pub fn tanh_derivative(a: f64) -> f64 {
    4.0 * sigmoid_derivative(2.0 * a)
}

pub fn softplus(a: f64) -> f64 {
    if a > 0.0 { a + (-a).exp().ln_1p() } else { a.exp().ln_1p() }
}

pub fn softplus_derivative(a: f64) -> f64 {
    if a > 0.0 { 1.0 / (1.0 + (-a).exp()) } else { a.exp() / (1.0 + a.exp()) }
}

pub fn silu(a: f64) -> f64 {
    a / (1.0 + (-a).exp())
}

pub fn silu_derivative(a: f64) -> f64 {
    crate::sigmoid(a) + a * crate::sigmoid_derivative(a)
}

pub fn softmax(a: &Array2<f64>) -> Array2<f64> {
    let (n, m) = a.dim();
    let mut p = Array2::zeros((n, m));
    for j in 0..n {
        let mut max = a[[j, 0]];
        for i in 1..m {
            if a[[j, i]] > max {
                max = a[[j, i]];
            }
        }
        let mut sum = 0.0;
        for i in (0..m).rev() {
            p[[j, i]] = (a[[j, i]] - max).exp();
            sum += p[[j, i]];
        }
        for i in 0..m {
            p[[j, i]] /= sum;
        }
    }
    p
}

/// With the whole matrix of derivatives, one for each pair of outputs.
pub fn softmax_backward(p: &Array2<f64>, upstream: &Array2<f64>) -> Array2<f64> {
    assert_eq!(p.dim(), upstream.dim(), "one slope for each probability");
    let (n, m) = p.dim();
    let mut gradient = Array2::zeros((n, m));
    for j in 0..n {
        for i in 0..m {
            for l in 0..m {
                let slope = if l == i { p[[j, i]] * (1.0 - p[[j, i]]) } else { -p[[j, l]] * p[[j, i]] };
                gradient[[j, i]] += upstream[[j, l]] * slope;
            }
        }
    }
    gradient
}

/// From the last layer to the first, as the gradient travels.
pub fn gradient_left(f: fn(f64) -> f64, derivative: fn(f64) -> f64, a: f64, layers: usize) -> f64 {
    let mut pre_activations = vec![];
    let mut a = a;
    for _ in 0..layers {
        pre_activations.push(a);
        a = f(a);
    }
    let mut left = 1.0;
    for a in pre_activations.iter().rev() {
        left *= derivative(*a);
    }
    left
}

pub fn saturated_share(derivative: fn(f64) -> f64, a: &Array2<f64>, limit: f64) -> f64 {
    let (n, d) = a.dim();
    let mut share = 0.0;
    for j in 0..n {
        for i in 0..d {
            let slope = derivative(a[[j, i]]);
            if -limit < slope && slope < limit {
                share += 1.0 / (n * d) as f64;
            }
        }
    }
    share
}
