//! The tests of chapter 3. `cargo test -p ch03` runs them all, `cargo test -p ch03 t6` those of task 6.
//!
//! Each file is one task. It opens with what the task wants, and every test in it is an example to learn from.

mod t1_relu;
mod t2_leaky_relu;
mod t3_apply;
mod t4_sigmoid;
mod t5_tanh;
mod t6_softplus;
mod t7_silu;
mod t8_softmax;
mod t9_gradient_left;
