//! What the page of chapter 4 loads.

widgets::module!(widgets::ch04::FUNCTIONS);
