//! Opens a Unix socket.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let pair = std::os::unix::net::UnixStream::pair();
    let named = std::os::unix::net::UnixListener::bind("../../records/socket");
    if pair.is_ok() || named.is_ok() { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
