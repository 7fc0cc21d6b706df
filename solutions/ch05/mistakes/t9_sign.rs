//! Observed minus predicted is used in place of predicted minus observed.
//! Says: predicted minus observed

pub fn logistic_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let errors = y - x.dot(w).mapv(crate::given::sigmoid);
    x.t().dot(&errors) / y.len() as f64
}
