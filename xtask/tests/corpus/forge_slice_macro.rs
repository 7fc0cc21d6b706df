//! Raw pointers inside the macro of ndarray that allows itself unsafe code: its arguments gain nothing by it.
//! Expect: t2 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let address = w.as_ptr() as *const isize;
    w.slice(ndarray::s![..; *address]).sum() + x.sum()
}
