//! Spoilers: wrong ways to write `surest_mistakes`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::Diagnosis;
use ndarray::Array2;

pub type SurestMistakes = fn(&Array2<f64>, &[usize], usize) -> Vec<usize>;

/// The class of the highest probability, the first of equal ones.
fn says(p: &Array2<f64>, i: usize) -> usize {
    (0..p.ncols()).rev().max_by(|&a, &b| p[[i, a]].total_cmp(&p[[i, b]])).expect("a class")
}

fn surest(p: &Array2<f64>, truth: &[usize], count: usize) -> Vec<usize> {
    assert!(p.nrows() == truth.len() && p.ncols() > 0);
    let mut wrong: Vec<usize> = (0..truth.len()).filter(|&i| says(p, i) != truth[i]).collect();
    wrong.sort_by(|&a, &b| p[[b, says(p, b)]].total_cmp(&p[[a, says(p, a)]]));
    wrong.truncate(count);
    wrong
}

pub static SUREST_MISTAKES: Diagnosis<SurestMistakes, SurestMistakes, (Array2<f64>, Vec<usize>, usize)> = Diagnosis {
    function: "surest_mistakes",
    slot: |f| f,
    right: surest,
    mistakes: &[],
    inputs: || vec![],
    call: |surest_mistakes, (probabilities, truth, count)| surest_mistakes(probabilities, truth, *count).into(),
    properties: &[],
};
