//! Chapter 5: gradient descent.

use super::Figure;

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    vec![]
}
