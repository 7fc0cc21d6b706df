//! A vector that grows without end.
//! Expect: t2 crashed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut all = vec![w.len() + x.len(); 1 << 20];
    loop {
        all.reserve(2 * all.capacity());
        std::hint::black_box(&all);
    }
}
