//! Every function by other formulas than the reference's, with whole-array operations.

use ndarray::{Axis, Zip};

/// Both numbers as products with 1.
pub fn add(tape: &mut Tape, a: Var, b: Var) -> Var {
    let value = tape.value(b) + tape.value(a);
    tape.record(value, vec![(b, 1.0), (a, 1.0)])
}

/// a + (−1) b, in two steps.
pub fn sub(tape: &mut Tape, a: Var, b: Var) -> Var {
    let value = -tape.value(b);
    let minus_b = tape.record(value, vec![(b, -1.0)]);
    crate::add(tape, a, minus_b)
}

/// A square has one parent.
pub fn mul(tape: &mut Tape, a: Var, b: Var) -> Var {
    let (x, y) = (tape.value(a), tape.value(b));
    let parents = if a == b { vec![(a, x + y)] } else { vec![(b, x), (a, y)] };
    tape.record(x * y, parents)
}

/// The same parent twice.
pub fn square(tape: &mut Tape, a: Var) -> Var {
    crate::mul(tape, a, a)
}

/// 1 − tanh² is 1 / cosh².
pub fn tanh(tape: &mut Tape, a: Var) -> Var {
    let value = tape.value(a);
    tape.record(value.tanh(), vec![(a, value.cosh().powi(-2))])
}

/// With 1 − σ(a) = σ(−a).
pub fn sigmoid(tape: &mut Tape, a: Var) -> Var {
    let value = tape.value(a);
    let (z, rest) = (crate::given::sigma(value), crate::given::sigma(-value));
    tape.record(z, vec![(a, z * rest)])
}

/// The nodes in reverse, by iterator.
pub fn backward(tape: &Tape, output: Var) -> Vec<f64> {
    let mut derivatives = vec![0.0; tape.nodes.len()];
    derivatives[output.0] = 1.0;
    for (i, node) in tape.nodes.iter().enumerate().rev() {
        let upstream = derivatives[i];
        node.parents.iter().for_each(|(parent, local)| derivatives[parent.0] += upstream * local);
    }
    derivatives
}

/// The first product begins the sum, and the square is (y − ŷ)².
pub fn neuron_error(tape: &mut Tape, w: &[Var], x: &[f64], y: f64) -> Var {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    let features: Vec<Var> = x.iter().map(|&x| tape.leaf(x)).collect();
    let products: Vec<Var> = w.iter().zip(features).map(|(&w, x)| crate::mul(tape, x, w)).collect();
    let a = products.into_iter().reduce(|sum, product| crate::add(tape, product, sum)).unwrap();
    let y_hat = crate::sigmoid(tape, a);
    let y = tape.leaf(y);
    let difference = crate::sub(tape, y, y_hat);
    crate::mul(tape, difference, difference)
}

/// Both products transposed as wholes.
pub fn matmul_backward(upstream: &Array2<f64>, a: &Array2<f64>, b: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    assert_eq!(upstream.dim(), (a.nrows(), b.ncols()), "the shape of A B: A {:?}, B {:?}", a.dim(), b.dim());
    (b.dot(&upstream.t()).reversed_axes(), upstream.t().dot(a).reversed_axes())
}

/// The sums as a product with a row of ones.
pub fn add_row_backward(upstream: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    (upstream.clone(), Array2::ones((1, upstream.nrows())).dot(upstream))
}

pub fn mean_backward(upstream: f64, shape: (usize, usize)) -> Array2<f64> {
    let ones: Array2<f64> = Array2::ones(shape);
    let count = ones.len() as f64;
    ones * upstream / count
}

pub fn mul_backward(upstream: &Array2<f64>, a: &Array2<f64>, b: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    assert_eq!(a.dim(), b.dim(), "two factors of the same shape");
    assert_eq!(upstream.dim(), a.dim(), "an upstream derivative for each entry of the product");
    (Zip::from(upstream).and(b).map_collect(|g, b| g * b), Zip::from(upstream).and(a).map_collect(|g, a| g * a))
}

