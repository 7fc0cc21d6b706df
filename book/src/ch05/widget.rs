//! Chapter 5: ways down on a ground with one weight or two.

use ch05::given::largest_eigenvalue;
use ch05::{descend, distance_factor, step_limit};
use datasets::hubble;
use ndarray::{Array1, Array2, array, stack};
use std::f64::consts::TAU;
use widget_abi::{Functions, Input};

/// What the figure calls. A ground is its number: 0 the parabola of the chapter, 1 its valley, 2 the squared error on
/// Hubble's table. Points come as `w1, w2, w1, w2, …`, on the parabola as `w, w, …`.
pub const FUNCTIONS: Functions =
    &[("errors", errors), ("contours", contours), ("limit", limit), ("factors", factors), ("way", way)];

/// A quadratic error: how strongly it curves, where its bottom is, and at which heights it has a contour.
struct Ground {
    a: Array2<f64>,
    bottom: Array1<f64>,
    heights: &'static [f64],
}

impl Ground {
    fn new(number: usize) -> Self {
        match number {
            0 => Self { a: array![[2.0]], bottom: array![3.0], heights: &[] },
            1 => Self {
                a: array![[5.0, 3.0], [3.0, 5.0]],
                bottom: array![0.0, 0.0],
                heights: &[0.2, 1.0, 2.5, 5.0, 10.0, 20.0],
            },
            _ => {
                let table = hubble();
                let ones = Array1::ones(table.distance.len());
                let x = stack![ndarray::Axis(1), ones, table.distance];
                let n = x.nrows() as f64;
                let (a, b) = (x.t().dot(&x) * (2.0 / n), x.t().dot(&table.velocity) * (2.0 / n));
                // At the bottom A w = b: two equations, solved by Cramer's rule.
                let determinant = a[[0, 0]] * a[[1, 1]] - a[[0, 1]] * a[[1, 0]];
                let bottom =
                    array![b[0] * a[[1, 1]] - b[1] * a[[0, 1]], b[1] * a[[0, 0]] - b[0] * a[[1, 0]]] / determinant;
                Self { a, bottom, heights: &[1e3, 6e3, 2e4, 5e4, 1e5, 1.7e5] }
            }
        }
    }

    /// How much larger the error is than at the bottom.
    fn error(&self, w: &Array1<f64>) -> f64 {
        let away = w - &self.bottom;
        0.5 * away.dot(&self.a.dot(&away))
    }
}

/// `ground, points` → how much larger the error is at each point than at the bottom.
fn errors(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let ground = Ground::new(input.count());
    input.rest().chunks(ground.bottom.len()).map(|w| ground.error(&Array1::from(w.to_vec()))).collect()
}

/// `ground` → the bottom, and then the points of its contours, 121 for each: where the error is the same, once around.
fn contours(numbers: &[f64]) -> Vec<f64> {
    let Ground { a, bottom, heights } = Ground::new(Input::new(numbers).count());
    let mut points = bottom.to_vec();
    for height in heights {
        for part in 0..=120 {
            let angle = TAU * f64::from(part) / 120.0;
            // Along u the error is a parabola: ½ · uᵀAu · length².
            let u = array![angle.cos() / a[[0, 0]].sqrt(), angle.sin() / a[[1, 1]].sqrt()];
            let length = (2.0 * height / u.dot(&a.dot(&u))).sqrt();
            points.extend(&bottom + &(length * u));
        }
    }
    points
}

/// `ground` → the limit of the step size, and the largest curvature.
fn limit(numbers: &[f64]) -> Vec<f64> {
    let Ground { a, .. } = Ground::new(Input::new(numbers).count());
    vec![step_limit(&a), largest_eigenvalue(&a)]
}

/// `ground, step size` → by what a step multiplies the distance from the bottom where the ground curves most, and, with
/// two weights, where it curves least.
fn factors(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (Ground { a, .. }, eta) = (Ground::new(input.count()), input.number());
    let most = largest_eigenvalue(&a);
    let mut curvatures = vec![most];
    if a.nrows() == 2 {
        // The curvatures add up to the diagonal.
        curvatures.push(a.diag().sum() - most);
    }
    curvatures.into_iter().map(|curvature| distance_factor(curvature, eta)).collect()
}

/// `ground, step size, steps, start` → the points on the way down, the start among them.
fn way(numbers: &[f64]) -> Vec<f64> {
    let mut input = Input::new(numbers);
    let (ground, eta, steps) = (Ground::new(input.count()), input.number(), input.count());
    let start = Array1::from(input.list(ground.bottom.len()).to_vec());
    let b = ground.a.dot(&ground.bottom);
    descend(&|w: &Array1<f64>| ground.a.dot(w) - &b, &start, eta, steps).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn on_the_parabola_each_step_multiplies_the_distance_by_the_factor() {
        let (way, factor) = (way(&[0.0, 0.4, 3.0, 0.0]), factors(&[0.0, 0.4])[0]);
        assert_eq!(way.len(), 4);
        for t in 0..3 {
            assert!((way[t + 1] - 3.0 - factor * (way[t] - 3.0)).abs() < 1e-12);
        }
        assert_eq!(errors(&[0.0, 0.0, 5.0]), [9.0, 4.0]);
    }

    #[test]
    fn along_a_contour_the_error_is_the_same() {
        for number in [1.0, 2.0] {
            let heights = Ground::new(number as usize).heights;
            let points = contours(&[number]);
            assert_eq!(points.len(), 2 + 242 * heights.len());
            for (contour, height) in points[2..].chunks(242).zip(heights) {
                let around = errors(&[&[number], contour].concat());
                assert!(around.iter().all(|error| (error / height - 1.0).abs() < 1e-9));
            }
        }
    }

    #[test]
    fn a_step_at_the_limit_keeps_the_distance_where_the_ground_curves_most() {
        for number in [0.0, 1.0, 2.0] {
            let limit = limit(&[number])[0];
            assert!((factors(&[number, limit])[0] + 1.0).abs() < 1e-9);
        }
    }

    #[test]
    fn the_way_on_hubbles_table_leads_to_the_least_squares() {
        let bottom = &contours(&[2.0])[..2];
        let way = way(&[2.0, 0.4, 400.0, 0.0, 0.0]);
        assert!(way[800..].iter().zip(bottom).all(|(w, bottom)| (w - bottom).abs() < 1e-6));
        assert!((bottom[1] - 454.16).abs() < 0.01, "the published slope");
    }
}
