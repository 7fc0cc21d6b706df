//! KaTeX's HTML with the attributes of each tag in order: katex-rs writes them in an order that changes from run to
//! run, and two builds must not differ. The TeX source that KaTeX adds for other programs goes: a screen reader might
//! read it.

/// The same HTML with sorted attributes, without the annotation.
pub fn normalise(html: &str) -> String {
    match (html.find("<annotation"), html.find("</annotation>")) {
        (Some(start), Some(end)) => {
            sort_attributes(&html[..start]) + &sort_attributes(&html[end + "</annotation>".len()..])
        }
        _ => sort_attributes(html),
    }
}

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
fn tag_length(html: &str) -> usize {
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
        assert_eq!(normalise("<b y=\"2>1\" x=\"a b\">t</b><i/>&lt;"), "<b x=\"a b\" y=\"2>1\">t</b><i/>&lt;");
        assert_eq!(normalise("<svg z='1' a=\"2\">"), "<svg z='1' a=\"2\">");
    }
}
