//! What the page of chapter 2 loads.

widgets::module!(widgets::ch02::FUNCTIONS);
