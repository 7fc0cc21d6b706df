//! The same picture in fewer bytes: plotters writes each attribute at each element, and each point of a curve.
//!
//! A reader loads all figures of a chapter with its page, so what says nothing is left out: points that no eye can tell
//! from the line between their neighbours, attributes that the elements before have too, letters that are none.

mod marks;
mod thin;

use marks::{Mark, Place, marks};
use std::fmt::Write;

/// A drawing, apart from its first tag.
pub struct Lean {
    /// What holds for the whole drawing: attributes for its first tag, with a space in front.
    pub attributes: String,
    /// Its elements and the closing tag.
    pub body: String,
}

/// Makes the drawing lean. `body` is what plotters wrote behind its first tag.
pub fn lean(body: &str) -> Lean {
    let mut marks = join(marks(body));
    let mut attributes = String::new();
    for name in ["font-family", "font-size"] {
        let mut values: Vec<&String> = marks.iter().filter_map(|mark| look(mark, name)).collect();
        values.sort_unstable();
        let Some(usual) = values.chunk_by(|a, b| a == b).max_by_key(|same| same.len()).map(|same| same[0].to_string())
        else {
            continue;
        };
        let _ = write!(attributes, " {name}=\"{usual}\"");
        for mark in &mut marks {
            mark.look.retain(|(known, value)| known != name || *value != usual);
        }
    }
    let mut out = String::from("\n");
    for group in marks.chunk_by(|a, b| a.look == b.look) {
        let look: String = group[0].look.iter().map(|(name, value)| format!(" {name}=\"{value}\"")).collect();
        match group {
            [mark] => out.push_str(&write(mark, &look)),
            marks if look.is_empty() => marks.iter().for_each(|mark| out.push_str(&write(mark, ""))),
            marks => {
                let _ = writeln!(out, "<g{look}>");
                marks.iter().for_each(|mark| out.push_str(&write(mark, "")));
                out.push_str("</g>\n");
            }
        }
    }
    Lean { attributes, body: out + "</svg>\n" }
}

fn write(mark: &Mark, look: &str) -> String {
    match &mark.place {
        Place::Path(course) => format!("<path{look} d=\"{course}\"/>\n"),
        Place::Other { tag, letters: Some(letters) } => format!("<{tag}{look}>{letters}</text>\n"),
        Place::Other { tag, letters: None } => format!("<{tag}{look}/>\n"),
    }
}

fn look<'a>(mark: &'a Mark, name: &str) -> Option<&'a String> {
    mark.look.iter().find(|(known, _)| known == name).map(|(_, value)| value)
}

/// Neighbours that look the same become one path: lines, and the cells of a map. Both look the same drawn at once, since
/// lines are opaque and cells do not overlap. A line also passes letters of its colour, as between the marks of an axis.
fn join(marks: Vec<Mark>) -> Vec<Mark> {
    let mut joined: Vec<Mark> = Vec::with_capacity(marks.len());
    for mark in marks {
        let is_line = look(&mark, "fill").is_some_and(|fill| fill == "none") && look(&mark, "opacity").is_none();
        let may_join = is_line || look(&mark, "shape-rendering").is_some();
        let colour = look(&mark, "stroke");
        let passes = |other: &Mark| {
            matches!(&other.place, Place::Other { letters: Some(_), .. }) && look(other, "fill") == colour
        };
        let before = joined.iter_mut().rev().find(|other| !passes(other));
        match (before, &mark.place) {
            (Some(Mark { place: Place::Path(before), look }), Place::Path(course))
                if may_join && *look == mark.look =>
            {
                before.push_str(course);
            }
            _ => joined.push(mark),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_look_the_same_become_one_path() {
        let line = |points: &str| format!("<polyline fill=\"none\" stroke=\"#010101\" points=\"{points} \"/>\n");
        let Lean { body, .. } = lean(&format!("{}{}</svg>", line("1,2 5,2 5,-9"), line("8,8 9,4 11,3")));
        assert_eq!(body, "\n<path fill=\"none\" stroke=\"#010101\" d=\"M1 2h4v-11M8 8l1-4 2-1\"/>\n</svg>\n");
    }

    #[test]
    fn a_line_passes_letters_of_its_colour_and_no_others() {
        let body = |fill: &str| {
            lean(&format!(
                "<line stroke=\"a\" x1=\"1\" y1=\"2\" x2=\"3\" y2=\"2\"/><text x=\"9\" fill=\"{fill}\">\nb\n</text>\
                 <line stroke=\"a\" x1=\"1\" y1=\"4\" x2=\"1\" y2=\"6\"/></svg>"
            ))
            .body
        };
        assert!(body("a").contains("d=\"M1 2h2M1 4v2\""), "{}", body("a"));
        assert_eq!(body("b").matches("<path").count(), 2);
    }

    #[test]
    fn letters_share_their_look_and_empty_ones_go() {
        let text = |x: i32, letters: &str| {
            format!(
                "<text x=\"{x}\" y=\"2\" text-anchor=\"middle\" font-size=\"67.7419\" fill=\"a\">\n{letters}\n</text>\n"
            )
        };
        let Lean { attributes, body } = lean(&format!("{}{}{}</svg>", text(1, "α &lt; β"), text(2, ""), text(3, "c")));
        assert_eq!(attributes, " font-size=\"67.742\"");
        assert_eq!(
            body,
            "\n<g text-anchor=\"middle\" fill=\"a\">\n<text x=\"1\" y=\"2\">α &lt; β</text>\n<text x=\"3\" \
             y=\"2\">c</text>\n</g>\n</svg>\n"
        );
    }

    #[test]
    fn cells_are_joined_and_filled_shapes_that_may_overlap_are_not() {
        let cell = |x: i32, more: &str| {
            format!(
                "<rect x=\"{x}\" y=\"0\" width=\"2\" height=\"3\" opacity=\"0.5\" fill=\"a\"{more} stroke=\"none\"/>\n"
            )
        };
        let crisp = " shape-rendering=\"crispEdges\"";
        let Lean { body, .. } = lean(&format!("{}{}</svg>", cell(0, crisp), cell(2, crisp)));
        assert!(body.contains("d=\"M0 0h2v3h-2zM2 0h2v3h-2z\"") && !body.contains("stroke"), "{body}");
        let Lean { body, .. } = lean(&format!("{}{}</svg>", cell(0, ""), cell(2, "")));
        assert_eq!(body.matches("<path").count(), 2);
    }

    #[test]
    fn a_circle_keeps_its_place_and_loses_an_outline_that_is_none() {
        let circle = "<circle cx=\"1\" cy=\"2\" r=\"3\" fill=\"a\" stroke=\"none\" stroke-width=\"1\"/>";
        assert_eq!(lean(circle).body, "\n<circle cx=\"1\" cy=\"2\" r=\"3\" fill=\"a\"/>\n</svg>\n");
    }
}
