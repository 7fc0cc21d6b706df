//! What systems and learning platforms really produce: each gets its marks, or a sentence that says what was found and
//! what is expected.

use crate::intake::{append, files, folder, open, reference, refused, tar_gz, whole, write, write_all, zip};
use crate::support::course;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use xtask::grader::submission::{FoundPaths, Submission, SubmissionPath};
use zip::write::SimpleFileOptions;

/// A right submission, with the part of each path below `ch01/` changed.
fn renamed(change: impl Fn(&str) -> String) -> Vec<(String, String)> {
    files("").into_iter().map(|(name, text)| (change(&name), text)).collect()
}

fn write_renamed(folder: &Path, change: impl Fn(&str) -> String) {
    for (name, text) in renamed(change) {
        write(folder, &name, text);
    }
}

/// What is in a folder, as `submissions/*` names it.
fn inside(folder: &Path) -> Vec<PathBuf> {
    fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect()
}

fn find(folder: &Path) -> FoundPaths {
    SubmissionPath::find(&inside(folder)).unwrap()
}

fn names(found: &FoundPaths) -> Vec<&str> {
    found.submissions.iter().map(|entry| entry.id.as_str()).collect()
}

fn strays(found: &FoundPaths) -> Vec<&str> {
    found.others.iter().map(|other| other.name.as_str()).collect()
}

/// Everybody here has handed in the reference.
#[track_caller]
fn all_whole(found: &FoundPaths) {
    for entry in &found.submissions {
        let submission = Submission::open(course(), entry).unwrap();
        assert_eq!(submission.sources(&course().chapters[0]), Ok(&reference()), "{}", entry.id);
    }
}

/// The bytes of a right submission in a zip.
fn zipped(change: impl Fn(&str) -> String) -> Vec<u8> {
    let scratch = folder();
    fs::read(zip(scratch.path(), &renamed(change))).unwrap()
}

#[test]
fn what_the_finder_adds_is_no_source() {
    let extra =
        [("__MACOSX/ch01/src/._model.rs", "\0\u{5}\u{16}"), ("ch01/.DS_Store", "x"), ("ch01/src/._lib.rs", "\0")];
    let scratch = folder();
    let extra = || extra.map(|(name, text)| (name.to_owned(), text.to_owned()));
    whole(&zip(scratch.path(), &files("").into_iter().chain(extra()).collect::<Vec<_>>()));
    whole(&tar_gz(scratch.path(), |tar| {
        extra().iter().chain(&files("")).for_each(|(name, text)| append(tar, name, text.as_bytes()));
    }));
    write_all(scratch.path(), "hw/");
    extra().iter().for_each(|(name, text)| write(&scratch.path().join("hw"), name, text));
    whole(&scratch.path().join("hw"));
}

#[test]
fn a_zip_of_windows_may_have_backslashes() {
    let scratch = folder();
    whole(&zip(scratch.path(), &renamed(|name| format!("anna\\{}", name.replace('/', "\\")))));
    // Some programs unpack it into names with backslashes.
    #[cfg(unix)]
    {
        write_renamed(&scratch.path().join("hw"), |name| name.replace('/', "\\"));
        whole(&scratch.path().join("hw"));
    }
}

#[test]
fn a_tar_without_compression_is_read_and_what_is_not_read_is_named() {
    let scratch = folder();
    let path = tar_gz(scratch.path(), |tar| {
        files("").iter().for_each(|(name, text)| append(tar, name, text.as_bytes()));
    });
    let mut bytes = vec![];
    let file = File::open(path).unwrap();
    std::io::Read::read_to_end(&mut flate2::read::GzDecoder::new(file), &mut bytes).unwrap();
    write(scratch.path(), "ben.tar", bytes);
    whole(&scratch.path().join("ben.tar"));
    for (name, start, words) in [
        ("a.tar.xz", &b"\xfd7zXZ\0\0"[..], "this is a .tar.xz, which is not read here: hand in a folder, a .zip"),
        ("b.7z", b"7z\xbc\xaf\x27\x1c\0", "this is a .7z"),
        ("c.rar", b"Rar!\x1a\x07", "this is a .rar"),
    ] {
        write(scratch.path(), name, start);
        refused(&scratch.path().join(name), words);
    }
}

