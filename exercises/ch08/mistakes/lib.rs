//! Spoilers: wrong ways to write each function of chapter 8, and the inputs that tell them apart. The tests use them to
//! name a mistake. They are a package of their own so that an edit does not compile them again.

/// What the chapter is given.
#[path = "../src/given.rs"]
pub mod given;
pub mod t1_standardise;
pub mod t2_initial_weights;
pub mod t3_batches;
pub mod t4_momentum;
pub mod t5_adaptive;
pub mod t6_step_size;
pub mod t7_decay;
pub mod t8_dropout;
pub mod t9_early_stopping;
