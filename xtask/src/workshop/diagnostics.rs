//! What rustc says, read from its JSON.

use anyhow::{Context, Result};
use serde_json::Value;
use std::process::{Command, Stdio};

/// An error or a warning of the compiler.
#[derive(Debug, Clone)]
pub struct Diagnostic {
    /// `error` or `warning`.
    pub level: String,
    /// The message as rustc prints it, with the source lines.
    pub rendered: String,
    /// The file and the line, counted from 1.
    pub place: Option<(String, usize)>,
}

impl Diagnostic {
    /// The first line of the message, with its place.
    pub fn summary(&self) -> String {
        let first = self.rendered.lines().next().unwrap_or_default();
        match &self.place {
            Some((file, line)) => format!("{file}:{line}: {first}"),
            None => first.to_owned(),
        }
    }
}

/// Runs rustc; the first result says whether it succeeded.
pub fn run(mut rustc: Command) -> Result<(bool, Vec<Diagnostic>)> {
    let output = rustc
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .output()
        .context("failed to start rustc: is Rust installed?")?;
    let text = String::from_utf8_lossy(&output.stderr);
    let found = text.lines().filter_map(|line| read(&serde_json::from_str(line).ok()?)).collect();
    Ok((output.status.success(), found))
}

fn read(message: &Value) -> Option<Diagnostic> {
    let level = message["level"].as_str()?;
    let rendered = message["rendered"].as_str()?;
    // "3 warnings emitted", "aborting due to …": said by the others already.
    let spans = message["spans"].as_array()?;
    if !matches!(level, "error" | "warning")
        || (spans.is_empty() && message["code"].is_null() && rendered.contains("emitted"))
    {
        return None;
    }
    let primary = spans.iter().find(|span| span["is_primary"] == true);
    let place =
        primary.and_then(|span| Some((span["file_name"].as_str()?.to_owned(), span["line_start"].as_u64()? as usize)));
    Some(Diagnostic { level: level.into(), rendered: rendered.into(), place })
}
