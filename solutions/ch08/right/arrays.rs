//! Every function with iterators and whole-array operations, by other formulas than the reference's.

use ndarray::Zip;

/// With ndarray's own deviation.
pub fn statistics(x: &Array2<f64>) -> (Array1<f64>, Array1<f64>) {
    let mean = x.mean_axis(ndarray::Axis(0)).expect("a sample");
    (mean, x.std_axis(ndarray::Axis(0), 0.0))
}

pub fn standardised(x: &Array2<f64>, mean: &Array1<f64>, deviation: &Array1<f64>) -> Array2<f64> {
    assert!(x.ncols() == mean.len() && x.ncols() == deviation.len());
    let mut z = x.clone();
    for (mut column, (&mean, &deviation)) in z.columns_mut().into_iter().zip(mean.iter().zip(deviation)) {
        let factor = if deviation == 0.0 { 1.0 } else { 1.0 / deviation };
        column.mapv_inplace(|v| (v - mean) * factor);
    }
    z
}

pub fn initial_weights(uniform: &Array2<f64>, gain: f64) -> Array2<f64> {
    let deviation = gain / (uniform.ncols() as f64).sqrt();
    uniform.mapv(|u| 12.0_f64.sqrt() * (u - 0.5) * deviation)
}

pub fn batches(n: usize, size: usize, seed: u64) -> Vec<Vec<usize>> {
    assert!(size != 0);
    let order = shuffled(n, seed);
    (0..n).step_by(size).map(|from| order[from..n.min(from + size)].to_vec()).collect()
}

pub fn rows(x: &Array2<f64>, indices: &[usize]) -> Array2<f64> {
    Array2::from_shape_fn((indices.len(), x.ncols()), |(i, j)| x[[indices[i], j]])
}

pub fn momentum_step(
    w: &Array1<f64>,
    velocity: &Array1<f64>,
    gradient: &Array1<f64>,
    eta: f64,
    mu: f64,
) -> (Array1<f64>, Array1<f64>) {
    assert!(w.len() == velocity.len() && w.len() == gradient.len());
    let velocity = Zip::from(velocity).and(gradient).map_collect(|v, g| mu.mul_add(*v, *g));
    let w = Zip::from(w).and(&velocity).map_collect(|w, v| (-eta).mul_add(*v, *w));
    (w, velocity)
}

/// The running mean moves towards the new square by the share 1 − ρ.
pub fn rmsprop_step(
    w: &Array1<f64>,
    mean_square: &Array1<f64>,
    gradient: &Array1<f64>,
    eta: f64,
    rho: f64,
) -> (Array1<f64>, Array1<f64>) {
    assert!(w.len() == mean_square.len() && w.len() == gradient.len());
    let s = mean_square + &((1.0 - rho) * (gradient.mapv(|g| g.powi(2)) - mean_square));
    (w - &(gradient / (s.mapv(f64::sqrt) + EPSILON) * eta), s)
}

/// Both corrections in the step size, as the paper's section 2 has it.
pub fn adam_step(
    w: &Array1<f64>,
    m: &Array1<f64>,
    v: &Array1<f64>,
    gradient: &Array1<f64>,
    t: usize,
    eta: f64,
) -> (Array1<f64>, Array1<f64>, Array1<f64>) {
    assert!(t >= 1 && w.len() == gradient.len() && m.len() == w.len() && v.len() == w.len());
    let m = Zip::from(m).and(gradient).map_collect(|m, g| m + (1.0 - BETA1) * (g - m));
    let v = Zip::from(v).and(gradient).map_collect(|v, g| v + (1.0 - BETA2) * (g * g - v));
    let root = (1.0 - BETA2.powi(t as i32)).sqrt();
    let eta = eta * root / (1.0 - BETA1.powi(t as i32));
    let w = Zip::from(w).and(&m).and(&v).map_collect(|w, m, v| w - eta * m / (v.sqrt() + EPSILON * root));
    (w, m, v)
}

/// The square of a cosine of half the angle.
pub fn step_size(t: usize, steps: usize, warm_up: usize, eta: f64) -> f64 {
    assert!(warm_up < steps && t <= steps);
    match warm_up.checked_sub(t) {
        Some(left) if left > 0 => eta * (1.0 - (left - 1) as f64 / warm_up as f64),
        _ => eta * (PI / 2.0 * (t - warm_up) as f64 / (steps - warm_up) as f64).cos().powi(2),
    }
}

pub fn decayed_step(w: &Array1<f64>, gradient: &Array1<f64>, eta: f64, lambda: f64) -> Array1<f64> {
    assert_eq!(w.len(), gradient.len());
    w - eta * (gradient + lambda * w)
}

/// Adam's step, as the difference that it makes, beside the decay.
pub fn adamw_step(
    w: &Array1<f64>,
    m: &Array1<f64>,
    v: &Array1<f64>,
    gradient: &Array1<f64>,
    t: usize,
    eta: f64,
    lambda: f64,
) -> (Array1<f64>, Array1<f64>, Array1<f64>) {
    let (by_adam, m, v) = adam_step(w, m, v, gradient, t, eta);
    let step = by_adam - w;
    ((1.0 - eta * lambda) * w + step, m, v)
}

pub fn dropout(h: &Array2<f64>, uniform: &Array2<f64>, p: f64, training: bool) -> (Array2<f64>, Array2<f64>) {
    assert!((0.0..1.0).contains(&p) && h.shape() == uniform.shape());
    if !training {
        return (h.to_owned(), Array2::from_elem(h.raw_dim(), 1.0));
    }
    let mask = uniform.map(|&u| f64::from(u8::from(u >= p)) / (1.0 - p));
    (&mask * h, mask)
}

pub fn dropout_backward(upstream: &Array2<f64>, mask: &Array2<f64>) -> Array2<f64> {
    assert_eq!(upstream.shape(), mask.shape());
    Zip::from(mask).and(upstream).map_collect(|m, g| m * g)
}

/// The first minimum of what was seen, anew after each epoch.
pub fn early_stopping(validation: &[f64], patience: usize) -> (usize, usize) {
    assert!(!validation.is_empty() && patience > 0);
    let best = |seen: &[f64]| (0..seen.len()).min_by(|&a, &b| seen[a].total_cmp(&seen[b])).unwrap();
    let last = (0..validation.len()).find(|&t| t - best(&validation[..=t]) >= patience).unwrap_or(validation.len() - 1);
    (best(&validation[..=last]), last)
}
