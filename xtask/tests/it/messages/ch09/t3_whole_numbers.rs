//! The share is divided as whole numbers are, and is 0 or 1.

pub fn accuracy(predicted: &[usize], truth: &[usize]) -> f64 {
    let right = predicted.iter().zip(truth).filter(|(predicted, truth)| predicted == truth).count();
    (right / truth.len()) as f64
}
