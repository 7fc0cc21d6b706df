//! The built pages in memory, and the script that loads a page again when they change.

use crate::files::{files, slashes};
use anyhow::Result;
use std::collections::HashMap;
use std::fs;
use std::io;
use std::path::Path;
use std::sync::RwLock;
use tiny_http::{Header, Request, Response};

/// Asks twice a second whether there is a newer build, and loads the page again when there is.
const SCRIPT: &str = "<script>(()=>{let seen;setInterval(async()=>{try{const now=await(await fetch('/-build')).text();\
                      if(seen!==undefined&&now!==seen)location.reload();seen=now}catch{}},500)})()</script>";

/// The files of a build by their address. They are kept in memory, so that no page is read while it is written.
pub struct BuiltFiles {
    files: HashMap<String, Vec<u8>>,
    build: u64,
}

impl BuiltFiles {
    /// Reads the build in a folder.
    pub fn read(folder: &Path) -> Result<BuiltFiles> {
        let mut site = BuiltFiles { files: HashMap::new(), build: 0 };
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

    /// The file at an address, with its type.
    fn get(&self, url: &str) -> Option<(Vec<u8>, &'static str)> {
        let path = url.split(['?', '#']).next().unwrap_or(url).trim_start_matches('/');
        if path == "-build" {
            return Some((self.build.to_string().into_bytes(), "text/plain"));
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
        assert_eq!(site.get("/-build").unwrap().0, b"0");
        site.replace(BuiltFiles::read(folder.path()).unwrap());
        assert_eq!(site.get("/-build").unwrap().0, b"1");
    }
}
