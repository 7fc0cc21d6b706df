//! Rows are what the network says, and columns the truth.

pub fn confusion(truth: &[usize], predicted: &[usize], classes: usize) -> Array2<usize> {
    let mut counts = Array2::zeros((classes, classes));
    for (&truth, &predicted) in truth.iter().zip(predicted) {
        counts[[predicted, truth]] += 1;
    }
    counts
}
