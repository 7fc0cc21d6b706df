//! `{{output CHAPTER.NAME}}`: what an example of a chapter prints, or a program of its folder `libraries/`.

use crate::chapters;
use crate::libraries::programs;
use crate::nearest::nearest;
use crate::page::Page;
use anyhow::{Result, bail};
use std::path::Path;

/// Replaces each `{{output CHAPTER.NAME}}` by a block with what the example of that name prints, when run now, or
/// by what the program of that name printed when it ran last.
pub fn expand(root: &Path, page: &mut Page) -> Result<()> {
    let examples: Vec<(&str, fn())> = chapters::examples().collect();
    let programs = programs(root)?;
    page.expand_blocks("output", |page, line, words| {
        let [name] = words else { bail!(page.error(line, "write {{output CHAPTER.NAME}}, with one name")) };
        let example = examples.iter().find(|(known, _)| known == name);
        let program = programs.iter().find(|program| program.name == *name);
        let printed = match (example, program) {
            (Some(_), Some(program)) => {
                bail!(page.error(line, format!("`{name}` is an example and a program, {}: rename one", program.path)))
            }
            (Some((_, run)), None) => chapters::output_of(*run),
            (None, Some(program)) => program.kept(root),
            (None, None) => {
                let known = examples.iter().map(|(known, _)| *known);
                let nearest = nearest(name, known.chain(programs.iter().map(|program| program.name.as_str())));
                bail!(page.error(line, format!("no example is called `{name}`; the nearest is {nearest}")))
            }
        };
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

    #[test]
    fn an_unknown_example_fails_with_the_nearest_name() {
        let mut page = Page::new(Path::new("src/ch01.md"), "{{output ch01.vector}}");
        let error = expand(&crate::files::root(), &mut page).unwrap_err().to_string();
        assert!(
            error.starts_with("book/src/ch01.md:1: no example is called `ch01.vector`; the nearest is `ch01.vectors"),
            "{error}"
        );
    }
}
