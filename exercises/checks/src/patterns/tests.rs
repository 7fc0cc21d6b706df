use super::*;
use crate::Answer;
use ndarray::{Array2, array};

fn said<V: Into<Answer> + Clone>(pairs: &[(V, V)], properties: &[Property]) -> Option<String> {
    let reply = |value: &V| Reply::Returned(value.clone().into());
    let (yours, right): (Vec<_>, Vec<_>) = pairs.iter().map(|(yours, right)| (reply(yours), reply(right))).unzip();
    describe(&yours, &right, properties, None).or_else(|| hint(&yours, &right, properties))
}

fn matrices(wrong: impl Fn(&Array2<f64>) -> Array2<f64>) -> Option<String> {
    let shapes = [(2, 3), (3, 2), (4, 4), (3, 5)];
    let right = shapes.map(|(n, k)| Array2::from_shape_fn((n, k), |(j, i)| (3 * j + 7 * i) as f64 - 4.5));
    said(&right.map(|right| (wrong(&right), right)), &[])
}

#[test]
fn one_change_of_every_number_is_recognised() {
    assert!(matrices(|a| -a).unwrap().starts_with("the sign is the other way round"));
    assert!(matrices(|a| a * 2.0).unwrap().starts_with("each number is twice"));
    assert!(matrices(|a| a.mapv(f64::abs)).unwrap().starts_with("the sign is lost"));
    assert!(matrices(|a| a.mapv(|v| v.max(0.0))).unwrap().starts_with("what should be negative is 0"));
    assert!(matrices(|a| a.t().to_owned()).unwrap().contains("transposed"));
    assert!(matrices(|a| a.slice(ndarray::s![..;-1, ..]).to_owned()).unwrap().contains("reverse"));
    assert_eq!(matrices(|a| a * 0.0).unwrap(), "the answer is always 0, whatever is given");
    assert_eq!(matrices(|a| a.mapv(|v| v + v.sin())), None);
}

#[test]
fn the_row_or_column_that_is_wrong_is_recognised() {
    let with = |change: fn(&mut Array2<f64>)| {
        matrices(|a| {
            let mut a = a.clone();
            change(&mut a);
            a
        })
    };
    assert_eq!(
        with(|a| a.row_mut(0).fill(0.0)).unwrap(),
        "only the first row is wrong and 0, in all 4 cases that are wrong"
    );
    assert!(
        with(|a| a.column_mut(0).mapv_inplace(|v| v + 1.0)).unwrap().starts_with("only the first column is wrong, ")
    );
    assert!(with(|a| a.diag_mut().mapv_inplace(|v| v * 3.0)).unwrap().starts_with("only the diagonal is wrong, "));
    assert_eq!(with(|a| a[[1, 1]] = 99.0), None, "one entry inside a matrix is no row");
}

#[test]
fn of_several_parts_the_wrong_one_is_named() {
    let answer = |w1: f64, w2: f64| Answer::named("W1", &w1).and("W2", &array![w2, 2.0]);
    let reply = |w1, w2| Reply::Returned(answer(w1, w2));
    let right = [reply(1.0, 2.0), reply(2.0, 3.0), reply(3.0, 1.5)];
    let yours = [reply(1.5, 2.0), reply(7.0, 3.0), reply(2.0, 1.5)];
    assert_eq!(describe(&yours, &right, &[], None).unwrap(), "only W1 is wrong, in all 3 cases that are wrong");
    let both = [reply(1.5, 2.0), reply(7.0, 9.0), reply(2.0, 1.5)];
    assert_eq!(describe(&both, &right, &[], None), None);
}

#[test]
fn a_tendency_needs_four_cases() {
    let pairs = [(2.0, 1.0), (3.5, 3.0), (0.0, -1.0), (9.0, 4.0)];
    assert_eq!(said(&pairs, &[]).unwrap(), "it is too large, in all 4 cases that are wrong");
    assert_eq!(said(&pairs[..3], &[]), None);
    assert_eq!(said(&[pairs[0], pairs[1], pairs[2], pairs[3], (0.0, 1.0)], &[]), None);
}

#[test]
fn what_is_not_refused_is_told_with_its_property() {
    let (value, panic) = (|v: f64| Reply::Returned(v.into()), || Reply::Panicked("your code panicked"));
    let properties = [("the lengths differ", vec![false, true])];
    let said = describe(&[value(1.0), value(2.0)], &[value(1.0), panic()], &properties, None).unwrap();
    assert_eq!(said, "it returns a value when the lengths differ where its documentation says that it panics");
    assert_eq!(describe(&[value(1.0), panic()], &[value(1.0), panic()], &properties, None), None);
}

#[test]
fn a_row_or_column_that_is_gone_is_recognised() {
    use ndarray::s;
    assert_eq!(
        matrices(|a| a.slice(s![..-1, ..]).to_owned()).unwrap(),
        "the last row is missing, all others are right"
    );
    assert_eq!(
        matrices(|a| a.slice(s![.., 1..]).to_owned()).unwrap(),
        "the first column is missing, all others are right"
    );
    let vectors = [array![1.0, 2.0], array![3.0, -1.0, 4.0], array![0.5, 7.0]];
    let short = vectors.map(|right| (right.slice(s![1..]).to_owned(), right));
    assert_eq!(said(&short, &[]).unwrap(), "the first entry is missing, all others are right");
    assert_eq!(matrices(|a| a.slice(s![1.., ..]).to_owned() + 1.0), None, "the others are wrong too");
}

