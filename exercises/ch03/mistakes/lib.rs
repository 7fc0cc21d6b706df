//! Spoilers: wrong ways to write each function of chapter 3, and the inputs that tell them apart. The tests use them to
//! name a mistake. They are a package of their own so that an edit does not compile them again.

pub mod t1_relu;
pub mod t2_leaky_relu;
pub mod t3_apply;
pub mod t4_sigmoid;
pub mod t5_tanh;
pub mod t6_softplus;
pub mod t7_silu;
pub mod t8_softmax;
pub mod t9_gradient_left;
