//! The samples that fill no whole batch are dropped.

pub fn batches(n: usize, size: usize, seed: u64) -> Vec<Vec<usize>> {
    let order = shuffled(n, seed);
    (0..n / size).map(|b| order[b * size..(b + 1) * size].to_vec()).collect()
}
