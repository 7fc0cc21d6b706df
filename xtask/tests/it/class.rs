//! Whole classes: in any order, killed at any moment, on several machines, and with names that contain code.

use crate::support::{first, root};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Submissions with different wrong functions, so that each has different marks.
fn class(size: usize) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for number in 0..size {
        submit(folder.path(), &format!("s{number:02}"), number);
    }
    folder
}

fn submit(class: &Path, name: &str, number: usize) {
    let src = class.join(name).join("ch01/src");
    fs::create_dir_all(&src).unwrap();
    for file in ["lib.rs", "model.rs", "error.rs", "fit.rs", "given.rs"] {
        let mut text = fs::read_to_string(root().join("solutions/ch01/src").join(file)).unwrap();
        let wrong = [
            ("model.rs", "    sum\n", "    sum + 1.0\n"),
            ("error.rs", "    y - y_hat\n", "    y_hat - y\n"),
            ("error.rs", " / errors.len() as f64", ""),
            ("model.rs", "    w.dot(x)\n", "    -w.dot(x)\n"),
            ("fit.rs", "    1.0 - unexplained / total\n", "    unexplained / total\n"),
        ];
        for (place, (wrong_file, from, to)) in wrong.iter().enumerate() {
            if *wrong_file == file && number >> place & 1 == 1 {
                text = text.replace(from, to);
            }
        }
        // Makes each submission different, so that the cache is not used.
        text.push_str(&format!("// {name}\n"));
        fs::write(src.join(file), text).unwrap();
    }
}

fn paths(class: &Path) -> Vec<PathBuf> {
    let mut paths: Vec<PathBuf> = fs::read_dir(class).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    paths
}

fn grade(paths: &[PathBuf], arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
    command.arg("grade").args(paths).args(["--chapter", "ch01"]).args(arguments).current_dir(root());
    command
}

fn run(paths: &[PathBuf], arguments: &[&str]) -> Output {
    grade(paths, arguments).output().unwrap()
}

/// The scores by name, from the CSV.
fn scores(csv: &str) -> BTreeMap<String, String> {
    csv.lines().skip(1).filter_map(|line| line.split_once(',')).map(|(id, rest)| (id.into(), rest.into())).collect()
}

fn marks(out: &Path) -> BTreeMap<String, String> {
    scores(&fs::read_to_string(out.join("marks.csv")).unwrap())
}

#[test]
fn each_has_its_own_marks_whatever_the_order_and_the_number_of_jobs() {
    let class = class(6);
    let mut paths = paths(class.path());
    let one = run(&paths, &["--format", "csv", "--jobs", "1"]);
    paths.reverse();
    let three = run(&paths, &["--format", "csv", "--jobs", "3"]);
    let (one, three) = (String::from_utf8(one.stdout).unwrap(), String::from_utf8(three.stdout).unwrap());
    assert_eq!(one, three);
    let scores = scores(&one);
    let different: std::collections::BTreeSet<&String> = scores.values().collect();
    assert_eq!((scores.len(), different.len()), (6, 6), "{one}");
    assert!(scores["s00"].starts_with(&format!("{0},{0}", first().points())), "{one}");
}

/// `KILLS=50 cargo test -p xtask --test it killed` tries as many moments. They are spread over the time that a whole
/// run takes, by steps that have no common measure with it.
#[test]
fn killed_at_any_moment_it_goes_on_to_the_same_marks() {
    let kills: u32 = std::env::var("KILLS").ok().map_or(4, |kills| kills.parse().unwrap());
    let class = class(4);
    let paths = paths(class.path());
    let scratch = tempfile::tempdir().unwrap();
    let undisturbed = scratch.path().join("undisturbed");
    let started = Instant::now();
    run(&paths, &["--out", undisturbed.to_str().unwrap()]);
    let whole = started.elapsed();
    for moment in 0..kills {
        // New sources each time, so that the cache is not used.
        for path in &paths {
            let file = path.join("ch01/src/lib.rs");
            let text = fs::read_to_string(&file).unwrap();
            fs::write(&file, text + &format!("// {moment}\n")).unwrap();
        }
        let out = scratch.path().join(format!("out{moment}"));
        let arguments = ["--out", out.to_str().unwrap(), "--resume"];
        let mut child = grade(&paths, &arguments).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
        std::thread::sleep(whole.mul_f64(f64::from(moment) * 0.618 % 1.0));
        child.kill().unwrap();
        child.wait().unwrap();
        assert_eq!(left_running(child.id()), Vec::<String>::new(), "killed at moment {moment}");
        for result in fs::read_dir(out.join("results")).into_iter().flatten() {
            let result = result.unwrap().path();
            let whole = serde_json::from_slice::<serde_json::Value>(&fs::read(&result).unwrap()).is_ok();
            assert!(whole || result.extension().is_none(), "{} is cut off", result.display());
        }
        run(&paths, &arguments);
        assert_eq!(marks(&out), marks(&undisturbed), "killed at moment {moment}");
        let results = fs::read_dir(out.join("results")).unwrap();
        assert_eq!(results.count(), paths.len(), "only results are left, killed at moment {moment}");
    }
}

