//! Turns submissions into marks.
//!
//! | step | module |
//! |---|---|
//! | read what was handed in | [`submission`] |
//! | compile it and the tests | [`build`] |
//! | where it does not compile, take out what does not | [`partial_credit`] |
//! | run each test and judge how it ended | [`run_test`] |
//! | the marks that this makes | [`marks`] |
//! | all of it for one submission | [`grade`] |
//! | all of it for a class | [`class`] |
//! | keep marks | [`cache`] (by content), [`results`] (by submission) |
//! | show marks | [`report`] |
//!
//! [`hash`] makes the names under which things are kept.

pub mod build;
pub mod cache;
pub mod class;
pub mod grade;
pub mod hash;
pub mod marks;
pub mod partial_credit;
pub mod report;
pub mod results;
pub mod run_test;
pub mod submission;
