//! All curvatures are added up.
//! Says: the sum of all curvatures

pub fn step_limit(a: &Array2<f64>) -> f64 {
    2.0 / a.diag().sum()
}
