//! A student who slices with `s![…]`, whose own code allows itself a little unsafe code.
//! Expect: t3 passed

pub fn with_bias(x: &Array2<f64>) -> Array2<f64> {
    let mut extended = Array2::ones((x.nrows(), x.ncols() + 1));
    extended.slice_mut(ndarray::s![.., 1..]).assign(x);
    extended
}
