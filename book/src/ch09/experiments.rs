//! The experiments of chapter 9, each computed once: figures draw them, and pages quote them.

pub use super::widget::{PAD, shrunk};
use super::widget::{bitmap, three};
use ch09::given::{Momentum, Network, Recipe, Samples, batches, forward, initial_network, inputs};
use ch09::{accuracy, one_hot, predicted, softmax_rows, to_picture, train_epoch};
use datasets::{Digits, digits_for_testing, digits_for_training};
use ndarray::{Array1, Array2, ArrayView1, Axis, concatenate};
use std::ops::Range;
use std::sync::LazyLock;
use std::thread;

pub const CLASSES: usize = 10;
/// The side of an image.
pub const SIDE: usize = 8;
pub const HIDDEN: usize = 32;
/// That of the tests of task 6, which train the same network.
pub const RECIPE: Recipe = Recipe { eta: 0.05, mu: 0.9, size: 32, epochs: 20, seed: 9 };
/// So many of the digits that could be trained on are; the others are for validation.
pub const TRAINED_ON: usize = 3060;
/// How many networks are trained for each way to divide the digits.
pub const RUNS: usize = 3;

pub static TRAINING: LazyLock<Digits> = LazyLock::new(digits_for_training);
pub static TESTING: LazyLock<Digits> = LazyLock::new(digits_for_testing);

/// The digits, divided.
pub struct Parts {
    pub training: Samples,
    pub validation: Samples,
    pub test: Samples,
}

/// Thirty writers for training and validation, thirteen others for the test.
pub static BY_WRITERS: LazyLock<Parts> = LazyLock::new(|| {
    let all: Vec<usize> = (0..TRAINING.labels.len()).collect();
    let test: Vec<usize> = (0..TESTING.labels.len()).collect();
    divided(&TRAINING, &all, samples(&TESTING, &test))
});

/// All the digits in random order, and as many of them in each part.
static AT_RANDOM: LazyLock<Parts> = LazyLock::new(|| {
    let pixels = concatenate![Axis(0), TRAINING.pixels, TESTING.pixels];
    let labels: Vec<usize> = TRAINING.labels.iter().chain(&TESTING.labels).copied().collect();
    let n = labels.len();
    let order = batches(n, n, 1).concat();
    let digits = Digits { pixels, labels };
    let (learn, test) = order.split_at(TRAINING.labels.len());
    divided(&digits, learn, samples(&digits, test))
});

fn divided(digits: &Digits, places: &[usize], test: Samples) -> Parts {
    let (training, validation) = places.split_at(TRAINED_ON);
    Parts { training: samples(digits, training), validation: samples(digits, validation), test }
}

/// The digits in these places, as a network takes them.
pub fn samples(digits: &Digits, places: &[usize]) -> Samples {
    Samples {
        x: inputs(&digits.pixels.select(Axis(0), places)),
        labels: places.iter().map(|&place| digits.labels[place]).collect(),
    }
}

/// The network before the first step.
pub fn untrained(seed: u64) -> Network {
    initial_network(seed, SIDE * SIDE + 1, HIDDEN, CLASSES)
}

/// A training, and what was measured after each epoch.
pub struct Training {
    /// The weights after the best epoch.
    pub network: Network,
    /// The mean errors of the training samples.
    pub errors: Vec<f64>,
    /// The accuracy on the training samples, in the end.
    pub learned: f64,
    pub validation: Vec<f64>,
    /// What `train` must not see.
    pub test: Vec<f64>,
    /// Which epoch was the best, from 0.
    pub best: usize,
}

/// The share of samples that a network reads rightly.
pub fn read(network: &Network, samples: &Samples) -> f64 {
    accuracy(&predicted(&forward(network, &samples.x).logits), &samples.labels)
}

/// `train` of the chapter, with more that is measured on the way.
fn trained(parts: &Parts, seed: u64) -> Training {
    let mut network = untrained(seed);
    let y = one_hot(&parts.training.labels, CLASSES);
    let mut optimiser = Momentum::new(&network, RECIPE.eta, RECIPE.mu);
    let (mut errors, mut validation, mut test, mut kept) = (vec![], vec![], vec![], vec![]);
    for epoch in 0..RECIPE.epochs {
        let order = seed + epoch as u64;
        errors.push(train_epoch(&mut network, &mut optimiser, &parts.training.x, &y, RECIPE.size, order));
        validation.push(read(&network, &parts.validation));
        test.push(read(&network, &parts.test));
        kept.push(network.clone());
    }
    // Of equal ones the first.
    let best = predicted(&Array2::from_shape_fn((1, RECIPE.epochs), |(_, epoch)| validation[epoch]))[0];
    let network = kept.swap_remove(best);
    let learned = read(&network, &parts.training);
    Training { network, errors, learned, validation, test, best }
}

