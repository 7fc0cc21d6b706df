//! Chapter 4: networks as circles and arrows, XOR in the plane and in hidden space, steps, bumps, and curves of bumps.

mod curves;
mod diagrams;
mod xor;

use super::values::values;
use crate::figures::Figure;
use crate::figures::drawing::label;

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    let mut figures = networks();
    figures.extend(hidden_space());
    figures.extend(approximation());
    figures
}

fn networks() -> Vec<Figure> {
    vec![
        diagrams::shapes(),
        Figure {
            name: "network-by-hand",
            title: "A network with three hidden neurons",
            describe: || {
                let n = values();
                format!(
                    "Circles in three columns, joined by arrows from left to right. Left: the features {} and {}. \
                     Middle: three hidden neurons with the activations {}, {} and {}; each is reached by two arrows, \
                     with the weights {} and {}, {} and {}, {} and {}. Right: the output {}, reached by three arrows \
                     with the weights {}, {} and {}.",
                    n["net.x1"],
                    n["net.x2"],
                    n["net.h1"],
                    n["net.h2"],
                    n["net.h3"],
                    n["net.w11"],
                    n["net.w12"],
                    n["net.w21"],
                    n["net.w22"],
                    n["net.w31"],
                    n["net.w32"],
                    n["net.yhat"],
                    n["net.v1"],
                    n["net.v2"],
                    n["net.v3"]
                )
            },
            size: (480, 350),
            draw: diagrams::by_hand,
        },
        Figure {
            name: "network-indices",
            title: "To which neuron, from which feature",
            describe: || {
                "Circles in three columns: features x1 and x2, hidden neurons h1, h2 and h3, outputs y-hat 1 and \
                 y-hat 2. Each circle is joined by arrows to all circles of the next column. Two arrows are thick: \
                 the one from x2 to h3 is labelled w with the indices 3, 2 and the layer 1; the one from h3 to y-hat \
                 2 is labelled w with the indices 2, 3 and the layer 2."
                    .into()
            },
            size: (480, 350),
            draw: diagrams::indices,
        },
        Figure {
            name: "network-with-bias",
            title: "A constant 1 in both layers",
            describe: || {
                format!(
                    "Three columns. Left: a square with a 1, circles x2 and x3. Middle: a square with a 1, which no \
                     arrow reaches, circles h1 and h2, which are reached from all three on the left. Right: one \
                     circle, y-hat, reached from all three in the middle. Arrows that begin at a square are dashed. \
                     There are {} arrows.",
                    values()["count.xor"]
                )
            },
            size: (480, 350),
            draw: diagrams::with_bias,
        },
    ]
}

fn hidden_space() -> Vec<Figure> {
    vec![
        Figure {
            name: "edges-make-a-band",
            title: "Two edges that add up to a band",
            describe: || {
                "Three maps of the plane of the two features. The first hidden neuron is 0 below a line from top left to bottom right \
                 and 1 above it; the second has such an edge further to the upper right. The first minus the second is 1 in the band \
                 between the two edges, and 0 on both sides of it."
                    .into()
            },
            size: (480, 230),
            draw: xor::band,
        },
        Figure {
            name: "xor-plane",
            title: "XOR and the lines of two hidden neurons",
            describe: || {
                "The plane of the two features with four points at the corners of a square: filled at (0, 1) and (1, \
                 0), where XOR is 1, hollow at (0, 0) and (1, 1). Two parallel lines run from top left to bottom \
                 right, a solid and a dashed one. Below both, h is (0, 0); in the strip between them, which holds the \
                 filled points, h is (1, 0); above both, h is (1, 1)."
                    .into()
            },
            size: (480, 420),
            draw: xor::plane,
        },
        Figure {
            name: "xor-folded",
            title: "The same four points in hidden space",
            describe: || {
                "The plane of the two hidden activations. The four points have become three: a hollow one at (0, 0), \
                 a filled one with a ring at (1, 0), where two have met, a hollow one at (1, 1). A bent line joins \
                 them. A straight line, that of the output neuron, has the filled point on one side and the two \
                 hollow ones on the other."
                    .into()
            },
            size: (480, 420),
            draw: xor::folded,
        },
        Figure {
            name: "straight-and-bent",
            title: "One network without and with a nonlinearity",
            describe: || {
                "The output of a network with two hidden neurons over its feature x. Without an activation it is a \
                 straight falling line, dashed. With ReLU it is a bent line: level, then rising, then falling, with \
                 kinks at −1 and 1. Right of 1 the two are the same."
                    .into()
            },
            size: (480, 330),
            draw: curves::straight_and_bent,
        },
    ]
}

fn approximation() -> Vec<Figure> {
    vec![
        Figure {
            name: "wave-question",
            title: "A curve, and the only ingredient",
            describe: || {
                "A curve over x from 0 to 6: up to a peak of about 1.2, down to 0.4, up to 0.7, down through zero \
                 to a deep valley of about −1.5, and up to 0. Below it, dashed, a single sigmoid: an S that rises from \
                 one level to another."
                    .into()
            },
            size: (480, 330),
            draw: curves::question,
        },
        Figure {
            name: "soft-steps",
            title: "A sigmoid becomes a step",
            describe: || {
                "Three S-shaped curves that all pass through one half at x = 2, with the steepness 1, 5 and 80. The \
                 first rises gently over the whole width, the second within about one unit, the third is a step."
                    .into()
            },
            size: (480, 330),
            draw: curves::soft_steps,
        },
        Figure {
            name: "two-steps-one-bump",
            title: "A step up and a step down",
            describe: || {
                "Two panels. Above: a step up from 0 to 1 at x = 1.5, solid, and a step down from 0 to −1 at x = 3.5, \
                 dashed. Below: their sum, a bump that is 1 between 1.5 and 3.5 and 0 elsewhere."
                    .into()
            },
            size: (480, 460),
            draw: curves::two_steps,
        },
        Figure {
            name: "bumps-follow",
            title: "Bumps side by side follow a curve",
            describe: || {
                "Two panels with the curve of the beginning, dashed, and a staircase, solid. Above, 8 bumps make \
                 wide steps that meet the curve in the middle of each. Below, 32 bumps make steps so narrow that they lie close \
                 to the curve everywhere."
                    .into()
            },
            size: (480, 520),
            draw: curves::bumps_follow,
        },
        Figure {
            name: "eight-bumps",
            title: "Eight bumps, and their sum",
            describe: || {
                "The curve of the beginning, dashed; eight bumps beside each other, thin, each as high as the curve in \
                 its middle, where a dot marks its height; and their sum, thick, a staircase whose steps meet the curve \
                 in the middle of each."
                    .into()
            },
            size: (480, 330),
            draw: curves::eight_bumps,
        },
        Figure {
            name: "error-falls",
            title: "The error falls as the hidden layer grows",
            describe: || {
                let n = values();
                format!(
                    "The largest error over the number of hidden neurons: dots that fall steeply at first and ever \
                     more slowly, {} with {} neurons, {} with {}, {} with {}. A dashed curve of the same shape, what \
                     the calculation allows, lies above all dots.",
                    n["wave.1.error"],
                    n["wave.1.neurons"],
                    n["wave.3.error"],
                    n["wave.3.neurons"],
                    n["wave.5.error"],
                    n["wave.5.neurons"]
                )
            },
            size: (480, 330),
            draw: curves::error_falls,
        },
    ]
}
