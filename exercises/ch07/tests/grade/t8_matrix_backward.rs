//! # Task 8: the sweep over matrices
//!
//! Write `matrix_backward(tape, output)` in `src/matrix_backward.rs`. It is task 3 once more: seed, count down, add up
//! the shares. A node no longer holds its local derivatives but which operation it is, and a `match` picks the way
//! back. Libraries for training networks have this `match` at their heart, with a hundred arms in place of your ten.

use super::yours;
use ch07_mistakes::given::{MatrixTape, Objective, Var};
use ch07_mistakes::naive::{self, Example, gradients};
use ch07_mistakes::t8_matrix_backward::{MATRIX_BACKWARD, MatrixBackward, doubled, network, used_again, used_often};
use checks::{Given, Task, given};
use ndarray::{Array2, array};

const TASK: Task<MatrixBackward> = Task {
    title: "The sweep over matrices",
    functions: &["matrix_backward"],
    section: "The sweep over matrices",
    yours: yours::matrix_backward,
    diagnoses: &[&MATRIX_BACKWARD],
};

fn inputs(tape: &MatrixTape, output: Var) -> Given {
    let leaf = &tape.nodes[0].value;
    given("the first matrix on the tape", leaf).and("nodes", &tape.nodes.len()).and("output", &output.0)
}

/// Your gradient for one node, once it is known that there is one for each.
fn for_node(yours: &[Array2<f64>], tape: &MatrixTape, output: Var, node: Var) -> Array2<f64> {
    inputs(tape, output).got(yours.len()).derived("the number of gradients").expect(tape.nodes.len());
    yours[node.0].clone()
}

/// C = A B with A = [[1, 2]] and B = [[3], [4]]: ∂C/∂A = Bᵀ and ∂C/∂B = Aᵀ.
#[test]
fn a_product_by_hand() {
    TASK.grade(2, |matrix_backward| {
        let mut tape = MatrixTape::new();
        let (a, b) = (tape.leaf(&array![[1.0, 2.0]]), tape.leaf(&array![[3.0], [4.0]]));
        let c = tape.matmul(a, b);
        let yours = matrix_backward(&tape, c);
        let expected = [(c, array![[1.0]]), (b, array![[1.0], [2.0]]), (a, array![[3.0, 4.0]])];
        for (node, expected) in expected {
            let gradient = for_node(&yours, &tape, c, node);
            inputs(&tape, c).and("node", &node.0).got(gradient).derived("the gradient for this node").expect(expected);
        }
    });
}

/// Task 3's case, with matrices of one entry: b = a + a, c = b + b.
#[test]
fn a_matrix_that_is_used_twice_gets_both_shares() {
    TASK.grade(1, |matrix_backward| {
        let (tape, output) = doubled();
        let yours = matrix_backward(&tape, output);
        for (node, expected) in [4.0, 2.0, 1.0].into_iter().enumerate() {
            let gradient = for_node(&yours, &tape, output, Var(node));
            inputs(&tape, output)
                .and("node", &node)
                .got(gradient)
                .derived("the gradient for this node")
                .expect(array![[expected]]);
        }
    });
}

/// What goes into an operation is used once more after it: when its turn comes on the way back, a share is there.
#[test]
fn every_operation_adds_its_shares_to_what_is_there() {
    TASK.grade(1, |matrix_backward| {
        for (tape, output) in used_again() {
            let (yours, right) = (matrix_backward(&tape, output), gradients(&tape, output));
            for node in [0, 1] {
                let gradient = for_node(&yours, &tape, output, Var(node));
                inputs(&tape, output)
                    .and("node", &node)
                    .got(gradient)
                    .derived("the gradient for this node")
                    .expect(right[node].clone());
            }
        }
    });
}

/// Chapter 6's case on paper: two samples, two hidden neurons, and an error of 0.58. The biases, which were column 0,
/// stand by themselves.
#[test]
fn the_case_on_paper_of_chapter_6() {
    TASK.grade(2, |matrix_backward| {
        let ln = f64::ln;
        let w1 = array![[ln(3.0) / 2.0], [ln(2.0)]];
        let weights = [w1, array![[ln(3.0) / 2.0, 0.0]], array![[2.0, -1.0]], array![[1.0]]];
        let (x, y) = (array![[1.0], [-1.0]], array![[1.0], [2.0]]);
        let mut tape = MatrixTape::new();
        let example = Example { objective: Objective::Regression, weights, x, y };
        let (places, error) = network(&mut tape, &example);
        let yours = matrix_backward(&tape, error);
        let expected = [array![[1.52], [-0.896]], array![[-0.08, -0.384]], array![[0.8, 0.84]], array![[0.6]]];
        let names = ["the gradient for W₁", "the gradient for b₁", "the gradient for W₂", "the gradient for b₂"];
        for ((place, name), expected) in places.into_iter().zip(names).zip(expected).rev() {
            let gradient = for_node(&yours, &tape, error, place);
            let [w1, b1, w2, b2] = &example.weights;
            let inputs = given("w1", w1).and("b1", b1).and("w2", w2).and("b2", b2);
            inputs.and("x", &example.x).and("y", &example.y).got(gradient).derived(name).expect(expected);
        }
    });
}

