//! Spoilers: wrong ways to write `confusion`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::Diagnosis;
use ndarray::Array2;

pub type Confusion = fn(&[usize], &[usize], usize) -> Array2<usize>;

fn counts(truth: &[usize], predicted: &[usize], classes: usize) -> Array2<usize> {
    assert!(truth.len() == predicted.len() && truth.iter().chain(predicted).all(|&class| class < classes));
    let count = |(i, j)| truth.iter().zip(predicted).filter(|&(&t, &p)| (t, p) == (i, j)).count();
    Array2::from_shape_fn((classes, classes), count)
}

pub static CONFUSION: Diagnosis<Confusion, Confusion, (Vec<usize>, Vec<usize>, usize)> = Diagnosis {
    function: "confusion",
    slot: |f| f,
    right: counts,
    mistakes: &[],
    inputs: || vec![],
    call: |confusion, (truth, predicted, classes)| confusion(truth, predicted, *classes).into(),
    properties: &[],
};
