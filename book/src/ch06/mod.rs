//! Chapter 6: what its pages quote, show and run.

mod examples;
mod figures;
mod values;
mod widget;

use crate::chapter::ChapterCode;

pub const CODE: ChapterCode = ChapterCode {
    values: Some(values::values),
    figures: figures::figures,
    examples: &examples::EXAMPLES,
    widget: Some(widget::FUNCTIONS),
    ..ChapterCode::NONE
};
