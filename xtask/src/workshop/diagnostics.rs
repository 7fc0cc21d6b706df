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
    /// The other places that it speaks of, such as the brace that is not closed.
    pub others: Vec<(String, usize)>,
}

impl Diagnostic {
    /// An error that is about no place of the sources.
    pub fn without_place(text: &str) -> Self {
        Self { level: "error".into(), rendered: text.to_owned(), place: None, others: vec![] }
    }

    /// Whether it keeps the code from being compiled.
    pub fn is_error(&self) -> bool {
        self.level == "error"
    }
}

/// What became of an attempt to compile: what the compiler warned of, or why it refused.
pub type Attempt = Result<Vec<Diagnostic>, Refusal>;

/// Why something does not compile.
#[derive(Debug)]
pub struct Refusal {
    /// The reason, if the compiler did not get as far as a message.
    pub reason: Option<String>,
    /// Whether the compiler itself was ended by a signal.
    pub crashed: bool,
    /// The errors.
    pub errors: Vec<Diagnostic>,
}

impl Refusal {
    /// The first error, or the reason why there is none.
    pub fn first(&self) -> String {
        let first = self.errors.first().map(|error| error.rendered.trim_end().to_owned());
        first.or_else(|| self.reason.clone()).unwrap_or_else(|| "the compiler gave no reason".into())
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
    let place = |span: &Value| Some((span["file_name"].as_str()?.to_owned(), span["line_start"].as_u64()? as usize));
    let (primary, others): (Vec<&Value>, Vec<&Value>) = spans.iter().partition(|span| span["is_primary"] == true);
    Some(Diagnostic {
        level: level.into(),
        rendered: rendered.into(),
        place: primary.first().and_then(|span| place(span)),
        others: others.into_iter().filter_map(place).collect(),
    })
}
