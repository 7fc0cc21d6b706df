//! Chapter 4: the hidden layer.

use super::Figure;

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    vec![]
}
