//! The code of chapter 2. Its `println!` writes into the book.

/// The examples of this chapter that print something.
pub const EXAMPLES: [(&str, fn()); 0] = [];
