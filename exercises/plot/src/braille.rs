//! Charts as text: each letter of the Braille block holds two by four dots.

use crate::chart::{Chart, Point, Series, label, ticks};
use std::ops::Range;

/// Rows of letters in a chart.
const ROWS: usize = 12;
/// Columns for the numbers along the y axis.
const MARGIN: usize = 9;
/// A series of dots is drawn with these letters, so that it differs from the others and from lines.
const LETTERS: [char; 4] = ['o', 'x', '+', '*'];

/// A chart of this many columns, with its title, its legend and its notes.
pub fn draw(chart: &Chart, width: usize) -> String {
    let mut lines = vec![chart.title.clone()];
    if !chart.series.is_empty() {
        let columns = width.saturating_sub(MARGIN + 2).max(10);
        let canvas = Canvas::of(chart, columns);
        lines.push(format!("{:>MARGIN$}", chart.axes[1]));
        lines.extend(canvas.rows(chart));
        lines.push(format!("{:MARGIN$}└{}", "", "─".repeat(columns)));
        lines.push(canvas.numbers(chart));
        let marks = chart.series.iter().enumerate().filter_map(|(number, series)| {
            let mark = if is_dots(series) { LETTERS[number % LETTERS.len()] } else { '─' };
            (!series.name.is_empty()).then(|| format!("{mark} {}", series.name))
        });
        lines.push(format!("{:MARGIN$} {}", "", marks.collect::<Vec<_>>().join("   ")));
    }
    lines.extend(crate::image::lines(&chart.images, width));
    lines.extend(chart.notes.iter().map(|note| format!("  {note}")));
    lines.push(String::new());
    lines.join("\n")
}

fn is_dots(series: &Series) -> bool {
    series.lines.iter().all(|line| line.len() == 1)
}

struct Canvas {
    columns: usize,
    ranges: [Range<f64>; 2],
    /// The dots of each letter, as the bits of its place in the Braille block.
    dots: Vec<Vec<u8>>,
    letters: Vec<Vec<Option<char>>>,
}

impl Canvas {
    fn of(chart: &Chart, columns: usize) -> Self {
        let (dots, letters) = (vec![vec![0; columns]; ROWS], vec![vec![None; columns]; ROWS]);
        let mut canvas = Self { columns, ranges: chart.ranges(), dots, letters };
        for (number, series) in chart.series.iter().enumerate() {
            for line in &series.lines {
                if let [point] = line.as_slice() {
                    canvas.letter(*point, LETTERS[number % LETTERS.len()]);
                }
                for ends in line.windows(2) {
                    canvas.line(ends[0], ends[1]);
                }
            }
        }
        canvas
    }

    /// The place of a point, counted in dots from the top left.
    fn place(&self, (x, y): Point) -> Option<(f64, f64)> {
        let share = |value: f64, range: &Range<f64>| (value - range.start) / (range.end - range.start);
        let (x, y) = (share(x, &self.ranges[0]), share(y, &self.ranges[1]));
        let inside = (0.0..=1.0).contains(&x) && (0.0..=1.0).contains(&y);
        inside.then(|| (x * (2 * self.columns - 1) as f64, (1.0 - y) * (4 * ROWS - 1) as f64))
    }

    fn letter(&mut self, point: Point, letter: char) {
        if let Some((x, y)) = self.place(point) {
            self.letters[y.round() as usize / 4][x.round() as usize / 2] = Some(letter);
        }
    }

    fn line(&mut self, from: Point, to: Point) {
        let (Some(from), Some(to)) = (self.place(from), self.place(to)) else { return };
        let count = (to.0 - from.0).abs().max((to.1 - from.1).abs()).ceil().max(1.0) as usize;
        for i in 0..=count {
            let share = i as f64 / count as f64;
            let x = (from.0 + share * (to.0 - from.0)).round() as usize;
            let y = (from.1 + share * (to.1 - from.1)).round() as usize;
            // The block counts its dots down the left column, down the right one, and then along the lowest row.
            let bit = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]][y % 4][x % 2];
            self.dots[y / 4][x / 2] |= bit;
        }
    }

    fn rows(&self, chart: &Chart) -> Vec<String> {
        let mut numbers = vec![String::new(); ROWS];
        for value in ticks(&self.ranges[1], 4) {
            if let Some((_, y)) = self.place((self.ranges[0].start, value)) {
                numbers[y.round() as usize / 4] = label(value);
            }
        }
        debug_assert!(!chart.series.is_empty());
        let row = |row: usize| -> String {
            let dots = self.dots[row].iter().zip(&self.letters[row]);
            dots.map(|(&dots, letter)| letter.unwrap_or(braille(dots))).collect()
        };
        (0..ROWS).map(|at| format!("{:>MARGIN$}│{}", numbers[at], row(at).trim_end())).collect()
    }

    /// The numbers along the x axis, and what they are.
    fn numbers(&self, chart: &Chart) -> String {
        let mut line = vec![' '; self.columns];
        let name: Vec<char> = chart.axes[0].chars().collect();
        let free = self.columns.saturating_sub(name.len() + 1);
        for value in ticks(&self.ranges[0], 6) {
            let text: Vec<char> = label(value).chars().collect();
            let Some((x, _)) = self.place((value, self.ranges[1].start)) else { continue };
            let start = (x.round() as usize / 2).saturating_sub(text.len() / 2);
            if start + text.len() < free {
                line[start..start + text.len()].copy_from_slice(&text);
            }
        }
        let end = self.columns - name.len().min(self.columns);
        line[end..].copy_from_slice(&name[..self.columns - end]);
        format!("{:MARGIN$} {}", "", line.into_iter().collect::<String>().trim_end())
    }
}

fn braille(dots: u8) -> char {
    if dots == 0 { ' ' } else { char::from_u32(0x2800 + u32::from(dots)).unwrap_or(' ') }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_fits_and_a_rising_line_goes_from_bottom_left_to_top_right() {
        let mut chart = Chart::new("Rising", ["x", "y"]);
        chart.line("line", vec![(0.0, 0.0), (10.0, 10.0)]);
        chart.dots("dots", [(5.0, 0.0)]);
        let text = draw(&chart, 60);
        assert!(text.lines().all(|line| line.chars().count() <= 60), "{text}");
        let rows: Vec<&str> = text.lines().filter(|line| line.contains('│')).collect();
        let column = |row: &str| row.chars().skip(MARGIN + 1).position(|letter| letter > '\u{2800}').unwrap();
        assert!(column(rows[0]) > 40 && column(rows[ROWS - 1]) < 10, "{text}");
        assert!(text.contains('x') && text.contains("x dots"), "{text}");
    }

    #[test]
    fn a_chart_without_lines_is_its_title_and_its_notes() {
        let mut chart = Chart::new("Nothing", ["x", "y"]);
        chart.notes.push("○ `f`: not written yet".into());
        assert_eq!(draw(&chart, 60), "Nothing\n  ○ `f`: not written yet\n");
    }
}
