//! The factor y − ŷ is 2 or −2 where the labels are −1 and 1.
//! Says: twice the step

pub fn perceptron_step(w: &Array1<f64>, x: &Array1<f64>, y: f64) -> Array1<f64> {
    w + (y - crate::sign(w.dot(x))) * x
}
