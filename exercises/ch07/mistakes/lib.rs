//! Spoilers: wrong ways to write each function of chapter 7, and the inputs that tell them apart. The tests use them to
//! name a mistake. They are a package of their own so that an edit does not compile them again.

/// What the chapter is given.
#[path = "../src/given.rs"]
pub mod given;
pub mod naive;
pub mod t1_arithmetic;
pub mod t2_functions;
pub mod t3_backward;
pub mod t4_neuron_error;
pub mod t5_matmul_backward;
pub mod t6_add_row_mean;
pub mod t7_entrywise;
pub mod t8_matrix_backward;
pub mod t9_train_step;