/// Networks trained on digits divided by writers, and at random, each from several seeds.
static TRAININGS: LazyLock<[Vec<Training>; 2]> = LazyLock::new(|| {
    let seeds = || (RECIPE.seed..).take(RUNS);
    thread::scope(|scope| {
        let running = [&BY_WRITERS, &AT_RANDOM]
            .map(|parts| seeds().map(|seed| scope.spawn(move || trained(parts, seed))).collect::<Vec<_>>());
        running.map(|runs| runs.into_iter().map(|run| run.join().expect("a training ends")).collect())
    })
});

/// The training that pages show.
pub fn shown() -> &'static Training {
    &TRAININGS[0][0]
}

/// Means over the trainings, divided by writers and at random: accuracy in validation and test.
pub fn on_average() -> [[f64; 2]; 2] {
    TRAININGS.each_ref().map(|runs| {
        let mean = |of: fn(&Training) -> f64| runs.iter().map(of).sum::<f64>() / runs.len() as f64;
        [mean(|run| run.validation[run.best]), mean(|run| run.test[run.best])]
    })
}

/// The lowest and the highest accuracy of the trainings by writers on the test digits.
pub fn spread() -> [f64; 2] {
    let accuracies = TRAININGS[0].iter().map(|run| run.test[run.best]);
    accuracies.fold([1.0, 0.0], |[low, high], at| [at.min(low), at.max(high)])
}

/// What the shown network says of the test digits: a row of probabilities for each.
pub static SAID: LazyLock<Array2<f64>> =
    LazyLock::new(|| softmax_rows(&forward(&shown().network, &BY_WRITERS.test.x).logits));

/// The mean image of each digit that is trained on, shape (10, 64).
pub static MEANS: LazyLock<Array2<f64>> = LazyLock::new(|| {
    let y = one_hot(&TRAINING.labels, CLASSES);
    let counts = y.sum_axis(Axis(0)).insert_axis(Axis(1));
    y.t().dot(&TRAINING.pixels) / counts
});

/// How near each image is to each point: the larger, the nearer.
///
/// The squared distance is |x|² − 2 x·p + |p|², and |x|² is the same for all points.
pub fn nearness(pixels: &Array2<f64>, points: &Array2<f64>) -> Array2<f64> {
    2.0 * pixels.dot(&points.t()) - (points * points).sum_axis(Axis(1))
}

/// What the means say of the test digits.
pub static BY_MEANS: LazyLock<Vec<usize>> = LazyLock::new(|| predicted(&nearness(&TESTING.pixels, &MEANS)));

/// The share of test digits whose nearest training digit is the same.
pub static ONE_NEIGHBOUR: LazyLock<f64> = LazyLock::new(|| {
    let nearest = predicted(&nearness(&TESTING.pixels, &TRAINING.pixels));
    let labels: Vec<usize> = nearest.into_iter().map(|place| TRAINING.labels[place]).collect();
    accuracy(&labels, &TESTING.labels)
});

/// Images moved to the right and downwards. What leaves the image is lost, and paper comes in.
pub fn moved(pixels: &Array2<f64>, right: isize, down: isize) -> Array2<f64> {
    let from = |place: usize, by: isize| place.checked_add_signed(-by).filter(|place| *place < SIDE);
    Array2::from_shape_fn(pixels.dim(), |(image, pixel)| match (from(pixel / SIDE, down), from(pixel % SIDE, right)) {
        (Some(row), Some(column)) => pixels[[image, SIDE * row + column]],
        _ => 0.0,
    })
}

/// What the shown network says of images, as probabilities.
pub fn said_of(pixels: &Array2<f64>) -> Array2<f64> {
    softmax_rows(&forward(&shown().network, &inputs(pixels)).logits)
}

/// The largest of these numbers.
pub fn largest(numbers: ArrayView1<f64>) -> f64 {
    numbers.fold(f64::NEG_INFINITY, |a, b| a.max(*b))
}

/// Which share of images is read rightly, and how sure the network is on average.
pub fn quality(pixels: &Array2<f64>, labels: &[usize]) -> [f64; 2] {
    let said = said_of(pixels);
    let sureness: f64 = said.rows().into_iter().map(largest).sum();
    [accuracy(&predicted(&said), labels), sureness / labels.len() as f64]
}

