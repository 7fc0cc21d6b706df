//! How the marks of a class are spread: a dot for each submission, one upon the other where marks are alike.

use maud::{Markup, html};

/// Width of the drawing, and the height of its tallest column, in pixels.
const SIZE: (f64, f64) = (400.0, 70.0);
/// How many columns there are.
const COLUMNS: usize = 30;
/// From dot to dot, where there is room.
const STEP: f64 = 9.0;

/// The mark that half of the submissions have or exceed.
pub fn median(marks: &[u32]) -> u32 {
    let mut sorted = marks.to_vec();
    sorted.sort_unstable();
    sorted.get(sorted.len() / 2).copied().unwrap_or_default()
}

/// How many marks lie in each column.
fn columns(marks: &[u32], most: u32) -> [usize; COLUMNS] {
    let mut columns = [0; COLUMNS];
    for mark in marks {
        let column = (*mark as usize * COLUMNS) / (most.max(1) as usize + 1);
        columns[column.min(COLUMNS - 1)] += 1;
    }
    columns
}

/// The drawing, of points from 0 to `most`.
pub fn spread(marks: &[u32], most: u32) -> Markup {
    let (width, height) = SIZE;
    let columns = columns(marks, most);
    let tallest = columns.iter().copied().max().unwrap_or_default().max(1);
    let step = STEP.min(height / tallest as f64);
    let middle = median(marks);
    let at = |points: u32| f64::from(points) / f64::from(most.max(1)) * width;
    html! {
        svg.strip viewBox=(format!("-8 -24 {} {}", width + 16.0, height + 56.0)) role="img"
            aria-label=(format!("How the marks are spread, from 0 to {most} points: half of the submissions have {middle} or more.")) {
            @for (column, count) in columns.iter().enumerate().filter(|(_, count)| **count > 0) {
                // A line of dots is one element, however many there are.
                path.dots stroke-width=(format!("{:.1}", step * 0.84)) stroke-dasharray=(format!("0 {step:.2}"))
                    d=(format!("M{:.1} {:.1}v{:.2}", (column as f64 + 0.5) * width / COLUMNS as f64, height - step / 2.0,
                        -(step * (count - 1) as f64) - 0.01)) {}
            }
            path d=(format!("M0 {0:.1}H{width}M0 {0:.1}v5M{width} {0:.1}v5", height + 6.0)) {}
            text y=(height + 28.0) text-anchor="middle" { "0" }
            text x=(width) y=(height + 28.0) text-anchor="middle" { (most) }
            path stroke-dasharray="1 4" d=(format!("M{:.1} -6V{:.1}", at(middle), height + 6.0)) {}
            text x=(format!("{:.1}", at(middle))) y="-11" text-anchor=(if at(middle) > width / 2.0 { "end" } else { "start" }) {
                "half have " (middle) " or more"
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_submission_is_in_a_column_and_equal_marks_share_one() {
        let marks = [0, 0, 13, 50, 50, 50];
        let columns = columns(&marks, 50);
        assert_eq!(columns.iter().sum::<usize>(), marks.len());
        assert_eq!((columns[0], columns[COLUMNS - 1]), (2, 3));
        assert_eq!(median(&marks), 50);
        assert_eq!((median(&[]), median(&[3, 1, 2])), (0, 2));
    }

    #[test]
    fn a_column_is_as_high_as_the_drawing_at_most() {
        let drawn = spread(&[7; 500], 50).into_string();
        assert_eq!(drawn.matches("class=\"dots\"").count(), 1);
        assert!(drawn.contains("stroke-dasharray=\"0 0.14\""), "{drawn}");
    }
}
