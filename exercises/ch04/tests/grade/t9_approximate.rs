//! # Task 9: the universal approximator
//!
//! Write `approximate(f, from, to, bumps, steepness)` in `src/approximator.rs`: a network that follows a given curve,
//! its weights written down one by one. Nothing is trained. It shows why one hidden layer is enough for any continuous
//! curve on an interval, and what that costs: the error falls as the layer grows.

use ch04::approximate;
use ch04_mistakes::t9_approximate::{APPROXIMATE, Approximate, hill_and_valley, sigmoid};
use checks::{Random, Task, assert_snapshot, given};
use ndarray::{Array1, Array2, array};
use std::f64::consts::TAU;
use std::fmt::Write;

const TASK: Task<Approximate> = Task {
    title: "The universal approximator",
    functions: &["approximate"],
    section: "The universal approximator",
    yours: approximate,
    diagnoses: &[&APPROXIMATE],
};

/// The curve 1 + x² from 0 to 2 with three bumps: around 0, 1 and 2, each 1 wide, with the heights 1, 2 and 5.
///
/// ```text
/// from −0.5 to 0.5: 1         from 0.5 to 1.5: 2         from 1.5 to 2.5: 5
/// ```
///
/// In the middle of each bump the output is its height, where two of them meet it is the mean of both, 1.5 and 3.5, up
/// to a few times σ(−20), which is 0.000000002. That rest belongs to the answer, and the test counts it too.
#[test]
fn a_curve_by_hand() {
    TASK.grade(2, |approximate| {
        let (from, to, bumps, s) = (0.0, 2.0, 3_usize, 40.0);
        let points = array![0.0, 0.5, 1.0, 1.5, 2.0];
        let y_hat = outputs(approximate(&|x| 1.0 + x * x, from, to, bumps, s), bumps, &points);
        let expected =
            points.mapv(|x| bump(x, -0.5, 0.5, 1.0, s) + bump(x, 0.5, 1.5, 2.0, s) + bump(x, 1.5, 2.5, 5.0, s));
        let inputs = given("from", &from).and("to", &to).and("bumps", &bumps).and("steepness", &s).and("x", &points);
        inputs.got(y_hat).expect(expected);
    });
}

/// Sides so soft that the bumps run into each other: the network is their sum, wherever one looks, and beside the
/// interval too. The curve −½ + x from −1 to 2 has the heights −1.5, −0.5, 0.5 and 1.5 at the points −1, 0, 1 and 2.
#[test]
fn the_network_is_the_sum_of_its_bumps() {
    TASK.grade(1, |approximate| {
        let (from, to, bumps) = (-1.0, 2.0, 4_usize);
        let points = array![-2.0, -1.3, -0.5, 0.2, 0.9, 1.5, 2.1, 3.0];
        for s in [3.0, 0.8] {
            let y_hat = outputs(approximate(&|x| x - 0.5, from, to, bumps, s), bumps, &points);
            let around = |x: f64, c: f64| bump(x, c - 0.5, c + 0.5, c - 0.5, s);
            let expected = points.mapv(|x| around(x, -1.0) + around(x, 0.0) + around(x, 1.0) + around(x, 2.0));
            let inputs = given("from", &from).and("to", &to).and("bumps", &bumps).and("steepness", &s);
            inputs.and("x", &points).got(y_hat).expect(expected);
        }
    });
}

/// The interval may lie anywhere, and two bumps are a network already. At the point of each bump the output is the
/// curve's own value.
#[test]
fn at_the_point_of_each_bump_the_network_meets_the_curve() {
    TASK.grade(1, |approximate| {
        let mut random = Random::seeded(49);
        for bumps in [2_usize, 3, 8] {
            let from = 3.0 * random.number();
            let to = from + 1.5 + random.number();
            let points = grid(from, to, bumps);
            let y_hat = outputs(approximate(&hill_and_valley, from, to, bumps, 400.0), bumps, &points);
            let inputs = given("from", &from).and("to", &to).and("bumps", &bumps);
            inputs.got(y_hat).within(1e-4, 0.0).expect(points.mapv(hill_and_valley));
        }
    });
}

/// One bump cannot stand at both ends of the interval; two can.
#[test]
fn fewer_than_two_bumps_are_refused() {
    TASK.grade(1, |approximate| {
        let ends = array![-1.0, 1.5];
        let y_hat = outputs(approximate(&hill_and_valley, -1.0, 1.5, 2, 400.0), 2, &ends);
        given("x", &ends).got(y_hat).within(1e-4, 0.0).expect(ends.mapv(hill_and_valley));
        for bumps in [1_usize, 0] {
            let call = || approximate(&hill_and_valley, -1.0, 1.5, bumps, 400.0).0;
            given("bumps", &bumps).expect_panic("there are fewer than two bumps", call);
        }
    });
}

