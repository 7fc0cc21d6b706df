//! Given: what this chapter uses and does not teach. There is nothing to do in this file.

use ndarray::{Array1, Array2};

/// The solution `w` of the linear equations `A w = b`, by Gaussian elimination with partial pivoting.
///
/// - `a`: a square matrix, shape `(k, k)`
/// - `b`: the right-hand side, shape `(k,)`
/// - returns shape `(k,)`
///
/// # Panics
/// If the shapes do not fit, or if the equations have no single solution.
pub fn solve(a: &Array2<f64>, b: &Array1<f64>) -> Array1<f64> {
    let k = b.len();
    let hint = if a.is_square() && a.nrows() < k {
        "The right side is Xᵀy"
    } else {
        "Is the matrix XᵀX, with the transpose first?"
    };
    assert_eq!(
        a.dim(),
        (k, k),
        "solve needs A of shape (k, k) and b of shape (k,): A is {:?}, b has {k} entries. {hint}",
        a.dim()
    );
    let (mut a, mut b) = (a.clone(), b.clone());
    let largest = a.iter().fold(0.0, |max: f64, v| max.max(v.abs()));
    for column in 0..k {
        // The largest entry as divisor keeps rounding errors small.
        let pivot = (column..k)
            .max_by(|&i, &j| a[[i, column]].abs().total_cmp(&a[[j, column]].abs()))
            .expect("column < k, so at least one row is left");
        assert!(
            a[[pivot, column]].abs() > 1e-12 * largest,
            "the equations have no single solution: are two columns of X the same (two of ones?), or are there fewer samples than weights?"
        );
        for j in 0..k {
            a.swap([pivot, j], [column, j]);
        }
        b.swap(pivot, column);
        for row in column + 1..k {
            let factor = a[[row, column]] / a[[column, column]];
            for j in column..k {
                a[[row, j]] -= factor * a[[column, j]];
            }
            b[row] -= factor * b[column];
        }
    }
    for row in (0..k).rev() {
        for j in row + 1..k {
            b[row] -= a[[row, j]] * b[j];
        }
        b[row] /= a[[row, row]];
    }
    b
}