/// In one run with others that cheat, break out, use up the machine or are damaged. `MIXED=60 cargo test -p xtask
/// --test it among` has at least as many submissions.
#[test]
fn the_honest_have_full_marks_among_hostile_and_damaged_ones() {
    let size: usize = std::env::var("MIXED").ok().map_or(12, |size| size.parse().unwrap());
    let class = tempfile::tempdir().unwrap();
    crate::corpus::write_hostile(size / 2, class.path());
    // The names come between those of the others, so that they are graded beside them.
    let honest: Vec<String> =
        paths(class.path()).iter().map(|path| format!("{}_honest", path.file_name().unwrap().display())).collect();
    honest.iter().for_each(|name| submit(class.path(), name, 0));
    for (name, bytes) in [("a.zip", &b"PK\x03\x04"[..]), ("l.tar.gz", b"\x1f\x8b\x08"), ("u.7z", b"7z\xbc\xaf\x27\x1c")]
    {
        fs::write(class.path().join(name), bytes).unwrap();
    }
    fs::create_dir_all(class.path().join("damaged/ch01/src")).unwrap();
    fs::write(class.path().join("damaged/ch01/src/model.rs"), b"\xff\xfe").unwrap();
    let paths = paths(class.path());
    assert!(paths.len() >= size, "{} submissions", paths.len());
    let output = run(&paths, &["--format", "csv", "--timeout", "2"]);
    assert_eq!(output.status.code(), Some(1), "{}", String::from_utf8_lossy(&output.stderr));
    let scores = scores(&String::from_utf8(output.stdout).unwrap());
    for (name, score) in &scores {
        let is_full = score.starts_with(&format!("{0},{0}", first().points()));
        assert_eq!(is_full, honest.contains(name), "{name}: {score}");
    }
    assert_eq!(scores.len(), paths.len());
}

/// The processes that work in the run folder of a grader with this process id, some time after it was killed.
fn left_running(grader: u32) -> Vec<String> {
    let find = || -> Vec<String> {
        let processes = fs::read_dir("/proc").unwrap().flatten();
        let environments = processes.filter_map(|process| {
            let variables = fs::read(process.path().join("environ")).ok()?;
            let own = String::from_utf8_lossy(&variables).contains(&format!("/run-{grader}-"));
            own.then(|| {
                format!("{} {:?}", process.path().display(), fs::read_to_string(process.path().join("cmdline")))
            })
        });
        environments.collect()
    };
    // The kernel takes a moment to end everything in a sandbox.
    let end = Instant::now() + Duration::from_secs(5);
    while Instant::now() < end && !find().is_empty() {
        std::thread::sleep(Duration::from_millis(50));
    }
    find()
}

#[test]
fn the_shards_of_three_machines_make_the_marks_of_one() {
    let class = class(7);
    let paths = paths(class.path());
    let scratch = tempfile::tempdir().unwrap();
    let folder = |name: &str| scratch.path().join(name).to_str().unwrap().to_owned();
    run(&paths, &["--out", &folder("whole")]);
    for shard in ["1/3", "2/3", "3/3"] {
        run(&paths, &["--out", &folder(&shard[..1]), "--shard", shard]);
    }
    let merge = |arguments: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_xtask"));
        command.arg("merge").args(arguments).current_dir(root()).output().unwrap()
    };
    let (one, two, three, joined) = (folder("1"), folder("2"), folder("3"), folder("joined"));
    assert!(merge(&[&one, &two, &three, "--out", &joined]).status.success());
    assert_eq!(marks(Path::new(&joined)), marks(Path::new(&folder("whole"))));
    assert_eq!(marks(Path::new(&one)).len(), 3);
    let refused = merge(&[scratch.path().to_str().unwrap(), "--out", &folder("other")]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("holds no results"));
}

