//! Spoilers: wrong ways to write `cross_entropy` and its derivative, and the inputs that tell them apart. The tests use
//! them to name a mistake.

use checks::Diagnosis;

pub type Error = fn(f64, f64) -> f64;
type Inputs = (f64, f64);

pub static CROSS_ENTROPY: Diagnosis<(Error, Error), Error, Inputs> = Diagnosis {
    function: "cross_entropy",
    slot: |f| &mut f.0,
    right: error,
    mistakes: &[
        ("the two terms have changed places: y belongs to ln ŷ, and 1 − y to ln(1 − ŷ)", |y_hat, y| {
            error(1.0 - y_hat, y)
        }),
        ("the minus signs are lost: the logarithm of a probability is negative, and the error is not", |y_hat, y| {
            -error(y_hat, y)
        }),
        ("this is the logarithm to base 10: `ln` is the natural one", |y_hat, y| {
            terms(y_hat, y, |v| v.log10().max(-100.0))
        }),
        ("this is the logarithm to base 2: `ln` is the natural one", |y_hat, y| {
            terms(y_hat, y, |v| v.log2().max(-100.0))
        }),
        ("this is the squared error, which is for regression: here it is −ln of a probability", |y_hat, y| {
            (y_hat - y).powi(2)
        }),
        (
            "this is the distance |ŷ − y|: the error is −ln of the probability given to the observed class",
            |y_hat, y| (y_hat - y).abs(),
        ),
        ("this is minus the probability itself: take its logarithm", |y_hat, y| {
            -(y * y_hat + (1.0 - y) * (1.0 - y_hat))
        }),
        ("the term of class 0 is missing: −(1 − y) ln(1 − ŷ)", |y_hat, y| -y * ln(y_hat)),
        ("the term of class 1 is missing: −y ln ŷ", |y_hat, y| -(1.0 - y) * ln(1.0 - y_hat)),
        ("always −ln ŷ: where class 0 was observed (y = 0), the error is −ln(1 − ŷ)", |y_hat, _| -ln(y_hat)),
        ("always −ln(1 − ŷ): where class 1 was observed (y = 1), the error is −ln ŷ", |y_hat, _| {
            -ln(1.0 - y_hat)
        }),
        ("both terms count in full: multiply −ln ŷ by y, and −ln(1 − ŷ) by 1 − y", |y_hat, _| {
            -ln(y_hat) - ln(1.0 - y_hat)
        }),
        (
            "at ŷ = 0 or 1 it is NaN: ln 0 is −∞, and 0 · (−∞) is NaN. Cut each logarithm off: `v.ln().max(-100.0)`",
            |y_hat, y| terms(y_hat, y, f64::ln),
        ),
        (
            "a prediction that is sure and wrong has an infinite error: cut the logarithm off at −100, `v.ln().max(-100.0)`",
            |y_hat, y| -(if y == 1.0 { y_hat } else { 1.0 - y_hat }).ln(),
        ),
        (
            "a prediction that is sure and right costs 100, not 0: is the sum cut off, where `NaN.min(100.0)` is 100? Cut each logarithm off at −100",
            |y_hat, y| terms(y_hat, y, f64::ln).min(100.0),
        ),
        ("the sum is cut off, and `NaN.clamp` stays NaN: cut each logarithm off, `v.ln().max(-100.0)`", |y_hat, y| {
            terms(y_hat, y, f64::ln).clamp(0.0, 100.0)
        }),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-3, 1.0 - 1e-3), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-3).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-4, 1.0 - 1e-4), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-4).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-5, 1.0 - 1e-5), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-5).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-6, 1.0 - 1e-6), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-6).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-7, 1.0 - 1e-7), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-7).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-8, 1.0 - 1e-8), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-8).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-9, 1.0 - 1e-9), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-9).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-10, 1.0 - 1e-10), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-10).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-11, 1.0 - 1e-11), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-11).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-12, 1.0 - 1e-12), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-12).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-14, 1.0 - 1e-14), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-14).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-15, 1.0 - 1e-15), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-15).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-16, 1.0 - 1e-16), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-16).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(f64::EPSILON, 1.0 - f64::EPSILON), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(f64::EPSILON).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-20, 1.0 - 1e-20), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-20).ln())),
        (CLAMPED_SO, |y_hat, y| error(y_hat.clamp(1e-30, 1.0 - 1e-30), y)),
        (CLAMPED_SO, |y_hat, y| terms(y_hat, y, |v| v.max(1e-30).ln())),
        (SMALL_NUMBER, |y_hat, y| terms(y_hat, y, |v| (v + 1e-4).ln())),
        (SMALL_NUMBER, |y_hat, y| terms(y_hat, y, |v| (v + 1e-5).ln())),
        (SMALL_NUMBER, |y_hat, y| terms(y_hat, y, |v| (v + 1e-6).ln())),
        (SMALL_NUMBER, |y_hat, y| terms(y_hat, y, |v| (v + 1e-7).ln())),
        (SMALL_NUMBER, |y_hat, y| terms(y_hat, y, |v| (v + 1e-8).ln())),
        (SMALL_NUMBER, |y_hat, y| terms(y_hat, y, |v| (v + 1e-9).ln())),
        (SMALL_NUMBER, |y_hat, y| terms(y_hat, y, |v| (v + 1e-10).ln())),
        (SMALL_NUMBER, |y_hat, y| terms(y_hat, y, |v| (v + 1e-11).ln())),
        (SMALL_NUMBER, |y_hat, y| terms(y_hat, y, |v| (v + 1e-12).ln())),
        (SMALL_NUMBER, |y_hat, y| terms(y_hat, y, |v| (v + 1e-15).ln())),
        (SMALL_NUMBER, |y_hat, y| terms(y_hat, y, |v| (v + f64::EPSILON).ln())),
        (SMALL_NUMBER, |y_hat, y| terms(y_hat, y, |v| (v + 1e-16).ln())),
        (CUT_OFF, |y_hat, y| terms(y_hat, y, |v| v.max(f64::MIN_POSITIVE).ln())),
        (CUT_OFF, |y_hat, y| terms(y_hat, y, |v| v.max(1e-100).ln())),
        (CUT_OFF, |y_hat, y| terms(y_hat, y, |v| v.max(1e-300).ln())),
        (CUT_OFF, |y_hat, y| terms(y_hat, y, |v| v.max(1e-42).ln())),
        (CUT_OFF, |y_hat, y| terms(y_hat, y, |v| v.max(1e-43).ln())),
        (CUT_OFF, |y_hat, y| terms(y_hat, y, |v| v.max(1e-44).ln())),
        (CUT_OFF, |y_hat, y| terms(y_hat, y, |v| v.max(1e-45).ln())),
        (CUT_OFF, |y_hat, y| terms(y_hat, y, |v| v.max(1e-50).ln())),
        (
            "only a probability of exactly 0 is cut off: every logarithm below −100 is, `v.ln().max(-100.0)`",
            |y_hat, y| terms(y_hat, y, |v| if v == 0.0 { -100.0 } else { v.ln() }),
        ),
        (
            "only ln ŷ is cut off, so that class 0 has an infinite error at ŷ = 1: cut both logarithms off at −100",
            |y_hat, y| {
                if y == 1.0 { -ln(y_hat) } else { -(1.0 - y_hat).ln() }
            },
        ),
        (
            "only ln(1 − ŷ) is cut off, so that class 1 has an infinite error at ŷ = 0: cut both logarithms off at −100",
            |y_hat, y| {
                if y == 1.0 { -y_hat.ln() } else { -ln(1.0 - y_hat) }
            },
        ),
        (CUT_OFF, |y_hat, y| terms(y_hat, y, |v| v.ln().max(-1000.0))),
        (CUT_OFF, |y_hat, y| terms(y_hat, y, |v| v.ln().max(-50.0))),
        (CUT_OFF, |y_hat, y| terms(y_hat, y, |v| v.ln().max(-10.0))),
        (CUT_OFF, |y_hat, y| terms(y_hat, y, |v| v.ln().max(-1.0))),
        (
            "every logarithm becomes −100: `.max(-100.0)` takes the larger one of the two, `.min` the smaller",
            |y_hat, y| terms(y_hat, y, |v| v.ln().min(-100.0)),
        ),
        ("every logarithm becomes 100: the cut-off is −100, with its sign", |y_hat, y| {
            terms(y_hat, y, |v| v.ln().max(100.0))
        }),
        (
            "the error is always 0: is the cut-off at 0 and not at −100, or are the terms multiplied, of which one is 0? Add them up",
            |y_hat, y| terms(y_hat, y, |v| v.ln().max(0.0)),
        ),
        ("the first logarithm has no cut-off: ln 0 is −∞, and 0 · (−∞) is NaN", |y_hat, y| {
            -y * y_hat.ln() - (1.0 - y) * ln(1.0 - y_hat)
        }),
        ("the second logarithm has no cut-off: ln 0 is −∞, and 0 · (−∞) is NaN", |y_hat, y| {
            -y * ln(y_hat) - (1.0 - y) * (1.0 - y_hat).ln()
        }),
        (
            "at ŷ = 0 and 1 the error is taken for 0, even for a wrong prediction: cut each logarithm off at −100 instead",
            |y_hat, y| {
                if y_hat == 0.0 || y_hat == 1.0 { 0.0 } else { error(y_hat, y) }
            },
        ),
        (
            "a prediction that is sure and right costs 100, not 0: is the sum cut off, where `NaN.min(100.0)` is 100? Cut each logarithm off at −100",
            |y_hat, y| {
                if y_hat == 0.0 || y_hat == 1.0 { 100.0 } else { error(y_hat, y) }
            },
        ),
        ("brackets: `1.0 - y * …` multiplies first. Write `(1.0 - y) * ln(1.0 - y_hat)`", |y_hat, y| {
            -y * ln(y_hat) - 1.0 - y * ln(1.0 - y_hat)
        }),
        ("brackets: `1.0 - y_hat.ln()` takes the logarithm of ŷ alone. Write `(1.0 - y_hat).ln()`", |y_hat, y| {
            -y * ln(y_hat) - (1.0 - y) * (1.0 - ln(y_hat))
        }),
        ("where class 0 is observed the sign is the other way round: both terms have a minus", |y_hat, y| {
            -y * ln(y_hat) + (1.0 - y) * ln(1.0 - y_hat)
        }),
        ("where class 1 is observed the sign is the other way round: both terms have a minus", |y_hat, y| {
            y * ln(y_hat) - (1.0 - y) * ln(1.0 - y_hat)
        }),
        ("ŷ and y have changed places: the logarithms are those of ŷ, with y in front", |y_hat, y| {
            terms(y, y_hat, ln)
        }),
        ("this is the entropy of ŷ: the answer y stands before the logarithms, not ŷ", |y_hat, _| {
            terms(y_hat, y_hat, ln)
        }),
        (
            "the error is always 0: is the cut-off at 0 and not at −100, or are the terms multiplied, of which one is 0? Add them up",
            |y_hat, y| (y * ln(y_hat)) * ((1.0 - y) * ln(1.0 - y_hat)),
        ),
        ("half of the error: the two terms are added, not averaged, since one of them is 0", |y_hat, y| {
            error(y_hat, y) / 2.0
        }),
        ("twice the error: each term counts once", |y_hat, y| 2.0 * error(y_hat, y)),
        ("`ln_1p(v)` is ln(1 + v): take ln ŷ, and ln(1 − ŷ) for the other class", |y_hat, y| {
            terms(y_hat, y, f64::ln_1p)
        }),
        ("`exp` is the other way round: take the logarithm, `ln`", |y_hat, y| terms(y_hat, y, f64::exp)),
        ("`exp` is the other way round: take the logarithm, `ln`", |y_hat, y| -terms(y_hat, y, f64::exp)),
        ("the prediction is rounded to a class first: the error is about the probability", |y_hat, y| {
            error(y_hat.round(), y)
        }),
        ("ŷ goes through the sigmoid once more: it is a probability already", |y_hat, y| {
            error(1.0 / (1.0 + (-y_hat).exp()), y)
        }),
        ("the reciprocal is taken, not the logarithm: the error is −ln of the probability", |y_hat, y| {
            terms(y_hat, y, |v| -1.0 / v)
        }),
        ("the logarithm is squared: the error is the logarithm itself, with a minus", |y_hat, y| {
            error(y_hat, y).powi(2)
        }),
    ],
    inputs: || {
        let mut inputs = inputs();
        inputs.extend([(0.0, 0.0), (1.0, 1.0), (0.0, 1.0), (1.0, 0.0)]);
        inputs.extend([
            (1e-20, 1.0),
            (1e-35, 1.0),
            (1e-40, 1.0),
            (1e-43, 1.0),
            (1e-50, 1.0),
            (1.0 - 0.5_f64.powi(53), 0.0),
        ]);
        inputs
    },
    // Next to 0, what is left by another order of the same operations is no difference.
    call: |error, (y_hat, y)| {
        let error = error(*y_hat, *y);
        if error.abs() < 1.2e-3 { 0.0.into() } else { error.into() }
    },
    properties: &[
        ("y is 0", |(_, y)| *y == 0.0),
        ("ŷ is exactly 0 or 1", |(y_hat, _)| is_end(*y_hat)),
        ("ŷ is exactly 0 or 1, and the other class was observed", |(y_hat, y)| is_end(*y_hat) && y_hat != y),
        ("ŷ is exactly 0 or 1, and right", |(y_hat, y)| y_hat == y),
        ("the probability given to the observed class is below 1e-3", |case| observed(case) < 1e-3),
        ("the probability given to the observed class is below 1e-5", |case| observed(case) < 1e-5),
        ("the probability given to the observed class is below 1e-6", |case| observed(case) < 1e-6),
        ("the probability given to the observed class is below 1e-9", |case| observed(case) < 1e-9),
        ("the probability given to the observed class is below 1e-12", |case| observed(case) < 1e-12),
        ("the probability given to the observed class is below 1e-18", |case| observed(case) < 1e-18),
        ("the probability given to the observed class is below 1e-30", |case| observed(case) < 1e-30),
        ("the probability given to the observed class is below 1e-42", |case| observed(case) < 1e-42),
        ("the probability given to the observed class is below e⁻¹⁰⁰", |case| observed(case) < 3e-44),
        ("ŷ is less than a thousandth away from 0 or 1", |(y_hat, _)| from_end(*y_hat) < 1e-3),
        ("ŷ is less than a millionth away from 0 or 1", |(y_hat, _)| from_end(*y_hat) < 1e-6),
        ("ŷ is less than 1e-9 away from 0 or 1", |(y_hat, _)| from_end(*y_hat) < 1e-9),
        ("ŷ is less than 1e-15 away from 0 or 1", |(y_hat, _)| from_end(*y_hat) < 1e-15),
        ("ŷ is above ½", |(y_hat, _)| *y_hat > 0.5),
        ("ŷ is nearer to the other class", |(y_hat, y)| (y_hat - y).abs() > 0.5),
    ],
};

