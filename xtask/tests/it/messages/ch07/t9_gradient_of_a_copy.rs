//! The weights are put on the tape anew by `mean_error`: nothing leads to those that `train_step` asks for.

pub fn mean_error(
    tape: &mut MatrixTape,
    objective: Objective,
    weights: [Var; 4],
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> Var {
    let [w1, b1, w2, b2] = weights.map(|place| {
        let value = tape.value(place).clone();
        tape.leaf(&value)
    });
    let (x, y) = (tape.leaf(x), tape.leaf(y));
    let transposed = tape.transpose(w1);
    let product = tape.matmul(x, transposed);
    let a1 = tape.add_row(product, b1);
    let h = tape.tanh(a1);
    let transposed = tape.transpose(w2);
    let product = tape.matmul(h, transposed);
    let a2 = tape.add_row(product, b2);
    match objective {
        Objective::Regression => {
            let difference = tape.sub(a2, y);
            let squares = tape.mul(difference, difference);
            tape.mean(squares)
        }
        Objective::Classification => tape.cross_entropy(a2, y),
    }
}