/// The flag of encryption stands in both headers of each entry.
#[test]
fn a_zip_with_a_password_is_named_as_such() {
    let scratch = folder();
    let path = zip(scratch.path(), &files(""));
    let mut bytes = fs::read(&path).unwrap();
    for (magic, at) in [(b"PK\x03\x04", 6), (b"PK\x01\x02", 8)] {
        let places: Vec<usize> = (0..bytes.len() - 4).filter(|&place| &bytes[place..place + 4] == magic).collect();
        places.iter().for_each(|place| bytes[place + at] |= 1);
    }
    fs::write(&path, bytes).unwrap();
    refused(&path, "the .zip is protected by a password");
}

#[test]
fn a_chapters_folder_may_be_written_in_other_ways() {
    for name in ["CH01", "Ch01", "ch1", "ch01 (1)", "ch01-2", "chapter_1", "Chapter 01"] {
        let scratch = folder();
        let change = |file: &str| file.replace("ch01", name);
        whole(&zip(scratch.path(), &renamed(change)));
        write_renamed(&scratch.path().join("hw"), change);
        whole(&scratch.path().join("hw"));
    }
    for name in ["ch011", "ch01x", "chess", "ch"] {
        let scratch = folder();
        refused(&zip(scratch.path(), &renamed(|file| file.replace("ch01/src", name) + "x")), "there are no chapters");
    }
}

/// `git archive`, or `zip -r .` at the top, has more than a hundred Rust files besides.
#[test]
fn of_the_whole_course_only_the_exercises_count() {
    let course_files = [
        "solutions/ch01/src/model.rs",
        "book/src/ch01/widget.rs",
        "target/debug/build/ch01/src/model.rs",
        "xtask/tests/it/messages/ch01/model.rs",
        "xtask/src/lib.rs",
        ".progress/backups/ch01/src/model.rs",
    ];
    let extra: Vec<_> = course_files.map(|name| (name.to_owned(), "fn other() {}".to_owned())).into();
    for before in ["", "course/"] {
        let scratch = folder();
        let extra = extra.iter().map(|(name, text)| (format!("{before}{name}"), text.clone()));
        let all: Vec<_> = extra.chain(files(&format!("{before}exercises/"))).collect();
        whole(&zip(scratch.path(), &all));
        all.iter().for_each(|(name, text)| write(&scratch.path().join("hw"), name, text));
        whole(&scratch.path().join("hw"));
    }
    let scratch = folder();
    refused(&zip(scratch.path(), &files("solutions/")), "found `solutions/` at the top; expected `ch01/src/`");
}

#[test]
fn there_may_be_a_folder_more_or_a_folder_less() {
    for before in ["ch01/", "a/b/c/"] {
        let scratch = folder();
        whole(&zip(scratch.path(), &files(before)));
        write_all(&scratch.path().join("hw"), before);
        whole(&scratch.path().join("hw"));
    }
    // `src/` alone, and loose files, whose names tell.
    for less in ["ch01/", "ch01/src/"] {
        let scratch = folder();
        let change = |name: &str| name.replace(less, "");
        whole(&zip(scratch.path(), &renamed(change)));
        write_renamed(&scratch.path().join("hw"), change);
        whole(&scratch.path().join("hw"));
    }
}

#[test]
fn the_chapter_that_is_graded_tells_whose_src_it_is() {
    let scratch = folder();
    // `lib.rs` is in every chapter, and `error.rs` in two.
    write(scratch.path(), "src/lib.rs", "//! Mine.\n");
    write(scratch.path(), "src/error.rs", "//! Mine.\n");
    let entry = SubmissionPath::new("anna", scratch.path());
    let first = &course().chapters[0];
    assert!(Submission::open_for(course(), &[first], &entry).unwrap().sources(first).is_ok());
    let reason = Submission::open(course(), &entry).unwrap().refused().unwrap().to_owned();
    assert!(reason.contains("found `src/` at the top; expected `ch01/src/`, `ch02/src/`"), "{reason}");
}

