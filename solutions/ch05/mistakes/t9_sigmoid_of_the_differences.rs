//! The sigmoid is applied after the answers were taken away.
//! Says: the sigmoid is applied to Xw − y

pub fn logistic_gradient(x: &Array2<f64>, y: &Array1<f64>, w: &Array1<f64>) -> Array1<f64> {
    let errors = (x.dot(w) - y).mapv(crate::given::sigmoid);
    x.t().dot(&errors) / y.len() as f64
}
