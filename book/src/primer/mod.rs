//! The primers of Rust and ndarray: the code that they show and run.

mod examples;

use crate::chapter::ChapterCode;

pub const CODE: ChapterCode = ChapterCode { examples: &examples::EXAMPLES, ..ChapterCode::NONE };
