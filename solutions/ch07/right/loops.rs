//! Every function with plain loops, as a reader new to ndarray would write it.

/// The node is made and pushed without `record`.
pub fn add(tape: &mut Tape, a: Var, b: Var) -> Var {
    let value = tape.nodes[a.0].value + tape.nodes[b.0].value;
    tape.nodes.push(crate::given::Node { value, parents: vec![(a, 1.0), (b, 1.0)] });
    Var(tape.nodes.len() - 1)
}

/// b times −1, which is on the tape too, and a sum.
pub fn sub(tape: &mut Tape, a: Var, b: Var) -> Var {
    let minus_one = tape.leaf(-1.0);
    let minus_b = crate::mul(tape, minus_one, b);
    crate::add(tape, a, minus_b)
}

pub fn mul(tape: &mut Tape, a: Var, b: Var) -> Var {
    let mut value = 1.0;
    let mut parents = vec![];
    for (parent, other) in [(b, a), (a, b)] {
        value *= tape.value(parent);
        parents.push((parent, tape.value(other)));
    }
    tape.record(value, parents)
}

/// The same parent twice, once for each factor.
pub fn square(tape: &mut Tape, a: Var) -> Var {
    let value = tape.value(a);
    tape.record(value.powi(2), vec![(a, value), (a, value)])
}

/// tanh(a) = 2σ(2a) − 1, and 1 − z² = (1 − z)(1 + z).
pub fn tanh(tape: &mut Tape, a: Var) -> Var {
    let z = 2.0 * crate::given::sigma(2.0 * tape.value(a)) - 1.0;
    tape.record(z, vec![(a, (1.0 - z) * (1.0 + z))])
}

/// σ(a) = (1 + tanh(a/2)) / 2, step by step on the tape.
pub fn sigmoid(tape: &mut Tape, a: Var) -> Var {
    let half = tape.leaf(0.5);
    let half_a = crate::mul(tape, half, a);
    let tanh = crate::tanh(tape, half_a);
    let half_tanh = crate::mul(tape, tanh, half);
    crate::add(tape, half_tanh, half)
}

/// Each node collects its shares from the nodes after it, in place of handing them on.
pub fn backward(tape: &Tape, output: Var) -> Vec<f64> {
    let mut derivatives = vec![0.0; tape.nodes.len()];
    derivatives[output.0] = 1.0;
    for i in (0..output.0).rev() {
        for later in i + 1..=output.0 {
            for (parent, local) in &tape.nodes[later].parents {
                if parent.0 == i {
                    derivatives[i] += derivatives[later] * local;
                }
            }
        }
    }
    derivatives
}

/// The weighted sum is one node, whose parents are the weights; −y is added in place of y subtracted.
pub fn neuron_error(tape: &mut Tape, w: &[Var], x: &[f64], y: f64) -> Var {
    assert_eq!(w.len(), x.len(), "as many weights as features: w has {}, x has {}", w.len(), x.len());
    let mut sum = 0.0;
    let mut parents = vec![];
    for i in 0..w.len() {
        sum += tape.value(w[i]) * x[i];
        parents.push((w[i], x[i]));
    }
    let a = tape.record(sum, parents);
    let y_hat = crate::sigmoid(tape, a);
    let minus_y = tape.leaf(-y);
    let difference = crate::add(tape, minus_y, y_hat);
    crate::square(tape, difference)
}

pub fn matmul_backward(upstream: &Array2<f64>, a: &Array2<f64>, b: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    assert_eq!(upstream.dim(), (a.nrows(), b.ncols()), "the shape of A B: A {:?}, B {:?}", a.dim(), b.dim());
    let (mut for_a, mut for_b) = (Array2::zeros(a.dim()), Array2::zeros(b.dim()));
    for j in 0..a.nrows() {
        for i in 0..a.ncols() {
            for l in 0..b.ncols() {
                for_a[[j, i]] += upstream[[j, l]] * b[[i, l]];
                for_b[[i, l]] += upstream[[j, l]] * a[[j, i]];
            }
        }
    }
    (for_a, for_b)
}

pub fn add_row_backward(upstream: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    let mut for_row = Array2::zeros((1, upstream.ncols()));
    for row in upstream.rows() {
        for i in 0..row.len() {
            for_row[[0, i]] += row[i];
        }
    }
    (upstream.clone(), for_row)
}

pub fn mean_backward(upstream: f64, shape: (usize, usize)) -> Array2<f64> {
    let mut gradient = Array2::zeros(shape);
    for j in 0..shape.0 {
        for i in 0..shape.1 {
            gradient[[j, i]] = upstream / shape.0 as f64 / shape.1 as f64;
        }
    }
    gradient
}

