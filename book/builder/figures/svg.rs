//! The backend that plotters draws on: SVG as small as it can be written, since a reader loads all figures of a page
//! with it. plotters' own backend writes each attribute at each element; with it a chapter is sent with 4 kB more.

use super::path;
use super::symbols::{Piece, pieces};
use plotters_backend::text_anchor::{HPos, VPos};
use plotters_backend::{BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind};
use std::convert::Infallible;
use std::fmt::Write;

type Drawn = Result<(), DrawingErrorKind<Infallible>>;

/// How a colour of the drawing is written.
pub struct Paint {
    pub colour: &'static str,
    pub texture: Texture,
}

/// What besides its colour tells a line or an area from others.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Texture {
    Plain,
    /// Lines are dashed.
    Dashes,
    /// Areas are cells of a map, which touch and do not overlap.
    Cell,
    /// Areas are parts of one level of a field. The levels lie upon each other, each as opaque as the style sheet says.
    Level {
        number: u8,
        opacity: &'static str,
    },
}

/// The colours of a drawing, on a page or in a file.
#[derive(Clone, Copy)]
pub struct Paints {
    pub paint: fn(BackendColor) -> Paint,
    /// The colour of a symbol; none for letters that have none.
    pub symbol: fn(&str) -> Option<BackendColor>,
    /// The background, which keeps dots apart and letters readable.
    pub paper: Option<&'static str>,
}

/// Writes elements into a string. Text has no font of its own: the `<svg>` element around it has.
pub struct Svg<'a> {
    elements: &'a mut String,
    size: (u32, u32),
    paints: Paints,
    /// Texture, attributes and course of a path that the next one may continue.
    open: Option<(Texture, String, String)>,
}

impl<'a> Svg<'a> {
    /// Draws into `elements`. `paints` says what the colours of the drawing become.
    pub fn new(elements: &'a mut String, size: (u32, u32), paints: Paints) -> Self {
        Svg { elements, size, paints, open: None }
    }

    fn paint(&self, colour: BackendColor) -> Paint {
        (self.paints.paint)(colour)
    }

    /// A path without an area.
    fn stroke(&mut self, points: impl IntoIterator<Item = BackendCoord>, style: &impl BackendStyle) {
        let Paint { colour, texture } = self.paint(style.color());
        let mut look = format!("fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"", style.stroke_width());
        if texture == Texture::Dashes {
            look += " stroke-linecap=\"butt\" stroke-dasharray=\"24 20\"";
        }
        look += &opacity(style);
        // Drawn at once, opaque lines of one style look the same.
        self.path(texture, look, &path::curve(&points.into_iter().collect::<Vec<_>>()), style.color().alpha >= 1.0);
    }

    /// An area without an outline.
    fn fill(&mut self, points: impl IntoIterator<Item = BackendCoord>, style: &impl BackendStyle) {
        let Paint { colour, texture } = self.paint(style.color());
        let mut look = format!("fill=\"{colour}\"{}", opacity(style));
        match texture {
            Texture::Cell => look += " shape-rendering=\"crispEdges\"",
            Texture::Level { opacity, .. } => look += &format!(" fill-opacity=\"{opacity}\""),
            Texture::Plain | Texture::Dashes => {}
        }
        let apart = matches!(texture, Texture::Plain | Texture::Dashes);
        self.path(texture, look, &(path::polygon(&points.into_iter().collect::<Vec<_>>()) + "z"), !apart);
    }

    fn path(&mut self, texture: Texture, look: String, course: &str, may_continue: bool) {
        match &mut self.open {
            Some((drawn, known, open)) if may_continue && *drawn == texture && *known == look => open.push_str(course),
            _ => {
                self.close_path();
                self.open = Some((texture, look, course.into()));
            }
        }
    }

    fn close_path(&mut self) {
        if let Some((_, look, course)) = self.open.take() {
            let _ = writeln!(self.elements, "<path {look} d=\"{course}\"/>");
        }
    }
}

/// With at most three digits; nothing if there is nothing to see through.
fn opacity(style: &impl BackendStyle) -> String {
    let alpha = (style.color().alpha * 1000.0).round() / 1000.0;
    if alpha < 1.0 { format!(" opacity=\"{alpha}\"") } else { String::new() }
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        self.size
    }

    fn ensure_prepared(&mut self) -> Drawn {
        Ok(())
    }

