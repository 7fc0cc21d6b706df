//! `cargo xtask watch` in a pseudo-terminal, made by `script` of util-linux, which every Linux has.

use crate::support::Checkout;
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// How long anything may take on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);
const MODEL: &str = "exercises/ch01/src/model.rs";

/// A terminal of 24 rows and 80 columns, with a watch in it.
struct Terminal {
    script: Child,
    shown: Arc<Mutex<String>>,
}

impl Terminal {
    fn watch(checkout: &Checkout, arguments: &[&str]) -> Self {
        let call = checkout.call(&[&["watch"], arguments].concat());
        let mut line = format!("trap : INT; stty rows 24 cols 80; {:?}", call.get_program());
        for argument in call.get_args() {
            let _ = write!(line, " {argument:?}");
        }
        line += "; echo ended with $?; stty -a";
        let mut script = Command::new("script");
        script.args(["--quiet", "--return", "--command", &line, "/dev/null"]).current_dir(&checkout.path);
        script.envs(call.get_envs().filter_map(|(name, value)| Some((name, value?)))).env("TERM", "xterm");
        let mut script = script.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let shown = Arc::new(Mutex::new(String::new()));
        let (mut output, into) = (script.stdout.take().unwrap(), Arc::clone(&shown));
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = output.read(&mut buffer) {
                into.lock().unwrap().push_str(&String::from_utf8_lossy(&buffer[..read]));
            }
        });
        Self { script, shown }
    }

    /// Waits until these words have been printed since the last call, and returns how long that took.
    #[track_caller]
    fn wait_for(&self, words: &str) -> Duration {
        let started = Instant::now();
        loop {
            {
                let mut shown = self.shown.lock().unwrap();
                if let Some(at) = shown.find(words) {
                    shown.drain(..at + words.len());
                    return started.elapsed();
                }
                assert!(started.elapsed() < PATIENCE, "“{words}” did not come; there was {shown}");
            }
            thread::sleep(Duration::from_millis(10));
        }
    }

    fn press(&mut self, key: &str) {
        self.script.stdin.as_mut().unwrap().write_all(key.as_bytes()).unwrap();
        self.script.stdin.as_mut().unwrap().flush().unwrap();
    }

    /// The terminal has line buffering and echo again. Ctrl-C has gone to the shell too, which ignores it.
    #[track_caller]
    fn is_left_clean(&self) {
        self.wait_for("ended with 0");
        self.wait_for(" icanon");
        self.wait_for(" echo ");
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        let _ = self.script.kill();
        let _ = self.script.wait();
    }
}

#[test]
fn a_save_is_answered_and_the_next_task_follows_when_one_is_done() {
    let checkout = Checkout::new();
    // A file that is not locked does not matter.
    checkout.write(".progress/watch.lock", "");
    let mut terminal = Terminal::watch(&checkout, &["ch01"]);
    terminal.wait_for("task 1, weighted_sum: not yet implemented");
    terminal.wait_for("waiting for the next save");

    let (status, text) = checkout.xtask(&["watch"]);
    assert_eq!((status, text.lines().count()), (2, 1), "{text}");
    assert!(text.contains("a watch of this checkout is running already"), "{text}");

    terminal.press("h");
    terminal.wait_for("Hint 1 of 3");
    terminal.press("s");
    terminal.wait_for("all tasks");

    checkout.body(MODEL, "weighted_sum", "w[0] * x[0]");
    let reaction = terminal.wait_for("running …");
    // On an idle machine it is 0.2 s at most.
    assert!(reaction < Duration::from_secs(1), "{reaction:?}");
    terminal.wait_for("yours");
    terminal.wait_for("waiting for the next save");

    checkout.body(MODEL, "weighted_sum", "w.dot(x)");
    terminal.wait_for("1 of 9 tasks");
    terminal.wait_for("done: task 1");
    terminal.wait_for("task 2, predict: not yet implemented");

    checkout.body(MODEL, "weighted_sum", "w.dot(x");
    terminal.wait_for("It does not compile yet");
    terminal.wait_for("waiting for the next save");
    terminal.press("q");
    terminal.is_left_clean();
}

#[test]
fn ctrl_c_leaves_the_terminal_clean_even_in_an_endless_loop() {
    let checkout = Checkout::new();
    let mut terminal = Terminal::watch(&checkout, &["ch01"]);
    terminal.wait_for("task 1, weighted_sum");
    terminal.wait_for("waiting for the next save");
    checkout.body(MODEL, "weighted_sum", "loop { std::hint::spin_loop() }");
    terminal.wait_for("running …");
    terminal.press("\x03");
    terminal.is_left_clean();
}

#[test]
fn without_a_terminal_it_says_so_and_goes_on_without_keys() {
    let checkout = Checkout::new();
    let mut watch = checkout.call(&["watch", "ch01"]);
    let mut watch = watch.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    let mut shown = String::new();
    let mut output = watch.stdout.take().unwrap();
    let mut buffer = [0; 4096];
    while !shown.contains("task 1, weighted_sum: not yet implemented") {
        let read = output.read(&mut buffer).unwrap();
        assert!(read > 0, "{shown}");
        shown.push_str(&String::from_utf8_lossy(&buffer[..read]));
    }
    watch.kill().unwrap();
    let mut said = String::new();
    watch.stderr.take().unwrap().read_to_string(&mut said).unwrap();
    watch.wait().unwrap();
    assert!(said.contains("standard input is no terminal, so there are no keys"), "{said}");
    assert!(!shown.contains('\u{1b}') && shown.contains("Ctrl-C quits"), "{shown}");
}
