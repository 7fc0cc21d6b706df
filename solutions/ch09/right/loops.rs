//! Every function with plain loops, as a reader new to ndarray would write it.

pub fn one_hot(labels: &[usize], classes: usize) -> Array2<f64> {
    let mut y = Array2::zeros((labels.len(), classes));
    for i in 0..labels.len() {
        if labels[i] >= classes {
            panic!("label {} of {classes} classes", labels[i]);
        }
        for j in 0..classes {
            if labels[i] == j {
                y[[i, j]] = 1.0;
            }
        }
    }
    y
}

pub fn softmax_rows(logits: &Array2<f64>) -> Array2<f64> {
    let (n, m) = logits.dim();
    let mut p = Array2::zeros((n, m));
    for i in 0..n {
        let mut largest = logits[[i, 0]];
        for j in 1..m {
            if logits[[i, j]] > largest {
                largest = logits[[i, j]];
            }
        }
        let mut sum = 0.0;
        for j in 0..m {
            p[[i, j]] = (logits[[i, j]] - largest).exp();
            sum += p[[i, j]];
        }
        for j in 0..m {
            p[[i, j]] /= sum;
        }
    }
    p
}

pub fn mean_cross_entropy(logits: &Array2<f64>, y: &Array2<f64>) -> f64 {
    assert_eq!(logits.dim(), y.dim());
    let (n, m) = logits.dim();
    assert!(n > 0);
    let mut error = 0.0;
    for i in 0..n {
        let mut largest = f64::NEG_INFINITY;
        for j in 0..m {
            largest = largest.max(logits[[i, j]]);
        }
        let mut sum = 0.0;
        for j in 0..m {
            sum += (logits[[i, j]] - largest).exp();
        }
        for j in 0..m {
            if y[[i, j]] == 1.0 {
                error += largest + sum.ln() - logits[[i, j]];
            }
        }
    }
    error / n as f64
}

pub fn output_delta(logits: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    assert_eq!(logits.dim(), y.dim());
    let (n, m) = logits.dim();
    assert!(n > 0);
    let mut delta = crate::softmax_rows(logits);
    for i in 0..n {
        for j in 0..m {
            delta[[i, j]] = (delta[[i, j]] - y[[i, j]]) / n as f64;
        }
    }
    delta
}

pub fn predicted(scores: &Array2<f64>) -> Vec<usize> {
    assert!(scores.ncols() > 0);
    let mut classes = vec![];
    for i in 0..scores.nrows() {
        let mut best = 0;
        for j in 1..scores.ncols() {
            if scores[[i, j]] > scores[[i, best]] {
                best = j;
            }
        }
        classes.push(best);
    }
    classes
}

pub fn accuracy(predicted: &[usize], truth: &[usize]) -> f64 {
    assert!(predicted.len() == truth.len() && !truth.is_empty());
    let mut right = 0.0;
    for i in 0..truth.len() {
        if predicted[i] == truth[i] {
            right += 1.0;
        }
    }
    right / truth.len() as f64
}

pub fn confusion(truth: &[usize], predicted: &[usize], classes: usize) -> Array2<usize> {
    assert_eq!(truth.len(), predicted.len());
    let mut counts = Array2::zeros((classes, classes));
    for i in 0..truth.len() {
        // An index that is too large panics by itself.
        counts[[truth[i], predicted[i]]] += 1;
    }
    counts
}

pub fn most_confused(confusion: &Array2<usize>) -> (usize, usize, usize) {
    let (m, columns) = confusion.dim();
    assert_eq!(m, columns);
    assert!(m >= 2);
    let (mut truth, mut predicted) = (0, 1);
    for i in 0..m {
        for j in 0..m {
            if i != j && confusion[[i, j]] > confusion[[truth, predicted]] {
                truth = i;
                predicted = j;
            }
        }
    }
    (truth, predicted, confusion[[truth, predicted]])
}

pub fn train_epoch(
    network: &mut Network,
    optimiser: &mut Momentum,
    x: &Array2<f64>,
    y: &Array2<f64>,
    size: usize,
    seed: u64,
) -> f64 {
    assert_eq!(x.nrows(), y.nrows());
    assert!(size > 0);
    let mut errors = 0.0;
    let mut samples = 0;
    for batch in batches(x.nrows(), size, seed) {
        let x_batch = rows(x, &batch);
        let y_batch = rows(y, &batch);
        let pass = forward(network, &x_batch);
        let error = crate::mean_cross_entropy(&pass.logits, &y_batch);
        for _ in 0..batch.len() {
            errors += error;
            samples += 1;
        }
        let gradients = backward(network, &x_batch, &pass, &crate::output_delta(&pass.logits, &y_batch));
        optimiser.step(network, &gradients);
    }
    errors / samples as f64
}

