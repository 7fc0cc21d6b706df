//! What rustc says, read from its JSON.

use serde_json::Value;

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
    /// Whether it keeps the code from being compiled.
    pub fn is_error(&self) -> bool {
        self.level == "error"
    }
}

/// The errors and warnings among the lines that rustc printed.
pub fn read(text: &str) -> Vec<Diagnostic> {
    text.lines().filter_map(|line| parse(&serde_json::from_str(line).ok()?)).collect()
}

fn parse(message: &Value) -> Option<Diagnostic> {
    let level = message["level"].as_str()?;
    let rendered = message["rendered"].as_str()?;
    // "3 warnings emitted", "aborting due to …": said by the others already.
    let spans = message["spans"].as_array()?;
    let summary = spans.is_empty() && (rendered.contains("emitted") || rendered.contains("aborting due to"));
    if !matches!(level, "error" | "warning") || summary {
        return None;
    }
    let primary = spans.iter().find(|span| span["is_primary"] == true);
    let place = primary.and_then(|span| Some((span["file_name"].as_str()?.to_owned(), span["line_start"].as_u64()? as usize)));
    Some(Diagnostic { level: level.into(), rendered: rendered.into(), place })
}
