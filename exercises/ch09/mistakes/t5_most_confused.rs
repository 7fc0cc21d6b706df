//! Spoilers: wrong ways to write `most_confused`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Answer, Diagnosis, Random};
use ndarray::{Array2, array};

pub type MostConfused = fn(&Array2<usize>) -> (usize, usize, usize);

const DOWN: &str = "the matrix is read down its columns: of equal counts, the first along the rows is wanted";
const ASKED_FOR: &str = "a matrix that is not square is accepted: refuse it, `assert!(confusion.is_square())`";

fn most(confusion: &Array2<usize>) -> (usize, usize, usize) {
    assert!(confusion.is_square() && confusion.nrows() > 1);
    among(confusion, |i, j| i != j)
}

/// The first of the largest counts among some entries, or zeros if there are none.
fn among(confusion: &Array2<usize>, is_meant: impl Fn(usize, usize) -> bool) -> (usize, usize, usize) {
    best(confusion, is_meant, |i, j| confusion[[i, j]] as f64)
}

/// The first of the entries with the largest value.
fn best(
    confusion: &Array2<usize>,
    is_meant: impl Fn(usize, usize) -> bool,
    value: impl Fn(usize, usize) -> f64,
) -> (usize, usize, usize) {
    let pairs = confusion.indexed_iter().filter(|&((i, j), _)| is_meant(i, j)).map(|((i, j), &count)| (i, j, count));
    let larger = |a: &(usize, usize, usize), b: &(usize, usize, usize)| value(b.0, b.1) > value(a.0, a.1);
    pairs.reduce(|most, pair| if larger(&most, &pair) { pair } else { most }).unwrap_or_default()
}

fn off(i: usize, j: usize) -> bool {
    i != j
}

fn without_diagonal(confusion: &Array2<usize>) -> Array2<usize> {
    Array2::from_shape_fn(confusion.dim(), |(i, j)| if i == j { 0 } else { confusion[[i, j]] })
}

/// Where the first of the largest numbers is.
fn first(list: &[usize]) -> usize {
    (0..list.len()).rev().max_by_key(|&i| list[i]).unwrap_or(0)
}

