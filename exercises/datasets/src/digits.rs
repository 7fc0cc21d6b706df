//! Handwritten digits of eight by eight pixels, kept as text: a line an image.

use ndarray::Array2;

/// One image a line: 64 pixels as characters, `0` to `9` and `a` to `g` for 10 to 16, then a space and the digit.
const TRAINING: &str = include_str!("../digits/train.txt");
const TESTING: &str = include_str!("../digits/test.txt");

/// Images of digits with what they show.
#[derive(Debug, Clone, PartialEq)]
pub struct Digits {
    /// One image in each row, shape `(n, 64)`: eight rows of eight pixels, each a count of ink from 0 to 16.
    pub pixels: Array2<f64>,
    /// What each image shows, 0 to 9.
    pub labels: Vec<usize>,
}

/// 3,823 digits written by 30 people.
///
/// Source: E. Alpaydin and C. Kaynak, *Optical Recognition of Handwritten Digits*, UCI Machine Learning Repository,
/// 1998, <https://doi.org/10.24432/C50P49>, under CC BY 4.0. The counts are unchanged; the text form is ours. Programs
/// by NIST made the images: each digit was cut out of a form, brought to 32 × 32 black and white dots, and the black
/// dots of each square of 4 × 4 were counted.
pub fn digits_for_training() -> Digits {
    read(TRAINING)
}

/// 1,797 digits written by 13 *other* people, from the same source: how well a network reads the hand of strangers.
pub fn digits_for_testing() -> Digits {
    read(TESTING)
}

fn read(lines: &str) -> Digits {
    let (mut pixels, mut labels) = (vec![], vec![]);
    for line in lines.lines() {
        let (image, label) = line.split_once(' ').expect("64 pixels, a space and the digit");
        pixels.extend(image.chars().map(|ink| f64::from(ink.to_digit(17).expect("a count from 0 to g"))));
        labels.push(label.parse().expect("a digit"));
    }
    let pixels = Array2::from_shape_vec((labels.len(), 64), pixels).expect("64 pixels in each line");
    Digits { pixels, labels }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(digits: &Digits) -> Vec<usize> {
        (0..10).map(|digit| digits.labels.iter().filter(|&&label| label == digit).count()).collect()
    }

    /// The numbers of each digit, as the source's description (`optdigits.names`) has them.
    #[test]
    fn each_digit_occurs_as_often_as_published() {
        let (training, testing) = (digits_for_training(), digits_for_testing());
        assert_eq!(counts(&training), [376, 389, 380, 389, 387, 376, 377, 387, 380, 382]);
        assert_eq!(counts(&testing), [178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
        assert!(training.pixels.iter().chain(&testing.pixels).all(|&ink| (0.0..=16.0).contains(&ink)));
    }

    /// The same description reports that one nearest neighbour reads 98.00 % of the test digits: 1,761 of 1,797. A slip
    /// in some pixels, or images and labels that belong together no longer, would change that.
    #[test]
    fn one_nearest_neighbour_is_as_good_as_published() {
        let (training, testing) = (digits_for_training(), digits_for_testing());
        let squares = (&training.pixels * &training.pixels).sum_axis(ndarray::Axis(1));
        let products = testing.pixels.dot(&training.pixels.t());
        let right = testing.labels.iter().zip(products.rows()).filter(|(label, products)| {
            let distance = |i: usize| squares[i] - 2.0 * products[i];
            let nearest = (0..squares.len()).min_by(|&i, &j| distance(i).total_cmp(&distance(j)));
            nearest.is_some_and(|i| training.labels[i] == **label)
        });
        assert_eq!(right.count(), 1761);
    }

    /// Every byte of the two files, by the FNV-1a hash: nobody changes a pixel unseen.
    #[test]
    fn the_files_are_the_ones_that_were_checked() {
        let hash = |text: &str| {
            text.bytes()
                .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
        };
        assert_eq!((hash(TRAINING), hash(TESTING)), (0x0441_2366_91eb_4b8f, 0xa7d1_c127_2991_76c1));
    }

    /// The first image, as a person sees it: a 0.
    #[test]
    fn an_image_reads_from_left_to_right_and_from_top_to_bottom() {
        let Digits { pixels, labels } = digits_for_testing();
        assert_eq!((labels[0], pixels.dim()), (0, (1797, 64)));
        assert_eq!(pixels.row(0).to_vec()[..8], [0.0, 0.0, 5.0, 13.0, 9.0, 1.0, 0.0, 0.0]);
    }
}