pub static CROSS_ENTROPY_DERIVATIVE: Diagnosis<(Error, Error), Error, Inputs> = Diagnosis {
    function: "cross_entropy_derivative",
    slot: |f| &mut f.1,
    right: slope,
    mistakes: &[
        ("the sign is the other way round: where class 1 is observed, a larger ŷ is better", |y_hat, y| {
            -slope(y_hat, y)
        }),
        ("this is ŷ − y: as a derivative for ŷ it is still divided by ŷ(1 − ŷ)", |y_hat, y| y_hat - y),
        (BRACKETS_B, |y_hat, y| (y_hat - y) / y_hat.max(1e-12) * (1.0 - y_hat)),
        (BRACKETS_B, |y_hat, y| (y_hat - y) / y_hat * (1.0 - y_hat)),
        (BRACKETS_B, |y_hat, y| (y_hat - y) / (y_hat * 1.0 - y_hat)),
        (EVERY_DENOMINATOR, |y_hat, y| (y_hat - y) / (y_hat * 1.0 - y_hat).max(1e-12)),
        ("brackets: only y is divided. Write `(y_hat - y) / …`", |y_hat, y| y_hat - y / denominator(y_hat)),
        (
            "this is the derivative of the squared error: that of the cross-entropy is (ŷ − y) / (ŷ(1 − ŷ))",
            |y_hat, y| 2.0 * (y_hat - y),
        ),
        ("a factor 2 too much: the cross-entropy has no square", |y_hat, y| 2.0 * slope(y_hat, y)),
        (
            "NaN or infinite at ŷ = 0 and 1, where a denominator is 0: divide by at least 1e-12, `.max(1e-12)`",
            |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)),
        ),
        (
            "NaN or infinite at ŷ = 0 and 1, where a denominator is 0: divide by at least 1e-12, `.max(1e-12)`",
            |y_hat, y| -y / y_hat + (1.0 - y) / (1.0 - y_hat),
        ),
        ("infinite at ŷ = 0 and 1 for a wrong prediction: divide by at least 1e-12, `.max(1e-12)`", |y_hat, y| {
            if y == 1.0 { -1.0 / y_hat } else { 1.0 / (1.0 - y_hat) }
        }),
        (WHERE_LESS, |y_hat, y| {
            let v = y_hat * (1.0 - y_hat);
            (y_hat - y) / if v < 1e-12 { 1e-6 } else { v }
        }),
        (WHERE_LESS, |y_hat, y| {
            let v = y_hat * (1.0 - y_hat);
            (y_hat - y) / if v < 1e-12 { 1e-8 } else { v }
        }),
        (WHERE_LESS, |y_hat, y| {
            let v = y_hat * (1.0 - y_hat);
            (y_hat - y) / if v < 1e-12 { 1e-9 } else { v }
        }),
        (WHERE_LESS, |y_hat, y| {
            let v = y_hat * (1.0 - y_hat);
            (y_hat - y) / if v < 1e-12 { 1e-10 } else { v }
        }),
        (WHERE_LESS, |y_hat, y| {
            let v = y_hat * (1.0 - y_hat);
            (y_hat - y) / if v < 1e-12 { 1e-15 } else { v }
        }),
        (WHERE_LESS, |y_hat, y| {
            let v = y_hat * (1.0 - y_hat);
            (y_hat - y) / if v < 1e-12 { 1.0 } else { v }
        }),
        (
            "only a denominator of exactly 0 is replaced: every one that is less than 1e-12 is, `.max(1e-12)`",
            |y_hat, y| {
                let v = y_hat * (1.0 - y_hat);
                (y_hat - y) / if v == 0.0 { 1e-12 } else { v }
            },
        ),
        (SMALL_NUMBER_ADDED, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat) + 1e-12)),
        (SMALL_NUMBER_ADDED, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat) + 1e-10)),
        (SMALL_NUMBER_ADDED, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat) + 1e-9)),
        (SMALL_NUMBER_ADDED, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat) + 1e-8)),
        (SMALL_NUMBER_ADDED, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat) + 1e-7)),
        (SMALL_NUMBER_ADDED, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat) + 1e-6)),
        (SMALL_NUMBER_ADDED, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat) + 1e-15)),
        (SMALL_NUMBER_ADDED, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat) + f64::EPSILON)),
        (DENOMINATORS_CUT, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).max(1e-13)),
        (DENOMINATORS_CUT, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).max(1e-14)),
        (DENOMINATORS_CUT, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).max(1e-15)),
        (DENOMINATORS_CUT, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).max(1e-16)),
        (DENOMINATORS_CUT, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).max(f64::EPSILON)),
        (DENOMINATORS_CUT, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).max(1e-11)),
        (DENOMINATORS_CUT, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).max(1e-10)),
        (DENOMINATORS_CUT, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).max(1e-9)),
        (DENOMINATORS_CUT, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).max(1e-8)),
        (DENOMINATORS_CUT, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).max(1e-7)),
        (DENOMINATORS_CUT, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).max(1e-6)),
        (DENOMINATORS_CUT, |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).max(1e-3)),
        (CLAMPED_SO_AN, |y_hat, y| slope(y_hat.clamp(1e-10, 1.0 - 1e-10), y)),
        (CLAMPED_SO_AN, |y_hat, y| slope(y_hat.clamp(1e-9, 1.0 - 1e-9), y)),
        (CLAMPED_SO_AN, |y_hat, y| slope(y_hat.clamp(1e-8, 1.0 - 1e-8), y)),
        (CLAMPED_SO_AN, |y_hat, y| slope(y_hat.clamp(1e-7, 1.0 - 1e-7), y)),
        (CLAMPED_SO_AN, |y_hat, y| slope(y_hat.clamp(1e-6, 1.0 - 1e-6), y)),
        (
            "every denominator becomes 1e-12 at most: `.max(1e-12)` takes the larger one of the two, `.min` the smaller",
            |y_hat, y| (y_hat - y) / (y_hat * (1.0 - y_hat)).min(1e-12),
        ),
        ("only 1 − ŷ has the precaution: brackets, `(y_hat * (1.0 - y_hat)).max(1e-12)`", |y_hat, y| {
            (y_hat - y) / (y_hat * (1.0 - y_hat).max(1e-12))
        }),
        ("only ŷ has the precaution: brackets, `(y_hat * (1.0 - y_hat)).max(1e-12)`", |y_hat, y| {
            (y_hat - y) / (y_hat.max(1e-12) * (1.0 - y_hat))
        }),
        (
            "where ŷ(1 − ŷ) is tiny the slope is taken for 0: divide by 1e-12 there, so that it points the right way",
            |y_hat, y| {
                if y_hat * (1.0 - y_hat) < 1e-12 { 0.0 } else { slope(y_hat, y) }
            },
        ),
        (
            "at ŷ = 0 and 1 the slope is taken for 0: divide by 1e-12 there, so that it points the right way",
            |y_hat, y| {
                if y_hat * (1.0 - y_hat) == 0.0 { 0.0 } else { slope(y_hat, y) }
            },
        ),
        (
            "the slope is cut off, not the denominator: a steep slope is no mistake, divide by `.max(1e-12)`",
            |y_hat, y| slope(y_hat, y).clamp(-100.0, 100.0),
        ),
        (
            "the slope is cut off, not the denominator: a steep slope is no mistake, divide by `.max(1e-12)`",
            |y_hat, y| slope(y_hat, y).clamp(-1.0, 1.0),
        ),
        ("the part of class 0 is missing: (1 − y) / (1 − ŷ)", |y_hat, y| -y / y_hat.max(1e-12)),
        ("the part of class 1 is missing: −y / ŷ", |y_hat, y| (1.0 - y) / (1.0 - y_hat).max(1e-12)),
        (
            "where class 0 is observed the sign is the other way round: 1 − y has a plus, since ln(1 − ŷ) falls as ŷ grows",
            |y_hat, y| -y / y_hat.max(1e-12) - (1.0 - y) / (1.0 - y_hat).max(1e-12),
        ),
        (
            "where class 1 is observed the slope should be negative: −y / ŷ with its minus, and without `abs`",
            |y_hat, y| y / y_hat.max(1e-12) + (1.0 - y) / (1.0 - y_hat).max(1e-12),
        ),
        ("the denominators have changed places: y stands over ŷ, and 1 − y over 1 − ŷ", |y_hat, y| {
            -y / (1.0 - y_hat).max(1e-12) + (1.0 - y) / y_hat.max(1e-12)
        }),
        (BRACKETS_MISSING, |y_hat, y| -y / y_hat.max(1e-12) + 1.0 - y / 1.0 - y_hat),
        (BRACKETS_MISSING, |y_hat, y| -y / y_hat + 1.0 - y / 1.0 - y_hat),
        (BRACKETS_MISSING, |y_hat, y| -y / y_hat.max(1e-12) + (1.0 - y) / 1.0 - y_hat),
        ("multiplied by ŷ(1 − ŷ), where it should be divided", |y_hat, y| (y_hat - y) * y_hat * (1.0 - y_hat)),
        ("divided by ŷ alone: the denominator is ŷ(1 − ŷ)", |y_hat, y| (y_hat - y) / y_hat.max(1e-12)),
        ("divided by 1 − ŷ alone: the denominator is ŷ(1 − ŷ)", |y_hat, y| {
            (y_hat - y) / (1.0 - y_hat).max(1e-12)
        }),
        (EVERY_DENOMINATOR, |y_hat, y| (y_hat - y) / (y * (1.0 - y)).max(1e-12)),
        ("this is the cross-entropy itself: its derivative is (ŷ − y) / (ŷ(1 − ŷ))", |y_hat, y| error(y_hat, y)),
        (
            "where class 1 is observed the slope should be negative: −y / ŷ with its minus, and without `abs`",
            |y_hat, y| slope(y_hat, y).abs(),
        ),
        ("ŷ(1 − ŷ) alone is the derivative of the sigmoid: this is (ŷ − y) divided by it", |y_hat, _| {
            y_hat * (1.0 - y_hat)
        }),
        ("the difference ŷ − y is missing above the line", |y_hat, _| 1.0 / denominator(y_hat)),
        ("the denominator is squared: divide by ŷ(1 − ŷ) once", |y_hat, y| {
            (y_hat - y) / (y_hat * (1.0 - y_hat)).powi(2).max(1e-12)
        }),
        ("the denominator is ŷ(1 + ŷ): it is ŷ(1 − ŷ)", |y_hat, y| {
            (y_hat - y) / (y_hat * (1.0 + y_hat)).max(1e-12)
        }),
        ("the difference is squared: (ŷ − y) / (ŷ(1 − ŷ)) has no square", |y_hat, y| {
            (y_hat - y).powi(2) / denominator(y_hat)
        }),
        (EVERY_DENOMINATOR, |y_hat, y| (y_hat - y) / (y_hat * (y_hat - 1.0)).max(1e-12)),
        ("this is −1/ŷ for both classes: where y = 0 the slope is 1/(1 − ŷ)", |y_hat, _| -1.0 / y_hat.max(1e-12)),
    ],
    inputs: || {
        let mut inputs = inputs();
        inputs.extend([
            (0.0, 1.0),
            (1.0, 0.0),
            (0.0, 0.0),
            (1.0, 1.0),
            (1e-7, 1.0),
            (5e-12, 1.0),
            (5e-13, 1.0),
            (1.0 - 0.5_f64.powi(42), 0.0),
        ]);
        inputs
    },
    // At an end the two forms differ: by a little if the prediction is wrong, by 1 if it is right.
    call: |derivative, (y_hat, y)| {
        let slope = derivative(*y_hat, *y);
        if y_hat == y && slope.abs() < 1.1 {
            0.0.into()
        } else if is_end(*y_hat) && (slope.abs() - 1e12).abs() < 1e9 {
            (slope.signum() * 1e12).into()
        } else {
            slope.into()
        }
    },
    properties: &[
        ("y is 0", |(_, y)| *y == 0.0),
        ("ŷ is exactly 0 or 1", |(y_hat, _)| is_end(*y_hat)),
        ("ŷ is exactly 0 or 1, and the other class was observed", |(y_hat, y)| is_end(*y_hat) && y_hat != y),
        ("ŷ is exactly 0 or 1, and right", |(y_hat, y)| y_hat == y),
        ("ŷ is less than a thousandth away from 0 or 1", |(y_hat, _)| from_end(*y_hat) < 1e-3),
        ("ŷ is less than a millionth away from 0 or 1", |(y_hat, _)| from_end(*y_hat) < 1e-6),
        ("ŷ is less than 1e-9 away from 0 or 1", |(y_hat, _)| from_end(*y_hat) < 1e-9),
        ("ŷ is less than 1e-12 away from 0 or 1", |(y_hat, _)| from_end(*y_hat) < 1e-12),
        ("ŷ is less than 1e-12 away from 0, and class 1 was observed", |(y_hat, y)| *y_hat < 1e-12 && *y == 1.0),
        ("ŷ is less than 1e-12 away from 1, and class 0 was observed", |(y_hat, y)| 1.0 - y_hat < 1e-12 && *y == 0.0),
        ("the probability given to the observed class is below 1e-12", |case| observed(case) < 1e-12),
        ("the probability given to the observed class is below 1e-9", |case| observed(case) < 1e-9),
        ("the probability given to the observed class is below 1e-5", |case| observed(case) < 1e-5),
        ("ŷ is above ½", |(y_hat, _)| *y_hat > 0.5),
        ("ŷ is nearer to the other class", |(y_hat, y)| (y_hat - y).abs() > 0.5),
    ],
};

