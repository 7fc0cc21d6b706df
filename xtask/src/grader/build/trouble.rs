//! Tells the machine's troubles from a submission's faults: a process that was killed from outside or kept waiting, a
//! full disk, a library that cannot be read. They say nothing about the code, so no mark may come of them.

use super::diagnostics::{self, Diagnostic};
use super::toolchain::Library;
use crate::sandbox::process::{ProcessOutput, Termination};
use std::fs::File;
use std::time::Duration;

/// On Linux, the signal for used-up processor time.
pub const TIME_USED_UP: i32 = 24;

/// The signals with which a process ends through its own doing: it crashes, aborts, or goes beyond a limit that the
/// grader has set. Any other comes from outside, as when memory runs out and the kernel chooses whom to kill.
const OWN_SIGNALS: [i32; 8] = [4, 5, 6, 8, 11, TIME_USED_UP, 25, 31];

/// Errors of the operating system that the grader's own limits cause: no memory, and a file that is too large.
const OF_OWN_LIMITS: [&str; 2] = ["(os error 12)", "(os error 27)"];

/// What the linker's driver says when its linker ended like this: on a full disk by signal 7, killed from outside by 9
/// or 15.
const OF_LINKER: [&str; 3] = ["terminated with signal 7 ", "terminated with signal 9 ", "terminated with signal 15 "];

/// A signal that has come from outside, if one ended the process.
pub fn signal_from_outside(termination: Termination) -> Option<i32> {
    match termination {
        // On Windows an exception is a negative number: a crash.
        Termination::Signal(signal) if signal >= 0 && !OWN_SIGNALS.contains(&signal) => Some(signal),
        _ => None,
    }
}

/// What ended any process for a reason that is not its own. `limit` is the processor time that it may use.
pub fn of_process(output: &ProcessOutput, limit: Duration) -> Option<String> {
    if let Some(signal) = signal_from_outside(output.termination) {
        return Some(format!(
            "signal {signal} came from outside and ended a process: did the machine run out of memory?"
        ));
    }
    let worked = output.processor_time.is_some_and(|time| time >= limit.mul_f64(0.9));
    (output.termination == Termination::Timeout && !worked)
        .then(|| "a process was kept waiting for the processor or the disk: is the machine too busy?".into())
}

/// The same for the compiler, which used these libraries.
pub fn of_compiler(output: &ProcessOutput, limit: Duration, libraries: &[Library]) -> Option<String> {
    let of_process = of_process(output, limit);
    if of_process.is_some() || output.termination == Termination::Exit(0) {
        return of_process;
    }
    if let Some((name, file)) = libraries.iter().find(|(_, file)| File::open(file).is_err()) {
        return Some(format!("the library {name} cannot be read: {}", file.display()));
    }
    let said = words_of_the_system(&output.stderr);
    said.map(|words| format!("the compiler could not work on this machine: {words}"))
}

/// A line in which the compiler passes on an error of the system. Only messages that are about no place in the sources
/// count: any other could be a submission's own words.
fn words_of_the_system(stderr: &str) -> Option<String> {
    let about_no_place = |error: &Diagnostic| error.is_error() && error.location.is_none();
    let messages = diagnostics::read(stderr).into_iter().filter(about_no_place).map(|error| error.rendered);
    let raw = stderr.lines().filter(|line| !line.starts_with('{')).map(str::to_owned);
    let of_the_system = messages.chain(raw).find_map(|text| {
        let is_it = |line: &&str| {
            (line.contains("(os error ") && !OF_OWN_LIMITS.iter().any(|own| line.contains(own)))
                || line.contains("No space left on device")
                || OF_LINKER.iter().any(|ended| line.contains(ended))
        };
        text.lines().find(is_it).map(str::to_owned)
    });
    of_the_system.or_else(|| {
        // A crate that a library needs and that has vanished; the sources cannot cause this.
        let lost = diagnostics::read(stderr).into_iter().find(|error| {
            error.rendered.starts_with("error[E0786]")
                || (error.rendered.starts_with("error[E0463]") && error.rendered.contains("depends on"))
        });
        lost.and_then(|error| error.rendered.lines().next().map(str::to_owned))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMIT: Duration = Duration::from_secs(30);

    fn ended(termination: Termination, processor_time: u64, stderr: &str) -> ProcessOutput {
        let processor_time = Some(Duration::from_secs(processor_time));
        ProcessOutput { termination, stdout: String::new(), stderr: stderr.into(), processor_time }
    }

    fn error(message: &str, spans: &str) -> String {
        format!(r#"{{"level":"error","rendered":"error: {message}\n","spans":[{spans}]}}"#)
    }

    #[test]
    fn what_comes_from_outside_is_the_machines_and_a_crash_or_a_long_computation_is_not() {
        for (termination, time, is_trouble) in [
            (Termination::Signal(9), 1, true),
            (Termination::Signal(15), 1, true),
            (Termination::Signal(7), 1, true),
            (Termination::Signal(6), 1, false),
            (Termination::Signal(11), 1, false),
            (Termination::Signal(TIME_USED_UP), 30, false),
            (Termination::Timeout, 2, true),
            (Termination::Timeout, 30, false),
            (Termination::TooMuchOutput, 1, false),
            (Termination::Exit(1), 1, false),
            (Termination::Exit(0), 1, false),
        ] {
            let trouble = of_compiler(&ended(termination, time, ""), LIMIT, &[]);
            assert_eq!(trouble.is_some(), is_trouble, "{termination:?}: {trouble:?}");
        }
    }

    #[test]
    fn a_full_disk_is_the_machines_and_words_in_the_sources_are_not() {
        let of = |stderr: &str| of_compiler(&ended(Termination::Exit(1), 1, stderr), LIMIT, &[]);
        let full = "couldn't create a temp dir: No space left on device (os error 28)";
        assert!(of(&error(full, "")).unwrap().contains("No space left"));
        assert!(of("LLVM ERROR: IO failure on output stream: No space left on device").is_some());
        let linker = "linking with `cc` failed: exit status: 1\\n collect2: fatal error: ld terminated with signal 7 [Bus error]";
        assert!(of(&error(linker, "")).unwrap().contains("signal 7"));
        let place = r#"{"file_name":"exercises/ch01/src/lib.rs","line_start":1,"is_primary":true}"#;
        assert_eq!(of(&error(full, place)), None, "the words of `compile_error!` prove nothing");
        assert_eq!(of(&error("failed to write: File too large (os error 27)", "")), None, "that is the grader's limit");
    }

    #[test]
    fn a_library_that_cannot_be_read_is_the_machines_trouble() {
        let lost = [("ndarray".to_owned(), "/no/such/library.rlib".into())];
        let said = of_compiler(&ended(Termination::Exit(1), 1, ""), LIMIT, &lost);
        assert!(said.unwrap().contains("the library ndarray cannot be read"));
    }
}
