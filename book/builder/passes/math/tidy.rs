//! KaTeX's HTML with the attributes of each tag in order: the order changes from run to run, and two builds must not
//! differ.
//!
//! The source that KaTeX adds for other programs is taken out: no reader needs it, and a screen reader may say it.
//!
//! What is left is made `lean`, and still is large and mostly repeats itself: half of a chapter's page is formulas, and
//! packed, as a server sends it, the whole page is a seventh of its size. So `book test` measures both: the page without
//! its formulas, and the page as it is sent.

/// The same HTML with sorted attributes, without the annotation.
pub fn tidy(html: &str) -> String {
    let html = match (html.find("<annotation"), html.find("</annotation>")) {
        (Some(start), Some(end)) => format!("{}{}", &html[..start], &html[end + "</annotation>".len()..]),
        _ => html.to_string(),
    };
    // In a page of HTML the browser knows what `math` is.
    let html = html.replace(" xmlns=\"http://www.w3.org/1998/Math/MathML\"", "");
    let html = sort_attributes(&html).replace("<semantics>", "").replace("</semantics>", "");
    // How MathML would look is nobody's concern: what is seen is the picture beside it.
    LOOKS.iter().fold(html, |html, look| html.replace(look, ""))
}

/// Attributes of MathML that say how it looks, and nothing that is heard.
const LOOKS: [&str; 8] = [
    " stretchy=\"false\"",
    " displaystyle=\"true\"",
    " displaystyle=\"false\"",
    " scriptlevel=\"0\"",
    " columnspacing=\"1em\"",
    " columnspacing=\"0em\"",
    " rowspacing=\"0.16em\"",
    " rowspacing=\"0.25em\"",
];

fn sort_attributes(html: &str) -> String {
    let mut out = String::with_capacity(html.len());
    let mut rest = html;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let tag = &rest[open..open + tag_length(&rest[open..])];
        out.push_str(&sorted(tag));
        rest = &rest[open + tag.len()..];
    }
    out.push_str(rest);
    out
}

/// The length of the tag at the start, with its `>`; a `>` within quotes does not end it.
pub(super) fn tag_length(html: &str) -> usize {
    let mut quoted = false;
    for (at, c) in html.char_indices() {
        match c {
            '"' => quoted = !quoted,
            '>' if !quoted => return at + 1,
            _ => {}
        }
    }
    html.len()
}

fn sorted(tag: &str) -> String {
    let inner = tag.trim_start_matches('<').trim_end_matches('>').trim_end_matches('/');
    let name = inner.split(' ').next().unwrap_or(inner);
    let mut attributes = Vec::new();
    let mut rest = inner[name.len()..].trim_start();
    while let Some(equals) = rest.find("=\"") {
        let Some(end) = rest[equals + 2..].find('"') else { return tag.into() };
        let (attribute, after) = rest.split_at(equals + 2 + end + 1);
        attributes.push(attribute);
        rest = after.trim_start();
    }
    if attributes.len() < 2 || !rest.is_empty() {
        return tag.into();
    }
    attributes.sort_unstable();
    let close = if tag.ends_with("/>") { "/>" } else { ">" };
    format!("<{name} {}{close}", attributes.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_are_sorted_and_the_rest_is_left_alone() {
        assert_eq!(tidy("<b y=\"2>1\" x=\"a b\">t</b><i/>&lt;"), "<b x=\"a b\" y=\"2>1\">t</b><i/>&lt;");
        assert_eq!(tidy("<svg z='1' a=\"2\">"), "<svg z='1' a=\"2\">");
    }
}
