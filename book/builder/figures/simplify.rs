//! A curve with fewer points: the algorithm of Ramer, Douglas and Peucker.

/// How far a point may be from the line that replaces it: a fifth of a pixel where a figure is as wide as it gets.
pub const FINE: f64 = 0.8;
/// The same for the edges of areas that differ little from each other.
pub const COARSE: f64 = 2.0;

/// Which points to keep so that the curve looks the same: both ends, the point farthest from the straight line between
/// them if it is farther than the tolerance, and so on in both halves.
pub fn simplified(points: &[(i32, i32)], tolerance: f64) -> Vec<usize> {
    let Some(last) = points.len().checked_sub(1) else { return vec![] };
    let mut kept = vec![0];
    keep_between((points, tolerance), 0, last, &mut kept);
    if last > 0 {
        kept.push(last);
    }
    kept
}

fn keep_between((points, tolerance): (&[(i32, i32)], f64), first: usize, last: usize, kept: &mut Vec<usize>) {
    let distances = (first + 1..last).map(|at| (at, distance(points[at], points[first], points[last])));
    let Some((farthest, far)) = distances.max_by(|a, b| a.1.total_cmp(&b.1)) else { return };
    if far > tolerance {
        keep_between((points, tolerance), first, farthest, kept);
        kept.push(farthest);
        keep_between((points, tolerance), farthest, last, kept);
    }
}

/// The distance of a point from the segment between two others.
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
        assert_eq!(simplified(&[(0, 0), (5, 0), (9, 0), (9, 1), (9, 7)], FINE), [0, 2, 4]);
        assert_eq!(simplified(&[(0, 0), (4, 0)], FINE), [0, 1]);
        assert_eq!(simplified(&[(3, 3)], FINE), [0]);
        assert!(simplified(&[], FINE).is_empty());
    }

    #[test]
    fn a_loop_keeps_its_end_and_a_curve_stays_within_the_tolerance() {
        let circle: Vec<(i32, i32)> = (0..=360)
            .map(|degree| f64::from(degree).to_radians())
            .map(|angle| ((400.0 * angle.cos()).round() as i32, (400.0 * angle.sin()).round() as i32))
            .collect();
        let few: Vec<(i32, i32)> = simplified(&circle, FINE).into_iter().map(|at| circle[at]).collect();
        assert!(few.len() < 80 && few.first() == few.last(), "{}", few.len());
        for point in circle {
            let nearest = few.windows(2).map(|pair| distance(point, pair[0], pair[1])).fold(f64::MAX, f64::min);
            assert!(nearest <= FINE, "{point:?} is {nearest} off");
        }
    }
}
