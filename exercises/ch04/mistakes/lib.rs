//! Spoilers: wrong ways to write each function of chapter 4, and the inputs that tell them apart. The tests use them to
//! name a mistake. They are a package of their own so that an edit does not compile them again.

pub mod t1_hidden_activation;
pub mod t2_hidden_layer;
pub mod t3_network;
pub mod t4_network_batch;
pub mod t5_network_with_bias;
pub mod t6_xor_network;
pub mod t7_collapse;
pub mod t8_bump;
pub mod t9_approximate;
