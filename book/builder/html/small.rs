//! What a style sheet cannot tell by itself: inline code that is short, and tables of symbols.

/// The longest code in a line of text that does not break.
const SHORT: usize = 20;

/// Marks short inline code, which is not to be broken, and tables whose rows are several lines on a phone: those of
/// symbols, and what a page has put into `<div class="nn-rows">`.
pub fn mark(page: &str) -> String {
    symbols(&code(page))
}

fn code(page: &str) -> String {
    let mut pieces = page.split("<code>");
    let mut out = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let (text, rest) = piece.split_once("</code>").unwrap_or((piece, ""));
        if text.chars().count() <= SHORT {
            out += &format!("<code class=\"nn-short\">{text}</code>{rest}");
        } else {
            // It may break, but not in the middle of an arrow.
            let text = text.replace("-&gt;", "<span class=\"nn-short\">-&gt;</span>");
            out += &format!("<code>{text}</code>{rest}");
        }
    }
    out
}

/// As blocks, the rows and cells would no longer be a table to a screen reader: they get their roles in words.
fn symbols(page: &str) -> String {
    let mut pieces = page.split("<table>");
    let mut out = pieces.next().unwrap_or_default().to_string();
    for piece in pieces {
        let (table, rest) = piece.split_once("</table>").unwrap_or((piece, ""));
        let head = table.split("</th>").next().unwrap_or_default();
        let of_symbols = head.ends_with("symbol") && table.matches("</th>").count() == 4 || head.ends_with("letter");
        let wrapper = out.trim_end().strip_suffix("<div class=\"table-wrapper\">");
        let of_rows = wrapper.is_some_and(|before| before.trim_end().ends_with("<div class=\"nn-rows\">"));
        if of_symbols || of_rows {
            let table = ["tr", "th", "td"].iter().zip(["row", "columnheader", "cell"]).fold(
                table.to_string(),
                |table, (tag, role)| {
                    table
                        .replace(&format!("<{tag}>"), &format!("<{tag} role=\"{role}\">"))
                        .replace(&format!("<{tag} style"), &format!("<{tag} role=\"{role}\" style"))
                },
            );
            let class = if of_symbols { " class=\"nn-symbols\"" } else { "" };
            out += &format!("<table{class} role=\"table\">{table}</table>{rest}");
        } else {
            out += &format!("<table>{piece}");
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_code_is_marked_and_long_code_may_break() {
        let long = "a".repeat(SHORT + 1);
        let arrow = format!("{long} -&gt; f64");
        assert_eq!(
            mark(&format!("<code>{arrow}</code>.")),
            format!("<code>{long} <span class=\"nn-short\">-&gt;</span> f64</code>.")
        );
        assert_eq!(
            mark(&format!("<code>w.dot(x)</code><code>{long}</code>")),
            format!("<code class=\"nn-short\">w.dot(x)</code><code>{long}</code>")
        );
    }

    #[test]
    fn a_table_of_symbols_has_roles_and_others_stay() {
        let table = |first| format!("<table><tr><th>{first}</th><th>b</th><th>c</th><th>d</th></tr></table>");
        assert!(
            mark(&table("symbol")).starts_with("<table class=\"nn-symbols\" role=\"table\"><tr role=\"row\"><th role=")
        );
        assert_eq!(mark(&table("a")), table("a"));
        let rows = format!("<div class=\"nn-rows\">\n<div class=\"table-wrapper\">{}</div></div>", table("a"));
        assert!(mark(&rows).contains("<table role=\"table\"><tr role=\"row\">"), "{}", mark(&rows));
    }
}
