//! Four pictures, one fit.

use ndarray::{Array1, array};

/// Anscombe's quartet: four sets of eleven points `(x, y)` that share mean, variance and fitted line, and look nothing
/// alike.
///
/// Source: F. J. Anscombe, "Graphs in statistical analysis", *The American Statistician* 27 (1973), 17–21. Facts, in
/// the public domain.
pub fn anscombe() -> [(Array1<f64>, Array1<f64>); 4] {
    let shared = array![10.0, 8.0, 13.0, 9.0, 11.0, 14.0, 6.0, 4.0, 12.0, 7.0, 5.0];
    [
        (shared.clone(), array![8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]),
        (shared.clone(), array![9.14, 8.14, 8.74, 8.77, 9.26, 8.10, 6.13, 3.10, 9.13, 7.26, 4.74]),
        (shared, array![7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73]),
        (
            array![8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 8.0, 19.0, 8.0, 8.0, 8.0],
            array![6.58, 5.76, 7.71, 8.84, 8.47, 7.04, 5.25, 12.50, 5.56, 7.91, 6.89],
        ),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Anscombe's own list: mean of x 9.0, mean of y 7.5, line y = 3 + 0.5 x, sum of squares of x 110.0.
    #[test]
    fn all_four_share_the_published_figures() {
        for (x, y) in anscombe() {
            assert_eq!(x.len(), 11);
            let (x_mean, y_mean) = (x.mean().unwrap(), y.mean().unwrap());
            let (dx, dy) = (&x - x_mean, &y - y_mean);
            let slope = dx.dot(&dy) / dx.dot(&dx);
            assert_eq!(x_mean, 9.0);
            assert_eq!(dx.dot(&dx), 110.0);
            assert_eq!(format!("{y_mean:.1}"), "7.5");
            assert_eq!(format!("{slope:.2}"), "0.50");
            assert_eq!(format!("{:.1}", y_mean - slope * x_mean), "3.0");
        }
    }
}
