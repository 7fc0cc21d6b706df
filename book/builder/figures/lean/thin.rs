//! A curve with fewer points.

/// How far a point may be from the line that replaces it: a fifth of a pixel, where a figure is shown as wide as it can be.
const TOLERANCE: f64 = 0.8;

/// The points without which the curve would be another: from end to end, whichever is farthest from the straight line
/// stays, unless none is farther than the tolerance; and so on between those that stay.
pub fn thinned(points: &[(i32, i32)]) -> Vec<(i32, i32)> {
    let [first, .., last] = points else { return points.to_vec() };
    let mut kept = vec![*first];
    keep(points, &mut kept);
    if kept.len() == 1 || kept.last() != Some(last) {
        kept.push(*last);
    }
    kept
}

/// Adds to `kept` what is needed between the ends of `points`.
fn keep(points: &[(i32, i32)], kept: &mut Vec<(i32, i32)>) {
    let [first, between @ .., last] = points else { return };
    let distances = between.iter().map(|point| distance(*point, *first, *last));
    let Some((at, far)) = distances.enumerate().max_by(|a, b| a.1.total_cmp(&b.1)) else { return };
    if far > TOLERANCE {
        keep(&points[..=at + 1], kept);
        kept.push(points[at + 1]);
        keep(&points[at + 1..], kept);
    }
}

/// How far a point is from the stroke between two others.
fn distance(point: (i32, i32), from: (i32, i32), to: (i32, i32)) -> f64 {
    let between = |a: (i32, i32), b: (i32, i32)| (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
    let ((dx, dy), (px, py)) = (between(from, to), between(from, point));
    let square = dx * dx + dy * dy;
    let along = if square == 0.0 { 0.0 } else { ((px * dx + py * dy) / square).clamp(0.0, 1.0) };
    (px - along * dx).hypot(py - along * dy)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_on_a_line_go_and_corners_stay() {
        assert_eq!(thinned(&[(0, 0), (5, 0), (9, 0), (9, 1), (9, 7)]), [(0, 0), (9, 0), (9, 7)]);
        assert_eq!(thinned(&[(0, 0), (4, 0)]), [(0, 0), (4, 0)]);
        assert_eq!(thinned(&[(3, 3)]), [(3, 3)]);
    }

    #[test]
    fn a_loop_keeps_its_end_and_a_curve_stays_within_the_tolerance() {
        let circle: Vec<(i32, i32)> = (0..=360)
            .map(|degree| f64::from(degree).to_radians())
            .map(|angle| ((400.0 * angle.cos()).round() as i32, (400.0 * angle.sin()).round() as i32))
            .collect();
        let few = thinned(&circle);
        assert!(few.len() < 80 && few.first() == few.last(), "{}", few.len());
        for point in circle {
            let nearest = few.windows(2).map(|pair| distance(point, pair[0], pair[1])).fold(f64::MAX, f64::min);
            assert!(nearest <= TOLERANCE, "{point:?} is {nearest} off");
        }
    }
}
