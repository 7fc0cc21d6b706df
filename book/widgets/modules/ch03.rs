//! What the page of chapter 3 loads.

widgets::module!(widgets::ch03::FUNCTIONS);
