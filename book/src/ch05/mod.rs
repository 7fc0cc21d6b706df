//! Chapter 5: what its pages quote, show and run.

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
        // Does not come to an end.
        work: Work::SolvedBut {
            file: "src/descent.rs",
            function: "pub fn step(w: &Array1<f64>, _: &Array1<f64>, _: f64) -> Array1<f64> {\n    loop {\n        std::hint::black_box(w);\n    }\n}\n",
        },
        note: "chapter 5 does not come to an end",
    },
    card: Some(card::draw),
    libraries: libraries::LIBRARIES,
    ..ChapterCode::NONE
};
