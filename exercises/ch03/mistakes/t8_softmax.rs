//! Spoilers: wrong ways to write `softmax` and `softmax_backward`, and the inputs that tell them apart. The tests use
//! them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array2, Axis, array};

type Forward = fn(&Array2<f64>) -> Array2<f64>;
type Backward = fn(&Array2<f64>, &Array2<f64>) -> Array2<f64>;
/// The function and its way back.
pub type Softmax = (Forward, Backward);

pub static SOFTMAX: Diagnosis<Softmax, Forward, Array2<f64>> = Diagnosis {
    function: "softmax",
    slot: |f| &mut f.0,
    right: |a| rows(a, |row| quotients(&shifted(row, largest(row)))),
    mistakes: &[
        ("an index is always too large: the last one is the length − 1, so write `0..m` and not `0..=m`", |a| {
            Array2::from_shape_fn((a.nrows(), a.ncols() + 1), |(j, i)| a[[j, i]])
        }),
        ("the columns add up to 1: a sample stands in a row, so each row has to", |a| {
            columns(a, |v| quotients(&shifted(v, largest(v))))
        }),
        ("the columns add up to 1: a sample stands in a row, so each row has to", |a| {
            columns(a, |v| quotients(&shifted(v, 0.0)))
        }),
        (WHOLE_BATCH, |a| {
            let e = a.mapv(f64::exp);
            let sum = e.sum();
            e / sum
        }),
        (WHOLE_BATCH, |a| {
            let e = a.mapv(|v| (v - of_all(a)).exp());
            let sum = e.sum();
            e / sum
        }),
        (WHOLE_BATCH, |a| {
            let e = rows(a, |row| shifted(row, largest(row)));
            let sum = e.sum();
            e / sum
        }),
        ("each row is divided by the sums of the columns: `sum_axis(Axis(1))` adds up each row", |a| {
            let e = rows(a, |row| shifted(row, largest(row)));
            let sums = e.sum_axis(Axis(0));
            e / sums
        }),
        (
            "the sums of the rows lie as a row, and divide columns: make a column of them with `.insert_axis(Axis(1))`",
            |a| {
                let e = rows(a, |row| shifted(row, largest(row)));
                let sums = e.sum_axis(Axis(1));
                e / sums
            },
        ),
        (
            "the sums of the rows lie as a row, and divide columns: make a column of them with `.insert_axis(Axis(1))`",
            |a| {
                let e = a.mapv(f64::exp);
                let sums = e.sum_axis(Axis(1));
                e / sums
            },
        ),
        ("these are the exponentials alone: divide each row by its sum", |a| a.mapv(f64::exp)),
        ("these are the exponentials alone, the largest of each row 1: divide each row by its sum as well", |a| {
            rows(a, |row| shifted(row, largest(row)))
        }),
        ("the smallest number gets the largest probability: the exponent is +a, or a − the maximum", |a| {
            rows(a, |row| quotients(&row.iter().map(|v| (largest(row) - v).exp()).collect::<Vec<_>>()))
        }),
        ("the smallest number gets the largest probability: the exponent is +a, or a − the maximum", |a| {
            rows(a, |row| quotients(&row.iter().map(|v| (-v).exp()).collect::<Vec<_>>()))
        }),
        (
            "it is NaN for large numbers: exp(1000) is infinite, and ∞/∞ is NaN; subtract from each row its largest number first",
            |a| rows(a, |row| quotients(&shifted(row, 0.0))),
        ),
        (
            "very negative rows give NaN, since the maximum is never less than 0: start `fold` from `f64::NEG_INFINITY`",
            |a| rows(a, |row| quotients(&shifted(row, largest(row).max(0.0)))),
        ),
        (
            "very negative rows give NaN, since the maximum is never less than 0: start `fold` from `f64::NEG_INFINITY`",
            |a| rows(a, |row| quotients(&shifted(row, largest(row).max(f64::MIN_POSITIVE)))),
        ),
        (
            "the mean of the row is subtracted: what is left can be too large for exp; subtract the largest number",
            |a| rows(a, |row| quotients(&shifted(row, row.iter().sum::<f64>() / row.len() as f64))),
        ),
        ("the first number of the row is subtracted: it is not always the largest, and exp gets too large", |a| {
            rows(a, |row| quotients(&shifted(row, row[0])))
        }),
        ("the last number of the row is subtracted: it is not always the largest, and exp gets too large", |a| {
            rows(a, |row| quotients(&shifted(row, row[row.len() - 1])))
        }),
        ("the smallest number of the row is subtracted: subtract the largest, so that no exponent is above 0", |a| {
            rows(a, |row| quotients(&shifted(row, -largest(&row.iter().map(|v| -v).collect::<Vec<_>>()))))
        }),
        (
            "one maximum is subtracted from the whole batch: a row far below it becomes 0/0, NaN; each row has its own",
            |a| rows(a, |row| quotients(&shifted(row, of_all(a)))),
        ),
        ("the maximum of the first row is subtracted from all: each row has its own", |a| {
            rows(a, |row| quotients(&shifted(row, largest(&a.row(0).to_vec()))))
        }),
        ("the largest absolute value is subtracted: it is far too large for a row of negative numbers", |a| {
            rows(a, |row| quotients(&shifted(row, row.iter().fold(0.0, |max: f64, v| max.max(v.abs())))))
        }),
        ("the maximum is sought without the last entry: it can be the largest, and exp gets too large", |a| {
            rows(a, |row| quotients(&shifted(row, largest_or(&row[..row.len() - 1], row[0]))))
        }),
        ("the maximum is sought without the first entry: it can be the largest, and exp gets too large", |a| {
            rows(a, |row| quotients(&shifted(row, largest_or(&row[1..], row[0]))))
        }),
        (LARGE_NUMBERS, |a| {
            rows(a, |row| quotients(&row.iter().map(|v| v.clamp(-700.0, 700.0).exp()).collect::<Vec<_>>()))
        }),
        (LARGE_NUMBERS, |a| rows(a, |row| quotients(&row.iter().map(|v| v.min(700.0).exp()).collect::<Vec<_>>()))),
        (LARGE_NUMBERS, |a| {
            rows(a, |row| quotients(&row.iter().map(|v| v.clamp(-500.0, 500.0).exp()).collect::<Vec<_>>()))
        }),
        ("the exponential is missing: take exp of each entry before the sum", |a| rows(a, quotients)),
        ("the exponential is missing: take exp of each entry before the sum", |a| {
            rows(a, |row| quotients(&row.iter().map(|v| v - largest(row)).collect::<Vec<_>>()))
        }),
        (SUM_TAKEN, |a| rows(a, |row| row.iter().map(|v| v.exp() / row.iter().sum::<f64>()).collect())),
        (SUM_TAKEN, |a| {
            rows(a, |row| {
                let v = shifted(row, largest(row));
                let sum: f64 = row.iter().map(|v| v - largest(row)).sum();
                v.iter().map(|v| v / sum).collect()
            })
        }),
        (SUM_TAKEN, |a| {
            rows(a, |row| shifted(row, largest(row)).iter().map(|v| v / row.iter().sum::<f64>()).collect())
        }),
        ("the exponential is taken of the quotient: first exp of each entry, then divide by the sum", |a| {
            rows(a, |row| quotients(row).iter().map(|v| v.exp()).collect())
        }),
        (
            "this is 1 for the largest number and 0 for all others: softmax gives each a share, exp(a) / Σ exp(a)",
            |a| rows(a, |row| row.iter().map(|&v| if v == largest(row) { 1.0 } else { 0.0 }).collect()),
        ),
        ("the maximum is added: subtract it from each entry", |a| {
            rows(a, |row| quotients(&shifted(row, -largest(row))))
        }),
        ("the maximum is multiplied or divided, not subtracted: only a number that is added cancels", |a| {
            rows(a, |row| quotients(&row.iter().map(|v| (v / largest(row)).exp()).collect::<Vec<_>>()))
        }),
        ("the maximum is subtracted after the exponential: subtract it before, inside exp", |a| {
            rows(a, |row| quotients(&row.iter().map(|v| v.exp() - largest(row)).collect::<Vec<_>>()))
        }),
        ("the sum goes on from row to row: start it from 0 in each row, `let mut sum = 0.0;` inside the loop", |a| {
            let mut sum = 0.0;
            rows(a, |row| {
                let e = shifted(row, largest(row));
                sum += e.iter().sum::<f64>();
                e.iter().map(|v| v / sum).collect()
            })
        }),
        ("the sum goes on from row to row: start it from 0 in each row, `let mut sum = 0.0;` inside the loop", |a| {
            let mut sum = 0.0;
            rows(a, |row| {
                let e = shifted(row, 0.0);
                sum += e.iter().sum::<f64>();
                e.iter().map(|v| v / sum).collect()
            })
        }),
        ("the maximum goes on from row to row: start it from `f64::NEG_INFINITY` in each row", |a| {
            let mut max = f64::NEG_INFINITY;
            rows(a, |row| {
                max = max.max(largest(row));
                quotients(&shifted(row, max))
            })
        }),
        ("each entry is divided by the sum so far: add up the whole row first, then divide in a second loop", |a| {
            rows(a, |row| {
                let mut sum = 0.0;
                shifted(row, largest(row))
                    .iter()
                    .map(|v| {
                        sum += v;
                        v / sum
                    })
                    .collect()
            })
        }),
        (
            "the sum is taken anew after each division, when some entries are quotients already: take it once, before",
            |a| {
                rows(a, |row| {
                    let mut e = shifted(row, largest(row));
                    for i in 0..e.len() {
                        e[i] /= e.iter().sum::<f64>();
                    }
                    e
                })
            },
        ),
        ("the maximum is subtracted in the exponents above, and not in the sum: subtract the same from both", |a| {
            rows(a, |row| {
                let sum: f64 = shifted(row, 0.0).iter().sum();
                shifted(row, largest(row)).iter().map(|v| v / sum).collect()
            })
        }),
        ("the maximum is subtracted in the sum, and not in the exponents above: subtract the same from both", |a| {
            rows(a, |row| {
                let sum: f64 = shifted(row, largest(row)).iter().sum();
                shifted(row, 0.0).iter().map(|v| v / sum).collect()
            })
        }),
        ("the last entry is missing in the sum: `0..m` runs up to m − 1, which is the last index", |a| {
            rows(a, |row| divided(&shifted(row, largest(row)), |e| e[..e.len() - 1].iter().sum()))
        }),
        ("the first entry is missing in the sum: indices start at 0", |a| {
            rows(a, |row| divided(&shifted(row, largest(row)), |e| e[1..].iter().sum()))
        }),
        ("the sum is the last exponential alone: `+=` adds to it, `=` overwrites it", |a| {
            rows(a, |row| divided(&shifted(row, largest(row)), |e| e[e.len() - 1]))
        }),
        ("each exponential is divided by the largest one: divide by the sum of all", |a| {
            rows(a, |row| divided(&shifted(row, 0.0), largest))
        }),
        ("the sum is divided by m as well: divide by the sum, not by the mean", |a| {
            rows(a, |row| divided(&shifted(row, largest(row)), |e| e.iter().sum::<f64>() / e.len() as f64))
        }),
        ("the result is divided by m as well: the sum of the exponentials is enough", |a| {
            let m = a.ncols() as f64;
            rows(a, |row| quotients(&shifted(row, largest(row))).iter().map(|p| p / m).collect())
        }),
        ("the exponentials are divided by their length, the root of the sum of squares: divide by the sum", |a| {
            rows(a, |row| divided(&shifted(row, largest(row)), |e| e.iter().map(|v| v * v).sum::<f64>().sqrt()))
        }),
        ("each exponential is divided by the sum of the others: the sum is over all, itself included", |a| {
            rows(a, |row| {
                let e = shifted(row, largest(row));
                e.iter().map(|v| v / (e.iter().sum::<f64>() - v)).collect()
            })
        }),
        ("a small number is added to the sum: with the maximum subtracted it is at least 1, and cannot be 0", |a| {
            rows(a, |row| divided(&shifted(row, largest(row)), |e| e.iter().sum::<f64>() + 1e-8))
        }),
        ("1 is added to the sum: the exponentials of the row alone are added", |a| {
            rows(a, |row| divided(&shifted(row, largest(row)), |e| 1.0 + e.iter().sum::<f64>()))
        }),
        ("this is the logarithm of softmax: the probabilities themselves are wanted", |a| {
            rows(a, |row| quotients(&shifted(row, largest(row))).iter().map(|p| p.ln()).collect())
        }),
        ("this is the sigmoid of each entry: softmax looks at the whole row, exp(a) / Σ exp(a)", |a| {
            a.mapv(|v| 1.0 / (1.0 + (-v).exp()))
        }),
        ("softmax is applied twice: once is enough", |a| {
            rows(a, |row| {
                let p = quotients(&shifted(row, largest(row)));
                quotients(&shifted(&p, largest(&p)))
            })
        }),
        (ONLY_FIRST, |a| some_rows(a, a.clone(), |j| j == 0)),
        (ONLY_FIRST, |a| some_rows(a, Array2::zeros(a.dim()), |j| j == 0)),
        (LAST_ROW, |a| some_rows(a, a.clone(), |j| j + 1 < a.nrows())),
        (LAST_ROW, |a| some_rows(a, Array2::zeros(a.dim()), |j| j + 1 < a.nrows())),
        (FIRST_ROW, |a| some_rows(a, a.clone(), |j| j > 0)),
        (FIRST_ROW, |a| some_rows(a, Array2::zeros(a.dim()), |j| j > 0)),
        ("every row is the softmax of the first: use the index of the row", |a| {
            let row = a.row(0).to_vec();
            rows(a, |_| quotients(&shifted(&row, largest(&row))))
        }),
        ("the last column is left out: `0..m` runs up to m − 1, which is the last index", |a| {
            let mut p = rows(a, |row| quotients(&shifted(row, largest(row))));
            p.column_mut(a.ncols() - 1).fill(0.0);
            p
        }),
        ("the array has come back as it went in: is the softmax written into the copy, and the copy returned?", |a| {
            a.clone()
        }),
        ("all entries are 0: are the probabilities written into the array that is returned?", |a| {
            Array2::zeros(a.dim())
        }),
        ("the largest number has come off, and nothing else: take exp, and divide by the sum of the row", |a| {
            rows(a, |row| row.iter().map(|v| v - largest(row)).collect())
        }),
        ("the exponentials are squared: it is exp(a) / Σ exp(a), with a as it is", |a| {
            rows(a, |row| quotients(&row.iter().map(|v| (2.0 * (v - largest(row))).exp()).collect::<Vec<_>>()))
        }),
        ("the base is 2, not e: use `exp`", |a| {
            rows(a, |row| quotients(&row.iter().map(|v| (v - largest(row)).exp2()).collect::<Vec<_>>()))
        }),
        ("this is 1 − p: the largest number gets the largest probability", |a| {
            rows(a, |row| quotients(&shifted(row, largest(row))).iter().map(|p| 1.0 - p).collect())
        }),
        ("the probabilities are rounded to 0 or 1: return them as they are", |a| {
            rows(a, |row| quotients(&shifted(row, largest(row))).iter().map(|p| p.round()).collect())
        }),
        ("all probabilities of a row are the same, 1/m: they are exp(a) / Σ exp(a)", |a| {
            a.mapv(|_| 1.0 / a.ncols() as f64)
        }),
        ("the result is transposed: a sample stays in its row", |a| {
            rows(a, |row| quotients(&shifted(row, largest(row)))).t().to_owned()
        }),
        ("the indices are swapped: `a[[j, i]]` has the row first, and `a.dim()` is (rows, columns)", |a| {
            Array2::from_shape_fn(a.dim(), |(j, i)| {
                let column: Vec<f64> = (0..a.ncols()).map(|l| a[[l, j]]).collect();
                quotients(&shifted(&column, largest(&column)))[i]
            })
        }),
        ("the order is lost: is the row sorted? Entry i of the result belongs to entry i of the row", |a| {
            rows(a, |row| {
                let mut row = row.to_vec();
                row.sort_by(f64::total_cmp);
                quotients(&shifted(&row, largest(&row)))
            })
        }),
        ("the digits after the point are lost: keep the numbers as `f64`", |a| {
            rows(a, |row| {
                let row: Vec<f64> = row.iter().map(|v| v.trunc()).collect();
                quotients(&shifted(&row, largest(&row)))
            })
        }),
        ("the mean of the whole batch is subtracted: subtract from each row its own largest number", |a| {
            rows(a, |row| quotients(&shifted(row, a.sum() / a.len() as f64)))
        }),
        ("the signs are lost: the exponential is taken of a itself, not of |a|", |a| {
            rows(a, |row| quotients(&row.iter().map(|v| v.abs().exp()).collect::<Vec<_>>()))
        }),
        ("negative numbers count as 0: the exponential is taken of a as it is", |a| {
            rows(a, |row| quotients(&row.iter().map(|v| v.max(0.0).exp()).collect::<Vec<_>>()))
        }),
        ("each row is in reverse order: entry i of the result belongs to entry i of the row", |a| {
            rows(a, |row| quotients(&shifted(row, largest(row))).into_iter().rev().collect())
        }),
        ("the numbers are squared: take exp of each", |a| {
            rows(a, |row| quotients(&row.iter().map(|v| v * v).collect::<Vec<_>>()))
        }),
        ("the numbers are halved inside exp: it is exp(a) / Σ exp(a), with a as it is", |a| {
            rows(a, |row| quotients(&row.iter().map(|v| (0.5 * (v - largest(row))).exp()).collect::<Vec<_>>()))
        }),
        (
            "a large row becomes ones and zeros: small differences count there too; subtract the largest number of the row",
            |a| {
                rows(a, |row| {
                    if row.iter().all(|v| v.abs() < 500.0) {
                        return quotients(&shifted(row, 0.0));
                    }
                    row.iter().map(|&v| if v == largest(row) { 1.0 } else { 0.0 }).collect()
                })
            },
        ),
    ],
    inputs: || {
        let mut random = Random::seeded(1038);
        let mut inputs = vec![
            array![[1.0, 3.0], [1.0, 1.0], [4.0, 1.0]].mapv(f64::ln),
            array![[1000.0, 1000.5], [-3.0, 2.0]],
            array![[-1000.0, -1000.5, -1002.0]],
            array![[0.0, 0.0, 1000.0], [1.5, -2.0, 1.0]],
            array![[1000.0, 0.0, 0.5], [0.5, 0.7, -0.3]],
            array![[0.5, 1000.0, 0.0]],
            array![[4000.0, 3999.5], [-4000.0, -4001.0]],
            array![[-1e4, 1e4, -1e4], [1e4, 1e4, -1e4], [1e4, -1e4, -1e4]],
            array![[720.0, 1.0, 719.5], [-720.0, -721.0, -722.5], [600.0, 602.0, 3.0]],
            array![[-720.0, -721.0], [-1.0, 2.0], [-750.0, -749.0]],
            array![[2.5], [-1.0], [1000.0]],
        ];
        for (n, m) in [(1, 4), (2, 3), (3, 2), (3, 3), (5, 4), (4, 5), (2, 2)] {
            inputs.push(3.0 * random.matrix(n, m));
            inputs.push(2.0 * random.matrix(m, n).t().to_owned());
        }
        inputs
    },
    call: |softmax, a| softmax(a).into(),
    properties: &[
        ("a number is larger than 709", |a| a.iter().any(|&v| v > 709.0)),
        ("a number is less than −709", |a| a.iter().any(|&v| v < -709.0)),
        ("a number is larger than 709 or less than −709", |a| a.iter().any(|&v| v.abs() > 709.0)),
        ("all numbers of a row are less than −709", |a| {
            a.rows().into_iter().any(|row| row.iter().all(|&v| v < -709.0))
        }),
        ("all numbers of a row are negative", |a| a.rows().into_iter().any(|row| row.iter().all(|&v| v < 0.0))),
        ("a number of a row is larger by 700 than another", |a| {
            a.rows().into_iter().any(|row| {
                let row = row.to_vec();
                row.iter().any(|v| largest(&row) - v > 700.0)
            })
        }),
        ("a number is negative", |a| a.iter().any(|&v| v < 0.0)),
        ("there is more than one row", |a| a.nrows() > 1),
        ("there are more rows than columns", |a| a.nrows() > a.ncols()),
        ("there are fewer rows than columns", |a| a.nrows() < a.ncols()),
        ("there are as many rows as columns", |a| a.is_square()),
        ("there are more than two columns", |a| a.ncols() > 2),
        ("the array is stored column by column, as a transposed one is", |a| !a.is_standard_layout()),
    ],
};

