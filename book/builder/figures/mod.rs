//! The figures that chapters show, drawn from the reference solutions each time the book is built, so that none can be
//! out of date.

mod ch01;
mod ch02;
mod ch03;
mod ch04;
mod ch05;
mod ch06;
mod introduction;
mod lean;
mod paint;
mod title;

use anyhow::{Context, Result, bail};
use lean::{Lean, lean};
use paint::Canvas;
use plotters::prelude::{IntoDrawingArea, SVGBackend};
use std::fs;
use std::path::Path;

/// A figure by name.
pub struct Figure {
    /// What `{{figure NAME}}` calls it.
    pub name: &'static str,
    /// What it shows, in a few words.
    pub title: &'static str,
    /// What can be seen in it, for those who do not see it.
    pub describe: fn() -> String,
    /// Width and height in units; 480 wide, so that the letters can be read on a narrow screen.
    pub size: (u32, u32),
    /// Draws it.
    pub draw: fn(&Canvas) -> Result<()>,
}

/// The figure that is kept as a file, for the front page of the repository, and where it is kept.
pub const KEPT: (&str, &str) = ("hubble", "book/src/figures/hubble.svg");

/// All figures of all chapters.
pub fn all() -> Vec<Figure> {
    let chapters = [ch01::figures, ch02::figures, ch03::figures, ch04::figures, ch05::figures, ch06::figures];
    [title::figures, introduction::figures].into_iter().chain(chapters).flat_map(|figures| figures()).collect()
}

impl Figure {
    /// The figure as a part of a page, in the page's colours. `id` must be its own on the page.
    pub fn for_page(&self, id: &str) -> Result<String> {
        let attributes = format!(" class=\"nn-svg\" role=\"img\" aria-labelledby=\"{id}-title {id}-desc\"");
        self.svg(&attributes, id, paint::for_page)
    }

    /// The figure as a file, in colours that can be read on light and on dark.
    pub fn as_file(&self) -> Result<String> {
        self.svg(" role=\"img\"", "figure", paint::for_file)
    }

    fn svg(&self, attributes: &str, id: &str, paint: fn(&str) -> String) -> Result<String> {
        let [width, height] = [self.size.0, self.size.1].map(|side| side * paint::UNIT.unsigned_abs());
        let mut svg = String::new();
        {
            let canvas = SVGBackend::with_string(&mut svg, (width, height)).into_drawing_area();
            (self.draw)(&canvas).with_context(|| format!("drawing the figure `{}`", self.name))?;
            canvas.present()?;
        }
        let Some(end) = svg.find('>') else { bail!("the figure `{}` is empty", self.name) };
        let Lean { attributes: shared, body } = lean(&paint(&svg[end + 1..]));
        Ok(format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\"{attributes}{shared}>\n\
             <title id=\"{id}-title\">{}</title>\n<desc id=\"{id}-desc\">{}</desc>{body}",
            self.title,
            (self.describe)()
        ))
    }
}

/// What the file of the figure that is kept should hold.
pub fn kept() -> Result<String> {
    let figure = all().into_iter().find(|figure| figure.name == KEPT.0);
    figure.with_context(|| format!("no figure is called `{}`", KEPT.0))?.as_file()
}

/// Writes the figure that is kept as a file, and says whether that changed it.
pub fn renew(root: &Path) -> Result<bool> {
    let (file, new) = (root.join(KEPT.1), kept()?);
    if fs::read_to_string(&file).is_ok_and(|old| old == new) {
        return Ok(false);
    }
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    fs::write(&file, new).with_context(|| format!("writing {}", KEPT.1))?;
    Ok(true)
}
