//! `cargo xtask open`: a chapter in the browser, and its next task in the editor.

use super::names;
use super::standing::Student;
use crate::course::{Chapter, Course, Place, Task, file_name, sorted_entries};
use crate::exit::{self, Usage};
use anyhow::{Context, Result, bail};
use std::ffi::OsStr;
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::Duration;

/// How often the book is asked whether it is there.
const PAUSE: Duration = Duration::from_millis(200);

/// How many of these pauses a program that opens a browser has to fail in; what runs longer is the browser itself.
const PATIENCE: usize = 10;

/// Serves the book until it is interrupted, unless it is served already, and opens a chapter of it.
pub fn run(course: &Course, chapter: Option<&str>, port: u16) -> Result<u8> {
    let student = Student::open(course)?;
    let chapter = student.chapter(chapter)?;
    let book = course.root.join("book");
    // The students' edition has the pages in place of the program that builds them.
    let built = !book.join("Cargo.toml").is_file();
    let page =
        if built { page(&book.join("html"), chapter, ".html")? } else { page(&book.join("src"), chapter, ".md")? };
    if let Some(task) = student.known(chapter).next() {
        show_in_editor(chapter, task, &course.root);
    }
    if built {
        browse(&book.join("html").join(page).display().to_string());
        return Ok(exit::FULL_MARKS);
    }
    let address = format!("http://localhost:{port}/{page}");
    if TcpStream::connect(("127.0.0.1", port)).is_ok() {
        anstream::println!("The book is served already.");
        browse(&address);
        return Ok(exit::FULL_MARKS);
    }
    anstream::println!("Building the book; the first time this takes a few minutes …");
    let mut server = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .args(["run", "--quiet", "--package", "book", "--", "serve", "--port", &port.to_string()])
        .current_dir(&course.root)
        .spawn()
        .context("failed to start cargo")?;
    if wait_for(&mut server, port)? {
        browse(&address);
    }
    let status = server.wait().context("failed to wait for the book")?;
    Ok(if status.success() { exit::FULL_MARKS } else { exit::KIT_BROKEN })
}

/// The name of a chapter's page in the folder of the pages; what is in it ends with `ending`.
fn page(pages: &Path, chapter: &Chapter, ending: &str) -> Result<String> {
    let names = sorted_entries(pages).unwrap_or_default().into_iter().map(|page| file_name(&page));
    let stem = names
        .filter_map(|name| Some(name.strip_suffix(ending)?.to_owned()))
        .find(|stem| stem.strip_prefix(&chapter.name).is_some_and(|rest| rest.starts_with('-')));
    match stem {
        Some(stem) => Ok(format!("{stem}.html")),
        None => bail!(Usage(format!("the book that came with this copy has no page for {} yet", chapter.name))),
    }
}

/// Waits until the book answers; `false` if its server has ended before.
fn wait_for(server: &mut Child, port: u16) -> Result<bool> {
    while TcpStream::connect(("127.0.0.1", port)).is_err() {
        if server.try_wait().context("failed to wait for the book")?.is_some() {
            return Ok(false);
        }
        thread::sleep(PAUSE);
    }
    Ok(true)
}

/// Opens an address, or the file of a drawing, in the browser; where there is none, it is printed instead.
pub fn browse(address: &str) {
    let (program, arguments): (String, &[&str]) = match (std::env::var("BROWSER"), std::env::consts::OS) {
        (Ok(browser), _) if !browser.is_empty() => (browser, &[]),
        (_, "windows") => ("cmd".into(), &["/C", "start", ""]),
        (_, "macos") => ("open".into(), &[]),
        _ => ("xdg-open".into(), &[]),
    };
    let started =
        Command::new(program).args(arguments).arg(address).stdout(Stdio::null()).stderr(Stdio::null()).spawn();
    // Programs that open a browser end at once, with a status that tells whether there was one.
    let opened = started.is_ok_and(|mut child| {
        let ended = (0..PATIENCE).find_map(|_| {
            thread::sleep(PAUSE);
            child.try_wait().ok().flatten()
        });
        ended.is_none_or(|status| status.success())
    });
    if opened {
        anstream::println!("Opened {address}");
    } else {
        anstream::println!("No browser could be opened. Visit {address}");
    }
}

/// Opens the file of a task at its line where that needs no terminal, and says how to otherwise.
fn show_in_editor(chapter: &Chapter, task: &Task, root: &Path) {
    let place = task.functions.iter().find_map(|stub| stub.found.as_ref()).map(|(_, place)| place);
    let Some(place) = place else {
        anstream::println!("Next: {}, in {}", names::heading(task), names::place(chapter, task));
        return;
    };
    anstream::println!("Next: {}, in {place}", names::heading(task));
    let variable = |name| std::env::var(name).ok().filter(|value| !value.is_empty());
    let inside_code =
        (std::env::var_os("TERM_PROGRAM").as_deref() == Some(OsStr::new("vscode"))).then(|| "code".into());
    let Some(editor) = variable("VISUAL").or_else(|| variable("EDITOR")).or(inside_code) else { return };
    let name = editor.split_whitespace().next().map(|program| file_name(Path::new(program))).unwrap_or_default();
    if !matches!(name.trim_end_matches(".exe"), "code" | "codium" | "code-insiders" | "cursor") {
        anstream::println!("  in your editor: {}", call(&editor, &name, place));
        return;
    }
    let mut words = editor.split_whitespace();
    let opened = Command::new(words.next().unwrap_or_default())
        .args(words.filter(|word| *word != "--wait" && *word != "-w"))
        .args(["--goto", &place.to_string()])
        .current_dir(root)
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if opened.is_err() {
        anstream::println!("  your editor `{editor}` could not be started: open {place} in it");
    }
}

/// How an editor in the terminal is called for a line.
fn call(editor: &str, name: &str, place: &Place) -> String {
    let file = place.file.display().to_string().replace('\\', "/");
    match name {
        "hx" | "helix" | "subl" | "zed" => format!("{editor} {place}"),
        "vi" | "vim" | "nvim" | "nano" | "emacs" | "emacsclient" | "micro" | "kak" => {
            format!("{editor} +{} {file}", place.line)
        }
        _ => format!("{editor} {file}    (line {})", place.line),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_editor_is_told_the_line_in_its_own_way() {
        let place = Place { file: "exercises/ch03/src/sigmoids.rs".into(), line: 19 };
        assert_eq!(call("vim", "vim", &place), "vim +19 exercises/ch03/src/sigmoids.rs");
        assert_eq!(call("hx", "hx", &place), "hx exercises/ch03/src/sigmoids.rs:19");
        assert_eq!(call("ed", "ed", &place), "ed exercises/ch03/src/sigmoids.rs    (line 19)");
    }
}
