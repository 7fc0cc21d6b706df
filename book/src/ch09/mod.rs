//! Chapter 9: what its pages quote, show and run.

mod card;
mod examples;
mod experiments;
mod figures;
mod libraries;
mod values;

use crate::chapter::ChapterCode;

pub const CODE: ChapterCode = ChapterCode {
    values: Some(values::values),
    figures: figures::figures,
    examples: &examples::EXAMPLES,
    card: Some(card::draw),
    libraries: libraries::LIBRARIES,
    ..ChapterCode::NONE
};
