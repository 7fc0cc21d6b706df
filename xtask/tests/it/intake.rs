//! Submissions in archives and folders of every kind. Nothing may be unpacked to the disk, and each is read correctly
//! or refused with a reason.

use crate::support::{course, root};
use flate2::Compression;
use flate2::write::GzEncoder;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use tempfile::TempDir;
use xtask::course::Sources;
use xtask::grader::submission::{Submission, SubmissionPath, read_sources};
use zip::write::SimpleFileOptions;

pub fn reference() -> Sources {
    read_sources(&root().join("solutions/ch01/src")).unwrap()
}

/// The paths, below `before`, and the texts of a right submission.
pub fn files(before: &str) -> Vec<(String, String)> {
    reference().into_iter().map(|(name, text)| (format!("{before}ch01/src/{}", name.display()), text)).collect()
}

pub fn zip(folder: &Path, files: &[(String, String)]) -> PathBuf {
    let path = folder.join("anna.zip");
    let mut zip = zip::ZipWriter::new(File::create(&path).unwrap());
    for (name, text) in files {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    path
}

pub fn tar_gz(folder: &Path, fill: impl FnOnce(&mut tar::Builder<GzEncoder<File>>)) -> PathBuf {
    let path = folder.join("anna.tar.gz");
    let mut tar = tar::Builder::new(GzEncoder::new(File::create(&path).unwrap(), Compression::fast()));
    fill(&mut tar);
    tar.into_inner().unwrap().finish().unwrap();
    path
}

pub fn append(tar: &mut tar::Builder<GzEncoder<File>>, name: &str, bytes: &[u8]) {
    let mut header = tar::Header::new_gnu();
    // Set directly, since the library refuses names that lead out of the archive.
    header.as_gnu_mut().unwrap().name[..name.len()].copy_from_slice(name.as_bytes());
    header.set_size(bytes.len() as u64);
    header.set_mode(0o644);
    header.set_cksum();
    tar.append(&header, bytes).unwrap();
}

fn link(tar: &mut tar::Builder<GzEncoder<File>>, kind: tar::EntryType, name: &str, target: &str) {
    let mut header = tar::Header::new_gnu();
    header.set_entry_type(kind);
    header.set_size(0);
    header.set_path(name).unwrap();
    header.set_link_name(target).unwrap();
    header.set_cksum();
    tar.append(&header, std::io::empty()).unwrap();
}

pub fn open(path: &Path) -> Submission {
    Submission::open(course(), &SubmissionPath::find(&[path.to_owned()]).unwrap().submissions[0]).unwrap()
}

/// A file whose name is too long for the old header: GNU's tar and Python's write it differently.
#[test]
fn names_that_stand_in_an_entry_of_their_own_are_read() {
    let folder = tempfile::tempdir().unwrap();
    let before = format!("{}/exercises/", "Лабораторная работа ".repeat(8));
    let gnu = tar_gz(folder.path(), |tar| {
        for (name, text) in files(&before) {
            let mut header = tar::Header::new_gnu();
            header.set_size(text.len() as u64);
            header.set_mode(0o644);
            tar.append_data(&mut header, name, text.as_bytes()).unwrap();
        }
    });
    whole(&gnu);
    let pax = tar_gz(folder.path(), |tar| {
        for (name, text) in files(&before) {
            tar.append_pax_extensions([("path", name.as_bytes())]).unwrap();
            append(tar, "cut/off", text.as_bytes());
        }
    });
    whole(&pax);
}

/// Archives are read outside of the sandbox, so nothing else limits the memory.
#[test]
fn a_name_that_inflates_without_end_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    for kind in [tar::EntryType::GNULongName, tar::EntryType::XHeader] {
        let path = tar_gz(folder.path(), |tar| {
            let mut header = tar::Header::new_gnu();
            header.set_entry_type(kind);
            header.set_size(8 << 20);
            header.set_cksum();
            tar.append(&header, std::io::Read::take(std::io::repeat(b'a'), 8 << 20)).unwrap();
        });
        let submission = open(&path);
        assert!(submission.refused().unwrap().contains("it holds a name that is longer"), "{:?}", submission.refused());
    }
}

/// Browsers and learning platforms number files that are downloaded twice.
#[test]
fn equal_names_get_numbers_that_nobody_has_yet() {
    let folder = tempfile::tempdir().unwrap();
    let paths = ["x/anna", "y/anna", "z/anna (2)", "z/Anna"].map(|name| folder.path().join(name));
    paths.iter().for_each(|path| write(path, "ch01/src/lib.rs", ""));
    let ids: std::collections::BTreeSet<String> =
        SubmissionPath::find(&paths).unwrap().submissions.into_iter().map(|entry| entry.id.to_lowercase()).collect();
    assert_eq!(ids.len(), 4, "{ids:?}");
}

#[track_caller]
pub fn whole(path: &Path) {
    let submission = open(path);
    let sources = submission.sources(&course().chapters[0]).unwrap();
    assert_eq!(*sources, reference());
}