pub static SOFTMAX_BACKWARD: Diagnosis<Softmax, Backward, (Array2<f64>, Array2<f64>)> = Diagnosis {
    function: "softmax_backward",
    slot: |f| &mut f.1,
    right: |p, g| {
        assert_eq!(p.dim(), g.dim());
        p * &(g - &(p * g).sum_axis(Axis(1)).insert_axis(Axis(1)))
    },
    mistakes: &[
        (
            "this is p(1 − p)g, as for a sigmoid: each p depends on the whole row, so subtract Σ g p from g",
            |p, g| p * &(1.0 - p) * g,
        ),
        ("this is p(1 − p), as for a sigmoid, and without g: it is p(g − Σ g p)", |p, _| p * &(1.0 - p)),
        ("this is p · g: subtract Σ g p of the row from g first", |p, g| p * g),
        ("the factor p in front is missing: p(g − Σ g p)", |p, g| g - &sums(p, g)),
        ("the sum has g without p: each upstream slope is weighted with its probability, Σ g p", |p, g| {
            p * &(g - &g.sum_axis(Axis(1)).insert_axis(Axis(1)))
        }),
        ("the mean of g is subtracted: the sum weights each upstream slope with its probability, Σ g p", |p, g| {
            p * &(g - &(g.sum_axis(Axis(1)) / g.ncols() as f64).insert_axis(Axis(1)))
        }),
        ("the sum has p without g, and is 1: each probability is multiplied by its upstream slope, Σ g p", |p, g| {
            p * &(g - &p.sum_axis(Axis(1)).insert_axis(Axis(1)))
        }),
        ("the sum runs over the samples: it runs over the outputs, within each row", |p, g| {
            p * &(g - &(p * g).sum_axis(Axis(0)))
        }),
        ("the sum runs over the whole batch: each row has its own", |p, g| p * &(g - (p * g).sum())),
        ("the sums of the rows are subtracted as a row: make a column of them with `.insert_axis(Axis(1))`", |p, g| {
            p * &(g - &(p * g).sum_axis(Axis(1)))
        }),
        ("the mean of g p is subtracted: it is a sum, over the outputs of the row", |p, g| {
            p * &(g - &(sums(p, g) / p.ncols() as f64))
        }),
        ("the factor p is missing at the sum: p·g − p·Σ g p", |p, g| p * g - sums(p, g)),
        ("Σ g p is added: subtract it from g", |p, g| p * &(g + &sums(p, g))),
        ("the sign is the other way round: it is p(g − Σ g p), not p(Σ g p − g)", |p, g| p * &(sums(p, g) - g)),
        ("the factor in front is g, not p: p(g − Σ g p)", |p, g| g * &(g - &sums(p, g))),
        ("this is g(p − Σ g p): the factor p is in front, and g is in the brackets", |p, g| g * &(p - &sums(p, g))),
        ("this is p(p − Σ g p): in the brackets is g", |p, g| p * &(p - &sums(p, g))),
        ("this is p − g: the way back is p(g − Σ g p)", |p, g| p - g),
        ("this is g − p: the way back is p(g − Σ g p)", |p, g| g - p),
        ("this is p · Σ g p: subtract it from p · g", |p, g| p * &sums(p, g)),
        ("this is p · (1 − Σ g p): in the brackets is g − Σ g p", |p, g| p * &(1.0 - &sums(p, g))),
        ("the factor 1 − p is too much: the way back is p(g − Σ g p)", |p, g| p * &(1.0 - p) * (g - &sums(p, g))),
        ("p is multiplied twice: the way back is p(g − Σ g p)", |p, g| p * p * (g - &sums(p, g))),
        ("the sum has p²: it is Σ g p", |p, g| p * &(g - &sums(&(p * p), g))),
        ("the sum has g²: it is Σ g p", |p, g| p * &(g - &sums(p, &(g * g)))),
        ("`p` is made probabilities once more: it is what softmax has returned, and used as it is", |p, g| {
            let p = rows(p, |row| quotients(&shifted(row, largest(row))));
            &p * &(g - &sums(&p, g))
        }),
        ("the sum goes on from row to row: start it from 0 in each row", |p, g| {
            let mut sum = 0.0;
            by_row(p, g, |p, g| {
                sum += dot(p, g);
                p.iter().zip(g).map(|(p, g)| p * (g - sum)).collect()
            })
        }),
        ("the sum goes on while it is used: add up the whole row first, then subtract in a second loop", |p, g| {
            by_row(p, g, |p, g| {
                let mut sum = 0.0;
                p.iter()
                    .zip(g)
                    .map(|(p, g)| {
                        sum += p * g;
                        p * (g - sum)
                    })
                    .collect()
            })
        }),
        ("the last output is missing in the sum: `0..m` runs up to m − 1, which is the last index", |p, g| {
            by_row(p, g, |p, g| {
                let sum = dot(&p[..p.len() - 1], g);
                p.iter().zip(g).map(|(p, g)| p * (g - sum)).collect()
            })
        }),
        ("the first output is missing in the sum: indices start at 0", |p, g| {
            by_row(p, g, |p, g| {
                let sum = dot(&p[1..], &g[1..]);
                p.iter().zip(g).map(|(p, g)| p * (g - sum)).collect()
            })
        }),
        ("the sum is the last product alone: `+=` adds to it, `=` overwrites it", |p, g| {
            by_row(p, g, |p, g| {
                let sum = p[p.len() - 1] * g[g.len() - 1];
                p.iter().zip(g).map(|(p, g)| p * (g - sum)).collect()
            })
        }),
        ("the output itself is left out of the sum: it is over all outputs of the row", |p, g| {
            by_row(p, g, |p, g| {
                let sum = dot(p, g);
                p.iter().zip(g).map(|(p, g)| p * (g - (sum - p * g))).collect()
            })
        }),
        (
            "only the last row is subtracted its sum: is the sum of the row computed inside the loop over the rows?",
            |p, g| {
                let last = dot(&p.row(p.nrows() - 1).to_vec(), &g.row(g.nrows() - 1).to_vec());
                p * &(g - last)
            },
        ),
        ("the sum of the first row is subtracted from all: each row has its own", |p, g| {
            p * &(g - dot(&p.row(0).to_vec(), &g.row(0).to_vec()))
        }),
        (ONLY_FIRST, |p, g| some_rows_back(p, g, Array2::zeros(p.dim()), |j| j == 0)),
        (ONLY_FIRST, |p, g| some_rows_back(p, g, g.clone(), |j| j == 0)),
        (ONLY_FIRST, |p, g| some_rows_back(p, g, p.clone(), |j| j == 0)),
        (LAST_ROW, |p, g| some_rows_back(p, g, Array2::zeros(p.dim()), |j| j + 1 < p.nrows())),
        (LAST_ROW, |p, g| some_rows_back(p, g, g.clone(), |j| j + 1 < p.nrows())),
        (LAST_ROW, |p, g| some_rows_back(p, g, p.clone(), |j| j + 1 < p.nrows())),
        (FIRST_ROW, |p, g| some_rows_back(p, g, Array2::zeros(p.dim()), |j| j > 0)),
        ("the last output is left out: `0..m` runs up to m − 1, which is the last index", |p, g| {
            let mut back = p * &(g - &sums(p, g));
            back.column_mut(p.ncols() - 1).fill(0.0);
            back
        }),
        (
            "the derivatives ∂pₗ/∂aᵢ are added up without their upstream slopes: weight each with gₗ",
            |p, _| p * &(1.0 - &p.sum_axis(Axis(1)).insert_axis(Axis(1))),
        ),
        ("all entries are 0: is the result written into the array that is returned?", |p, _| Array2::zeros(p.dim())),
        ("`upstream` has come back as it is: the way back is p(g − Σ g p)", |_, g| g.clone()),
        ("`p` has come back as it is: the way back is p(g − Σ g p)", |p, _| p.clone()),
        ("this is twice the gradient: it is p(g − Σ g p)", |p, g| 2.0 * (p * &(g - &sums(p, g)))),
        ("this is half of the gradient: it is p(g − Σ g p)", |p, g| 0.5 * (p * &(g - &sums(p, g)))),
        ("the gradient is divided by n: that is done where the mean is taken, not here", |p, g| {
            p * &(g - &sums(p, g)) / p.nrows() as f64
        }),
        ("the gradient is divided by m: it is p(g − Σ g p), with nothing behind it", |p, g| {
            p * &(g - &sums(p, g)) / p.ncols() as f64
        }),
        ("the sign is lost: a gradient can be negative, and each row adds up to 0", |p, g| {
            (p * &(g - &sums(p, g))).mapv(f64::abs)
        }),
        ("what should be negative is 0: a gradient can be negative, and each row adds up to 0", |p, g| {
            (p * &(g - &sums(p, g))).mapv(|v| v.max(0.0))
        }),
        ("the result is transposed: a sample stays in its row", |p, g| (p * &(g - &sums(p, g))).t().to_owned()),
        (
            "different shapes are accepted, as a single row or column is repeated: keep the `assert_eq!` of the stub",
            |p, g| p * &(g - &sums(p, g)),
        ),
        ("Σ g p is subtracted twice: once is enough, p(g − Σ g p)", |p, g| p * &(g - &(2.0 * sums(p, g)))),
        ("this is p(1 − p)g − Σ g p: the way back is p(g − Σ g p)", |p, g| p * &(1.0 - p) * g - sums(p, g)),
        ("the largest upstream slope is subtracted: subtract the weighted sum Σ g p", |p, g| {
            by_row(p, g, |p, g| p.iter().zip(g).map(|(p, v)| p * (v - largest(g))).collect())
        }),
        ("this is p · g · (1 − Σ g p): subtract the sum from g, p(g − Σ g p)", |p, g| {
            p * g * &(1.0 - &sums(p, g))
        }),
        ("the signs of the upstream slopes are lost: use g as it is", |p, g| {
            let g = &g.mapv(f64::abs);
            p * &(g - &sums(p, g))
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(1039);
        let mut inputs = vec![
            (array![[0.25, 0.75], [0.5, 0.5]], array![[4.0, 8.0], [2.0, -0.5]]),
            (array![[0.2, 0.5, 0.3], [0.1, 0.6, 0.3]], array![[0.0, -2.0, 0.0], [-10.0, 0.0, 0.0]]),
            (array![[0.0, 1.0, 0.0], [0.9, 0.1, 0.0]], array![[3.0, -1.5, 2.0], [1.0, 4.0, -3.0]]),
            (array![[0.3, 0.7]], array![[7.0, 7.5]]),
            (array![[1.0], [1.0], [1.0]], array![[2.0], [-3.0], [0.5]]),
            (array![[0.25, 0.75], [0.5, 0.5], [0.2, 0.8]], array![[4.0, 8.0]]),
            (array![[0.25, 0.75], [0.5, 0.5], [0.2, 0.8]], array![[4.0], [1.0], [2.0]]),
            (array![[0.25, 0.75], [0.5, 0.5]], array![[4.0]]),
        ];
        for (n, m) in [(1, 4), (2, 3), (3, 2), (3, 3), (5, 4), (4, 5), (2, 2), (1, 2)] {
            let p = rows(&(2.0 * random.matrix(n, m)), |row| quotients(&shifted(row, largest(row))));
            inputs.push((p, 3.0 * random.matrix(n, m)));
        }
        for n in [2, 3] {
            let p = rows(&(2.0 * random.matrix(n, 4)), |row| quotients(&shifted(row, largest(row))));
            inputs.push((p, random.matrix(4, n).t().to_owned()));
        }
        inputs
    },
    call: |backward, (p, upstream)| backward(p, upstream).into(),
    properties: &[
        ("upstream is a single row", |(_, g)| g.nrows() == 1),
        ("upstream is a single column", |(_, g)| g.ncols() == 1),
        ("there is more than one row", |(p, _)| p.nrows() > 1),
        ("there are more than two columns", |(p, _)| p.ncols() > 2),
        ("there are more rows than columns", |(p, _)| p.nrows() > p.ncols()),
        ("there are fewer rows than columns", |(p, _)| p.nrows() < p.ncols()),
        ("there are as many rows as columns", |(p, _)| p.is_square()),
        ("a probability is 0", |(p, _)| p.iter().any(|&p| p == 0.0)),
        ("a probability is 0 or 1", |(p, _)| p.iter().any(|&p| p == 0.0 || p == 1.0)),
        ("an upstream slope is negative", |(_, g)| g.iter().any(|&g| g < 0.0)),
    ],
};

const WHOLE_BATCH: &str = "the whole batch adds up to 1: divide each row by its own sum";
const LARGE_NUMBERS: &str = "large numbers are clamped before the exponential: their differences are lost; subtract the largest number of the row";
const SUM_TAKEN: &str = "the sum is taken before the exponential: first exp of each entry, then the sum of the row";
const ONLY_FIRST: &str = "only the first row is done: visit every row. Does a `return` or `break` end the loop?";
const LAST_ROW: &str = "the last row is left out: `0..n` runs up to n − 1, which is the last index";
const FIRST_ROW: &str = "the first row is left out: indices start at 0";

/// A function applied to each row.
fn rows(a: &Array2<f64>, mut f: impl FnMut(&[f64]) -> Vec<f64>) -> Array2<f64> {
    let values = a.rows().into_iter().flat_map(|row| f(&row.to_vec())).collect();
    Array2::from_shape_vec(a.dim(), values).expect("as many entries as before")
}

fn columns(a: &Array2<f64>, f: impl FnMut(&[f64]) -> Vec<f64>) -> Array2<f64> {
    rows(&a.t().to_owned(), f).t().to_owned()
}

/// Softmax of some rows; the others stay as they are in `p`.
fn some_rows(a: &Array2<f64>, mut p: Array2<f64>, holds: impl Fn(usize) -> bool) -> Array2<f64> {
    let right = rows(a, |row| quotients(&shifted(row, largest(row))));
    for j in (0..a.nrows()).filter(|&j| holds(j)) {
        p.row_mut(j).assign(&right.row(j));
    }
    p
}

/// The way back of some rows; the others stay as they are in `back`.
fn some_rows_back(
    p: &Array2<f64>,
    g: &Array2<f64>,
    mut back: Array2<f64>,
    holds: impl Fn(usize) -> bool,
) -> Array2<f64> {
    let right = p * &(g - &sums(p, g));
    for j in (0..p.nrows()).filter(|&j| holds(j)) {
        back.row_mut(j).assign(&right.row(j));
    }
    back
}

/// A function of each row of two arrays.
fn by_row(p: &Array2<f64>, g: &Array2<f64>, mut f: impl FnMut(&[f64], &[f64]) -> Vec<f64>) -> Array2<f64> {
    let values = (0..p.nrows()).flat_map(|j| f(&p.row(j).to_vec(), &g.row(j).to_vec())).collect();
    Array2::from_shape_vec(p.dim(), values).expect("as many entries as before")
}

/// Σ g p of each row, as a column.
fn sums(p: &Array2<f64>, g: &Array2<f64>) -> Array2<f64> {
    (p * g).sum_axis(Axis(1)).insert_axis(Axis(1))
}

fn dot(p: &[f64], g: &[f64]) -> f64 {
    p.iter().zip(g).map(|(p, g)| p * g).sum()
}

fn largest(row: &[f64]) -> f64 {
    row.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

/// The largest, or another number where there is none.
fn largest_or(row: &[f64], other: f64) -> f64 {
    if row.is_empty() { other } else { largest(row) }
}

fn of_all(a: &Array2<f64>) -> f64 {
    a.iter().copied().fold(f64::NEG_INFINITY, f64::max)
}

/// The exponentials of a row, with a number subtracted first.
fn shifted(row: &[f64], by: f64) -> Vec<f64> {
    row.iter().map(|v| (v - by).exp()).collect()
}

fn quotients(row: &[f64]) -> Vec<f64> {
    divided(row, |row| row.iter().sum())
}

fn divided(row: &[f64], by: impl Fn(&[f64]) -> f64) -> Vec<f64> {
    let by = by(row);
    row.iter().map(|v| v / by).collect()
}
