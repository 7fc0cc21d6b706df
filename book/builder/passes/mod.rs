//! What is done to a page before mdBook reads it, a module each.
//!
//! | directive or mark                    | pass        | becomes                                                   |
//! |--------------------------------------|-------------|-----------------------------------------------------------|
//! | `{{time}}`                           | `time`      | how long the chapter takes                                |
//! | `{{value hubble.slope}}`             | `values`    | a number that a chapter's code computes                   |
//! | `{{figure hubble}}` and a paragraph  | `figures`   | a figure, the paragraph as its caption                    |
//! | `{{widget CHAPTER hubble}}`, likewise | `figures`  | a figure that a reader can move                           |
//! | `{{clone}}` and a paragraph            | `clone`     | how to get the course, where its address is known         |
//! | `{{hero CHAPTER}}`, `{{cards}}`, `{{known mistakes}}` | `front`     | what moves on the title page; the chapters                |
//! | `{{exercise CHAPTER t6}}`            | `exercises` | the task's box, with hints and common mistakes            |
//! | `{{output CHAPTER.by_hand}}`         | `outputs`   | what an example, or a program in `libraries/`, prints     |
//! | `> [!NOTE]`, `> [!TIP]`              | `notes`     | the four facts of a chapter; a note in the margin         |
//! | `- [ ]`, `- [x]` after a bold question | `quizzes` | choices, with the reason for the one that is chosen        |
//! | `` $`…`$ ``, a `math` fence          | `math`      | a formula                                                 |
//! | a `rust` or `python` fence           | `code`      | the code that its `{{#include file:anchor}}` names        |
//! | Russian letters                      | `language`  | the same, marked as Russian for a screen reader           |

pub mod clone;
pub mod code;
pub mod exercises;
pub mod figures;
pub mod front;
pub mod language;
pub mod math;
pub mod notes;
pub mod outputs;
pub mod quizzes;
pub mod time;
pub mod values;

use crate::html::orientation::Entry;
use crate::page::Page;
use crate::placeholders::Placeholders;
use crate::site::SiteOptions;
use anyhow::Result;
use std::path::Path;
use xtask::course::Course;

/// The names of all directives.
const DIRECTIVES: [&str; 10] =
    ["cards", "clone", "exercise", "figure", "hero", "known", "output", "time", "value", "widget"];

/// All passes over one page. Figures come early, so that their captions can hold numbers and formulas.
pub fn run(
    root: &Path,
    course: &Course,
    entries: &[Entry],
    page: &mut Page,
    placeholders: &mut Placeholders,
    options: &SiteOptions,
) -> Result<()> {
    let widgets = &options.widgets;
    clone::expand(page, options.repository)?;
    code::expand(root, page)?;
    time::expand(page, entries)?;
    notes::expand(page)?;
    quizzes::expand(page)?;
    front::expand(course, entries, page, placeholders, widgets)?;
    figures::expand(page, placeholders, widgets)?;
    exercises::expand(course, page)?;
    outputs::expand(root, page)?;
    values::expand(page)?;
    page.no_directive_left(&DIRECTIVES)?;
    language::mark(page);
    math::expand(page, placeholders)
}
