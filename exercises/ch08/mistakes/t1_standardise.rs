//! Spoilers: wrong ways to write `statistics` and `standardised`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Answer, Diagnosis, Random};
use ndarray::{Array1, Array2, Axis, array, s};

pub type Statistics = fn(&Array2<f64>) -> (Array1<f64>, Array1<f64>);
pub type Standardised = fn(&Array2<f64>, &Array1<f64>, &Array1<f64>) -> Array2<f64>;
pub type Both = (Statistics, Standardised);
/// x, mean, deviation.
type Samples = (Array2<f64>, Array1<f64>, Array1<f64>);

const N_MINUS_1: &str =
    "the deviation is divided by n − 1: these samples are described, nothing is estimated, so divide by n";
const CANCELS: &str = "the mean of x² minus the square of the mean: far from 0 these agree in nearly all of their digits; \
                       subtract the mean first, then square";
const EPSILON: &str = "a small number is added to the deviation: return it as it is; `standardised` deals with a 0";
const ON_AND_ON: &str = "the sums go on from one column to the next: each column's begins at 0";
const NEARLY_0: &str =
    "where a feature is constant, the distance is divided by a tiny number: only the mean is subtracted there";

fn mean(x: &Array2<f64>) -> Array1<f64> {
    x.sum_axis(Axis(0)) / x.nrows() as f64
}

fn variance(x: &Array2<f64>) -> Array1<f64> {
    (x - &mean(x)).mapv(|d| d * d).sum_axis(Axis(0)) / x.nrows() as f64
}

fn deviation(x: &Array2<f64>) -> Array1<f64> {
    variance(x).mapv(f64::sqrt)
}

fn scale(deviation: &Array1<f64>) -> Array1<f64> {
    deviation.mapv(|d| if d == 0.0 { 1.0 } else { d })
}

