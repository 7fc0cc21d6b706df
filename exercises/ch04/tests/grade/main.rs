//! The tests of chapter 4. `cargo test -p ch04` runs them all, `cargo test -p ch04 t6` those of task 6.
//!
//! Each file is one task. It opens with what the task wants, and every test in it is an example to learn from.

mod t1_hidden_activation;
mod t2_hidden_layer;
mod t3_network;
mod t4_network_batch;
mod t5_network_with_bias;
mod t6_xor_network;
mod t7_collapse;
mod t8_bump;
mod t9_approximate;
