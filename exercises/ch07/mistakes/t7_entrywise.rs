//! Spoilers: wrong ways to write `mul_backward` and `tanh_backward`, and the inputs that tell them apart. The tests use
//! them to name a mistake.

use checks::{Answer, Diagnosis, Random};
use ndarray::{Array2, Zip, array};

pub type MulBackward = fn(&Array2<f64>, &Array2<f64>, &Array2<f64>) -> (Array2<f64>, Array2<f64>);
pub type TanhBackward = fn(&Array2<f64>, &Array2<f64>) -> Array2<f64>;
pub type Functions = (MulBackward, TanhBackward);
/// The upstream gradient and the two factors.
type Product = (Array2<f64>, Array2<f64>, Array2<f64>);

pub static MUL_BACKWARD: Diagnosis<Functions, MulBackward, Product> = Diagnosis {
    function: "mul_backward",
    slot: |f| &mut f.0,
    right: mul,
    mistakes: &[
        ("each factor is multiplied by itself: for A it is G ⊙ B, the other factor", |g, a, b| {
            let (for_a, for_b) = mul(g, a, b);
            (for_b, for_a)
        }),
        ("the upstream gradient is forgotten: multiply each factor by G, entry by entry", |g, a, b| {
            mul(&Array2::ones(g.dim()), a, b)
        }),
        ("the product of matrices is taken where the shapes allow it: `*` multiplies entry by entry", |g, a, b| {
            if g.is_square() { (g.dot(b), g.dot(a)) } else { mul(g, a, b) }
        }),
        (
            "the transposed product of matrices is taken where the shapes allow it: `*` multiplies entry by entry",
            |g, a, b| {
                if g.is_square() { (g.dot(&b.t()), a.t().dot(g)) } else { mul(g, a, b) }
            },
        ),
        ("both gradients are G, as for a sum: multiply by the other factor", |g, a, b| {
            mul(g, a, b);
            (g.clone(), g.clone())
        }),
        ("both gradients are G ⊙ A ⊙ B: each takes the other factor only", |g, a, b| {
            let (_, for_b) = mul(g, a, b);
            (&for_b * b, for_b * b)
        }),
        ("both gradients are G ⊙ B: for B it is G ⊙ A", |g, a, b| {
            let (for_a, _) = mul(g, a, b);
            (for_a.clone(), for_a)
        }),
        ("both gradients are G ⊙ A: for A it is G ⊙ B", |g, a, b| {
            let (_, for_b) = mul(g, a, b);
            (for_b.clone(), for_b)
        }),
        ("the factors themselves are returned: multiply the other one by G, entry by entry", |g, a, b| {
            mul(g, a, b);
            (a.clone(), b.clone())
        }),
        ("the gradient for A is 0: it is G ⊙ B", |g, a, b| {
            let (for_a, for_b) = mul(g, a, b);
            (0.0 * for_a, for_b)
        }),
        ("the gradient for B is 0: it is G ⊙ A", |g, a, b| {
            let (for_a, for_b) = mul(g, a, b);
            (for_a, 0.0 * for_b)
        }),
        ("the gradient for B has a minus: this is no difference", |g, a, b| {
            let (for_a, for_b) = mul(g, a, b);
            (for_a, -for_b)
        }),
        ("both gradients are doubled: 2A is the derivative of A ⊙ A alone", |g, a, b| {
            let (for_a, for_b) = mul(g, a, b);
            (2.0 * for_a, 2.0 * for_b)
        }),
        ("both gradients are G ⊙ (A + B): each takes the other factor only", |g, a, b| {
            let (for_a, for_b) = mul(g, a, b);
            (&for_a + &for_b, for_a + for_b)
        }),
        ("G and the other factor are added: multiply them, entry by entry", |g, a, b| {
            mul(g, a, b);
            (g + b, g + a)
        }),
        ("divided by the other factor: multiply by it", |g, a, b| {
            mul(g, a, b);
            (g / b, g / a)
        }),
        ("the gradients are divided by the number of rows: nothing is averaged here", |g, a, b| {
            let (for_a, for_b) = mul(g, a, b);
            let n = g.nrows() as f64;
            (for_a / n, for_b / n)
        }),
        ("the gradients are divided by the number of entries: nothing is averaged here", |g, a, b| {
            let (for_a, for_b) = mul(g, a, b);
            let count = g.len() as f64;
            (for_a / count, for_b / count)
        }),
        ("the gradient for A is transposed: it has the shape of A", |g, a, b| {
            let (for_a, for_b) = mul(g, a, b);
            (for_a.reversed_axes(), for_b)
        }),
        ("both gradients are transposed: each has the shape of its factor", |g, a, b| {
            let (for_a, for_b) = mul(g, a, b);
            (for_a.reversed_axes(), for_b.reversed_axes())
        }),
        ("a single row is repeated to fit: keep the `assert_eq!`s of the stub", |g, a, b| (g * b, g * a)),
        ("only the two factors are compared: G must have their shape, too", |g, a, b| {
            assert_eq!(a.dim(), b.dim());
            (g * b, g * a)
        }),
        ("the second factor is not compared: all three must have one shape", |g, a, b| {
            assert_eq!(g.dim(), a.dim());
            (g * b, g * a)
        }),
    ],
    inputs: || {
        let mut inputs = vec![(array![[10.0, 1.0]], array![[1.0, 2.0]], array![[3.0, 4.0]])];
        for ((n, k), seed) in [(2, 3), (3, 3), (2, 2), (4, 1), (1, 3)].into_iter().zip(1077..) {
            let mut random = Random::seeded(seed);
            inputs.push((random.matrix(n, k), random.matrix(n, k), random.matrix(n, k)));
        }
        for [g, a, b] in [[3, 3, 1], [3, 1, 3], [3, 1, 1], [1, 3, 3]] {
            let mut random = Random::seeded(1090);
            inputs.push((random.matrix(g, 2), random.matrix(a, 2), random.matrix(b, 2)));
        }
        inputs
    },
    call: |mul_backward, (g, a, b)| {
        let (for_a, for_b) = mul_backward(g, a, b);
        Answer::named("the gradient for A", &for_a).and("the gradient for B", &for_b)
    },
    properties: &[
        ("the shapes differ", |(g, a, b)| g.dim() != a.dim() || g.dim() != b.dim()),
        ("the matrices are square", |(g, _, _)| g.is_square()),
        ("there is more than one row", |(g, _, _)| g.nrows() > 1),
    ],
};

