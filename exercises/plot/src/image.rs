//! Small images: digits, weights and tables of counts, side by side.

use crate::svg::text;
use std::fmt::Write;

/// A rectangle of numbers, each drawn as a shade or written as a count.
pub struct Image {
    /// What stands above it.
    pub caption: String,
    /// The numbers, row by row.
    pub rows: Vec<Vec<f64>>,
    /// Whether each number is written, as in a table.
    pub are_counts: bool,
}

impl Image {
    /// An image of shades: dark for ink, and another colour for what is below 0.
    pub fn shades(caption: impl Into<String>, width: usize, values: impl IntoIterator<Item = f64>) -> Self {
        Self { caption: caption.into(), rows: rows(width, values), are_counts: false }
    }

    /// A table of counts.
    pub fn counts(caption: impl Into<String>, width: usize, values: impl IntoIterator<Item = f64>) -> Self {
        Self { are_counts: true, ..Self::shades(caption, width, values) }
    }

    /// The largest number without its sign: what is drawn darkest.
    fn darkest(&self) -> f64 {
        self.rows.iter().flatten().fold(f64::MIN_POSITIVE, |most, value| most.max(value.abs()))
    }

    fn width(&self) -> usize {
        self.rows.first().map_or(0, Vec::len)
    }

    /// How many letters a number takes in the terminal: two make about a square.
    fn letters(&self) -> usize {
        if self.are_counts { 4 } else { 2 }
    }

    fn line(&self, row: &[f64]) -> String {
        let darkest = self.darkest();
        let cell = |&value: &f64| match self.are_counts {
            true if value == 0.0 => "   ·".into(),
            true => format!("{value:>4}"),
            false => shade(value / darkest).to_string().repeat(2),
        };
        row.iter().map(cell).collect()
    }
}

fn rows(width: usize, values: impl IntoIterator<Item = f64>) -> Vec<Vec<f64>> {
    values.into_iter().collect::<Vec<_>>().chunks(width).map(<[f64]>::to_vec).collect()
}

/// From −1 to 1: blocks that are the darker the larger the value, and dashes below 0.
fn shade(value: f64) -> char {
    match value {
        v if v < -0.6 => '=',
        v if v < -0.2 => '-',
        v if v < 0.12 => '·',
        v if v < 0.37 => '░',
        v if v < 0.62 => '▒',
        v if v < 0.87 => '▓',
        _ => '█',
    }
}

/// The images as lines of text, as many side by side as fit.
pub fn lines(images: &[Image], columns: usize) -> Vec<String> {
    let (mut lines, mut rest) = (vec![], images);
    while let Some(first) = rest.first() {
        let wide = |image: &Image| (image.letters() * image.width()).max(image.caption.chars().count());
        let mut used = wide(first);
        let fit = 1 + rest[1..]
            .iter()
            .take_while(|image| {
                used += 3 + wide(image);
                used <= columns
            })
            .count();
        let (side_by_side, others) = rest.split_at(fit);
        let most = side_by_side.iter().map(|image| image.rows.len()).max().unwrap_or(0);
        let across = |line: &dyn Fn(&Image) -> String| {
            let cells = side_by_side.iter().map(|image| format!("{:1$}", line(image), wide(image)));
            cells.collect::<Vec<_>>().join("   ").trim_end().to_owned()
        };
        lines.push(across(&|image| image.caption.clone()));
        lines.extend(
            (0..most).map(|at| across(&|image| image.rows.get(at).map_or(String::new(), |row| image.line(row)))),
        );
        rest = others;
    }
    lines
}

/// The images as parts of an SVG, from the point `(left, top)` on and at most `width` wide; returns the height.
pub fn svg(svg: &mut String, images: &[Image], (left, top): (f64, f64), width: f64) -> f64 {
    let (mut x, mut y, mut tallest) = (0.0, 0.0, 0.0_f64);
    for image in images {
        let pixel = if image.are_counts { 28.0 } else { 10.0 };
        let (wide, high) = (pixel * image.width() as f64, pixel * image.rows.len() as f64);
        if x > 0.0 && x + wide > width {
            (x, y, tallest) = (0.0, y + tallest + 34.0, 0.0);
        }
        tallest = tallest.max(high);
        let (from, down) = (left + x, top + y);
        text(svg, (from, down + 10.0), "start", "", &image.caption);
        for (i, row) in image.rows.iter().enumerate() {
            for (j, value) in row.iter().enumerate() {
                let (px, py) = (from + pixel * j as f64, down + 16.0 + pixel * i as f64);
                let colour = if *value < 0.0 { "#d55e00" } else { "#0072b2" };
                let share = (value.abs() / image.darkest()).min(1.0);
                let _ = writeln!(
                    svg,
                    "<rect x=\"{px}\" y=\"{py}\" width=\"{pixel}\" height=\"{pixel}\" fill=\"{colour}\" fill-opacity=\"{share:.2}\" stroke=\"#dddddd\" stroke-width=\"0.5\"/>"
                );
                if image.are_counts {
                    let ink = if share > 0.5 { "white" } else { "black" };
                    let (tx, ty) = (px + 0.5 * pixel, py + 0.65 * pixel);
                    text(svg, (tx, ty), "middle", &format!("font-size=\"12\" fill=\"{ink}\""), &value.to_string());
                }
            }
        }
        x += wide.max(7.5 * image.caption.chars().count() as f64) + 18.0;
    }
    y + tallest + 34.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn images_stand_side_by_side_as_far_as_they_fit() {
        let one = || Image::shades("a digit", 4, [0.0, 16.0, 4.0, 8.0, -16.0, -4.0, 0.0, 12.0]);
        assert_eq!(
            lines(&[one(), one(), one()], 20),
            ["a digit    a digit", "··██░░▒▒   ··██░░▒▒", "==--··▓▓   ==--··▓▓", "a digit", "··██░░▒▒", "==--··▓▓"]
        );
    }

    #[test]
    fn counts_are_written() {
        assert_eq!(lines(&[Image::counts("right", 2, [7.0, 0.0, 12.0, 180.0])], 40), ["right", "   7   ·", "  12 180"]);
    }
}
