//! Chapter 3: what its pages quote, show and run.

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
        work: Work::SolvedBut {
            file: "src/sigmoids.rs",
            function: "pub fn sigmoid(a: f64) -> f64 {\n    panic!(\"no sigmoid of {a}\")\n}\n",
        },
        note: "sigmoid of chapter 3 panics: no sigmoid of",
    },
    card: Some(card::draw),
    libraries: libraries::LIBRARIES,
    ..ChapterCode::NONE
};
