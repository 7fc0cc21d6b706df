//! What is done to the pages that mdBook wrote.

pub mod accessibility;
pub mod links;
pub mod search;
pub mod tags;
