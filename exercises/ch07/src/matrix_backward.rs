//! The backward sweep once more, over a tape whose nodes are matrices.

use crate::given::{MatrixTape, Var};
use ndarray::Array2;

/// The gradient of the output for every node on the tape.
///
/// This is `backward` of task 3, with a matrix in the place of each number. A node holds no local derivatives but the
/// operation that made it, and a `match` finds the way back through it:
///
/// ```text
/// operation             share of the first one              share of the second one
/// Leaf                  –
/// Add(a, b)             G                                   G
/// Sub(a, b)             G                                   −G
/// Mul(a, b)             mul_backward, task 7                as well
/// AddRow(a, row)        add_row_backward, task 6            as well
/// MatMul(a, b)          matmul_backward, task 5             as well
/// Transpose(a)          Gᵀ
/// Tanh(a)               tanh_backward, task 7
/// Mean(a)               mean_backward, task 6
/// CrossEntropy(a, y)    cross_entropy_backward, given       none: answers are not changed
/// ```
///
/// `G` is the node's own gradient, complete by the time its turn comes. Shares are added, as before.
///
/// - `tape`: the tape, which is only read
/// - `output`: the node whose gradients are wanted, of shape `(1, 1)`; nodes may follow it, which do not matter
/// - returns one gradient for each node of the tape, of the shape of its value: `[[1]]` for the output, zeros for a
///   node on which the output does not depend
///
/// Example: for `A = [[1, 2]]`, `B = [[3], [4]]` and `C = A B` the gradients are `[[3, 4]]`, `[[1], [2]]` and `[[1]]`.
///
/// `Array2::zeros(value.dim())` has the shape of `value`. `let g = gradients[i].clone();` first: with a copy of `G` in
/// hand, Rust lets you write to the list. Then `match tape.nodes[i].operation { Operation::Leaf => {} … }`, with
/// `crate::given::Operation`. `gradients[a.0] += &share;` adds entry by entry, `g.t()` is the transpose, and
/// `g[[0, 0]]` the number in a matrix of one entry. For `Tanh`, the result `H` is `tape.nodes[i].value`.
///
/// Task 8: `cargo test -p ch07 t8`.
pub fn matrix_backward(tape: &MatrixTape, output: Var) -> Vec<Array2<f64>> {
    todo!("the gradients of node {} for each of the {} nodes", output.0, tape.nodes.len())
}
