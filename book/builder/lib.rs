//! Builds the book: mdBook, with what a course needs added before and after it.
//!
//! | module     | what it does                                                                          |
//! |------------|---------------------------------------------------------------------------------------|
//! | `site`     | the whole build, in order: passes, mdBook, pages finished, links checked, put in place |
//! | `page`     | one Markdown page, whose lines remember where they came from                          |
//! | `spans`    | a line of it, cut into text, code and formulas                                         |
//! | `passes`   | what is done to a page before mdBook reads it, a module each                          |
//! | `numbers`  | the numbers that chapters quote, computed by the reference solutions                  |
//! | `figures`  | the figures that chapters show, drawn from the same                                   |
//! | `examples` | the code that chapters show, which runs here, and whose output they show              |
//! | `widgets`  | the figures that a reader can move: their modules compiled, their scripts put in place |
//! | `answers`  | what their functions answer natively, for a test                                       |
//! | `slots`    | finished HTML that waits outside Markdown until mdBook is done                        |
//! | `html`     | what is done to the pages that mdBook wrote                                           |
//! | `serve`    | the pages on this machine, built again after each change                              |
//! | `copies`   | parts of the course elsewhere, where they can be changed                               |
//! | `sessions` | commands that run in a copy of the course, and what they print, as pages show it      |
//! | `browser`  | the pages in a real browser, which is asked whether everybody can read them           |
//!
//! Nothing in a chapter is typed twice: a number, a figure, a signature, a hint, an output stands in the code, and the
//! chapter names it.

pub mod answers;
pub mod browser;
mod copies;
pub mod examples;
pub mod figures;
pub mod html;
mod nearest;
pub mod numbers;
pub mod page;
pub mod passes;
pub mod serve;
pub mod sessions;
pub mod site;
pub mod slots;
mod spans;
pub mod widgets;