pub fn mul_backward(upstream: &Array2<f64>, a: &Array2<f64>, b: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    assert!(upstream.shape() == a.shape() && a.shape() == b.shape(), "all three have one shape");
    let (mut for_a, mut for_b) = (b.clone(), a.clone());
    for j in 0..a.nrows() {
        for i in 0..a.ncols() {
            for_a[[j, i]] *= upstream[[j, i]];
            for_b[[j, i]] *= upstream[[j, i]];
        }
    }
    (for_a, for_b)
}

/// Without brackets: g − g h².
pub fn tanh_backward(upstream: &Array2<f64>, h: &Array2<f64>) -> Array2<f64> {
    assert!(upstream.shape() == h.shape(), "both have one shape");
    let mut gradient = upstream.clone();
    for j in 0..h.nrows() {
        for i in 0..h.ncols() {
            gradient[[j, i]] -= upstream[[j, i]] * h[[j, i]] * h[[j, i]];
        }
    }
    gradient
}

/// The shares are put on a list, and a loop adds them entry by entry. A node without a gradient is passed over.
pub fn matrix_backward(tape: &MatrixTape, output: Var) -> Vec<Array2<f64>> {
    let mut gradients = vec![];
    for node in &tape.nodes {
        gradients.push(Array2::zeros(node.value.dim()));
    }
    gradients[output.0][[0, 0]] = 1.0;
    let mut i = output.0 + 1;
    while i > 0 {
        i -= 1;
        let g = gradients[i].clone();
        if g.iter().all(|&g| g == 0.0) {
            continue;
        }
        let mut shares = vec![];
        match tape.nodes[i].operation {
            Operation::Leaf => continue,
            Operation::Add(a, b) => shares.extend([(a, g.clone()), (b, g)]),
            Operation::Sub(a, b) => shares.extend([(b, -1.0 * &g), (a, g)]),
            Operation::Mul(a, b) => {
                let pair = crate::mul_backward(&g, tape.value(a), tape.value(b));
                shares.extend([(a, pair.0), (b, pair.1)]);
            }
            Operation::AddRow(a, row) => {
                let pair = crate::add_row_backward(&g);
                shares.extend([(a, pair.0), (row, pair.1)]);
            }
            Operation::MatMul(a, b) => {
                let pair = crate::matmul_backward(&g, tape.value(a), tape.value(b));
                shares.extend([(a, pair.0), (b, pair.1)]);
            }
            Operation::Transpose(a) => shares.push((a, g.t().to_owned())),
            Operation::Tanh(a) => shares.push((a, crate::tanh_backward(&g, tape.value(Var(i))))),
            Operation::Mean(a) => shares.push((a, crate::mean_backward(g.sum(), tape.value(a).dim()))),
            Operation::CrossEntropy(a, y) => {
                shares.push((a, cross_entropy_backward(1.0, tape.value(a), tape.value(y)) * g[[0, 0]]));
            }
        }
        for (parent, share) in shares {
            for (at, value) in share.indexed_iter() {
                gradients[parent.0][at] += value;
            }
        }
    }
    gradients
}

/// The biases by a product with a column of ones, and −Y added in place of Y subtracted.
pub fn mean_error(
    tape: &mut MatrixTape,
    objective: Objective,
    weights: [Var; 4],
    x: &Array2<f64>,
    y: &Array2<f64>,
) -> Var {
    let ones = tape.leaf(&Array2::ones((x.nrows(), 1)));
    let mut layer = tape.leaf(x);
    for i in [0, 2] {
        if i == 2 {
            layer = tape.tanh(layer);
        }
        let transposed = tape.transpose(weights[i]);
        let product = tape.matmul(layer, transposed);
        let biases = tape.matmul(ones, weights[i + 1]);
        layer = tape.add(biases, product);
    }
    if objective == Objective::Classification {
        let y = tape.leaf(y);
        return tape.cross_entropy(layer, y);
    }
    let minus_y = tape.leaf(&(-y));
    let difference = tape.add(minus_y, layer);
    let squares = tape.mul(difference, difference);
    tape.mean(squares)
}

/// Entry by entry, all four after the sweep.
pub fn train_step(network: &mut Network, x: &Array2<f64>, y: &Array2<f64>, eta: f64) -> f64 {
    let mut tape = MatrixTape::new();
    let mut places = vec![];
    for matrix in [&network.w1, &network.b1, &network.w2, &network.b2] {
        places.push(tape.leaf(matrix));
    }
    let weights = [places[0], places[1], places[2], places[3]];
    let error = mean_error(&mut tape, network.objective, weights, x, y);
    let before = tape.value(error)[[0, 0]];
    let gradients = crate::matrix_backward(&tape, error);
    let matrices = [&mut network.w1, &mut network.b1, &mut network.w2, &mut network.b2];
    for (matrix, place) in matrices.into_iter().zip(places) {
        for (at, derivative) in gradients[place.0].indexed_iter() {
            matrix[at] -= eta * derivative;
        }
    }
    before
}
