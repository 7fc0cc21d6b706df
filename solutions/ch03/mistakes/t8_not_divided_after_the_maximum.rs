//! The maximum is subtracted, and the exponentials are not divided by their sum.
//! Says: divide each row by its sum as well

pub fn softmax(a: &Array2<f64>) -> Array2<f64> {
    let mut p = a.clone();
    for mut row in p.rows_mut() {
        let max = row.fold(f64::NEG_INFINITY, |max, &v| max.max(v));
        row.mapv_inplace(|v| (v - max).exp());
    }
    p
}
