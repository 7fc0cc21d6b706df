//! `cargo xtask open`: shows a chapter in the browser, and its next task in the editor.

use super::chapter_progress::Student;
use super::names;
use crate::cargo::cargo;
use crate::course::{Chapter, Course, Location, Task};
use crate::exit::{self, Usage};
use crate::files::{file_name, slashes, sorted_entries};
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::fs;
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// How often to check whether something has happened.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// How long the program that opens a browser may take to fail. If it runs longer, it is the browser itself.
const TIME_TO_FAIL: Duration = Duration::from_secs(2);

/// Opens a chapter of the book at its next task. Unless the book is being served already, serves it until interrupted.
pub fn run(course: &Course, chapter: Option<&str>, port: u16) -> Result<u8> {
    let student = Student::open(course)?;
    let chapter = student.chapter(chapter)?;
    let book = course.root.join("book");
    // The students' edition has the built pages, and not the program that builds them.
    let built = !book.join("Cargo.toml").is_file();
    let pages = book.join(if built { "html" } else { "src" }).join(&chapter.name);
    let task = student.known(chapter).next();
    let Some(page) = page_with(&pages, chapter, task, if built { "html" } else { "md" }) else {
        bail!(Usage(format!("the book that came with this copy has no page for {} yet", chapter.name)));
    };
    if let Some(task) = task {
        show_in_editor(chapter, task, &course.root);
    }
    if built {
        browse(&pages.join(page).display().to_string());
        return Ok(exit::FULL_MARKS);
    }
    let page = slashes(&page.with_extension("html"));
    let fragment = task.map(|task| format!("#{}-t{}", chapter.name, task.number)).unwrap_or_default();
    let address = format!("http://localhost:{port}/{}/{page}{fragment}", chapter.name);
    if TcpStream::connect(("127.0.0.1", port)).is_ok() {
        anstream::println!("The book is served already.");
        browse(&address);
        return Ok(exit::FULL_MARKS);
    }
    anstream::println!("Building the book; the first time this takes a few minutes …");
    let mut server = cargo(&course.root)
        .args(["run", "--quiet", "--package", "book", "--", "serve", "--port", &port.to_string()])
        .spawn()
        .context("failed to start cargo")?;
    if wait_for(&mut server, port)? {
        browse(&address);
    }
    let status = server.wait().context("failed to wait for the book")?;
    Ok(if status.success() { exit::FULL_MARKS } else { exit::COURSE_BROKEN })
}

/// The page of a chapter that has the box of a task, or else its first; `None` if there is no page.
fn page_with(pages: &Path, chapter: &Chapter, task: Option<&Task>, extension: &str) -> Option<PathBuf> {
    let of_task = task.and_then(|task| {
        // As the source says it, and as the built page does.
        let (name, number) = (&chapter.name, task.number);
        let marks = [format!("{{{{exercise {name} t{number}}}}}"), format!("id=\"{name}-t{number}\"")];
        sorted_entries(pages).unwrap_or_default().into_iter().find(|page| {
            let is_page = page.extension().is_some_and(|known| known == extension);
            is_page && fs::read_to_string(page).is_ok_and(|text| marks.iter().any(|mark| text.contains(mark)))
        })
    });
    let page = of_task.unwrap_or_else(|| pages.join("index").with_extension(extension));
    page.is_file().then(|| PathBuf::from(file_name(&page)))
}

/// Waits until the book is served; `false` if the server ends before.
fn wait_for(server: &mut Child, port: u16) -> Result<bool> {
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if server.try_wait().context("failed to wait for the book")?.is_some() {
            return Ok(false);
        }
        thread::sleep(POLL_INTERVAL);
    }
    Ok(true)
}

/// Opens an address or a file in the browser that `BROWSER` names, or else the system's. If that fails, prints it.
pub fn browse(address: &str) {
    let opening = match std::env::var("BROWSER") {
        Ok(browser) if !browser.is_empty() => ::open::with_in_background(address, browser),
        _ => ::open::that_in_background(address),
    };
    let started = Instant::now();
    while !opening.is_finished() && started.elapsed() < TIME_TO_FAIL {
        thread::sleep(POLL_INTERVAL);
    }
    if !opening.is_finished() || opening.join().is_ok_and(|opened| opened.is_ok()) {
        anstream::println!("Opened {address}");
    } else {
        anstream::println!("No browser could be opened. Visit {address}");
    }
}

/// Opens the file of a task at its line in a graphical editor. For editors in the terminal, prints the command.
fn show_in_editor(chapter: &Chapter, task: &Task, root: &Path) {
    let location = task.functions.iter().find_map(|stub| stub.found.as_ref()).map(|(_, location)| location);
    let Some(location) = location else {
        anstream::println!("Next: {}, in {}", names::heading(task), names::location(chapter, task));
        return;
    };
    anstream::println!("Next: {}, in {location}", names::heading(task));
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let inside_code =
        (std::env::var_os("TERM_PROGRAM").as_deref() == Some(OsStr::new("vscode"))).then(|| "code".into());
    let Some(editor) = variable("VISUAL").or_else(|| variable("EDITOR")).or(inside_code) else { return };
    let name = editor.split_whitespace().next().map(|program| file_name(Path::new(program))).unwrap_or_default();
    if !matches!(name.trim_end_matches(".exe"), "code" | "codium" | "code-insiders" | "cursor") {
        anstream::println!("  in your editor: {}", call(&editor, &name, location));
        return;
    }
    let mut words = editor.split_whitespace();
    let opened = Command::new(words.next().unwrap_or_default())
        .args(words.filter(|word| *word != "--wait" && *word != "-w"))
        .args(["--goto", &location.to_string()])
        .current_dir(root)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if opened.is_err() {
        anstream::println!("  your editor `{editor}` could not be started: open {location} in it");
    }
}

/// The command with which an editor opens a line.
fn call(editor: &str, name: &str, location: &Location) -> String {
    let file = slashes(&location.file);
    match name {
        "hx" | "helix" | "subl" | "zed" => format!("{editor} {location}"),
        "vi" | "vim" | "nvim" | "nano" | "emacs" | "emacsclient" | "micro" | "kak" => {
            format!("{editor} +{} {file}", location.line)
        }
        _ => format!("{editor} {file}    (line {})", location.line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_gets_the_line_in_its_own_way() {
        let location = Location { file: "src/sigmoids.rs".into(), line: 19 };
        assert_eq!(call("vim", "vim", &location), "vim +19 src/sigmoids.rs");
        assert_eq!(call("hx", "hx", &location), "hx src/sigmoids.rs:19");
        assert_eq!(call("ed", "ed", &location), "ed src/sigmoids.rs    (line 19)");
    }
}
