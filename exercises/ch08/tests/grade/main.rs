//! The tests of chapter 8. `cargo test -p ch08` runs them all, `cargo test -p ch08 t6` those of task 6.
//!
//! Each file is one task. It opens with what the task wants, and every test in it is an example to learn from. None of
//! them asks whether a network has become good at something: most mistakes in this chapter cost a network little, and
//! so stay unnoticed for years. Each test asks for a property that the right answer has and a mistake breaks.

mod t1_standardise;
mod t2_initial_weights;
mod t3_batches;
mod t4_momentum;
mod t5_adaptive;
mod t6_step_size;
mod t7_decay;
mod t8_dropout;
mod t9_early_stopping;
