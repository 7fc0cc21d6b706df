//! The report for scripts.

use super::Report;
use anyhow::Result;

/// The report as JSON, with a line break at its end.
pub fn render(report: &Report) -> Result<String> {
    Ok(serde_json::to_string_pretty(report)? + "\n")
}
