//! Chapter 6: training a network.

use super::Figure;

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    vec![]
}
