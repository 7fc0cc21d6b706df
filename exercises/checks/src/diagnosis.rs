//! What tells the answers to a task apart: a right function, wrong ones with a sentence for each, and the inputs on
//! which they differ. Each function of a task has one, in `exercises/chNN/mistakes/`.

use crate::answer::{Answer, Reply};
use std::any::Any;
use std::ops::ControlFlow;

/// The wrong ways to write a function that the tests can name.
///
/// `F` is what the task hands to its tests: a function, or a tuple of functions. `G` is the type of the function that
/// this is about, and `I` that of its inputs.
///
/// A mistake is named only if it gives the student's answer to *every* input, so the inputs must tell all mistakes
/// apart: a case by hand, random ones of several sizes, and the corners. Where none is named, a property that holds of
/// exactly the inputs answered wrongly is said instead.
pub struct Diagnosis<F: 'static, G: 'static, I: 'static> {
    /// The name of the function.
    pub function: &'static str,
    /// Its place in what the task hands to its tests: `|f| f`, or `|f| &mut f.0`.
    pub slot: fn(&mut F) -> &mut G,
    /// A right way to write it: slow and plain, so that it can be checked by reading.
    pub right: G,
    /// What the message says of a mistake, and the function that makes it.
    pub mistakes: &'static [(&'static str, G)],
    /// The inputs. Where the right function panics, as its documentation says, every right answer panics.
    pub inputs: fn() -> Vec<I>,
    /// The answer of a function to an input.
    pub call: fn(G, &I) -> Answer,
    /// Properties of an input that may explain when an answer is wrong, each as a clause: `a feature is 0`.
    pub properties: &'static [Property<I>],
}

/// A clause, and whether it holds of an input.
pub type Property<I> = (&'static str, fn(&I) -> bool);

/// Whose function is called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Whose {
    Yours,
    Right,
    Mistake(usize),
}

/// A [`Diagnosis`] without the types of its function and inputs.
pub trait Diagnose<F>: Sync {
    #[doc(hidden)]
    fn function(&self) -> &'static str;
    #[doc(hidden)]
    fn sentences(&self) -> Vec<&'static str>;
    /// Puts a mistake in the place of the student's function.
    #[doc(hidden)]
    fn put(&self, mistake: usize, functions: &mut F);
    /// The replies to all inputs but the first few, one after the other, until one is told to be the last.
    #[doc(hidden)]
    fn replies(&self, functions: F, whose: Whose, skipped: usize, reply: &mut dyn FnMut(Reply) -> ControlFlow<()>);
    /// Each property, and whether it holds of each input.
    #[doc(hidden)]
    fn properties(&self) -> Vec<(&'static str, Vec<bool>)>;
    /// The inputs themselves, of a function of one number.
    #[doc(hidden)]
    fn arguments(&self) -> Option<Vec<f64>>;
}

impl<F, G: Copy + Sync, I> Diagnose<F> for Diagnosis<F, G, I> {
    fn function(&self) -> &'static str {
        self.function
    }

    fn sentences(&self) -> Vec<&'static str> {
        self.mistakes.iter().map(|(sentence, _)| *sentence).collect()
    }

    fn put(&self, mistake: usize, functions: &mut F) {
        *(self.slot)(functions) = self.mistakes[mistake].1;
    }

    fn replies(&self, mut functions: F, whose: Whose, skipped: usize, reply: &mut dyn FnMut(Reply) -> ControlFlow<()>) {
        let function = match whose {
            Whose::Yours => *(self.slot)(&mut functions),
            Whose::Right => self.right,
            Whose::Mistake(number) => self.mistakes[number].1,
        };
        for input in (self.inputs)().iter().skip(skipped) {
            if reply(Reply::of(|| (self.call)(function, input))).is_break() {
                break;
            }
        }
    }

    fn properties(&self) -> Vec<(&'static str, Vec<bool>)> {
        let inputs = (self.inputs)();
        self.properties.iter().map(|(words, holds)| (*words, inputs.iter().map(holds).collect())).collect()
    }
    fn arguments(&self) -> Option<Vec<f64>> {
        (self.inputs)().iter().map(|input| (input as &dyn Any).downcast_ref().copied()).collect()
    }
}
