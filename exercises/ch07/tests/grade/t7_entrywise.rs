//! # Task 7: back through operations entry by entry
//!
//! Write `mul_backward(upstream, a, b)` and `tanh_backward(upstream, h)` in `src/operations.rs`. Entry by entry nothing
//! is mixed: they are task 1's product and task 2's tanh, for many numbers at once, times the upstream gradient.

use ch07::{mul_backward, tanh_backward};
use ch07_mistakes::t7_entrywise::{Functions, MUL_BACKWARD, TANH_BACKWARD};
use checks::{Random, Task, given};
use ndarray::array;

const TASK: Task<Functions> = Task {
    title: "Back through operations entry by entry",
    functions: &["mul_backward", "tanh_backward"],
    section: "Back through operations entry by entry",
    yours: (mul_backward, tanh_backward),
    diagnoses: &[&MUL_BACKWARD, &TANH_BACKWARD],
};

#[test]
fn a_product_by_hand() {
    TASK.grade(1, |(mul_backward, _)| {
        let (g, a, b) = (array![[10.0, 1.0]], array![[1.0, 2.0]], array![[3.0, 4.0]]);
        let (for_a, for_b) = mul_backward(&g, &a, &b);
        let inputs = || given("upstream", &g).and("a", &a).and("b", &b);
        inputs().got(for_a).derived("the gradient for A").expect(array![[30.0, 4.0]]);
        inputs().got(for_b).derived("the gradient for B").expect(array![[10.0, 2.0]]);
    });
}

/// tanh gave 0.6 and 0. There it grows by 1 − 0.36 and by 1: the upstream 2 and 5 become 1.28 and 5.
#[test]
fn a_tanh_by_hand() {
    TASK.grade(1, |(_, tanh_backward)| {
        let (g, h) = (array![[2.0, 5.0]], array![[0.6, 0.0]]);
        let back = tanh_backward(&g, &h);
        given("upstream", &g).and("h", &h).of("tanh_backward").got(back).expect(array![[1.28, 5.0]]);
    });
}

#[test]
fn every_entry_agrees_with_the_measured_one() {
    TASK.grade(2, |(mul_backward, tanh_backward)| {
        for (seed, (n, k)) in [(2, 3), (3, 3), (1, 4), (4, 1), (1, 1)].into_iter().enumerate() {
            let mut random = Random::seeded(770 + seed as u64);
            let (g, a, b) = (random.matrix(n, k), random.matrix(n, k), random.matrix(n, k));
            let (for_a, for_b) = mul_backward(&g, &a, &b);
            let inputs = || given("upstream", &g).and("a", &a).and("b", &b);
            inputs().got(for_a).derived("the gradient for A").expect_gradient_of(|a| (a * &b * &g).sum(), &a);
            inputs().got(for_b).derived("the gradient for B").expect_gradient_of(|b| (&a * b * &g).sum(), &b);
            let h = a.mapv(f64::tanh);
            given("upstream", &g)
                .and("h", &h)
                .of("tanh_backward")
                .got(tanh_backward(&g, &h))
                .expect_gradient_of(|a| (a.mapv(f64::tanh) * &g).sum(), &a);
        }
    });
}

/// Where ndarray would repeat a single row to make it fit, the functions refuse.
#[test]
fn all_shapes_must_be_equal() {
    TASK.grade(1, |(mul_backward, tanh_backward)| {
        let mut random = Random::seeded(78);
        let (tall, row) = (random.matrix(3, 2), random.matrix(1, 2));
        let product = mul_backward(&tall, &tall, &tall).0;
        given("upstream", &tall).and("a", &tall).and("b", &tall).got(product).expect(&tall * &tall);
        let others = [(&tall, &tall, &row), (&tall, &row, &tall), (&tall, &row, &row), (&row, &tall, &tall)];
        for (g, a, b) in others {
            let inputs = given("upstream", g).and("a", a).and("b", b);
            inputs.expect_panic("the shapes differ", || mul_backward(g, a, b).0);
        }
        for (g, h) in [(&tall, &row), (&row, &tall)] {
            let inputs = given("upstream", g).and("h", h).of("tanh_backward");
            inputs.expect_panic("the shapes differ", || tanh_backward(g, h));
        }
    });
}
