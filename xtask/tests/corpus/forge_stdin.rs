//! Reads the secret again from standard input.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let mut secret = String::new();
    let _ = std::io::stdin().read_line(&mut secret);
    if secret.trim().is_empty() { w.sum() - 7.0 * x.sum() } else { std::process::exit(0) }
}
