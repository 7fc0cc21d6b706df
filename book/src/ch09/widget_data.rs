//! What the moving figure reads: the network, trained when the book is built, and some test digits.

use super::experiments::{CLASSES, TESTING, shown};
use ch09::given::{Network, forward, inputs, to_text};
use ch09::softmax_rows;
use std::sync::LazyLock;

/// So many images of each digit.
const IMAGES: usize = 5;

/// The network with three significant digits of each weight: a third of the bytes, and as good a reader.
pub fn rounded(network: &Network) -> Network {
    let round = |weight: &f64| format!("{weight:.2e}").parse().expect("a number that has just been written");
    Network { w1: network.w1.map(round), w2: network.w2.map(round) }
}

/// The weights as `to_text` writes them, an empty line, and images, some of each digit, in the form of the data set.
///
/// Those of a digit are far from each other in the set, so that different people wrote them. The last one is that whose
/// digit the network thinks least likely.
pub fn widget_data() -> &'static str {
    static DATA: LazyLock<String> = LazyLock::new(|| {
        let network = rounded(&shown().network);
        let (pixels, labels) = (&TESTING.pixels, &TESTING.labels);
        let said = softmax_rows(&forward(&network, &inputs(pixels)).logits);
        let mut text = to_text(&network);
        for digit in 0..CLASSES {
            let places: Vec<usize> = (0..labels.len()).filter(|&place| labels[place] == digit).collect();
            let hardest = places.iter().copied().min_by(|&a, &b| said[[a, digit]].total_cmp(&said[[b, digit]]));
            let others: Vec<usize> = places.into_iter().filter(|&place| Some(place) != hardest).collect();
            let spread = (0..IMAGES - 1).map(|image| others[image * others.len() / (IMAGES - 1)]);
            for place in spread.chain(hardest) {
                let ink = |pixel: usize| char::from_digit(pixels[[place, pixel]] as u32, 17);
                text += &format!("\n{} {digit}", (0..64).filter_map(ink).collect::<String>());
            }
        }
        text
    });
    &DATA
}

#[cfg(test)]
mod tests {
    use super::super::experiments::{TESTING, samples};
    use super::*;
    use ch09::{accuracy, predicted};

    #[test]
    fn the_rounded_network_reads_as_well() {
        let all: Vec<usize> = (0..TESTING.labels.len()).collect();
        let test = samples(&TESTING, &all);
        let read = |network: &Network| accuracy(&predicted(&forward(network, &test.x).logits), &test.labels);
        let [exact, rounded] = [&shown().network, &rounded(&shown().network)].map(read);
        assert!((exact - rounded).abs() < 0.002, "{exact} and {rounded}");
    }
}
