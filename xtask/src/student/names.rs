//! Finds chapters and tasks by the names that people type.

use crate::course::{Chapter, Course, Task};
use crate::exit::Usage;
use anyhow::{Result, bail};

/// A chapter by its name, its number, or anything in between, such as `ch3` and `03`.
pub fn chapter<'a>(course: &'a Course, name: &str) -> Result<&'a Chapter> {
    let number = name.strip_prefix("ch").unwrap_or(name).parse::<u32>().ok();
    let meant = number.and_then(|number| course.chapters.iter().find(|chapter| self::number(chapter) == Some(number)));
    match meant {
        Some(chapter) => Ok(chapter),
        // Fails with the same message as the other verbs.
        None => course.select(&[name.to_owned()]).map(|chapters| chapters[0]),
    }
}

pub fn number(chapter: &Chapter) -> Option<u32> {
    chapter.name.strip_prefix("ch")?.parse().ok()
}

/// `t4`, `4`, `t4_sigmoid` and `sigmoid` all name the same task.
pub fn task<'a>(chapter: &'a Chapter, name: &str) -> Result<&'a Task> {
    let number = name.strip_prefix('t').unwrap_or(name).parse::<u32>().ok();
    let meant = |task: &&Task| {
        number == Some(task.number) || task.module == name || task.functions.iter().any(|stub| stub.name == name)
    };
    match chapter.tasks.iter().find(meant) {
        Some(task) => Ok(task),
        None => {
            let known: Vec<String> =
                chapter.tasks.iter().map(|task| format!("t{} {}", task.number, task.functions[0].name)).collect();
            bail!(Usage(format!("{} has no task `{name}`; its tasks are {}", chapter.name, known.join(", "))))
        }
    }
}

/// The location of a task: its first function that is found.
pub fn location(chapter: &Chapter, task: &Task) -> String {
    location_to_edit(chapter, task, &[])
}

/// Where to continue a task: its first function that is still a stub, or else the first that is found.
pub fn location_to_edit(chapter: &Chapter, task: &Task, open: &[String]) -> String {
    let mut stubs = task.functions.iter().filter(|stub| open.contains(&stub.name)).chain(&task.functions);
    let found = stubs.find_map(|stub| stub.found.as_ref());
    found.map_or_else(|| format!("exercises/{}/src", chapter.name), |(_, location)| location.to_string())
}

/// `task 4, The sigmoid`
pub fn heading(task: &Task) -> String {
    format!("task {}, {}", task.number, task.title)
}
