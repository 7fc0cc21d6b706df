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
            ("model.rs", "    w.dot(x)\n", "    -w.dot(x)\n"),
            ("error.rs", "    y - y_hat\n", "    y_hat - y\n"),
            ("error.rs", " / errors.len() as f64", ""),
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
    // Two mistakes may cost the same.
    assert!(scores.len() == 6 && different.len() >= 5, "{one}");
    let points = first().points();
    assert!(scores["s00"].starts_with(&format!("{points},{points}")), "{one}");
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
    assert_eq!(gradescope["tests"].as_array().unwrap().len(), 36);
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
