//! Spoilers: wrong ways to write each function of chapter 5, and the inputs that tell them apart. The tests use them to
//! name a mistake. They are a package of their own so that an edit does not compile them again.

/// What the chapter is given.
#[path = "../src/given.rs"]
pub mod given;
pub mod t1_step;
pub mod t2_descend;
pub mod t3_step_limit;
pub mod t4_descend_until;
pub mod t5_slope;
pub mod t6_numeric_gradient;
pub mod t7_gradient_check;
pub mod t8_least_squares_by_descent;
pub mod t9_logistic_regression;
