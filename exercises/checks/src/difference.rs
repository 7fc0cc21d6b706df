//! How a value differs from the expected one: in shape, in not being a number, or in one of its entries.

use crate::show::{number, shape as shown};
use crate::values::Numbers;
use crate::{ABSOLUTE, RELATIVE, all_close, close};

/// What can be said of a value that is not of the expected kind; `None` if only its numbers are wrong.
pub fn of_kind(yours: &Numbers, expected: &Numbers) -> Option<String> {
    if yours.shape != expected.shape {
        return Some(wrong_shape(yours, expected));
    }
    expected.are_finite().then(|| not_finite(&yours.values)).flatten()
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

/// What is wrong with numbers of which one is not finite.
pub fn not_finite(yours: &[f64]) -> Option<String> {
    if yours.iter().any(|v| v.is_nan()) {
        return Some(
            "the result holds NaN (“not a number”), as 0/0, ∞/∞, ∞ − ∞, 0·∞, or the root or logarithm of a negative number give"
                .into(),
        );
    }
    let infinite = yours.iter().any(|v| v.is_infinite());
    infinite.then(|| "the result is infinite: a division by zero, or an exp of a large number".into())
}

/// The entry in which two values of one shape differ most, in words; what is not a number differs most of all.
pub fn largest(yours: &Numbers, expected: &Numbers, absolute: f64, relative: f64) -> Option<String> {
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
    use ndarray::array;

    fn says(yours: &impl Values, expected: &impl Values, words: &str) {
        let said = of_kind(&yours.read(), &expected.read()).unwrap_or_default();
        assert!(said.contains(words), "expected “{words}” in “{said}”");
    }

    #[test]
    fn a_wrong_shape_is_said_before_anything_else() {
        says(&array![[1.0, 2.0, 3.0]], &array![[1.0], [2.0], [3.0]], "transposed");
        let other = of_kind(&array![[1.0, 2.0, 4.0]].read(), &array![[1.0], [2.0], [3.0]].read()).unwrap();
        assert!(!other.contains("transposed"), "other numbers: {other}");
        says(&array![1.0], &array![1.0, 2.0], "shape (1,), expected is (2,)");
    }

    #[test]
    fn nan_and_infinity_are_explained_and_a_wrong_number_is_not() {
        says(&f64::NAN, &1.0, "NaN");
        says(&array![1.0, f64::INFINITY], &array![1.0, 2.0], "infinite");
        assert_eq!(of_kind(&2.0.read(), &1.0.read()), None);
    }

    #[test]
    fn the_largest_difference_is_shown_with_as_many_digits_as_it_takes() {
        let says = |yours: Numbers, expected: Numbers, words: &str| {
            assert_eq!(largest(&yours, &expected, 0.0, 0.0).unwrap(), words);
        };
        let expected = array![1.0, 2.0, 3.0];
        says(array![1.0, 2.000_000_1, 3.0].read(), expected.read(), "most at [1]: yours 2.0000001, expected 2");
        says(array![9.0, f64::NAN, 3.0].read(), expected.read(), "most at [1]: yours NaN, expected 2");
        let expected = array![[1.0, 2.0], [3.0, 4.0]];
        says(array![[1.1, 2.0], [9.0, 4.0]].read(), expected.read(), "most at [[1, 0]]: yours 9, expected 3");
    }
}
