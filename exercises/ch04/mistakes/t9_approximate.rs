//! Spoilers: wrong ways to write `approximate`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Answer, Diagnosis};
use ndarray::{Array1, Array2};
use std::f64::consts::TAU;

pub type Approximate = fn(&dyn Fn(f64) -> f64, f64, f64, usize, f64) -> Network;
type Network = (Array2<f64>, Array2<f64>);

/// A curve, the interval, how many bumps, and how steep they are.
type Inputs = (fn(f64) -> f64, f64, f64, usize, f64);

/// Neurons may stand in any order, and a step may be written from either side: what is compared is the output, at
/// points in the interval and beside it.
pub static APPROXIMATE: Diagnosis<Approximate, Approximate, Inputs> = Diagnosis {
    function: "approximate",
    slot: |f| f,
    right: |f, from, to, bumps, s| {
        assert!(bumps >= 2);
        around(f, from, to, bumps, s)
    },
    mistakes: &[
        (
            "the last bump does not stand at `to`: between n points there are n − 1 gaps, divide by bumps − 1",
            |f, from, to, bumps, s| with_width(f, from, (to - from) / bumps as f64, bumps, s),
        ),
        (
            "`a / b - 1.0` takes 1 from the quotient: put the divisor in parentheses, `(bumps as f64 - 1.0)`",
            |f, from, to, bumps, s| with_width(f, from, (to - from) / bumps as f64 - 1.0, bumps, s),
        ),
        (
            "the gaps are too narrow: n points have n − 1 gaps between them, divide by bumps − 1, not by bumps + 1",
            |f, from, to, bumps, s| with_width(f, from, (to - from) / (bumps + 1) as f64, bumps, s),
        ),
        (
            "parentheses: the width is (to − from) / (bumps − 1), and `to - from / …` divides `from` alone",
            |f, from, to, bumps, s| with_width(f, from, to - from / (bumps as f64 - 1.0), bumps, s),
        ),
        (
            "the width is that of an interval from 0 to `to`: take (to − from) / (bumps − 1)",
            |f, from, to, bumps, s| with_width(f, from, to / (bumps as f64 - 1.0), bumps, s),
        ),
        ("the width is that of an interval from 0 to 1: take (to − from) / (bumps − 1)", |f, from, _, bumps, s| {
            with_width(f, from, 1.0 / (bumps as f64 - 1.0), bumps, s)
        }),
        ("each bump is 1 wide: take (to − from) / (bumps − 1)", |f, from, _, bumps, s| {
            with_width(f, from, 1.0, bumps, s)
        }),
        ("each bump is as wide as the interval: divide by bumps − 1", |f, from, to, bumps, s| {
            with_width(f, from, to - from, bumps, s)
        }),
        (
            "the width is (from + to) / (bumps − 1): the length of the interval is to − from",
            |f, from, to, bumps, s| with_width(f, from, (to + from) / (bumps as f64 - 1.0), bumps, s),
        ),
        ("the width is negative, from − to: the length of the interval is to − from", |f, from, to, bumps, s| {
            with_width(f, from, (from - to) / (bumps as f64 - 1.0), bumps, s)
        }),
        (
            "a width of whole numbers is cut off: divide `f64` by `f64`, `(bumps - 1) as f64`",
            |f, from, to, bumps, s| with_width(f, from, ((to - from) as usize / (bumps - 1)) as f64, bumps, s),
        ),
        (
            "a width of whole numbers is cut off: divide `f64` by `f64`, `(bumps - 1) as f64`",
            |f, from, to, bumps, s| {
                with_width(f, from, (to as i64 - from as i64) as f64 / (bumps as f64 - 1.0), bumps, s)
            },
        ),
        (
            "`b / (bumps - 1)` is cut off to a whole number: write `b as f64` before the division",
            |f, from, to, bumps, s| {
                let (width, point) = (width(from, to, bumps), |b: usize| from + (b / (bumps - 1)) as f64 * (to - from));
                bumps_of(bumps, s, |b| (point(b) - width / 2.0, point(b) + width / 2.0, f(point(b))))
            },
        ),
        ("the bumps begin at 0: bump b stands around `from + b * width`", |f, from, to, bumps, s| {
            with_width(f, 0.0, width(from, to, bumps), bumps, s)
        }),
        (
            "the heights are those of an interval that begins at 0: take f(c), where c is `from + b * width`",
            |f, from, to, bumps, s| {
                let width = width(from, to, bumps);
                bumps_of(bumps, s, |b| {
                    let c = from + b as f64 * width;
                    (c - width / 2.0, c + width / 2.0, f(b as f64 * width))
                })
            },
        ),
        ("the edges are those of an interval that begins at 0: add `from` to them too", |f, from, to, bumps, s| {
            let width = width(from, to, bumps);
            bumps_of(bumps, s, |b| {
                let c = b as f64 * width;
                (c - width / 2.0, c + width / 2.0, f(from + c))
            })
        }),
        ("the bumps begin at `to`: bump b stands around `from + b * width`", |f, from, to, bumps, s| {
            with_width(f, to, width(from, to, bumps), bumps, s)
        }),
        (
            "all points are one width too far to the right: b counts from 0, and the first point is `from`",
            |f, from, to, bumps, s| {
                let width = width(from, to, bumps);
                with_width(f, from + width, width, bumps, s)
            },
        ),
        ("the points do not move: bump b stands around `from + b * width`", |f, from, to, bumps, s| {
            edges(f, from, to, bumps, s, |_, width| (from - width / 2.0, from + width / 2.0))
        }),
        (INTERVAL_CUT, |f, from, to, bumps, s| {
            let width = (to - from) / bumps as f64;
            with_width(f, from + width / 2.0, width, bumps, s)
        }),
        (INTERVAL_CUT, |f, from, to, bumps, s| {
            let width = (to - from) / bumps as f64;
            let left = |b: usize| from + b as f64 * width;
            bumps_of(bumps, s, |b| (left(b), left(b) + width, f(left(b))))
        }),
        (INTERVAL_CUT, |f, from, to, bumps, s| {
            let width = (to - from) / bumps as f64;
            let left = |b: usize| from + b as f64 * width;
            bumps_of(bumps, s, |b| (left(b), left(b) + width, f(left(b) + width)))
        }),
        (
            "the bumps begin at their points: let them stand around them, from c − width/2 to c + width/2",
            |f, from, to, bumps, s| edges(f, from, to, bumps, s, |c, width| (c, c + width)),
        ),
        (
            "the bumps end at their points: let them stand around them, from c − width/2 to c + width/2",
            |f, from, to, bumps, s| edges(f, from, to, bumps, s, |c, width| (c - width, c)),
        ),
        (
            "the bumps are twice as wide as their distance: the edges are c − width/2 and c + width/2",
            |f, from, to, bumps, s| edges(f, from, to, bumps, s, |c, width| (c - width, c + width)),
        ),
        (
            "the bumps are half as wide as their distance: the edges are c − width/2 and c + width/2",
            |f, from, to, bumps, s| edges(f, from, to, bumps, s, |c, width| (c - width / 4.0, c + width / 4.0)),
        ),
        ("the right edge is too far: it is c + width/2, where the next bump begins", |f, from, to, bumps, s| {
            edges(f, from, to, bumps, s, |c, width| (c - width / 2.0, c + width))
        }),
        ("the left edge is too far: it is c − width/2, where the bump before ends", |f, from, to, bumps, s| {
            edges(f, from, to, bumps, s, |c, width| (c - width, c + width / 2.0))
        }),
        ("the left edge is the point itself: it is c − width/2", |f, from, to, bumps, s| {
            edges(f, from, to, bumps, s, |c, width| (c, c + width / 2.0))
        }),
        ("the right edge is the point itself: it is c + width/2", |f, from, to, bumps, s| {
            edges(f, from, to, bumps, s, |c, width| (c - width / 2.0, c))
        }),
        ("the edges are c − ½ and c + ½: half of the width stands on each side", |f, from, to, bumps, s| {
            edges(f, from, to, bumps, s, |c, _| (c - 0.5, c + 0.5))
        }),
        (
            "parentheses: `c - width / 2` takes half the width away, `(c - width) / 2` halves both",
            |f, from, to, bumps, s| edges(f, from, to, bumps, s, |c, width| ((c - width) / 2.0, (c + width) / 2.0)),
        ),
        (
            "the height is that of the curve at the left edge: take f(c), in the middle of the bump",
            |f, from, to, bumps, s| heights(from, to, bumps, s, |c, width, _| f(c - width / 2.0)),
        ),
        (
            "the height is that of the curve at the right edge: take f(c), in the middle of the bump",
            |f, from, to, bumps, s| heights(from, to, bumps, s, |c, width, _| f(c + width / 2.0)),
        ),
        ("the height is that of the next point: take f(c), in the middle of the bump", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |c, width, _| f(c + width))
        }),
        ("the height is that of the point before: take f(c), in the middle of the bump", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |c, width, _| f(c - width))
        }),
        (
            "the height is the mean of the curve at both edges: take f(c), in the middle of the bump",
            |f, from, to, bumps, s| {
                heights(from, to, bumps, s, |c, width, _| (f(c - width / 2.0) + f(c + width / 2.0)) / 2.0)
            },
        ),
        ("all bumps are 1 high: bump b is f(c_b) high, which goes into W2", |_, from, to, bumps, s| {
            heights(from, to, bumps, s, |_, _, _| 1.0)
        }),
        ("all bumps are as high as the first: bump b is f(c_b) high", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |_, _, _| f(from))
        }),
        ("the height is f(b), of the number of the bump: take f(c), of its point", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |_, _, b| f(b as f64))
        }),
        ("the height is c, the point itself: take the curve there, f(c)", |_, from, to, bumps, s| {
            heights(from, to, bumps, s, |c, _, _| c)
        }),
        (
            "the heights have lost their signs: where the curve is negative, the bump is a dent",
            |f, from, to, bumps, s| heights(from, to, bumps, s, |c, _, _| f(c).abs()),
        ),
        ("the heights are cut off at 0: where the curve is negative, the bump is a dent", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |c, _, _| f(c).max(0.0))
        }),
        ("the heights are cut off at 0 and 1: bump b is f(c_b) high, whatever that is", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |c, _, _| f(c).clamp(0.0, 1.0))
        }),
        (
            "each height is the difference to the bump before, and comes down again: bump b is f(c_b) high",
            |f, from, to, bumps, s| {
                heights(from, to, bumps, s, |c, width, b| if b == 0 { f(c) } else { f(c) - f(c - width) })
            },
        ),
        ("the heights are added up from bump to bump: bump b is f(c_b) high", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |_, width, b| (0..=b).map(|b| f(from + b as f64 * width)).sum())
        }),
        (
            "the heights are divided by the number of bumps: at each point one bump stands, with its full height",
            |f, from, to, bumps, s| heights(from, to, bumps, s, |c, _, _| f(c) / bumps as f64),
        ),
        ("the heights are multiplied by the width: bump b is f(c_b) high", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |c, width, _| f(c) * width)
        }),
        (
            "the heights are multiplied by the steepness: it belongs into W1, W2 holds the heights",
            |f, from, to, bumps, s| heights(from, to, bumps, s, |c, _, _| f(c) * s),
        ),
        (
            "the heights are twice what they should be: f(c) at the left edge, −f(c) at the right one",
            |f, from, to, bumps, s| heights(from, to, bumps, s, |c, _, _| 2.0 * f(c)),
        ),
        (
            "the heights are half of what they should be: f(c) at the left edge, −f(c) at the right one",
            |f, from, to, bumps, s| heights(from, to, bumps, s, |c, _, _| f(c) / 2.0),
        ),
        ("the digits after the point are lost: keep the heights as `f64`, without a cast", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |c, _, _| f(c).trunc())
        }),
        ("the heights stand in reverse order: the bump around c is f(c) high", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |c, _, _| f(from + to - c))
        }),
        ("the last bump is missing, its weights are 0: the loop runs over `0..bumps`", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |c, _, b| if b + 1 < bumps { f(c) } else { 0.0 })
        }),
        ("the first bump is missing, its weights are 0: the loop runs over `0..bumps`", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |c, _, b| if b > 0 { f(c) } else { 0.0 })
        }),
        ("only the first bump is there: does a `return` end the loop?", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |c, _, b| if b == 0 { f(c) } else { 0.0 })
        }),
        ("only the last bump is there: bump b has the rows 2·b and 2·b + 1", |f, from, to, bumps, s| {
            heights(from, to, bumps, s, |c, _, b| if b + 1 == bumps { f(c) } else { 0.0 })
        }),
        (
            "the output is 0 everywhere: fill both matrices, and let the two steps of a bump stand at different edges",
            |_, _, _, bumps, _| (Array2::zeros((2 * bumps, 2)), Array2::zeros((1, 2 * bumps))),
        ),
        ("both steps go up: the weight of the step at the right edge is minus the height", |f, from, to, bumps, s| {
            rows(f, from, to, bumps, |edge, height, down| (-s * edge, s, if down { -height } else { height }))
        }),
        (
            "the curve is upside down: a step up, [−s·edge, s], has plus the height at the left edge, minus it at the right one",
            |f, from, to, bumps, s| rows(f, from, to, bumps, |edge, height, _| (-s * edge, s, -height)),
        ),
        ("the step at the right edge is missing: its weight is minus the height", |f, from, to, bumps, s| {
            rows(f, from, to, bumps, |edge, height, down| (-s * edge, s, if down { 0.0 } else { height }))
        }),
        (
            "the step at the left edge is missing: it has the row 2·b and the weight f(c), and the other one the row 2·b + 1",
            |f, from, to, bumps, s| {
                rows(f, from, to, bumps, |edge, height, down| (-s * edge, s, if down { height } else { 0.0 }))
            },
        ),
        ("the step at the right edge is 1 high: its weight is minus the height", |f, from, to, bumps, s| {
            rows(f, from, to, bumps, |edge, height, down| (-s * edge, s, if down { -1.0 } else { height }))
        }),
        (
            "the edges are on the wrong side of 0: s · (x − edge) has the bias −s·edge, with a minus",
            |f, from, to, bumps, s| rows(f, from, to, bumps, |edge, height, _| (s * edge, s, height)),
        ),
        (
            "the bias is not multiplied by the steepness: s · (x − edge) has the bias −s·edge",
            |f, from, to, bumps, s| rows(f, from, to, bumps, |edge, height, _| (-edge, s, height)),
        ),
        (
            "the bias is neither negative nor multiplied by the steepness: s · (x − edge) has the bias −s·edge",
            |f, from, to, bumps, s| rows(f, from, to, bumps, |edge, height, _| (edge, s, height)),
        ),
        ("the columns of W1 are swapped: column 0 is for the constant 1, column 1 for x", |f, from, to, bumps, s| {
            rows(f, from, to, bumps, |edge, height, _| (s, -s * edge, height))
        }),
        (
            "column 1 of W1 is 1: x is multiplied by the steepness too, the row is [−s·edge, s]",
            |f, from, to, bumps, s| rows(f, from, to, bumps, |edge, height, _| (-s * edge, 1.0, height)),
        ),
        (
            "column 1 of W1 is 0: x is multiplied by the steepness, the row is [−s·edge, s]",
            |f, from, to, bumps, s| rows(f, from, to, bumps, |edge, height, _| (-s * edge, 0.0, height)),
        ),
        (
            "column 1 of W1 is −s, and column 0 −s·edge: one of the signs is wrong, the row is [−s·edge, s]",
            |f, from, to, bumps, s| rows(f, from, to, bumps, |edge, height, _| (-s * edge, -s, height)),
        ),
        (
            "the row of the right edge is turned round as well as its weight: minus the height is enough",
            |f, from, to, bumps, s| {
                rows(
                    f,
                    from,
                    to,
                    bumps,
                    |edge, height, down| if down { (s * edge, -s, height) } else { (-s * edge, s, height) },
                )
            },
        ),
        ("the steepness is missing: the row is [−s·edge, s]", |f, from, to, bumps, _| {
            rows(f, from, to, bumps, |edge, height, _| (-edge, 1.0, height))
        }),
        ("divided by the steepness: the row is [−s·edge, s]", |f, from, to, bumps, s| {
            around(f, from, to, bumps, 1.0 / s)
        }),
        ("half as steep as asked for: the row is [−s·edge, s]", |f, from, to, bumps, s| {
            around(f, from, to, bumps, s / 2.0)
        }),
        ("twice as steep as asked for: the row is [−s·edge, s]", |f, from, to, bumps, s| {
            around(f, from, to, bumps, 2.0 * s)
        }),
        ("the steepness is divided by the width: the row is [−s·edge, s]", |f, from, to, bumps, s| {
            around(f, from, to, bumps, s / width(from, to, bumps))
        }),
        ("the steepness is multiplied by the width: the row is [−s·edge, s]", |f, from, to, bumps, s| {
            around(f, from, to, bumps, s * width(from, to, bumps))
        }),
        (
            "a steepness of its own is built in: the row is [−s·edge, s], with the argument",
            |f, from, to, bumps, _| around(f, from, to, bumps, 50.0),
        ),
        (
            "a steepness of its own is built in: the row is [−s·edge, s], with the argument",
            |f, from, to, bumps, _| around(f, from, to, bumps, 100.0),
        ),
        (SOME_ROWS, |f, from, to, bumps, s| placed(f, from, to, bumps, s, |b| (2 * b, b + 1))),
        (SOME_ROWS, |f, from, to, bumps, s| placed(f, from, to, bumps, s, |b| (b, b + 1))),
        (SOME_ROWS, |f, from, to, bumps, s| placed(f, from, to, bumps, s, |b| (b, 2 * b + 1))),
        (SOME_ROWS, |f, from, to, bumps, s| placed(f, from, to, bumps, s, |b| (b, 2 * b))),
        (
            "an index runs past the end: bump b has the rows 2·b and 2·b + 1, with b from 0 to bumps − 1",
            |f, from, to, bumps, s| placed(f, from, to, bumps, s, |b| (2 * b + 1, 2 * b + 2)),
        ),
        (
            "only one row of W1 is there for each bump: it takes two, a step up and a step down",
            |f, from, to, bumps, s| {
                let (w1, w2) = around(f, from, to, bumps, s);
                let up: Vec<usize> = (0..bumps).map(|b| 2 * b).collect();
                (w1.select(ndarray::Axis(0), &up), w2.select(ndarray::Axis(1), &up))
            },
        ),
        ("W1 is transposed: each neuron is a row, with columns for 1 and x", |f, from, to, bumps, s| {
            let (w1, w2) = around(f, from, to, bumps, s);
            (w1.t().to_owned(), w2)
        }),
        ("W2 is transposed: it has one row, for the one output", |f, from, to, bumps, s| {
            let (w1, w2) = around(f, from, to, bumps, s);
            (w1, w2.t().to_owned())
        }),
        (
            "both matrices are transposed: a neuron is a row, in W1 each hidden one, in W2 the output",
            |f, from, to, bumps, s| {
                let (w1, w2) = around(f, from, to, bumps, s);
                (w1.t().to_owned(), w2.t().to_owned())
            },
        ),
        ("W1 and W2 are swapped: the hidden layer comes first, `(w1, w2)`", |f, from, to, bumps, s| {
            let (w1, w2) = around(f, from, to, bumps, s);
            (w2, w1)
        }),
        ("W2 has a column for a bias: the output has none here", |f, from, to, bumps, s| {
            (around(f, from, to, bumps, s).0, Array2::zeros((1, 2 * bumps + 1)))
        }),
        ("there is a bump too many: `0..bumps`, with two rows for each", |f, from, to, bumps, s| {
            with_width(f, from, width(from, to, bumps), bumps + 1, s)
        }),
        ("there is a bump too few: `0..bumps`, with two rows for each", |f, from, to, bumps, s| {
            with_width(f, from, width(from, to, bumps), bumps.max(1) - 1, s)
        }),
        ("for one bump or none it returns something: keep the `assert!` of the stub", |f, from, to, bumps, s| {
            let width = (to - from) / (bumps as f64 - 1.0);
            bumps_of(bumps, s, |b| {
                let c = from + b as f64 * width;
                (c - width / 2.0, c + width / 2.0, f(c))
            })
        }),
        ("for one bump it returns something: keep the `assert!` of the stub", around),
        (
            "brackets: the steepness multiplies the whole edge, `-steepness * (c - width / 2.0)`",
            |f, from, to, bumps, s| {
                let width = width(from, to, bumps);
                let neuron = |b: usize, half: f64, sign: f64| {
                    let c = from + b as f64 * width;
                    (-s * c + half, s, sign * f(c))
                };
                let both = (0..bumps).flat_map(|b| [neuron(b, -width / 2.0, 1.0), neuron(b, width / 2.0, -1.0)]);
                network(&both.collect::<Vec<_>>())
            },
        ),
        (
            "brackets: the steepness multiplies the whole edge, `-steepness * (c - width / 2.0)`",
            |f, from, to, bumps, s| {
                let width = width(from, to, bumps);
                let neuron = |b: usize, half: f64, sign: f64| {
                    let c = from + b as f64 * width;
                    (-s * c - half, s, sign * f(c))
                };
                let both = (0..bumps).flat_map(|b| [neuron(b, -width / 2.0, 1.0), neuron(b, width / 2.0, -1.0)]);
                network(&both.collect::<Vec<_>>())
            },
        ),
        (
            "the outer bumps end at `from` and `to`: they stand around these points, half a width beyond",
            |f, from, to, bumps, s| {
                edges(f, from, to, bumps, s, |c, width| ((c - width / 2.0).max(from), (c + width / 2.0).min(to)))
            },
        ),
    ],
    inputs: || {
        vec![
            (|x| 1.0 + x * x, 0.0, 2.0, 3, 40.0),
            (|x| 1.0 + x * x, 0.0, 2.0, 3, 3.0),
            (hill_and_valley, -1.3, 0.9, 4, 6.0),
            (hill_and_valley, 0.4, 2.1, 6, 25.0),
            (hill_and_valley, -2.7, -1.1, 5, 9.0),
            (|x| x - 0.5, -1.0, 2.0, 4, 2.0),
            (|x| 2.0 + (3.0 * x).sin(), 0.3, 5.9, 8, 1.5),
            (|x| 2.0 + (3.0 * x).sin(), 1.7, 2.6, 2, 4.0),
            (|x| -1.0 - x * x, -0.5, 1.2, 3, 5.0),
            (|x| 1.5 * x, 0.7, 1.9, 2, 7.0),
            (|x| x * x, 0.5, 1.5, 1, 8.0),
            (|x| x * x, 0.5, 1.5, 0, 8.0),
        ]
    },
    call: |approximate, &(f, from, to, bumps, s)| {
        let (w1, w2) = approximate(&f, from, to, bumps, s);
        if (w1.dim(), w2.dim()) != ((2 * bumps, 2), (1, 2 * bumps)) {
            let shapes = [w1.nrows(), w1.ncols(), w2.nrows(), w2.ncols()].map(|size| size as f64);
            return Answer::named("the shapes", &shapes.to_vec());
        }
        let points = [-0.4, -0.07, 0.11, 0.36, 0.5, 0.77, 0.93, 1.06, 1.3].map(|part| from + part * (to - from));
        let h = |x: f64, j: usize| sigmoid(w1[[j, 0]] + w1[[j, 1]] * x);
        let output = |x: f64| (0..2 * bumps).map(|j| w2[[0, j]] * h(x, j)).sum();
        points.into_iter().map(output).collect::<Array1<f64>>().into()
    },
    properties: &[
        ("there are fewer than two bumps", |(.., bumps, _)| *bumps < 2),
        ("the interval begins at a number other than 0", |(_, from, ..)| *from != 0.0),
        ("the interval begins left of 0", |(_, from, ..)| *from < 0.0),
        ("the interval begins right of 0", |(_, from, ..)| *from > 0.0),
        ("there are more than two bumps", |(.., bumps, _)| *bumps > 2),
        ("there are more than three bumps", |(.., bumps, _)| *bumps > 3),
        ("the curve is negative at a point", |&(f, from, to, bumps, _)| {
            (0..bumps).any(|b| f(from + b as f64 * width(from, to, bumps.max(2))) < 0.0)
        }),
        ("the curve is positive at every point", |&(f, from, to, bumps, _)| {
            (0..bumps).all(|b| f(from + b as f64 * width(from, to, bumps.max(2))) > 0.0)
        }),
        ("the width of a bump is not 1", |&(_, from, to, bumps, _)| width(from, to, bumps.max(2)) != 1.0),
        ("the sides are softer than half a bump", |&(_, from, to, bumps, s)| s * width(from, to, bumps.max(2)) < 8.0),
    ],
};

