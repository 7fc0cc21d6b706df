//! Reads keys without Enter, and restores the terminal afterwards.

use super::event::Event;
use std::io::IsTerminal;
use std::sync::mpsc::Sender;
use std::thread;

/// Sends each key as an event. Restores the terminal when it is dropped.
pub struct Keys {
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
}

impl Keys {
    /// Does nothing if standard input is not a terminal.
    pub fn listen(events: &Sender<Event>) -> Self {
        if !std::io::stdin().is_terminal() {
            return Self::none();
        }
        let keys = Self::without_enter();
        let events = events.clone();
        thread::spawn(move || {
            while let Some(key) = read() {
                if events.send(Event::Key(key)).is_err() {
                    return;
                }
            }
            let _ = events.send(Event::Stop);
        });
        keys
    }

    #[cfg(unix)]
    fn none() -> Self {
        Self { before: None }
    }

    #[cfg(unix)]
    fn without_enter() -> Self {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
        let before = tcgetattr(std::io::stdin()).ok();
        if let Some(mut now) = before.clone() {
            // Only line buffering and echo are switched off; Ctrl-C stays a signal.
            now.local_modes.remove(LocalModes::ICANON | LocalModes::ECHO);
            let _ = tcsetattr(std::io::stdin(), OptionalActions::Now, &now);
        }
        Self { before }
    }

    #[cfg(not(unix))]
    fn none() -> Self {
        Self {}
    }

    /// `console` reads single keys here by itself.
    #[cfg(not(unix))]
    fn without_enter() -> Self {
        Self {}
    }
}

#[cfg(unix)]
impl Drop for Keys {
    fn drop(&mut self) {
        if let Some(before) = &self.before {
            let _ = rustix::termios::tcsetattr(std::io::stdin(), rustix::termios::OptionalActions::Now, before);
        }
    }
}

/// The next key; `None` at the end of the input.
#[cfg(unix)]
fn read() -> Option<char> {
    use std::io::Read;
    let mut byte = [0];
    (std::io::stdin().read(&mut byte).ok()? == 1).then_some(byte[0].into())
}

#[cfg(not(unix))]
fn read() -> Option<char> {
    console::Term::stdout().read_char().ok()
}