const CLAMPED_SO: &str =
    "ŷ is clamped, so an almost sure prediction loses its digits: cut each logarithm off instead, `v.ln().max(-100.0)`";
const SMALL_NUMBER: &str =
    "a small number is added to ŷ, which changes every error: cut each logarithm off instead, `v.ln().max(-100.0)`";
const CUT_OFF: &str = "the cut-off is another one than −100: `v.ln().max(-100.0)`";
const BRACKETS_B: &str =
    "brackets: `a / b * c` multiplies by c. Put the denominator in brackets, `/ (y_hat * (1.0 - y_hat))`";
const EVERY_DENOMINATOR: &str =
    "every denominator becomes 1e-12, as if ŷ(1 − ŷ) were never positive: brackets, `y_hat * (1.0 - y_hat)`";
const WHERE_LESS: &str = "where ŷ(1 − ŷ) is less than 1e-12 another number takes its place: divide by 1e-12 there";
const SMALL_NUMBER_ADDED: &str =
    "a small number is added to the denominator, which changes every slope near the ends: use `.max(1e-12)` instead";
const DENOMINATORS_CUT: &str =
    "denominators are cut off at another number than 1e-12: only where ŷ(1 − ŷ) is less than 1e-12 it is replaced";
const CLAMPED_SO_AN: &str =
    "ŷ is clamped, so an almost sure prediction loses its slope: only a denominator below 1e-12 is replaced";