/// The whole submission is refused, or its chapter is, with these words.
#[track_caller]
pub fn refused(path: &Path, words: &str) {
    let submission = open(path);
    let reason = submission.sources(&course().chapters[0]).unwrap_err();
    assert!(reason.contains(words), "expected “{words}” in “{reason}”");
}

pub fn folder() -> TempDir {
    tempfile::tempdir().unwrap()
}

pub fn write(folder: &Path, name: &str, bytes: impl AsRef<[u8]>) {
    let file = folder.join(name);
    fs::create_dir_all(file.parent().unwrap()).unwrap();
    fs::write(file, bytes).unwrap();
}

/// A right submission in a folder.
pub fn write_all(folder: &Path, before: &str) {
    for (name, text) in files(before) {
        write(folder, &name, text);
    }
}

#[test]
fn chapters_stand_at_the_top_in_exercises_or_in_one_outer_folder() {
    for before in ["", "exercises/", "anna/", "anna/exercises/", "./exercises/"] {
        let scratch = folder();
        whole(&zip(scratch.path(), &files(before)));
        let scratch = folder();
        whole(&tar_gz(scratch.path(), |tar| {
            files(before).iter().for_each(|(name, text)| append(tar, name, text.as_bytes()));
        }));
    }
    for before in ["", "exercises/", "anna/", "anna/exercises/"] {
        let scratch = folder();
        write_all(scratch.path(), before);
        whole(scratch.path());
    }
}

#[test]
fn a_name_that_leaves_the_archive_belongs_nowhere() {
    for evil in ["../exercises/ch01/src/model.rs", "/exercises/ch01/src/model.rs", "a/../../ch01/src/model.rs"] {
        let scratch = folder();
        let path = tar_gz(scratch.path(), |tar| append(tar, evil, b"fn evil() {}"));
        refused(&path, "there are no chapters in it");
        let scratch = folder();
        refused(&zip(scratch.path(), &[(evil.into(), "fn evil() {}".into())]), "there are no chapters in it");
        assert!(!scratch.path().join("../exercises").exists());
    }
}

#[test]
fn links_are_not_followed() {
    let scratch = folder();
    let path = tar_gz(scratch.path(), |tar| {
        link(tar, tar::EntryType::Symlink, "ch01/src/lib.rs", "/etc/passwd");
        link(tar, tar::EntryType::Link, "ch01/src/model.rs", "/etc/passwd");
        append(tar, "ch01/src/error.rs", b"//! Mine.\n");
    });
    let submission = open(&path);
    let sources = submission.sources(&course().chapters[0]).unwrap();
    assert_eq!(sources.keys().collect::<Vec<_>>(), [Path::new("error.rs")]);
}

#[cfg(unix)]
#[test]
fn in_a_folder_only_ordinary_files_count() {
    let scratch = folder();
    write(scratch.path(), "ch01/src/error.rs", "//! Mine.\n");
    std::os::unix::fs::symlink("/etc/passwd", scratch.path().join("ch01/src/lib.rs")).unwrap();
    std::os::unix::fs::symlink("/etc", scratch.path().join("ch01/src/etc")).unwrap();
    let pipe = scratch.path().join("ch01/src/pipe.rs");
    assert!(std::process::Command::new("mkfifo").arg(&pipe).status().unwrap().success());
    let submission = open(scratch.path());
    let sources = submission.sources(&course().chapters[0]).unwrap();
    assert_eq!(sources.keys().collect::<Vec<_>>(), [Path::new("error.rs")]);
}

#[cfg(unix)]
#[test]
fn a_chapter_that_is_a_link_is_none() {
    let scratch = folder();
    std::os::unix::fs::symlink(root().join("solutions/ch01"), scratch.path().join("ch01")).unwrap();
    fs::create_dir(scratch.path().join("ch01x")).unwrap();
    // The folder has an `src`, but the link leads out of the submission.
    refused(scratch.path(), "there are no chapters in it");
}

#[test]
fn a_file_that_nobody_wrote_by_hand_is_refused() {
    let scratch = folder();
    write_all(scratch.path(), "");
    File::create(scratch.path().join("ch01/src/model.rs")).unwrap().set_len(10 << 30).unwrap();
    refused(scratch.path(), "src/model.rs is larger than 1024 KiB");

    let scratch = folder();
    let bomb = "0".repeat(20 << 20);
    refused(&zip(scratch.path(), &[("ch01/src/model.rs".into(), bomb)]), "src/model.rs is larger than 1024 KiB");
}

#[test]
fn an_archive_that_inflates_without_end_is_refused() {
    let scratch = folder();
    let many: Vec<(String, String)> = (0..70).map(|n| (format!("ch01/src/m{n}.rs"), "0".repeat(1 << 20))).collect();
    refused(&zip(scratch.path(), &many), "inflate to more than");
}

#[test]
fn a_hundred_thousand_files_are_refused() {
    let scratch = folder();
    let path = tar_gz(scratch.path(), |tar| (0..25_000).for_each(|n| append(tar, &format!("x/{n}"), b"")));
    refused(&path, "more than 20000 entries");
    let scratch = folder();
    let many: Vec<(String, String)> = (0..300).map(|n| (format!("ch01/src/m{n}.rs"), String::new())).collect();
    refused(&zip(scratch.path(), &many), "at most 200 files");
}

