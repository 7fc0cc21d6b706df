//! Spoilers: wrong ways to write `matrix_backward`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use crate::given::{MatrixTape, Objective, Operation, Var, cross_entropy_backward};
use crate::naive::{self, Example, gradients};
use checks::{Answer, Diagnosis, Random};
use ndarray::{Array2, Axis, array};

pub type MatrixBackward = fn(&MatrixTape, Var) -> Vec<Array2<f64>>;
type Inputs = (MatrixTape, Var);

pub static MATRIX_BACKWARD: Diagnosis<MatrixBackward, MatrixBackward, Inputs> = Diagnosis {
    function: "matrix_backward",
    slot: |f| f,
    right: gradients,
    mistakes: &[
        (
            "a share overwrites what was there: where a matrix is used more than once its shares add up, `+=` and \
             not `=`",
            |tape, output| {
                let mut gradients = seeded(tape, output);
                for i in (0..=output.0).rev() {
                    for (parent, share) in shares(tape, i, &gradients[i]) {
                        gradients[parent.0] = share;
                    }
                }
                gradients
            },
        ),
        (
            "the tape is gone through forwards: begin at `output` and count down, `(0..=output.0).rev()`",
            |tape, output| {
                let mut gradients = seeded(tape, output);
                for i in 0..=output.0 {
                    give(tape, i, &mut gradients, &shares);
                }
                gradients
            },
        ),
        (
            "each node hands on before all of its own shares are in: go from `output` down to 0, without recursion",
            |tape, output| {
                let mut gradients = seeded(tape, output);
                recursive(tape, output.0, &mut gradients);
                gradients
            },
        ),
        (
            "nothing is there to hand on, every gradient is 0: the output's own is `[[1]]`, set it before the loop",
            |tape, _| zeros(tape),
        ),
        (
            "nothing arrives at the parents: does the loop begin with `output`, and does each share go to the parent's entry?",
            seeded,
        ),
        ("the 1 is set at the end of the tape: it belongs to `output`, which other nodes may follow", |tape, _| {
            swept(tape, Var(tape.nodes.len() - 1), &shares)
        }),
        ("the sweep begins with the value of the output: its gradient for itself is 1", |tape, output| {
            let factor = tape.value(output).sum();
            swept(tape, output, &shares).into_iter().map(|gradient| gradient * factor).collect()
        }),
        ("the upstream gradient is forgotten: each way back takes `g`, the node's own gradient", |tape, output| {
            swept(tape, output, &|tape, i, g| shares(tape, i, &Array2::ones(g.dim())))
        }),
        ("only the first parent gets its share: operations with two parents have two", |tape, output| {
            swept(tape, output, &|tape, i, g| shares(tape, i, g).into_iter().take(1).collect())
        }),
        ("`Add` overwrites the gradient of a: a share is added, `+=`, since others may be there", |tape, output| {
            overwriting(tape, output, |operation| matches!(operation, Operation::Add(..)), 0)
        }),
        ("`Add` overwrites the gradient of b: a share is added, `+=`, since others may be there", |tape, output| {
            overwriting(tape, output, |operation| matches!(operation, Operation::Add(..)), 1)
        }),
        ("`Sub` overwrites the gradient of a: a share is added, `+=`, since others may be there", |tape, output| {
            overwriting(tape, output, |operation| matches!(operation, Operation::Sub(..)), 0)
        }),
        ("`Sub` overwrites the gradient of b: a share is added, `+=`, since others may be there", |tape, output| {
            overwriting(tape, output, |operation| matches!(operation, Operation::Sub(..)), 1)
        }),
        ("`Mul` overwrites the gradient of a: a share is added, `+=`, since others may be there", |tape, output| {
            overwriting(tape, output, |operation| matches!(operation, Operation::Mul(..)), 0)
        }),
        ("`Mul` overwrites the gradient of b: a share is added, `+=`, since others may be there", |tape, output| {
            overwriting(tape, output, |operation| matches!(operation, Operation::Mul(..)), 1)
        }),
        ("`AddRow` overwrites the gradient of a: a share is added, `+=`, since others may be there", |tape, output| {
            overwriting(tape, output, |operation| matches!(operation, Operation::AddRow(..)), 0)
        }),
        (
            "`AddRow` overwrites the gradient of the row: a share is added, `+=`, since others may be there",
            |tape, output| overwriting(tape, output, |operation| matches!(operation, Operation::AddRow(..)), 1),
        ),
        ("`MatMul` overwrites the gradient of a: a share is added, `+=`, since others may be there", |tape, output| {
            overwriting(tape, output, |operation| matches!(operation, Operation::MatMul(..)), 0)
        }),
        ("`MatMul` overwrites the gradient of b: a share is added, `+=`, since others may be there", |tape, output| {
            overwriting(tape, output, |operation| matches!(operation, Operation::MatMul(..)), 1)
        }),
        (
            "`Transpose` overwrites the gradient of a: a share is added, `+=`, since others may be there",
            |tape, output| overwriting(tape, output, |operation| matches!(operation, Operation::Transpose(_)), 0),
        ),
        ("`Tanh` overwrites the gradient of a: a share is added, `+=`, since others may be there", |tape, output| {
            overwriting(tape, output, |operation| matches!(operation, Operation::Tanh(_)), 0)
        }),
        ("`Mean` overwrites the gradient of a: a share is added, `+=`, since others may be there", |tape, output| {
            overwriting(tape, output, |operation| matches!(operation, Operation::Mean(_)), 0)
        }),
        (
            "`CrossEntropy` overwrites the gradient of a: a share is added, `+=`, since others may be there",
            |tape, output| overwriting(tape, output, |operation| matches!(operation, Operation::CrossEntropy(..)), 0),
        ),
        ("`Add` gives b nothing: its share is `g`, too", |tape, output| {
            changed(tape, output, |operation, _, _| matches!(operation, Operation::Add(..)), |_, second| second * 0.0)
        }),
        ("`Sub` gives b the share g: it is −g", |tape, output| {
            changed(tape, output, |operation, _, _| matches!(operation, Operation::Sub(..)), |_, second| -second)
        }),
        ("`AddRow` gives the row nothing: its share is the sum of the rows of `g`", |tape, output| {
            changed(
                tape,
                output,
                |operation, _, _| matches!(operation, Operation::AddRow(..)),
                |_, second| second * 0.0,
            )
        }),
        (
            "`AddRow` gives the row the mean of the rows of `g`: it is their sum, see `add_row_backward`",
            |tape, output| {
                changed(
                    tape,
                    output,
                    |operation, _, _| matches!(operation, Operation::AddRow(..)),
                    |first, second| second / first.nrows() as f64,
                )
            },
        ),
        ("`MatMul` gives the second factor nothing: `matmul_backward` returns a gradient for each", |tape, output| {
            changed(
                tape,
                output,
                |operation, _, _| matches!(operation, Operation::MatMul(..)),
                |_, second| second * 0.0,
            )
        }),
        ("`Mul` gives the second factor nothing: `mul_backward` returns a gradient for each", |tape, output| {
            changed(tape, output, |operation, _, _| matches!(operation, Operation::Mul(..)), |_, second| second * 0.0)
        }),
        (
            "`Tanh` takes the derivative at `a`: `tanh_backward` wants the result, `tape.nodes[i].value`",
            |tape, output| {
                first(
                    tape,
                    output,
                    |operation| matches!(operation, Operation::Tanh(_)),
                    |tape, i, g| {
                        let Operation::Tanh(a) = tape.nodes[i].operation else { unreachable!() };
                        g * tape.value(a).mapv(|a| 1.0 - a * a)
                    },
                )
            },
        ),
        ("`Tanh` hands on `g` as it is: `tanh_backward` multiplies it by 1 − h²", |tape, output| {
            first(tape, output, |operation| matches!(operation, Operation::Tanh(_)), |_, _, g| g.clone())
        }),
        ("`Mean` hands on `g` to each entry: `mean_backward` divides it by their number", |tape, output| {
            first(
                tape,
                output,
                |operation| matches!(operation, Operation::Mean(_)),
                |tape, i, g| {
                    let Operation::Mean(a) = tape.nodes[i].operation else { unreachable!() };
                    Array2::from_elem(tape.value(a).dim(), g[[0, 0]])
                },
            )
        }),
        ("`Transpose` hands on `g` as it is: its share is `g.t()`", |tape, output| {
            first(tape, output, |operation| matches!(operation, Operation::Transpose(_)), |_, _, g| g.clone())
        }),
        ("the shares of `Mul` have changed places: what is returned first belongs to a", |tape, output| {
            swept(tape, output, &|tape, i, g| {
                let mut shares = shares(tape, i, g);
                if let Operation::Mul(..) = tape.nodes[i].operation {
                    let (first, second) = shares.split_at_mut(1);
                    std::mem::swap(&mut first[0].1, &mut second[0].1);
                }
                shares
            })
        }),
        ("`Transpose` hands on nothing: its share is `g.t()`", |tape, output| {
            first(tape, output, |operation| matches!(operation, Operation::Transpose(_)), |_, _, g| 0.0 * &g.t())
        }),
        ("`CrossEntropy` hands on nothing: its share is what `cross_entropy_backward` returns", |tape, output| {
            first(
                tape,
                output,
                |operation| matches!(operation, Operation::CrossEntropy(..)),
                |tape, i, _| {
                    let Operation::CrossEntropy(a, _) = tape.nodes[i].operation else { unreachable!() };
                    Array2::zeros(tape.value(a).dim())
                },
            )
        }),
        (
            "`CrossEntropy` forgets the upstream gradient: hand `g[[0, 0]]` to `cross_entropy_backward`",
            |tape, output| {
                first(
                    tape,
                    output,
                    |operation| matches!(operation, Operation::CrossEntropy(..)),
                    |tape, i, _| {
                        let Operation::CrossEntropy(a, y) = tape.nodes[i].operation else { unreachable!() };
                        cross_entropy_backward(1.0, tape.value(a), tape.value(y))
                    },
                )
            },
        ),
        ("`CrossEntropy` gives the answers a share: they are not changed, so that they get none", |tape, output| {
            swept(tape, output, &|tape, i, g| {
                let mut shares = shares(tape, i, g);
                if let Operation::CrossEntropy(a, y) = tape.nodes[i].operation {
                    let a = tape.value(a);
                    shares.push((y, -g[[0, 0]] / a.nrows() as f64 * a));
                }
                shares
            })
        }),
        ("only the leaves keep their gradient: return that of every node", |tape, output| {
            let all = gradients(tape, output).into_iter().zip(&tape.nodes);
            all.map(|(gradient, node)| if node.operation == Operation::Leaf { gradient } else { 0.0 * gradient })
                .collect()
        }),
        ("the list ends at the output: return a gradient for each node of the tape", |tape, output| {
            let mut all = gradients(tape, output);
            all.truncate(output.0 + 1);
            all
        }),
    ],
    inputs,
    call: |matrix_backward, (tape, output)| answer(&matrix_backward(tape, *output), tape),
    properties: &[
        ("nodes follow the output", |(tape, output)| output.0 + 1 < tape.nodes.len()),
        ("there is a product of matrices", |inputs| has(inputs, |o| matches!(o, Operation::MatMul(..)))),
        ("there is a transpose", |inputs| has(inputs, |o| matches!(o, Operation::Transpose(_)))),
        ("a row is added", |inputs| has(inputs, |o| matches!(o, Operation::AddRow(..)))),
        ("there is a tanh", |inputs| has(inputs, |o| matches!(o, Operation::Tanh(_)))),
        ("there is a mean", |inputs| has(inputs, |o| matches!(o, Operation::Mean(_)))),
        ("there is a cross-entropy", |inputs| has(inputs, |o| matches!(o, Operation::CrossEntropy(..)))),
        ("there is a product entry by entry", |inputs| has(inputs, |o| matches!(o, Operation::Mul(..)))),
        ("there is a difference", |inputs| has(inputs, |o| matches!(o, Operation::Sub(..)))),
    ],
};

