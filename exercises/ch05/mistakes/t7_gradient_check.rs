//! Spoilers: wrong ways to write `relative_error` and `gradient_check`, and the inputs that tell them apart. The tests
//! use them to name a mistake.

use checks::{Diagnosis, Random};
use ndarray::{Array1, array};

pub type RelativeError = fn(f64, f64) -> f64;
pub type GradientCheck = fn(&Array1<f64>, &Array1<f64>) -> f64;
pub type Both = (RelativeError, GradientCheck);
type Pair = (Array1<f64>, Array1<f64>);

const UNNOTICED: &str = "a NaN or an infinity passes unnoticed: if either slope is not finite, the error is 1";
const OF_N: &str = "relative to |n| only: divide by |a| + |n|";
const OF_A: &str = "relative to |a| only: divide by |a| + |n|";
const CUT_OFF: &str = "a small difference is taken for 0: only the divisor has a least value, 1e-8";
const ANOTHER_FLOOR: &str = "the least divisor is not 1e-8: `1e-8` is ten to the power of minus eight";

pub static RELATIVE_ERROR: Diagnosis<Both, RelativeError, (f64, f64)> = Diagnosis {
    function: "relative_error",
    slot: |f| &mut f.0,
    right,
    mistakes: &[
        ("this is the absolute error: divide by |a| + |n|", |a, n| finite(a, n, (a - n).abs())),
        (OF_N, |a, n| finite(a, n, (a - n).abs() / n.abs())),
        (OF_N, |a, n| finite(a, n, (a - n).abs() / n.abs().max(1e-8))),
        (OF_A, |a, n| finite(a, n, (a - n).abs() / a.abs())),
        (OF_A, |a, n| finite(a, n, (a - n).abs() / a.abs().max(1e-8))),
        ("an error has no sign: use |a − n|", |a, n| finite(a, n, (a - n) / size(a, n))),
        ("the signs are lost one by one: use |a − n|, and not |a| − |n|", |a, n| {
            finite(a, n, (a.abs() - n.abs()) / size(a, n))
        }),
        ("the sizes are compared, and a wrong sign is not seen: use |a − n|", |a, n| {
            finite(a, n, (a.abs() - n.abs()).abs() / size(a, n))
        }),
        ("the slopes are added: the error is their difference, |a − n|", |a, n| {
            finite(a, n, (a + n).abs() / size(a, n))
        }),
        ("relative to the mean of the two: divide by their sum, |a| + |n|", |a, n| {
            finite(a, n, (a - n).abs() / ((a.abs() + n.abs()) / 2.0).max(1e-8))
        }),
        ("relative to the larger of the two: divide by their sum, |a| + |n|", |a, n| {
            finite(a, n, (a - n).abs() / a.abs().max(n.abs()).max(1e-8))
        }),
        ("relative to the smaller of the two: divide by their sum, |a| + |n|", |a, n| {
            finite(a, n, (a - n).abs() / a.abs().min(n.abs()).max(1e-8))
        }),
        ("relative to √(a² + n²): divide by |a| + |n|", |a, n| finite(a, n, (a - n).abs() / a.hypot(n).max(1e-8))),
        ("relative to |a · n|: divide by |a| + |n|", |a, n| finite(a, n, (a - n).abs() / (a * n).abs().max(1e-8))),
        ("only |a| is divided: parentheses around the difference, `(a - n).abs()`", |a, n| {
            finite(a, n, (a - n / size(a, n)).abs())
        }),
        ("1e-8 is added to the divisor: take the larger of the two instead", |a, n| {
            finite(a, n, (a - n).abs() / (a.abs() + n.abs() + 1e-8))
        }),
        ("the least value is for |n| alone: parentheses, `(a.abs() + n.abs()).max(1e-8)`", |a, n| {
            finite(a, n, (a - n).abs() / (a.abs() + n.abs().max(1e-8)))
        }),
        ("divided by the smaller of |a| + |n| and 1e-8: take the larger, `.max(1e-8)`", |a, n| {
            finite(a, n, (a - n).abs() / (a.abs() + n.abs()).min(1e-8))
        }),
        (
            "the larger of the quotient and 1e-8: the least value is for the divisor, and belongs in its parentheses",
            |a, n| finite(a, n, ((a - n).abs() / (a.abs() + n.abs())).max(1e-8)),
        ),
        ("divided by 1e-8 alone: the divisor is the larger of |a| + |n| and 1e-8", |a, n| {
            finite(a, n, (a - n).abs() / 1e-8)
        }),
        ("slopes of opposite signs cancel in the divisor: use |a| + |n|, not |a + n|", |a, n| {
            finite(a, n, (a - n).abs() / (a + n).abs().max(1e-8))
        }),
        ("the divisor a + n may be negative: use |a| + |n|", |a, n| finite(a, n, (a - n).abs() / (a + n).max(1e-8))),
        ("0/0 is NaN: divide by at least 1e-8", |a, n| finite(a, n, (a - n).abs() / (a.abs() + n.abs()))),
        ("noise about zero counts as a wrong slope: only 0/0 was thought of, so divide by at least 1e-8", |a, n| {
            if a == 0.0 && n == 0.0 { 0.0 } else { finite(a, n, (a - n).abs() / (a.abs() + n.abs())) }
        }),
        (ANOTHER_FLOOR, |a, n| finite(a, n, (a - n).abs() / (a.abs() + n.abs()).max(1e-6))),
        (ANOTHER_FLOOR, |a, n| finite(a, n, (a - n).abs() / (a.abs() + n.abs()).max(1e-10))),
        (ANOTHER_FLOOR, |a, n| finite(a, n, (a - n).abs() / (a.abs() + n.abs()).max(1e-12))),
        (ANOTHER_FLOOR, |a, n| finite(a, n, (a - n).abs() / (a.abs() + n.abs()).max(1.0))),
        (ANOTHER_FLOOR, |a, n| finite(a, n, (a - n).abs() / (a.abs() + n.abs()).max(1e8))),
        (UNNOTICED, unguarded),
        (UNNOTICED, |a, n| if !a.is_finite() && !n.is_finite() { 1.0 } else { unguarded(a, n) }),
        (UNNOTICED, |a, n| if a.is_finite() || n.is_finite() { unguarded(a, n) } else { 0.0 }),
        ("an infinity passes unnoticed: `is_nan` sees NaN only, `is_finite` both", |a, n| {
            if a.is_nan() || n.is_nan() { 1.0 } else { unguarded(a, n) }
        }),
        ("NaN passes unnoticed: `is_infinite` sees infinity only, `is_finite` both", |a, n| {
            if a.is_infinite() || n.is_infinite() { 1.0 } else { unguarded(a, n) }
        }),
        ("only a is looked at: if n is not finite, the error is 1 too", |a, n| {
            if a.is_finite() { unguarded(a, n) } else { 1.0 }
        }),
        ("only n is looked at: if a is not finite, the error is 1 too", |a, n| {
            if n.is_finite() { unguarded(a, n) } else { 1.0 }
        }),
        ("two infinities count as equal: look whether a and n are finite before anything else", |a, n| {
            if a == n { 0.0 } else { right(a, n) }
        }),
        ("what is not finite counts as agreement: the error is 1 then, and not 0", |a, n| {
            if a.is_finite() && n.is_finite() { right(a, n) } else { 0.0 }
        }),
        ("what is not finite has no finite error: 1 is asked for", |a, n| {
            if a.is_finite() && n.is_finite() { right(a, n) } else { f64::INFINITY }
        }),
        (UNNOTICED, |a, n| if a.is_finite() && n.is_finite() { right(a, n) } else { f64::NAN }),
        ("finite slopes have the error 1: `!` says “not”, `!a.is_finite() || !n.is_finite()`", |a, n| {
            if a.is_finite() && n.is_finite() { 1.0 } else { unguarded(a, n) }
        }),
        (
            "a product of 0 or less is taken for an error of 1: two slopes of 0 agree, and only what is not finite gets 1 at once",
            |a, n| {
                if a * n <= 0.0 { 1.0 } else { right(a, n) }
            },
        ),
        (CUT_OFF, |a, n| if (a - n).abs() < 1e-8 { 0.0 } else { right(a, n) }),
        (CUT_OFF, |a, n| if a.abs() + n.abs() < 1e-8 { 0.0 } else { right(a, n) }),
        (CUT_OFF, |a, n| if a.abs() + n.abs() <= 1e-8 { 0.0 } else { right(a, n) }),
        (CUT_OFF, |a, n| if (a - n).abs() < 1e-12 { 0.0 } else { right(a, n) }),
        ("a small error is taken for 0: return it as it is", |a, n| {
            let error = right(a, n);
            if error < 1e-6 { 0.0 } else { error }
        }),
        ("the error is squared: |a − n| as it is", |a, n| finite(a, n, (a - n).powi(2) / size(a, n))),
        ("the quotient is squared: |a − n| over |a| + |n| as it is", |a, n| right(a, n).powi(2)),
        ("in percent: without the factor of 100", |a, n| finite(a, n, 100.0 * right(a, n))),
        ("twice the error: |a − n| over |a| + |n|", |a, n| finite(a, n, 2.0 * right(a, n))),
        ("this is how much they agree: the error is |a − n| over |a| + |n|, not 1 minus that", |a, n| {
            finite(a, n, 1.0 - right(a, n))
        }),
        ("the fraction stands upside down: |a − n| over |a| + |n|", |a, n| finite(a, n, size(a, n) / (a - n).abs())),
    ],
    inputs: || {
        let (nan, infinity) = (f64::NAN, f64::INFINITY);
        let mut inputs = vec![
            (2.0, 6.0),
            (6.0, 2.0),
            (-3.0, -5.0),
            (3.0, -1.0),
            (-1.0, 3.5),
            (-0.02, 0.02),
            (500.0, 0.0),
            (0.0, -0.25),
            (7.0, 7.0),
            (-0.3, -0.3),
            (0.0, 0.0),
            (0.0, 1e-9),
            (-1e-9, 0.0),
            (2e-9, -3e-9),
            (4e-9, 1e-9),
            (3e-8, 1e-8),
            (4e-10, 1e-10),
            (1e-13, 0.0),
            (1e-5, 3e-5),
            (2e6, -5e6),
            (4e7, 1e7),
            (1.0, 1.0 + 1e-7),
            (1.0, 1.0 + 1e-10),
            (0.25, 0.25 + 1e-14),
            (3e5, 3e5 + 0.01),
            (nan, 2.0),
            (2.0, nan),
            (nan, nan),
            (infinity, 2.0),
            (2.0, infinity),
            (-infinity, 2.0),
            (0.0, -infinity),
            (infinity, infinity),
            (-infinity, -infinity),
            (infinity, -infinity),
            (nan, infinity),
        ];
        let mut random = Random::seeded(1023);
        inputs.extend((0..4).map(|_| (3.0 * random.number(), 3.0 * random.number())));
        inputs
    },
    call: |relative_error, &(a, n)| relative_error(a, n).into(),
    properties: &[
        ("a or n is not finite", |&(a, n)| !a.is_finite() || !n.is_finite()),
        ("a or n is NaN", |&(a, n)| a.is_nan() || n.is_nan()),
        ("a is NaN", |&(a, _)| a.is_nan()),
        ("n is NaN", |&(_, n)| n.is_nan()),
        ("a is infinite", |&(a, _)| a.is_infinite()),
        ("n is infinite", |&(_, n)| n.is_infinite()),
        ("a and n are infinite", |&(a, n)| a.is_infinite() && n.is_infinite()),
        ("a and n are equal", |&(a, n)| a == n),
        ("a and n are equal and finite", |&(a, n)| a == n && a.is_finite()),
        ("a and n have opposite signs", |&(a, n)| a * n < 0.0),
        ("a is smaller than n", |&(a, n)| a < n),
        ("a is negative", |&(a, _)| a < 0.0),
        ("n is negative", |&(_, n)| n < 0.0),
        ("a is 0", |&(a, _)| a == 0.0),
        ("n is 0", |&(_, n)| n == 0.0),
        ("|a| + |n| is below 1e-8", |&(a, n)| a.abs() + n.abs() < 1e-8),
        ("a and n differ by less than 1e-8", |&(a, n)| (a - n).abs() < 1e-8),
        ("a and n differ by less than 1e-6 of their size", |&(a, n)| (a - n).abs() < 1e-6 * (a.abs() + n.abs())),
        ("the slopes are above 1000", |&(a, n)| a.abs().max(n.abs()) > 1e3),
    ],
};