#[test]
fn names_that_differ_by_capitals_are_refused() {
    let scratch = folder();
    let twice = [("ch01/src/model.rs".into(), String::new()), ("ch01/src/Model.rs".into(), String::new())];
    refused(&zip(scratch.path(), &twice), "differ by capitals only");
}

#[test]
fn a_file_twice_in_one_archive_is_refused() {
    let scratch = folder();
    let path = tar_gz(scratch.path(), |tar| {
        append(tar, "ch01/src/lib.rs", b"//! One.\n");
        append(tar, "ch01/src/lib.rs", b"//! Two.\n");
    });
    refused(&path, "or are the same");
}

#[test]
fn a_chapter_that_is_there_twice_is_refused() {
    let scratch = folder();
    let both: Vec<_> = files("").into_iter().chain(files("exercises/")).collect();
    refused(&zip(scratch.path(), &both), "ch01 is there twice, in ch01/ and in exercises/ch01/");
    let scratch = folder();
    write_all(scratch.path(), "");
    write_all(scratch.path(), "exercises/");
    refused(scratch.path(), "ch01 is there twice");
}

#[test]
fn a_mark_at_the_beginning_is_no_part_of_the_text_and_line_ends_may_be_of_windows() {
    let scratch = folder();
    let files: Vec<_> = files("").into_iter().map(|(name, text)| (name, format!("\u{feff}{text}"))).collect();
    whole(&zip(scratch.path(), &files));
    let scratch = folder();
    write(scratch.path(), "ch01/src/lib.rs", "//! One.\r\nfn f() {}\r\n");
    assert!(open(scratch.path()).sources(&course().chapters[0]).is_ok());
}

#[test]
fn what_is_not_text_is_said_to_be_none() {
    let scratch = folder();
    let path = tar_gz(scratch.path(), |tar| append(tar, "ch01/src/model.rs", &[0xff, 0xfe, 0x00]));
    refused(&path, "src/model.rs is not UTF-8 text");
}

#[cfg(unix)]
#[test]
fn a_name_that_is_not_utf_8_is_no_module() {
    use std::os::unix::ffi::OsStrExt;
    let scratch = folder();
    write_all(scratch.path(), "");
    let name = std::ffi::OsStr::from_bytes(b"\xff\xfe");
    fs::write(scratch.path().join(name), "x").unwrap();
    whole(scratch.path());
}

#[test]
fn what_is_no_archive_or_is_cut_off_says_so() {
    let scratch = folder();
    write(scratch.path(), "anna.zip", "hello");
    refused(&scratch.path().join("anna.zip"), "this is no archive: hand in a folder, a .zip");
    write(scratch.path(), "empty.zip", "");
    refused(&scratch.path().join("empty.zip"), "the file is empty");
    for path in
        [zip(scratch.path(), &files("")), tar_gz(scratch.path(), |tar| append(tar, "ch01/src/lib.rs", &[b'/'; 9000]))]
    {
        let bytes = fs::read(&path).unwrap();
        fs::write(&path, &bytes[..bytes.len() / 2]).unwrap();
        refused(&path, "is it cut off?");
    }
}

#[test]
fn an_archive_in_an_archive_is_opened_and_named_if_it_cannot_be() {
    let scratch = folder();
    let broken = [("inner/homework.zip".into(), "PK".into())];
    refused(&zip(scratch.path(), &broken), "inner/homework.zip in it: the .zip cannot be read");
    let inner = fs::read(zip(scratch.path(), &files(""))).unwrap();
    let path = tar_gz(scratch.path(), |tar| append(tar, "anna/homework.zip", &inner));
    whole(&path);
    let scratch = folder();
    write(scratch.path(), "hw/ch01.zip", &inner);
    write(scratch.path(), "hw/report.pdf", "%PDF");
    whole(&scratch.path().join("hw"));
}

#[test]
fn an_empty_folder_and_a_missing_chapter_say_what_is_missing() {
    let scratch = folder();
    refused(scratch.path(), "there are no chapters in it: found nothing; expected `ch01/src/`");
    fs::create_dir_all(scratch.path().join("ch01/src")).unwrap();
    refused(scratch.path(), "there is no Rust file in src/");
    let scratch = folder();
    write(scratch.path(), "ch02/src/lib.rs", "//! Two.\n");
    refused(scratch.path(), "ch01 was not handed in");
}

#[test]
fn two_submissions_of_one_name_get_names_of_their_own() {
    let scratch = folder();
    for class in ["a", "b"] {
        write_all(&scratch.path().join(class).join("hw"), "");
    }
    let paths = [scratch.path().join("a/hw"), scratch.path().join("b/hw")];
    let names: Vec<String> =
        SubmissionPath::find(&paths).unwrap().submissions.into_iter().map(|entry| entry.id).collect();
    assert_eq!(names, ["hw", "hw (2)"]);
}
