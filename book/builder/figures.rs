//! A figure: drawn with plotters from the reference solutions each time the book is built, so it is never out of date.

pub mod card;
pub mod diagram;
pub mod drawing;
pub mod field;
mod path;
pub mod pixels;
mod simplify;
mod svg;
mod symbols;

use anyhow::{Context, Result};
use drawing::{Canvas, FONT, IN_FILE, ON_PAGE, UNIT};
use plotters::prelude::IntoDrawingArea;
use std::fs;
use std::path::Path;
use svg::{Paints, Svg};

/// A figure that pages show by its name.
pub struct Figure {
    /// What `{{figure NAME}}` calls it.
    pub name: &'static str,
    /// What it shows, in a few words.
    pub title: &'static str,
    /// A description for screen readers.
    pub describe: fn() -> String,
    /// Width and height in units; 480 wide, so that the letters can be read on a narrow screen.
    pub size: (u32, u32),
    /// Draws it.
    pub draw: fn(&Canvas) -> Result<()>,
}

/// The figure that is kept as a file, for the README, and the file.
pub const KEPT: (&str, &str) = ("hubble", "book/src/figures/hubble.svg");

impl Figure {
    /// The figure as a part of a page, in the page's colours. `id` must be unique on the page.
    pub fn for_page(&self, id: &str) -> Result<String> {
        let attributes = format!(" class=\"nn-svg\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\"");
        self.svg(&attributes, id, ON_PAGE)
    }

    /// The figure as a file, in colours that can be read on light and on dark.
    pub fn as_file(&self) -> Result<String> {
        self.svg(" role=\"img\"", "figure", IN_FILE)
    }

    fn svg(&self, attributes: &str, id: &str, paints: Paints) -> Result<String> {
        let [width, height] = [self.size.0, self.size.1].map(|side| side * UNIT.unsigned_abs());
        let mut elements = String::new();
        {
            let canvas = Svg::new(&mut elements, (width, height), paints).into_drawing_area();
            (self.draw)(&canvas).with_context(|| format!("drawing the figure `{}`", self.name))?;
            canvas.present()?;
        }
        Ok(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" {FONT}{attributes}>\n\
             <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>\n{elements}</svg>\n",
            self.title,
            (self.describe)(),
        ))
    }
}

/// What the file of the kept figure should hold.
pub fn kept(all: &[Figure]) -> Result<String> {
    let figure = all.iter().find(|figure| figure.name == KEPT.0);
    figure.with_context(|| format!("no figure is called `{}`", KEPT.0))?.as_file()
}

/// Writes the kept figure into its file, and says whether that changed it.
pub fn update_kept(root: &Path, all: &[Figure]) -> Result<bool> {
    let (file, new) = (root.join(KEPT.1), kept(all)?);
    if fs::read_to_string(&file).is_ok_and(|old| old == new) {
        return Ok(false);
    }
    fs::write(&file, new).with_context(|| format!("writing {}", KEPT.1))?;
    Ok(true)
}
