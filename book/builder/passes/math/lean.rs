//! A formula's HTML without what nothing refers to: the same picture from fewer elements.
//!
//! KaTeX tells of each letter whether it is a relation, an operator or an opening bracket. It needs that while it sets
//! the formula; on the page no style sheet asks for it. So these classes go, then the elements that have nothing left,
//! and a symbol's colour moves to its letter. The part for a screen reader stays as it is.

/// Classes that neither KaTeX's style sheet nor the book's knows.
const UNKNOWN: [&str; 9] = ["mord", "mbin", "mrel", "mopen", "mclose", "mpunct", "minner", "mtight", "enclosing"];

/// Elements to whose children, or children's children, the style sheet gives a place by what they are children of.
const PARENTS: [&str; 15] = [
    "vlist",
    "mfrac",
    "katex-accent",
    "op-limits",
    "col-align-c",
    "col-align-l",
    "col-align-r",
    "sqrt",
    "clap",
    "llap",
    "rlap",
    "katex-inner",
    "delim-size1",
    "delim-size4",
    "katex-vbox",
];
const GRANDPARENTS: [&str; 2] = ["vlist", "mfrac"];

/// What the picture of a formula begins with.
const PICTURE: &str = "<span aria-hidden=\"true\" class=\"katex-html\">";

/// A piece of the picture.
pub enum Node<'a> {
    /// Text, or an element of a drawing, as it is.
    Raw(&'a str),
    Span(Span<'a>),
}

/// An element of the picture.
#[derive(Default)]
pub struct Span<'a> {
    pub classes: Vec<&'a str>,
    /// As short as it can be: without the last semicolon, and without a 0 before a point.
    pub style: String,
    /// Other attributes, each with a space in front.
    others: String,
    pub children: Vec<Node<'a>>,
}

/// The formula with a lean picture, or as it is if it has none.
pub fn lean(html: &str) -> String {
    let Some((before, picture)) = html.split_once(PICTURE) else { return html.into() };
    let mut rest = picture;
    let mut top = Span { children: read(&mut rest), ..Span::default() };
    slim(&mut top, &[], &[]);
    super::compact::compact(&mut top);
    let mut out = format!("{before}{PICTURE}");
    write(&top.children, &mut out);
    out + "</span>" + rest
}

/// The nodes up to the closing tag of the span that holds them, which is taken too.
fn read<'a>(rest: &mut &'a str) -> Vec<Node<'a>> {
    let mut nodes = Vec::new();
    while !rest.is_empty() {
        if let Some(after) = rest.strip_prefix("</span>") {
            *rest = after;
            break;
        }
        let length =
            if rest.starts_with('<') { super::tidy::tag_length(rest) } else { rest.find('<').unwrap_or(rest.len()) };
        let (piece, after) = rest.split_at(length);
        *rest = after;
        if piece == "<span>" || piece.starts_with("<span ") {
            let mut span = attributes(piece);
            span.children = read(rest);
            nodes.push(Node::Span(span));
        } else {
            nodes.push(Node::Raw(piece));
        }
    }
    nodes
}

fn attributes(tag: &str) -> Span<'_> {
    let mut span = Span::default();
    let inside = tag.trim_start_matches("<span").trim_end_matches('>');
    let mut parts = inside.split('"');
    while let (Some(name), Some(value)) = (parts.next(), parts.next()) {
        match name.trim() {
            "class=" => span.classes = value.split_whitespace().filter(|class| !UNKNOWN.contains(class)).collect(),
            "style=" => span.style = value.trim_end_matches(';').replace(":0.", ":.").replace(":-0.", ":-."),
            _ => span.others += &format!("{name}\"{value}\""),
        }
    }
    span
}

