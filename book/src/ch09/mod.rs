//! Chapter 9: what its pages quote, show and run.

mod card;
mod examples;
mod experiments;
mod figures;
mod hands;
mod libraries;
mod values;
mod widget;
mod widget_data;

use crate::chapter::{ChapterCode, Trial, Work};

pub const CODE: ChapterCode = ChapterCode {
    values: Some(values::values),
    figures: figures::figures,
    examples: &examples::EXAMPLES,
    widget: Some(widget::FUNCTIONS),
    widget_data: Some(widget_data::widget_data),
    card: Some(card::draw),
    trial: Trial {
        // The digit cannot be chosen yet; the probabilities can be seen.
        work: Work::SolvedBut {
            file: "src/accuracy.rs",
            function: "pub fn predicted(scores: &Array2<f64>) -> Vec<usize> {\n    todo!(\"{scores}\")\n}\n",
        },
        note: "^Write predicted in chapter 9 to bring this figure to life\\.$",
    },
    libraries: libraries::LIBRARIES,
    ..ChapterCode::NONE
};