pub static STATISTICS: Diagnosis<Both, Statistics, Array2<f64>> = Diagnosis {
    function: "statistics",
    slot: |f| &mut f.0,
    right: |x| {
        assert!(x.nrows() > 0);
        (mean(x), deviation(x))
    },
    mistakes: &[
        ("the variance is returned: the deviation is its root", |x| (mean(x), variance(x))),
        (N_MINUS_1, |x| {
            let n = x.nrows() as f64;
            (mean(x), (variance(x) * n / (n - 1.0)).mapv(f64::sqrt))
        }),
        ("the sums are not divided by n: a mean is the sum over the number of samples", |x| {
            (x.sum_axis(Axis(0)), deviation(x))
        }),
        ("the root of the sum of squares: divide the sum by n before the root", |x| {
            (mean(x), deviation(x) * (x.nrows() as f64).sqrt())
        }),
        ("the root is divided by n: divide the sum by n first, then take the root", |x| {
            (mean(x), deviation(x) / (x.nrows() as f64).sqrt())
        }),
        ("the mean is not subtracted before the square: the deviation measures distances from the mean", |x| {
            (mean(x), (x * x).sum_axis(Axis(0)).mapv(|s| (s / x.nrows() as f64).sqrt()))
        }),
        ("these are the statistics of each sample, over its features: go down the columns, `Axis(0)`", |x| {
            let t = x.t().to_owned();
            (mean(&t), deviation(&t))
        }),
        ("one mean and one deviation for all numbers: each feature has its own", |x| {
            let n = x.len() as f64;
            let mean = x.sum() / n;
            let deviation = (x.mapv(|v| (v - mean).powi(2)).sum() / n).sqrt();
            (Array1::from_elem(x.ncols(), mean), Array1::from_elem(x.ncols(), deviation))
        }),
        ("this is the mean distance from the mean: square the distances, and take the root of their mean", |x| {
            (mean(x), (x - &mean(x)).mapv(f64::abs).sum_axis(Axis(0)) / x.nrows() as f64)
        }),
        ("mean and deviation have changed places: the mean comes first", |x| (deviation(x), mean(x))),
        ("the distances from the mean are added up with their signs, and cancel: square them", |x| {
            (mean(x), (x - &mean(x)).sum_axis(Axis(0)) / x.nrows() as f64)
        }),
        ("divided by the number of features: divide by the number of samples", |x| {
            let k = x.ncols() as f64;
            let mean = x.sum_axis(Axis(0)) / k;
            let deviation = ((x - &mean).mapv(|d| d * d).sum_axis(Axis(0)) / k).mapv(f64::sqrt);
            (mean, deviation)
        }),
        ("the first sample is left out", |x| {
            let rest = x.slice(s![1.., ..]).to_owned();
            (mean(&rest), deviation(&rest))
        }),
        ("the last sample is left out", |x| {
            let rest = x.slice(s![..x.nrows() - 1, ..]).to_owned();
            (mean(&rest), deviation(&rest))
        }),
        ("this is half the range, from the smallest value to the largest: the deviation takes in every sample", |x| {
            let half = |column: ndarray::ArrayView1<f64>| {
                let least = column.fold(f64::INFINITY, |a, &b| a.min(b));
                let largest = column.fold(f64::NEG_INFINITY, |a, &b| a.max(b));
                (largest - least) / 2.0
            };
            (mean(x), x.columns().into_iter().map(half).collect())
        }),
        ("a deviation of 0 is returned as 1: return it as it is; `standardised` deals with it", |x| {
            (mean(x), scale(&deviation(x)))
        }),
        ("the mean of x is subtracted from that of x², not its square: square the mean first", |x| {
            (mean(x), (mean(&(x * x)) - mean(x)).mapv(f64::sqrt))
        }),
        (CANCELS, |x| (mean(x), (mean(&(x * x)) - mean(x).mapv(|m| m * m)).mapv(|v| v.max(0.0).sqrt()))),
        (CANCELS, |x| (mean(x), (mean(&(x * x)) - mean(x).mapv(|m| m * m)).mapv(f64::sqrt))),
        (N_MINUS_1, |x| {
            let n = x.nrows() as f64;
            (mean(x), (variance(x) * n / (n - 1.0).max(1.0)).mapv(f64::sqrt))
        }),
        (EPSILON, |x| (mean(x), deviation(x) + 1e-8)),
        (EPSILON, |x| (mean(x), (variance(x) + 1e-8).mapv(f64::sqrt))),
        (ON_AND_ON, |x| {
            let (mut total, mut squares) = (0.0, 0.0);
            let n = x.nrows() as f64;
            let both: (Vec<f64>, Vec<f64>) = x
                .columns()
                .into_iter()
                .map(|column| {
                    total += column.sum();
                    let mean = total / n;
                    squares += column.fold(0.0, |sum, v| sum + (v - mean).powi(2));
                    (mean, (squares / n).sqrt())
                })
                .unzip();
            (both.0.into(), both.1.into())
        }),
        (ON_AND_ON, |x| {
            let n = x.nrows() as f64;
            let mut squares = 0.0;
            let sums = variance(x).mapv(|v| {
                squares += v * n;
                (squares / n).sqrt()
            });
            (mean(x), sums)
        }),
        ("only the last sample's distance from the mean is there: add up the squares with `+=`", |x| {
            let last = &x.row(x.nrows() - 1) - &mean(x);
            (mean(x), last.mapv(|d| (d * d / x.nrows() as f64).sqrt()))
        }),
        ("the root is taken of each square: add up the squares, divide the sum, and take the root of that", |x| {
            (mean(x), (x - &mean(x)).mapv(|d| (d * d / x.nrows() as f64).sqrt()).sum_axis(Axis(0)))
        }),
        ("this is the range, the largest value minus the smallest: the deviation takes in every sample", |x| {
            let range = |column: ndarray::ArrayView1<f64>| {
                let least = column.fold(f64::INFINITY, |a, &b| a.min(b));
                column.fold(f64::NEG_INFINITY, |a, &b| a.max(b)) - least
            };
            (mean(x), x.columns().into_iter().map(range).collect())
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(811);
        vec![
            array![[1.0, 10.0], [3.0, 10.0], [5.0, 40.0]],
            5.0 * random.matrix(4, 3),
            random.matrix(3, 3) + 2.0,
            random.matrix(2, 5) - 1.0,
            array![[4.0, -2.0]],
            array![[7.0, 1.0], [7.0, 3.0]],
            array![[1e8], [1e8 + 1.0]],
            random.matrix(4, 1) + 3e8,
            random.matrix(5, 2) - 2e8,
            Array2::zeros((0, 2)),
        ]
    },
    call: |statistics, x| {
        let (mean, deviation) = statistics(x);
        Answer::named("mean", &mean).and("deviation", &deviation)
    },
    properties: &[
        ("there is one sample only", |x| x.nrows() == 1),
        ("a feature is far from 0 and varies little", |x| x.iter().any(|v| v.abs() > 1e6)),
    ],
};

pub static STANDARDISED: Diagnosis<Both, Standardised, Samples> = Diagnosis {
    function: "standardised",
    slot: |f| &mut f.1,
    right: |x, mean, deviation| {
        assert!(mean.len() == x.ncols() && deviation.len() == x.ncols());
        (x - mean) / &scale(deviation)
    },
    mistakes: &[
        (
            "these are the statistics of the samples at hand: use `mean` and `deviation`, the training samples'",
            |x, _, _| (x - &mean(x)) / &scale(&deviation(x)),
        ),
        (
            "the mean of the samples at hand is subtracted: take `mean`, which comes from the training samples",
            |x, _, deviation| (x - &mean(x)) / &scale(deviation),
        ),
        (
            "divided by the deviation of the samples at hand: use `deviation`, which comes from the training samples",
            |x, mean, _| (x - mean) / &scale(&deviation(x)),
        ),
        (
            "0/0 where a feature is constant: with a deviation of 0, only the mean is subtracted",
            |x, mean, deviation| (x - mean) / deviation,
        ),
        (
            "where a feature is constant the result is 0: only the mean is subtracted, as later samples may differ",
            |x, mean, deviation| {
                let inverse = deviation.mapv(|d| if d == 0.0 { 0.0 } else { 1.0 / d });
                (x - mean) * &inverse
            },
        ),
        (
            "where a feature is constant its values stay as they are: the mean is subtracted there too",
            |x, mean, deviation| {
                let shift =
                    ndarray::Zip::from(mean).and(deviation).map_collect(|&m, &d| if d == 0.0 { 0.0 } else { m });
                (x - &shift) / &scale(deviation)
            },
        ),
        (
            "a small number is added to every deviation: only a deviation of 0 is replaced, by 1",
            |x, mean, deviation| (x - mean) / &(deviation + 1e-3),
        ),
        ("1 is added to every deviation: only a deviation of 0 is replaced, by 1", |x, mean, deviation| {
            (x - mean) / &(deviation + 1.0)
        }),
        ("multiplied by the deviation: divide by it", |x, mean, deviation| (x - mean) * &scale(deviation)),
        ("the difference is not divided by the deviation", |x, mean, _| x - mean),
        ("the mean is not subtracted: subtract it before the division", |x, _, deviation| x / &scale(deviation)),
        ("only the mean is divided: put the difference in parentheses, `(x - mean) / …`", |x, mean, deviation| {
            x - &(mean / &scale(deviation))
        }),
        ("divided by the square of the deviation: divide by the deviation itself", |x, mean, deviation| {
            (x - mean) / &scale(deviation) / &scale(deviation)
        }),
        ("divided by the root of the deviation: it is a root already", |x, mean, deviation| {
            (x - mean) / &scale(deviation).mapv(f64::sqrt)
        }),
        ("the sign is the other way round: x minus the mean", |x, mean, deviation| (mean - x) / &scale(deviation)),
        ("the mean is added: subtract it", |x, mean, deviation| (x + mean) / &scale(deviation)),
        ("mean and deviation have changed places", |x, mean, deviation| (x - deviation) / &scale(mean)),
        ("the sign is lost: samples below the mean are negative", |x, mean, deviation| {
            ((x - mean) / &scale(deviation)).mapv(f64::abs)
        }),
        (
            "all features are moved by the first mean and divided by the first deviation: each has its own",
            |x, mean, deviation| (x - mean[0]) / scale(deviation)[0],
        ),
        ("only the first sample is moved, the others stay as they were: go through all rows", |x, mean, deviation| {
            let mut z = x.clone();
            let first = (&x.row(0) - mean) / &scale(deviation);
            z.row_mut(0).assign(&first);
            z
        }),
        ("the result is cut off at 3 deviations: every value is kept", |x, mean, deviation| {
            ((x - mean) / &scale(deviation)).mapv(|z| z.clamp(-3.0, 3.0))
        }),
        (NEARLY_0, |x, mean, deviation| (x - mean) / &(deviation + 1e-8)),
        (NEARLY_0, |x, mean, deviation| (x - mean) / &deviation.mapv(|d| d.max(1e-8))),
        (
            "if one feature is constant, none is divided by its deviation: decide for each feature by itself",
            |x, mean, deviation| if deviation.iter().any(|&d| d == 0.0) { x - mean } else { (x - mean) / deviation },
        ),
        ("a deviation below 1 is replaced by 1: only a deviation of 0 is", |x, mean, deviation| {
            (x - mean) / &deviation.mapv(|d| d.max(1.0))
        }),
        ("a small deviation is taken for 0: every other deviation divides, however small", |x, mean, deviation| {
            (x - mean) / &deviation.mapv(|d| if d < 1e-6 { 1.0 } else { d })
        }),
    ],
    inputs: || {
        let mut random = Random::seeded(812);
        vec![
            (array![[10.0, 1.0], [0.0, -1.0]], array![2.0, 1.0], array![4.0, 0.5]),
            (5.0 * random.matrix(4, 3), random.vector(3), random.vector(3).mapv(f64::abs) + 0.3),
            (random.matrix(3, 3), 2.0 * random.vector(3), random.vector(3).mapv(f64::abs) + 2.0),
            (random.matrix(1, 2), random.vector(2), array![0.3, 1.7]),
            (array![[9.0, 2.0], [7.0, 4.0]], array![7.0, 1.0], array![0.0, 2.0]),
            (array![[450e-9], [650e-9]], array![550e-9], array![100e-9]),
            (array![[3.0, -1.0, 0.5]], array![1.0, 1.0, 1.0], array![2.0, 0.5, 3.0]),
        ]
    },
    call: |standardised, (x, mean, deviation)| standardised(x, mean, deviation).into(),
    properties: &[
        ("a feature has the deviation 0", |(_, _, deviation)| deviation.iter().any(|&d| d == 0.0)),
        ("there is one sample only", |(x, ..)| x.nrows() == 1),
    ],
};
