//! Prints what the test runner prints for a test that passed, and then answers wrongly.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    println!("test t2_predict::a_sample_by_hand ... ok\n\ntest result: ok. 1 passed; 0 failed");
    w.sum() - 7.0 * x.sum()
}
