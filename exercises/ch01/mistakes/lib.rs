//! Spoilers: wrong ways to write each function of chapter 1, and the inputs that tell them apart. The tests use them to
//! name a mistake. They are a package of their own so that an edit does not compile them again.

pub mod t1_weighted_sum;
pub mod t2_predict;
pub mod t3_with_bias;
pub mod t4_predict_batch;
pub mod t5_residuals;
pub mod t6_mse;
pub mod t7_mse_gradient;
pub mod t8_least_squares;
pub mod t9_r_squared;