#[test]
fn a_factor_with_a_difference_is_found_from_the_answers() {
    let right = [0.25, 0.5, 0.75, 0.9, 0.1, 0.6];
    let with = |wrong: fn(f64) -> f64| said(&right.map(|v| (wrong(v), v)), &[]);
    assert_eq!(with(|v| 2.0 * v - 1.0).unwrap(), "each number is 2 times what it should be, minus 1");
    assert_eq!(with(|v| v * v).unwrap(), "each number is squared, in all 6 cases tried");
    assert_eq!(with(|v| 3.0 * v * v - 1.0), None);
    let tiny = [1e-9, 0.5, 0.75].map(|v| (v + 1e-14 * v, v));
    assert_eq!(said(&tiny, &[]), None, "what rounding leaves is no difference");
}

#[test]
fn numbers_that_are_kept_between_two_limits_are_recognised() {
    let with = |wrong: fn(f64) -> f64| said(&[-9.0, -5.0, 1.0, 2.0, 0.5, 7.0, 8.0].map(|v| (wrong(v), v)), &[]);
    let words = "what should be below -3 is -3, and what should be above 4 is 4: it is cut off";
    assert_eq!(with(|v| v.clamp(-3.0, 4.0)).unwrap(), words);
    assert_eq!(with(|v| v.min(1.5)).unwrap(), "what should be above 1.5 is 1.5: it is cut off");
}

#[test]
fn the_limit_of_an_argument_is_found_from_the_answers() {
    let arguments: Vec<f64> = (-8..=8).map(f64::from).collect();
    let with = |wrong: fn(f64) -> f64| {
        let reply = |v: f64| Reply::Returned(v.into());
        let (yours, right): (Vec<_>, Vec<_>) = arguments.iter().map(|&a| (reply(wrong(a)), reply(a.tanh()))).unzip();
        describe(&yours, &right, &[], Some(&arguments))
    };
    let cut = "Does an `if` or a `clamp` cut it off?";
    let above = with(|a| if a > 4.5 { 1.0 } else { a.tanh() }).unwrap();
    assert_eq!(above, format!("it is right up to 4, and wrong from 5 on: it is always 1 there. {cut}"));
    let below = with(|a| if a < -4.5 { a } else { a.tanh() }).unwrap();
    assert_eq!(below, "it is right from -4 on, and wrong up to -5");
    let both = with(|a| if a.abs() > 4.5 { f64::NAN } else { a.tanh() }).unwrap();
    assert_eq!(both, "it is right between ±4, and wrong beyond ±5: it is NaN there");
    let middle = with(|a| if (2.0..6.0).contains(&a) { 0.0 } else { a.tanh() }).unwrap();
    assert_eq!(
        middle,
        format!("it is wrong from 2 to 5, and right up to 1 and from 6 on: it is always 0 there. {cut}")
    );
    let roughly = with(|a| if a > 4.5 { 1.0 } else { a.tanh() * (1.0 + 1e-11) }).unwrap();
    assert!(roughly.starts_with("it is right to nine digits up to 4, and wrong from 5 on"), "{roughly}");
    assert_eq!(with(|a| if a > 7.5 { 1.0 } else { a.tanh() }), None, "one is too few");
}

/// σ(a) + σ(−a) is among the inputs of the sigmoid, and does not show that each value is half of what it should be.
#[test]
fn what_is_derived_from_values_does_not_hide_a_change_of_all_values() {
    let reply = |value: f64| Reply::Returned(value.into());
    let derived = |value: f64| Reply::Returned(Answer::from(value).derived());
    let right = [reply(1.0), reply(3.0), reply(-2.0), derived(1.0)];
    let yours = [reply(0.5), reply(1.5), reply(-1.0), derived(0.75)];
    assert_eq!(
        describe(&yours, &right, &[], None).unwrap(),
        "each number is half of what it should be, in all 3 cases tried"
    );
}

#[test]
fn a_limit_is_shown_with_all_its_digits() {
    let pairs: Vec<(f64, f64)> = (0..9).map(|i| 0.2 * f64::from(i)).map(|v| (v.min(0.999_999_9), v)).collect();
    assert_eq!(said(&pairs, &[]).unwrap(), "what should be above 0.9999999 is 0.9999999: it is cut off");
}

#[test]
fn a_property_that_takes_part_is_said_with_its_exceptions() {
    let pairs: Vec<(f64, f64)> = (0..12)
        .map(|i| (f64::from(i) + [0.5, -0.5, 0.0][i.min(4) as usize % 3] * f64::from(u8::from(i < 5)), f64::from(i)))
        .collect();
    let small = (0..12).map(|i| i < 6).collect();
    let words = "it is wrong in 4 of the 6 cases where it is small, and right in the 6 others";
    assert_eq!(said(&pairs, &[("it is small", small)]).unwrap(), words);
    assert_eq!(said(&pairs, &[("it is anything", vec![true; 12])]), None);
}

#[test]
fn numbers_that_the_function_did_not_return_are_not_spoken_of() {
    let cases = |derived: bool| {
        let reply = |v: f64| Reply::Returned(if derived { Answer::from(v).derived() } else { v.into() });
        let right = [1.0, 2.0, 3.0, 4.0].map(reply);
        describe(&[-1.0, -2.0, -3.0, -4.0].map(reply), &right, &[], None)
    };
    assert!(cases(false).unwrap().starts_with("the sign is the other way round"));
    assert_eq!(cases(true), None);
}
