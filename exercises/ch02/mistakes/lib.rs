//! Spoilers: wrong ways to write each function of chapter 2, and the inputs that tell them apart. The tests use them to
//! name a mistake. They are a package of their own so that an edit does not compile them again.

pub mod t1_pre_activation;
pub mod t2_sign;
pub mod t3_sigmoid;
pub mod t4_neuron;
pub mod t5_layer;
pub mod t6_gates;
pub mod t7_boundary;
pub mod t8_perceptron_step;
pub mod t9_train_perceptron;
