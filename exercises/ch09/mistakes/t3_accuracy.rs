//! Spoilers: wrong ways to write `predicted` and `accuracy`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array2, array};

pub type Predicted = fn(&Array2<f64>) -> Vec<usize>;
pub type Accuracy = fn(&[usize], &[usize]) -> f64;
pub type Functions = (Predicted, Accuracy);

const FROM_0: &str =
    "the largest score so far begins at 0, which no negative score exceeds: begin with the row's first";
const WHOLE: &str = "scores are compared without their fractions: compare them as `f64`";
const NO_SAMPLE: &str = "an empty list is accepted: refuse it, `assert!(!truth.is_empty())`";

/// A class for each row.
fn each(scores: &Array2<f64>, mut of_row: impl FnMut(&[f64]) -> usize) -> Vec<usize> {
    assert!(scores.ncols() > 0);
    scores.rows().into_iter().map(|row| of_row(&row.to_vec())).collect()
}

/// Where the first of the largest numbers is.
fn first(row: &[f64]) -> usize {
    (0..row.len()).rev().max_by(|&a, &b| row[a].total_cmp(&row[b])).expect("a class")
}

/// Where the last of the largest numbers is.
fn last(row: &[f64]) -> usize {
    (0..row.len()).max_by(|&a, &b| row[a].total_cmp(&row[b])).expect("a class")
}

fn says(scores: &Array2<f64>) -> Vec<usize> {
    each(scores, first)
}

fn changed(row: &[f64], f: impl Fn(f64) -> f64) -> Vec<f64> {
    row.iter().map(|&v| f(v)).collect()
}

fn n(list: &[usize]) -> f64 {
    list.len() as f64
}

fn right_ones(predicted: &[usize], truth: &[usize]) -> f64 {
    predicted.iter().zip(truth).filter(|(p, t)| p == t).count() as f64
}

fn share(predicted: &[usize], truth: &[usize]) -> f64 {
    assert!(predicted.len() == truth.len() && !truth.is_empty());
    right_ones(predicted, truth) / n(truth)
}

/// The share of right ones among the samples where `of` is this class; 0 if there are none.
fn share_where(predicted: &[usize], truth: &[usize], of: &[usize], class: usize) -> f64 {
    let which: Vec<usize> = (0..of.len()).filter(|&i| of[i] == class).collect();
    let right = which.iter().filter(|&&i| predicted[i] == truth[i]).count();
    if which.is_empty() { 0.0 } else { right as f64 / n(&which) }
}

fn distinct(list: &[usize]) -> Vec<usize> {
    let mut list = list.to_vec();
    list.sort_unstable();
    list.dedup();
    list
}

