//! Chapter 9: an epoch over the 3,823 digits, in batches of 32 and all at once. Beside each, the products of matrices
//! that the epoch cannot do without, and nothing else: how close it comes to the arithmetic of the machine.

mod digits;
mod written;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
use digits::{ETA, MU, digits, initial};
#[cfg(feature = "mine")]
use mine_ch09::{given, train_epoch};
use ndarray::{Array2, s};
#[cfg(not(feature = "mine"))]
use reference_ch09::{given, train_epoch};
use std::hint::black_box;
use std::time::Duration;
use written::written;

fn epoch(c: &mut Criterion) {
    let (x, y) = digits();
    let network = || {
        let [w1, w2] = initial();
        given::Network { w1, w2 }
    };
    for (name, size) in [("an epoch in batches of 32", 32), ("an epoch all at once", x.nrows())] {
        let mut group = c.benchmark_group(name);
        let optimiser = || given::Momentum::new(&network(), ETA, MU);
        if written("train_epoch", || train_epoch(&mut network(), &mut optimiser(), &x, &y, size, 1)) {
            group.bench_function("the epoch", |b| {
                b.iter_batched_ref(
                    || (network(), optimiser()),
                    |(network, optimiser)| train_epoch(network, optimiser, &x, &y, size, 1),
                    BatchSize::LargeInput,
                );
            });
        }
        group.bench_function("its products alone", |b| b.iter(|| products(&x, size)));
        group.finish();
    }
}

/// The five products of a step, for each batch: two forwards, three backwards.
fn products(x: &Array2<f64>, size: usize) -> f64 {
    let [w1, w2] = initial();
    let mut sum = 0.0;
    for from in (0..x.nrows()).step_by(size) {
        let x = x.slice(s![from..x.nrows().min(from + size), ..]);
        let (h, delta2) = (Array2::ones((x.nrows(), w2.ncols())), Array2::ones((x.nrows(), w2.nrows())));
        let delta1 = Array2::<f64>::ones((x.nrows(), w1.nrows()));
        for product in
            [x.dot(&w1.t()), h.dot(&w2.t()), delta2.dot(&w2.slice(s![.., 1..])), delta1.t().dot(&x), delta2.t().dot(&h)]
        {
            sum += black_box(product)[[0, 0]];
        }
    }
    sum
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    targets = epoch
}
criterion_main!(benches);
