//! The elements of a drawing, as plotters writes them.

use super::thin::thinned;
use std::fmt::Write;

/// An element of the drawing.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Where it is: name and attributes of its own, or the course of a path.
    pub place: Place,
    /// How it looks: attributes that it may share with others.
    pub look: Vec<(String, String)>,
}

/// Where an element is.
#[derive(Debug, Clone, PartialEq)]
pub enum Place {
    /// What stands in `d`.
    Path(String),
    /// Name and attributes of the tag, and the letters of a text.
    Other { tag: String, letters: Option<String> },
}

/// Attributes that place an element; all others say how it looks.
const PLACING: [&str; 8] = ["x", "y", "dx", "dy", "cx", "cy", "r", "transform"];

/// The elements of what plotters wrote: each is a tag, and one of letters has its end.
pub fn marks(body: &str) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut rest = body;
    while let Some((tag, after)) = rest.find('<').and_then(|at| rest[at + 1..].split_once('>')) {
        rest = after;
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(' ').unwrap_or((tag, ""));
        let mut letters = None;
        if name == "text" {
            let Some((inside, after)) = rest.split_once("</text>") else { break };
            letters = Some(inside.trim().to_string());
            rest = after;
        }
        if !name.starts_with('/') && letters.as_ref().is_none_or(|letters| !letters.is_empty()) {
            marks.push(mark(name, pairs(attributes), letters));
        }
    }
    marks
}

fn pairs(text: &str) -> Vec<(String, String)> {
    let mut parts = text.split('"');
    let mut pairs = Vec::new();
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        pairs.push((name.trim().trim_end_matches('=').to_string(), shortened(value)));
    }
    pairs
}

/// A number with at most three digits after the point.
fn shortened(value: &str) -> String {
    match value.parse::<f64>() {
        Ok(number) if value.contains('.') => ((number * 1000.0).round() / 1000.0).to_string(),
        _ => value.into(),
    }
}

fn mark(name: &str, mut attributes: Vec<(String, String)>, letters: Option<String>) -> Mark {
    let outlined = attributes.iter().any(|(name, value)| name == "stroke" && value != "none");
    attributes.retain(|(name, value)| {
        let says_nothing = name.starts_with("stroke") && !outlined || name == "text-anchor" && value == "start";
        !says_nothing
    });
    let mut take = |wanted: &str| {
        let at = attributes.iter().position(|(name, _)| name == wanted)?;
        Some(attributes.remove(at).1)
    };
    let place = match name {
        "polyline" => take("points").map(|list| Place::Path(course(&thinned(&points(&list)), false))),
        "polygon" => take("points").map(|list| Place::Path(course(&points(&list), true))),
        "line" => {
            let ends = ["x1", "y1", "x2", "y2"].map(|end| take(end).and_then(|value| value.parse().ok()));
            let [x1, y1, x2, y2] = ends.map(Option::unwrap_or_default);
            attributes.insert(0, ("fill".into(), "none".into()));
            Some(Place::Path(course(&[(x1, y1), (x2, y2)], false)))
        }
        "rect" => {
            let sides = ["x", "y", "width", "height"].map(|side| take(side).and_then(|value| value.parse().ok()));
            let [x, y, width, height] = sides.map(Option::unwrap_or_default);
            let corners = [(x, y), (x + width, y), (x + width, y + height), (x, y + height)];
            Some(Place::Path(course(&corners, true)))
        }
        _ => None,
    };
    let place = place.unwrap_or_else(|| {
        let own = attributes.extract_if(.., |(name, _)| PLACING.contains(&name.as_str()));
        let own: String = own.map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
        Place::Other { tag: format!("{name}{own}"), letters }
    });
    Mark { place, look: attributes }
}

fn points(list: &str) -> Vec<(i32, i32)> {
    let pairs = list.split_whitespace().filter_map(|pair| pair.split_once(','));
    pairs.filter_map(|(x, y)| Some((x.parse().ok()?, y.parse().ok()?))).collect()
}

/// The way through the points as a path writes it: from each one to the next.
fn course(points: &[(i32, i32)], closed: bool) -> String {
    let Some(first) = points.first() else { return String::new() };
    let mut out = format!("M{} {}", first.0, first.1);
    let mut letter = 'M';
    for pair in points.windows(2) {
        let (dx, dy) = (pair[1].0 - pair[0].0, pair[1].1 - pair[0].1);
        let (next, numbers) = match (dx, dy) {
            (_, 0) => ('h', vec![dx]),
            (0, _) => ('v', vec![dy]),
            _ => ('l', vec![dx, dy]),
        };
        if next != letter {
            out.push(next);
            letter = next;
        }
        for number in numbers {
            // A minus sets numbers apart, and so does a letter.
            if number >= 0 && out.ends_with(|c: char| c.is_ascii_digit()) {
                out.push(' ');
            }
            let _ = write!(out, "{number}");
        }
    }
    if closed {
        out.push('z');
    }
    out
}
