//! What the book's moving figures compute. Every number in them comes from a function of a chapter: the reference's, or the
//! student's own with `cargo xtask book serve --mine`. The scripts in `script/` only draw.
//!
//! A chapter has a module here, with the functions that its figure calls; a file in `modules/`, which makes it a module of
//! WebAssembly; and a script.

pub mod exchange;

/// A module for each chapter, and the list of what they compute.
macro_rules! chapters {
    ($($chapter:ident if $mine:literal,)*) => {
        $(
            #[cfg(any(feature = "reference", feature = $mine))]
            pub mod $chapter;
        )*

        /// The functions of a chapter's figure.
        pub fn functions(chapter: &str) -> Option<exchange::Functions> {
            Some(match chapter {
                $(
                    #[cfg(any(feature = "reference", feature = $mine))]
                    stringify!($chapter) => $chapter::FUNCTIONS,
                )*
                _ => return None,
            })
        }
    };
}

chapters! {
    ch01 if "mine-ch01",
    ch02 if "mine-ch02",
    ch03 if "mine-ch03",
    ch04 if "mine-ch04",
    ch05 if "mine-ch05",
    ch06 if "mine-ch06",
}
