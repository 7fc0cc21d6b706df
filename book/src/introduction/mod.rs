//! The introduction: its figure.

mod figures;

use crate::chapter::ChapterCode;

pub const CODE: ChapterCode = ChapterCode { figures: figures::figures, ..ChapterCode::NONE };