/// A single file: the rest is the course's.
#[test]
fn loose_files_need_no_lib_and_those_of_several_chapters_are_refused() {
    let scratch = folder();
    write(scratch.path(), "hw/model.rs", "//! Mine.\n");
    let submission = open(&scratch.path().join("hw"));
    let sources = submission.sources(&course().chapters[0]).unwrap();
    assert_eq!(sources.keys().collect::<Vec<_>>(), [Path::new("lib.rs"), Path::new("model.rs")]);
    write(scratch.path(), "hw/rectifiers.rs", "//! Mine.\n");
    refused(&scratch.path().join("hw"), "files of several chapters in one folder");
    // A crate that has nothing to do with the course.
    write(scratch.path(), "hello/src/main.rs", "fn main() {}\n");
    write(scratch.path(), "hello/Cargo.toml", "");
    refused(&scratch.path().join("hello"), "found `Cargo.toml`, `src/` at the top; expected `ch01/src/`");
}

#[test]
fn names_that_meet_or_that_no_system_takes_are_sentences() {
    let long = format!("ch01/src/{}.rs", "a".repeat(300));
    for (name, words) in [
        ("ch01/src/model.rs/b.rs", "cannot both be: a name is a file or a folder"),
        ("ch01/src/a\0b.rs", "holds a control character"),
        (&long, "is longer than 100 bytes"),
    ] {
        let scratch = folder();
        let all: Vec<_> = files("").into_iter().chain([(name.to_owned(), String::new())]).collect();
        refused(&zip(scratch.path(), &all), words);
    }
    let scratch = folder();
    let path = scratch.path().join("a.zip");
    let mut archive = zip::ZipWriter::new(File::create(&path).unwrap());
    archive.start_file("ch01/src/x_y.rs", SimpleFileOptions::default()).unwrap();
    archive.write_all(b"").unwrap();
    archive.finish().unwrap();
    let bytes = fs::read(&path).unwrap();
    let not_utf_8: Vec<u8> = bytes.iter().map(|&byte| if byte == b'_' { 0xff } else { byte }).collect();
    fs::write(&path, not_utf_8).unwrap();
    refused(&path, "is not UTF-8: rename it");
    fs::rename(zip(scratch.path(), &files("")), scratch.path().join(".zip")).unwrap();
    whole(&scratch.path().join(".zip"));
}

/// A folder is not read into memory whole.
#[test]
fn a_folder_of_190_mib_is_a_sentence() {
    let scratch = folder();
    for number in 0..190 {
        write(scratch.path(), &format!("ch01/src/m{number}.rs"), vec![b'/'; 1 << 20]);
    }
    refused(scratch.path(), "its sources are larger than 4 MiB together");
}

#[test]
fn moodles_folders_are_the_students() {
    let class = folder();
    let in_archive = zipped(|name| name.replace("ch01/", ""));
    write(class.path(), "Анна Петрова_1234_assignsubmission_file_/ch01.zip", &in_archive);
    write(class.path(), "Ivan Petrov_17_assignsubmission_file_/hw/my.zip", zipped(str::to_owned));
    write(class.path(), "Ivan Petrov_18_assignsubmission_file_ch01.zip", &in_archive);
    write(class.path(), "Zoe_19_assignsubmission_onlinetext_/onlinetext.html", "<p>Here you are.</p>");
    // Newer versions end the name of a folder without an underscore, and groups may have no number.
    write(class.path(), "Zoe_19_assignsubmission_onlinetext/onlinetext.html", "<p>Here you are.</p>");
    write_all(&class.path().join("Lev_21_assignsubmission_file/hw"), "");
    write_all(&class.path().join("Default group_assignsubmission_file"), "");
    fs::create_dir(class.path().join("Max_20_assignsubmission_file_")).unwrap();
    let found = find(class.path());
    assert_eq!(names(&found), ["Default group", "Ivan Petrov (17)", "Ivan Petrov (18)", "Lev", "Анна Петрова"]);
    assert_eq!(
        strays(&found),
        ["Max_20_assignsubmission_file_", "Zoe_19_assignsubmission_onlinetext", "Zoe_19_assignsubmission_onlinetext_"]
    );
    all_whole(&found);
    // The download itself, not unpacked.
    let all: Vec<_> =
        ["A_1", "B_2"].iter().flat_map(|name| files(&format!("{name}_assignsubmission_file_/"))).collect();
    let scratch = folder();
    refused(&zip(scratch.path(), &all), "this is the download of a class");
}

