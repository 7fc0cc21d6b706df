//! What the folder of a chapter in `book/src/` contributes besides its pages.

use crate::figures::Figure;
use crate::figures::drawing::Canvas;
use crate::transcripts::Transcript;
use crate::values::Values;
use anyhow::Result;
use widget_abi::Functions;

/// The `CODE` of a chapter's `mod.rs`.
pub struct ChapterCode {
    /// Numbers for `{{value NAME}}`.
    pub values: Option<fn() -> &'static Values>,
    /// Figures for `{{figure NAME}}` and `{{widget CHAPTER NAME}}`.
    pub figures: fn() -> Vec<Figure>,
    /// Functions for `{{output CHAPTER.NAME}}`, with that name; what they print goes to the page.
    pub examples: &'static [(&'static str, fn())],
    /// What the script of its moving figure calls.
    pub widget: Option<Functions>,
    /// What `widget.rs` finds in a page as `data.txt` beside it: computed when the book is built, since a page would
    /// take too long.
    pub widget_data: Option<fn() -> &'static str>,
    /// A small drawing for its card on the title page, 160 units wide and 100 high, with no words in it.
    pub card: Option<fn(&Canvas) -> Result<()>>,
    /// What moves on the title page, for `{{hero CHAPTER}}`; a script `hero.js` moves it.
    pub hero: Option<fn() -> Hero>,
    /// What `book test` makes of the chapter for its student in the middle of the course.
    pub trial: Trial,
    /// Commands whose output pages show.
    pub transcripts: &'static [Transcript],
    /// What each program in `libraries/` prints.
    pub libraries: &'static [Reference],
}

/// A program in `libraries/` by its name, and the numbers that the reference has for those that it prints.
pub type Reference = (&'static str, fn() -> Vec<f64>);

impl ChapterCode {
    /// For `..ChapterCode::NONE`.
    pub const NONE: Self = Self {
        values: None,
        figures: Vec::new,
        examples: &[],
        widget: None,
        widget_data: None,
        card: None,
        hero: None,
        trial: Trial::SOLVED,
        transcripts: &[],
        libraries: &[],
    };
}

/// The drawing of the title page as it stands still.
pub struct Hero {
    pub svg: String,
    /// What its script says of it as soon as it moves.
    pub said: String,
    /// What the script starts from.
    pub start: Vec<f64>,
}

/// The code of the simulated student in one chapter, and what the note below the moving figure must say of it.
pub struct Trial {
    pub work: Work,
    /// A regular expression for the note.
    pub note: &'static str,
}

/// How far the student got.
pub enum Work {
    /// All stubs are as they came.
    Untouched,
    /// All stubs are solved.
    Solved,
    /// All stubs are solved, but for a function of this file, which is replaced by this one.
    SolvedBut {
        /// From the chapter's package, such as `src/sigmoids.rs`.
        file: &'static str,
        /// The function.
        function: &'static str,
    },
}

impl Trial {
    /// The figure moves and has nothing to complain of.
    pub const SOLVED: Self = Self { work: Work::Solved, note: "^$" };
}
