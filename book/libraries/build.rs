//! Takes in every `book/src/CHAPTER/libraries/NAME.rs`, so that no chapter is named here.

use std::io::{Error, ErrorKind, Result};
use std::path::{Path, PathBuf};

fn main() -> Result<()> {
    let pages = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src").canonicalize()?;
    println!("cargo::rerun-if-changed={}", pages.display());
    let (mut modules, mut list) = (String::new(), String::new());
    for folder in entries(&pages)?.iter().filter(|folder| folder.join("libraries").is_dir()) {
        for file in entries(&folder.join("libraries"))? {
            if file.extension().is_none_or(|kind| kind != "rs") {
                continue;
            }
            let (chapter, name) = (stem(folder)?, stem(&file)?);
            modules += &format!("#[path = {file:?}] mod {chapter}_{name};\n");
            list += &format!("(\"{chapter}.{name}\", || {chapter}_{name}::main().report()),\n");
        }
    }
    let code = format!("{modules}const PROGRAMS: &[(&str, fn() -> ExitCode)] = &[\n{list}];\n");
    std::fs::write(Path::new(&std::env::var("OUT_DIR").map_err(Error::other)?).join("programs.rs"), code)
}

/// What is in a folder, by name.
fn entries(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut entries: Vec<PathBuf> = folder.read_dir()?.map(|entry| Ok(entry?.path())).collect::<Result<_>>()?;
    entries.sort_unstable();
    Ok(entries)
}

fn stem(path: &Path) -> Result<&str> {
    let stem = path.file_stem().and_then(|stem| stem.to_str());
    stem.ok_or_else(|| Error::new(ErrorKind::InvalidData, format!("{} has a name that is no module's", path.display())))
}
