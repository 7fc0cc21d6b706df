//! The symbols of the course, each with its colour in formulas, text and figures.

/// A symbol of the notation.
#[derive(Debug)]
pub struct Symbol {
    /// How a formula names it.
    pub name: &'static str,
    /// The class that gives it its colour: `--nn-w` in the style sheet, in light and in dark.
    pub class: &'static str,
    /// How it looks: italic for a number, bold lower case for a vector, bold upper case for a matrix.
    pub look: &'static str,
}

impl Symbol {
    /// The macro's body.
    pub fn tex(&self) -> String {
        format!(r"\htmlClass{{{}}}{{{}}}", self.class, self.look)
    }
}

/// All of them. A chapter that needs another adds it here.
pub const SYMBOLS: [Symbol; 17] = [
    symbol(r"\sw", "nn-w", "w"),
    symbol(r"\w", "nn-w", r"\mathbf{w}"),
    symbol(r"\sx", "nn-x", "x"),
    symbol(r"\x", "nn-x", r"\mathbf{x}"),
    symbol(r"\X", "nn-x", r"\mathbf{X}"),
    symbol(r"\sy", "nn-y", "y"),
    symbol(r"\y", "nn-y", r"\mathbf{y}"),
    symbol(r"\Y", "nn-y", r"\mathbf{Y}"),
    symbol(r"\syhat", "nn-yhat", r"\hat{y}"),
    symbol(r"\yhat", "nn-yhat", r"\hat{\mathbf{y}}"),
    symbol(r"\Yhat", "nn-yhat", r"\hat{\mathbf{Y}}"),
    symbol(r"\W", "nn-w", r"\mathbf{W}"),
    symbol(r"\sa", "nn-a", "a"),
    symbol(r"\A", "nn-a", r"\mathbf{A}"),
    symbol(r"\sh", "nn-h", "h"),
    symbol(r"\h", "nn-h", r"\mathbf{h}"),
    symbol(r"\H", "nn-h", r"\mathbf{H}"),
];

const fn symbol(name: &'static str, class: &'static str, look: &'static str) -> Symbol {
    Symbol { name, class, look }
}
