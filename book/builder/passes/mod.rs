//! What is done to a page before mdBook reads it, a module each.
//!
//! | directive or mark                   | pass        | becomes                                                   |
//! |-------------------------------------|-------------|-----------------------------------------------------------|
//! | `{{minutes}}`                       | `minutes`   | the time to read the page                                 |
//! | `{{value hubble.slope}}`            | `values`    | a number from `numbers`                                   |
//! | `{{figure hubble}}` and a paragraph | `figures`   | a figure from `figures`, the paragraph as its caption     |
//! | `{{widget ch01 hubble}}`, the same | `figures`   | a figure from `figures` that a reader can move            |
//! | `{{exercise ch01 t6}}`              | `exercises` | the task's box                                            |
//! | `{{mistakes ch01}}`                 | `mistakes`  | the known mistakes of the chapter, and what the tests say |
//! | `{{output ch01.by_hand}}`           | `outputs`   | what a piece of code in `book/examples/` prints           |
//! | `` $`…`$ ``, a `math` fence         | `math`      | a formula                                                 |
//! | a `rust` fence                      | `code`      | the code that its `{{#include file:anchor}}` names        |
//! | Russian letters                     | `language`  | the same, marked as Russian for a screen reader           |

pub mod code;
pub mod exercises;
pub mod figures;
pub mod language;
pub mod math;
pub mod minutes;
pub mod mistakes;
pub mod outputs;
pub mod values;

use crate::page::Page;
use crate::slots::Slots;
use crate::widgets::Widgets;
use anyhow::Result;
use std::path::Path;
use xtask::course::Course;

/// The names of all directives.
const DIRECTIVES: [&str; 7] = ["exercise", "figure", "minutes", "mistakes", "output", "value", "widget"];

/// All passes over one page. Figures come first, so that their captions can hold numbers and formulas.
pub fn run(root: &Path, course: &Course, page: &mut Page, slots: &mut Slots, widgets: &Widgets) -> Result<()> {
    code::expand(root, page)?;
    minutes::expand(page)?;
    figures::expand(page, slots, widgets)?;
    exercises::check(course, page)?;
    exercises::expand(course, page)?;
    mistakes::expand(root, page)?;
    outputs::expand(page)?;
    values::expand(page)?;
    page.no_directive_left(&DIRECTIVES)?;
    language::mark(page);
    math::expand(page, slots)
}