#[test]
fn results_are_never_overwritten_and_a_damaged_one_is_graded_again() {
    let class = class(2);
    let paths = paths(class.path());
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("out");
    let arguments = ["--out", out.to_str().unwrap()];
    run(&paths, &arguments);
    let before = marks(&out);
    let again = run(&paths, &arguments);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("holds results already: add --resume"));
    let file = out.join("results/s01.json");
    let bytes = fs::read(&file).unwrap();
    fs::write(&file, &bytes[..bytes.len() / 2]).unwrap();
    run(&paths, &[&arguments[..], &["--resume"]].concat());
    assert_eq!(marks(&out), before);
}

#[test]
fn names_and_messages_are_escaped_in_every_format() {
    let class = tempfile::tempdir().unwrap();
    let name = "=HYPERLINK(\"x\")<script>&::error";
    submit(class.path(), name, 0);
    let model = class.path().join(name).join("ch01/src/model.rs");
    let text = fs::read_to_string(&model).unwrap();
    let panic = "    panic!(\"<script>alert(1)</script> ]]> \\u{1b}[31m \\0 ::error::x {w} {x}\")\n";
    fs::write(&model, text.replace("    w.dot(x)\n", panic)).unwrap();
    submit(class.path(), "other", 1);
    let paths = paths(class.path());
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("out");
    let table = run(&paths, &["--out", out.to_str().unwrap()]);
    assert!(!String::from_utf8_lossy(&table.stdout).contains('\u{1b}'));
    let read = |name: &str| fs::read_to_string(out.join(name)).unwrap();
    assert!(read("marks.csv").contains("\"'=HYPERLINK(\"\"x\"\")<script>&::error\""), "{}", read("marks.csv"));
    let file = "%3dHYPERLINK%28%22x%22%29%3cscript%3e%26%3a%3aerror";
    for page in ["index.html".to_owned(), format!("students/{file}.html")] {
        let page = read(&page);
        assert!(!page.contains("<script>") && page.contains("&lt;script&gt;"), "{page}");
    }
    let junit = read(&format!("junit/{file}.xml"));
    assert!(!junit.contains('\u{1b}') && !junit.contains('\0') && !junit.contains("<script>"), "{junit}");
    let gradescope: serde_json::Value = serde_json::from_str(&read(&format!("gradescope/{file}.json"))).unwrap();
    assert_eq!(gradescope["tests"].as_array().unwrap().len(), first().tests().count());
    let report: serde_json::Value = serde_json::from_str(&read("report.json")).unwrap();
    assert_eq!(report["submissions"].as_array().unwrap().len(), 2);
}

#[test]
fn a_single_submission_in_gradescopes_form() {
    let class = class(2);
    let output = run(&[class.path().join("s01")], &["--format", "gradescope"]);
    let results: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert!(results["score"].as_u64() < Some(first().points().into()));
    let failed = results["tests"].as_array().unwrap().iter().find(|test| test["status"] == "failed").unwrap();
    assert!(failed["output"].as_str().unwrap().starts_with("task 1, weighted_sum"));
    let several = run(&paths(class.path()), &["--format", "gradescope"]);
    assert_eq!(several.status.code(), Some(2));
}