/// Takes out the elements below `span` that say nothing. `parents` and `grandparents` are the classes above it.
fn slim<'a>(span: &mut Span<'a>, parents: &[&'a str], grandparents: &[&'a str]) {
    let children = std::mem::take(&mut span.children);
    span.children = slimmed(children, &span.classes, parents);
    // A colour alone, around one element: the element gets it.
    let is_colour = !span.classes.is_empty() && span.classes.iter().all(|class| class.starts_with("nn-"));
    let stays = grandparents.iter().chain(parents).any(|class| PARENTS.contains(class));
    if is_colour
        && !stays
        && span.style.is_empty()
        && span.others.is_empty()
        && matches!(span.children[..], [Node::Span(_)])
        && let Some(Node::Span(mut only)) = span.children.pop()
    {
        only.classes.splice(..0, span.classes.drain(..));
        *span = only;
    }
}

/// The nodes below an element with these classes, without those that say nothing: in their place stand their children.
fn slimmed<'a>(nodes: Vec<Node<'a>>, classes: &[&'a str], parents: &[&'a str]) -> Vec<Node<'a>> {
    let fixed =
        classes.iter().any(|class| PARENTS.contains(class)) || parents.iter().any(|class| GRANDPARENTS.contains(class));
    let mut out = Vec::with_capacity(nodes.len());
    for node in nodes {
        match node {
            Node::Span(child)
                if !fixed && child.classes.is_empty() && child.style.is_empty() && child.others.is_empty() =>
            {
                out.append(&mut slimmed(child.children, classes, parents));
            }
            Node::Span(mut child) => {
                slim(&mut child, classes, parents);
                out.push(Node::Span(child));
            }
            raw => out.push(raw),
        }
    }
    out
}

fn write(nodes: &[Node], out: &mut String) {
    for node in nodes {
        match node {
            Node::Raw(text) => out.push_str(text),
            Node::Span(span) => {
                out.push_str("<span");
                if !span.classes.is_empty() {
                    out.push_str(&format!(" class=\"{}\"", span.classes.join(" ")));
                }
                if !span.style.is_empty() {
                    out.push_str(&format!(" style=\"{}\"", span.style));
                }
                out.push_str(&span.others);
                out.push('>');
                write(&span.children, out);
                out.push_str("</span>");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(inside: &str) -> String {
        let html = lean(&format!("<span class=\"katex\"><math></math>{PICTURE}{inside}</span></span>"));
        let inside = html.split_once(PICTURE).unwrap().1;
        inside.strip_suffix("</span></span>").unwrap().to_string()
    }

    #[test]
    fn what_says_nothing_goes_and_a_colour_moves_to_its_letter() {
        let letter = "<span class=\"mord mathbf\" style=\"margin-right:0.016em;\">w</span>";
        assert_eq!(
            picture(&format!("<span class=\"mord\"><span class=\"enclosing nn-w\">{letter}</span></span>")),
            "<span class=\"nn-w mathbf\" style=\"margin-right:.016em\">w</span>"
        );
        assert_eq!(picture("<span class=\"mopen\">(</span><span class=\"mord\">1</span>"), "(1");
        let wrapped = "<span class=\"nn-w\"><span class=\"mord\"><span class=\"mathbf\">w</span></span></span>";
        assert_eq!(picture(wrapped), "<span class=\"nn-w mathbf\">w</span>");
        let two = "<span class=\"nn-w\"><span class=\"mathbf\">w</span><span class=\"mathbf\">v</span></span>";
        assert_eq!(picture(two), two);
    }

    #[test]
    fn what_a_style_sheet_finds_by_its_parent_stays() {
        for fixed in [
            "<span class=\"vlist\"><span><span>a</span></span></span>",
            "<span class=\"mfrac\"><span class=\"vlist-t\"><span>a</span></span></span>",
            "<span class=\"col-align-c\"><span><span class=\"vlist-t\"></span></span></span>",
        ] {
            assert_eq!(picture(fixed), fixed);
        }
    }

    #[test]
    fn drawings_and_formulas_without_a_picture_stay_as_they_are() {
        let svg = "<span class=\"hide-tail\"><svg width=\"4em\"><path d=\"M0 0\"/></svg></span>";
        assert_eq!(picture(svg), svg);
        assert_eq!(lean("<b>x</b>"), "<b>x</b>");
    }
}
