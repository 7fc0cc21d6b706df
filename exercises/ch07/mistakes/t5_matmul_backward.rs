//! Spoilers: wrong ways to write `matmul_backward`, and the inputs that tell them apart. The tests use them to name a
//! mistake.

use checks::{Answer, Diagnosis, Random};
use ndarray::{Array2, array};

pub type MatmulBackward = fn(&Array2<f64>, &Array2<f64>, &Array2<f64>) -> (Array2<f64>, Array2<f64>);
/// The upstream gradient and the two factors.
type Inputs = (Array2<f64>, Array2<f64>, Array2<f64>);

pub static MATMUL_BACKWARD: Diagnosis<MatmulBackward, MatmulBackward, Inputs> = Diagnosis {
    function: "matmul_backward",
    slot: |f| f,
    right,
    mistakes: &[
        ("the pair has changed places: the gradient for A comes first", |g, a, b| {
            let (for_a, for_b) = right(g, a, b);
            (for_b, for_a)
        }),
        ("the upstream gradient is forgotten: these are the sums of B and of A, multiply by G", |g, a, b| {
            right(&Array2::ones(g.dim()), a, b)
        }),
        // These panic where the shapes do not fit.
        ("the transpose of B is forgotten: ∂E/∂A = G Bᵀ, `upstream.dot(&b.t())`", |g, a, b| {
            assert_eq!(g.dim(), (a.nrows(), b.ncols()));
            (g.dot(b), a.t().dot(g))
        }),
        ("the transpose of A is forgotten: ∂E/∂B = Aᵀ G, `a.t().dot(upstream)`", |g, a, b| {
            assert_eq!(g.dim(), (a.nrows(), b.ncols()));
            (g.dot(&b.t()), a.dot(g))
        }),
        ("both transposes are forgotten: ∂E/∂A = G Bᵀ and ∂E/∂B = Aᵀ G", |g, a, b| {
            assert_eq!(g.dim(), (a.nrows(), b.ncols()));
            (g.dot(b), a.dot(g))
        }),
        ("the first product is the other way round: G Bᵀ, not Bᵀ G", |g, a, b| {
            assert_eq!(g.dim(), (a.nrows(), b.ncols()));
            (b.t().dot(g), a.t().dot(g))
        }),
        ("the second product is the other way round: Aᵀ G, not G Aᵀ", |g, a, b| {
            assert_eq!(g.dim(), (a.nrows(), b.ncols()));
            (g.dot(&b.t()), g.dot(&a.t()))
        }),
        ("the transpose of B is forgotten where all matrices are square: ∂E/∂A = G Bᵀ", |g, a, b| {
            let (for_a, for_b) = right(g, a, b);
            (if square(g, a, b) { g.dot(b) } else { for_a }, for_b)
        }),
        ("the transpose of A is forgotten where all matrices are square: ∂E/∂B = Aᵀ G", |g, a, b| {
            let (for_a, for_b) = right(g, a, b);
            (for_a, if square(g, a, b) { a.dot(g) } else { for_b })
        }),
        ("the first product is the other way round where the shapes allow it: G Bᵀ, not Bᵀ G", |g, a, b| {
            let (for_a, for_b) = right(g, a, b);
            (if square(g, a, b) { b.t().dot(g) } else { for_a }, for_b)
        }),
        ("the second product is the other way round where the shapes allow it: Aᵀ G, not G Aᵀ", |g, a, b| {
            let (for_a, for_b) = right(g, a, b);
            (for_a, if square(g, a, b) { g.dot(&a.t()) } else { for_b })
        }),
        ("the gradient for A is transposed: it has the shape of A", |g, a, b| {
            let (for_a, for_b) = right(g, a, b);
            (for_a.t().to_owned(), for_b)
        }),
        ("the gradient for B is transposed: it has the shape of B", |g, a, b| {
            let (for_a, for_b) = right(g, a, b);
            (for_a, for_b.t().to_owned())
        }),
        ("both gradients are transposed: each has the shape of its matrix", |g, a, b| {
            let (for_a, for_b) = right(g, a, b);
            (for_a.t().to_owned(), for_b.t().to_owned())
        }),
        ("the gradient for A is 0: it is G Bᵀ", |g, a, b| (Array2::zeros(a.dim()), right(g, a, b).1)),
        ("the gradient for B is 0: it is Aᵀ G", |g, a, b| (right(g, a, b).0, Array2::zeros(b.dim()))),
        ("the matrices themselves are returned: multiply by the upstream gradient", |g, a, b| {
            right(g, a, b);
            (a.clone(), b.clone())
        }),
        ("only the last term of each sum is left: `+=` adds to it, `=` overwrites it", last_terms),
        ("only the last term of each sum for A is left: `+=` adds to it, `=` overwrites it", |g, a, b| {
            (last_terms(g, a, b).0, right(g, a, b).1)
        }),
        ("only the last term of each sum for B is left: `+=` adds to it, `=` overwrites it", |g, a, b| {
            (right(g, a, b).0, last_terms(g, a, b).1)
        }),
        ("the gradients are divided by the number of rows: nothing is averaged here", |g, a, b| {
            let (for_a, for_b) = right(g, a, b);
            let n = a.nrows() as f64;
            (for_a / n, for_b / n)
        }),
        ("the gradient for B is divided by the number of rows: nothing is averaged here", |g, a, b| {
            let (for_a, for_b) = right(g, a, b);
            (for_a, for_b / a.nrows() as f64)
        }),
        ("the sign is the other way round: this is no difference", |g, a, b| {
            let (for_a, for_b) = right(g, a, b);
            (-for_a, -for_b)
        }),
        ("a shape that does not fit is not refused: keep the `assert_eq!` of the stub", |g, a, b| {
            let g = Array2::from_shape_fn((a.nrows(), b.ncols()), |at| g.get(at).copied().unwrap_or(0.0));
            right(&g, a, b)
        }),
    ],
    inputs: || {
        let mut inputs = vec![(array![[5.0]], array![[1.0, 2.0]], array![[3.0], [4.0]])];
        let sizes = [
            [2, 3, 4],
            [3, 3, 3],
            [2, 2, 2],
            [1, 3, 2],
            [4, 1, 2],
            [3, 2, 3],
            [2, 4, 2],
            [3, 3, 2],
            [5, 5, 1],
            [4, 4, 4],
        ];
        for (seed, [n, k, m]) in sizes.into_iter().enumerate() {
            let mut random = Random::seeded(1075 + seed as u64);
            inputs.push((random.matrix(n, m), random.matrix(n, k), random.matrix(k, m)));
        }
        for (n, m) in [(3, 4), (2, 3)] {
            let mut random = Random::seeded(1090);
            inputs.push((random.matrix(n, m), random.matrix(2, 3), random.matrix(3, 4)));
        }
        inputs
    },
    call: |matmul_backward, (g, a, b)| {
        let (for_a, for_b) = matmul_backward(g, a, b);
        Answer::named("the gradient for A", &for_a).and("the gradient for B", &for_b)
    },
    properties: &[
        ("all matrices are square", |(g, a, b)| square(g, a, b)),
        ("the shape of G does not fit", |(g, a, b)| g.dim() != (a.nrows(), b.ncols())),
        ("A has more than one row", |(_, a, _)| a.nrows() > 1),
        ("B has more than one column", |(_, _, b)| b.ncols() > 1),
        ("A has more rows than columns", |(_, a, _)| a.nrows() > a.ncols()),
    ],
};

fn square(g: &Array2<f64>, a: &Array2<f64>, b: &Array2<f64>) -> bool {
    g.is_square() && a.is_square() && b.is_square()
}

/// Of each sum the last term.
fn last_terms(g: &Array2<f64>, a: &Array2<f64>, b: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    assert_eq!(g.dim(), (a.nrows(), b.ncols()));
    let (j, l) = (a.nrows() - 1, b.ncols() - 1);
    (
        Array2::from_shape_fn(a.dim(), |(j, i)| g[[j, l]] * b[[i, l]]),
        Array2::from_shape_fn(b.dim(), |(i, l)| a[[j, i]] * g[[j, l]]),
    )
}

fn right(g: &Array2<f64>, a: &Array2<f64>, b: &Array2<f64>) -> (Array2<f64>, Array2<f64>) {
    assert_eq!(g.dim(), (a.nrows(), b.ncols()));
    (
        Array2::from_shape_fn(a.dim(), |(j, i)| (0..b.ncols()).map(|l| g[[j, l]] * b[[i, l]]).sum()),
        Array2::from_shape_fn(b.dim(), |(i, l)| (0..a.nrows()).map(|j| a[[j, i]] * g[[j, l]]).sum()),
    )
}