    fn present(&mut self) -> Drawn {
        self.close_path();
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Drawn {
        self.draw_rect((x, y), (x + 1, y + 1), &colour, true)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Drawn {
        self.stroke([from, to], style);
        Ok(())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.stroke(path, style);
        Ok(())
    }

    fn draw_rect<S: BackendStyle>(
        &mut self,
        (left, top): BackendCoord,
        (right, bottom): BackendCoord,
        style: &S,
        fill: bool,
    ) -> Drawn {
        let corners = [(left, top), (right, top), (right, bottom), (left, bottom)];
        if fill {
            self.fill(corners, style);
        } else {
            self.stroke(corners.into_iter().chain([(left, top)]), style);
        }
        Ok(())
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Drawn {
        self.fill(path, style);
        Ok(())
    }

    fn draw_circle<S: BackendStyle>(&mut self, (x, y): BackendCoord, radius: u32, style: &S, fill: bool) -> Drawn {
        self.close_path();
        let colour = self.paint(style.color()).colour;
        let look = match (fill, self.paints.paper) {
            // Dots that overlap are told apart by the rim that the style sheet gives them.
            (true, Some(_)) => format!("class=\"nn-dot\" fill=\"{colour}\""),
            (true, None) => format!("fill=\"{colour}\""),
            (false, paper) => {
                let inside = paper.unwrap_or("none");
                format!("fill=\"{inside}\" stroke=\"{colour}\" stroke-width=\"{}\"", style.stroke_width())
            }
        };
        let opacity = opacity(style);
        let _ = writeln!(self.elements, "<circle {look}{opacity} r=\"{radius}\" cx=\"{x}\" cy=\"{y}\"/>");
        Ok(())
    }

    fn draw_text<S: BackendTextStyle>(&mut self, text: &str, style: &S, (x, y): BackendCoord) -> Drawn {
        if text.is_empty() {
            return Ok(());
        }
        self.close_path();
        let anchor = match style.anchor().h_pos {
            HPos::Left => "",
            HPos::Center => " text-anchor=\"middle\"",
            HPos::Right => " text-anchor=\"end\"",
        };
        let dy = match style.anchor().v_pos {
            VPos::Top => "0.76em",
            VPos::Center => "0.5ex",
            VPos::Bottom => "-0.5ex",
        };
        let colour = self.paint(style.color()).colour;
        let text: String = pieces(text).iter().map(|piece| self.letters(piece)).collect();
        let _ =
            writeln!(self.elements, "<text fill=\"{colour}\"{anchor} dy=\"{dy}\" x=\"{x}\" y=\"{y}\">{text}</text>");
        Ok(())
    }
}

impl Svg<'_> {
    fn letters(&self, piece: &Piece) -> String {
        match piece {
            Piece::Words(words) => words.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;"),
            Piece::Symbol(letter) => {
                let colour = (self.paints.symbol)(letter).map(|colour| self.paint(colour).colour);
                let fill = colour.map(|colour| format!(" fill=\"{colour}\"")).unwrap_or_default();
                format!("<tspan font-style=\"italic\"{fill}>{letter}</tspan>")
            }
            Piece::Plain(letter) => format!("<tspan font-style=\"italic\">{letter}</tspan>"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLACK: BackendColor = BackendColor { alpha: 1.0, rgb: (0, 0, 0) };

    fn drawn(draw: impl Fn(&mut Svg)) -> String {
        let mut elements = String::new();
        let paint = |colour: BackendColor| Paint {
            colour: "black",
            texture: if colour.rgb.0 == 0 {
                Texture::Cell
            } else {
                Texture::Level { number: colour.rgb.0, opacity: "½" }
            },
        };
        let paints = Paints { paint, symbol: |_| None, paper: None };
        let mut svg = Svg::new(&mut elements, (9, 9), paints);
        draw(&mut svg);
        svg.present().unwrap();
        elements
    }

    #[test]
    fn lines_of_one_style_become_one_path_and_others_do_not() {
        let lines = |second: BackendColor| {
            drawn(|svg| {
                svg.draw_path([(1, 2), (5, 2), (5, -9)], &BLACK).unwrap();
                svg.draw_line((8, 8), (9, 4), &second).unwrap();
            })
        };
        let look = "<path fill=\"none\" stroke=\"black\" stroke-width=\"1\"";
        assert_eq!(lines(BLACK), format!("{look} d=\"M1 2h4v-11M8 8l1-4\"/>\n"));
        assert!(lines(BLACK.mix(0.51234)).ends_with(&format!("{look} opacity=\"0.512\" d=\"M8 8l1-4\"/>\n")));
    }

    #[test]
    fn cells_of_a_map_become_one_path() {
        let cells = drawn(|svg| {
            svg.draw_rect((0, 0), (2, 3), &BLACK, true).unwrap();
            svg.draw_rect((4, 0), (6, 3), &BLACK, true).unwrap();
        });
        assert_eq!(cells, "<path fill=\"black\" shape-rendering=\"crispEdges\" d=\"M0 0h2v3h-2zM4 0h2v3h-2z\"/>\n");
    }
    #[test]
    fn a_level_is_one_path_and_the_next_one_lies_upon_it() {
        let level = |number| BackendColor { alpha: 1.0, rgb: (number, 0, 0) };
        let levels = drawn(|svg| {
            for (number, left) in [(1, 0), (1, 5), (2, 1)] {
                svg.fill_polygon([(left, 0), (left + 2, 0), (left, 2)], &level(number)).unwrap();
            }
        });
        let look = "<path fill=\"black\" fill-opacity=\"½\"";
        assert_eq!(levels, format!("{look} d=\"M0 0h2l-2 2zM5 0h2l-2 2z\"/>\n{look} d=\"M1 0h2l-2 2z\"/>\n"));
    }
}
