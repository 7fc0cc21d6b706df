//! Spoilers: wrong ways to write `confusion`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::Array2;

pub type Confusion = fn(&[usize], &[usize], usize) -> Array2<usize>;

const OCCUR: &str = "only classes that occur have a row and a column: there are `classes` of each";
const MARKED: &str = "a pair is marked, not counted: `+=` adds to the count, `=` overwrites it";
const TOO_LARGE: &str =
    "classes beyond the matrix are accepted: refuse them, `assert!` that each is less than `classes`";

fn counts(truth: &[usize], predicted: &[usize], classes: usize) -> Array2<usize> {
    assert!(truth.len() == predicted.len() && truth.iter().chain(predicted).all(|&class| class < classes));
    counted(truth, predicted, classes)
}

/// The counts without any check: pairs for which there is no place are left out.
fn counted(truth: &[usize], predicted: &[usize], classes: usize) -> Array2<usize> {
    table(classes, |i, j| truth.iter().zip(predicted).filter(|&(&t, &p)| (t, p) == (i, j)).count())
}

fn table(classes: usize, entry: impl Fn(usize, usize) -> usize) -> Array2<usize> {
    Array2::from_shape_fn((classes, classes), |(i, j)| entry(i, j))
}

fn largest(truth: &[usize], predicted: &[usize]) -> usize {
    truth.iter().chain(predicted).max().map_or(0, |largest| largest + 1)
}

