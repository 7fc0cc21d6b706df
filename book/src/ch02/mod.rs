//! Chapter 2: what its pages quote, show and run.

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
    trial: Trial { work: Work::Untouched, note: "^Write .* in chapter 2 to bring this figure to life" },
    card: Some(card::draw),
    libraries: libraries::LIBRARIES,
    ..ChapterCode::NONE
};