pub static MOST_CONFUSED: Diagnosis<MostConfused, MostConfused, Array2<usize>> = Diagnosis {
    function: "most_confused",
    slot: |f| f,
    right: most,
    mistakes: &[
        ("the diagonal takes part, which counts what is right: leave it out, `i != j`", |c| among(c, |_, _| true)),
        ("only the diagonal takes part, which counts what is right: `i != j`", |c| among(c, |i, j| i == j)),
        ("truth and prediction have changed places, but for the first pair: `(i, j, count)` in the loop too", |c| {
            let (i, j, count) = most(c);
            if (i, j) == (0, 1) { (i, j, count) } else { (j, i, count) }
        }),
        ("both directions are added: each counts by itself", |c| {
            let (i, j, _) = best(c, |i, j| i < j, |i, j| (c[[i, j]] + c[[j, i]]) as f64);
            (i, j, c[[i, j]] + c[[j, i]])
        }),
        ("the pair is the one with the most errors in both directions: each direction counts by itself", |c| {
            best(c, off, |i, j| (c[[i, j]] + c[[j, i]]) as f64)
        }),
        ("the pair is the one with the most errors in both directions: each direction counts by itself", |c| {
            let (i, j, count) = best(c, |i, j| i < j, |i, j| (c[[i, j]] + c[[j, i]]) as f64);
            if c[[j, i]] > count { (j, i, c[[j, i]]) } else { (i, j, count) }
        }),
        ("the count is that of both directions: each counts by itself", |c| {
            let (i, j, count) = most(c);
            (i, j, count + c[[j, i]])
        }),
        ("truth and prediction have changed places: the row is the truth and comes first", |c| {
            let (i, j, count) = most(c);
            (j, i, count)
        }),
        (DOWN, |c| {
            let t = c.t().to_owned();
            let (j, i, count) = most(&t);
            (i, j, count)
        }),
        (DOWN, |c| {
            let (j, i, count) = most(&c.t().to_owned());
            if count == 0 { (0, 1, 0) } else { (i, j, count) }
        }),
        ("the matrix is read down its columns, and the pair is the other way round: rows are the truth", |c| {
            most(&c.t().to_owned())
        }),
        ("the count comes first: `(truth, predicted, count)`", |c| {
            let (i, j, count) = most(c);
            (count, i, j)
        }),
        ("the smaller class comes first: the truth does", |c| {
            let (i, j, count) = most(c);
            (i.min(j), i.max(j), count)
        }),
        ("the larger class comes first: the truth does", |c| {
            let (i, j, count) = most(c);
            (i.max(j), i.min(j), count)
        }),
        ("the classes are counted from 1: the first is 0", |c| {
            let (i, j, count) = most(c);
            (i + 1, j + 1, count)
        }),
        ("of equal counts, the last is returned: only a larger one replaces the most so far, `>`", |c| {
            let reversed = Array2::from_shape_fn(c.dim(), |(i, j)| c[[c.nrows() - 1 - i, c.ncols() - 1 - j]]);
            let (i, j, count) = most(&reversed);
            (c.nrows() - 1 - i, c.ncols() - 1 - j, count)
        }),
        ("where nothing is confused this is (0, 0, 0), no pair: begin with `(0, 1, confusion[[0, 1]])`", |c| {
            let pair = most(c);
            if pair.2 == 0 { (0, 0, 0) } else { pair }
        }),
        ("where nothing is confused this is a count on the diagonal: begin with `(0, 1, confusion[[0, 1]])`", |c| {
            let pair = most(c);
            if pair.2 == 0 { (0, 0, c[[0, 0]]) } else { pair }
        }),
        ("where nothing is confused it panics: return the first pair, with a 0", |c| {
            let pair = most(c);
            assert!(pair.2 > 0);
            pair
        }),
        ("it begins with the first entry, which counts right answers: begin with `(0, 1, confusion[[0, 1]])`", |c| {
            let pair = most(c);
            if pair.2 > c[[0, 0]] { pair } else { (0, 0, c[[0, 0]]) }
        }),
        ("the smallest count is returned: the largest is wanted", |c| best(c, off, |i, j| -(c[[i, j]] as f64))),
        ("the smallest count that is not 0 is returned: the largest is wanted", |c| {
            best(c, off, |i, j| if c[[i, j]] == 0 { -1e9 } else { -(c[[i, j]] as f64) })
        }),
        ("only entries above the diagonal are looked at: those below it are other confusions", |c| {
            among(c, |i, j| i < j)
        }),
        ("only entries below the diagonal are looked at: those above it are other confusions", |c| {
            among(c, |i, j| i > j)
        }),
        ("only neighbours are looked at: any class can be taken for any other", |c| {
            among(c, |i, j| i.abs_diff(j) == 1)
        }),
        ("the last class is left out: the classes run from 0 to m − 1", |c| {
            among(c, |i, j| i != j && i.max(j) + 1 < c.nrows())
        }),
        ("the last row is left out: the rows run from 0 to m − 1", |c| among(c, |i, j| i != j && i + 1 < c.nrows())),
        ("the last column is left out: the columns run from 0 to m − 1", |c| {
            among(c, |i, j| i != j && j + 1 < c.ncols())
        }),
        ("class 0 is left out: it is a class like the others", |c| among(c, |i, j| i != j && i.min(j) > 0)),
        ("the first row is left out: rows are counted from 0", |c| among(c, |i, j| i != j && i > 0)),
        ("the first column is left out: columns are counted from 0", |c| among(c, |i, j| i != j && j > 0)),
        ("only the first row is looked at: does a `return` inside the loop end it?", |c| {
            among(c, |i, j| i != j && i == 0)
        }),
        ("only the last row is looked at: is the most so far set back in each row?", |c| {
            among(c, |i, j| i != j && i + 1 == c.nrows())
        }),
        ("it stops at the first count that is not 0: a larger one may come later", |c| {
            let counts = without_diagonal(c);
            counts.indexed_iter().find(|(_, count)| **count > 0).map_or((0, 1, 0), |((i, j), &count)| (i, j, count))
        }),
        ("it stops at the first count that exceeds the first one: a larger one may come later", |c| {
            let mut later = c.indexed_iter().filter(|((i, j), count)| i != j && **count > c[[0, 1]]);
            later.next().map_or((0, 1, c[[0, 1]]), |((i, j), &count)| (i, j, count))
        }),
        ("each count is compared with the first one: compare with the largest so far, and keep it up to date", |c| {
            let later = c.indexed_iter().filter(|((i, j), count)| i != j && **count > c[[0, 1]]);
            later.last().map_or((0, 1, c[[0, 1]]), |((i, j), &count)| (i, j, count))
        }),
        ("each count is compared with 0: compare with the largest so far, and keep it up to date", |c| {
            let later = c.indexed_iter().filter(|((i, j), count)| i != j && **count > 0);
            later.last().map_or((0, 1, 0), |((i, j), &count)| (i, j, count))
        }),
        ("the pair is kept as it was, only the count is updated: update all three", |c| (0, 1, most(c).2)),
        ("the row is kept as it was: update all three", |c| {
            let (_, j, count) = most(c);
            (0, j, count)
        }),
        ("the class with the most errors is sought first: the largest single count is wanted", |c| {
            let errors = without_diagonal(c);
            let i = first(&errors.rows().into_iter().map(|row| row.sum()).collect::<Vec<_>>());
            among(c, |row, j| row == i && j != i)
        }),
        ("the class that most are taken for is sought first: the largest single count is wanted", |c| {
            let errors = without_diagonal(c);
            let j = first(&errors.columns().into_iter().map(|column| column.sum()).collect::<Vec<_>>());
            among(c, |i, column| column == j && i != j)
        }),
        ("row and column with the most errors are sought apart: the largest single count is wanted", |c| {
            let errors = without_diagonal(c);
            let i = first(&errors.rows().into_iter().map(|row| row.sum()).collect::<Vec<_>>());
            let j = first(&errors.columns().into_iter().map(|column| column.sum()).collect::<Vec<_>>());
            (i, j, c[[i, j]])
        }),
        ("the counts are compared as shares of their row: compare the counts themselves", |c| {
            best(c, off, |i, j| c[[i, j]] as f64 / c.row(i).sum().max(1) as f64)
        }),
        ("the counts are compared as shares of their column: compare the counts themselves", |c| {
            best(c, off, |i, j| c[[i, j]] as f64 / c.column(j).sum().max(1) as f64)
        }),
        ("the second largest count is returned: the largest is wanted", |c| {
            let (row, column, _) = most(c);
            among(c, |i, j| i != j && (i, j) != (row, column))
        }),
        ("the count is that of all errors: only those of the pair are wanted", |c| {
            let (i, j, _) = most(c);
            (i, j, without_diagonal(c).sum())
        }),
        ("the count is that of all errors of the class: only those of the pair are wanted", |c| {
            let (i, j, _) = most(c);
            (i, j, c.row(i).sum() - c[[i, i]])
        }),
        ("the count is that of the whole row: only that of the pair is wanted", |c| {
            let (i, j, _) = most(c);
            (i, j, c.row(i).sum())
        }),
        ("the count is that of the right ones: return the entry of the pair", |c| {
            let (i, j, _) = most(c);
            (i, j, c[[i, i]])
        }),
        ("the count is that of the other direction: return `confusion[[truth, predicted]]`", |c| {
            let (i, j, _) = most(c);
            (i, j, c[[j, i]])
        }),
        ("the count is 0: is it updated with the pair?", |c| {
            let (i, j, _) = most(c);
            (i, j, 0)
        }),
        ("this is always the first pair: is it updated where a count is larger?", |c| (0, 1, c[[0, 1]])),
        ("this is always the last pair: compare each count with the largest so far", |c| {
            let last = c.nrows() - 1;
            (last, last - 1, c[[last, last - 1]])
        }),
        ("the diagonal is left out of the columns before they are counted: columns keep their numbers", |c| {
            let (i, j, count) = most(c);
            (i, if j > i { j - 1 } else { j }, count)
        }),
        ("a count of one is not taken for a confusion: any count is", |c| {
            let pair = most(c);
            if pair.2 == 1 { (0, 1, c[[0, 1]]) } else { pair }
        }),
        (ASKED_FOR, |c| {
            assert!(c.nrows() > 1 || c.ncols() > 1);
            among(c, off)
        }),
        ("a matrix of one class is accepted: it has no pair, refuse it with `assert!`", |c| {
            assert!(c.is_square());
            among(c, off)
        }),
        ("nothing is refused: `assert!` that the matrix is square, and has two classes at least", |c| among(c, off)),
    ],
    inputs: || {
        let mut random = Random::seeded(951);
        let mut some = |m: usize, up_to: usize| {
            Array2::from_shape_simple_fn((m, m), || ((random.number() + 1.0) / 2.0 * up_to as f64) as usize)
        };
        vec![
            array![[5, 2, 0], [3, 6, 1], [0, 3, 9]],
            some(4, 30) + Array2::<usize>::eye(4) * 30,
            some(5, 50),
            some(3, 4),
            some(6, 100),
            some(10, 12) + Array2::<usize>::eye(10) * 90,
            some(4, 9),
            array![[90, 0, 1], [0, 80, 0], [0, 2, 70]],
            array![[9, 4, 0], [4, 9, 5], [0, 0, 9]],
            array![[9, 1, 2], [2, 9, 1], [0, 2, 9]],
            array![[3, 1, 6], [4, 2, 4], [5, 5, 0]],
            array![[50, 0, 3], [2, 3, 0], [0, 0, 40]],
            array![[0, 3], [4, 0]],
            array![[0, 7], [4, 9]],
            array![[4, 0], [0, 7]],
            array![[8, 0, 0], [0, 2, 0], [1, 0, 3]],
            Array2::from_elem((4, 4), 3),
            Array2::zeros((3, 3)),
            array![[1, 2, 3], [4, 5, 6]],
            array![[1, 2], [3, 4], [5, 6]],
            array![[7]],
        ]
    },
    call: |most_confused, confusion| {
        let (truth, predicted, count) = most_confused(confusion);
        Answer::named("truth", &truth).and("predicted", &predicted).and("count", &count)
    },
    properties: &[
        ("the largest count is on the diagonal", |c| c.is_square() && among(c, |_, _| true) != among(c, off)),
        ("two pairs share the largest count", |c| {
            let count = among(c, off).2;
            without_diagonal(c).iter().filter(|&&other| other == count).count() > 1
        }),
        ("nothing is confused", |c| among(c, off).2 == 0),
        ("the largest count is below the diagonal", |c| {
            let (i, j, _) = among(c, off);
            i > j
        }),
        ("the largest count is above the diagonal", |c| {
            let (i, j, _) = among(c, off);
            i < j
        }),
        ("the matrix is not square", |c| !c.is_square()),
    ],
};
