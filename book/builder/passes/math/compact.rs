//! A formula's HTML with fewer elements: what KaTeX says by an empty element, or for every formula anew, the book's style
//! sheet says once.
//!
//! | KaTeX                                                          | here                                           |
//! |----------------------------------------------------------------|------------------------------------------------|
//! | a strut at the start of each part                              | `base`, a part with a strut by `::before`      |
//! | a table of two rows, the lower one empty, with cells for Safari| `stack`, a table with all of that by pseudo-elements |
//! | a strut in each line of such a table                           | `level`, a cell whose lines have one by `::before` |
//! | a space, with its width                                        | `thin`, `medium`, `thick`                      |
//! | a size, relative to another                                    | `script`, `scriptscript`                       |
//!
//! What looks otherwise than expected stays as it is. The check `formulas` of `book test` compares the pictures with
//! those of KaTeX itself.

use super::lean::{Node, Span};

/// Spaces by their width.
const SPACES: [(&str, &str); 3] =
    [("margin-right:.1667em", "thin"), ("margin-right:.2222em", "medium"), ("margin-right:.2778em", "thick")];

/// Sizes by their classes.
const SIZES: [([&str; 3], &str); 2] =
    [(["katex-sizing", "reset-size6", "size3"], "script"), (["katex-sizing", "reset-size3", "size1"], "scriptscript")];

/// The struts of lines for which there is a class, and that class.
const STRUTS: [(&str, &[&str]); 2] = [("height:3em", &["level"]), ("height:2.7em", &["level", "low"])];

/// Makes the span and what is below it compact.
pub fn compact(span: &mut Span) {
    for child in &mut span.children {
        if let Node::Span(child) = child {
            compact(child);
        }
    }
    if let Some((_, name)) = SPACES.iter().find(|(style, _)| span.classes == ["mspace"] && span.style == *style) {
        span.classes = vec![name];
        span.style.clear();
    }
    if let Some((_, name)) = SIZES.iter().find(|(classes, _)| span.classes == classes) {
        span.classes = vec![name];
    }
    base(span);
    stack(span);
}

/// A part of a formula: its strut becomes two numbers of its own.
fn base(span: &mut Span) {
    let strut = span.children.first().and_then(|first| child(first, &["katex-strut"])).map(|strut| strut.style.clone());
    if let Some(strut) = strut
        && span.classes == ["katex-base"]
        && span.style.is_empty()
    {
        // Both are written, since a part within a part would inherit what it does not say.
        let depth = if strut.contains("vertical-align") { "" } else { ";--v:0" };
        span.style = strut.replace("height", "--h").replace("vertical-align", "--v") + depth;
        span.classes = vec!["base"];
        span.children.remove(0);
    }
}

/// Things one above the other: a table whose first row ends at the line of writing, and whose second one is as high as
/// what hangs below it.
fn stack(span: &mut Span) {
    if !matches!(span.classes[..], ["vlist-t"] | ["vlist-t", "vlist-t2"]) || !span.style.is_empty() {
        return;
    }
    let depth = match &span.children[..] {
        [Node::Span(above)] if above.children.len() == 1 => None,
        [Node::Span(above), Node::Span(below)] if above.children.len() == 2 => match &below.children[..] {
            [Node::Span(cell)] => Some(cell.style.replace("height", "--d")),
            _ => return,
        },
        _ => return,
    };
    let Some(Node::Span(row)) = span.children.first_mut() else { return };
    let Some(Node::Span(cell)) = row.children.first_mut() else { return };
    let Some(classes) = level(cell) else { return };
    let mut cell = std::mem::take(cell);
    cell.classes = classes.to_vec();
    for line in &mut cell.children {
        if let Node::Span(line) = line {
            line.children.remove(0);
        }
    }
    span.classes = vec!["stack"];
    span.style = depth.unwrap_or_default();
    span.children = vec![Node::Span(cell)];
}

/// The classes for a cell, if each of its lines begins with the same strut, and there are classes for it.
fn level(cell: &Span) -> Option<&'static [&'static str]> {
    let strut = |line: &Node| match line {
        Node::Span(line) => Some(child(line.children.first()?, &["pstrut"])?.style.clone()),
        Node::Raw(_) => None,
    };
    let first = strut(cell.children.first()?)?;
    let same = cell.classes == ["vlist"] && cell.children.iter().all(|line| strut(line).as_ref() == Some(&first));
    let (_, classes) = STRUTS.iter().find(|(style, _)| same && first == *style)?;
    Some(classes)
}

/// The node, if it is a span with these classes and with nothing in it.
fn child<'a, 'b>(node: &'b Node<'a>, classes: &[&str]) -> Option<&'b Span<'a>> {
    match node {
        Node::Span(span) if span.classes == classes && span.children.is_empty() => Some(span),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::lean::lean;

    const OPEN: &str = "<span class=\"katex\"><math></math><span aria-hidden=\"true\" class=\"katex-html\">";

    fn compact(inside: &str) -> String {
        let html = lean(&format!("{OPEN}{inside}</span></span>"));
        html.strip_prefix(OPEN).unwrap().strip_suffix("</span></span>").unwrap().to_string()
    }

    #[test]
    fn a_part_and_a_space_take_one_element_each() {
        let strut = "<span class=\"katex-strut\" style=\"height:0.4306em;\"></span>";
        let space = "<span class=\"mspace\" style=\"margin-right:0.2778em;\"></span>";
        assert_eq!(
            compact(&format!("<span class=\"katex-base\">{strut}a{space}=</span>")),
            "<span class=\"base\" style=\"--h:.4306em;--v:0\">a<span class=\"thick\"></span>=</span>"
        );
        let other = "<span class=\"mspace\" style=\"margin-right:3em\"></span>";
        assert_eq!(compact(other), other);
    }

    fn table(strut: &str) -> String {
        let line = format!(
            "<span style=\"top:-2em\"><span class=\"pstrut\" style=\"height:{strut}\"></span><span class=\"mathbf\">a</span></span>"
        );
        format!(
            "<span class=\"vlist-t vlist-t2\"><span class=\"vlist-r\"><span class=\"vlist\" style=\"height:1em\">{line}</span>\
             <span class=\"vlist-s\">\u{200b}</span></span><span class=\"vlist-r\"><span class=\"vlist\" \
             style=\"height:.15em\"><span></span></span></span></span>"
        )
    }

    #[test]
    fn a_table_with_a_known_strut_becomes_a_stack() {
        assert_eq!(
            compact(&table("2.7em")),
            "<span class=\"stack\" style=\"--d:.15em\"><span class=\"level low\" style=\"height:1em\"><span \
             style=\"top:-2em\"><span class=\"mathbf\">a</span></span></span></span>"
        );
    }

    #[test]
    fn a_table_with_another_strut_stays() {
        assert_eq!(compact(&table("3.45em")), table("3.45em"));
    }
}
