//! What a submission must not be able to guess.

use anyhow::{Context, Result};

/// 128 bits that nobody can guess.
pub fn secret() -> Result<String> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).context("the operating system gave no random numbers")?;
    Ok(bytes.iter().map(|byte| format!("{byte:02x}")).collect())
}
