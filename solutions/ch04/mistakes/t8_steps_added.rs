//! Both steps go up.
//! Says: the steps are added

pub fn bump(x: f64, left: f64, right: f64, height: f64, steepness: f64) -> f64 {
    height * (soft_step(x, left, steepness) + soft_step(x, right, steepness))
}
