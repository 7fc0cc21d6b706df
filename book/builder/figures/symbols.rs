//! Symbols in the labels of a figure: italic, and in their colours, as formulas show them. A letter that means
//! something else than on the notation page, such as the h of a step, is written as a mathematical letter, ℎ: it has no
//! colour.

/// A piece of a label.
#[derive(Debug, PartialEq, Eq)]
pub enum Piece<'a> {
    Words(&'a str),
    /// One letter. Its index and what follows are words.
    Symbol(&'a str),
    /// One letter without a colour.
    Plain(char),
}

/// The mathematical letters that figures use, and what is drawn for them.
const PLAIN: [(char, char); 3] = [('ℎ', 'h'), ('𝑥', 'x'), ('𝑎', 'a')];

/// Splits a label. A symbol is a letter that stands alone: the y of “velocity y in km/s”, but not its s. An “a” before
/// a word is an article.
pub fn pieces(label: &str) -> Vec<Piece<'_>> {
    let mut pieces = vec![];
    let mut words = 0;
    for (at, letter) in label.char_indices() {
        let end = at + letter.len_utf8();
        if let Some((_, plain)) = PLAIN.iter().find(|(mathematical, _)| *mathematical == letter) {
            pieces.extend((words < at).then(|| Piece::Words(&label[words..at])));
            pieces.push(Piece::Plain(*plain));
            words = end;
        } else if is_symbol(&label[..at], letter, &label[end..]) {
            pieces.extend((words < at).then(|| Piece::Words(&label[words..at])));
            pieces.push(Piece::Symbol(&label[at..end]));
            words = end;
        }
    }
    pieces.extend((words < label.len()).then(|| Piece::Words(&label[words..])));
    pieces
}

fn is_symbol(before: &str, letter: char, after: &str) -> bool {
    let in_word = |c: char| c.is_ascii_alphanumeric() || "ŷŶ’/".contains(c);
    let article = letter == 'a' && after.starts_with(' ') && after[1..].starts_with(char::is_alphanumeric);
    // The first of four drawings is called I.
    (letter.is_ascii_alphabetic() && letter != 'I' || "ŷŶ".contains(letter))
        && !before.ends_with(in_word)
        && !after.starts_with(|c: char| in_word(c) && c != '/')
        && !article
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_that_stand_alone_are_symbols() {
        let symbols = |label| {
            let letters = pieces(label).into_iter().filter_map(|piece| match piece {
                Piece::Symbol(letter) => Some(letter),
                Piece::Words(_) | Piece::Plain(_) => None,
            });
            letters.collect::<String>()
        };
        for (label, expected) in [
            ("velocity y in km/s", "y"),
            ("weight w₁, below", "w"),
            ("ŷ = f(a)", "ŷfa"),
            ("∂E/∂a", "Ea"),
            ("a sigmoid of a", "a"),
            ("a 7", ""),
            ("II", ""),
            ("2 x and 10⁴ (km/s)²", "x"),
        ] {
            assert_eq!(symbols(label), expected, "{label}");
        }
        assert_eq!(pieces("step ℎ"), [Piece::Words("step "), Piece::Plain('h')]);
        assert_eq!(pieces("w₁ now"), [Piece::Symbol("w"), Piece::Words("₁ now")]);
    }
}
