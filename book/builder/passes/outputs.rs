//! `{{output CHAPTER.NAME}}`: what an example of a chapter prints.

use crate::chapters;
use crate::nearest::nearest;
use crate::page::Page;
use anyhow::{Result, bail};

/// Replaces each `{{output CHAPTER.NAME}}` by a block with what the example of that name prints, when run now.
pub fn expand(page: &mut Page) -> Result<()> {
    let examples: Vec<(&str, fn())> = chapters::examples().collect();
    page.expand_blocks("output", |page, line, words| {
        let [name] = words else { bail!(page.error(line, "write {{output CHAPTER.NAME}}, with one name")) };
        let Some((_, run)) = examples.iter().find(|(known, _)| known == name) else {
            let nearest = nearest(name, examples.iter().map(|(known, _)| *known));
            bail!(page.error(line, format!("no example is called `{name}`; the nearest is {nearest}")))
        };
        let printed = chapters::output_of(*run);
        if printed.is_empty() {
            bail!(page.error(line, format!("the example `{name}` prints nothing")));
        }
        let open = "<div class=\"nn-prints\"><span>prints</span>";
        let mut lines = vec![open.to_string(), String::new(), "```text".into()];
        lines.extend(printed.lines().map(String::from));
        lines.extend(["```".into(), String::new(), "</div>".into()]);
        Ok(lines)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn an_unknown_example_fails_with_the_nearest_name() {
        let mut page = Page::new(Path::new("src/ch01.md"), "{{output ch01.vector}}");
        let error = expand(&mut page).unwrap_err().to_string();
        assert!(
            error.starts_with("book/src/ch01.md:1: no example is called `ch01.vector`; the nearest is `ch01.vectors"),
            "{error}"
        );
    }
}
