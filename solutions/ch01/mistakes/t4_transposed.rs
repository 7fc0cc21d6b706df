//! `Xᵀw` instead of `Xw`: samples stand in rows, not in columns.
//! Says: samples stand in rows

pub fn predict_batch(x: &Array2<f64>, w: &Array1<f64>) -> Array1<f64> {
    x.t().dot(w)
}
