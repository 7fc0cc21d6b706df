//! Chapter 6: one step of training, for the network that learns exclusive or and for one of the size that reads digits.

mod written;

use criterion::{BatchSize, Criterion, criterion_group, criterion_main};
#[cfg(feature = "mine")]
use mine_ch06::{
    given::{Objective, initial_network},
    train_step,
};
use ndarray::Array2;
#[cfg(not(feature = "mine"))]
use reference_ch06::{
    given::{Objective, initial_network},
    train_step,
};
use std::time::Duration;
use written::written;

/// A batch whose column 0 is the constant feature, and answers of 0 and 1.
fn batch(n: usize, k: usize, m: usize) -> (Array2<f64>, Array2<f64>) {
    let x = Array2::from_shape_fn((n, k), |(j, i)| if i == 0 { 1.0 } else { ((j * k + i) as f64 * 0.7).sin() });
    let y = Array2::from_shape_fn((n, m), |(j, i)| f64::from(j % m == i));
    (x, y)
}

fn step(c: &mut Criterion) {
    let mut group = c.benchmark_group("train_step");
    for (name, n, k, d, m) in [("4 samples, 3-2-1", 4, 3, 2, 1), ("32 samples, 65-32-10", 32, 65, 32, 10)] {
        let (x, y) = batch(n, k, m);
        let network = initial_network(1, Objective::Classification, k, d, m);
        if written("train_step", || train_step(&mut network.clone(), &x, &y, 0.1)) {
            group.bench_function(name, |b| {
                b.iter_batched_ref(
                    || network.clone(),
                    |network| train_step(network, &x, &y, 0.1),
                    BatchSize::SmallInput,
                );
            });
        }
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    targets = step
}
criterion_main!(benches);
