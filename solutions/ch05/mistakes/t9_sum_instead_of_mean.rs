//! The slopes are summed over the samples, so that the right `η` depends on how many there are.
//! Says: η would depend on n

pub fn logistic_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let errors = x.dot(w).mapv(crate::given::sigmoid) - y;
    x.t().dot(&errors)
}
