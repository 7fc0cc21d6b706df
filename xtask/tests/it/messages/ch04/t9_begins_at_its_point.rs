//! The bumps begin at their points instead of standing around them.

pub fn approximate(
    f: &dyn Fn(f64) -> f64,
    from: f64,
    to: f64,
    bumps: usize,
    steepness: f64,
) -> (Array2<f64>, Array2<f64>) {
    let width = (to - from) / (bumps - 1) as f64;
    let (mut w1, mut w2) = (Array2::zeros((2 * bumps, 2)), Array2::zeros((1, 2 * bumps)));
    for b in 0..bumps {
        let c = from + b as f64 * width;
        let height = f(c);
        for (neuron, edge, weight) in [(2 * b, c, height), (2 * b + 1, c + width, -height)] {
            w1[[neuron, 0]] = -steepness * edge;
            w1[[neuron, 1]] = steepness;
            w2[[0, neuron]] = weight;
        }
    }
    (w1, w2)
}
