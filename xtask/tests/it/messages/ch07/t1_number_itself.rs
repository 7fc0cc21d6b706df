//! Each number is recorded with itself as its derivative, where it should be with the other one.

pub fn mul(tape: &mut Tape, a: Var, b: Var) -> Var {
    let (x, y) = (tape.value(a), tape.value(b));
    tape.record(x * y, vec![(a, x), (b, y)])
}
