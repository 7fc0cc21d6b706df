//! Limits on submissions, well above what anyone writes by hand.

/// Bytes of one source file.
pub const FILE: u64 = 1 << 20;
/// Source files of one chapter.
pub const FILES: usize = 200;
/// Bytes of all source files of one chapter.
pub const CHAPTER: usize = 4 << 20;
/// Bytes of an archive, and of all source files in it.
pub const ARCHIVE: u64 = 64 << 20;
/// Entries of an archive or a folder.
pub const ENTRIES: usize = 20_000;
/// Folders below `src/`.
pub const DEPTH: usize = 8;
/// Folders below the top of a submission.
pub const WHOLE_DEPTH: usize = 16;
/// Bytes of the name of a file or folder below `src/`. File systems end at 255.
pub const NAME: usize = 100;
/// Archives in archives that are opened: a learning platform's around the student's, and that around a chapter's.
pub const NESTED: usize = 2;
