//! Which tasks of the student are done, as `cargo xtask status` knows it: from the last run of a chapter's tests, if
//! the chapter has not changed since.

use crate::files::files;
use crate::widgets::number as chapter_number;
use serde_json::{Map, Value, json};
use std::path::{Path, PathBuf};
use std::time::SystemTime;
use xtask::course::Course;
use xtask::student::chapter_progress::{ChapterProgress, Student, current};

/// Where `status` and `watch` keep the marks of each chapter.
const MARKS: &str = ".progress/marks";

/// What is told to the pages.
#[derive(Debug)]
pub struct Told {
    /// For each chapter, its name, which tasks are done, and whether it has changed since its tests ran.
    chapters: Vec<(String, Vec<bool>, bool)>,
    /// The next task: its chapter, number and title.
    next: Option<(String, u32, String)>,
}

/// Looks again when something has changed.
pub struct Tasks {
    root: PathBuf,
    marks: Vec<Option<SystemTime>>,
}

impl Tasks {
    pub fn open(root: &Path) -> Tasks {
        Tasks { root: root.to_path_buf(), marks: vec![] }
    }

    /// What to tell now, if a file of the course has changed, as the caller knows, or the marks of a chapter have.
    pub fn change(&mut self, course_changed: bool) -> Option<Told> {
        let kept = files(&self.root.join(MARKS)).unwrap_or_default();
        let marks: Vec<_> = kept.iter().map(|file| file.metadata().ok()?.modified().ok()).collect();
        if marks == self.marks && !course_changed {
            return None;
        }
        self.marks = marks;
        // A file that cannot be read at the moment of an edit can be at the next one.
        Told::read(&self.root).ok()
    }
}

impl Told {
    fn read(root: &Path) -> anyhow::Result<Told> {
        let course = Course::open(root)?;
        let student = Student::open(&course)?;
        let progress: Vec<ChapterProgress> = course.chapters.iter().map(|chapter| student.known(chapter)).collect();
        let next = current(&progress).and_then(|it| Some((it.chapter.name.clone(), it.next()?)));
        Ok(Told {
            chapters: progress
                .iter()
                // What no test has confirmed is not done.
                .map(|it| {
                    (it.chapter.name.clone(), it.done.iter().map(|done| *done && it.certain).collect(), !it.certain)
                })
                .collect(),
            next: next.map(|(chapter, task)| (chapter, task.number, task.title.clone())),
        })
    }

    /// For `served.js`, which describes it. `page_with` finds the page that has the task.
    pub fn to_json<'a>(&self, page_with: impl Fn(&str) -> Option<&'a str>) -> String {
        let chapters: Map<String, Value> = self
            .chapters
            .iter()
            .map(|(name, done, changed)| (name.clone(), json!({ "done": done, "changed": changed })))
            .collect();
        let next = self.next.as_ref().and_then(|(chapter, number, title)| {
            let words = format!("chapter {}, task {number}: {title}", chapter_number(chapter));
            let id = format!("{chapter}-t{number}");
            let address = format!("{}#{id}", page_with(&id)?);
            Some(json!({ "address": address, "words": words, "command": format!("cargo test -p {chapter} t{number}") }))
        });
        json!({ "chapters": chapters, "next": next }).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_told_what_is_done_and_where_the_next_task_is() {
        let told = Told {
            chapters: vec![("ch01".into(), vec![true, false], false)],
            next: Some(("ch01".into(), 2, "The matrix form".into())),
        };
        let json: Value = serde_json::from_str(&told.to_json(|id| (id == "ch01-t2").then_some("ch01/a.html"))).unwrap();
        assert_eq!(json["chapters"]["ch01"], json!({ "done": [true, false], "changed": false }));
        assert_eq!(json["next"]["address"], "ch01/a.html#ch01-t2");
        assert_eq!(json["next"]["words"], "chapter 1, task 2: The matrix form");
        assert_eq!(json["next"]["command"], "cargo test -p ch01 t2");
        assert!(told.to_json(|_| None).ends_with("\"next\":null}"));
    }

    #[test]
    fn new_marks_are_noticed() {
        let root = tempfile::tempdir().unwrap();
        let mut tasks = Tasks::open(root.path());
        // There is no course here: nothing can be told, and nothing fails.
        assert!(tasks.change(true).is_none());
        let marks = root.path().join(MARKS);
        std::fs::create_dir_all(&marks).unwrap();
        std::fs::write(marks.join("ch01.json"), "{}").unwrap();
        assert!(tasks.change(false).is_none());
        assert_eq!(tasks.marks.len(), 1);
    }
}