pub static PREDICTED: Diagnosis<Functions, Predicted, Array2<f64>> = Diagnosis {
    function: "predicted",
    slot: |f| &mut f.0,
    right: says,
    mistakes: &[
        ("the largest of each column is sought: a sample is a row, so go through `scores.rows()`", |s| {
            each(&s.t().to_owned(), first)
        }),
        ("one class for the whole batch: each row has a largest score of its own", |s| {
            let at = |all: Vec<f64>| if all.is_empty() { 0 } else { first(&all) };
            vec![at(s.iter().copied().collect()) % s.ncols(); s.nrows()]
        }),
        ("the place in the whole array is returned: count the columns of each row from 0", |s| {
            says(s).iter().enumerate().map(|(i, class)| i * s.ncols() + class).collect()
        }),
        ("the largest score itself is returned, as a whole number: return the column it is in", |s| {
            each(s, |row| row[first(row)] as usize)
        }),
        ("of equal scores, the last is taken: only a larger one replaces the best so far, `>`", |s| each(s, last)),
        ("the smallest score is taken: the largest counts", |s| each(s, |row| first(&changed(row, |v| -v)))),
        ("the smallest score is taken, the last of equal ones: the largest counts", |s| {
            each(s, |row| last(&changed(row, |v| -v)))
        }),
        ("the classes are counted from 1: the first is 0", |s| says(s).iter().map(|class| class + 1).collect()),
        (FROM_0, |s| {
            each(s, |row| {
                let (mut best, mut most) = (0, 0.0);
                for (class, &score) in row.iter().enumerate() {
                    if score > most {
                        (best, most) = (class, score);
                    }
                }
                best
            })
        }),
        (FROM_0, |s| {
            each(s, |row| {
                let (mut best, mut most) = (0, f64::MIN_POSITIVE);
                for (class, &score) in row.iter().enumerate() {
                    if score >= most {
                        (best, most) = (class, score);
                    }
                }
                best
            })
        }),
        (FROM_0, |s| {
            each(s, |row| {
                let (mut best, mut most) = (row.len() - 1, 0.0);
                for (class, &score) in row.iter().enumerate() {
                    if score > most {
                        (best, most) = (class, score);
                    }
                }
                best
            })
        }),
        ("the signs are lost: −3 is less than 1", |s| each(s, |row| first(&changed(row, f64::abs)))),
        ("scores are compared by their squares: −3 is less than 1", |s| each(s, |row| last(&changed(row, f64::abs)))),
        ("the best score of the row before is kept: begin anew in each row", |s| {
            let mut most = f64::NEG_INFINITY;
            each(s, |row| {
                let mut best = 0;
                for (class, &score) in row.iter().enumerate() {
                    if score > most {
                        (best, most) = (class, score);
                    }
                }
                best
            })
        }),
        ("best score and class of the row before are kept: begin anew in each row", |s| {
            let (mut best, mut most) = (0, f64::NEG_INFINITY);
            each(s, |row| {
                for (class, &score) in row.iter().enumerate() {
                    if score > most {
                        (best, most) = (class, score);
                    }
                }
                best
            })
        }),
        ("scores are compared with the first one: compare with the largest so far, and keep it up to date", |s| {
            each(s, |row| (0..row.len()).rev().find(|&j| row[j] > row[0]).unwrap_or(0))
        }),
        ("it stops at the first score that exceeds the first one: go through the whole row", |s| {
            each(s, |row| (0..row.len()).find(|&j| row[j] > row[0]).unwrap_or(0))
        }),
        ("each score is compared with the one before it: compare with the largest so far", |s| {
            each(s, |row| (1..row.len()).rev().find(|&j| row[j] > row[j - 1]).unwrap_or(0))
        }),
        ("it stops where the scores fall: a larger one may come later", |s| {
            each(s, |row| (1..row.len()).find(|&j| row[j] <= row[j - 1]).map_or(row.len() - 1, |j| j - 1))
        }),
        ("the second largest score is taken: take the largest", |s| {
            each(s, |row| {
                let mut order: Vec<usize> = (0..row.len()).collect();
                order.sort_by(|&a, &b| row[b].total_cmp(&row[a]));
                order[1.min(row.len() - 1)]
            })
        }),
        ("class 0 is left out: it is a class like the others", |s| {
            each(s, |row| if row.len() == 1 { 0 } else { 1 + first(&row[1..]) })
        }),
        ("class 0 is left out, and the others are counted without it: the columns are counted from 0", |s| {
            each(s, |row| if row.len() == 1 { 0 } else { first(&row[1..]) })
        }),
        ("the last class is left out: the columns run from 0 to m − 1", |s| {
            each(s, |row| first(&row[..(row.len() - 1).max(1)]))
        }),
        ("only the first sample is there: does a `return` inside the loop end it?", |s| {
            let mut all = says(s);
            all.truncate(1);
            all
        }),
        ("only the last sample is there: push the class of each", |s| {
            let all = says(s);
            all[all.len().saturating_sub(1)..].to_vec()
        }),
        ("the last sample is left out", |s| {
            let mut all = says(s);
            all.pop();
            all
        }),
        ("the first sample is left out: rows are counted from 0", |s| says(s).into_iter().skip(1).collect()),
        ("every sample is given class 0: is the class updated where a score is larger?", |s| vec![0; s.nrows()]),
        ("every sample is given the last class: update the class only where a score is larger", |s| {
            vec![s.ncols() - 1; s.nrows()]
        }),
        ("every sample is given the class of the first: look at row `i`", |s| {
            says(s).first().map_or(vec![], |&class| vec![class; s.nrows()])
        }),
        ("the number of the row is returned: return that of the column", |s| (0..s.nrows()).collect()),
        ("the classes come in reverse order of the samples: `rev` belongs to the columns, if anywhere", |s| {
            says(s).into_iter().rev().collect()
        }),
        ("the classes are counted from the last column: column 0 is class 0", |s| {
            says(s).iter().map(|class| s.ncols() - 1 - class).collect()
        }),
        ("the first score above ½ is taken: scores may be logits, and the largest counts", |s| {
            each(s, |row| row.iter().position(|&v| v > 0.5).unwrap_or(0))
        }),
        ("the first score above 0 is taken: the largest counts", |s| {
            each(s, |row| row.iter().position(|&v| v > 0.0).unwrap_or(0))
        }),
        ("a class needs a score above ½, and otherwise it is 0: the largest score counts, whatever it is", |s| {
            each(s, |row| if row[first(row)] > 0.5 { first(row) } else { 0 })
        }),
        (WHOLE, |s| each(s, |row| first(&changed(row, f64::trunc).iter().map(|v| v + 0.0).collect::<Vec<_>>()))),
        (WHOLE, |s| each(s, |row| first(&changed(row, |v| v.round() + 0.0)))),
        (WHOLE, |s| each(s, |row| first(&changed(row, |v| (v.max(0.0) as usize) as f64)))),
        ("a softmax comes first, and exp turns large scores to infinity: compare the scores as they are", |s| {
            each(s, |row| {
                let sum: f64 = row.iter().map(|v| v.exp()).sum();
                let p = changed(row, |v| v.exp() / sum);
                let mut best = 0;
                for j in 0..p.len() {
                    if p[j] > p[best] {
                        best = j;
                    }
                }
                best
            })
        }),
        ("the place of column 0 in the order of the scores is returned: return the column of the largest", |s| {
            each(s, |row| row.iter().filter(|&&v| v > row[0]).count())
        }),
        ("no samples are refused: their list of classes is empty", |s| {
            assert!(s.nrows() > 0);
            says(s)
        }),
        ("scores without a class are accepted: refuse them, `assert!(scores.ncols() > 0)`", |s| {
            if s.ncols() == 0 { vec![0; s.nrows()] } else { says(s) }
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(931);
        vec![
            array![[0.1, 0.7, 0.2], [3.0, -1.0, 3.0]],
            3.0 * random.matrix(6, 4),
            random.matrix(4, 7),
            random.matrix(5, 5) - 3.0,
            2.0 * random.matrix(1, 3) + 4.0,
            random.matrix(3, 1),
            array![[0.0, 0.0, 0.0], [1.0, 2.0, 2.0], [-1.0, -1.0, -5.0]],
            array![[-902.0, -900.0, -901.0], [800.0, 900.0, 850.0]],
            array![[1.0, 1.5, 1.2, 1.9]],
            array![[0.5, 2.0, 1.0, 3.0, 0.0], [4.0, 3.0, 5.0, 1.0, 4.5]],
            array![[-2.0], [7.0]],
            Array2::zeros((0, 3)),
            Array2::zeros((2, 0)),
        ]
    },
    call: |predicted, scores| predicted(scores).into(),
    properties: &[
        ("all scores of a row are negative", |s| s.rows().into_iter().any(|row| row.iter().all(|&v| v < 0.0))),
        ("two classes of a row share the largest score", |s| {
            s.ncols() > 0 && s.rows().into_iter().any(|row| first(&row.to_vec()) != last(&row.to_vec()))
        }),
        ("there is one sample only", |s| s.nrows() == 1),
    ],
};

pub static ACCURACY: Diagnosis<Functions, Accuracy, (Vec<usize>, Vec<usize>)> = Diagnosis {
    function: "accuracy",
    slot: |f| &mut f.1,
    right: share,
    mistakes: &[
        ("this is the number of right answers: divide it by the number of samples", right_ones),
        (
            "this is 1 if all are right, and 0 otherwise: whole numbers drop the fraction, so `right as f64 / n as f64`",
            |p, t| share(p, t).floor(),
        ),
        ("this is the share of wrong answers: count where both are equal", |p, t| 1.0 - share(p, t)),
        ("this is the number of wrong answers: count where both are equal, and divide by n", |p, t| {
            n(t) - right_ones(p, t)
        }),
        ("this is a percentage: a share lies between 0 and 1", |p, t| 100.0 * share(p, t)),
        ("this is rounded to whole per cent: return the quotient as it is", |p, t| {
            (100.0 * share(p, t)).round() / 100.0
        }),
        ("this is cut off to whole per cent: return the quotient as it is", |p, t| {
            (100.0 * share(p, t)).floor() / 100.0
        }),
        ("divided by the number of classes: divide by the number of samples", |p, t| {
            right_ones(p, t) / n(&distinct(t))
        }),
        ("divided by the largest label: divide by the number of samples", |p, t| {
            right_ones(p, t) / *t.iter().max().unwrap() as f64
        }),
        ("divided by n − 1: divide by the number of samples", |p, t| right_ones(p, t) / (n(t) - 1.0)),
        ("divided by n + 1: divide by the number of samples", |p, t| right_ones(p, t) / (n(t) + 1.0)),
        ("divided by n twice: once is enough", |p, t| share(p, t) / n(t)),
        ("the right answers are divided by the wrong ones: divide by the number of samples", |p, t| {
            right_ones(p, t) / (n(t) - right_ones(p, t))
        }),
        ("only the first sample is looked at: does a `return` inside the loop end it?", |p, t| {
            if p[0] == t[0] { 1.0 } else { 0.0 }
        }),
        ("only the first sample is counted: go through all, and divide at the end", |p, t| {
            if p[0] == t[0] { 1.0 / n(t) } else { 0.0 }
        }),
        ("only the last sample counts: `+=` adds to the number, `=` overwrites it", |p, t| {
            if p[p.len() - 1] == t[t.len() - 1] { 1.0 / n(t) } else { 0.0 }
        }),
        ("only the last sample is looked at: count the right ones, and divide by n", |p, t| {
            if p[p.len() - 1] == t[t.len() - 1] { 1.0 } else { 0.0 }
        }),
        ("it stops at the first wrong answer: go through all samples", |p, t| {
            p.iter().zip(t).take_while(|(p, t)| p == t).count() as f64 / n(t)
        }),
        ("it stops at the first right answer: go through all samples", |p, t| {
            if right_ones(p, t) > 0.0 { 1.0 / n(t) } else { 0.0 }
        }),
        ("the last sample is left out of the count: `0..n` goes through all", |p, t| {
            right_ones(&p[..p.len() - 1], &t[..t.len() - 1]) / n(t)
        }),
        ("the first sample is left out of the count: indices start at 0", |p, t| right_ones(&p[1..], &t[1..]) / n(t)),
        ("this is 1 if any answer is right: the share of right ones is wanted", |p, t| right_ones(p, t).min(1.0)),
        ("both lists are sorted before they are compared: each prediction belongs to its sample", |p, t| {
            let (mut p, mut t) = (p.to_vec(), t.to_vec());
            p.sort_unstable();
            t.sort_unstable();
            share(&p, &t)
        }),
        ("a prediction counts if it is anywhere among the labels: compare it with the label of its sample", |p, t| {
            p.iter().filter(|p| t.contains(p)).count() as f64 / n(t)
        }),
        ("every pair of a prediction and a label is compared: go through both lists side by side", |p, t| {
            p.iter().map(|p| t.iter().filter(|t| *t == p).count()).sum::<usize>() as f64 / n(t)
        }),
        (
            "a class that is one too high or too low counts as right: a digit is right or wrong, not nearly right",
            |p, t| p.iter().zip(t).filter(|(p, t)| p.abs_diff(**t) <= 1).count() as f64 / n(t),
        ),
        ("this is the mean distance of the classes: count where both are equal", |p, t| {
            p.iter().zip(t).map(|(p, t)| p.abs_diff(*t)).sum::<usize>() as f64 / n(t)
        }),
        ("this is the mean square of the differences: count where both are equal", |p, t| {
            p.iter().zip(t).map(|(p, t)| p.abs_diff(*t).pow(2)).sum::<usize>() as f64 / n(t)
        }),
        ("a prediction counts if it is not larger than the label: `==` asks whether it is equal", |p, t| {
            p.iter().zip(t).filter(|(p, t)| p <= t).count() as f64 / n(t)
        }),
        ("a prediction counts if it is not smaller than the label: `==` asks whether it is equal", |p, t| {
            p.iter().zip(t).filter(|(p, t)| p >= t).count() as f64 / n(t)
        }),
        ("class 0 never counts as right: it is a class like the others", |p, t| {
            p.iter().zip(t).filter(|(p, t)| p == t && **t > 0).count() as f64 / n(t)
        }),
        ("samples of class 0 are left out: it is a class like the others", |p, t| {
            let which: Vec<usize> = (0..t.len()).filter(|&i| t[i] > 0).collect();
            which.iter().filter(|&&i| p[i] == t[i]).count() as f64 / n(&which)
        }),
        ("only class 1 is counted: a sample of any class is right if both are equal", |p, t| {
            p.iter().zip(t).filter(|(p, t)| p == t && **t == 1).count() as f64 / n(t)
        }),
        ("this is the mean over the classes: every sample counts the same, whatever its class", |p, t| {
            let classes = distinct(t);
            classes.iter().map(|&class| share_where(p, t, t, class)).sum::<f64>() / n(&classes)
        }),
        ("this is the mean over the predicted classes: every sample counts the same", |p, t| {
            let classes = distinct(p);
            classes.iter().map(|&class| share_where(p, t, p, class)).sum::<f64>() / n(&classes)
        }),
        ("this is always 1: is a list compared with itself?", |p, t| {
            let _ = p;
            right_ones(t, t) / n(t)
        }),
        ("the predictions are compared with the indices of the samples: compare with `truth[i]`", |p, t| {
            p.iter().enumerate().filter(|(i, p)| i == *p).count() as f64 / n(t)
        }),
        ("wrong answers are subtracted from the right ones: count the right ones alone", |p, t| {
            2.0 * share(p, t) - 1.0
        }),
        ("the second list is read backwards: compare `predicted[i]` with `truth[i]`", |p, t| {
            p.iter().zip(t.iter().rev()).filter(|(p, t)| p == t).count() as f64 / n(t)
        }),
        ("the share is squared: return it as it is", |p, t| share(p, t).powi(2)),
        (NO_SAMPLE, |p, t| {
            assert_eq!(p.len(), t.len());
            right_ones(p, t) / n(t)
        }),
        (
            "lists of different lengths are accepted: `zip` ends with the shorter one; `assert_eq!` their lengths",
            |p, t| {
                assert!(!p.is_empty() && !t.is_empty());
                right_ones(p, t) / n(t)
            },
        ),
        ("an empty list is accepted, and lists of different lengths: refuse both with `assert!`", |p, t| {
            right_ones(p, t) / n(t)
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(932);
        let mut some = |n: usize, classes: usize| {
            let mut list =
                || (0..n).map(|_| ((random.number() + 1.0) / 2.0 * classes as f64) as usize).collect::<Vec<usize>>();
            (list(), list())
        };
        vec![
            (vec![1, 0, 2, 2], vec![1, 0, 1, 2]),
            some(9, 3),
            some(20, 2),
            some(14, 4),
            some(11, 3),
            (vec![3, 3, 3], vec![3, 3, 3]),
            (vec![3, 1], vec![1, 3]),
            (vec![0, 0, 0], vec![0, 1, 2]),
            (vec![2, 5, 0], vec![9, 0, 0]),
            (vec![0, 1, 2], vec![0, 1, 0]),
            (vec![9], vec![9]),
            (vec![4], vec![7]),
            (vec![1, 2], vec![1]),
            (vec![2], vec![2, 2]),
            (vec![], vec![]),
        ]
    },
    call: |accuracy, (predicted, truth)| accuracy(predicted, truth).into(),
    properties: &[
        ("some answers are right, and not all", |(p, t)| p != t && right_ones(p, t) > 0.0),
        ("all answers are right", |(p, t)| p == t),
        ("no answer is right", |(p, t)| right_ones(p, t) == 0.0),
        ("a sample of class 0 is right", |(p, t)| p.iter().zip(t).any(|(p, t)| p == t && *t == 0)),
    ],
};
