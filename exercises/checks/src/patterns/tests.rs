use super::*;
use crate::Answer;
use ndarray::{Array2, array};

fn said<V: Into<Answer> + Clone>(pairs: &[(V, V)], properties: &[Property]) -> Option<String> {
    let reply = |value: &V| Reply::Returned(value.clone().into());
    let (yours, right): (Vec<_>, Vec<_>) = pairs.iter().map(|(yours, right)| (reply(yours), reply(right))).unzip();
    describe(&yours, &right, properties)
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
    assert_eq!(describe(&yours, &right, &[]).unwrap(), "only W1 is wrong, in all 3 cases that are wrong");
    let both = [reply(1.5, 2.0), reply(7.0, 9.0), reply(2.0, 1.5)];
    assert_eq!(describe(&both, &right, &[]), None);
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
    let said = describe(&[value(1.0), value(2.0)], &[value(1.0), panic()], &properties).unwrap();
    assert_eq!(said, "it returns a value when the lengths differ where its documentation says that it panics");
    assert_eq!(describe(&[value(1.0), panic()], &[value(1.0), panic()], &properties), None);
}