/// All networks are kept, and the best is looked up at the end.
pub fn train(network: &mut Network, training: &Samples, validation: &Samples, recipe: &Recipe) -> Vec<f64> {
    assert!(!validation.labels.is_empty());
    let y = crate::one_hot(&training.labels, network.w2.nrows());
    let mut optimiser = Momentum::new(network, recipe.eta, recipe.mu);
    let mut networks = vec![];
    let mut accuracies = vec![];
    for t in 0..recipe.epochs {
        let seed = recipe.seed + t as u64;
        train_epoch(network, &mut optimiser, &training.x, &y, recipe.size, seed);
        let pass = forward(network, &validation.x);
        accuracies.push(crate::accuracy(&crate::predicted(&pass.logits), &validation.labels));
        networks.push(network.clone());
    }
    if recipe.epochs > 0 {
        let mut best = 0;
        for t in 1..recipe.epochs {
            if accuracies[t] > accuracies[best] {
                best = t;
            }
        }
        *network = networks.swap_remove(best);
    }
    accuracies
}

pub fn bounds(bitmap: &Array2<f64>) -> Option<(usize, usize, usize, usize)> {
    let (rows, columns) = bitmap.dim();
    let (mut top, mut bottom, mut left, mut right) = (rows, 0, columns, 0);
    for i in 0..rows {
        for j in 0..columns {
            if bitmap[[i, j]] > THRESHOLD {
                if i < top {
                    top = i;
                }
                if i > bottom {
                    bottom = i;
                }
                if j < left {
                    left = j;
                }
                if j > right {
                    right = j;
                }
            }
        }
    }
    if top == rows { None } else { Some((top, bottom, left, right)) }
}

pub fn to_picture(bitmap: &Array2<f64>) -> Array2<f64> {
    let mut image = Array2::zeros((8, 8));
    if let Some((top, bottom, left, right)) = bounds(bitmap) {
        let height = bottom - top + 1;
        let width = right - left + 1;
        let side = if height > width { height } else { width };
        let above = (side - height) / 2;
        let before = (side - width) / 2;
        for i in 0..32 {
            for j in 0..32 {
                let row = (2 * i + 1) * side / 64;
                let column = (2 * j + 1) * side / 64;
                if row >= above && row < above + height && column >= before && column < before + width {
                    image[[i / 4, j / 4]] += bitmap[[top + row - above, left + column - before]];
                }
            }
        }
    }
    image
}

pub fn what_it_sees(w1: &Array2<f64>, j: usize) -> Array2<f64> {
    assert_eq!(w1.ncols(), 65);
    let mut image = Array2::zeros((8, 8));
    for i in 1..65 {
        image[[(i - 1) / 8, (i - 1) % 8]] = w1[[j, i]];
    }
    image
}

/// The highest of those that are left, `count` times.
pub fn favourites(h: &Array2<f64>, j: usize, count: usize) -> Vec<usize> {
    assert!(j + 1 < h.ncols());
    let mut left: Vec<usize> = (0..h.nrows()).collect();
    let mut found = vec![];
    while found.len() < count && !left.is_empty() {
        let mut best = 0;
        for at in 1..left.len() {
            if h[[left[at], j + 1]] > h[[left[best], j + 1]] {
                best = at;
            }
        }
        found.push(left.remove(best));
    }
    found
}

pub fn surest_mistakes(probabilities: &Array2<f64>, truth: &[usize], count: usize) -> Vec<usize> {
    assert_eq!(probabilities.nrows(), truth.len());
    let predicted = crate::predicted(probabilities);
    let mut list: Vec<usize> = vec![];
    for i in 0..truth.len() {
        if predicted[i] != truth[i] {
            let p = probabilities[[i, predicted[i]]];
            let mut at = 0;
            while at < list.len() && probabilities[[list[at], predicted[list[at]]]] >= p {
                at += 1;
            }
            list.insert(at, i);
        }
    }
    if list.len() > count { list[..count].to_vec() } else { list }
}
