//! Twenty thousand nested parentheses; the corpus writes them out.
//! Expect: t1 t2 t3 t4 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let _ = PARENTHESES;
    w.dot(x)
}
