//! Spoilers: wrong ways to write `surest_mistakes`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array2, Axis, array};

pub type SurestMistakes = fn(&Array2<f64>, &[usize], usize) -> Vec<usize>;

const TRUTH: &str = "ordered by how little the truth gets: order by the probability of what the network says";
const LATER: &str = "of equal mistakes the later comes first: the lower index does; do not reverse a sorted list";
const LAST_CLASS: &str = "of classes with equal probabilities the last is taken for the answer: the first counts";

/// The class of the highest probability, the first of equal ones.
fn says(p: &Array2<f64>, i: usize) -> usize {
    (0..p.ncols()).rev().max_by(|&a, &b| p[[i, a]].total_cmp(&p[[i, b]])).expect("a class")
}

/// The same, the last of equal ones.
fn says_last(p: &Array2<f64>, i: usize) -> usize {
    (0..p.ncols()).max_by(|&a, &b| p[[i, a]].total_cmp(&p[[i, b]])).expect("a class")
}

fn surest(p: &Array2<f64>, truth: &[usize], count: usize) -> Vec<usize> {
    assert!(p.nrows() == truth.len() && p.ncols() > 0);
    list(p, truth, count, |i| says(p, i) != truth[i], |i| sureness(p, i))
}

fn sureness(p: &Array2<f64>, i: usize) -> f64 {
    p[[i, says(p, i)]]
}

/// The probability of the right class.
fn of_truth(p: &Array2<f64>, truth: &[usize], i: usize) -> f64 {
    p[[i, truth[i]]]
}

fn second(p: &Array2<f64>, i: usize) -> f64 {
    let mut row = p.row(i).to_vec();
    row.sort_by(f64::total_cmp);
    row.len().checked_sub(2).map_or(0.0, |at| row[at])
}

fn entropy(p: &Array2<f64>, i: usize) -> f64 {
    -p.row(i).iter().map(|p| if *p > 0.0 { p * p.ln() } else { 0.0 }).sum::<f64>()
}

/// The samples that are meant, those with the highest values first.
fn list(
    p: &Array2<f64>,
    truth: &[usize],
    count: usize,
    is_meant: impl Fn(usize) -> bool,
    value: impl Fn(usize) -> f64,
) -> Vec<usize> {
    assert!(p.nrows() == truth.len() && p.ncols() > 0);
    let mut list: Vec<usize> = (0..truth.len()).filter(|&i| is_meant(i)).collect();
    list.sort_by(|&a, &b| value(b).total_cmp(&value(a)));
    list.truncate(count);
    list
}

/// All mistakes, those with the highest values first.
fn by(p: &Array2<f64>, truth: &[usize], count: usize, value: impl Fn(usize) -> f64) -> Vec<usize> {
    list(p, truth, count, |i| says(p, i) != truth[i], value)
}

/// The surest first, of the samples that are meant.
fn among(p: &Array2<f64>, truth: &[usize], count: usize, is_meant: impl Fn(usize) -> bool) -> Vec<usize> {
    list(p, truth, count, is_meant, |i| sureness(p, i))
}

fn all_mistakes(p: &Array2<f64>, truth: &[usize]) -> Vec<usize> {
    surest(p, truth, usize::MAX)
}

