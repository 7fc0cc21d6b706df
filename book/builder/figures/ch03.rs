//! Chapter 3: activation functions.

use super::Figure;

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    vec![]
}
