//! What the functions of the moving figures answer on this machine. The test in the browser asks, and holds it against what a
//! page has computed.

use anyhow::{Context, Result, bail};
use std::io::{BufRead, Write};
use widgets::{exchange, functions};

/// Answers a call a line, `["ch01", "mse", [0, 1, 2, 3]]`, by a line with a list of numbers. JSON knows no infinite numbers: they
/// come and go as `null`, like those that are none.
pub fn run(calls: impl BufRead, mut answers: impl Write) -> Result<()> {
    for call in calls.lines() {
        let call = call?;
        let (chapter, name, numbers): (String, String, Vec<Option<f64>>) =
            serde_json::from_str(&call).with_context(|| format!("not a call: {call}"))?;
        let Some(functions) = functions(&chapter) else { bail!("no figure of `{chapter}` moves") };
        let numbers: Vec<f64> = numbers.into_iter().map(|number| number.unwrap_or(f64::NAN)).collect();
        let answer = exchange::answer(functions, &name, &numbers);
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
