//! Spoilers: wrong ways to write `statistics` and `standardised`, and the inputs that tell them apart. The
//! tests use them to name a mistake.

use checks::{Answer, Diagnosis, Random};
use ndarray::{Array1, Array2, Axis, array};

pub type Statistics = fn(&Array2<f64>) -> (Array1<f64>, Array1<f64>);
pub type Standardised = fn(&Array2<f64>, &Array1<f64>, &Array1<f64>) -> Array2<f64>;
pub type Both = (Statistics, Standardised);

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
        ("the deviation is divided by n − 1: here the samples are all there is, so divide by n", |x| {
            let n = x.nrows() as f64;
            (mean(x), (variance(x) * n / (n - 1.0)).mapv(f64::sqrt))
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
            Array2::zeros((0, 2)),
        ]
    },
    call: |statistics, x| {
        let (mean, deviation) = statistics(x);
        Answer::named("mean", &mean).and("deviation", &deviation)
    },
    properties: &[("there is one sample only", |x| x.nrows() == 1)],
};

pub static STANDARDISED: Diagnosis<Both, Standardised, (Array2<f64>, Array1<f64>, Array1<f64>)> = Diagnosis {
    function: "standardised",
    slot: |f| &mut f.1,
    right: |x, mean, deviation| {
        assert!(mean.len() == x.ncols() && deviation.len() == x.ncols());
        (x - mean) / &scale(deviation)
    },
    mistakes: &[
        (
            "these are the statistics of the samples at hand: use the `mean` and `deviation` that are handed over, which are \
          the training samples'",
            |x, _, _| (x - &mean(x)) / &scale(&deviation(x)),
        ),
        (
            "0/0 where a feature is constant: with a deviation of 0, only the mean is taken away",
            |x, mean, deviation| (x - mean) / deviation,
        ),
        ("multiplied by the deviation: divide by it", |x, mean, deviation| (x - mean) * &scale(deviation)),
    ],
    inputs: || {
        let mut random = Random::seeded(812);
        vec![
            (array![[10.0, 1.0], [0.0, -1.0]], array![2.0, 1.0], array![4.0, 0.5]),
            (5.0 * random.matrix(4, 3), random.vector(3), random.vector(3).mapv(f64::abs) + 0.3),
            (random.matrix(3, 3), 2.0 * random.vector(3), random.vector(3).mapv(f64::abs) + 2.0),
            (random.matrix(1, 2), random.vector(2), array![0.3, 1.7]),
            (array![[9.0, 2.0], [7.0, 4.0]], array![7.0, 1.0], array![0.0, 2.0]),
        ]
    },
    call: |standardised, (x, mean, deviation)| standardised(x, mean, deviation).into(),
    properties: &[("a feature has the deviation 0", |(_, _, deviation)| deviation.iter().any(|&d| d == 0.0))],
};
