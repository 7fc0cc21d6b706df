//! The tests of chapter 1. `cargo test -p ch01` runs them all, `cargo test -p ch01 t6` those of task 6.
//!
//! Each file is one task. It opens with what the task wants, and every test in it is an example to learn from.

mod t1_weighted_sum;
mod t2_predict;
mod t3_with_bias;
mod t4_predict_batch;
mod t5_residuals;
mod t6_mse;
mod t7_mse_gradient;
mod t8_least_squares;
mod t9_r_squared;
