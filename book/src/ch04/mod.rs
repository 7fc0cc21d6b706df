//! Chapter 4: what its pages quote, show and run.

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
    trial: Trial {
        // Does not compile.
        work: Work::SolvedBut {
            file: "src/approximator.rs",
            function: "pub fn soft_step(x: f64, edge: f64, steepness: f64) -> f64 {\n    x.soft(edge, steepness)\n}\n",
        },
        note: "chapter 4 does not compile yet",
    },
    card: Some(card::draw),
    libraries: libraries::LIBRARIES,
    ..ChapterCode::NONE
};
