//! Each sample overwrites the slope of the one before it.
//! Says: only the last sample is kept

pub fn output_gradient(delta2: &Array2<f64>, h: &Array2<f64>) -> Array2<f64> {
    let mut slopes = Array2::zeros((delta2.ncols(), h.ncols()));
    for j in 0..h.nrows() {
        for l in 0..delta2.ncols() {
            for i in 0..h.ncols() {
                slopes[[l, i]] = delta2[[j, l]] * h[[j, i]];
            }
        }
    }
    slopes
}
