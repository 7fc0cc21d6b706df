//! What the page of chapter 6 loads.

widgets::module!(widgets::ch06::FUNCTIONS);
