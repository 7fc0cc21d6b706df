//! What the page of chapter 1 loads.

widgets::module!(widgets::ch01::FUNCTIONS);
