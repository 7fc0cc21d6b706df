//! What the page of chapter 5 loads.

widgets::module!(widgets::ch05::FUNCTIONS);
