//! The backward sweep: from one number on the tape to its derivatives by every number before it.

use crate::given::{Tape, Var};

/// The derivative of the output by every node on the tape.
///
/// A node acts on the output through every step that uses it, and what it passes on through each of them adds up. Start
/// with 0 everywhere, and with 1 at the output. Then go through the nodes from the output to the first one, and give
/// each parent its share:
///
/// ```text
/// ∂E/∂parent += local derivative · ∂E/∂node
/// ```
///
/// A node's parents stand before it on the tape. So when its turn comes, every step that uses it has given its share
/// already, and its derivative is complete.
///
/// - `tape`: the tape, which is only read; nothing is kept on it
/// - `output`: the node whose derivatives are wanted. There may be nodes after it, which do not matter
/// - returns one derivative for each node of the tape, in the tape's order: 1 for the output, 0 for a node on which the
///   output does not depend
///
/// Example: `a = 1`, `b = a + a` and `c = b + b`, which is 4a, have the derivatives `[4, 2, 1]`.
///
/// `vec![0.0; n]` is a list of `n` zeros, and `tape.nodes.len()` the number of nodes. `for i in (0..=output.0).rev()`
/// counts down to 0; `for &(parent, local) in &tape.nodes[i].parents` goes through the parents of node `i`, and
/// `parent.0` is the place of a parent as a `usize`.
///
/// Task 3: `cargo test -p ch07 t3`.
pub fn backward(tape: &Tape, output: Var) -> Vec<f64> {
    todo!("the derivatives of node {} by each of the {} nodes", output.0, tape.nodes.len())
}
