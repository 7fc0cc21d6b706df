//! # Task 5: back through a product of matrices
//!
//! Write `matmul_backward(upstream, a, b)` in `src/operations.rs`. The upstream gradient says how the error changes
//! with each entry of `C = A B`; you say how it changes with each entry of `A` and of `B`. Shapes decide most of it: of
//! the products that fit, one has the shape of `A`, and one that of `B`. Where all matrices are square, the tests
//! decide.

use ch07::matmul_backward;
use ch07_mistakes::t5_matmul_backward::{MATMUL_BACKWARD, MatmulBackward};
use checks::{Given, Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<MatmulBackward> = Task {
    title: "Back through a product of matrices",
    functions: &["matmul_backward"],
    section: "Back through a product of matrices",
    yours: matmul_backward,
    diagnoses: &[&MATMUL_BACKWARD],
};

fn inputs(upstream: &Array2<f64>, a: &Array2<f64>, b: &Array2<f64>) -> Given {
    given("upstream", upstream).and("a", a).and("b", b)
}

/// C = 1 · 3 + 2 · 4 is one number. With G = 5 each entry of A gets 5 times the one of B that it met.
#[test]
fn a_row_and_a_column_by_hand() {
    TASK.grade(2, |matmul_backward| {
        let (g, a, b) = (array![[5.0]], array![[1.0, 2.0]], array![[3.0], [4.0]]);
        let (for_a, for_b) = matmul_backward(&g, &a, &b);
        inputs(&g, &a, &b).got(for_a).derived("the gradient for A").expect(array![[15.0, 20.0]]);
        inputs(&g, &a, &b).got(for_b).derived("the gradient for B").expect(array![[5.0], [10.0]]);
        for shape in [(2, 1), (1, 2)] {
            let g = Array2::ones(shape);
            let call = || matmul_backward(&g, &a, &b).0;
            inputs(&g, &a, &b).expect_panic("upstream does not have the shape of the product", call);
        }
    });
}

/// All four products fit here. A = [[1, 2], [0, 1]], B = [[1, 0], [3, 1]] and G = [[1, 0], [0, 0]]: C₁₁ = a₁₁ b₁₁ +
/// a₁₂ b₂₁ alone matters.
#[test]
fn square_matrices_show_which_one_is_transposed() {
    TASK.grade(2, |matmul_backward| {
        let (a, b) = (array![[1.0, 2.0], [0.0, 1.0]], array![[1.0, 0.0], [3.0, 1.0]]);
        let g = array![[1.0, 0.0], [0.0, 0.0]];
        let (for_a, for_b) = matmul_backward(&g, &a, &b);
        inputs(&g, &a, &b).got(for_a).derived("the gradient for A").expect(array![[1.0, 3.0], [0.0, 0.0]]);
        inputs(&g, &a, &b).got(for_b).derived("the gradient for B").expect(array![[1.0, 0.0], [2.0, 0.0]]);
    });
}

/// The upstream gradient is random. A product with this one stands for the function Σ G ⊙ (A B).
#[test]
fn every_entry_agrees_with_the_measured_one() {
    TASK.grade(2, |matmul_backward| {
        let sizes = [[2, 3, 4], [3, 3, 3], [1, 4, 2], [4, 1, 3], [2, 5, 1], [1, 1, 1]];
        for (seed, [n, k, m]) in sizes.into_iter().enumerate() {
            let mut random = Random::seeded(750 + seed as u64);
            let (g, a, b) = (random.matrix(n, m), random.matrix(n, k), random.matrix(k, m));
            let (for_a, for_b) = matmul_backward(&g, &a, &b);
            inputs(&g, &a, &b)
                .got(for_a)
                .derived("the gradient for A")
                .expect_gradient_of(|a| (a.dot(&b) * &g).sum(), &a);
            inputs(&g, &a, &b)
                .got(for_b)
                .derived("the gradient for B")
                .expect_gradient_of(|b| (a.dot(b) * &g).sum(), &b);
        }
    });
}