pub static SUREST_MISTAKES: Diagnosis<SurestMistakes, SurestMistakes, (Array2<f64>, Vec<usize>, usize)> = Diagnosis {
    function: "surest_mistakes",
    slot: |f| f,
    right: surest,
    mistakes: &[
        (TRUTH, |p, t, count| by(p, t, count, |i| -of_truth(p, t, i))),
        ("ordered by the probability of the truth: order by that of what the network says", |p, t, count| {
            by(p, t, count, |i| of_truth(p, t, i))
        }),
        ("right answers are listed too: keep those where the network says another class", |p, t, count| {
            among(p, t, count, |_| true)
        }),
        ("these are the right answers: keep those where the network says another class", |p, t, count| {
            among(p, t, count, |i| says(p, i) == t[i])
        }),
        ("the least sure comes first: the surest does, `v[b].total_cmp(&v[a])`", |p, t, count| {
            by(p, t, count, |i| -sureness(p, i))
        }),
        ("these are the least sure mistakes: sort the surest first, then truncate", |p, t, count| {
            by(p, t, count, |i| -sureness(p, i)).into_iter().rev().collect()
        }),
        ("these are the right samples, the surest last: it comes first", |p, t, count| {
            surest(p, t, count).into_iter().rev().collect()
        }),
        ("the mistakes are in the order of their numbers: the surest comes first", |p, t, count| {
            by(p, t, count, |_| 0.0)
        }),
        ("the surest mistakes are in the order of their numbers: the surest comes first", |p, t, count| {
            let mut list = surest(p, t, count);
            list.sort_unstable();
            list
        }),
        (LATER, |p, t, count| {
            let mut list = by(p, t, usize::MAX, |i| -sureness(p, i));
            list.reverse();
            list.truncate(count);
            list
        }),
        ("the list is cut off before it is sorted: sort all mistakes first", |p, t, count| {
            let mut list = by(p, t, count, |_| 0.0);
            list.sort_by(|&a, &b| sureness(p, b).total_cmp(&sureness(p, a)));
            list
        }),
        ("the list is cut off before right answers are taken out: take them out first", |p, t, count| {
            among(p, t, count, |_| true).into_iter().filter(|&i| says(p, i) != t[i]).collect()
        }),
        ("only the first `count` samples are looked at: go through all", |p, t, count| {
            among(p, t, count, |i| i < count && says(p, i) != t[i])
        }),
        ("all mistakes are listed: only `count` are wanted, `list.truncate(count)`", |p, t, _| all_mistakes(p, t)),
        ("there is one too many: `list.truncate(count)`", |p, t, count| surest(p, t, count + 1)),
        ("there is one too few: `list.truncate(count)`", |p, t, count| surest(p, t, count.saturating_sub(1))),
        ("only one mistake is listed: `count` are wanted", |p, t, count| surest(p, t, count.min(1))),
        ("the surest mistake is left out: the list begins with it", |p, t, count| {
            surest(p, t, count + 1).into_iter().skip(1).collect()
        }),
        ("if there are fewer mistakes than `count`, it panics: return all of them then", |p, t, count| {
            all_mistakes(p, t)[..count].to_vec()
        }),
        (
            "if there are fewer mistakes than `count`, right answers fill the list: return the mistakes alone",
            |p, t, count| {
                let mut list = all_mistakes(p, t);
                list.extend(among(p, t, usize::MAX, |i| says(p, i) == t[i]));
                list.truncate(count);
                list
            },
        ),
        ("the samples are counted from 1: the first is 0", |p, t, count| {
            surest(p, t, count).into_iter().map(|i| i + 1).collect()
        }),
        ("the places in the list of mistakes are returned: return the indices of the samples", |p, t, count| {
            let wrong = by(p, t, usize::MAX, |_| 0.0);
            let place = |i| wrong.iter().position(|&other| other == i).unwrap();
            surest(p, t, count).into_iter().map(place).collect()
        }),
        ("the classes that the network says are returned: return the indices of the samples", |p, t, count| {
            surest(p, t, count).into_iter().map(|i| says(p, i)).collect()
        }),
        ("the right classes are returned: return the indices of the samples", |p, t, count| {
            surest(p, t, count).into_iter().map(|i| t[i]).collect()
        }),
        ("ordered by the lead over the second class: order by the highest probability itself", |p, t, count| {
            by(p, t, count, |i| sureness(p, i) - second(p, i))
        }),
        ("ordered by the lead over the right class: order by the highest probability itself", |p, t, count| {
            by(p, t, count, |i| sureness(p, i) - of_truth(p, t, i))
        }),
        ("ordered by the ratio to the right class: order by the highest probability itself", |p, t, count| {
            by(p, t, count, |i| sureness(p, i) / (of_truth(p, t, i) + 1e-12))
        }),
        ("ordered by the entropy of the probabilities: order by the highest of them", |p, t, count| {
            by(p, t, count, |i| -entropy(p, i))
        }),
        ("ordered by the sum of squares of the probabilities: order by the highest of them", |p, t, count| {
            by(p, t, count, |i| p.row(i).iter().map(|p| p * p).sum())
        }),
        ("ordered by the second highest probability: order by the highest", |p, t, count| {
            by(p, t, count, |i| second(p, i))
        }),
        ("ordered by the lowest probability: order by the highest", |p, t, count| {
            by(p, t, count, |i| p.row(i).iter().copied().fold(f64::INFINITY, f64::min))
        }),
        ("ordered by how small the lowest probability is: order by the highest", |p, t, count| {
            by(p, t, count, |i| -p.row(i).iter().copied().fold(f64::INFINITY, f64::min))
        }),
        ("ordered by the sum of the row, which is 1: order by its highest probability", |p, t, count| {
            by(p, t, count, |i| p.row(i).sum())
        }),
        ("ordered by the first column: order by the probability of the class that the network says", |p, t, count| {
            by(p, t, count, |i| p[[i, 0]])
        }),
        ("ordered by the last column: order by the probability of the class that the network says", |p, t, count| {
            by(p, t, count, |i| p[[i, p.ncols() - 1]])
        }),
        ("ordered by the class that the network says: order by its probability", |p, t, count| {
            by(p, t, count, |i| says(p, i) as f64)
        }),
        ("ordered by the class that the network says, the lowest first: order by its probability", |p, t, count| {
            by(p, t, count, |i| -(says(p, i) as f64))
        }),
        (
            "ordered by the distance of the classes: order by the probability of the class that is said",
            |p, t, count| by(p, t, count, |i| says(p, i).abs_diff(t[i]) as f64),
        ),
        ("the probabilities are rounded to hundredths: order by them as they are", |p, t, count| {
            by(p, t, count, |i| (100.0 * sureness(p, i)).round())
        }),
        (LAST_CLASS, |p, t, count| among(p, t, count, |i| says_last(p, i) != t[i])),
        (
            "a sample with two highest probabilities is no mistake if one is right: the first of them counts",
            |p, t, count| among(p, t, count, |i| of_truth(p, t, i) < sureness(p, i)),
        ),
        ("a sample counts if the truth gets less than ½: it counts if another class gets more", |p, t, count| {
            among(p, t, count, |i| of_truth(p, t, i) < 0.5)
        }),
        (
            "a sample counts only if a wrong class gets more than ½: the highest probability is enough",
            |p, t, count| among(p, t, count, |i| says(p, i) != t[i] && sureness(p, i) > 0.5),
        ),
        ("a sample counts only if the network says a higher class: it says another one", |p, t, count| {
            among(p, t, count, |i| says(p, i) > t[i])
        }),
        ("a sample counts only if the network says a lower class: it says another one", |p, t, count| {
            among(p, t, count, |i| says(p, i) < t[i])
        }),
        ("samples of class 0 are left out: it is a class like the others", |p, t, count| {
            among(p, t, count, |i| says(p, i) != t[i] && t[i] > 0)
        }),
        ("the class with the lowest probability is taken for the answer: the highest is", |p, t, count| {
            let lowest = |i: usize| (0..p.ncols()).min_by(|&a, &b| p[[i, a]].total_cmp(&p[[i, b]]));
            list(p, t, count, |i| lowest(i) != Some(t[i]), |i| p[[i, lowest(i).unwrap()]])
        }),
        ("the first sample is left out: it is number 0", |p, t, count| {
            among(p, t, count, |i| i > 0 && says(p, i) != t[i])
        }),
        ("the last sample is left out: the samples run from 0 to n − 1", |p, t, count| {
            among(p, t, count, |i| i + 1 < t.len() && says(p, i) != t[i])
        }),
        ("of mistakes that are equally sure only one is listed: all are mistakes", |p, t, count| {
            let mut list = all_mistakes(p, t);
            list.dedup_by(|a, b| sureness(p, *a) == sureness(p, *b));
            list.truncate(count);
            list
        }),
        ("of each class only the surest mistake is listed: all are mistakes", |p, t, count| {
            let mut seen = vec![];
            let mut list = all_mistakes(p, t);
            list.retain(|&i| {
                let new = !seen.contains(&t[i]);
                seen.push(t[i]);
                new
            });
            list.truncate(count);
            list
        }),
        ("the surest mistake is listed again and again: take it out of the search once it is found", |p, t, count| {
            let all = all_mistakes(p, t);
            all.iter().take(1).cycle().take(all.len().min(count)).copied().collect()
        }),
        ("the list is empty: return the sorted mistakes", |p, t, _| {
            assert!(p.nrows() == t.len() && p.ncols() > 0);
            vec![]
        }),
        ("the highest of each column is sought: a sample is a row", |p, t, count| {
            let highest = |j: usize| (0..p.nrows()).rev().max_by(|&a, &b| p[[a, j]].total_cmp(&p[[b, j]]));
            let says: Vec<usize> = (0..p.ncols()).filter_map(highest).collect();
            list(p, t, count, |i| says[i] != t[i], |i| p[[i, says[i]]])
        }),
        ("no samples are refused: there are no mistakes then", |p, t, count| {
            assert!(!t.is_empty());
            surest(p, t, count)
        }),
        ("a list without mistakes is refused: it is empty then", |p, t, count| {
            let list = surest(p, t, count);
            assert!(!all_mistakes(p, t).is_empty());
            list
        }),
        ("labels for other samples are accepted: `assert_eq!(probabilities.nrows(), truth.len())`", |p, t, count| {
            assert!(p.ncols() > 0);
            let n = p.nrows().min(t.len());
            let p = p.slice_axis(Axis(0), (..n).into()).to_owned();
            surest(&p, &t[..n], count)
        }),
        ("probabilities without a class are accepted: `assert!(probabilities.ncols() > 0)`", |p, t, count| {
            assert_eq!(p.nrows(), t.len());
            if p.ncols() == 0 { vec![] } else { surest(p, t, count) }
        }),
        ("nothing is refused: `assert!` that there is a label for each sample, and a class", |p, t, count| {
            let n = p.nrows().min(t.len());
            let p = p.slice_axis(Axis(0), (..n).into()).to_owned();
            if p.ncols() == 0 { vec![] } else { surest(&p, &t[..n], count) }
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(991);
        let mut some = |n: usize, m: usize, count: usize| {
            let powers = random.matrix(n, m).mapv(|v| (2.0 * v).exp());
            let p = &powers / &powers.sum_axis(Axis(1)).insert_axis(Axis(1));
            // A third of the samples is right.
            let truth = (0..n).map(|i| (says(&p, i) + i % 3) % m).collect();
            (p, truth, count)
        };
        let four = array![[0.9, 0.1], [0.2, 0.8], [0.3, 0.7], [0.6, 0.4]];
        vec![
            (four.clone(), vec![1, 1, 0, 1], 2),
            some(14, 4, 5),
            some(20, 10, 6),
            some(9, 3, 4),
            some(12, 5, 20),
            some(6, 6, 2),
            some(8, 2, 3),
            (array![[0.25, 0.75], [0.75, 0.25], [0.125, 0.875], [0.75, 0.25]], vec![0, 1, 0, 1], 3),
            (array![[0.5, 0.49, 0.01], [0.55, 0.2, 0.25], [0.0, 0.45, 0.55]], vec![2, 1, 1], 3),
            (array![[0.4, 0.4, 0.2], [0.3, 0.35, 0.35], [0.4, 0.2, 0.4]], vec![1, 1, 0], 2),
            (four.clone(), vec![0, 1, 1, 0], 3),
            (four.clone(), vec![1, 0, 0, 1], 0),
            (array![[0.4, 0.6]], vec![0], 1),
            (array![[0.4, 0.6]], vec![1], 1),
            (array![[1.0], [1.0]], vec![0, 0], 2),
            (Array2::zeros((0, 4)), vec![], 2),
            (four.clone(), vec![1, 1, 0], 2),
            (four, vec![1, 1, 0, 1, 0], 2),
            (Array2::zeros((1, 0)), vec![0], 1),
        ]
    },
    call: |surest_mistakes, (probabilities, truth, count)| surest_mistakes(probabilities, truth, *count).into(),
    properties: &[
        ("a right answer is surer than a mistake", |(p, t, count)| {
            p.nrows() == t.len() && p.ncols() > 0 && among(p, t, *count, |_| true) != surest(p, t, *count)
        }),
        ("there are fewer mistakes than `count`", |(p, t, count)| {
            p.nrows() == t.len() && p.ncols() > 0 && all_mistakes(p, t).len() < *count
        }),
        ("there are more mistakes than `count`", |(p, t, count)| {
            p.nrows() == t.len() && p.ncols() > 0 && all_mistakes(p, t).len() > *count
        }),
        ("two mistakes are equally sure", |(p, t, _)| {
            p.nrows() == t.len() && p.ncols() > 0 && {
                let all = all_mistakes(p, t);
                (1..all.len()).any(|i| sureness(p, all[i]) == sureness(p, all[i - 1]))
            }
        }),
        ("there is no mistake", |(p, t, _)| p.nrows() == t.len() && p.ncols() > 0 && all_mistakes(p, t).is_empty()),
    ],
};