const INTERVAL_CUT: &str = "the interval is cut into pieces: the first bump stands around `from`, the last around `to`";
const SOME_ROWS: &str = "some rows are written twice and others never: bump b has the rows 2·b and 2·b + 1";

fn width(from: f64, to: f64, bumps: usize) -> f64 {
    (to - from) / (bumps - 1) as f64
}

/// The network of these neurons: bias, weight of x, and weight in the output.
fn network(neurons: &[(f64, f64, f64)]) -> Network {
    let w1 = Array2::from_shape_fn((neurons.len(), 2), |(j, i)| if i == 0 { neurons[j].0 } else { neurons[j].1 });
    (w1, Array2::from_shape_fn((1, neurons.len()), |(_, j)| neurons[j].2))
}

/// The network of bumps from one edge to another, each of a height.
fn bumps_of(bumps: usize, s: f64, bump: impl Fn(usize) -> (f64, f64, f64)) -> Network {
    let steps = (0..bumps).map(bump).flat_map(|(left, right, height)| [(left, height), (right, -height)]);
    network(&steps.map(|(edge, weight)| (-s * edge, s, weight)).collect::<Vec<_>>())
}

/// The right network, but for these edges of the bump around c.
fn edges(
    f: &dyn Fn(f64) -> f64,
    from: f64,
    to: f64,
    bumps: usize,
    s: f64,
    of: impl Fn(f64, f64) -> (f64, f64),
) -> Network {
    let width = width(from, to, bumps);
    bumps_of(bumps, s, |b| {
        let c = from + b as f64 * width;
        let (left, right) = of(c, width);
        (left, right, f(c))
    })
}

