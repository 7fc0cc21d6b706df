//! The names that learning platforms give to what an instructor downloads: they hold the student, and the attempt.

use std::fs;
use std::path::Path;

/// What the name of a downloaded file or folder says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// As the platform writes it, for people.
    pub student: String,
    /// What two students of one name differ by; may be equal to the name.
    pub number: String,
    /// Sorts in time; equal for the files of one attempt.
    pub attempt: String,
    /// The name that the student gave; empty for a folder.
    pub file: String,
}

pub fn parse(name: &str) -> Option<Download> {
    moodle(name).or_else(|| blackboard(name)).or_else(|| canvas(name))
}

/// The student's own name of a file, or the whole of it.
pub fn file(name: &str) -> &str {
    let file = parse(name).map_or(0, |download| download.file.len());
    if file == 0 { name } else { &name[name.len() - file..] }
}

pub fn is_from_a_platform(name: &str) -> bool {
    parse(name).is_some() || gradescope_number(name).is_some()
}

/// `Anna Petrova_1234_assignsubmission_file`, a folder, with a further underscore in older versions, or the same with
/// the file's name after it. Those who are in no group are `Default group`, without a number.
fn moodle(name: &str) -> Option<Download> {
    let (before, rest) = name.split_once("_assignsubmission_").filter(|(_, rest)| !rest.is_empty())?;
    let (_, file) = rest.split_once('_').unwrap_or((rest, ""));
    let (student, number) = before.rsplit_once('_').filter(|(_, number)| is_number(number)).unwrap_or((before, before));
    Some(Download { student: student.into(), number: number.into(), attempt: String::new(), file: file.into() })
}

/// `hw1_ipetrov_attempt_2026-11-30-18-05-10_ch01.zip`; the `.txt` beside it ends after the time.
fn blackboard(name: &str) -> Option<Download> {
    let (before, rest) = name.split_once("_attempt_")?;
    let student = before.rsplit('_').next().filter(|student| !student.is_empty())?;
    let (time, rest) = rest.split_at_checked("2026-11-30-18-05-10".len())?;
    let is_time = time.split('-').count() == 6 && time.split('-').all(is_number);
    let file = rest.strip_prefix('_').unwrap_or_default();
    is_time.then(|| Download {
        student: student.into(),
        number: student.into(),
        attempt: time.into(),
        file: file.into(),
    })
}

/// `petrovivan_123_456_ch01-1.zip`, with `LATE` after the name for a late one: the numbers are the student's and the
/// file's, and `-1` counts the files of this name that the student has handed in. A name may have underscores, but no
/// number between two of them. Without names it is `anon_Ab3xY_456_ch01.zip`, with `LATE` before.
fn canvas(name: &str) -> Option<Download> {
    let parts: Vec<&str> = name.split('_').collect();
    let (student, at) = match parts.as_slice() {
        ["anon", number, ..] => (format!("anon_{number}"), 1),
        ["LATE", "anon", number, ..] => (format!("anon_{number}"), 2),
        _ => {
            let at = (1..parts.len() - 1).find(|&at| is_number(parts[at]) && is_number(parts[at + 1]))?;
            let named = parts[..at].strip_suffix(&["LATE"]).unwrap_or(&parts[..at]);
            (named.join("_"), at)
        }
    };
    let ([number, of_file], file) = (parts.get(at..at + 2)?.as_array()?, parts[at + 2..].join("_"));
    let (_, count) = counted(&file);
    let is_one = is_number(of_file) && !file.is_empty() && !student.is_empty();
    is_one.then(|| Download {
        student,
        number: (*number).into(),
        // As wide as any number of attempts, so that it sorts.
        attempt: format!("{count:04}"),
        file,
    })
}

/// `ch01-1.zip` becomes `ch01.zip` and 1, and `ch01.tar-1.gz` becomes `ch01.tar.gz` and 1.
pub fn counted(file: &str) -> (String, u32) {
    let (stem, ending) = file.split_at(file.rfind('.').unwrap_or(file.len()));
    match stem.rsplit_once('-') {
        Some((first, count)) if is_number(count) => (format!("{first}{ending}"), count.parse().unwrap_or(0)),
        _ => (file.to_owned(), 0),
    }
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn gradescope_number(name: &str) -> Option<&str> {
    name.strip_prefix("submission_").filter(|number| is_number(number))
}

/// The students of a folder `submission_1234` of Gradescope, from `submission_metadata.yml` beside it.
///
/// Two kinds of lines of that file are needed, so that a parser of YAML would be more than it takes.
pub fn gradescope_students(folder: &Path) -> Option<String> {
    let name = folder.file_name()?.to_str()?;
    gradescope_number(name)?;
    let text = fs::read_to_string(folder.with_file_name("submission_metadata.yml")).ok()?;
    let own = text.lines().skip_while(|line| line.trim_end() != format!("{name}:")).skip(1);
    let own = own.take_while(|line| line.starts_with([' ', '-']));
    // The list of submitters comes first; others, in the history, are repeated further down.
    let submitters = own.skip_while(|line| line.trim() != ":submitters:").skip(1);
    let submitters = submitters.take_while(|line| !line.trim_start().starts_with(':') || line.starts_with("    "));
    let names = submitters.filter_map(|line| line.trim_start_matches([' ', '-']).strip_prefix(":name:"));
    let names: Vec<&str> = names.map(|name| name.trim().trim_matches(['"', '\''])).collect();
    (!names.is_empty()).then(|| names.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn says(name: &str, student: &str, number: &str, attempt: &str, file: &str) {
        let expected =
            Download { student: student.into(), number: number.into(), attempt: attempt.into(), file: file.into() };
        assert_eq!(parse(name), Some(expected));
    }

    #[test]
    fn the_names_of_each_platform_hold_the_student() {
        says("Анна Петрова_1234_assignsubmission_file_", "Анна Петрова", "1234", "", "");
        says("Анна Петрова_1234_assignsubmission_file", "Анна Петрова", "1234", "", "");
        says("Anna_1234_assignsubmission_file_ch01.zip", "Anna", "1234", "", "ch01.zip");
        says("Default group_assignsubmission_file", "Default group", "Default group", "", "");
        let time = "2026-11-30-18-05-10";
        says(&format!("hw_1_ipetrov_attempt_{time}_my_ch01.zip"), "ipetrov", "ipetrov", time, "my_ch01.zip");
        says(&format!("hw1_ipetrov_attempt_{time}.txt"), "ipetrov", "ipetrov", time, "");
        says("petrovivan_123_456_ch01-1.zip", "petrovivan", "123", "0001", "ch01-1.zip");
        says("petrovivan_LATE_123_456_ch01.zip", "petrovivan", "123", "0000", "ch01.zip");
        says("team_a_123_456_my_ch01.tar-2.gz", "team_a", "123", "0002", "my_ch01.tar-2.gz");
        says("anon_Ab3xY_456_ch01.zip", "anon_Ab3xY", "Ab3xY", "0000", "ch01.zip");
        says("LATE_anon_12345_456_ch01.zip", "anon_12345", "12345", "0000", "ch01.zip");
    }

    #[test]
    fn other_names_are_left_alone() {
        for name in [
            "anna.zip",
            "anna_2",
            "ch01_2_final.zip",
            "an_attempt_at_it.zip",
            "hw_attempt_2",
            "x_assignsubmission_",
            "anon_1",
            "_1_2_a.zip",
        ] {
            assert_eq!(parse(name), None, "{name}");
        }
    }
}
