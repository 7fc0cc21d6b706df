//! A panic hook that ends the process with status 0.
//! Expect: t2 exited-early

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    std::panic::set_hook(Box::new(|_| std::process::exit(0)));
    panic!("{w} {x}")
}
