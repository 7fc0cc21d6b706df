//! The constant feature is counted in addition to `k`, which holds it already.
//! Says: the constant feature is counted twice

pub fn parameter_count(k: usize, d: usize, m: usize) -> usize {
    d * (k + 1) + m * (d + 1)
}
