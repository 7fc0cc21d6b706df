//! The tests of chapter 6. `cargo test -p ch06` runs them all, `cargo test -p ch06 t6` those of task 6.
//!
//! Each file is one task. It opens with what the task wants, and every test in it is an example to learn from. The file
//! `mistakes/naive.rs` holds the network once more, in loops: the tests compare with it.

mod t1_squared_error;
mod t2_cross_entropy;
mod t3_neuron_gradient;
mod t4_forward;
mod t5_mean_error;
mod t6_output_gradient;
mod t7_hidden_gradient;
mod t8_backward;
mod t9_train;
mod yours;
