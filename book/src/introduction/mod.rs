//! The introduction: its figure.

mod figures;
mod seven;

use crate::chapter::ChapterCode;

pub const CODE: ChapterCode =
    ChapterCode { figures: figures::figures, values: Some(seven::values), ..ChapterCode::NONE };