/// All gradients in one list: how many there are, and of those that should be there the numbers.
fn answer(gradients: &[Array2<f64>], tape: &MatrixTape) -> Answer {
    let numbers: Vec<f64> = gradients.iter().flatten().copied().collect();
    let shapes: Vec<f64> = gradients.iter().flat_map(|g| [g.nrows() as f64, g.ncols() as f64]).collect();
    assert!(!tape.nodes.is_empty());
    Answer::named("the gradients", &numbers).and("the shapes", &shapes)
}

fn has((tape, output): &Inputs, is: impl Fn(Operation) -> bool) -> bool {
    tape.nodes[..=output.0].iter().any(|node| is(node.operation))
}

/// Chapter 6's network on a tape: where its weights are, and its error.
pub fn network(tape: &mut MatrixTape, Example { objective, weights, x, y }: &Example) -> ([Var; 4], Var) {
    let places = [0, 1, 2, 3].map(|i| tape.leaf(&weights[i]));
    let [w1, b1, w2, b2] = places;
    let (x, y) = (tape.leaf(x), tape.leaf(y));
    let layer = |tape: &mut MatrixTape, x, w, b| {
        let transposed = tape.transpose(w);
        let product = tape.matmul(x, transposed);
        tape.add_row(product, b)
    };
    let a1 = layer(tape, x, w1, b1);
    let h = tape.tanh(a1);
    let a2 = layer(tape, h, w2, b2);
    let error = match objective {
        Objective::Regression => {
            let difference = tape.sub(a2, y);
            let squares = tape.mul(difference, difference);
            tape.mean(squares)
        }
        Objective::Classification => tape.cross_entropy(a2, y),
    };
    (places, error)
}