pub static GRADIENT_CHECK: Diagnosis<Both, GradientCheck, Pair> = Diagnosis {
    function: "gradient_check",
    slot: |f| &mut f.1,
    right: |analytic, numeric| {
        assert_eq!(analytic.len(), numeric.len());
        errors(analytic, numeric).fold(0.0, f64::max)
    },
    mistakes: &[
        ("the errors are averaged: one wrong entry would hide among many, so take the largest", |a, n| {
            errors(a, n).sum::<f64>() / a.len() as f64
        }),
        ("the errors are added up: take the largest of them", |a, n| errors(a, n).sum()),
        ("the errors are multiplied: take the largest of them", |a, n| errors(a, n).product()),
        ("this is the error of the last entry: keep the larger of what you have and the next", |a, n| {
            errors(a, n).last().unwrap_or(0.0)
        }),
        ("this is the error of the first entry: does a `return` inside the loop end it?", |a, n| {
            errors(a, n).next().unwrap_or(0.0)
        }),
        ("this is the smallest error: take the largest", |a, n| errors(a, n).fold(f64::INFINITY, f64::min)),
        ("the result is 0 whatever comes: keep the larger, `largest = largest.max(next);`", |_, _| 0.0),
        ("the result is 1 whatever comes: begin with 0, and keep the larger", |_, _| 1.0),
        ("the first entry is never looked at: indices start at 0", |a, n| errors(a, n).skip(1).fold(0.0, f64::max)),
        ("the last entry is never looked at: the loop runs over `0..analytic.len()`", |a, n| {
            errors(a, n).take(a.len() - 1).fold(0.0, f64::max)
        }),
        ("every second entry is left out: the loop runs over all of `0..analytic.len()`", |a, n| {
            errors(a, n).step_by(2).fold(0.0, f64::max)
        }),
        ("only two entries are looked at: the loop runs over all of `0..analytic.len()`", |a, n| {
            errors(a, n).take(2).fold(0.0, f64::max)
        }),
        ("only the last two entries are compared: `largest` begins with 0 before the loop, not in it", |a, n| {
            errors(a, n).skip(a.len().saturating_sub(2)).fold(0.0, f64::max)
        }),
        ("this is the first error that is not 0: keep on looking, and take the largest", |a, n| {
            errors(a, n).find(|&error| error > 0.0).unwrap_or(0.0)
        }),
        ("the loop ends at the first entry without an error: the next ones count too", |a, n| {
            errors(a, n).take_while(|&error| error > 0.0).fold(0.0, f64::max)
        }),
        ("this is the first error that is large: take the largest", |a, n| {
            errors(a, n).find(|&error| error > 0.3).unwrap_or(errors(a, n).fold(0.0, f64::max))
        }),
        ("this is the first error that is large: take the largest", |a, n| {
            errors(a, n).find(|&error| error > 1e-3).unwrap_or(errors(a, n).fold(0.0, f64::max))
        }),
        ("this is the second largest error: take the largest", |a, n| {
            let mut errors: Vec<f64> = errors(a, n).collect();
            errors.sort_by(f64::total_cmp);
            errors.len().checked_sub(2).map_or(0.0, |second| errors[second])
        }),
        ("this is the largest absolute error: take the largest `relative_error`", |a, n| {
            a.iter().zip(n).map(|(&a, &n)| finite(a, n, (a - n).abs())).fold(0.0, f64::max)
        }),
        ("the absolute errors are added up: take the largest `relative_error`", |a, n| (a - n).mapv(f64::abs).sum()),
        ("this is the relative error of the entry with the largest absolute error: take the largest of all", |a, n| {
            let difference = |i: usize| (a[i] - n[i]).abs();
            let worst = (0..a.len()).max_by(|&i, &j| difference(i).total_cmp(&difference(j)));
            worst.map_or(0.0, |i| right(a[i], n[i]))
        }),
        ("this is the relative error of the entry with the largest slope: take the largest of all", |a, n| {
            let largest = (0..a.len()).max_by(|&i, &j| a[i].abs().total_cmp(&a[j].abs()));
            largest.map_or(0.0, |i| right(a[i], n[i]))
        }),
        ("the lengths of the gradients are compared: take the largest error of all entries", |a, n| {
            right(a.dot(a).sqrt(), n.dot(n).sqrt())
        }),
        (
            "the length of the difference is taken, relative to both lengths: take the largest error of all entries",
            |a, n| {
                let d = a - n;
                d.dot(&d).sqrt() / (a.dot(a).sqrt() + n.dot(n).sqrt()).max(1e-8)
            },
        ),
        ("the sums of the slopes are compared: take the largest error of all entries", |a, n| right(a.sum(), n.sum())),
        ("the largest slopes are compared: take the largest error of all entries", |a, n| {
            let largest = |v: &Array1<f64>| v.iter().copied().fold(f64::MIN, f64::max);
            right(largest(a), largest(n))
        }),
        ("this is the root of the mean square: take the largest error", |a, n| {
            (errors(a, n).map(|e| e * e).sum::<f64>() / a.len() as f64).sqrt()
        }),
        (SMALL_ERROR, |a, n| cut(a, n, 1e-6)),
        (SMALL_ERROR, |a, n| cut(a, n, 1e-3)),
        (SMALL_ERROR, |a, n| cut(a, n, 1e-8)),
        ("the verdict is returned, 0 or 1: return the largest error itself", |a, n| {
            f64::from(u8::from(errors(a, n).any(|error| error >= 1e-6)))
        }),
        ("how many entries are wrong is returned: return the largest error", |a, n| {
            errors(a, n).filter(|&error| error >= 1e-6).count() as f64
        }),
        ("the place of the largest error is returned: return the error itself", |a, n| {
            let all: Vec<f64> = errors(a, n).collect();
            (0..all.len()).max_by(|&i, &j| all[i].total_cmp(&all[j])).unwrap_or(0) as f64
        }),
        (UNNOTICED, |a, n| a.iter().zip(n).map(|(&a, &n)| unguarded(a, n)).fold(0.0, f64::max)),
        (UNNOTICED, |a, n| {
            let finite = a.iter().zip(n).filter(|(a, n)| a.is_finite() && n.is_finite());
            finite.map(|(&a, &n)| right(a, n)).fold(0.0, f64::max)
        }),
        ("a gradient is compared with itself: one slope from each, `analytic[i]` and `numeric[i]`", |a, _| {
            errors(a, a).fold(0.0, f64::max)
        }),
        ("a gradient is compared with itself: one slope from each, `analytic[i]` and `numeric[i]`", |_, n| {
            errors(n, n).fold(0.0, f64::max)
        }),
        ("the second gradient is read backwards: entry i belongs to entry i", |a, n| {
            a.iter().zip(n.iter().rev()).map(|(&a, &n)| right(a, n)).fold(0.0, f64::max)
        }),
        ("every entry meets every other: only those with the same index belong together", |a, n| {
            a.iter().flat_map(|&a| n.iter().map(move |&n| right(a, n))).fold(0.0, f64::max)
        }),
        ("the errors keep their sign, and a negative one is never the largest: use |a − n|", |a, n| {
            a.iter().zip(n).map(|(&a, &n)| finite(a, n, (a - n) / size(a, n))).fold(0.0, f64::max)
        }),
        ("the largest error is divided by the number of entries: return it as it is", |a, n| {
            errors(a, n).fold(0.0, f64::max) / a.len() as f64
        }),
        ("the loop runs one step too far: the last index is k − 1, so write `0..k` and not `0..=k`", |a, n| {
            (0..=a.len()).map(|i| right(a[i], n[i])).fold(0.0, f64::max)
        }),
        ("gradients of different lengths are cut to the shorter one: keep the `assert_eq!` of the stub", |a, n| {
            errors(a, n).fold(0.0, f64::max)
        }),
        ("entries of the longer `numeric` are passed over: keep the `assert_eq!` of the stub", |a, n| {
            (0..a.len()).map(|i| right(a[i], n[i])).fold(0.0, f64::max)
        }),
        ("entries of the longer `analytic` are passed over: keep the `assert_eq!` of the stub", |a, n| {
            (0..n.len()).map(|i| right(a[i], n[i])).fold(0.0, f64::max)
        }),
        (
            "a gradient of length 1 is stretched to the length of the other: keep the `assert_eq!` of the stub",
            |a, n| {
                if a.len() == 1 {
                    n.iter().map(|&n| right(a[0], n)).fold(0.0, f64::max)
                } else if n.len() == 1 {
                    a.iter().map(|&a| right(a, n[0])).fold(0.0, f64::max)
                } else {
                    assert_eq!(a.len(), n.len());
                    errors(a, n).fold(0.0, f64::max)
                }
            },
        ),
    ],
    inputs: || {
        let (nan, infinity) = (f64::NAN, f64::INFINITY);
        let mut inputs = vec![
            (array![7.0, 1.0, -3.0, 4.0], array![7.0, 3.0, -5.0, 5.0]),
            (array![1.0, 7.0, -3.0, 4.0], array![3.0, 7.0, -5.0, 5.0]),
            (array![7.0, -3.0, 4.0, 1.0], array![7.0, -5.0, 5.0, 3.0]),
            (array![5.0, -5.0, 1.0], array![3.0, -3.0, 1.1]),
            (array![2.5], array![-1.0]),
            (array![-4.0], array![-4.0]),
            (array![0.0, 100.0], array![0.0, 101.0]),
            (array![1e-3, 200.0, 0.5], array![4e-3, 250.0, 0.5]),
            (array![2.0, -3.0, 4.0], array![2.0, 3.0, 4.0]),
            (array![1.0, 2.0], array![1.0 + 2e-7, 2.0 - 1e-7]),
            (array![1.0, -2.0, 4.0], array![1.0 + 1e-9, -2.0, 4.0 + 1e-8]),
            (array![1.0, 2.0, 3.0], array![1.0, 2.001, 3.0]),
            (array![1e-9, 0.0], array![0.0, 2e-9]),
            (array![nan, 2.0, 3.0], array![1.0, 2.0, 3.0]),
            (array![1.0, infinity, 3.0], array![1.0, infinity, 3.5]),
            (array![1.0, 2.0, 3.0], array![1.0, 2.5, -infinity]),
            (array![1.0, 2.0, 3.0], array![1.0, 2.0]),
            (array![1.0, 2.0], array![1.0, 2.5, 4.0]),
            (array![2.0], array![2.0, 3.0, 5.0]),
            (array![2.0, 3.0, 5.0], array![2.0]),
        ];
        let mut random = Random::seeded(2023);
        inputs.extend([2, 5, 9].map(|k| (random.vector(k), random.vector(k))));
        inputs.extend([3, 6].map(|k| {
            let numeric = 10.0 * random.vector(k);
            (&numeric + 0.1 * random.vector(k), numeric)
        }));
        inputs
    },
    call: |gradient_check, (analytic, numeric)| gradient_check(analytic, numeric).into(),
    properties: &[
        ("a slope is not finite", |(a, n)| a.iter().chain(n).any(|v| !v.is_finite())),
        ("an entry is exactly right", |(a, n)| errors(a, n).any(|error| error == 0.0)),
        ("the first entry is exactly right", |(a, n)| errors(a, n).next() == Some(0.0)),
        ("a slope is 0", |(a, n)| a.iter().chain(n).any(|&v| v == 0.0)),
        ("a slope is negative", |(a, n)| a.iter().chain(n).any(|&v| v < 0.0)),
        ("an entry of `analytic` is smaller than that of `numeric`", |(a, n)| a.iter().zip(n).any(|(a, n)| a < n)),
        ("the first entry is the worst", |(a, n)| errors(a, n).all(|error| error <= right(a[0], n[0]))),
        ("the last entry is the worst", |(a, n)| {
            let last = errors(a, n).last();
            errors(a, n).all(|error| Some(error) <= last)
        }),
        ("there is more than one entry", |(a, _)| a.len() > 1),
        ("there are more than two entries", |(a, _)| a.len() > 2),
        ("the largest error is below 1e-3", |(a, n)| errors(a, n).all(|error| error < 1e-3)),
        ("the largest error is below 1e-6", |(a, n)| errors(a, n).all(|error| error < 1e-6)),
        ("numeric has more entries than analytic", |(a, n)| n.len() > a.len()),
        ("analytic has more entries than numeric", |(a, n)| n.len() < a.len()),
    ],
};

const SMALL_ERROR: &str = "a small error is taken for 0: return the largest as it is";

fn right(a: f64, n: f64) -> f64 {
    finite(a, n, (a - n).abs() / size(a, n))
}

fn unguarded(a: f64, n: f64) -> f64 {
    (a - n).abs() / size(a, n)
}

/// The error of two finite slopes, and 1 if one of them is not.
fn finite(a: f64, n: f64, error: f64) -> f64 {
    if a.is_finite() && n.is_finite() { error } else { 1.0 }
}

fn size(a: f64, n: f64) -> f64 {
    (a.abs() + n.abs()).max(1e-8)
}

fn errors<'a>(analytic: &'a Array1<f64>, numeric: &'a Array1<f64>) -> impl Iterator<Item = f64> + 'a {
    analytic.iter().zip(numeric).map(|(&a, &n)| right(a, n))
}

/// The largest error, or 0 if it is smaller than `least`.
fn cut(analytic: &Array1<f64>, numeric: &Array1<f64>, least: f64) -> f64 {
    let largest = errors(analytic, numeric).fold(0.0, f64::max);
    if largest < least { 0.0 } else { largest }
}