/// (1 − h)(1 + h) is 1 − h².
pub fn tanh_backward(upstream: &Array2<f64>, h: &Array2<f64>) -> Array2<f64> {
    assert_eq!(upstream.dim(), h.dim(), "an upstream derivative for each entry of H");
    (1.0 - h) * (1.0 + h) * upstream
}

/// No gradient is made before its first share arrives.
pub fn matrix_backward(tape: &MatrixTape, output: Var) -> Vec<Array2<f64>> {
    let mut gradients: Vec<Option<Array2<f64>>> = vec![None; tape.nodes.len()];
    gradients[output.0] = Some(Array2::ones((1, 1)));
    for i in (0..=output.0).rev() {
        let Some(g) = gradients[i].clone() else { continue };
        let shares = match tape.nodes[i].operation {
            Operation::Leaf => vec![],
            Operation::Add(a, b) => vec![(a, g.clone()), (b, g)],
            Operation::Sub(a, b) => vec![(a, g.clone()), (b, -g)],
            Operation::Mul(a, b) => vec![(a, &g * tape.value(b)), (b, &g * tape.value(a))],
            Operation::AddRow(a, row) => vec![(row, g.sum_axis(Axis(0)).insert_axis(Axis(0))), (a, g)],
            Operation::MatMul(a, b) => vec![(a, g.dot(&tape.value(b).t())), (b, tape.value(a).t().dot(&g))],
            Operation::Transpose(a) => vec![(a, g.reversed_axes())],
            Operation::Tanh(a) => vec![(a, g / tape.value(a).mapv(|a| a.cosh().powi(2)))],
            Operation::Mean(a) => vec![(a, crate::mean_backward(g[[0, 0]], tape.value(a).dim()))],
            Operation::CrossEntropy(a, y) => {
                vec![(a, cross_entropy_backward(g[[0, 0]], tape.value(a), tape.value(y)))]
            }
        };
        for (parent, share) in shares {
            let sum = gradients[parent.0].take();
            gradients[parent.0] = Some(sum.map_or(share.clone(), |sum| sum + &share));
        }
    }
    let zeros = |(gradient, node): (Option<Array2<f64>>, &crate::given::MatrixNode)| {
        gradient.unwrap_or_else(|| Array2::zeros(node.value.dim()))
    };
    gradients.into_iter().zip(&tape.nodes).map(zeros).collect()
}

/// The whole network transposed: A₁ᵀ = W₁ Xᵀ, and the biases added to the transposes of that.
pub fn mean_error(
    tape: &mut MatrixTape,
    objective: Objective,
    weights: [Var; 4],
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> Var {
    let layer = |tape: &mut MatrixTape, inputs: Var, w: Var, b: Var| {
        let product = tape.matmul(w, inputs);
        let product = tape.transpose(product);
        tape.add_row(product, b)
    };
    let x = tape.leaf(&x.t().to_owned());
    let a1 = layer(tape, x, weights[0], weights[1]);
    let h = tape.tanh(a1);
    let h = tape.transpose(h);
    let a2 = layer(tape, h, weights[2], weights[3]);
    let y = tape.leaf(y);
    match objective {
        Objective::Classification => tape.cross_entropy(a2, y),
        Objective::Regression => {
            let (one, other) = (tape.sub(y, a2), tape.sub(a2, y));
            let negative = tape.mul(one, other);
            let mean = tape.mean(negative);
            let nothing = tape.sub(mean, mean);
            tape.sub(nothing, mean)
        }
    }
}

pub fn train_step(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let mut tape = MatrixTape::new();
    let weights = [&network.w1, &network.b1, &network.w2, &network.b2].map(|matrix| tape.leaf(matrix));
    let error = crate::mean_error(&mut tape, network.objective, weights, x, y);
    let gradients = crate::matrix_backward(&tape, error);
    let matrices = [&mut network.w1, &mut network.b1, &mut network.w2, &mut network.b2];
    for (matrix, place) in matrices.into_iter().zip(weights) {
        *matrix -= &(eta * &gradients[place.0]);
    }
    tape.value(error).sum()
}
