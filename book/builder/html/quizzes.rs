//! Questions with choices: the elements that Markdown cannot write, since it would put paragraphs into them.

/// What the pass `quizzes` has written, and what it stands for.
const NAMES: [(&str, &str); 4] = [
    ("<p><nn-legend>", "<legend>"),
    ("</nn-legend></p>", "</legend>"),
    ("<p><nn-choice>", ""),
    ("</nn-choice></p>", ""),
];

/// The page with these elements.
pub fn finish(page: &str) -> String {
    NAMES.iter().fold(page.to_string(), |page, (mark, element)| page.replace(mark, element))
}
