//! What chapter 9 is given and no task checks: how a network begins, what it reads, and how it is kept in a file.

use ch09::given::{Network, from_text, initial_network, inputs, to_text};
use ndarray::{Array2, array, s};

/// Uniform numbers between −√(3/k) and √(3/k) have the variance 1/k, for k inputs besides the constant 1.
#[test]
fn the_first_weights_have_a_variance_of_one_over_the_number_of_inputs() {
    let Network { w1, w2 } = initial_network(3, 5, 200, 300);
    assert_eq!((w1.dim(), w2.dim()), ((200, 5), (300, 201)));
    for (w, k) in [(w1, 4.0), (w2, 200.0)] {
        assert!(w.column(0).iter().all(|&bias| bias == 0.0));
        let weights = w.slice(s![.., 1..]);
        let limit = f64::sqrt(3.0 / k);
        let (least, most) = weights.fold((0.0, 0.0), |(least, most), &w| (w.min(least), w.max(most)));
        assert!(-limit <= least && least < -0.98 * limit && 0.98 * limit < most && most <= limit, "{least} {most}");
    }
    assert_eq!(initial_network(3, 5, 2, 3), initial_network(3, 5, 2, 3));
    assert_ne!(initial_network(3, 5, 2, 3), initial_network(4, 5, 2, 3));
}

#[test]
fn counts_of_ink_become_numbers_from_0_to_1_behind_the_constant() {
    assert_eq!(inputs(&array![[0.0, 16.0], [4.0, 8.0]]), array![[1.0, 0.0, 1.0], [1.0, 0.25, 0.5]]);
}

#[test]
fn a_network_that_is_kept_as_text_comes_back_to_the_last_bit() {
    let network = Network { w1: array![[0.1, -2.0], [1.0 / 3.0, 1e-300]], w2: array![[0.5, f64::MAX, -0.0]] };
    let text = to_text(&network);
    assert!(text.starts_with("2 2\n0.1 -2\n0.3333333333333333 "), "{text}");
    assert_eq!(text.lines().count(), 5);
    assert_eq!(from_text(&text), Ok(network));
    let random = initial_network(1, 65, 32, 10);
    assert_eq!(from_text(&to_text(&random)), Ok(random));
}

#[test]
fn a_text_that_is_no_network_is_refused_with_the_line() {
    let whole = to_text(&Network { w1: Array2::ones((2, 3)), w2: Array2::ones((1, 3)) });
    assert_eq!(whole, "2 3\n1 1 1\n1 1 1\n1 3\n1 1 1\n");
    for (from, to, message) in [
        (whole.as_str(), "", "the text ends where a matrix should begin"),
        ("1 3\n1 1 1\n", "", "the text ends where a matrix should begin"),
        ("1 3\n1 1 1\n", "1 3\n", "the text ends within a matrix"),
        ("2 3", "2", "line 1: the shape of a matrix, two numbers, not \"2\""),
        ("1 3", "1 x", "line 4: the shape of a matrix, two numbers, not \"1 x\""),
        ("2 3\n1 1 1", "2 3\n1 1", "line 2: 3 weights, not \"1 1\""),
        ("1 3\n1 1 1", "1 3\n1 x 1", "line 5: 3 weights, not \"1 x 1\""),
        ("1 3\n1 1 1", "1 2\n1 1", "2 hidden neurons need 3 columns of w2: 2"),
    ] {
        assert!(whole.contains(from));
        assert_eq!(from_text(&whole.replace(from, to)), Err(message.to_owned()), "{to:?}");
    }
}