/// One matrix in nearly every step, so that shares meet, and nodes after the output, which do not matter. Then a
/// network for classification: the batch has a gradient like any other matrix, and the answers have none.
#[test]
fn a_matrix_that_is_used_again_and_again() {
    TASK.grade(1, |matrix_backward| {
        let mut classification = MatrixTape::new();
        let example = naive::example(783, Objective::Classification, [3, 2, 2, 2]);
        let (_, error) = network(&mut classification, &example);
        for (tape, output) in [used_often(780), used_often(781), used_often(782), (classification, error)] {
            let (yours, right) = (matrix_backward(&tape, output), gradients(&tape, output));
            for node in (0..tape.nodes.len()).rev() {
                let gradient = for_node(&yours, &tape, output, Var(node));
                inputs(&tape, output)
                    .and("node", &node)
                    .got(gradient)
                    .derived("the gradient for this node")
                    .expect(right[node].clone());
            }
        }
    });
}

/// E = mean(S ⊙ S) with S = W + Wᵀ: on the way back through the product its parents' values count, here those of a sum.
#[test]
fn the_square_of_a_sum_agrees_with_the_measured_gradient() {
    TASK.grade(1, |matrix_backward| {
        let w = array![[1.0, -2.0], [0.5, 3.0]];
        let mut tape = MatrixTape::new();
        let place = tape.leaf(&w);
        let transposed = tape.transpose(place);
        let sum = tape.add(place, transposed);
        let squares = tape.mul(sum, sum);
        let error = tape.mean(squares);
        let gradient = for_node(&matrix_backward(&tape, error), &tape, error, place);
        given("w", &w)
            .got(gradient)
            .derived("the gradient for W")
            .expect_gradient_of(|w| (w + &w.t()).mapv(|s| s * s).mean().unwrap(), &w);
    });
}

/// Both objectives, several sizes, measured: chapter 6's network, whose derivative nobody has written.
#[test]
fn a_network_agrees_with_the_measured_gradients() {
    TASK.grade(2, |matrix_backward| {
        for (seed, sizes) in [[3, 2, 3, 2], [2, 3, 3, 3], [1, 2, 4, 1]].into_iter().enumerate() {
            for objective in [Objective::Regression, Objective::Classification] {
                let example = naive::example(790 + seed as u64, objective, sizes);
                let mut tape = MatrixTape::new();
                let (places, error) = network(&mut tape, &example);
                let yours = matrix_backward(&tape, error);
                let Example { weights, x, y, .. } = &example;
                for (i, name) in ["W₁", "b₁", "W₂", "b₂"].into_iter().enumerate().rev() {
                    let formula =
                        ["the gradient for W₁", "the gradient for b₁", "the gradient for W₂", "the gradient for b₂"][i];
                    given(name, &weights[i])
                        .and("x", x)
                        .and("y", y)
                        .got(for_node(&yours, &tape, error, places[i]))
                        .derived(formula)
                        .expect_gradient_of(
                            |moved| {
                                let mut weights = weights.clone();
                                weights[i] = moved.clone();
                                naive::error(objective, &weights, x, y)
                            },
                            &weights[i],
                        );
                }
            }
        }
    });
}

/// The error itself may go on: where 3E is the output, every gradient is three times as large.
#[test]
fn an_error_may_be_used_further() {
    TASK.grade(2, |matrix_backward| {
        for objective in [Objective::Regression, Objective::Classification] {
            let example = naive::example(797, objective, [2, 2, 2, 1]);
            let mut tape = MatrixTape::new();
            let (places, error) = network(&mut tape, &example);
            let three = tape.leaf(&array![[3.0]]);
            let output = tape.mul(error, three);
            let right = naive::gradients_by_hand(objective, &example.weights, &example.x, &example.y);
            let yours = matrix_backward(&tape, output);
            for (place, right) in places.into_iter().zip(right) {
                let gradient = for_node(&yours, &tape, output, place);
                inputs(&tape, output)
                    .and("node", &place.0)
                    .got(gradient)
                    .derived("the gradient for this node")
                    .expect(3.0 * right);
            }
        }
    });
}
