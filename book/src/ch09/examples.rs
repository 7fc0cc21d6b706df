//! The code of chapter 9. Its `println!` writes into the book.

use super::experiments::{BY_MEANS, BY_WRITERS, HIDDEN, MEANS, RECIPE, THREE, nearness, shown, untrained};
use ch07::given::{MatrixTape, Var};
use ch07::matrix_backward;
use ch09::given::{Network, backward, forward, from_text, rows, to_text, without_bias};
use ch09::{accuracy, confusion, one_hot, output_delta, predicted, softmax_rows, to_picture, train};
use ch09::{bounds, mean_cross_entropy, what_it_sees};
use datasets::digits_for_testing;
use ndarray::{Array2, Axis, array, concatenate};

/// The examples of this chapter that print something.
pub const EXAMPLES: [(&str, fn()); 11] = [
    ("ch09.image", image),
    ("ch09.labels", labels),
    ("ch09.by_hand", by_hand),
    ("ch09.says", says),
    ("ch09.counts", counts),
    ("ch09.means", means),
    ("ch09.training", training),
    ("ch09.tape", tape),
    ("ch09.saved", saved),
    ("ch09.option", option),
    ("ch09.sorting", sorting),
];

fn image() {
    // ANCHOR: image
    let digits = digits_for_testing();
    let pixels = digits.pixels.row(2);
    for row in pixels.to_vec().chunks(8) {
        println!("{row:2.0?}");
    }
    println!("it is a {}", digits.labels[2]);
    // ANCHOR_END: image
}

fn labels() {
    // ANCHOR: labels
    let labels = [2, 0, 1, 2];
    println!("{}", one_hot(&labels, 3));
    // ANCHOR_END: labels
}

fn by_hand() {
    // ANCHOR: by_hand
    let logits = array![[0.0, 3.0_f64.ln()], [0.0, 0.0]];
    let y = one_hot(&[0, 1], 2);

    println!("probabilities:\n{:.3}", softmax_rows(&logits));
    println!("mean error: {:.3}", mean_cross_entropy(&logits, &y));
    println!("gradient:\n{:.3}", output_delta(&logits, &y));
    // ANCHOR_END: by_hand
}

fn says() {
    // ANCHOR: says
    let scores = array![[0.1, 0.7, 0.2], [3.0, -1.0, 3.0]];
    let said = predicted(&scores);
    println!("{said:?}, right: {}", accuracy(&said, &[1, 2]));
    // ANCHOR_END: says
}

fn counts() {
    // ANCHOR: counts
    let truth = [0, 0, 1, 2, 2, 2];
    let said = [0, 1, 1, 2, 0, 0];
    println!("{}", confusion(&truth, &said, 3));
    // ANCHOR_END: counts
}

fn means() {
    // ANCHOR: means
    let test = digits_for_testing();
    let scores = nearness(&test.pixels, &MEANS);
    let said = predicted(&scores);
    println!("{:.3}", accuracy(&said, &test.labels));
    // ANCHOR_END: means
    assert_eq!(said, *BY_MEANS, "the page shows what is drawn");
}

fn training() {
    let (training, validation, test) = (&BY_WRITERS.training, &BY_WRITERS.validation, &BY_WRITERS.test);
    // ANCHOR: training
    let mut net = untrained(9);
    let reached = train(&mut net, training, validation, &RECIPE);
    println!("validation: {:.3?}", &reached[..3]);

    let said = predicted(&forward(&net, &test.x).logits);
    println!("test: {:.4}", accuracy(&said, &test.labels));
    // ANCHOR_END: training
    assert!(net == shown().network && reached == shown().validation, "the page shows what is drawn");
}

/// A batch, and the right answers.
type Batch = (Array2<f64>, Array2<f64>);

/// The gradients by both matrices of weights.
type Both = [Array2<f64>; 2];

/// From the formulas of chapter 6.
// ANCHOR: by_formulas
fn by_formulas(net: &Network, (x, y): &Batch) -> Both {
    let pass = forward(net, x);
    let delta = output_delta(&pass.logits, y);
    let gradients = backward(net, x, &pass, &delta);
    [gradients.w1, gradients.w2]
}
// ANCHOR_END: by_formulas

