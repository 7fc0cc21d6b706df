//! A vector that grows without end.
//! Expect: t2 memory

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut all = vec![w.clone()];
    loop {
        all.extend(all.clone());
        std::hint::black_box((&all, x));
    }
}
