//! The drift rule: a solution only adds lines to its stub, and only drops lines with a `todo!`. It keeps signatures,
//! documentation and names equal without a generator, and without markup in either file.

/// The first line of the stub, counted from 1, that the solution lacks or has in another order.
pub fn first_lost_line(stub: &str, solution: &str) -> Option<usize> {
    let mut solution = solution.lines();
    let kept = stub.lines().enumerate().filter(|(_, line)| !line.contains("todo!("));
    for (number, line) in kept {
        if !solution.any(|other| other == line) {
            return Some(number + 1);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    const STUB: &str = "/// Doc.\npub fn f(x: f64) -> f64 {\n    todo!(\"twice {x}\")\n}\n";

    #[test]
    fn a_solution_may_add_lines_and_drop_todos() {
        let solution = "/// Doc.\npub fn f(x: f64) -> f64 {\n    let two = 2.0;\n    two * x\n}\n";
        assert_eq!(first_lost_line(STUB, solution), None);
        assert_eq!(first_lost_line(STUB, STUB), None);
    }

    #[test]
    fn a_changed_document_or_signature_is_found() {
        assert_eq!(first_lost_line(STUB, &STUB.replace("Doc", "Other")), Some(1));
        assert_eq!(first_lost_line(STUB, &STUB.replace("x: f64", "x: f32")), Some(2));
        assert_eq!(first_lost_line("a\nb\n", "b\na\n"), Some(2));
    }
}
