//! A chart, before it is drawn: titles, lines and dots in the plane, and small images.

use crate::image::Image;
use std::ops::Range;

/// A point of the plane.
pub type Point = (f64, f64);

/// Lines and dots with a title, or images with one.
pub struct Chart {
    /// What it shows.
    pub title: String,
    /// The names of the axes.
    pub axes: [&'static str; 2],
    /// What is drawn.
    pub series: Vec<Series>,
    /// Small images, side by side.
    pub images: Vec<Image>,
    /// What could not be drawn, and why; or what there is to say about it.
    pub notes: Vec<String>,
}

/// Something that is drawn in one colour.
pub struct Series {
    /// What it is.
    pub name: String,
    /// Lines, each through its points; a single point is a dot.
    pub lines: Vec<Vec<Point>>,
}

impl Chart {
    /// A chart without anything in it.
    pub fn new(title: &str, axes: [&'static str; 2]) -> Self {
        Self { title: title.to_owned(), axes, series: vec![], images: vec![], notes: vec![] }
    }

    /// Images with a title, or a note that says why there are none.
    pub fn of_images(title: &str, images: Result<Vec<Image>, String>) -> Self {
        let mut chart = Self::new(title, ["", ""]);
        match images {
            Ok(images) => chart.images = images,
            Err(note) => chart.notes.push(note),
        }
        chart
    }

    /// Adds a line.
    pub fn line(&mut self, name: &str, points: Vec<Point>) {
        self.lines(name, vec![points]);
    }

    /// Adds dots.
    pub fn dots(&mut self, name: &str, points: impl IntoIterator<Item = Point>) {
        self.lines(name, points.into_iter().map(|point| vec![point]).collect());
    }

    /// Adds lines that belong together.
    pub fn lines(&mut self, name: &str, lines: Vec<Vec<Point>>) {
        self.series.push(Series { name: name.to_owned(), lines });
    }

    /// Adds what an attempt has given as a line, or a note that says why there is none.
    pub fn attempted(&mut self, name: &str, points: Result<Vec<Point>, String>) {
        match points {
            Ok(points) => self.line(name, points),
            Err(note) => self.notes.push(note),
        }
    }

    /// The part of the plane that holds everything finite, with a little room around it.
    pub fn ranges(&self) -> [Range<f64>; 2] {
        let points = || self.series.iter().flat_map(|series| series.lines.iter().flatten());
        let range = |values: &mut dyn Iterator<Item = f64>| {
            let finite = values.filter(|value| value.is_finite() && value.abs() < 1e12);
            let (least, most) = finite.fold((f64::INFINITY, f64::NEG_INFINITY), |(l, m), v| (l.min(v), m.max(v)));
            if least > most {
                return 0.0..1.0;
            }
            let room = if most > least { 0.04 * (most - least) } else { 1.0 };
            least - room..most + room
        };
        [range(&mut points().map(|point| point.0)), range(&mut points().map(|point| point.1))]
    }
}

/// Evenly spaced numbers, both ends among them.
pub fn steps(range: Range<f64>, count: usize) -> Vec<f64> {
    (0..count).map(|i| range.start + (range.end - range.start) * i as f64 / (count - 1) as f64).collect()
}

/// Round numbers within a range, about `count` of them, to be written along an axis.
pub fn ticks(range: &Range<f64>, count: usize) -> Vec<f64> {
    let rough = (range.end - range.start) / count as f64;
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].map(|factor| factor * power).into_iter().find(|&step| step >= rough);
    let step = step.unwrap_or(10.0 * power);
    let (first, last) = ((range.start / step).ceil() as i64, (range.end / step).floor() as i64);
    // Adding zero makes 0 of −0.
    (first..=last).map(|i| i as f64 * step + 0.0).collect()
}

/// A number of an axis without the noise of its last digits.
pub fn label(value: f64) -> String {
    let text = format!("{value:.4}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".into() } else { text.to_owned() }
}

/// Where a function of the plane takes the value `level`: short lines, one for each cell of a grid that it crosses.
pub fn contour(f: &dyn Fn(f64, f64) -> f64, [x, y]: [Range<f64>; 2], cells: usize, level: f64) -> Vec<Vec<Point>> {
    let (xs, ys) = (steps(x, cells + 1), steps(y, cells + 1));
    let values: Vec<Vec<f64>> = xs.iter().map(|&x| ys.iter().map(|&y| f(x, y) - level).collect()).collect();
    let mut lines = vec![];
    for i in 0..cells {
        for j in 0..cells {
            let corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)];
            let crossings: Vec<Point> = (0..4)
                .filter_map(|side| {
                    let ((a, b), (c, d)) = (corners[side], corners[(side + 1) % 4]);
                    let (from, to) = (values[a][b], values[c][d]);
                    let share = from / (from - to);
                    ((from < 0.0) != (to < 0.0) && share.is_finite())
                        .then(|| (xs[a] + share * (xs[c] - xs[a]), ys[b] + share * (ys[d] - ys[b])))
                })
                .collect();
            lines.extend(crossings.chunks_exact(2).map(<[Point]>::to_vec));
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_within_the_range() {
        assert_eq!(ticks(&(-1.1..2.3), 5), [-1.0, 0.0, 1.0, 2.0]);
        assert_eq!(ticks(&(0.0..0.05), 5), [0.0, 0.01, 0.02, 0.03, 0.04, 0.05]);
        assert_eq!(
            (label(0.30000000000000004).as_str(), label(-0.0).as_str(), label(1200.0).as_str()),
            ("0.3", "0", "1200")
        );
    }

    #[test]
    fn a_contour_of_a_circle_stays_on_the_circle() {
        let circle = contour(&|x, y| x * x + y * y, [-2.0..2.0, -2.0..2.0], 40, 1.0);
        assert!(circle.len() > 40);
        for (x, y) in circle.into_iter().flatten() {
            assert!((x.hypot(y) - 1.0).abs() < 0.01);
        }
    }

    #[test]
    fn what_is_infinite_does_not_stretch_the_chart() {
        let mut chart = Chart::new("t", ["x", "y"]);
        chart.line("a", vec![(0.0, 1.0), (1.0, f64::NAN), (2.0, f64::INFINITY), (3.0, 2.0)]);
        let [_, y] = chart.ranges();
        assert!(y.start > 0.9 && y.end < 2.1);
        assert_eq!(Chart::new("t", ["x", "y"]).ranges(), [0.0..1.0, 0.0..1.0]);
    }
}
