//! One sum for the whole batch, and so one distribution over all samples.
//! Says: the whole batch adds up to 1

pub fn softmax(a: &Array2<f64>) -> Array2<f64> {
    let e = a.mapv(f64::exp);
    let sum = e.sum();
    e / sum
}