/// The right network, but for these heights of bump b around c.
fn heights(from: f64, to: f64, bumps: usize, s: f64, of: impl Fn(f64, f64, usize) -> f64) -> Network {
    let width = width(from, to, bumps);
    bumps_of(bumps, s, |b| {
        let c = from + b as f64 * width;
        (c - width / 2.0, c + width / 2.0, of(c, width, b))
    })
}

/// Bumps of this width, the first around `from`.
fn with_width(f: &dyn Fn(f64) -> f64, from: f64, width: f64, bumps: usize, s: f64) -> Network {
    bumps_of(bumps, s, |b| {
        let c = from + b as f64 * width;
        (c - width / 2.0, c + width / 2.0, f(c))
    })
}

/// The right network.
fn around(f: &dyn Fn(f64) -> f64, from: f64, to: f64, bumps: usize, s: f64) -> Network {
    with_width(f, from, width(from, to, bumps), bumps, s)
}

/// The right network, but for the neuron that makes the step at an edge, of this height, up or down.
fn rows(
    f: &dyn Fn(f64) -> f64,
    from: f64,
    to: f64,
    bumps: usize,
    of: impl Fn(f64, f64, bool) -> (f64, f64, f64),
) -> Network {
    let width = width(from, to, bumps);
    let points = (0..bumps).map(|b| from + b as f64 * width);
    let steps = points.flat_map(|c| [(c - width / 2.0, f(c), false), (c + width / 2.0, -f(c), true)]);
    network(&steps.map(|(edge, height, down)| of(edge, height, down)).collect::<Vec<_>>())
}

/// The right neurons, written one after the other into these rows.
fn placed(
    f: &dyn Fn(f64) -> f64,
    from: f64,
    to: f64,
    bumps: usize,
    s: f64,
    rows: impl Fn(usize) -> (usize, usize),
) -> Network {
    let right = around(f, from, to, bumps, s);
    let (mut w1, mut w2) = (Array2::zeros((2 * bumps, 2)), Array2::zeros((1, 2 * bumps)));
    for b in 0..bumps {
        let (up, down) = rows(b);
        for (row, neuron) in [(up, 2 * b), (down, 2 * b + 1)] {
            w1[[row, 0]] = right.0[[neuron, 0]];
            w1[[row, 1]] = right.0[[neuron, 1]];
            w2[[0, row]] = right.1[[0, neuron]];
        }
    }
    (w1, w2)
}

/// A curve with a hill, a valley, and no symmetry; no line is anywhere near it.
pub fn hill_and_valley(x: f64) -> f64 {
    (TAU * x).sin() + 0.5 * (5.0 * x).cos()
}

pub fn sigmoid(a: f64) -> f64 {
    1.0 / (1.0 + (-a).exp())
}
