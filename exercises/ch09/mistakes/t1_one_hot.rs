//! Spoilers: wrong ways to write `one_hot`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::Array2;

pub type OneHot = fn(&[usize], usize) -> Array2<f64>;

const COUNTED: &str = "a column for each class that occurs: there are `classes` columns, whether or not each occurs";
const ROW_OF_LABEL: &str =
    "the label is taken for the row too: row `i` belongs to `labels[i]`, so write `y[[i, label]]`";
const TOO_LARGE: &str = "a label beyond the classes is accepted: refuse it, `assert!(label < classes)`";

fn one_hot(labels: &[usize], classes: usize) -> Array2<f64> {
    assert!(labels.iter().all(|&label| label < classes));
    entries(labels, classes, |label, j| label == j)
}

/// 1 where the label and the column fulfil a condition.
fn entries(labels: &[usize], columns: usize, one: impl Fn(usize, usize) -> bool) -> Array2<f64> {
    Array2::from_shape_fn((labels.len(), columns), |(i, j)| if one(labels[i], j) { 1.0 } else { 0.0 })
}

/// One-hot, but only for the samples that fulfil a condition; the other rows are zeros.
fn some(labels: &[usize], classes: usize, keep: impl Fn(usize) -> bool) -> Array2<f64> {
    let mut y = one_hot(labels, classes);
    (0..labels.len()).filter(|&i| !keep(i)).for_each(|i| y.row_mut(i).fill(0.0));
    y
}

