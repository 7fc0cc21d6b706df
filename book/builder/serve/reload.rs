//! The built pages in memory, and the script that loads a page again when they change, and tells it which tasks are
//! done.

use super::tasks::Told;
use crate::files::{files, slashes};
use anyhow::Result;
use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::RwLock;
use tiny_http::{Header, Request, Response};

/// Loads a page again when there is a newer build of it, and shows which tasks are done.
const SCRIPT: &str = concat!("<script>", include_str!("served.js"), "</script>");

/// The files of a build by their address. They are kept in memory, so that no page is read while it is written.
pub struct BuiltFiles {
    files: HashMap<String, Vec<u8>>,
    build: u64,
    /// What the page's script is told of the tasks, and how often that has changed.
    tasks: (String, u64),
}

impl BuiltFiles {
    /// Reads the build in a folder.
    pub fn read(folder: &Path) -> Result<BuiltFiles> {
        let mut site = BuiltFiles { files: HashMap::new(), build: 0, tasks: ("{\"chapters\":{}}".into(), 0) };
        for file in files(folder)? {
            let address = slashes(file.strip_prefix(folder)?);
            site.files.insert(address, fs::read(&file)?);
        }
        Ok(site)
    }

    /// Shows a newer build from now on.
    pub fn replace(&mut self, new: BuiltFiles) {
        self.files = new.files;
        self.build += 1;
    }

    /// Tells other tasks from now on, if there is something new to tell.
    pub fn show_tasks(&mut self, new: Option<Told>) {
        if let Some(told) = new {
            self.tasks = (told.to_json(|id| self.page_with(id)), self.tasks.1 + 1);
        }
    }

    /// The page that has an element of this id. The book in one piece has all of them.
    fn page_with(&self, id: &str) -> Option<&str> {
        let mark = format!("id=\"{id}\"");
        let pages = self.files.iter().filter(|(name, _)| name.ends_with(".html") && *name != "print.html");
        let holds = |text: &[u8]| text.windows(mark.len()).any(|part| part == mark.as_bytes());
        pages.filter(|(_, text)| holds(text)).map(|(name, _)| name.as_str()).next()
    }

    /// The file at an address, with its type.
    fn get(&self, url: &str) -> Option<(Vec<u8>, &'static str)> {
        let path = url.split(['?', '#']).next().unwrap_or(url).trim_start_matches('/');
        if path == "-build" {
            return Some((format!("{} {}", self.build, self.tasks.1).into_bytes(), "text/plain"));
        }
        if path == "-tasks" {
            return Some((self.tasks.0.clone().into_bytes(), "application/json"));
        }
        let path = if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.into() };
        let mut file = self.files.get(&path)?.clone();
        let kind = kind(&path);
        if kind.starts_with("text/html") {
            file.extend_from_slice(SCRIPT.as_bytes());
        }
        Some((file, kind))
    }
}

/// Answers one request.
pub fn answer(site: &RwLock<BuiltFiles>, request: Request) -> io::Result<()> {
    let site = site.read().unwrap_or_else(std::sync::PoisonError::into_inner);
    let (status, (body, kind)) = match site.get(request.url()) {
        Some(found) => (200, found),
        None => (404, site.get("404.html").unwrap_or((b"there is no such page".to_vec(), "text/plain"))),
    };
    drop(site);
    let mut response = Response::from_data(body).with_status_code(status);
    for (name, value) in [("Content-Type", kind), ("Cache-Control", "no-store")] {
        if let Ok(header) = Header::from_bytes(name, value) {
            response.add_header(header);
        }
    }
    request.respond(response)
}

fn kind(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        _ => "text/plain; charset=utf-8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_gets_the_script_and_a_new_build_a_new_number() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("index.html"), "<p>a</p>").unwrap();
        fs::write(folder.path().join("a.css"), "p{}").unwrap();
        let mut site = BuiltFiles::read(folder.path()).unwrap();
        assert!(String::from_utf8(site.get("/?x").unwrap().0).unwrap().contains("<script>"));
        assert_eq!(site.get("/a.css").unwrap(), (b"p{}".to_vec(), "text/css; charset=utf-8"));
        assert!(site.get("/../a.css").is_none());
        assert_eq!(site.get("/-build").unwrap().0, b"0 0");
        site.replace(BuiltFiles::read(folder.path()).unwrap());
        assert_eq!(site.get("/-build").unwrap().0, b"1 0");
    }
}
