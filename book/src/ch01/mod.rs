//! Chapter 1: what its pages quote, show and run.

mod card;
mod examples;
mod figures;
mod libraries;
mod transcripts;
mod values;
mod widget;

use crate::chapter::ChapterCode;

pub const CODE: ChapterCode = ChapterCode {
    values: Some(values::values),
    figures: figures::figures,
    examples: &examples::EXAMPLES,
    widget: Some(widget::FUNCTIONS),
    transcripts: &transcripts::TRANSCRIPTS,
    card: Some(card::draw),
    libraries: libraries::LIBRARIES,
    ..ChapterCode::NONE
};
