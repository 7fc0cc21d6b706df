//! Chapter 1: the three samples that are computed by hand, Hubble's table, Anscombe's quartet.

use super::examples::three_samples;
use crate::values::{Values, fixed, grouped};
use ch01::{least_squares, mse, mse_gradient, predict_batch, r_squared, residuals, with_bias};
use datasets::{anscombe, hubble};
use ndarray::{Array1, Array2, Axis, array};
use std::sync::LazyLock;

/// Kilometres in a megaparsec, and seconds in a year.
const KILOMETRES: f64 = 3.0857e19;
const SECONDS: f64 = 3.15576e7;

/// The values of this chapter, computed once.
pub fn values() -> &'static Values {
    static VALUES: LazyLock<Values> = LazyLock::new(compute);
    &VALUES
}

fn compute() -> Values {
    let mut values = Values::new();
    by_hand(&mut values);
    nebulae(&mut values);
    quartet(&mut values);
    values
}

/// One feature as a batch of one column.
pub fn column(feature: &Array1<f64>) -> Array2<f64> {
    feature.clone().insert_axis(Axis(1))
}

fn by_hand(values: &mut Values) {
    let (x, y) = three_samples();
    let x = with_bias(&x);
    let guess = array![0.0, 1.0];
    let y_hat = predict_batch(&x, &guess);
    let e = residuals(&y, &y_hat);
    let slopes = mse_gradient(&x, &y, &guess);
    let best = least_squares(&x, &y);
    let best_y_hat = predict_batch(&x, &best);
    let best_e = residuals(&y, &best_y_hat);
    let (a, b) = (x.t().dot(&x), x.t().dot(&y));
    let squares = e.mapv(|e| e * e);
    for (name, number) in [
        ("hand.x1", x[[0, 1]]),
        ("hand.x2", x[[1, 1]]),
        ("hand.x3", x[[2, 1]]),
        ("hand.y1", y[0]),
        ("hand.y2", y[1]),
        ("hand.y3", y[2]),
        ("hand.guess.s1", squares[0]),
        ("hand.guess.s2", squares[1]),
        ("hand.guess.s3", squares[2]),
        ("hand.guess.squares", squares.sum()),
        ("hand.guess.e1", e[0]),
        ("hand.guess.e2", e[1]),
        ("hand.guess.e3", e[2]),
        ("hand.guess.yhat1", y_hat[0]),
        ("hand.guess.yhat2", y_hat[1]),
        ("hand.guess.yhat3", y_hat[2]),
        ("hand.xtx11", a[[0, 0]]),
        ("hand.xtx12", a[[0, 1]]),
        ("hand.xtx21", a[[1, 0]]),
        ("hand.xtx22", a[[1, 1]]),
        ("hand.xty1", b[0]),
        ("hand.xty2", b[1]),
    ] {
        // Whole numbers all, or the chapter's example would not be one to do by hand.
        debug_assert_eq!(number.fract(), 0.0, "{name}");
        values.insert(name, fixed(number, 0));
    }
    for (name, number, digits) in [
        ("hand.guess.mse", mse(&y_hat, &y), 2),
        ("hand.guess.gradient1", slopes[0], 2),
        ("hand.guess.gradient2", slopes[1], 2),
        ("hand.bias", best[0], 1),
        ("hand.slope", best[1], 1),
        ("hand.mse", mse(&best_y_hat, &y), 1),
        ("hand.e1", best_e[0], 1),
        ("hand.e2", best_e[1], 1),
        ("hand.e3", best_e[2], 1),
        ("hand.unexplained", best_e.dot(&best_e), 1),
        ("hand.total", (&y - y.sum() / y.len() as f64).mapv(|d| d * d).sum(), 0),
        ("hand.r2", r_squared(&best_y_hat, &y), 2),
    ] {
        values.insert(name, fixed(number, digits));
    }
}

fn nebulae(values: &mut Values) {
    let table = hubble();
    let (x, y) = (column(&table.distance), table.velocity);
    let through_origin = least_squares(&x, &y)[0];
    let x = with_bias(&x);
    let w = least_squares(&x, &y);
    let y_hat = predict_batch(&x, &w);
    let error = mse(&y_hat, &y);
    // The other way round: the distance, predicted from the velocity.
    let inverse = least_squares(&with_bias(&column(&y)), &table.distance)[1];
    values.insert("hubble.mse", grouped(error));
    for (name, number, digits) in [
        ("hubble.n", y.len() as f64, 0),
        ("hubble.slope_origin", through_origin, 1),
        ("hubble.bias", w[0], 2),
        ("hubble.slope", w[1], 2),
        ("hubble.rmse", error.sqrt(), 0),
        ("hubble.inverse_slope", inverse, 5),
        ("hubble.r2", r_squared(&y_hat, &y), 2),
        ("hubble.at_one", w[0] + w[1], 0),
        ("hubble.age", KILOMETRES / through_origin / SECONDS / 1e9, 1),
    ] {
        values.insert(name, fixed(number, digits));
    }
}

/// The fit that Anscombe's four data sets share, to the digits that the page shows.
fn quartet(values: &mut Values) {
    let fits = anscombe().map(|(x, y)| {
        let x = with_bias(&column(&x));
        let w = least_squares(&x, &y);
        [fixed(w[0], 2), fixed(w[1], 3), fixed(r_squared(&predict_batch(&x, &w), &y), 2)]
    });
    assert!(fits.iter().all(|fit| *fit == fits[0]), "the page says that these are the same: {fits:?}");
    let [fit, ..] = fits;
    for (name, number) in ["anscombe.bias", "anscombe.slope", "anscombe.r2"].into_iter().zip(fit) {
        values.insert(name, number);
    }
}
