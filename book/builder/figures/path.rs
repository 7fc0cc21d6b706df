//! Lines as the attribute `d` of an SVG path writes them: short, and smooth where they turn gently.

use plotters_backend::BackendCoord;
use std::fmt::Write;

/// How far a line may pass by a point for the sake of a smooth curve: half a pixel in the widest figure.
const PASSING: f64 = 1.6;

/// Commands, each with the places that it names, in halves of a unit.
type Way = Vec<(char, Vec<BackendCoord>)>;

/// A line from each point to the next. Where it turns so little that nobody sees the difference, it goes as a parabola
/// from the middle of one piece to the middle of the next: what was sampled from a curve looks like one, and a corner
/// stays.
pub fn curve(points: &[BackendCoord]) -> String {
    // The point that a parabola bends towards is, after another one, known to `t`.
    let middle = |at: usize| (points[at].0 + points[at + 1].0, points[at].1 + points[at + 1].1);
    let mut way = Way::new();
    let mut rounded = false;
    for at in 1..points.len() {
        if points.get(at + 1).is_none_or(|&next| !gentle(points[at - 1], points[at], next)) {
            way.push(('l', vec![double(points[at])]));
            rounded = false;
        } else if rounded {
            way.push(('t', vec![middle(at)]));
        } else {
            way.extend([('l', vec![middle(at - 1)]), ('q', vec![double(points[at]), middle(at)])]);
            rounded = true;
        }
    }
    written(points, way)
}

/// A line from each point to the next, with every corner.
pub fn polygon(points: &[BackendCoord]) -> String {
    written(points, points.iter().skip(1).map(|&point| ('l', vec![double(point)])).collect())
}

fn double((x, y): BackendCoord) -> BackendCoord {
    (2 * x, 2 * y)
}

/// Whether a parabola in place of the corner at `point` passes it closely enough.
fn gentle(before: BackendCoord, point: BackendCoord, after: BackendCoord) -> bool {
    let between = |a: BackendCoord, b: BackendCoord| (f64::from(b.0 - a.0), f64::from(b.1 - a.1));
    let ((ax, ay), (bx, by)) = (between(before, point), between(point, after));
    let turned = (ax * by - ay * bx).abs();
    ax * bx + ay * by > 0.0 && turned / (4.0 * (ax + bx).hypot(ay + by)) <= PASSING
}

/// A way from the first of the points, each place relative to the one where the command before ends.
fn written(points: &[BackendCoord], way: Way) -> String {
    let Some(&first) = points.first() else { return String::new() };
    let mut out = format!("M{} {}", first.0, first.1);
    let (mut last, mut before) = (double(first), 'M');
    for (command, places) in way {
        let numbers: Vec<i32> = places.iter().flat_map(|(x, y)| [x - last.0, y - last.1]).collect();
        let (command, numbers) = match (command, numbers.as_slice()) {
            ('l', &[dx, 0]) => ('h', vec![dx]),
            ('l', &[0, dy]) => ('v', vec![dy]),
            _ => (command, numbers),
        };
        if command != before {
            out.push(command);
            before = command;
        }
        for number in numbers {
            // A minus sets numbers apart, and so does a letter.
            if number >= 0 && out.ends_with(|c: char| c.is_ascii_digit()) {
                out.push(' ');
            }
            let _ = write!(out, "{}", f64::from(number) / 2.0);
        }
        last = places.last().copied().unwrap_or(last);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_gentle_turn_is_rounded_and_a_corner_is_not() {
        assert_eq!(curve(&[(0, 0), (40, 0), (80, 4), (120, 12), (120, 90)]), "M0 0h20q20 0 40 2t40 6l20 4v78");
        assert_eq!(curve(&[(0, 0), (40, 0), (40, 40)]), "M0 0h40v40");
        assert_eq!(curve(&[(3, 4)]), "M3 4");
        assert_eq!(curve(&[]), "");
    }

    #[test]
    fn a_polygon_keeps_its_corners() {
        assert_eq!(polygon(&[(0, 0), (40, 0), (80, 4), (120, -12)]), "M0 0h40l40 4 40-16");
    }
}
