//! `book native-calls`: answers calls of the moving figures' functions natively. `book test` compares that with what a
//! page has computed in WebAssembly.

use crate::chapters;
use anyhow::{Context, Result};
use std::io::{BufRead, Write};

/// Answers a call a line, `["CHAPTER", "mse", [0, 1, 2, 3]]`, by a line with a list of numbers. JSON has no infinite
/// numbers: they come and go as `null`, like NaN.
pub fn run(calls: impl BufRead, mut answers: impl Write) -> Result<()> {
    for call in calls.lines() {
        let call = call?;
        let (chapter, name, numbers): (String, String, Vec<Option<f64>>) =
            serde_json::from_str(&call).with_context(|| format!("not a call: {call}"))?;
        let functions = chapters::widgets().find(|(known, _)| *known == chapter);
        let (_, functions) = functions.with_context(|| format!("`{chapter}` has no moving figure"))?;
        let numbers: Vec<f64> = numbers.into_iter().map(|number| number.unwrap_or(f64::NAN)).collect();
        let answer = widget_abi::answer(functions, &name, &numbers);
        writeln!(answers, "{}", serde_json::to_string(&answer)?)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_call_is_answered_by_the_reference() {
        let mut answers = vec![];
        run("[\"ch01\", \"mse\", [0, 1, 2, 3]]\n".as_bytes(), &mut answers).unwrap();
        assert_eq!(String::from_utf8(answers).unwrap(), "[1.0]\n");
        assert!(run("[\"ch99\", \"mse\", []]".as_bytes(), vec![]).is_err());
    }
}
