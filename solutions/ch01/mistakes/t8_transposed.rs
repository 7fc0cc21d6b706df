//! `XXᵀ` instead of `XᵀX`: the equations have a shape that does not fit.
//! Says: Is the matrix XᵀX, with the transpose first?

pub fn least_squares(x: &Array2<f64>, y: &Array1<f64>) -> Array1<f64> {
    crate::given::solve(&x.dot(&x.t()), &x.t().dot(y))
}
