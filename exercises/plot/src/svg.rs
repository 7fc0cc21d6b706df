//! Charts as one SVG, one below the other, which every browser shows.

use crate::chart::{Chart, Point, label, ticks};
use crate::image;
use std::fmt::Write;
use std::ops::Range;

const WIDTH: f64 = 640.0;
/// Of one chart, with its title and its notes.
const HEIGHT: f64 = 400.0;
const LEFT: f64 = 70.0;
const TOP: f64 = 60.0;
const PLOT: (f64, f64) = (540.0, 260.0);

/// Colours that can be told apart also by those who see no red or no green (Okabe and Ito, 2008).
const COLOURS: [&str; 6] = ["#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9"];

/// All charts.
pub fn page(charts: &[Chart]) -> String {
    let (mut parts, mut height) = (String::new(), 0.0);
    for chart in charts {
        let _ = writeln!(parts, "<g transform=\"translate(0 {height})\">");
        height += one(&mut parts, chart);
        parts.push_str("</g>\n");
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"sans-serif\" font-size=\"13\" \
         style=\"max-width:56rem;display:block;margin:auto\">\n<rect width=\"{WIDTH}\" height=\"{height}\" fill=\"white\"/>\n\
         {parts}</svg>\n"
    )
}

/// Draws a chart from the origin down, and returns its height.
fn one(svg: &mut String, chart: &Chart) -> f64 {
    if chart.series.is_empty() && !chart.images.is_empty() {
        text(svg, (LEFT, 22.0), "start", "font-weight=\"bold\"", &chart.title);
        return 36.0 + image::svg(svg, &chart.images, (LEFT, 36.0), WIDTH - LEFT);
    }
    let ranges = chart.ranges();
    let at = |point: Point| place(point, &ranges);
    text(svg, (LEFT, 22.0), "start", "font-weight=\"bold\"", &chart.title);
    for value in ticks(&ranges[0], 8) {
        let (x, _) = at((value, 0.0));
        line(svg, &[(x, TOP), (x, TOP + PLOT.1)], "#dddddd", 1.0);
        text(svg, (x, TOP + PLOT.1 + 17.0), "middle", "", &label(value));
    }
    for value in ticks(&ranges[1], 6) {
        let (_, y) = at((0.0, value));
        line(svg, &[(LEFT, y), (LEFT + PLOT.0, y)], "#dddddd", 1.0);
        text(svg, (LEFT - 7.0, y + 4.0), "end", "", &label(value));
    }
    text(svg, (LEFT + PLOT.0, TOP + PLOT.1 + 34.0), "end", "", chart.axes[0]);
    text(svg, (8.0, TOP - 8.0), "start", "", chart.axes[1]);
    let mut legend = LEFT;
    for (number, series) in chart.series.iter().enumerate() {
        let colour = COLOURS[number % COLOURS.len()];
        text(svg, (legend, 42.0), "start", &format!("fill=\"{colour}\""), &series.name);
        legend += 9.0 * series.name.chars().count() as f64 + 20.0;
        for points in &series.lines {
            match points.as_slice() {
                [point] if inside(*point) => {
                    let (x, y) = at(*point);
                    let _ = writeln!(svg, "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"3.5\" fill=\"{colour}\"/>");
                }
                points => {
                    for part in points.split(|&point| !inside(point)).filter(|part| part.len() > 1) {
                        line(svg, &part.iter().map(|&point| at(point)).collect::<Vec<_>>(), colour, 2.0);
                    }
                }
            }
        }
    }
    for (number, note) in chart.notes.iter().enumerate() {
        text(svg, (LEFT, TOP + PLOT.1 + 52.0 + 17.0 * number as f64), "start", "fill=\"#555555\"", note);
    }
    HEIGHT
}

fn inside((x, y): Point) -> bool {
    x.is_finite() && y.is_finite() && x.abs() < 1e12 && y.abs() < 1e12
}

fn place((x, y): Point, ranges: &[Range<f64>; 2]) -> Point {
    let share = |value: f64, range: &Range<f64>| (value - range.start) / (range.end - range.start);
    (LEFT + PLOT.0 * share(x, &ranges[0]), TOP + PLOT.1 * (1.0 - share(y, &ranges[1])))
}

fn line(svg: &mut String, points: &[Point], colour: &str, width: f64) {
    let points: Vec<String> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
    let points = points.join(" ");
    let _ = writeln!(svg, "<polyline points=\"{points}\" fill=\"none\" stroke=\"{colour}\" stroke-width=\"{width}\"/>");
}

/// Words, with what SVG would take for its own written otherwise.
pub fn text(svg: &mut String, (x, y): Point, anchor: &str, attributes: &str, words: &str) {
    let words = words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;");
    let _ = writeln!(svg, "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"{anchor}\" {attributes}>{words}</text>");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_and_what_is_not_finite_is_left_out() {
        let mut chart = Chart::new("a < b", ["x", "y"]);
        chart.line("line", vec![(0.0, 0.0), (1.0, 1.0), (2.0, f64::NAN), (3.0, 3.0), (4.0, 4.0)]);
        let svg = page(&[chart]);
        assert!(svg.contains("a &lt; b") && !svg.contains("NaN"), "{svg}");
        assert_eq!(svg.matches("stroke-width=\"2\"").count(), 2);
    }
}
