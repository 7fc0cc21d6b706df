//! Where a field lies above a level: closed lines around these places, found by marching squares.

use std::collections::BTreeMap;

/// A corner of the grid: column and row. The ring around the field has corners too, so columns may be −1.
type Corner = (isize, isize);

/// Closed lines around the places where the field is at least `level`. Their points are counted in columns and rows
/// from its first value. Beyond its edges the field counts as lower, so a line runs along the edge there.
pub fn areas(field: &[f64], columns: usize, level: f64) -> Vec<Vec<[f64; 2]>> {
    let [width, height] = [columns, field.len() / columns].map(|side| side as isize);
    let value = |(column, row): Corner| {
        let inside = (0..width).contains(&column) && (0..height).contains(&row);
        if inside { field[(row * width + column) as usize] } else { level - 1.0 }
    };
    // A line enters a cell through the side in which its stretch of high corners ends, and leaves it through the side
    // in which that stretch begins: there the next cell's stretch ends.
    let mut following = BTreeMap::new();
    for row in -1..height {
        for column in -1..width {
            let corners = [(column, row), (column + 1, row), (column + 1, row + 1), (column, row + 1)];
            let high = corners.map(|corner| value(corner) >= level);
            for last in (0..4).filter(|last| high[*last] && !high[(last + 1) % 4]) {
                let first = (1..4).map(|back| (last + 4 - back) % 4).take_while(|corner| high[*corner]).last();
                let first = first.unwrap_or(last);
                let enters = side(corners[last], corners[(last + 1) % 4]);
                following.insert(enters, side(corners[(first + 3) % 4], corners[first]));
            }
        }
    }
    let point = |(from, to): (Corner, Corner)| {
        let share = (level - value(from)) / (value(to) - value(from));
        let between = |from: isize, to: isize, side: isize| {
            (from as f64 + share * (to - from) as f64).clamp(0.0, (side - 1) as f64)
        };
        [between(from.0, to.0, width), between(from.1, to.1, height)]
    };
    let mut lines = vec![];
    while let Some((_, mut at)) = following.pop_first() {
        let mut line = vec![point(at)];
        while let Some(next) = following.remove(&at) {
            at = next;
            line.push(point(at));
        }
        lines.push(line);
    }
    lines
}

/// The side between two corners, the same from both cells that share it.
fn side(a: Corner, b: Corner) -> (Corner, Corner) {
    (a.min(b), a.max(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a closed line encloses.
    fn size(line: &[[f64; 2]]) -> f64 {
        let next = line.iter().cycle().skip(1);
        line.iter().zip(next).map(|(a, b)| a[0] * b[1] - a[1] * b[0]).sum::<f64>() / 2.0
    }

    #[test]
    fn a_disc_has_one_line_of_the_right_size_and_a_ring_has_two() {
        const SIDE: usize = 41;
        let field = |value: fn(f64) -> f64| -> Vec<f64> {
            let place = |at: usize| at as f64 - 20.0;
            (0..SIDE * SIDE).map(|at| value(place(at % SIDE).hypot(place(at / SIDE)))).collect()
        };
        let disc = areas(&field(|radius| 15.0 - radius), SIDE, 0.0);
        assert_eq!(disc.len(), 1);
        assert!((size(&disc[0]).abs() / (std::f64::consts::PI * 225.0) - 1.0).abs() < 0.01, "{}", size(&disc[0]));
        // The hole is walked around the other way, so that what is filled is the ring.
        let ring = areas(&field(|radius| 5.0 - (radius - 12.0).abs()), SIDE, 0.0);
        assert_eq!(ring.len(), 2);
        assert!(size(&ring[0]) * size(&ring[1]) < 0.0);
    }

    #[test]
    fn a_field_that_is_high_everywhere_is_enclosed_by_its_edge() {
        let lines = areas(&[2.0; 12], 4, 1.0);
        assert_eq!(lines.len(), 1);
        assert!((size(&lines[0]).abs() - 6.0).abs() < 1e-9, "{lines:?}");
        assert!(areas(&[2.0; 12], 4, 3.0).is_empty());
    }
}
