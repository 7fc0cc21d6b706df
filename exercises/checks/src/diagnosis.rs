//! The likely mistake, guessed from the numbers alone.
//!
//! A test names the mistakes that belong to its task; these are the ones that can happen in any.

use crate::comparison::Input;
use crate::show::{number, shape as shown};
use crate::values::Numbers;
use crate::{ABSOLUTE, RELATIVE, all_close, close};

/// What is probably wrong with a value of the right shape or of a wrong one, in one sentence; `None` if nothing fits.
/// `precision` is the relative precision of what is expected.
pub fn diagnose(yours: &Numbers, expected: &Numbers, inputs: &[Input], precision: f64) -> Option<String> {
    if yours.shape != expected.shape {
        return Some(wrong_shape(yours, expected));
    }
    let (shape, yours, expected) = (&yours.shape, &yours.values, &expected.values);
    not_finite(yours, expected)
        .or_else(|| an_input(yours, inputs))
        .or_else(|| multiple(yours, expected, inputs, precision))
        .or_else(|| transposed(shape, yours, expected))
        .or_else(|| other_order(yours, expected))
        .or_else(|| all_zeros(yours))
}

fn wrong_shape(yours: &Numbers, expected: &Numbers) -> String {
    let hint = if is_transposed(yours, expected) { ": it is transposed" } else { "" };
    format!("the result has shape {}, expected is {}{hint}", shown(&yours.shape), shown(&expected.shape))
}

/// Not only the shape: a row too many gives a batch of two the shape of a column too many.
fn is_transposed(yours: &Numbers, expected: &Numbers) -> bool {
    let &[n, k] = expected.shape.as_slice() else { return false };
    let flipped: Vec<f64> = (0..n * k).map(|i| expected.values[(i % n) * k + i / n]).collect();
    yours.shape == [k, n] && all_close(&yours.values, &flipped, ABSOLUTE, RELATIVE)
}

fn not_finite(yours: &[f64], expected: &[f64]) -> Option<String> {
    if expected.iter().any(|v| !v.is_finite()) {
        return None;
    }
    what_is_not_finite(yours)
}

/// What is wrong with numbers of which one is not finite.
pub fn what_is_not_finite(yours: &[f64]) -> Option<String> {
    if yours.iter().any(|v| v.is_nan()) {
        return Some(
            "the result holds NaN (“not a number”), as 0/0, ∞/∞, ∞ − ∞, 0·∞, or the root or logarithm of a negative number give"
                .into(),
        );
    }
    let infinite = yours.iter().any(|v| v.is_infinite());
    infinite.then(|| "the result is infinite: a division by zero, or an exp of a large number".into())
}

fn an_input(yours: &[f64], inputs: &[Input]) -> Option<String> {
    let same = inputs
        .iter()
        .find(|input| yours.len() > 1 && input.numbers.values == yours && yours.iter().any(|&v| v != 0.0))?;
    Some(format!("this is `{}` as it came in, unchanged", same.name))
}

/// One factor for all entries: the sign, a lost 2, or a sum in place of a mean.
fn multiple(yours: &[f64], expected: &[f64], inputs: &[Input], precision: f64) -> Option<String> {
    let is = |factor: f64| {
        let scaled: Vec<f64> = expected.iter().map(|v| factor * v).collect();
        // No absolute tolerance: next to tiny values, anything would be close.
        all_close(yours, &scaled, 0.0, precision)
    };
    if expected.iter().all(|&v| v == 0.0) {
        return None;
    }
    if is(-1.0) {
        return Some("the sign is the other way round".into());
    }
    for input in inputs {
        for (axis, &size) in input.numbers.shape.iter().enumerate() {
            let n = size as f64;
            let counted = match input.numbers.shape.len() {
                1 => format!("`{}` has {size} entries", input.name),
                _ => format!("`{}` has {size} {}", input.name, ["rows", "columns"][axis]),
            };
            if size > 2 && is(n) {
                return Some(format!("{size} times the expected value, and {counted}: a sum where a mean is wanted?"));
            }
            if size > 2 && is(1.0 / n) {
                return Some(format!("1/{size} of the expected value, and {counted}: a mean where a sum is wanted?"));
            }
        }
    }
    let twice = "is there a factor of 2 too many?";
    let half = "is a factor of 2 missing?";
    [(2.0, "twice", twice), (0.5, "half", half), (-2.0, "minus twice", twice), (-0.5, "minus half", half)]
        .into_iter()
        .find(|&(factor, ..)| is(factor))
        .map(|(_, name, question)| format!("{name} the expected value: {question}"))
}

fn transposed(shape: &[usize], yours: &[f64], expected: &[f64]) -> Option<String> {
    let &[n, k] = shape else { return None };
    if n != k {
        return None;
    }
    let flipped: Vec<f64> = (0..n * k).map(|i| expected[(i % k) * k + i / k]).collect();
    all_close(yours, &flipped, ABSOLUTE, RELATIVE)
        .then(|| "the right numbers, transposed: rows and columns are swapped".into())
}

fn other_order(yours: &[f64], expected: &[f64]) -> Option<String> {
    let sorted = |values: &[f64]| {
        let mut values = values.to_vec();
        values.sort_by(f64::total_cmp);
        values
    };
    let same = yours.len() > 1 && all_close(&sorted(yours), &sorted(expected), ABSOLUTE, RELATIVE);
    same.then(|| "the right numbers in the wrong order".into())
}

