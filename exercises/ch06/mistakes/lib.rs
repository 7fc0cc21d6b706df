//! Spoilers: wrong ways to write each function of chapter 6, and the inputs that tell them apart. The tests use them to
//! name a mistake. They are a package of their own so that an edit does not compile them again.

/// What the chapter is given.
#[path = "../src/given.rs"]
pub mod given;
pub mod naive;
pub mod t1_squared_error;
pub mod t2_cross_entropy;
pub mod t3_neuron_gradient;
pub mod t4_forward;
pub mod t5_mean_error;
pub mod t6_output_gradient;
pub mod t7_hidden_gradient;
pub mod t8_backward;
pub mod t9_train;
