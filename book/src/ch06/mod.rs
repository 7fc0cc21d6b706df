//! Chapter 6: what its pages quote, show and run.

mod card;
mod examples;
mod figures;
mod hero;
mod libraries;
mod values;
mod widget;

use crate::chapter::ChapterCode;

pub const CODE: ChapterCode = ChapterCode {
    values: Some(values::values),
    figures: figures::figures,
    examples: &examples::EXAMPLES,
    widget: Some(widget::FUNCTIONS),
    hero: Some(hero::hero),
    card: Some(card::draw),
    libraries: libraries::LIBRARIES,
    ..ChapterCode::NONE
};