fn all_zeros(yours: &[f64]) -> Option<String> {
    let zeros = yours.len() > 1 && yours.iter().all(|&v| v == 0.0);
    zeros.then(|| "all zeros: is the result ever written into the array? Or is it multiplied by a quotient of whole numbers, such as 1 / n?".into())
}

/// The entry in which two values of one shape differ most, in words; what is not a number differs most of all.
pub fn largest_difference(yours: &Numbers, expected: &Numbers, absolute: f64, relative: f64) -> Option<String> {
    let (shape, yours, expected) = (&yours.shape, &yours.values, &expected.values);
    let distance = |i: usize| {
        let distance = (yours[i] - expected[i]).abs();
        if distance.is_nan() { f64::INFINITY } else { distance }
    };
    let equal = |i: usize| close(yours[i], expected[i], absolute, relative);
    let different = (0..yours.len().min(expected.len())).filter(|&i| !equal(i));
    let i = different.reduce(|largest, i| if distance(i) > distance(largest) { i } else { largest })?;
    let place = match *shape.as_slice() {
        [_] => format!("[{i}]"),
        [_, k] => format!("[[{}, {}]]", i / k, i % k),
        _ => return None,
    };
    let (mut y, mut e) = (number(yours[i]), number(expected[i]));
    if y == e {
        (y, e) = (yours[i].to_string(), expected[i].to_string());
    }
    Some(format!("most at {place}: yours {y}, expected {e}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Values;
    use ndarray::{Array1, array};

    fn input(name: &str, values: &impl Values) -> Input {
        Input { name: name.into(), numbers: values.read() }
    }

    fn says(yours: &impl Values, expected: &impl Values, inputs: &[Input], words: &str) {
        let said = diagnose(&yours.read(), &expected.read(), inputs, RELATIVE).unwrap_or_default();
        assert!(said.contains(words), "expected “{words}” in “{said}”");
    }

    #[test]
    fn a_wrong_shape_is_said_before_anything_else() {
        says(&array![[1.0, 2.0, 3.0]], &array![[1.0], [2.0], [3.0]], &[], "transposed");
        let other =
            diagnose(&array![[1.0, 2.0, 4.0]].read(), &array![[1.0], [2.0], [3.0]].read(), &[], RELATIVE).unwrap();
        assert!(!other.contains("transposed"), "other numbers: {other}");
        says(&array![1.0], &array![1.0, 2.0], &[], "shape (1,), expected is (2,)");
    }

    #[test]
    fn nan_and_infinity_are_explained() {
        says(&f64::NAN, &1.0, &[], "NaN");
        says(&array![1.0, f64::INFINITY], &array![1.0, 2.0], &[], "infinite");
    }

    #[test]
    fn a_common_factor_is_recognised() {
        let y = array![1.0, 2.0, 4.0];
        says(&-3.0, &3.0, &[], "sign");
        says(&array![2.0, 4.0], &array![1.0, 2.0], &[], "twice");
        says(&14.0, &(14.0 / 3.0), &[input("y", &y)], "`y` has 3 entries: a sum where a mean");
        says(&(14.0 / 3.0), &14.0, &[input("y", &y)], "a mean where a sum");
        says(&0.5, &1.0, &[], "half");
        assert_eq!(diagnose(&3e-300.read(), &1e-300.read(), &[], RELATIVE), None);
    }

    #[test]
    fn order_and_transposition_are_recognised() {
        says(&array![[1.0, 3.0], [2.0, 4.0]], &array![[1.0, 2.0], [3.0, 4.0]], &[], "transposed");
        says(&array![3.0, 1.0, 2.0], &array![1.0, 2.0, 3.0], &[], "wrong order");
    }

    #[test]
    fn an_untouched_input_and_an_empty_result_are_recognised() {
        let y = array![1.0, 2.0];
        says(&y, &array![5.0, 6.0], &[input("y", &y)], "`y` as it came in");
        says(&Array1::zeros(3), &array![1.0, 2.0, 3.0], &[], "all zeros");
    }

    #[test]
    fn where_nothing_fits_nothing_is_said() {
        assert_eq!(diagnose(&4.9.read(), &3.0.read(), &[], RELATIVE), None);
        assert_eq!(diagnose(&array![0.5, 0.1].read(), &array![0.0, 0.0].read(), &[], RELATIVE), None);
    }

    #[test]
    fn the_largest_difference_is_shown_with_as_many_digits_as_it_takes() {
        let says = |yours: Numbers, expected: Numbers, words: &str| {
            assert_eq!(largest_difference(&yours, &expected, 0.0, 0.0).unwrap(), words);
        };
        let expected = array![1.0, 2.0, 3.0];
        says(array![1.0, 2.000_000_1, 3.0].read(), expected.read(), "most at [1]: yours 2.0000001, expected 2");
        says(array![9.0, f64::NAN, 3.0].read(), expected.read(), "most at [1]: yours NaN, expected 2");
        let expected = array![[1.0, 2.0], [3.0, 4.0]];
        says(array![[1.1, 2.0], [9.0, 4.0]].read(), expected.read(), "most at [[1, 0]]: yours 9, expected 3");
    }
}
