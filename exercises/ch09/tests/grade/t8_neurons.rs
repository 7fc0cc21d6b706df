//! # Task 8: what a hidden neuron sees
//!
//! Write `what_it_sees(w1, j)` and `favourites(h, j, count)` in `src/neurons.rs`. Nobody told the hidden neurons what
//! to look for. Their weights, laid out as an image, show where each of them wants ink; the images that excite it most
//! show what it has found.

use ch09::{favourites, what_it_sees};
use ch09_mistakes::t8_neurons::{FAVOURITES, Functions, WHAT_IT_SEES};
use checks::{Random, Task, given};
use ndarray::{Array2, array};

const TASK: Task<Functions> = Task {
    title: "What a hidden neuron sees",
    functions: &["what_it_sees", "favourites"],
    section: "What a hidden neuron sees",
    yours: (what_it_sees, favourites),
    diagnoses: &[&WHAT_IT_SEES, &FAVOURITES],
};

/// Weights that say where they stand: weight 17 of each neuron is 17 and a bit.
#[test]
fn weights_stand_where_their_pixels_are() {
    TASK.grade(2, |(what_it_sees, _)| {
        let w1 = Array2::from_shape_fn((3, 65), |(j, i)| i as f64 + 0.1 * j as f64);
        for j in [0, 2] {
            let expected =
                Array2::from_shape_fn((8, 8), |(row, column)| (8 * row + column + 1) as f64 + 0.1 * j as f64);
            given("w1", &w1).and("j", &j).of("what_it_sees").got(what_it_sees(&w1, j)).expect(expected);
        }
    });
}

/// The bias belongs to no pixel. A weight is shown with its sign.
#[test]
fn the_bias_is_left_out_and_signs_are_kept() {
    TASK.grade(1, |(what_it_sees, _)| {
        for j in [1, 4] {
            let w1 = Random::seeded(181).matrix(5, 65);
            let weights: Vec<f64> = w1.row(j).iter().skip(1).copied().collect();
            let expected = Array2::from_shape_vec((8, 8), weights).unwrap();
            given("w1", &w1).and("j", &j).of("what_it_sees").got(what_it_sees(&w1, j)).expect(expected);
        }
    });
}

#[test]
fn three_samples_by_hand() {
    TASK.grade(1, |(_, favourites)| {
        let h = array![[1.0, 0.2], [1.0, -0.9], [1.0, 0.7]];
        for (count, expected) in [(2, vec![2, 0]), (1, vec![2]), (3, vec![2, 0, 1]), (0, vec![])] {
            let inputs = given("h", &h).and("j", &0_usize).and("count", &count).of("favourites");
            inputs.got(favourites(&h, 0, count)).expect(expected);
        }
    });
}

/// The most negative activation is not excitement; and of equal ones the earlier sample comes first.
#[test]
fn high_is_not_far_from_zero() {
    TASK.grade(1, |(_, favourites)| {
        let h = array![[1.0, 0.5, -0.9], [1.0, 0.1, 0.3], [1.0, 0.5, 0.3], [1.0, -0.99, 0.2], [1.0, 0.6, 0.3]];
        for (j, count, expected) in [(0, 3, vec![4, 0, 2]), (1, 4, vec![1, 2, 4, 3]), (1, 9, vec![1, 2, 4, 3, 0])] {
            let inputs = given("h", &h).and("j", &j).and("count", &count).of("favourites");
            inputs.got(favourites(&h, j, count)).expect(expected);
        }
        let near = array![[1.0, 0.501], [1.0, 0.509], [1.0, 0.505]];
        let inputs = given("h", &near).and("j", &0_usize).and("count", &3_usize).of("favourites");
        inputs.got(favourites(&near, 0, 3)).expect(vec![1, 2, 0]);
    });
}

/// Many samples, of which many are equally excited.
#[test]
fn a_long_list_keeps_the_order_of_equal_ones() {
    TASK.grade(1, |(_, favourites)| {
        let h = Array2::from_shape_fn((60, 2), |(i, j)| if j == 0 { 1.0 } else { 0.1 * (7 * i % 5) as f64 });
        let expected: Vec<usize> = (0..5).rev().flat_map(|v| (0..60).filter(move |i| 7 * i % 5 == v)).collect();
        let inputs = given("h", &h).and("j", &0_usize).and("count", &60_usize).of("favourites");
        inputs.got(favourites(&h, 0, 60)).expect(expected);
        let none = Array2::ones((0, 3));
        given("h", &none)
            .and("j", &1_usize)
            .and("count", &2_usize)
            .of("favourites")
            .got(favourites(&none, 1, 2))
            .expect(vec![]);
    });
}

/// Each neuron has favourites of its own.
#[test]
fn each_neuron_has_its_own_column() {
    TASK.grade(1, |(_, favourites)| {
        let mut h = Random::seeded(182).matrix(20, 4);
        h.column_mut(0).fill(1.0);
        for j in 0..3 {
            let mut expected: Vec<usize> = (0..20).collect();
            expected.sort_by(|&a, &b| h[[b, j + 1]].total_cmp(&h[[a, j + 1]]));
            let inputs = given("h", &h).and("j", &j).and("count", &6_usize).of("favourites");
            inputs.got(favourites(&h, j, 6)).expect(expected[..6].to_vec());
        }
    });
}

#[test]
fn a_neuron_that_is_not_there_is_refused() {
    TASK.grade(1, |(what_it_sees, favourites)| {
        let [w1, narrow, wide] = [65, 64, 66].map(|columns| Random::seeded(183).matrix(2, columns));
        let h = array![[1.0, 0.2], [1.0, 0.4]];
        given("h", &h).and("j", &0_usize).of("favourites").got(favourites(&h, 0, 1)).expect(vec![1]);
        let sees = |w1: &Array2<f64>, j: usize| given("w1", w1).and("j", &j).of("what_it_sees");
        sees(&w1, 2).expect_panic("there is no row j", || what_it_sees(&w1, 2));
        sees(&narrow, 0).expect_panic("w1 has not 65 columns", || what_it_sees(&narrow, 0));
        sees(&wide, 0).expect_panic("w1 has not 65 columns", || what_it_sees(&wide, 0));
        given("h", &h)
            .and("j", &1_usize)
            .of("favourites")
            .expect_panic("there is no neuron j: column 0 is the constant 1", || favourites(&h, 1, 1));
    });
}
