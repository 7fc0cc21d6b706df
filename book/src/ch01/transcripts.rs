//! The first test of the course, as a reader sees it: red, red with a wrong value, green.

use crate::transcripts::{Change, Transcript};

pub const TRANSCRIPTS: [Transcript; 3] = [
    Transcript { name: "first-red", test: "t1", file: "src/model.rs", change: None, part: message },
    Transcript {
        name: "wrong-value",
        test: "t1",
        file: "src/model.rs",
        change: Some(Change::Body("(1..w.len()).map(|i| w[i] * x[i]).sum()")),
        part: message,
    },
    Transcript {
        name: "first-green",
        test: "t1",
        file: "src/model.rs",
        change: Some(Change::Reference),
        part: summary,
    },
];

/// The message of the test that a reader can check by hand.
fn message(printed: &str) -> Option<&str> {
    let (_, after) = printed.split_once("::a_few_features_by_hand stdout ----\n")?;
    after.split("\n\n").next()
}

/// The results of all tests, and the totals.
fn summary(printed: &str) -> Option<&str> {
    let start = printed.rfind("\nrunning ")?;
    let end = printed[start..].find("; finished in")?;
    Some(printed[start..start + end].trim_start())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_is_cut_out_of_what_cargo_prints() {
        let printed =
            "failures:\n\n---- t1::a_few_features_by_hand stdout ----\ntask 1: no\n  yours 1\n\n\nfailures:\n";
        assert_eq!(message(printed), Some("task 1: no\n  yours 1"));
        let printed =
            "\nrunning 0 tests\n\nok; finished in 0.00s\n\nrunning 1 test\ntest a ... ok\n\nok. 1; finished in 0.00s";
        assert_eq!(summary(printed), Some("running 1 test\ntest a ... ok\n\nok. 1"));
    }
}
