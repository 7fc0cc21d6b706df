//! Chapter 8: what its pages quote, show and run.

mod card;
mod examples;
mod experiments;
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
        // Both recipes train; which epoch was best is not known yet.
        work: Work::SolvedBut {
            file: "src/early_stopping.rs",
            function: "pub fn early_stopping(validation: &[f64], patience: usize) -> (usize, usize) {\n    \
                       todo!(\"{validation:?} {patience}\")\n}\n",
        },
        note: "^Write early_stopping in chapter 8 to bring this figure to life\\.$",
    },
    libraries: libraries::LIBRARIES,
    ..ChapterCode::NONE
};
