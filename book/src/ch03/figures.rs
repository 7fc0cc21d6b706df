//! Chapter 3: each activation function with its slope, softmax, and what is left of a gradient.

mod bars;
mod curves;
mod layers;

use super::values::values;
use crate::figures::Figure;
use ch03::{
    leaky_relu, leaky_relu_derivative, relu, relu_derivative, silu, silu_derivative, softplus, softplus_derivative,
};

/// The figures of this chapter.
pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "activation-three",
            title: "Three activation functions",
            describe: || {
                "Three curves over the pre-activation from −4 to 4. The sigmoid rises in an S from 0 to 1, tanh in a \
                 steeper S from −1 to 1. ReLU lies on the axis for negative numbers and rises as the line f(a) = a for \
                 positive ones, out of the picture."
                    .into()
            },
            size: (480, 330),
            draw: curves::three_activations,
        },
        Figure {
            name: "activation-identity-and-sign",
            title: "The identity and the sign, each with its slope",
            describe: || {
                "Two panels. Left, the identity: a rising straight line, and its slope, a dashed level line at 1. \
                 Right, the sign: level at −1 for negative numbers, at 1 for positive ones, with a dot at 0 for zero; \
                 its slope, dashed, is 0 everywhere."
                    .into()
            },
            size: (480, 270),
            draw: curves::identity_and_sign,
        },
        Figure {
            name: "activation-relu",
            title: "ReLU and its slope",
            describe: || {
                "ReLU lies on the axis left of zero and rises at a slope of 1 right of it, with a kink at zero. The \
                 dashed slope is 0 on the left and 1 on the right; at zero, a filled dot at 0 shows the value taken \
                 there, and an open dot at 1 the value not taken."
                    .into()
            },
            size: (480, 330),
            draw: |canvas| curves::rectifier(canvas, (relu, relu_derivative), "ReLU"),
        },
        Figure {
            name: "activation-leaky-relu",
            title: "The leaky ReLU with slope 0.1, and its slope",
            describe: || {
                "The leaky ReLU with slope 0.1. Left of zero it descends gently below the axis, right of zero it \
                 rises at a slope of 1. The dashed slope is 0.1 on the left and 1 on the right; at zero a filled dot \
                 stands at 0.1 and an open one at 1."
                    .into()
            },
            size: (480, 330),
            draw: |canvas| {
                curves::rectifier(canvas, (|a| leaky_relu(a, 0.1), |a| leaky_relu_derivative(a, 0.1)), "leaky ReLU")
            },
        },
        Figure {
            name: "activation-sigmoid",
            title: "The sigmoid and its slope",
            describe: || {
                format!(
                    "The sigmoid rises in an S from 0 to 1, with four dots at the pre-activations computed by hand. \
                     The dashed slope is a low hill: its top is {} at zero, and it falls to almost nothing beyond −5 \
                     and 5.",
                    values()["ch03.sigmoid.steepest"]
                )
            },
            size: (480, 330),
            draw: curves::sigmoid_and_slope,
        },
        Figure {
            name: "activation-tanh",
            title: "The hyperbolic tangent and its slope",
            describe: || {
                "tanh rises in an S from −1 to 1 through the origin. Its dashed slope is a hill of height 1 at zero, \
                 narrower than that of the sigmoid: almost nothing is left of it beyond −3 and 3."
                    .into()
            },
            size: (480, 330),
            draw: curves::tanh_and_slope,
        },
        Figure {
            name: "activation-softplus",
            title: "Softplus and its slope",
            describe: || {
                format!(
                    "Softplus is a smooth curve above ReLU, which is drawn faintly: at zero it stands at {}, and far \
                     out on both sides the two cannot be told apart. Its dashed slope is the S of the sigmoid.",
                    values()["ch03.softplus.zero"]
                )
            },
            size: (480, 330),
            draw: |canvas| curves::smooth(canvas, (softplus, softplus_derivative), "softplus", (-2.4, 0.5)),
        },
        Figure {
            name: "activation-silu",
            title: "SiLU and its slope",
            describe: || {
                let values = values();
                format!(
                    "SiLU follows ReLU, drawn faintly, far out on both sides. Between them it dips below zero, \
                     lowest with {} at {}. Its dashed slope is negative left of the dip and rises to {}, a little \
                     above 1, before it settles at 1.",
                    values["ch03.silu.dip"], values["ch03.silu.dip_at"], values["ch03.silu.steepest"]
                )
            },
            size: (480, 330),
            draw: |canvas| curves::smooth(canvas, (silu, silu_derivative), "SiLU", (-2.4, -0.65)),
        },
        bars::figure(),
        Figure {
            name: "activation-softmax",
            title: "Softmax of three outputs, as the first pre-activation grows",
            describe: || {
                "Three curves over the first pre-activation from −4 to 6; the second is held at 2, the third at 0. \
                 p₁ rises in an S from 0 to 1, while p₂ and p₃ fall to 0, with p₂ always above p₃ by the same factor. \
                 p₁ and p₂ cross at 2."
                    .into()
            },
            size: (480, 330),
            draw: layers::softmax_curves,
        },
        Figure {
            name: "activation-chains",
            title: "Nine numbers on their way through layers of sigmoid and ReLU",
            describe: || {
                format!(
                    "Two panels. Nine lines start at whole numbers from −4 to 4. Through layers of sigmoids they run \
                     together: after two layers they can hardly be told apart, and all end at {}. Through layers of \
                     ReLU the positive ones stay where they are, and the negative ones are 0 from the first layer on.",
                    values()["ch03.left.rest"]
                )
            },
            size: (480, 300),
            draw: layers::chains,
        },
        Figure {
            name: "activation-gradient-left",
            title: "The slope of the sigmoid, and what is left of a gradient after so many layers",
            describe: || {
                let values = values();
                format!(
                    "Two panels. Above, the sigmoid, and the tangent at a = 1; its slope there is {}, as a dashed curve of all \
                     slopes shows. Below, what is left, as a power of ten, over 0 to 10 layers. ReLU stays at the top: all \
                     is left. The sigmoid falls in an almost straight line, to {} after 10 layers.",
                    values["ch03.left.sigmoid1"], values["ch03.left.sigmoid10"]
                )
            },
            size: (480, 520),
            draw: layers::slope_and_what_is_left,
        },
        Figure {
            name: "activation-saturated-share",
            title: "The share of saturated neurons, by how far the pre-activations are spread",
            describe: || {
                let values = values();
                format!(
                    "Share from 0 to 1 over the spread s: pre-activations lie evenly between −s and s. The sigmoid \
                     has no saturated neurons up to about {}, then more and more. tanh begins earlier and stays \
                     above. ReLU stands at one half throughout.",
                    values["ch03.limit.at"]
                )
            },
            size: (480, 330),
            draw: layers::shares,
        },
    ]
}
