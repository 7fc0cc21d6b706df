//! Calls the checks of the course.
//! Expect: t2 not-compiled

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    checks::given("w", w).got(1.0).expect(1.0);
    w.dot(x)
}
