//! The distance is turned round, and the step goes down.
//! Says: the step goes down

pub fn soft_step(x: f64, edge: f64, steepness: f64) -> f64 {
    crate::given::sigmoid(steepness * (edge - x))
}
