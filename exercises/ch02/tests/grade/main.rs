//! The tests of chapter 2. `cargo test -p ch02` runs them all, `cargo test -p ch02 t6` those of task 6.
//!
//! Each file is one task. It opens with what the task wants, and every test in it is an example to learn from.

mod t1_pre_activation;
mod t2_sign;
mod t3_sigmoid;
mod t4_neuron;
mod t5_layer;
mod t6_gates;
mod t7_boundary;
mod t8_perceptron_step;
mod t9_train_perceptron;