#[test]
fn canvass_files_are_put_together_and_its_numbers_are_attempts() {
    let class = folder();
    let one = zipped(|name| name.replace("ch01/", ""));
    write(class.path(), "petrovivan_123_456_ch01.zip", &one);
    write(class.path(), "petrovivan_123_460_ch01-1.zip", &one);
    write(class.path(), "petrovivan_123_461_ch01-10.zip", &one);
    write(class.path(), "leeann_LATE_124_457_ch01-3.zip", &one);
    write(class.path(), "LATE_anon_Ab3xY_470_ch01.zip", &one);
    write(class.path(), "team_a_126_471_ch01.zip", &one);
    // Somebody has handed in each file by itself.
    for (name, text) in renamed(|name| name.replace("ch01/src/", "maymax_125_458_")) {
        write(class.path(), &name, text);
    }
    write(class.path(), "maymax_125_459_notes.pdf", "%PDF");
    let found = find(class.path());
    let ivan = ["petrovivan (attempt 1 of 3)", "petrovivan (attempt 2 of 3)", "petrovivan (newest of 3)"];
    assert_eq!(names(&found), [&["anon_Ab3xY", "leeann", "maymax"][..], &ivan, &["team_a"]].concat());
    assert_eq!(strays(&found), ["maymax_125_459_notes.pdf"]);
    assert!(found.submissions[5].paths[0].ends_with("petrovivan_123_461_ch01-10.zip"), "{found:?}");
    all_whole(&found);
}

#[test]
fn blackboards_times_are_attempts_and_its_texts_are_nobodys() {
    let class = folder();
    let one = zipped(|name| name.replace("ch01/", ""));
    for time in ["2026-11-30-18-05-10", "2026-11-29-23-59-59"] {
        write(class.path(), &format!("hw_1_ipetrov_attempt_{time}_ch01.zip"), &one);
        write(class.path(), &format!("hw_1_ipetrov_attempt_{time}.txt"), "Name: Ivan Petrov (ipetrov)");
    }
    write(class.path(), "hw_1_alee_attempt_2026-11-28-10-00-00_homework.zip", zipped(str::to_owned));
    let found = find(class.path());
    assert_eq!(names(&found), ["alee", "ipetrov (attempt 1 of 2)", "ipetrov (newest of 2)"]);
    assert!(found.submissions[2].paths[0].to_string_lossy().contains("2026-11-30"), "{found:?}");
    assert_eq!(found.others.len(), 2);
    all_whole(&found);
}

#[test]
fn gradescopes_folders_have_the_names_of_its_list() {
    let class = folder();
    write(
        class.path(),
        "submission_metadata.yml",
        "---\nsubmission_11:\n  :submitters:\n  - :name: Ivan Petrov\n    :sid: '1'\n    :email: i@example.org\n  - :name: Ann \
         Lee\n    :sid: '2'\n  :created_at: 2026-11-30 18:05:10 Z\n  :history:\n  - :id: 5\n    :submitters:\n    - :name: \
         Nobody\nsubmission_12:\n  :submitters:\n  - :name: \"Max May\"\n    :sid:\n",
    );
    write_all(&class.path().join("submission_11"), "");
    write(class.path(), "submission_11/__MACOSX/._ch01", "");
    write(class.path(), "submission_11/.git/objects/ch01/src/model.rs", "");
    write_renamed(&class.path().join("submission_12"), |name| name.replace("ch01/src/", ""));
    write_all(&class.path().join("submission_13"), "exercises/");
    let found = find(class.path());
    assert_eq!(names(&found), ["Ivan Petrov, Ann Lee", "Max May", "submission_13"]);
    assert_eq!(strays(&found), ["submission_metadata.yml"]);
    all_whole(&found);
}

#[test]
fn stray_files_are_listed_apart_and_are_nobodys_zero() {
    let class = folder();
    write_all(&class.path().join("anna"), "");
    for name in ["grades.csv", "Thumbs.db", "syllabus.pdf", ".DS_Store", "._anna"] {
        write(class.path(), name, "x");
    }
    fs::create_dir(class.path().join("empty")).unwrap();
    fs::create_dir(class.path().join("__MACOSX")).unwrap();
    let found = find(class.path());
    assert_eq!(names(&found), ["anna"]);
    let expected = [".DS_Store", "._anna", "Thumbs.db", "__MACOSX", "empty", "grades.csv", "syllabus.pdf"];
    assert_eq!(strays(&found), expected);
    fs::remove_dir_all(class.path().join("anna")).unwrap();
    let error = SubmissionPath::find(&inside(class.path())).unwrap_err().to_string();
    assert!(error.contains("there is nothing to grade in") && error.contains("(no archive)"), "{error}");
}
