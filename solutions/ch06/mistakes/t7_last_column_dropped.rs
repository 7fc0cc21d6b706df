//! Hidden neuron `i` is given column `i` of `W₂`, and the bias is taken for a weight.
//! Says: column 0 is kept and the last one is dropped

pub fn hidden_gradient(delta2: &Array2<f64>, w2: &Array2<f64>) -> Array2<f64> {
    let (m, columns) = w2.dim();
    let mut gradient = Array2::zeros((delta2.nrows(), columns - 1));
    for j in 0..delta2.nrows() {
        for i in 0..columns - 1 {
            for l in 0..m {
                gradient[[j, i]] += delta2[[j, l]] * w2[[l, i]];
            }
        }
    }
    gradient
}
