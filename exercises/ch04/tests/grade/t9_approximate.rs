//! # Task 9: the universal approximator
//!
//! Write `approximate(f, from, to, bumps, steepness)` in `src/approximator.rs`: a network that follows a given curve,
//! its weights written down one by one. Nothing is trained. It shows why one hidden layer is enough for any continuous
//! curve on an interval, and what that costs: the error falls as the layer grows.

use ch04::approximate;
use checks::{Given, Random, Task, assert_snapshot, given};
use ndarray::{Array1, Array2, array};
use std::f64::consts::TAU;
use std::fmt::Write;

const TASK: Task =
    Task { title: "The universal approximator", functions: &["approximate"], section: "The universal approximator" };

fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}

/// A curve with a hill, a valley, and no symmetry; no line is anywhere near it.
fn hill_and_valley(x: f64) -> f64 {
    (TAU * x).sin() + 0.5 * (5.0 * x).cos()
}

/// What the network answers at each point, `ŷ = W2 σ(W1 [1, x])`, after a look at the shapes of its weights.
fn outputs((w1, w2): (Array2<f64>, Array2<f64>), bumps: usize, points: &Array1<f64>) -> Array1<f64> {
    let rows = 2 * bumps;
    let words = format!("W1 has two rows for each of {bumps} bumps, with columns for 1 and x");
    Given::default().got(w1.clone()).expect_shape(&[rows, 2], &words);
    Given::default().got(w2.clone()).expect_shape(&[1, rows], "W2 has one weight for each hidden neuron");
    let x = Array2::from_shape_fn((points.len(), 2), |(row, i)| if i == 0 { 1.0 } else { points[row] });
    x.dot(&w1.t()).mapv(sigmoid).dot(&w2.row(0))
}

/// `n` points from one end to the other, both included.
fn grid(from: f64, to: f64, n: usize) -> Array1<f64> {
    Array1::from_shape_fn(n, |place| from + (to - from) * place as f64 / (n - 1) as f64)
}

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
    TASK.grade(2, || {
        let curve = |x: f64| 1.0 + x * x;
        let (from, to, bumps, s) = (0.0, 2.0, 3, 40.0);
        let points = array![0.0, 0.5, 1.0, 1.5, 2.0];
        let right = [(-0.5, 0.5, 1.0), (0.5, 1.5, 2.0), (1.5, 2.5, 5.0)];
        let sum = |bumps: [(f64, f64, f64); 3], shape: &dyn Fn(f64, f64, f64) -> f64| {
            points.mapv(|x| bumps.iter().map(|&(left, right, height)| height * shape(x, left, right)).sum())
        };
        let step = |x: f64, edge: f64| sigmoid(s * (x - edge));
        let curve_of = |bumps| sum(bumps, &|x, left, right| step(x, left) - step(x, right));
        let of_edges = |edge: &dyn Fn(f64) -> f64| sum(right, &|x, l, r| step(x, edge(l)) - step(x, edge(r)));
        given("from", &from)
            .and("to", &to)
            .and("bumps", &bumps)
            .and("steepness", &s)
            .and("x", &points)
            .got(outputs(approximate(&curve, from, to, bumps, s), bumps, &points))
            .mistake(
                curve_of([(-1.0 / 3.0, 1.0 / 3.0, 1.0), (1.0 / 3.0, 1.0, 13.0 / 9.0), (1.0, 5.0 / 3.0, 25.0 / 9.0)]),
                "the last bump does not stand at `to`: between three points there are two gaps, divide by bumps − 1",
            )
            .mistake(
                curve_of([
                    (1.0 / 6.0, -1.0 / 6.0, 1.0),
                    (-1.0 / 6.0, -0.5, 10.0 / 9.0),
                    (-0.5, -5.0 / 6.0, 13.0 / 9.0),
                ]),
                "`a / b - 1.0` takes 1 from the quotient: put the divisor in parentheses, `(bumps as f64 - 1.0)`",
            )
            .mistake(
                points.mapv(|x| step(x, -0.5) - step(x, 0.5) + 3.0 * step(x, 1.5) - 5.0 * step(x, 2.5)),
                "some rows are written twice and others never: bump b has the rows 2·b and 2·b + 1",
            )
            .mistake(
                points.mapv(|x| step(x, -0.5) + 2.0 * step(x, 0.5) + 5.0 * step(x, 1.5) - 5.0 * step(x, 2.5)),
                "some rows are written twice and others never: bump b has the rows 2·b and 2·b + 1",
            )
            .mistake(
                curve_of([(0.0, 2.0 / 3.0, 10.0 / 9.0), (2.0 / 3.0, 4.0 / 3.0, 2.0), (4.0 / 3.0, 2.0, 34.0 / 9.0)]),
                "the interval is cut into pieces: the first bump stands around `from`, the last around `to`",
            )
            .mistake(
                curve_of([(0.0, 2.0 / 3.0, 1.0), (2.0 / 3.0, 4.0 / 3.0, 13.0 / 9.0), (4.0 / 3.0, 2.0, 25.0 / 9.0)]),
                "the interval is cut into pieces: the first bump stands around `from`, the last around `to`",
            )
            .mistake(
                curve_of([(0.0, 1.0, 1.0), (1.0, 2.0, 2.0), (2.0, 3.0, 5.0)]),
                "the bumps begin at their points: let them stand around them, from c − width/2 to c + width/2",
            )
            .mistake(
                curve_of([(-0.5, 0.5, 1.25), (0.5, 1.5, 1.25), (1.5, 2.5, 3.25)]),
                "the height is that of the curve at the left edge: take f(c), in the middle of the bump",
            )
            .mistake(
                curve_of([(-1.0, 1.0, 1.0), (0.0, 2.0, 2.0), (1.0, 3.0, 5.0)]),
                "the bumps are twice as wide as their distance: the edges are c − width/2 and c + width/2",
            )
            .mistake(
                curve_of([(-0.5, 0.5, 1.0), (0.5, 1.5, 1.0), (1.5, 2.5, 1.0)]),
                "all bumps are 1 high: bump b is f(c_b) high, which goes into W2",
            )
            .mistake(
                sum(right, &|x, left, right| step(x, left) + step(x, right)),
                "both steps go up: the weight of the step at the right edge is minus the height",
            )
            .mistake(
                sum(right, &|x, left, right| step(x, right) - step(x, left)),
                "the curve is upside down: plus the height at the left edge, minus the height at the right one",
            )
            .mistake(
                of_edges(&|edge| -edge),
                "the edges are on the wrong side of 0: s · (x − edge) has the bias −s·edge, with a minus",
            )
            .mistake(
                of_edges(&|edge| edge / s),
                "the bias is not multiplied by the steepness: s · (x − edge) has the bias −s·edge",
            )
            .mistake(
                sum(right, &|x, left, right| sigmoid(s - s * left * x) - sigmoid(s - s * right * x)),
                "the columns of W1 are swapped: column 0 is for the constant 1, column 1 for x",
            )
            .expect(curve_of(right));
    });
}

