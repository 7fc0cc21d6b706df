//! Values that are made once for each chapter.

use anyhow::Result;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};

/// A value is made when it is first asked for; `None` is remembered too. A second caller waits for the first, while the
/// values of other chapters can be made.
pub struct OnceMap<T>(Mutex<BTreeMap<String, Slot<T>>>);

type Slot<T> = Arc<Mutex<Option<Option<Arc<T>>>>>;

impl<T> OnceMap<T> {
    pub fn new() -> Self {
        Self(Mutex::default())
    }

    pub fn get(&self, key: &str, make: impl FnOnce() -> Result<Option<T>>) -> Result<Option<Arc<T>>> {
        let mut slots = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let slot = Arc::clone(slots.entry(key.to_owned()).or_default());
        drop(slots);
        let mut slot = slot.lock().unwrap_or_else(PoisonError::into_inner);
        if slot.is_none() {
            *slot = Some(make()?.map(Arc::new));
        }
        Ok(slot.clone().flatten())
    }
}
