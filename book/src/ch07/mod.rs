//! Chapter 7: what its pages quote, show and run.

mod card;
mod examples;
mod figures;
mod libraries;
mod values;
mod widget;

use crate::chapter::{ChapterCode, Trial, Work};

pub const CODE: ChapterCode = ChapterCode {
    values: Some(values::values),
    figures: figures::figures,
    examples: &examples::EXAMPLES,
    widget: Some(widget::FUNCTIONS),
    card: Some(card::draw),
    trial: Trial {
        // Tasks 1 and 2 are done: lines are recorded, and the sweep is still to be written.
        work: Work::SolvedBut {
            file: "src/backward.rs",
            function: "pub fn backward(tape: &Tape, output: Var) -> Vec<f64> {\n    todo!(\"{} {}\", output.0, tape.nodes.len())\n}\n",
        },
        note: "^Write backward in chapter 7 to bring this figure to life\\.$",
    },
    libraries: libraries::LIBRARIES,
    ..ChapterCode::NONE
};
