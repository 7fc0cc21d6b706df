//! The machine: its system, toolchain, memory and disk.

use crate::parallel;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

/// Each with its name.
pub fn facts(root: &Path) -> Vec<(&'static str, String)> {
    let toolchain = first_line("rustc", &["--version"])
        .unwrap_or_else(|| "✗ there is no rustc on the search path: install Rust from https://rustup.rs".to_owned());
    vec![
        ("system", format!("{} on {}", std::env::consts::OS, std::env::consts::ARCH)),
        ("toolchain", format!("{toolchain}; the course needs {} or later", env!("CARGO_PKG_RUST_VERSION"))),
        ("linker", linker()),
        ("cores", format!("{} submissions are graded at once", parallel::cores())),
        ("memory", memory()),
        ("free disk", free_disk(root)),
    ]
}

/// Links a program, since whether a linker can be found says little about whether it works.
fn linker() -> String {
    let Ok(folder) = tempfile::tempdir() else { return "✗ the folder for temporary files cannot be written".into() };
    let (main, program) = (folder.path().join("main.rs"), folder.path().join("main"));
    let started = Instant::now();
    let linked = fs::write(&main, "fn main() {}")
        .and_then(|()| Command::new("rustc").arg(&main).arg("-o").arg(&program).output())
        .is_ok_and(|output| output.status.success());
    if linked {
        return format!("links a program in {:.1} s", started.elapsed().as_secs_f64());
    }
    let fix = match std::env::consts::OS {
        "macos" => "`xcode-select --install`",
        "windows" => "install the C++ build tools of Visual Studio",
        _ => "install a C compiler, such as with `apt install gcc`",
    };
    format!("✗ rustc cannot link a program: {fix}")
}

fn memory() -> String {
    let text = fs::read_to_string("/proc/meminfo").unwrap_or_default();
    let field = |name: &str| {
        let line = text.lines().find(|line| line.starts_with(name))?;
        line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kib| kib / f64::from(1 << 20))
    };
    match (field("MemAvailable:"), field("MemTotal:")) {
        (Some(free), Some(total)) => {
            let enough = free >= 2.0 * parallel::cores() as f64;
            let advice = if enough { "" } else { "; a test may take 1 GiB, the compiler 4: lower `--jobs`" };
            format!("{free:.1} of {total:.1} GiB free{advice}")
        }
        _ => "unknown on this system".into(),
    }
}

fn free_disk(folder: &Path) -> String {
    let text = Command::new("df").arg("-Pk").arg(folder).output().map(|output| output.stdout).unwrap_or_default();
    let text = String::from_utf8_lossy(&text).into_owned();
    let kib = text.lines().nth(1).and_then(|line| line.split_whitespace().nth(3)?.parse::<f64>().ok());
    match kib.map(|kib| kib / f64::from(1 << 20)) {
        Some(gib) if gib < 2.0 => format!("✗ {gib:.1} GiB: a class needs 2; `cargo clean` makes room"),
        Some(gib) => format!("{gib:.1} GiB"),
        None => "unknown on this system".into(),
    }
}

fn first_line(program: &str, arguments: &[&str]) -> Option<String> {
    let output = Command::new(program).args(arguments).output().ok().filter(|output| output.status.success())?;
    Some(String::from_utf8_lossy(&output.stdout).lines().next()?.to_owned())
}