const BRACKETS_MISSING: &str = "brackets are missing around 1 − y or 1 − ŷ: divisions come before subtractions";

/// Predictions on the way from one end to the other, the ends left out. No error is so small that rounding shows.
fn inputs() -> Vec<Inputs> {
    let mut inputs = vec![(0.125, 1.0), (0.125, 0.0), (0.5, 1.0), (0.9, 0.0), (0.9, 1.0), (0.37, 1.0), (0.37, 0.0)];
    inputs.extend([(0.71, 1.0), (0.71, 0.0), (0.995, 0.0), (0.01, 1.0), (0.02, 0.0), (5e-4, 1.0), (3e-6, 1.0)]);
    inputs.extend([(2e-9, 1.0), (1e-10, 1.0), (1.0 - 0.5_f64.powi(20), 0.0)]);
    inputs
}

fn is_end(y_hat: f64) -> bool {
    y_hat == 0.0 || y_hat == 1.0
}

fn observed((y_hat, y): &Inputs) -> f64 {
    if *y == 1.0 { *y_hat } else { 1.0 - y_hat }
}

fn from_end(y_hat: f64) -> f64 {
    y_hat.min(1.0 - y_hat)
}

fn error(y_hat: f64, y: f64) -> f64 {
    terms(y_hat, y, ln)
}

/// Both terms, with what is taken for the logarithm.
fn terms(y_hat: f64, y: f64, ln: impl Fn(f64) -> f64) -> f64 {
    -y * ln(y_hat) - (1.0 - y) * ln(1.0 - y_hat)
}

fn ln(v: f64) -> f64 {
    v.ln().max(-100.0)
}

fn slope(y_hat: f64, y: f64) -> f64 {
    (y_hat - y) / denominator(y_hat)
}

fn denominator(y_hat: f64) -> f64 {
    (y_hat * (1.0 - y_hat)).max(1e-12)
}