pub static TANH_BACKWARD: Diagnosis<Functions, TanhBackward, (Array2<f64>, Array2<f64>)> = Diagnosis {
    function: "tanh_backward",
    slot: |f| &mut f.1,
    right: |g, h| entries(g, h, |g, h| g * (1.0 - h * h)),
    mistakes: &[
        ("tanh is applied once more: h is the result already, take 1 − h²", |g, h| {
            entries(g, h, |g, h| g * (1.0 - h.tanh().powi(2)))
        }),
        ("the upstream gradient is forgotten: multiply 1 − h² by G, entry by entry", |g, h| {
            entries(g, h, |_, h| 1.0 - h * h)
        }),
        ("this uses 1 − h: the derivative of tanh is 1 − h², with the square", |g, h| {
            entries(g, h, |g, h| g * (1.0 - h))
        }),
        ("this uses h(1 − h), the derivative of the sigmoid: that of tanh is 1 − h²", |g, h| {
            entries(g, h, |g, h| g * h * (1.0 - h))
        }),
        ("this uses 1 + h²: the derivative of tanh is 1 − h²", |g, h| entries(g, h, |g, h| g * (1.0 + h * h))),
        ("this uses h²: the derivative of tanh is 1 − h²", |g, h| entries(g, h, |g, h| g * h * h)),
        ("this uses h² − 1: the derivative of tanh is 1 − h²", |g, h| entries(g, h, |g, h| g * (h * h - 1.0))),
        ("this uses (1 − h)²: the derivative of tanh is 1 − h²", |g, h| {
            entries(g, h, |g, h| g * (1.0 - h).powi(2))
        }),
        ("the derivative of tanh is forgotten: multiply G by 1 − h², entry by entry", |g, h| {
            entries(g, h, |g, _| g)
        }),
        ("multiplied by tanh itself: on the way back it takes its derivative, 1 − h²", |g, h| {
            entries(g, h, |g, h| g * h)
        }),
        ("G is squared along with h: (1 − h²) G", |g, h| entries(g, h, |g, h| 1.0 - (g * h).powi(2))),
        ("brackets: this is G − h². Write `g * (1.0 - h * h)`", |g, h| entries(g, h, |g, h| g - h * h)),
        ("the product of matrices is taken where the shapes allow it: `*` multiplies entry by entry", |g, h| {
            if g.is_square() { g.dot(&h.mapv(|h| 1.0 - h * h)) } else { entries(g, h, |g, h| g * (1.0 - h * h)) }
        }),
        ("a single row is repeated to fit: keep the `assert_eq!` of the stub", |g, h| g * h.mapv(|h| 1.0 - h * h)),
    ],
    inputs: || {
        let mut inputs = vec![(array![[2.0, 5.0]], array![[0.6, 0.0]])];
        for ((n, k), seed) in [(2, 3), (3, 3), (2, 2), (4, 1), (1, 3)].into_iter().zip(1078..) {
            let mut random = Random::seeded(seed);
            inputs.push((random.matrix(n, k), random.matrix(n, k)));
        }
        for [g, h] in [[3, 1], [1, 3]] {
            let mut random = Random::seeded(1091);
            inputs.push((random.matrix(g, 2), random.matrix(h, 2)));
        }
        inputs
    },
    call: |tanh_backward, (g, h)| tanh_backward(g, h).into(),
    properties: &[
        ("the shapes differ", |(g, h)| g.dim() != h.dim()),
        ("the matrices are square", |(g, _)| g.is_square()),
        ("an activation is negative", |(_, h)| h.iter().any(|&h| h < 0.0)),
    ],
};

fn mul(g: &Array2<f64>, a: &Array2<f64>, b: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    (entries(g, b, |g, b| g * b), entries(g, a, |g, a| g * a))
}

fn entries(g: &Array2<f64>, h: &Array2<f64>, entry: impl Fn(f64, f64) -> f64) -> Array2<f64> {
    assert_eq!(g.dim(), h.dim());
    Zip::from(g).and(h).map_collect(|&g, &h| entry(g, h))
}
