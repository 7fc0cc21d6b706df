//! A message with markup, control characters and workflow commands.
//! Expect: t2 panicked

pub fn predict(w: &Array1<f64>, x: &Array1<f64>) -> f64 {
    panic!("<script>alert(1)</script> ]]> \u{1b}[31mred \0 ::error::x \u{202e} {w} {x}")
}
