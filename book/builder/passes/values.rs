//! `{{value NAME}}`: a number that the reference solutions have computed.

use crate::chapters;
use crate::nearest::nearest;
use crate::page::Page;
use anyhow::{Result, bail};

/// Replaces each `{{value NAME}}` by its number.
pub fn expand(page: &mut Page) -> Result<()> {
    let values = chapters::values();
    page.expand_inline("value", |page, line, words| {
        let [name] = words else {
            bail!(page.error(line, "write {{value NAME}}, with one name; `book values` lists them"))
        };
        match values.get(*name) {
            Some(value) => Ok(value.clone()),
            None => {
                let nearest = nearest(name, values.keys().copied());
                bail!(page.error(line, format!("no value is called `{name}`; the nearest is {nearest}")))
            }
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::Path;

    #[test]
    fn an_unknown_name_fails_with_its_place_and_the_nearest_name() {
        let mut page = Page::new(Path::new("src/ch01.md"), "\nThe slope is {{value hubble.slop}}.");
        let error = expand(&mut page).unwrap_err().to_string();
        assert_eq!(error, "book/src/ch01.md:2: no value is called `hubble.slop`; the nearest is `hubble.slope`");
    }
}
