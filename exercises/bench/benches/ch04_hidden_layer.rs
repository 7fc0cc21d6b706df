//! Chapter 4: the same hidden layer by loops and by one matrix product, as it grows.
//!
//! For few neurons the two are alike; the wider the layer, the more the product gains, because it uses the processor's
//! caches and vector instructions. The ratio of the two lines of one size is what to read.

mod written;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
#[cfg(feature = "mine")]
use mine_ch04::{hidden_layer, network, network_batch};
use ndarray::{Array1, Array2};
#[cfg(not(feature = "mine"))]
use reference_ch04::{hidden_layer, network, network_batch};
use std::hint::black_box;
use std::time::Duration;
use written::written;

/// Numbers that are neither all alike nor random.
fn wave(i: usize) -> f64 {
    (i as f64 * 0.7).sin()
}

fn matrix(n: usize, k: usize) -> Array2<f64> {
    Array2::from_shape_fn((n, k), |(j, i)| wave(j * k + i))
}

fn one_sample(c: &mut Criterion) {
    let mut group = c.benchmark_group("one sample, d features to d neurons");
    for d in [8, 32, 128, 512] {
        let (w, x) = (matrix(d, d), Array1::from_shape_fn(d, wave));
        if written("hidden_layer", || hidden_layer(&w, &x, f64::tanh)) {
            group.bench_function(BenchmarkId::new("loops", d), |b| {
                b.iter(|| hidden_layer(black_box(&w), black_box(&x), f64::tanh));
            });
        }
        let output = matrix(1, d);
        if written("network", || network(&w, &output, &x, f64::tanh, f64::tanh)) {
            group.bench_function(BenchmarkId::new("product", d), |b| {
                b.iter(|| network(black_box(&w), black_box(&output), black_box(&x), f64::tanh, f64::tanh));
            });
        }
    }
    group.finish();
}

fn batch(c: &mut Criterion) {
    let mut group = c.benchmark_group("32 samples, d features to d neurons to 1");
    for d in [8, 32, 128] {
        let (x, w1, w2) = (matrix(32, d), matrix(d, d), matrix(1, d));
        if written("network", || network(&w1, &w2, &x.row(0).to_owned(), f64::tanh, f64::tanh)) {
            group.bench_function(BenchmarkId::new("sample by sample", d), |b| {
                b.iter(|| {
                    let samples = black_box(&x).rows().into_iter();
                    samples.map(|x| network(&w1, &w2, &x.to_owned(), f64::tanh, f64::tanh)[0]).sum::<f64>()
                });
            });
        }
        if written("network_batch", || network_batch(&x, &w1, &w2, f64::tanh, f64::tanh)) {
            group.bench_function(BenchmarkId::new("one product", d), |b| {
                b.iter(|| network_batch(black_box(&x), &w1, &w2, f64::tanh, f64::tanh));
            });
        }
    }
    group.finish();
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(20).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(2));
    targets = one_sample, batch
}
criterion_main!(benches);
