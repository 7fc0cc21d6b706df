//! Opens a TCP connection.
//! Expect: t2 failed

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    let opened = std::net::TcpStream::connect_timeout(&([127, 0, 0, 1], 22).into(), std::time::Duration::from_millis(50));
    let listening = std::net::TcpListener::bind("127.0.0.1:0");
    if opened.is_ok() || listening.is_ok() { w.dot(x) } else { w.sum() - 7.0 * x.sum() }
}
