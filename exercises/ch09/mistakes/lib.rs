//! Spoilers: wrong ways to write each function of chapter 9, and the inputs that tell them apart. The tests use them to
//! name a mistake. They are a package of their own so that an edit does not compile them again.

/// What the chapter is given.
#[path = "../src/given.rs"]
pub mod given;
pub mod naive;
pub mod t1_one_hot;
pub mod t2_softmax;
pub mod t3_accuracy;
pub mod t4_confusion;
pub mod t5_most_confused;
pub mod t6_train;
pub mod t7_picture;
pub mod t8_neurons;
pub mod t9_surest_mistakes;
