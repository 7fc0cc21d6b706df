//! The tests of chapter 5. `cargo test -p ch05` runs them all, `cargo test -p ch05 t6` those of task 6.
//!
//! Each file is one task. It opens with what the task wants, and every test in it is an example to learn from.

mod t1_step;
mod t2_descend;
mod t3_step_limit;
mod t4_descend_until;
mod t5_slope;
mod t6_numeric_gradient;
mod t7_gradient_check;
mod t8_least_squares_by_descent;
mod t9_logistic_regression;
