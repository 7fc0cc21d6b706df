//! Chapter 9: how your training goes, which digits your network confuses, and what its neurons see.

use ch09::given::{Network, Recipe, Samples, forward, initial_network, inputs};
use datasets::{digits_for_testing, digits_for_training};
use ndarray::s;
use plot::{Chart, Image, attempt};
use std::process::ExitCode;

/// How often the network sees the digits that it learns from.
const EPOCHS: usize = 10;

fn main() -> ExitCode {
    plot::main(charts)
}

fn charts() -> Vec<Chart> {
    let test = digits_for_testing();
    let image = |caption: String, i: usize| Image::shades(caption, 8, test.pixels.row(i).to_vec());
    let mut training = Chart::new("Chapter 9: your training", ["epoch", "share read, on validation"]);
    let digits: Vec<Image> = (0..10).map(|i| image(test.labels[i].to_string(), i)).collect();
    let network = match attempt("`train`", train) {
        Err(note) => {
            training.notes.push(note);
            return vec![Chart::of_images("Chapter 9: ten of the test digits", Ok(digits)), training];
        }
        Ok((network, accuracies)) => {
            training.line("your network", (1..).map(f64::from).zip(accuracies).collect());
            network
        }
    };
    let pass = forward(&network, &inputs(&test.pixels));
    let confused = attempt("`predicted` and `confusion`", || {
        let counts = ch09::confusion(&test.labels, &ch09::predicted(&pass.logits), 10);
        vec![Image::counts("rows: the truth, 0 to 9; columns: what it says", 10, counts.mapv(|count| count as f64))]
    });
    let surest = attempt("`softmax_rows` and `surest_mistakes`", || {
        let probabilities = ch09::softmax_rows(&pass.logits);
        let says = ch09::predicted(&probabilities);
        let mistakes = ch09::surest_mistakes(&probabilities, &test.labels, 4);
        let caption = |i: usize| format!("{}, it says {}", test.labels[i], says[i]);
        mistakes.into_iter().map(|i| image(caption(i), i)).collect()
    });
    let neurons = attempt("`what_it_sees` and `favourites`", || {
        let of_neuron = |j: usize| {
            let weights = Image::shades(format!("neuron {j}"), 8, ch09::what_it_sees(&network.w1, j));
            let liked = ch09::favourites(&pass.h, j, 2).into_iter().map(|i| image(test.labels[i].to_string(), i));
            [weights].into_iter().chain(liked).collect::<Vec<_>>()
        };
        (0..4).flat_map(of_neuron).collect()
    });
    vec![
        training,
        Chart::of_images("Chapter 9: what your network confuses, of 1,797 digits by strangers", confused),
        Chart::of_images("Chapter 9: the mistakes that it is surest of", surest),
        Chart::of_images("Chapter 9: weights of four neurons, and the digits that excite each of them most", neurons),
    ]
}

/// A network after its training with the digits of 30 people, of which a fifth are kept to watch it on.
fn train() -> (Network, Vec<f64>) {
    let digits = digits_for_training();
    let (x, at) = (inputs(&digits.pixels), 3060);
    let training = Samples { x: x.slice(s![..at, ..]).to_owned(), labels: digits.labels[..at].to_vec() };
    let validation = Samples { x: x.slice(s![at.., ..]).to_owned(), labels: digits.labels[at..].to_vec() };
    let mut network = initial_network(9, 65, 32, 10);
    let recipe = Recipe { eta: 0.05, mu: 0.9, size: 32, epochs: EPOCHS, seed: 9 };
    let accuracies = ch09::train(&mut network, &training, &validation, &recipe);
    (network, accuracies)
}
