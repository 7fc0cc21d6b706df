//! The source files of a chapter.

use super::functions::find_or_by_layout;
use super::task::Task;
use crate::exit::Usage;
use anyhow::{Context, Result, bail};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The texts of the files by their path below `src/`.
pub type Sources = BTreeMap<PathBuf, String>;

/// The sources with the stubs of one task in place of its functions.
pub fn with_stubs_of(task: &Task, now: &Sources, stubs: &Sources) -> Result<Sources> {
    let mut then = now.clone();
    for stub in &task.functions {
        let given = stubs.iter().find_map(|(name, text)| Some((name, text, find_or_by_layout(text, &stub.name)?)));
        let (file, given, function_given) = given.with_context(|| format!("the course has no `{}`", stub.name))?;
        let written = now.iter().find_map(|(name, text)| Some((name, find_or_by_layout(text, &stub.name)?)));
        let Some((name, written)) = written else {
            bail!(Usage(format!(
                "`{}` is not to be found in {}: put its line `fn {0}(…) {{` back, or reset the whole chapter",
                stub.name,
                file.display()
            )));
        };
        let text = then.entry(name.clone()).or_default();
        // Functions of a task may be in the same file, whose text has changed by now.
        let found = find_or_by_layout(text, &stub.name).unwrap_or(written);
        text.replace_range(found.range, &given[function_given.range]);
    }
    Ok(then)
}
