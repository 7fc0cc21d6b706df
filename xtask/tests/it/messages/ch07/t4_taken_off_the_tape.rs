//! The weighted sum is computed beside the tape, and put on it as a leaf.

pub fn neuron_error(tape: &mut Tape, w: &[Var], x: &[f64], y: f64) -> Var {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    let a: f64 = w.iter().zip(x).map(|(&w, x)| tape.value(w) * x).sum();
    let a = tape.leaf(a);
    let y_hat = crate::sigmoid(tape, a);
    let y = tape.leaf(y);
    let difference = crate::sub(tape, y_hat, y);
    crate::square(tape, difference)
}
