//! The function is applied, and the copy made before is returned.

pub fn apply(f: fn(f64) -> f64, a: &Array2<f64>) -> Array2<f64> {
    let result = a.clone();
    let _activated = a.mapv(f);
    result
}
