//! Spoilers: wrong ways to write `most_confused`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Answer, Diagnosis};
use ndarray::Array2;

pub type MostConfused = fn(&Array2<usize>) -> (usize, usize, usize);

fn most(confusion: &Array2<usize>) -> (usize, usize, usize) {
    assert!(confusion.is_square() && confusion.nrows() > 1);
    let pairs = confusion.indexed_iter().filter(|((i, j), _)| i != j).map(|((i, j), &count)| (i, j, count));
    pairs.reduce(|most, pair| if pair.2 > most.2 { pair } else { most }).expect("two classes")
}

pub static MOST_CONFUSED: Diagnosis<MostConfused, MostConfused, Array2<usize>> = Diagnosis {
    function: "most_confused",
    slot: |f| f,
    right: most,
    mistakes: &[],
    inputs: || vec![],
    call: |most_confused, confusion| {
        let (truth, predicted, count) = most_confused(confusion);
        Answer::named("truth", &truth).and("predicted", &predicted).and("count", &count)
    },
    properties: &[],
};
