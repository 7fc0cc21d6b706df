//! A known mistake that explains nearly all answers: there is a second one beside it, or it is written with an
//! exception.

use super::{agree, replies};
use crate::answer::Reply;
use crate::diagnosis::Whose;
use crate::task::AnyTask;

/// How many wrong values it must explain.
const ENOUGH: usize = 4;

/// What is said of it, with the number of cases in which it is true. If two mistakes come as near, nothing is.
pub fn describe(task: &dyn AnyTask, diagnosis: usize, right: &[Reply], yours: &[Reply]) -> Option<String> {
    let cases: Vec<usize> = (0..right.len().min(yours.len())).filter(|&it| right[it].returned().is_some()).collect();
    let wrong = |case: usize| !agree(&right[case], &yours[case]);
    let of_mistake = |(number, sentence)| {
        let theirs = replies(task, diagnosis, Whose::Mistake(number));
        let same = |&&case: &&usize| yours[case].returned().is_some() && theirs[case].is_like(&yours[case]);
        let explained: Vec<usize> = cases.iter().filter(same).copied().filter(|&case| wrong(case)).collect();
        // Two functions that are 0 nearly everywhere are not alike for that.
        let telling = explained.iter().any(|&case| !yours[case].is_like(&yours[explained[0]]));
        (cases.iter().filter(same).count(), if telling { explained.len() } else { 0 }, sentence)
    };
    let all_wrong = cases.iter().filter(|&&case| wrong(case)).count();
    let mut near: Vec<(usize, usize, &str)> = task
        .sentences(diagnosis)
        .into_iter()
        .enumerate()
        .map(of_mistake)
        .filter(|&(same, explained, _)| {
            explained >= ENOUGH && 4 * explained >= 3 * all_wrong && 5 * same >= 4 * cases.len()
        })
        .collect();
    near.sort_by_key(|&(same, ..)| std::cmp::Reverse(same));
    let &(same, _, sentence) = near.first()?;
    let alone = near.iter().all(|&(others, _, other)| others < same || other == sentence);
    alone.then(|| format!("{same} of the {} cases tried, not all, are as with this mistake: “{sentence}”", cases.len()))
}
