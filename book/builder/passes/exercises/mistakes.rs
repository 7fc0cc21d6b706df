//! What the tests say of a task's commonest mistakes, folded under the task.

use std::collections::BTreeSet;
use xtask::course::Mistake;

/// How many mistakes of a task are shown. The tables begin with the commonest.
const SHOWN: usize = 6;

/// The first mistakes of a task, from the tables that its tests use, and how many more the tests know.
pub fn list<'a>(mistakes: impl Iterator<Item = &'a Mistake>) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let sentences: Vec<&str> =
        mistakes.map(|mistake| mistake.sentence.as_str()).filter(|one| seen.insert(*one)).collect();
    if sentences.is_empty() {
        return vec![];
    }
    let shown = sentences.len().min(SHOWN);
    let known = match sentences.len() - shown {
        0 => "these mistakes".to_string(),
        more => format!("these mistakes and {more} more"),
    };
    let mut lines = vec![
        "<details class=\"nn-mistakes\"><summary>Common mistakes</summary>".to_string(),
        String::new(),
        format!("The tests know {known}. If you make one, they tell you which it is:"),
        String::new(),
    ];
    lines.extend(sentences[..shown].iter().map(|sentence| format!("- {}", escape(sentence))));
    lines.extend([String::new(), "</details>".into()]);
    lines
}

/// Stars and angle brackets of a message are no Markdown. Code in it stays code.
fn escape(text: &str) -> String {
    let mut in_code = false;
    text.chars().fold(String::new(), |mut out, c| {
        in_code ^= c == '`';
        if !in_code && "\\*_<>[]${}".contains(c) {
            out.push('\\');
        }
        out.push(c);
        out
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use xtask::course::Location;

    #[test]
    fn a_sentence_stands_once_and_the_rest_is_counted() {
        let mistakes: Vec<Mistake> = (0..9)
            .map(|number| Mistake {
                task: 1,
                function: "f".into(),
                number,
                sentence: format!("mistake {}", number.min(7)),
                location: Location { file: "f.rs".into(), line: 1 },
            })
            .collect();
        let text = list(mistakes.iter()).join("\n");
        assert!(text.contains("The tests know these mistakes and 2 more."), "{text}");
        assert_eq!(text.matches("\n- ").count(), SHOWN, "{text}");
        assert!(list([].iter()).is_empty());
    }

    #[test]
    fn a_message_is_text_and_its_code_stays_code() {
        assert_eq!(escape("w*x < `a[i] * b`: [0]"), "w\\*x \\< `a[i] * b`: \\[0\\]");
    }
}
