//! The title page: where the reader will get.

use super::{Figure, ch01};

/// The figure of the title page: the farthest point that the course reaches. For now that is the fit of chapter 1; a
/// later chapter that gets farther puts the function that draws its picture here, with what can be seen in it.
pub fn figures() -> Vec<Figure> {
    vec![Figure {
        name: "title",
        title: "What your code will have learned from data",
        describe: || {
            "A scatter plot of 24 nebulae, velocity over distance, with two straight lines through the points: what \
             the code of chapter 1 learns from them."
                .into()
        },
        size: (480, 330),
        draw: ch01::nebulae,
    }]
}