/// The interval may lie anywhere, and two bumps are a network already. At the point of each bump the output is the
/// curve's own value.
#[test]
fn at_the_point_of_each_bump_the_network_meets_the_curve() {
    TASK.grade(1, || {
        let mut random = Random::seeded(49);
        for bumps in [2, 3, 8] {
            let from = 3.0 * random.number();
            let to = from + 1.5 + random.number();
            let points = grid(from, to, bumps);
            let width = (to - from) / (bumps as f64 - 1.0);
            let bump = |x: f64, c: f64| sigmoid(400.0 * (x - c + width / 2.0)) - sigmoid(400.0 * (x - c - width / 2.0));
            let bump_at_0 = |x: f64, b: usize| hill_and_valley(b as f64 * width) * bump(x, b as f64 * width);
            let from_forgotten = points.mapv(|x| (0..bumps).map(|b| bump_at_0(x, b)).sum());
            given("from", &from)
                .and("to", &to)
                .and("bumps", &bumps)
                .got(outputs(approximate(&hill_and_valley, from, to, bumps, 400.0), bumps, &points))
                .within(1e-4, 0.0)
                .mistake(from_forgotten, "the bumps begin at 0: bump b stands around `from + b * width`")
                .expect(points.mapv(hill_and_valley));
        }
    });
}

/// Between two points the curve moves on while the bump stays level. The curve is nowhere steeper than 2π + 2.5, so half
/// a bump further it is off by at most that times width / 2.
#[test]
fn the_error_is_no_larger_than_half_a_bump_allows() {
    TASK.grade(1, || {
        let (from, to) = (-1.0, 1.5);
        let points = grid(from, to, 701);
        for bumps in [11, 51] {
            let allowed = (TAU + 2.5) * (to - from) / (bumps - 1) as f64 / 2.0 + 1e-3;
            let words = format!("is at most {allowed:.3}, the largest error that this width allows");
            let largest_error = |y_hat: Array1<f64>| {
                (y_hat - points.mapv(hill_and_valley)).iter().fold(0.0, |a: f64, e| a.max(e.abs()))
            };
            given("from", &from)
                .and("to", &to)
                .and("bumps", &bumps)
                .got(largest_error(outputs(approximate(&hill_and_valley, from, to, bumps, 2000.0), bumps, &points)))
                .expect_that(&words, |&error| error <= allowed);
        }
    });
}

/// The curve from 0 to 1, drawn: `o` is the curve, `#` the network with 9 bumps, 18 hidden neurons.
#[test]
fn nine_bumps_follow_the_curve() {
    TASK.grade(1, || {
        let points = grid(0.0, 1.0, 65);
        let y_hat = outputs(approximate(&hill_and_valley, 0.0, 1.0, 9, 2000.0), 9, &points);
        let row_of = |y: f64| ((1.3 - y) / 0.1871) as usize;
        let mut picture = vec![vec![' '; points.len()]; 15];
        for (column, (&x, &y)) in points.iter().zip(&y_hat).enumerate() {
            picture[row_of(hill_and_valley(x)).min(14)][column] = 'o';
            picture[row_of(y).min(14)][column] = '#';
        }
        let mut lines = vec![String::from("o the curve   # the network")];
        lines.extend(picture.iter().map(|row| format!("|{}", row.iter().collect::<String>().trim_end())));
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
    TASK.grade(1, || {
        let points = grid(0.0, 1.0, 1001);
        let curve = points.mapv(hill_and_valley);
        let mut table = String::from("bumps   neurons   largest error   mean error\n");
        for bumps in [2, 3, 5, 9, 17, 33, 65] {
            let errors =
                (outputs(approximate(&hill_and_valley, 0.0, 1.0, bumps, 2000.0), bumps, &points) - &curve).abs();
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