/// A matrix that is used again and again: `mean((W (W − tanh(W + Wᵀ)) + b) ⊙ W)`, and steps after it, which do not
/// matter.
pub fn used_often(seed: u64) -> (MatrixTape, Var) {
    let mut random = Random::seeded(seed);
    let mut tape = MatrixTape::new();
    let (w, b) = (tape.leaf(&random.matrix(3, 3)), tape.leaf(&random.matrix(1, 3)));
    let transposed = tape.transpose(w);
    let sum = tape.add(w, transposed);
    let h = tape.tanh(sum);
    let difference = tape.sub(w, h);
    let product = tape.matmul(w, difference);
    let shifted = tape.add_row(product, b);
    let last = tape.mul(shifted, w);
    let mean = tape.mean(last);
    let after = tape.add(mean, mean);
    tape.mul(after, mean);
    (tape, mean)
}

/// For each operation a tape on which what goes into it is used once more afterwards: its shares find others there.
pub fn used_again() -> Vec<(MatrixTape, Var)> {
    type Step = fn(&mut MatrixTape, Var, Var) -> Var;
    let steps: [Step; 9] = [
        MatrixTape::add,
        MatrixTape::sub,
        MatrixTape::mul,
        MatrixTape::matmul,
        MatrixTape::add_row,
        MatrixTape::cross_entropy,
        |tape, a, _| tape.transpose(a),
        |tape, a, _| tape.tanh(a),
        |tape, a, _| tape.mean(a),
    ];
    let tape_of = |(number, step): (usize, Step)| {
        let mut random = Random::seeded(1790 + number as u64);
        let mut tape = MatrixTape::new();
        let rows = if number == 4 { 1 } else { 3 };
        let (a, b) = (tape.leaf(&random.matrix(3, 3)), tape.leaf(&random.matrix(rows, 3)));
        let mut output = step(&mut tape, a, b);
        output = tape.mean(output);
        for used in [a, b] {
            let square = tape.mul(used, used);
            let again = tape.mean(square);
            output = tape.add(output, again);
        }
        (tape, output)
    };
    steps.into_iter().enumerate().map(tape_of).collect()
}

