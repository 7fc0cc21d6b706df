//! The wrong axis: each column adds up to 1, so samples compete with each other.
//! Says: the columns add up to 1

pub fn softmax(a: &Array2<f64>) -> Array2<f64> {
    let mut p = a.clone();
    for mut column in p.columns_mut() {
        let max = column.fold(f64::NEG_INFINITY, |max, &v| max.max(v));
        column.mapv_inplace(|v| (v - max).exp());
        let sum = column.sum();
        column /= sum;
    }
    p
}
