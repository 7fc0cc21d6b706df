//! What all builds of a run share.

use super::given::GivenCrate;
use super::once_map::OnceMap;
use super::prebuilt::PrebuiltTests;
use super::toolchain::{COMPILE_LIMIT, Toolchain};
use crate::course::{Chapter, Course};
use crate::sandbox::Sandbox;
use anyhow::Result;
use std::path::Path;
use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use std::time::Duration;

pub struct Builder {
    given: OnceMap<GivenCrate>,
    prebuilt: OnceMap<PrebuiltTests>,
    /// Shared for normal work, exclusive for a timing-sensitive retry.
    work: RwLock<()>,
    /// The processor time of one call of the compiler, in whole seconds. Only tests of the tools change it.
    pub compile_limit: Duration,
    pub sandbox: Sandbox,
    /// Dropped last: everything else is in its folder.
    pub toolchain: Toolchain,
}

impl Builder {
    /// Builds what all chapters share, which takes a while the first time. See `Toolchain::build` for the two
    /// folders.
    pub fn open(workspace_root: &Path, course: &Course, sandbox: Sandbox) -> Result<Self> {
        let toolchain = Toolchain::build(workspace_root, &course.root)?;
        Ok(Self {
            given: OnceMap::new(),
            prebuilt: OnceMap::new(),
            work: RwLock::new(()),
            compile_limit: COMPILE_LIMIT,
            sandbox,
            toolchain,
        })
    }

    /// The chapter's `given.rs` as a crate; `None` if it has none.
    pub fn given(&self, chapter: &Chapter) -> Result<Option<Arc<GivenCrate>>> {
        self.given.get(&chapter.name, || GivenCrate::build(&self.toolchain, chapter))
    }

    /// The chapter's tests, compiled at the first call; `None` if they have to be compiled for each submission.
    pub fn prebuilt_tests(&self, chapter: &Chapter) -> Result<Option<Arc<PrebuiltTests>>> {
        let given = self.given(chapter)?;
        self.prebuilt.get(&chapter.name, || PrebuiltTests::build(&self.toolchain, chapter, given))
    }

    pub(super) fn among_others(&self) -> RwLockReadGuard<'_, ()> {
        self.work.read().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn alone(&self) -> RwLockWriteGuard<'_, ()> {
        self.work.write().unwrap_or_else(PoisonError::into_inner)
    }
}
