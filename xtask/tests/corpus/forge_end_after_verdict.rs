//! Threads that end the process with status 0 at many moments, before and after the verdict is written.
//! Expect: t2 failed exited-early

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    for micros in (0..4000).step_by(250) {
        std::thread::spawn(move || {
            std::thread::sleep(std::time::Duration::from_micros(micros));
            if micros > 3000 {
                std::process::exit(0)
            }
        });
    }
    w.sum() - 7.0 * x.sum()
}