pub static ONE_HOT: Diagnosis<OneHot, OneHot, (Vec<usize>, usize)> = Diagnosis {
    function: "one_hot",
    slot: |f| f,
    right: one_hot,
    mistakes: &[
        ("the classes are counted from 1: class 0 has column 0, so write `y[[i, label]]`", |labels, classes| {
            let mut y = Array2::zeros((labels.len(), classes));
            for (i, &label) in labels.iter().enumerate() {
                y[[i, label - 1]] = 1.0;
            }
            y
        }),
        ("each 1 is one column too far to the left: class 0 has column 0", |labels, classes| {
            entries(labels, classes, |label, j| label == j + 1)
        }),
        (
            "each 1 is one column too far to the left, and that of class 0 in the last column: write `y[[i, label]]`",
            |labels, classes| {
                let y = one_hot(labels, classes);
                Array2::from_shape_fn(y.dim(), |(i, j)| y[[i, (j + 1) % classes]])
            },
        ),
        (ROW_OF_LABEL, |labels, classes| {
            let mut y = Array2::zeros((labels.len(), classes));
            for &label in labels {
                y[[label, label]] = 1.0;
            }
            y
        }),
        (ROW_OF_LABEL, |labels, classes| {
            let y = one_hot(labels, classes);
            Array2::from_shape_fn(y.dim(), |(i, j)| if i == j && labels.contains(&j) { 1.0 } else { 0.0 })
        }),
        ("each 1 is one column too far to the right: class 0 has column 0", |labels, classes| {
            entries(labels, classes, |label, j| label + 1 == j)
        }),
        ("there is a column too many, before the first: class 0 has column 0", |labels, classes| {
            entries(labels, classes + 1, |label, j| label + 1 == j)
        }),
        ("there is a column too many, after the last: the classes run from 0 to `classes − 1`", |labels, classes| {
            entries(labels, classes + 1, |label, j| label == j)
        }),
        ("the array is transposed: a row for each label, a column for each class", |labels, classes| {
            entries(labels, classes, |label, j| label == j).t().to_owned()
        }),
        ("the indices have changed places: row `i`, column `label`, so `y[[i, label]]`", |labels, classes| {
            let mut y = Array2::zeros((labels.len(), classes));
            for (i, &label) in labels.iter().enumerate() {
                y[[label, i]] = 1.0;
            }
            y
        }),
        (
            "the 1 of row `i` is in column `i`: it belongs in the column of the label, `y[[i, label]]`",
            |labels, classes| {
                let mut y = Array2::zeros((labels.len(), classes));
                for i in 0..labels.len() {
                    y[[i, i]] = 1.0;
                }
                y
            },
        ),
        (
            "the columns end with the largest label: there are `classes` columns, whether or not each occurs",
            |labels, _| {
                let largest = labels.iter().max().map_or(0, |largest| largest + 1);
                entries(labels, largest, |label, j| label == j)
            },
        ),
        (COUNTED, |labels, _| {
            let mut seen = labels.to_vec();
            seen.sort_unstable();
            seen.dedup();
            entries(labels, seen.len(), |label, j| label == seen[j])
        }),
        (COUNTED, |labels, _| {
            let mut seen: Vec<usize> = vec![];
            for label in labels {
                if !seen.contains(label) {
                    seen.push(*label);
                }
            }
            entries(labels, seen.len(), |label, j| label == seen[j])
        }),
        ("all entries are 1: begin with `Array2::zeros`, and set one entry in each row", |labels, classes| {
            entries(labels, classes, |_, _| true)
        }),
        ("all entries are 0: set `y[[i, label]] = 1.0` in the array that is returned", |labels, classes| {
            entries(labels, classes, |_, _| false)
        }),
        ("zeros and ones have changed places: 1 for the class, 0 elsewhere", |labels, classes| {
            entries(labels, classes, |label, j| label != j)
        }),
        ("the label itself is written into its column: write 1", |labels, classes| {
            let y = one_hot(labels, classes);
            Array2::from_shape_fn(y.dim(), |(i, j)| y[[i, j]] * labels[i] as f64)
        }),
        (
            "the label itself is written, into one column: a row has `classes` entries, a single 1 among them",
            |labels, _| Array2::from_shape_fn((labels.len(), 1), |(i, _)| labels[i] as f64),
        ),
        (
            "the whole row is filled with its label: zeros, and a single 1 in the column of the label",
            |labels, classes| Array2::from_shape_fn((labels.len(), classes), |(i, _)| labels[i] as f64),
        ),
        ("−1 instead of 0: the other classes get a 0", |labels, classes| {
            2.0 * entries(labels, classes, |label, j| label == j) - 1.0
        }),
        ("the columns up to the label are 1: only its own is", |labels, classes| {
            entries(labels, classes, |label, j| j <= label)
        }),
        ("the columns before the label are 1: only its own is", |labels, classes| {
            entries(labels, classes, |label, j| j < label)
        }),
        ("the columns from the label on are 1: only its own is", |labels, classes| {
            entries(labels, classes, |label, j| j >= label)
        }),
        ("the columns run backwards: class 0 has column 0", |labels, classes| {
            entries(labels, classes, |label, j| label + j + 1 == classes)
        }),
        ("only the first label has its 1: does a `return` inside the loop end it?", |labels, classes| {
            some(labels, classes, |i| i == 0)
        }),
        ("the last label is left out: `0..labels.len()` goes through all of them", |labels, classes| {
            some(labels, classes, |i| i + 1 < labels.len())
        }),
        ("the first label is left out: the rows are counted from 0", |labels, classes| {
            some(labels, classes, |i| i > 0)
        }),
        ("only the last label has its 1: is the array made anew inside the loop?", |labels, classes| {
            some(labels, classes, |i| i + 1 == labels.len())
        }),
        ("the labels before it are in each row too: each row begins with zeros", |labels, classes| {
            Array2::from_shape_fn((labels.len(), classes), |(i, j)| if labels[..=i].contains(&j) { 1.0 } else { 0.0 })
        }),
        ("each row counts the labels so far: each row begins with zeros", |labels, classes| {
            Array2::from_shape_fn((labels.len(), classes), |(i, j)| {
                labels[..=i].iter().filter(|&&label| label == j).count() as f64
            })
        }),
        ("all labels are in one row: each label has a row of its own", |labels, classes| {
            Array2::from_shape_fn((1, classes), |(_, j)| if labels.contains(&j) { 1.0 } else { 0.0 })
        }),
        ("all labels are counted in one row: each label has a row of its own", |labels, classes| {
            let count = |(_, j)| labels.iter().filter(|&&label| label == j).count() as f64;
            Array2::from_shape_fn((1, classes), count)
        }),
        ("all labels are in each row: row `i` has the 1 of label `i` alone", |labels, classes| {
            entries(labels, classes, |_, j| labels.contains(&j))
        }),
        ("each row belongs to the first label: row `i` belongs to `labels[i]`", |labels, classes| {
            entries(labels, classes, |_, j| labels[0] == j)
        }),
        ("each row belongs to the last label: row `i` belongs to `labels[i]`", |labels, classes| {
            entries(labels, classes, |_, j| labels[labels.len() - 1] == j)
        }),
        ("the rows are sorted by class: row `i` belongs to `labels[i]`", |labels, classes| {
            let mut sorted = labels.to_vec();
            sorted.sort_unstable();
            entries(&sorted, classes, |label, j| label == j)
        }),
        ("the rows run backwards: row `i` belongs to `labels[i]`", |labels, classes| {
            let reversed: Vec<usize> = labels.iter().rev().copied().collect();
            entries(&reversed, classes, |label, j| label == j)
        }),
        ("a label that has occurred before gets no 1: every row has one", |labels, classes| {
            some(labels, classes, |i| !labels[..i].contains(&labels[i]))
        }),
        ("a class that occurs twice has one row only: each label has a row of its own", |labels, classes| {
            let mut once: Vec<usize> = vec![];
            labels.iter().for_each(|label| {
                if !once.contains(label) {
                    once.push(*label)
                }
            });
            entries(&once, classes, |label, j| label == j)
        }),
        ("column 0 is missing: class 0 has a column too, `(labels.len(), classes)`", |labels, classes| {
            entries(labels, classes - 1, |label, j| label == j + 1)
        }),
        ("the last column is missing: there are `classes` of them", |labels, classes| {
            entries(labels, classes - 1, |label, j| label == j)
        }),
        ("class 0 gets no 1: it is a class like the others", |labels, classes| {
            some(labels, classes, |i| labels[i] > 0)
        }),
        ("the last class gets no 1: the classes run from 0 to `classes − 1`", |labels, classes| {
            some(labels, classes, |i| labels[i] + 1 < classes)
        }),
        ("there are as many rows as classes: there is one for each label", |labels, classes| {
            entries(&(0..classes).collect::<Vec<_>>(), classes, |label, j| labels.contains(&label) && label == j)
        }),
        ("there are as many rows as classes, a unit matrix: take its rows in the order of the labels", |_, classes| {
            Array2::eye(classes)
        }),
        ("the 1s are divided by the number of classes: write 1", |labels, classes| {
            one_hot(labels, classes) / classes as f64
        }),
        ("the 1s are divided by the number of labels: write 1", |labels, classes| {
            one_hot(labels, classes) / labels.len().max(1) as f64
        }),
        ("the 1 is smoothed, 0.9 and a little for all: write 1 and 0", |labels, classes| {
            0.9 * one_hot(labels, classes) + 0.1 / classes as f64
        }),
        ("there are always 10 columns: there are `classes`", |labels, _| entries(labels, 10, |label, j| label == j)),
        ("an empty list is refused: it gives an array without rows", |labels, classes| {
            assert!(!labels.is_empty());
            one_hot(labels, classes)
        }),
        (TOO_LARGE, |labels, classes| entries(labels, classes, |label, j| label == j)),
    ],
    inputs: || {
        let mut random = Random::seeded(911);
        let mut some = |n: usize, classes: usize| {
            let label = |u: f64| ((u + 1.0) / 2.0 * classes as f64) as usize % classes;
            ((0..n).map(|_| label(random.number())).collect::<Vec<usize>>(), classes)
        };
        vec![
            (vec![2, 0], 3),
            some(7, 4),
            some(4, 7),
            some(5, 5),
            some(12, 10),
            (vec![1, 1, 2], 4),
            (vec![3, 1, 3, 2], 4),
            (vec![2, 1, 1], 3),
            (vec![0, 0], 2),
            (vec![0], 1),
            (vec![4], 6),
            (vec![], 3),
            (vec![0, 2], 2),
            (vec![5, 0], 5),
        ]
    },
    call: |one_hot, (labels, classes)| one_hot(labels, *classes).into(),
    properties: &[
        ("class 0 occurs", |(labels, _)| labels.contains(&0)),
        ("the last class does not occur", |(labels, classes)| !labels.contains(&(classes - 1))),
        ("a class occurs more than once", |(labels, _)| (1..labels.len()).any(|i| labels[..i].contains(&labels[i]))),
        ("there is one label only", |(labels, _)| labels.len() == 1),
        ("a label is not less than `classes`", |(labels, classes)| labels.iter().any(|label| label >= classes)),
    ],
};