/// The sweep in which one share of an operation takes the place of what was there.
fn overwriting(tape: &MatrixTape, output: Var, which: fn(Operation) -> bool, number: usize) -> Vec<Array2<f64>> {
    let mut gradients = seeded(tape, output);
    for i in (0..=output.0).rev() {
        let g = gradients[i].clone();
        for (place, (parent, share)) in shares(tape, i, &g).into_iter().enumerate() {
            if which(tape.nodes[i].operation) && place == number {
                gradients[parent.0] = share;
            } else {
                gradients[parent.0] += &share;
            }
        }
    }
    gradients
}

/// A matrix that meets itself, step after step: each node is used twice by the next.
pub fn doubled() -> (MatrixTape, Var) {
    let mut tape = MatrixTape::new();
    let a = tape.leaf(&array![[1.0]]);
    let b = tape.add(a, a);
    let c = tape.add(b, b);
    (tape, c)
}

fn inputs() -> Vec<Inputs> {
    let mut inputs = vec![doubled()];
    inputs.extend(used_again());
    let mut product = MatrixTape::new();
    let (a, b) = (product.leaf(&array![[1.0, 2.0]]), product.leaf(&array![[3.0], [4.0]]));
    let c = product.matmul(a, b);
    inputs.push((product, c));
    inputs.extend([used_often(1078), used_often(1079)]);
    for (seed, sizes) in [[3, 2, 3, 1], [2, 3, 2, 2], [4, 1, 2, 3]].into_iter().enumerate() {
        for objective in [Objective::Regression, Objective::Classification] {
            let mut tape = MatrixTape::new();
            let (_, error) = network(&mut tape, &naive::example(1080 + seed as u64, objective, sizes));
            inputs.push((tape.clone(), error));
            // The error is not the end: its square is.
            let squared = tape.mul(error, error);
            let end = tape.sub(squared, error);
            inputs.push((tape, if seed == 1 { squared } else { end }));
        }
    }
    inputs
}

