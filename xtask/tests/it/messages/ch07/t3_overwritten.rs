//! A share takes the place of the one before it.

pub fn backward(tape: &Tape, output: Var) -> Vec<f64> {
    let mut derivatives = vec![0.0; tape.nodes.len()];
    derivatives[output.0] = 1.0;
    for i in (0..=output.0).rev() {
        for &(parent, local) in &tape.nodes[i].parents {
            derivatives[parent.0] = local * derivatives[i];
        }
    }
    derivatives
}
