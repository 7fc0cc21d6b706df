//! Says that memory has run out, in the words of Rust, and ends itself: its own words prove nothing.
//! Expect: t2 crashed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    eprintln!("memory allocation of {} bytes failed", w.len() + x.len());
    std::process::abort()
}