fn zeros(tape: &MatrixTape) -> Vec<Array2<f64>> {
    tape.nodes.iter().map(|node| Array2::zeros(node.value.dim())).collect()
}

/// 0 everywhere, and 1 at the output.
fn seeded(tape: &MatrixTape, output: Var) -> Vec<Array2<f64>> {
    let mut gradients = zeros(tape);
    gradients[output.0].fill(1.0);
    gradients
}

/// What a node gives to its parents.
type Shares = dyn Fn(&MatrixTape, usize, &Array2<f64>) -> Vec<(Var, Array2<f64>)>;

fn give(tape: &MatrixTape, i: usize, gradients: &mut [Array2<f64>], shares: &Shares) {
    for (parent, share) in shares(tape, i, &gradients[i]) {
        gradients[parent.0] += &share;
    }
}

fn swept(tape: &MatrixTape, output: Var, shares: &Shares) -> Vec<Array2<f64>> {
    let mut gradients = seeded(tape, output);
    for i in (0..=output.0).rev() {
        give(tape, i, &mut gradients, shares);
    }
    gradients
}

/// A sweep in which some operations give another share to their second parent, made of both shares.
fn changed(
    tape: &MatrixTape,
    output: Var,
    which: impl Fn(Operation, &MatrixTape, usize) -> bool + 'static,
    second: impl Fn(&Array2<f64>, &Array2<f64>) -> Array2<f64> + 'static,
) -> Vec<Array2<f64>> {
    swept(tape, output, &move |tape: &MatrixTape, i: usize, g: &Array2<f64>| {
        let mut shares = shares(tape, i, g);
        if which(tape.nodes[i].operation, tape, i) {
            shares[1].1 = second(&shares[0].1, &shares[1].1);
        }
        shares
    })
}

/// A sweep in which some operations give another share to their first parent.
fn first(
    tape: &MatrixTape,
    output: Var,
    which: impl Fn(Operation) -> bool + 'static,
    share: impl Fn(&MatrixTape, usize, &Array2<f64>) -> Array2<f64> + 'static,
) -> Vec<Array2<f64>> {
    swept(tape, output, &move |tape: &MatrixTape, i: usize, g: &Array2<f64>| {
        let mut shares = shares(tape, i, g);
        if which(tape.nodes[i].operation) {
            shares[0].1 = share(tape, i, g);
        }
        shares
    })
}

/// Hands on to each parent, and lets the parent hand on at once all that it has by then.
fn recursive(tape: &MatrixTape, node: usize, gradients: &mut [Array2<f64>]) {
    for (parent, share) in shares(tape, node, &gradients[node]) {
        gradients[parent.0] += &share;
        recursive(tape, parent.0, gradients);
    }
}

/// The right ones.
fn shares(tape: &MatrixTape, i: usize, g: &Array2<f64>) -> Vec<(Var, Array2<f64>)> {
    let value = |v: Var| tape.value(v);
    match tape.nodes[i].operation {
        Operation::Leaf => vec![],
        Operation::Add(a, b) => vec![(a, g.clone()), (b, g.clone())],
        Operation::Sub(a, b) => vec![(a, g.clone()), (b, -g)],
        Operation::Mul(a, b) => vec![(a, g * value(b)), (b, g * value(a))],
        Operation::AddRow(a, row) => vec![(a, g.clone()), (row, g.sum_axis(Axis(0)).insert_axis(Axis(0)))],
        Operation::MatMul(a, b) => vec![(a, g.dot(&value(b).t())), (b, value(a).t().dot(g))],
        Operation::Transpose(a) => vec![(a, g.t().to_owned())],
        Operation::Tanh(a) => vec![(a, g * tape.nodes[i].value.mapv(|h| 1.0 - h * h))],
        Operation::Mean(a) => {
            vec![(a, Array2::from_elem(value(a).dim(), g[[0, 0]] / value(a).len() as f64))]
        }
        Operation::CrossEntropy(a, y) => vec![(a, cross_entropy_backward(g[[0, 0]], value(a), value(y)))],
    }
}
