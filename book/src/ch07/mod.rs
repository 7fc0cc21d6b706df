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
        // The sum of the first expression cannot be recorded yet.
        work: Work::SolvedBut {
            file: "src/record.rs",
            function: "pub fn add(tape: &mut Tape, a: Var, b: Var) -> Var {\n    todo!(\"{a:?} {b:?} {}\", tape.nodes.len())\n}\n",
        },
        note: "^Write add in chapter 7 to bring this figure to life\\.$",
    },
    libraries: libraries::LIBRARIES,
    ..ChapterCode::NONE
};
