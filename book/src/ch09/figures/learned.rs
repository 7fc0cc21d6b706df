//! What the network has learned, and where it goes wrong.

use super::super::experiments::{BY_WRITERS, CLASSES, HIDDEN, SAID, TESTING, TRAINING, largest, shown};
use super::percent;
use super::tables::named;
use crate::figures::Figure;
use crate::figures::diagram::{at, write};
use crate::figures::drawing::{Canvas, FAINT, H, INK, RULE, W, Y_HAT, stroke};
use crate::figures::pixels::images;
use anyhow::Result;
use ch09::given::forward;
use ch09::{favourites, predicted, surest_mistakes, what_it_sees};
use ndarray::Array2;
use plotters::prelude::Rectangle;
use plotters::style::Color;
use plotters::style::text_anchor::HPos;
use std::sync::LazyLock;

pub fn figures() -> Vec<Figure> {
    vec![
        Figure {
            name: "hidden-seen",
            title: "The weights of four hidden neurons, and the digits that excite each of them most",
            describe: || {
                let rows = chosen().into_iter().map(|neuron| {
                    let digits: Vec<String> = favoured(neuron, FAVOURITES)
                        .into_iter()
                        .map(|place| TRAINING.labels[place].to_string())
                        .collect();
                    format!("neuron {neuron}: {}", digits.join(", "))
                });
                format!(
                    "Four rows. On the left a map of 8 by 8 squares, filled for a positive weight and open for a \
                     negative one, the larger the weight, the larger. Beside it the six training digits with the \
                     highest activations. {}.",
                    rows.collect::<Vec<_>>().join("; ")
                )
            },
            size: (480, 452),
            draw: neurons,
        },
        Figure {
            name: "surest-mistakes",
            title: "The mistakes that the network is surest of",
            describe: || {
                let each = mistakes().into_iter().map(|place| {
                    let (said, sure) = what_is_said(place);
                    format!("{} read as {said}, {sure}", named(TESTING.labels[place]))
                });
                format!(
                    "Eight images, each with what was said and how surely: {}.",
                    each.collect::<Vec<_>>().join("; ")
                )
            },
            size: (480, 344),
            draw: wrong,
        },
    ]
}

const FAVOURITES: usize = 6;

/// The hidden activations of the digits that the network was trained on.
static ACTIVATIONS: LazyLock<Array2<f64>> = LazyLock::new(|| forward(&shown().network, &BY_WRITERS.training.x).h);

/// The training digits that excite a neuron most.
pub fn favoured(neuron: usize, count: usize) -> Vec<usize> {
    favourites(&ACTIVATIONS, neuron, count)
}

/// How many of the twenty favourites of each neuron show the digit that is most frequent among them.
pub fn agreement() -> Vec<usize> {
    let of = |neuron| {
        let mut counts = [0; CLASSES];
        favoured(neuron, 20).into_iter().for_each(|place| counts[TRAINING.labels[place]] += 1);
        counts.into_iter().max().unwrap_or_default()
    };
    (0..HIDDEN).map(of).collect()
}

/// The two neurons whose favourites agree most, and the two whose favourites agree least.
pub fn chosen() -> [usize; 4] {
    let agreement = agreement();
    let mut order: Vec<usize> = (0..HIDDEN).collect();
    order.sort_by_key(|neuron| std::cmp::Reverse(agreement[*neuron]));
    [order[0], order[1], order[HIDDEN - 2], order[HIDDEN - 1]]
}

fn neurons(canvas: &Canvas) -> Result<()> {
    const CELL: i32 = 12;
    let mut shown_images = vec![];
    for (row, neuron) in (0..).zip(chosen()) {
        let (left, top) = (30, 6 + 112 * row);
        let weights = what_it_sees(&shown().network.w1, neuron);
        let most = weights.iter().fold(0.0, |most: f64, weight| most.max(weight.abs()));
        for ((i, j), weight) in weights.indexed_iter() {
            let middle = (left + CELL * j as i32 + CELL / 2, top + CELL * i as i32 + CELL / 2);
            // Of the area, as of the weight; the smallest can still be seen.
            let half = (2.0 * f64::from(CELL) * (weight.abs() / most).sqrt()).round().max(1.0) as i32;
            let (x, y) = at(middle.0, middle.1);
            let square = [(x - half, y - half), (x + half, y + half)];
            let style = if *weight > 0.0 { W.filled() } else { stroke(&W, 1) };
            canvas.draw(&Rectangle::new(square, style))?;
        }
        let end = 8 * CELL;
        canvas.draw(&Rectangle::new([at(left, top), at(left + end, top + end)], stroke(&RULE, 1)))?;
        write(canvas, &neuron.to_string(), (10, top + end / 2), (H, HPos::Center))?;
        for (number, place) in (0..).zip(favoured(neuron, FAVOURITES)) {
            let at = (left + end + 14 + 56 * number, top + 14);
            shown_images.push((TRAINING.pixels.row(place).mapv(|ink| ink / 16.0), at));
            write(canvas, &TRAINING.labels[place].to_string(), (at.0 + 24, at.1 + 62), (FAINT, HPos::Center))?;
        }
    }
    images(canvas, &shown_images, 6)
}

/// The places of the eight mistakes that the network is surest of.
pub fn mistakes() -> Vec<usize> {
    surest_mistakes(&SAID, &TESTING.labels, 8)
}

/// What the network says of a test digit, and how surely.
pub fn what_is_said(place: usize) -> (usize, String) {
    let said = SAID.select(ndarray::Axis(0), &[place]);
    (predicted(&said)[0], percent(largest(said.row(0)), 1))
}

fn wrong(canvas: &Canvas) -> Result<()> {
    let places: Vec<_> = (0..)
        .zip(mistakes())
        .map(|(number, place)| (place, (12 + 118 * (number % 4), 6 + 172 * (number / 4))))
        .collect();
    let shown: Vec<_> =
        places.iter().map(|(place, at)| (TESTING.pixels.row(*place).mapv(|ink| ink / 16.0), *at)).collect();
    images(canvas, &shown, 12)?;
    for (place, (left, top)) in places {
        let (said, sure) = what_is_said(place);
        let truth = format!("{}, said: {said}", TESTING.labels[place]);
        write(canvas, &truth, (left + 48, top + 112), (INK, HPos::Center))?;
        write(canvas, &sure, (left + 48, top + 134), (Y_HAT, HPos::Center))?;
    }
    Ok(())
}
