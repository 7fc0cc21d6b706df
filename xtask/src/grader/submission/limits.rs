//! Limits on submissions, well above what anyone writes by hand.

/// Bytes of one source file.
pub const FILE: u64 = 1 << 20;
/// Source files of one chapter.
pub const FILES: usize = 200;
/// Bytes of an archive, and of all source files in it.
pub const ARCHIVE: u64 = 64 << 20;
/// Entries of an archive or a folder.
pub const ENTRIES: usize = 20_000;
/// Folders below `src/`.
pub const DEPTH: usize = 8;