/// Between two points the curve moves on while the bump stays level. The curve is nowhere steeper than 2π + 2.5, so
/// half a bump further it is off by at most that times width / 2.
#[test]
fn the_error_is_no_larger_than_half_a_bump_allows() {
    TASK.grade(1, |approximate| {
        let (from, to) = (-1.0, 1.5);
        let points = grid(from, to, 701);
        for bumps in [11, 51] {
            let allowed = (TAU + 2.5) * (to - from) / (bumps - 1) as f64 / 2.0 + 1e-3;
            let words = format!("is at most {allowed:.3}, the largest error that this width allows");
            let y_hat = outputs(approximate(&hill_and_valley, from, to, bumps, 2000.0), bumps, &points);
            let error = (y_hat - points.mapv(hill_and_valley)).fold(0.0, |max: f64, e| max.max(e.abs()));
            let inputs = given("from", &from).and("to", &to).and("bumps", &bumps);
            inputs.got(error).expect_that(&words, |&error| error <= allowed);
        }
    });
}

/// The curve from 0 to 1, drawn: `o` is the curve, `#` the network with 9 bumps, 18 hidden neurons.
#[test]
fn nine_bumps_follow_the_curve() {
    TASK.grade(1, |approximate| {
        let points = grid(0.0, 1.0, 65);
        let y_hat = outputs(approximate(&hill_and_valley, 0.0, 1.0, 9, 2000.0), 9, &points);
        let lines = drawn(&points.mapv(hill_and_valley), &y_hat);
        assert_snapshot!(lines.join("\n"), @"
        o the curve   # the network
        |         ooo########
        |     #######      ooo
        |   o#               #oo
        | oo                  #######
        |####                     o
        |                          oo
        |                            #                                ####
        |                             oo                               o
        |                               o                            #o
        |                             #######                       oo
        |                                  oo                      o
        |                                    #                #######
        |                                     ooo              oo
        |                                     ########      o#o
        |                                          ooo#######
        ");
    });
}

/// Half the width, and sooner or later half the largest error: the network can be as good as one likes, if one pays for
/// it in neurons. NumPy 2.4.6, given the same edges and heights, prints the same table.
#[test]
fn the_error_falls_as_the_layer_grows() {
    TASK.grade(1, |approximate| {
        let points = grid(0.0, 1.0, 1001);
        let curve = points.mapv(hill_and_valley);
        let mut table = String::from("bumps   neurons   largest error   mean error\n");
        for bumps in [2, 3, 5, 9, 17, 33, 65] {
            let y_hat = outputs(approximate(&hill_and_valley, 0.0, 1.0, bumps, 2000.0), bumps, &points);
            let errors = (y_hat - &curve).abs();
            let largest = errors.fold(0.0, |max: f64, &error| max.max(error));
            let mean = errors.mean().unwrap();
            writeln!(table, "{bumps:>5}   {:>7}   {largest:>13.3}   {mean:>10.3}", 2 * bumps).unwrap();
        }
        assert_snapshot!(table, @"
        bumps   neurons   largest error   mean error
            2         4           1.573        0.776
            3         6           1.549        0.762
            5        10           0.990        0.291
            9        18           0.509        0.152
           17        34           0.246        0.074
           33        66           0.113        0.035
           65       130           0.049        0.016
        ");
    });
}

/// What the network answers at each point, `ŷ = W2 σ(W1 [1, x])`, after a look at the shapes of its weights.
fn outputs((w1, w2): (Array2<f64>, Array2<f64>), bumps: usize, points: &Array1<f64>) -> Array1<f64> {
    let rows = 2 * bumps;
    let words = format!("W1 has two rows for each of {bumps} bumps, with columns for 1 and x");
    given("bumps", &bumps).got(w1.clone()).expect_shape(&[rows, 2], &words);
    given("bumps", &bumps).got(w2.clone()).expect_shape(&[1, rows], "W2 has one weight for each hidden neuron");
    let x = Array2::from_shape_fn((points.len(), 2), |(row, i)| if i == 0 { 1.0 } else { points[row] });
    x.dot(&w1.t()).mapv(sigmoid).dot(&w2.row(0))
}

/// `n` points from one end to the other, both included.
fn grid(from: f64, to: f64, n: usize) -> Array1<f64> {
    Array1::from_shape_fn(n, |place| from + (to - from) * place as f64 / (n - 1) as f64)
}

fn bump(x: f64, left: f64, right: f64, height: f64, steepness: f64) -> f64 {
    height * (sigmoid(steepness * (x - left)) - sigmoid(steepness * (x - right)))
}

/// Two curves as lines of letters, 15 rows high: `o` the first, `#` the second, which covers it.
fn drawn(curve: &Array1<f64>, y_hat: &Array1<f64>) -> Vec<String> {
    let row_of = |y: f64| (((1.3 - y) / 0.1871) as usize).min(14);
    let mut picture = vec![vec![' '; curve.len()]; 15];
    for (column, (&y, &y_hat)) in curve.iter().zip(y_hat).enumerate() {
        picture[row_of(y)][column] = 'o';
        picture[row_of(y_hat)][column] = '#';
    }
    let rows = picture.iter().map(|row| format!("|{}", row.iter().collect::<String>().trim_end()));
    std::iter::once(String::from("o the curve   # the network")).chain(rows).collect()
}
