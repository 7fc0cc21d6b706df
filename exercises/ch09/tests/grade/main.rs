//! The tests of chapter 9. `cargo test -p ch09` runs them all, `cargo test -p ch09 t6` those of task 6.
//!
//! Each file is one task. It opens with what the task wants, and every test in it is an example to learn from. The real
//! digits come in task 6: your network is trained with the hands of 30 people, and has to read those of 13 others.

mod t1_one_hot;
mod t2_softmax;
mod t3_accuracy;
mod t4_confusion;
mod t5_most_confused;
mod t6_train;
mod t7_picture;
mod t8_neurons;
mod t9_surest_mistakes;
mod yours;
