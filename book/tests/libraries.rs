//! The programs for candle, burn and PyTorch: what they printed is what the reference says.

use book::libraries::{Printed, programs};
use book::{chapters, files};
use std::collections::BTreeMap;

#[test]
fn every_program_has_printed_the_numbers_of_the_reference() {
    let root = files::root();
    let mut references: BTreeMap<String, fn() -> Vec<f64>> = chapters::libraries().collect();
    for program in programs(&root).unwrap() {
        let printed = program.numbers(&root);
        let Some(reference) = references.remove(&program.name) else {
            panic!("{}: compare what it prints with the reference, in `LIBRARIES` of the chapter's code", program.path);
        };
        let exact = reference();
        let shown: Vec<f64> = printed.iter().map(|printed| printed.number).collect();
        let are = |(printed, exact): (&Printed, &f64)| printed.is(*exact);
        assert!(
            printed.len() == exact.len() && printed.iter().zip(&exact).all(are),
            "{} has\n{shown:?}, and the reference\n{exact:?}",
            program.output()
        );
    }
    assert!(references.is_empty(), "there are no such programs: {references:?}");
}