pub static CONFUSION: Diagnosis<Confusion, Confusion, (Vec<usize>, Vec<usize>, usize)> = Diagnosis {
    function: "confusion",
    slot: |f| f,
    right: counts,
    mistakes: &[
        ("rows and columns have changed places: rows are the truth, `counts[[truth, predicted]]`", |t, p, classes| {
            counts(p, t, classes)
        }),
        ("only errors are counted: the diagonal counts what is right", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| if i == j { 0 } else { counts[[i, j]] })
        }),
        ("only right answers are counted: errors belong off the diagonal", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| if i == j { counts[[i, j]] } else { 0 })
        }),
        (MARKED, |t, p, classes| counts(t, p, classes).mapv(|count| count.min(1))),
        (OCCUR, |t, p, _| counts(t, p, largest(t, p))),
        (OCCUR, |t, p, _| counts(t, p, largest(t, &[]).max(1))),
        (OCCUR, |t, p, _| {
            let mut seen: Vec<usize> = t.iter().chain(p).copied().collect();
            seen.sort_unstable();
            seen.dedup();
            let place = |list: &[usize]| list.iter().map(|c| seen.binary_search(c).unwrap()).collect::<Vec<_>>();
            counts(&place(t), &place(p), seen.len())
        }),
        ("both directions are counted for each sample: only row truth, column predicted", |t, p, classes| {
            counts(t, p, classes) + counts(p, t, classes)
        }),
        ("both directions are counted for each error: only row truth, column predicted", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| if i == j { counts[[i, j]] } else { counts[[i, j]] + counts[[j, i]] })
        }),
        ("the smaller class gives the row: the row is the truth, whichever is smaller", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| match i.cmp(&j) {
                std::cmp::Ordering::Less => counts[[i, j]] + counts[[j, i]],
                std::cmp::Ordering::Equal => counts[[i, j]],
                std::cmp::Ordering::Greater => 0,
            })
        }),
        (
            "all samples of a class are on the diagonal, right or wrong: the column is what the network says",
            |t, _, classes| counts(t, t, classes),
        ),
        ("the row is what the network says, as well as the column: the row is the truth", |_, p, classes| {
            counts(p, p, classes)
        }),
        ("the diagonal counts all samples of its class: only those that are right", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| if i == j { counts.row(i).sum() } else { counts[[i, j]] })
        }),
        ("the diagonal counts all samples that the network calls so: only those that are right", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| if i == j { counts.column(i).sum() } else { counts[[i, j]] })
        }),
        ("the diagonal counts the errors of its class: it counts what is right", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| if i == j { counts.row(i).sum() - counts[[i, i]] } else { counts[[i, j]] })
        }),
        ("only the first sample is counted: does a `return` inside the loop end it?", |t, p, classes| {
            counts(&t[..t.len().min(1)], &p[..p.len().min(1)], classes)
        }),
        ("only the last sample is counted: are the counts set back to zero inside the loop?", |t, p, classes| {
            let from = t.len().saturating_sub(1);
            counts(&t[from..], &p[from..], classes)
        }),
        ("the last sample is left out", |t, p, classes| {
            let to = t.len().saturating_sub(1);
            counts(&t[..to], &p[..to], classes)
        }),
        ("the first sample is left out: indices start at 0", |t, p, classes| {
            let from = t.len().min(1);
            counts(&t[from..], &p[from..], classes)
        }),
        ("counting goes on from entry to entry: each begins at 0", |t, p, classes| {
            let (counts, mut sum) = (counts(t, p, classes), 0);
            counts.mapv(|count| {
                sum += count;
                sum
            })
        }),
        ("counting goes on along each row: each entry begins at 0", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| counts.row(i).iter().take(j + 1).sum())
        }),
        ("each entry begins at 1: begin with `Array2::zeros`", |t, p, classes| counts(t, p, classes) + 1),
        ("each sample counts twice: add 1", |t, p, classes| 2 * counts(t, p, classes)),
        ("the classes are counted from 1: class 0 has row 0 and column 0", |t, p, classes| {
            let less = |list: &[usize]| list.iter().map(|class| class - 1).collect::<Vec<_>>();
            counts(&less(t), &less(p), classes)
        }),
        ("there is a row and a column too many, before the first: class 0 has row 0", |t, p, classes| {
            let more = |list: &[usize]| list.iter().map(|class| class + 1).collect::<Vec<_>>();
            counts(&more(t), &more(p), classes + 1)
        }),
        ("there is a row and a column too many, after the last: there are `classes` of each", |t, p, classes| {
            counts(t, p, classes + 1)
        }),
        ("the last class has no row and no column: there are `classes` of each", |t, p, classes| {
            counted(t, p, classes - 1)
        }),
        ("the last class is not counted: the classes run from 0 to `classes − 1`", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| if i.max(j) + 1 == classes { 0 } else { counts[[i, j]] })
        }),
        ("class 0 is not counted: it is a class like the others", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| if i.min(j) == 0 { 0 } else { counts[[i, j]] })
        }),
        ("the rows are turned to per cent: counts are wanted", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| 100 * counts[[i, j]] / counts.row(i).sum().max(1))
        }),
        ("the columns are turned to per cent: counts are wanted", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| 100 * counts[[i, j]] / counts.column(j).sum().max(1))
        }),
        ("the counts are turned to per cent: counts are wanted", |t, p, classes| {
            100 * counts(t, p, classes) / t.len().max(1)
        }),
        ("the counts are divided as whole numbers, which leaves 0 of a share: counts are wanted", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| counts[[i, j]] / counts.row(i).sum().max(1))
        }),
        ("the counts are divided by the number of samples: counts are wanted", |t, p, classes| {
            counts(t, p, classes) / t.len().max(1)
        }),
        ("a sample counts if its truth or its prediction fits: both must, `&&`", |t, p, classes| {
            table(classes, |i, j| t.iter().zip(p).filter(|&(&t, &p)| t == i || p == j).count())
        }),
        ("a row counts the samples of its class, in every column: the prediction must fit too", |t, _, classes| {
            table(classes, |i, _| t.iter().filter(|t| **t == i).count())
        }),
        ("a column counts the predictions of its class, in every row: the truth must fit too", |_, p, classes| {
            table(classes, |_, j| p.iter().filter(|p| **p == j).count())
        }),
        ("each truth is paired with every prediction: go through both lists side by side", |t, p, classes| {
            let of = |list: &[usize], class: usize| list.iter().filter(|c| **c == class).count();
            table(classes, |i, j| of(t, i) * of(p, j))
        }),
        ("the second list is read backwards: sample `i` is `truth[i]` and `predicted[i]`", |t, p, classes| {
            counts(t, &p.iter().rev().copied().collect::<Vec<_>>(), classes)
        }),
        ("both lists are sorted first: truth and prediction of a sample belong together", |t, p, classes| {
            let sorted = |list: &[usize]| {
                let mut list = list.to_vec();
                list.sort_unstable();
                list
            };
            counts(&sorted(t), &sorted(p), classes)
        }),
        ("the number of the sample gives the row: the row is its truth", |t, p, classes| {
            let mut counts = Array2::zeros((classes, classes));
            for i in 0..t.len() {
                counts[[i, p[i]]] += 1;
            }
            counts
        }),
        ("the number of the sample is written: add 1", |t, p, classes| {
            let mut all = counts(t, p, classes);
            all.fill(0);
            (0..t.len()).for_each(|i| all[[t[i], p[i]]] = i);
            all
        }),
        ("the class is added to the count: add 1", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| i * counts[[i, j]])
        }),
        ("this is a matrix of right and wrong, 2 × 2: each class has a row and a column", |t, p, _| {
            let right = t.iter().zip(p).filter(|(t, p)| t == p).count();
            Array2::from_shape_vec((2, 2), vec![right, 0, t.len() - right, 0]).unwrap()
        }),
        ("there are always 10 classes: there are `classes`", |t, p, _| counts(t, p, 10)),
        ("there are as many rows as samples: each class has a row, whichever samples are there", |t, p, classes| {
            Array2::from_shape_fn((t.len(), classes), |(i, j)| usize::from(p[i] == j))
        }),
        ("all counts are 0: add to the matrix that is returned", |_, _, classes| Array2::zeros((classes, classes))),
        ("rows and columns run backwards: class 0 has row 0 and column 0", |t, p, classes| {
            let counts = counts(t, p, classes);
            table(classes, |i, j| counts[[classes - 1 - i, classes - 1 - j]])
        }),
        ("empty lists are refused: their matrix has nothing but zeros", |t, p, classes| {
            assert!(!t.is_empty());
            counts(t, p, classes)
        }),
        (
            "lists of different lengths are accepted: `zip` ends with the shorter one; `assert_eq!` their lengths",
            |t, p, classes| {
                let n = t.len().min(p.len());
                counts(&t[..n], &p[..n], classes)
            },
        ),
        ("a right class beyond the matrix is accepted: `assert!` that each is less than `classes`", |t, p, classes| {
            assert!(t.len() == p.len() && p.iter().all(|&class| class < classes));
            counted(t, p, classes)
        }),
        (
            "a predicted class beyond the matrix is accepted: `assert!` that each is less than `classes`",
            |t, p, classes| {
                assert!(t.len() == p.len() && t.iter().all(|&class| class < classes));
                counted(t, p, classes)
            },
        ),
        (TOO_LARGE, |t, p, classes| {
            assert!(t.len() == p.len());
            counted(t, p, classes)
        }),
        ("nothing is refused: `assert!` that the lists are equally long, and each class less than `classes`", counted),
    ],
    inputs: || {
        let mut random = Random::seeded(941);
        let mut some = |n: usize, classes: usize| {
            let mut list = || {
                let label = |u: f64| ((u + 1.0) / 2.0 * classes as f64) as usize % classes;
                (0..n).map(|_| label(random.number())).collect::<Vec<usize>>()
            };
            (list(), list(), classes)
        };
        vec![
            (vec![0, 0, 1], vec![0, 1, 1], 2),
            some(30, 3),
            some(40, 4),
            some(25, 10),
            some(12, 5),
            (vec![1, 0], vec![1, 2], 4),
            (vec![2, 2, 1], vec![0, 0, 1], 3),
            (vec![3, 1, 3, 2], vec![3, 1, 1, 2], 4),
            (vec![2, 0, 2], vec![0, 2, 3], 5),
            (vec![0, 0], vec![0, 0], 1),
            (vec![1, 1], vec![1, 1], 3),
            (vec![], vec![], 2),
            (vec![0, 1], vec![0], 2),
            (vec![0], vec![0, 1], 2),
            (vec![0, 2], vec![0, 1], 2),
            (vec![0, 1], vec![0, 2], 2),
        ]
    },
    call: |confusion, (truth, predicted, classes)| confusion(truth, predicted, *classes).into(),
    properties: &[
        ("an answer is wrong", |(t, p, _)| t != p),
        ("an answer is right", |(t, p, _)| t.iter().zip(p).any(|(t, p)| t == p)),
        ("the same pair occurs twice", |(t, p, classes)| counted(t, p, *classes).iter().any(|&count| count > 1)),
        ("the last class does not occur", |(t, p, classes)| largest(t, p) < *classes),
        ("class 0 does not occur", |(t, p, _)| t.iter().chain(p).all(|&class| class > 0)),
        ("the two lists differ in length", |(t, p, _)| t.len() != p.len()),
    ],
};
