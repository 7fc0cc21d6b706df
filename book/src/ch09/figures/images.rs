//! Digits as they are in the data, their means, and what the network says of two of them.

use super::super::experiments::{CLASSES, MEANS, SAID, TESTING, TRAINING, largest};
use super::tables::named;
use super::{bars, percent};
use crate::figures::Figure;
use crate::figures::diagram::write;
use crate::figures::drawing::{Canvas, FAINT, INK};
use crate::figures::pixels::images;
use anyhow::Result;
use ch09::predicted;
use ndarray::ArrayView1;
use plotters::style::text_anchor::HPos;
use std::cmp::Ordering;

pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "digits",
            title: "Sixty of the digits",
            describe: || {
                "Ten columns, one for each digit from 0 to 9, with six images each. Every image has 8 by 8 pixels in \
                 shades of grey. They differ in slant and width: some sevens have a bar, some ones have a foot, and \
                 some nines look like a g."
                    .into()
            },
            size: (480, 300),
            draw: sixty,
        },
        Figure {
            name: "digit-means",
            title: "The mean image of each digit",
            describe: || {
                "Ten blurred images in a row, the means of all training images of the digits 0 to 9. Each can still \
                 be read."
                    .into()
            },
            size: (480, 78),
            draw: means,
        },
        Figure {
            name: "two-answers",
            title: "What the network says of two test digits",
            describe: || {
                let [sure, unsure] = two();
                let sentence = |place: usize| {
                    let said = SAID.row(place);
                    let class = predicted(&SAID.select(ndarray::Axis(0), &[place]))[0];
                    format!(
                        "{}, for which the bar of {class} is the highest, {}",
                        TESTING.labels[place],
                        percent(largest(said), 0)
                    )
                };
                format!(
                    "Two images, each with ten bars for the probabilities of the digits 0 to 9. Above {}; the other \
                     bars cannot be seen. Below {}; other bars can be seen too.",
                    sentence(sure),
                    sentence(unsure)
                )
            },
            size: (480, 300),
            draw: answers,
        },
    ]
}

/// An image with shades from 0 to 1.
fn shades(image: ArrayView1<f64>) -> ndarray::Array1<f64> {
    image.mapv(|ink| ink / 16.0)
}

fn sixty(canvas: &Canvas) -> Result<()> {
    const ROWS: usize = 6;
    let mut shown = vec![];
    for class in 0..CLASSES {
        // From all over the file, so that many writers are seen.
        let all: Vec<usize> = (0..TRAINING.labels.len()).filter(|&i| TRAINING.labels[i] == class).collect();
        for row in 0..ROWS {
            let place = all[row * all.len() / ROWS];
            shown.push((shades(TRAINING.pixels.row(place)), (4 + 48 * class as i32, 4 + 49 * row as i32)));
        }
    }
    images(canvas, &shown, 5)
}

fn means(canvas: &Canvas) -> Result<()> {
    let shown: Vec<_> = (0..).zip(MEANS.rows()).map(|(class, mean)| (shades(mean), (4 + 48 * class, 4))).collect();
    images(canvas, &shown, 5)?;
    for class in 0..CLASSES as i32 {
        write(canvas, &class.to_string(), (24 + 48 * class, 60), (INK, HPos::Center))?;
    }
    Ok(())
}

/// The first test digit that is read surely, and the one that is read least surely.
fn two() -> [usize; 2] {
    let sureness = |place: &usize| largest(SAID.row(*place));
    let sure = (0..).find(|place| sureness(place) > 0.99).expect("the network is sure of some");
    let least =
        (0..TESTING.labels.len()).min_by(|a, b| sureness(a).partial_cmp(&sureness(b)).unwrap_or(Ordering::Equal));
    [sure, least.expect("there are test digits")]
}

fn answers(canvas: &Canvas) -> Result<()> {
    let places = two();
    let shown: Vec<_> =
        (0..).zip(places).map(|(row, place)| (shades(TESTING.pixels.row(place)), (8, 10 + 150 * row))).collect();
    images(canvas, &shown, 13)?;
    for (row, place) in (0..).zip(places) {
        bars(canvas, SAID.row(place), (152, 112 + 150 * row), (320, 96))?;
        let truth = format!("it is {}", named(TESTING.labels[place]));
        write(canvas, &truth, (60, 130 + 150 * row), (FAINT, HPos::Center))?;
    }
    Ok(())
}
