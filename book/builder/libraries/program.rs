//! The programs, found by looking at the chapters' folders.

use crate::files;
use anyhow::{Result, bail};
use std::fs;
use std::path::Path;

/// What a program is written in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    Rust,
    Python,
}

/// A program of a page.
#[derive(Debug)]
pub struct Program {
    /// As in `{{output ch01.candle}}`.
    pub name: String,
    pub language: Language,
    /// Its file, from the root of the repository.
    pub path: String,
}

/// Those of all chapters, in the order of their paths.
pub fn programs(root: &Path) -> Result<Vec<Program>> {
    let mut programs: Vec<Program> = vec![];
    for file in files::files(&root.join("book/src"))? {
        let path = files::slashes(file.strip_prefix(root)?);
        let Some((chapter, file)) = path.strip_prefix("book/src/").and_then(|path| path.split_once("/libraries/"))
        else {
            continue;
        };
        let (stem, language) = match file.rsplit_once('.') {
            Some((stem, "rs")) => (stem, Language::Rust),
            Some((stem, "py")) => (stem, Language::Python),
            Some((_, "txt")) => continue,
            _ => bail!("{path} is neither a program, in .rs or .py, nor the .txt with what one prints"),
        };
        let name = format!("{chapter}.{stem}");
        if let Some(other) = programs.iter().find(|other| other.name == name) {
            bail!("{} and {path} would both print into {}: rename one", other.path, other.output());
        }
        programs.push(Program { name, language, path });
    }
    Ok(programs)
}

impl Program {
    /// The file that keeps what it prints, from the root of the repository.
    pub fn output(&self) -> String {
        format!("{}.txt", self.path.rsplit_once('.').map_or(self.path.as_str(), |(stem, _)| stem))
    }

    /// What it printed when it ran last.
    pub fn kept(&self, root: &Path) -> String {
        fs::read_to_string(root.join(self.output())).unwrap_or_default().replace("\r\n", "\n")
    }

    /// The numbers that it printed, without those in a warning and in the shape that candle prints below a tensor.
    pub fn numbers(&self, root: &Path) -> Vec<Printed> {
        let kept = self.kept(root);
        let is_of_reference = |line: &&str| !line.starts_with("Tensor[") && !line.contains("Warning: ");
        kept.lines().filter(is_of_reference).flat_map(numbers).collect()
    }
}

/// A number as a program prints it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Printed {
    pub number: f64,
    /// How far rounding to the printed digits may have moved it; 0 if no digit after the point is printed.
    pub rounding: f64,
}

impl Printed {
    /// Whether it can be this number, computed in single precision and rounded.
    pub fn is(self, exact: f64) -> bool {
        (self.number - exact).abs() <= self.rounding + 1e-6 * exact.abs()
    }
}

/// The numbers in a line: words of which a digit or a sign is the first letter, so not the one in `f64`.
fn numbers(line: &str) -> Vec<Printed> {
    let is_part = |c: char| c.is_alphanumeric() || "+-._".contains(c);
    let is_number = |word: &&str| word.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c));
    line.split(|c| !is_part(c)).filter(is_number).filter_map(|word| printed(word.trim_end_matches('.'))).collect()
}

fn printed(word: &str) -> Option<Printed> {
    let (digits, exponent) = word.split_once('e').unwrap_or((word, "0"));
    let decimals = digits.split_once('.').map_or(0, |(_, decimals)| decimals.len());
    let (number, exponent) = (word.parse().ok()?, exponent.parse::<i32>().ok()?);
    let rounding = if decimals == 0 { 0.0 } else { 0.5 * 10_f64.powi(exponent - decimals as i32) };
    Some(Printed { number, rounding })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_libraries_print_them() {
        let values = |line| numbers(line).iter().map(|printed| printed.number).collect::<Vec<f64>>();
        assert_eq!(values("tensor([[-0.3840, 2.], [1e-05, 3]], dtype=torch.float64)"), [-0.384, 2.0, 1e-5, 3.0]);
        assert_eq!(values("error 0.58 after 2 steps: nan"), [0.58, 2.0]);
    }

    #[test]
    fn a_printed_number_is_compared_by_the_digits_that_it_has() {
        let is = |word, exact| printed(word).unwrap().is(exact);
        assert!(is("0.58", 0.5849) && !is("0.58", 0.5851));
        assert!(is("2.7848e-07", 2.784_77e-7) && !is("2.7848e-07", 2.786e-7));
        assert!(is("14", 14.000_001) && !is("14", 14.1));
    }

    #[test]
    fn a_program_is_named_by_its_chapter_and_prints_beside_itself() {
        let programs = programs(&files::root()).unwrap();
        let candle = programs.iter().find(|program| program.name == "ch01.candle").unwrap();
        assert_eq!(candle.output(), "book/src/ch01/libraries/candle.txt");
    }
}
