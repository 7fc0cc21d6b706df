//! Every function with iterators and whole-array operations, by other formulas than the reference's.

use ndarray::{ArrayView1, Axis, Zip, s};

/// Rows of the unit matrix.
pub fn one_hot(labels: &[usize], classes: usize) -> Array2<f64> {
    Array2::eye(classes).select(Axis(0), labels)
}

/// By way of the logarithms.
pub fn softmax_rows(logits: &Array2<f64>) -> Array2<f64> {
    let largest = logits.map_axis(Axis(1), |row| row.fold(f64::NEG_INFINITY, |m, &a| m.max(a)));
    let below = logits - &largest.insert_axis(Axis(1));
    let log_sums = below.mapv(f64::exp).sum_axis(Axis(1)).mapv(f64::ln);
    (below - log_sums.insert_axis(Axis(1))).mapv(f64::exp)
}

/// ln Σ exp(aⱼ − a), where a is the logit of the right class.
pub fn mean_cross_entropy(logits: &Array2<f64>, y: &Array2<f64>) -> f64 {
    assert!(logits.shape() == y.shape() && logits.nrows() != 0);
    let right = (logits * y).sum_axis(Axis(1)).insert_axis(Axis(1));
    let ahead = logits - &right;
    let most = ahead.map_axis(Axis(1), |row| row.fold(f64::NEG_INFINITY, |m, &a| m.max(a)));
    let sums = (ahead - most.view().insert_axis(Axis(1))).mapv(f64::exp).sum_axis(Axis(1));
    (most + sums.mapv(f64::ln)).mean().expect("a sample")
}

pub fn output_delta(logits: &Array2<f64>, y: &Array2<f64>) -> Array2<f64> {
    assert!(logits.shape() == y.shape() && logits.nrows() != 0);
    let share = 1.0 / logits.nrows() as f64;
    Zip::from(&crate::softmax_rows(logits)).and(y).map_collect(|p, y| share * p - share * y)
}

pub fn predicted(scores: &Array2<f64>) -> Vec<usize> {
    assert_ne!(scores.ncols(), 0);
    let better = |best: (usize, f64), next: (usize, f64)| if next.1 > best.1 { next } else { best };
    let of = |row: ArrayView1<f64>| row.iter().copied().enumerate().reduce(better).unwrap().0;
    scores.outer_iter().map(of).collect()
}

/// One minus the share of what is wrong.
pub fn accuracy(predicted: &[usize], truth: &[usize]) -> f64 {
    assert_eq!(predicted.len(), truth.len());
    assert_ne!(truth.len(), 0);
    let wrong: usize = predicted.iter().zip(truth).map(|(a, b)| usize::from(a != b)).sum();
    1.0 - wrong as f64 / truth.len() as f64
}

/// A product of one-hot matrices counts the pairs.
pub fn confusion(truth: &[usize], predicted: &[usize], classes: usize) -> Array2<usize> {
    assert_eq!(truth.len(), predicted.len());
    let unit = Array2::<f64>::eye(classes);
    let rows = |labels: &[usize]| unit.select(Axis(0), labels);
    rows(truth).t().dot(&rows(predicted)).mapv(|count| count.round() as usize)
}

/// Sorted by count; a stable sort keeps the order of equal ones.
pub fn most_confused(confusion: &Array2<usize>) -> (usize, usize, usize) {
    assert!(confusion.is_square() && confusion.len() >= 4);
    let mut pairs: Vec<(usize, usize, usize)> =
        confusion.indexed_iter().filter(|((i, j), _)| i != j).map(|((i, j), &count)| (i, j, count)).collect();
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.2));
    pairs[0]
}

/// The whole set in its new order, cut into pieces.
pub fn train_epoch(
    network: &mut Network,
    optimiser: &mut Momentum,
    x: &Array2<f64>,
    y: &Array2<f64>,
    size: usize,
    seed: u64,
) -> f64 {
    assert!(x.nrows() == y.nrows() && size != 0);
    let order = batches(x.nrows(), size, seed).concat();
    let (x, y) = (rows(x, &order), rows(y, &order));
    let mut sum = 0.0;
    for from in (0..order.len()).step_by(size) {
        let part = s![from..order.len().min(from + size), ..];
        let (x, y) = (x.slice(part).to_owned(), y.slice(part).to_owned());
        let pass = forward(network, &x);
        sum += x.nrows() as f64 * crate::mean_cross_entropy(&pass.logits, &y);
        let gradients = backward(network, &x, &pass, &crate::output_delta(&pass.logits, &y));
        optimiser.step(network, &gradients);
    }
    sum / order.len() as f64
}

