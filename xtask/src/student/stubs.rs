//! Finds the course's original stubs, to which `reset` goes back.
//!
//! There is no second copy of the stubs, which would have to be kept in step. A stub is recognised by its form: checks
//! of the arguments, then a `todo!`. It is searched for in two places. The first is git's history: the newest version
//! in which no function of the chapter is written yet. This works after the student's own commits, in a fork, and after
//! an update. The second, for those without git, is a copy that every verb makes of each chapter that is not begun.

use super::progress_folder::ProgressFolder;
use crate::course::{Chapter, Course, Sources, functions};
use crate::files::write_atomically;
use crate::grader::submission::read_sources;
use anyhow::Result;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};
use syn::{Block, Expr, Stmt};

/// How many versions of a chapter are searched.
const VERSIONS: usize = 500;

/// Whether a function body is a stub: checks of the arguments, then a `todo!`, and nothing else.
pub fn is_stub(body: &str) -> bool {
    let Ok(block) = syn::parse_str::<Block>(body) else { return false };
    let called = |statement: &Stmt| {
        let path = match statement {
            Stmt::Macro(statement) => &statement.mac.path,
            Stmt::Expr(Expr::Macro(expression), _) => &expression.mac.path,
            _ => return None,
        };
        path.get_ident().map(ToString::to_string)
    };
    let Some((last, checks)) = block.stmts.split_last() else { return false };
    called(last).is_some_and(|name| name == "todo")
        && checks.iter().all(|check| called(check).is_some_and(|name| name.starts_with("assert")))
}

/// For each function whether it is still a stub. A file that does not parse has no functions.
pub fn open(sources: &Sources) -> BTreeMap<String, bool> {
    let of = |text: &String| {
        let found = functions::functions(text).unwrap_or_default();
        found.into_iter().map(|it| (it.name, is_stub(&text[it.body]))).collect::<Vec<_>>()
    };
    sources.values().flat_map(of).collect()
}

/// Whether every function of the chapter exists and is still a stub.
pub fn is_untouched(chapter: &Chapter, sources: &Sources) -> bool {
    let open = open(sources);
    let mut stubs = chapter.tasks.iter().flat_map(|task| &task.functions);
    stubs.all(|stub| open.get(&stub.name) == Some(&true))
}

/// Copies a chapter that is not begun, so that it can be reset without git.
pub fn remember(progress: &ProgressFolder, chapter: &Chapter, sources: &Sources) -> Result<()> {
    let folder = progress.path("stubs").join(&chapter.name);
    for (name, text) in sources {
        let file = folder.join(name);
        if fs::read_to_string(&file).ok().as_ref() != Some(text) {
            fs::create_dir_all(file.parent().unwrap_or(&folder))?;
            write_atomically(&file, text.as_bytes())?;
        }
    }
    Ok(())
}

/// The original files of a chapter, if they can be found.
pub fn find(course: &Course, progress: &ProgressFolder, chapter: &Chapter) -> Option<Sources> {
    from_git(&course.root, chapter).or_else(|| {
        let kept = read_sources(&progress.path("stubs").join(&chapter.name)).ok()?;
        is_untouched(chapter, &kept).then_some(kept)
    })
}

fn from_git(root: &Path, chapter: &Chapter) -> Option<Sources> {
    // `./` makes the path relative to the current folder: the course may be part of a larger repository.
    let folder = format!("./exercises/{}/src", chapter.name);
    let versions = git(root, &["log", "--format=%H", &format!("--max-count={VERSIONS}"), "--", &folder])?;
    versions.lines().find_map(|commit| {
        let files = git(root, &["ls-tree", "-r", "--name-only", commit, &format!("{folder}/")])?;
        let mut sources = Sources::new();
        for file in files.lines().filter(|file| file.ends_with(".rs")) {
            let below = file.strip_prefix(&folder[2..])?.trim_start_matches('/');
            sources.insert(below.into(), git(root, &["show", &format!("{commit}:./{file}")])?);
        }
        is_untouched(chapter, &sources).then_some(sources)
    })
}

fn git(root: &Path, arguments: &[&str]) -> Option<String> {
    let output = Command::new("git").args(arguments).current_dir(root).stderr(Stdio::null()).output().ok()?;
    output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stub_is_checks_and_a_todo_and_nothing_else() {
        assert!(is_stub("{\n    todo!(\"twice {x}\")\n}"));
        assert!(is_stub("{\n    assert_eq!(a, b, \"as many\");\n    assert!(c);\n    todo!(\"twice {x}\")\n}"));
        for begun in ["{ x * 2.0 }", "{ let y = x;\n todo!(\"{y}\") }", "{}", "{ todo!(); x }", "{ half typed"] {
            assert!(!is_stub(begun), "{begun}");
        }
    }
}
