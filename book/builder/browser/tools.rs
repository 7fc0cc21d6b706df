//! The programs that `book test` needs: Node with npm, and Chromium.

use anyhow::{Context, Error, Result, bail};
use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use xtask::exit::Usage;

/// The oldest Node that the checkers run on.
const NODE: u32 = 20;

/// Variables that may name the browser.
const VARIABLES: [&str; 2] = ["CHROME", "CHROMIUM"];

/// What the browser is called on the systems that have it.
const BROWSERS: [&str; 5] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];

/// Its path on systems that do not put it on PATH.
const PLACES: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/// The programs.
pub struct Tools {
    /// `node`.
    pub node: PathBuf,
    /// Chromium, or Chrome.
    pub browser: PathBuf,
    npm: PathBuf,
}

impl Tools {
    /// Finds them all, or says which to install.
    pub fn find() -> Result<Tools> {
        let (node, npm, browser) = (on_path("node"), on_path("npm"), browser()?);
        let missing: Vec<&str> = [("nodejs", &node), ("npm", &npm), ("chromium", &browser)]
            .into_iter()
            .filter_map(|(package, found)| found.is_none().then_some(package))
            .collect();
        let (Some(node), Some(npm), Some(browser)) = (node, npm, browser) else { return Err(install(&missing)) };
        let version = Command::new(&node).arg("--version").output().context("Node does not start")?;
        let version = String::from_utf8_lossy(&version.stdout).trim().to_string();
        let major = version.trim_start_matches('v').split('.').next().and_then(|digits| digits.parse().ok());
        if major.is_none_or(|major: u32| major < NODE) {
            bail!(Usage(format!("Node {NODE} or newer is needed for `book test`, and this is {version}")));
        }
        Ok(Tools { node, browser, npm })
    }

    /// Has npm install what `package-lock.json` in the folder lists, unless that is there already.
    pub fn install(&self, folder: &Path) -> Result<()> {
        let lock = fs::read(folder.join("package-lock.json")).context("reading book/browser/package-lock.json")?;
        let installed = folder.join("node_modules/.installed");
        if fs::read(&installed).is_ok_and(|installed| installed == lock) {
            return Ok(());
        }
        println!("installing what book/browser/package-lock.json lists");
        let status = Command::new(&self.npm)
            .args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
            .current_dir(folder)
            .status()
            .context("npm does not start")?;
        if !status.success() {
            bail!("`npm ci` in book/browser failed: its messages above say why; it needs the npm registry once");
        }
        fs::write(&installed, lock).context("writing into book/browser/node_modules")
    }
}

fn install(missing: &[&str]) -> Error {
    let (list, names) = (missing.join(" "), VARIABLES.join(" or "));
    Usage(format!(
        "`book test` drives a real browser and lacks: {list}. On Debian and Ubuntu: apt-get install {list}. Another \
         Chromium or Chrome can be named by the variable {names}"
    ))
    .into()
}

/// The browser that a variable names, or the first that is found.
fn browser() -> Result<Option<PathBuf>> {
    for name in VARIABLES {
        if let Some(path) = env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from) {
            let found = if path.components().count() == 1 { on_path(&path.to_string_lossy()) } else { None };
            return match found.or_else(|| path.is_file().then_some(path.clone())) {
                Some(browser) => Ok(Some(browser)),
                None => bail!(Usage(format!("the variable {name} names {}, which is not there", path.display()))),
            };
        }
    }
    let known = BROWSERS.iter().find_map(|name| on_path(name));
    Ok(known.or_else(|| PLACES.iter().map(PathBuf::from).find(|place| place.is_file())))
}

/// The file that a shell would start for this name.
fn on_path(name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &[".exe", ".cmd"] } else { &[""] };
    let folders = env::var_os("PATH")?;
    env::split_paths(&folders)
        .flat_map(|folder| endings.iter().map(move |ending| folder.join(format!("{name}{ending}"))))
        .find(|file| file.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_is_named_with_the_command_that_installs_it_and_is_a_fault_of_the_call() {
        let error = install(&["nodejs", "chromium"]);
        assert!(error.to_string().contains("apt-get install nodejs chromium."), "{error}");
        assert!(error.is::<Usage>());
    }

    #[test]
    fn a_program_is_found_on_the_path_and_another_is_not() {
        assert!(on_path("cargo").is_some());
        assert!(on_path("no-program-has-this-name").is_none());
    }
}
