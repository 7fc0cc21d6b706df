//! The search for the maximum starts from 0, which is too large for a row of negative numbers.
//! Says: start `fold` from `f64::NEG_INFINITY`

pub fn softmax(a: &Array2<f64>) -> Array2<f64> {
    let mut p = a.clone();
    for mut row in p.rows_mut() {
        let max = row.fold(0.0, |max: f64, &v| max.max(v));
        row.mapv_inplace(|v| (v - max).exp());
        let sum = row.sum();
        row /= sum;
    }
    p
}
