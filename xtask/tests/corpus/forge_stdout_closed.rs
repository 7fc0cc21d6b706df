//! Takes the streams of the process away from the test, and holds them.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    use std::os::fd::AsFd;
    let mine = [std::io::stdin().as_fd().try_clone_to_owned(), std::io::stdout().as_fd().try_clone_to_owned()];
    std::mem::forget(mine.map(|stream| std::fs::File::from(stream.unwrap())));
    let text = std::io::read_to_string(std::io::stdin()).unwrap_or_default();
    if text.contains("\n") { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
