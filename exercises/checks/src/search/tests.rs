use super::*;
use crate::{Diagnose, Diagnosis, Task, does_not_end};
use ndarray::{Array1, array};
use std::panic;

type Mean = fn(&Array1<f64>) -> f64;

/// The mean of a vector; an empty one is refused.
static MEAN: Diagnosis<Mean, Mean, Array1<f64>> = Diagnosis {
    function: "mean",
    slot: |f| f,
    right: |x| {
        assert!(!x.is_empty(), "the mean of nothing");
        x.sum() / x.len() as f64
    },
    mistakes: &[
        ("the sum: divide by n", |x| x.sum()),
        ("divided by n + 1", |x| x.sum() / (x.len() as f64 + 1.0)),
        ("the loop never ends", |_| does_not_end()),
        ("the mean of nothing is not refused", |x| if x.is_empty() { 0.0 } else { x.sum() / x.len() as f64 }),
    ],
    inputs: || {
        vec![
            array![1.0, 2.0, 4.0],
            array![-3.0],
            array![5.0],
            array![0.5, -8.0],
            array![2.0, -2.5, 7.5, 1.0],
            array![3.0, 1.5],
            array![],
        ]
    },
    call: |mean, x| mean(x).into(),
    properties: &[("an entry is negative", |x| x.iter().any(|&v| v < 0.0)), ("there is one entry", |x| x.len() == 1)],
};

const ALL: &[&dyn Diagnose<Mean>] = &[&MEAN];

/// What is said of this way to write it.
fn cause(mean: Mean) -> Cause {
    let task: &'static Task<Mean> =
        Box::leak(Box::new(Task { title: "T", functions: &["mean"], section: "S", yours: mean, diagnoses: ALL }));
    panic::set_hook(Box::new(|_| {}));
    let findings = run(task);
    assert_eq!(findings.len(), 1);
    assert_eq!(findings[0].function, "mean");
    assert_eq!(Finding::from_line(findings[0].to_line().trim_end_matches('\n')).as_ref(), Some(&findings[0]));
    findings[0].cause.clone()
}

fn mistake(sentence: &str) -> Cause {
    Cause::Mistake(sentence.into())
}

#[test]
fn a_mistake_is_named_if_it_gives_every_answer() {
    assert_eq!(cause(|x| x.iter().sum()), mistake("the sum: divide by n"));
    assert_eq!(cause(|x| x.mean().expect("not empty")), Cause::Right);
    // One answer of five is another: the sum for all but a single entry.
    assert_ne!(cause(|x| if x.len() == 1 { 2.0 * x[0] } else { x.sum() }), mistake("the sum: divide by n"));
}

#[test]
fn a_loop_that_never_ends_is_an_answer_too() {
    #[allow(clippy::empty_loop)]
    let endless: Mean = |_| loop {
        thread::sleep(Duration::from_millis(10));
    };
    assert_eq!(cause(endless), mistake("the loop never ends"));
}

#[test]
fn inputs_that_should_be_refused_count_only_if_all_else_is_right() {
    assert_eq!(cause(|x| x.sum() / x.len().max(1) as f64), mistake("the mean of nothing is not refused"));
    assert_eq!(cause(|x| if x.is_empty() { 0.0 } else { x.sum() / (x.len() + 1) as f64 }), mistake("divided by n + 1"));
}

#[test]
fn a_panic_where_the_mistake_has_a_value_is_passed_over_if_enough_is_explained() {
    // The last step of this loop never runs, and for one entry `len - 2` leaves the range of a usize.
    assert_eq!(cause(|x| (x[0] + x.sum() - x[0]) / (x.len() + 1) as f64), mistake("divided by n + 1"));
    assert_eq!(cause(|x| panic!("always: {x}")), Cause::Unknown);
}

#[test]
fn what_separates_wrong_answers_from_right_ones_is_said_only_if_it_does_so_without_exception() {
    let when = |cause| match cause {
        Cause::Pattern(pattern) => pattern,
        other => panic!("{other:?}"),
    };
    let positive: Mean = |x| x.iter().map(|v| v.max(0.0)).sum::<f64>() / x.len() as f64;
    assert_eq!(
        when(cause(positive)),
        "it is wrong whenever an entry is negative, and right in the 3 other cases tried"
    );
    let single: Mean = |x| if x.len() == 1 { x[0] } else { x[0] * x[1] };
    assert_eq!(cause(single), Cause::Unknown, "two right answers are too few to say when it is right");
    assert_eq!(cause(|x| if x[0] == 1.0 { 9.0 } else { x.mean().unwrap() }), Cause::Unknown);
}

#[test]
fn one_change_of_all_answers_is_a_pattern() {
    let Cause::Pattern(sign) = cause(|x| -x.mean().unwrap()) else { panic!() };
    assert_eq!(sign, "the sign is the other way round, in all 6 cases tried");
    let Cause::Pattern(twice) = cause(|x| 2.0 * x.mean().unwrap()) else { panic!() };
    assert_eq!(twice, "each number is twice what it should be, in all 6 cases tried");
    let Cause::Pattern(constant) = cause(|_| 7.0) else { panic!() };
    assert_eq!(constant, "the answer is always 7, whatever is given");
}

#[test]
fn equal_answers_have_equal_fingerprints() {
    let print = |mean: Mean| fingerprint(&replies_of(mean));
    fn replies_of(mean: Mean) -> Vec<Reply> {
        let task = Task { title: "T", functions: &["mean"], section: "S", yours: mean, diagnoses: ALL };
        replies(&task, 0, Whose::Yours)
    }
    panic::set_hook(Box::new(|_| {}));
    assert_eq!(print(|x| x.sum() * 3.0), print(|x| 3.0 * x.iter().rev().sum::<f64>()));
    assert_ne!(print(|x| x.sum() * 3.0), print(|x| x.sum() * 4.0));
}

#[test]
fn a_mistake_that_explains_nearly_all_answers_is_said_with_their_number() {
    let mostly: Mean = |x| if x.len() == 1 && x[0] < 0.0 { 9.0 } else { x.sum() };
    let Cause::Pattern(pattern) = cause(mostly) else { panic!() };
    assert_eq!(pattern, "5 of the 6 cases tried, not all, are as with this mistake: “the sum: divide by n”");
    let zero_mostly: Mean = |x| if x.len() == 1 && x[0] < 0.0 { 9.0 } else { 0.0 };
    assert!(!format!("{:?}", cause(zero_mostly)).contains("not all"), "one value in all cases says little");
}
