//! The tests of chapter 7. `cargo test -p ch07` runs them all, `cargo test -p ch07 t6` those of task 6.
//!
//! Each file is one task. It opens with what the task wants, and every test in it is an example to learn from. The file
//! `mistakes/naive.rs` finds derivatives the other way round, forwards through the tape: the tests compare with it.

mod t1_arithmetic;
mod t2_functions;
mod t3_backward;
mod t4_neuron_error;
mod t5_matmul_backward;
mod t6_add_row_mean;
mod t7_entrywise;
mod t8_matrix_backward;
mod t9_train_step;
mod yours;