#[test]
fn a_call_that_could_grade_nothing_is_refused() {
    let class = class(1);
    let output = run(&paths(class.path()), &["--jobs", "0"]);
    assert_eq!(output.status.code(), Some(2));
    let file = class.path().join("file");
    fs::write(&file, "").unwrap();
    let output = run(&paths(class.path())[..1], &["--out", file.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("--out: failed to create the folder"));
}

#[test]
fn a_share_that_is_none_is_refused() {
    let class = class(1);
    for share in ["0/3", "4/3", "1", "a/b"] {
        let output = run(&paths(class.path()), &["--out", "nowhere", "--shard", share]);
        assert_eq!(output.status.code(), Some(2));
        assert!(String::from_utf8_lossy(&output.stderr).contains("a share is written K/N"), "{share}");
    }
    assert!(!root().join("nowhere").exists());
}

/// What a submission says can be long, be repeated for each test, and hold what a terminal or XML obeys.
#[test]
fn messages_are_cut_and_harmless_in_every_form() {
    let class = tempfile::tempdir().unwrap();
    let name = "anna\u{202e}gpj\u{1b}[31m";
    submit(class.path(), name, 0);
    let file = |of: &str, name: &str| class.path().join(of).join("ch01/src").join(name);
    let lib = fs::read_to_string(file(name, "lib.rs")).unwrap();
    // Behind a macro, so that it is in no function and in no file that could be left out.
    let long = format!("{lib}\ncompile_error!(\"{}\");\n", "long ".repeat(180_000));
    fs::write(file(name, "lib.rs"), long).unwrap();
    submit(class.path(), "ben", 0);
    let text = fs::read_to_string(file("ben", "model.rs")).unwrap();
    let panic = "    panic!(\"\\u{fffe}\\u{ffff}\\u{202e}\\u{1b}[31m{w}{x}\")\n";
    assert!(text.contains("    w.dot(x)\n"));
    fs::write(file("ben", "model.rs"), text.replace("    w.dot(x)\n", panic)).unwrap();
    submit(class.path(), "dora", 0);
    let text = fs::read_to_string(file("dora", "model.rs")).unwrap();
    let unexplained = "    let _ = '\u{ffff}'; // \u{1b}[31m\n    w.sum() * 7.25 + x.sum().sin()\n";
    fs::write(file("dora", "model.rs"), text.replace("    w.dot(x)\n", unexplained)).unwrap();
    submit(class.path(), "cleo", 0);
    let outside = "#[path = \"/usr/lib/os-release\"]\nmod outside;\n";
    let lib = fs::read_to_string(file("cleo", "lib.rs")).unwrap();
    fs::write(file("cleo", "lib.rs"), lib + outside).unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("out");
    let table = run(&paths(class.path()), &["--out", out.to_str().unwrap()]);
    let mut texts = vec![table.stdout, table.stderr];
    for entry in ["", "students", "gradescope", "junit", "results"].map(|below| out.join(below)) {
        for file in fs::read_dir(entry).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_file()) {
            let bytes = fs::read(&file).unwrap();
            assert!(bytes.len() < 1 << 20, "{} has {} bytes", file.display(), bytes.len());
            texts.push(bytes);
        }
    }
    for text in texts.into_iter().map(|bytes| String::from_utf8(bytes).unwrap()) {
        let harmful = ['\u{1b}', '\u{202e}', '\u{fffe}', '\u{ffff}'];
        assert!(!text.contains(harmful) && !text.contains("&#x1b;") && !text.contains("\\u001b"), "{text}");
        assert!(!text.contains("PRETTY_NAME"), "{text}");
    }
}

#[test]
fn what_to_explain_holds_mistakes_and_no_troubles_of_intake() {
    let class = class(2);
    fs::write(class.path().join("cut.zip"), "PK\u{3}\u{4}").unwrap();
    fs::write(class.path().join("grades.csv"), "x").unwrap();
    let scratch = tempfile::tempdir().unwrap();
    let out = scratch.path().join("out");
    let output = run(&paths(class.path()), &["--out", out.to_str().unwrap()]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("not graded: grades.csv (no archive)"));
    assert!(
        fs::read_to_string(out.join("report.json")).unwrap().contains(r#"{"name":"grades.csv","reason":"no archive"}"#)
    );
    let page = fs::read_to_string(out.join("index.html")).unwrap();
    let (explained, rest) = page.split_once("Nothing to grade in these").unwrap();
    assert!(!explained.contains("cut off") && rest.contains("the .zip cannot be read: is it cut off?"), "{page}");
    assert!(rest.contains("<li>grades.csv: no archive</li>"), "{page}");
    // One of the two who have handed it in has it wrong.
    assert!(explained.contains("50 %") && !explained.contains("33 %") && !explained.contains("67 %"), "{page}");
    assert_eq!(marks(&out).len(), 3);
}