/// The test digits moved by one pixel to the left, the right, upwards and downwards.
pub static MOVED: LazyLock<[[f64; 2]; 4]> = LazyLock::new(|| {
    [(-1, 0), (1, 0), (0, -1), (0, 1)]
        .map(|(right, down)| quality(&moved(&TESTING.pixels, right, down), &TESTING.labels))
});

/// An image of the test set as somebody might have drawn it: `size` dots high and wide, in black and white.
fn redrawn(image: ArrayView1<f64>, size: usize, top: usize, left: usize) -> Array2<f64> {
    let mut bitmap = Array2::zeros((PAD, PAD));
    // The two pixels whose middles are before and behind that of a dot, and how near it is to the second.
    let between: Vec<(usize, usize, f64)> = (0..size)
        .map(|dot| {
            let at = ((dot as f64 + 0.5) * SIDE as f64 / size as f64 - 0.5).clamp(0.0, SIDE as f64 - 1.0);
            (at as usize, (at as usize + 1).min(SIDE - 1), at.fract())
        })
        .collect();
    for (i, &(above, below, down)) in between.iter().enumerate() {
        let row: Vec<f64> =
            (0..SIDE).map(|j| (1.0 - down) * image[SIDE * above + j] + down * image[SIDE * below + j]).collect();
        for (j, &(before, behind, right)) in between.iter().enumerate() {
            if (1.0 - right) * row[before] + right * row[behind] > 8.0 {
                bitmap[[top + i, left + j]] = 1.0;
            }
        }
    }
    bitmap
}

/// One of so many test digits is drawn anew.
pub const REDRAWN: usize = 3;
/// How high and wide a drawing may be, in dots.
pub const SIZES: Range<usize> = 20..57;

/// The share of redrawn test digits that is read rightly: only made smaller, and prepared.
pub static DRAWN: LazyLock<[f64; 2]> = LazyLock::new(|| {
    let places: Vec<usize> = (0..TESTING.labels.len()).step_by(REDRAWN).collect();
    let random = ch08::given::uniform(places.len(), 3, 9);
    let labels: Vec<usize> = places.iter().map(|&place| TESTING.labels[place]).collect();
    let drawings: Vec<Array2<f64>> = places
        .iter()
        .zip(random.rows())
        .map(|(&place, random)| {
            let size = SIZES.start + (SIZES.len() as f64 * random[0]) as usize;
            let corner = |random: f64| ((PAD - size + 1) as f64 * random) as usize;
            redrawn(TESTING.pixels.row(place), size, corner(random[1]), corner(random[2]))
        })
        .collect();
    [shrunk, to_picture].map(|picture| {
        let pixels: Vec<f64> = drawings.iter().flat_map(|drawing| picture(drawing).into_iter()).collect();
        let pixels = Array2::from_shape_vec((labels.len(), SIDE * SIDE), pixels).expect("images of 64 pixels");
        quality(&pixels, &labels)[0]
    })
});

/// A drawing of ours, small and in a corner of the pad, with a fine pen.
pub static THREE: LazyLock<Array2<f64>> = LazyLock::new(|| bitmap(3.2, &three()));

/// An image before and after it was moved by one pixel.
pub struct Pushed {
    /// What the network says, and how sure it is.
    pub said: [(usize, f64); 2],
    pub images: [Array1<f64>; 2],
}

/// Of the test images of a 7 that are read, the one that is taken for another digit when it has been moved to the
/// right, and of which the network is surest both times.
pub static SEVEN: LazyLock<Pushed> = LazyLock::new(|| {
    let pixels = [TESTING.pixels.clone(), moved(&TESTING.pixels, 1, 0)];
    let said = pixels.each_ref().map(said_of);
    let [first, second] = said.each_ref().map(predicted);
    let sureness = |moved: usize, place: usize| largest(said[moved].row(place));
    let lesser = |place: usize| sureness(0, place).min(sureness(1, place));
    let place = (0..TESTING.labels.len())
        .filter(|&place| TESTING.labels[place] == 7 && first[place] == 7 && second[place] != 7)
        .max_by(|&a, &b| lesser(a).total_cmp(&lesser(b)))
        .expect("a 7 that is taken for something else");
    Pushed {
        said: [(first[place], sureness(0, place)), (second[place], sureness(1, place))],
        images: pixels.map(|pixels| pixels.row(place).to_owned()),
    }
});
