//! What is done to the pages that mdBook wrote.

pub mod accessibility;
pub mod icons;
pub mod links;
pub mod orientation;
pub mod paper;
pub mod quizzes;
pub mod repository;
pub mod search;
pub mod small;
pub mod tags;
