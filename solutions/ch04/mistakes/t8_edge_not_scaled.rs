//! Only x is multiplied by the steepness, so the step stands near 0.
//! Says: only x is multiplied by the steepness

pub fn soft_step(x: f64, edge: f64, steepness: f64) -> f64 {
    crate::given::sigmoid(steepness * x - edge)
}
