//! Which programs have run as they are now: for each a checksum of all that decides what it prints, and of what it
//! printed.

use super::program::{Language, Program};
use crate::files;
use anyhow::{Context, Result};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The list, from the root of the repository: a line for each program, so that two branches seldom touch the same one.
const FILE: &str = "book/libraries/checksums.txt";

/// What decides what a Rust program prints, besides its own file.
const RUST: [&str; 4] = ["Cargo.toml", "Cargo.lock", "build.rs", "src/main.rs"];

pub struct Checksums<'a> {
    root: &'a Path,
    /// By the names of the programs.
    sums: BTreeMap<String, String>,
}

impl<'a> Checksums<'a> {
    pub fn read(root: &'a Path) -> Result<Self> {
        let text = fs::read_to_string(root.join(FILE)).unwrap_or_default();
        let pair = |line: &str| {
            let (name, sum) = line.split_once(' ').with_context(|| format!("{FILE} has an incomplete line: {line}"))?;
            Ok((name.to_string(), sum.to_string()))
        };
        Ok(Self { root, sums: text.lines().map(pair).collect::<Result<_>>()? })
    }

    /// Whether the program has run as it is, and printed what is kept.
    pub fn know(&self, program: &Program) -> Result<bool> {
        Ok(self.sums.get(&program.name) == Some(&self.sum(program)?))
    }

    /// Adds a program whose output is kept now.
    pub fn remember(&mut self, program: &Program) -> Result<()> {
        let sum = self.sum(program)?;
        self.sums.insert(program.name.clone(), sum);
        Ok(())
    }

    /// Writes the list, without programs that are gone.
    pub fn write(&self, programs: &[Program]) -> Result<()> {
        let exists = |name: &str| programs.iter().any(|program| program.name == name);
        let lines = self.sums.iter().filter(|(name, _)| exists(name)).map(|(name, sum)| format!("{name} {sum}\n"));
        files::write_if_changed(&self.root.join(FILE), lines.collect::<String>())
    }

    fn sum(&self, program: &Program) -> Result<String> {
        let mut files = vec![program.path.clone(), program.output()];
        if program.language == Language::Rust {
            files.extend(RUST.map(|file| format!("book/libraries/{file}")));
        }
        let mut hash = Sha256::new();
        for file in files {
            let text = fs::read_to_string(self.root.join(&file)).unwrap_or_default().replace("\r\n", "\n");
            // The lengths come first, so that no text can move from one file to the next.
            hash.update((text.len() as u64).to_le_bytes());
            hash.update(text);
        }
        Ok(hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
    }
}