/// From the tape of chapter 7. It puts no column of ones before the hidden activations, so the biases of the outputs
/// are a row of their own.
// ANCHOR: on_tape
fn on_tape(net: &Network, (x, y): &Batch) -> Both {
    let mut tape = MatrixTape::new();
    let input = tape.leaf(x);
    let w1 = tape.leaf(&net.w1);
    let w2 = tape.leaf(&without_bias(&net.w2).to_owned());
    let bias = net.w2.column(0).insert_axis(Axis(0));
    let b2 = tape.leaf(&bias.to_owned());

    let w1_t = tape.transpose(w1);
    let a1 = tape.matmul(input, w1_t);
    let h = tape.tanh(a1);
    let w2_t = tape.transpose(w2);
    let sums = tape.matmul(h, w2_t);
    let logits = tape.add_row(sums, b2);

    // The mean of logits times nmΔ, with Δ held constant.
    let delta = output_delta(tape.value(logits), y);
    let size = delta.len() as f64;
    let constant = tape.leaf(&(size * delta));
    let products = tape.mul(logits, constant);
    let error = tape.mean(products);

    let gradients = matrix_backward(&tape, error);
    let of = |v: Var| &gradients[v.0];
    let w2 = concatenate![Axis(1), of(b2).t(), *of(w2)];
    [of(w1).clone(), w2]
}
// ANCHOR_END: on_tape

fn tape() {
    let [largest, difference] = both_ways();
    println!("the largest gradient {largest:.3}, the largest difference {difference:.0e}");
}

/// The largest entry of the gradients for a batch of digits, and the largest difference between the two ways.
pub fn both_ways() -> [f64; 2] {
    let digits = &BY_WRITERS.training;
    let batch: Vec<usize> = (0..RECIPE.size).collect();
    let (x, network) = (rows(&digits.x, &batch), untrained(9));
    let batch = (x, one_hot(&digits.labels[..RECIPE.size], 10));
    let largest = |a: &Array2<f64>| a.iter().fold(0.0, |largest: f64, entry| largest.max(entry.abs()));
    let (mut size, mut difference) = (0.0_f64, 0.0_f64);
    for (formulas, tape) in by_formulas(&network, &batch).iter().zip(&on_tape(&network, &batch)) {
        size = size.max(largest(formulas));
        difference = difference.max(largest(&(formulas - tape)));
    }
    assert!(difference < 1e-12, "the formulas of chapter 6 and the tape of chapter 7 agree: {difference:e}");
    [size, difference]
}

fn saved() {
    let network = &shown().network;
    // ANCHOR: saved
    let text = to_text(network);
    println!("{} bytes, which begin with {:?}", text.len(), &text[..28]);

    // std::fs::write("digits.txt", &text) keeps it in a file,
    // std::fs::read_to_string("digits.txt") reads it.
    let again = from_text(&text).expect("what to_text has written");
    println!("the same network: {}", again == *network);
    println!("{:?}", from_text("32 inputs").unwrap_err());
    // ANCHOR_END: saved
}

fn sorting() {
    // ANCHOR: sorting
    let v: [f64; 4] = [0.2, -0.9, 0.7, 0.2];
    let mut order: Vec<usize> = (0..v.len()).collect();
    order.sort_by(|&a, &b| v[b].total_cmp(&v[a]));
    println!("{order:?}");

    order.retain(|&i| v[i] > 0.0);
    order.truncate(2);
    println!("{order:?}");
    // ANCHOR_END: sorting
}

fn option() {
    let bitmap = array![[0.0, 0.0, 0.0], [0.0, 0.9, 0.4]];
    // ANCHOR: option
    let mut largest: Option<f64> = None;
    for &ink in &bitmap {
        let before = largest.unwrap_or(ink);
        largest = Some(before.max(ink));
    }
    if let Some(ink) = largest {
        println!("the darkest dot has {ink}");
    }

    let (top, left) = (1, 1);
    println!("{}", bitmap.slice(ndarray::s![top..=1, left..=2]));
    // ANCHOR_END: option
    assert_eq!(bounds(&bitmap), Some((1, 1, 1, 2)), "as the task's example says");
    debug_assert_eq!(what_it_sees(&shown().network.w1, HIDDEN - 1).dim(), to_picture(&THREE).dim());
}
