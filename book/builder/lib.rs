//! Builds the book: mdBook, with what a course needs added before and after it.
//!
//! | module           | what it does                                                                           |
//! |------------------|----------------------------------------------------------------------------------------|
//! | `site`           | the whole build, in order                                                              |
//! | `page`           | one Markdown page, whose lines remember where they came from                           |
//! | `passes`         | what is done to a page before mdBook reads it, a module each                           |
//! | `placeholders`   | finished HTML that mdBook must not see                                                 |
//! | `html`           | what is done to the pages that mdBook wrote                                            |
//! | `chapter`        | what a chapter's folder in `book/src/` contributes                                     |
//! | `chapters`       | all of these folders, collected                                                        |
//! | `values`         | numbers as pages quote them                                                            |
//! | `figures`        | figures, and what they are drawn with                                                  |
//! | `widgets`        | the figures that a reader can move: compiled to WebAssembly, put into the pages        |
//! | `native_calls`   | what their functions answer natively, for a test                                       |
//! | `libraries`      | programs that use other libraries, and what they print, as pages show it               |
//! | `transcripts`    | commands that run in a copy of the course, and what they print, as pages show it       |
//! | `workspace_copy` | part of the course as a workspace of its own                                           |
//! | `serve`          | the pages on this machine, built again after each change                               |
//! | `browser`        | the pages in a real browser, for accessibility and the like                            |
//! | `files`          | folders, files and cargo                                                               |
//! | `nearest`        | the names nearest to a mistyped one                                                    |
//!
//! Nothing in a chapter is typed twice: numbers, figures, signatures, hints and outputs come from code, and pages name
//! them.

// Documentation is for what students and authors use; nothing depends on this library but its own program and tests.
#![allow(missing_docs)]

pub mod browser;
pub mod chapter;
pub mod chapters;
pub mod figures;
pub mod files;
pub mod html;
pub mod libraries;
pub mod native_calls;
mod nearest;
pub mod page;
pub mod passes;
pub mod placeholders;
pub mod serve;
pub mod site;
pub mod transcripts;
pub mod values;
pub mod widgets;
mod workspace_copy;
