//! The activation is applied to each product before they are added up.
//! Says: f_h is applied to each product

pub fn hidden_activation(w1: &Array2<f64>, x: &Array1<f64>, j: usize, f_h: fn(f64) -> f64) -> f64 {
    let mut h = 0.0;
    for i in 0..x.len() {
        h += f_h(w1[[j, i]] * x[i]);
    }
    h
}
