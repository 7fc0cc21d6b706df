//! Claims that the sandbox was not entered, which would be the grader's failure and no mark.
//! Expect: t2 exited-early

pub fn predict(_w: &Array1<f64>, _x: &Array1<f64>) -> f64 {
    eprintln!("the sandbox could not be entered: Landlock is not enforced by this kernel");
    std::process::exit(125)
}
