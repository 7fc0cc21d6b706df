//! What comes from a submission, made safe to show: in a terminal, in XML, on a page.

/// The longest message of a test, in bytes. A chapter may repeat it for each of its tests.
const LONGEST_MESSAGE: usize = 4 << 10;

/// The longest name of a submission, in characters.
const LONGEST_NAME: usize = 200;

/// A message for a report: cut, and harmless. Its lines stay lines.
pub fn message(text: &str) -> String {
    let end = text.floor_char_boundary(LONGEST_MESSAGE);
    let lines: Vec<String> = text[..end].split('\n').map(|line| visible(line.trim_end_matches('\r'))).collect();
    let cut = if end < text.len() { format!("…\n(cut: {} bytes)", text.len()) } else { String::new() };
    lines.join("\n") + &cut
}

/// A name for a report: one line.
pub fn harmless(name: &str) -> String {
    let end = name.char_indices().nth(LONGEST_NAME).map_or(name.len(), |(at, _)| at);
    visible(&name[..end]) + if end < name.len() { "…" } else { "" }
}

/// Replaces characters that move the cursor, colour or reorder what follows, or that XML does not allow.
pub fn visible(text: &str) -> String {
    text.chars().map(|letter| if is_harmful(letter) { '\u{fffd}' } else { letter }).collect()
}

fn is_harmful(letter: char) -> bool {
    let is_noncharacter = u32::from(letter) & 0xfffe == 0xfffe || matches!(letter, '\u{fdd0}'..='\u{fdef}');
    // The marks and overrides of text that runs from right to left, and two ends of lines.
    let reorders =
        matches!(letter, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    (letter.is_control() && letter != '\t') || is_noncharacter || reorders
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_commands_a_terminal_breaks_xml_or_turns_the_text_around() {
        for letter in "\u{1b}\u{9b}\0\u{7f}\r\u{fffe}\u{ffff}\u{1fffe}\u{fdd0}\u{202e}\u{2066}\u{200f}\u{2028}".chars()
        {
            assert_eq!(message(&format!("a{letter}b")), "a\u{fffd}b", "{letter:?}");
        }
        assert_eq!(message("Анна:\n\tŷ ≠ y\r\n"), "Анна:\n\tŷ ≠ y\n");
        assert_eq!(harmless("a\nb"), "a\u{fffd}b");
    }

    #[test]
    fn a_long_message_is_cut_between_letters() {
        let cut = message(&"ŷ".repeat(450_000));
        assert!(cut.len() < LONGEST_MESSAGE + 100 && cut.ends_with("(cut: 900000 bytes)"), "{cut}");
        assert_eq!(message("short"), "short");
    }
}
