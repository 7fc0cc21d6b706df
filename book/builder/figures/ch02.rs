//! Chapter 2: the neuron.

use super::Figure;

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    vec![]
}
