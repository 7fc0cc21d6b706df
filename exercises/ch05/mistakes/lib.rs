//! Spoilers: wrong ways to write each function of chapter 5, and the inputs that tell them apart. The tests use them to
//! name a mistake. They are a package of their own so that an edit does not compile them again.

/// What the chapter is given.
#[path = "../src/given.rs"]
pub mod given;
pub mod t1_slope;
pub mod t2_numeric_gradient;
pub mod t3_gradient_check;
pub mod t4_step;
pub mod t5_descend;
pub mod t6_step_limit;
pub mod t7_descend_until;
pub mod t8_least_squares_by_descent;
pub mod t9_logistic_regression;
