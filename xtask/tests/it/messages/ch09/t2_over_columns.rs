//! The softmax is taken over each column, so that images compete for a class.

pub fn softmax_rows(logits: &Array2<f64>) -> Array2<f64> {
    let mut p = logits.clone();
    for mut column in p.columns_mut() {
        let largest = column.fold(f64::NEG_INFINITY, |m, &a| m.max(a));
        column.mapv_inplace(|a| (a - largest).exp());
        column /= column.sum();
    }
    p
}
