//! What is drawn for each chapter.

#[cfg(feature = "ch01")]
mod ch01;
#[cfg(feature = "ch02")]
mod ch02;
#[cfg(feature = "ch03")]
mod ch03;
#[cfg(feature = "ch04")]
mod ch04;
#[cfg(feature = "ch05")]
mod ch05;
#[cfg(feature = "ch06")]
mod ch06;

use crate::chart::Chart;

/// The drawings of a chapter.
pub fn find(chapter: &str) -> Option<fn() -> Vec<Chart>> {
    Some(match chapter {
        #[cfg(feature = "ch01")]
        "ch01" => ch01::charts,
        #[cfg(feature = "ch02")]
        "ch02" => ch02::charts,
        #[cfg(feature = "ch03")]
        "ch03" => ch03::charts,
        #[cfg(feature = "ch04")]
        "ch04" => ch04::charts,
        #[cfg(feature = "ch05")]
        "ch05" => ch05::charts,
        #[cfg(feature = "ch06")]
        "ch06" => ch06::charts,
        _ => return None,
    })
}