/// The best network and its accuracy are kept together.
pub fn train(network: &mut Network, training: &Samples, validation: &Samples, recipe: &Recipe) -> Vec<f64> {
    assert_ne!(validation.labels.len(), 0);
    let y = crate::one_hot(&training.labels, network.w2.nrows());
    let mut optimiser = Momentum::new(network, recipe.eta, recipe.mu);
    let mut best: Option<(f64, Network)> = None;
    let seeds = (recipe.seed..).take(recipe.epochs);
    let accuracies = seeds.map(|seed| {
        train_epoch(network, &mut optimiser, &training.x, &y, recipe.size, seed);
        let says = crate::predicted(&crate::softmax_rows(&forward(network, &validation.x).logits));
        let accuracy = crate::accuracy(&says, &validation.labels);
        if best.as_ref().is_none_or(|(highest, _)| accuracy > *highest) {
            best = Some((accuracy, network.clone()));
        }
        accuracy
    });
    let accuracies: Vec<f64> = accuracies.collect();
    if let Some((_, best)) = best {
        *network = best;
    }
    accuracies
}

/// The darkest dot of each row and each column.
pub fn bounds(bitmap: &Array2<f64>) -> Option<(usize, usize, usize, usize)> {
    let has_ink = |line: ArrayView1<f64>| line.iter().any(|&ink| ink > THRESHOLD);
    let rows: Vec<bool> = bitmap.rows().into_iter().map(has_ink).collect();
    let columns: Vec<bool> = bitmap.columns().into_iter().map(has_ink).collect();
    let first = |lines: &[bool]| lines.iter().position(|&ink| ink);
    let last = |lines: &[bool]| lines.iter().rposition(|&ink| ink);
    Some((first(&rows)?, last(&rows)?, first(&columns)?, last(&columns)?))
}

/// Products with a matrix that picks rows and adds them up: `P S Pᵀ`.
pub fn to_picture(bitmap: &Array2<f64>) -> Array2<f64> {
    match bounds(bitmap) {
        None => Array2::zeros((8, 8)),
        Some((top, bottom, left, right)) => {
            let cut = bitmap.slice(s![top..bottom + 1, left..right + 1]);
            let side = cut.nrows().max(cut.ncols());
            let picks = |length: usize| {
                let mut p = Array2::<f64>::zeros((8, length));
                for dot in 0..32 {
                    let at = (2 * dot + 1) * side / 64;
                    if let Some(entry) = at.checked_sub((side - length) / 2).and_then(|at| p.get_mut([dot / 4, at])) {
                        *entry += 1.0;
                    }
                }
                p
            };
            picks(cut.nrows()).dot(&cut).dot(&picks(cut.ncols()).t())
        }
    }
}

pub fn what_it_sees(w1: &Array2<f64>, j: usize) -> Array2<f64> {
    assert!(w1.ncols() == 65);
    Array2::from_shape_vec((8, 8), w1.row(j).iter().skip(1).copied().collect()).expect("64 weights")
}

/// Sorted by activation and number together.
pub fn favourites(h: &Array2<f64>, j: usize, count: usize) -> Vec<usize> {
    let column = crate::given::without_bias(h).column(j).to_vec();
    let mut pairs: Vec<(f64, usize)> = column.into_iter().enumerate().map(|(i, v)| (v, i)).collect();
    pairs.sort_unstable_by(|a, b| b.0.partial_cmp(&a.0).unwrap().then(a.1.cmp(&b.1)));
    pairs.into_iter().take(count).map(|(_, i)| i).collect()
}

pub fn surest_mistakes(probabilities: &Array2<f64>, truth: &[usize], count: usize) -> Vec<usize> {
    assert!(probabilities.nrows() == truth.len());
    let says = crate::predicted(probabilities);
    let wrong = (0..truth.len()).filter(|&i| says[i] != truth[i]);
    let sureness = |&i: &usize| probabilities.row(i).fold(0.0_f64, |m, &p| m.max(p));
    let mut wrong: Vec<(f64, usize)> = wrong.map(|i| (-sureness(&i), i)).collect();
    wrong.sort_by(|a, b| a.partial_cmp(b).expect("numbers"));
    wrong.iter().take(count).map(|pair| pair.1).collect()
}
