//! The row is subtracted from its maximum, so that the order is turned round.
//! Says: the smallest number gets the largest probability

pub fn softmax(a: &Array2<f64>) -> Array2<f64> {
    let mut p = a.clone();
    for mut row in p.rows_mut() {
        let max = row.fold(f64::NEG_INFINITY, |max, &v| max.max(v));
        row.mapv_inplace(|v| (max - v).exp());
        let sum = row.sum();
        row /= sum;
    }
    p
}
