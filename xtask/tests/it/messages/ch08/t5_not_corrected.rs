//! The running means are used as they are, without the correction for having begun at 0.

pub fn adam_step(
    w: &Array1<f64>,
    m: &Array1<f64>,
    v: &Array1<f64>,
    gradient: &Array1<f64>,
    _t: usize,
    eta: f64,
) -> (Array1<f64>, Array1<f64>, Array1<f64>) {
    let m = BETA1 * m + (1.0 - BETA1) * gradient;
    let v = BETA2 * v + (1.0 - BETA2) * gradient * gradient;
    (w - eta * &m / (v.mapv(f64::sqrt) + EPSILON), m, v)
}
